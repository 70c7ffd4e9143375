/** A process that plays the seeds it is sent, with `groups` also their groups. */
import { loadAction } from '../action.ts'
import { groupPlan } from '../groups/plan.ts'
import { playGroup } from '../groups/play.ts'
import { hasGroup, tryGroupSeed } from '../groups/try-group.ts'
import { trySeed, warmUp } from './result.ts'

const action = await loadAction(process.argv[2] ?? 'src')
const withGroups = process.argv[3] === 'groups'
await warmUp(action)
if (withGroups) await playGroup(groupPlan(0))

process.on('message', (seeds: readonly number[]) => {
  playAll(seeds).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
process.send?.('ready')

async function playAll(seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) {
    process.send?.(await trySeed(seed, action))
    if (withGroups && hasGroup(seed)) process.send?.(await tryGroupSeed(seed))
  }
  process.send?.('ready')
}
