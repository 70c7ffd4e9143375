/** What RegisterTaskDefinition refuses about `dependsOn` (the rules are those of API ContainerDependency, the texts are inferred). */
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { clientException } from '../protocol/errors.ts'

/** @throws ApiError ClientException */
export function checkDependencies(containers: readonly ContainerDefinition[]): void {
  for (const { name, dependsOn = [] } of containers) {
    for (const { containerName, condition } of dependsOn) {
      const other = containers.find((one) => one.name === containerName)
      if (other === undefined)
        throw clientException(`Container '${name}' depends on unknown container '${containerName}'.`)
      if ((condition === 'COMPLETE' || condition === 'SUCCESS') && other.essential !== false)
        throw clientException(`Container '${containerName}' is essential: nothing can depend on its ${condition}.`)
      if (condition === 'HEALTHY' && other.healthCheck === undefined)
        throw clientException(`Container '${containerName}' has no health check: nothing can depend on its HEALTHY.`)
    }
  }
  const circle = containers.find(({ name = '' }) => reaches(containers, name, name, []))
  if (circle !== undefined) throw clientException(`Container '${circle.name}' depends on itself.`)
}

function reaches(
  containers: readonly ContainerDefinition[],
  from: string,
  to: string,
  seen: readonly string[],
): boolean {
  const { dependsOn = [] } = containers.find(({ name }) => name === from) ?? {}
  const next = dependsOn.map(({ containerName = '' }) => containerName)
  return (
    next.includes(to) || next.some((name) => !seen.includes(name) && reaches(containers, name, to, [...seen, name]))
  )
}
