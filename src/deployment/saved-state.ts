import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Memory } from '../rollout/verdict.ts'
import { type DeploymentRecord, newRecord } from './record.ts'

/**
 * What the post step needs to finish what main could not. Holds names, ARNs and the service's own settings, no value of any
 * variable or secret.
 */
export type SavedState = {
  readonly format: 1
  readonly onCancel: DeployInputs['onCancel']
  /** Whether UpdateService was sent, or was about to be. */
  readonly updates: boolean
  /** The task definition that it carried, where it carried one. */
  readonly updatedTo?: string
  readonly record: Pick<DeploymentRecord, (typeof kept)[number]> & Partial<ReturnType<typeof settingsOf>>
}

const kept = [
  'cluster',
  'service',
  'region',
  'startedAt',
  'serviceArn',
  'olderDeployments',
  'sentTwice',
  'knownUntil',
  'deploymentId',
  'adopted',
  'serviceDeploymentArn',
  'sending',
  'changed',
  'rollbackSent',
  'rollbackTo',
  'target',
  'memory',
  'settling',
  'verifying',
  'scaling',
  'preDeploy',
] as const satisfies readonly (keyof DeploymentRecord)[]

/** The name under which the state is kept between main and post. */
export const stateName = 'deployment'

/** Text for the runner's state file: the members named above, and nothing else. */
export function saveText(inputs: Pick<DeployInputs, 'onCancel'>, record: DeploymentRecord): string {
  const saved = Object.fromEntries(kept.map((name) => [name, record[name]]))
  return JSON.stringify({
    format: 1,
    onCancel: inputs.onCancel,
    updates: record.update !== undefined,
    updatedTo: record.update?.taskDefinition,
    record: { ...saved, ...settingsOf(record) },
  })
}

/** What a rollback through UpdateService puts back: only where this run set something that the service had otherwise. */
function settingsOf({ settingsThatDiffered, asked, original }: DeploymentRecord) {
  if (settingsThatDiffered.length === 0 || original === undefined) return {}
  return {
    settingsThatDiffered,
    asked: Object.fromEntries(settingsThatDiffered.map((name) => [name, asked[name]])),
    original: {
      desiredCount: original.desiredCount,
      enableExecuteCommand: original.enableExecuteCommand,
      platformVersion: original.platformVersion,
      healthCheckGracePeriodSeconds: original.healthCheckGracePeriodSeconds,
      capacityProviderStrategy: original.capacityProviderStrategy,
      networkConfiguration: original.networkConfiguration,
      deploymentConfiguration: { deploymentCircuitBreaker: original.deploymentConfiguration?.deploymentCircuitBreaker },
      deployments: original.deployments
        ?.filter(({ status }) => status === 'PRIMARY')
        .map(({ status, volumeConfigurations }) => ({ status, volumeConfigurations })),
    },
  } satisfies Partial<DeploymentRecord>
}

/** The other way round; undefined for the state of a run that left nothing to do. */
export function restore(
  text: string | undefined,
): { readonly onCancel: DeployInputs['onCancel']; readonly record: DeploymentRecord } | undefined {
  if (!text) return undefined
  const { onCancel, updates, updatedTo, record: saved } = JSON.parse(text) as SavedState
  const record = { ...saved, ...(saved.memory && { memory: inNewProcess(saved.memory) }) }
  const { cluster, service, region, startedAt } = record
  const update = { cluster, service, ...(updatedTo === undefined ? {} : { taskDefinition: updatedTo }) }
  return {
    onCancel,
    record: {
      ...newRecord(cluster, service, region, startedAt),
      ...record,
      ...(updates ? { update } : {}),
      isHurried: true,
    },
  }
}

/** Each process has its own time (`Snapshot.uptime`): what was seen before this one began was seen at its beginning, at the latest. */
function inNewProcess({ puzzledSince: _puzzled, backSince: _back, failedAt, ...memory }: Memory): Memory {
  return failedAt === undefined ? memory : { ...memory, failedAt: 0 }
}
