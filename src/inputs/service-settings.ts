import type {
  CapacityProviderStrategyItem,
  DeploymentCircuitBreaker,
  NetworkConfiguration,
  ServiceManagedEBSVolumeConfiguration,
} from '@aws-sdk/client-ecs'
import type { Checked } from '../problem.ts'
import type { ServiceSettings } from './deploy-inputs.ts'
import type { InputReader, Parser } from './input-reader.ts'
import { contentLines } from './lines.ts'
import { bad, good } from './parsed.ts'
import { parseBoolean, parseChoice, parseForm, parseInteger } from './scalars.ts'
import { misfits, parseStructured, type Shape } from './shape.ts'
import { withoutAbsent } from './without-absent.ts'

const largestInteger = 2 ** 31 - 1

/** Reads what the run changes in the service itself; a setting that is not given is not in the result. */
export function readServiceSettings(reader: InputReader): ServiceSettings {
  return withoutAbsent<ServiceSettings>({
    desiredCount: reader.take('desired-count', parseInteger(0, largestInteger)),
    forceNewDeployment: reader.take('force-new-deployment', parseBoolean),
    enableExecuteCommand: reader.take('enable-execute-command', parseBoolean),
    platformVersion: reader.take(
      'platform-version',
      parseForm(/^(?:LATEST|\d+\.\d+\.\d+)$/, 'LATEST or a version such as 1.4.0'),
    ),
    healthCheckGracePeriodSeconds: reader.take('health-check-grace-period-seconds', parseInteger(0, largestInteger)),
    capacityProviderStrategy: reader.takeLines('capacity-provider-strategy', parseCapacityProviderStrategy),
    networkConfiguration: reader.takeLines('network-configuration', parseNetworkConfiguration),
    deploymentCircuitBreaker: reader.take('deployment-circuit-breaker', parseCircuitBreaker),
    serviceManagedEbsVolume: readEbsVolume(reader),
    propagateTags: reader.take('propagate-tags', parseChoice(['SERVICE', 'TASK_DEFINITION', 'NONE'])),
    enableEcsManagedTags: reader.take('enable-ecs-managed-tags', parseBoolean),
  })
}

const text: Shape = { kind: 'text' }

const strategyShape: Shape = {
  kind: 'list',
  of: {
    kind: 'record',
    members: {
      capacityProvider: text,
      // Limits: API reference, CapacityProviderStrategyItem.
      weight: { kind: 'integer', least: 0, most: 1000 },
      base: { kind: 'integer', least: 0, most: 100_000 },
    },
    required: ['capacityProvider'],
  },
}

/** Lines such as `FARGATE=1 base=1`, or the list as JSON; the empty list `[]` means the launch type of the service. */
export const parseCapacityProviderStrategy: Parser<readonly CapacityProviderStrategyItem[]> = (given) => {
  if (!given.trimStart().startsWith('[')) return strategyLines(given)
  return shaped<CapacityProviderStrategyItem[]>(given, strategyShape, 'The strategy')
}

function strategyLines(given: string): Checked<readonly CapacityProviderStrategyItem[]> {
  const items: CapacityProviderStrategyItem[] = []
  const wrong: string[] = []
  for (const line of contentLines(given)) {
    const { provider, weight, base } =
      /^(?<provider>[\w-]+)=(?<weight>\d+)(?:\s+base=(?<base>\d+))?$/.exec(line.text)?.groups ?? {}
    if (provider === undefined) wrong.push(`Line ${line.number} does not read like FARGATE=1 or FARGATE=1 base=1.`)
    else
      items.push({
        capacityProvider: provider,
        weight: Number(weight),
        ...(base === undefined ? {} : { base: Number(base) }),
      })
  }
  wrong.push(...misfits(items, strategyShape, 'The strategy'))
  return wrong.length > 0 ? bad(...wrong) : good(items)
}

const awsvpcShape: Shape = {
  kind: 'record',
  members: {
    subnets: { kind: 'list', of: text },
    securityGroups: { kind: 'list', of: text },
    assignPublicIp: { kind: 'choice', of: ['ENABLED', 'DISABLED'] },
  },
  required: ['subnets'],
}

const networkShape: Shape = {
  kind: 'record',
  members: { awsvpcConfiguration: awsvpcShape },
  required: ['awsvpcConfiguration'],
}

