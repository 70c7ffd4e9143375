/**
 * `npm run matrix [-- --write] [-- --only TEXT]`: every call of a deployment, with everything that may go wrong with it.
 * Exits 1 when a run breaks a rule or docs/faults.md does not say what came out; `--write` writes that page.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mayBeLeftOut } from './faults/calls.ts'
import { callsOf } from './faults/calls-of.ts'
import { type Cell, cellsOf, nameOf } from './faults/cells.ts'
import { deployments } from './faults/deployments.ts'
import { judge } from './faults/judge.ts'
import { pageOf, type Result } from './faults/page.ts'
import { play } from './faults/play.ts'
import { isFresh, wholeRows } from './fresh.ts'
import { inParallel } from './in-parallel.ts'

const page = join(import.meta.dirname, '../docs/faults.md')
const speed = 400
/** Runs mostly wait. */
const atOnce = 6

async function resultOf(cell: Cell): Promise<Result | undefined> {
  // In accelerated time a stall of the machine of 100 ms is 40 s for the action, and a call without an answer takes minutes: once more, slower.
  const first = await tryCell(cell, speed, false)
  const result = first.complaints.length === 0 ? first : await tryCell(cell, speed / 8, true)
  if (!result.made && mayBeLeftOut(cell.call)) {
    console.log(`not made: ${nameOf(cell)}`)
    return undefined
  }
  if (result.complaints.length > 0) {
    console.error(`FAIL ${nameOf(cell)}: ${result.complaints.join('; ')}\n${result.log}\n`)
  } else if (first !== result) console.log(`once more, slower: ${nameOf(cell)}: ${first.complaints.join('; ')}`)
  return result
}

async function tryCell(cell: Cell, speed: number, slowly: boolean): Promise<Result> {
  try {
    const played = await play(cell, speed, slowly)
    const { run, record } = played
    const { outcome = '' } = run.outputs
    return {
      cell,
      made: played.struck,
      outcome,
      applied: record.applied,
      complaints: judge(cell, played),
      log: run.log,
    }
  } catch (error) {
    return { cell, made: true, outcome: '', applied: [], complaints: [String(error)], log: '' }
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, only: { type: 'string' } } })
  const startedAt = performance.now()
  const calls = await inParallel(deployments, atOnce, (deployment) => callsOf(deployment, speed))
  const all = deployments.flatMap((deployment, index) => cellsOf(deployment, calls[index] ?? []))
  const wanted = all.filter((cell) => nameOf(cell).includes(values.only ?? ''))
  const played = await inParallel(wanted, atOnce, resultOf)
  const results = played.filter((result) => result !== undefined)
  const bad = results.filter(({ complaints }) => complaints.length > 0).length
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`${results.length - bad} of ${results.length} runs kept the rules (${seconds} s).`)
  if (values.only !== undefined) return bad === 0 && results.length > 0 ? 0 : 1
  return bad === 0 && isFresh(page, pageOf(wholeRows(wanted, played)), 'matrix', values.write) ? 0 : 1
}

process.exitCode = await main()
