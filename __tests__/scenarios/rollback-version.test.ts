import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { errors, expectOutcome, expectRollback, plain } from '../support/expectations.ts'
import { commit, commitTags, rollBack, threeVersions } from '../support/rollback.ts'
import { definition, ecrImage, registry, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const arnOf = (name: string) => `arn:aws:ecs:us-east-1:111122223333:task-definition/${name}`

describe('after two deployments of the deploy action', () => {
  test('"previous" is the version before, used as it is, told with its commit', async () => {
    account = await Account.open(webScenario())
    expectOutcome(await account.run({ image: ecrImage('v2') }, { env: { GITHUB_SHA: commit('a') } }), 'deployed')
    await account.control('push', { repository: 'web', image: { tag: 'v3' } })
    expectOutcome(await account.run({ image: ecrImage('v3') }, { env: { GITHUB_SHA: commit('b') } }), 'deployed')
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(run.log).toContain(`web runs web:2 (commit ${'a'.repeat(12)}) again (1 of 1 task). web:3 was left.`)
    expect(account.sent('UpdateService').at(-1)).toEqual({
      cluster: 'default',
      service: 'web',
      taskDefinition: arnOf('web:2'),
    })
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(2)
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
    const { id } = await account.primary()
    expect(run.outputs).toMatchObject({
      changed: 'true',
      from: 'web:3',
      'task-definition': 'web:2',
      'task-definition-arn': arnOf('web:2'),
      commit: commit('a'),
      'image-digest': account.digestOf('v2'),
      'deployment-id': id,
      'running-count': '1',
      cause: '',
    })
    expect(JSON.parse(run.outputs.services ?? '')).toEqual([
      expect.objectContaining({ service: 'web', outcome: 'rolled-back', from: 'web:3', 'task-definition': 'web:2' }),
    ])
    expect(await account.run({ image: ecrImage('v2') })).toMatchObject({ outputs: { outcome: 'unchanged' } })
  })
})

describe('the version to go to (ecspresso#22)', () => {
  test.each([
    ['previous, which is not the failed revision in between', {}],
    ['a revision', { to: '1' }],
    ['family:revision', { to: 'web:1' }],
    ['an ARN', { to: arnOf('web:1') }],
    ['a commit', { to: commit('1') }],
    ['the beginning of a commit', { to: '11111111' }],
  ])('%s', async (_, inputs) => {
    account = await Account.open(threeVersions())
    const run = await rollBack(account, inputs)
    expectRollback(run, 'rolled-back')
    expect(run.outputs).toMatchObject({ from: 'web:3', commit: commit('1') })
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
    expect(account.sent('UpdateService')).toHaveLength(1)
    expect(account.sent('UpdateService')[0]).not.toHaveProperty('desiredCount')
  })

  test.each([
    ['a revision that never completed', '2', /web:3|Revision 2 was deployed in web, but never completed/],
    ['its commit', commit('2'), /commit 2{40} was deployed in web, but never completed/],
    ['a commit that nobody knows', 'abcdef1', /No version of web is known to come from commit abcdef1/],
    ['a revision that does not exist', '77', /ECS has no task definition web:77 \(any more\)/],
  ])('%s: refused, with those to choose from', async (_, to, message) => {
    account = await Account.open(threeVersions())
    const run = await rollBack(account, { to })
    expectRollback(run, 'failed')
    expect(errors(run)[0]).toMatch(message)
    expect(errors(run)[0]).toContain(`web:1, commit ${'1'.repeat(12)}, web:v1 (sha256:`)
    expect(errors(run)[0]).toContain('image still there')
    expect(plain(run.summary)).toContain('Versions to choose from')
    expect(account.mutations()).toEqual([])
  })

  test('a revision that the history does not know: gone to, and said so', async () => {
    const taskDefinitions = [definition('v1'), definition('v2')]
    account = await Account.open(webScenario({ taskDefinition: 'web:2' }, { taskDefinitions }))
    const run = await rollBack(account, { to: 'web:1' })
    expectRollback(run, 'rolled-back')
    expect(run.log).toContain('web runs web:1 (1 of 1 task). web:2 was left.')
    expect(run.report).toMatchObject({
      services: [
        {
          notices: [
            'web:1 is not in the history of the service, so whether it ever ran here is not known.',
            expect.stringContaining('The digest that ran before is not known for "web"'),
            'The image digest of "web" could not be compared with the one that ran before.',
          ],
        },
      ],
    })
    expect(await account.primary()).toMatchObject({ revision: 'web:1', rolloutState: 'COMPLETED' })
  })

  test('nothing before what runs: refused', async () => {
    account = await Account.open(webScenario())
    const run = await rollBack(account)
    expectRollback(run, 'failed')
    expect(errors(run)[0]).toContain('ECS remembers no other version that completed in web')
    expect(account.mutations()).toEqual([])
  })

  test('what runs already: unchanged', async () => {
    account = await Account.open(threeVersions())
    const run = await rollBack(account, { to: 'web:3' })
    expectRollback(run, 'unchanged')
    expect(run.outputs).toMatchObject({ changed: 'false', from: 'web:3', 'task-definition': 'web:3' })
    expect(account.mutations()).toEqual([])
  })
})

describe('a version whose tag has moved since', () => {
  const images = [{ tag: 'latest', content: 'first' }, { tag: 'v2' }]
  const scenario = webScenario(
    { taskDefinition: 'web:2', history: [{ taskDefinition: 'web:1' }] },
    {
      taskDefinitions: [definition('latest', {}, commitTags('1')), definition('v2')],
      repositories: [{ name: 'web', images }],
    },
  )

  test('is brought back by its digest, in a copy with the tags of the revision; "previous" is then refused', async () => {
    account = await Account.open(scenario)
    const old = account.digestOf('latest')
    await account.control('push', { repository: 'web', image: { tag: 'latest', content: 'second' } })
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(account.sent('RegisterTaskDefinition')[0]).toMatchObject({
      containerDefinitions: [{ image: `${registry}/web@${old}` }],
      tags: expect.arrayContaining([
        { key: 'ecs-deploy:commit', value: commit('1') },
        { key: 'ecs-deploy:copy-of', value: 'web:1' },
      ]),
    })
    expect(await account.runningDigests()).toEqual([old])
    expect(run.outputs).toMatchObject({ 'task-definition': 'web:3', 'image-digest': old, commit: commit('1') })
    expect(run.log).toContain('again, as a copy of web:1 (1 of 1 task). web:2 was left.')

    const again = await rollBack(account)
    expectRollback(again, 'failed')
    expect(errors(again)[0]).toContain('web:3 is itself the result of a rollback')
    expect(errors(again)[0]).toMatch(/web:2, .*left by a rollback/)
    expectRollback(await rollBack(account, { to: 'web:1' }), 'unchanged')
    expect(account.changes()).toHaveLength(2)
  })

  test('where tagging is denied the copy has no tags, and its content tells what it is', async () => {
    account = await Account.open({ ...scenario, deny: ['ecs:TagResource'] })
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(run.log).toContain('The copy of web:1 carries no tags: the permission ecs:TagResource')
    expect(errors(await rollBack(account))[0]).toContain('web:3 is itself the result of a rollback')
  })
})

describe('a task definition that', () => {
  test('was deregistered is registered again', async () => {
    const inactive = definition('v1', {}, { status: 'INACTIVE' })
    const service = { taskDefinition: 'web:2', history: [{ taskDefinition: 'web:1' }] }
    account = await Account.open(webScenario(service, { taskDefinitions: [inactive, definition('v2')] }))
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(run.log).toContain('Registered web:3, a copy of web:1: it was deregistered.')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('is marked as deployed after a task: its changes are not undone, and the report says so', async () => {
    const marked = definition('v2', {}, commitTags('3', { key: 'ecs-deploy:pre-deploy', value: 'migrate' }))
    const service = { taskDefinition: 'web:2', history: [{ taskDefinition: 'web:1' }] }
    account = await Account.open(webScenario(service, { taskDefinitions: [definition('v1'), marked] }))
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    const notice =
      'Before web:2 was deployed, a task ran, a migration for example. What it changed is not undone by a rollback.'
    expect(run.log).toContain(notice)
    expect(plain(run.summary)).toContain(notice)
  })

  test('names an image that is gone: an error before anything is changed', async () => {
    account = await Account.open(threeVersions())
    await account.control('delete-image', { image: `web@${account.digestOf('v1')}` })
    const run = await rollBack(account)
    expectRollback(run, 'failed')
    expect(errors(run)[0]).toMatch(/Container "web" of web:1 could not start, because its image is gone/)
    expect(errors(run)[0]).toContain('image gone')
    expect(account.mutations()).toEqual([])
  })
})

test('dry-run: where it would go, and nothing is changed', async () => {
  account = await Account.open(threeVersions())
  const run = await rollBack(account, { 'dry-run': 'TRUE' })
  expectRollback(run, 'planned')
  expect(run.log).toContain(
    'Dry run: the service would go from web:3 to a copy of web:1, pinned to the digests that ran. Nothing was changed.',
  )
  expect(account.mutations()).toEqual([])
})

test('inputs that are wrong are told together, before AWS is asked', async () => {
  account = await Account.open(threeVersions())
  const run = await rollBack(account, { to: 'yesterday', image: 'x', 'dry-run': 'perhaps', 'wait-for-minutes': '3' })
  expectRollback(run, 'failed')
  for (const name of ['to', 'image', 'dry-run', 'wait-for-minutes']) expect(errors(run)[0]).toContain(`Input "${name}"`)
  expect(account.simulator.requests()).toEqual([])
})
