import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DiagnosisContext } from '../../src/diagnosis/cause.ts'
import { causes } from '../../src/diagnosis/causes.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Evidence } from '../../src/diagnosis/evidence.ts'
import {
  appImage,
  container,
  context,
  exited,
  failedToStart,
  firstCause,
  nothing,
  stopped,
  taskId,
  withEvents,
  withTasks,
} from './support.ts'

const notFound = `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${appImage}: ${appImage}: not found`
const causesOf = (evidence: Evidence, more: Partial<DiagnosisContext> = {}) =>
  diagnose(evidence, { ...context, ...more }).map((diagnosis) => diagnosis.cause)

describe('what outranks what', () => {
  test('the breaker’s echo goes once the cause is known', () => {
    const evidence = {
      ...withTasks(exited(1)),
      events: withEvents('(service app) (deployment ecs-svc/1) deployment failed: tasks failed to start.').events,
      rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
      statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    }
    expect(causesOf(evidence)).toEqual(['exit-1'])
  })

  test('Spot, user and infrastructure stops never come before a failure, however many', () => {
    const others = ['SpotInterruption', 'UserInitiated', 'InfrastructureHealth'].flatMap((stopCode, kind) =>
      [1, 2, 3].map((number) => stopped({ id: taskId(10 * kind + number), stopCode, stoppedReason: 'x' })),
    )
    expect(causesOf(withTasks(...others, exited(1, 99)))[0]).toBe('exit-1')
    expect(causesOf(withTasks(...others, exited(137, 99)))[0]).toBe('killed')
  })

  test('tasks stopped by scaling or by a deployment are no failure', () => {
    const scaledIn = stopped({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
      containers: [container({ exitCode: 137 })],
    })
    expect(causesOf(withTasks(scaledIn))).toEqual(['unknown'])
    expect(causesOf(withTasks(scaledIn, exited(1, 2)))).toEqual(['exit-1'])
  })

  test('the exit code of a task that ECS stopped explains nothing', () => {
    const unhealthy = stopped({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed container health checks',
      containers: [container({ exitCode: 137 })],
    })
    expect(causesOf(withTasks(unhealthy))).toEqual(['container-health-check'])
  })

  test('a crash comes before the failed load balancer checks that follow from it', () => {
    const evidence = {
      ...withTasks(exited(1)),
      events: withEvents(
        `(service app) (task ${taskId(7)}) (port 80) is unhealthy in (target-group arn) due to (reason Request timed out).`,
        `(service app) (task ${taskId(8)}) (port 80) is unhealthy in (target-group arn) due to (reason Request timed out).`,
      ).events,
    }
    expect(causesOf(evidence)).toEqual(['exit-1', 'load-balancer-timeout'])
  })

  test('of containers that ended together, the one that was not merely told to stop', () => {
    const task = stopped({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        container({ name: 'proxy', exitCode: 143 }),
        container({ exitCode: 3 }),
        container({ name: 'init', exitCode: 1, essential: false }),
      ],
    })
    expect(firstCause(withTasks(task)).title).toBe('Container "app" exits with code 3 (1 task)')
  })
})

