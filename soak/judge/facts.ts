/** What really happened in a run, read from the simulator's record alone; pure. */

import type { Call, Content, DeploymentMoment, Moment, Played, Step } from '../play/played.ts'
import { whyNotIntended } from './intent.ts'

/** One version of the service: a revision and the digests that its tags stood for. */
export interface Version {
  readonly taskDefinition: string
  readonly content: Content | undefined
  readonly digests: Readonly<Record<string, string>>
}

export interface Facts {
  readonly played: Played
  readonly main: Step
  readonly post: Step | undefined
  /** Moments from the start of main on; the first is the state at the start. */
  readonly moments: readonly Moment[]
  /** Calls of UpdateService that are the deployment itself, and took effect. */
  readonly updates: readonly Call[]
  /** Calls that take something back, and had an effect. */
  readonly rollbacks: readonly Call[]
  /** Number of the deployment that is this run's: started by it, or under way when it began and adopted. */
  readonly own: string | undefined
  readonly adopted: boolean
  /** When the deployment of this run was created. */
  readonly ownSince: number
  /** Numbers of the deployments of others that were created later than that, with the time. */
  readonly newerByOthers: readonly { readonly number: string; readonly at: number }[]
  /** Every version that was the last one to complete, between the start and this run's UpdateService. */
  readonly previous: readonly Version[]
  /** Something stood in the way of seeing or doing things: a fault, a denial, a wrong clock. With the time. */
  readonly troubles: readonly { readonly at: number; readonly what: string }[]
}

/** Reads the facts of a run. */
export function factsOf(played: Played): Facts {
  const [main] = played.steps
  if (main === undefined) throw new Error('The run has no main step')
  const post = played.steps.find(({ stage }) => stage === 'post')
  if (played.action === 'rollback') return rollbackFacts(played, main)
  const { moments } = played
  const updateCalls = played.calls.filter(({ operation, applied }) => operation === 'UpdateService' && applied)
  const [first] = updateCalls.filter((call) => call.stage === 'main' && isDeployment(played, call))
  const updates = first === undefined ? [] : sentAgain(updateCalls, first)
  const rollbacks = [
    ...updateCalls.filter((call) => !updates.includes(call)),
    ...played.calls.filter(({ takenBack }) => takenBack.length > 0),
  ].sort((one, other) => (one.arrivedAt ?? 0) - (other.arrivedAt ?? 0))
  const started = updates.flatMap((call) => call.started)[0]
  const joined = first && joinedBy(played, first)
  const own = started ?? joined ?? adoptedIn(played, first?.arrivedAt ?? main.endedAt)
  const order = played.created.findIndex(({ number }) => number === own)
  const ownSince = played.created[order]?.at ?? played.startedAt
  const byOthers = new Set(played.done.flatMap((done) => done.started))
  return {
    played,
    main,
    post,
    moments,
    updates,
    rollbacks,
    own,
    adopted: started === undefined && own !== undefined && !looksLikeItsOwn(played, own, first),
    ownSince,
    newerByOthers: played.created.filter(({ number }, index) => byOthers.has(number) && index > order),
    previous: previousOf(played, first?.arrivedAt ?? main.endedAt),
    troubles: troublesOf(played),
  }
}

/** Those of a run of the rollback action: its one UpdateService is what it was asked for, and takes nothing back. */
function rollbackFacts(played: Played, main: Step): Facts {
  const updates = played.calls.filter(({ operation, applied }) => operation === 'UpdateService' && applied)
  const [update] = updates
  const own =
    updates.flatMap(({ started }) => started)[0] ?? (update && joinedBy(played, update)) ?? takenForItsOwn(played)
  const order = played.created.findIndex(({ number }) => number === own)
  const byOthers = new Set(played.done.flatMap((done) => done.started))
  return {
    played,
    main,
    post: undefined,
    moments: played.moments,
    updates,
    rollbacks: [],
    own,
    adopted: false,
    ownSince: played.created[order]?.at ?? played.startedAt,
    newerByOthers: played.created.filter(
      ({ number, at }, index) =>
        byOthers.has(number) && (order === -1 ? at >= played.startedAt : index !== order && at >= played.startedAt),
    ),
    previous: [],
    troubles: troublesOf(played),
  }
}

