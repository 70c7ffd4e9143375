/**
 * `npm run demo [-- --dist FOLDER]`: deploys the five systems of examples/, well and badly, against a simulated AWS.
 * Ends with 0 if all went as it should.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Account, openAccount } from './demo/account.ts'
import { readableLog } from './demo/readable-log.ts'
import { type PlannedRun, type System, systems } from './demo/systems.ts'

/** Virtual seconds per real second: a deployment that takes five minutes on AWS takes one second. */
const speed = 300
/** As many as the smallest runners have processors. */
const atOnce = 2
const folder = resolve('.tmp/demo')
const { dist } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } }).values

/** What a migration that fails has needed. No service is touched by it. */
const beforehand: readonly string[] = ['RegisterTaskDefinition', 'RunTask']

type Row = {
  readonly system: string
  readonly run: string
  readonly expected: string
  readonly got: string
  readonly exitCode: string
  readonly seconds: string
  readonly cause: string
  readonly right: boolean
}

async function main(): Promise<number> {
  if (!existsSync(join(dist, 'deploy-main.js'))) {
    console.error(`There is no ${dist}/deploy-main.js. Build it first: npm run build`)
    return 1
  }
  rmSync(folder, { recursive: true, force: true })
  const startedAt = performance.now()
  const rows = await inOrder(systems(), atOnce, deployAll)
  printTable(rows.flat())
  const wrong = rows.flat().filter(({ right }) => !right).length
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(
    `\n${rows.flat().length} runs in ${seconds} s; ${wrong === 0 ? 'all as expected' : `${wrong} not as expected`}.`,
  )
  console.log(`What each run wrote: ${relative('.', folder)}/SYSTEM/RUN/ (log.txt, summary.md, output)`)
  return wrong === 0 ? 0 : 1
}

async function deployAll(system: System): Promise<readonly Row[]> {
  const account = await openAccount(system, join(folder, system.name), speed, dist)
  try {
    const rows: Row[] = []
    for (const run of system.runs) rows.push(await deployOnce(account, system, run))
    return rows
  } finally {
    await account.close()
  }
}

async function deployOnce(account: Account, system: System, run: PlannedRun): Promise<Row> {
  const { main, post } = await account.deploy(run.name, run.tag, {
    ...(run.inputs === undefined ? {} : { inputs: run.inputs }),
  })
  const changes = account.mutatingCalls()
  const log = `${main.log}${post.log}`
  writeFileSync(join(folder, system.name, run.name, 'log.txt'), log)
  const { outcome = 'none', cause = '' } = main.outputs
  const { expected } = run
  const mayChange = expected.outcome === 'deployed' || expected.outcome === 'rolled-back'
  const right =
    outcome === expected.outcome &&
    main.exitCode === expected.exitCode &&
    cause === expected.cause &&
    post.exitCode === 0 &&
    (mayChange || changes.every((operation) => beforehand.includes(operation) && expected.cause !== 'input'))
  console.log(`\n━━ ${system.name}: ${run.what} (tag ${run.tag}) ${'━'.repeat(20)}\n`)
  console.log(indent(readableLog(log)))
  console.log(`\n    Exit code ${main.exitCode}. Asked of AWS to change: ${changes.join(', ') || 'nothing'}.`)
  console.log(`    Job summary: ${relative('.', main.summaryFile)}`)
  return {
    system: system.name,
    run: run.name,
    expected: `${expected.outcome}${expected.cause === '' ? '' : ` (${expected.cause})`}`,
    got: outcome,
    exitCode: String(main.exitCode),
    seconds: main.seconds.toFixed(1),
    cause,
    right,
  }
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}

function printTable(rows: readonly Row[]): void {
  const titles = ['system', 'run', 'expected', 'got', 'exit', 'seconds', 'cause', '']
  const cells = rows.map((row) => [
    ...[row.system, row.run, row.expected, row.got, row.exitCode, row.seconds, row.cause],
    row.right ? 'as expected' : 'NOT AS EXPECTED',
  ])
  const widths = titles.map((_title, column) =>
    Math.max(...[titles, ...cells].map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  console.log(`\n${line(titles)}\n${widths.map((width) => '─'.repeat(width)).join('  ')}`)
  for (const row of cells) console.log(line(row))
}

/** So many at a time, results in the order of the items. */
async function inOrder<T, R>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const waiting = [...items.entries()]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: workers }, worker))
  return results
}

process.exitCode = await main()
