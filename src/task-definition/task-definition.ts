import type { ContainerDefinition, RegisterTaskDefinitionCommandInput, Tag } from '@aws-sdk/client-ecs'

/** What RegisterTaskDefinition takes, without its tags: those are carried beside it, as DescribeTaskDefinition does. */
export type TaskDefinition = Omit<RegisterTaskDefinitionCommandInput, 'tags'>

export type { ContainerDefinition, Tag }

/** Way to a member, e.g. `['containerDefinitions', 0, 'image']`. */
export type Path = readonly (string | number)[]

/** 1-based place in a file. */
export type Position = { readonly line: number; readonly column: number }
