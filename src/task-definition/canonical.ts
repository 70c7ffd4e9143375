import { defaults } from './defaults.ts'
import { setMember } from './file-node.ts'
import { isObject, jsonText } from './json-text.ts'
import { READ_ONLY_MEMBERS } from './shape.ts'
import type { TaskDefinition } from './task-definition.ts'
import { keyOfUnordered } from './unordered-lists.ts'

type Members = Record<string, unknown>

/**
 * The one form of all definitions that mean the same to ECS: absent and empty are one, what ECS fills in is left out or filled
 * in, lists without an order are sorted. Tags and the members that only answers have never count.
 *
 * @returns plain data that is only good for comparing
 */
export function canonical(definition: Partial<TaskDefinition>): unknown {
  const request = Object.entries(definition).filter(([name]) => name !== 'tags' && !READ_ONLY_MEMBERS.includes(name))
  const compact = compacted(Object.fromEntries(request)) as Members
  const task = taskDefaults(compact)
  const containers = list(task.containerDefinitions).map((container) => containerDefaults(container, task.networkMode))
  const volumes = list(task.volumes).map(volumeDefaults)
  return sorted(compacted({ ...task, containerDefinitions: containers, volumes }), '')
}

/** Removes what means nothing: null, undefined, false (the default of every boolean but `essential`), empty lists and objects. */
function compacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(compacted)
  if (!isObject(value)) return value
  const result: Members = {}
  for (const [name, member] of Object.entries(value)) {
    const compact = compacted(member)
    if (!isAbsent(compact) || (compact === false && name === 'essential')) setMember(result, name, compact)
  }
  return result
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}

// `1 vCPU` and `2GB` are stored as whole numbers in text (DG fargate-tasks-services). Without a network mode ECS uses bridge on
// Linux instances; Fargate demands awsvpc, and Windows has a default of its own (API reference, networkMode).
function taskDefaults(task: Members): Members {
  const platform = isObject(task.runtimePlatform) ? task.runtimePlatform : {}
  const fargate = list(task.requiresCompatibilities).includes('FARGATE')
  const windows = String(platform.operatingSystemFamily ?? '').startsWith('WINDOWS')
  return {
    ...task,
    cpu: inUnits(task.cpu, /^(\d*\.?\d+)\s*vcpu$/i),
    memory: inUnits(task.memory, /^(\d*\.?\d+)\s*gb$/i),
    networkMode: task.networkMode ?? (fargate || windows ? undefined : 'bridge'),
    runtimePlatform: fargate && list(task.requiresCompatibilities).length === 1 ? platformDefaults(platform) : platform,
    ...(isObject(task.proxyConfiguration) && {
      proxyConfiguration: without(task.proxyConfiguration, { type: 'APPMESH' }),
    }),
  }
}

// On Fargate: X86_64 and LINUX (API reference, RuntimePlatform). On instances an absent platform demands nothing of them.
function platformDefaults(platform: Members): Members {
  return without(platform, defaults.fargatePlatform)
}

function inUnits(size: unknown, withUnit: RegExp): unknown {
  if (typeof size !== 'string' && typeof size !== 'number') return size
  const text = String(size).trim()
  if (text === '') return undefined
  const unit = withUnit.exec(text)
  const units = unit ? Number(unit[1]) * 1024 : /^\d+$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(units) ? String(units) : text
}

// Defaults of the API reference, ContainerDefinition; described definitions have cpu 0 and essential true filled in.
function containerDefaults(container: unknown, networkMode: unknown): unknown {
  if (!isObject(container)) return container
  const { healthCheck, restartPolicy, portMappings } = container
  return {
    ...without(container, defaults.container),
    ...(isObject(healthCheck) && {
      healthCheck: without(healthCheck, defaults.healthCheck),
    }),
    ...(isObject(restartPolicy) && { restartPolicy: restartDefaults(restartPolicy) }),
    ...(portMappings !== undefined && {
      portMappings: list(portMappings).map((mapping) => portDefaults(mapping, networkMode)),
    }),
  }
}

// A policy that is switched off is none.
function restartDefaults(policy: Members): Members {
  return policy.enabled === true ? without(policy, defaults.restartPolicy) : {}
}

// With awsvpc and host, a port on the host can only be the container's own (API reference, PortMapping).
function portDefaults(mapping: unknown, networkMode: unknown): unknown {
  if (!isObject(mapping)) return mapping
  const ownPort = networkMode === 'awsvpc' || networkMode === 'host'
  const plain = without(mapping, { hostPort: 0, protocol: 'tcp' })
  return ownPort ? without(plain, { hostPort: mapping.containerPort }) : plain
}

// Defaults of the API reference, EFSVolumeConfiguration and DockerVolumeConfiguration.
function volumeDefaults(volume: unknown): unknown {
  if (!isObject(volume)) return volume
  const { efsVolumeConfiguration: efs, dockerVolumeConfiguration: docker } = volume
  return {
    ...volume,
    ...(isObject(efs) && {
      efsVolumeConfiguration: {
        ...without(efs, { rootDirectory: '/', transitEncryption: 'DISABLED' }),
        ...(isObject(efs.authorizationConfig) && {
          authorizationConfig: without(efs.authorizationConfig, { iam: 'DISABLED' }),
        }),
      },
    }),
    ...(isObject(docker) && { dockerVolumeConfiguration: without(docker, { scope: 'task' }) }),
  }
}

function without(members: Members, defaults: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([name, value]) => value !== defaults[name]))
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Sorts lists whose order means nothing. Two variables of one name keep their order, because the last one wins. */
function sorted(value: unknown, member: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item, ''))
    const key = keyOfUnordered(member)
    if (key === undefined) return items
    const texts = items.map((item) => ({ item, key: key(item), text: member === 'environment' ? '' : jsonText(item) }))
    return texts.sort((a, b) => order(a.key, b.key) || order(a.text, b.text)).map(({ item }) => item)
  }
  if (!isObject(value)) return value
  const result: Members = {}
  for (const name of Object.keys(value).sort()) setMember(result, name, sorted(value[name], name))
  return result
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The text of the canonical form: equal texts, equal definitions. */
export function canonicalText(definition: Partial<TaskDefinition>): string {
  return jsonText(canonical(definition))
}
