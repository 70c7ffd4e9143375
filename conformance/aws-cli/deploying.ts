import assert from 'node:assert/strict'
import type {
  DescribeServiceDeploymentsResponse,
  DescribeServiceRevisionsResponse,
  DescribeTasksResponse,
  ListServiceDeploymentsResponse,
  ListTasksResponse,
  StopServiceDeploymentResponse,
  UpdateServiceResponse,
} from '@aws-sdk/client-ecs'
import { account, revision } from '../account.ts'
import type { Check } from '../check.ts'
import type { Ground } from '../ground.ts'
import { refusedCode } from './exit-codes.ts'

const client = 'AWS CLI'
/** A rollout takes half a minute: on a busy machine the CLI itself needs seconds to start, and must find it going on. */
const slowSpeed = 5

async function deploy(ground: Ground, taskDefinition: string): Promise<UpdateServiceResponse> {
  return ground.awsAnswer('ecs', 'update-service', '--service', 'web', '--task-definition', taskDefinition)
}

async function waitUntilStable(ground: Ground, minimumPolls = 2): Promise<void> {
  const { code, stderr } = await ground.aws('ecs', 'wait', 'services-stable', '--services', 'web')
  assert.equal(code, 0, stderr)
  const polls = ground.requests('DescribeServices')
  // Its first poll comes before the end, its second 15 real seconds later: an end at once would show nothing.
  assert.ok(polls.length >= minimumPolls, `${polls.length} polls`)
}

async function history(ground: Ground): Promise<NonNullable<ListServiceDeploymentsResponse['serviceDeployments']>> {
  const { serviceDeployments = [] } = await ground.awsAnswer<ListServiceDeploymentsResponse>(
    ...['ecs', 'list-service-deployments', '--service', 'web'],
  )
  return serviceDeployments
}

async function describe(ground: Ground, arn: string | undefined) {
  const { serviceDeployments = [] } = await ground.awsAnswer<DescribeServiceDeploymentsResponse>(
    ...['ecs', 'describe-service-deployments', '--service-deployment-arns', String(arn)],
  )
  return serviceDeployments[0]
}

