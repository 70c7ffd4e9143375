import { describe, expect, test } from '@jest/globals'
import { principalOf } from '../../src/aws/caller.ts'
import { decryptRights, executionRights, homeOf, rolesToLookUp, secretsToLookUp } from '../../src/preflight/lookups.ts'
import { skippedNotices } from '../../src/preflight/skipped.ts'
import { trustsTasks } from '../../src/preflight/trust.ts'
import { definition, service } from './support.ts'

const home = homeOf(service.serviceArn)
if (home === undefined) throw new Error('the ARN of the service is none')
const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3'

describe('secrets', () => {
  const asked = (...valueFroms: string[]) =>
    secretsToLookUp(definition({ secrets: valueFroms.map((valueFrom) => ({ name: 'S', valueFrom })) }), home)

  test.each<[string, string, readonly string[], readonly string[]]>([
    ['an ARN', arn, [arn], []],
    ['with JSON key, stage and version', `${arn}:password:AWSCURRENT:`, [arn], []],
    ['in another Region', arn.replace('eu-west-1', 'us-east-1'), [arn.replace('eu-west-1', 'us-east-1')], []],
    ['of another account', arn.replace('111122223333', '444455556666'), [], []],
    ['with a placeholder', arn.replace('eu-west-1', 'region'), [], []],
    ['a parameter by name', '/web/key', [], ['/web/key']],
    [
      'a parameter by ARN',
      'arn:aws:ssm:eu-west-1:111122223333:parameter/web',
      [],
      ['arn:aws:ssm:eu-west-1:111122223333:parameter/web'],
    ],
    ['a parameter with a version', '/web/key:3', [], []],
    ['something else', 'arn:aws:s3:::bucket', [], []],
  ])('%s', (_, valueFrom, secrets, parameters) => {
    expect(asked(valueFrom)).toEqual({ secrets, parameters })
  })

  test('several keys of one are one call; twenty are the most', () => {
    expect(asked(`${arn}:a::`, `${arn}:b::`).secrets).toEqual([arn])
    const many = Array.from({ length: 30 }, (_, index) => `${arn.slice(0, -6)}x${index}`)
    expect(asked(...many).secrets).toHaveLength(20)
  })
})

test('roles of this account, by name', () => {
  const roles = (taskRoleArn: string) => rolesToLookUp({ taskRoleArn }, home).map(({ name }) => name)
  expect(roles('arn:aws:iam::111122223333:role/teams/web/task')).toEqual(['task'])
  expect(roles('task')).toEqual(['task'])
  expect(roles('arn:aws:iam::444455556666:role/task')).toEqual([])
  expect(rolesToLookUp({ taskRoleArn: 'one', executionRoleArn: 'one' }, home)).toHaveLength(1)
})

test('what an execution role needs', () => {
  const secrets = [
    { name: 'A', valueFrom: `${arn}:key::` },
    { name: 'B', valueFrom: '/web/key' },
  ]
  expect(executionRights(definition({ secrets }), home).map(({ resources }) => resources)).toEqual([
    ['arn:aws:ecr:eu-west-1:111122223333:repository/web'],
    [arn],
    ['arn:aws:ssm:eu-west-1:111122223333:parameter/web/key'],
    ['arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/web:log-stream:ecs'],
  ])
  expect(executionRights(definition({ image: 'nginx:1', logConfiguration: undefined }), home)).toEqual([])
})

