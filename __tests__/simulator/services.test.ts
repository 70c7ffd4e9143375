import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeClustersCommand,
  DescribeServicesCommand,
  StopTaskCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { ServiceScenario } from '../../simulator/scenario.ts'
import { Account, definition, primary, registry, scenarioWith } from './support.ts'

let account: Account
afterEach(() => account.close())

const network = { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } }

test('a service is created, runs, is deleted', async () => {
  account = await Account.open(scenarioWith({}, []))
  await account.ecs.send(new CreateClusterCommand({ clusterName: 'staging' }))
  const request = {
    cluster: 'staging',
    serviceName: 'api',
    taskDefinition: 'web',
    desiredCount: 1,
    launchType: 'FARGATE' as const,
  }
  await expect(account.ecs.send(new CreateServiceCommand(request))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('Network Configuration must be provided'),
  })
  await account.ecs.send(new CreateServiceCommand({ ...request, networkConfiguration: network }))
  account.advance(180)
  const describeApi = new DescribeServicesCommand({ cluster: 'staging', services: ['api'] })
  const [running] = (await account.ecs.send(describeApi)).services ?? []
  expect(running).toMatchObject({
    runningCount: 1,
    deployments: [{ rolloutState: 'COMPLETED' }],
    availabilityZoneRebalancing: 'ENABLED',
  })
  const target = { cluster: 'staging', service: 'api' }
  await expect(account.ecs.send(new DeleteServiceCommand(target))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  await account.ecs.send(new DeleteServiceCommand({ ...target, force: true }))
  account.advance(120)
  expect((await account.ecs.send(describeApi)).services?.[0]?.status).toBe('INACTIVE')
  await expect(account.ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 1 }))).rejects.toMatchObject({
    name: 'ServiceNotActiveException',
    message: 'Service was not ACTIVE.',
  })
  const { clusters = [] } = await account.ecs.send(new DescribeClustersCommand({ clusters: ['staging', 'default'] }))
  expect(clusters.map(({ activeServicesCount }) => activeServicesCount)).toEqual([0, 1])
})

describe('services that a rolling deployment does not reach', () => {
  const kinds: { what: string; service: Partial<ServiceScenario>; name: string }[] = [
    {
      what: 'CodeDeploy deploys it',
      service: { deploymentController: 'CODE_DEPLOY' },
      name: 'InvalidParameterException',
    },
    {
      what: 'an external controller deploys it',
      service: { deploymentController: 'EXTERNAL' },
      name: 'InvalidParameterException',
    },
    { what: 'it is INACTIVE', service: { status: 'INACTIVE' }, name: 'ServiceNotActiveException' },
  ]
  test.each(kinds)('$what', async ({ service, name }) => {
    account = await Account.open(scenarioWith({ deploymentConfiguration: {}, ...service }, []))
    const update = new UpdateServiceCommand({ service: 'web', taskDefinition: 'web:1', forceNewDeployment: true })
    await expect(account.ecs.send(update)).rejects.toMatchObject({ name })
  })
})

test('a container that the load balancer needs must be there', async () => {
  account = await Account.open(scenarioWith({ loadBalancer: {} }, []))
  await expect(account.deploy(definition('v1', { name: 'other' }))).rejects.toMatchObject({
    message: 'The container web does not exist in the task definition.',
  })
})

test('a service whose first deployment failed has nothing that completed', async () => {
  account = await Account.open(scenarioWith({ initialDeployment: 'failed' }, []))
  expect(primary(await account.service())).toMatchObject({ rolloutState: 'FAILED', runningCount: 0 })
})

test('a stopped task tells who asked, and is replaced from the pinned digest or not at all', async () => {
  account = await Account.open(scenarioWith({}, []))
  const [before] = await account.tasks('RUNNING')
  const digest = before?.containers?.[0]?.imageDigest ?? ''
  account.simulator.world.repositories.get('web')?.images.delete(digest)
  await account.ecs.send(new StopTaskCommand({ task: before?.taskArn, reason: 'drill' }))
  account.advance(240)
  const stopped = await account.tasks('STOPPED')
  expect(stopped[0]).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'drill' })
  const name = `${registry}/web@${digest}`
  expect(stopped[1]?.stoppedReason).toBe(
    `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${name}: ${name}: not found`,
  )
})
