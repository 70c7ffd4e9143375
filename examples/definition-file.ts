import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { TaskDefinitionScenario } from '../simulator/scenario.ts'

/**
 * The task definition of an example, so that what its scenario runs cannot drift from the file that is deployed.
 * Read without the action's own loader, which is what the examples put to the test.
 *
 * @param values for `${NAME}` in the file, also where it stands for a number
 * @throws SyntaxError if the file does not parse
 */
export function readDefinition(
  folder: string,
  name: string,
  values: Readonly<Record<string, string>> = {},
): TaskDefinitionScenario {
  const text = Object.entries(values).reduce(
    (filled, [variable, value]) => filled.replaceAll(`\${${variable}}`, value),
    readFileSync(join(import.meta.dirname, folder, name), 'utf8'),
  )
  return name.endsWith('.yaml') ? parse(text) : JSON.parse(withoutComments(text), portAsNumber)
}

function portAsNumber(member: string, value: unknown): unknown {
  return member === 'containerPort' ? Number(value) : value
}

/** In these files a comment starts with `//` after a space or at the start of a line, and no string has that inside. */
function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\/.*$/gm, '$1')
}
