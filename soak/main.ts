/**
 * `npm run soak -- --runs N --seed S`: plays N random deployments against the simulator and judges them.
 * `--replay SEED`: one of them, with its whole log; `--replay-group SEED`: the group that every tenth seed has besides, and where
 * that breaks a rule, the smallest one that does. `--defects`: with mistakes in the action, each of which must be caught.
 * `--json` prints what came of it for a program, and `--add FILE` adds that of an earlier part: a long run can be made in parts.
 * `--again FILE` plays what broke a rule in such a part, and nothing else, to see whether it still does.
 * Ends with 1 if a rule was broken, or a defect was not caught.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadAction } from './action.ts'
import { catchDefects } from './defects/catch-defects.ts'
import { type GroupPlan, groupPlan } from './groups/plan.ts'
import { playGroup } from './groups/play.ts'
import { groupPlanLines, shrinkGroup } from './groups/shrink.ts'
import { tryGroupSeed } from './groups/try-group.ts'
import type { Violation } from './judge/check.ts'
import { judge } from './judge/judge.ts'
import { randomPlan } from './plan/random-plan.ts'
import { play } from './play/play.ts'
import { soakPage } from './run/page.ts'
import { trySeed, warmUp } from './run/result.ts'
import { shrink } from './run/shrink.ts'
import { countLines, missingOutcomes, type Part, Tally, together } from './run/summary.ts'
import { playSeeds, type Range } from './run/workers.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    src: { type: 'string', default: 'src' },
    replay: { type: 'string' },
    'replay-group': { type: 'string' },
    defects: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    add: { type: 'string' },
    again: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
/** Shrinking takes many runs; after a few of them one knows. */
const mostShrunk = 5

const runsBetweenProgress = 5000

const range = { first: Number(values.seed), count: Number(values.runs) }
const workers = Number(values.workers)

if (values.replay !== undefined) process.exitCode = await replay(Number(values.replay))
else if (values['replay-group'] !== undefined) process.exitCode = await replayGroup(Number(values['replay-group']))
else if (values.again !== undefined) process.exitCode = await playAgain(values.again)
else if (values.defects) process.exitCode = await catchDefects({ ...range, count: 1000 }, workers, values.only)
else process.exitCode = await soak()

async function soak(): Promise<number> {
  const tally = new Tally()
  const before = values.add === undefined ? undefined : (JSON.parse(readFileSync(values.add, 'utf8')) as Part)
  const whole = before === undefined ? range : together(range, before)
  if (before !== undefined) tally.addPart(before)
  const startedAt = performance.now()
  await playSeeds(values.src, range, workers, 'groups', (result) => {
    tally.add(result)
    tellProgress(tally, startedAt)
    return true
  })
  return tellAll(tally, whole, (performance.now() - startedAt) / 1000)
}

/** What broke a rule in an earlier run, with the action and the judge of now; its ends are counted as they were. */
async function playAgain(file: string): Promise<number> {
  const part = JSON.parse(readFileSync(file, 'utf8')) as Part
  const action = await loadAction(values.src)
  await warmUp(action)
  await playGroup(groupPlan(0))
  const tally = new Tally()
  tally.addPart({ ...part, failures: [] })
  const startedAt = performance.now()
  for (const failure of part.failures) {
    const { seed, kind } = failure
    const again = kind === 'group' ? await tryGroupSeed(seed) : await trySeed(seed, action)
    if (again.violations.length > 0) tally.failures.push(again)
    else tally.mended.push(failure)
  }
  return tellAll(tally, { first: part.first, count: part.count }, (performance.now() - startedAt) / 1000)
}

async function tellAll(tally: Tally, whole: Range, seconds: number): Promise<number> {
  const { failures, mended, ends, ingredients, runs, groups } = tally
  failures.sort((one, other) => one.seed - other.seed)
  if (values.json) {
    const counts = { ends: Object.fromEntries(ends), ingredients: Object.fromEntries(ingredients) }
    console.log(JSON.stringify({ ...whole, runs, groups, seconds, failures, mended, ...counts }))
  } else {
    console.log(`How they ended:\n${countLines(ends).join('\n')}`)
    console.log(`What they were made of:\n${countLines(ingredients).join('\n')}`)
    const missing = missingOutcomes(tally)
    if (missing.length > 0) console.log(`Outcomes that did not occur: ${missing.join(', ')}`)
    if (mended.length > 0) console.log(`Mended: ${mended.map(({ seed }) => seed).join(', ')}`)
    console.log(
      `${runs} runs and ${groups} groups in ${seconds.toFixed(0)} s (${((runs + groups) / seconds).toFixed(1)} a second)`,
    )
    await tellFailures(tally)
  }
  if (values.write) writeFileSync('docs/soak.md', soakPage(tally, whole))
  return failures.length > 0 ? 1 : 0
}

