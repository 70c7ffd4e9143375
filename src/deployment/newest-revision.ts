import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { failureKind } from '../aws/failure.ts'
import type { Ports } from './ports.ts'

/** The newest ACTIVE revision of the family; undefined for a family that is new. */
export async function newestOf(
  ports: Pick<Ports, 'ecs'>,
  family: string | undefined,
  running: DescribedTaskDefinition | undefined,
): Promise<DescribedTaskDefinition | undefined> {
  try {
    return await ports.ecs.describeTaskDefinition(family ?? '')
  } catch (error) {
    if (failureKind(error) !== 'refused') throw error
    return running?.definition.family === family ? running : undefined
  }
}
