/** ListServiceDeployments, DescribeServiceDeployments, DescribeServiceRevisions, StopServiceDeployment. */
import type {
  ContinueServiceDeploymentRequest,
  DescribeServiceDeploymentsRequest,
  DescribeServiceRevisionsRequest,
  ListServiceDeploymentsRequest,
  StopServiceDeploymentRequest,
} from '@aws-sdk/client-ecs'
import { about, type Engine, schedule } from '../engine.ts'
import { ApiError, invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import { isTerminal, primaryOf } from '../rollout/deployments.ts'
import { endHook } from '../rollout/hooks.ts'
import { stall } from '../rollout/rollback.ts'
import type { Service, ServiceDeployment, ServiceRevision, World } from '../world/world.ts'
import { serviceOf } from './lookup.ts'
import type { Operation } from './operation.ts'
import { revisionShape, serviceDeploymentBrief, serviceDeploymentShape } from './shapes.ts'

const arnsPerCall = 20
const requestedRollbackSeconds = 2

export const listServiceDeployments: Operation<ListServiceDeploymentsRequest> = ({ world }, input) => {
  const service = serviceOf(world, input.cluster, input.service ?? '')
  // Timestamps arrive as epoch seconds, whatever the SDK's type says.
  const { before, after } = (input.createdAt ?? {}) as { before?: unknown; after?: unknown }
  const status = input.status ?? []
  const matching = service.serviceDeployments
    .filter(({ visibleAt }) => visibleAt <= world.now)
    .filter((one) => isRecorded(service, one))
    .filter((deployment) => status.length === 0 || status.includes(deployment.status))
    .filter(({ createdAt }) => before === undefined || createdAt < Number(before) * 1000)
    .filter(({ createdAt }) => after === undefined || createdAt > Number(after) * 1000)
  if (world.options.serviceDeploymentOrder === 'newest-first') matching.reverse()
  const page = pageOf(matching, input.nextToken, input.maxResults ?? 20)
  return {
    serviceDeployments: page.items.map((deployment) => serviceDeploymentBrief(world, service, deployment)),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

interface Found<T> {
  readonly service: Service
  readonly item: T
}

/** Before 2024-10-25 neither service deployments nor revisions were kept; they go with their service (DG service-deployment). */
const isRecorded = (
  { status, historyFrom = Number.NEGATIVE_INFINITY }: Service,
  { createdAt }: { createdAt: number },
): boolean => status !== 'INACTIVE' && createdAt >= historyFrom

function findDeployment(world: World, arn: string): Found<ServiceDeployment> | undefined {
  const service = world.services.find(({ serviceDeployments }) => serviceDeployments.some((one) => one.arn === arn))
  const item = service?.serviceDeployments.find(
    (one) => one.arn === arn && one.visibleAt <= world.now && isRecorded(service, one),
  )
  return service === undefined || item === undefined ? undefined : { service, item }
}

function findRevision(world: World, arn: string): Found<ServiceRevision> | undefined {
  const service = world.services.find(({ revisions }) => revisions.some((one) => one.arn === arn))
  const item = service?.revisions.find((one) => one.arn === arn && isRecorded(service, one))
  return service === undefined || item === undefined ? undefined : { service, item }
}

function describeAll<T>(
  arns: readonly string[],
  find: (arn: string) => Found<T> | undefined,
  shape: (found: Found<T>) => object,
): { items: object[]; failures: object[] } {
  if (arns.length > arnsPerCall) throw invalidParameter(`At most ${arnsPerCall} ARNs can be described at once.`)
  const found = arns.map(find)
  return {
    items: found.flatMap((one) => (one === undefined ? [] : [shape(one)])),
    failures: arns.flatMap((arn, index) => (found[index] === undefined ? [{ arn, reason: 'MISSING' }] : [])),
  }
}

export const describeServiceDeployments: Operation<DescribeServiceDeploymentsRequest> = ({ world }, input) => {
  const { items, failures } = describeAll(
    input.serviceDeploymentArns ?? [],
    (arn) => findDeployment(world, arn),
    ({ service, item }) => serviceDeploymentShape(world, service, item),
  )
  return { serviceDeployments: items, failures }
}

export const describeServiceRevisions: Operation<DescribeServiceRevisionsRequest> = ({ world }, input) => {
  const { items, failures } = describeAll(
    input.serviceRevisionArns ?? [],
    (arn) => findRevision(world, arn),
    ({ service, item }) => revisionShape(world, service, item),
  )
  return { serviceRevisions: items, failures }
}

/** A rollback on request works without a circuit breaker too (DG stop-service-deployment). */
export const stopServiceDeployment: Operation<StopServiceDeploymentRequest> = (engine, input) => {
  const { world } = engine
  const arn = input.serviceDeploymentArn ?? ''
  const found = findDeployment(world, arn)
  if (found === undefined) throw new ApiError('ServiceDeploymentNotFoundException', 'Service deployment not found.')
  const aborts = input.stopType === 'ABORT'
  if (aborts && world.options.stopTypeAbort === 'refused')
    throw invalidParameter('The only valid value for stopType is ROLLBACK.')
  const { item, service } = found
  if (isTerminal(item)) {
    throw new ApiError(
      'ConflictException',
      `Service deployment cannot be stopped because it is in ${item.status} state.`,
    )
  }
  if (aborts) {
    abort(engine, service, item)
    return { serviceDeploymentArn: arn }
  }
  if (item.status === 'PENDING' || item.status === 'IN_PROGRESS') {
    item.status = 'ROLLBACK_REQUESTED'
    item.updatedAt = world.now
    const event = { kind: 'requested-rollback-starts', service: service.arn, deployment: arn } as const
    schedule(engine, about(engine, requestedRollbackSeconds), event)
  }
  return { serviceDeploymentArn: arn }
}

/** The other reading of ABORT (facts 14.2): the deployment ends where it is, and nothing goes back. */
function abort(engine: Engine, service: Service, item: ServiceDeployment): void {
  const primary = primaryOf(service)
  if (primary !== undefined && primary.number === item.number) primary.rolloutState = 'FAILED'
  item.statusReason = engine.world.options.requestedStatusReason
  stall(engine, service)
}

/** Only a PAUSE hook waits for it, and only while its deployment is IN_PROGRESS (DG continue-service-deployment; the text is inferred). */
export const continueServiceDeployment: Operation<ContinueServiceDeploymentRequest> = (engine, input) => {
  const { serviceDeploymentArn = '', hookId, action = 'CONTINUE' } = input
  const found = findDeployment(engine.world, serviceDeploymentArn)
  if (found === undefined) throw new ApiError('ServiceDeploymentNotFoundException', 'Service deployment not found.')
  const { service, item } = found
  const hook = item.hooks.find(({ id, status }) => id === hookId && status === 'AWAITING_ACTION')
  if (hook !== undefined && item.status === 'IN_PROGRESS') {
    endHook(engine, service, hook, action)
    return { serviceDeploymentArn }
  }
  throw invalidParameter(`Hook ${hookId} of service deployment ${serviceDeploymentArn} is not awaiting an action.`)
}
