import type { Deployment } from './deployments.ts'
import type { Call } from './story.ts'

/** `SIGINT`: what the runner sends first, with its SIGTERM and SIGKILL behind it. `SIGKILL`: nothing before it. */
export type Signal = 'SIGINT' | 'SIGKILL'
/** Just before ECS takes the call, or just after: before the answer has come back. */
export type Moment = 'before' | 'after'
export type OnCancel = 'leave' | 'rollback'

/** A signal at a call. */
export type Strike = {
  readonly call: Call
  readonly moment: Moment
  readonly signal: Signal
}

/** A call that is sent, with the settings under which it is. */
export type ShownCall = Call & { readonly under: readonly OnCancel[] }

export type Cell = Strike & {
  readonly deployment: Deployment
  readonly onCancel: OnCancel
}

type Column = Pick<Cell, 'moment' | 'signal' | 'onCancel'>

const both = ['leave', 'rollback'] as const

/** What `on-cancel` may be. The rollback action has no such input: a rollback is never rolled back. */
export function settingsOf({ action, onCancel = both }: Deployment): readonly OnCancel[] {
  return action === 'rollback' ? ['leave'] : onCancel
}

export function columnsOf(deployment: Deployment): readonly Column[] {
  return settingsOf(deployment).flatMap((onCancel) =>
    (['SIGINT', 'SIGKILL'] as const).flatMap((signal) =>
      (['before', 'after'] as const).map((moment) => ({ onCancel, signal, moment })),
    ),
  )
}

export function cellsOf(deployment: Deployment, calls: readonly ShownCall[]): readonly Cell[] {
  return calls.flatMap((call) =>
    columnsOf(deployment)
      .filter(({ onCancel }) => call.under.includes(onCancel))
      .map((column) => ({ deployment, call, ...column })),
  )
}

export function nameOf({ deployment, call, moment, signal, onCancel }: Cell): string {
  return `${deployment.name}: ${signal} ${moment} ${call.phase} ${call.operation} ${call.nth}, ${onCancel}`
}
