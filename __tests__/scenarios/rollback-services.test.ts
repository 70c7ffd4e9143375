import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { Scenario } from '../../simulator/scenario.ts'
import { Account, type Circumstances, type Ended, type Inputs } from '../support/account.ts'
import { errors, plain } from '../support/expectations.ts'
import { commit, commitTags, rollBack } from '../support/rollback.ts'
import { breaker, definition, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const names = ['web', 'worker', 'cron']

/** Each runs `v2` as its second revision, after `v1`, from the same two commits. */
function threeServices(rest: Partial<Scenario> = {}): Scenario {
  const [web] = webScenario().services ?? []
  const services = names.map((name) => ({
    ...web,
    name,
    taskDefinition: `${name}:2`,
    history: [{ taskDefinition: `${name}:1` }],
    deploymentConfiguration: breaker.none,
  }))
  const taskDefinitions = names.flatMap((family) => [
    { ...definition('v1', {}, commitTags('1')), family },
    {
      ...definition('v2', {}, commitTags('2', { key: 'ecs-deploy:run', value: family === 'cron' ? '41' : '42' })),
      family,
    },
  ])
  return webScenario({}, { services, taskDefinitions, ...rest })
}

function rollBackAll(inputs: Inputs = {}, circumstances: Circumstances = {}): Promise<Ended> {
  return rollBack(
    account,
    { service: '', services: names.join('\n'), 'rollback-wait-minutes': '5', ...inputs },
    circumstances,
  )
}

function outcomesOf(run: Ended): readonly string[] {
  const services = JSON.parse(run.outputs.services ?? '[]') as readonly { service: string; outcome: string }[]
  return services.map(({ service, outcome }) => `${service} ${outcome}`)
}

describe('several services', () => {
  test.each([
    ['to the version before', {}],
    ['to a commit', { to: commit('1').slice(0, 7) }],
    ['to a revision number', { to: '1' }],
  ])('go back %s, in their order, told in one table', async (_, inputs) => {
    account = await Account.open(threeServices())
    const run = await rollBackAll(inputs)
    expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'rolled-back'])
    expect(outcomesOf(run)).toEqual(['web rolled-back', 'worker rolled-back', 'cron rolled-back'])
    expect(account.sent('UpdateService')).toEqual(
      names.map((service) => expect.objectContaining({ service, cluster: 'default' })),
    )
    expect(plain(run.summary)).toContain('Rollback of 3 services')
    for (const name of names) {
      expect(plain(run.summary)).toMatch(
        new RegExp(`\\| ${name} \\| ✅ rolled back \\| ${name}:2 \\| ${name}:3 \\| ${name}:3 \\|`),
      )
      expect(await account.runningDigests(name)).toEqual([account.digestOf('v1')])
    }
    expect(run.outputs).toMatchObject({ changed: 'true', from: '', 'task-definition': '', 'deployment-id': '' })
    expect(run.report).toMatchObject({ format: 1, action: 'rollback', outcome: 'rolled-back' })
    expect(run.report).toHaveProperty('services.length', 3)
  })

  test('with a problem in one of them none is touched', async () => {
    account = await Account.open(threeServices())
    await account.control('delete-image', { image: `web@${account.digestOf('v1')}` })
    const gone = await rollBackAll()
    expect([gone.exitCode, gone.outputs.outcome]).toEqual([1, 'failed'])
    const run = await rollBackAll({ services: 'web\nno-such-service', to: '2' })
    expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed'])
    expect(outcomesOf(run)).toEqual(['web failed', 'no-such-service failed'])
    expect(errors(run)).toHaveLength(1)
    expect(errors(run)[0]).toContain('The cluster "default" in us-east-1 has no service "no-such-service"')
    expect(errors(run)[0]).toContain('Nothing was changed, because no-such-service cannot be rolled back.')
    expect(account.mutations()).toEqual([])
  })

  test('one that fails does not keep the others from going back', async () => {
    account = await Account.open(threeServices())
    const message = 'The service is busy.'
    account.fault({ kind: 'error', type: 'ClientException', message, operation: 'UpdateService', call: 2 })
    const run = await rollBackAll()
    expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed'])
    expect(outcomesOf(run)).toEqual(['web rolled-back', 'worker failed', 'cron rolled-back'])
    expect(errors(run)).toHaveLength(1)
    expect(errors(run)[0]).toContain('1 of 3 services were not rolled back')
    expect(errors(run)[0]).toContain('worker: failed. ECS refused to update the service, so it was not changed.')
    expect(await account.runningDigests('cron')).toEqual([account.digestOf('v1')])
  })

  test('one that runs it already stays as it is', async () => {
    account = await Account.open(threeServices())
    expect((await rollBackAll({ service: 'worker', services: '' })).outputs.outcome).toBe('rolled-back')
    const run = await rollBackAll({ to: commit('1') })
    expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'rolled-back'])
    expect(outcomesOf(run)).toEqual(['web rolled-back', 'worker unchanged', 'cron rolled-back'])
    expect(account.calls('UpdateService')).toHaveLength(3)
  })

  test('dry-run touches none', async () => {
    account = await Account.open(threeServices())
    const run = await rollBackAll({ 'dry-run': 'true' })
    expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'planned'])
    expect(account.mutations()).toEqual([])
  })

  test('cancelled on the way: each says how far it came', async () => {
    account = await Account.open(threeServices(), { speed: 60 })
    const signals = [{ signal: 'SIGINT', when: /Rolling back worker[\s\S]*IN_PROGRESS {2}desired 1/ }] as const
    const run = await rollBackAll({}, { signals })
    expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'cancelled'])
    expect(run.log).toContain('The run is being cancelled.')
    expect(outcomesOf(run)).toEqual(['web rolled-back', 'worker cancelled', 'cron cancelled'])
    expect(errors(run)[0]).toMatch(/worker: cancelled\. .* The rollback goes on in ECS/)
    expect(errors(run)[0]).toMatch(/cron: cancelled\. .* The service was not touched/)
    expect(account.calls('UpdateService')).toHaveLength(2)
  })
})

