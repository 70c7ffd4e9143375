/** What a service has been through before the scenario starts. */
import type { Engine } from '../engine.ts'
import { alarmMonitor, createDeployment, rolloutReason } from '../rollout/deployments.ts'
import { statusReason } from '../rollout/rollback.ts'
import { emit, serviceEventText } from '../rollout/service-events.ts'
import type { HistoryScenario } from '../scenario.ts'
import { fixDigests } from '../task/launch.ts'
import { runningTask } from '../task/running.ts'
import { serviceDeploymentArn } from '../world/arn.ts'
import { parseReference, resolveImage } from '../world/images.ts'
import type { Deployment, Service, ServiceDeployment, StoredTaskDefinition, World } from '../world/world.ts'

const minute = 60_000
/** When the current deployment began. */
export const currentBefore = 60 * minute

/** The deployment that runs (or has failed) when the scenario starts. */
export function addCurrent(
  engine: Engine,
  service: Service,
  definition: StoredTaskDefinition,
  hasFailed: boolean,
): void {
  const { world } = engine
  const at = world.now - currentBefore
  const deployment = pastDeployment(engine, service, definition, at)
  service.deployments = [deployment]
  deployment.desiredCount = service.desiredCount
  if (hasFailed) {
    Object.assign(deployment, {
      rolloutState: 'FAILED',
      rolloutStateReason: rolloutReason.breakerTripped,
      failedTasks: 3,
    })
    service.serviceDeployments.push(pastServiceDeployment(engine, service, deployment, 'STOPPED', at))
    return
  }
  service.completed = deployment
  service.steady = true
  service.serviceDeployments.push(pastServiceDeployment(engine, service, deployment, 'SUCCESSFUL', at))
  for (let count = 0; count < service.desiredCount; count += 1) {
    fixDigests(engine, service, runningTask(engine, service, deployment, at))
  }
  asIfAt(world, at + 3 * minute, () => {
    emit(engine, service, serviceEventText.completed(deployment.id))
    emit(engine, service, serviceEventText.steady, 1)
  })
}

/** Runs something as if it were earlier: event times are taken from the world's clock. */
function asIfAt(world: World, then: number, run: () => void): void {
  const { now } = world
  world.now = then
  run()
  world.now = now
}

function pastDeployment(engine: Engine, service: Service, definition: StoredTaskDefinition, at: number): Deployment {
  const made = { deployment: undefined as Deployment | undefined }
  asIfAt(engine.world, at, () => {
    made.deployment = createDeployment(engine, service, definition.arn, engine.random.digits(19))
  })
  if (made.deployment === undefined) throw new Error('The simulator made no deployment')
  return Object.assign(made.deployment, {
    rolloutState: 'COMPLETED' as const,
    rolloutStateReason: rolloutReason.completed(made.deployment.id),
    updatedAt: at + 3 * minute,
  })
}

function pastServiceDeployment(
  engine: Engine,
  service: Service,
  deployment: Deployment,
  status: ServiceDeployment['status'],
  at: number,
): ServiceDeployment {
  const end = at + 3 * minute
  const before = service.revisions.at(-2)
  const isRolledBack = status === 'ROLLBACK_SUCCESSFUL' && before !== undefined
  return {
    arn: serviceDeploymentArn(engine.world, service.cluster, service.name, engine.random.urlSafe(21)),
    number: deployment.number,
    sourceNumbers: before === undefined ? [] : [before.number],
    createdAt: at,
    visibleAt: at,
    startedAt: at + 1600,
    finishedAt: end,
    ...(status !== 'SUCCESSFUL' && { stoppedAt: end }),
    updatedAt: end,
    status,
    ...(isRolledBack && {
      rollback: {
        reason: statusReason.breaker,
        startedAt: at + 2 * minute,
        number: before.number,
      },
      statusReason: statusReason.breaker,
    }),
    breaker: {
      status: isRolledBack ? 'TRIGGERED' : 'MONITORING_COMPLETE',
      failureCount: isRolledBack ? 3 : 0,
      threshold: 3,
    },
    alarms: {
      ...alarmMonitor({}),
      alarmNames: [...(service.settings.deploymentConfiguration.alarms?.alarmNames ?? [])],
    },
    configuration: service.settings.deploymentConfiguration,
    hooks: [],
  }
}

/** A service deployment of the past. @param ago milliseconds before the scenario's start */
export function addHistory(
  engine: Engine,
  service: Service,
  entry: HistoryScenario,
  definition: StoredTaskDefinition,
  ago: number,
): void {
  const at = engine.world.now - ago
  const deployment = pastDeployment(engine, service, definition, at)
  service.serviceDeployments.push(pastServiceDeployment(engine, service, deployment, entry.status ?? 'SUCCESSFUL', at))
  const revision = service.revisions.at(-1)
  if (revision === undefined) return
  for (const { name, image } of definition.stored.containerDefinitions) {
    const resolved = resolveImage(engine.world, parseReference(image))
    const digest = entry.digests?.[name] ?? (resolved.found ? resolved.digest : undefined)
    if (digest !== undefined) revision.digests[name] = digest
  }
  revision.resolution = 'resolved'
}
