/** Pause hooks: a deployment waits at a lifecycle stage until somebody lets it go on, or a time limit decides (DG pause-lifecycle-hooks). */
import type { DeploymentLifecycleHook } from '@aws-sdk/client-ecs'
import { type Engine, schedule } from '../engine.ts'
import type { Deployment, HookExecution, Service, ServiceDeployment } from '../world/world.ts'
import { openServiceDeployment, primaryOf, rolloutReason } from './deployments.ts'
import { failDeployment } from './rollback.ts'
import { reconcileSoon } from './scheduler.ts'
import { serviceEventText } from './service-events.ts'

/** API DeploymentLifecycleHookTimeoutConfiguration. */
const defaultTimeoutMinutes = 1440
const continuesAfterSeconds = 1

/**
 * Asks whether the deployment may go past a stage. The first question starts the hooks of the stage, all at once.
 * @param stage e.g. `PRE_SCALE_UP`
 */
export function mayPass(engine: Engine, service: Service, primary: Deployment, stage: string): boolean {
  const open = openServiceDeployment(service)
  if (open === undefined || open.status !== 'IN_PROGRESS' || open.number !== primary.number) return true
  const hooks = hooksAt(service, stage)
  if (hooks.length === 0) return true
  open.stage = stage
  const running = open.hooks.filter((hook) => hook.stage === stage)
  if (running.length === 0) {
    for (const hook of hooks) open.hooks.push(startHook(engine, service, open, stage, hook))
    return false
  }
  return running.every(({ status, timeoutAction }) => isPassed(status, timeoutAction))
}

const isPassed = (status: HookExecution['status'], timeoutAction: string): boolean =>
  status === 'SUCCEEDED' || (status === 'TIMED_OUT' && timeoutAction === 'CONTINUE')

function hooksAt({ settings }: Service, stage: string): readonly DeploymentLifecycleHook[] {
  const { lifecycleHooks = [] } = settings.deploymentConfiguration
  return lifecycleHooks.filter(({ lifecycleStages = [] }) => lifecycleStages.some((one) => one === stage))
}

function startHook(
  engine: Engine,
  service: Service,
  open: ServiceDeployment,
  stage: string,
  { timeoutConfiguration }: DeploymentLifecycleHook,
): HookExecution {
  const { timeoutInMinutes = defaultTimeoutMinutes, action = 'ROLLBACK' } = timeoutConfiguration ?? {}
  const id = `ecs-pause-${engine.random.urlSafe(43)}`
  const seconds = timeoutInMinutes * 60
  schedule(engine, seconds, { kind: 'hook-times-out', service: service.arn, deployment: open.arn, hook: id })
  return {
    id,
    stage,
    status: 'AWAITING_ACTION',
    expiresAt: engine.world.now + seconds * 1000,
    timeoutAction: action,
  }
}

/** ContinueServiceDeployment: the hook's wait ends. */
export function endHook(engine: Engine, service: Service, hook: HookExecution, action: string): void {
  hook.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED'
  goOn(engine, service, hook, action)
}

/** Nobody has answered in time. */
export function timeOutHook(engine: Engine, service: Service, open: ServiceDeployment, id: string): void {
  const hook = open.hooks.find((one) => one.id === id)
  if (hook?.status !== 'AWAITING_ACTION' || open.status !== 'IN_PROGRESS') return
  hook.status = 'TIMED_OUT'
  goOn(engine, service, hook, hook.timeoutAction)
}

function goOn(engine: Engine, service: Service, hook: HookExecution, action: string): void {
  const primary = primaryOf(service)
  if (action === 'CONTINUE' || primary === undefined) {
    reconcileSoon(engine, service, continuesAfterSeconds)
    return
  }
  // Observed for a Lambda hook, with a sentence about its target behind it; for a pause hook inferred.
  const reason = `Service deployment rolled back because ${hook.stage} lifecycle hook(s) failed.`
  failDeployment(engine, service, primary, {
    event: serviceEventText.deploymentFailedBecause(primary.id, reason),
    rolloutReason: reason,
    statusReason: reason,
    rollback: true,
    targetReason: rolloutReason.inProgress,
  })
}
