import type { Call } from '../faults/calls.ts'
import type { Deployment } from '../faults/deployments.ts'

/** `SIGINT`: what the runner sends first, with its SIGTERM and SIGKILL behind it. `SIGKILL`: nothing before it. */
export type Signal = 'SIGINT' | 'SIGKILL'
/** Just before ECS takes the call, or just after: before the answer has come back. */
export type Moment = 'before' | 'after'
export type OnCancel = 'leave' | 'rollback'

export type Cell = {
  readonly deployment: Deployment
  readonly call: Call
  readonly moment: Moment
  readonly signal: Signal
  readonly onCancel: OnCancel
}

export const columns: readonly Pick<Cell, 'moment' | 'signal' | 'onCancel'>[] = (
  ['leave', 'rollback'] as const
).flatMap((onCancel) =>
  (['SIGINT', 'SIGKILL'] as const).flatMap((signal) =>
    (['before', 'after'] as const).map((moment) => ({ onCancel, signal, moment })),
  ),
)

export function cellsOf(deployment: Deployment, calls: readonly Call[]): readonly Cell[] {
  return calls.flatMap((call) => columns.map((column) => ({ deployment, call, ...column })))
}

export function nameOf({ deployment, call, moment, signal, onCancel }: Cell): string {
  return `${deployment.name}: ${signal} ${moment} ${call.phase} ${call.operation} ${call.nth}, ${onCancel}`
}
