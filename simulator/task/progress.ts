/** What happens when a step of a task's life is due. */
import { type Engine, schedule, type WorldEvent } from '../engine.ts'
import { countFailure } from '../rollout/circuit-breaker.ts'
import { revisionOf } from '../rollout/deployments.ts'
import { reconcileSoon } from '../rollout/scheduler.ts'
import { complain, serviceEventText } from '../rollout/service-events.ts'
import { definitionByArn } from '../world/definition.ts'
import { parseReference, resolveImage } from '../world/images.ts'
import { forgetTasks } from '../world/tasks.ts'
import type { Container, Deployment, Service, StoredDefinition, Task } from '../world/world.ts'
import { behaviourFor, startRun } from './behaviour.ts'
import { planContainerChecks, planJudgement } from './health.ts'
import { fixDigests } from './launch.ts'
import { platformOf, runsOn } from './obstacle.ts'
import { overridden } from './overrides.ts'
import { isWaitedFor, readyContainers, type UnmetDependency, unmetDependency } from './start-order.ts'
import { endContainers, endTask } from './stop.ts'

const registrationSeconds = 3
/** API ContainerDefinition, startTimeout: three minutes unless set. */
const defaultStartTimeout = 180
const attemptsBeforeGivingUp = 3
/** Only this cap is documented (DG service-throttle-logic); the pauses before it are an option. */
const longestPauseSeconds = 27 * 60

export function takeStep(
  engine: Engine,
  service: Service | undefined,
  task: Task,
  event: Extract<WorldEvent, { kind: 'task-step' }>,
): void {
  if (event.generation !== task.generation) return
  const { now } = engine.world
  task.version += 1
  if (event.to === 'RUNNING') {
    task.pullStoppedAt = now - 1400
    startReady(engine, service, task)
    return
  }
  task.lastStatus = event.to
  if (event.to === 'ACTIVATING') {
    task.pullStartedAt = now
    if (!task.hidden) fixDigests(engine, service, task)
  }
  if (event.to === 'DEPROVISIONING') {
    endContainers(task)
    task.executionStoppedAt = now
    if (service !== undefined) reconcileSoon(engine, service)
  }
  if (event.to === 'STOPPED') {
    task.stoppedAt = now
    if (service !== undefined) reconcileSoon(engine, service)
  }
}

/**
 * Starts the containers whose turn it is. The task is RUNNING once all its essential containers have started; one that
 * waits for another in vain keeps it from ever running.
 */
export function startReady(engine: Engine, service: Service | undefined, task: Task): void {
  if (task.desiredStatus === 'STOPPED') return
  const definition = overridden(definitionByArn(engine.world, task.taskDefinition).stored, task.overrides)
  for (let ready = readyContainers(task, definition); ready.length > 0; ready = readyContainers(task, definition))
    for (const configured of ready) startFirst(engine, task, configured, definition)
  const unmet = unmetDependency(task, definition)
  if (unmet !== undefined) {
    failTask(engine, service, task, {
      kind: 'task-fails',
      task: task.id,
      generation: task.generation,
      reason: unmetText(unmet),
    })
    return
  }
  const isUp = task.containers.every(({ essential, lastStatus }) => !essential || lastStatus !== 'PENDING')
  if (task.startedAt === undefined && isUp) run(engine, service, task)
}

/** No source shows what ECS says of it: inferred. */
const unmetText = ({ container, dependsOn, condition }: UnmetDependency): string =>
  `Container ${container} did not start: its dependency on container ${dependsOn} (${condition}) was not met`

function startFirst(engine: Engine, task: Task, configured: ConfiguredContainer, definition: StoredDefinition): void {
  const container = task.containers.find(({ name }) => name === configured.name)
  if (container === undefined) return
  container.lastStatus = 'RUNNING'
  startContainer(engine, task, container, configured, platformOf(definition))
  planContainerChecks(engine, task, container)
  if (!isWaitedFor(definition, container.name)) return
  const seconds = configured.startTimeout ?? defaultStartTimeout
  schedule(engine, seconds, { kind: 'start-times-out', task: task.id, container: container.name })
}

