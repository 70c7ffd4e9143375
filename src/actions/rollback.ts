import type { Ports } from '../deployment/ports.ts'
import { consoleLogger } from '../github/log.ts'
import { readRollbackInputs } from '../inputs/read-rollback-inputs.ts'
import type { RollbackInputs } from '../inputs/rollback-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { endCancelled, rollBackServices, type ServiceRollback, startRollback } from '../rollback/roll-back-services.ts'
import { type Cancellation, listenForSignals } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { endOfError } from './run-deployment.ts'
import { tellRollback } from './tell-rollback.ts'

/** The main step of the rollback action: inputs → story → report. It has no post step: a rollback is never rolled back. Returns the exit code. */
export async function rollbackMain(env: NodeJS.ProcessEnv): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const startedAt = Date.now()
  const given = readRollbackInputs(env)
  const { cluster, services, region = '' } = given.ok ? given.value : { cluster: '', services: [''] }
  const rollbacks = services.map((service) => startRollback(cluster, service, region, startedAt))
  const cancellation = listenForSignals(process, systemClock)
  if (given.ok) {
    const open = () => deploymentPorts(given.value, env, log, cancellation.signal, () => Promise.resolve())
    await run(rollbacks, given.value, cancellation, open)
  } else await endAll(new ProblemsFound(given.problems), rollbacks)
  return tellRollback(rollbacks, startedAt, log, env)
}

/** The story's end, or the cancellation's, whichever comes first. */
async function run(
  rollbacks: readonly ServiceRollback[],
  inputs: RollbackInputs,
  cancellation: Cancellation,
  open: () => Promise<Ports>,
): Promise<void> {
  const story = async (): Promise<void> => {
    try {
      const ports = await open()
      for (const { record } of rollbacks) record.region = ports.region
      await rollBackServices(rollbacks, inputs, ports)
    } catch (error) {
      await endAll(error, rollbacks)
    }
  }
  const told = story()
  const first = await Promise.race([told, cancellation.requested])
  if (first !== 'cancelled' && !cancellation.signal.aborted) return
  await cancellation.grace(told)
  endCancelled(rollbacks)
}

async function endAll(error: unknown, rollbacks: readonly ServiceRollback[]): Promise<void> {
  for (const rollback of rollbacks) rollback.ending ??= await endOfError(error, rollback.record)
}
