import type { Problem } from '../problem.ts'
import { checks } from './checks.ts'
import type { Facts } from './facts.ts'
import type { Finding, Found } from './finding.ts'
import type { CheckId } from './ids.ts'

/** What `preflight` and `preflight-ignore` ask for. */
export type Wanted = { readonly preflight: 'enforce' | 'warn'; readonly preflightIgnore: readonly CheckId[] }

/** Where a place in the definition is for the user: in the file, or in an input. */
export type Locate = (found: Found) => Omit<Problem, 'message'>

/** All that the checks find, errors first; pure. With `warn` errors are warnings. */
export function findings(facts: Facts, wanted: Wanted, locate: Locate): readonly Finding[] {
  return checks
    .filter(({ id }) => !wanted.preflightIgnore.includes(id))
    .flatMap(({ id, severity, find }) =>
      find(facts).map((found) => ({
        id,
        severity: wanted.preflight === 'warn' ? ('warning' as const) : severity,
        message: found.message,
        ...locate(found),
      })),
    )
}

/** As problems that end the run: the id says what to ignore. */
export function asProblem({ id, severity: _, message, ...place }: Finding): Problem {
  const about = checks.find((check) => check.id === id)?.name
  return { ...place, message: `${message} [${id}]`, ...(about === undefined ? {} : { about }) }
}
