/**
 * How long after ECS knows the step ends, for rollouts and failures of every kind, and how many calls that takes; beside the
 * schedules of others. `node bench/time-to-verdict.ts [--write] [--only TEXT]`: on virtual time, the same figures on every
 * machine; ends with 1 where a figure is worse than its limit, or docs/speed.md does not say what was measured.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { failures, rollouts } from './verdict/cases.ts'
import { pageOf } from './verdict/page.ts'
import { measureAll } from './verdict/pool.ts'
import { failureRow, lateOfAll, rolloutRow } from './verdict/rows.ts'
import { aligned, callsTable, failureTable, othersTable, rolloutTable } from './verdict/tables.ts'

const page = join(import.meta.dirname, '../docs/speed.md')
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, only: { type: 'string' } } })
const startedAt = performance.now()

const isWanted = ({ name }: { readonly name: string }): boolean => name.includes(values.only ?? '')
const wanted = [...failures, ...rollouts].filter(isWanted)
// The longest first, so that both processors end at the same time.
const jobs = wanted
  .toReversed()
  .flatMap(({ name, runs }) => Array.from({ length: runs }, (_, index) => ({ name, seed: index + 1 })))
const results = await measureAll(jobs)
const of = (wantedName: string) => results.filter((_, index) => jobs[index]?.name === wantedName)
const good = rollouts.filter(isWanted).map((rollout) => rolloutRow(rollout, of(rollout.name)))
const bad = failures.filter(isWanted).map((failing) => failureRow(failing, of(failing.name)))
const together = lateOfAll(failures.filter(isWanted).map((failing) => ({ failing, measured: of(failing.name) })))

console.log('\nSeconds between COMPLETED and the end of the step, median / p95')
console.log(aligned(rolloutTable(good)))
console.log('\nCalls a minute')
console.log(aligned(callsTable(good)))
console.log(
  `\nFailures: seconds after UpdateService; all ${together.runs} together end ${together.median.toFixed(1)} / ${together.p95.toFixed(1)} s (median / p95) after certainty`,
)
console.log(aligned(failureTable(bad)))
console.log('\nWhat the others say, and when')
console.log(aligned(othersTable(bad)))

const misses = [...good, ...bad, { name: 'all failures', ...together }].flatMap(({ name, misses: own }) =>
  own.map((miss) => `${name}: ${miss}`),
)
for (const miss of misses) console.error(`MISSED  ${miss}`)
console.log(`\n${jobs.length} deployments in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
if (misses.length > 0 || jobs.length === 0) process.exitCode = 1
if (values.only === undefined) checkPage(pageOf(good, bad, together))

function checkPage(text: string): void {
  if (values.write) writeFileSync(page, text)
  if (existsSync(page) && readFileSync(page, 'utf8') === text) return
  console.error('docs/speed.md does not say what was measured. Run "npm run bench -- --write".')
  process.exitCode = 1
}
