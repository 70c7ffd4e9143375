import type { Service, Tag } from '@aws-sdk/client-ecs'
import { optional } from '../deployment/optional-read.ts'
import type { Ports } from '../deployment/ports.ts'
import type { TaskLaunch } from '../inputs/run-task-inputs.ts'
import { wantsServiceTags } from './request.ts'
import type { TaskRun } from './task-run.ts'

/** The tags that the service gives to its tasks from itself; none where it gives none, or they cannot be read. */
export async function tagsOfService(
  service: Service | undefined,
  launch: TaskLaunch,
  run: TaskRun,
  { tasks }: Pick<Ports, 'tasks'>,
): Promise<readonly Tag[]> {
  if (!wantsServiceTags(service, launch)) return []
  const name = service?.serviceName ?? ''
  return (await optional(run, 'ecs:DescribeServices', () => tasks.serviceTags(run.cluster, name))) ?? []
}
