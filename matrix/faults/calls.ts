/** Which calls a deployment sends, and where in its story each of them is. */
import type { ActionProcess } from '../../scripts/demo/run-action.ts'
import type { Phase } from './deployments.ts'

/** One call of a deployment. Polls of one phase are one call: only the first of them is told apart. */
export type Call = {
  readonly service: string
  readonly operation: string
  readonly phase: Phase
  /** Of its operation in its phase, 1 = the first. */
  readonly nth: number
  readonly mutating: boolean
}

const hasFailed = /^(The deployment failed: |The deployment was not complete after |Giving the deployment up)/m

/** Tells of each request, as it comes, which call of the story it is. */
export class Story {
  readonly #seen = new Map<string, number>()
  #updates = 0
  #stops = 0
  #tidies = false
  process: ActionProcess | undefined

  /** Counts the request. @returns undefined for one that is asked for over and over */
  async next(operation: string): Promise<Pick<Call, 'phase' | 'nth'> | undefined> {
    // What the action wrote before it asked may still be on its way here.
    if (this.#updates > 0) await new Promise((resolve) => setTimeout(resolve, 2))
    // Only what tidies old revisions away asks for them.
    if (operation === 'ListTaskDefinitions') this.#tidies = true
    const phase = this.#phase()
    if (operation === 'UpdateService') this.#updates += 1
    if (operation === 'StopServiceDeployment') this.#stops += 1
    const key = `${phase} ${operation}`
    const nth = (this.#seen.get(key) ?? 0) + 1
    this.#seen.set(key, nth)
    // What was read is read again before UpdateService where it is 10 s old, which it is here as the machine has it.
    if (phase === 'prepare' && operation === 'DescribeServices' && nth > 1) return undefined
    return phase !== 'prepare' && nth > (polled.has(operation) ? 1 : 3) ? undefined : { phase, nth }
  }

  #phase(): Phase {
    const back = this.#stops > 0 || this.#updates > 1
    if (this.#tidies) return 'tidy'
    if (back) return 'rollback'
    if (this.#updates === 0) return 'prepare'
    return hasFailed.test(this.process?.log() ?? '') ? 'failure' : 'watch'
  }
}

/** Whether a run makes this call, and when, may depend on the machine: what was not made is no result. */
export function mayBeLeftOut({ phase, operation }: Call): boolean {
  return phase !== 'prepare' && polled.has(operation)
}

/** What is asked for again and again while something is watched. */
const polled = new Set(['DescribeServices', 'ListServiceDeployments', 'ListTasks', 'DescribeTasks'])
