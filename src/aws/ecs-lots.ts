import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs'
import { ask } from './call-limit.ts'
import type { Connection } from './connection.ts'

/** Reads of many things in one call, for groups of services; each one call on the wire unless it says otherwise. */
export type EcsLotsPort = {
  /** At most 10. Those that the cluster does not have are left out. @throws ClusterNotFoundException */
  describeServices(cluster: string, services: readonly string[]): Promise<readonly Service[]>
  /** At most 20; those that ECS does not know are left out. */
  describeServiceDeployments(arns: readonly string[]): Promise<readonly ServiceDeployment[]>
  /** ARNs of the stopped tasks of the whole cluster; one page of at most 100, and whether there are more. */
  listStoppedTasksOfCluster(cluster: string): Promise<{ readonly arns: readonly string[]; readonly more: boolean }>
}

/** The port over the real client. */
export function ecsLotsPort({
  reads,
  sdk,
  withinLimit,
}: Pick<Connection, 'reads' | 'sdk' | 'withinLimit'>): EcsLotsPort {
  return {
    async describeServices(cluster, services) {
      const command = new sdk.DescribeServicesCommand({ cluster, services: [...services] })
      return (await ask((options) => reads.send(command, options), withinLimit)).services ?? []
    },
    async describeServiceDeployments(arns) {
      const command = new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] })
      return (await ask((options) => reads.send(command, options), withinLimit)).serviceDeployments ?? []
    },
    async listStoppedTasksOfCluster(cluster) {
      const command = new sdk.ListTasksCommand({ cluster, desiredStatus: 'STOPPED', maxResults: 100 })
      const { taskArns = [], nextToken } = await ask((options) => reads.send(command, options), withinLimit)
      return { arns: taskArns, more: nextToken !== undefined }
    },
  }
}
