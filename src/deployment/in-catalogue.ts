import type { Diagnosis } from '../diagnosis/evidence.ts'
import type { DeploymentRecord } from './record.ts'

/** Address of the page about the checks of preflight, which lies beside the catalogue; undefined where that is not known. */
export function checksAddress({ causesAddress }: Pick<DeploymentRecord, 'causesAddress'>): string | undefined {
  return causesAddress?.replace(/causes\.md$/, 'preflight.md')
}

/** The diagnosis with the address of its cause in the catalogue, where that is known. */
export function inCatalogue(
  diagnosis: Diagnosis,
  { causesAddress }: Pick<DeploymentRecord, 'causesAddress'>,
): Diagnosis {
  if (causesAddress === undefined || diagnosis.cause === 'unknown') return diagnosis
  return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` }
}
