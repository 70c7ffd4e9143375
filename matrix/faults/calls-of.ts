import type { Call } from './calls.ts'
import type { Deployment } from './deployments.ts'
import { runDeployment } from './run-deployment.ts'

/** Plays the deployment without a fault. @returns the calls of it that the table shows, in their order */
export function callsOf(deployment: Deployment, speed: number): Promise<readonly Call[]> {
  const calls: Pick<Call, 'operation' | 'phase' | 'nth'>[] = []
  return runDeployment(
    deployment,
    { speed },
    (operation, place) => {
      if (place !== undefined) calls.push({ operation, ...place })
    },
    (account) => (run) => {
      if (run.outputs.outcome !== deployment.outcome) {
        throw new Error(`Without a fault "${deployment.title}" ended as ${run.outputs.outcome}:\n${run.log}`)
      }
      const recorded = new Map(account.simulator.requests().map((request) => [request.operation, request]))
      return calls
        .filter(({ phase, operation, nth }) => deployment.shows(phase, operation, nth))
        .map((call) => ({
          ...call,
          service: recorded.get(call.operation)?.service ?? '',
          mutating: recorded.get(call.operation)?.mutating ?? false,
        }))
    },
  )
}
