import type { UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import type { ServiceSettings } from '../inputs/deploy-inputs.ts'
import type { DeploymentRecord } from './record.ts'

type Settings = Omit<UpdateServiceCommandInput, 'service'>

/**
 * Settings to put back with a rollback through UpdateService: those that belong to a service revision and that this run set.
 * The others stay and are named: a desired count may belong to auto scaling by now.
 */
export function settingsToRestore(record: DeploymentRecord): Settings {
  const { update, original } = record
  if (update === undefined || original === undefined) return {}
  const settings = {
    ...(update.networkConfiguration && original.networkConfiguration
      ? { networkConfiguration: original.networkConfiguration }
      : {}),
    ...(update.platformVersion && original.platformVersion ? { platformVersion: original.platformVersion } : {}),
  }
  nameKeptSettings(record, Object.keys(settings) as (keyof ServiceSettings)[])
  return settings
}

/** What ECS puts back itself when it rolls back: the members of a service revision (SDK text of `ServiceRevision`). */
export const inServiceRevision: readonly (keyof ServiceSettings)[] = [
  'networkConfiguration',
  'platformVersion',
  'capacityProviderStrategy',
  'serviceManagedEbsVolume',
]

/** Names the settings that keep this run's values although its version was taken back. */
export function nameKeptSettings(record: DeploymentRecord, putBack: readonly (keyof ServiceSettings)[]): void {
  const kept = record.settingsThatDiffered.filter((name) => name !== 'forceNewDeployment' && !putBack.includes(name))
  if (kept.length === 0) return
  const names = kept.map((name) => settingInputs[name]).join(', ')
  record.notices.push(`These settings keep the values that this run set: ${names}.`)
}

/** The input that sets each setting. */
const settingInputs: Readonly<Record<keyof ServiceSettings, string>> = {
  desiredCount: 'desired-count',
  forceNewDeployment: 'force-new-deployment',
  enableExecuteCommand: 'enable-execute-command',
  platformVersion: 'platform-version',
  healthCheckGracePeriodSeconds: 'health-check-grace-period-seconds',
  capacityProviderStrategy: 'capacity-provider-strategy',
  networkConfiguration: 'network-configuration',
  deploymentCircuitBreaker: 'deployment-circuit-breaker',
  serviceManagedEbsVolume: 'service-managed-ebs-volume',
  propagateTags: 'propagate-tags',
  enableEcsManagedTags: 'enable-ecs-managed-tags',
}
