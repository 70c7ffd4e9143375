import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Ending } from './ending.ts'
import type { Ports } from './ports.ts'
import type { Prepared } from './prepare.ts'
import type { DeploymentRecord } from './record.ts'

/** What is left to do once the deployment has come to an end. */
export type AfterDeployment = (end: Ending) => Promise<Ending>

/**
 * What is asked for beside the deployment: checks beforehand whether it can be done, suspends the automatic scaling where
 * that is wanted, and returns what is to be done afterwards: verify, settle the scaling, tidy old revisions up.
 *
 * @throws ProblemsFound where something cannot be done; nothing was changed then
 */
export async function beforeDeployment(
  inputs: DeployInputs,
  { service, definition }: Prepared,
  ports: Ports,
  record: DeploymentRecord,
): Promise<AfterDeployment> {
  const { verification, autoscaling, keepRevisions } = inputs
  const { checkScaling, settleScaling, suspendScaling } = await import('./scaling.ts')
  const target = await checkScaling(inputs, ports, record)
  const toVerify = verification && {
    verification,
    definition,
    basis: await (await import('../verification/prepare-verification.ts')).prepareVerification(
      verification,
      service,
      inputs,
      ports,
      record,
    ),
  }
  if (target !== undefined && autoscaling === 'suspend' && !inputs.dryRun) await suspendScaling(target, ports, record)
  return async (done) => {
    if (inputs.dryRun) return done
    let end = done
    if (toVerify !== undefined) {
      const { verify } = await import('../verification/verify.ts')
      end = await verify(end, toVerify, inputs, ports, record)
    }
    if (target !== undefined && (autoscaling === 'suspend' || autoscaling === 'resume')) {
      end = await settleScaling(end, target, autoscaling, ports, record)
    }
    if (keepRevisions !== undefined) {
      const { tidyRevisions } = await import('./tidy-revisions.ts')
      await tidyRevisions(end, keepRevisions, ports, record)
    }
    return end
  }
}
