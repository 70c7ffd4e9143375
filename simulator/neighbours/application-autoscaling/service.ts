/** Application Auto Scaling: the bounds of a service's desired count. */
import type {
  DescribeScalableTargetsRequest,
  RegisterScalableTargetRequest,
} from '@aws-sdk/client-application-auto-scaling'
import * as sdk from '@aws-sdk/client-application-auto-scaling'
import { seconds } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { ApiError } from '../../protocol/errors.ts'
import { json11 } from '../../protocol/json.ts'
import { pageOf } from '../../protocol/pagination.ts'
import type { World } from '../../world/world.ts'
import { type ApiService, jsonWording, reads, validationComplaints, writes } from '../service.ts'
import { idFrom } from '../stable-id.ts'
import { nothingSuspended, type ScalableTarget } from '../state.ts'

const dimension = 'ecs:service:DesiredCount'

const validation = (message: string): ApiError => new ApiError('ValidationException', message)

const arnOf = ({ region, account }: World, resourceId: string): string =>
  `arn:aws:application-autoscaling:${region}:${account}:scalable-target/${idFrom(resourceId, 36)}`

function describeScalableTargets({ world }: Engine, input: DescribeScalableTargetsRequest): object {
  const { ServiceNamespace, ResourceIds, ScalableDimension, NextToken, MaxResults = 50 } = input
  if (ScalableDimension !== undefined && (ResourceIds ?? []).length === 0) {
    throw validation('A scalable dimension was specified without a resource id')
  }
  const matching = world.neighbours.scalableTargets.filter(
    ({ resourceId }) => ServiceNamespace === 'ecs' && (ResourceIds?.includes(resourceId) ?? true),
  )
  const page = pageOf(matching, NextToken, MaxResults)
  return {
    ScalableTargets: page.items.map((target) => shape(world, target)),
    ...(page.nextToken !== undefined && { NextToken: page.nextToken }),
  }
}

function shape(world: World, { resourceId, minCapacity, maxCapacity, createdAt, suspended }: ScalableTarget): object {
  const role = 'ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService'
  return {
    ServiceNamespace: 'ecs',
    ResourceId: resourceId,
    ScalableDimension: dimension,
    MinCapacity: minCapacity,
    MaxCapacity: maxCapacity,
    RoleARN: `arn:aws:iam::${world.account}:role/aws-service-role/${role}`,
    CreationTime: seconds(createdAt),
    SuspendedState: {
      DynamicScalingInSuspended: suspended.scalingIn,
      DynamicScalingOutSuspended: suspended.scalingOut,
      ScheduledScalingSuspended: suspended.scheduled,
    },
    ScalableTargetARN: arnOf(world, resourceId),
  }
}

function registerScalableTarget({ world }: Engine, input: RegisterScalableTargetRequest): object {
  const { ServiceNamespace, ResourceId = '', ScalableDimension, MinCapacity, MaxCapacity, SuspendedState } = input
  if (ServiceNamespace !== 'ecs' || ScalableDimension !== dimension) {
    throw validation('The simulator knows scalable targets of ECS services only (ecs:service:DesiredCount).')
  }
  const isService = world.services.some(({ cluster, name }) => `service/${cluster}/${name}` === ResourceId)
  if (!isService) throw validation(`ECS service doesn't exist: ${ResourceId}`)
  const targets = world.neighbours.scalableTargets
  const known = targets.find(({ resourceId }) => resourceId === ResourceId)
  const minCapacity = MinCapacity ?? known?.minCapacity
  const maxCapacity = MaxCapacity ?? known?.maxCapacity
  if (minCapacity === undefined || maxCapacity === undefined) {
    throw validation('MinCapacity and MaxCapacity are required for a new scalable target')
  }
  if (minCapacity > maxCapacity) throw validation('Maximum capacity cannot be less than minimum capacity')
  // API RegisterScalableTarget: an existing target keeps what is left out; so within the suspended state (inferred).
  const before = known?.suspended ?? nothingSuspended
  const suspended = {
    scalingIn: SuspendedState?.DynamicScalingInSuspended ?? before.scalingIn,
    scalingOut: SuspendedState?.DynamicScalingOutSuspended ?? before.scalingOut,
    scheduled: SuspendedState?.ScheduledScalingSuspended ?? before.scheduled,
  }
  if (known === undefined)
    targets.push({ resourceId: ResourceId, minCapacity, maxCapacity, suspended, createdAt: world.now })
  else Object.assign(known, { minCapacity, maxCapacity, suspended })
  return { ScalableTargetARN: arnOf(world, ResourceId) }
}

export const applicationAutoScaling: ApiService = {
  name: 'application-autoscaling',
  wire: json11,
  wording: jsonWording(validationComplaints('ValidationException')),
  enums: {
    'DescribeScalableTargetsRequest.ScalableDimension': sdk.ScalableDimension,
    'DescribeScalableTargetsRequest.ServiceNamespace': sdk.ServiceNamespace,
    'RegisterScalableTargetRequest.ScalableDimension': sdk.ScalableDimension,
    'RegisterScalableTargetRequest.ServiceNamespace': sdk.ServiceNamespace,
  },
  operations: {
    DescribeScalableTargets: reads(sdk.DescribeScalableTargets$, describeScalableTargets),
    RegisterScalableTarget: writes(sdk.RegisterScalableTarget$, registerScalableTarget),
  },
}
