import assert from 'node:assert/strict'
import { account, revision } from '../account.ts'
import type { Check } from '../check.ts'

const client = 'ecs-deploy'
const registers = ['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition', 'ecs:UpdateService']
const watches = ['ecs:DescribeServices', 'ecs:ListTasks', 'ecs:DescribeTasks']

export const ecsDeploy: readonly Check[] = [
  {
    client,
    title: 'good version: `ecs deploy -t v2` registers, deploys, waits, deregisters the old revision, and says so',
    shows: [...registers, ...watches, 'ecs:DeregisterTaskDefinition'],
    scenario: account({ desiredCount: 2, taskDefinition: revision.v1 }),
    play: async (ground) => {
      const { code, stdout, stderr } = await ground.ecs('deploy', 'default', 'web', '-t', 'v2', '--timeout', '60')
      assert.equal(code, 0, stdout + stderr)
      assert.match(stdout, /Changed image of container "web" to: .*web:v2.*was: .*web:v1/)
      assert.match(stdout, /Successfully created revision: 7\n/)
      assert.match(stdout, /Deployment successful/)
      assert.match(stdout, /Successfully deregistered revision: 1\n/)
      const { deployments } = await ground.service()
      assert.deepEqual(
        deployments.map(({ taskDefinition }) => taskDefinition.split('/')[1]),
        ['web:7'],
      )
      const [, ...rest] = ground.simulator.world.taskDefinitions.get('web') ?? []
      assert.ok(rest.every(({ status }) => status === 'ACTIVE'))
      assert.equal(ground.simulator.world.taskDefinitions.get('web')?.[0]?.status, 'INACTIVE')
    },
  },
  {
    client,
    title: 'crashing version: `--timeout` ends it with exit 1 while the deployment goes on; the old task still runs',
    shows: [...registers, 'ecs:DescribeServices'],
    scenario: account(),
    play: async (ground) => {
      const { code, stderr } = await ground.ecs('deploy', 'default', 'web', '-t', 'crashing', '--timeout', '6')
      assert.equal(code, 1)
      assert.match(stderr, /Deployment failed due to timeout/)
      const { deployments } = await ground.service()
      assert.equal(deployments[0]?.rolloutState, 'IN_PROGRESS')
      const { tasks } = ground.simulator.world
      assert.ok(
        tasks.some(({ taskDefinition, containers }) => taskDefinition.endsWith(':7') && containers[0]?.exitCode === 1),
      )
      assert.ok(
        tasks.some(({ taskDefinition, lastStatus }) => taskDefinition.endsWith(':1') && lastStatus === 'RUNNING'),
      )
    },
  },
  {
    client,
    title:
      'missing image: exit 1 with the event "unable to place a task … CannotPullContainerError"; --rollback brings web:1 back',
    shows: [...registers, 'ecs:DescribeServices', 'ecs:DeregisterTaskDefinition'],
    scenario: account({ deploymentConfiguration: {} }),
    play: async (ground) => {
      const { code, stdout, stderr } = await ground.ecs(
        ...['deploy', 'default', 'web', '-t', 'missing', '--timeout', '60', '--rollback'],
      )
      assert.equal(code, 1)
      assert.match(stderr, /was unable to place a task\. Reason: CannotPullContainerError: .*web:missing: not found/)
      assert.match(stdout, /Rollback successful/)
      assert.match(stderr, /service has been rolled back to previous task definition: web:1/)
      assert.equal((await ground.service()).deployments[0]?.taskDefinition.split('/')[1], revision.v1)
      assert.equal(ground.simulator.world.taskDefinitions.get('web')?.[6]?.status, 'INACTIVE')
      assert.equal(ground.requests('UpdateService').length, 2)
    },
  },
  {
    client,
    title: 'circuit breaker without rollback: exit 1 with the rolloutStateReason of ECS',
    shows: [...registers, 'ecs:DescribeServices'],
    scenario: account({
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
      loadBalancer: {},
    }),
    speed: 100,
    play: async (ground) => {
      const { code, stderr } = await ground.ecs('deploy', 'default', 'web', '-t', 'sick', '--timeout', '60')
      assert.equal(code, 1)
      assert.match(stderr, /Deployment Failed! ECS deployment circuit breaker: tasks failed to start\./)
      assert.equal((await ground.service()).deployments[0]?.rolloutState, 'FAILED')
    },
  },
  {
    client,
    title:
      'rollback by the circuit breaker: it sees the old version stable again and waits on, or calls that a success, never a failure',
    shows: [...registers, ...watches],
    scenario: account({ loadBalancer: { deregistrationDelaySeconds: 30 } }),
    speed: 200,
    play: async (ground) => {
      const { code, stdout } = await ground.ecs('deploy', 'default', 'web', '-t', 'sick', '--timeout', '60')
      assert.deepEqual([code, /Deployment successful/.test(stdout)], [0, true])
      const { serviceDeployments } = await ground.service()
      assert.equal(serviceDeployments.at(-1)?.status, 'ROLLBACK_SUCCESSFUL')
    },
  },
  {
    client,
    title: "superseded: it calls somebody else's finished deployment its success; the simulator shows its own STOPPED",
    shows: [...registers, ...watches],
    scenario: account(),
    play: async (ground) => {
      const deploying = ground.ecs('deploy', 'default', 'web', '-t', 'slow', '--timeout', '60')
      await ground.until(
        'its deployment has begun',
        ({ serviceDeployments }) => serviceDeployments.at(-1)?.status === 'IN_PROGRESS',
      )
      await ground.change('supersede', { service: 'web', taskDefinition: revision.v2 })
      const { code, stdout, stderr } = await deploying
      assert.equal(code, 0, stdout + stderr)
      assert.match(stdout, /Deployment successful/)
      const { serviceDeployments, deployments } = await ground.service()
      assert.equal(serviceDeployments.at(-2)?.status, 'STOPPED')
      assert.equal(deployments[0]?.taskDefinition.split('/')[1], revision.v2)
    },
  },
  {
    client,
    title: '`ecs scale` to 3 waits until 3 tasks run; no deployment is started',
    shows: ['ecs:UpdateService', ...watches],
    scenario: account(),
    play: async (ground) => {
      const { code, stdout, stderr } = await ground.ecs('scale', 'default', 'web', '3', '--timeout', '60')
      assert.equal(code, 0, stdout + stderr)
      assert.match(stdout, /Scaling successful/)
      const { desiredCount, serviceDeployments } = await ground.service()
      assert.deepEqual([desiredCount, serviceDeployments.length], [3, 1])
      assert.equal(ground.simulator.world.tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length, 3)
    },
  },
  {
    client,
    title: '`ecs diff web 1 2` names the changed image; `ecs update` registers a revision and deregisters the old one',
    shows: ['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition', 'ecs:DeregisterTaskDefinition'],
    scenario: account(),
    play: async (ground) => {
      const compared = await ground.ecs('diff', 'web', '1', '2')
      assert.equal(compared.code, 0, compared.stderr)
      assert.match(compared.stdout, /web:v2/)
      const { code, stdout, stderr } = await ground.ecs('update', 'web:2', '-e', 'web', 'STAGE', 'live')
      assert.equal(code, 0, stdout + stderr)
      assert.match(stdout, /Successfully created revision: 7/)
      const held = ground.simulator.world.taskDefinitions.get('web')
      assert.deepEqual(held?.[6]?.stored.containerDefinitions[0]?.environment, [{ name: 'STAGE', value: 'live' }])
      assert.equal(held?.[1]?.status, 'INACTIVE')
    },
  },
  {
    client,
    title: '`ecs run` starts two Fargate tasks with an override of the command and prints their ARNs',
    shows: ['ecs:DescribeTaskDefinition', 'ecs:RunTask'],
    scenario: account(),
    play: async (ground) => {
      const { code, stdout, stderr } = await ground.ecs(
        ...['run', 'default', 'web:2', '2', '-c', 'web', 'migrate', '--launchtype', 'FARGATE'],
        ...['--subnet', 'subnet-0a1b2c3d4e5f60001', '--securitygroup', 'sg-0a1b2c3d4e5f60001'],
      )
      assert.equal(code, 0, stdout + stderr)
      assert.match(stdout, /Successfully started 2 instances of task: web:2/)
      const started = ground.simulator.world.tasks.filter(({ service }) => service === '')
      assert.equal(started.length, 2)
      for (const { arn } of started) assert.ok(stdout.includes(arn))
    },
  },
]
