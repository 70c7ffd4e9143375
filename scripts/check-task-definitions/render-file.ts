import type { Checked, Problem } from '../../src/problem.ts'
import { loadTaskDefinition } from '../../src/task-definition/load.ts'
import { renderTaskDefinition, stripForRegistration } from '../../src/task-definition/render.ts'
import type { Tag, TaskDefinition } from '../../src/task-definition/task-definition.ts'
import { lostInTransit, schemaComplaints } from './schema.ts'

/** What a container without an image gets, as the inputs of a deployment would give it one. */
export const imageForNone = 'check/check:1'
/** The family of a file that names none, as the service of a deployment would have one. */
export const familyForNone = 'check'

export type RenderedFile = {
  /** The text that was loaded: placeholders filled in. */
  readonly text: string
  /** As it would be registered. */
  readonly definition: TaskDefinition
  readonly tags: readonly Tag[]
  /** Containers that the file gives no image. */
  readonly withoutImage: readonly string[]
  readonly notices: number
}

/**
 * Everything that a deployment does with a file before it is registered.
 *
 * @param variables as the input `variables`; absent: `${NAME}` is a placeholder like any other
 */
export async function renderFile(
  fileText: string,
  file: string,
  variables?: ReadonlyMap<string, string>,
): Promise<Checked<RenderedFile>> {
  const text = withPlaceholderValues(fileText, variables !== undefined)
  const loaded = loadTaskDefinition(text, { file, ...(variables && { variables }) })
  if (!loaded.ok) return loaded
  const { definition, tags, notices } = loaded.value
  const withoutImage = (definition.containerDefinitions ?? [])
    .filter(({ image }) => !image?.trim())
    .map(({ name }) => name ?? '')
  const rendered = renderTaskDefinition(
    { ...definition, family: definition.family ?? familyForNone },
    { images: withoutImage.map((container) => ({ container, image: imageForNone })), overrides: {} },
  )
  if (!rendered.ok) return atStart(rendered.problems, file)
  const request = stripForRegistration(rendered.value.definition)
  const whole = { ...request, ...(tags.length > 0 && { tags: [...tags] }) }
  const complaints = [...(await lostInTransit(whole)), ...schemaComplaints(whole)]
  const problems = complaints.map((message) => ({ message }))
  if (problems.length > 0) return atStart(problems, file)
  const told = notices.length + rendered.value.notes.length
  return { ok: true, value: { text, definition: request, tags, withoutImage, notices: told } }
}

function atStart(problems: readonly Problem[], file: string): Checked<never> {
  return { ok: false, problems: problems.map((problem) => ({ ...problem, file, line: 1, column: 1 })) }
}

/** The text with a number of its own for every placeholder, none of its characters moved. */
export function withPlaceholderValues(text: string, keepVariables: boolean): string {
  const dialects = [
    /\{\{[^{}\r\n]*\}\}/g,
    /<[A-Za-z_][^<>"\r\n]*>/g,
    /__\w+?__/g,
    /%[A-Za-z_]\w*%/g,
    /(?<=")\$[A-Za-z_]\w*(?=")/g,
  ]
  if (!keepVariables) dialects.push(/\$\{[^{}\r\n]*\}/g)
  const numbers = new Map<string, number>()
  const numbered = (found: string) => {
    const number = numbers.get(found) ?? 80 + numbers.size
    numbers.set(found, number)
    return String(number).padStart(found.length, '0')
  }
  return dialects.reduce((result, dialect) => result.replace(dialect, numbered), text)
}
