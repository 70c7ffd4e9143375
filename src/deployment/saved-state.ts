import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { type DeploymentRecord, newRecord } from './record.ts'

/** What the post step needs to finish what main could not. Holds names and ARNs only, no value of any variable or secret. */
export type SavedState = {
  readonly format: 1
  readonly onCancel: DeployInputs['onCancel']
  readonly record: Pick<
    DeploymentRecord,
    | 'cluster'
    | 'service'
    | 'region'
    | 'startedAt'
    | 'serviceArn'
    | 'deploymentId'
    | 'serviceDeploymentArn'
    | 'rollbackSent'
    | 'target'
    | 'memory'
  >
}

/** The name under which the state is kept between main and post. */
export const stateName = 'deployment'

/** Text for the runner's state file. `finished`: there is nothing left to do for the post step. */
export function saveText(inputs: Pick<DeployInputs, 'onCancel'>, record: DeploymentRecord): string {
  const {
    cluster,
    service,
    region,
    startedAt,
    serviceArn,
    deploymentId,
    serviceDeploymentArn,
    rollbackSent,
    target,
    memory,
  } = record
  const saved = {
    cluster,
    service,
    region,
    startedAt,
    serviceArn,
    deploymentId,
    serviceDeploymentArn,
    rollbackSent,
    target,
    memory,
  }
  return JSON.stringify({ format: 1, onCancel: inputs.onCancel, record: saved })
}

/** The other way round; undefined for the state of a run that left nothing to do. */
export function restore(
  text: string | undefined,
): { readonly onCancel: DeployInputs['onCancel']; readonly record: DeploymentRecord } | undefined {
  if (!text) return undefined
  const { onCancel, record } = JSON.parse(text) as SavedState
  return {
    onCancel,
    record: { ...newRecord(record.cluster, record.service, record.region, record.startedAt), ...record },
  }
}
