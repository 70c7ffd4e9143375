/** The simulator behind a wire on which calls take time, are counted, and can be where something else happens. */
import { type InProcessSimulator, startInProcess } from '../../simulator/in-process.ts'
import type { Fault } from '../../simulator/scenario.ts'
import type { Service } from '../../simulator/world/world.ts'
import type { CommitOrder } from '../../src/github/commits.ts'
import { type Account, accountOf } from '../plan/account.ts'
import { type Chance, createChance } from '../plan/chance.ts'
import type { Deed, Ingredient, Plan, When } from '../plan/plan.ts'
import type { ActionProcess } from './action-process.ts'
import type { CallLimits } from './call-limits.ts'
import { doDeed } from './deeds.ts'
import type { Call, Done } from './played.ts'
import { VirtualTime } from './virtual-time.ts'
import { createWitness, type Witness } from './witness.ts'

type Handler = InProcessSimulator['requestHandler']
type Outgoing = Parameters<Handler['handle']>[0]
type Options = Parameters<Handler['handle']>[1]
type Answer = Awaited<ReturnType<Handler['handle']>>

const commitOrders: readonly CommitOrder[] = [
  { kind: 'newer' },
  { kind: 'same' },
  { kind: 'older' },
  { kind: 'diverged' },
  { kind: 'unknown', why: 'GitHub could not be asked' },
]

export type OtherRun = Extract<Ingredient, { readonly kind: 'other-run' }>

/** So often at least the world is looked at while time passes. */
const lookMilliseconds = 3_000

export class Stage {
  readonly plan: Plan
  readonly account: Account
  readonly simulator: InProcessSimulator
  readonly service: Service
  readonly time: VirtualTime
  readonly witness: Witness
  readonly chance: Chance
  /** Of the run under test. */
  readonly calls: Call[] = []
  readonly done: Done[] = []
  /** How GitHub says that the commit of this run stands to the one that runs. */
  readonly commitOrder: CommitOrder
  readonly tags: { at: number; digests: Record<string, string> }[] = []
  #main: ActionProcess | undefined
  #beginOther: (run: OtherRun) => void = () => undefined
  #mainCalls = 0
  readonly #callsOf = new Map<string, number>()
  #byOther = false
  #lastFault: Fault | undefined

  constructor(plan: Plan) {
    this.plan = plan
    this.account = accountOf(plan)
    this.simulator = startInProcess({ scenario: this.account.scenario, seed: plan.seed })
    const [service] = this.simulator.world.services
    if (service === undefined) throw new Error('The account has no service')
    this.service = service
    this.chance = createChance(plan.seed ^ 0x2545f491)
    this.commitOrder = this.chance.pick(commitOrders)
    this.witness = createWitness(this.simulator, service)
    this.time = new VirtualTime(this.simulator.clock.now(), (milliseconds) => this.#advance(milliseconds))
    this.#hearFaults()
    this.witness.look()
    this.noteTags()
  }

  /** From now on the calls and the time of this process are where the ingredients of the plan take effect. */
  begin(main: ActionProcess, beginOther: (run: OtherRun) => void): void {
    this.#main = main
    this.#beginOther = beginOther
    for (const one of this.plan.ingredients) {
      if (!('when' in one) || !('seconds' in one.when)) continue
      const due = this.time.now + one.when.seconds * 1000
      // A signal goes to the process, and waits while that is suspended.
      this.time.at(due, one.kind === 'signal' ? main : undefined, () => void this.#happen(one))
    }
  }

  /** The request handler of one process. */
  handlerFor(process: ActionProcess, stage: Call['stage'], calls: Call[], limits: CallLimits): Handler {
    return { handle: (request, options) => this.#handle(process, stage, calls, limits, request, options) }
  }

  /** Somebody else calls ECS: no fault strikes, nothing is denied. @returns the error, if it was refused */
  async callAsOther(operation: string, input: object): Promise<string | undefined> {
    const denied = this.simulator.deny.splice(0)
    this.#byOther = true
    const answer = await this.simulator.requestHandler.handle({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 Credential=other/20261121/us-east-1/ecs/aws4_request',
      },
      body: JSON.stringify(input),
    })
    this.#byOther = false
    this.simulator.deny.push(...denied)
    return answer.response.statusCode === 200 ? undefined : (this.simulator.requests().at(-1)?.error ?? 'refused')
  }

  /** The simulator's own controls. */
  async control(what: string, body: object): Promise<void> {
    await this.simulator.requestHandler.handle({
      method: 'POST',
      path: `/_simulator/${what}`,
      headers: {},
      body: JSON.stringify(body),
    })
  }

  noteTags(): void {
    const tags = this.simulator.world.repositories.get('web')?.tags ?? new Map<string, string>()
    this.tags.push({ at: this.time.now, digests: Object.fromEntries(tags) })
  }

  #advance(milliseconds: number): void {
    for (let left = milliseconds; left > 0; left -= lookMilliseconds) {
      this.simulator.clock.advance(Math.min(left, lookMilliseconds))
      this.witness.look()
    }
  }

  /** Which fault strikes is decided by the simulator; the judge has to know that one did. */
  #hearFaults(): void {
    const { faults } = this.simulator
    const strike = faults.strike.bind(faults)
    faults.strike = (service, operation) => {
      if (this.#byOther) return undefined
      this.#lastFault = strike(service, operation)
      return this.#lastFault
    }
  }

  async #handle(
    process: ActionProcess,
    stage: Call['stage'],
    calls: Call[],
    limits: CallLimits,
    request: Outgoing,
    options: Options,
  ): Promise<Answer> {
    const sent = limits.sending(options?.abortSignal)
    try {
      return await this.#deliver(process, stage, calls, request, options)
    } finally {
      sent()
      this.time.touch()
    }
  }

