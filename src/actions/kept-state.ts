import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type { DeploymentRecord } from '../deployment/record.ts'
import { saveText, stateName } from '../deployment/saved-state.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'

/**
 * Writes the record for the post step: at the start, and around each call that changes something; a later state replaces an
 * earlier one. Written at once, so that it is there whatever ends this process.
 */
export function keepFor(inputs: DeployInputs, record: DeploymentRecord, env: NodeJS.ProcessEnv): () => Promise<void> {
  return async () => saveState(stateName, saveText(inputs, record), env)
}

/** The run came to its end by itself: the post step has nothing to do. */
export function forget(env: NodeJS.ProcessEnv): void {
  saveState(stateName, '', env)
}

/** Keeps a text for the post step. Outside GitHub Actions there is none to keep anything for. */
export function saveState(name: string, text: string, env: NodeJS.ProcessEnv): void {
  if (!env.GITHUB_STATE) return
  const end = `end-of-state-${randomUUID()}`
  appendFileSync(env.GITHUB_STATE, `${name}<<${end}\n${text}\n${end}\n`)
}
