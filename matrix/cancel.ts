/**
 * `npm run matrix:cancel [-- --write] [-- --only TEXT]`: a signal before and after every call of a run.
 * Exits 1 when a run breaks a rule or docs/cancellation.md does not say what came out; `--write` writes that page.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { callsOf } from './cancel/calls.ts'
import { type Cell, cellsOf, nameOf } from './cancel/cells.ts'
import { type Deployment, deployments } from './cancel/deployments.ts'
import { judge, type Pace } from './cancel/judge.ts'
import { pageOf, type Result } from './cancel/page.ts'
import { play } from './cancel/play.ts'
import { inEcs, said } from './cancel/said.ts'
import { mayBeLeftOut } from './cancel/story.ts'
import { isFresh, wholeRows } from './fresh.ts'
import { inParallel } from './in-parallel.ts'

const page = join(import.meta.dirname, '../docs/cancellation.md')
/** Slow enough that an answer comes back within the grace that the action gives it: 1.5 s are 50 ms. */
const quick: Pace = { speed: 30, machineSeconds: 1 }
/** For a machine that stalls; a run that waits for 30 s instead of leaving is caught by both. */
const slow: Pace = { speed: 6, machineSeconds: 4 }
/** Runs mostly wait. */
const atOnce = 6

async function resultOf(cell: Cell): Promise<Result | undefined> {
  const first = await tryCell(cell, quick)
  // The machine may have stalled for longer than the grace: once more, slower.
  const result = first.complaints.length === 0 ? first : await tryCell(cell, slow)
  if (!result.made && mayBeLeftOut(cell.call)) {
    console.log(`not made: ${nameOf(cell)}`)
    return undefined
  }
  if (result.complaints.length > 0) {
    console.error(`FAIL ${nameOf(cell)}: ${result.complaints.join('; ')}\n${result.log}\n`)
  } else if (first !== result) console.log(`once more, slower: ${nameOf(cell)}: ${first.complaints.join('; ')}`)
  return result
}

async function tryCell(cell: Cell, pace: Pace): Promise<Result> {
  try {
    const played = await play(cell.deployment, cell.onCancel, cell, pace.speed)
    const log = `${played.main.log}--- post\n${played.post?.log ?? ''}`
    const complaints = judge(cell, played, pace)
    return {
      cell,
      made: played.struck,
      said: said(cell, played),
      inEcs: inEcs(played.record, cell.deployment.action),
      complaints,
      log,
    }
  } catch (error) {
    return { cell, made: true, said: 'not told', inEcs: 'untouched', complaints: [String(error)], log: '' }
  }
}

/** Where `--only` begins with the name of a deployment, the others need not be asked for their calls. */
function askedFor(only: string): readonly Deployment[] {
  const named = deployments.filter(({ name }) => only.startsWith(`${name}: `))
  return named.length > 0 ? named : deployments
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, only: { type: 'string' } } })
  const startedAt = performance.now()
  const { only = '' } = values
  const asked = askedFor(only)
  const calls = await inParallel(asked, atOnce, callsOf)
  const all = asked.flatMap((deployment, index) => cellsOf(deployment, calls[index] ?? []))
  const wanted = all.filter((cell) => nameOf(cell).includes(only))
  const played = await inParallel(wanted, atOnce, resultOf)
  const results = played.filter((result) => result !== undefined)
  const bad = results.filter(({ complaints }) => complaints.length > 0).length
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`${results.length - bad} of ${results.length} runs kept the rules (${seconds} s).`)
  if (values.only !== undefined) return bad === 0 && results.length > 0 ? 0 : 1
  return bad === 0 && isFresh(page, pageOf(wholeRows(wanted, played)), 'matrix:cancel', values.write) ? 0 : 1
}

process.exitCode = await main()
