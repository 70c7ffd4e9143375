import type { Checked, Problem } from '../problem.ts'
import { conform } from './conform.ts'
import { type FileNode, type FileObject, memberOf } from './file-node.ts'
import { readFileText } from './read-file-text.ts'
import type { Path, Position, Tag, TaskDefinition } from './task-definition.ts'

/** A task definition as a file has it. */
export type LoadedTaskDefinition = {
  /** Without a family where the file names none. */
  readonly definition: Omit<TaskDefinition, 'family'> & { family?: string }
  readonly tags: Tag[]
  /** Where a member stands in the file; `['tags', 0]` for tags. */
  readonly locate: (path: Path) => Position | undefined
  /** What was converted or left out, without values of environment variables. */
  readonly notices: readonly string[]
}

export type LoadOptions = {
  /** Path of the file, for messages. */
  readonly file: string
  /** Given: `${NAME}` placeholders are replaced by these; a name without value is a problem. */
  readonly variables?: ReadonlyMap<string, string>
  /** Members that are kept although this version does not know them. */
  readonly allowUnknownMembers?: readonly string[]
}

/**
 * Reads a task definition from the text of a file: JSON, JSON with comments, YAML, or the answer of `aws ecs
 * describe-task-definition`. What goes are the members that only an answer has, `null`, and `""` where it means "unset"; every
 * other member is either kept or a problem.
 *
 * @returns all problems at once, each with file, line and column; for a syntax error one. Never throws.
 */
export function loadTaskDefinition(text: string, options: LoadOptions): Checked<LoadedTaskDefinition> {
  const { file } = options
  const read = readFileText(text, file, options.variables)
  if (read.root === undefined) return { ok: false, problems: read.problems }
  const whole = unwrapped(read.root, file)
  if (!whole.ok) return { ok: false, problems: [...read.problems, ...whole.problems] }
  const { value, problems, notices, locate } = conform(whole.value, file, options.allowUnknownMembers ?? [])
  const all = [...read.problems, ...problems, ...containerProblems(value, file, locate)].sort(byPlace)
  if (all.length > 0) return { ok: false, problems: all }
  const { tags, ...definition } = value
  return {
    ok: true,
    value: {
      definition: definition as LoadedTaskDefinition['definition'],
      tags: (tags ?? []) as Tag[],
      locate,
      notices,
    },
  }
}

/** The definition inside of `{"taskDefinition": {...}, "tags": [...]}`, as the API answers, with its tags in it. */
function unwrapped(root: FileNode, file: string): Checked<FileObject> {
  const refused = (at: Position, message: string): Checked<FileObject> => ({
    ok: false,
    problems: [{ message, file, ...at }],
  })
  if (root.kind !== 'object') {
    return refused(root.at, 'A task definition must be an object with the member "containerDefinitions".')
  }
  const inner = memberOf(root, 'taskDefinition')
  if (inner?.kind !== 'object' || memberOf(root, 'containerDefinitions')) return { ok: true, value: root }
  const outer = root.entries.filter(({ key }) => key !== 'taskDefinition')
  const stranger = outer.find(({ key }) => key !== 'tags')
  if (stranger) {
    return refused(
      stranger.keyAt,
      `Unknown member "${stranger.key}" beside "taskDefinition". Keep only "taskDefinition" and "tags".`,
    )
  }
  if (outer.length > 0 && memberOf(inner, 'tags')) {
    return refused(inner.at, 'There are tags both inside of "taskDefinition" and beside it. Keep one of them.')
  }
  return { ok: true, value: { ...inner, entries: [...inner.entries, ...outer] } }
}

function containerProblems(
  value: Record<string, unknown>,
  file: string,
  locate: (path: Path) => Position | undefined,
): Problem[] {
  const containers = value.containerDefinitions as readonly { readonly name?: string }[] | undefined
  if (containers === undefined) return []
  if (containers.length === 0 && locate(['containerDefinitions', 0]) === undefined) {
    const message = 'containerDefinitions is empty. A task definition needs at least one container.'
    return [{ message, file, ...locate(['containerDefinitions']) }]
  }
  const names = containers.map(({ name }) => name)
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [
          {
            message: `There are two containers named "${name}".`,
            file,
            ...locate(['containerDefinitions', index, 'name']),
          },
        ],
  )
}

function byPlace(one: Problem, other: Problem): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
}
