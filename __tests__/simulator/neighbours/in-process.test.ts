import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2'
import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import { type InProcessSimulator, startInProcess } from '../../../simulator/in-process.ts'
import type { Fault } from '../../../simulator/scenario.ts'
import { scenarioWith } from '../support.ts'
import { errorOf } from './support.ts'

let simulator: InProcessSimulator
afterEach(() => simulator.close())

const open = (faults: readonly Fault[] = [], seed = 1): ECSClient => {
  simulator = startInProcess({ scenario: scenarioWith({}, [], { faults }), seed })
  return new ECSClient(simulator.client())
}
const force = new UpdateServiceCommand({ service: 'web', forceNewDeployment: true })
const describeWeb = new DescribeServicesCommand({ services: ['web'] })

/** A whole rollout. @returns what was seen on the way */
async function rollOut(ecs: ECSClient): Promise<string> {
  await ecs.send(force)
  const seen: unknown[] = []
  for (let poll = 0; poll < 60; poll += 1) {
    simulator.clock.advance(10_000)
    const { services = [] } = await ecs.send(describeWeb)
    seen.push(services)
    if (services[0]?.deployments?.length === 1) return JSON.stringify(seen)
  }
  throw new Error('The rollout did not end')
}

test('a rollout on virtual time, without a socket', async () => {
  const trace = await rollOut(open())
  expect(trace).toContain('ECS deployment')
  expect(simulator.requests()[0]).toMatchObject({ service: 'ecs', operation: 'UpdateService', applied: true })
})

test('the same seed gives the same answers, byte for byte; another seed others', async () => {
  const traces: string[] = []
  for (const seed of [7, 7, 8]) traces.push(await rollOut(open([], seed)))
  expect(traces[0]).toBe(traces[1])
  expect(traces[0]).not.toBe(traces[2])
})

test("every service is there, and its errors are the SDK's", async () => {
  open()
  const ec2 = new EC2Client(simulator.client())
  expect((await ec2.send(new DescribeSubnetsCommand({}))).Subnets?.length).toBeGreaterThan(0)
  const missing = ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-00000009'] }))
  expect((await errorOf(missing)).name).toBe('InvalidSubnetID.NotFound')
})

test('a connection that breaks, and one that never answers', async () => {
  const ecs = open([
    { kind: 'reset-after', operation: 'UpdateService' },
    { kind: 'hang', operation: 'DescribeServices' },
  ])
  expect((await errorOf(ecs.send(force))).message).toContain('ECONNRESET')
  const sent = ecs.send(describeWeb, { abortSignal: AbortSignal.timeout(50) })
  expect((await errorOf(sent)).name).toBe('AbortError')
  expect((await ecs.send(describeWeb)).services?.[0]?.deployments).toHaveLength(2)
})

test('a delayed answer comes when the clock has gone that far', async () => {
  const ecs = open([{ kind: 'delay', operation: 'DescribeServices', seconds: 400 }])
  await ecs.send(force)
  const pending = ecs.send(describeWeb)
  // The client signs its request before the simulator sees it.
  while (simulator.faults.list().length > 0) await new Promise((resolve) => setTimeout(resolve, 1))
  simulator.clock.advance(400_000)
  expect((await pending).services?.[0]?.deployments).toHaveLength(1)
})
