import type { Account, Ended } from '../../__tests__/support/account.ts'
import { type SimulatorRecord, startRecord } from '../record.ts'
import { type Cell, faultsOf } from './cells.ts'
import { runDeployment } from './run-deployment.ts'

export type Played = {
  readonly run: Ended
  readonly record: SimulatorRecord
  /** Whether the call was made at all: else there is nothing to judge. */
  readonly struck: boolean
  /** Virtual seconds. */
  readonly lasted: number
  readonly digestOf: (tag: string) => string
}

/** 30 s become 1 s: enough for a real answer on a busy machine. */
const limitSpeed = 30

/** Plays the deployment of the cell, with the trouble at its call. @param slowly leaves a busy machine more time for an answer */
export function play(cell: Cell, speed: number, slowly: boolean): Promise<Played> {
  const { deployment, call } = cell
  let struck = false
  return runDeployment(
    deployment,
    { speed, limitSpeed: (deployment.limitSpeed ?? limitSpeed) / (slowly ? 2 : 1), limitSeconds: 40 },
    (operation, place, account) => {
      if (struck || operation !== call.operation || place?.phase !== call.phase || place.nth !== call.nth) return
      struck = true
      for (const fault of faultsOf(cell)) account.fault(fault)
    },
    (account) => {
      const endOf = startRecord(account)
      const startedAt = account.simulator.clock.now()
      return async (run) => {
        const lasted = (account.simulator.clock.now() - startedAt) / 1000
        return { run, record: await endOf(), struck, lasted, digestOf: digestsOf(account) }
      }
    },
  )
}

function digestsOf({ simulator: { world } }: Account): Played['digestOf'] {
  const kept = new Map([...world.repositories.values()].flatMap(({ tags }) => [...tags]))
  return (tag) => kept.get(tag) ?? ''
}
