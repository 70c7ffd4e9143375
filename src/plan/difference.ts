import { type Difference, differences } from '../task-definition/compare.ts'
import type { ContainerDefinition, TaskDefinition } from '../task-definition/task-definition.ts'

/** Names only: values of environment variables are never in it. */
export type ChangedNames = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** What is different about one container. */
export type ContainerDifference = {
  readonly name: string
  readonly kind: Difference['kind']
  /** Absent where it stays. */
  readonly image?: { readonly before?: string; readonly after?: string }
  readonly environment: ChangedNames
  /** `path` is the name of the variable; before and after are references (`valueFrom`), never values. */
  readonly secrets: readonly Difference[]
  /** Everything else, by its place in the container. */
  readonly members: readonly Difference[]
}

export type DefinitionDifference = {
  readonly containers: readonly ContainerDifference[]
  /** Members of the whole definition: sizes, roles, volumes, … */
  readonly task: readonly Difference[]
}

/**
 * What is different between what runs and what would be deployed, container by container; pure. What ECS fills in by itself
 * does not count (canonical.ts). Nothing in it can be secret (compare.ts): of environment variables only names, of secrets
 * only references, of commands, labels and options of drivers only that they changed.
 *
 * @returns without any entry if and only if the definitions mean the same
 */
export function definitionDifference(
  before: Partial<TaskDefinition>,
  after: Partial<TaskDefinition>,
): DefinitionDifference {
  const names = [...(before.containerDefinitions ?? []), ...(after.containerDefinitions ?? [])].map(
    ({ name }) => name ?? '',
  )
  return {
    containers: [...new Set(names)].sort().flatMap((name) => ofContainer(name, before, after)),
    task: differences({ ...before, containerDefinitions: [] }, { ...after, containerDefinitions: [] }),
  }
}

function ofContainer(
  name: string,
  before: Partial<TaskDefinition>,
  after: Partial<TaskDefinition>,
): readonly ContainerDifference[] {
  const olds = called(name, before)
  const nows = called(name, after)
  const kind = olds.length === 0 ? 'added' : nows.length === 0 ? 'removed' : 'changed'
  // What only one side has is compared with a container that says nothing.
  const [old = { name }] = olds
  const [now = { name }] = nows
  const found = differences(alone(before, old), alone(after, now)).flatMap((one) => inContainer(one, name))
  if (kind === 'changed' && found.length === 0) return []
  const image = old.image === now.image ? undefined : sides(old.image, now.image)
  return [
    {
      name,
      kind,
      ...(image === undefined ? {} : { image }),
      environment: changedNames(found),
      secrets: found.flatMap((one) => withoutPrefix(one, 'secret ')),
      members: found.filter(({ path }) => path !== 'image' && !/^(?:environment|secret) /.test(path)),
    },
  ]
}

function called(name: string, { containerDefinitions = [] }: Partial<TaskDefinition>): readonly ContainerDefinition[] {
  return containerDefinitions.filter((container) => (container.name ?? '') === name)
}

/** One container, with what its defaults depend on. */
function alone(
  { networkMode, requiresCompatibilities, runtimePlatform }: Partial<TaskDefinition>,
  container: ContainerDefinition,
): Partial<TaskDefinition> {
  return { networkMode, requiresCompatibilities, runtimePlatform, containerDefinitions: [container] }
}

/** Places in a container begin with its name; those of the task, which are told elsewhere, do not. */
function inContainer(difference: Difference, name: string): readonly Difference[] {
  return withoutPrefix(difference, `${name}: `)
}

function withoutPrefix({ path, ...rest }: Difference, prefix: string): readonly Difference[] {
  return path.startsWith(prefix) ? [{ path: path.slice(prefix.length), ...rest }] : []
}

function changedNames(found: readonly Difference[]): ChangedNames {
  const names = (kind: Difference['kind']): readonly string[] =>
    found
      .filter((one) => one.kind === kind)
      .flatMap((one) => withoutPrefix(one, 'environment ').map(({ path }) => path))
  return { added: names('added'), removed: names('removed'), changed: names('changed') }
}

function sides(before: string | undefined, after: string | undefined) {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/** How many things are different. */
export function countOf({ containers, task }: DefinitionDifference): number {
  const inContainers = containers.map(({ kind, image, environment: { added, removed, changed }, secrets, members }) =>
    kind === 'changed'
      ? (image === undefined ? 0 : 1) + added.length + removed.length + changed.length + secrets.length + members.length
      : 1,
  )
  return inContainers.reduce((sum, count) => sum + count, task.length)
}
