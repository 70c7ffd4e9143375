/** A process that plays the seeds it is sent. */
import { loadAction } from '../action.ts'
import { trySeed, warmUp } from './result.ts'

const action = await loadAction(process.argv[2] ?? 'src')
await warmUp(action)

process.on('message', (seeds: readonly number[]) => {
  playAll(seeds).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
process.send?.('ready')

async function playAll(seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) process.send?.(await trySeed(seed, action))
  process.send?.('ready')
}
