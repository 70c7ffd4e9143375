import type { Service } from '@aws-sdk/client-ecs'
import type { ServiceSettings } from '../inputs/deploy-inputs.ts'
import { primaryOf, type Snapshot } from '../rollout/snapshot.ts'

/** What there is to do, decided before anything is changed. */
export type Decision =
  | { readonly kind: 'unchanged' }
  /** What is wanted is already being deployed: by a run that was cancelled, say. */
  | { readonly kind: 'watch'; readonly deploymentId: string }
  /** It is deployed, but tasks are missing or starting: being replaced or scaled. */
  | { readonly kind: 'settle' }
  | {
      readonly kind: 'update'
      /** Absent: the task definition stays, only settings change. */
      readonly revision?: 'register' | 'reuse'
      readonly force: boolean
      /** Why a deployment is forced although nothing differs. */
      readonly why?: string
    }

/** What `decide` looks at. */
export type Comparison = {
  /** Which existing revision equals the wanted definition: the one that the service runs, another one, or none. */
  readonly equal: 'running' | 'other' | 'none'
  readonly snapshot: Snapshot
  readonly settingsDiffer: boolean
  readonly forceNewDeployment: boolean
  /** Images named by this run whose digest is not known: what runs may be older than what the tag names now. */
  readonly unresolved: readonly string[]
}

/** `unchanged` only if it is proved; pure. */
export function decide(comparison: Comparison): Decision {
  const { equal, settingsDiffer, forceNewDeployment, unresolved } = comparison
  if (equal !== 'running') {
    return { kind: 'update', revision: equal === 'other' ? 'reuse' : 'register', force: forceNewDeployment }
  }
  if (forceNewDeployment) return { kind: 'update', force: true }
  if (unresolved.length > 0) {
    const why = `the digest of ${unresolved.join(' and ')} is not known, so what runs may be older than what the tag names now`
    return { kind: 'update', force: true, why }
  }
  return decideOnRollout(comparison.snapshot, settingsDiffer)
}

function decideOnRollout(snapshot: Snapshot, settingsDiffer: boolean): Decision {
  const primary = primaryOf(snapshot)
  if (primary === undefined) return { kind: 'update', force: true, why: 'the service has no deployment' }
  if (primary.rolloutState === 'FAILED') {
    return { kind: 'update', force: true, why: `its deployment ${primary.id} failed` }
  }
  if (settingsDiffer) return { kind: 'update', force: false }
  if (primary.rolloutState !== 'COMPLETED' && primary.rolloutState !== undefined) {
    return { kind: 'watch', deploymentId: primary.id }
  }
  return snapshot.running === snapshot.desired && snapshot.pending === 0 ? { kind: 'unchanged' } : { kind: 'settle' }
}

/** The names of the settings that the user set and that the service does not have; pure. */
export function differingSettings(wanted: ServiceSettings, service: Service): readonly (keyof ServiceSettings)[] {
  const current = currentSettings(service)
  // An action, not a state: `decide` looks at it.
  const { forceNewDeployment: _, ...states } = wanted
  return (Object.keys(states) as (keyof typeof states)[]).filter((name) => !contains(current[name], states[name]))
}

/** What the service has of all that can be set; pure. */
export function currentSettings(
  service: Service,
): Readonly<Record<Exclude<keyof ServiceSettings, 'forceNewDeployment'>, unknown>> {
  return {
    desiredCount: service.desiredCount,
    enableExecuteCommand: service.enableExecuteCommand ?? false,
    platformVersion: service.platformVersion,
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds ?? 0,
    capacityProviderStrategy: service.capacityProviderStrategy ?? [],
    networkConfiguration: service.networkConfiguration,
    deploymentCircuitBreaker: service.deploymentConfiguration?.deploymentCircuitBreaker,
    // DescribeServices shows volumes per deployment.
    serviceManagedEbsVolume: ebsVolumeOf(service),
    propagateTags: service.propagateTags ?? 'NONE',
    enableEcsManagedTags: service.enableECSManagedTags ?? false,
  }
}

function ebsVolumeOf(service: Service): unknown {
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY')
  const volume = primary?.volumeConfigurations?.[0]
  return volume === undefined ? undefined : { name: volume.name, volume: volume.managedEBSVolume }
}

/** Everything in `wanted` is in `actual`; ECS fills in defaults beside it. Lists are compared as sets. */
function contains(actual: unknown, wanted: unknown): boolean {
  if (wanted === undefined) return true
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(actual) &&
      wanted.every((item) => actual.some((other) => contains(other, item))) &&
      actual.every((other) => wanted.some((item) => contains(other, item)))
    )
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof actual !== 'object' || actual === null)
      return Object.values(wanted).every((value) => value === undefined)
    const members = actual as Readonly<Record<string, unknown>>
    return Object.entries(wanted).every(([name, value]) => contains(members[name], value))
  }
  return actual === wanted
}
