/** The order in which the containers of a task start (API ContainerDependency). */
import type { ContainerDependency } from '@aws-sdk/client-ecs'
import type { Container, StoredDefinition, Task } from '../world/world.ts'

type Configured = StoredDefinition['containerDefinitions'][number]

/** A container that waits for another one in vain. */
export interface UnmetDependency {
  readonly container: string
  readonly dependsOn: string
  readonly condition: string
}

/** @returns the containers that wait no longer */
export function readyContainers(task: Task, { containerDefinitions }: StoredDefinition): readonly Configured[] {
  return containerDefinitions.filter(
    ({ name, dependsOn = [] }) =>
      find(task, name)?.lastStatus === 'PENDING' && dependsOn.every((dependency) => isMet(task, dependency)),
  )
}

/** @returns the first container whose condition can never be met any more */
export function unmetDependency(task: Task, { containerDefinitions }: StoredDefinition): UnmetDependency | undefined {
  const waiting = containerDefinitions.filter(({ name }) => find(task, name)?.lastStatus === 'PENDING')
  const unmet = waiting.flatMap(({ name, dependsOn = [] }) =>
    dependsOn
      .filter((dependency) => isHopeless(task, dependency))
      .map(({ containerName = '', condition = '' }) => ({ container: name, dependsOn: containerName, condition })),
  )
  return unmet[0]
}

/** @returns the conditions under which others wait for a container, beyond its start */
export function isWaitedFor({ containerDefinitions }: StoredDefinition, name: string): boolean {
  return containerDefinitions.some(({ dependsOn = [] }) =>
    dependsOn.some(({ containerName, condition }) => containerName === name && condition !== 'START'),
  )
}

const find = ({ containers }: Task, name: string | undefined): Container | undefined =>
  containers.find((container) => container.name === name)

function isMet(task: Task, { containerName, condition }: ContainerDependency): boolean {
  const other = find(task, containerName)
  if (other === undefined) return true
  switch (condition) {
    case 'COMPLETE':
      return other.lastStatus === 'STOPPED'
    case 'SUCCESS':
      return other.lastStatus === 'STOPPED' && other.exitCode === 0
    case 'HEALTHY':
      return other.health === 'HEALTHY'
    default:
      return other.lastStatus !== 'PENDING'
  }
}

function isHopeless(task: Task, dependency: ContainerDependency): boolean {
  const other = find(task, dependency.containerName)
  return (
    other !== undefined &&
    !isMet(task, dependency) &&
    (other.gaveUp === true || other.lastStatus === 'STOPPED' || other.health === 'UNHEALTHY')
  )
}