describe('grouping', () => {
  test('a task and its event count once, and the event’s image names the container', () => {
    const evidence = {
      ...withTasks(failedToStart(notFound, 1), failedToStart(notFound.replace('5 time', '7 time'), 2)),
      events: withEvents(`(service app) was unable to place a task. Reason: ${notFound}.`).events,
    }
    const [only, ...others] = diagnose(evidence, context)
    expect(others).toEqual([])
    expect(only).toMatchObject({ cause: 'image-not-found', count: 2, heals: 'never' })
    expect(only?.title).toBe('Image app:v2 does not exist in its registry (2 tasks)')
    expect(only?.facts).toEqual([
      expect.stringMatching(new RegExp(`^Task ${taskId(1)} \\(and 1 more like it\\): CannotPull`)),
      expect.stringMatching(/^Event: was unable to place a task/),
    ])
  })

  test('a title has the short name of the image, and a fact the whole one', () => {
    const image = `${appImage.replace(':v2', '')}@sha256:6d60ebab42b5${'0'.repeat(52)}`
    const reason =
      "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'"
    const [only] = diagnose(withTasks(failedToStart(reason)), {
      ...context,
      wantedImages: [{ container: 'app', image }],
    })
    expect(only?.title).toBe('Image app@sha256:6d60ebab42b5 has no variant for linux/amd64 (1 task)')
    expect(only?.facts).toContain(`Image: ${image}`)
  })

  test('different containers are different causes', () => {
    const proxy = exited(1, 2, { name: 'proxy' })
    expect(diagnose(withTasks(exited(1, 1), proxy), context).map(({ title }) => title)).toEqual([
      'Container "app" exits with code 1 (1 task)',
      'Container "proxy" exits with code 1 (1 task)',
    ])
  })

  test('facts are few and short', () => {
    const tasks = Array.from({ length: 50 }, (_, number) =>
      failedToStart(`${notFound} ${'x'.repeat(number * 100)}`, number),
    )
    const { facts, count } = firstCause(withTasks(...tasks))
    expect(count).toBe(50)
    expect(facts.length).toBeLessThanOrEqual(6)
    for (const fact of facts) expect(fact.length).toBeLessThanOrEqual(400)
  })
})

