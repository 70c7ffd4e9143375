import assert from 'node:assert/strict'
import type {
  DescribeTasksResponse,
  GetTaskProtectionResponse,
  ListTasksResponse,
  RunTaskRequest,
  RunTaskResponse,
  UpdateTaskProtectionResponse,
} from '@aws-sdk/client-ecs'
import { account, network, revision } from '../account.ts'
import type { Check } from '../check.ts'
import { refusedCode } from './exit-codes.ts'

const client = 'AWS CLI'
const fargate = ['--launch-type', 'FARGATE', '--network-configuration', network]

export const tasks: readonly Check[] = [
  {
    client,
    title: 'runs a task that ends by itself, waits until it runs or has stopped, and reads its exit code',
    shows: ['ecs:RunTask', 'ecs:DescribeTasks'],
    scenario: account(),
    speed: 20,
    play: async (ground) => {
      const { tasks: started = [], failures } = await ground.awsAnswer<RunTaskResponse>(
        ...['ecs', 'run-task', '--task-definition', revision.crashing, '--started-by', 'release', ...fargate],
      )
      assert.deepEqual(failures, [])
      assert.deepEqual([started[0]?.lastStatus, started[0]?.group], ['PROVISIONING', 'family:web'])
      assert.equal(started[0]?.attachments?.[0]?.status, 'PRECREATED')
      const arn = String(started[0]?.taskArn)
      const waited = await ground.aws('ecs', 'wait', 'tasks-stopped', '--tasks', arn)
      assert.equal(waited.code, 0, waited.stderr)
      const { tasks: stopped = [] } = await ground.awsAnswer<DescribeTasksResponse>(
        ...['ecs', 'describe-tasks', '--tasks', arn],
      )
      assert.deepEqual(
        [stopped[0]?.stopCode, stopped[0]?.containers?.[0]?.exitCode, stopped[0]?.startedBy],
        ['EssentialContainerExited', 1, 'release'],
      )
      // The CLI makes an idempotency token by itself.
      const inputs = ground.requests('RunTask').map(({ input }) => input as RunTaskRequest)
      assert.match(String(inputs[0]?.clientToken), /^[0-9a-f-]{36}$/)
    },
  },
  {
    client,
    title: 'runs two tasks with overrides, waits until they run, lists them by starter, stops one',
    shows: ['ecs:RunTask', 'ecs:ListTasks', 'ecs:StopTask', 'ecs:DescribeTasks'],
    scenario: account(),
    play: async (ground) => {
      const overrides = { containerOverrides: [{ name: 'web', command: ['migrate'] }] }
      const { tasks: started = [] } = await ground.awsAnswer<RunTaskResponse>(
        ...['ecs', 'run-task', '--task-definition', revision.v2, '--count', '2', '--started-by', 'release', ...fargate],
        ...['--overrides', JSON.stringify(overrides)],
      )
      const arns = started.map(({ taskArn }) => String(taskArn))
      assert.deepEqual(started[1]?.overrides?.containerOverrides?.[0]?.command, ['migrate'])
      const running = await ground.aws('ecs', 'wait', 'tasks-running', '--tasks', ...arns)
      assert.equal(running.code, 0, running.stderr)
      const listed = await ground.awsAnswer<ListTasksResponse>('ecs', 'list-tasks', '--started-by', 'release')
      assert.deepEqual(new Set(listed.taskArns), new Set(arns))
      await ground.awsAnswer('ecs', 'stop-task', '--task', String(arns[0]), '--reason', 'enough')
      const stopped = await ground.aws('ecs', 'wait', 'tasks-stopped', '--tasks', String(arns[0]))
      assert.equal(stopped.code, 0, stopped.stderr)
      const { tasks: seen = [] } = await ground.awsAnswer<DescribeTasksResponse>(
        ...['ecs', 'describe-tasks', '--tasks', ...arns],
      )
      assert.deepEqual(new Set(seen.map(({ lastStatus }) => lastStatus)), new Set(['STOPPED', 'RUNNING']))
      assert.equal(seen.find(({ taskArn }) => taskArn === arns[0])?.stoppedReason, 'enough')
      assert.equal((await ground.service()).deployments.length, 1)
    },
  },
  {
    client,
    title: 'is refused a task without network, an INACTIVE revision, and other parameters under a used client token',
    shows: ['ecs:RunTask', 'ecs:DeregisterTaskDefinition'],
    scenario: account(),
    play: async (ground) => {
      const task = ['ecs', 'run-task', '--task-definition', revision.v2]
      const bare = await ground.aws(...task, '--launch-type', 'FARGATE')
      assert.equal(bare.code, refusedCode)
      assert.match(bare.stderr, /Network Configuration must be provided when networkMode 'awsvpc' is specified\./)
      const token = ['--client-token', 'release-1']
      const once = await ground.awsAnswer<RunTaskResponse>(...task, ...fargate, ...token)
      const again = await ground.awsAnswer<RunTaskResponse>(...task, ...fargate, ...token)
      assert.equal(again.tasks?.[0]?.taskArn, once.tasks?.[0]?.taskArn)
      const other = await ground.aws(...task, ...fargate, ...token, '--count', '2')
      assert.match(other.stderr, /ConflictException/)
      await ground.awsAnswer('ecs', 'deregister-task-definition', '--task-definition', revision.v2)
      const inactive = await ground.aws(...task, ...fargate)
      assert.match(inactive.stderr, /\(InvalidParameterException\).*: TaskDefinition is inactive/)
      assert.equal(ground.simulator.world.tasks.filter(({ taskDefinition }) => taskDefinition.endsWith(':2')).length, 1)
    },
  },
  {
    client,
    title:
      'protects a task of the service and reads that back; ECS Exec answers a session, or TargetNotConnectedException',
    shows: ['ecs:UpdateTaskProtection', 'ecs:GetTaskProtection'],
    scenario: account(),
    play: async (ground) => {
      const task = String(ground.simulator.world.tasks[0]?.arn)
      const place = ['--cluster', 'default', '--tasks', task]
      const changed = await ground.awsAnswer<UpdateTaskProtectionResponse>(
        ...['ecs', 'update-task-protection', ...place, '--protection-enabled', '--expires-in-minutes', '600'],
      )
      assert.equal(changed.protectedTasks?.[0]?.protectionEnabled, true)
      const read = await ground.awsAnswer<GetTaskProtectionResponse>('ecs', 'get-task-protection', ...place)
      assert.deepEqual(read.protectedTasks, changed.protectedTasks)
      assert.ok(Number(ground.simulator.world.tasks[0]?.protectedUntil) > ground.simulator.world.now)
    },
  },
]
