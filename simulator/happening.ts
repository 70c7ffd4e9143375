/**
 * What somebody does, or what is lost, while a service runs and deploys. Plain data, the same for a scenario's
 * `timeline`, for `POST /_simulator/happen` and for `simulator.happen(…)`.
 */
import type { DeploymentConfiguration, UpdateServiceRequest } from '@aws-sdk/client-ecs'
import type { RoleScenario } from './neighbours/scenario.ts'
import type { AlarmState, CapacityScenario } from './scenario.ts'

/** Several members of one happening take place in the order given here. */
export interface Happening {
  /** Which service is meant, by name or `cluster/name`. Default: the only or first one. */
  readonly service?: string
  readonly alarm?: { readonly name: string; readonly state: AlarmState }
  readonly capacity?: CapacityScenario
  readonly containerInstances?: { readonly cluster?: string; readonly count: number }
  /** The registry loses a tag (`web:v1`) or a digest (`web@sha256:…`). */
  readonly deleteImage?: string
  /** A secret or parameter is deleted, by name or ARN. */
  readonly deleteSecret?: string
  /** A role is deleted (`exists: false`), or gets another trust or other permissions. Running tasks do not notice. */
  readonly role?: RoleScenario & { readonly exists?: boolean }
  /** An Availability Zone (`us-east-1a`) takes no more tasks, or takes them again; those that run there run on. */
  readonly zone?: { readonly name: string; readonly available: boolean }
  /** `family:revision` becomes INACTIVE. */
  readonly deregisterTaskDefinition?: string
  /** `family:revision` is deregistered and deleted. */
  readonly deleteTaskDefinition?: string
  /** The desired count becomes this: by a person or by Application Auto Scaling, ECS does not tell them apart. */
  readonly scale?: number
  /** A policy of Application Auto Scaling calls for this count: it keeps to its bounds, and does nothing while suspended. */
  readonly autoScale?: number
  /** So many Spot tasks are taken away; of the new or of the old deployments only, where that is said. */
  readonly interruptSpot?: { readonly count: number; readonly of?: 'new' | 'old' }
  /** The running tasks of the service are protected for so long (0: no longer). */
  readonly protectMinutes?: number
  /** Somebody changes the circuit breaker, the percents, the alarms … of the service. */
  readonly deploymentConfiguration?: DeploymentConfiguration
  /** Somebody else deploys. */
  readonly deploy?: OtherDeployment
  /** The first target group of the service is deleted. */
  readonly deleteTargetGroup?: boolean
  /** So many targets are taken out of the target group by hand. */
  readonly loseTargets?: number
  /** The services that ECS calls for this one throttle it for so long: its scheduler does nothing. */
  readonly throttleSchedulerSeconds?: number
  /** DeleteService with `force`. */
  readonly deleteService?: boolean
}

/** As UpdateService takes it. Without a definition: what runs, once more (`forceNewDeployment`). */
export interface OtherDeployment extends Omit<UpdateServiceRequest, 'service' | 'cluster'> {
  /** What runs, but with this image in its first container: a revision is registered for it. */
  readonly image?: string
}

export interface TimelineEntry extends Happening {
  /** After the scenario's start. */
  readonly afterSeconds: number
}

/** What has happened so far; refused: AWS said no, and nothing changed. */
export interface Happened {
  readonly at: number
  readonly happening: Happening
  readonly refused?: string
}
