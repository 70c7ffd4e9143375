import type { DeploymentRecord } from '../deployment/record.ts'
import { saveText, stateName } from '../deployment/saved-state.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'

/** Writes the record for the post step, before and after each call that changes something: a later state replaces an earlier one. */
export function keepFor(inputs: DeployInputs, record: DeploymentRecord): () => Promise<void> {
  return async () => {
    const { saveState } = await import('@actions/core')
    saveState(stateName, saveText(inputs, record))
  }
}

/** The run came to its end by itself: the post step has nothing to do. */
export async function forget(): Promise<void> {
  const { saveState } = await import('@actions/core')
  saveState(stateName, '')
}