/** The network of the tasks as the API has it, as JSON or YAML; the outer `awsvpcConfiguration` may be left out. */
export const parseNetworkConfiguration: Parser<NetworkConfiguration> = (given) => {
  const parsed = parseStructured(given)
  if (!parsed.ok) return parsed
  const whole = isObject(parsed.value) && !('awsvpcConfiguration' in parsed.value)
  return shapedValue(whole ? { awsvpcConfiguration: parsed.value } : parsed.value, networkShape, 'The network')
}

const circuitBreakerShape: Shape = {
  kind: 'record',
  members: {
    enable: { kind: 'boolean' },
    rollback: { kind: 'boolean' },
    resetOnHealthyTask: { kind: 'boolean' },
    thresholdConfiguration: {
      kind: 'record',
      members: {
        type: { kind: 'choice', of: ['BOUNDED_PERCENT', 'UNBOUNDED_PERCENT', 'COUNT'] },
        value: { kind: 'integer', least: 1, most: largestInteger },
      },
      required: ['type', 'value'],
    },
  },
  required: ['enable', 'rollback'],
}

/** `off`, `on` (stop a failing deployment), `rollback` (stop it and go back), or the whole setting as JSON. */
export const parseCircuitBreaker: Parser<DeploymentCircuitBreaker> = (given) => {
  if (given.startsWith('{')) return shaped(given, circuitBreakerShape, 'The circuit breaker')
  const word = parseChoice(['off', 'on', 'rollback'])(given)
  if (!word.ok) return bad(`"${given}" is not one of off, on, rollback, nor a JSON object.`)
  return good({ enable: word.value !== 'off', rollback: word.value === 'rollback' })
}

const propagateTagsShape: Shape = { kind: 'choice', of: ['SERVICE', 'TASK_DEFINITION', 'NONE'] }

const ebsVolumeShape: Shape = {
  kind: 'record',
  members: {
    encrypted: { kind: 'boolean' },
    kmsKeyId: text,
    volumeType: text,
    sizeInGiB: { kind: 'integer', least: 1, most: largestInteger },
    snapshotId: text,
    volumeInitializationRate: { kind: 'integer', least: 1, most: largestInteger },
    iops: { kind: 'integer', least: 1, most: largestInteger },
    throughput: { kind: 'integer', least: 1, most: largestInteger },
    tagSpecifications: {
      kind: 'list',
      of: {
        kind: 'record',
        members: {
          resourceType: { kind: 'choice', of: ['volume'] },
          tags: { kind: 'list', of: { kind: 'record', members: { key: text, value: text }, required: ['key'] } },
          propagateTags: propagateTagsShape,
        },
        required: ['resourceType'],
      },
    },
    roleArn: text,
    filesystemType: { kind: 'choice', of: ['ext3', 'ext4', 'ntfs', 'xfs'] },
  },
  // Required by the API, ServiceManagedEBSVolumeConfiguration.
  required: ['roleArn'],
}

function readEbsVolume(reader: InputReader): ServiceSettings['serviceManagedEbsVolume'] {
  const name = reader.text('service-managed-ebs-volume-name')
  const given = reader.lines('service-managed-ebs-volume')
  if (name === undefined && given !== undefined) {
    reader.refuse(
      'service-managed-ebs-volume',
      'It needs service-managed-ebs-volume-name, the name of the volume in the task definition.',
    )
  }
  if (name !== undefined && given === undefined) {
    reader.refuse(
      'service-managed-ebs-volume-name',
      'It needs service-managed-ebs-volume, the settings of the volume as JSON.',
    )
  }
  const volume = reader.takeLines('service-managed-ebs-volume', (json) =>
    shaped<ServiceManagedEBSVolumeConfiguration>(json, ebsVolumeShape, 'The volume'),
  )
  return name === undefined || volume === undefined ? undefined : { name, volume }
}

function shaped<T>(given: string, shape: Shape, place: string): Checked<T> {
  const parsed = parseStructured(given)
  return parsed.ok ? shapedValue(parsed.value, shape, place) : parsed
}

function shapedValue<T>(value: unknown, shape: Shape, place: string): Checked<T> {
  const wrong = misfits(value, shape, place)
  return wrong.length > 0 ? bad(...wrong) : good(value as T)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
