import { type Cause, matches, type Symptom } from './cause.ts'
import { apiCauses } from './causes/api.ts'
import { containerCauses, exitCauses } from './causes/container.ts'
import { deploymentCauses } from './causes/deployment.ts'
import { imageCauses } from './causes/image.ts'
import { loadBalancerCauses } from './causes/load-balancer.ts'
import { logCauses } from './causes/log.ts'
import { generalLogCauses } from './causes/log-general.ts'
import { placementCauses } from './causes/placement.ts'
import { stopCauses } from './causes/stop.ts'
import { taskSetupCauses } from './causes/task-setup.ts'
import { verificationCauses } from './causes/verification.ts'

/**
 * The table of causes, in the order in which they are tried: the first row that fits explains a symptom. Hence who
 * stopped the task comes first, then what a text names (secrets before the registry: both say "pull secrets or registry
 * auth"), then what the container says itself, then exit codes, then texts that say only that something failed.
 */
export const causes: readonly Cause[] = [
  ...stopCauses,
  ...specific(taskSetupCauses),
  ...specific(imageCauses),
  ...specific(placementCauses),
  ...specific(containerCauses),
  ...logCauses,
  ...general(containerCauses),
  ...loadBalancerCauses,
  ...generalLogCauses,
  ...exitCauses,
  ...general(imageCauses),
  ...general(taskSetupCauses),
  ...deploymentCauses,
  ...apiCauses,
  ...verificationCauses,
]

/** The row of the table that explains a symptom, or undefined. */
export function causeOf(symptom: Symptom): Cause | undefined {
  return causes.find((cause) => cause.patterns.some((pattern) => matches(pattern, symptom)))
}

function specific(rows: readonly Cause[]): Cause[] {
  return rows.filter((row) => row.weight === 'cause')
}

function general(rows: readonly Cause[]): Cause[] {
  return rows.filter((row) => row.weight !== 'cause')
}
