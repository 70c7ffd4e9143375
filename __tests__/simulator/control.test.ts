import { DescribeServiceRevisionsCommand, ListServiceDeploymentsCommand } from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import { Account, definition, primary, scenarioWith } from './support.ts'

let account: Account
afterEach(() => account.close())

async function post(what: string, body: object): Promise<{ status: number; body: { error?: string } }> {
  const response = await fetch(`${account.simulator.url}/_simulator/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as { error?: string } }
}

const get = async (what: string): Promise<unknown> =>
  (await fetch(`${account.simulator.url}/_simulator/${what}`)).json()

test('somebody else deploys, an image vanishes, an API fails: from outside', async () => {
  account = await Account.open(scenarioWith({}, [{ tag: 'v2' }]))
  await post('supersede', { service: 'web' })
  expect((await account.service()).deployments).toHaveLength(2)
  expect(await get('requests')).toHaveLength(1)
  await post('delete-image', { image: 'web:v2' })
  expect(account.simulator.world.repositories.get('web')?.tags.has('v2')).toBe(false)
  await post('faults', { kind: 'throttle', operation: 'DescribeServices' })
  await expect(account.service()).rejects.toMatchObject({ name: 'ThrottlingException' })
  await post('advance', { seconds: 20 })
  expect(await get('events')).toMatchObject([
    { service: 'web', events: [expect.stringContaining('has started 1 tasks'), expect.anything(), expect.anything()] },
  ])
  expect(await get('tasks')).toHaveLength(2)
  expect(await get('task-definitions')).toMatchObject([{ family: 'web', revision: 1 }])
})

test('what a timeline can let happen, anybody can: over HTTP and in the same process', async () => {
  account = await Account.open(scenarioWith({}, [{ tag: 'v2' }]))
  await post('happen', { deploy: { image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:gone' } })
  expect(primary(await account.service()).taskDefinition).toMatch(/web:2$/)
  await post('happen', { deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } } })
  account.simulator.happen({ deleteService: true })
  expect((await account.service()).status).toBe('DRAINING')
  expect(await post('happen', { scale: 2 })).toMatchObject({
    status: 400,
    body: { error: 'ServiceNotActiveException: Service was not ACTIVE.' },
  })
  expect(() => account.simulator.happen({ scale: 2 })).toThrow('Service was not ACTIVE.')
  expect(() => account.simulator.happen({ service: 'api', scale: 2 })).toThrow('There is no service api')
  expect(await post('happen', { deleteTargetGroup: true })).toMatchObject({
    status: 400,
    body: { error: 'web has no target group' },
  })
  expect(await get('happened')).toMatchObject([
    { happening: { deploy: {} } },
    { happening: { deploymentConfiguration: {} } },
    { happening: { deleteService: true } },
    { refused: 'ServiceNotActiveException: Service was not ACTIVE.' },
    { refused: 'ServiceNotActiveException: Service was not ACTIVE.' },
  ])
})

test('what makes no sense is explained', async () => {
  account = await Account.open(scenarioWith({}, []))
  expect(await post('move-tag', { image: 'nope:1', to: 'x' })).toMatchObject({
    status: 400,
    body: { error: 'There is no repository for nope:1' },
  })
  expect(await post('dance', {})).toMatchObject({ status: 404, body: { POST: expect.arrayContaining(['supersede']) } })
})

test('a scenario can have a past', async () => {
  const history = [
    { taskDefinition: definition('v0'), digests: { web: `sha256:${'0'.repeat(64)}` } },
    { taskDefinition: definition('v2'), status: 'ROLLBACK_SUCCESSFUL' as const },
  ]
  account = await Account.open(scenarioWith({ history }, [{ tag: 'v2' }]))
  const { serviceDeployments = [] } = await account.ecs.send(new ListServiceDeploymentsCommand({ service: 'web' }))
  expect(serviceDeployments.map(({ status }) => status)).toEqual(['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL', 'SUCCESSFUL'])
  const serviceRevisionArns = serviceDeployments.map(({ targetServiceRevisionArn = '' }) => targetServiceRevisionArn)
  const { serviceRevisions = [] } = await account.ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns }))
  expect(serviceRevisions.map(({ taskDefinition }) => taskDefinition?.split(':').at(-1))).toEqual(['3', '2', '1'])
  expect(serviceRevisions[2]?.containerImages?.[0]?.imageDigest).toBe(`sha256:${'0'.repeat(64)}`)
  expect(primary(await account.service()).taskDefinition).toMatch(/web:3$/)
})

test('a gate stands before the front desk: it can hold a request, and see that it was taken', async () => {
  const seen: (string | number)[] = []
  account = await Account.open(
    scenarioWith({}, []),
    {
      gate: async (request, take) => {
        seen.push(String(request.headers['x-amz-target']), account.simulator.requests().length)
        const delivery = await take()
        seen.push(account.simulator.requests().length)
        return typeof delivery === 'string'
          ? delivery
          : { ...delivery, status: 500, body: '{"__type":"ServerException"}' }
      },
    },
    1,
  )
  await expect(account.service()).rejects.toMatchObject({ name: 'ServerException' })
  expect(seen).toEqual(['AmazonEC2ContainerServiceV20141113.DescribeServices', 0, 1])
})
