import type { WantedInputs } from '../inputs/deploy-inputs.ts'
import { asProblem, findings } from '../preflight/find.ts'
import type { Finding } from '../preflight/finding.ts'
import { skippedNotices } from '../preflight/skipped.ts'
import { ProblemsFound } from '../problem.ts'
import { placesIn } from './finding-places.ts'
import type { Source } from './load-source.ts'
import type { Ports } from './ports.ts'
import { gatherFacts, type Subject } from './preflight-facts.ts'
import { addNotice, type DeploymentRecord } from './record.ts'

/** So many warnings are annotations; GitHub keeps ten of a kind for a whole step. */
const mostAnnotations = 5

/**
 * Checks what is about to be deployed, and tells what it finds. Changes nothing.
 *
 * @param stop is told all errors at once
 * @throws what AWS throws where the credentials are lost
 */
export async function preflight(
  subject: Subject,
  source: Source | undefined,
  inputs: WantedInputs,
  ports: Ports,
  record: DeploymentRecord,
  stop: (errors: readonly Finding[]) => void,
): Promise<void> {
  const { preflight: mode, preflightIgnore } = inputs
  if (mode === 'off') return
  const { facts, skipped } = await gatherFacts(subject, inputs, ports, record)
  const found = findings(facts, { preflight: mode, preflightIgnore }, placesIn(source, subject.definition, inputs))
  const told = new Set(record.findings.map(({ message }) => message))
  record.findings = found
  for (const notice of skippedNotices(skipped)) addNotice(record, notice)
  const errors = found.filter(({ severity }) => severity === 'error')
  tellWarnings(
    found.filter(({ severity, message }) => severity === 'warning' && !told.has(message)),
    ports.log,
  )
  if (errors.length > 0) stop(errors)
}

/** Ends the run. */
export function refuse(errors: readonly Finding[]): never {
  throw new ProblemsFound(errors.map(asProblem))
}

/** One line for each warning; those with a place in a file are annotations there. */
export function tellWarnings(warnings: readonly Finding[], log: Ports['log']): void {
  let annotations = 0
  for (const { id, message, file, line, column } of warnings) {
    const text = `Preflight: ${message} [${id}]`
    if (file === undefined || annotations === mostAnnotations) log.info(text)
    else {
      annotations += 1
      log.warning(text, { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) })
    }
  }
}
