/** Target groups, their attributes, and the health of the tasks registered in them. */
import type {
  DescribeTargetGroupAttributesInput,
  DescribeTargetGroupsInput,
  DescribeTargetHealthInput,
  TargetDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { present } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { ApiError } from '../../protocol/errors.ts'
import { tasksOf } from '../../world/tasks.ts'
import type { Task, World } from '../../world/world.ts'
import { vpcId } from '../ec2/vpc.ts'
import { markedPage, type TargetGroup, targetGroupByArn, targetGroupsOf } from './group.ts'
import { loadBalancerArn } from './listeners.ts'

export function describeTargetGroups({ world }: Engine, input: DescribeTargetGroupsInput): object {
  const { TargetGroupArns, Names, LoadBalancerArn } = input
  const all = targetGroupsOf(world)
  const unknownName = (Names ?? []).some((name) => !all.some((group) => group.name === name))
  if (unknownName) throw new ApiError('TargetGroupNotFound', 'One or more target groups not found')
  const chosen = (TargetGroupArns?.map((arn) => targetGroupByArn(world, arn)) ?? all)
    .filter(({ name }) => Names?.includes(name) ?? true)
    .filter((group) => LoadBalancerArn === undefined || loadBalancersOf(world, group).includes(LoadBalancerArn))
  const { items, next } = markedPage(chosen, input)
  return { TargetGroups: items.map((group) => groupShape(world, group)), ...next }
}

const loadBalancersOf = (world: World, group: TargetGroup): readonly string[] =>
  group.settings.detached === true ? [] : [loadBalancerArn(world)]

function groupShape(world: World, group: TargetGroup): object {
  const { settings } = group
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: 'HTTP',
    Port: group.port,
    VpcId: vpcId,
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: settings.healthCheckIntervalSeconds ?? 30,
    HealthCheckTimeoutSeconds: settings.healthCheckTimeoutSeconds ?? 5,
    HealthyThresholdCount: settings.healthyThresholdCount ?? 5,
    UnhealthyThresholdCount: settings.unhealthyThresholdCount ?? 2,
    HealthCheckPath: settings.healthCheckPath ?? '/',
    Matcher: { HttpCode: settings.matcher ?? '200' },
    LoadBalancerArns: loadBalancersOf(world, group),
    TargetType: settings.targetType ?? 'ip',
    ProtocolVersion: 'HTTP1',
    IpAddressType: 'ipv4',
  }
}

export function describeTargetGroupAttributes(
  { world }: Engine,
  { TargetGroupArn = '' }: DescribeTargetGroupAttributesInput,
): object {
  const { services } = targetGroupByArn(world, TargetGroupArn)
  const attributes = {
    'stickiness.enabled': 'false',
    'deregistration_delay.timeout_seconds': String(services[0]?.targetGroup.deregistrationSeconds ?? 300),
    'stickiness.type': 'lb_cookie',
    'slow_start.duration_seconds': '0',
    'load_balancing.algorithm.type': 'round_robin',
  }
  return { Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })) }
}

/** Tasks that are draining are told until their connections are gone; a target that was never there is `unused`. */
export function describeTargetHealth({ world }: Engine, input: DescribeTargetHealthInput): object {
  const group = targetGroupByArn(world, input.TargetGroupArn ?? '')
  const registered = group.services.flatMap((service) => tasksOf(world, service)).filter(isTarget)
  const wanted: readonly TargetDescription[] = input.Targets ?? registered.map(({ address }) => ({ Id: address }))
  return {
    TargetHealthDescriptions: wanted.map(({ Id = '', Port }) => {
      const task = registered.find(({ address }) => address === Id)
      return task === undefined ? unused(Id, Port ?? group.port) : healthShape(task)
    }),
  }
}

const isTarget = ({ target, lastStatus }: Task): boolean =>
  target !== undefined && !['STOPPING', 'DEPROVISIONING', 'STOPPED'].includes(lastStatus)

function unused(Id: string, Port: number): object {
  return {
    Target: { Id, Port },
    TargetHealth: {
      State: 'unused',
      Reason: 'Target.NotRegistered',
      Description: 'Target is not registered to the target group',
    },
  }
}

function healthShape({ address, availabilityZone, target }: Task): object {
  const port = target?.port ?? 80
  return {
    Target: { Id: address, Port: port, AvailabilityZone: availabilityZone },
    HealthCheckPort: String(port),
    TargetHealth: present(stateOf(target)),
  }
}

/** Reason codes: API TargetHealth. */
function stateOf(target: Task['target']): { State: string; Reason?: string; Description?: string } {
  switch (target?.state) {
    case 'healthy':
      return { State: 'healthy' }
    case 'draining':
      return {
        State: 'draining',
        Reason: 'Target.DeregistrationInProgress',
        Description: 'Target deregistration is in progress',
      }
    case 'unhealthy': {
      const codes: Readonly<Record<string, string>> = {
        'Request timed out': 'Target.Timeout',
        'Health checks failed': 'Target.FailedHealthChecks',
      }
      return {
        State: 'unhealthy',
        Reason: codes[target.reason ?? ''] ?? 'Target.ResponseCodeMismatch',
        Description: target.reason ?? 'Health checks failed',
      }
    }
    default:
      return {
        State: 'initial',
        Reason: 'Elb.RegistrationInProgress',
        Description: 'Target registration is in progress',
      }
  }
}
