import type { AlarmsPort } from '../aws/alarms.ts'
import type { Ec2Port } from '../aws/ec2.ts'
import type { EcsPort } from '../aws/ecs.ts'
import type { EcsLotsPort } from '../aws/ecs-lots.ts'
import type { LogsPort } from '../aws/logs.ts'
import type { RolesPort } from '../aws/roles.ts'
import type { ScalableTargetsPort } from '../aws/scalable-targets.ts'
import type { SecretsPort } from '../aws/secrets.ts'
import type { TargetHealthPort } from '../aws/target-health.ts'
import type { TasksPort } from '../aws/tasks.ts'
import type { CommitsPort } from '../github/commits.ts'
import type { Logger } from '../github/log.ts'
import type { RunContext } from '../github/run-context.ts'
import type { EcrPort, ImageToolsPort } from '../image/ports.ts'
import type { RequestPort, ScriptPort } from '../verification/ports.ts'

/** Time, handed in so that nothing else looks at the clock. Milliseconds. */
export type Clock = {
  /** Since the epoch: for what people read. It may be wrong, and it may jump. */
  now(): number
  /** Since some moment: for how long something takes. It never goes back, and stands still while the machine is suspended. */
  uptime(): number
  /** Ends early, without an error, when `signal` is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** Reading the workspace. */
export type Files = {
  /** @throws NodeJS errors (ENOENT, EISDIR, EACCES) */
  read(path: string): string
}

/** Everything a deployment talks to. */
export type Ports = {
  readonly ecs: EcsPort
  readonly tasks: TasksPort
  readonly ec2: Ec2Port
  readonly logs: LogsPort
  readonly targetHealth: TargetHealthPort
  readonly alarms: AlarmsPort
  readonly ecr: EcrPort
  /** The registry of the caller's own account in the Region, for `ecr-repository`. @throws what ECR throws */
  readonly repositoryUri: (repository: string) => Promise<string>
  readonly imageTools: ImageToolsPort
  readonly scalableTargets: ScalableTargetsPort
  readonly secrets: SecretsPort
  readonly roles: RolesPort
  readonly commits: CommitsPort
  /** The web, and the shell: what `verify-urls` and `verify-command` look at. */
  readonly requests: RequestPort
  readonly scripts: ScriptPort
  readonly log: Logger
  readonly clock: Clock
  /** Between 0 and 1: spreads what several runs would do at the same moment. */
  readonly random: () => number
  readonly run: RunContext
  readonly region: string
  /** Aborted when the run was cancelled: nothing may be changed from then on by the story. */
  readonly cancelled: AbortSignal
  /** Keeps the record for the post step: called around every call that changes something. */
  keep(): Promise<void>
}

/** Everything a group of deployments talks to. */
export type GroupPorts = Ports & { readonly lots: () => Promise<EcsLotsPort> }
