import type { TaskDefinition } from '@aws-sdk/client-ecs'
import { diagnose } from '../diagnosis/diagnose.ts'
import { logPlace } from '../diagnosis/stopped-task.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { evidenceOf } from './collect-evidence.ts'
import type { DeploymentRecord } from './record.ts'

/** Puts the causes into the record, once: what is collected during a rollback says nothing about the failure. */
export function explain(
  record: DeploymentRecord,
  inputs: DeployInputs,
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
): void {
  if (record.diagnoses.length > 0) return
  const containers = definition?.containerDefinitions ?? []
  record.diagnoses.push(
    ...diagnose(evidenceOf(record), {
      cluster: inputs.cluster,
      service: inputs.service,
      region: record.region,
      wantedImages: record.wanted?.images ?? [],
      hasLoadBalancer: record.hasLoadBalancer,
      containerHealthCheckOf: (name) => containers.find((container) => container.name === name)?.healthCheck,
      logOf: (container, task) => logPlace(definition, container, task),
    }),
  )
}
