/** RegisterTaskDefinition, DescribeTaskDefinition, ListTaskDefinitions, DeregisterTaskDefinition, DeleteTaskDefinitions. */
import type {
  DeleteTaskDefinitionsRequest,
  DeregisterTaskDefinitionRequest,
  DescribeTaskDefinitionRequest,
  ListTaskDefinitionsRequest,
  RegisterTaskDefinitionRequest,
} from '@aws-sdk/client-ecs'
import { clientException, invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import { findDefinition, registerDefinition } from '../world/definition.ts'
import { isGone } from '../world/references.ts'
import type { StoredTaskDefinition, World } from '../world/world.ts'
import { type Operation, present, seconds, secondsIf } from './operation.ts'
import { checkTaskDefinition } from './task-definition-rules.ts'

export const registerTaskDefinition: Operation<RegisterTaskDefinitionRequest> = ({ world }, input) => {
  checkTaskDefinition(input, world.options)
  const definition = registerDefinition(world, input, world.now)
  return { taskDefinition: shape(world, definition), tags: world.tags.get(definition.arn) ?? [] }
}

export const describeTaskDefinition: Operation<DescribeTaskDefinitionRequest> = ({ world }, input) => {
  const definition = findDefinition(world, input.taskDefinition ?? '')
  if (definition === undefined) throw clientException('Unable to describe task definition.')
  const withTags = input.include?.includes('TAGS') === true
  return { taskDefinition: shape(world, definition), ...(withTags && { tags: world.tags.get(definition.arn) ?? [] }) }
}

export const listTaskDefinitions: Operation<ListTaskDefinitionsRequest> = ({ world }, input) => {
  const { familyPrefix, status = 'ACTIVE', sort = 'ASC', nextToken, maxResults = 100 } = input
  const families = [...world.taskDefinitions.keys()].sort()
  const arns = families
    .filter((family) => familyPrefix === undefined || family === familyPrefix)
    .flatMap((family) => world.taskDefinitions.get(family) ?? [])
    .filter((definition) => definition.status === status && !isGone(world, definition))
    .map(({ arn }) => arn)
  const page = pageOf(sort === 'DESC' ? arns.reverse() : arns, nextToken, maxResults)
  return { taskDefinitionArns: page.items, ...(page.nextToken !== undefined && { nextToken: page.nextToken }) }
}

export const deregisterTaskDefinition: Operation<DeregisterTaskDefinitionRequest> = ({ world }, input) => {
  const name = input.taskDefinition ?? ''
  if (!/:\d+$/.test(name)) throw invalidParameter('Task definition revision must be specified.')
  const definition = findDefinition(world, name)
  if (definition === undefined) throw clientException('The specified task definition does not exist.')
  if (definition.status === 'ACTIVE') definition.status = 'INACTIVE'
  definition.deregisteredAt ??= world.now
  return { taskDefinition: shape(world, definition) }
}

const deletionsPerCall = 10

/**
 * INACTIVE revisions only; each goes when nothing refers to it any more (API DeleteTaskDefinitions). Reason and detail of
 * a failure are inferred.
 */
export const deleteTaskDefinitions: Operation<DeleteTaskDefinitionsRequest> = ({ world }, input) => {
  const names = input.taskDefinitions ?? []
  if (names.length === 0 || names.length > deletionsPerCall)
    throw invalidParameter(`Between 1 and ${deletionsPerCall} task definitions can be deleted at once.`)
  if (names.some((name) => !/:\d+$/.test(name))) throw invalidParameter('Task definition revision must be specified.')
  const found = names.map((name) => ({ name, definition: findDefinition(world, name) }))
  const failures = found.flatMap(({ name, definition }) => deletionFailure(name, definition))
  const deleted = found.flatMap(({ definition }) =>
    definition === undefined || definition.status === 'ACTIVE' ? [] : [definition],
  )
  for (const definition of deleted) {
    definition.status = 'DELETE_IN_PROGRESS'
    definition.deleteRequestedAt ??= world.now
  }
  return { taskDefinitions: deleted.map((definition) => shape(world, definition)), failures }
}

function deletionFailure(arn: string, definition: StoredTaskDefinition | undefined): object[] {
  if (definition === undefined) return [{ arn, reason: 'MISSING' }]
  const detail = 'The task definition must be INACTIVE: deregister it first.'
  return definition.status === 'ACTIVE' ? [{ arn: definition.arn, reason: 'ACTIVE', detail }] : []
}

function shape(world: World, definition: StoredTaskDefinition): object {
  return present({
    taskDefinitionArn: definition.arn,
    ...definition.stored,
    revision: definition.revision,
    status: definition.status,
    requiresAttributes: definition.requiresAttributes,
    compatibilities: definition.compatibilities,
    registeredAt: seconds(definition.registeredAt),
    registeredBy: `arn:aws:sts::${world.account}:assumed-role/deployer/simulator`,
    deregisteredAt: secondsIf(definition.deregisteredAt),
    deleteRequestedAt: secondsIf(definition.deleteRequestedAt),
  })
}
