import assert from 'node:assert/strict'
import { BatchGetImageCommand, paginateDescribeImages, paginateDescribeRepositories } from '@aws-sdk/client-ecr'
import {
  ClusterNotFoundException,
  ConflictException,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  paginateListServices,
  paginateListTaskDefinitions,
  paginateListTasks,
  RunTaskCommand,
  StopServiceDeploymentCommand,
  StopTaskCommand,
  UpdateServiceCommand,
  waitUntilServicesStable,
  waitUntilTasksRunning,
  waitUntilTasksStopped,
} from '@aws-sdk/client-ecs'
import { account, revision } from '../account.ts'
import type { Check } from '../check.ts'
import type { Ground } from '../ground.ts'

const client = 'JavaScript SDK'
const services = ['web']

const waiter = ({ ecsClient }: Ground) => ({ client: ecsClient, maxWaitTime: 60, minDelay: 1, maxDelay: 1 })

async function deploy({ ecsClient }: Ground, taskDefinition: string): Promise<string | undefined> {
  const { service } = await ecsClient.send(new UpdateServiceCommand({ service: 'web', taskDefinition }))
  return service?.deployments?.[0]?.id
}

async function statuses({ ecsClient }: Ground): Promise<readonly (string | undefined)[]> {
  const { serviceDeployments = [] } = await ecsClient.send(new ListServiceDeploymentsCommand({ service: 'web' }))
  return serviceDeployments.map(({ status }) => status)
}

async function collect<Page>(pages: AsyncIterable<Page>): Promise<readonly Page[]> {
  const all: Page[] = []
  for await (const page of pages) all.push(page)
  return all
}

