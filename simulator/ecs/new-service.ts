/** A service before its first deployment. */
import { serviceArn } from '../world/arn.ts'
import type { Service, World } from '../world/world.ts'

type Given = Pick<Service, 'name' | 'cluster' | 'desiredCount' | 'settings' | 'targetGroup'>

/** @returns an ACTIVE service, not yet part of the world */
export function newService(world: World, given: Given): Service {
  return {
    ...given,
    arn: serviceArn(world, given.cluster, given.name),
    status: 'ACTIVE',
    createdAt: world.now,
    deployments: [],
    revisions: [],
    serviceDeployments: [],
    events: [],
    steady: false,
  }
}
