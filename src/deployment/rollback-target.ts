import type { DescribedTaskDefinition, EcsPort } from '../aws/ecs.ts'
import { describeFailure, passingFailure } from '../aws/failure.ts'
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
import type { DeploymentRecord } from './record.ts'
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
  const completed = completedInList(snapshot) ?? (await completedInHistory(ecs, record, isNeeded))
  if (completed === undefined) {
    record.noTarget ??= 'no deployment of this service has completed yet'
    return
  }
  const { definition } =
    completed.taskDefinition === running.definition.taskDefinitionArn
      ? running
      : await ecs.describeTaskDefinition(completed.taskDefinition)
  const version = await withKnownDigests(ecs, record, versionOf(definition), completed.deploymentId)
  record.target = { version, deploymentId: completed.deploymentId, inactive: definition.status === 'INACTIVE' }
}

type Completed = { readonly deploymentId: string; readonly taskDefinition: string }

function completedInList(snapshot: Snapshot): Completed | undefined {
  const primary = primaryOf(snapshot)
  const candidates = [...(primary === undefined ? [] : [primary]), ...snapshot.deployments]
  const found = candidates.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  return found && { deploymentId: found.id, taskDefinition: found.taskDefinition }
}

/** The newest successful deployment of the last 90 days, or the revision that a rollback went back to. */
async function completedInHistory(
  ecs: EcsPort,
  record: DeploymentRecord,
  isNeeded: boolean,
): Promise<Completed | undefined> {
  const certainly = isNeeded ? answered : asItIs
  const history = await readHistory(ecs, record, certainly)
  if (history === 'denied') {
    record.noTarget = 'no deployment in the list has completed, and the history of the service could not be read'
    return undefined
  }
  const success = history.find(({ status }) => status === 'SUCCESSFUL')
  const revision = success && record.serviceArn && revisionArnOf(record.serviceArn, success.deploymentId)
  if (!success || !revision) return undefined
  const described = await optional(record, 'ecs:DescribeServiceRevisions', () =>
    certainly(ecs.describeServiceRevision(revision)),
  )
  const taskDefinition = described?.taskDefinition
  return taskDefinition === undefined ? undefined : { deploymentId: success.deploymentId, taskDefinition }
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
