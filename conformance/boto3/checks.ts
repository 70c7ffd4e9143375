import assert from 'node:assert/strict'
import { account, revision } from '../account.ts'
import type { Check } from '../check.ts'

const client = 'boto3'
const brokenText = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'

interface Failure {
  readonly started: string
  readonly listed: readonly string[]
  readonly taskDefinition: string
  readonly status: string
  readonly reason: string
  readonly breaker: object
  readonly events: readonly string[]
}

const showsFailure = [
  'ecs:UpdateService',
  'ecs:DescribeServices',
  'ecs:ListServiceDeployments',
  'ecs:DescribeServiceDeployments',
]

export const boto3: readonly Check[] = [
  {
    client,
    title: 'good version: waiter services_stable; service deployment SUCCESSFUL; digest in the service revision',
    shows: [...showsFailure, 'ecs:DescribeServiceRevisions'],
    scenario: account({ desiredCount: 2 }),
    play: async (ground) => {
      const told = await ground.python<{
        id: string
        createdAt: number
        status: string
        target: string
        digest: string
      }>('boto3/good.py')
      const { deployments, serviceDeployments, revisions } = await ground.service()
      assert.equal(told.status, 'SUCCESSFUL')
      assert.equal(told.id, deployments[0]?.id)
      assert.equal(Math.round(told.createdAt * 1000), deployments[0]?.createdAt)
      assert.equal(told.target, revisions.at(-1)?.arn)
      assert.equal(told.digest, ground.simulator.world.repositories.get('web')?.tags.get('v2'))
      assert.equal(serviceDeployments.at(-1)?.status, 'SUCCESSFUL')
    },
  },
  {
    client,
    title:
      'crashing version: the stopped task has exit code, reason and the deployment that started it; the old task runs on',
    shows: ['ecs:UpdateService', 'ecs:ListTasks', 'ecs:DescribeTasks', 'ecs:ListServiceDeployments'],
    scenario: account(),
    play: async (ground) => {
      const told = await ground.python<Record<string, unknown>>('boto3/crashing.py')
      assert.equal(told.startedBy, told.started)
      assert.equal(told.reason, 'Essential container in task exited')
      assert.equal(told.exitCode, 1)
      assert.ok(Number(told.running) >= 1)
      assert.equal(told.status, 'IN_PROGRESS')
      assert.equal((await ground.service()).deployments[0]?.rolloutState, 'IN_PROGRESS')
    },
  },
  {
    client,
    title: 'crashing version where each crash counts (the other reading): the circuit breaker goes back',
    shows: showsFailure,
    scenario: account({}, { options: { exitAfterRunningCountsAsFailure: true } }),
    speed: 600,
    play: async (ground) => {
      const told = await ground.python<Failure>('boto3/failing.py', revision.crashing)
      assert.equal(told.status, 'ROLLBACK_SUCCESSFUL')
      assert.deepEqual(told.breaker, { status: 'TRIGGERED', failureCount: 3, threshold: 3 })
      assert.ok(told.taskDefinition.endsWith(revision.v1))
      assert.equal((await ground.service()).deployments[0]?.rolloutState, 'COMPLETED')
    },
  },
  {
    client,
    title: 'missing image: rolled back by the circuit breaker after events that name the image; the old id is back',
    shows: showsFailure,
    scenario: account(),
    speed: 1200,
    play: async (ground) => {
      const old = (await ground.service()).deployments[0]?.id
      const told = await ground.python<Failure>('boto3/failing.py', revision.missing)
      assert.equal(told.status, 'ROLLBACK_SUCCESSFUL')
      assert.deepEqual(told.listed, [old])
      assert.ok(told.events.some((text) => /unable to place a task.*CannotPullContainerError.*web:missing/.test(text)))
    },
  },
  {
    client,
    title: 'never healthy behind a load balancer: breaker and rollback in events, states and statusReason',
    shows: showsFailure,
    scenario: account({ loadBalancer: { deregistrationDelaySeconds: 30 } }),
    speed: 600,
    play: async (ground) => {
      const old = (await ground.service()).deployments[0]?.id
      const told = await ground.python<Failure>('boto3/failing.py', revision.sick)
      assert.deepEqual([told.status, told.reason], ['ROLLBACK_SUCCESSFUL', brokenText])
      assert.deepEqual(told.listed, [old])
      const failed = `(service web) (deployment ${told.started}) deployment failed: tasks failed to start.`
      const back = `(service web) rolling back to deployment ${old}.`
      assert.equal(told.events.indexOf(failed), told.events.indexOf(back) + 1)
      const { rollback } = (await ground.service()).serviceDeployments.at(-1) ?? {}
      assert.equal(`ecs-svc/${rollback?.number}`, old)
    },
  },
  {
    client,
    title: 'superseded: the first service deployment ends STOPPED, the second SUCCESSFUL',
    shows: showsFailure,
    scenario: account(),
    play: async (ground) => {
      const told = await ground.python<{ first: string; statuses: string[] }>('boto3/superseded.py')
      assert.deepEqual(told, { first: 'STOPPED', statuses: ['SUCCESSFUL', 'STOPPED', 'SUCCESSFUL'] })
      assert.equal((await ground.service()).deployments.length, 1)
    },
  },
  {
    client,
    title: 'stops a service deployment; it ends ROLLBACK_SUCCESSFUL; a second stop raises ConflictException',
    shows: ['ecs:StopServiceDeployment', 'ecs:ListServiceDeployments', 'ecs:UpdateService'],
    scenario: account(),
    play: async (ground) => {
      const told = await ground.python<object>('boto3/stopping.py')
      assert.deepEqual(told, { echoed: true, status: 'ROLLBACK_SUCCESSFUL', conflict: 'ConflictException' })
      assert.deepEqual(
        ground.requests('StopServiceDeployment').map(({ applied }) => applied),
        [true, false],
      )
    },
  },
  {
    client,
    title: 'paginators: tasks, services, task definitions and images come in pages that hold each item once',
    shows: ['ecs:ListTasks', 'ecs:ListServices', 'ecs:ListTaskDefinitions', 'ecr:DescribeImages'],
    scenario: account({ desiredCount: 5 }),
    play: async (ground) => {
      const told = await ground.python<Record<string, unknown[][]>>('boto3/paginators.py')
      assert.deepEqual(
        told.tasks?.map(({ length }) => length),
        [2, 2, 1],
      )
      assert.equal(new Set(told.tasks?.flat()).size, 5)
      assert.deepEqual(
        told.definitions?.map(({ length }) => length),
        [4, 2],
      )
      assert.match(String(told.definitions?.[0]?.[0]), /web:6$/)
      assert.deepEqual(told.services, [[(await ground.service()).arn]])
      assert.equal(told.images?.flat().length, ground.simulator.world.repositories.get('web')?.images.size)
      assert.equal(ground.requests('ListTasks').length, 3)
    },
  },
  {
    client,
    title: 'modelled exception classes with the messages of ECS and ECR; a waiter gives up on MISSING',
    shows: [
      'ecs:ListTasks',
      'ecs:UpdateService',
      'ecs:DescribeTaskDefinition',
      'ecs:StopServiceDeployment',
      'ecs:DescribeServices',
      'ecr:DescribeImages',
    ],
    scenario: account(),
    play: async (ground) => {
      const told = await ground.python<Record<string, string | null>>('boto3/errors.py')
      assert.equal(told.cluster, 'Cluster not found.')
      assert.equal(told.service, 'Service not found.')
      assert.equal(told.definition, 'Unable to describe task definition.')
      assert.equal(told.waiter, 'MISSING')
      for (const name of ['filters', 'deployment', 'image', 'repository'])
        assert.equal(typeof told[name], 'string', name)
      assert.ok(ground.simulator.requests().every(({ applied }) => !applied))
    },
  },
  {
    client,
    title:
      'waiters tasks_running and tasks_stopped around StopTask; its reason and stopCode are kept; the service replaces the task',
    shows: ['ecs:StopTask', 'ecs:DescribeTasks', 'ecs:ListTasks'],
    scenario: account(),
    play: async (ground) => {
      const told = await ground.python<Record<string, string>>('boto3/tasks_stopped.py')
      assert.equal(told.desired, 'STOPPED')
      assert.deepEqual([told.status, told.code, told.reason], ['STOPPED', 'UserInitiated', 'checked'])
      await ground.until('a task runs again', () =>
        ground.simulator.world.tasks.some(({ arn, lastStatus }) => arn !== told.task && lastStatus === 'RUNNING'),
      )
    },
  },
  {
    client,
    title: 'runs a task with tags, waits until it has stopped, reads exit code and tags; 11 at once are refused',
    shows: ['ecs:RunTask', 'ecs:DescribeTasks'],
    scenario: account(),
    play: async (ground) => {
      const told = await ground.python<Record<string, unknown>>('boto3/run_task.py')
      assert.deepEqual([told.failures, told.exitCode, told.tooMany], [[], 1, 'InvalidParameterException'])
      assert.deepEqual(told.tags, [{ key: 'run', value: '1' }])
      assert.equal(ground.simulator.world.tasks.find(({ arn }) => arn === told.task)?.lastStatus, 'STOPPED')
    },
  },
  {
    client,
    title: 'ECS Exec: a session where it is enabled, a refusal where it is not',
    shows: ['ecs:ExecuteCommand', 'ecs:RunTask'],
    scenario: account(),
    play: async (ground) => {
      const told = await ground.python<{ enabled: string; disabled: string }>('boto3/execute_command.py')
      assert.match(told.enabled, /^wss:/)
      assert.match(told.disabled, /^(InvalidParameter|TargetNotConnected)Exception$/)
      assert.deepEqual(
        ground.requests('ExecuteCommand').map(({ status }) => status),
        [200, 400],
      )
    },
  },
]
