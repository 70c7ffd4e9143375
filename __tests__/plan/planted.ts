import type { TaskDefinition } from '../../src/task-definition/task-definition.ts'

/** A value that is found whichever way it is printed. */
const canary = (place: number): string => `canary-${place}-c4n4ry`
export const anyCanary = /canary-\d+-c4n4ry/

/** With canaries wherever something secret may stand, in every container. */
export function planted(definition: TaskDefinition, side: number): TaskDefinition {
  const containers = (definition.containerDefinitions ?? []).map((container, index) => ({
    ...container,
    environment: [
      ...(container.environment ?? []).map(({ name }) => ({ name, value: canary(side) })),
      { name: `PLANTED_${index}`, value: canary(side) },
    ],
    command: [canary(side)],
    entryPoint: ['sh', '-c', canary(side)],
    dockerLabels: { owner: canary(side) },
    healthCheck: { command: ['CMD-SHELL', canary(side)] },
    logConfiguration: { logDriver: 'splunk' as const, options: { 'splunk-token': canary(side) } },
  }))
  return { ...definition, containerDefinitions: containers }
}