/** A long run says where it is, on standard error, so that what is read by programs stays as it is. */
function tellProgress({ runs, groups, failures }: Tally, startedAt: number): void {
  if (runs === 0 || (runs + groups) % runsBetweenProgress !== 0) return
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  console.error(`${runs} runs and ${groups} groups in ${seconds} s, ${failures.length} with a violation`)
  for (const { kind, seed } of failures) console.error(`  ${kind ?? 'run'} of seed ${seed}`)
}

async function tellFailures({ failures }: Tally): Promise<void> {
  if (failures.length === 0) return
  const action = await loadAction(values.src)
  await warmUp(action)
  for (const [index, { seed, kind, violations, ends }] of failures.entries()) {
    for (const { check, why } of violations) console.log(`\nSeed ${seed} (${ends.join(', ')}): ${check}: ${why}`)
    console.log(`  Replay it with: npm run soak -- --replay${kind === 'group' ? '-group' : ''} ${seed}`)
    const [first] = violations
    if (index >= mostShrunk || first === undefined) continue
    console.log('  It takes no more than:')
    const smallest =
      kind === 'group'
        ? groupPlanLines(await shrinkGroup(groupPlan(seed), first.check))
        : (await shrink(randomPlan(seed), first.check, action)).ingredients.map((one) => JSON.stringify(one))
    for (const line of smallest) console.log(`    ${line}`)
  }
}

async function replay(seed: number): Promise<number> {
  const action = await loadAction(values.src)
  await warmUp(action)
  const plan = randomPlan(seed)
  for (const one of plan.ingredients) console.log(JSON.stringify(one))
  const played = await play(plan, action, console.log)
  const time = (at: number): string => ((at - played.startedAt) / 1000).toFixed(1).padStart(8)
  console.log('\nWhat was sent:')
  for (const { stage, sentAt, operation, error = '', fault = '', applied } of played.calls)
    console.log(`${time(sentAt)}  ${stage} ${operation} ${applied ? 'applied ' : ''}${fault} ${error}`.trimEnd())
  console.log('\nWhat others did:')
  for (const { at, deed, refused = '' } of played.done) console.log(`${time(at)}  ${JSON.stringify(deed)} ${refused}`)
  console.log('\nThe service:')
  for (const { at, desired, running, deployments, status } of played.moments) {
    const shown = deployments.map(
      (one) =>
        `${one.number.slice(0, 5)} ${one.taskDefinition.replace(/^.*\//, '')} ${one.status} ${one.rolloutState} healthy ${one.healthy}/${one.running}${one.troubled ? ' troubled' : ''}`,
    )
    console.log(`${time(at)}  ${status} ${running}/${desired}  ${shown.join('  |  ')}`)
  }
  const violations = judge(played)
  console.log(violations.length === 0 ? '\nNo rule was broken.' : '')
  for (const { check, why } of violations) console.log(`Broken: ${check}: ${why}`)
  return violations.length > 0 ? 1 : 0
}

async function replayGroup(seed: number): Promise<number> {
  const plan = groupPlan(seed)
  await playGroup(groupPlan(0))
  const [first] = await tellGroup(plan)
  if (first === undefined) return 0
  const smallest = await shrinkGroup(plan, first.check)
  console.log(`\nTo break "${first.check}" it takes no more than this:`)
  await tellGroup(smallest)
  return 1
}

async function tellGroup(plan: GroupPlan): Promise<readonly Violation[]> {
  const { violations, log } = await playGroup(plan)
  for (const line of groupPlanLines(plan)) console.log(line)
  console.log(log)
  console.log(violations.length === 0 ? '\nNo rule was broken.' : '')
  for (const { check, why } of violations) console.log(`Broken: ${check}: ${why}`)
  return violations
}
