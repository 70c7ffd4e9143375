import type { Alarm } from '../aws/alarms.ts'
import type { LogPlace } from '../aws/logs.ts'
import type { TargetHealth } from '../aws/target-health.ts'

/** A line of `services[].events[]`. */
export type ServiceEvent = { readonly id: string; readonly at: Date; readonly message: string }

/** A container of a stopped task, as DescribeTasks shows it. */
export type StoppedContainer = {
  readonly name: string
  /** Absent when the container never ran. */
  readonly exitCode?: number
  readonly reason?: string
  /** From the task definition; DescribeTasks does not tell. */
  readonly essential: boolean
  /** CloudWatch Logs place, where the definition uses awslogs: stream is `<prefix>/<container>/<task id>`. */
  readonly log?: LogPlace
  /** Its ports in the task definition. */
  readonly ports?: readonly number[]
  /** The last lines the container wrote, oldest first, where they could be read. Values that may be secret are masked. */
  readonly lastLines?: readonly string[]
}

/** What a container wrote whose task still runs. */
export type RunningLog = {
  /** 32 hex digits. */
  readonly taskId: string
  readonly container: Pick<StoppedContainer, 'name' | 'log' | 'ports' | 'lastLines'>
}

/** A task of this deployment that stopped. ECS forgets it after about an hour. */
export type StoppedTask = {
  /** 32 hex digits. */
  readonly id: string
  /** `ecs-svc/N` of the deployment that started it. */
  readonly startedBy?: string
  /** What its container health checks said last: `HEALTHY`, `UNHEALTHY` or `UNKNOWN`. */
  readonly healthStatus?: string
  readonly stopCode?: string
  readonly stoppedReason?: string
  readonly startedAt?: Date
  readonly stoppedAt?: Date
  readonly containers: readonly StoppedContainer[]
}

/** What was seen of one deployment while it happened; nothing of any other deployment. */
export type Evidence = {
  readonly deploymentId: string
  readonly stoppedTasks: readonly StoppedTask[]
  /** Oldest first. */
  readonly events: readonly ServiceEvent[]
  /** `deployments[].rolloutStateReason` of the deployment, last seen. */
  readonly rolloutStateReason?: string
  /** `statusReason` of the service deployment, last seen. */
  readonly statusReason?: string
  /** `deployments[].failedTasks`, highest seen. */
  readonly failedTasks: number
  /** Logs of tasks that run and are not what they should be. */
  readonly runningLogs?: readonly RunningLog[]
  /** Targets of this deployment, as the load balancer sees them. */
  readonly targets?: readonly TargetHealth[]
  /** The alarms that the service watches while it deploys. */
  readonly alarms?: readonly Alarm[]
}

/** Whether waiting can help: an absent image never heals, a busy registry may. */
export type Heals = 'never' | 'maybe'

/** Why a deployment failed, in plain words. */
export type Diagnosis = {
  /** Stable id from the table of causes, e.g. `image-not-found`; `unknown` when no row fits. */
  readonly cause: string
  /** One line: thing and fact, e.g. `Container "app" exits with code 1 (3 tasks)`. */
  readonly title: string
  readonly explanation: string
  /** Next steps, most useful first. Each is one line of prose; lines after the first are a command to paste. */
  readonly advice: readonly string[]
  readonly heals: Heals
  /** The raw texts it rests on, shortened, no secrets: stopped reasons, container reasons, events. */
  readonly facts: readonly string[]
  /** How many tasks or events show it. */
  readonly count: number
  /** Ids of other causes that fit as well; with any, the cause is not certain. */
  readonly candidates?: readonly string[]
  /** Address of the cause in the catalogue. */
  readonly more?: string
}
