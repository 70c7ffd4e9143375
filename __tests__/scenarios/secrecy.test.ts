import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { cancellation } from '../../scripts/demo/run-action.ts'
import type { ImageBehaviour, Scenario } from '../../simulator/scenario.ts'
import { Account, type Circumstances, type Ended, type Inputs } from '../support/account.ts'
import {
  canariesIn,
  canary,
  canaryEnvironment,
  expectNoCanary,
  expectNoCanaryIn,
  expectNoValueRead,
} from '../support/canaries.ts'
import { expectOutcome, expectRollback } from '../support/expectations.ts'
import { PullRequestComments, startGithub } from '../support/github.ts'
import { plan } from '../support/plan.ts'
import { pullRequestEvent } from '../support/pull-request.ts'
import { rollBack } from '../support/rollback.ts'
import { expectTask, migration, runTask, taskScenario } from '../support/tasks.ts'
import { breaker, definition, ecrImage, images, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

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

async function runWith(own: Inputs, circumstances: Circumstances = {}): Promise<Ended> {
  const taskDefinition = definition('v1', running)
  account = await Account.open(webScenario({ taskDefinition, deploymentConfiguration: breaker.stop }))
  return account.run({ ...inputs, ...own }, { ...circumstances, env: canaryEnvironment })
}

describe('values of variables, labels and log options are nowhere', () => {
  test('in a deployment, though the names of what changed are there', async () => {
    const run = await runWith({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expectNoCanary(run)
    expect(run.log).toContain('SHARED')
    expect(run.log).toContain('LINES')
    const [registered] = account.sent('RegisterTaskDefinition')
    expect(JSON.stringify(registered)).toContain(canary('input-lines'))
    expect(JSON.stringify(registered)).toContain(canary('running'))
  })

  test('in a dry run', async () => {
    const run = await runWith({ image: ecrImage('v2'), 'dry-run': 'true' })
    expectOutcome(run, 'planned')
    expectNoCanary(run)
  })

  test('in a failure that is rolled back', async () => {
    const run = await runWith({ image: ecrImage('sick') })
    expectOutcome(run, 'rolled-back')
    expectNoCanary(run)
  })

  test('with a file, whose values and variables are canaries', async () => {
    const text = file.replace(canary('file'), '${VALUE}')
    const own = { 'task-definition': 'web.json', variables: `VALUE=${canary('variable')}` }
    const run = await runWith(own, { files: { 'web.json': text } })
    expectOutcome(run, 'rolled-back')
    expectNoCanary(run)
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
    expectNoCanary(run)
    expect(account.changes()).toEqual([])
  })

  test.each([
    ['a wrong type beside them', { environment: [{ name: 'A', value: [canary('wrong-type')] }] }],
    ['a member that does not exist', { enviroment: [{ name: 'A', value: canary('misspelt') }] }],
  ])('in the refusal of a file with %s', async (_, container) => {
    const text = JSON.stringify(definition('v2', container), undefined, 2)
    const run = await runWith({ 'task-definition': 'web.json' }, { files: { 'web.json': text } })
    expectOutcome(run, 'failed')
    expectNoCanary(run)
  })

  test('in the refusal of a file that cannot be parsed', async () => {
    const text = `{ "environment": [{ "name": "A", "value": "${canary('unparsed')} } ] }`
    const run = await runWith({ 'task-definition': 'web.json' }, { files: { 'web.json': text } })
    expectOutcome(run, 'failed')
    expectNoCanary(run)
  })

  test('when the answers of AWS are lost', async () => {
    const taskDefinition = definition('v1', running)
    account = await Account.open(webScenario({ taskDefinition }))
    account.fault({ kind: 'malformed', operation: 'RegisterTaskDefinition' })
    account.fault({ kind: 'malformed', operation: 'UpdateService' })
    const run = await account.run({ ...inputs, image: ecrImage('v2') }, { env: { RUNNER_DEBUG: '1' } })
    expectOutcome(run, 'deployed')
    expectNoCanary(run)
  })

  test('in what a killed run leaves for the post step, and in the post step', async () => {
    account = await Account.open(webScenario({ taskDefinition: definition('v1', running) }), { speed: 60 })
    const own = { ...inputs, image: ecrImage('v2'), 'on-cancel': 'rollback' }
    const signals = [{ signal: 'SIGKILL', when: /IN_PROGRESS {2}desired/ }] as const
    const main = await account.run(own, { signals })
    expect(main.state.deployment).toContain('web:1')
    expect(canariesIn(main.log)).toEqual([])
    expect(canariesIn(JSON.stringify(main.state))).toEqual([])
    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expectNoCanary(post)
  })
})

/** What the container prints before it ends: all that it was given, in the ways programs print it. */
const logLines = [
  `DATABASE_URL=postgres://app:${canary('url-password')}@db.internal/app`,
  `config: {"FROM_SECRET": "${canary('secret-value')}", "SHARED": "${canary('input')}"}`,
  `FROM_PARAMETER=${canary('parameter-value')}`,
  `RUNNING is ${canary('running')}, SHARED is ${canary('input')}`,
  `Authorization: Bearer ${canary('bearer')}`,
  `password: ${canary('password')}`,
  'Error: connect ECONNREFUSED 10.0.0.9:5432',
]
const chatty: ImageBehaviour = { kind: 'crashes', exitCode: 1, afterSeconds: 2, logLines }
const account12 = '111122223333'
const secrets = [
  { name: 'FROM_SECRET', valueFrom: `arn:aws:secretsmanager:us-east-1:${account12}:secret:web/token-AbCdEf` },
  { name: 'FROM_PARAMETER', valueFrom: '/web/parameter' },
]
const logConfiguration = {
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' },
}
const full = { ...running, secrets, logConfiguration }
/** The log goes where it can be read; what was overridden is a canary, too. */
const { 'log-configuration-log-driver': _driver, 'log-configuration-options': _options, ...overrides } = inputs
const chattyImages = [...images, { tag: 'chatty', behaviour: chatty }]

function world(service: object = {}, rest: Partial<Scenario> = {}): Scenario {
  return webScenario(
    { taskDefinition: definition('v1', full), deploymentConfiguration: breaker.rollback, ...service },
    { repositories: [{ name: 'web', images: chattyImages }], ...rest },
  )
}

const twoVersions = {
  taskDefinition: 'web:2',
  history: [{ taskDefinition: 'web:1' }],
}
const taskDefinitions = [definition('v1', full), definition('v2', full)]

/** `sent`: what GitHub was told besides. */
type Told = Ended & { readonly sent?: string }

type Row = {
  readonly scenario: Scenario
  run(account: Account, circumstances: Circumstances): Promise<Told>
  expectEnd(run: Ended, outcome: string): void
  readonly outcome: string
  readonly circumstances?: Circumstances
  readonly prepare?: (account: Account) => void
}

const deploy = (tag: string, own: Inputs = {}): Pick<Row, 'run' | 'expectEnd'> => ({
  run: (opened, circumstances) => opened.run({ ...overrides, image: ecrImage(tag), ...own }, circumstances),
  expectEnd: expectOutcome,
})
const back = (own: Inputs = {}): Pick<Row, 'run' | 'expectEnd'> => ({
  run: (opened, circumstances) => rollBack(opened, own, circumstances),
  expectEnd: expectRollback,
})
const planned = (own: Inputs = {}): Pick<Row, 'run' | 'expectEnd'> => ({
  async run(opened, { env, ...rest }) {
    const comments = new PullRequestComments()
    const github = await startGithub(comments.answer)
    try {
      const given = { ...overrides, image: ecrImage('v2'), 'github-token': canary('github-token'), ...own }
      const onPullRequest = { ...pullRequestEvent(opened), GITHUB_API_URL: github.url, ...env }
      const end = await plan(opened, given, { ...rest, env: onPullRequest })
      // Without a plan there is no comment, unless there was one before.
      expect(comments.comments).toHaveLength(end.outputs['comment-url'] === '' ? 0 : 1)
      return {
        ...end,
        sent: JSON.stringify([comments.comments, github.requests.map(({ path, body }) => [path, body])]),
      }
    } finally {
      await github.close()
    }
  },
  expectEnd(run, outcome) {
    expect(`${run.outputs.outcome}\n${run.log}`).toBe(`${outcome}\n${run.log}`)
    if (outcome === 'planned') expect(run.outputs['comment-url']).toContain('#issuecomment-')
  },
})
const task = (own: Inputs = {}): Pick<Row, 'run' | 'expectEnd'> => ({
  run: (opened, circumstances) =>
    runTask(opened, { 'environment-variables': inputs['environment-variables'] ?? '', ...own }, circumstances),
  expectEnd: expectTask,
})
/** The image of the service prints all that it was given when it is told to migrate. */
function taskWorld(exitCode: number): Scenario {
  const behaviour = { ...migration, exitCode, logLines }
  return taskScenario(behaviour, { taskDefinition: definition('v1', { ...full, secrets }) })
}
const absent = { secrets: [] }

/** Every action in every kind of end; an action more is a row more. */
const endings: Readonly<Record<string, Row>> = {
  'deploy: deployed': { scenario: world(), ...deploy('v2'), outcome: 'deployed' },
  'deploy: started': {
    scenario: world(),
    ...deploy('v2', { 'wait-for-service-stability': 'false' }),
    outcome: 'started',
  },
  'deploy: planned': { scenario: world(), ...deploy('v2', { 'dry-run': 'true' }), outcome: 'planned' },
  'deploy: rolled back, with a log that prints it all': {
    scenario: world(),
    ...deploy('chatty'),
    outcome: 'rolled-back',
  },
  'deploy: failed and left so': {
    scenario: world({ deploymentConfiguration: breaker.stop }),
    ...deploy('chatty', { 'rollback-on-failure': 'false' }),
    outcome: 'failed',
  },
  'deploy: never healthy': {
    scenario: world({ deploymentConfiguration: breaker.none }),
    ...deploy('sick', { 'wait-for-minutes': '3' }),
    outcome: 'rolled-back',
  },
  'deploy: refused by preflight': { scenario: world({}, absent), ...deploy('v2'), outcome: 'failed' },
  'deploy: preflight errors as warnings': {
    scenario: world({}, absent),
    ...deploy('v2', { preflight: 'warn', 'wait-for-minutes': '3' }),
    outcome: 'rolled-back',
  },
  'deploy: the image does not exist': { scenario: world(), ...deploy('nowhere'), outcome: 'failed' },
  'deploy: bad input': { scenario: world(), ...deploy('v2', { 'wait-for-minutes': 'soon' }), outcome: 'failed' },
  'deploy: registering is refused': {
    scenario: world(),
    ...deploy('v2'),
    outcome: 'failed',
    prepare: (opened) =>
      opened.fault({
        kind: 'error',
        type: 'ClientException',
        message: 'Invalid.',
        operation: 'RegisterTaskDefinition',
      }),
  },
  'deploy: cancelled': {
    scenario: world(),
    ...deploy('v2'),
    outcome: 'cancelled',
    circumstances: { signals: cancellation(/IN_PROGRESS {2}desired/) },
  },
  'rollback: rolled back': { scenario: world(twoVersions, { taskDefinitions }), ...back(), outcome: 'rolled-back' },
  'rollback: planned': {
    scenario: world(twoVersions, { taskDefinitions }),
    ...back({ 'dry-run': 'true' }),
    outcome: 'planned',
  },
  'rollback: nowhere to go': { scenario: world(), ...back(), outcome: 'failed' },
  'rollback: bad input': {
    scenario: world(twoVersions, { taskDefinitions }),
    ...back({ to: 'nonsense!' }),
    outcome: 'failed',
  },
  'plan: changes': { scenario: world(), ...planned(), outcome: 'planned' },
  'plan: nothing to change': {
    scenario: world(),
    ...planned({ 'environment-variables': '', 'docker-labels': '', image: ecrImage('v1') }),
    outcome: 'planned',
  },
  'plan: refused by preflight': { scenario: world({}, absent), ...planned(), outcome: 'failed' },
  'plan: the image does not exist': {
    scenario: world(),
    ...planned({ image: ecrImage('nowhere') }),
    outcome: 'failed',
  },
  'plan: bad input': { scenario: world(), ...planned({ cpu: 'much' }), outcome: 'failed' },
  'run-task: succeeded, with a log that prints it all': { scenario: taskWorld(0), ...task(), outcome: 'succeeded' },
  'run-task: failed, with a log that prints it all': { scenario: taskWorld(3), ...task(), outcome: 'failed' },
  'run-task: timed out': { scenario: taskWorld(0), ...task({ 'wait-for-minutes': '0.2' }), outcome: 'timed-out' },
  'run-task: planned': { scenario: taskWorld(0), ...task({ 'dry-run': 'true' }), outcome: 'planned' },
  'run-task: a new revision': { scenario: taskWorld(0), ...task({ image: ecrImage('v2') }), outcome: 'succeeded' },
  'run-task: bad input': { scenario: taskWorld(0), ...task({ count: 'some' }), outcome: 'failed' },
  'run-task: cancelled': {
    scenario: taskWorld(0),
    ...task(),
    outcome: 'cancelled',
    circumstances: { signals: cancellation(/RUNNING/) },
  },
}

describe('no value is told, whatever the end', () => {
  test.each(Object.entries(endings))('%s', async (_, row) => {
    account = await Account.open(row.scenario)
    row.prepare?.(account)
    const run = await row.run(account, { ...row.circumstances, env: canaryEnvironment })
    row.expectEnd(run, row.outcome)
    expectNoCanary(run)
    expectNoCanaryIn(run.sent ?? '')
    expectNoCanaryIn(JSON.stringify(run.state))
    expectNoValueRead(account)
  })

  test('although the log of the container was shown', async () => {
    account = await Account.open(world())
    const run = await account.run({ ...overrides, image: ecrImage('chatty') }, { env: canaryEnvironment })
    expectOutcome(run, 'rolled-back')
    expect(run.log).toContain('  | DATABASE_URL=postgres://app:***@db.internal/app')
    expect(run.log).toContain('"FROM_SECRET": ***')
    expect(run.log).toContain('ECONNREFUSED 10.0.0.9:5432')
    expect(run.outputs.cause).toBe('database-refused')
  })
})
