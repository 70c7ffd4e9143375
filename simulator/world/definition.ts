/** A task definition as ECS stores it: what RegisterTaskDefinition fills in, reorders and normalises. */
import type { ContainerDefinition, PortMapping, RegisterTaskDefinitionRequest, Volume } from '@aws-sdk/client-ecs'
import { taskDefinitionArn } from './arn.ts'
import { isGone } from './references.ts'
import type { StoredDefinition, StoredTaskDefinition, World } from './world.ts'

/** @param cpu `256`, `.25 vCPU`, `1 vCPU`; @returns CPU units as text, or the text itself if it is no size */
export function normalizeCpu(cpu: string): string {
  const vcpu = /^\s*([\d.]+)\s*vcpu\s*$/i.exec(cpu)
  return vcpu === null ? cpu.trim() : String(Math.round(Number(vcpu[1]) * 1024))
}

/** @param memory `512`, `0.5GB`, `2 GB`; @returns MiB as text, or the text itself if it is no size */
export function normalizeMemory(memory: string): string {
  const gigabytes = /^\s*([\d.]+)\s*gb\s*$/i.exec(memory)
  return gigabytes === null ? memory.trim() : String(Math.round(Number(gigabytes[1]) * 1024))
}

/** Adds a revision. The request has been validated. @returns the stored revision */
export function registerDefinition(
  world: World,
  request: RegisterTaskDefinitionRequest,
  at: number,
): StoredTaskDefinition {
  const family = request.family ?? ''
  const revisions = world.taskDefinitions.get(family) ?? []
  const revision = (revisions.at(-1)?.revision ?? 0) + 1
  const stored = storedForm(request)
  const definition: StoredTaskDefinition = {
    family,
    revision,
    arn: taskDefinitionArn(world, family, revision),
    status: 'ACTIVE',
    registeredAt: at,
    stored,
    compatibilities: compatibilitiesOf(stored),
    requiresAttributes: requiredAttributes(stored),
  }
  world.taskDefinitions.set(family, [...revisions, definition])
  if (request.tags !== undefined && request.tags.length > 0) world.tags.set(definition.arn, [...request.tags])
  return definition
}

function storedForm(request: RegisterTaskDefinitionRequest): StoredDefinition {
  const { tags: _tags, containerDefinitions, cpu, memory, ...rest } = request
  return {
    ...rest,
    ...(cpu !== undefined && { cpu: normalizeCpu(cpu) }),
    ...(memory !== undefined && { memory: normalizeMemory(memory) }),
    volumes: (rest.volumes ?? []).map(storedVolume),
    placementConstraints: rest.placementConstraints ?? [],
    containerDefinitions: (containerDefinitions ?? []).map((container) => storedContainer(container, rest.networkMode)),
  }
}

function storedVolume(volume: Volume): Volume {
  const { efsVolumeConfiguration: efs, ...others } = volume
  // Observed (CircleCI-Public/aws-ecs-orb #105): the root directory is filled in, also beside an access point.
  if (efs !== undefined)
    return { ...others, efsVolumeConfiguration: { ...efs, rootDirectory: efs.rootDirectory ?? '/' } }
  // "If an empty volume configuration is specified, by default Amazon ECS uses a host volume" (SDK text of `volumes`).
  return Object.keys(others).every((member) => member === 'name') ? { ...others, host: {} } : others
}

function storedContainer(
  container: ContainerDefinition,
  networkMode: string | undefined,
): StoredDefinition['containerDefinitions'][number] {
  const { name = '', image = '', healthCheck, environment = [] } = container
  return {
    ...container,
    name,
    image,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    portMappings: (container.portMappings ?? []).map((mapping) => storedPort(mapping, networkMode)),
    // ECS gives environment variables back in an order of its own (observed as drift by every tool that compares).
    environment: [...environment].sort(
      (left, right) => (left.name ?? '').length - (right.name ?? '').length || compare(left.name, right.name),
    ),
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    ...(healthCheck !== undefined && {
      healthCheck: {
        ...healthCheck,
        interval: healthCheck.interval ?? 30,
        timeout: healthCheck.timeout ?? 5,
        retries: healthCheck.retries ?? 3,
      },
    }),
  }
}

const compare = (left = '', right = ''): number => (left < right ? -1 : left > right ? 1 : 0)

function storedPort(mapping: PortMapping, networkMode: string | undefined): PortMapping {
  const isAwsvpc = networkMode === 'awsvpc'
  const range = mapping.containerPortRange !== undefined
  const hostPort = isAwsvpc ? (mapping.hostPort ?? mapping.containerPort) : (mapping.hostPort ?? 0)
  return { ...mapping, ...(!range && hostPort !== undefined && { hostPort }), protocol: mapping.protocol ?? 'tcp' }
}

function compatibilitiesOf(stored: StoredDefinition): string[] {
  const isFargate = stored.networkMode === 'awsvpc' && stored.cpu !== undefined && stored.memory !== undefined
  const wanted = stored.requiresCompatibilities ?? []
  return ['EC2', ...(isFargate ? ['FARGATE'] : []), ...wanted.filter((name) => name !== 'EC2' && name !== 'FARGATE')]
}

function requiredAttributes(stored: StoredDefinition): { name: string }[] {
  const containers = stored.containerDefinitions
  const names = [
    'com.amazonaws.ecs.capability.docker-remote-api.1.18',
    ...(stored.networkMode === 'awsvpc' ? ['ecs.capability.task-eni'] : []),
    ...(stored.taskRoleArn === undefined ? [] : ['com.amazonaws.ecs.capability.task-iam-role']),
    ...(containers.some(({ image }) => image.includes('.dkr.ecr.'))
      ? ['ecs.capability.execution-role-ecr-pull', 'com.amazonaws.ecs.capability.ecr-auth']
      : []),
    ...(containers.some(({ logConfiguration }) => logConfiguration?.logDriver === 'awslogs')
      ? ['com.amazonaws.ecs.capability.logging-driver.awslogs', 'ecs.capability.execution-role-awslogs']
      : []),
    ...(containers.some(({ healthCheck }) => healthCheck !== undefined)
      ? ['ecs.capability.container-health-check']
      : []),
  ]
  return names.map((name) => ({ name }))
}

/** @param name ARN, `family:revision`, or `family` (its newest ACTIVE revision); undefined: there is none */
export function findDefinition(world: World, name: string): StoredTaskDefinition | undefined {
  const short = name.slice(name.lastIndexOf('/') + 1)
  const [family = '', revision] = short.split(':')
  const revisions = world.taskDefinitions.get(family) ?? []
  return revision === undefined
    ? revisions.findLast(({ status }) => status === 'ACTIVE')
    : revisions.find((candidate) => String(candidate.revision) === revision && !isGone(world, candidate))
}

/** A deregistered revision can start nothing any more: at once, or after a while (DG deregister-task-definition-v2). */
export function isUsable({ now, options }: World, { status, deregisteredAt = 0 }: StoredTaskDefinition): boolean {
  return status === 'ACTIVE' || now < deregisteredAt + options.inactiveAfterSeconds * 1000
}

/**
 * Also of a revision that is gone for every call: a service revision of the past may name it.
 * @throws if a stored reference points nowhere: a mistake in the simulator, not of a client
 */
export function definitionByArn(world: World, arn: string): StoredTaskDefinition {
  const family = arn.slice(arn.lastIndexOf('/') + 1, arn.lastIndexOf(':'))
  const found = world.taskDefinitions.get(family)?.find((definition) => definition.arn === arn)
  if (found === undefined) throw new Error(`The simulator lost task definition ${arn}`)
  return found
}
