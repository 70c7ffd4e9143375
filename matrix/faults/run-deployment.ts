import { Account, type Ended } from '../../__tests__/support/account.ts'
import type { TimeSettings } from '../../simulator/time/clock.ts'
import { operationOf } from '../operation-of.ts'
import { withPort } from '../with-port.ts'
import { type Call, Story } from './calls.ts'
import type { Deployment } from './deployments.ts'

export type Pace = {
  readonly speed: number
  readonly limitSpeed?: TimeSettings['limitSpeed']
  /** Real seconds. */
  readonly limitSeconds?: number
}

/**
 * Runs the built action for a deployment.
 *
 * @param arrived told of every call before it is taken, with its place in the story unless it is asked for over and over
 * @param begun called with the account, before the action starts
 * @returns what `ended` makes of the account and of the run
 */
export async function runDeployment<T>(
  deployment: Deployment,
  { speed, limitSpeed, limitSeconds }: Pace,
  arrived: (operation: string, place: Pick<Call, 'phase' | 'nth'> | undefined, account: Account) => void,
  begun: (account: Account) => (run: Ended) => T | Promise<T>,
): Promise<T> {
  const story = new Story()
  let waiting = deployment.onceWatched
  const account = await Account.open(deployment.scenario, {
    speed,
    gate: async (request, take) => {
      const operation = operationOf(request)
      if (operation !== undefined) {
        const place = await story.next(operation)
        if (waiting !== undefined && place?.phase === 'watch') {
          account.simulator.happen(waiting)
          waiting = undefined
        }
        arrived(operation, place, account)
      }
      return take()
    },
  })
  try {
    const ended = begun(account)
    return await ended(
      await account.run(withPort({ preflight: 'off', ...deployment.inputs }, account), {
        files: deployment.files ?? {},
        ...(limitSpeed === undefined ? {} : { time: { ...account.simulator.time, limitSpeed } }),
        ...(limitSeconds === undefined ? {} : { limitSeconds }),
        started: (process) => {
          story.process = process
        },
      }),
    )
  } finally {
    await account.close()
  }
}