describe('what an execution role must decrypt', () => {
  const keyArn = (id: string, region = 'eu-west-1') => `arn:aws:kms:${region}:111122223333:key/${id}`
  const parameter = 'arn:aws:ssm:eu-west-1:111122223333:parameter/web/key'
  const decrypt = (resources: readonly string[], via: string) => [{ actions: ['kms:Decrypt'], resources, via }]

  test.each<[string, string, string | undefined, ReturnType<typeof decryptRights>]>([
    ['a key by ARN', arn, keyArn('1'), decrypt([keyArn('1')], 'secretsmanager.eu-west-1.amazonaws.com')],
    ['a key by id', arn, '1', decrypt([keyArn('1')], 'secretsmanager.eu-west-1.amazonaws.com')],
    [
      'a key by id, in the Region of the secret',
      arn.replace('eu-west-1', 'us-east-1'),
      '1',
      decrypt([keyArn('1', 'us-east-1')], 'secretsmanager.us-east-1.amazonaws.com'),
    ],
    ['the key of a parameter by ARN', parameter, '1', decrypt([keyArn('1')], 'ssm.eu-west-1.amazonaws.com')],
    ['the key of a parameter by name', '/web/key', '1', decrypt([keyArn('1')], 'ssm.eu-west-1.amazonaws.com')],
    ['the key of AWS', '/web/key', 'alias/aws/ssm', []],
    ['no key', arn, undefined, []],
    ['a key by alias', arn, 'alias/web', []],
    ['a key by the ARN of an alias', arn, 'arn:aws:kms:eu-west-1:111122223333:alias/web', []],
  ])('%s', (_, valueFrom, key, expected) => {
    const secret = { valueFrom, exists: true, ...(key === undefined ? {} : { key }) }
    expect(decryptRights([secret], home)).toEqual(expected)
  })

  test('one call for each store, and one resource for each key', () => {
    const secrets = [arn, `${arn}2`, '/web/key'].map((valueFrom) => ({ valueFrom, exists: true, key: '1' }))
    expect(decryptRights(secrets, home).map(({ resources }) => resources)).toEqual([[keyArn('1')], [keyArn('1')]])
  })
})

describe('trust policies', () => {
  const policy = (statement: unknown) => JSON.stringify({ Version: '2012-10-17', Statement: statement })
  const allow = { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }

  test.each([
    ['the usual one', policy([allow]), true],
    ['without a list', policy(allow), true],
    [
      'in a list of services',
      policy([{ ...allow, Principal: { Service: ['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'] } }]),
      true,
    ],
    ['any action of STS', policy([{ ...allow, Action: 'sts:*' }]), true],
    ['in China', policy([{ ...allow, Principal: { Service: 'ecs-tasks.amazonaws.com.cn' } }]), true],
    ['anybody', policy([{ ...allow, Principal: '*' }]), true],
    ['exclusions', policy([{ Effect: 'Allow', NotPrincipal: { AWS: 'x' }, Action: 'sts:AssumeRole' }]), true],
    ['one that cannot be read', '{', true],
    ['another service', policy([{ ...allow, Principal: { Service: 'ecs.amazonaws.com' } }]), false],
    ['any account', policy([{ ...allow, Principal: { AWS: '*' } }]), true],
    ['accounts only', policy([{ ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }]), false],
    ['another action', policy([{ ...allow, Action: 'sts:TagSession' }]), false],
    ['a denial', policy([{ ...allow, Effect: 'Deny' }]), false],
    ['nothing', policy([]), false],
  ])('%s', (_, text, expected) => {
    expect(trustsTasks(text)).toBe(expected)
  })
})

test.each([
  ['arn:aws:sts::111122223333:assumed-role/deployer/session', 'arn:aws:iam::111122223333:role/deployer'],
  ['arn:aws-cn:iam::111122223333:user/jo', 'arn:aws-cn:iam::111122223333:user/jo'],
  ['arn:aws:iam::111122223333:root', undefined],
  ['', undefined],
])('%s is %s', (caller, principal) => {
  expect(principalOf(caller)).toBe(principal)
})

test('whatever was skipped is two lines at most', () => {
  expect(skippedNotices([])).toEqual([])
  const notices = skippedNotices([
    { ids: ['role-absent', 'role-trust'], action: 'iam:GetRole' },
    { ids: ['pass-role'], action: 'iam:SimulatePrincipalPolicy' },
    { ids: ['secret-absent'], action: 'ssm:DescribeParameters', reason: 'no answer.' },
  ])
  expect(notices).toEqual([
    'Preflight skipped role-absent, role-trust, pass-role for want of permissions. To allow them: {"Effect":"Allow","Action":["iam:GetRole","iam:SimulatePrincipalPolicy"],"Resource":"*"}',
    'Preflight skipped secret-absent (ssm:DescribeParameters: no answer).',
  ])
})
