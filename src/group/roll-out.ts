import type { EcsPort } from '../aws/ecs.ts'
import { afterGivingUp, conclude } from '../deployment/conclude.ts'
import { policyFor, startAsRead } from '../deployment/deploy.ts'
import type { Ending } from '../deployment/ending.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Ports } from '../deployment/ports.ts'
import type { Prepared } from '../deployment/prepare.ts'
import { findAddresses } from '../deployment/task-addresses.ts'
import { type Subject, watch } from '../deployment/watch.ts'
import { whyNotSettled } from '../deployment/watch-settling.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { allEnded } from './all-ended.ts'
import { isThere, takesOthersBack } from './fold.ts'
import { end, type Group, type Member, nameOf } from './group.ts'
import { anew, upToDate } from './refresh.ts'
import { takeAllBack } from './take-back.ts'
import type { InTurn } from './turns.ts'

/** What rolling a group out needs besides the group. */
export type RollOut = {
  /** Of one member. */
  readonly portsFor: (member: Member) => Ports
  readonly ports: Ports
  /** The turn of UpdateService: who has it may send one. */
  readonly updateTurn: InTurn
  /** UpdateService without waiting for a turn. */
  readonly updateNow: EcsPort['updateService']
}

/** Ends the watch of what is to be taken back. */
class Stopped extends Error {}

/** The members whose turn it is: all that they need is there; pure. */
export function nextToBegin(members: readonly Member[], queued: ReadonlySet<Member>): readonly Member[] {
  const isReady = ({ given }: Member): boolean =>
    given.needs.every((index) => {
      const outcome = members[index]?.ending?.outcome
      return outcome !== undefined && isThere(outcome)
    })
  return members.filter((member) => !queued.has(member) && member.ending === undefined && isReady(member))
}

/**
 * Rolls the group out: services whose needs are met side by side. With the first failure nothing more is begun; with
 * `on-group-failure: rollback` what is under way is stopped, and all that was changed is taken back in reverse order.
 *
 * @throws where the run was cancelled
 */
export async function rollOut(group: Group, run: RollOut): Promise<void> {
  const { members, onGroupFailure } = group
  const stop = new AbortController()
  const queued = new Set<Member>()
  const running = new Map<Member, Promise<void>>()
  let cause: Member | undefined
  const holds = (): boolean => !stop.signal.aborted && unsuccessful(members) === undefined
  const begin = (member: Member): void => {
    queued.add(member)
    const done = runMember(member, holds, stop.signal, run).finally(() => running.delete(member))
    // It is awaited below, or, once one has failed, by whoever takes it back.
    done.catch(() => undefined)
    running.set(member, done)
  }
  for (;;) {
    if (holds()) for (const member of nextToBegin(members, queued)) begin(member)
    if (running.size === 0) break
    await Promise.race(running.values())
    if (run.ports.cancelled.aborted) await allEnded(running.values())
    run.ports.cancelled.throwIfAborted()
    const failed = onGroupFailure === 'rollback' ? failureOfGroup(members) : undefined
    if (failed !== undefined) {
      cause = failed
      run.ports.log.info(`${nameOf(failed)} failed: what this run has changed is taken back.`)
      stop.abort(new Stopped(`${nameOf(failed)} failed`))
      await takeAllBack(group, failed, new Map(running), run)
      break
    }
  }
  // Those that were taken back did not end well either, and are not the reason.
  const first = cause ?? unsuccessful(members)
  if (first === undefined) return
  for (const member of members) if (!member.begun && member.ending === undefined) notBegin(member, first)
}

function unsuccessful(members: readonly Member[]): Member | undefined {
  return members.find(({ ending }) => ending !== undefined && !isThere(ending.outcome))
}

/** The first that failed so that the others go back. */
function failureOfGroup(members: readonly Member[]): Member | undefined {
  return members
    .filter(({ ending }) => ending !== undefined && takesOthersBack(ending.outcome))
    .sort((one, other) => (one.endedAt ?? 0) - (other.endedAt ?? 0))[0]
}

function notBegin(member: Member, because: Member): void {
  member.record.running = member.record.before
  member.notBegun = `${nameOf(because)} did not end well (${because.ending?.outcome})`
}

/** One member from its turn to its ending; without one where it was stopped or the run was cancelled. */
async function runMember(member: Member, holds: () => boolean, stop: AbortSignal, run: RollOut): Promise<void> {
  const { record } = member
  const ports = run.portsFor(member)
  if (member.prepared?.decision.kind === 'update') await run.updateTurn(() => Promise.resolve())
  if (!holds() || ports.cancelled.aborted) return
  try {
    const prepared = await upToDate(member, ports)
    if (!holds()) return
    member.begun = true
    member.begunAt = ports.clock.now()
    ports.log.info('Begins.')
    if (member.extras !== undefined) await (await import('./extras.ts')).suspendWhereWanted(member, ports)
    const ending = await deployMember(prepared, member, stop, ports, run)
    await findAddresses(ending, ports, record)
    end(member, ending, ports.clock.now())
    await ports.keep()
    ports.log.info(`Ends: ${ending.outcome}. ${ending.headline}`)
  } catch (error) {
    if (ports.cancelled.aborted || (stop.aborted && error === stop.reason)) return
    const ending = endingOfError(error, record)
    end(member, ending, ports.clock.now())
    ports.log.info(`Ends: ${ending.outcome}. ${ending.headline}`)
  }
}

async function deployMember(
  prepared: Prepared,
  member: Member,
  stop: AbortSignal,
  ports: Ports,
  { updateNow }: RollOut,
): Promise<Ending> {
  const { record, given } = member
  // Its turn was waited for already: once it has begun, it is sent.
  const started = await startAsRead(
    prepared,
    (earlier, times) => anew(member, earlier, times, ports),
    withoutTask(given.inputs),
    { ...ports, ecs: { ...ports.ecs, updateService: updateNow } },
    record,
  )
  if ('outcome' in started) return started
  member.subject = started
  const stoppable = { ...ports, cancelled: AbortSignal.any([ports.cancelled, stop]) }
  return watchMember(started, member, stoppable, ports)
}

/** Only the watch can be stopped: what has begun to go back goes on. */
async function watchMember(
  subject: Subject,
  { record, given }: Member,
  stoppable: Ports,
  ports: Ports,
): Promise<Ending> {
  const inputs = policyFor(given.inputs, record)
  const watched = await watch(subject, stoppable, record)
  if (watched.kind === 'completed') {
    const reason = await whyNotSettled(inputs.settleSeconds, subject, stoppable, record)
    if (reason !== undefined) return afterGivingUp({ reason, subject, afterCompletion: true }, inputs, ports, record)
  }
  return conclude(watched, subject, { ...inputs, settleSeconds: 0 }, ports, record)
}

/** Its task has run already, before the first service of the group was touched. */
function withoutTask({ preDeploy: _, ...inputs }: DeployInputs): DeployInputs {
  return inputs
}
