import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Circumstances, type Ended, type Inputs } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { breaker, definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

/** Values that nobody may see; each is found whichever way it is printed. */
const canary = (place: string): string => `canary-${place}-c4n4ry`
const found = /canary-[a-z-]+-c4n4ry/g

const running = {
  environment: [
    { name: 'RUNNING', value: canary('running') },
    { name: 'SHARED', value: canary('before') },
  ],
  dockerLabels: { owner: canary('running-label') },
  command: ['serve', '--token', canary('running-command')],
}

const inputs: Inputs = {
  'environment-variables': `SHARED=${canary('input')}\nLINES<<END\nfirst\n${canary('input-lines')}\nEND`,
  'docker-labels': `owner=${canary('label')}`,
  'log-configuration-log-driver': 'splunk',
  'log-configuration-options': `splunk-token=${canary('log-option')}`,
}

const file = JSON.stringify({
  ...definition('sick', {
    environment: [{ name: 'FROM_FILE', value: canary('file') }],
    dockerLabels: { owner: canary('file-label') },
  }),
})

/** Everything that a run wrote anywhere: log, outputs, state, summary, report. */
function written(run: Ended): string {
  const files = readdirSync(run.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(run.folder, name))
    .filter((path) => statSync(path).isFile())
  expect(files.length).toBeGreaterThan(3)
  return [run.log, ...files.map((path) => readFileSync(path, 'utf8'))].join('\n')
}

async function runWith(own: Inputs, circumstances: Circumstances = {}): Promise<Ended> {
  const taskDefinition = definition('v1', running)
  account = await Account.open(webScenario({ taskDefinition, deploymentConfiguration: breaker.stop }))
  const env = { RUNNER_DEBUG: '1', AWS_SECRET_ACCESS_KEY: canary('secret-key'), AWS_SESSION_TOKEN: canary('session') }
  return account.run({ ...inputs, ...own }, { ...circumstances, env })
}

function expectNoValue(run: Ended): void {
  expect(written(run).match(found)).toBeNull()
}

describe('values of variables, labels and log options are nowhere', () => {
  test('in a deployment, though the names of what changed are there', async () => {
    const run = await runWith({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expectNoValue(run)
    expect(run.log).toContain('SHARED')
    expect(run.log).toContain('LINES')
    const [registered] = account.sent('RegisterTaskDefinition')
    expect(JSON.stringify(registered)).toContain(canary('input-lines'))
    expect(JSON.stringify(registered)).toContain(canary('running'))
  })

  test('in a dry run', async () => {
    const run = await runWith({ image: ecrImage('v2'), 'dry-run': 'true' })
    expectOutcome(run, 'planned')
    expectNoValue(run)
  })

  test('in a failure that is rolled back', async () => {
    const run = await runWith({ image: ecrImage('sick') })
    expectOutcome(run, 'rolled-back')
    expectNoValue(run)
  })

  test('with a file, whose values and variables are canaries', async () => {
    const text = file.replace(canary('file'), '${VALUE}')
    const own = { 'task-definition': 'web.json', variables: `VALUE=${canary('variable')}` }
    const run = await runWith(own, { files: { 'web.json': text } })
    expectOutcome(run, 'rolled-back')
    expectNoValue(run)
    const [registered] = account.sent('RegisterTaskDefinition')
    expect(JSON.stringify(registered)).toContain(canary('variable'))
  })

  test.each<[string, Inputs]>([
    ['a line without a name', { 'environment-variables': canary('bare') }],
    ['a name that is none', { 'environment-variables': `not a name=${canary('bad-name')}` }],
    ['a name twice', { 'environment-variables': `A=${canary('once')}\nA=${canary('twice')}` }],
    ['a value without end', { 'environment-variables': `A<<END\n${canary('open')}` }],
    [
      'a variable that is a secret as well',
      { 'environment-variables': `A=${canary('both')}`, secrets: 'A=/db/password' },
    ],
    ['an input that does not exist', { password: canary('unknown-input') }],
    ['a label without a value', { 'docker-labels': canary('bare-label') }],
  ])('in the refusal of %s', async (_, own) => {
    const run = await runWith(own)
    expectOutcome(run, 'failed')
    expectNoValue(run)
    expect(account.changes()).toEqual([])
  })

  test.each([
    ['a wrong type beside them', { environment: [{ name: 'A', value: [canary('wrong-type')] }] }],
    ['a member that does not exist', { enviroment: [{ name: 'A', value: canary('misspelt') }] }],
  ])('in the refusal of a file with %s', async (_, container) => {
    const text = JSON.stringify(definition('v2', container), undefined, 2)
    const run = await runWith({ 'task-definition': 'web.json' }, { files: { 'web.json': text } })
    expectOutcome(run, 'failed')
    expectNoValue(run)
  })

  test('in the refusal of a file that cannot be parsed', async () => {
    const text = `{ "environment": [{ "name": "A", "value": "${canary('unparsed')} } ] }`
    const run = await runWith({ 'task-definition': 'web.json' }, { files: { 'web.json': text } })
    expectOutcome(run, 'failed')
    expectNoValue(run)
  })

  test('when the answers of AWS are lost', async () => {
    const taskDefinition = definition('v1', running)
    account = await Account.open(webScenario({ taskDefinition }))
    account.fault({ kind: 'malformed', operation: 'RegisterTaskDefinition' })
    account.fault({ kind: 'malformed', operation: 'UpdateService' })
    const run = await account.run({ ...inputs, image: ecrImage('v2') }, { env: { RUNNER_DEBUG: '1' } })
    expectOutcome(run, 'deployed')
    expectNoValue(run)
  })

  test('in what a killed run leaves for the post step, and in the post step', async () => {
    account = await Account.open(webScenario({ taskDefinition: definition('v1', running) }), { speed: 60 })
    const own = { ...inputs, image: ecrImage('v2'), 'on-cancel': 'rollback' }
    const signals = [{ signal: 'SIGKILL', when: /IN_PROGRESS {2}desired/ }] as const
    const main = await account.run(own, { signals })
    expect(main.state.deployment).toContain('web:1')
    expect(main.log.match(found)).toBeNull()
    expect(JSON.stringify(main.state).match(found)).toBeNull()
    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expectNoValue(post)
  })
})
