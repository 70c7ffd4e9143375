/**
 * `npm run conformance [-- --write] [-- --only TEXT]`: real AWS clients against the simulator, one line per check.
 * Exits 1 when a check fails or docs/conformance.md does not say what the checks say; `--write` writes that page.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Check, Client } from './check.ts'
import { checks } from './checks.ts'
import { Ground } from './ground.ts'
import { modelledOperations } from './operations.ts'
import { pageOf } from './page.ts'
import { installPython, type Python } from './python.ts'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/conformance.md')
const requirements = join(import.meta.dirname, 'requirements.txt')
/** The checks mostly wait for the polls of their clients. */
const atOnce = 4

interface Result {
  readonly check: Check
  readonly seconds: number
  readonly error?: unknown
}

async function runCheck(check: Check, python: Python): Promise<Result> {
  const started = Date.now()
  const ground = await Ground.open(check.scenario, check.speed ?? 60, python)
  const since = () => (Date.now() - started) / 1000
  try {
    await check.play(ground)
    for (const operation of check.shows) mustHaveBeenCalled(ground, operation)
    return { check, seconds: since() }
  } catch (error) {
    return { check, seconds: since(), error }
  } finally {
    await ground.close()
  }
}

function mustHaveBeenCalled({ simulator }: Ground, operation: string): void {
  const called = simulator.requests().some((request) => `${request.service}:${request.operation}` === operation)
  if (!called) throw new Error(`The check claims to show ${operation}, which was not called`)
}

async function runAll(wanted: readonly Check[], python: Python): Promise<readonly Result[]> {
  const waiting = [...wanted]
  const results: Result[] = []
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = await runCheck(check, python)
      results.push(result)
      print(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

function print({ check, seconds, error }: Result): void {
  const number = checks.indexOf(check) + 1
  console.log(
    `${error === undefined ? 'ok  ' : 'FAIL'} ${number}. ${check.client}: ${check.title} (${seconds.toFixed(1)} s)`,
  )
  if (error !== undefined) console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function versions(): Readonly<Record<Client, string>> {
  const pins = readFileSync(requirements, 'utf8')
  const pinned = (name: string) => pins.match(new RegExp(`^${name}==(.+)$`, 'm'))?.[1] ?? 'unknown'
  const lock = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return {
    'AWS CLI': pinned('awscli'),
    boto3: pinned('boto3'),
    'JavaScript SDK': lock.dependencies['@aws-sdk/client-ecs'],
    'ecs-deploy': pinned('ecs-deploy'),
  }
}

/** @returns whether the page says what the checks say */
function pageIsFresh(write: boolean): boolean {
  const wanted = pageOf(checks, modelledOperations(), versions())
  if (write) writeFileSync(page, wanted)
  if (readFileSync(page, 'utf8') === wanted) return true
  console.error('docs/conformance.md does not say what is checked. Run "npm run conformance -- --write".')
  return false
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, only: { type: 'string' } } })
  const { only } = values
  const wanted = checks.filter(({ client, title }) => only === undefined || `${client}: ${title}`.includes(only))
  const python = await installPython(join(root, '.tmp/conformance'), requirements)
  const results = await runAll(wanted, python)
  const failed = results.filter(({ error }) => error !== undefined).length
  console.log(`${results.length - failed} of ${results.length} checks passed.`)
  const fresh = pageIsFresh(values.write)
  return failed === 0 && results.length > 0 && fresh ? 0 : 1
}

process.exitCode = await main()
