import type {
  DescribeTaskDefinitionCommandOutput,
  ListTasksCommandInput,
  RegisterTaskDefinitionCommandInput,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
  UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs'
import { ask } from './call-limit.ts'
import type { Connection } from './connection.ts'
import { unknownIn } from './whole-definition.ts'

export type DescribedTaskDefinition = {
  readonly definition: TaskDefinition
  readonly tags: readonly Tag[]
  /** Members that ECS described and this version of the SDK does not know. */
  readonly unknown: readonly string[]
}

/** The ECS calls that a deployment makes, each one call on the wire (lists: one per page), each with its own time limit. */
export type EcsPort = {
  /** Undefined when the cluster exists and has no such service. @throws ClusterNotFoundException */
  describeService(cluster: string, service: string): Promise<Service | undefined>
  /** Definition with tags. @throws ClientException when there is none */
  describeTaskDefinition(reference: string): Promise<DescribedTaskDefinition>
  registerTaskDefinition(input: RegisterTaskDefinitionCommandInput): Promise<DescribedTaskDefinition>
  updateService(input: UpdateServiceCommandInput): Promise<Service>
  /** Stopped tasks of the service that ECS still remembers, as ARNs; all of them, whichever deployment started them. */
  listStoppedTasks(cluster: string, service: string): Promise<readonly string[]>
  /** Tasks that one deployment wants running, as ARNs. `startedBy` may not be combined with other filters (SDK text). */
  listTasksStartedBy(cluster: string, deploymentId: string): Promise<readonly string[]>
  /** In lots of 100, the most that one call takes. */
  describeTasks(cluster: string, arns: readonly string[]): Promise<readonly Task[]>
  /** Newest first, at most one page of 100. Observed order; callers sort by `createdAt`. */
  listServiceDeployments(cluster: string, service: string): Promise<readonly ServiceDeploymentBrief[]>
  /**
   * The service deployment that ECS showed last with the service, where that costs less than its history: for groups.
   * `currentServiceDeployment` may still be the one before (observed).
   */
  currentServiceDeployment?(
    cluster: string,
    service: string,
  ): Promise<{ readonly arn: string; readonly deploymentId: string } | undefined>
  describeServiceDeployment(arn: string): Promise<ServiceDeployment | undefined>
  describeServiceRevision(arn: string): Promise<ServiceRevision | undefined>
  /** In lots of 20, the most that one call takes; those that ECS does not know are left out. */
  describeServiceRevisions(arns: readonly string[]): Promise<readonly ServiceRevision[]>
  /** `stopType: ROLLBACK`; works even where no rollback was configured (DG stop-service-deployment). */
  rollBackServiceDeployment(arn: string): Promise<void>
  tagResource(arn: string, tags: readonly Tag[]): Promise<void>
  /** ARNs of the ACTIVE revisions of a family, the newest first. */
  listRevisions(family: string): Promise<readonly string[]>
  /** @throws ClientException where there is no such revision; ACTIVE or not does not matter */
  deregisterTaskDefinition(arn: string): Promise<void>
  /** ARNs of every cluster of the account in the Region. */
  listClusters(): Promise<readonly string[]>
  /** ARNs of every service of a cluster. */
  listServices(cluster: string): Promise<readonly string[]>
  /** In lots of 10, the most that one call takes; those that ECS does not know are left out. */
  describeServices(cluster: string, services: readonly string[]): Promise<readonly Service[]>
  /** Tasks of a family that are to run, whoever started them, as ARNs. */
  listTasksOfFamily(cluster: string, family: string): Promise<readonly string[]>
}

/** The port over the real client. */
export function ecsPort({ reads, writes, sdk, withinLimit }: Omit<Connection, 'shared'>): EcsPort {
  const listTasks = (query: ListTasksCommandInput): Promise<readonly string[]> =>
    ask(async (options) => {
      const arns: string[] = []
      for await (const page of sdk.paginateListTasks({ client: reads }, query, options)) {
        arns.push(...(page.taskArns ?? []))
      }
      return arns
    }, withinLimit)
  return {
    async describeService(cluster, service) {
      const command = new sdk.DescribeServicesCommand({ cluster, services: [service] })
      const answer = await ask((options) => reads.send(command, options), withinLimit)
      return answer.services?.[0]
    },
    async describeTaskDefinition(taskDefinition) {
      const command = new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] })
      return described(await ask((options) => reads.send(command, options), withinLimit))
    },
    async registerTaskDefinition(input) {
      return described(await writes().send(new sdk.RegisterTaskDefinitionCommand(input), withinLimit()))
    },
    async updateService(input) {
      const answer = await writes().send(new sdk.UpdateServiceCommand(input), withinLimit())
      if (answer.service === undefined) throw new SyntaxError('UpdateService answered without a service')
      return answer.service
    },
    listStoppedTasks: (cluster, serviceName) => listTasks({ cluster, serviceName, desiredStatus: 'STOPPED' }),
    listTasksStartedBy: (cluster, startedBy) => listTasks({ cluster, startedBy }),
    async describeTasks(cluster, arns) {
      const tasks: Task[] = []
      for (let from = 0; from < arns.length; from += 100) {
        const lot = arns.slice(from, from + 100)
        const command = new sdk.DescribeTasksCommand({ cluster, tasks: lot })
        const answer = await ask((options) => reads.send(command, options), withinLimit)
        tasks.push(...(answer.tasks ?? []))
      }
      return tasks
    },
    async listServiceDeployments(cluster, service) {
      const command = new sdk.ListServiceDeploymentsCommand({ cluster, service, maxResults: 100 })
      const answer = await ask((options) => reads.send(command, options), withinLimit)
      return answer.serviceDeployments ?? []
    },
    async describeServiceDeployment(arn) {
      const command = new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
      return (await ask((options) => reads.send(command, options), withinLimit)).serviceDeployments?.[0]
    },
    async describeServiceRevision(arn) {
      const command = new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn] })
      return (await ask((options) => reads.send(command, options), withinLimit)).serviceRevisions?.[0]
    },
    async describeServiceRevisions(arns) {
      const revisions: ServiceRevision[] = []
      for (let from = 0; from < arns.length; from += 20) {
        const command = new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: arns.slice(from, from + 20) })
        const answer = await ask((options) => reads.send(command, options), withinLimit)
        revisions.push(...(answer.serviceRevisions ?? []))
      }
      return revisions
    },
    async rollBackServiceDeployment(arn) {
      await writes().send(
        new sdk.StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }),
        withinLimit(),
      )
    },
    async tagResource(resourceArn, tags) {
      await writes().send(new sdk.TagResourceCommand({ resourceArn, tags: [...tags] }), withinLimit())
    },
    listRevisions: (familyPrefix) =>
      // Only the family itself: the prefix is the whole name (API ListTaskDefinitions).
      ask(async (options) => {
        const query = { familyPrefix, status: 'ACTIVE', sort: 'DESC' } as const
        const arns: string[] = []
        for await (const page of sdk.paginateListTaskDefinitions({ client: reads }, query, options)) {
          arns.push(...(page.taskDefinitionArns ?? []))
        }
        return arns
      }, withinLimit),
    async deregisterTaskDefinition(taskDefinition) {
      await writes().send(new sdk.DeregisterTaskDefinitionCommand({ taskDefinition }), withinLimit())
    },
    listClusters: () =>
      ask(async (options) => {
        const arns: string[] = []
        for await (const page of sdk.paginateListClusters({ client: reads }, {}, options)) {
          arns.push(...(page.clusterArns ?? []))
        }
        return arns
      }, withinLimit),
    listServices: (cluster) =>
      ask(async (options) => {
        const arns: string[] = []
        const query = { cluster, maxResults: 100 }
        for await (const page of sdk.paginateListServices({ client: reads }, query, options)) {
          arns.push(...(page.serviceArns ?? []))
        }
        return arns
      }, withinLimit),
    async describeServices(cluster, names) {
      const services: Service[] = []
      for (let from = 0; from < names.length; from += 10) {
        const command = new sdk.DescribeServicesCommand({ cluster, services: names.slice(from, from + 10) })
        const answer = await ask((options) => reads.send(command, options), withinLimit)
        services.push(...(answer.services ?? []))
      }
      return services
    },
    listTasksOfFamily: (cluster, family) => listTasks({ cluster, family }),
  }
}

function described(
  answer: Pick<DescribeTaskDefinitionCommandOutput, 'taskDefinition' | 'tags'>,
): DescribedTaskDefinition {
  if (answer.taskDefinition === undefined) throw new SyntaxError('the answer holds no task definition')
  const { taskDefinition: definition, tags = [] } = answer
  return { definition, tags, unknown: unknownIn(definition) }
}
