/** What must not be deployed over, unless on-in-progress is "force". */
import type { Check } from './check.ts'
import { type Facts, momentAt, primaryOf } from './facts.ts'

/** What is older than a few seconds is read again; the read, and the call, take their time. */
const seenInTime = 40_000

export const inProgressChecks: readonly Check[] = [
  {
    name: 'not over what ECS returns to',
    says: 'No deployment is started over a rollback of ECS that a read in time shows, unless on-in-progress is "force".',
    violated: (facts) => {
      const { played, updates, own } = facts
      const [update] = updates
      if (update === undefined || own === undefined || !update.started.includes(own)) return undefined
      if (played.inputs['on-in-progress'] === 'force' || couldNotSee(facts, update.sentAt)) return undefined
      const [earlier, now] = [update.sentAt - seenInTime, update.sentAt - 1].map((at) => returnedTo(facts, at))
      return earlier === undefined || earlier !== now ? undefined : `ECS was going back to ${now}`
    },
  },
]

/** The deployment that ECS goes back to at that moment. */
function returnedTo(facts: Facts, at: number): string | undefined {
  const moment = momentAt(facts, at)
  const primary = moment && primaryOf(moment)
  if (moment === undefined || primary?.rolloutState !== 'IN_PROGRESS') return undefined
  const { number } = primary
  const isGoingBack = Object.entries(moment.statuses).some(
    ([other, status]) => other !== number && status === 'ROLLBACK_IN_PROGRESS',
  )
  return isGoingBack ? number : undefined
}

/** A wrong answer, a process that stood still, or a lost answer after which nothing may be sent twice. */
function couldNotSee({ troubles, played }: Facts, until: number): boolean {
  const { ingredients } = played.plan
  if (ingredients.some(({ kind }) => kind === 'suspend')) return true
  return troubles.some(
    ({ at, what }) =>
      (/DescribeServices/.test(what) && at > until - 2 * seenInTime && at <= until) ||
      (/(?<!throttle) of UpdateService/.test(what) && at <= until),
  )
}