export const javascriptSdk: readonly Check[] = [
  {
    client,
    title:
      'good version: waitUntilServicesStable ends with SUCCESS after polls; the deployment it started is the only one',
    shows: ['ecs:UpdateService', 'ecs:DescribeServices', 'ecs:ListServiceDeployments'],
    scenario: account({ desiredCount: 2 }),
    play: async (ground) => {
      const id = await deploy(ground, revision.v2)
      const { state, reason } = await waitUntilServicesStable(waiter(ground), { services })
      assert.equal(state, 'SUCCESS')
      assert.deepEqual(
        (reason as { services: { deployments: { id: string }[] }[] }).services[0]?.deployments.map((one) => one.id),
        [id],
      )
      assert.ok(ground.requests('DescribeServices').length > 1)
      assert.equal((await statuses(ground))[0], 'SUCCESSFUL')
      assert.equal((await ground.service()).deployments[0]?.id, id)
    },
  },
  {
    client,
    title: 'crashing version: never stable, the waiter ends with its own TimeoutError; a stopped task tells why',
    shows: ['ecs:UpdateService', 'ecs:DescribeServices', 'ecs:ListTasks', 'ecs:DescribeTasks'],
    scenario: account({ desiredCount: 3 }),
    play: async (ground) => {
      const id = await deploy(ground, revision.crashing)
      await assert.rejects(waitUntilServicesStable({ ...waiter(ground), maxWaitTime: 6 }, { services }), {
        name: 'TimeoutError',
      })
      const { taskArns } = await ground.ecsClient.send(
        new ListTasksCommand({ serviceName: 'web', desiredStatus: 'STOPPED' }),
      )
      const { tasks = [] } = await ground.ecsClient.send(new DescribeTasksCommand({ tasks: taskArns }))
      assert.ok(tasks.some((task) => task.startedBy === id && task.containers?.[0]?.exitCode === 1))
      assert.equal((await ground.service()).deployments[0]?.id, id)
    },
  },
  {
    client,
    title: 'missing image, rolled back by the circuit breaker: the waiter says SUCCESS, the id it started is gone',
    shows: ['ecs:UpdateService', 'ecs:DescribeServices', 'ecs:ListServiceDeployments'],
    scenario: account(),
    speed: 600,
    play: async (ground) => {
      const id = await deploy(ground, revision.missing)
      const { state } = await waitUntilServicesStable(waiter(ground), { services })
      assert.equal(state, 'SUCCESS')
      assert.equal((await statuses(ground))[0], 'ROLLBACK_SUCCESSFUL')
      const { deployments } = await ground.service()
      assert.ok(deployments.every((deployment) => deployment.id !== id))
    },
  },
  {
    client,
    title: 'superseded by a second update; stopped by request: states of the service deployments, ConflictException',
    shows: ['ecs:UpdateService', 'ecs:ListServiceDeployments', 'ecs:StopServiceDeployment'],
    scenario: account(),
    play: async (ground) => {
      await deploy(ground, revision.slow)
      await deploy(ground, revision.v2)
      await waitUntilServicesStable(waiter(ground), { services })
      await ground.until('it is done', ({ serviceDeployments }) => serviceDeployments.at(-1)?.status === 'SUCCESSFUL')
      assert.deepEqual(await statuses(ground), ['SUCCESSFUL', 'STOPPED', 'SUCCESSFUL'])
      const serviceDeploymentArn = (await ground.service()).serviceDeployments.at(-1)?.arn
      const stop = ground.ecsClient.send(new StopServiceDeploymentCommand({ serviceDeploymentArn }))
      await assert.rejects(stop, ConflictException)
    },
  },
  {
    client,
    title: 'waitUntilTasksRunning, StopTask and waitUntilTasksStopped: reason and stopCode are kept',
    shows: ['ecs:ListTasks', 'ecs:StopTask', 'ecs:DescribeTasks'],
    scenario: account(),
    play: async (ground) => {
      const { taskArns: tasks = [] } = await ground.ecsClient.send(new ListTasksCommand({ serviceName: 'web' }))
      await waitUntilTasksRunning(waiter(ground), { tasks })
      await ground.ecsClient.send(new StopTaskCommand({ task: tasks[0], reason: 'checked' }))
      await waitUntilTasksStopped(waiter(ground), { tasks })
      const stopped = (await ground.ecsClient.send(new DescribeTasksCommand({ tasks }))).tasks?.[0]
      assert.deepEqual([stopped?.stopCode, stopped?.stoppedReason], ['UserInitiated', 'checked'])
      assert.equal(ground.simulator.world.tasks.find(({ arn }) => arn === tasks[0])?.lastStatus, 'STOPPED')
    },
  },
  {
    client,
    title: 'paginators of ECS and ECR come to an end and hold each item once',
    shows: [
      'ecs:ListServices',
      'ecs:ListTasks',
      'ecs:ListTaskDefinitions',
      'ecr:DescribeImages',
      'ecr:DescribeRepositories',
    ],
    scenario: account({ desiredCount: 5 }),
    play: async (ground) => {
      const { ecsClient, ecrClient } = ground
      const ecs = { client: ecsClient, pageSize: 2 }
      const tasks = await collect(paginateListTasks(ecs, { serviceName: 'web' }))
      assert.equal(new Set(tasks.flatMap(({ taskArns = [] }) => taskArns)).size, 5)
      assert.equal(tasks.length, 3)
      const definitions = await collect(paginateListTaskDefinitions(ecs, {}))
      assert.equal(definitions.flatMap(({ taskDefinitionArns = [] }) => taskDefinitionArns).length, 6)
      const found = await collect(paginateListServices(ecs, {}))
      assert.deepEqual(
        found.flatMap(({ serviceArns }) => serviceArns),
        [(await ground.service()).arn],
      )
      const ecr = { client: ecrClient, pageSize: 3 }
      const images = await collect(paginateDescribeImages(ecr, { repositoryName: 'web' }))
      const held = ground.simulator.world.repositories.get('web')
      assert.equal(images.flatMap(({ imageDetails = [] }) => imageDetails).length, held?.images.size)
      assert.equal((await collect(paginateDescribeRepositories(ecr, {}))).length, 1)
    },
  },
  {
    client,
    title: 'its own exception classes, failures[] of ECR, and retries after throttling, a 500 and a reset',
    shows: ['ecs:DescribeServices', 'ecs:ListTasks', 'ecr:BatchGetImage'],
    scenario: account(),
    play: async (ground) => {
      await assert.rejects(ground.ecsClient.send(new ListTasksCommand({ cluster: 'nope' })), ClusterNotFoundException)
      const { failures } = await ground.ecrClient.send(
        new BatchGetImageCommand({ repositoryName: 'web', imageIds: [{ imageTag: 'missing' }] }),
      )
      assert.equal(failures?.[0]?.failureCode, 'ImageNotFound')
      for (const kind of ['throttle', 'http-500', 'reset-before']) {
        await ground.change('faults', { kind, operation: 'DescribeServices' })
        const answer = await ground.ecsClient.send(new DescribeServicesCommand({ services }))
        assert.equal(answer.services?.length, 1)
        assert.equal(answer.$metadata.attempts, 2, kind)
      }
      assert.equal(ground.requests('DescribeServices').length, 6)
    },
  },
  {
    client,
    title: 'runs a task, waits until it has stopped, reads its exit code; the same token answers the same task',
    shows: ['ecs:RunTask', 'ecs:DescribeTasks'],
    scenario: account(),
    play: async (ground) => {
      const run = new RunTaskCommand({
        taskDefinition: revision.crashing,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
        clientToken: 'once',
      })
      const [first] = (await ground.ecsClient.send(run)).tasks ?? []
      const [second] = (await ground.ecsClient.send(run)).tasks ?? []
      assert.equal(second?.taskArn, first?.taskArn)
      const tasks = [String(first?.taskArn)]
      const { state } = await waitUntilTasksStopped(waiter(ground), { tasks })
      assert.equal(state, 'SUCCESS')
      const [stopped] = (await ground.ecsClient.send(new DescribeTasksCommand({ tasks }))).tasks ?? []
      assert.equal(stopped?.containers?.[0]?.exitCode, 1)
      assert.equal(ground.simulator.world.tasks.filter(({ service }) => service === '').length, 1)
    },
  },
]
