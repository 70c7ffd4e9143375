/** A call with nothing but what is needed: the action gets '' for everything else, and sends nothing of it. */
import { afterEach, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { ecrImage, webScenario } from '../support/web.ts'
import { actionInputs, workflowNamed } from './files.ts'

jest.setTimeout(30_000)
let account: Account
afterEach(() => account.close())

/** What the step gives to the action, with these inputs of the workflow. Expressions are as simple as those in the workflows. */
function given(workflow: string, job: string, step: string, inputs: Readonly<Record<string, string>>) {
  const found = workflowNamed(workflow).jobs[job]?.steps?.find(({ id }) => id === step)
  const value = (expression: string): string => {
    const inner = expression.match(/^\$\{\{ (.*) \}\}$/)?.[1]
    if (inner === undefined) return expression
    for (const part of inner.split(' || ')) {
      const [, name, text] = part.match(/^(?:inputs\.([\w-]+)|'([^']*)')$/) ?? []
      const found = name === undefined ? (text ?? '') : (inputs[name] ?? '')
      if (found !== '') return found
    }
    return ''
  }
  return Object.fromEntries(
    Object.entries(found?.with ?? {}).map(([name, expression]) => [name, value(String(expression))]),
  )
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
