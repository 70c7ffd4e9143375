import type { ServiceEvent, StoppedTask } from '../diagnosis/evidence.ts'
import type { DeploymentView, Snapshot } from './snapshot.ts'

const heartbeatMilliseconds = 60_000

/** What was told already. */
export type Told = { readonly counts: string; readonly at: number }

/**
 * The line about the deployment, where something has changed since the last one or a minute has passed; pure.
 *
 * @returns the line, if there is one, and what to pass next time
 */
export function progressLine(
  deploymentId: string,
  startedAt: number,
  snapshot: Snapshot,
  told: Told | undefined,
): { readonly line?: string; readonly told: Told } {
  const counts = describeDeployments(deploymentId, snapshot)
  if (told?.counts === counts && snapshot.at - told.at < heartbeatMilliseconds) return { told }
  const heartbeat = told?.counts === counts ? ' (still)' : ''
  return {
    line: `${elapsed(snapshot.at - startedAt)}  ${counts}${heartbeat}`,
    told: { counts, at: snapshot.at },
  }
}

function describeDeployments(deploymentId: string, { deployments }: Snapshot): string {
  const ours = deployments.find(({ id }) => id === deploymentId)
  const others = deployments.filter(({ id }) => id !== deploymentId)
  const own = ours === undefined ? 'not listed' : `${ours.rolloutState ?? 'UNKNOWN'}  ${counts(ours)}`
  return [own, ...others.map(describeOther)].join('  |  ')
}

function counts({ desired, running, pending, failed }: DeploymentView): string {
  return `desired ${desired}  running ${running}  pending ${pending}  failed ${failed}`
}

function describeOther(other: DeploymentView): string {
  const name = other.taskDefinition.slice(other.taskDefinition.lastIndexOf('/') + 1)
  const state = other.status === 'PRIMARY' ? ` ${other.rolloutState ?? ''}` : ''
  return `${name}${state} running ${other.running}`
}

/** A service event without the prefix that every one has. */
export function eventLine({ message }: ServiceEvent): string {
  return `event: ${message.replace(/^\(service [^)]+\)\s*/, '')}`
}

/** Stopped tasks with reason, exit code and container; those that stopped alike share a line. */
export function stoppedTaskLines(tasks: readonly StoppedTask[]): readonly string[] {
  const alike = Map.groupBy(tasks, whyStopped)
  return [...alike].map(([why, same]) => {
    const ids = same.map(({ id }) => id.slice(0, 8)).join(', ')
    return `${same.length === 1 ? 'task' : 'tasks'} ${ids} stopped: ${why}`
  })
}

function whyStopped({ stopCode, stoppedReason, containers }: StoppedTask): string {
  const shown = containers
    .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
    .map(({ name, exitCode, reason }) => {
      const code = exitCode === undefined ? 'never ran' : `exit code ${exitCode}`
      return `${name}: ${code}${reason === undefined ? '' : `, ${reason}`}`
    })
  return [stoppedReason ?? stopCode ?? 'no reason given', ...shown].join('; ')
}

/** `m:ss` since the start. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, ' ')}:${String(seconds % 60).padStart(2, '0')}`
}
