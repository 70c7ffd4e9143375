import type { Connection } from './connection.ts'
import { type Call, listOf, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** Which kinds of scaling do nothing. */
export type Suspension = {
  /** Scaling in by policies. */
  readonly in: boolean
  /** Scaling out by policies. */
  readonly out: boolean
  /** Scheduled actions. */
  readonly scheduled: boolean
}

/** What scales the desired count of a service. */
export type ScalableTarget = {
  readonly minCapacity: number
  readonly maxCapacity: number
  readonly suspended: Suspension
}

/** Application Auto Scaling, for the desired count of services. Each throws what Application Auto Scaling throws. */
export type ScalableTargetsPort = {
  /** True where the desired count of the service is a scalable target. */
  isScaled(cluster: string, service: string): Promise<boolean>
  /** Undefined where nothing scales the service. */
  describe(cluster: string, service: string): Promise<ScalableTarget | undefined>
  /** Suspends or resumes; the bounds stay as they are. Doing it twice is doing it once. */
  setSuspended(cluster: string, service: string, suspended: Suspension): Promise<void>
}

const applicationAutoScaling: ServiceModel = {
  id: 'Application Auto Scaling',
  host: 'application-autoscaling',
  signingName: 'application-autoscaling',
  protocol: 'json-1.1',
  version: '2016-02-06',
  target: 'AnyScaleFrontendService',
}

const suspendedState = structure('SuspendedState', {
  DynamicScalingInSuspended: simple.boolean,
  DynamicScalingOutSuspended: simple.boolean,
  ScheduledScalingSuspended: simple.boolean,
})
const request = structure('DescribeScalableTargetsRequest', {
  ServiceNamespace: simple.string,
  ResourceIds: listOf('ResourceIdsMaxLen1600', simple.string),
  ScalableDimension: simple.string,
})
const target = structure('ScalableTarget', {
  ResourceId: simple.string,
  MinCapacity: simple.number,
  MaxCapacity: simple.number,
  SuspendedState: suspendedState,
})
const answer = structure('DescribeScalableTargetsResponse', { ScalableTargets: listOf('ScalableTargets', target) })
const registration = structure('RegisterScalableTargetRequest', {
  ServiceNamespace: simple.string,
  ResourceId: simple.string,
  ScalableDimension: simple.string,
  SuspendedState: suspendedState,
})
const registered = structure('RegisterScalableTargetResponse', { ScalableTargetARN: simple.string })

const dimension = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' }

/** The port over Application Auto Scaling. */
export function scalableTargetsPort(connection: Connection): ScalableTargetsPort {
  let client: Promise<Call> | undefined
  const open = (): Promise<Call> => {
    client ??= smallClient(connection, applicationAutoScaling, connection.region, connection.withinLimit)
    return client
  }
  const find = async (cluster: string, service: string): Promise<readonly Told[]> => {
    const call = await open()
    const asked = { ...dimension, ResourceIds: [resourceId(cluster, service)] }
    return (await call<Answer>('DescribeScalableTargets', request, answer, asked)).ScalableTargets ?? []
  }
  return {
    isScaled: async (cluster, service) => (await find(cluster, service)).length > 0,
    async describe(cluster, service) {
      const [found] = await find(cluster, service)
      if (found === undefined) return undefined
      const { MinCapacity = 0, MaxCapacity = 0, SuspendedState: state } = found
      return {
        minCapacity: MinCapacity,
        maxCapacity: MaxCapacity,
        suspended: {
          in: state?.DynamicScalingInSuspended ?? false,
          out: state?.DynamicScalingOutSuspended ?? false,
          scheduled: state?.ScheduledScalingSuspended ?? false,
        },
      }
    },
    async setSuspended(cluster, service, suspended) {
      const call = await open()
      // What is left out stays as it is (API RegisterScalableTarget).
      await call('RegisterScalableTarget', registration, registered, {
        ...dimension,
        ResourceId: resourceId(cluster, service),
        SuspendedState: {
          DynamicScalingInSuspended: suspended.in,
          DynamicScalingOutSuspended: suspended.out,
          ScheduledScalingSuspended: suspended.scheduled,
        },
      })
    },
  }
}

/** SDK text of `ResourceIds`: service/<cluster name>/<service name>. */
function resourceId(cluster: string, service: string): string {
  return `service/${nameIn(cluster)}/${nameIn(service)}`
}

function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}

type Told = {
  readonly MinCapacity?: number
  readonly MaxCapacity?: number
  readonly SuspendedState?: {
    readonly DynamicScalingInSuspended?: boolean
    readonly DynamicScalingOutSuspended?: boolean
    readonly ScheduledScalingSuspended?: boolean
  }
}
type Answer = { readonly ScalableTargets?: readonly Told[] }
