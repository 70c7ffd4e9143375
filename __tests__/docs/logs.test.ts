/** The logs in the README are what the built action writes: the same runs again, compared line by line. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type Account, openAccount } from '../../scripts/demo/account.ts'
import { systems } from '../../scripts/demo/systems.ts'
import { readPage } from './pages.ts'

jest.setTimeout(60_000)

const folder = mkdtempSync(join(tmpdir(), 'ecs-deploy-readme-'))
let goApi: Account
let nextjsAlb: Account
beforeAll(async () => {
  goApi = await open('go-api')
  nextjsAlb = await open('nextjs-alb')
})
afterAll(async () => {
  await goApi.close()
  await nextjsAlb.close()
  rmSync(folder, { recursive: true })
})

function open(name: string): Promise<Account> {
  const system = systems().find((candidate) => candidate.name === name)
  if (system === undefined) throw new Error(`There is no system ${name}`)
  return openAccount(system, join(folder, name), 200)
}

/** The lines of the log below the marker `<!-- log: NAME -->`. */
function shownLog(name: string): readonly string[] {
  const text = readPage('README.md')
  const [, after = ''] = text.split(`<!-- log: ${name} -->`)
  const [, log] = /^\s+```text\n([\s\S]*?)```/.exec(after) ?? []
  if (log === undefined) throw new Error(`README.md shows no log of ${name}`)
  return log.trimEnd().split('\n')
}

/** What differs between two runs of the same deployment: ids, and how long it took. */
function comparable(line: string): string {
  return line
    .replace(/\b[0-9a-f]{32}\b|(?<=task )[0-9a-f]{8}\b/g, 'ID')
    .replace(/ecs-svc\/\d+/g, 'ecs-svc/N')
    .replace(/ after (?:\d+ (?:h|min|s) ?)+$/, ' after a while')
}

const progress = /^ ?\d+:\d\d {2}/

/** Which states a progress line happens to catch depends on the time; its parts have a form. */
function partsOfProgress(line: string): readonly string[] {
  return line
    .replace(progress, '')
    .split('  |  ')
    .map((part) =>
      part
        .replace(/\b(?:IN_PROGRESS|FAILED|COMPLETED)\b/, 'STATE')
        .replace(/(?<=[ :])\d+/g, 'N')
        .replace(/ \(still\)$/, ''),
    )
}

/** A shown line, in which `…` stands for any text. */
function pattern(line: string): RegExp {
  const pieces = comparable(line)
    .split('…')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pieces.join('.*')}$`)
}

/** Every shown line is in the log, in this order; `…` on a line of its own stands for lines. */
function expectShown(shown: readonly string[], log: string): void {
  const real = log.split('\n')
  const forms = new Set(real.filter((line) => progress.test(line)).flatMap(partsOfProgress))
  let from = 0
  for (const line of shown.filter((text) => text !== '…')) {
    if (progress.test(line)) {
      for (const part of partsOfProgress(line)) expect(forms).toContain(part)
      continue
    }
    const fits = pattern(line)
    const at = real.findIndex((candidate, index) => index >= from && fits.test(comparable(candidate)))
    expect(`${at === -1 ? 'not in the log: ' : ''}${line}`).toBe(line)
    from = at + 1
  }
}

test('a failed deployment', async () => {
  const good = await goApi.deploy('good', 'v2')
  expect(good.main.outputs.outcome).toBe('deployed')
  const { main } = await goApi.deploy('arm64', 'arm64')
  expect(main.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'wrong-platform' })
  expectShown(shownLog('go-api arm64'), main.log)
})

test('a dry run', async () => {
  const inputs = { 'dry-run': 'true', 'environment-variables': 'LOG_LEVEL=debug', memory: '1024' }
  const { main } = await nextjsAlb.deploy('dry-run', 'v2', { inputs })
  expect(nextjsAlb.mutatingCalls()).toEqual([])
  expectShown(shownLog('nextjs-alb dry-run'), main.log)
})
