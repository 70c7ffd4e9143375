/** One load balancer with one listener; each target group has its rule, by path. */
import type {
  DescribeListenersInput,
  DescribeLoadBalancersInput,
  DescribeRulesInput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { seconds } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { ApiError } from '../../protocol/errors.ts'
import type { World } from '../../world/world.ts'
import { subnetsOf, vpcId } from '../ec2/vpc.ts'
import { idFrom } from '../stable-id.ts'
import { markedPage, type TargetGroup, targetGroupsOf } from './group.ts'

const createdBefore = 30 * 24 * 3_600_000
const balancer = 'app/simulated/50dc6c495c0c9188'
const listener = `${balancer}/f2f7dc8efc522ab2`

const arn = ({ region, account }: World, resource: string): string =>
  `arn:aws:elasticloadbalancing:${region}:${account}:${resource}`

export const loadBalancerArn = (world: World): string => arn(world, `loadbalancer/${balancer}`)
const listenerArn = (world: World): string => arn(world, `listener/${listener}`)
const ruleArn = (world: World, name: string): string => arn(world, `listener-rule/${listener}/${idFrom(name, 16)}`)

const forward = (group: TargetGroup): object => ({
  Type: 'forward',
  TargetGroupArn: group.arn,
  Order: 1,
  ForwardConfig: {
    TargetGroups: [{ TargetGroupArn: group.arn, Weight: 1 }],
    TargetGroupStickinessConfig: { Enabled: false },
  },
})

const notFound = {
  Type: 'fixed-response',
  Order: 1,
  FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain' },
}

const attached = (world: World): readonly TargetGroup[] =>
  targetGroupsOf(world).filter(({ settings }) => settings.detached !== true)

export function describeLoadBalancers({ world }: Engine, input: DescribeLoadBalancersInput): object {
  const { LoadBalancerArns, Names } = input
  const isWanted = (LoadBalancerArns ?? [loadBalancerArn(world)]).every((one) => one === loadBalancerArn(world))
  const isNamed = (Names ?? ['simulated']).every((name) => name === 'simulated')
  if (!isWanted || !isNamed) throw new ApiError('LoadBalancerNotFound', 'One or more load balancers not found')
  return {
    LoadBalancers: [
      {
        LoadBalancerArn: loadBalancerArn(world),
        DNSName: world.neighbours.loadBalancerName ?? `simulated-1234567890.${world.region}.elb.amazonaws.com`,
        CreatedTime: seconds(world.now - createdBefore),
        LoadBalancerName: 'simulated',
        Scheme: 'internet-facing',
        VpcId: vpcId,
        State: { Code: 'active' },
        Type: 'application',
        AvailabilityZones: subnetsOf(world).map(({ id, availabilityZone }) => ({
          ZoneName: availabilityZone,
          SubnetId: id,
        })),
        SecurityGroups: [],
        IpAddressType: 'ipv4',
      },
    ],
  }
}

export function describeListeners({ world }: Engine, input: DescribeListenersInput): object {
  const { LoadBalancerArn, ListenerArns } = input
  if (LoadBalancerArn === undefined && ListenerArns === undefined) {
    throw new ApiError('ValidationError', 'You must specify either a load balancer or one or more listeners')
  }
  if (LoadBalancerArn !== undefined && LoadBalancerArn !== loadBalancerArn(world)) {
    throw new ApiError('LoadBalancerNotFound', 'One or more load balancers not found')
  }
  if ((ListenerArns ?? []).some((one) => one !== listenerArn(world))) throw listenerMissing()
  return {
    Listeners: [
      {
        ListenerArn: listenerArn(world),
        LoadBalancerArn: loadBalancerArn(world),
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [notFound],
      },
    ],
  }
}

const listenerMissing = (): ApiError => new ApiError('ListenerNotFound', 'One or more listeners not found')

export function describeRules({ world }: Engine, input: DescribeRulesInput): object {
  const { ListenerArn, RuleArns } = input
  if ((ListenerArn === undefined) === (RuleArns === undefined)) {
    throw new ApiError('ValidationError', 'You must specify either listener rule ARNs or a listener ARN')
  }
  if (ListenerArn !== undefined && ListenerArn !== listenerArn(world)) throw listenerMissing()
  const rules = [
    ...attached(world).map((group, index) => ({
      RuleArn: ruleArn(world, group.name),
      Priority: String(index + 1),
      Conditions: [
        {
          Field: 'path-pattern',
          Values: [`/${group.name}/*`],
          PathPatternConfig: { Values: [`/${group.name}/*`] },
        },
      ],
      Actions: [forward(group)],
      IsDefault: false,
    })),
    { RuleArn: ruleArn(world, 'default'), Priority: 'default', Conditions: [], Actions: [notFound], IsDefault: true },
  ]
  if ((RuleArns ?? []).some((wanted) => !rules.some(({ RuleArn }) => RuleArn === wanted))) {
    throw new ApiError('RuleNotFound', 'One or more rules not found')
  }
  const { items, next } = markedPage(
    rules.filter(({ RuleArn }) => RuleArns?.includes(RuleArn) ?? true),
    input,
  )
  return { Rules: items, ...next }
}
