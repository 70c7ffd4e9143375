/** What each outcome claims, held against what happened. */
import type { Call, Moment, Step } from '../play/played.ts'
import { waitMilliseconds } from './call-checks.ts'
import type { Check } from './check.ts'
import {
  between,
  couldBeRead,
  deploymentOf,
  type Facts,
  isSameVersion,
  momentAt,
  primaryOf,
  targetGroupWasGone,
  versionOf,
} from './facts.ts'
import { whyNotIntended } from './intent.ts'

/** Answers may be that old: the most that a plan makes them. */
const staleMilliseconds = 30_000

/** How long a call that is on its way when the signal comes may take to come back, and a little. */
const graceMilliseconds = 2_000

export const outcomeChecks: readonly Check[] = [
  {
    name: 'always an outcome',
    says: 'Main ends with an outcome unless it is killed.',
    violated: ({ main }) => (main.how === 'hung' ? 'main never ended' : undefined),
  },
  {
    name: 'deployed',
    says: 'Deployed: the deployment of this run completed in ECS.',
    violated: (facts) => {
      if (!said(facts, 'deployed')) return undefined
      if (facts.own === undefined) return 'no deployment of this run exists'
      return succeeded(facts) ? undefined : `its status is ${statusAtEnd(facts)}`
    },
  },
  {
    name: 'deployed as asked',
    says: 'Deployed: the revision and the digests of that deployment are those that the inputs ask for.',
    violated: (facts) => {
      if (!said(facts, 'deployed') || facts.own === undefined) return undefined
      const version = versionOf(facts.played, facts.own)
      if (version === undefined) return 'its revision is not known'
      return whyNotIntended(facts.played, version.taskDefinition, version.digests, facts.main.endedAt)
    },
  },
  {
    name: 'unchanged',
    says: 'Unchanged: nothing took effect, and what was asked for ran already, complete and with as many tasks as desired.',
    violated: (facts) => {
      if (!said(facts, 'unchanged')) return undefined
      if (facts.updates.length + facts.rollbacks.length > 0) return 'UpdateService took effect'
      const seen = between(facts, facts.main.startedAt - staleMilliseconds, facts.main.endedAt)
      return seen.some((moment) => {
        const primary = primaryOf(moment)
        if (primary?.rolloutState !== 'COMPLETED' || moment.running < moment.desired) return false
        const { digests } = versionOf(facts.played, primary.number) ?? { digests: {} }
        return whyNotIntended(facts.played, primary.taskDefinition, digests, facts.main.endedAt) === undefined
      })
        ? undefined
        : 'at no time it ran, complete'
    },
  },
  {
    name: 'updated',
    says: 'Updated: UpdateService took effect and started no deployment.',
    violated: (facts) => {
      if (!said(facts, 'updated')) return undefined
      if (facts.updates.length === 0) return 'no UpdateService took effect'
      return facts.updates.some(({ started }) => started.length > 0) ? 'a deployment was started' : undefined
    },
  },
  {
    name: 'started',
    says: 'Started: a deployment of this run exists.',
    violated: (facts) => (said(facts, 'started') && facts.own === undefined ? 'there is none' : undefined),
  },
  {
    name: 'rolled back',
    says: 'Rolled back: after the deployment of this run the previous version, by content and (where this run could read it) by digest, was in a COMPLETED deployment.',
    violated: (facts) => {
      const end = facts.main.outcome === 'rolled-back' ? facts.main : facts.post
      if (end?.outcome !== 'rolled-back') return undefined
      if (facts.own === undefined) return 'no deployment of this run exists'
      return previousRan(facts, facts.ownSince + 1, end.endedAt)
        ? undefined
        : 'the previous version was not running, complete'
    },
  },
  {
    name: 'rollback failed',
    says: 'Rollback failed: the previous version was not back and complete when the service was read last, with every read answered.',
    violated: (facts) => {
      const end = facts.main.outcome === 'rollback-failed' ? facts.main : facts.post
      if (end?.outcome !== 'rollback-failed' || facts.own === undefined) return undefined
      if (facts.troubles.some(({ at }) => at >= end.endedAt - 240_000)) return undefined
      const read = lastRead(facts, end)
      const back =
        read !== undefined &&
        between(facts, read, end.endedAt).every((moment) => moment.status === 'ACTIVE' && isBack(facts, moment))
      return back ? 'it was back when it was read last' : undefined
    },
  },
  {
    name: 'superseded',
    says: 'Superseded: somebody else started a deployment after that of this run.',
    violated: (facts) => {
      const end = [facts.main, facts.post].find((step) => step?.outcome === 'superseded')
      if (end === undefined) return undefined
      return facts.newerByOthers.some(({ at }) => at <= end.endedAt) ? undefined : 'nobody did'
    },
  },
  {
    name: 'timed out',
    says: 'Timed out: as many tasks as desired were healthy in the deployment of this run; or without one, fewer tasks ran than desired.',
    violated: (facts) => {
      if (!said(facts, 'timed-out')) return undefined
      const lately = between(facts, facts.main.endedAt - staleMilliseconds, facts.main.endedAt)
      if (facts.own === undefined || !facts.updates.some(({ started }) => started.length > 0)) {
        const short = lately.some(({ running, desired, pending }) => running !== desired || pending > 0)
        return short || facts.adopted ? undefined : 'as many ran as desired'
      }
      const well = lately.some((moment) => (deploymentOf(moment, facts.own)?.healthy ?? 0) >= moment.desired)
      return well ? undefined : 'its tasks were not healthy'
    },
  },
  {
    name: 'failed',
    says: 'Failed: this run took nothing back, and what it started had not completed when it looked last, or did not hold; a service that is gone holds nothing.',
    violated: (facts) => {
      if (!said(facts, 'failed')) return undefined
      if (facts.rollbacks.some(({ stage }) => stage === 'main')) return 'a rollback took effect'
      const isThere = momentAt(facts, facts.main.endedAt)?.status === 'ACTIVE'
      if (isThere && facts.updates.length > 0 && facts.own === undefined) return 'UpdateService took effect'
      if (facts.own === undefined || facts.adopted || !isThere) return undefined
      // What completes after the last look is not known to the run.
      const looked = lastRead(facts, facts.main, ({ fault }) => fault === undefined) ?? facts.ownSince
      const hadCompleted = momentAt(facts, looked)?.statuses[facts.own] === 'SUCCESSFUL'
      return hadCompleted && !troubledAtEnd(facts) ? 'the deployment completed and held' : undefined
    },
  },
  {
    name: 'failed needs a failure',
    says: 'Failed with a deployment in ECS: a task of it failed, ECS failed it, its target group was gone, the time was up, or the service is gone.',
    violated: (facts) => {
      if (!said(facts, 'failed') || facts.own === undefined || facts.adopted) return undefined
      const seen = between(facts, facts.ownSince, facts.main.endedAt)
      if (seen.some(({ status }) => status !== 'ACTIVE')) return undefined
      if (seen.some((moment) => deploymentOf(moment, facts.own)?.troubled)) return undefined
      if (seen.some((moment) => deploymentOf(moment, facts.own)?.rolloutState === 'FAILED')) return undefined
      const timeIsUp = facts.main.endedAt - facts.ownSince >= waitMilliseconds(facts) - 1_000
      if (targetGroupWasGone(facts, facts.main.endedAt)) return undefined
      return timeIsUp ? undefined : 'nothing had failed, and there was time left'
    },
  },
  {
    name: 'failed for a reason',
    says: 'Failed with a deployment left as it is: by wish, because nothing had completed before, or because the service is gone.',
    violated: (facts) => {
      if (!said(facts, 'failed') || facts.own === undefined || facts.adopted) return undefined
      if (facts.played.inputs['rollback-on-failure'] === 'false') return undefined
      if (between(facts, facts.main.startedAt, facts.main.endedAt).some(({ status }) => status !== 'ACTIVE'))
        return undefined
      return facts.previous.length === 0 || facts.troubles.length > 0 ? undefined : 'there was a version to go back to'
    },
  },
  {
    name: 'cancelled',
    says: 'Cancelled only if a signal came; and after a signal only a story that ends within a moment may have another outcome.',
    violated: ({ main, played: { signalledAt } }) => {
      if (main.how !== 'ended') return undefined
      if (main.outcome === 'cancelled' && signalledAt === undefined) return 'no signal came'
      const late =
        signalledAt !== undefined && main.endedAt > signalledAt + graceMilliseconds && main.outcome !== 'cancelled'
      return late ? `it ended as ${main.outcome} after the signal` : undefined
    },
  },
  {
    name: 'unknown',
    says: 'Unknown only where a call failed, a permission was missing or a clock was wrong.',
    violated: (facts) => {
      const end = [facts.main, facts.post].find((step) => step?.outcome === 'unknown')
      if (end === undefined || end.signalledAt !== undefined) return undefined
      return facts.troubles.length === 0 ? 'every call was answered' : undefined
    },
  },
  {
    name: 'older commit',
    says: 'With refuse-older-commit a commit that GitHub calls older is not deployed, and only such a one is refused for it.',
    violated: ({ updates, played }) => {
      const { commitOrder, inputs, texts, done, plan } = played
      const refused = texts.some((text) => / is older than b{40}, which runs/.test(text))
      if (refused && commitOrder !== 'older') return `it was refused, and is ${commitOrder}`
      const isTagged = plan.ingredients.some(
        ({ kind, name }) => kind === 'definition' && name === 'refuse-older-commit',
      )
      if (inputs['refuse-older-commit'] !== 'true' || commitOrder !== 'older' || !isTagged) return undefined
      // What others deploy carries no commit: what runs is then not known to be newer.
      const replaced = done.some(({ started }) => started.length > 0)
      // Settings alone are no version of any commit.
      const deployed = updates.some(({ started }) => started.length > 0)
      return deployed && !replaced ? 'it was deployed' : undefined
    },
  },
  {
    name: 'planned',
    says: 'Planned if and only if it was a dry run that could be made, and then nothing that changes anything is even sent.',
    violated: ({ main, played }) => {
      const dry = played.inputs['dry-run'] === 'true'
      const sent = played.calls.filter(({ mutating }) => mutating)
      if (dry && sent.length > 0) return `${sent.map(({ operation }) => operation).join(', ')} was sent`
      if (main.outcome === 'planned' && !dry) return 'it was no dry run'
      const other = dry && main.how === 'ended' && !['planned', 'failed', 'cancelled'].includes(main.outcome ?? '')
      return other ? `it ended as ${main.outcome}` : undefined
    },
  },
  {
    name: 'says whether it changed something',
    says: 'The report says "changed" where a call of this run took effect on the service and was answered, and only where one took effect (or, with the answer lost, seemed to).',
    violated: ({ main, updates, rollbacks, played }) => {
      if (main.changed === undefined) return undefined
      const mine = [...updates, ...rollbacks].filter(({ stage }) => stage === 'main')
      // With the answer lost, somebody else's deployment of the same revision looks like the run's own.
      const isLost = played.calls.some(({ operation, fault }) => operation === 'UpdateService' && fault !== undefined)
      const alike = isLost && played.done.some(({ started }) => started.length > 0)
      if (main.changed && mine.length === 0) return alike ? undefined : 'nothing was changed'
      return !main.changed && mine.some(isAnswered(main.endedAt)) ? 'something was changed' : undefined
    },
  },
]