/** Where another run asked for the same in the same moment, ECS makes one deployment of both. */
function joinedBy({ moments }: Played, { arrivedAt = 0 }: Call): string | undefined {
  const joined = moments.findLast(({ at }) => at <= arrivedAt + 1)
  return joined && primaryOf(joined)?.number
}

/**
 * Whose deployment it is cannot be told: this run asked for it, and what was answered (or, where the answer was lost, seen
 * after it) is what its own UpdateService would have started. Only a read before that could have shown it to be another's.
 *
 * @param update the UpdateService of the deployment that took effect, where one did
 */
function looksLikeItsOwn(played: Played, number: string, update: Call | undefined): boolean {
  const { [number]: taskDefinition } = played.taskDefinitions
  const asked = played.calls.find((call) => (call === update || isLostUpdate(call)) && couldStart(call, taskDefinition))
  return asked !== undefined && !wasShown(played, number, asked)
}

/** Nobody who sent it can know whether it was done. */
function isLostUpdate({ stage, operation, answeredAt, fault = '' }: Call): boolean {
  if (stage !== 'main' || operation !== 'UpdateService') return false
  return answeredAt === undefined || ['http-500', 'reset-before', 'reset-after', 'hang', 'malformed'].includes(fault)
}

/** Its UpdateService was lost, and somebody else then deployed what that carried: nobody can tell whose that is. */
function takenForItsOwn(played: Played): string | undefined {
  const lost = played.calls.find(isLostUpdate)
  const alike = played.created.find(
    ({ number, at }) => lost !== undefined && at >= lost.sentAt && couldStart(lost, played.taskDefinitions[number]),
  )
  return alike?.number
}

/** It names that revision; or none, and still starts a deployment (SDK text of UpdateServiceRequest). What never arrived starts none. */
function couldStart({ input }: Call, taskDefinition: string | undefined): boolean {
  const { taskDefinition: named, ...rest } = (input ?? {}) as { readonly [name: string]: unknown }
  if (named !== undefined) return named === taskDefinition
  const starting = ['networkConfiguration', 'platformVersion', 'volumeConfigurations']
  return rest.forceNewDeployment === true || starting.some((name) => rest[name] !== undefined)
}

/** A read that was answered before this UpdateService was sent showed that deployment. */
function wasShown({ calls, created, plan }: Played, number: string, { sentAt: until }: Call): boolean {
  const since = created.find((one) => one.number === number)?.at ?? Number.NEGATIVE_INFINITY
  const stale = plan.ingredients.map((one) =>
    one.kind === 'fault' && one.fault.kind === 'stale' ? one.fault.seconds * 1000 : 0,
  )
  return calls.some(({ operation, arrivedAt = since, answeredAt = Infinity, fault, error }) => {
    if (operation !== 'DescribeServices' || error !== undefined || answeredAt > until) return false
    if (fault === undefined) return arrivedAt >= since
    return fault === 'stale' && arrivedAt - Math.max(...stale) >= since
  })
}

/** The deployment that was under way already with what was asked for, where this run started none. */
function adoptedIn(played: Played, until: number): string | undefined {
  const seen = played.moments.filter(({ at }, index) => index === 0 || at <= until)
  // The first: what is adopted is decided when everything is read, which is at the beginning.
  const found = seen.find((moment) => {
    const primary = primaryOf(moment)
    return (
      primary?.rolloutState === 'IN_PROGRESS' && whyNotIntended(played, primary.taskDefinition, {}, until) === undefined
    )
  })
  return found && primaryOf(found)?.number
}

/** It carries what was asked for, or no revision at all: not a way back. */
function isDeployment(played: Played, { input, arrivedAt = 0 }: Call): boolean {
  const { taskDefinition } = input as { taskDefinition?: string }
  return taskDefinition === undefined || whyNotIntended(played, taskDefinition, {}, arrivedAt) === undefined
}

/** Nothing is known to have failed so soon. */
const soonMilliseconds = 2_000

/** The same call once more: after a lost answer, or at once. Later on it is a way back to an equal version. */
function sentAgain(calls: readonly Call[], first: Call): readonly Call[] {
  const same = calls.filter(({ input }) => JSON.stringify(input) === JSON.stringify(first.input))
  const answered = same.find(({ fault }) => fault === undefined)?.answeredAt ?? Infinity
  return same.filter(({ sentAt }) => sentAt < answered + soonMilliseconds)
}

