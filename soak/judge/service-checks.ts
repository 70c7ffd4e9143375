/** What becomes of the service, how long it all takes, and what is written down. */
import { canaries } from '../plan/account.ts'
import type { Call } from '../play/played.ts'
import { waitMilliseconds } from './call-checks.ts'
import type { Check } from './check.ts'

/** Reads, sends and look-ups with lost answers before and after the waiting. */
const margin = 20 * 60_000
/** A job has 5 minutes for all its post steps when it was cancelled (docs, "Workflow cancellation"). */
const postMilliseconds = 5 * 60_000
const cancelMilliseconds = 10_000

/** What UpdateService may carry for each input. */
const members: Readonly<Record<string, string>> = {
  'desired-count': 'desiredCount',
  'force-new-deployment': 'forceNewDeployment',
  'enable-execute-command': 'enableExecuteCommand',
  'platform-version': 'platformVersion',
  'health-check-grace-period-seconds': 'healthCheckGracePeriodSeconds',
  'network-configuration': 'networkConfiguration',
  'deployment-circuit-breaker': 'deploymentConfiguration',
  'propagate-tags': 'propagateTags',
}

function isRegistered({ operation, applied }: Call): boolean {
  return operation === 'RegisterTaskDefinition' && applied
}

/** How often the service was read again between a registration and the first UpdateService. */
function preparedAnew(calls: readonly Call[]): number {
  const until = calls.findIndex(({ operation, applied }) => operation === 'UpdateService' && applied)
  const before = calls.slice(0, Math.max(0, until))
  return before.filter((call, index) => {
    if (!isRegistered(call)) return false
    const next = before.slice(index + 1)
    return next.some(({ operation }) => operation === 'DescribeServices') && next.some(isRegistered)
  }).length
}

