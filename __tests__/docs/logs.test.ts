/** The logs in the README are what the built action writes: the same runs again, compared line by line. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type Account, openAccount } from '../../scripts/demo/account.ts'
import { systems } from '../../scripts/demo/systems.ts'
import { expectShown, shownLog } from './shown-log.ts'

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

test('a refused deployment', async () => {
  const { main } = await goApi.deploy('arm64-checked', 'arm64')
  expect(goApi.mutatingCalls()).toEqual([])
  expectShown(shownLog('README.md', 'go-api arm64-checked'), main.log)
})

test('a failed deployment', async () => {
  const good = await goApi.deploy('good', 'v2')
  expect(good.main.outputs.outcome).toBe('deployed')
  const { main } = await goApi.deploy('arm64', 'arm64', { inputs: { preflight: 'off' } })
  expect(main.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'wrong-platform' })
  expectShown(shownLog('README.md', 'go-api arm64'), main.log)
})

test('a dry run', async () => {
  const inputs = { 'dry-run': 'true', 'environment-variables': 'LOG_LEVEL=debug', memory: '1024' }
  const { main } = await nextjsAlb.deploy('dry-run', 'v2', { inputs })
  expect(nextjsAlb.mutatingCalls()).toEqual([])
  expectShown(shownLog('README.md', 'nextjs-alb dry-run'), main.log)
})
