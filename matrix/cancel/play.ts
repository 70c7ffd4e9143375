import { Account, type Ended, type Inputs } from '../../__tests__/support/account.ts'
import type { ActionProcess } from '../../scripts/demo/run-action.ts'
import { operationOf } from '../operation-of.ts'
import { type SimulatorRecord, startRecord } from '../record.ts'
import { withPort } from '../with-port.ts'
import type { OnCancel, Signal, Strike } from './cells.ts'
import type { Deployment } from './deployments.ts'
import { type Call, type Step, Story } from './story.ts'

/** What main had saved when a call that changes something arrived. */
export type Kept = { readonly operation: string; readonly nth: number; readonly state: string }

export type Played = {
  readonly main: Ended
  /** Absent where the action has no post step. */
  readonly post: Ended | undefined
  /** The calls of main, and those of post; polls only once. */
  readonly calls: Readonly<Record<StepName, readonly Call[]>>
  /** Whether the call was made at all. */
  readonly struck: boolean
  /** Real seconds from the first signal to the end of the step that it went to. */
  readonly left: number
  /** Changing calls of this step that came after the signal, without the one that was on its way; also once it had ended. */
  readonly sentAfter: readonly string[]
  /** Changing calls that post sent. */
  readonly sentByPost: readonly string[]
  readonly kept: readonly Kept[]
  /** When both had ended. */
  readonly record: SimulatorRecord
  /** Virtual milliseconds: when the step that says what became of it began. */
  readonly saidFrom: number
  readonly digestOf: (tag: string) => string
}

export type StepName = 'main' | 'post'

/**
 * Main, and then post with what main saved.
 *
 * @param strike the signal; absent: nothing is sent but where the deployment has main end
 * @param speed virtual seconds per real one
 */
export async function play(
  deployment: Deployment,
  onCancel: OnCancel,
  strike: Strike | undefined,
  speed: number,
): Promise<Played> {
  const { action, mainEnds } = deployment
  const steps = {
    main: new PlayedStep(action ?? 'deploy', mainEnds ?? strike),
    post: new PlayedStep('post', mainEnds === undefined ? undefined : strike),
  }
  let now: PlayedStep | undefined
  const account = await Account.open(deployment.scenario, {
    speed,
    gate: async (request, take) => {
      const operation = operationOf(request)
      if (operation === undefined || now === undefined) return take()
      return now.gate(operation, take, account, deployment.alarm)
    },
  })
  try {
    const endOf = startRecord(account)
    const digests = new Map(account.simulator.world.repositories.get('web')?.tags)
    const requests = (): number => account.simulator.requests().length
    const run = async (step: PlayedStep, play: (circumstances: object) => Promise<Ended>): Promise<Ended> => {
      now = step
      const { time } = account.simulator
      const started = (process: ActionProcess): void => step.start(process)
      const ended = await play({ time, limitSeconds: 40, started })
      step.end()
      // What was on its way still arrives.
      await new Promise((resolve) => setTimeout(resolve, 5))
      now = undefined
      return ended
    }
    const inputs = withPort(inputsOf(deployment, onCancel), account)
    const main = await run(steps.main, (circumstances) =>
      account.run(inputs, { ...circumstances, ...(action === undefined ? {} : { action }) }),
    )
    const before = requests()
    const postBegan = account.simulator.clock.now()
    const post =
      action === 'rollback'
        ? undefined
        : await run(steps.post, (circumstances) => account.post(main, { ...circumstances }))
    const record = await endOf()
    const struck = mainEnds === undefined ? steps.main : steps.post
    const changes = (from: number, to: number): readonly string[] =>
      record.requests.slice(from, to).flatMap(({ mutating, operation }) => (mutating ? operation : []))
    return {
      main,
      post,
      calls: { main: steps.main.calls, post: steps.post.calls },
      struck: struck.signalledAt > 0,
      left: struck.left,
      sentAfter:
        struck.signalledAt > 0
          ? changes(struck.firstAfter, struck === steps.main ? before : record.requests.length)
          : [],
      sentByPost: changes(before, record.requests.length),
      kept: steps.main.kept,
      record,
      saidFrom: post === undefined ? steps.main.signalledAtVirtual : postBegan,
      digestOf: (tag) => digests.get(tag) ?? '',
    }
  } finally {
    await account.close()
  }
}

