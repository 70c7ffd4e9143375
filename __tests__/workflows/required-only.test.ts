/** A call with nothing but what is needed: the action gets '' for everything else, and sends nothing of it. */
import { afterEach, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { ecrImage, registry, webScenario } from '../support/web.ts'
import { filledIn } from './expressions.ts'
import { actionInputs, reusable, workflowNamed } from './files.ts'

jest.setTimeout(30_000)
let account: Account
afterEach(() => account.close())

type Texts = Readonly<Record<string, string>>

/** What the step gives to the action, with these inputs of the workflow. */
function given(workflow: string, job: string, step: string, inputs: Texts) {
  return filledIn(workflowNamed(workflow).jobs[job]?.steps?.find(({ id }) => id === step)?.with, { inputs })
}

/** As the runner hands them on: '' is given, and the default of action.yml does not take its place. */
function knownTo(folder: string, inputs: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => Object.hasOwn(actionInputs(folder) ?? {}, name)))
}

test('deploy.yml: UpdateService carries service, cluster and task definition', async () => {
  account = await Account.open(webScenario())
  const inputs = knownTo(
    'deploy',
    given('deploy.yml', 'deploy', 'deploy', { environment: 'production', service: 'web', image: ecrImage('v2') }),
  )
  expect(inputs).toMatchObject({
    service: 'web',
    'desired-count': '',
    'wait-for-minutes': '',
    'rollback-on-failure': '',
  })
  const run = await account.run(inputs)
  expectOutcome(run, 'deployed')
  expect(account.sent('UpdateService')).toEqual([
    { cluster: 'default', service: 'web', taskDefinition: expect.stringMatching(/web:\d+$/) },
  ])
})

/** What the pipeline hands to deploy.yml. */
const handedOn = (inputs: Texts, outputs: Texts) =>
  filledIn(workflowNamed('pipeline.yml').jobs.deploy?.with, { inputs, needs: { build: { outputs } } })

test.each([
  ['the whole image', ['image']],
  ['repository and digest, where GitHub drops what has the account id in it', ['ecr-repository', 'image-digest']],
])('pipeline.yml, %s: UpdateService carries no more', async (_name, saying) => {
  account = await Account.open(webScenario())
  const digest = account.digestOf('v2')
  const image = saying.includes('image') ? `${registry}/web@${digest}` : ''
  const handed = handedOn({ environment: 'production', service: 'web', repository: 'web' }, { image, digest })
  const set = Object.keys(handed).filter((name) => handed[name] !== '')
  expect(set.sort()).toEqual(['environment', 'service', ...saying].sort())
  const run = await account.run(knownTo('deploy', given('deploy.yml', 'deploy', 'deploy', handed)))
  expectOutcome(run, 'deployed')
  expect(account.sent('UpdateService')).toEqual([
    { cluster: 'default', service: 'web', taskDefinition: expect.stringMatching(/web:\d+$/) },
  ])
})

test.each([
  ['all outputs', { repository: 'acme/web', image: 'docker.io/acme/web@sha256:1', digest: 'sha256:1' }],
  ['only the digest, where GitHub drops what a secret occurs in', { digest: 'sha256:1' }],
])('pipeline.yml, another registry, %s: the image of that registry, and nothing of ECR', (_name, outputs) => {
  const inputs = { registry: 'docker.io', 'registry-username': 'acme', repository: 'acme/web', service: 'web' }
  expect(handedOn(inputs, outputs)).toMatchObject({
    image: 'docker.io/acme/web@sha256:1',
    'ecr-repository': '',
    'image-digest': '',
    registry: 'docker.io',
    'registry-username': 'acme',
  })
})

test('pipeline.yml, several builds: their images are artifacts, and none is named', () => {
  for (const registry of ['', 'docker.io'])
    expect(handedOn({ registry, builds: '[{}]', repository: '' }, {})).toMatchObject({
      builds: '[{}]',
      image: '',
      'ecr-repository': '',
      'image-digest': '',
    })
})

test('no user name is a secret, which would be masked in outputs', () => {
  const secrets = reusable.flatMap(({ workflow }) => Object.keys(workflow.on.workflow_call?.secrets ?? {}))
  expect([...new Set(secrets)].sort()).toEqual(['build-secrets', 'registry-password'])
})

test('rollback.yml: goes back with nothing given but the service', async () => {
  account = await Account.open(webScenario())
  expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
  const inputs = knownTo(
    'rollback',
    given('rollback.yml', 'rollback', 'rollback', { environment: 'production', service: 'web' }),
  )
  const run = await account.run(inputs, { action: 'rollback' })
  expect(run.outputs.outcome).toBe('rolled-back')
  expect(account.sent('UpdateService').at(-1)).toEqual({
    cluster: 'default',
    service: 'web',
    taskDefinition: expect.stringMatching(/web:\d+$/),
  })
})
