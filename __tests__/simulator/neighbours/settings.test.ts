import { BatchGetImageCommand, ECRClient } from '@aws-sdk/client-ecr'
import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import { scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${account.simulator.url}/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) })

test.each(['ignored', 'obeyed'] as const)(
  'unknown: acceptedMediaTypes without the type of an index (facts 14.9), %s',
  async (acceptedMediaTypes) => {
    const images = [{ tag: 'both', platforms: ['linux/amd64', 'linux/arm64'] }]
    account = await openNeighbourhood(
      scenarioWith({}, images, { options: { acceptedMediaTypes, imageNotFoundReason: 'other words' } }),
    )
    const { failures } = await account.client(ECRClient).send(
      new BatchGetImageCommand({
        repositoryName: 'web',
        imageIds: [{ imageTag: 'both' }],
        acceptedMediaTypes: ['application/vnd.docker.distribution.manifest.v2+json'],
      }),
    )
    const missing = { imageId: { imageTag: 'both' }, failureCode: 'ImageNotFound', failureReason: 'other words' }
    expect(failures).toEqual(acceptedMediaTypes === 'ignored' ? [] : [missing])
  },
)

test('permissions are taken and given back from outside', async () => {
  account = await openNeighbourhood(scenarioWith({}, []))
  const ask = () => account.client(ECSClient).send(new DescribeServicesCommand({ services: ['web'] }))
  await post('deny', { actions: ['ecs:Describe*'] })
  expect((await errorOf(ask())).name).toBe('AccessDeniedException')
  await post('deny', { actions: [] })
  await expect(ask()).resolves.toBeDefined()
})

test('the inspector shows alarms and neighbours, and of secrets their names only', async () => {
  account = await openNeighbourhood(
    scenarioWith({}, [], { alarms: [{ name: 'a' }], logGroups: ['/ecs/web'], secretValues: { db: 'hidden' } }),
  )
  const look = async (what: string): Promise<unknown> =>
    (await fetch(`${account.simulator.url}/_simulator/${what}`)).json()
  expect(await look('alarms')).toEqual({ a: 'OK' })
  const neighbours = await look('neighbours')
  expect(neighbours).toMatchObject({ logGroups: [{ name: '/ecs/web' }], secretValues: ['db'] })
  expect(JSON.stringify(neighbours)).not.toContain('hidden')
})
