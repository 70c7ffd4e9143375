import { expect } from '@jest/globals'
import { definition } from '../support.ts'
import type { Fact, Stage } from './stage.ts'

const runOne = (stage: Stage, tag: string, more: object = {}): string => {
  const network = { awsvpcConfiguration: { subnets: ['subnet-1'] } }
  const { taskDefinitionArn } = stage.call('RegisterTaskDefinition', definition(tag)).taskDefinition
  const { tasks } = stage.call('RunTask', {
    taskDefinition: taskDefinitionArn,
    launchType: 'FARGATE',
    networkConfiguration: network,
    ...more,
  })
  return tasks[0]?.taskArn ?? ''
}

const look = (stage: Stage, arn: string) => stage.call('DescribeTasks', { tasks: [arn], include: ['TAGS'] }).tasks[0]

/** Every state that the task goes through until it stands still for that long. */
const statesOf = (stage: Stage, arn: string, seconds: number): string[] => {
  const states: string[] = []
  stage.advance(seconds, () => {
    const task = stage.engine.world.tasks.find((one) => one.arn === arn)
    if (task !== undefined && states.at(-1) !== task.lastStatus) states.push(task.lastStatus)
  })
  return states
}

const lifeFacts: Fact[] = [
  {
    name: '§6.1 PROVISIONING, PENDING, ACTIVATING, RUNNING, DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED',
    check: (open) => {
      const stage = open({ desiredCount: 0, loadBalancer: { deregistrationDelaySeconds: 20 } })
      stage.update({ desiredCount: 1 })
      stage.until(({ pendingCount }) => pendingCount === 1)
      const arn = stage.tasks()[0]?.taskArn ?? ''
      expect(statesOf(stage, arn, 100)).toEqual(['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING'])
      stage.update({ desiredCount: 0 })
      expect(statesOf(stage, arn, 200).slice(1)).toEqual(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED'])
    },
  },
  {
    name: '§6.1 RunTask on Fargate answers PROVISIONING, containers PENDING, ENI PRECREATED',
    check: (open) => {
      const stage = open()
      const task = look(stage, runOne(stage, 'v2'))
      expect(task).toMatchObject({
        lastStatus: 'PROVISIONING',
        desiredStatus: 'RUNNING',
        containers: [{ lastStatus: 'PENDING' }],
        attachments: [{ type: 'ElasticNetworkInterface', status: 'PRECREATED' }],
      })
    },
  },
  {
    name: '§6.2 group and startedBy name the service and the deployment; ids have 32 hex digits',
    check: (open) => {
      const stage = open()
      const [task] = stage.tasks()
      expect(task).toMatchObject({ group: 'service:web', startedBy: stage.primary().id })
      expect(task?.taskArn).toMatch(/:task\/default\/[0-9a-f]{32}$/)
      expect(task?.attributes).toContainEqual({ name: 'ecs.cpu-architecture', value: 'x86_64' })
      expect(stage.tasks('RUNNING', { startedBy: stage.primary().id })).toHaveLength(1)
    },
  },
  {
    name: '§6.2 a standalone task belongs to family:<family>, and no exit code is told before it ran',
    check: (open) => {
      const stage = open()
      const arn = runOne(stage, 'gone')
      expect(look(stage, arn).group).toBe('family:web')
      stage.until(() => look(stage, arn).lastStatus === 'STOPPED')
      expect(look(stage, arn)).toMatchObject({ stopCode: 'TaskFailedToStart' })
      expect(look(stage, arn).containers[0]).not.toHaveProperty('exitCode')
    },
  },
  {
    name: '§6.2 stopped tasks are describable for an hour, and need desiredStatus STOPPED to be listed',
    check: (open) => {
      const stage = open()
      const arn = runOne(stage, 'done')
      stage.until(() => look(stage, arn).lastStatus === 'STOPPED')
      expect(stage.tasks('STOPPED', {}).map(({ taskArn }) => taskArn)).toEqual([arn])
      stage.advance(3590)
      expect(look(stage, arn)).toBeDefined()
      stage.advance(20)
      expect(stage.call('DescribeTasks', { tasks: [arn] }).failures).toMatchObject([{ reason: 'MISSING' }])
    },
  },
  {
    name: '§6.4 Fargate: about 28 s from created to RUNNING',
    check: (open) => {
      const stage = open()
      const arn = runOne(stage, 'v2')
      stage.until(() => look(stage, arn).lastStatus === 'RUNNING')
      const { createdAt, pullStartedAt, startedAt } = look(stage, arn)
      expect(startedAt - createdAt).toBeGreaterThan(24)
      expect(startedAt - createdAt).toBeLessThan(33)
      expect(pullStartedAt - createdAt).toBeCloseTo(22.4, -1)
    },
  },
]

const reasonFacts: Fact[] = [
  {
    name: '§6.3 scale-in: Scaling activity initiated by (deployment ecs-svc/<id>), ServiceSchedulerInitiated',
    check: (open) => {
      const stage = open({ desiredCount: 2 })
      stage.update({ desiredCount: 1 })
      stage.until(() => stage.tasks('STOPPED').length === 1)
      expect(stage.tasks('STOPPED')).toMatchObject([
        {
          stoppedReason: `Scaling activity initiated by (deployment ${stage.primary().id})`,
          stopCode: 'ServiceSchedulerInitiated',
        },
      ])
    },
  },
  {
    name: '§6.3 an essential container that ends: Essential container in task exited, with its exit code',
    check: (open) => {
      const stage = open()
      const arn = runOne(stage, 'crash')
      stage.until(() => look(stage, arn).lastStatus === 'STOPPED')
      expect(look(stage, arn)).toMatchObject({
        stoppedReason: 'Essential container in task exited',
        stopCode: 'EssentialContainerExited',
        containers: [{ exitCode: 1 }],
      })
    },
  },
  {
    name: '§6.3 failed ELB checks: Task failed ELB health checks in (target-group …)',
    check: (open) => {
      const stage = open({ loadBalancer: { targetUnhealthySeconds: 20, deregistrationDelaySeconds: 5 } })
      const id = stage.deploy('sick')
      stage.until(() => stage.tasks('STOPPED', { startedBy: id }).length > 0)
      expect(stage.tasks('STOPPED', { startedBy: id })[0]?.stoppedReason).toMatch(
        /^Task failed ELB health checks in \(target-group arn:\S+\)$/,
      )
    },
  },
  ...['ServiceSchedulerInitiated', 'TaskFailedToStart'].map(
    (healthStopCode): Fact => ({
      name: `§14.10 stopCode of a task that its health checks ended: ${healthStopCode}`,
      check: (open) => {
        const stage = open(
          { loadBalancer: { targetUnhealthySeconds: 20, deregistrationDelaySeconds: 5 } },
          { options: { healthStopCode } },
        )
        const id = stage.deploy('sick')
        stage.until(() => stage.tasks('STOPPED', { startedBy: id }).length > 0)
        expect(stage.tasks('STOPPED', { startedBy: id })[0]?.stopCode).toBe(healthStopCode)
      },
    }),
  ),
  ...['Task stopped by user', 'Stopped'].map(
    (stopTaskReason): Fact => ({
      name: `§14.10 stoppedReason after StopTask without a reason: ${stopTaskReason}`,
      check: (open) => {
        const stage = open({}, { options: { stopTaskReason } })
        const task = stage.tasks()[0]?.taskArn
        expect(stage.call('StopTask', { task }).task).toMatchObject({
          stoppedReason: stopTaskReason,
          stopCode: 'UserInitiated',
        })
      },
    }),
  ),
  {
    name: '§6.3 SIGTERM ignored: 137 after stopTimeout; handled: 0',
    check: (open) => {
      const stage = open()
      const stubborn = runOne(stage, 'stubborn')
      const polite = runOne(stage, 'v2')
      stage.advance(60)
      for (const task of [stubborn, polite]) stage.call('StopTask', { task, reason: 'enough' })
      stage.advance(90)
      expect(look(stage, stubborn)).toMatchObject({ stoppedReason: 'enough', containers: [{ exitCode: 137 }] })
      expect(look(stage, polite).containers[0].exitCode).toBe(0)
    },
  },
  ...(['new', 'old'] as const).map(
    (of): Fact => ({
      name: `§6.3 Spot interruption of ${of} tasks during a deployment: text, stop code, 137; it is no failure and is made good`,
      check: (open) => {
        const stage = open(
          { desiredCount: 2, capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] },
          { timeline: [{ afterSeconds: 50, interruptSpot: { count: 1, of } }] },
        )
        const id = stage.deploy('v2')
        stage.advance(55)
        const interrupted = stage.tasks('STOPPED')
        expect(interrupted).toMatchObject([
          { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' },
        ])
        expect(interrupted[0]?.startedBy === id).toBe(of === 'new')
        stage.untilCompleted()
        expect(stage.primary()).toMatchObject({ id, failedTasks: 0, runningCount: 2 })
        stage.advance(60)
        expect(look(stage, interrupted[0]?.taskArn ?? '').containers[0].exitCode).toBe(137)
      },
    }),
  ),
  ...(['same-revision', 'new-revision'] as const).map(
    (lostOldTask): Fact => ({
      name: `§2.3 an old task lost while the new ones start is replaced: ${lostOldTask}`,
      check: (open) => {
        const stage = open(
          { desiredCount: 2, deploymentConfiguration: { maximumPercent: 300 } },
          { options: { lostOldTask } },
        )
        const old = stage.primary().id
        const slow = definition('slow', { healthCheck: { command: ['CMD', 'x'], interval: 60, retries: 10 } })
        const { taskDefinitionArn } = stage.call('RegisterTaskDefinition', slow).taskDefinition
        stage.update({ taskDefinition: taskDefinitionArn })
        stage.advance(20)
        stage.call('StopTask', { task: stage.tasks('RUNNING', { startedBy: old })[0]?.taskArn })
        stage.advance(60)
        expect(stage.tasks('RUNNING', { startedBy: old })).toHaveLength(lostOldTask === 'same-revision' ? 2 : 1)
        stage.untilCompleted()
        expect(stage.service()).toMatchObject({ runningCount: 2 })
      },
    }),
  ),
]

const restarting = (more: object): object => {
  const policy = { enabled: true, restartAttemptPeriod: 60, ...more }
  return definition('late-crash', { restartPolicy: policy })
}

const restartFacts: Fact[] = [
  { policy: {}, afterSeconds: 90, restarts: true, why: 'after its attempt period' },
  { policy: {}, afterSeconds: 30, restarts: false, why: 'that ran for less than its attempt period' },
  { policy: { ignoredExitCodes: [1] }, afterSeconds: 90, restarts: false, why: 'whose exit code is ignored' },
].map(({ policy, afterSeconds, restarts, why }) => ({
  name: `§6 restart policy: a container ${why} is ${restarts ? '' : 'not '}started again inside its task`,
  check: (open) => {
    const late = { tag: 'late-crash', behaviour: { kind: 'crashes', exitCode: 1, afterSeconds } as const }
    const stage = open(
      {},
      { repositories: [{ name: 'web', images: [{ tag: 'v1' }, late] }], taskDefinitions: [definition('v1')] },
    )
    const { taskDefinitionArn } = stage.call('RegisterTaskDefinition', restarting(policy)).taskDefinition
    const { tasks } = stage.call('RunTask', {
      taskDefinition: taskDefinitionArn,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    })
    stage.advance(140)
    const task = look(stage, tasks[0].taskArn)
    expect(task.desiredStatus).toBe(restarts ? 'RUNNING' : 'STOPPED')
    expect(stage.engine.world.tasks.at(-1)?.containers[0]?.restarts).toBe(restarts ? 1 : undefined)
  },
}))

const runTaskFacts: Fact[] = [
  {
    name: '§10 count up to 10, overrides, tags and propagated tags',
    check: (open) => {
      const stage = open()
      const overrides = {
        containerOverrides: [{ name: 'web', command: ['migrate'], environment: [{ name: 'A', value: 'b' }] }],
        cpu: '512',
      }
      const arn = runOne(stage, 'v2', {
        count: 3,
        overrides,
        tags: [{ key: 'run', value: '1' }],
        propagateTags: 'TASK_DEFINITION',
        startedBy: 'ci',
      })
      expect(look(stage, arn)).toMatchObject({
        cpu: '512',
        startedBy: 'ci',
        tags: [{ key: 'run', value: '1' }],
        overrides,
      })
      expect(stage.tasks('RUNNING', { startedBy: 'ci' })).toHaveLength(3)
      const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } }
      expect(stage.refusal('RunTask', { taskDefinition: 'web:2', count: 11, ...network })).toMatch(
        /^InvalidParameterException/,
      )
      expect(stage.refusal('RunTask', { taskDefinition: 'web:2', propagateTags: 'SERVICE', ...network })).toMatch(
        /^InvalidParameterException/,
      )
    },
  },
  {
    name: "§1.2 awsvpc without network: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    check: (open) =>
      expect(open().refusal('RunTask', { taskDefinition: 'web:2' })).toBe(
        "InvalidParameterException: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
      ),
  },
  {
    name: '§1.2 INACTIVE: InvalidParameterException on RunTask, ClientException on UpdateService',
    check: (open) => {
      const stage = open()
      stage.call('DeregisterTaskDefinition', { taskDefinition: 'web:2' })
      expect(stage.refusal('RunTask', { taskDefinition: 'web:2' })).toBe(
        'InvalidParameterException: TaskDefinition is inactive',
      )
      expect(stage.refusal('UpdateService', { service: 'web', taskDefinition: 'web:2' })).toBe(
        'ClientException: TaskDefinition is inactive',
      )
      expect(stage.call('DescribeTaskDefinition', { taskDefinition: 'web:2' }).taskDefinition.status).toBe('INACTIVE')
    },
  },
  ...(['refused', 'accepted'] as const).map(
    (forceWithInactiveDefinition): Fact => ({
      name: `§14.12 forceNewDeployment while the definition is INACTIVE: ${forceWithInactiveDefinition}`,
      check: (open) => {
        const stage = open({}, { options: { forceWithInactiveDefinition } })
        stage.call('DeregisterTaskDefinition', { taskDefinition: 'web:1' })
        stage.update({ desiredCount: 2 })
        stage.until(({ runningCount }) => runningCount === 2)
        const request = { service: 'web', forceNewDeployment: true }
        if (forceWithInactiveDefinition === 'refused')
          expect(stage.refusal('UpdateService', request)).toBe('ClientException: TaskDefinition is inactive')
        else expect(stage.call('UpdateService', request).service.deployments).toHaveLength(2)
      },
    }),
  ),
  {
    name: '§1.6 client token: the same request gives the first result, another one ConflictException',
    check: (open) => {
      const stage = open()
      const request = {
        taskDefinition: 'web:2',
        clientToken: 'once',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      }
      const [first] = stage.call('RunTask', request).tasks
      expect(stage.call('RunTask', request).tasks).toMatchObject([{ taskArn: first.taskArn }])
      expect(stage.refusal('RunTask', { ...request, count: 2 })).toMatch(/^ConflictException/)
      expect(stage.tasks('RUNNING', {})).toHaveLength(2)
    },
  },
  {
    name: '§10 RunTask and CreateService without launch type and strategy take the default strategy of the cluster',
    check: (open) => {
      const strategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
      const stage = open({}, { clusters: [{ name: 'default', defaultCapacityProviderStrategy: strategy }] })
      const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-1'] } }
      const request = { taskDefinition: 'web:2', networkConfiguration }
      expect(stage.call('RunTask', request).tasks).toMatchObject([{ capacityProviderName: 'FARGATE_SPOT' }])
      const [named] = stage.call('RunTask', { ...request, launchType: 'FARGATE' }).tasks
      expect(named).not.toHaveProperty('capacityProviderName')
      const { service } = stage.call('CreateService', { ...request, serviceName: 'api', desiredCount: 1 })
      expect(service).toMatchObject({ capacityProviderStrategy: strategy })
      expect(service).not.toHaveProperty('launchType')
      expect(stage.call('DescribeClusters', {}).clusters).toMatchObject([{ defaultCapacityProviderStrategy: strategy }])
      expect(stage.service().launchType).toBe('FARGATE')
    },
  },
  {
    name: '§1.6 CreateService: the same client token and request give the same service, another request is a conflict',
    check: (open) => {
      const stage = open()
      const request = {
        serviceName: 'api',
        taskDefinition: 'web:2',
        launchType: 'FARGATE',
        desiredCount: 1,
        clientToken: 'once',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      }
      const first = stage.call('CreateService', request).service
      stage.advance(3600)
      const again = stage.call('CreateService', request).service
      expect([again.serviceArn, again.deployments[0].id]).toEqual([first.serviceArn, first.deployments[0].id])
      expect(stage.refusal('CreateService', { ...request, desiredCount: 2 })).toMatch(/^ConflictException/)
      expect(stage.refusal('CreateService', { ...request, clientToken: 'twice' })).toMatch(/^InvalidParameterException/)
      expect(stage.call('ListServices', {}).serviceArns).toHaveLength(2)
    },
  },
  ...(['failure', 'exception'] as const).map(
    (runTaskCapacity): Fact => ({
      name: `§14.10 RunTask without Fargate capacity: ${runTaskCapacity}`,
      check: (open) => {
        const stage = open({}, { capacity: [{ provider: 'FARGATE', tasks: 2 }], options: { runTaskCapacity } })
        const request = {
          taskDefinition: 'web:2',
          count: 2,
          networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        }
        const { tasks, failures } = stage.call('RunTask', request)
        expect([tasks.length, failures.length]).toEqual([1, 1])
        if (runTaskCapacity === 'failure')
          expect(stage.call('RunTask', request)).toMatchObject({
            tasks: [],
            failures: [{ reason: expect.stringMatching(/^Capacity is unavailable/) }, {}],
          })
        else expect(stage.refusal('RunTask', request)).toMatch(/^ClientException: Capacity is unavailable/)
      },
    }),
  ),
  {
    name: '§10 ExecuteCommand: a session; without enableExecuteCommand or a running container an error',
    check: (open) => {
      const stage = open()
      const arn = runOne(stage, 'v2', { enableExecuteCommand: true })
      const request = { task: arn, command: '/bin/sh', interactive: true }
      expect(stage.refusal('ExecuteCommand', request)).toMatch(/^TargetNotConnectedException/)
      stage.advance(60)
      expect(stage.call('ExecuteCommand', request)).toMatchObject({
        containerName: 'web',
        session: {
          streamUrl: expect.stringMatching(/^wss:/),
          sessionId: expect.any(String),
          tokenValue: expect.any(String),
        },
      })
      expect(look(stage, arn).containers[0].managedAgents).toMatchObject([
        { name: 'ExecuteCommandAgent', lastStatus: 'RUNNING' },
      ])
      expect(stage.refusal('ExecuteCommand', { ...request, task: stage.tasks()[0]?.taskArn })).toMatch(
        /^InvalidParameterException/,
      )
    },
  },
  {
    name: '§1.5 ListTasks: startedBy allows no other filter; PENDING never matches',
    check: (open) => {
      const stage = open()
      expect(stage.refusal('ListTasks', { startedBy: 'x', serviceName: 'web' })).toMatch(/^InvalidParameterException/)
      stage.update({ desiredCount: 2 })
      stage.until(({ pendingCount }) => pendingCount === 1)
      expect(stage.call('ListTasks', { desiredStatus: 'PENDING' }).taskArns).toEqual([])
    },
  },
]

