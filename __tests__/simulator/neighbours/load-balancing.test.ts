import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { afterEach, expect, test } from '@jest/globals'
import type { ImageScenario, Scenario } from '../../../simulator/scenario.ts'
import { scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const TargetGroupArn = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef'

async function open(image: Partial<ImageScenario> = {}, rest: Scenario = {}): Promise<ElasticLoadBalancingV2Client> {
  const loadBalancer = { deregistrationDelaySeconds: 60 }
  account = await openNeighbourhood(scenarioWith({ loadBalancer }, [{ tag: 'v1', ...image }], rest))
  return account.client(ElasticLoadBalancingV2Client)
}

async function health(elb: ElasticLoadBalancingV2Client): Promise<readonly (readonly unknown[])[]> {
  const { TargetHealthDescriptions = [] } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }))
  return TargetHealthDescriptions.map(({ TargetHealth }) => [TargetHealth?.State, TargetHealth?.Reason])
}

test('targets are the tasks: registered, healthy, draining, gone', async () => {
  const elb = await open()
  expect(await health(elb)).toEqual([['healthy', undefined]])
  const { TargetHealthDescriptions = [] } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }))
  const [task] = account.simulator.world.tasks
  expect(TargetHealthDescriptions[0]?.Target).toEqual({
    Id: task?.address,
    Port: 8080,
    AvailabilityZone: task?.availabilityZone,
  })
  await account.client(ECSClient).send(new UpdateServiceCommand({ service: 'web', forceNewDeployment: true }))
  const seen = new Set<string>()
  for (let step = 0; step < 60; step += 1) {
    account.advance(5)
    for (const [state] of await health(elb)) seen.add(String(state))
  }
  expect(seen).toEqual(new Set(['healthy', 'initial', 'draining']))
  expect(await health(elb)).toEqual([['healthy', undefined]])
})

test('a failing check is told with its code', async () => {
  const elb = await open()
  account.simulator.world.repositories.get('web')?.images.forEach((image) => {
    image.behaviour = { kind: 'never-healthy', code: 502 }
  })
  await account.client(ECSClient).send(new UpdateServiceCommand({ service: 'web', forceNewDeployment: true }))
  const told: unknown[] = []
  for (let step = 0; step < 40; step += 1) {
    account.advance(5)
    const { TargetHealthDescriptions = [] } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }))
    told.push(...TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth))
  }
  expect(told).toContainEqual({
    State: 'unhealthy',
    Reason: 'Target.ResponseCodeMismatch',
    Description: 'Health checks failed with these codes: [502]',
  })
})

test('a target that was never registered is unused', async () => {
  const elb = await open()
  const input = { TargetGroupArn, Targets: [{ Id: '10.9.9.9', Port: 1 }] }
  const { TargetHealthDescriptions = [] } = await elb.send(new DescribeTargetHealthCommand(input))
  expect(TargetHealthDescriptions).toMatchObject([
    { TargetHealth: { State: 'unused', Reason: 'Target.NotRegistered' } },
  ])
})

test('settings and attributes of a target group', async () => {
  const elb = await open({}, { targetGroups: { web: { healthCheckPath: '/health', matcher: '200-299' } } })
  const input = { TargetGroupArns: [TargetGroupArn] }
  const { TargetGroups = [] } = await elb.send(new DescribeTargetGroupsCommand(input))
  expect(TargetGroups).toMatchObject([
    { HealthCheckPath: '/health', Matcher: { HttpCode: '200-299' }, HealthCheckIntervalSeconds: 30, TargetType: 'ip' },
  ])
  const { Attributes = [] } = await elb.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }))
  expect(Attributes).toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '60' })
})

test('a listener forwards to every group that is attached', async () => {
  const elb = await open({}, { targetGroups: { lonely: { detached: true } } })
  const { LoadBalancers = [] } = await elb.send(new DescribeLoadBalancersCommand({}))
  const LoadBalancerArn = LoadBalancers[0]?.LoadBalancerArn
  const { Listeners = [] } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn }))
  const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn: Listeners[0]?.ListenerArn }))
  expect(Rules.map(({ Priority, Actions }) => [Priority, Actions?.[0]?.TargetGroupArn])).toEqual([
    ['1', TargetGroupArn],
    ['default', undefined],
  ])
  const { TargetGroups = [] } = await elb.send(new DescribeTargetGroupsCommand({ Names: ['lonely'] }))
  expect(TargetGroups[0]?.LoadBalancerArns ?? []).toEqual([])
})

test('what is missing', async () => {
  const elb = await open()
  const missing = TargetGroupArn.replace('/web/', '/nope/')
  expect(await errorOf(elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: missing })))).toEqual({
    name: 'TargetGroupNotFoundException',
    message: 'One or more target groups not found',
  })
  expect((await errorOf(elb.send(new DescribeTargetGroupsCommand({ Names: ['nope'] })))).name).toBe(
    'TargetGroupNotFoundException',
  )
  const rules = elb.send(new DescribeRulesCommand({ ListenerArn: `${TargetGroupArn}` }))
  expect((await errorOf(rules)).name).toBe('ListenerNotFoundException')
})
