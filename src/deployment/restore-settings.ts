import type { UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import type { DeploymentRecord } from './record.ts'

type Settings = Omit<UpdateServiceCommandInput, 'service'>

/**
 * Settings to put back with a rollback: those that belong to a service revision, that this run set (rule 8).
 * The others stay and are named: a desired count may belong to auto scaling by now.
 */
export function settingsToRestore(record: DeploymentRecord): Settings {
  const { update, original } = record
  if (update === undefined || original === undefined) return {}
  const kept = keptSettings(update)
  if (kept.length > 0) {
    record.notices.push(`These settings keep the values that this run set: ${kept.join(', ')}.`)
  }
  return {
    ...(update.networkConfiguration && original.networkConfiguration
      ? { networkConfiguration: original.networkConfiguration }
      : {}),
    ...(update.platformVersion && original.platformVersion ? { platformVersion: original.platformVersion } : {}),
  }
}

const notInARevision: readonly (keyof Settings)[] = [
  'desiredCount',
  'enableExecuteCommand',
  'healthCheckGracePeriodSeconds',
  'capacityProviderStrategy',
  'deploymentConfiguration',
  'propagateTags',
  'enableECSManagedTags',
  'volumeConfigurations',
]

function keptSettings(update: Settings): readonly string[] {
  return notInARevision.filter((name) => update[name] !== undefined)
}
