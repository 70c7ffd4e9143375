import type { Diagnosis } from '../diagnosis/evidence.ts'
import type { DeploymentRecord } from './record.ts'

/** The diagnosis with the address of its cause in the catalogue, where that is known. */
export function inCatalogue(
  diagnosis: Diagnosis,
  { causesAddress }: Pick<DeploymentRecord, 'causesAddress'>,
): Diagnosis {
  if (causesAddress === undefined || diagnosis.cause === 'unknown') return diagnosis
  return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` }
}
