import { deniedAction, describeFailure, failureKind } from '../aws/failure.ts'
import { chooseForTidying } from '../task-definition/choose-for-tidying.ts'
import type { Ending } from './ending.ts'
import type { Ports } from './ports.ts'
import { addNotice, type DeploymentRecord } from './record.ts'

/** DeregisterTaskDefinition shares 1 call a second with RegisterTaskDefinition (API reference "Request throttling"). */
const betweenCalls = 1_100
/** So many in one run: about a minute. */
export const mostAtOnce = 50
/** Of each service that uses the family: what it runs, and what a rollback would go to. */
const keptDeployments = 2

/**
 * Deregisters older revisions of the family after a good end. What runs, is a way back or is used by anybody else in the account
 * and Region stays; where that cannot be told, everything does. Never rejects: a revision too many is no failed deployment.
 *
 * @param keep how many of the newest stay in any case
 */
export async function tidyRevisions(
  end: Ending,
  keep: number,
  ports: Pick<Ports, 'ecs' | 'clock' | 'log' | 'cancelled'>,
  record: DeploymentRecord,
): Promise<void> {
  if (!['deployed', 'unchanged', 'updated'].includes(end.outcome)) return
  const family = familyOf(record.wanted?.taskDefinitionArn ?? record.before?.taskDefinitionArn ?? '')
  if (family === undefined) return
  try {
    const revisions = await ports.ecs.listRevisions(family)
    if (revisions.length <= keep) return
    const used = await revisionsInUse(family, ports, record)
    const chosen = chooseForTidying(revisions, used, keep)
    const now = chosen.slice(0, mostAtOnce)
    if (now.length === 0) return
    ports.log.info(`Deregistering ${now.length} old ${now.length === 1 ? 'revision' : 'revisions'} of ${family}.`)
    const done = await deregister(now, ports)
    const left = chosen.length - done
    if (done > 0)
      addNotice(
        record,
        `${done} old ${done === 1 ? 'revision' : 'revisions'} of ${family} were deregistered (keep-revisions ${keep}).`,
      )
    if (left > 0) addNotice(record, `${left} more can be deregistered, by the next runs.`)
  } catch (error) {
    if (ports.cancelled.aborted) return
    const why =
      failureKind(error) === 'denied'
        ? `the permission ${deniedAction(error) ?? 'to do it'} is missing`
        : describeFailure(error).replace(/\.$/, '')
    addNotice(record, `No further old revision of ${family} was deregistered (keep-revisions ${keep}): ${why}.`)
  }
}

/** How many, the oldest first. Ends early where the run is cancelled. */
async function deregister(
  revisions: readonly string[],
  { ecs, clock, cancelled }: Pick<Ports, 'ecs' | 'clock' | 'cancelled'>,
): Promise<number> {
  for (const [index, arn] of revisions.entries()) {
    if (index > 0) await clock.sleep(betweenCalls, cancelled)
    if (cancelled.aborted) return index
    await ecs.deregisterTaskDefinition(arn)
  }
  return revisions.length
}

/** Every revision of the family that a service or a task of the account in the Region names, and the ways back. */
async function revisionsInUse(
  family: string,
  { ecs }: Pick<Ports, 'ecs'>,
  record: DeploymentRecord,
): Promise<ReadonlySet<string>> {
  const own = [record.before, record.wanted, record.target?.version, record.running]
  const used = new Set(own.flatMap((version) => version?.taskDefinitionArn ?? []))
  for (const cluster of await ecs.listClusters()) {
    for (const arn of await revisionsInCluster(cluster, family, ecs)) used.add(arn)
  }
  return used
}

/** What services and tasks name, of any family, and what services of this family would go back to. */
async function revisionsInCluster(cluster: string, family: string, ecs: Ports['ecs']): Promise<readonly string[]> {
  const found: (string | undefined)[] = []
  for (const service of await ecs.describeServices(cluster, await ecs.listServices(cluster))) {
    const named = [service, ...(service.deployments ?? []), ...(service.taskSets ?? [])].map(
      (one) => one.taskDefinition,
    )
    found.push(...named)
    if (named.some((arn) => familyOf(arn ?? '') === family)) {
      found.push(...(await waysBackOf(cluster, service.serviceName ?? '', ecs)))
    }
  }
  const tasks = await ecs.listTasksOfFamily(cluster, family)
  if (tasks.length > 0) {
    found.push(...(await ecs.describeTasks(cluster, tasks)).map(({ taskDefinitionArn }) => taskDefinitionArn))
  }
  return found.flatMap((arn) => arn ?? [])
}

/** What the newest deployments of a service that completed brought. */
async function waysBackOf(cluster: string, service: string, ecs: Ports['ecs']): Promise<readonly string[]> {
  const completed = (await ecs.listServiceDeployments(cluster, service))
    .filter(({ status }) => status === 'SUCCESSFUL')
    .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
    .slice(0, keptDeployments)
    .flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? [])
  if (completed.length === 0) return []
  return (await ecs.describeServiceRevisions(completed)).flatMap(({ taskDefinition }) => taskDefinition ?? [])
}

function familyOf(arn: string): string | undefined {
  return /:task-definition\/([\w-]+)(?::\d+)?$/.exec(arn)?.[1]
}
