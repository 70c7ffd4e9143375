/** What RegisterTaskDefinition refuses (all ClientException; texts as known from real answers). */
import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs'
import { clientException } from '../protocol/errors.ts'
import type { ModelOptions } from '../scenario.ts'
import { normalizeCpu, normalizeMemory } from '../world/definition.ts'
import { checkDependencies } from './dependency-rules.ts'

/** CPU units to MiB: from, to, step (DG fargate-tasks-services). */
const fargateSizes: Readonly<Record<string, readonly number[]>> = {
  '256': [512, 1024, 2048],
  '512': steps(1024, 4096, 1024),
  '1024': steps(2048, 8192, 1024),
  '2048': steps(4096, 16_384, 1024),
  '4096': steps(8192, 30_720, 1024),
  '8192': steps(16_384, 61_440, 4096),
  '16384': steps(32_768, 122_880, 8192),
}
/** In the newest page copy, but refused by the live API in 2026; the exact numbers are inferred from 60, 120 and 244 GB. */
const largestCpu = '32768'
const largestMemory: readonly number[] = [61_440, 122_880, 249_856]
const fargateLogDrivers: readonly string[] = ['awslogs', 'splunk', 'awsfirelens']

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step)
}

/** What no source settles about task definitions. */
export type TaskDefinitionOptions = Pick<ModelOptions, 'fargate32Vcpu' | 'taskDefinitionBytes'>

/** @throws ApiError ClientException */
export function checkTaskDefinition(input: RegisterTaskDefinitionRequest, options: TaskDefinitionOptions): void {
  // The limit is long-standing; its text is inferred.
  if (Buffer.byteLength(JSON.stringify(input)) > options.taskDefinitionBytes)
    throw clientException(
      `Actual length of the task definition exceeds the limit of ${options.taskDefinitionBytes} bytes.`,
    )
  const { family = '', containerDefinitions: containers = [] } = input
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(family)) throw clientException('Family contains invalid characters.')
  if (containers.length === 0) throw clientException('Container list cannot be empty.')
  if (containers.length > 10) throw clientException('Too many containers: a task definition can have at most 10.')
  for (const container of containers) checkContainer(input, container)
  checkNames(containers)
  if (input.requiresCompatibilities?.includes('FARGATE') === true) checkFargate(input, containers, options)
  const size = input.ephemeralStorage?.sizeInGiB
  if (size !== undefined && size < 21) throw clientException('Ephemeral storage size should be at least 21')
  if (size !== undefined && size > 200) throw clientException('Ephemeral storage size should be at most 200')
}

function checkNames(containers: readonly ContainerDefinition[]): void {
  const names = containers.map(({ name }) => name)
  if (new Set(names).size < names.length)
    throw clientException('Container names must be unique within a task definition.')
  if (containers.every(({ essential }) => essential === false)) {
    throw clientException('A task definition must have at least one essential container.')
  }
  checkDependencies(containers)
}

function checkContainer(input: RegisterTaskDefinitionRequest, container: ContainerDefinition): void {
  const { name = '', image = '' } = container
  if (name === '') throw clientException('Container.name should not be null or empty.')
  if (image === '') throw clientException('Container.image should not be null or empty.')
  const [tagged = '', digest] = image.split('@')
  if (tagged.length > 255) throw clientException('Container.image should not exceed 255 characters.')
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))
    throw clientException(`Container.image contains invalid characters.`)
  if (/\s/.test(image)) throw clientException('Container.image contains invalid characters.')
  if (input.memory === undefined && container.memory === undefined && container.memoryReservation === undefined) {
    throw clientException(
      `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
    )
  }
  for (const { containerPort, hostPort } of container.portMappings ?? []) {
    if (input.networkMode === 'awsvpc' && hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort) {
      throw clientException(`When networkMode=awsvpc, the host ports and container ports in port mappings must match.`)
    }
  }
}

function checkFargate(
  input: RegisterTaskDefinitionRequest,
  containers: readonly ContainerDefinition[],
  options: TaskDefinitionOptions,
): void {
  if (input.networkMode !== 'awsvpc') throw clientException('Fargate only supports network mode ‘awsvpc’.')
  if (input.cpu === undefined) throw clientException("Fargate requires that 'cpu' be defined at the task level.")
  if (input.memory === undefined) throw clientException("Fargate requires that 'memory' be defined at the task level.")
  checkFargateSize(normalizeCpu(input.cpu), normalizeMemory(input.memory), options)
  if (input.pidMode !== undefined && input.pidMode !== 'task') {
    throw clientException(
      `Tasks using the Fargate launch type do not support pidMode '${input.pidMode}'. The supported value for pidMode is 'task'.`,
    )
  }
  for (const container of containers) checkFargateContainer(input, container)
}

function checkFargateSize(cpu: string, memory: string, { fargate32Vcpu }: TaskDefinitionOptions): void {
  if (!/^\d+$/.test(cpu)) {
    throw clientException(
      "Invalid 'cpu' setting for task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
    )
  }
  if (fargate32Vcpu && cpu === largestCpu && largestMemory.includes(Number(memory))) return
  if (fargateSizes[cpu]?.includes(Number(memory)) !== true)
    throw clientException('No Fargate configuration exists for given values.')
}

function checkFargateContainer(input: RegisterTaskDefinitionRequest, container: ContainerDefinition): void {
  const { image = '', logConfiguration } = container
  if (input.executionRoleArn === undefined && /\.dkr[.-]ecr/.test(image)) {
    throw clientException('Fargate requires task definition to have execution role ARN to support ECR images.')
  }
  if (input.executionRoleArn === undefined && logConfiguration?.logDriver === 'awslogs') {
    throw clientException('Fargate requires task definition to have execution role ARN to support log driver awslogs.')
  }
  if (logConfiguration !== undefined && !fargateLogDrivers.includes(logConfiguration.logDriver ?? '')) {
    throw clientException(`Log driver '${logConfiguration.logDriver}' is not supported on Fargate.`)
  }
  if (container.privileged === true)
    throw clientException('Tasks using the Fargate launch type do not support privileged containers.')
  if ((container.links ?? []).length > 0) throw clientException('Links are not supported when networkMode=awsvpc.')
}