export const serviceChecks: readonly Check[] = [
  {
    name: 'carries only what was asked',
    says: 'UpdateService carries the revision, and of the settings only those that the user set.',
    violated: ({ updates, rollbacks, played: { inputs } }) => {
      const asked = Object.entries(members).flatMap(([input, member]) => (inputs[input] ? [member] : []))
      const allowed = new Set(['cluster', 'service', 'taskDefinition', 'forceNewDeployment', ...asked])
      const extra = [...updates, ...rollbacks]
        .filter(({ operation }) => operation === 'UpdateService')
        .flatMap(({ input }) => Object.keys(input as object).filter((name) => !allowed.has(name)))
      return extra.length > 0 ? extra.join(', ') : undefined
    },
  },
  {
    name: 'settings are left alone',
    says: 'At the end no setting of the service has a value that neither it had before, nor the user asked for, nor somebody else set.',
    violated: ({ moments, played }) => {
      const [first] = moments
      const last = moments.at(-1)
      if (first === undefined || last === undefined) return undefined
      const asked = new Set(
        Object.entries(members).flatMap(([input, member]) =>
          played.inputs[input] || played.otherInputs?.[input] ? [member] : [],
        ),
      )
      const breakers = played.done.some(({ deed }) => deed.kind === 'changes-breaker')
      const changed = Object.keys({ ...first.settings, ...last.settings }).filter(
        (name) =>
          first.settings[name] !== last.settings[name] &&
          !asked.has(name) &&
          !(name === 'deploymentConfiguration' && breakers),
      )
      return changed.length > 0 ? changed.join(', ') : undefined
    },
  },
  {
    name: 'desired count is left alone',
    says: 'The desired count is that from before, the one asked for, or one that others set; and one that others set last stays.',
    violated: ({ moments, played, updates }) => {
      const [first] = moments
      const last = moments.at(-1)
      if (first === undefined || last === undefined) return undefined
      const scaled = played.done.filter(({ deed, refused }) => deed.kind === 'scales' && refused === undefined)
      if (played.done.some(({ deed }) => deed.kind === 'deletes-service')) return undefined
      // ECS itself decides how many tasks a DAEMON service wants.
      if (played.plan.ingredients.some(({ name }) => name === 'daemon')) return undefined
      const byOthers = scaled.map(({ deed }) => (deed.kind === 'scales' ? deed.to : 0))
      const asked = played.inputs['desired-count']
      const askedByOther = played.otherInputs?.['desired-count']
      const given = [asked, askedByOther].flatMap((count) => (count ? [Number(count)] : []))
      const found = played.desiredAtFirst ?? first.desired
      const allowed = [first.desired, found, ...byOthers, ...given]
      if (!allowed.includes(last.desired)) return `it is ${last.desired}`
      const lastScaled = scaled.at(-1)
      const after = lastScaled !== undefined && updates.every(({ arrivedAt = 0 }) => arrivedAt < lastScaled.at)
      return after && !askedByOther && last.desired !== byOthers.at(-1)
        ? `others had set ${byOthers.at(-1)}, it is ${last.desired}`
        : undefined
    },
  },
  {
    name: 'revisions are not leaked',
    says: 'At most two revisions are registered: the wanted one, and a copy to go back to. Only where the service was read anew before the first UpdateService, it may be another wanted one.',
    violated: ({ played: { calls } }) => {
      const registered = calls.filter(isRegistered)
      return registered.length - preparedAnew(calls) > 2 ? `${registered.length} were registered` : undefined
    },
  },
  {
    name: 'ends in time',
    says: 'Main ends within what it was told to wait for the deployment and for the rollback, and a margin.',
    violated: (facts) => {
      const { main, played } = facts
      const rollbackWait = Number(played.inputs['rollback-wait-minutes'] ?? 20) * 60_000
      const settle = Number(played.inputs['settle-seconds'] ?? 60) * 1000
      const suspended = played.plan.ingredients.reduce(
        (sum, one) => sum + (one.kind === 'suspend' ? one.forSeconds * 1000 : 0),
        0,
      )
      const most = waitMilliseconds(facts) + rollbackWait + settle + suspended + margin
      const took = main.endedAt - main.startedAt
      return took > most ? `it took ${minutes(took)} instead of at most ${minutes(most)}` : undefined
    },
  },
  {
    name: 'post ends in time',
    says: 'The post step ends within the five minutes that a cancelled job leaves it.',
    violated: ({ post }) => {
      if (post === undefined) return undefined
      const took = post.endedAt - post.startedAt
      return post.how === 'hung' || took > postMilliseconds ? `it took ${minutes(took)}` : undefined
    },
  },
  {
    name: 'cancelled at once',
    says: 'After a signal main ends by itself before the runner kills it.',
    violated: ({ main, played: { signalledAt, calls, plan } }) => {
      if (signalledAt === undefined || plan.ingredients.some(({ kind }) => kind === 'kill' || kind === 'suspend')) {
        return undefined
      }
      if (main.endedAt - signalledAt < cancelMilliseconds) return undefined
      const waits = calls.some((call) => call.sentAt >= signalledAt - 2_000 && isTroubled(call))
      return waits ? undefined : `it took ${Math.round((main.endedAt - signalledAt) / 1000)} s`
    },
  },
  {
    name: 'expired credentials end it',
    says: 'Once a call was answered with expired credentials, and every later one too, main ends within a minute.',
    violated: ({ main, played: { calls } }) => {
      const mine = calls.filter(({ stage }) => stage === 'main')
      const last = mine.findLastIndex(({ fault }) => fault !== 'expired-token')
      const first = mine[last + 1]
      if (first?.answeredAt === undefined || main.how !== 'ended') return undefined
      const took = main.endedAt - first.answeredAt
      return took > 60_000 ? `it went on for ${minutes(took)}` : undefined
    },
  },
  {
    name: 'keeps secrets',
    says: 'No value of an environment variable, of a secret or of a token is in the log, the report or the saved state.',
    violated: ({ played: { texts } }) => {
      const found = Object.entries(canaries).find(([, value]) => texts.some((text) => text.includes(value)))
      return found === undefined ? undefined : `the ${found[0]} value was written`
    },
  },
]

const isTroubled = ({ fault, error }: Call): boolean => fault !== undefined || error !== undefined

const minutes = (milliseconds: number): string => `${(milliseconds / 60_000).toFixed(1)} min`