const isAnswered =
  (until: number) =>
  ({ answeredAt, fault, error }: { answeredAt?: number; fault?: string; error?: string }): boolean =>
    answeredAt !== undefined && answeredAt < until && fault === undefined && error === undefined

const said = ({ main }: Facts, outcome: string): boolean => main.outcome === outcome

function statusAtEnd(facts: Facts): string {
  return momentAt(facts, facts.main.endedAt)?.statuses[facts.own ?? ''] ?? 'not known'
}

const succeeded = (facts: Facts): boolean => statusAtEnd(facts) === 'SUCCESSFUL'

const troubledAtEnd = (facts: Facts): boolean => {
  const seen = between(facts, facts.ownSince, facts.main.endedAt).findLast(
    (moment) => deploymentOf(moment, facts.own) !== undefined,
  )
  return seen !== undefined && deploymentOf(seen, facts.own)?.troubled === true
}

/** @param from a moment at which the deployment of this run existed */
function previousRan(facts: Facts, from: number, until: number): boolean {
  const isUnknown = !couldReadDigests(facts)
  return between(facts, from, until).some(
    (moment) => isBack(facts, moment) || (isUnknown && isBackByName(facts, moment)),
  )
}

/** Before its deployment began, the service revision or the running tasks could tell it what ran. */
function couldReadDigests({ played, ownSince }: Facts): boolean {
  const isHidden = played.plan.ingredients.some(({ name }) => name === 'without history')
  const couldRead = (operation: string): boolean => couldBeRead(played, operation, ownSince)
  return (!isHidden && couldRead('DescribeServiceRevisions')) || (couldRead('ListTasks') && couldRead('DescribeTasks'))
}

function isBackByName(facts: Facts, moment: Moment): boolean {
  const primary = primaryOf(moment)
  if (primary?.rolloutState !== 'COMPLETED' || primary.number === facts.own) return false
  return facts.previous.some(({ taskDefinition }) => taskDefinition === primary.taskDefinition)
}

/** When DescribeServices was answered last before a process ended. @param counts which answers count; default all */
export function lastRead(
  { played }: Facts,
  { stage, endedAt }: Step,
  counts: (call: Call) => boolean = () => true,
): number | undefined {
  return played.calls.findLast(
    (call) =>
      call.stage === stage &&
      call.operation === 'DescribeServices' &&
      call.answeredAt !== undefined &&
      call.answeredAt <= endedAt &&
      counts(call),
  )?.arrivedAt
}

function isBack(facts: Facts, moment: { readonly deployments: Facts['moments'][number]['deployments'] }): boolean {
  const primary = primaryOf(moment as Facts['moments'][number])
  if (primary?.rolloutState !== 'COMPLETED' || primary.number === facts.own) return false
  const version = versionOf(facts.played, primary.number)
  return facts.previous.some((previous) => isSameVersion(previous, version))
}
