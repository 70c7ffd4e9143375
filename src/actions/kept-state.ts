import type { DeploymentRecord } from '../deployment/record.ts'
import { saveText, stateName } from '../deployment/saved-state.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'

/** Writes the record for the post step, before and after each call that changes something: a later state replaces an earlier one. */
export function keepFor(inputs: DeployInputs, record: DeploymentRecord, env: NodeJS.ProcessEnv): () => Promise<void> {
  return async () => {
    await save(saveText(inputs, record), env)
  }
}

/** The run came to its end by itself: the post step has nothing to do. */
export function forget(env: NodeJS.ProcessEnv): Promise<void> {
  return save('', env)
}

/** Outside GitHub Actions there is no post step to keep anything for. */
async function save(text: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (!env.GITHUB_STATE) return
  const { saveState } = await import('@actions/core')
  saveState(stateName, text)
}
