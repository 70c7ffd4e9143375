import { type Cause, matches, type Symptom } from './cause.ts'
import { containerCauses } from './causes/container.ts'
import { deploymentCauses } from './causes/deployment.ts'
import { imageCauses } from './causes/image.ts'
import { placementCauses } from './causes/placement.ts'
import { stopCauses } from './causes/stop.ts'
import { taskSetupCauses } from './causes/task-setup.ts'

/**
 * The table of causes, in the order in which they are tried: the first row that fits explains a symptom. Hence who
 * stopped the task comes first, then what a text names (secrets before the registry: both say "pull secrets or registry
 * auth"), then exit codes, then texts that say only that something failed.
 */
export const causes: readonly Cause[] = [
  ...stopCauses,
  ...specific(taskSetupCauses),
  ...specific(imageCauses),
  ...specific(placementCauses),
  ...containerCauses,
  ...general(imageCauses),
  ...general(taskSetupCauses),
  ...deploymentCauses,
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
