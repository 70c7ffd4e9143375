import type { Difference } from './compare.ts'
import { defaults } from './defaults.ts'
import { isObject } from './json-text.ts'
import type { ContainerDefinition, TaskDefinition } from './task-definition.ts'

/**
 * Differences with the default of ECS on the side that says nothing, e.g. `30 (default)` → `10`; pure. Only where there is
 * something that has the default: a health check that is new had no interval before.
 */
export function showDefaults(
  found: readonly Difference[],
  before: Partial<TaskDefinition>,
  after: Partial<TaskDefinition>,
): Difference[] {
  return found.map((one) => {
    if (one.kind === 'added') return filled(one, 'before', before)
    return one.kind === 'removed' ? filled(one, 'after', after) : one
  })
}

function filled(found: Difference, side: 'before' | 'after', definition: Partial<TaskDefinition>): Difference {
  // What must not be shown has no value on either side.
  if (found.before === undefined && found.after === undefined) return found
  const value = defaultAt(found.path, definition)
  return value === undefined ? found : { ...found, kind: 'changed', [side]: `${value} (default)` }
}

function defaultAt(path: string, definition: Partial<TaskDefinition>): unknown {
  const platform = /^runtimePlatform\.(\w+)$/.exec(path)?.[1]
  if (platform !== undefined) {
    const onFargate = definition.requiresCompatibilities?.join() === 'FARGATE'
    return onFargate ? member(defaults.fargatePlatform, platform) : undefined
  }
  const container = definition.containerDefinitions?.find(({ name }) => path.startsWith(`${name}: `))
  // One without an image is none.
  if (container?.image === undefined) return undefined
  return inContainer(path.slice(`${container.name}: `.length), container)
}

function inContainer(path: string, container: ContainerDefinition): unknown {
  const [parent = '', name] = path.split('.')
  if (name === undefined) return flags.has(parent) ? false : member(defaults.container, parent)
  if (parent === 'healthCheck' && isObject(container.healthCheck)) return member(defaults.healthCheck, name)
  const restarts = container.restartPolicy?.enabled === true
  return parent === 'restartPolicy' && restarts ? member(defaults.restartPolicy, name) : undefined
}

const flags: ReadonlySet<string> = new Set([
  'disableNetworking',
  'interactive',
  'privileged',
  'pseudoTerminal',
  'readonlyRootFilesystem',
])

function member(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Readonly<Record<string, unknown>>)[name] : undefined
}
