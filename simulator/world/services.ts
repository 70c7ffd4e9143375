/** The services of the account and how they are found. */
import { serviceArn } from './arn.ts'
import type { Service, Task, World } from './world.ts'

/** Adds a service. One that was deleted may have had its name: from now on the name means the new one. */
export function addService({ services, serviceIndex }: World, service: Service): void {
  services.push(service)
  serviceIndex.set(service.arn, service)
}

export const serviceByArn = ({ serviceIndex }: World, arn: string): Service | undefined => serviceIndex.get(arn)

/** @returns undefined for a task of RunTask */
export function serviceOfTask(
  world: World,
  { cluster, service }: Pick<Task, 'cluster' | 'service'>,
): Service | undefined {
  return service === '' ? undefined : serviceByArn(world, serviceArn(world, cluster, service))
}