function inputsOf({ action, inputs }: Deployment, onCancel: OnCancel): Inputs {
  return action === 'rollback' ? inputs : { preflight: 'off', ...inputs, 'on-cancel': onCancel }
}

const changing = new Set([
  'TagResource',
  'RegisterTaskDefinition',
  'RegisterScalableTarget',
  'RunTask',
  'StopTask',
  'UpdateService',
  'StopServiceDeployment',
])

/** One process of the run: the calls it sends, and the signal it is sent. */
class PlayedStep {
  readonly calls: Call[] = []
  readonly kept: Kept[] = []
  /** Real milliseconds; 0: not yet. */
  signalledAt = 0
  signalledAtVirtual = 0
  /** Index of the first request that came after the signal and the call that it struck. */
  firstAfter = 0
  left = 0
  readonly #name: Step
  readonly #strike: Strike | undefined
  readonly #story: Story
  #process: ActionProcess | undefined
  #runs = true

  constructor(name: Step, strike: Strike | undefined) {
    this.#name = name
    this.#strike = strike
    this.#story = new Story(name)
  }

  start(process: ActionProcess): void {
    this.#process = process
    this.#story.process = process
  }

  end(): void {
    this.#runs = false
    this.left = (performance.now() - this.signalledAt) / 1000
  }

  /** Takes a request, with the signal before or after it where it is the one. */
  async gate<T>(
    operation: string,
    take: () => Promise<T>,
    account: Account,
    alarm: string | undefined,
  ): Promise<T | 'reset'> {
    const found = await this.#story.next(operation)
    if (found !== undefined) this.calls.push(found)
    if (found?.phase === 'verify' && found.nth === 1 && operation === 'DescribeAlarms' && alarm !== undefined) {
      account.simulator.happen({ alarm: { name: alarm, state: 'ALARM' } })
    }
    if (this.#name === 'deploy' && changing.has(operation)) {
      const nth = this.kept.filter((one) => one.operation === operation).length + 1
      this.kept.push({ operation, nth, state: this.#process?.state().deployment ?? '' })
    }
    if (this.signalledAt > 0 || this.#strike === undefined || !isSame(this.#strike.call, found)) return take()
    const { moment, signal } = this.#strike
    if (moment === 'after') {
      const answer = await take()
      await this.#signal(signal, account, 0)
      return answer
    }
    // What a killed process was about to send never arrives.
    await this.#signal(signal, account, signal === 'SIGKILL' ? 0 : 1)
    return signal === 'SIGKILL' ? 'reset' : take()
  }

  async #signal(signal: Signal, account: Account, onTheWay: number): Promise<void> {
    this.signalledAt = performance.now()
    this.signalledAtVirtual = account.simulator.clock.now()
    this.firstAfter = account.simulator.requests().length + onTheWay
    this.#process?.kill(signal)
    if (signal === 'SIGKILL') return
    const running = (end: NodeJS.Signals) => () => this.#runs && this.#process?.kill(end)
    setTimeout(running('SIGTERM'), 7_500).unref()
    setTimeout(running('SIGKILL'), 10_000).unref()
    await this.#untilNoticed()
  }

  /** An answer is held until the action has noticed the signal: else it might be read first. */
  async #untilNoticed(): Promise<void> {
    const giveUpAt = performance.now() + 2_000
    while (!noticed.test(this.#process?.log() ?? '') && performance.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }
}

const noticed = /^The run is being cancelled/m

function isSame(call: Call, found: Call | undefined): boolean {
  return call.operation === found?.operation && call.phase === found.phase && call.nth === found.nth
}
