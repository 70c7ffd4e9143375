import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { Ports } from '../../src/deployment/ports.ts'
import { supersededEnding } from '../../src/deployment/rollback-endings.ts'
import { restore, saveText } from '../../src/deployment/saved-state.ts'
import { startsDeployment, updateOnce } from '../../src/deployment/update-once.ts'
import { deployment, inputs, now, record, revisionArn, service, snapshot } from './samples.ts'

const update: UpdateServiceCommandInput = { cluster: 'main', service: 'web', taskDefinition: revisionArn(2) }
const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } })
const before = service({
  deployments: [{ id: 'ecs-svc/1', status: 'PRIMARY', taskDefinition: revisionArn(1), createdAt: new Date(now) }],
})

/** ECS that answers so many calls of UpdateService with nothing, and shows this service all the time. */
function portsThatLose(
  answers: number,
  shown: Service = before,
): { readonly ports: Ports; readonly sent: () => number } {
  let time = 0
  let sent = 0
  const ports = {
    clock: {
      now: () => now + time,
      uptime: () => time,
      sleep: async (milliseconds: number) => {
        time += milliseconds
      },
    },
    random: () => 0.5,
    log: { info: () => undefined },
    cancelled: new AbortController().signal,
    ecs: {
      describeService: async () => shown,
      listServiceDeployments: async () => Promise.reject(denied),
      updateService: async () => {
        sent += 1
        if (sent <= answers) throw lost
        return service()
      },
    },
  } as unknown as Ports
  return { ports, sent: () => sent }
}

const started = () =>
  record({ update, snapshot: snapshot([deployment('ecs-svc/1', { taskDefinition: revisionArn(1) })]) })

describe('an UpdateService that was sent again, because nothing was to be seen of it', () => {
  const other = (revision: number) =>
    snapshot([
      deployment('ecs-svc/3', { taskDefinition: revisionArn(revision), createdAt: now + 9 }),
      deployment('ecs-svc/2', { status: 'ACTIVE' }),
    ])

  test.each([
    ['the same revision', other(2)],
    ['what is not listed', snapshot([deployment('ecs-svc/1')])],
  ])("a later deployment of %s may be its own: it is not called somebody else's", async (_name, seen) => {
    const { ports } = portsThatLose(1)
    const run = started()
    await updateOnce(ports, run, update)
    const end = supersededEnding('ecs-svc/3', { ...run, snapshot: seen })
    expect([end.outcome, end.headline]).toStrictEqual(['unknown', expect.stringContaining('ecs-svc/3')])
  })

  test("a later deployment of another revision is somebody else's", async () => {
    const { ports } = portsThatLose(1)
    const run = started()
    await updateOnce(ports, run, update)
    expect(supersededEnding('ecs-svc/3', { ...run, snapshot: other(7) }).outcome).toBe('superseded')
  })
})

test('the post step knows of it as well', async () => {
  const { ports } = portsThatLose(1)
  const run = started()
  await updateOnce(ports, run, update)
  const post = restore(saveText(inputs(), run))?.record ?? record()
  expect(supersededEnding('ecs-svc/3', { ...post, snapshot: snapshot([]) }).outcome).toBe('unknown')
})

test('settings alone, sent again, leave no doubt: they start no deployment', async () => {
  const { ports } = portsThatLose(1)
  const run = started()
  await updateOnce(ports, run, { cluster: 'main', service: 'web', desiredCount: 3 })
  expect(supersededEnding('ecs-svc/3', { ...run, snapshot: snapshot([]) }).outcome).toBe('superseded')
})

test('what the service showed when it was read anew before sending is not its own', async () => {
  const theirs = { id: 'ecs-svc/9', status: 'PRIMARY', taskDefinition: revisionArn(2), createdAt: new Date(now + 5) }
  const { ports } = portsThatLose(0, service({ deployments: [theirs] }))
  const run = started()
  let sent = 0
  const answer = await updateOnce(ports, run, update, async () => {
    run.snapshot = snapshot([deployment('ecs-svc/9', { createdAt: now + 5 })])
    if (sent++ === 0) throw lost
    return 'sent again'
  })
  expect(answer).toBe('sent again')
})

test('one that was answered at once leaves no doubt', async () => {
  const { ports } = portsThatLose(0)
  const run = started()
  await updateOnce(ports, run, update)
  expect(supersededEnding('ecs-svc/3', { ...run, snapshot: snapshot([]) }).outcome).toBe('superseded')
})

describe('settings alone, with the answer lost', () => {
  const settings: UpdateServiceCommandInput = { cluster: 'main', service: 'web', enableExecuteCommand: true }
  const asked = { enableExecuteCommand: true }
  const run = () => ({ ...started(), asked, settingsThatDiffered: ['enableExecuteCommand'] as const })

  test('are not sent again where the service has them', async () => {
    const { ports, sent } = portsThatLose(1, { ...before, enableExecuteCommand: true })
    await updateOnce(ports, run(), settings)
    expect(sent()).toBe(1)
  })

  test('are sent again where it has them not', async () => {
    const { ports, sent } = portsThatLose(1)
    await updateOnce(ports, run(), settings)
    expect(sent()).toBe(2)
  })
})

test('what starts a deployment', () => {
  const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-1'] } }
  const carries = [update, { forceNewDeployment: true }, { networkConfiguration }, { platformVersion: '1.4.0' }]
  expect(carries.map((each) => startsDeployment({ service: 'web', ...each }))).toStrictEqual([true, true, true, true])
  expect(startsDeployment({ service: 'web', desiredCount: 2, forceNewDeployment: false })).toBe(false)
})
