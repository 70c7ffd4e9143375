import type { Service } from '@aws-sdk/client-ecs'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Checked } from '../problem.ts'
import { type DeploymentView, primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { startWatching } from '../rollout/verdict.ts'
import { apply, ServiceMoved } from './apply.ts'
import { lookCommand } from './by-hand.ts'
import { conclude } from './conclude.ts'
import { type Ending, ending } from './ending.ts'
import { asksForExtras } from './extras.ts'
import type { Source } from './load-source.ts'
import { longestParts, rareWaits, tellLongestRun } from './longest-run.ts'
import type { Ports } from './ports.ts'
import type { Prepared } from './prepare.ts'
import { prepareInTurn } from './prepare-in-turn.ts'
import type { DeploymentRecord } from './record.ts'
import { findAddresses } from './task-addresses.ts'
import { startsDeployment } from './update-once.ts'
import { type Subject, watch } from './watch.ts'

/**
 * The story of one deployment: prepare → apply → watch → conclude.
 *
 * @param asked the service as ECS describes it; the request may be on its way already
 * @param file the task-definition file, where one was given
 * @param record is written as it goes, so that whatever interrupts the story can be told
 * @throws ProblemsFound before anything was changed; what AWS throws when a call cannot be done
 */
export async function deploy(
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
  asked: Promise<Checked<Service>>,
  file?: Checked<Source>,
): Promise<Ending> {
  ports.log.info(`Deploying to service ${inputs.service} in cluster ${inputs.cluster} (${ports.region}).`)
  if (!inputs.dryRun) tellLongestRun(longestParts(inputs), ports.log, rareWaits(inputs))
  const prepared = await prepareInTurn(inputs, ports, record, asked, file)
  tellPlan(prepared, ports, record)
  const after = asksForExtras(inputs)
    ? await (await import('./before-and-after.ts')).beforeDeployment(inputs, prepared, ports, record)
    : undefined
  const started = await startAsRead(
    prepared,
    async (earlier, times) =>
      (await import('./prepare-again.ts')).prepareAgain(earlier, times, inputs, ports, record, file),
    inputs,
    ports,
    record,
  )
  const ending =
    'outcome' in started
      ? started
      : await conclude(await watch(started, ports, record), started, policyFor(inputs, record), ports, record)
  await findAddresses(ending, ports, record)
  return after === undefined ? ending : after(ending)
}

/** What somebody else has started is never rolled back. */
export function policyFor(inputs: DeployInputs, { adopted }: DeploymentRecord): DeployInputs {
  return adopted ? { ...inputs, rollbackOnFailure: false } : inputs
}

/**
 * Starts what was prepared; where the service has changed before UpdateService was sent, what `again` makes of it.
 *
 * @param again prepares anew; with how often that was so
 */
export async function startAsRead(
  first: Prepared,
  again: (earlier: Prepared, times: number) => Promise<Prepared>,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | Subject> {
  let prepared = first
  for (let times = 1; ; times++) {
    try {
      return await start(prepared, inputs, ports, record)
    } catch (error) {
      if (!(error instanceof ServiceMoved)) throw error
      prepared = await again(error.prepared, times)
    }
  }
}

/** Does what was decided, up to where there is a deployment to watch: that one, or the ending where there is none. */
export async function start(
  prepared: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | Subject> {
  const { decision } = prepared
  if (inputs.dryRun) return planned(prepared, record)
  if (decision.kind === 'unchanged') {
    record.running = record.before
    return ending(
      'unchanged',
      `Nothing to do: ${record.before?.taskDefinition} runs already, with everything that was asked for.`,
    )
  }
  if (decision.kind === 'settle') return (await import('./settle.ts')).settle('unchanged', inputs, ports, record)
  if (decision.kind === 'watch') return adopt(prepared, inputs, ports, record)
  const applied = await apply(prepared, inputs, ports, record)
  return follow(snapshotOf(applied.answer, ports.clock), applied.prepared, inputs, ports, record)
}

/** Says what runs, where the way back leads, and what will change. */
export function tellPlan({ decision }: Prepared, ports: Ports, record: DeploymentRecord): void {
  const { before, target } = record
  ports.log.info(`Runs now: ${before?.taskDefinition ?? 'nothing'}.`)
  ports.log.info(
    target === undefined
      ? `There is no version to go back to: ${record.noTarget}.`
      : `If it fails, the way back is ${target.version.taskDefinition}.`,
  )
  if (decision.kind === 'update' && decision.why !== undefined)
    ports.log.info(`A new deployment is forced: ${decision.why}.`)
  for (const { path, kind, before: old, after } of record.changes) {
    ports.log.info(
      `  ${kind}: ${path}${old === undefined && after === undefined ? '' : ` (${old ?? 'none'} → ${after ?? 'none'})`}`,
    )
  }
}

function planned({ decision }: Prepared, record: DeploymentRecord): Ending {
  record.running = record.before
  const what: Readonly<Record<typeof decision.kind, string>> = {
    unchanged: 'nothing would change',
    settle: 'nothing would change; the run would wait until all tasks run',
    watch: 'the deployment that is under way would be watched to its end',
    update:
      decision.kind === 'update' && decision.revision === 'register'
        ? 'a new revision would be registered and the service updated'
        : 'the service would be updated',
  }
  return ending('planned', `Dry run: ${what[decision.kind]}. Nothing was changed.`)
}

/** What UpdateService answered decides whether there is a deployment to watch. */
async function follow(
  after: Snapshot,
  prepared: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | Subject> {
  const { before } = prepared
  const primary = primaryOf(after)
  const isNew = primary !== undefined && !before.deployments.some(({ id }) => id === primary.id)
  if (primary !== undefined && isNew && !mayBeOurs(primary, record)) {
    record.notices.push(
      `While the settings were changed, somebody else started a deployment: ${primary.id}. It is left alone.`,
    )
    return updated(inputs, ports, record)
  }
  if (primary !== undefined && isNew) record.began = { at: primary.createdAt, uptime: ports.clock.uptime() }
  if (primary !== undefined && !isNew && primary.rolloutState === 'IN_PROGRESS') {
    return besideTheirs(primary, prepared, inputs, ports, record)
  }
  if (primary !== undefined && (isNew || primary.rolloutState !== 'COMPLETED')) {
    // What the answer lists beside ours was there when ours began, also where no read had shown it before.
    const older = [...before.deployments, ...after.deployments]
    return watchable(primary, older, prepared, inputs, ports, record)
  }
  return updated(inputs, ports, record)
}

async function updated(inputs: DeployInputs, ports: Ports, record: DeploymentRecord): Promise<Ending> {
  if (!inputs.waitForServiceStability) return ending('updated', 'The settings were changed; no deployment was needed.')
  return (await import('./settle.ts')).settle('updated', inputs, ports, record)
}

/**
 * Whether our UpdateService can have started this deployment: it carried something that starts one (SDK text of
 * UpdateServiceRequest), and the revision is the one that it named.
 */
function mayBeOurs({ taskDefinition }: DeploymentView, { update }: DeploymentRecord): boolean {
  if (update?.taskDefinition !== undefined) return update.taskDefinition === taskDefinition
  return update !== undefined && startsDeployment(update)
}

/** Only settings were changed, over a deployment that was under way: it is watched where it deploys what was asked for. */
function besideTheirs(
  theirs: DeploymentView,
  prepared: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | Subject> {
  if (namesVersion(inputs)) return adopt(prepared, inputs, ports, record)
  record.notices.push(
    `The deployment ${theirs.id} was under way when the settings were changed. This run did not start it, and leaves it alone.`,
  )
  return updated(inputs, ports, record)
}

function namesVersion({ images, ecrImage, taskDefinition, overrides, variables }: DeployInputs): boolean {
  const named = ecrImage ?? taskDefinition ?? variables
  return images.length > 0 || named !== undefined || Object.keys(overrides).length > 0
}

/** The wanted version is being deployed already: its end is told. It is somebody else's, and not rolled back whatever becomes of it. */
function adopt(
  prepared: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | Subject> {
  const primary = primaryOf(prepared.before) as DeploymentView
  ports.log.info(`This version is being deployed already (${primary.id}); watching that deployment.`)
  record.notices.push(`The deployment ${primary.id} was started before this run; this run watched it.`)
  record.adopted = true
  return watchable(primary, prepared.before.deployments, prepared, inputs, ports, record)
}

async function watchable(
  primary: DeploymentView,
  older: readonly DeploymentView[],
  { service, definition, before }: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | Subject> {
  const subject: Subject = {
    deploymentId: primary.id,
    createdAt: primary.createdAt,
    older: [...new Set([...older.map(({ id }) => id), ...record.olderDeployments])].filter((id) => id !== primary.id),
    ecsMayRollBack: ecsMayRollBack(service, before, inputs),
    rollbackRequested: false,
    definition,
    limitMilliseconds: inputs.waitForMinutes * 60_000,
    giveUpAfter: inputs.maxFailedTasks,
    until: 'failure',
  }
  record.deploymentId = primary.id
  record.memory = startWatching(subject)
  ports.log.info(`Deployment ${primary.id} of ${record.wanted?.taskDefinition} started.`)
  record.timeline.push({ at: ports.clock.now(), text: `deployment ${primary.id} started` })
  await ports.keep()
  if (!inputs.waitForServiceStability) {
    return ending('started', `The deployment was started and not waited for.`, [lookCommand(record)])
  }
  return subject
}

/** ECS rolls back by itself only where it is told to and has a completed deployment to return to (DG deployment-circuit-breaker). */
function ecsMayRollBack(service: Service, before: Snapshot, inputs: DeployInputs): boolean {
  const { alarms, deploymentCircuitBreaker } = service.deploymentConfiguration ?? {}
  const breaker = inputs.settings.deploymentCircuitBreaker ?? deploymentCircuitBreaker
  const told = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback)
  return told === true && before.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED')
}
