import type { TaskDefinition as DescribedTaskDefinition } from '@aws-sdk/client-ecs'
import type { Overrides } from '../inputs/deploy-inputs.ts'
import type { Checked, Problem } from '../problem.ts'
import { targetContainer } from './container.ts'
import { overrideContainer } from './override-container.ts'
import { READ_ONLY_MEMBERS } from './shape.ts'
import type { ContainerDefinition, TaskDefinition } from './task-definition.ts'

export type Changes = {
  readonly images: readonly { readonly container: string; readonly image: string }[]
  /** The container that the overrides are for; absent: the only one, else the only essential one. */
  readonly container?: string
  readonly overrides: Overrides
}

/**
 * The definition with new images and overrides in it. The base is not changed, and members that were not asked about stay.
 *
 * @returns a new definition, and notes about what the changes pushed out (by name, never with values); or all problems
 */
export function renderTaskDefinition(
  base: TaskDefinition,
  changes: Changes,
): Checked<{ definition: TaskDefinition; notes: string[] }> {
  const { images, overrides } = changes
  const problems: Problem[] = unknownContainers(base, images)
  const notes: string[] = []
  let target: string | undefined
  if (concernsContainer(overrides)) {
    const found = targetContainer(base, changes.container)
    if (found.ok) target = found.value
    else problems.push(...found.problems)
  }
  const containers = (base.containerDefinitions ?? []).map((container) => {
    const withImage = withNewImage(container, images)
    if (container.name === undefined || container.name !== target) return withImage
    const overridden = overrideContainer(withImage, overrides)
    if (!overridden.ok) {
      problems.push(...overridden.problems)
      return withImage
    }
    notes.push(...overridden.value.notes)
    return overridden.value.container
  })
  problems.push(...withoutImage(containers))
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: { definition: { ...base, ...taskLevel(overrides), containerDefinitions: containers }, notes },
  }
}

/** What RegisterTaskDefinition takes of a described definition: all of it but the nine members that only answers have. */
export function stripForRegistration(described: DescribedTaskDefinition): TaskDefinition {
  const members = Object.entries(described).filter(([name]) => !READ_ONLY_MEMBERS.includes(name))
  return Object.fromEntries(members) as TaskDefinition
}

function unknownContainers(base: TaskDefinition, images: Changes['images']): Problem[] {
  return images.flatMap(({ container }) => {
    const found = targetContainer(base, container)
    return found.ok ? [] : found.problems.map(({ message }) => ({ input: 'images', message }))
  })
}

function concernsContainer(overrides: Overrides): boolean {
  const { cpu, memory, taskRoleArn, executionRoleArn, ...container } = overrides
  return Object.values(container).some((value) => value !== undefined)
}

function withNewImage(container: ContainerDefinition, images: Changes['images']): ContainerDefinition {
  const wanted = images.findLast((image) => image.container === container.name)
  return wanted ? { ...container, image: wanted.image } : container
}

// ECS answers "Container.image should not be null or empty." (moto), without saying which container.
function withoutImage(containers: readonly ContainerDefinition[]): Problem[] {
  return containers
    .filter(({ image }) => !image?.trim())
    .map(({ name }) => ({
      message: `Container "${name ?? ''}" has no image. Give one with "image" or "images", or write it in the task definition.`,
    }))
}

function taskLevel({ cpu, memory, taskRoleArn, executionRoleArn }: Overrides): Partial<TaskDefinition> {
  return {
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(taskRoleArn !== undefined && { taskRoleArn }),
    ...(executionRoleArn !== undefined && { executionRoleArn }),
  }
}
