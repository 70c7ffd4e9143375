import { describeFailure } from '../aws/failure.ts'
import { lookAtAftermath } from './aftermath.ts'
import { lookCommand, rollbackCommands } from './by-hand.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { whatBecameOfIt } from './tell-aftermath.ts'

/** What the look may take: the job is being cancelled. */
const lookMilliseconds = 20_000

/**
 * What the post step does for a run that ended before its deployment did, where that is left to ECS: looks once what became
 * of it, and says so. Changes nothing. Never rejects.
 */
export async function tellWhatBecame(
  record: DeploymentRecord,
  ports: Pick<Ports, 'ecs' | 'log' | 'clock'>,
): Promise<void> {
  ports.log.info(await sentence(record, ports))
  for (const { why, command } of [lookCommand(record), ...rollbackCommands(record)]) {
    ports.log.info(`${why}:`)
    ports.log.info(`  ${command}`)
  }
}

async function sentence(record: DeploymentRecord, ports: Pick<Ports, 'ecs' | 'clock'>): Promise<string> {
  const tooLate = ports.clock.sleep(lookMilliseconds).then(() => undefined)
  try {
    const aftermath = await Promise.race([lookAtAftermath(ports.ecs, record, ports.clock), tooLate])
    if (aftermath !== undefined) return whatBecameOfIt(aftermath, record)
    return 'What became of it cannot be told: AWS did not answer in time.'
  } catch (error) {
    return `What became of it cannot be told: ${describeFailure(error)}`
  }
}
