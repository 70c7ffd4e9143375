import {
  DescribeServicesCommand,
  RegisterTaskDefinitionCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/scenario.ts'
import { Account, definition, isCompleted, primary, scenarioWith } from './support.ts'

let account: Account
afterEach(() => account.close())

const force = new UpdateServiceCommand({ service: 'web', forceNewDeployment: true })
const describeWeb = new DescribeServicesCommand({ services: ['web'] })
const open = async (faults: readonly Fault[], maxAttempts = 1): Promise<Account> =>
  Account.open(scenarioWith({}, [{ tag: 'v2' }], { faults }), {}, maxAttempts)

describe('a lost answer', () => {
  test('after: the deployment has started all the same', async () => {
    account = await open([{ kind: 'reset-after', operation: 'UpdateService' }])
    await expect(account.ecs.send(force)).rejects.toMatchObject({ message: expect.stringContaining('ECONNRESET') })
    expect((await account.service()).deployments).toHaveLength(2)
    expect(account.simulator.requests()[0]).toMatchObject({ operation: 'UpdateService', mutating: true, applied: true })
  })

  test('before: nothing has happened', async () => {
    account = await open([{ kind: 'reset-before', operation: 'UpdateService' }])
    await expect(account.ecs.send(force)).rejects.toMatchObject({ message: expect.stringContaining('ECONNRESET') })
    expect((await account.service()).deployments).toHaveLength(1)
    expect(account.simulator.requests()[0]).toMatchObject({ mutating: true, applied: false, error: 'ConnectionReset' })
  })

  test('never: the client gives up by itself', async () => {
    account = await open([{ kind: 'hang', operation: 'DescribeServices', applied: true }])
    const sent = account.ecs.send(describeWeb, { abortSignal: AbortSignal.timeout(100) })
    await expect(sent).rejects.toMatchObject({ name: expect.stringMatching(/Abort|Timeout/) })
  })
})

describe('errors on demand', () => {
  test.each([
    { fault: { kind: 'throttle' }, name: 'ThrottlingException', message: 'Rate exceeded' },
    {
      fault: { kind: 'expired-token' },
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    },
    {
      fault: { kind: 'access-denied' },
      name: 'AccessDeniedException',
      message:
        /is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:us-east-1:111122223333:service\/default\/web/,
    },
    {
      fault: { kind: 'error', type: 'ClientException', message: 'Too many concurrent attempts' },
      name: 'ClientException',
      message: 'Too many concurrent attempts',
    },
    { fault: { kind: 'http-500' }, name: 'ServerException', message: /./ },
  ] as const)('$name', async ({ fault, name, message }) => {
    account = await open([{ ...fault, operation: 'UpdateService' }])
    await expect(account.ecs.send(force)).rejects.toMatchObject({ name, message: expect.stringMatching(message) })
    expect((await account.service()).deployments).toHaveLength(1)
  })

  test('a malformed body is no answer', async () => {
    account = await open([{ kind: 'malformed', operation: 'DescribeServices' }])
    await expect(account.ecs.send(describeWeb)).rejects.toBeInstanceOf(Error)
    expect((await account.service()).serviceName).toBe('web')
  })

  test('strikes the n-th call, as often as asked', async () => {
    account = await open([{ kind: 'throttle', operation: 'DescribeServices', call: 2, calls: 2 }])
    const results = []
    for (let call = 0; call < 4; call += 1)
      results.push(
        await account.ecs.send(describeWeb).then(
          () => 'ok',
          () => 'throttled',
        ),
      )
    expect(results).toEqual(['ok', 'throttled', 'throttled', 'ok'])
  })

  test('a refused action is refused every time, and only that one', async () => {
    account = await Account.open(scenarioWith({}, [], { deny: ['ecs:TagResource'] }))
    const resourceArn = (await account.service()).serviceArn
    const tags = [{ key: 'a', value: 'b' }]
    await expect(account.ecs.send(new TagResourceCommand({ resourceArn, tags }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    })
    const { status: _status, containerDefinitions, ...rest } = definition('v1')
    const input = { ...rest, containerDefinitions: [...containerDefinitions] }
    await expect(account.ecs.send(new RegisterTaskDefinitionCommand({ ...input, tags }))).rejects.toMatchObject({
      message: expect.stringContaining('ecs:TagResource'),
    })
    await expect(account.ecs.send(new RegisterTaskDefinitionCommand(input))).resolves.toBeDefined()
  })
})

test('a stale answer is that of some seconds ago', async () => {
  account = await open([{ kind: 'stale', operation: 'DescribeServices', seconds: 5, call: 3 }])
  await account.service()
  account.advance(10)
  await account.service()
  await account.ecs.send(force)
  account.advance(4)
  expect((await account.service()).deployments).toHaveLength(1)
  expect((await account.service()).deployments).toHaveLength(2)
})

test('a delayed answer shows the world after the delay', async () => {
  account = await open([{ kind: 'delay', operation: 'DescribeServices', seconds: 400, call: 1 }])
  await account.deploy(definition('v2'))
  const pending = account.service()
  // The request must have arrived before time moves on.
  while (account.simulator.faults.list().length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  account.advance(400)
  expect(isCompleted(await pending)).toBe(true)
})

test('the token buckets of the real API', async () => {
  account = await Account.open(scenarioWith({}, []))
  const outcomes = await Promise.all(
    Array.from({ length: 101 }, () =>
      account.ecs.send(describeWeb).then(
        () => 'ok',
        (error: Error) => error.name,
      ),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'ThrottlingException')).toHaveLength(1)
  account.advance(1)
  expect(primary(await account.service()).status).toBe('PRIMARY')
})
