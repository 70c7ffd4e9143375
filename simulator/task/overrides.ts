/** The definition as one task runs it: RunTask may override command, environment, roles and sizes (API TaskOverride). */
import type { ContainerOverride, TaskOverride } from '@aws-sdk/client-ecs'
import type { StoredDefinition } from '../world/world.ts'

/** @returns the definition itself where nothing is overridden */
export function overridden(definition: StoredDefinition, overrides: TaskOverride | undefined): StoredDefinition {
  const { containerOverrides = [], cpu, memory, taskRoleArn, executionRoleArn } = overrides ?? {}
  return {
    ...definition,
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(taskRoleArn !== undefined && { taskRoleArn }),
    ...(executionRoleArn !== undefined && { executionRoleArn }),
    containerDefinitions: definition.containerDefinitions.map((container) => {
      const override = containerOverrides.find(({ name }) => name === container.name)
      return override === undefined ? container : merged(container, override)
    }),
  }
}

/** Environment variables are added to, or replace those of the same name. */
function merged<C extends StoredDefinition['containerDefinitions'][number]>(
  container: C,
  override: ContainerOverride,
): C {
  const { command, environment = [] } = override
  const kept = (container.environment ?? []).filter(({ name }) => !environment.some((other) => other.name === name))
  return { ...container, ...(command !== undefined && { command }), environment: [...kept, ...environment] }
}