  async #deliver(
    process: ActionProcess,
    stage: Call['stage'],
    calls: Call[],
    request: Outgoing,
    options: Options,
  ): Promise<Answer> {
    const call: Call = {
      stage,
      sentAt: this.time.now,
      service: '',
      operation: String(request.headers['x-amz-target'] ?? '').replace(/^.*\./, ''),
      input: undefined,
      mutating: false,
      applied: false,
      started: [],
      takenBack: [],
    }
    if (!process.alive) return never()
    calls.push(call)
    const number = process === this.#main ? this.#number(call.operation) : undefined
    await this.#travel(process, options)
    await this.#happenAt(number, 'before')
    if (!process.alive) return never()
    const answer = await this.#arrive(call, request, options)
    await this.#happenAt(number, 'after')
    if (!process.alive) return never()
    await this.#travel(process, options)
    call.answeredAt = this.time.now
    if ('lost' in answer) throw answer.lost
    // The SDK compares it with the real clock of this machine, and would take the difference for a wrong one.
    delete answer.response.response.headers.date
    return answer.response
  }

  /** One way over the network. */
  async #travel(process: ActionProcess, options: Options): Promise<void> {
    const signal = options?.abortSignal as AbortSignal | undefined
    await process.sleep(this.chance.whole(15, 90), signal)
    if (signal?.aborted) throw Object.assign(new Error('Request aborted'), { name: 'AbortError' })
  }

  async #arrive(
    call: Call,
    request: Outgoing,
    options: Options,
  ): Promise<{ readonly response: Answer } | { readonly lost: unknown }> {
    const { simulator } = this
    call.arrivedAt = this.time.now
    const before = this.#state()
    const seen = simulator.requests().length
    this.#lastFault = undefined
    const answer = simulator.requestHandler.handle(request, options).then(
      (response) => ({ response }),
      (lost: unknown) => ({ lost }),
    )
    // A call that hangs is done, or not, at once; only its answer does not come.
    await Promise.race([answer, new Promise((resolve) => setImmediate(resolve))])
    const recorded = simulator.requests()[seen]
    if (recorded !== undefined) {
      const { service, operation, input, error, mutating, applied } = recorded
      Object.assign(call, { service, operation, input, mutating, applied, ...(error !== undefined && { error }) })
    }
    const fault = this.#lastFault as Fault | undefined
    if (fault !== undefined) call.fault = fault.kind
    Object.assign(call, this.#changesSince(before))
    this.witness.look()
    this.time.touch()
    return answer
  }

  #state(): { readonly known: number; readonly statuses: readonly string[] } {
    const { serviceDeployments } = this.service
    return { known: serviceDeployments.length, statuses: serviceDeployments.map(({ status }) => status) }
  }

  #changesSince(before: {
    readonly known: number
    readonly statuses: readonly string[]
  }): Pick<Call, 'started' | 'takenBack'> {
    const { serviceDeployments } = this.service
    return {
      started: serviceDeployments.slice(before.known).map(({ number }) => number),
      takenBack: serviceDeployments
        .filter(({ status }, index) => status === 'ROLLBACK_REQUESTED' && before.statuses[index] !== status)
        .map(({ number }) => number),
    }
  }

  /** The how manieth call of main this is: of all, and of its operation. */
  #number(operation: string): CallNumber {
    const ofOperation = (this.#callsOf.get(operation) ?? 0) + 1
    this.#callsOf.set(operation, ofOperation)
    this.#mainCalls += 1
    return { operation, ofAll: this.#mainCalls, ofOperation }
  }

  async #happenAt(number: CallNumber | undefined, phase: 'before' | 'after'): Promise<void> {
    if (number === undefined) return
    for (const one of this.plan.ingredients) {
      if (!('when' in one) || !isAt(one.when, number, phase)) continue
      await this.#happen(one)
      // Nothing that two callers do happens in the same millisecond.
      await new Promise<void>((resolve) => this.time.at(this.time.now + 5, undefined, resolve))
    }
  }

  async #happen(one: Extract<Ingredient, { readonly when: When }>): Promise<void> {
    const main = this.#main
    if (main === undefined) return
    this.time.touch()
    if (one.kind === 'deed') await this.#do(one.deed)
    else if (one.kind === 'other-run') this.#beginOther(one)
    else if (one.kind === 'signal') main.signal()
    else if (one.kind === 'kill') main.kill()
    else if (one.kind === 'suspend') main.suspend(one.forSeconds * 1000)
    else main.setClockOff(one.offSeconds * 1000)
  }

  async #do(deed: Deed): Promise<void> {
    const before = this.#state()
    const refused = await doDeed(deed, this)
    this.done.push({
      at: this.time.now,
      deed,
      ...this.#changesSince(before),
      ...(refused !== undefined && { refused }),
    })
    this.witness.look()
    this.time.touch()
  }
}

interface CallNumber {
  readonly operation: string
  readonly ofAll: number
  readonly ofOperation: number
}

function isAt(when: When, { operation, ofAll, ofOperation }: CallNumber, phase: 'before' | 'after'): boolean {
  if (!('call' in when) || when.phase !== phase) return false
  return when.of === undefined ? when.call === ofAll : when.of === operation && when.call === ofOperation
}

const never = (): Promise<never> => new Promise(() => undefined)
