import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { type Checked, ProblemsFound } from '../problem.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import { failedEnding, StoryEnded } from './ending.ts'
import { problemsAsCause } from './interrupted.ts'
import type { Source } from './load-source.ts'
import type { Ports } from './ports.ts'
import type { Prepared } from './prepare.ts'
import { prepareInTurn } from './prepare-in-turn.ts'
import { readService } from './read-service.ts'
import type { DeploymentRecord } from './record.ts'

/** Whoever changes a service that often is not waited for. */
const most = 3

/**
 * What is done where the service has changed before UpdateService was sent: everything is read and checked anew, and what is
 * under way now ends first where that is right. A revision that was registered for the same definition is used.
 *
 * @param times how often that was so in this run, with this time
 * @throws StoryEnded where it must not be deployed any more; what AWS throws
 */
export async function prepareAgain(
  earlier: Prepared,
  times: number,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
  file: Checked<Source> | undefined,
): Promise<Prepared> {
  ports.cancelled.throwIfAborted()
  record.sending = undefined
  await ports.keep()
  ports.log.info('The service has changed since it was read, or could not be read again; preparing it anew.')
  try {
    if (times > most) throw new ProblemsFound([{ input: 'service', message: tooOften(record.service) }])
    const asked = readService(ports, inputs.cluster, inputs.service)
    const anew = await prepareInTurn(inputs, ports, record, asked, file)
    const { registered } = earlier
    const isStillRight = registered !== undefined && equalDefinitions(earlier.definition, anew.definition)
    return isStillRight ? { ...anew, registered } : anew
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error
    record.running = record.before
    record.diagnoses.push(problemsAsCause(error.problems))
    const headline = 'The service changed before it was touched, and must not be deployed to now. It was left alone.'
    throw new StoryEnded(failedEnding('failed', headline))
  }
}

function tooOften(service: string): string {
  return `${service} changed ${most + 1} times just before it was to be updated. Look at who else deploys it, and deploy again.`
}
