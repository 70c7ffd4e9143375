/** What the rollback action claims and does. */
import type { Check } from './check.ts'
import {
  between,
  couldBeRead,
  deploymentOf,
  type Facts,
  isSameVersion,
  momentAt,
  primaryOf,
  type Version,
  versionOf,
} from './facts.ts'
import { lastRead } from './outcome-checks.ts'

/** Reads before and after the waiting, with answers that do not come. */
const margin = 20 * 60_000
const staleMilliseconds = 30_000

export const rollbackChecks: readonly Check[] = [
  {
    name: 'went back',
    says: 'Rolled back: the deployment that this run started completed, with the revision that was named (and the digests that it ran before, where this run could read them), or with a version that had completed before and is not the one that it left.',
    violated: (facts) => {
      if (facts.main.outcome !== 'rolled-back') return undefined
      if (facts.own === undefined) return 'it started no deployment'
      const status = momentAt(facts, facts.main.endedAt)?.statuses[facts.own]
      if (status !== 'SUCCESSFUL') return `its status is ${status}`
      return isWayBack(facts, versionOf(facts.played, facts.own)) ? undefined : 'that version had never completed'
    },
  },
  {
    name: 'was there already',
    says: 'Unchanged by the rollback action: it changed nothing, and a deployment was complete.',
    violated: (facts) => {
      if (facts.main.outcome !== 'unchanged') return undefined
      if (facts.updates.length > 0) return 'UpdateService took effect'
      const seen = between(facts, facts.main.startedAt - staleMilliseconds, facts.main.endedAt)
      return seen.some((moment) => primaryOf(moment)?.rolloutState === 'COMPLETED') ? undefined : 'none was complete'
    },
  },
  {
    name: 'went back in vain',
    says: 'Rollback failed, by the rollback action: its deployment was not complete when the service was read last, with every read answered.',
    violated: (facts) => {
      if (facts.main.outcome !== 'rollback-failed') return undefined
      if (facts.updates.length === 0) return watchedAnother(facts) ? undefined : 'it changed nothing'
      if (facts.troubles.some(({ at }) => at >= facts.main.endedAt - 240_000)) return undefined
      const read = lastRead(facts, facts.main)
      const seen = read === undefined ? [] : between(facts, read, facts.main.endedAt)
      const done = seen.length > 0 && seen.every(({ statuses }) => statuses[facts.own ?? ''] === 'SUCCESSFUL')
      return done && isWayBack(facts, versionOf(facts.played, facts.own ?? '')) ? 'it had completed' : undefined
    },
  },
  {
    name: 'not gone back',
    says: 'Failed, by the rollback action: it started no deployment, or the service is gone.',
    violated: (facts) => {
      if (facts.main.outcome !== 'failed' || facts.own === undefined) return undefined
      const gone = between(facts, facts.main.startedAt, facts.main.endedAt).some(({ status }) => status !== 'ACTIVE')
      return gone ? undefined : 'it started a deployment'
    },
  },
  {
    name: 'went back too late',
    says: 'Superseded, by the rollback action: somebody else started a deployment after it had begun.',
    violated: ({ main, newerByOthers }) => {
      if (main.outcome !== 'superseded') return undefined
      return newerByOthers.some(({ at }) => at <= main.endedAt) ? undefined : 'nobody did'
    },
  },
  {
    name: 'goes back in time',
    says: 'Timed out, by the rollback action: only when its time was up; and it ends within that and a margin.',
    violated: ({ main, played: { inputs, plan } }) => {
      const limit = Number(inputs['rollback-wait-minutes'] ?? 30) * 60_000
      const took = main.endedAt - main.startedAt
      if (main.outcome === 'timed-out' && took < limit - 1_000) return 'there was time left'
      const suspended = plan.ingredients.reduce(
        (sum, one) => sum + (one.kind === 'suspend' ? one.forSeconds * 1000 : 0),
        0,
      )
      return took > limit + suspended + margin ? `it took ${Math.round(took / 60_000)} min` : undefined
    },
  },
  {
    name: 'a rollback is not rolled back',
    says: 'The rollback action sends at most one UpdateService that takes effect, and no StopServiceDeployment.',
    violated: ({ updates, played: { calls } }) => {
      if (calls.some(({ operation }) => operation === 'StopServiceDeployment')) return 'StopServiceDeployment was sent'
      return updates.length > 1 ? `UpdateService took effect ${updates.length} times` : undefined
    },
  },
]

/** It had completed in this service before the run changed anything, and is another one than what the service was set to. */
function isWayBack(facts: Facts, version: Version | undefined): boolean {
  const until = facts.updates[0]?.arrivedAt ?? facts.main.endedAt
  const seen = between(facts, facts.main.startedAt - staleMilliseconds, until)
  const completed = new Set(
    seen.flatMap((moment) => [
      ...Object.entries(moment.statuses).flatMap(([number, status]) => (status === 'SUCCESSFUL' ? [number] : [])),
      ...moment.deployments.filter(({ rolloutState }) => rolloutState === 'COMPLETED').map(({ number }) => number),
      ...(moment.completed === undefined ? [] : [moment.completed]),
    ]),
  )
  if (facts.played.inputs.to) return isNamed(facts, version, [...completed], until)
  const past = [...completed].flatMap((number) => versionOf(facts.played, number) ?? [])
  const isLeft = seen.every((moment) => {
    const primary = primaryOf(moment)
    const isOther = primary !== undefined && deploymentOf(moment, facts.own) === undefined
    return isOther && isSameVersion(versionOf(facts.played, primary.number), version)
  })
  return !isLeft && past.some((one) => isSameVersion(one, version))
}

/**
 * Every plan that names one names web:1. Whether it ever ran need not be known; where this run could know it, its digests
 * have to be those that it ran.
 *
 * @param completed numbers of the deployments that had completed
 */
function isNamed(facts: Facts, version: Version | undefined, completed: readonly string[], until: number): boolean {
  const isMeant = (one: Version | undefined): boolean => one?.taskDefinition.endsWith('/web:1') === true
  const past = completed.filter((number) => isMeant(versionOf(facts.played, number)))
  if (past.some((number) => isSameVersion(versionOf(facts.played, number), version))) return true
  return isMeant(version) && !past.some((number) => wasReadable(facts, number, until))
}

/** The service lists it; or the history reaches back to it, and could be read in time, as could what it deployed. */
function wasReadable({ played, moments }: Facts, number: string, until: number): boolean {
  const listed = moments.filter(({ at }, index) => index === 0 || at <= until)
  if (listed.some(({ deployments }) => deployments.some((one) => one.number === number))) return true
  const { plan, created, startedAt } = played
  const isHidden = plan.ingredients.some(({ name }) => name === 'without history')
  if (isHidden && (created.find((one) => one.number === number)?.at ?? 0) < startedAt) return false
  return ['ListServiceDeployments', 'DescribeServiceRevisions'].every((operation) =>
    couldBeRead(played, operation, until),
  )
}

/** A deployment was under way while this run looked: somebody else's way back, which it watches instead of sending its own. */
function watchedAnother(facts: Facts): boolean {
  const seen = between(facts, facts.main.startedAt, facts.main.endedAt)
  return seen.some((moment) => primaryOf(moment)?.rolloutState === 'IN_PROGRESS')
}