export const deploying: readonly Check[] = [
  {
    client,
    title:
      'good version: deploys, waits until stable, finds the service deployment SUCCESSFUL and the digest in its revision',
    shows: [
      'ecs:UpdateService',
      'ecs:DescribeServices',
      'ecs:ListServiceDeployments',
      'ecs:DescribeServiceDeployments',
      'ecs:DescribeServiceRevisions',
    ],
    scenario: account({ desiredCount: 2 }),
    speed: slowSpeed,
    play: async (ground) => {
      const { service } = await deploy(ground, revision.v2)
      const [primary, old] = service?.deployments ?? []
      assert.deepEqual([primary?.status, primary?.rolloutState, primary?.desiredCount], ['PRIMARY', 'IN_PROGRESS', 0])
      assert.equal(old?.status, 'ACTIVE')
      assert.equal(service?.currentServiceDeployment, undefined)
      await waitUntilStable(ground)
      const [newest] = await history(ground)
      const described = await describe(ground, newest?.serviceDeploymentArn)
      assert.equal(described?.status, 'SUCCESSFUL')
      const arn = String(described?.targetServiceRevision?.arn)
      // The join of both APIs: ecs-svc/N is service revision N (observed).
      assert.equal(arn.split('/').at(-1), primary?.id?.split('/')[1])
      const { serviceRevisions } = await ground.awsAnswer<DescribeServiceRevisionsResponse>(
        ...['ecs', 'describe-service-revisions', '--service-revision-arns', arn],
      )
      const digest = ground.simulator.world.repositories.get('web')?.tags.get('v2')
      assert.equal(serviceRevisions?.[0]?.containerImages?.[0]?.imageDigest, digest)
      assert.deepEqual(
        (await ground.service()).deployments.map(({ id }) => id),
        [primary?.id],
      )
    },
  },
  {
    client,
    title:
      'crashing version: its stopped tasks show exit code and reason; the deployment goes on, as nothing counts it',
    shows: ['ecs:UpdateService', 'ecs:ListTasks', 'ecs:DescribeTasks', 'ecs:ListServiceDeployments'],
    scenario: account(),
    play: async (ground) => {
      const { service } = await deploy(ground, revision.crashing)
      await ground.until('a task crashed', () =>
        ground.simulator.world.tasks.some(({ stoppedAt }) => stoppedAt !== undefined),
      )
      const { taskArns = [] } = await ground.awsAnswer<ListTasksResponse>(
        ...['ecs', 'list-tasks', '--service-name', 'web', '--desired-status', 'STOPPED'],
      )
      const { tasks = [] } = await ground.awsAnswer<DescribeTasksResponse>(
        'ecs',
        'describe-tasks',
        '--tasks',
        ...taskArns,
      )
      const [crashed] = tasks.filter(({ lastStatus }) => lastStatus === 'STOPPED')
      assert.equal(crashed?.stoppedReason, 'Essential container in task exited')
      assert.equal(crashed?.stopCode, 'EssentialContainerExited')
      assert.equal(crashed?.containers?.[0]?.exitCode, 1)
      assert.equal(crashed?.startedBy, service?.deployments?.[0]?.id)
      assert.equal((await history(ground))[0]?.status, 'IN_PROGRESS')
    },
  },
  {
    client,
    title:
      'missing image: the circuit breaker goes back; `services-stable` is content, the service deployment tells the truth',
    shows: [
      'ecs:UpdateService',
      'ecs:DescribeServices',
      'ecs:ListServiceDeployments',
      'ecs:DescribeServiceDeployments',
    ],
    scenario: account(),
    speed: 30,
    play: async (ground) => {
      await deploy(ground, revision.missing)
      await waitUntilStable(ground)
      const [newest] = await history(ground)
      const described = await describe(ground, newest?.serviceDeploymentArn)
      assert.equal(described?.status, 'ROLLBACK_SUCCESSFUL')
      assert.equal(
        described?.statusReason,
        'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      )
      assert.deepEqual(described?.deploymentCircuitBreaker, { status: 'TRIGGERED', failureCount: 3, threshold: 3 })
      const { deployments, events } = await ground.service()
      assert.deepEqual(
        deployments.map(({ taskDefinition }) => taskDefinition.split('/')[1]),
        [revision.v1],
      )
      assert.ok(events.some(({ message }) => message.includes('CannotPullContainerError')))
    },
  },
  {
    client,
    title: 'superseded: a second update stops the first service deployment and becomes the successful one',
    shows: ['ecs:UpdateService', 'ecs:ListServiceDeployments'],
    scenario: account(),
    speed: slowSpeed,
    play: async (ground) => {
      await deploy(ground, revision.slow)
      await ground.until(
        'it has begun',
        ({ serviceDeployments }) => serviceDeployments.at(-1)?.status === 'IN_PROGRESS',
      )
      await deploy(ground, revision.v2)
      await waitUntilStable(ground)
      assert.deepEqual(
        (await history(ground)).map(({ status }) => status),
        ['SUCCESSFUL', 'STOPPED', 'SUCCESSFUL'],
      )
      assert.equal((await ground.service()).deployments[0]?.taskDefinition.split('/')[1], revision.v2)
    },
  },
  {
    client,
    title:
      'stops a service deployment (ROLLBACK), waits, finds ROLLBACK_SUCCESSFUL; a second stop is a ConflictException',
    shows: ['ecs:StopServiceDeployment', 'ecs:DescribeServices', 'ecs:DescribeServiceDeployments'],
    scenario: account({ deploymentConfiguration: {} }),
    play: async (ground) => {
      await deploy(ground, revision.slow)
      const started = await ground.until(
        'it has begun',
        ({ serviceDeployments }) => serviceDeployments.at(-1)?.status === 'IN_PROGRESS',
      )
      const arn = String(started.serviceDeployments.at(-1)?.arn)
      const stop = ['ecs', 'stop-service-deployment', '--service-deployment-arn', arn, '--stop-type', 'ROLLBACK']
      assert.equal((await ground.awsAnswer<StopServiceDeploymentResponse>(...stop)).serviceDeploymentArn, arn)
      // No task of the new version has run: ECS may be back before the first poll.
      await waitUntilStable(ground, 1)
      await ground.until('it is back', ({ serviceDeployments }) => serviceDeployments.at(-1)?.finishedAt !== undefined)
      assert.equal((await describe(ground, arn))?.status, 'ROLLBACK_SUCCESSFUL')
      const again = await ground.aws(...stop)
      assert.equal(again.code, refusedCode)
      assert.match(again.stderr, /ConflictException/)
      assert.deepEqual(
        ground.requests('StopServiceDeployment').map(({ applied }) => applied),
        [true, false],
      )
      assert.equal((await ground.service()).deployments[0]?.taskDefinition.split('/')[1], revision.v1)
    },
  },
]
