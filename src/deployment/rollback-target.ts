import type { DescribedTaskDefinition, EcsPort } from '../aws/ecs.ts'
import { describeFailure, failureKind, passingFailure } from '../aws/failure.ts'
import { ProblemsFound } from '../problem.ts'
import type { Version } from '../report.ts'
import {
  primaryOf,
  revisionArnOf,
  type ServiceDeploymentView,
  type Snapshot,
  serviceDeploymentView,
} from '../rollout/snapshot.ts'
import { optional } from './optional-read.ts'
import { type DeploymentRecord, noteOlder } from './record.ts'
import { isPinned, versionOf, withRevisionDigests, withTaskDigests } from './version.ts'

/**
 * Finds the last version that completed, never revision N−1, with the digests that run now.
 * Reads only. What is not permitted is noted in the record once, and costs only what it was for.
 *
 * @param running what the service runs, as it was read already
 * @param isNeeded without it nothing may be changed: a read that fails for a passing reason is no answer
 * @throws ProblemsFound where it is needed and cannot be read
 */
export async function findRollbackTarget(
  ecs: EcsPort,
  record: DeploymentRecord,
  snapshot: Snapshot,
  running: DescribedTaskDefinition,
  isNeeded: boolean,
): Promise<void> {
  delete record.target
  delete record.noTarget
  const deleted = new Set<string>()
  for await (const completed of completedOnes(ecs, record, snapshot, isNeeded)) {
    const described =
      completed.taskDefinition === running.definition.taskDefinitionArn
        ? running
        : await describeUnlessDeleted(ecs, completed.taskDefinition)
    if (described === undefined) {
      deleted.add(completed.taskDefinition.replace(/^.*\//, ''))
      continue
    }
    const { definition } = described
    const version = await withKnownDigests(ecs, record, versionOf(definition), completed.deploymentId)
    const inactive = definition.status === 'INACTIVE' || definition.status === 'DELETE_IN_PROGRESS'
    record.target = { version, deploymentId: completed.deploymentId, inactive }
    noteOlder(record, snapshot)
    return
  }
  if (deleted.size > 0)
    record.noTarget = `${[...deleted].join(', ')} ${deleted.size === 1 ? 'has' : 'have'} been deleted`
  record.noTarget ??= 'no deployment of this service has completed yet'
}

/** What has completed, the best first: where a revision was deleted, the version before it is the next best. */
async function* completedOnes(
  ecs: EcsPort,
  record: DeploymentRecord,
  snapshot: Snapshot,
  isNeeded: boolean,
): AsyncGenerator<Completed> {
  const listed = completedInList(snapshot)
  if (listed === undefined) yield* completedInHistory(ecs, record, isNeeded)
  else yield listed
}

/** ECS refuses the name of a revision that was deleted (DG delete-task-definition-v2). */
async function describeUnlessDeleted(ecs: EcsPort, name: string): Promise<DescribedTaskDefinition | undefined> {
  try {
    return await ecs.describeTaskDefinition(name)
  } catch (error) {
    if (failureKind(error) === 'refused') return undefined
    throw error
  }
}

type Completed = { readonly deploymentId: string; readonly taskDefinition: string }

function completedInList(snapshot: Snapshot): Completed | undefined {
  const primary = primaryOf(snapshot)
  const candidates = [...(primary === undefined ? [] : [primary]), ...snapshot.deployments]
  const found = candidates.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  return found && { deploymentId: found.id, taskDefinition: found.taskDefinition }
}

/** Each look costs a call, and versions so old are hardly wanted back. */
const mostLooks = 10

/** The successful deployments of the last 90 days, newest first; of each revision the newest. */
async function* completedInHistory(
  ecs: EcsPort,
  record: DeploymentRecord,
  isNeeded: boolean,
): AsyncGenerator<Completed> {
  const certainly = isNeeded ? answered : asItIs
  const history = await readHistory(ecs, record, certainly)
  if (history === 'denied') {
    record.noTarget = 'no deployment in the list has completed, and the history of the service could not be read'
    return
  }
  const seen = new Set<string>()
  for (const { deploymentId } of history.filter(({ status }) => status === 'SUCCESSFUL').slice(0, mostLooks)) {
    const revision = record.serviceArn && revisionArnOf(record.serviceArn, deploymentId)
    const described = revision
      ? await optional(record, 'ecs:DescribeServiceRevisions', () => certainly(ecs.describeServiceRevision(revision)))
      : undefined
    const taskDefinition = described?.taskDefinition
    if (taskDefinition === undefined) return
    if (!seen.has(taskDefinition)) yield { deploymentId, taskDefinition }
    seen.add(taskDefinition)
  }
}

type Reading = <T>(read: Promise<T>) => Promise<T>

const asItIs: Reading = (read) => read

/** What is throttled or not answered may say something else in a minute: nothing is begun without it. */
const answered: Reading = async (read) => {
  try {
    return await read
  } catch (error) {
    if (!passingFailure(error)) throw error
    const message =
      `No deployment in the list has completed, and the history, which would show the version to go back to, could not be read (${describeFailure(error).replace(/\.$/, '')}). ` +
      'Run the job again; with rollback-on-failure: false it deploys without a way back.'
    throw new ProblemsFound([{ about: 'The way back', message }])
  }
}

/** The service deployments, newest first; `denied` where they cannot be had. */
export async function readHistory(
  ecs: EcsPort,
  record: DeploymentRecord,
  reading: Reading = asItIs,
): Promise<readonly ServiceDeploymentView[] | 'denied'> {
  const list = await optional(record, 'ecs:ListServiceDeployments', () =>
    reading(ecs.listServiceDeployments(record.cluster, record.service)),
  )
  return list === undefined ? 'denied' : list.map(serviceDeploymentView).sort((a, b) => b.createdAt - a.createdAt)
}

/** Digests of tags come from the service revision that resolved them, else from the tasks that run. */
export async function withKnownDigests(
  ecs: EcsPort,
  record: DeploymentRecord,
  version: Version,
  deploymentId: string,
): Promise<Version> {
  if (isPinned(version)) return version
  const arn = record.serviceArn && revisionArnOf(record.serviceArn, deploymentId)
  const revision = arn
    ? await optional(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
    : undefined
  const resolved = withRevisionDigests(version, revision?.containerImages ?? [])
  if (resolved.images.every(({ digest }) => digest !== undefined)) return resolved
  const arns = await optional(record, 'ecs:ListTasks', () => ecs.listTasksStartedBy(record.cluster, deploymentId))
  const tasks = arns?.length
    ? await optional(record, 'ecs:DescribeTasks', () => ecs.describeTasks(record.cluster, arns))
    : undefined
  return withTaskDigests(resolved, tasks ?? [])
}
