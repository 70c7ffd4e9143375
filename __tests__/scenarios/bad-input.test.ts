import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { ServiceScenario } from '../../simulator/scenario.ts'
import { Account, type Ended, type Inputs } from '../support/account.ts'
import { errors, expectOutcome, plain } from '../support/expectations.ts'
import { definition, ecrImage, registry, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const v2 = { image: ecrImage('v2') }

/** Refused with one error that says all of this, and nothing in the account was changed. */
function expectRefusal(run: Ended, ...facts: readonly (string | RegExp)[]): void {
  expectOutcome(run, 'failed')
  expect(run.outputs).toMatchObject({ changed: 'false', 'deployment-id': '' })
  expect(account.changes()).toEqual([])
  const [error = ''] = errors(run)
  for (const fact of facts) {
    if (typeof fact === 'string') {
      expect(error).toContain(fact)
      expect(plain(run.summary)).toContain(fact)
    } else expect(error).toMatch(fact)
  }
}

async function refused(inputs: Inputs, ...facts: readonly (string | RegExp)[]): Promise<Ended> {
  account = await Account.open(webScenario())
  const run = await account.run(inputs)
  expectRefusal(run, ...facts)
  return run
}

describe('inputs that make no sense', () => {
  test.each<[string, Inputs, readonly string[]]>([
    ['the service is missing', { service: '' }, ['Input "service"', 'It is missing.']],
    ['a misspelt name', { ...v2, 'desired-cuont': '2' }, ['desired-cuont', 'Did you mean desired-count?']],
    ['a name of another action', { ...v2, 'codedeploy-appspec': 'x' }, ['codedeploy-appspec', 'CODE_DEPLOY']],
    ['neither true nor false', { ...v2, 'dry-run': 'yes' }, ['dry-run', 'yes']],
    ['a tag alone', { image: 'v2' }, ['is not a whole image', 'registry, repository and tag']],
    ['an image that GitHub cut off', { image: '/web:v2' }, ['has no registry before the first "/"']],
    ['two images', { ...v2, 'ecr-repository': 'web', 'image-tag': 'v2' }, ['image is given as well. Leave one.']],
    ['a tag without a repository', { 'image-tag': 'v2' }, ['It needs ecr-repository']],
    ['a negative count', { 'desired-count': '-1' }, ['desired-count', '-1']],
    ['a wait without end', { ...v2, 'wait-for-minutes': '0' }, ['wait-for-minutes']],
    ['a variable without a name', { ...v2, 'environment-variables': 'just text' }, ['environment-variables']],
    ['placeholders without a file', { ...v2, variables: 'A=b' }, ['task-definition must be the path of one']],
    ['no such file', { 'task-definition': 'ecs/web.json' }, ['There is no file', 'ecs/web.json']],
    ['a network that is not one', { 'network-configuration': '{subnet: [a]}' }, ['network-configuration', 'subnet']],
  ])('%s', async (_, inputs, facts) => {
    await refused(inputs, ...facts)
    expect(account.simulator.requests()).toEqual([])
  })

  test('several at once are told at once', async () => {
    const inputs = { service: '', image: 'v2', 'desired-count': 'two', 'wait-for-minute': '5' }
    await refused(inputs, '4 problems', 'It is missing.', 'is not a whole image', 'desired-count', 'wait-for-minutes?')
    expect(account.simulator.requests()).toEqual([])
  })
})

describe('things that are not there', () => {
  test('the cluster', async () => {
    await refused(
      { ...v2, cluster: 'prod' },
      'There is no cluster "prod" in us-east-1',
      'aws ecs list-clusters --region us-east-1',
    )
  })

  test('the service', async () => {
    await refused(
      { ...v2, service: 'wep' },
      'The cluster "default" in us-east-1 has no service "wep"',
      'aws ecs list-services',
    )
  })

  test('the container: those that exist are listed (amazon-ecs-render-task-definition#246, #232)', async () => {
    const containers = {
      containerDefinitions: [{ name: 'proxy', image: 'nginx:1' }, ...definition('v1').containerDefinitions],
    }
    account = await Account.open(webScenario({ taskDefinition: { ...definition('v1'), ...containers } }))
    const run = await account.run({ ...v2, 'container-name': 'wbe' })
    expectRefusal(run, 'There is no container "wbe"', '"proxy", "web"')
  })

  test('which of two containers is meant', async () => {
    const containers = {
      containerDefinitions: [{ name: 'proxy', image: 'nginx:1' }, ...definition('v1').containerDefinitions],
    }
    account = await Account.open(webScenario({ taskDefinition: { ...definition('v1'), ...containers } }))
    expectRefusal(await account.run(v2), 'It is not clear which container is meant', '"proxy", "web"')
  })

  test('the tag', async () => {
    await refused(
      { image: ecrImage('v3') },
      'The ECR repository web in registry 111122223333, Region us-east-1 has no image with the tag v3',
    )
  })

  test('the digest', async () => {
    const digest = `sha256:${'0'.repeat(64)}`
    await refused({ image: `${registry}/web@${digest}` }, `has no ${digest}`)
  })

  test('the repository', async () => {
    await refused({ image: `${registry}/wep:v2` }, 'There is no ECR repository wep in registry 111122223333')
  })

  test('the repository of this account', async () => {
    await refused({ 'ecr-repository': 'wep', 'image-tag': 'v2' }, 'There is no ECR repository "wep" in this account')
  })

  test('the task definition', async () => {
    await refused({ 'task-definition': 'wep:7' }, 'ECS has no task definition "wep:7" in us-east-1')
  })

  test('service, tag and task definition at once: told at once', async () => {
    const inputs = { service: 'wep', image: ecrImage('v3'), 'task-definition': 'wep' }
    await refused(
      inputs,
      '3 problems',
      'has no service "wep"',
      'has no image with the tag v3',
      'no task definition "wep"',
    )
  })

  test('the Region', async () => {
    account = await Account.open(webScenario())
    const env = { AWS_ACCESS_KEY_ID: 'AKIASIMULATED', AWS_SECRET_ACCESS_KEY: 'simulated' }
    const run = await account.runWithout({ service: 'web', ...v2 }, { env })
    expectRefusal(run, 'There is no AWS Region', 'aws-actions/configure-aws-credentials')
  })

  test('credentials', async () => {
    account = await Account.open(webScenario())
    const run = await account.runWithout({ service: 'web', ...v2 }, { env: { AWS_REGION: 'us-east-1' } })
    expectRefusal(run, 'There are no AWS credentials', 'id-token: write')
    expect(account.simulator.requests()).toEqual([])
  })
})

describe('a task definition file', () => {
  async function withFile(text: string, inputs: Inputs = {}, name = 'web.json'): Promise<Ended> {
    account = await Account.open(webScenario())
    return account.run({ 'task-definition': name, ...inputs }, { files: { [name]: text } })
  }

  const good = { ...definition('v2') }

  test('that is not JSON: file, line and column', async () => {
    expectRefusal(await withFile('{\n  "family": "web"\n  "cpu": "256"\n}\n'), /web\.json:[23]:\d+/)
  })

  test('with a bare word: its place', async () => {
    const { family, ...rest } = good
    const text = `{\n  "family": "${family}",\n  oops,\n${JSON.stringify(rest).slice(1)}`
    expectRefusal(await withFile(text), 'web.json:3:3', 'oops')
  })

  test('with an unknown member: its place and the nearest name', async () => {
    const text = JSON.stringify({ ...good, containerDefinitons: [] }, undefined, 2)
    const line = text.split('\n').findIndex((part) => part.includes('containerDefinitons')) + 1
    expectRefusal(await withFile(text), `web.json:${line}:3`, 'containerDefinitions')
  })

  test('in YAML with a wrong type: file, line and column (amazon-ecs-deploy-task-definition#587, #53)', async () => {
    const text = `family: web\ncontainerDefinitions:\n  - name: web\n    image: ${ecrImage('v2')}\n    cpu: [1]\n`
    expectRefusal(await withFile(text, {}, 'web.yaml'), /web\.yaml:5:\d+/)
  })

  test('with a variable that is not set: at its line', async () => {
    const text = JSON.stringify({ ...good, family: '${FAMILY}' }, undefined, 2)
    const run = await withFile(text, { variables: 'OTHER=1' })
    expectRefusal(run, /web\.json:2:\d+/, 'FAMILY')
  })

  test('and an image that is not there: told at once', async () => {
    const run = await withFile('{ "family": 7 }', { image: ecrImage('v3') })
    expectRefusal(run, 'web.json:1:', 'has no image with the tag v3')
  })

  test('whose own image is not there', async () => {
    const run = await withFile(JSON.stringify(definition('v3')))
    expectRefusal(run, 'Container "web"', 'has no image with the tag v3')
  })

  test('that is a folder is none', async () => {
    account = await Account.open(webScenario())
    const files = { 'web.json/readme.txt': 'A folder.' }
    expectRefusal(await account.run({ 'task-definition': 'web.json' }, { files }), 'There is no file')
  })
})

describe('services that this action does not deploy', () => {
  test.each<[string, Partial<ServiceScenario>, readonly string[]]>([
    [
      'CodeDeploy (amazon-ecs-deploy-task-definition#345, #96, #262, ecspresso#663)',
      { deploymentController: 'CODE_DEPLOY' },
      ['CODE_DEPLOY deployment controller', 'codedeploy-'],
    ],
    ['EXTERNAL', { deploymentController: 'EXTERNAL' }, ['EXTERNAL deployment controller']],
    ['Express Mode', { resourceManagementType: 'ECS' }, ['Express Mode', 'amazon-ecs-deploy-express-service']],
    ['blue/green', { deploymentConfiguration: { strategy: 'BLUE_GREEN' } }, ['deployment strategy BLUE_GREEN']],
    ['a deleted one', { status: 'INACTIVE' }, ['was deleted (status INACTIVE)']],
    ['one being deleted', { status: 'DRAINING' }, ['is being deleted (status DRAINING)']],
  ])('%s', async (_, service, facts) => {
    account = await Account.open(webScenario(service))
    expectRefusal(await account.run(v2), ...facts)
  })

  test('one with a pause hook (ecs_deploy#123)', async () => {
    const lifecycleHooks = [{ targetType: 'PAUSE' as const, lifecycleStages: ['POST_SCALE_UP' as const] }]
    account = await Account.open(webScenario({ deploymentConfiguration: { lifecycleHooks } }))
    expectRefusal(await account.run(v2), 'has a pause hook')
  })
})

test('what is not checked here: the words of ECS, and the service is as it was', async () => {
  account = await Account.open(webScenario())
  const run = await account.run({ ...v2, cpu: '256', memory: '4096', preflight: 'off' })
  expectOutcome(run, 'failed')
  expect(errors(run)[0]).toContain('No Fargate configuration exists for given values.')
  expect(account.calls('UpdateService')).toEqual([])
})
