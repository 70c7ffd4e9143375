/** What may be sent, when, and how often. */
import type { Call, Played } from '../play/played.ts'
import type { Check } from './check.ts'
import { between, deploymentOf, type Facts, momentAt, primaryOf, targetGroupWasGone } from './facts.ts'

/** Sending takes a moment: what was decided before a signal or a change may arrive after it. */
const underWay = 1_000

export const callChecks: readonly Check[] = [
  {
    name: 'one UpdateService',
    says: 'The UpdateService of the deployment takes effect at most once, unless its answer was lost and no read could show what it did.',
    violated: (facts) => {
      const { updates } = facts
      const needless = updates.slice(1).some((again, index) => wasKnown(facts, updates[index] as Call, again))
      return needless ? `it took effect ${updates.length} times` : undefined
    },
  },
  {
    name: 'one rollback',
    says: 'At most one rollback takes effect, unless the first ended without going back; or its answer was lost, and no read could show what it did.',
    violated: (facts) => {
      const [first, second] = facts.rollbacks
      if (first === undefined || second === undefined) return undefined
      const number = first.takenBack[0] ?? first.started[0] ?? ''
      const status = momentAt(facts, second.arrivedAt ?? 0)?.statuses[number] ?? ''
      if (first.takenBack.length > 0 && ['STOPPED', 'ROLLBACK_FAILED'].includes(status)) return undefined
      if (JSON.stringify(first.input) === JSON.stringify(second.input) && !wasKnown(facts, first, second))
        return undefined
      return `${first.operation} and then ${second.operation}`
    },
  },
  {
    name: 'not beside the rollback of ECS',
    says: 'No UpdateService goes back while ECS goes back, or after it has gone back, where a read of this run before it could show that.',
    violated: (facts) => {
      for (const call of facts.rollbacks.filter(({ operation }) => operation === 'UpdateService')) {
        const status = shownGoingBack(facts, call)
        if (status !== undefined) return `UpdateService was sent after ${status}`
      }
      return undefined
    },
  },
  {
    name: 'never over somebody else',
    says: 'No rollback is sent over a deployment of somebody else that a read of this run could show.',
    violated: (facts) => {
      for (const call of facts.rollbacks) {
        const read = lastHonestRead(facts, call)
        const newer = facts.newerByOthers.find(({ at }) => read !== undefined && at < read)
        if (newer !== undefined) return `${call.operation} was sent over ${newer.number}`
      }
      return undefined
    },
  },
  {
    name: 'only its own is rolled back',
    says: 'A deployment that was under way before this run, and that it watched, is never rolled back by it.',
    violated: ({ adopted, rollbacks }) =>
      adopted && rollbacks.length > 0 ? `${rollbacks[0]?.operation} was sent` : undefined,
  },
  {
    name: 'no rollback without a failure',
    says: 'Nothing is rolled back unless a task of the deployment failed, ECS failed it, its target group was gone, the time was up, or the run was cancelled or killed.',
    violated: (facts) => {
      const [rollback] = facts.rollbacks
      if (rollback === undefined || facts.own === undefined) return undefined
      if (facts.played.signalledAt !== undefined || facts.main.how === 'killed') return undefined
      const seen = between(facts, facts.ownSince, rollback.sentAt)
      if (seen.some((moment) => deploymentOf(moment, facts.own)?.troubled)) return undefined
      if (seen.some((moment) => deploymentOf(moment, facts.own)?.rolloutState === 'FAILED')) return undefined
      if (rollback.sentAt - facts.ownSince >= waitMilliseconds(facts) - underWay) return undefined
      if (targetGroupWasGone(facts, rollback.sentAt)) return undefined
      return 'nothing had failed, and there was time left'
    },
  },
  {
    name: 'no rollback of a healthy release',
    says: 'At the time limit nothing is rolled back where all desired tasks are healthy and only old tasks or bake time remain, unless what shows their health could not be read.',
    violated: (facts) => {
      if (facts.troubles.some(({ what }) => /ListTasks|DescribeTasks|DescribeTargetHealth/.test(what))) return undefined
      const [rollback] = facts.rollbacks
      if (rollback === undefined || facts.own === undefined || facts.played.signalledAt !== undefined) return undefined
      if (facts.main.how === 'killed') return undefined
      const seen = between(facts, rollback.sentAt - 15_000, rollback.sentAt)
      const healthy = seen.every((moment) => {
        const own = deploymentOf(moment, facts.own)
        const others = moment.deployments.filter(({ number }) => number !== facts.own)
        return (
          own !== undefined &&
          !own.troubled &&
          own.status === 'PRIMARY' &&
          own.rolloutState === 'IN_PROGRESS' &&
          moment.desired > 0 &&
          own.healthy >= moment.desired &&
          own.running === moment.desired &&
          others.every(({ running }) => running === 0)
        )
      })
      return healthy ? 'all its tasks were healthy and no old one ran' : undefined
    },
  },
  {
    name: 'rollback only by wish',
    says: 'Nothing is rolled back with rollback-on-failure "false", unless the run was cancelled or killed with on-cancel "rollback".',
    violated: ({ rollbacks, played: { inputs }, main }) => {
      if (rollbacks.length === 0) return undefined
      const cancelled = main.outcome === 'cancelled' || main.how === 'killed'
      if (cancelled)
        return inputs['on-cancel'] === 'rollback' || sentBeforeTheEnd(rollbacks, main.endedAt)
          ? undefined
          : 'on-cancel is "leave"'
      return inputs['rollback-on-failure'] === 'false' ? `${rollbacks[0]?.operation} was sent` : undefined
    },
  },
  {
    name: 'nothing after the signal',
    says: 'After a signal main sends nothing that changes anything, but the one StopServiceDeployment of on-cancel "rollback".',
    violated: ({ played: { calls, signalledAt, inputs } }) => {
      if (signalledAt === undefined) return undefined
      const late = calls.filter(
        ({ stage, mutating, sentAt, operation }) =>
          stage === 'main' &&
          mutating &&
          sentAt > signalledAt &&
          !(operation === 'StopServiceDeployment' && inputs['on-cancel'] === 'rollback'),
      )
      return late.length > 0 ? late.map(({ operation }) => operation).join(', ') : undefined
    },
  },
  {
    name: 'nothing after a second signal',
    says: 'After a signal the post step sends nothing that changes anything.',
    violated: ({ post, played: { calls } }) => {
      const since = post?.signalledAt
      if (since === undefined) return undefined
      const late = calls.find(({ stage, mutating, sentAt }) => stage === 'post' && mutating && sentAt > since)
      return late === undefined ? undefined : `${late.operation} was sent`
    },
  },
  {
    name: 'nothing after the end',
    says: 'After a process has told its outcome it sends nothing that changes anything.',
    violated: ({ played: { calls, steps } }) => {
      const late = calls.find(({ stage, sentAt, mutating }) => {
        const step = steps.find((one) => one.stage === stage)
        return mutating && step?.how === 'ended' && sentAt > step.endedAt
      })
      return late === undefined ? undefined : `${late.operation} was sent`
    },
  },
  {
    name: 'superseded is left alone',
    says: 'A run that ends as superseded has rolled nothing back after the other deployment began.',
    violated: ({ main, rollbacks, newerByOthers }) => {
      const [newer] = newerByOthers
      if (main.outcome !== 'superseded' || newer === undefined) return undefined
      const late = rollbacks.find(({ sentAt }) => sentAt > newer.at + 30_000)
      return late === undefined ? undefined : `${late.operation} was sent`
    },
  },
  {
    name: 'a cancelled run is finished',
    says: 'With on-cancel "rollback", the deployment of a cancelled or killed run is taken back, or the post step says why not.',
    violated: (facts) => {
      const { main, post, played, own, rollbacks, newerByOthers } = facts
      if (main.outcome !== 'cancelled' && main.how !== 'killed') return undefined
      if (played.inputs['on-cancel'] !== 'rollback' || own === undefined || facts.adopted) return undefined
      if (rollbacks.length > 0 || newerByOthers.length > 0 || post?.outcome !== undefined) return undefined
      // Whoever ends the post step as well is told by the log of GitHub.
      if (post?.how === 'killed' || post?.signalledAt !== undefined) return undefined
      const last = facts.moments.at(-1)
      if (last?.status !== 'ACTIVE' || !['PENDING', 'IN_PROGRESS'].includes(last.statuses[own] ?? '')) return undefined
      return facts.troubles.some(({ at }) => at > facts.ownSince - 60_000 && at !== Infinity)
        ? undefined
        : 'it goes on, and nobody said so'
    },
  },
]

