/** CreateCluster, DescribeClusters, ListClusters, ListTagsForResource, TagResource. */
import type {
  CapacityProviderStrategyItem,
  CreateClusterRequest,
  DescribeClustersRequest,
  ListClustersRequest,
  ListTagsForResourceRequest,
  TagResourceRequest,
} from '@aws-sdk/client-ecs'
import { invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import type { ClusterScenario } from '../scenario.ts'
import { clusterArn, clusterName } from '../world/arn.ts'
import type { Cluster, World } from '../world/world.ts'
import type { Operation } from './operation.ts'

export const createCluster: Operation<CreateClusterRequest> = ({ world }, input) => {
  const { capacityProviders, defaultCapacityProviderStrategy } = input
  const cluster = addCluster(world, clusterName(input.clusterName), {
    ...(capacityProviders !== undefined && { capacityProviders }),
    ...(defaultCapacityProviderStrategy !== undefined && { defaultCapacityProviderStrategy }),
  })
  if (input.tags !== undefined) world.tags.set(cluster.arn, [...input.tags])
  return { cluster: shape(world, cluster) }
}

/** @returns the cluster of that name, made if need be: CreateCluster of an existing one answers that one */
export function addCluster(world: World, name: string, given: Omit<ClusterScenario, 'name'> = {}): Cluster {
  const known = world.clusters.get(name)
  if (known !== undefined) return known
  const { capacityProviders = ['FARGATE', 'FARGATE_SPOT'], defaultCapacityProviderStrategy: defaultStrategy = [] } =
    given
  const arn = clusterArn(world, name)
  const cluster: Cluster = { name, arn, status: 'ACTIVE', capacityProviders, defaultStrategy }
  world.clusters.set(name, cluster)
  return cluster
}

export const describeClusters: Operation<DescribeClustersRequest> = ({ world }, input) => {
  const names = input.clusters === undefined || input.clusters.length === 0 ? ['default'] : input.clusters
  const found = names.map((name) => world.clusters.get(clusterName(name)))
  return {
    clusters: found.flatMap((cluster) => (cluster === undefined ? [] : [shape(world, cluster)])),
    failures: names.flatMap((name, index) =>
      found[index] === undefined ? [{ arn: clusterArn(world, clusterName(name)), reason: 'MISSING' }] : [],
    ),
  }
}

export const listClusters: Operation<ListClustersRequest> = ({ world }, { nextToken, maxResults = 100 }) => {
  const page = pageOf(
    [...world.clusters.values()].map(({ arn }) => arn),
    nextToken,
    maxResults,
  )
  return { clusterArns: page.items, ...(page.nextToken !== undefined && { nextToken: page.nextToken }) }
}

/** A cluster's default strategy applies where neither a launch type nor a strategy is named (API RunTask, CreateService). */
export function withDefaultStrategy<
  I extends { launchType?: string | undefined; capacityProviderStrategy?: CapacityProviderStrategyItem[] | undefined },
>({ defaultStrategy }: Cluster, input: I): I {
  const isNamed = input.launchType !== undefined || (input.capacityProviderStrategy ?? []).length > 0
  return isNamed || defaultStrategy.length === 0 ? input : { ...input, capacityProviderStrategy: [...defaultStrategy] }
}

function shape(world: World, cluster: Cluster): object {
  const services = world.services.filter((service) => service.cluster === cluster.name && service.status === 'ACTIVE')
  const tasks = world.tasks.filter((task) => task.cluster === cluster.name && !task.hidden)
  const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length
  const pending = tasks.filter(({ lastStatus }) =>
    ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(lastStatus),
  ).length
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: 0,
    runningTasksCount: running,
    pendingTasksCount: pending,
    activeServicesCount: services.length,
    statistics: [],
    tags: [],
    settings: [{ name: 'containerInsights', value: 'disabled' }],
    capacityProviders: [...cluster.capacityProviders],
    defaultCapacityProviderStrategy: [...cluster.defaultStrategy],
  }
}

export const tagResource: Operation<TagResourceRequest> = ({ world }, input) => {
  const { resourceArn = '', tags = [] } = input
  checkResource(resourceArn)
  const kept = (world.tags.get(resourceArn) ?? []).filter(({ key }) => !tags.some((tag) => tag.key === key))
  if (kept.length + tags.length > 50) throw invalidParameter('A resource can have at most 50 tags.')
  world.tags.set(resourceArn, [...kept, ...tags])
  return {}
}

export const listTagsForResource: Operation<ListTagsForResourceRequest> = ({ world }, input) => {
  checkResource(input.resourceArn ?? '')
  return { tags: world.tags.get(input.resourceArn ?? '') ?? [] }
}

function checkResource(arn: string): void {
  if (!/^arn:[^:]+:ecs:[^:]*:\d{12}:.+/.test(arn)) throw invalidParameter('Invalid resource ARN.')
}
