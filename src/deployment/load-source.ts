import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { describeFailure, failureKind } from '../aws/failure.ts'
import type { FileInputs } from '../inputs/read-deploy-inputs.ts'
import type { Checked } from '../problem.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import type { Path, Position, Tag, TaskDefinition } from '../task-definition/task-definition.ts'
import type { Files, Ports } from './ports.ts'
import { inheritedTags } from './tags.ts'

/** A task definition to start from. */
export type Source = {
  /** `family` is absent where a file does not name it: the service's family is meant. */
  readonly definition: Omit<TaskDefinition, 'family'> & { readonly family?: string | undefined }
  readonly tags: readonly Tag[]
  /** Set where the source is itself a revision. */
  readonly described?: DescribedTaskDefinition
  /** Its images are the user's: private-ECR tags in it are pinned. */
  readonly fromFile: boolean
  readonly notices: readonly string[]
  /** The file, as the user wrote its path, and where something stands in it. */
  readonly file?: string
  readonly locate?: (path: Path) => Position | undefined
}

/**
 * Reads a task-definition file; problems name file, line and column.
 * The parser is loaded only where there is a file: most time before the first request is start-up.
 */
export async function loadFile(
  files: Files,
  path: string,
  inputs: Pick<FileInputs, 'allowUnknownMembers' | 'variables'>,
): Promise<Checked<Source>> {
  let text: string
  try {
    text = files.read(path)
  } catch (error) {
    const message = `The file "${path}" cannot be read: ${describeFailure(error)}`
    return { ok: false, problems: [{ input: 'task-definition', file: path, message }] }
  }
  const { loadTaskDefinition } = await import('../task-definition/load.ts')
  const loaded = loadTaskDefinition(text, {
    file: path,
    allowUnknownMembers: inputs.allowUnknownMembers,
    ...(inputs.variables === undefined ? {} : { variables: inputs.variables }),
  })
  if (!loaded.ok) return loaded
  const { definition, tags, notices, locate } = loaded.value
  return { ok: true, value: { definition, tags, notices, fromFile: true, file: path, locate } }
}

/** Reads `family`, `family:revision` or an ARN from ECS. Throws what AWS throws, except that there is none. */
export async function loadReference(ports: Ports, reference: string): Promise<Checked<Source>> {
  try {
    return { ok: true, value: sourceOf(await ports.ecs.describeTaskDefinition(reference)) }
  } catch (error) {
    if (failureKind(error) !== 'refused') throw error
    const message =
      `ECS has no task definition "${reference}" in ${ports.region} (${describeFailure(error)}), and there is no file of that name. ` +
      'Give the path of a file, a family, family:revision, or an ARN.'
    return { ok: false, problems: [{ input: 'task-definition', message }] }
  }
}

/** A revision as the source, e.g. the one that the service runs. */
export function sourceOf(described: DescribedTaskDefinition): Source {
  const definition = stripForRegistration(described.definition)
  const notices =
    described.unknown.length === 0
      ? []
      : [
          `${described.definition.family}:${described.definition.revision} has members that this version of the action does not know: ` +
            `${described.unknown.join(', ')}. They are not carried over, unless allow-unknown-members lists them.`,
        ]
  return { definition, tags: inheritedTags(described.tags), described, fromFile: false, notices }
}
