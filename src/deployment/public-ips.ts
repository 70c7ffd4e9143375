import type { Task } from '@aws-sdk/client-ecs'
import { describeFailure } from '../aws/failure.ts'
import { exitCode } from '../report.ts'
import { primaryOf } from '../rollout/snapshot.ts'
import type { Ending } from './ending.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/**
 * Puts the public addresses of the tasks that run into the record, where the service gives its tasks public addresses and the
 * run went well. They change with every task, so that nobody can know them before.
 */
export async function findPublicIps(ending: Ending, ports: Ports, record: DeploymentRecord): Promise<void> {
  const assigns = (record.update ?? record.original)?.networkConfiguration ?? record.original?.networkConfiguration
  const primary = record.snapshot && primaryOf(record.snapshot)
  if (assigns?.awsvpcConfiguration?.assignPublicIp !== 'ENABLED' || primary === undefined) return
  if (exitCode(ending.outcome, record.action) !== 0 || ending.outcome === 'started' || ending.outcome === 'planned')
    return
  try {
    record.publicIps = await addressesOf(primary.id, ports, record)
  } catch (error) {
    // What was seen of the deployment stays true, whatever is lost afterwards.
    record.notices.push(`The public addresses could not be read: ${describeFailure(error).replace(/\.$/, '')}.`)
  }
}

async function addressesOf(deploymentId: string, ports: Ports, record: DeploymentRecord): Promise<readonly string[]> {
  const arns = await optional(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId))
  if (!arns?.length) return []
  const tasks = await optional(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, arns))
  const interfaces = (tasks ?? []).filter(({ lastStatus }) => lastStatus === 'RUNNING').flatMap(networkInterfaceOf)
  if (interfaces.length === 0) return []
  return (await optional(record, 'ec2:DescribeNetworkInterfaces', () => ports.ec2.publicIps(interfaces))) ?? []
}

/** The id stands in the attachment's details (SDK text of `Attachment`). */
function networkInterfaceOf({ attachments }: Task): readonly string[] {
  const details = (attachments ?? [])
    .filter(({ type }) => type === 'ElasticNetworkInterface')
    .flatMap((a) => a.details ?? [])
  return details.flatMap(({ name, value }) => (name === 'networkInterfaceId' && value ? [value] : []))
}