const definitionFacts: Fact[] = [
  ...[false, true].map(
    (fargate32Vcpu): Fact => ({
      name: `§14.8 a Fargate task of 32 vCPU is ${fargate32Vcpu ? 'accepted, by the other reading' : 'refused'}`,
      check: (open) => {
        const stage = open({}, { options: { fargate32Vcpu } })
        const large = definition('v1', {}, { cpu: '32768', memory: '122880' })
        if (fargate32Vcpu) expect(stage.call('RegisterTaskDefinition', large).taskDefinition.cpu).toBe('32768')
        else
          expect(stage.refusal('RegisterTaskDefinition', large)).toBe(
            'ClientException: No Fargate configuration exists for given values.',
          )
      },
    }),
  ),
  {
    name: '§14.11 a task definition above the limit is refused; the limit is an option',
    check: (open) => {
      const large = definition('v1', { environment: [{ name: 'LARGE', value: 'x'.repeat(66_000) }] })
      expect(open().refusal('RegisterTaskDefinition', large)).toMatch(/^ClientException: .*65536 bytes/)
      const stage = open({}, { options: { taskDefinitionBytes: 100_000 } })
      expect(stage.call('RegisterTaskDefinition', large).taskDefinition.family).toBe('web')
    },
  },
]

export const taskFacts: readonly Fact[] = [
  ...lifeFacts,
  ...reasonFacts,
  ...restartFacts,
  ...runTaskFacts,
  ...definitionFacts,
]
