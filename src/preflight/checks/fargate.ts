import { containersOf } from '../containers.ts'
import type { Facts } from '../facts.ts'
import { isOnFargate } from '../facts.ts'
import type { Found } from '../finding.ts'

type Size = { readonly from: number; readonly to: number; readonly step: number }

/** MiB by CPU units (DG fargate-tasks-services). */
const sizes: ReadonlyMap<number, Size> = new Map([
  [256, { from: 512, to: 2048, step: 512 }],
  [512, { from: 1024, to: 4096, step: 1024 }],
  [1024, { from: 2048, to: 8192, step: 1024 }],
  [2048, { from: 4096, to: 16_384, step: 1024 }],
  [4096, { from: 8192, to: 30_720, step: 1024 }],
  [8192, { from: 16_384, to: 61_440, step: 4096 }],
  [16_384, { from: 32_768, to: 122_880, step: 8192 }],
])
/** New in 2026 and not everywhere yet; the exact numbers of MiB that belong to it are not documented. */
const notCertain = 32_768
/** 0.25 vCPU goes in powers of two, so 1536 MiB is no size of it. */
const noSize = { cpu: 256, memory: 1536 }

/** Whether Fargate has tasks of this size; undefined where that is not certain. */
export function isFargateSize(cpu: number, memory: number): boolean | undefined {
  if (cpu === notCertain) return undefined
  const size = sizes.get(cpu)
  if (size === undefined || (cpu === noSize.cpu && memory === noSize.memory)) return false
  return memory >= size.from && memory <= size.to && (memory - size.from) % size.step === 0
}

/** CPU units or MiB of `"256"`, `".5 vCPU"`, `"2GB"`; undefined for what ECS alone can judge. */
export function unitsOf(text: string | undefined): number | undefined {
  const found = /^(\d*\.?\d+)\s*(vcpu|gb)?$/i.exec(text?.trim() ?? '')
  if (found === null) return undefined
  const units = Number(found[1]) * (found[2] === undefined ? 1 : 1024)
  return Number.isSafeInteger(units) ? units : undefined
}

export function wrongFargateSizes(facts: Facts): readonly Found[] {
  const { definition } = facts
  if (!isForFargate(facts)) return []
  return [...missingSizes(facts), ...wrongPair(facts), ...wrongStorage(definition.ephemeralStorage?.sizeInGiB)]
}

function isForFargate(facts: Facts): boolean {
  return (facts.definition.requiresCompatibilities ?? []).includes('FARGATE') || isOnFargate(facts)
}

function missingSizes({ definition }: Facts): readonly Found[] {
  return (['cpu', 'memory'] as const).flatMap((name) =>
    definition[name] === undefined || definition[name] === ''
      ? [
          {
            input: name,
            message: `The task definition has no ${name}. On Fargate it needs one for the whole task: set it, or the input ${name}.`,
          },
        ]
      : [],
  )
}

function wrongPair({ definition }: Facts): readonly Found[] {
  const cpu = unitsOf(definition.cpu)
  const memory = unitsOf(definition.memory)
  if (cpu === undefined || memory === undefined || isFargateSize(cpu, memory) !== false) return []
  const size = sizes.get(cpu)
  if (size === undefined) {
    const known = [...sizes.keys()].join(', ')
    return [
      { path: ['cpu'], input: 'cpu', message: `Fargate has no tasks with ${cpu} CPU units. Choose one of ${known}.` },
    ]
  }
  const allowed = cpu === noSize.cpu ? '512, 1024 or 2048' : `${size.from} to ${size.to} in steps of ${size.step}`
  const message = `Fargate has no tasks with ${cpu} CPU units and ${memory} MiB. With ${cpu} CPU units memory is ${allowed} MiB.`
  return [{ path: ['memory'], input: 'memory', message }]
}

function wrongStorage(size: number | undefined): readonly Found[] {
  if (size === undefined || (size >= 21 && size <= 200)) return []
  const message = `ephemeralStorage.sizeInGiB is ${size}. It may be 21 to 200; without it tasks have 20 GiB.`
  return [{ path: ['ephemeralStorage', 'sizeInGiB'], message }]
}

/** Log drivers that Fargate knows (DG fargate-task-defs). */
const logDrivers = ['awslogs', 'splunk', 'awsfirelens']

/** What RegisterTaskDefinition refuses of a definition that is said to be for Fargate. */
export function wrongFargateSettings({ definition }: Facts): readonly Found[] {
  if (!(definition.requiresCompatibilities ?? []).includes('FARGATE')) return []
  const mode = definition.networkMode
  const network: readonly Found[] =
    mode === 'awsvpc'
      ? []
      : [
          {
            path: ['networkMode'],
            message: `networkMode is ${mode ?? 'not set'}. On Fargate it must be awsvpc: set it in the task definition.`,
          },
        ]
  const role = definition.executionRoleArn ? [] : needsExecutionRole(definition)
  const drivers = containersOf(definition).flatMap(({ container, name, path }) => {
    const driver = container.logConfiguration?.logDriver
    if (driver === undefined || logDrivers.includes(driver)) return []
    const message = `Container "${name}" logs with the driver ${driver}, which Fargate does not have. Use one of ${logDrivers.join(', ')}.`
    return [{ path: [...path, 'logConfiguration', 'logDriver'], input: 'log-configuration-log-driver', message }]
  })
  return [...network, ...role, ...drivers]
}

function needsExecutionRole(definition: Facts['definition']): readonly Found[] {
  const reasons = containersOf(definition).flatMap(({ container }) => [
    ...(/\.dkr[.-]ecr/.test(container.image ?? '') ? ['to pull from ECR'] : []),
    ...(container.logConfiguration?.logDriver === 'awslogs' ? ['to write to CloudWatch Logs'] : []),
  ])
  if (reasons.length === 0) return []
  const message =
    `The task definition has no executionRoleArn, and Fargate needs one ${[...new Set(reasons)].join(' and ')}. ` +
    'Set it in the task definition or with execution-role-arn; the usual role has the policy AmazonECSTaskExecutionRolePolicy.'
  return [{ input: 'execution-role-arn', message }]
}
