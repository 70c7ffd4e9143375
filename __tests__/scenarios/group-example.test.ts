/** The eight services of examples/microservices, with the very workflow, list and template that people copy. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, jest, test } from '@jest/globals'
import { type Account, openAccount } from '../../scripts/demo/account.ts'
import { inputsOf, readCallerWorkflow } from '../../scripts/demo/caller-workflow.ts'
import { type ActionEnd, runAction } from '../../scripts/demo/run-action.ts'
import { systems } from '../../scripts/demo/systems.ts'
import { errors } from '../support/expectations.ts'
import { all, names, outcomesOf } from '../support/group.ts'

jest.setTimeout(90_000)

let account: Account
afterEach(() => account.close())

const system = systems().find(({ name }) => name === 'microservices')
const firstRun = '1000001'

async function open(): Promise<void> {
  if (system === undefined) throw new Error('There is no system microservices')
  account = await openAccount(system, mkdtempSync(join(tmpdir(), 'group-')), 300)
}

/** Main of one deployment; post must have had nothing to do. */
async function deploy(tag: string): Promise<ActionEnd> {
  const { main, post } = await account.deploy(tag, tag)
  expect(post).toMatchObject({ exitCode: 0, log: '', summary: '' })
  return main
}

function expectEnd(run: ActionEnd, outcome: string, members: Readonly<Record<string, string>>): void {
  expect(`${run.outputs.outcome}\n${run.log}`).toBe(`${outcome}\n${run.log}`)
  expect(outcomesOf(run)).toEqual(members)
  expect(run.report).toMatchObject({ outcome, mixed: false })
}

/** What all eight run. */
function expectAll(tag: string): void {
  const { tasks, repositories } = account.simulator.world
  for (const name of names) {
    const running = tasks.filter(
      (task) => task.service === name && task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING',
    )
    const digest = repositories.get(`aiponge-${name}`)?.tags.get(tag)
    expect([name, new Set(running.map(({ containers }) => containers[0]?.imageDigest))]).toEqual([
      name,
      new Set([digest]),
    ])
  }
}

/** The services of the calls of one operation, in their order. */
function servicesOf(operation: string): readonly string[] {
  return account.simulator
    .requests()
    .filter((request) => request.operation === operation)
    .map(({ input }) => (input as { service?: string }).service ?? '')
}

/** The rollback workflow of the example. */
function rollBack(to: string): Promise<ActionEnd> {
  const { inputs, region } = readCallerWorkflow('examples/microservices/rollback.yml', 'org/ecs-deploy/rollback')
  return runAction({
    action: 'rollback',
    stage: 'main',
    folder: mkdtempSync(join(tmpdir(), 'group-')),
    workspace: resolve('examples/microservices'),
    inputs: inputsOf({ inputs, region }, { 'inputs.to': to }),
    time: account.simulator.time,
    env: {
      AWS_REGION: region,
      AWS_ENDPOINT_URL: account.simulator.url,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
  })
}

test('good: migrated first, then all eight, then three addresses; the same again changes nothing; the run goes back', async () => {
  await open()
  const good = await deploy('v2')
  expectEnd(good, 'deployed', all('deployed'))
  expectAll('v2')
  const operations = account.mutatingCalls()
  expect(operations.slice(0, 9)).toEqual([...Array.from({ length: 8 }, () => 'RegisterTaskDefinition'), 'RunTask'])
  expect(operations.slice(9)).toEqual(Array.from({ length: 8 }, () => 'UpdateService'))
  expect(good.log).toContain('Changes applied')
  expect(good.log).toContain('Verifying 3 addresses.')
  expect(good.log).toMatch(/GET http:\/\/127\.0\.0\.1:\d+\/health\/services is as it should be/)
  const music = account.simulator
    .requests()
    .find(
      ({ operation, input }) =>
        operation === 'RegisterTaskDefinition' && JSON.stringify(input).includes('aiponge-music-service'),
    )
  expect(JSON.stringify(music?.input)).toContain('"MUSICAPI_API_KEY"')

  expectEnd(await deploy('v2'), 'unchanged', all('unchanged'))
  expect(account.mutatingCalls()).toEqual([])

  const tags = [...account.simulator.world.tags.values()].flat() as readonly { key?: string; value?: string }[]
  const run = tags.find(({ key }) => key === 'ecs-deploy:run')?.value ?? firstRun
  const back = await rollBack(`run:${run}`)
  expect(`${back.outputs.outcome}\n${back.log}`).toBe(`rolled-back\n${back.log}`)
  expect(back.exitCode).toBe(0)
  expect(servicesOf('UpdateService').slice(8)[0]).toBe('api-gateway')
  expect(new Set(servicesOf('UpdateService').slice(8))).toEqual(new Set(names))
  expect(back.log).toContain('What it changed is not undone by a rollback.')
  expectAll('v1')
})

test('the migration fails: nothing is touched', async () => {
  await open()
  const run = await deploy('migration-fails')
  expectEnd(run, 'failed', all('not-begun', { 'system-service': 'failed' }))
  expect(servicesOf('UpdateService')).toEqual([])
  expect(errors(run)[0]).toMatch(/system-service: .*exits with code 1/)
  expect(run.log).toContain('column "plan" of relation "users" contains null values')
  expectAll('v1')
})

test('an address fails after all have completed: all eight go back, with the answer as evidence', async () => {
  await open()
  const run = await deploy('not-ready')
  expectEnd(run, 'rolled-back', all('rolled-back'))
  expect(servicesOf('UpdateService').slice(8)[0]).toBe('api-gateway')
  expect(run.log).toMatch(/\/health answered 503 instead of 200-299/)
  expect(run.log).toContain('{"status":"starting","missing":["music-service"]}')
  expect(run.log).toContain('What it changed is not undone by a rollback.')
  expectAll('v1')
})
