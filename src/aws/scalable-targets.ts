import type { Connection } from './connection.ts'
import { type Call, listOf, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** The one call of Application Auto Scaling: whether something scales a service. */
export type ScalableTargetsPort = {
  /** True where the desired count of the service is a scalable target. @throws what Application Auto Scaling throws */
  isScaled(cluster: string, service: string): Promise<boolean>
}

const applicationAutoScaling: ServiceModel = {
  id: 'Application Auto Scaling',
  host: 'application-autoscaling',
  signingName: 'application-autoscaling',
  protocol: 'json-1.1',
  version: '2016-02-06',
  target: 'AnyScaleFrontendService',
}

const request = structure('DescribeScalableTargetsRequest', {
  ServiceNamespace: simple.string,
  ResourceIds: listOf('ResourceIdsMaxLen1600', simple.string),
  ScalableDimension: simple.string,
})
const target = structure('ScalableTarget', { ResourceId: simple.string })
const answer = structure('DescribeScalableTargetsResponse', { ScalableTargets: listOf('ScalableTargets', target) })

/** The port over Application Auto Scaling. */
export function scalableTargetsPort(connection: Connection): ScalableTargetsPort {
  let client: Promise<Call> | undefined
  return {
    async isScaled(cluster, service) {
      client ??= smallClient(connection, applicationAutoScaling, connection.region, connection.withinLimit)
      const call = await client
      const { ScalableTargets = [] } = await call<Answer>('DescribeScalableTargets', request, answer, {
        ServiceNamespace: 'ecs',
        // SDK text of `ResourceIds`: service/<cluster name>/<service name>.
        ResourceIds: [`service/${nameIn(cluster)}/${nameIn(service)}`],
        ScalableDimension: 'ecs:service:DesiredCount',
      })
      return ScalableTargets.length > 0
    },
  }
}

function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}

type Answer = { readonly ScalableTargets?: readonly unknown[] }
