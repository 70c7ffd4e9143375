import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling'
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { afterEach, expect, test } from '@jest/globals'
import { scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

test('alarms by name, prefix and state; one that is missing is left out', async () => {
  const alarms = [{ name: 'web-5xx' }, { name: 'web-latency', state: 'ALARM' as const }, { name: 'other' }]
  account = await openNeighbourhood(scenarioWith({}, [], { alarms }))
  const client = account.client(CloudWatchClient)
  const list = async (input: object): Promise<unknown> => {
    const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand(input))
    return MetricAlarms.map(({ AlarmName, StateValue }) => [AlarmName, StateValue])
  }
  expect(await list({ AlarmNames: ['web-5xx', 'nope'] })).toEqual([['web-5xx', 'OK']])
  expect(await list({ AlarmNamePrefix: 'web-' })).toEqual([
    ['web-5xx', 'OK'],
    ['web-latency', 'ALARM'],
  ])
  expect(await list({ StateValue: 'ALARM' })).toEqual([['web-latency', 'ALARM']])
  const both = client.send(new DescribeAlarmsCommand({ AlarmNames: ['a'], AlarmNamePrefix: 'b' }))
  // The SDK's own name for the code ValidationError, which the header x-amzn-query-error carries.
  expect((await errorOf(both)).name).toBe('ValidationException')
})

test('alarms are answered in Query as well, for clients that speak it', async () => {
  account = await openNeighbourhood(scenarioWith({}, [], { alarms: [{ name: 'a&b' }, { name: 'other' }] }))
  const form = new URLSearchParams({
    Action: 'DescribeAlarms',
    Version: '2010-08-01',
    'AlarmNames.member.1': 'a&b',
  })
  const answer = await fetch(account.simulator.url, { method: 'POST', body: form })
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toBe('text/xml')
  expect(text).toContain('<DescribeAlarmsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">')
  expect(text.match(/<AlarmName>.*?<\/AlarmName>/g)).toEqual(['<AlarmName>a&amp;b</AlarmName>'])
})

const key = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/default/web',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const

test('a scalable target: registered, changed in one bound, listed', async () => {
  account = await openNeighbourhood(scenarioWith({}, []))
  const client = account.client(ApplicationAutoScalingClient)
  await client.send(new RegisterScalableTargetCommand({ ...key, MinCapacity: 2, MaxCapacity: 8 }))
  await client.send(new RegisterScalableTargetCommand({ ...key, MaxCapacity: 9 }))
  const input = { ServiceNamespace: key.ServiceNamespace, ResourceIds: [key.ResourceId] }
  const { ScalableTargets = [] } = await client.send(new DescribeScalableTargetsCommand(input))
  expect(ScalableTargets).toMatchObject([{ ...key, MinCapacity: 2, MaxCapacity: 9 }])
})

test('suspending: what is left out stays, and a policy does nothing in that direction', async () => {
  const scalableTargets = [{ service: 'web', minCapacity: 1, maxCapacity: 3 }]
  account = await openNeighbourhood(scenarioWith({}, [], { scalableTargets }))
  const client = account.client(ApplicationAutoScalingClient)
  const state = async (SuspendedState: object): Promise<object | undefined> => {
    await client.send(new RegisterScalableTargetCommand({ ...key, SuspendedState }))
    const found = await client.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }))
    expect(found.ScalableTargets).toMatchObject([{ MinCapacity: 1, MaxCapacity: 3 }])
    return found.ScalableTargets?.[0]?.SuspendedState
  }
  const desired = (): number | undefined => account.simulator.world.services[0]?.desiredCount
  expect(await state({ DynamicScalingOutSuspended: true })).toEqual({
    DynamicScalingInSuspended: false,
    DynamicScalingOutSuspended: true,
    ScheduledScalingSuspended: false,
  })
  account.simulator.happen({ autoScale: 3 })
  expect(desired()).toBe(1)
  expect(await state({ DynamicScalingInSuspended: true, DynamicScalingOutSuspended: false })).toMatchObject({
    DynamicScalingInSuspended: true,
    DynamicScalingOutSuspended: false,
  })
  account.simulator.happen({ autoScale: 9 })
  expect(desired()).toBe(3)
  account.simulator.happen({ autoScale: 1 })
  expect(desired()).toBe(3)
})

test('scalable targets of a scenario, and mistakes', async () => {
  const scalableTargets = [{ service: 'web', minCapacity: 1, maxCapacity: 3 }]
  account = await openNeighbourhood(scenarioWith({}, [], { scalableTargets }))
  const client = account.client(ApplicationAutoScalingClient)
  const { ScalableTargets = [] } = await client.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }))
  expect(ScalableTargets).toMatchObject([{ MinCapacity: 1, MaxCapacity: 3 }])
  const lambda = await client.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'lambda' }))
  expect(lambda.ScalableTargets).toEqual([])
  const wrong: readonly object[] = [
    { ServiceNamespace: 'nope' },
    { ResourceId: 'service/default/nope' },
    { MinCapacity: 9, MaxCapacity: 1 },
  ]
  for (const part of wrong) {
    const command = new RegisterScalableTargetCommand({ ...key, MinCapacity: 1, MaxCapacity: 2, ...part })
    expect((await errorOf(client.send(command))).name).toBe('ValidationException')
  }
})
