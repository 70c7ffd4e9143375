import type { TaskDefinition } from '@aws-sdk/client-ecs'
import type { DiagnosisContext } from '../diagnosis/cause.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import { logPlace } from '../diagnosis/stopped-task.ts'
import { evidenceOf } from './collect-evidence.ts'
import { inCatalogue } from './in-catalogue.ts'
import type { DeploymentRecord } from './record.ts'

type Definition = Pick<TaskDefinition, 'containerDefinitions'> | undefined

/** Puts the causes into the record, once: what is collected during a rollback says nothing about the failure. */
export function explain(record: DeploymentRecord, definition: Definition): void {
  if (record.diagnoses.length > 0) return
  const found = diagnose(evidenceOf(record), diagnosisContext(record, definition))
  record.diagnoses.push(...found.map((diagnosis) => inCatalogue(diagnosis, record)))
}

/** What is known about the deployment besides its evidence. */
export function diagnosisContext(record: DeploymentRecord, definition: Definition): DiagnosisContext {
  const containers = definition?.containerDefinitions ?? []
  return {
    cluster: record.cluster,
    service: record.service,
    region: record.region,
    wantedImages: record.wanted?.images ?? [],
    hasLoadBalancer: record.hasLoadBalancer,
    containerHealthCheckOf: (name) => containers.find((container) => container.name === name)?.healthCheck,
    platform: record.platform,
    logOf: (container, task) => logPlace(definition, container, task),
  }
}
