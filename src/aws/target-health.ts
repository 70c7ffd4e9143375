import type { Connection } from './connection.ts'
import { isNamed } from './failure.ts'
import { listOf, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** What the load balancer thinks of one target. */
export type TargetHealth = {
  readonly targetGroup: string
  /** An address, or an instance id. */
  readonly target: string
  readonly port?: number
  /** `healthy`, `unhealthy`, `initial`, `draining`, `unused`, … */
  readonly state: string
  /** For instance `Target.Timeout`. */
  readonly reason?: string
  readonly description?: string
}

/** What is asked of Elastic Load Balancing. Each throws what it throws. */
export type TargetHealthPort = {
  /** Every target of a target group; `gone` where there is no such group. */
  targetHealth(targetGroupArn: string): Promise<readonly TargetHealth[] | 'gone'>
  /** DNS names of the load balancers that forward to any of these target groups. */
  loadBalancerNames(targetGroupArns: readonly string[]): Promise<readonly string[]>
}

const loadBalancing: ServiceModel = {
  id: 'Elastic Load Balancing v2',
  host: 'elasticloadbalancing',
  signingName: 'elasticloadbalancing',
  protocol: 'query',
  version: '2015-12-01',
  xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
}

const request = structure('DescribeTargetHealthInput', { TargetGroupArn: simple.string })
const description = structure('TargetHealthDescription', {
  Target: structure('TargetDescription', { Id: simple.string, Port: simple.number }),
  TargetHealth: structure('TargetHealth', {
    State: simple.string,
    Reason: simple.string,
    Description: simple.string,
  }),
})
const answer = structure('DescribeTargetHealthOutput', {
  TargetHealthDescriptions: listOf('TargetHealthDescriptions', description),
})

const arns = (name: string) => listOf(name, simple.string)
const groupsRequest = structure('DescribeTargetGroupsInput', { TargetGroupArns: arns('TargetGroupArns') })
const targetGroup = structure('TargetGroup', { LoadBalancerArns: arns('LoadBalancerArns') })
const groupsAnswer = structure('DescribeTargetGroupsOutput', { TargetGroups: listOf('TargetGroups', targetGroup) })
const balancersRequest = structure('DescribeLoadBalancersInput', { LoadBalancerArns: arns('LoadBalancerArns') })
const balancer = structure('LoadBalancer', { DNSName: simple.string })
const balancersAnswer = structure('DescribeLoadBalancersOutput', { LoadBalancers: listOf('LoadBalancers', balancer) })

/** The port over Elastic Load Balancing. */
export function targetHealthPort(connection: Connection): TargetHealthPort {
  return {
    async targetHealth(targetGroupArn) {
      const call = await smallClient(connection, loadBalancing, connection.region, connection.withinLimit)
      const asked = { TargetGroupArn: targetGroupArn }
      const found = await call<Answer>('DescribeTargetHealth', request, answer, asked).catch(goneWhereNotFound)
      if (found === 'gone') return found
      return (found.TargetHealthDescriptions ?? []).map(({ Target: target, TargetHealth: health }) => ({
        targetGroup: targetGroupArn,
        target: target?.Id ?? '',
        ...(target?.Port === undefined ? {} : { port: target.Port }),
        state: health?.State ?? 'unknown',
        ...(health?.Reason === undefined ? {} : { reason: health.Reason }),
        ...(health?.Description === undefined ? {} : { description: health.Description }),
      }))
    },
    async loadBalancerNames(targetGroupArns) {
      const call = await smallClient(connection, loadBalancing, connection.region, connection.withinLimit)
      const asked = { TargetGroupArns: [...targetGroupArns] }
      const { TargetGroups = [] } = await call<Groups>('DescribeTargetGroups', groupsRequest, groupsAnswer, asked)
      const LoadBalancerArns = [...new Set(TargetGroups.flatMap((group) => group.LoadBalancerArns ?? []))]
      if (LoadBalancerArns.length === 0) return []
      const found = await call<Balancers>('DescribeLoadBalancers', balancersRequest, balancersAnswer, {
        LoadBalancerArns,
      })
      return (found.LoadBalancers ?? []).flatMap(({ DNSName }) => DNSName ?? [])
    },
  }
}

/** API reference, DescribeTargetHealth: TargetGroupNotFound. */
function goneWhereNotFound(error: unknown): 'gone' {
  if (isNamed(error, 'TargetGroupNotFound', 'TargetGroupNotFoundException')) return 'gone'
  throw error
}

type Groups = { readonly TargetGroups?: readonly { readonly LoadBalancerArns?: readonly string[] }[] }
type Balancers = { readonly LoadBalancers?: readonly { readonly DNSName?: string }[] }

type Answer = {
  readonly TargetHealthDescriptions?: readonly {
    readonly Target?: { readonly Id?: string; readonly Port?: number }
    readonly TargetHealth?: { readonly State?: string; readonly Reason?: string; readonly Description?: string }
  }[]
}
