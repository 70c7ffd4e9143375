import { ending, StoryEnded } from '../deployment/ending.ts'
import { sendKept } from '../deployment/intent.ts'
import { optional } from '../deployment/optional-read.ts'
import type { Ports } from '../deployment/ports.ts'
import type { Prepared } from '../deployment/prepare.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { preDeployTag, preDeployTagOf } from '../deployment/tags.ts'
import { imagesOf, resourceName } from '../deployment/version.ts'
import type { StoppedTask } from '../diagnosis/evidence.ts'
import { stoppedTaskOf, taskId } from '../diagnosis/stopped-task.ts'
import { duration } from '../github/words.ts'
import type { PreDeployTask } from '../inputs/deploy-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { targetContainer } from '../task-definition/container.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import { cancelTasks, leavesTasks } from './cancel-tasks.ts'
import { concludeTasks, endOfTaskError, whatIsLeft } from './conclude-tasks.ts'
import { requestFor, whatIsMissing } from './request.ts'
import { runTasks } from './run-tasks.ts'
import { tagsOfService } from './service-tags.ts'
import type { TaskEnding } from './task-report.ts'
import { keptOf, newTaskRun, type TaskRun } from './task-run.ts'

const untouched = 'The service was not touched.'

/**
 * Runs one task of the version that is about to be deployed, with the network and the launch settings of the service, and comes
 * back only if it succeeded.
 *
 * @param taskDefinitionArn the revision
 * @throws StoryEnded if it did not succeed: then the service is not to be touched
 */
export async function runPreDeployTask(
  asked: PreDeployTask,
  taskDefinitionArn: string,
  prepared: Prepared,
  ports: Ports,
  record: DeploymentRecord,
): Promise<void> {
  const { definition } = prepared
  const found = targetContainer(definition, asked.container)
  if (!found.ok) throw new ProblemsFound(found.problems)
  const run: TaskRun = {
    ...newTaskRun({
      cluster: record.cluster,
      service: record.service,
      region: ports.region,
      startedAt: ports.clock.now(),
      wanted: 1,
    }),
    container: found.value,
    command: asked.command,
    taskDefinition: resourceName(taskDefinitionArn),
    taskDefinitionArn,
    images: imagesOf(definition.containerDefinitions ?? []),
    causesAddress: record.causesAddress,
  }
  const keep = async (): Promise<void> => {
    record.preDeploy = { state: 'going', kept: keptOf(run) }
    await ports.keep()
  }
  await markRevision(taskDefinitionArn, prepared, ports, record)
  ports.log.info(
    `Before the deployment a task of ${run.taskDefinition} runs in container ${run.container}: ${asked.command.join(' ')}`,
  )
  record.timeline.push({ at: ports.clock.now(), text: 'the task before the deployment begins' })
  const end = await runToEnd(asked, prepared, run, ports, keep)
  const state = end.outcome === 'succeeded' ? 'succeeded' : 'ended'
  record.preDeploy = { state, kept: keptOf(run) }
  await ports.keep()
  for (const notice of run.notices) record.notices.push(`The task before the deployment: ${notice}`)
  const took = duration(ports.clock.now() - run.startedAt)
  const [arn] = run.taskArns
  const task = arn === undefined ? 'The task before the deployment' : `The task before the deployment (${taskId(arn)})`
  record.timeline.push({ at: ports.clock.now(), text: `the task before the deployment: ${end.outcome}` })
  if (end.outcome === 'succeeded') {
    ports.log.info(`${task} succeeded after ${took}.`)
    record.notices.push(`${task} succeeded after ${took}: ${end.headline}`)
    return
  }
  record.changed ||= run.changed
  record.running = record.before
  record.diagnoses.push(...run.diagnoses)
  if (arn !== undefined) record.stoppedTasks.set(taskId(arn), stoppedOf(arn, run, definition))
  const headline = `${task} did not succeed (${end.outcome} after ${took}): ${end.headline} ${untouched}`
  throw new StoryEnded({ ...ending('failed', headline, end.commands), explain: true })
}

/** A new revision has the tag from its registration; one that is deployed once more gets it now, for a later rollback to know of the task. */
async function markRevision(
  taskDefinitionArn: string,
  { decision, running }: Prepared,
  ports: Pick<Ports, 'ecs' | 'run' | 'keep' | 'cancelled'>,
  record: DeploymentRecord,
): Promise<void> {
  const isNew = decision.kind === 'update' && decision.revision !== undefined
  if (isNew || running.tags.some(({ key }) => key === preDeployTag)) return
  ports.cancelled.throwIfAborted()
  await optional(record, 'ecs:TagResource', () =>
    sendKept('tag', ports, record, () => ports.ecs.tagResource(taskDefinitionArn, [preDeployTagOf(ports.run)])),
  )
  record.sending = undefined
}

/** The story of the task, whatever ends it. @throws where the run was cancelled */
async function runToEnd(
  { command, timeoutMinutes }: PreDeployTask,
  { service, definition }: Prepared,
  run: TaskRun,
  ports: Ports,
  keep: () => Promise<void>,
): Promise<TaskEnding> {
  try {
    const order = {
      cluster: run.cluster,
      container: run.container,
      overrides: { command, environment: [] },
      launch: {},
      tags: [],
    }
    const request = requestFor(order, definition, service, await tagsOfService(service, {}, run, ports))
    const missing = whatIsMissing(definition, request)
    if (missing.length > 0) throw new ProblemsFound(missing)
    const watched = await runTasks({ request, definition, limitMinutes: timeoutMinutes, values: [] }, run, ports, keep)
    return concludeTasks(watched, run, definition, timeoutMinutes)
  } catch (error) {
    if (ports.cancelled.aborted) throw error
    return endOfTaskError(error, run)
  }
}

function stoppedOf(arn: string, run: TaskRun, definition: TaskDefinition): StoppedTask {
  const seen = stoppedTaskOf(run.latest.get(arn) ?? { taskArn: arn }, definition)
  const lastLines = run.lastLines.get(arn)
  if (lastLines === undefined) return seen
  const containers = seen.containers.map((one) => (one.name === run.container ? { ...one, lastLines } : one))
  return { ...seen, containers }
}

/** What is done on a signal while the task runs: it is told to stop. @returns what became of it, in a sentence */
export async function cancelPreDeployTask(
  record: DeploymentRecord,
  ports: Pick<Ports, 'tasks' | 'clock' | 'keep'>,
): Promise<string> {
  const kept = record.preDeploy?.kept
  if (kept === undefined) return ''
  const run: TaskRun = { ...newTaskRun({ ...kept, startedAt: record.startedAt, wanted: 1 }), ...kept }
  await cancelTasks(run, ports)
  if (!leavesTasks(run)) {
    record.preDeploy = { state: 'ended', kept }
    await ports.keep()
  }
  return `The task before the deployment: ${whatIsLeft(run)}`
}
