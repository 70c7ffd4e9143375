import type { Checked } from '../problem.ts'
import type { TaskDefinition } from './task-definition.ts'

/**
 * Decides which container is meant.
 *
 * @param containerName the name that the user gave; absent: the only container, else the only essential one
 * @returns its name, or a problem that lists the containers that exist
 */
export function targetContainer(
  definition: Pick<TaskDefinition, 'containerDefinitions'>,
  containerName?: string,
): Checked<string> {
  const containers = definition.containerDefinitions ?? []
  const names = containers.map(({ name }) => name ?? '')
  const existing = `The task definition has ${names.length === 0 ? 'no containers' : names.map((name) => `"${name}"`).join(', ')}.`
  if (containerName !== undefined) {
    if (names.includes(containerName)) return { ok: true, value: containerName }
    const message = `There is no container "${containerName}". ${existing} Give one of these names.`
    return { ok: false, problems: [{ input: 'container-name', message }] }
  }
  // `essential` is true unless it is set to false (API reference, ContainerDefinition).
  const essential = containers.filter((container) => container.essential !== false)
  const only = containers.length === 1 ? containers[0] : essential.length === 1 ? essential[0] : undefined
  if (only?.name) return { ok: true, value: only.name }
  const message = `It is not clear which container is meant. ${existing} Give its name with "container-name", or use "images".`
  return { ok: false, problems: [{ input: 'container-name', message }] }
}
