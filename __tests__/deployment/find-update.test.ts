import type { Deployment, ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { findUpdate } from '../../src/deployment/find-update.ts'
import { now, record, revisionArn, service, snapshot, deployment as view } from './samples.ts'

const before = view('ecs-svc/1')
const run = () =>
  record({ snapshot: snapshot([before]), serviceArn: 'arn:aws:ecs:us-east-1:111122223333:service/main/web' })
const lost = { known: new Set(['ecs-svc/1']), since: now, wanted: revisionArn(2) }
const one = (id: string, status: string, revision: number): Deployment => ({
  id,
  status,
  taskDefinition: revisionArn(revision),
  createdAt: new Date(now + 1000),
})
const told = (number: string, at = now + 500): ServiceDeploymentBrief => ({
  targetServiceRevisionArn: `arn:aws:ecs:us-east-1:111122223333:service-revision/main/web/${number}`,
  createdAt: new Date(at),
})

/** An ECS that shows these deployments, this history, and these revisions by number. */
function ports(
  deployments: readonly Deployment[],
  history: readonly ServiceDeploymentBrief[] | Error = [],
  revisions: Readonly<Record<string, number>> = {},
) {
  return {
    ecs: {
      describeService: async () => service({ deployments: [...deployments] }),
      listServiceDeployments: async () => {
        if (history instanceof Error) throw history
        return history
      },
      describeServiceRevision: async (arn: string) => ({
        taskDefinition: revisionArn(revisions[arn.slice(arn.lastIndexOf('/') + 1)] ?? 0),
      }),
    },
  } as never
}

const idsOf = (found: Awaited<ReturnType<typeof findUpdate>>) =>
  found?.deployments?.map(({ id, status }) => `${status} ${id}`)

test('nothing new: it was not done', async () => {
  expect(await findUpdate(lost, ports([one('ecs-svc/1', 'PRIMARY', 1)]), run())).toBeUndefined()
})

test('a new PRIMARY with our definition is ours', async () => {
  const found = await findUpdate(lost, ports([one('ecs-svc/2', 'PRIMARY', 2), one('ecs-svc/1', 'ACTIVE', 1)]), run())
  expect(idsOf(found)).toEqual(['PRIMARY ecs-svc/2', 'ACTIVE ecs-svc/1'])
})

test('somebody has deployed over ours: it is shown as it began', async () => {
  const found = await findUpdate(lost, ports([one('ecs-svc/3', 'PRIMARY', 7), one('ecs-svc/2', 'ACTIVE', 2)]), run())
  expect(idsOf(found)).toEqual(['PRIMARY ecs-svc/2'])
})

test('somebody has deployed the same again: ours is the first of the two', async () => {
  const again = { ...one('ecs-svc/3', 'PRIMARY', 2), createdAt: new Date(now + 2000) }
  const found = await findUpdate(lost, ports([again, one('ecs-svc/2', 'ACTIVE', 2)]), run())
  expect(idsOf(found)).toEqual(['PRIMARY ecs-svc/2'])
})

test('deployed over twice: the history knows it', async () => {
  const history = [told('4'), told('3'), told('2'), told('1', now - 9000)]
  const found = await findUpdate(lost, ports([one('ecs-svc/4', 'PRIMARY', 7)], history, { 2: 2, 3: 7, 4: 7 }), run())
  expect(idsOf(found)).toEqual(['PRIMARY ecs-svc/2'])
})

test('somebody else has deployed, and ours is not in the history: it was not done', async () => {
  const found = findUpdate(lost, ports([one('ecs-svc/3', 'PRIMARY', 7)], [told('3')], { 3: 7 }), run())
  expect(await found).toBeUndefined()
})

test('somebody else has deployed, and the history may not be read: it cannot be told', async () => {
  const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } })
  await expect(findUpdate(lost, ports([one('ecs-svc/3', 'PRIMARY', 7)], denied), run())).rejects.toThrow('history')
})

test('not listed, and this is the last look: the history knows a deployment that has come and gone', async () => {
  const back = [one('ecs-svc/1', 'PRIMARY', 1)]
  const history = [told('2'), told('1', now - 9000)]
  expect(await findUpdate(lost, ports(back, history, { 2: 2 }), run())).toBeUndefined()
  expect(idsOf(await findUpdate(lost, ports(back, history, { 2: 2 }), run(), true))).toEqual([
    'PRIMARY ecs-svc/2',
    'ACTIVE ecs-svc/1',
  ])
})

test.each([
  ['has nothing new', [told('1', now - 9000)]],
  ['may not be read', Object.assign(new Error('no'), { name: 'AccessDeniedException' })],
])('not listed, and the history %s: it was not done', async (_name, history) => {
  expect(await findUpdate(lost, ports([one('ecs-svc/1', 'PRIMARY', 1)], history), run(), true)).toBeUndefined()
})

test('a deployment of the same revision from before, which ECS has taken back: ours was not done', async () => {
  const history = [told('2', now - 100), told('1', now - 9000)]
  expect(
    await findUpdate(lost, ports([one('ecs-svc/1', 'PRIMARY', 1)], history, { 2: 2 }), run(), true),
  ).toBeUndefined()
})

test('the history fails: nobody has looked', async () => {
  const failed = Object.assign(new Error('no'), { name: 'ServerException', $metadata: { httpStatusCode: 500 } })
  const found = findUpdate(lost, ports([one('ecs-svc/1', 'PRIMARY', 1)], failed), run(), true)
  await expect(found).rejects.toThrow('the history was not read')
})

test('settings alone start nothing: what somebody else has begun is not ours', async () => {
  const again = [one('ecs-svc/2', 'PRIMARY', 2), one('ecs-svc/1', 'ACTIVE', 2)]
  expect(await findUpdate({ ...lost, hasSettings: () => false }, ports(again), run())).toBeUndefined()
})

test('only settings were changed: it was done when the service has them', async () => {
  const looking = (hasSettings: boolean) =>
    findUpdate({ ...lost, hasSettings: () => hasSettings }, ports([one('ecs-svc/1', 'PRIMARY', 1)]), run())
  expect(idsOf(await looking(true))).toEqual(['PRIMARY ecs-svc/1'])
  expect(await looking(false)).toBeUndefined()
})
