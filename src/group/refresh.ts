import { serviceFreshMilliseconds } from '../deployment/apply.ts'
import type { Ports } from '../deployment/ports.ts'
import type { Prepared } from '../deployment/prepare.ts'
import { prepareInTurn } from '../deployment/prepare-in-turn.ts'
import { isAsBefore } from '../deployment/read-once-more.ts'
import { readService } from '../deployment/read-service.ts'
import { noteOlder } from '../deployment/record.ts'
import { ProblemsFound } from '../problem.ts'
import { snapshotOf } from '../rollout/snapshot.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import type { Member } from './group.ts'

/**
 * What was prepared, as of now: others may have taken minutes. Where somebody has deployed meanwhile, or what was under way has
 * ended, the service is prepared anew. Changes nothing.
 *
 * @throws ProblemsFound where it must not be deployed any more; what AWS throws
 */
export async function upToDate(member: Member, ports: Ports): Promise<Prepared> {
  const { record, given, file } = member
  const prepared = member.prepared as Prepared
  if (ports.clock.uptime() - (member.preparedAt ?? 0) < serviceFreshMilliseconds) return prepared
  const { cluster, service: name } = given.inputs
  const asked = await readService(ports, cluster, name)
  if (!asked.ok) throw new ProblemsFound(asked.problems.map(given.placed))
  const before = snapshotOf(asked.value, ports.clock)
  if (isAsBefore(prepared.before, before) && prepared.decision.kind === 'update') {
    record.snapshot = before
    noteOlder(record, before)
    return { ...prepared, service: asked.value, before }
  }
  ports.log.info('The service has changed since it was read; preparing it again.')
  const { registered } = prepared
  const anew = await prepareInTurn(given.inputs, ports, record, Promise.resolve(asked), file)
  const isStillRight = registered !== undefined && equalDefinitions(prepared.definition, anew.definition)
  member.prepared = isStillRight ? { ...anew, registered } : anew
  member.preparedAt = ports.clock.uptime()
  return member.prepared
}

/**
 * A member that changed just before it was to be updated, prepared once more.
 *
 * @param times how often that was so, with this time
 * @throws StoryEnded where it must not be deployed any more; what AWS throws
 */
export async function anew(member: Member, earlier: Prepared, times: number, ports: Ports): Promise<Prepared> {
  const { prepareAgain } = await import('../deployment/prepare-again.ts')
  const { record, given, file } = member
  const prepared = await prepareAgain(earlier, times, given.inputs, ports, record, file)
  Object.assign(member, { prepared, preparedAt: ports.clock.uptime() })
  return prepared
}