/** Whoever waits for the container has waited long enough (API ContainerDefinition, startTimeout). */
export function giveUpWaiting(
  engine: Engine,
  service: Service | undefined,
  task: Task,
  { container: name }: Extract<WorldEvent, { kind: 'start-times-out' }>,
): void {
  const container = task.containers.find((one) => one.name === name)
  if (container === undefined || task.startedAt !== undefined) return
  container.gaveUp = true
  startReady(engine, service, task)
}

function run(engine: Engine, service: Service | undefined, task: Task): void {
  const { now } = engine.world
  task.lastStatus = 'RUNNING'
  task.pullStoppedAt ??= now - 1400
  task.startedAt = now
  planJudgement(engine, task)
  if (service === undefined) return
  resetPause(service, task)
  if (service.settings.loadBalancers.length > 0)
    schedule(engine, registrationSeconds, { kind: 'register-targets', service: service.arn })
}

function resetPause(service: Service, task: Task): void {
  const deployment = service.deployments.find(({ id }) => id === task.deployment)
  if (deployment !== undefined) deployment.failedRounds = 0
}

type ConfiguredContainer = ReturnType<typeof definitionByArn>['stored']['containerDefinitions'][number]

function startContainer(
  engine: Engine,
  task: Task,
  container: Container,
  configured: ConfiguredContainer,
  platform: string,
): void {
  const { world } = engine
  const digest = container.imageDigest
  const resolved = resolveImage(world, { ...parseReference(container.image), ...(digest !== undefined && { digest }) })
  const plain = resolved.found ? behaviourFor(resolved.image.behaviour, configured) : ({ kind: 'healthy' } as const)
  const behaviour = startRun(world, digest ?? container.image, plain)
  container.behaviour = behaviour
  container.runningSince = world.now
  const exit = (seconds: number, exitCode: number, reason?: string): void =>
    schedule(engine, seconds, {
      kind: 'container-exits',
      task: task.id,
      container: container.name,
      exitCode,
      ...(reason !== undefined && { reason }),
    })
  if (resolved.found && !runsOn(resolved.image.platforms, platform)) {
    log(engine, task, configured, ['exec /usr/local/bin/docker-entrypoint.sh: exec format error'])
    exit(0.2, 1)
    return
  }
  for (const entry of behaviour.logLines ?? []) {
    if (typeof entry === 'string') log(engine, task, configured, [entry])
    else
      schedule(engine, entry.afterSeconds, {
        kind: 'container-logs',
        task: task.id,
        container: container.name,
        line: entry.line,
        startedAt: world.now,
      })
  }
  if (behaviour.kind === 'crashes') exit(behaviour.afterSeconds, behaviour.exitCode, behaviour.reason)
}

/** A line whose time has come: only the run of the container that it belongs to writes it. */
export function logLater(
  engine: Engine,
  task: Task,
  { container: name, line, startedAt }: Extract<WorldEvent, { kind: 'container-logs' }>,
): void {
  const container = task.containers.find((one) => one.name === name)
  if (container?.lastStatus !== 'RUNNING' || container.runningSince !== startedAt) return
  const { stored } = definitionByArn(engine.world, task.taskDefinition)
  const configured = stored.containerDefinitions.find((one) => one.name === name)
  if (configured !== undefined) log(engine, task, configured, [line])
}

/** awslogs: the stream is `<prefix>/<container>/<task id>`. */
function log(engine: Engine, task: Task, configured: ConfiguredContainer, lines: readonly string[]): void {
  const options = configured.logConfiguration?.options ?? {}
  const group = options['awslogs-group'] ?? ''
  const stream = `${options['awslogs-stream-prefix'] ?? ''}/${configured.name}/${task.id}`
  for (const message of lines) engine.world.logs.push({ at: engine.world.now, group, stream, message })
}

