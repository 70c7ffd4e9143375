import * as scaling from '@aws-sdk/client-application-auto-scaling'
import * as cloudwatchSdk from '@aws-sdk/client-cloudwatch'
import * as logsSdk from '@aws-sdk/client-cloudwatch-logs'
import * as elbSdk from '@aws-sdk/client-elastic-load-balancing-v2'
import * as iamSdk from '@aws-sdk/client-iam'
import * as kmsSdk from '@aws-sdk/client-kms'
import * as secretsSdk from '@aws-sdk/client-secrets-manager'
import * as ssmSdk from '@aws-sdk/client-ssm'
import * as stsSdk from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { applicationAutoScaling } from '../../simulator/neighbours/application-autoscaling/service.ts'
import { cloudWatch, cloudWatchQuery } from '../../simulator/neighbours/cloudwatch/service.ts'
import { ec2 } from '../../simulator/neighbours/ec2/service.ts'
import { elasticLoadBalancing } from '../../simulator/neighbours/elasticloadbalancing/service.ts'
import { iam } from '../../simulator/neighbours/iam/service.ts'
import { kms } from '../../simulator/neighbours/kms/service.ts'
import { logs } from '../../simulator/neighbours/logs/service.ts'
import { secretsManager } from '../../simulator/neighbours/secretsmanager/service.ts'
import type { ApiService } from '../../simulator/neighbours/service.ts'
import { ssm } from '../../simulator/neighbours/ssm/service.ts'
import { sts } from '../../simulator/neighbours/sts/service.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { type Dialect, notRefusedForms } from './shape-form.ts'
import {
  type Enums,
  enumsOf,
  inputOf,
  type Mistake,
  notRefused,
  withoutRequired,
  withWrongEnums,
  withWrongTypes,
} from './shape-requests.ts'

type Module = Readonly<Record<string, unknown>>

interface Neighbour {
  readonly service: ApiService
  readonly enums: Enums
  /** Error types: of a missing member and of a value outside of its enumeration; of a wrong type. */
  readonly invalid: string
  readonly missing?: string
  readonly wrongType: string
  refuse(
    schema: readonly unknown[],
    operation: string,
    mistakes: readonly Mistake[],
    type: string,
  ): Promise<readonly string[]>
}

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ scenario: { options: { rateLimits: false } }, clock: 'manual' })
})
afterAll(() => simulator.close())

const enumerations = (packageName: string, sdk: object): Enums =>
  enumsOf(`@aws-sdk/client-${packageName}`, sdk as Module)

function json(service: ApiService, prefix: string, invalid: string, enums: Enums): Neighbour {
  return {
    service,
    enums,
    invalid,
    wrongType: 'SerializationException',
    refuse: (_schema, operation, mistakes, type) => notRefused(simulator.url, `${prefix}.${operation}`, mistakes, type),
  }
}

interface FormWords {
  readonly dialect: Dialect
  readonly invalid: string
  readonly missing: string
  readonly wrongType: string
}

const queryWords: FormWords = {
  dialect: 'query',
  invalid: 'ValidationError',
  missing: 'ValidationError',
  wrongType: 'MalformedInput',
}
const ec2Words: FormWords = {
  dialect: 'ec2',
  invalid: 'InvalidParameterValue',
  missing: 'MissingParameter',
  wrongType: 'InvalidParameterValue',
}

function form(service: ApiService, version: string, enums: Enums, { dialect, ...types } = queryWords): Neighbour {
  return {
    service,
    enums,
    ...types,
    refuse: (schema, action, mistakes, type) =>
      notRefusedForms({ url: simulator.url, dialect, action, version, input: schema[4] }, mistakes, type),
  }
}

const none: Enums = new Map()
/** Valid requests to them: neighbours/. */
const neighbours: readonly Neighbour[] = [
  json(
    applicationAutoScaling,
    'AnyScaleFrontendService',
    'ValidationException',
    enumerations('application-auto-scaling', scaling),
  ),
  json(kms, 'TrentService', 'ValidationException', enumerations('kms', kmsSdk)),
  json(logs, 'Logs_20140328', 'InvalidParameterException', enumerations('cloudwatch-logs', logsSdk)),
  json(secretsManager, 'secretsmanager', 'ValidationException', enumerations('secrets-manager', secretsSdk)),
  json(ssm, 'AmazonSSM', 'ValidationException', enumerations('ssm', ssmSdk)),
  json(cloudWatch, 'GraniteServiceVersion20100801', 'ValidationError', enumerations('cloudwatch', cloudwatchSdk)),
  form(cloudWatchQuery, '2010-08-01', enumerations('cloudwatch', cloudwatchSdk)),
  form(sts, '2011-06-15', enumerations('sts', stsSdk)),
  form(iam, '2010-05-08', enumerations('iam', iamSdk)),
  form(elasticLoadBalancing, '2015-12-01', enumerations('elastic-load-balancing-v2', elbSdk)),
  // No operation of EC2 that is modelled takes an enumeration.
  form(ec2, '2016-11-15', none, ec2Words),
]

const cases = neighbours.flatMap((neighbour) =>
  Object.entries(neighbour.service.operations).map(([operation, { schema }]) => ({
    name: `${neighbour.service.name} ${operation}${neighbour.service === cloudWatchQuery ? ' (Query)' : ''}`,
    neighbour,
    operation,
    schema,
  })),
)

describe.each(cases)('$name', ({ neighbour, operation, schema }) => {
  const { enums, invalid, missing = invalid, wrongType } = neighbour
  const refused = (mistakes: readonly Mistake[], type: string): Promise<readonly string[]> =>
    neighbour.refuse(schema, operation, mistakes, type)

  test(`each required member that is missing is a ${missing} naming it (inferred)`, async () => {
    expect(await refused(withoutRequired(inputOf(schema), enums), missing)).toEqual([])
  })

  test(`each member of a wrong type is a ${wrongType} naming it (inferred)`, async () => {
    expect(await refused(withWrongTypes(inputOf(schema), enums), wrongType)).toEqual([])
  })

  test(`each value outside of its enumeration is a ${invalid} naming the member (inferred)`, async () => {
    expect(await refused(withWrongEnums(inputOf(schema), enums), invalid)).toEqual([])
  })
})

test('the requests are not empty: members, types and enumerations are found in every protocol', () => {
  const count = (name: string, mistakesOf: (schema: readonly unknown[], enums: Enums) => readonly Mistake[]): number =>
    cases
      .filter(({ neighbour }) => neighbour.service.name === name)
      .reduce((sum, { schema, neighbour }) => sum + mistakesOf(schema, neighbour.enums).length, 0)
  const missing = (schema: readonly unknown[], enums: Enums) => withoutRequired(inputOf(schema), enums)
  const types = (schema: readonly unknown[], enums: Enums) => withWrongTypes(inputOf(schema), enums)
  const values = (schema: readonly unknown[], enums: Enums) => withWrongEnums(inputOf(schema), enums)
  expect(count('iam', missing)).toBeGreaterThanOrEqual(3)
  expect(count('elasticloadbalancing', missing)).toBeGreaterThanOrEqual(2)
  expect(count('ec2', types)).toBeGreaterThan(15)
  expect(count('iam', values)).toBe(1)
  expect(count('elasticloadbalancing', values)).toBe(1)
  expect(count('cloudwatch', values)).toBe(4)
  expect(count('application-autoscaling', values)).toBe(4)
  expect(count('logs', values)).toBe(3)
  expect(count('ssm', values)).toBe(1)
})