describe('a group', () => {
  const group = '- name: web\n  needs: [worker]\n- name: worker\n  needs: cron\n- name: cron\n'

  test('goes back in the reverse order of its needs, from the file that the deploy action takes', async () => {
    account = await Account.open(threeServices())
    const files = { 'services.yml': `${group}  image: ignored/here:1\n` }
    const run = await rollBackAll({ services: '', 'services-file': 'services.yml' }, { files })
    expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'rolled-back'])
    expect(outcomesOf(run)).toEqual(['web rolled-back', 'worker rolled-back', 'cron rolled-back'])
  })

  test('without needs the last one goes first', async () => {
    account = await Account.open(threeServices())
    const run = await rollBackAll({ services: '- name: web\n- name: worker\n- name: cron', 'dry-run': 'true' })
    expect(outcomesOf(run)).toEqual(['cron planned', 'worker planned', 'web planned'])
  })

  test('goes to what ran before a run; what that run has not deployed stays', async () => {
    account = await Account.open(threeServices())
    const run = await rollBackAll({ services: group, to: 'run:42' })
    expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'rolled-back'])
    expect(outcomesOf(run)).toEqual(['web rolled-back', 'worker rolled-back', 'cron unchanged'])
    expect(run.log).toContain('Run 42 has not deployed cron: it stays as it is.')
    expect(await account.runningDigests('web')).toEqual([account.digestOf('v1')])
    expect(await account.runningDigests('cron')).toEqual([account.digestOf('v2')])
    // Pressed twice it goes back once.
    const again = await rollBackAll({ services: group, to: 'run:42' })
    expect([again.exitCode, again.outputs.outcome]).toEqual([0, 'unchanged'])
    expect(account.calls('UpdateService')).toHaveLength(2)
  })

  test('a run that has deployed none of them is an error', async () => {
    account = await Account.open(threeServices())
    const run = await rollBackAll({ services: group, to: 'run:7' })
    expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed'])
    expect(errors(run)[0]).toContain('Run 7 has deployed none of these services')
    expect(account.mutations()).toEqual([])
  })

  test('a circle and an unknown name are errors at their places, before the first call', async () => {
    account = await Account.open(threeServices())
    const run = await rollBackAll({ services: '- { name: web, needs: cron }\n- { name: cron, needs: [web, wrker] }' })
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('line 2, column 30: cron needs wrker, which is not in this group.')
    expect(run.log).toContain('web needs cron, which needs web')
    expect(account.simulator.requests()).toEqual([])
  })
})
