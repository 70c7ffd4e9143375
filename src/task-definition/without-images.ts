import type { TaskDefinition } from './task-definition.ts'

/** The definition with its images left out of a comparison: they are compared by digest, and a pinned copy names them otherwise. */
export function withoutImages(definition: TaskDefinition): TaskDefinition {
  const containerDefinitions = (definition.containerDefinitions ?? []).map((container) => ({
    ...container,
    image: 'compared-by-digest',
  }))
  return { ...definition, containerDefinitions }
}
