/**
 * Random groups of two to four services: images that fail, somebody else who deploys, a run that is cancelled or killed.
 * `npm run soak:groups -- --runs N --seed S`; ends with 1 where a run does not owe up to what docs/groups.md promises.
 */
import { parseArgs } from 'node:util'
import { groupPlan } from './plan.ts'
import { playGroup } from './play.ts'
import { tryGroup } from './try-group.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
})
const [first, runs] = [Number(values.seed), Number(values.runs)]
// The first calls load what they need, in real time.
await playGroup(groupPlan(0))
const counts = new Map<string, number>()
let failed = 0
for (let seed = first; seed < first + runs; seed += 1) {
  const { ends, violations } = await tryGroup(groupPlan(seed))
  const end = ends.join(', ')
  counts.set(end, (counts.get(end) ?? 0) + 1)
  if (violations.length === 0) continue
  failed += 1
  for (const { check, why } of violations) console.error(`Seed ${seed} (${end}): ${check}: ${why}`)
  console.error(`  Replay it with: npm run soak -- --replay-group ${seed}`)
}
console.log(
  `${runs} groups: ${[...counts].map(([end, count]) => `${count} ${end}`).join('; ')}; ${failed} not as they must be`,
)
if (failed > 0) process.exitCode = 1
