/** A call with nothing but what is needed: the action gets '' for everything else, and sends nothing of it. */
import { afterEach, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { ecrImage, registry, webScenario } from '../support/web.ts'
import { actionInputs, workflowNamed } from './files.ts'

jest.setTimeout(30_000)
let account: Account
afterEach(() => account.close())

type Texts = Readonly<Record<string, string>>

/** What the step gives to the action, with these inputs of the workflow. */
function given(workflow: string, job: string, step: string, inputs: Texts) {
  return filledIn(workflowNamed(workflow).jobs[job]?.steps?.find(({ id }) => id === step)?.with, asInputs(inputs))
}

const asInputs = (inputs: Texts) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]))

/** Expressions are as simple as those in the workflows: texts, names, `==`, `!=`, `&&` and `||`. A name that is not known is '', as on GitHub. */
function filledIn(values: Readonly<Record<string, unknown>> = {}, known: Texts) {
  const atom = (text: string) => text.match(/^'([^']*)'$/)?.[1] ?? known[text] ?? ''
  const term = (text: string) => {
    const [, left = '', operator, right = ''] = text.match(/^(\S+) (==|!=) (\S+)$/) ?? []
    if (operator === undefined) return atom(text)
    return (atom(left) === atom(right)) === (operator === '==') ? 'true' : ''
  }
  const all = (text: string) => {
    const terms = text.split(' && ').map(term)
    return terms.find((value) => value === '') ?? terms.at(-1) ?? ''
  }
  const value = (expression: string) => {
    const inner = expression.match(/^\$\{\{ (.*) \}\}$/)?.[1]
    return inner === undefined
      ? expression
      : (inner
          .split(' || ')
          .map(all)
          .find((found) => found !== '') ?? '')
  }
  return Object.fromEntries(Object.entries(values).map(([name, expression]) => [name, value(String(expression))]))
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

test.each([
  ['the whole image', ['image']],
  ['repository and digest, where GitHub drops what has the account id in it', ['ecr-repository', 'image-digest']],
])('pipeline.yml, %s: UpdateService carries no more', async (_name, saying) => {
  account = await Account.open(webScenario())
  const digest = account.digestOf('v2')
  const built = {
    'needs.build.outputs.image': saying.includes('image') ? `${registry}/web@${digest}` : '',
    'needs.build.outputs.repository': 'web',
    'needs.build.outputs.digest': digest,
  }
  const inputs = { environment: 'production', service: 'web', repository: 'web' }
  const handed = filledIn(workflowNamed('pipeline.yml').jobs.deploy?.with, { ...asInputs(inputs), ...built })
  const set = Object.keys(handed).filter((name) => handed[name] !== '')
  expect(set.sort()).toEqual(['environment', 'service', ...saying].sort())
  const run = await account.run(knownTo('deploy', given('deploy.yml', 'deploy', 'deploy', handed)))
  expectOutcome(run, 'deployed')
  expect(account.sent('UpdateService')).toEqual([
    { cluster: 'default', service: 'web', taskDefinition: expect.stringMatching(/web:\d+$/) },
  ])
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
