import { Account, type Ended } from '../../__tests__/support/account.ts'
import { operationOf } from '../operation-of.ts'
import { type SimulatorRecord, startRecord } from '../record.ts'
import { Story } from './calls.ts'
import { type Cell, faultsOf } from './cells.ts'

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

/** Plays the deployment of the cell, with the trouble at its call. */
export async function play(cell: Cell, speed: number): Promise<Played> {
  const { deployment, call } = cell
  const story = new Story()
  let struck = false
  const account = await Account.open(deployment.scenario, {
    speed,
    gate: async (request, take) => {
      const operation = operationOf(request)
      const found = operation === undefined ? undefined : await story.next(operation)
      if (!struck && operation === call.operation && found?.phase === call.phase && found.nth === call.nth) {
        struck = true
        for (const fault of faultsOf(cell)) account.fault(fault)
      }
      return take()
    },
  })
  try {
    const endOf = startRecord(account)
    const startedAt = account.simulator.clock.now()
    // Each of preflight's lookups is optional, and scenarios of its own show what happens where they fail.
    const run = await account.run(
      { preflight: 'off', ...deployment.inputs },
      {
        files: deployment.files ?? {},
        time: { ...account.simulator.time, limitSpeed },
        limitSeconds: 40,
        started: (process) => {
          story.process = process
        },
      },
    )
    const lasted = (account.simulator.clock.now() - startedAt) / 1000
    return { run, record: await endOf(), struck, lasted, digestOf: digestsOf(account) }
  } finally {
    await account.close()
  }
}

function digestsOf(account: Account): Played['digestOf'] {
  const { tags } = account.simulator.world.repositories.get('web') ?? { tags: new Map<string, string>() }
  const kept = new Map(tags)
  return (tag) => kept.get(tag) ?? ''
}
