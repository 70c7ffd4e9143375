import { createHash } from 'node:crypto'
import type { RunTaskCommandInput } from '@aws-sdk/client-ecs'
import type { RunContext } from '../github/run-context.ts'

/** The run, the step and the request that a task belongs to. */
export type TaskOrigin = {
  readonly run: RunContext
  readonly service: string | undefined
  readonly request: RunTaskCommandInput
  /** Where no run of GitHub says which this one is: something that no other run has. */
  readonly otherwise: string
}

/**
 * How RunTask knows a request that it has seen: the hash of run, attempt, job, step, runner, service, and of the whole request
 * (cluster, container, command, revision, …), 64 hexadecimal digits; pure. ECS takes up to 64 characters (SDK text of
 * RunTaskRequest). Step and runner are in it, because two steps of a job, or two jobs of a matrix, may ask for the same.
 *
 * @param part a number for each RunTask of the run that is to start other tasks
 */
export function clientToken(origin: TaskOrigin, part: number): string {
  return hash([...identity(origin), part])
}

/** `startedBy` of the tasks, by which they are found again: up to 128 letters, digits, `-`, `/`, `_` (SDK text); pure. */
export function startedByOf(origin: TaskOrigin): string {
  const run = (origin.run.runId ?? 'local').replace(/[^\w-]/g, '-').slice(0, 40)
  return `ecs-deploy/${run}/${hash(identity(origin)).slice(0, 32)}`
}

function identity({ run, service, request, otherwise }: TaskOrigin): readonly unknown[] {
  const { runId, runAttempt, job, step, runner } = run
  return [runId ?? otherwise, runAttempt, job, step, runner, service, request]
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex')
}
