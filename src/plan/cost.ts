import type { Service } from '@aws-sdk/client-ecs'
import type { ServiceSettings } from '../inputs/deploy-inputs.ts'
import { unitsOf } from '../preflight/checks/fargate.ts'
import { desiredCount } from '../preflight/facts.ts'
import { platformOf } from '../preflight/platform.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import { fargatePrices, type RegionPrices } from './fargate-prices.ts'

/** What the tasks of a service cost in a month of 730 hours. */
export type Cost =
  | {
      readonly kind: 'estimate'
      /** US dollars. */
      readonly dollars: number
      readonly tasks: number
      /** Of each task. */
      readonly vcpu: number
      readonly memoryGb: number
      readonly platform: string
    }
  /** Spot: the price changes. */
  | { readonly kind: 'varies'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }

/** What is paid for. */
export type Paid = {
  readonly definition: Pick<TaskDefinition, 'cpu' | 'memory' | 'runtimePlatform' | 'ephemeralStorage'>
  readonly service: Service
  /** What is set of the service; nothing for what runs now. */
  readonly settings: ServiceSettings
  readonly region: string
}

/**
 * An estimate of what Fargate costs a month at the desired count: vCPU, memory, and ephemeral storage above what is included;
 * pure. No load balancer, traffic, logs, public addresses, savings plans or discounts.
 */
export function monthlyCost(paid: Paid): Cost {
  const elsewhere = notOnDemand(paid)
  if (elsewhere !== undefined) return elsewhere
  const { definition, region } = paid
  const prices = fargatePrices.regions[region]
  if (prices === undefined) return unknown(`the price table of this action does not have ${region}`)
  const platform = platformOf(definition)
  const rates = prices[platform as keyof Omit<RegionPrices, 'storageGb'>]
  if (rates === undefined) return unknown(`the price table of this action does not have ${platform} in ${region}`)
  const vcpu = unitsOf(definition.cpu)
  const memory = unitsOf(definition.memory)
  if (vcpu === undefined || memory === undefined)
    return unknown('the task definition has no cpu and memory for the task')
  const extra = Math.max(0, (definition.ephemeralStorage?.sizeInGiB ?? 0) - fargatePrices.includedStorageGb)
  if (extra > 0 && prices.storageGb === undefined)
    return unknown(`the price table of this action does not have ephemeral storage in ${region}`)
  const cpus = vcpu / 1024
  const memoryGb = memory / 1024
  const tasks = desiredCount(paid)
  const perHour = cpus * (rates.vcpu + (rates.licence ?? 0)) + memoryGb * rates.gb + extra * (prices.storageGb ?? 0)
  const dollars = Math.round(perHour * tasks * fargatePrices.hoursPerMonth * 100) / 100
  return { kind: 'estimate', dollars, tasks, vcpu: cpus, memoryGb, platform }
}

/** Where tasks run on something else than Fargate on demand. */
function notOnDemand({ service, settings }: Paid): Cost | undefined {
  const strategy = settings.capacityProviderStrategy ?? service.capacityProviderStrategy ?? []
  // A provider without base and weight gets no tasks (API reference, CapacityProviderStrategyItem).
  const used = strategy.filter(({ base = 0, weight = 0 }) => base > 0 || weight > 0)
  const providers = (used.length > 0 ? used : strategy).map(({ capacityProvider }) => capacityProvider ?? '')
  const own = providers.filter((name) => !/^FARGATE(_SPOT)?$/.test(name))
  if (own.length > 0) return unknown(`tasks run on instances (${own.join(', ')}), and those are what is paid for`)
  if (providers.includes('FARGATE_SPOT')) return { kind: 'varies', why: 'the price of Fargate Spot changes' }
  if (providers.length > 0 || service.launchType === 'FARGATE') return undefined
  return unknown(
    service.launchType === undefined
      ? 'where the tasks run is not known'
      : `tasks run on instances (launch type ${service.launchType}), and those are what is paid for`,
  )
}

function unknown(why: string): Cost {
  return { kind: 'unknown', why }
}