function previousOf(played: Played, until: number): readonly Version[] {
  const numbers = new Set(
    played.moments.filter(({ at }, index) => index === 0 || at <= until).flatMap(({ completed }) => completed ?? []),
  )
  const [first] = played.moments
  // Where nothing in the list has completed, the last success of the history is what there is to go back to.
  const successes = Object.entries(first?.statuses ?? {}).filter(([, status]) => status === 'SUCCESSFUL')
  const last = played.created.filter(({ number }) => successes.some(([success]) => success === number)).at(-1)
  const isShown = !played.plan.ingredients.some(({ name }) => name === 'without history')
  if (numbers.size === 0 && last !== undefined && isShown) numbers.add(last.number)
  return [...numbers].flatMap((number) => versionOf(played, number) ?? [])
}

/** The version of a deployment: what its revision names, and what its tags were resolved to. */
export function versionOf(played: Played, number: string): Version | undefined {
  const taskDefinition =
    played.taskDefinitions[number] ??
    played.moments.flatMap(({ deployments }) => deployments).find((one) => one.number === number)?.taskDefinition
  if (taskDefinition === undefined) return undefined
  const content = played.definitions[taskDefinition]
  const resolved = played.digests[number] ?? {}
  const named = Object.entries(content?.images ?? {}).flatMap(([container, image]) => {
    const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? resolved[container]
    return digest === undefined ? [] : [[container, digest] as const]
  })
  return { taskDefinition, content, digests: Object.fromEntries(named) }
}

/** Equal in everything but how images are named, and by digest where both are known. */
export function isSameVersion(one: Version | undefined, other: Version | undefined): boolean {
  if (one?.content === undefined || other?.content === undefined) return false
  if (one.taskDefinition !== other.taskDefinition && one.content.rest !== other.content.rest) return false
  return Object.entries(one.digests).every(([container, digest]) => {
    const there = other.digests[container]
    return there === undefined || there === digest
  })
}

function troublesOf({ calls, done, plan }: Played): Facts['troubles'] {
  const clocks = plan.ingredients.some(({ kind }) => kind === 'clock' || kind === 'suspend')
  return [
    ...calls.flatMap(({ fault, error, operation, arrivedAt = 0 }) => {
      if (fault !== undefined) return [{ at: arrivedAt, what: `${fault} of ${operation}` }]
      return error === undefined ? [] : [{ at: arrivedAt, what: `${error} of ${operation}` }]
    }),
    ...done.filter(({ deed }) => deed.kind === 'takes-permission').map(({ at }) => ({ at, what: 'lost permission' })),
    ...(clocks ? [{ at: Infinity, what: 'wrong clock' }] : []),
  ]
}

/** The PRIMARY of a moment. */
export function primaryOf({ deployments }: Moment): DeploymentMoment | undefined {
  return deployments.find(({ status }) => status === 'PRIMARY')
}

/** The deployment of a moment by number. */
export function deploymentOf({ deployments }: Moment, number: string | undefined): DeploymentMoment | undefined {
  return deployments.find((one) => one.number === number)
}

/** Moments between two times, with the one that was valid at the first. */
export function between({ moments }: Facts, from: number, to: number): readonly Moment[] {
  const valid = moments.findLastIndex(({ at }) => at <= from)
  return moments.filter(({ at }, index) => index >= valid && at <= to)
}

/** The moment that was valid at a time. */
export function momentAt({ moments }: Facts, at: number): Moment | undefined {
  return moments.findLast((moment) => moment.at <= at) ?? moments[0]
}

/** A read was answered in time from the present, or was never tried: who did not ask cannot say that it could not know. */
export function couldBeRead({ calls }: Played, operation: string, until: number): boolean {
  const tries = calls.filter((call) => call.operation === operation && call.sentAt <= until)
  return (
    tries.length === 0 ||
    tries.some(
      ({ answeredAt = Infinity, fault, error }) => answeredAt <= until && fault === undefined && error === undefined,
    )
  )
}

/** The account had lost its target group before. */
export function targetGroupWasGone({ played: { done } }: Facts, at: number): boolean {
  return done.some((one) => one.at < at && one.deed.kind === 'happens' && 'deleteTargetGroup' in one.deed.entry)
}
