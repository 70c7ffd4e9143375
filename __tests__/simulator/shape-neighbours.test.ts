import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { applicationAutoScaling } from '../../simulator/neighbours/application-autoscaling/service.ts'
import { kms } from '../../simulator/neighbours/kms/service.ts'
import { logs } from '../../simulator/neighbours/logs/service.ts'
import { secretsManager } from '../../simulator/neighbours/secretsmanager/service.ts'
import type { ApiService } from '../../simulator/neighbours/service.ts'
import { ssm } from '../../simulator/neighbours/ssm/service.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { inputOf, notRefused, withoutRequired, withWrongTypes } from './shape-requests.ts'

/** The services with a JSON protocol. Their valid requests, and the services with Query and XML: neighbours/. */
const services: readonly { service: ApiService; prefix: string; missing: string }[] = [
  { service: applicationAutoScaling, prefix: 'AnyScaleFrontendService', missing: 'ValidationException' },
  { service: kms, prefix: 'TrentService', missing: 'ValidationException' },
  { service: logs, prefix: 'Logs_20140328', missing: 'InvalidParameterException' },
  { service: secretsManager, prefix: 'secretsmanager', missing: 'ValidationException' },
  { service: ssm, prefix: 'AmazonSSM', missing: 'ValidationException' },
]
const cases = services.flatMap(({ service, prefix, missing }) =>
  Object.entries(service.operations).map(([operation, { schema }]) => ({
    name: `${service.name} ${operation}`,
    target: `${prefix}.${operation}`,
    schema,
    missing,
  })),
)

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ scenario: { options: { rateLimits: false } }, clock: 'manual' })
})
afterAll(() => simulator.close())

describe.each(cases)('$name', ({ target, schema, missing }) => {
  const noEnums = new Map<string, readonly string[]>()

  test(`each required member that is missing is a ${missing} naming it (inferred)`, async () => {
    const mistakes = withoutRequired(inputOf(schema), noEnums)
    expect(await notRefused(simulator.url, target, mistakes, missing)).toEqual([])
  })

  test('each member of a wrong type is a SerializationException naming it (inferred)', async () => {
    const mistakes = withWrongTypes(inputOf(schema), noEnums)
    expect(await notRefused(simulator.url, target, mistakes, 'SerializationException')).toEqual([])
  })
})
