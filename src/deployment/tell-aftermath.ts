import { primaryOf } from '../rollout/snapshot.ts'
import type { Aftermath } from './aftermath.ts'
import type { DeploymentRecord } from './record.ts'
import { resourceName } from './version.ts'

/** What a run was doing when it ended, from what it kept: one sentence; pure. */
export function whatItWasDoing(record: DeploymentRecord): string {
  const back = record.target?.version.taskDefinition ?? 'the version before'
  if (record.preDeploy?.state === 'going') {
    return 'The run ended while the task before the deployment ran. UpdateService was not sent: the service was not touched.'
  }
  switch (record.sending) {
    case 'tag':
      return 'The run ended while the tags of a revision were being written. UpdateService was not sent: the service was not touched.'
    case 'register':
      return 'The run ended while a task definition revision was being registered; one may be left over. UpdateService was not sent: the service was not touched.'
    case 'update':
      return `The run ended while UpdateService was on its way, to deploy ${wantedOf(record)}.`
    case 'stop':
      return 'The run ended while ECS was being asked to roll the deployment back (StopServiceDeployment).'
    case 'register-back':
      return `The run ended while a copy of ${back} was being registered, to go back to; UpdateService was not sent for it.`
    case 'update-back':
      return `The run ended while UpdateService was on its way, to go back to ${back}.`
    case 'suspend':
      return 'The run ended while the automatic scaling of the service was being suspended; UpdateService was not sent: the service was not touched.'
    case 'resume':
      return 'The run ended after the deployment, while the automatic scaling of the service was being resumed.'
    case undefined:
      break
  }
  if (record.update === undefined) {
    const scaling = record.scaling === undefined ? '' : ' Its automatic scaling has been suspended.'
    return `The run ended before it had sent UpdateService: the service was not touched.${scaling}`
  }
  if (record.rollbackSent !== undefined) return `The run ended while it watched the rollback to ${back}.`
  if (record.deploymentId === undefined) return 'The run ended after UpdateService was answered.'
  if (record.verifying) {
    return `The run ended while it verified the deployment ${record.deploymentId} of ${wantedOf(record)}, which had completed.`
  }
  return `The run ended while it watched the deployment ${record.deploymentId} of ${wantedOf(record)}.`
}

/** What one look at the service showed: one sentence; pure. */
export function whatBecameOfIt(aftermath: Aftermath, record: DeploymentRecord): string {
  const wanted = wantedOf(record)
  switch (aftermath.kind) {
    case 'no-trace':
      return 'ECS shows no deployment of this run: as far as can be seen, UpdateService was not applied.'
    case 'updated-back': {
      const version = resourceName(record.rollbackTo ?? '')
      return aftermath.rolloutState === 'COMPLETED'
        ? `The rollback has completed: ${version} runs again.`
        : `The rollback (${aftermath.id}, ${version}) is ${aftermath.rolloutState}: it goes on in ECS, and nobody watches it.`
    }
    case 'service-gone':
      return 'ECS does not list the service any more.'
    case 'unknown':
      return `What became of it cannot be told: ${aftermath.why}.`
    case 'deployment':
      break
  }
  const { verdict, memory } = aftermath
  switch (verdict.kind) {
    case 'in-progress':
      return `The deployment ${memory.deploymentId} of ${wanted} goes on in ECS, and nobody watches it.`
    case 'completed':
      return `The deployment ${memory.deploymentId} has completed: ${wanted} runs.`
    case 'superseded':
      return `Another deployment, ${verdict.by}, was started after the one of this run and took over.`
    case 'service-gone':
      return `The service is ${verdict.status}.`
    case 'ecs-rollback-failed':
      return `The deployment failed, and so did ECS's rollback: ${verdict.reason}`
    case 'failed':
      return whatBecameOfTheFailed(verdict.ecs, record)
  }
}

function whatBecameOfTheFailed(
  ecs: 'stays' | 'may-roll-back' | 'rolling-back' | 'rolled-back',
  record: DeploymentRecord,
): string {
  const primary = record.snapshot && primaryOf(record.snapshot)
  const now = resourceName(primary?.taskDefinition ?? '')
  switch (ecs) {
    case 'rolled-back':
      return `The deployment was taken back: ${now} runs again.`
    case 'rolling-back':
      return `ECS is taking the deployment back to ${now}; that goes on, and nobody watches it.`
    case 'may-roll-back':
      return `The deployment of ${wantedOf(record)} failed; ECS may still take it back by itself.`
    case 'stays':
      return `The deployment of ${wantedOf(record)} failed, and nothing has taken it back.`
  }
}

function wantedOf({ update }: DeploymentRecord): string {
  return update?.taskDefinition === undefined ? 'the same version' : resourceName(update.taskDefinition)
}
