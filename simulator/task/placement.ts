/** Where a task goes, or why it goes nowhere: capacity providers, their room, and the quotas of the account. */
import type { CapacityProviderStrategyItem } from '@aws-sdk/client-ecs'
import type { Task, World } from '../world/world.ts'

export interface LaunchWish {
  readonly launchType?: string | undefined
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[] | undefined
  /** CPU units of one task, as text. */
  readonly cpu?: string | undefined
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
const noInstance = 'was unable to place a task because no container instance met all of its requirements.'
const emptyProvider =
  'was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.'

/** @returns where the next task goes; nothing is reserved */
export function placeTask(world: World, wish: LaunchWish): Placement {
  const provider = nextProvider(wish)
  const name = provider ?? wish.launchType ?? 'FARGATE'
  const onFargate = fargate.includes(name)
  const limit = onFargate && name !== 'FARGATE_SPOT' ? overQuota(world, wish) : undefined
  if (limit !== undefined) return refused(limit)
  const { tasks, delaySeconds = 0 } = world.capacity.get(name) ?? {}
  if (tasks !== undefined && tasksOn(world, name).length >= tasks) {
    if (onFargate) return refused(noCapacity)
    return { placed: false, event: provider === undefined ? noInstance : emptyProvider, reason: 'RESOURCE:CPU' }
  }
  return {
    placed: true,
    launchType: onFargate ? 'FARGATE' : 'EC2',
    ...(provider !== undefined && { capacityProvider: provider }),
    delaySeconds,
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

function overQuota(world: World, { cpu = '256' }: LaunchWish): string | undefined {
  const { tasks, vcpus } = world.accountLimits
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
