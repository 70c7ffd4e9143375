/**
 * `npm run test:workflows`: the whole chain, run for real on this machine. act runs pipeline.yml and the templates; a real Docker engine builds
 * an example and pushes it to a real registry, and the built action deploys the digest against the simulator. What is put in
 * other words for act: scripts/chain/scratch.ts. Where no Docker engine can be started it fails, unless WORKFLOW_CHAIN_WITHOUT_DOCKER=allowed.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chain } from './chain/chain.ts'
import { NoEngine, startEngine } from './chain/engine.ts'

async function main(): Promise<number> {
  // Short, because the path of a socket may have only 107 characters.
  const folder = mkdtempSync(join(tmpdir(), 'chain-'))
  mkdirSync(join(folder, 'engine'))
  try {
    const engine = await startEngine(join(folder, 'engine'))
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        engine.stop().then(
          () => process.exit(1),
          () => process.exit(1),
        )
      })
    try {
      return await chain(folder, engine)
    } finally {
      await engine.stop()
    }
  } catch (error) {
    if (!(error instanceof NoEngine)) throw error
    console.error(error.message)
    if (process.env.WORKFLOW_CHAIN_WITHOUT_DOCKER !== 'allowed') {
      console.error(
        'FAILED: the chain of the workflows was NOT run: there is no Docker engine (WORKFLOW_CHAIN_WITHOUT_DOCKER=allowed lets this pass).',
      )
      return 1
    }
    console.log('NOT RUN, as allowed: the chain of the workflows, for want of a Docker engine.')
    return 0
  } finally {
    remove(folder)
  }
}

/** What an engine has mounted is busy for a moment after its end, and for good where it was killed: that says nothing about the chain. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  } catch (error) {
    console.error(`${folder} could not be removed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

process.exitCode = await main()
