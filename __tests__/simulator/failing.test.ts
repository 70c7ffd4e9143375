import { DescribeServiceDeploymentsCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { Account, breaker, definition, isCompleted, primary, registry, scenarioWith } from './support.ts'

let account: Account
afterEach(() => account.close())

async function serviceDeployment(): Promise<object> {
  const arn = (await account.service()).currentServiceDeployment ?? ''
  const { serviceDeployments = [] } = await account.ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
  )
  return serviceDeployments[0] ?? {}
}

describe('the circuit breaker', () => {
  test('goes back to the old deployment under its old id', async () => {
    account = await Account.open(
      scenarioWith({ loadBalancer: {} }, [{ tag: 'sick', behaviour: { kind: 'never-healthy' } }]),
    )
    const old = primary(await account.service()).id ?? ''
    const failed = primary(await account.deploy(definition('sick'))).id ?? ''
    const during = await account.until((service) => primary(service).id === old)
    expect(during.deployments).toMatchObject([
      {
        id: old,
        status: 'PRIMARY',
        rolloutState: 'IN_PROGRESS',
        rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${old}.`,
      },
      {
        id: failed,
        status: 'ACTIVE',
        rolloutState: 'FAILED',
        failedTasks: 3,
        rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
      },
    ])
    expect(await serviceDeployment()).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3 },
    })
    const after = await account.until(isCompleted)
    expect(primary(after).id).toBe(old)
    expect(await serviceDeployment()).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      rollback: { serviceRevisionArn: expect.stringContaining(old.replace('ecs-svc/', '')) },
    })
    const events = await account.events()
    const failedAt = events.indexOf('(deployment DEPLOYMENT) deployment failed: tasks failed to start.')
    expect(events[failedAt + 1]).toBe('rolling back to deployment DEPLOYMENT.')
    expect(events.slice(-2)).toEqual(['(deployment DEPLOYMENT) deployment completed.', 'has reached a steady state.'])
  })

  test('without rollback the failed deployment stays PRIMARY beside the old tasks', async () => {
    const configuration = { deploymentCircuitBreaker: { enable: true, rollback: false } }
    account = await Account.open(
      scenarioWith({ deploymentConfiguration: configuration, loadBalancer: {} }, [
        { tag: 'sick', behaviour: { kind: 'never-healthy' } },
      ]),
    )
    await account.deploy(definition('sick'))
    await account.until((service) => primary(service).rolloutState === 'FAILED')
    account.advance(3600)
    expect((await account.service()).deployments).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'FAILED', runningCount: 0 },
      { status: 'ACTIVE', runningCount: 1 },
    ])
  })

  test('without a COMPLETED deployment nothing is rolled back', async () => {
    account = await Account.open(
      scenarioWith({ initialDeployment: 'in-progress', loadBalancer: {}, taskDefinition: definition('sick') }, [
        { tag: 'sick', behaviour: { kind: 'never-healthy' } },
      ]),
    )
    await account.until((service) => primary(service).rolloutState === 'FAILED')
    expect(await account.events()).not.toContain('rolling back to deployment DEPLOYMENT.')
    expect((await account.service()).deployments).toHaveLength(1)
  })

  test('an image that only starts slowly passes inside the grace period', async () => {
    const slow = { kind: 'healthy', healthyAfterSeconds: 150 } as const
    account = await Account.open(
      scenarioWith({ loadBalancer: {}, healthCheckGracePeriodSeconds: 200 }, [{ tag: 'slow', behaviour: slow }]),
    )
    await account.deploy(definition('slow'))
    await account.until(isCompleted)
    expect((await account.events()).join()).not.toContain('unhealthy')
  })
})

describe('why a task stops', () => {
  test('a crash ends the task but is no failure to the breaker', async () => {
    const crash = { kind: 'crashes', exitCode: 1, afterSeconds: 3, logLines: ['boom'] } as const
    account = await Account.open(scenarioWith({}, [{ tag: 'crash', behaviour: crash }]))
    await account.deploy(definition('crash'))
    account.advance(600)
    expect(primary(await account.service())).toMatchObject({ rolloutState: 'IN_PROGRESS', failedTasks: 0 })
    const [task] = await account.tasks('STOPPED')
    expect(task).toMatchObject({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ exitCode: 1 }],
    })
  })

  test('a crash counts when that reading is chosen', async () => {
    const crash = {
      kind: 'crashes',
      exitCode: 137,
      afterSeconds: 1,
      reason: 'OutOfMemoryError: Container killed due to memory usage',
    } as const
    account = await Account.open(
      scenarioWith({}, [{ tag: 'crash', behaviour: crash }], { options: { exitAfterRunningCountsAsFailure: true } }),
    )
    await account.deploy(definition('crash'))
    await account.until(({ events = [] }) => events.some(({ message }) => message?.includes('rolling back') === true))
    expect((await account.tasks('STOPPED'))[0]?.containers?.[0]).toMatchObject({ exitCode: 137, reason: crash.reason })
  })

  test('a missing tag is told by an event only, three attempts fail the deployment', async () => {
    account = await Account.open(scenarioWith({}, []))
    const old = primary(await account.service()).id
    await account.deploy(definition('nope'))
    await account.until(isCompleted)
    expect(primary(await account.service()).id).toBe(old)
    const name = `${registry}/web:nope`
    expect(await account.events()).toEqual([
      `was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${name}: ${name}: not found`,
      'is unable to consistently start tasks successfully.',
      '(deployment DEPLOYMENT) deployment failed: tasks failed to start.',
      'rolling back to deployment DEPLOYMENT.',
      '(deployment DEPLOYMENT) deployment completed.',
      'has reached a steady state.',
    ])
    expect(await account.tasks('STOPPED')).toEqual([])
    // One recording shows the third failure 11 minutes after the start.
    const minutes = (account.simulator.clock.now() - account.simulator.time.epoch) / 60_000
    expect(minutes).toBeGreaterThan(9)
    expect(minutes).toBeLessThan(14)
  })

  test.each([
    {
      what: 'an index without the platform',
      image: { tag: 'arm', platforms: ['linux/arm64'], manifest: 'index' } as const,
      runtime: {},
    },
    {
      what: 'a definition for another platform',
      image: { tag: 'arm', platforms: ['linux/amd64'] },
      runtime: { runtimePlatform: { cpuArchitecture: 'ARM64' } },
    },
  ])('$what cannot be pulled', async ({ image, runtime }) => {
    account = await Account.open(scenarioWith({}, [image]))
    await account.deploy(definition('arm', {}, runtime))
    account.advance(300)
    const wanted = 'runtimePlatform' in runtime ? 'linux/arm64' : 'linux/amd64'
    expect((await account.tasks('STOPPED'))[0]).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: `CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform '${wanted}'`,
    })
  })

  test('a secret that does not exist stops the task before any pull', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf'
    const options = { unresolvedDigestFailure: 'stopped-task' } as const
    account = await Account.open(scenarioWith({}, [{ tag: 'v2' }], { secrets: ['other'], options }))
    await account.deploy(definition('v2', { secrets: [{ name: 'DB', valueFrom: arn }] }))
    account.advance(120)
    const [task] = await account.tasks('STOPPED')
    expect(task?.stoppedReason).toContain(
      `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm`,
    )
    expect(task?.pullStartedAt).toBeUndefined()
  })

  test('another registry: a repository that is unknown looks like a private one, a missing tag does not', async () => {
    const rest = {
      otherImages: [{ reference: 'nginx:1' }],
      options: { unresolvedDigestFailure: 'stopped-task' },
    } as const
    account = await Account.open(scenarioWith({ deploymentConfiguration: {} }, [], rest))
    await account.deploy(definition('docker.io/acme/private:1'))
    account.advance(200)
    await account.deploy(definition('docker.io/library/nginx:2'))
    account.advance(200)
    const reasons = (await account.tasks('STOPPED')).map(({ stoppedReason }) => stoppedReason)
    expect(reasons).toContain(
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/acme/private:1: ' +
        'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    )
    expect(reasons.some((reason) => reason?.endsWith('docker.io/library/nginx:2: not found'))).toBe(true)
  })

  test('a plain image of another platform can also be pulled and fail to execute', async () => {
    const rest = { options: { singleManifestMismatch: 'exec-format-error' } } as const
    account = await Account.open(scenarioWith({}, [{ tag: 'arm', platforms: ['linux/arm64'] }], rest))
    const logConfiguration = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'ecs' },
    } as const
    await account.deploy(definition('arm', { logConfiguration }))
    account.advance(60)
    const [task] = await account.tasks('STOPPED')
    expect(task).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [{ exitCode: 1 }] })
    const stream = `ecs/web/${task?.taskArn?.split('/').at(-1)}`
    expect(account.simulator.world.logs).toContainEqual(
      expect.objectContaining({ group: '/ecs/web', stream, message: expect.stringContaining('exec format error') }),
    )
  })

  test('failed container checks: the replacement starts first, then the reason is told', async () => {
    const check = { healthCheck: { command: ['CMD', 'true'], interval: 10, retries: 2 } }
    const deploymentConfiguration = { ...breaker, maximumPercent: 300 }
    account = await Account.open(
      scenarioWith({ deploymentConfiguration }, [{ tag: 'sick', behaviour: { kind: 'never-healthy' } }]),
    )
    await account.deploy(definition('sick', check))
    await account.until(isCompleted)
    expect((await account.events()).slice(0, 4)).toEqual([
      'has started 1 tasks: (task ID).',
      'has started 1 tasks: (task ID). Amazon ECS replaced 1 tasks due to an unhealthy status.',
      '(task ID) failed container health checks.',
      'has stopped 1 running tasks: (task ID).',
    ])
    expect((await account.tasks('STOPPED'))[0]?.stoppedReason).toBe('Task failed container health checks')
  })

  test('behaviour can hang on an environment variable', async () => {
    const behaviour = {
      kind: 'by-environment',
      name: 'MODE',
      value: 'bad',
      matching: { kind: 'crashes', exitCode: 3, afterSeconds: 1 },
    } as const
    account = await Account.open(scenarioWith({}, [{ tag: 'v2', behaviour }]))
    await account.deploy(definition('v2', { environment: [{ name: 'MODE', value: 'good' }] }))
    await account.until(isCompleted)
    await account.deploy(definition('v2', { environment: [{ name: 'MODE', value: 'bad' }] }))
    account.advance(120)
    expect((await account.tasks('STOPPED')).map(({ containers }) => containers?.[0]?.exitCode)).toContain(3)
  })

  test('stopped tasks are forgotten after an hour, and what crashes later is replaced', async () => {
    account = await Account.open(
      scenarioWith({}, [{ tag: 'once', behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 200, times: 1 } }]),
    )
    await account.deploy(definition('once'))
    await account.until(isCompleted)
    account.advance(200)
    expect((await account.tasks('STOPPED')).some(({ stopCode }) => stopCode === 'EssentialContainerExited')).toBe(true)
    const service = await account.until(({ runningCount }) => runningCount === 1)
    expect(primary(service).rolloutState).toBe('COMPLETED')
    account.advance(3700)
    expect(await account.tasks('STOPPED')).toEqual([])
    expect((await account.events()).at(-1)).toBe('has reached a steady state.')
  })
})

test('a strategy that is not modelled is refused before anything changes', async () => {
  account = await Account.open(scenarioWith({ deploymentConfiguration: { strategy: 'BLUE_GREEN' } }, []))
  const update = new UpdateServiceCommand({ service: 'web', forceNewDeployment: true })
  await expect(account.ecs.send(update)).rejects.toMatchObject({
    name: 'UnsupportedFeatureException',
    message: expect.stringContaining('BLUE_GREEN'),
  })
  expect((await account.service()).deployments).toHaveLength(1)
})
