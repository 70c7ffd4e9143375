/** What the neighbours know, as part of the world: plain data. */
import type { NeighbourScenario, PullThroughCacheRuleScenario, RoleScenario, SuspensionScenario } from './scenario.ts'

export interface Neighbours {
  /** By name. `all`: others come into being when they are named. */
  readonly logGroups: { readonly all: boolean; readonly groups: Map<string, LogGroup> }
  readonly secretValues: Readonly<Record<string, string>>
  readonly secretKeys: Readonly<Record<string, string>>
  readonly subnets: NeighbourScenario['subnets'] | undefined
  readonly securityGroups: NeighbourScenario['securityGroups'] | undefined
  readonly targetGroups: NonNullable<NeighbourScenario['targetGroups']>
  readonly scalableTargets: ScalableTarget[]
  readonly roles: 'all' | readonly RoleScenario[]
  /** By name without path: what became of a role since the start. */
  readonly changedRoles: Map<string, { readonly exists: boolean; readonly role: RoleScenario }>
  /** ARNs. */
  readonly deletedTargetGroups: string[]
  readonly keys: NonNullable<NeighbourScenario['keys']>
  readonly pullThroughCacheRules: readonly PullThroughCacheRuleScenario[]
  readonly taskAddresses: readonly string[]
  readonly loadBalancerName: string | undefined
  /** IAM actions that the caller lacks; may be changed. */
  readonly denied: string[]
}

export interface LogGroup {
  readonly name: string
  readonly createdAt: number
}

export interface ScalableTarget {
  readonly resourceId: string
  minCapacity: number
  maxCapacity: number
  suspended: SuspensionScenario
  readonly createdAt: number
}

export const nothingSuspended: SuspensionScenario = { scalingIn: false, scalingOut: false, scheduled: false }

/** @param now virtual milliseconds */
export function neighboursFrom(
  scenario: NeighbourScenario & { readonly deny?: readonly string[] },
  now: number,
): Neighbours {
  const { logGroups = 'all' } = scenario
  const named = logGroups === 'all' ? [] : logGroups
  return {
    logGroups: {
      all: logGroups === 'all',
      groups: new Map(named.map((name) => [name, { name, createdAt: now }])),
    },
    secretValues: scenario.secretValues ?? {},
    secretKeys: scenario.secretKeys ?? {},
    subnets: scenario.subnets,
    securityGroups: scenario.securityGroups,
    targetGroups: scenario.targetGroups ?? {},
    scalableTargets: (scenario.scalableTargets ?? []).map(
      ({ cluster = 'default', service, suspended = {}, ...rest }) => ({
        resourceId: `service/${cluster}/${service}`,
        createdAt: now,
        suspended: { ...nothingSuspended, ...suspended },
        ...rest,
      }),
    ),
    roles: scenario.roles ?? 'all',
    changedRoles: new Map(),
    deletedTargetGroups: [],
    keys: scenario.keys ?? 'all',
    pullThroughCacheRules: scenario.pullThroughCacheRules ?? [],
    taskAddresses: scenario.taskAddresses ?? [],
    loadBalancerName: scenario.loadBalancerName,
    denied: [...(scenario.deny ?? [])],
  }
}

/** A log group exists if it was created, or if a scenario lets all exist. */
export function hasLogGroup({ neighbours }: { readonly neighbours: Neighbours }, name: string): boolean {
  return neighbours.logGroups.all || neighbours.logGroups.groups.has(name)
}
