import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { parseImageReference } from '../image/reference.ts'
import { isRunningImage } from '../image/running-image.ts'
import type { WantedInputs } from '../inputs/deploy-inputs.ts'
import { type Problem, ProblemsFound } from '../problem.ts'
import { targetContainer } from '../task-definition/container.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import type { NamedImage } from './images.ts'

/**
 * The images that are to stay (`running`), as the revision that the service is set to names them; nothing is looked up; pure.
 *
 * @param definition the one to deploy, whose containers may be others
 * @throws ProblemsFound with every container that the service does not run
 */
export function keptImages(
  definition: Pick<TaskDefinition, 'containerDefinitions'>,
  running: DescribedTaskDefinition['definition'],
  inputs: Pick<WantedInputs, 'images' | 'containerName'>,
): readonly NamedImage[] {
  const problems: Problem[] = []
  const kept = inputs.images
    .filter(({ image }) => isRunningImage(image))
    .map((wanted): NamedImage => {
      const placed = targetContainer(definition, wanted.container ?? inputs.containerName)
      // Whoever places it says what is wrong with the container.
      if (!placed.ok) return { ...wanted, written: wanted.image, notices: [] }
      const containers = running.containerDefinitions ?? []
      const image = containers.find(({ name }) => name === placed.value)?.image
      if (image === undefined) {
        const names = containers.map(({ name }) => `"${name}"`).join(', ')
        const message = `The image of the container "${placed.value}" is to stay, but the service does not run that container, only ${names}. Give its image.`
        problems.push({ input: wanted.input, message })
      }
      return {
        ...wanted,
        image: image ?? '',
        written: wanted.image,
        notices: image === undefined ? [] : notes(placed.value, image),
      }
    })
  if (problems.length > 0) throw new ProblemsFound(problems)
  return kept
}

function notes(container: string, image: string): readonly string[] {
  const parsed = parseImageReference(image)
  if (!parsed.ok || parsed.value.digest !== undefined) return []
  return [
    `Container "${container}": ${image}, which the service runs, stays. It has no digest: new tasks get what it stands for then.`,
  ]
}
