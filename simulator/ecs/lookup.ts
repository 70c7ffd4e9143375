/** Finds what a request names, or fails as ECS does. */
import { clientException, clusterNotFound, serviceNotFound } from '../protocol/errors.ts'
import { clusterName, lastPart } from '../world/arn.ts'
import { findDefinition, isUsable } from '../world/definition.ts'
import type { Cluster, Service, StoredTaskDefinition, World } from '../world/world.ts'

/** @throws ApiError ClusterNotFoundException; an inactive cluster counts as absent */
export function clusterOf(world: World, name: string | undefined): Cluster {
  const cluster = world.clusters.get(clusterName(name))
  if (cluster === undefined || cluster.status !== 'ACTIVE') throw clusterNotFound()
  return cluster
}

/** The newest of that name: a deleted service may have a successor. */
export function findService(world: World, cluster: string, nameOrArn: string): Service | undefined {
  const name = lastPart(nameOrArn)
  return world.services.findLast((service) => service.cluster === cluster && service.name === name)
}

/** @throws ApiError ClusterNotFoundException, ServiceNotFoundException */
export function serviceOf(world: World, cluster: string | undefined, nameOrArn: string): Service {
  const service = findService(world, clusterOf(world, cluster).name, nameOrArn)
  if (service === undefined) throw serviceNotFound()
  return service
}

/**
 * A definition to start tasks from.
 * @throws ApiError ClientException if there is none, or if it is no longer ACTIVE (observed text)
 */
export function usableDefinition(world: World, name: string): StoredTaskDefinition {
  const definition = findDefinition(world, name)
  if (definition === undefined) throw clientException('TaskDefinition not found.')
  if (!isUsable(world, definition)) throw clientException('TaskDefinition is inactive')
  return definition
}
