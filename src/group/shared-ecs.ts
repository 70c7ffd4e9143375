import type { Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs'
import type { EcsPort } from '../aws/ecs.ts'
import type { EcsLotsPort } from '../aws/ecs-lots.ts'
import { failureKind, isNamed } from '../aws/failure.ts'
import type { Clock } from '../deployment/ports.ts'
import { deploymentIdOfRevision, serviceDeploymentView } from '../rollout/snapshot.ts'
import { inRounds, type RoundLimits } from './rounds.ts'
import type { InTurn, Turns } from './turns.ts'

/** What one run of a group asks ECS through. */
export type Shared = {
  readonly ecs: EcsPort
  readonly lots: EcsLotsPort
  readonly clock: Pick<Clock, 'uptime' | 'sleep'>
  readonly turns: Turns
}

/** While everything is prepared: as fast as the quotas allow. */
const atOnce = { gather: 5, between: 0 }
/**
 * While rollouts are watched: a round lasts a little longer than a watch lets pass between two looks (rollout/schedule.ts), so that
 * whoever was in one round has asked again by the next, and all get into step.
 */
const inStep = { gather: 250, between: 2_800 }

/** As many ask for stopped tasks at the same time, and the whole cluster is asked once. */
const askedByMany = 4

/**
 * One ECS port for all services of a group: their reads go into as few calls as ECS allows, and no call before its turn.
 *
 * @param pace all reads keep to it together; absent: only to the quotas of the API
 */
export function sharedEcs({ ecs, lots, clock, turns }: Shared, pace?: InTurn): EcsPort {
  const paced: InTurn = pace ?? ((send) => send())
  const read =
    (turn: InTurn): InTurn =>
    (send) =>
      paced(() => turn(send))
  const rhythm = (most: number): RoundLimits => ({ most, ...(pace === undefined ? atOnce : inStep) })
  const [definitions, tasks] = [read(turns.definition), read(turns.task)]
  const [deployments, revisions] = [read(turns.serviceDeployment), read(turns.serviceRevision)]
  const clusters = new Map<string, Cluster>()
  const clusterNamed = (name: string): Cluster => {
    const known = clusters.get(name) ?? clusterOf(name, { ecs, lots, clock, turns }, read, rhythm)
    clusters.set(name, known)
    return known
  }
  return {
    ...ecs,
    describeService: (cluster, service) => clusterNamed(cluster).service(service),
    currentServiceDeployment: (cluster, service) => clusterNamed(cluster).currentDeployment(service),
    describeTaskDefinition: (reference) => definitions(() => ecs.describeTaskDefinition(reference)),
    registerTaskDefinition: (input) => turns.register(() => ecs.registerTaskDefinition(input)),
    deregisterTaskDefinition: (arn) => turns.register(() => ecs.deregisterTaskDefinition(arn)),
    updateService: (input) => turns.update(() => ecs.updateService(input)),
    listStoppedTasks: (cluster, service) => clusterNamed(cluster).stoppedTasks(service),
    listTasksStartedBy: (cluster, id) => tasks(() => ecs.listTasksStartedBy(cluster, id)),
    describeTasks: async (cluster, arns) => {
      const found = await Promise.all(arns.map((arn) => clusterNamed(cluster).task(arn)))
      return found.filter((task) => task !== undefined)
    },
    listServiceDeployments: (cluster, service) => deployments(() => ecs.listServiceDeployments(cluster, service)),
    describeServiceDeployment: (arn) => deployments(() => ecs.describeServiceDeployment(arn)),
    describeServiceRevision: (arn) => revisions(() => ecs.describeServiceRevision(arn)),
    describeServiceRevisions: (arns) => revisions(() => ecs.describeServiceRevisions(arns)),
    rollBackServiceDeployment: (arn) => turns.update(() => ecs.rollBackServiceDeployment(arn)),
    tagResource: (arn, tags) => turns.tag(() => ecs.tagResource(arn, tags)),
  }
}

type Cluster = {
  service(name: string): Promise<Service | undefined>
  currentDeployment(service: string): Promise<{ readonly arn: string; readonly deploymentId: string } | undefined>
  stoppedTasks(service: string): Promise<readonly string[]>
  task(arn: string): Promise<Task | undefined>
}

function clusterOf(
  cluster: string,
  { ecs, lots, clock, turns }: Shared,
  read: (turn: InTurn) => InTurn,
  rhythm: (most: number) => RoundLimits,
): Cluster {
  /** ARN of the service deployment that each service showed last. */
  const current = new Map<string, string>()
  const targets = new Map<string, string>()
  let crowded = false
  const [services, tasks] = [read(turns.service), read(turns.task)]

  const service = inRounds<string, Service>(rhythm(10), clock, services, async (names) => {
    const found = await describeTogether(cluster, names, ecs, lots)
    for (const [name, { currentServiceDeployment }] of found) {
      if (currentServiceDeployment !== undefined) current.set(name, currentServiceDeployment)
    }
    return found
  })
  const deployment = inRounds<string, ServiceDeployment>(
    rhythm(20),
    clock,
    read(turns.serviceDeployment),
    async (arns) => {
      const found = await lots.describeServiceDeployments(arns)
      return new Map(found.map((one) => [one.serviceDeploymentArn ?? '', one]))
    },
  )
  const stopped = inRounds<string, readonly string[]>(
    rhythm(1_000),
    clock,
    (send) => send(),
    async (names) => {
      if (names.length >= askedByMany && !crowded) {
        const { arns, more } = await tasks(() => lots.listStoppedTasksOfCluster(cluster))
        crowded = more
        if (!more) return new Map(names.map((name) => [name, arns]))
      }
      const lists = names.map(async (name) => [name, await tasks(() => ecs.listStoppedTasks(cluster, name))] as const)
      return new Map(await Promise.all(lists))
    },
  )
  const task = inRounds<string, Task>(rhythm(100), clock, tasks, async (arns) => {
    const found = await ecs.describeTasks(cluster, arns)
    return new Map(found.map((one) => [one.taskArn ?? '', one]))
  })
  return {
    service,
    currentDeployment: async (name) => {
      const arn = current.get(name)
      if (arn === undefined) return undefined
      try {
        if (!targets.has(arn)) {
          const found = await deployment(arn)
          const target = found?.targetServiceRevision?.arn
          if (target !== undefined) targets.set(arn, deploymentIdOfRevision(target))
        }
        return { arn, deploymentId: targets.get(arn) ?? '' }
      } catch (error) {
        if (failureKind(error) !== 'denied') return undefined
        const listed = await read(turns.serviceDeployment)(() => ecs.listServiceDeployments(cluster, name))
        return listed.map(serviceDeploymentView).find((one) => one.arn === arn)
      }
    },
    stoppedTasks: async (name) => (await stopped(name)) ?? [],
    task,
  }
}

/** One name that ECS refuses must not cost the others their answer. */
async function describeTogether(
  cluster: string,
  names: readonly string[],
  ecs: EcsPort,
  lots: EcsLotsPort,
): Promise<ReadonlyMap<string, Service>> {
  // Only a name that ECS refuses counts as none; a read that failed for another reason says nothing about the service.
  const describeNamed = (name: string): Promise<Service | undefined> =>
    ecs.describeService(cluster, name).catch((error: unknown) => {
      if (!isNamed(error, 'InvalidParameterException')) throw error
      return undefined
    })
  const found = await lots.describeServices(cluster, names).catch((error: unknown) => {
    const isOfOne = isNamed(error, 'InvalidParameterException') && names.length > 1
    if (!isOfOne) throw error
    return Promise.all(names.map(describeNamed))
  })
  return new Map(
    names.flatMap((name) => {
      const own = found.find((one) => one?.serviceName === name || one?.serviceArn === name)
      return own === undefined ? [] : [[name, own] as const]
    }),
  )
}
