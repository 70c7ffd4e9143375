import type { Task } from '@aws-sdk/client-ecs'
import { describeFailure } from '../aws/failure.ts'
import { exitCode } from '../report.ts'
import { primaryOf } from '../rollout/snapshot.ts'
import { describeTasks } from './describe-tasks.ts'
import type { Ending } from './ending.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** Where a running task is in the network. */
export type TaskPlace = {
  /** `eni-…`; absent for tasks that share the network of their host. */
  readonly networkInterface?: string
  readonly privateIp?: string
}

/** The running tasks of one deployment. @throws what ECS throws */
export async function runningTasks(
  deploymentId: string,
  { ecs }: Pick<Ports, 'ecs'>,
  cluster: string,
): Promise<readonly TaskPlace[]> {
  const arns = await ecs.listTasksStartedBy(cluster, deploymentId)
  return arns.length === 0 ? [] : placesOf(await ecs.describeTasks(cluster, arns))
}

/** Where the tasks are that run; pure. The details stand in the attachment of the interface (SDK text of `Attachment`). */
export function placesOf(tasks: readonly Task[]): readonly TaskPlace[] {
  return tasks
    .filter(({ lastStatus }) => lastStatus === 'RUNNING')
    .map(({ attachments = [] }) => {
      const details = attachments
        .filter(({ type }) => type === 'ElasticNetworkInterface')
        .flatMap((attachment) => attachment.details ?? [])
      const detail = (wanted: string): string | undefined =>
        details.find(({ name, value }) => name === wanted && value)?.value
      const networkInterface = detail('networkInterfaceId')
      const privateIp = detail('privateIPv4Address')
      return {
        ...(networkInterface === undefined ? {} : { networkInterface }),
        ...(privateIp === undefined ? {} : { privateIp }),
      }
    })
}

/**
 * Puts the addresses of the tasks that run into the record, where the run went well: they change with every task, so that
 * nobody can know them before. Asked for where a task is reached by its own address: it has a public one, or the service has
 * no load balancer.
 */
export async function findAddresses(ending: Ending, ports: Ports, record: DeploymentRecord): Promise<void> {
  const { awsvpcConfiguration } =
    (record.update ?? record.original)?.networkConfiguration ?? record.original?.networkConfiguration ?? {}
  const primary = record.snapshot && primaryOf(record.snapshot)
  if (awsvpcConfiguration === undefined || primary === undefined) return
  if (exitCode(ending.outcome, record.action) !== 0 || ending.outcome === 'started' || ending.outcome === 'planned')
    return
  const isPublic = awsvpcConfiguration.assignPublicIp === 'ENABLED'
  const isTold = record.action === 'deploy' && !record.hasLoadBalancer && primary.running > 0
  if (!isPublic && !isTold) return
  try {
    const tasks = await tasksOf(primary.id, ports, record)
    record.taskIps = tasks.flatMap(({ privateIp }) => privateIp ?? [])
    const interfaces = tasks.flatMap(({ networkInterface }) => networkInterface ?? [])
    if (!isPublic || interfaces.length === 0) return
    const found = await optional(record, 'ec2:DescribeNetworkInterfaces', () => ports.ec2.publicIps(interfaces))
    record.publicIps = found ?? []
  } catch (error) {
    // What was seen of the deployment stays true, whatever is lost afterwards.
    record.notices.push(`The addresses of the tasks could not be read: ${describeFailure(error).replace(/\.$/, '')}.`)
  }
}

async function tasksOf(deploymentId: string, ports: Ports, record: DeploymentRecord): Promise<readonly TaskPlace[]> {
  const arns = await optional(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId))
  if (!arns?.length) return []
  const tasks = await optional(record, 'ecs:DescribeTasks', () => describeTasks(record, ports, arns))
  return placesOf(tasks ?? [])
}