/** A container ended by itself. An essential one takes the task with it. */
export function exitContainer(
  engine: Engine,
  service: Service | undefined,
  task: Task,
  event: Extract<WorldEvent, { kind: 'container-exits' }>,
): void {
  const container = task.containers.find(({ name }) => name === event.container)
  if (container?.lastStatus !== 'RUNNING' || task.desiredStatus === 'STOPPED') return
  if (restartContainer(engine, task, container, event.exitCode)) return
  container.lastStatus = 'STOPPED'
  container.exitCode = event.exitCode
  if (event.reason !== undefined) container.reason = event.reason
  task.version += 1
  if (!container.essential) {
    startReady(engine, service, task)
    return
  }
  const neverRan = task.startedAt === undefined
  endTask(engine, service, task, 'Essential container in task exited', 'EssentialContainerExited')
  if (service === undefined) return
  const deployment = deploymentOf(service, task)
  if (deployment !== undefined && neverRan) pauseLaunches(engine, service, deployment)
  if (deployment !== undefined && (neverRan || engine.world.options.exitAfterRunningCountsAsFailure))
    countFailure(engine, service, deployment)
  reconcileSoon(engine, service)
}

const defaultRestartSeconds = 300

/**
 * A restart policy starts the container again inside the same task, unless the exit code is ignored or it ran for less
 * than `restartAttemptPeriod` (API ContainerRestartPolicy).
 */
function restartContainer(engine: Engine, task: Task, container: Container, exitCode: number): boolean {
  const definition = overridden(definitionByArn(engine.world, task.taskDefinition).stored, task.overrides)
  const configured = definition.containerDefinitions.find(({ name }) => name === container.name)
  const { enabled = false, ignoredExitCodes = [], restartAttemptPeriod } = configured?.restartPolicy ?? {}
  const ranFor = (engine.world.now - (container.runningSince ?? engine.world.now)) / 1000
  if (configured === undefined || !enabled || ignoredExitCodes.includes(exitCode)) return false
  if (ranFor < (restartAttemptPeriod ?? defaultRestartSeconds)) return false
  container.restarts = (container.restarts ?? 0) + 1
  task.version += 1
  startContainer(engine, task, container, configured, platformOf(definition))
  return true
}

const deploymentOf = (service: Service, task: Task): Deployment | undefined =>
  service.deployments.find(({ id }) => id === task.deployment)

/** A task that will never run: seen as a stopped task, or, while digests are open, only as an event (observed). */
export function failTask(
  engine: Engine,
  service: Service | undefined,
  task: Task,
  event: Extract<WorldEvent, { kind: 'task-fails' }>,
): void {
  if (event.generation !== task.generation) return
  if (task.hidden && service !== undefined) {
    forgetTasks(engine.world, (other) => other === task)
    complain(engine, service, serviceEventText.unableToPlace(event.reason))
    countFailedResolution(service, task)
  } else {
    const container = task.containers.find(({ name }) => name === event.container)
    if (container !== undefined) container.reason = event.reason
    for (const one of task.containers) if (one.lastStatus === 'PENDING') one.lastStatus = 'STOPPED'
    endTask(engine, service, task, event.reason, 'TaskFailedToStart')
  }
  const deployment = service && deploymentOf(service, task)
  if (service === undefined || deployment === undefined) return
  pauseLaunches(engine, service, deployment)
  countFailure(engine, service, deployment)
  reconcileSoon(engine, service)
}

/** After three failed attempts the deployment goes on with unresolved tags (DG deployment-type-ecs). */
function countFailedResolution(service: Service, task: Task): void {
  const revision = revisionOf(service, task.deployment.replace('ecs-svc/', ''))
  if (revision === undefined) return
  revision.failedResolutions += 1
  if (revision.failedResolutions >= attemptsBeforeGivingUp) revision.resolution = 'given-up'
}

/** The pause before the next attempt grows with every round that never reached RUNNING (DG service-throttle-logic). */
export function pauseLaunches(engine: Engine, service: Service, deployment: Deployment, complains = true): void {
  const { now } = engine.world
  // Tasks of one round fail together: only the first of them lengthens the pause.
  if (deployment.launchFrom > now) return
  const seconds = engine.world.options.launchPauseSeconds[deployment.failedRounds] ?? longestPauseSeconds
  deployment.failedRounds += 1
  deployment.launchFrom = now + Math.max(1, seconds) * 1000
  if (complains && deployment.failedRounds > 1) complain(engine, service, serviceEventText.unableToStartConsistently)
}
