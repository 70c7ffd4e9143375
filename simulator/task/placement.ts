/** Where a task goes, or why it goes nowhere: capacity providers, their room, and the quotas of the account. */
import type { CapacityProviderStrategyItem } from '@aws-sdk/client-ecs'
import type { CapacityScenario } from '../scenario.ts'
import type { Task, World } from '../world/world.ts'

export interface LaunchWish {
  readonly launchType?: string | undefined
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[] | undefined
  readonly cluster: string
  /** CPU units and MiB of one task, as text. */
  readonly cpu?: string | undefined
  readonly memory?: string | undefined
  /** Tasks that the strategy has placed so far. */
  readonly siblings: readonly Task[]
}

export type Placement =
  | {
      readonly placed: true
      readonly launchType: string
      readonly capacityProvider?: string
      readonly delaySeconds: number
    }
  | {
      readonly placed: false
      /** As the service event says it, after the name of the service (DG service-event-messages-list). */
      readonly event: string
      readonly reason: string
    }

const fargate: readonly string[] = ['FARGATE', 'FARGATE_SPOT']
const noCapacity = 'Capacity is unavailable at this time. Please try again later or in a different availability zone.'
const tooManyTasks = "You've reached the limit on the number of tasks you can run concurrently"
const tooManyCpus = 'You’ve reached the limit on the number of vCPUs you can run concurrently'
const aboveLimit = (what: string): string => `The requested ${what} configuration is above your limit.`
const noInstance = 'was unable to place a task because no container instance met all of its requirements.'
const tooManyProvisioning =
  'was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.'
const usualProvisioningTasks = 500
const someInstance = '0123456789abcdef0123456789abcdef'
const closestTexts = {
  'insufficient-cpu': { text: 'has insufficient CPU units available.', reason: 'RESOURCE:CPU' },
  // Inferred after the one about CPU.
  'insufficient-memory': { text: 'has insufficient memory available.', reason: 'RESOURCE:MEMORY' },
  agent: { text: 'encountered error "AGENT".', reason: 'AGENT' },
} as const
const emptyProvider =
  'was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.'

/** @returns where the next task goes; nothing is reserved */
export function placeTask(world: World, wish: LaunchWish): Placement {
  const provider = nextProvider(wish)
  const name = provider ?? wish.launchType ?? 'FARGATE'
  const onFargate = fargate.includes(name)
  const limit = onFargate && name !== 'FARGATE_SPOT' ? overQuota(world, wish) : undefined
  if (limit !== undefined) return refused(limit)
  const room = world.capacity.get(name) ?? { provider: name }
  const { tasks, delaySeconds = 0 } = room
  if (room.internalError === true) return refused('Internal error.')
  if (!onFargate && isProvisioningTooMany(world, wish.cluster))
    return { placed: false, event: tooManyProvisioning, reason: 'RESOURCE:CPU' }
  if (tasks !== undefined && tasksOn(world, name).length >= tasks) {
    if (onFargate) return refused(noCapacity)
    return noRoomOnInstances(provider, room)
  }
  return {
    placed: true,
    launchType: onFargate ? 'FARGATE' : 'EC2',
    ...(provider !== undefined && { capacityProvider: provider }),
    delaySeconds,
  }
}

/** 500 tasks may wait in PROVISIONING at once, in each cluster. */
function isProvisioningTooMany(world: World, cluster: string): boolean {
  const most = world.accountLimits.provisioningTasks ?? usualProvisioningTasks
  const isWaiting = ({ lastStatus, ...task }: Task): boolean =>
    lastStatus === 'PROVISIONING' && task.cluster === cluster
  return world.tasks.length >= most && world.tasks.filter(isWaiting).length >= most
}

function noRoomOnInstances(provider: string | undefined, { closestInstance }: CapacityScenario): Placement {
  const closest = closestInstance === undefined ? undefined : closestTexts[closestInstance]
  if (provider !== undefined) return { placed: false, event: emptyProvider, reason: 'RESOURCE:CPU' }
  return {
    placed: false,
    event:
      closest === undefined
        ? noInstance
        : `${noInstance} The closest matching container-instance ${someInstance} ${closest.text}`,
    reason: closest?.reason ?? 'RESOURCE:CPU',
  }
}

const refused = (reason: string): Placement => ({
  placed: false,
  event: `was unable to place a task. Reason: ${reason}`,
  reason,
})

const tasksOn = (world: World, name: string): Task[] =>
  world.tasks.filter(
    (task) => task.lastStatus !== 'STOPPED' && (task.capacityProvider ?? task.launchType ?? 'FARGATE') === name,
  )

function overQuota(world: World, { cpu = '256', memory = '512' }: LaunchWish): string | undefined {
  const { tasks, vcpus, taskCpu, taskMemory } = world.accountLimits
  if (taskCpu !== undefined && Number(cpu) > taskCpu) return aboveLimit('CPU')
  if (taskMemory !== undefined && Number(memory) > taskMemory) return aboveLimit('MEMORY')
  if (tasks === undefined && vcpus === undefined) return undefined
  const running = tasksOn(world, 'FARGATE')
  if (tasks !== undefined && running.length >= tasks) return tooManyTasks
  if (vcpus !== undefined && ((running.length + 1) * Number(cpu)) / 1024 > vcpus) return tooManyCpus
  return undefined
}

/** First the base, then by weight: the provider that lags most behind its share (API CapacityProviderStrategyItem). */
function nextProvider({ capacityProviderStrategy: strategy = [], siblings }: LaunchWish): string | undefined {
  const count = (name: string): number => siblings.filter(({ capacityProvider }) => capacityProvider === name).length
  const short = strategy.find(({ capacityProvider = '', base = 0 }) => count(capacityProvider) < base)
  if (short !== undefined) return short.capacityProvider
  const share = ({ capacityProvider = '', base = 0, weight = 0 }: CapacityProviderStrategyItem): number =>
    (count(capacityProvider) - base + 1) / weight
  const weighted = strategy.filter(({ weight = 0 }) => weight > 0)
  return (
    weighted.sort((left, right) => share(left) - share(right))[0]?.capacityProvider ?? strategy[0]?.capacityProvider
  )
}
