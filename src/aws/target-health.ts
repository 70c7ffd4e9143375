import type { Connection } from './connection.ts'
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

/** The one call of Elastic Load Balancing. */
export type TargetHealthPort = {
  /** Every target of a target group. @throws what Elastic Load Balancing throws */
  targetHealth(targetGroupArn: string): Promise<readonly TargetHealth[]>
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

/** The port over Elastic Load Balancing. */
export function targetHealthPort(connection: Connection): TargetHealthPort {
  return {
    async targetHealth(targetGroupArn) {
      const call = await smallClient(connection, loadBalancing, connection.region, connection.withinLimit)
      const found = await call<Answer>('DescribeTargetHealth', request, answer, { TargetGroupArn: targetGroupArn })
      return (found.TargetHealthDescriptions ?? []).map(({ Target: target, TargetHealth: health }) => ({
        targetGroup: targetGroupArn,
        target: target?.Id ?? '',
        ...(target?.Port === undefined ? {} : { port: target.Port }),
        state: health?.State ?? 'unknown',
        ...(health?.Reason === undefined ? {} : { reason: health.Reason }),
        ...(health?.Description === undefined ? {} : { description: health.Description }),
      }))
    },
  }
}

type Answer = {
  readonly TargetHealthDescriptions?: readonly {
    readonly Target?: { readonly Id?: string; readonly Port?: number }
    readonly TargetHealth?: { readonly State?: string; readonly Reason?: string; readonly Description?: string }
  }[]
}
