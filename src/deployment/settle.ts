import { passingFailure } from '../aws/failure.ts'
import { taskCount } from '../github/words.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { paceAfter, startPace, untilNextPoll } from '../rollout/schedule.ts'
import { snapshotOf } from '../rollout/snapshot.ts'
import { lookCommand } from './by-hand.ts'
import { type Ending, ending, failedEnding } from './ending.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** Waits until as many tasks run as are wanted, where there is no deployment to watch. */
export async function settle(
  outcome: 'unchanged' | 'updated',
  inputs: Pick<DeployInputs, 'waitForMinutes'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const startedAt = ports.clock.uptime()
  const endsAt = startedAt + inputs.waitForMinutes * 60_000
  let pace = startPace(false)
  for (;;) {
    ports.cancelled.throwIfAborted()
    const snapshot = await tryToRead(ports, record)
    if (snapshot !== undefined) {
      record.snapshot = snapshot
      if (snapshot.running === snapshot.desired && snapshot.pending === 0) {
        record.running = record.before
        const what =
          outcome === 'updated' ? 'The settings were changed; no deployment was needed.' : 'Nothing to change.'
        return ending(outcome, `${what} Running: ${taskCount(snapshot.running, snapshot.desired)}.`)
      }
    }
    const now = ports.clock.uptime()
    if (now >= endsAt) {
      const headline = `After ${inputs.waitForMinutes} minutes only ${taskCount(record.snapshot?.running ?? 0, record.snapshot?.desired ?? 0)} run.`
      return failedEnding('timed-out', headline, [lookCommand(record)])
    }
    pace = paceAfter(pace, snapshot !== undefined, undefined, now - startedAt)
    const wait = untilNextPoll(pace, now - startedAt, ports.random())
    await ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled)
  }
}

async function tryToRead(ports: Ports, record: DeploymentRecord) {
  try {
    const service = await ports.ecs.describeService(record.cluster, record.service)
    return service && snapshotOf(service, ports.clock)
  } catch (error) {
    if (!passingFailure(error)) throw error
    return undefined
  }
}
