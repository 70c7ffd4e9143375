/** `running` in the place of an image: everything but the image is deployed. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { errors, expectOutcome } from '../support/expectations.ts'
import { expectGroup } from '../support/group.ts'
import { expectPlan, plan, planWithoutCredentials } from '../support/plan.ts'
import { pullRequestEvent } from '../support/pull-request.ts'
import { definition, ecrImage, registry, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

/** What the file says is older than what runs. */
const file = (container: object = {}, rest: object = {}) => ({
  files: { 'web.json': JSON.stringify(definition('v1', container, rest)) },
})
const changed = file({ environment: [{ name: 'LEVEL', value: 'debug' }] })
const keep = { image: 'running', 'task-definition': 'web.json' }

async function openWithV2(): Promise<void> {
  account = await Account.open(webScenario())
  expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
}

describe('the image that runs stays', () => {
  test('while the rest of the file is deployed; the same again changes nothing', async () => {
    await openWithV2()
    const digest = account.digestOf('v2')
    const lookedUp = account.calls('BatchGetImage').length
    const run = await account.run(keep, changed)
    expectOutcome(run, 'deployed')
    expect(run.outputs).toMatchObject({ 'task-definition': 'web:3', 'image-digest': digest })
    expect(await account.runningDigests()).toEqual([digest])
    expect(account.sent('RegisterTaskDefinition').at(-1)).toMatchObject({
      containerDefinitions: [{ image: `${registry}/web@${digest}`, environment: [{ name: 'LEVEL', value: 'debug' }] }],
    })
    expect(account.calls('BatchGetImage')).toHaveLength(lookedUp)
    expectOutcome(await account.run(keep, changed), 'unchanged')
  })

  test('where the file has nothing else that is new: nothing changes', async () => {
    await openWithV2()
    const changes = account.changes()
    expectOutcome(await account.run(keep, file()), 'unchanged')
    expect(account.changes()).toEqual(changes)
  })

  test('also without a digest, which a notice tells', async () => {
    account = await Account.open(webScenario())
    const run = await account.run(keep, {
      files: { 'web.json': JSON.stringify(definition('v2', { user: '1000' })) },
    })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain(`Container "web": ${ecrImage('v1')}, which the service runs, stays. It has no digest`)
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('of one container, while another gets a new one', async () => {
    const side = { name: 'side', image: ecrImage('v1'), essential: false }
    const both = definition('v1')
    const containers = [...(both.containerDefinitions ?? []), side]
    account = await Account.open(webScenario({ taskDefinition: { ...both, containerDefinitions: containers } }))
    const run = await account.run(
      { images: `web=${ecrImage('v2')}\nside=running`, 'task-definition': 'web.json' },
      {
        files: {
          'web.json': JSON.stringify({
            ...both,
            containerDefinitions: [...(both.containerDefinitions ?? []), { ...side, image: ecrImage('crash') }],
          }),
        },
      },
    )
    expectOutcome(run, 'deployed')
    expect(account.sent('RegisterTaskDefinition').at(-1)).toMatchObject({
      containerDefinitions: [{ image: `${registry}/web@${account.digestOf('v2')}` }, { image: ecrImage('v1') }],
    })
  })

  test('in an entry of a group, whatever the image for all is', async () => {
    await openWithV2()
    const services = '- { name: web, image: running, task-definition: web.json }'
    const run = await account.run({ service: '', services, image: ecrImage('crash') }, changed)
    expectGroup(run, 'deployed', { web: 'deployed' })
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
  })
})

test('a container that the service does not run has none: nothing is changed', async () => {
  await openWithV2()
  const changes = account.changes()
  const run = await account.run(keep, file({ name: 'other' }))
  expectOutcome(run, 'failed')
  expect(errors(run)[0]).toContain(
    'The image of the container "other" is to stay, but the service does not run that container, only "web". Give its image.',
  )
  expect(account.changes()).toEqual(changes)
})

describe('a plan', () => {
  test('shows that the image stays', async () => {
    account = await Account.open(webScenario({ taskDefinition: definition('v2') }))
    const run = await plan(account, keep, changed)
    expectPlan(run, 'planned', account)
    expect(run.log).toContain('LEVEL')
    expect(run.outputs.image).toBe(ecrImage('v2'))
  })

  test('without credentials takes it for no tag, and does not ask for it', async () => {
    account = await Account.open(webScenario())
    const run = await planWithoutCredentials(
      account,
      { ...keep, service: 'web' },
      { env: pullRequestEvent(account, 'somebody/example'), ...file() },
    )
    expectPlan(run, 'planned', account)
    expect(run.told.findings.map(({ id }) => id)).toEqual(['no-log-configuration'])
    expect(run.told.notLookedAt.join('\n')).not.toContain('images:')
  })
})
