/** What may go wrong with a call: the columns of the table. */
import type { Fault, FaultKind } from '../../simulator/scenario.ts'
import type { Call } from './calls.ts'
import type { Deployment } from './deployments.ts'

const troubles = {
  throttled: { kind: 'throttle' },
  'error 500': { kind: 'http-500' },
  reset: { kind: 'reset-before' },
  'time-out': { kind: 'hang' },
  'lost answer': { kind: 'reset-after' },
  malformed: { kind: 'malformed' },
  denied: { kind: 'access-denied' },
  expired: { kind: 'expired-token' },
} as const satisfies Readonly<Record<string, FaultKind>>

export type Trouble = keyof typeof troubles
export const troubleNames = Object.keys(troubles) as readonly Trouble[]

/** `once`: this call only. `always`: this call, and all of its operation that follow. */
export type Extent = 'once' | 'always'

export type Cell = {
  readonly deployment: Deployment
  readonly call: Call
  readonly extent: Extent
  /** Several that happen once strike one after the other: the call, and then its being sent again. */
  readonly troubles: readonly Trouble[]
}

/** What nobody has the right or the credentials for does not come back by itself within a run. */
const lasting: readonly Trouble[] = ['denied', 'expired']
/**
 * What a read gets over in one run: the SDK sends it again after what is named first, at least twice, and the action does where no
 * answer came or none that can be read.
 */
const together: readonly (readonly Trouble[])[] = [
  ['throttled', 'error 500', 'malformed'],
  ['reset', 'time-out'],
]

/**
 * Whether there is such a trouble: an answer of a read that is lost is a connection that is reset, and nobody can be denied to ask
 * who is calling (API GetCallerIdentity).
 */
export function exists({ mutating, operation }: Call, trouble: Trouble): boolean {
  if (trouble === 'denied') return operation !== 'GetCallerIdentity'
  return trouble !== 'lost answer' || mutating
}

export function cellsOf(deployment: Deployment, calls: readonly Call[]): readonly Cell[] {
  return calls.flatMap((call) => {
    const possible = troubleNames.filter((trouble) => exists(call, trouble))
    const once = call.mutating ? possible.filter((trouble) => !lasting.includes(trouble)).map((one) => [one]) : together
    return [
      ...once.map((troubles) => ({ deployment, call, extent: 'once' as const, troubles })),
      ...possible.map((trouble) => ({ deployment, call, extent: 'always' as const, troubles: [trouble] })),
    ]
  })
}

/** The faults of a cell, to be set when its call comes. */
export function faultsOf({ call, extent, troubles: names }: Cell): readonly Fault[] {
  const operation = `${call.service}:${call.operation}`
  const calls = extent === 'once' ? 1 : 'all'
  return names.map((name, index) => ({ ...troubles[name], operation, call: index + 1, calls }))
}

export function nameOf({ deployment, call, extent, troubles: names }: Cell): string {
  return `${deployment.name}: ${call.phase} ${call.operation} ${call.nth}: ${names.join(' + ')} ${extent}`
}
