/** Runs a workflow with act on this machine, as a push or a dispatch would start it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTool } from '../tools/install.ts'
import { type Ran, run } from '../tools/run.ts'

export type Ground = {
  /** Scratch folder of the run. */
  readonly folder: string
  /** `--local-repository` words. */
  readonly mappings: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Environment of every step. */
  readonly steps: Readonly<Record<string, string>>
}

export type Event = {
  readonly name: string
  readonly payload?: object
  /** Inputs of a dispatch. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
}

/** @param repository folder of the calling repository */
export async function act(ground: Ground, repository: string, workflow: string, event: Event): Promise<Ran> {
  const payload = join(ground.folder, 'event.json')
  writeFileSync(
    payload,
    JSON.stringify({ ...event.payload, ...(event.inputs === undefined ? {} : { inputs: event.inputs }) }),
  )
  const pairs = (word: string, entries: Readonly<Record<string, string>> = {}) =>
    Object.entries(entries).flatMap(([name, value]) => [word, `${name}=${value}`])
  const words = [
    ...[event.name, '--workflows', join(repository, '.github/workflows', workflow), '--eventpath', payload],
    ...[
      '--platform',
      'ubuntu-24.04=-self-hosted',
      '--action-offline-mode',
      '--no-cache-server',
      '--container-daemon-socket',
      '-',
    ],
    ...ground.mappings,
    ...pairs('--env', ground.steps),
    ...pairs('--var', event.variables),
  ]
  const env = { ...process.env, ...ground.environment, ACT_DISABLE_VERSION_CHECK: '1' }
  return run(await goTool('act'), words, { env, cwd: repository, limitSeconds: 240 })
}
