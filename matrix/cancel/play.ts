import { Account, type Ended } from '../../__tests__/support/account.ts'
import type { ActionProcess } from '../../scripts/demo/run-action.ts'
import { Story } from '../faults/calls.ts'
import { operationOf } from '../operation-of.ts'
import { type SimulatorRecord, startRecord } from '../record.ts'
import type { Cell } from './cells.ts'

/** What main had saved when a call that changes something arrived. */
export type Kept = { readonly operation: string; readonly nth: number; readonly state: string }

export type Played = {
  readonly main: Ended
  readonly post: Ended
  /** Whether the call was made at all. */
  readonly struck: boolean
  /** Real seconds from the first signal to main's end. */
  readonly left: number
  /** Changing calls that main sent after the signal, without the one that was on its way. */
  readonly sentAfter: readonly string[]
  /** Changing calls that post sent. */
  readonly sentByPost: readonly string[]
  /** Calls between main's end and post's start. */
  readonly between: number
  readonly kept: readonly Kept[]
  /** When main had ended, and when post had. */
  readonly atMainsEnd: SimulatorRecord
  readonly record: SimulatorRecord
  /** Virtual milliseconds: when post began. */
  readonly postBegan: number
  readonly digestOf: (tag: string) => string
}

const changing = new Set(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])

/** An answer is held until the action has noticed the signal: else it might be read first. */
async function untilNoticed(process: ActionProcess | undefined): Promise<void> {
  const giveUpAt = performance.now() + 2_000
  while (!/^The run is being cancelled/m.test(process?.log() ?? '') && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/** Main with its signal at the call of the cell, and then post with what main saved. */
export async function play(cell: Cell, speed: number): Promise<Played> {
  const { deployment, call, moment, signal, onCancel } = cell
  const story = new Story()
  const kept: Kept[] = []
  const told = { signalledAt: 0, requestsThen: 0, mainRuns: true }
  let own: ActionProcess | undefined
  const strike = async (): Promise<void> => {
    told.signalledAt = performance.now()
    told.requestsThen = account.simulator.requests().length
    own?.kill(signal)
    if (signal === 'SIGKILL') return
    const running = (end: NodeJS.Signals) => () => told.mainRuns && own?.kill(end)
    setTimeout(running('SIGTERM'), 7_500).unref()
    setTimeout(running('SIGKILL'), 10_000).unref()
    await untilNoticed(own)
  }
  const account = await Account.open(deployment.scenario, {
    speed,
    gate: async (request, take) => {
      const operation = operationOf(request)
      if (operation === undefined || !told.mainRuns) return take()
      const found = await story.next(operation)
      if (changing.has(operation)) {
        const nth = kept.filter((one) => one.operation === operation).length + 1
        kept.push({ operation, nth, state: own?.state().deployment ?? '' })
      }
      const isIt = told.signalledAt === 0 && operation === call.operation
      if (!isIt || found?.phase !== call.phase || found.nth !== call.nth) return take()
      if (moment === 'after') {
        const answer = await take()
        await strike()
        return answer
      }
      await strike()
      // What a killed process was about to send never arrives.
      return signal === 'SIGKILL' ? 'reset' : take()
    },
  })
  try {
    const endOf = startRecord(account)
    const digests = new Map(account.simulator.world.repositories.get('web')?.tags)
    const { time } = account.simulator
    const inputs = { preflight: 'off', ...deployment.inputs, 'on-cancel': onCancel }
    const main = await account.run(inputs, {
      time,
      limitSeconds: 40,
      started: (process) => {
        own = process
        story.process = process
      },
    })
    told.mainRuns = false
    const left = (performance.now() - told.signalledAt) / 1000
    const atMainsEnd = await endOf()
    await new Promise((resolve) => setTimeout(resolve, 5))
    const before = account.simulator.requests().length
    const postBegan = account.simulator.clock.now()
    const post = await account.post(main, { time, limitSeconds: 40 })
    const record = await endOf()
    const inFlight = moment === 'before' && signal === 'SIGINT' ? 1 : 0
    const afterSignal = atMainsEnd.requests.slice(told.requestsThen + inFlight)
    return {
      main,
      post,
      struck: told.signalledAt > 0,
      left,
      sentAfter: names(afterSignal.filter(({ mutating }) => mutating)),
      sentByPost: names(record.requests.slice(before).filter(({ mutating }) => mutating)),
      between: before - atMainsEnd.requests.length,
      kept,
      atMainsEnd,
      record,
      postBegan,
      digestOf: (tag) => digests.get(tag) ?? '',
    }
  } finally {
    await account.close()
  }
}

function names(requests: readonly { readonly operation: string }[]): readonly string[] {
  return requests.map(({ operation }) => operation)
}
