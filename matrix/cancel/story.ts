/** Where in its story a run is when it sends a call. */
import type { ActionProcess } from '../../scripts/demo/run-action.ts'

/** `post`: the post step, before it has sent a rollback; `post-back`: after that. The others are of the main step. */
export type Phase = 'prepare' | 'watch' | 'settle' | 'verify' | 'failure' | 'rollback' | 'post' | 'post-back'

/** One call of a run. Polls of one phase are one call: only the first of them is told apart. */
export type Call = {
  readonly operation: string
  readonly phase: Phase
  /** Of its operation in its phase, 1 = the first. */
  readonly nth: number
}

const hasFailed =
  /^(The deployment failed: |The deployment was not complete after |Giving the deployment up|The deployment does not hold|The verification failed)/m

/** What is asked for again and again while something is watched. */
const polled = new Set(['DescribeServices', 'ListServiceDeployments', 'ListTasks', 'DescribeTasks', 'DescribeAlarms'])

/** What is read once a container has ended: a matter of milliseconds whether the failure has been told by then. */
const explaining = new Set(['GetLogEvents', 'DescribeLogGroups', 'DescribeTargetHealth'])

/** The main step of an action, or the post step of the deploy action. */
export type Step = 'deploy' | 'rollback' | 'post'

/** Tells of each request of one step, as it comes, which call of the story it is. */
export class Story {
  readonly #step: Step
  readonly #seen = new Map<string, number>()
  #updates = 0
  #stops = 0
  process: ActionProcess | undefined

  constructor(step: Step) {
    this.#step = step
  }

  /** Counts the request. @returns undefined for one that is asked for over and over */
  async next(operation: string): Promise<Call | undefined> {
    // What the action wrote before it asked may still be on its way here.
    if (this.#updates > 0) await new Promise((resolve) => setTimeout(resolve, 2))
    const phase = explaining.has(operation) ? 'failure' : this.#phase()
    if (operation === 'UpdateService') this.#updates += 1
    if (operation === 'StopServiceDeployment') this.#stops += 1
    const key = `${phase} ${operation}`
    const nth = (this.#seen.get(key) ?? 0) + 1
    this.#seen.set(key, nth)
    return nth > this.#most(phase, operation) ? undefined : { operation, phase, nth }
  }

  #phase(): Phase {
    if (this.#step === 'post') return this.#updates + this.#stops > 0 ? 'post-back' : 'post'
    if (this.#stops > 0 || this.#updates > 1) return 'rollback'
    if (this.#updates === 0) return 'prepare'
    if (hasFailed.test(this.process?.log() ?? '')) return 'failure'
    // What is kept is there before the next call is sent.
    const { settling, verifying } = recordIn(this.process?.state().deployment)
    return verifying === true ? 'verify' : settling === true ? 'settle' : 'watch'
  }

  /** How many calls of an operation are told apart. */
  #most(phase: Phase, operation: string): number {
    if (!polled.has(operation)) return Number.POSITIVE_INFINITY
    // What was read is read again before UpdateService where it is 10 s old, which it is here as the machine has it.
    if (phase === 'prepare') return this.#step === 'deploy' && operation === 'DescribeServices' ? 1 : 9
    // The post step looks, and then again before it sends the rollback.
    return phase === 'post' ? 2 : 1
  }
}

/** Whether a run makes this call, and when, may depend on the machine: what was not made is no result. */
export function mayBeLeftOut({ phase, operation }: Call): boolean {
  return phase !== 'prepare' && polled.has(operation)
}

export type KeptRecord = {
  readonly sending?: string
  readonly settling?: boolean
  readonly verifying?: boolean
  /** The task before the deployment. */
  readonly preDeploy?: { readonly state: string; readonly kept: { readonly sending?: string } }
}

/** The record in a state that main has saved. */
export function recordIn(state: string | undefined): KeptRecord {
  return state ? (JSON.parse(state) as { readonly record: KeptRecord }).record : {}
}
