import type { DeployInputs } from '../inputs/deploy-inputs.ts'

/** Whether a run asks for anything beside the deployment itself. */
export function asksForExtras({ verification, autoscaling, settings, keepRevisions }: DeployInputs): boolean {
  return (
    verification !== undefined ||
    autoscaling !== undefined ||
    settings.desiredCount !== undefined ||
    keepRevisions !== undefined
  )
}