describe('when nothing fits', () => {
  test('it is unknown, with what ECS said as it was', () => {
    const [only, ...others] = diagnose(withTasks(stopped({ stoppedReason: 'The moon was full' })), context)
    expect(others).toEqual([])
    expect(only).toMatchObject({ cause: 'unknown', count: 1 })
    expect(only?.facts).toEqual([expect.stringContaining('The moon was full')])
  })

  test('it is unknown without evidence, and healthy events are shown as such', () => {
    const [only] = diagnose(withEvents('(service app) has reached a steady state.'), context)
    expect(only).toMatchObject({ cause: 'unknown', title: 'ECS gave no reason', count: 0 })
    expect(only?.facts).toEqual(['Event: (service app) has reached a steady state.'])
    expect(diagnose(nothing, context)).toHaveLength(1)
  })

  test('any text gives at least one diagnosis with a next step', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.nat(255), { nil: undefined }), (reason, code) => {
        const containers = [container(code === undefined ? { reason } : { reason, exitCode: code })]
        const [first] = diagnose(
          { ...withTasks(stopped({ stoppedReason: reason, containers })), statusReason: reason },
          context,
        )
        expect(first?.advice.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('healthy events are no symptoms', () => {
  // DG service-event-messages-list; real shapes of production services.
  test.each([
    'has started 2 tasks: (task 0123) (task 4567).',
    'has started 1 tasks: (task 0123). Amazon ECS replaced 1 tasks due to an unhealthy status.',
    'registered 2 targets in (target-group arn)',
    'has stopped 2 running tasks: (task 0123) (task 4567).',
    'deregistered 2 targets in (target-group arn)',
    'has begun draining connections on 2 tasks.',
    '(deployment ecs-svc/1) deployment completed.',
    'has reached a steady state.',
    'stopped 2 pending tasks.',
    'rolling back to deployment ecs-svc/1.',
    'is AZ balanced with 2 tasks in eu-central-1a, 2 tasks in eu-central-1c, 1 tasks in eu-central-1b.',
    'is not AZ balanced with 3 tasks in a, 1 tasks in b. AZ Rebalancing in progress.',
    'has started 1 tasks in eu-central-1a to AZ Rebalance: (task 0123).',
  ])('%s', (body) => {
    for (const head of ['(service app)', 'service (app)', '(service app, taskSet ecs-svc/1)', 'service alarm']) {
      expect(diagnose(withEvents(`${head} ${body}`), context)[0]).toMatchObject({ cause: 'unknown', count: 0 })
    }
  })
})

describe('advice', () => {
  test('asks the registry of the image, in its account and Region, whatever the partition', () => {
    const image = '999900001111.dkr.ecr.cn-north-1.amazonaws.com.cn/team/app:v9'
    const china = { region: 'cn-north-1', wantedImages: [{ container: 'app', image }] }
    const [first] = diagnose(withTasks(failedToStart(notFound.replaceAll(appImage, image))), { ...context, ...china })
    expect(first?.advice[0]).toBe(
      'Ask ECR whether it has the image:\naws ecr describe-images --registry-id 999900001111 --repository-name team/app --image-ids imageTag=v9 --region cn-north-1',
    )
  })

  test('a digest is asked for as a digest, another registry through docker', () => {
    const digest = `sha256:${'a'.repeat(64)}`
    const pinned = notFound.replaceAll(':v2', `@${digest}`)
    expect(firstCause(withTasks(failedToStart(pinned))).advice[0]).toContain(`--image-ids imageDigest=${digest}`)
    const hub = notFound.replaceAll(appImage, 'docker.io/me/app:v2')
    expect(firstCause(withTasks(failedToStart(hub))).advice[0]).toContain(
      'docker buildx imagetools inspect docker.io/me/app:v2',
    )
  })

  test('names the log stream of the container that ended', () => {
    expect(firstCause(withTasks(exited(1))).advice[0]).toBe(
      `Read what the container wrote:\naws logs tail /ecs/app --log-stream-names app/app/${taskId()} --since 2h --region eu-west-1`,
    )
  })

  test('says how to build for the platform that the task needs', () => {
    const reason = `CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'`
    const command = (image: string) =>
      diagnose(withTasks(failedToStart(reason)), { ...context, wantedImages: [{ container: 'app', image }] })[0]
        ?.advice[0]
    expect(command('me/app:v2')).toContain('docker buildx build --platform linux/arm64 --tag me/app:v2 --push .')
    expect(command('localhost:5000/app@sha256:00')).toContain('--tag localhost:5000/app:TAG --push')
  })

  test('shows the time that the health check leaves', () => {
    const times = { containerHealthCheckOf: () => ({ interval: 10, retries: 2, startPeriod: 5 }) }
    const [first] = diagnose(withTasks(stopped({ stoppedReason: 'Task failed container health checks' })), {
      ...context,
      ...times,
    })
    expect(first?.title).toBe('Container "app" fails its container health check (1 task)')
    expect(first?.advice[0]).toMatch(/^Read what the container wrote:\naws logs tail/)
    expect(first?.advice.at(-1)).toContain('about 25 seconds')
  })

  test('of a task that only an event names, tells where its container logs', () => {
    const log = (name: string, task: string) => ({ group: '/ecs/app', stream: `${name}/${task}`, region: 'eu-west-1' })
    const unhealthy = (number: number) => `(service app) (task ${taskId(number)}) failed container health checks.`
    const known = { ...context, containerHealthCheckOf: () => ({}) }
    const advice = (more: object) => diagnose(withEvents(unhealthy(1), unhealthy(2)), { ...known, ...more })[0]?.advice
    expect(advice({ logOf: log })?.[0]).toContain(`--log-stream-names app/${taskId(2)} `)
    expect(advice({ logOf: () => undefined })?.at(-1)).toContain('its log driver says where that is')
    expect(advice({})?.at(-1)).toContain('its log driver says where that is')
  })

  test('tells what the load balancer got', () => {
    const arn = 'arn:aws-cn:elasticloadbalancing:cn-north-1:1:targetgroup/app/0123456789abcdef'
    const [first] = diagnose(
      withEvents(
        `(service app) (task ${taskId()}) (port 8080) is unhealthy in (target-group ${arn}) due to (reason Health checks failed with these codes: [503]).`,
      ),
      context,
    )
    expect(first?.title).toBe('The load balancer’s health check gets 503 on port 8080 (1 task)')
    expect(first?.advice.join('\n')).toContain(`--target-group-arns ${arn} --region eu-west-1`)
  })

  test('quotes what a shell would not take literally', () => {
    const odd = { service: "app'; rm -rf ~" }
    const [first] = diagnose(nothing, { ...context, ...odd })
    expect(first?.advice[0]).toContain(`--services 'app'\\''; rm -rf ~'`)
  })

  test('of every cause is there, and its commands are one-liners that name the Region', () => {
    for (const cause of causes) {
      const steps = cause.advice({ text: cause.example }, context)
      expect(steps.length).toBeGreaterThan(0)
      const commands = steps
        .flatMap((step) => step.split('\n').slice(1))
        .filter((command) => command.startsWith('aws '))
      for (const command of commands) expect(command).toMatch(/ --region \S+$/)
    }
  })
})
