/** All eight services of examples/microservices go back with the workflow that people copy. */
import { readFileSync } from 'node:fs'
import { afterEach, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { scenario, services } from '../../examples/microservices/scenario.ts'
import type { ServiceScenario, TaskDefinitionScenario } from '../../simulator/scenario.ts'
import { Account } from '../support/account.ts'
import { rollBack } from '../support/rollback.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

type Step = { readonly uses: string; readonly with: Readonly<Record<string, string>> }
const workflow = parse(readFileSync('examples/microservices/rollback.yml', 'utf8')) as {
  readonly jobs: { readonly rollback: { readonly steps: readonly Step[] } }
}
const step = workflow.jobs.rollback.steps.find(({ uses }) => uses === 'org/ecs-deploy/rollback@v1')

/** The version of the example has run before; what runs is a newer image. */
function withNewerVersion(service: ServiceScenario): ServiceScenario {
  const { taskDefinition } = service
  const newer = JSON.parse(JSON.stringify(taskDefinition).replace(':v1"', ':v2"')) as TaskDefinitionScenario
  return { ...service, taskDefinition: newer, history: [{ taskDefinition }] }
}

test('one after the other, the gateway first', async () => {
  account = await Account.open({ ...scenario, services: (scenario.services ?? []).map(withNewerVersion) })
  const names = services.map(({ name }) => name).reverse()
  const inputs = { ...step?.with, service: '', to: 'previous' }
  const run = await rollBack(account, inputs)
  expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'rolled-back'])
  expect(account.sent('UpdateService')).toEqual(
    names.map((service) => ({ cluster: 'aiponge-cluster', service, taskDefinition: expect.any(String) })),
  )
  for (const name of names) {
    expect(await account.runningDigests(name)).toEqual([account.digestOf('v1', `aiponge-${name}`)])
  }
})