function sentBeforeTheEnd(rollbacks: readonly Call[], endedAt: number): boolean {
  return rollbacks.every(({ stage, sentAt }) => stage === 'main' && sentAt <= endedAt)
}

/** That ECS goes back from the deployment of this run, or has: by the list of deployments, or by the history. */
function shownGoingBack(facts: Facts, call: Call): string | undefined {
  const { own = '' } = facts
  const isBack = (status = ''): boolean => ['ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCESSFUL'].includes(status)
  const listed = lastHonestRead(facts, call)
  const moment = listed === undefined ? undefined : momentAt(facts, listed)
  const primary = moment && primaryOf(moment)
  if (primary !== undefined && primary.number !== own && isBack(moment?.statuses[own])) return moment?.statuses[own]
  const history = lastHonestRead(facts, call, 'ListServiceDeployments')
  const status = history === undefined ? undefined : momentAt(facts, history)?.statuses[own]
  return isBack(status) ? status : undefined
}

/** So long has to be looked for what a call did whose answer is lost. */
const patience = 30_000

/**
 * The first was answered; or it was not looked for long enough, or not at all; or it changed something, and a read before the
 * second was answered from the present.
 */
function wasKnown({ played }: Facts, first: Call, again: Call): boolean {
  const { arrivedAt = 0, started, fault: lost } = first
  if (lost === undefined) return true
  if (started.length === 0 && hasSameSettings(played, arrivedAt)) return false
  const ways = ['DescribeServices', 'ListServiceDeployments']
  const reads = played.calls.filter(
    ({ operation, sentAt, answeredAt = Infinity }) =>
      ways.includes(operation) && sentAt > arrivedAt && answeredAt <= again.sentAt,
  )
  if (reads.length === 0 || again.sentAt - arrivedAt < patience) return true
  return reads.some(({ fault, error }) => fault === undefined && error === undefined)
}

/** The service had all that an UpdateService asked for. */
function hasSameSettings({ moments }: Played, arrivedAt: number): boolean {
  const before = moments.findLast(({ at }) => at < arrivedAt) ?? moments[0]
  const after = moments.find(({ at }) => at >= arrivedAt) ?? before
  return JSON.stringify([before?.settings, before?.desired]) === JSON.stringify([after?.settings, after?.desired])
}

/** When the last read before a call was answered from the present; undefined: there was none since the deployment began. */
function lastHonestRead(
  { played, ownSince }: Facts,
  call: Call,
  by: 'DescribeServices' | 'ListServiceDeployments' = 'DescribeServices',
): number | undefined {
  const reads = played.calls.filter(
    ({ operation, answeredAt = Infinity, fault, error }) =>
      operation === by && answeredAt <= call.sentAt && fault === undefined && error === undefined,
  )
  const last = reads.at(-1)?.arrivedAt
  return last !== undefined && last > ownSince ? last : undefined
}

/** How long the run was told to wait, in milliseconds; the default where it was not told. */
export function waitMilliseconds({ played: { inputs } }: Facts): number {
  return Number(inputs['wait-for-minutes'] ?? 30) * 60_000
}
