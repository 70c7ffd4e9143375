/**
 * How others wait for a deployment, as schedules of their published algorithms: the time of each look, what it asks for, and
 * when it is content. `npm run conformance` runs two of them for real and compares (conformance/polling.ts).
 */
import type { VirtualTime } from '../../scripts/in-process/virtual-time.ts'
import type { Service, Task } from '../../simulator/world/world.ts'

/** What one look can see. */
export interface Sight {
  readonly service: Service
  /** Of the service. */
  readonly tasks: readonly Task[]
}

export interface Waited {
  readonly says: 'success' | 'failure' | 'time-out'
  /** Calls on the wire. */
  readonly calls: number
}

export interface Waiting {
  readonly time: VirtualTime
  /** The deployment that was started: `ecs-svc/N`. */
  readonly deploymentId: string
  /** One call: takes its time, then shows the account as of then. */
  readonly call: () => Promise<Sight>
  /** Between 0 and 1. */
  readonly random: () => number
}

export interface Waiter {
  readonly name: string
  /** The schedule in short, for people. */
  readonly schedule: string
  readonly wait: (waiting: Waiting) => Promise<Waited>
}

const running = ({ tasks }: Sight): number => tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length

/** `services_stable` of every AWS SDK: one deployment, and as many tasks as wanted (botocore waiters-2.json). */
const isStable = (sight: Sight): boolean =>
  sight.service.deployments.length === 1 && running(sight) === sight.service.desiredCount

export const awsCliSchedule = { seconds: 15, attempts: 40 } as const

/** `aws ecs wait services-stable`: at once, then every 15 s, 40 times (botocore waiters-2.json and waiter.py). */
const awsCli: Waiter = {
  name: 'aws ecs wait services-stable',
  schedule: 'every 15 s, 40 times',
  wait: async ({ time, call }) => {
    for (let attempt = 1; attempt <= awsCliSchedule.attempts; attempt += 1) {
      if (isStable(await call())) return { says: 'success', calls: attempt }
      if (attempt < awsCliSchedule.attempts) await time.sleep(awsCliSchedule.seconds * 1000)
    }
    return { says: 'time-out', calls: awsCliSchedule.attempts }
  },
}

/**
 * The JavaScript SDK's waiter as amazon-ecs-deploy-task-definition runs it, 30 minutes long (dist/index.js: exponential
 * back-off with jitter; it gives up when the next pause would pass the limit), and its one look afterwards.
 */
function awsActions(version: string, mostSeconds: number): Waiter {
  const leastSeconds = 15
  const limit = 30 * 60_000
  const ceiling = Math.log2(mostSeconds / leastSeconds) + 1
  return {
    name: `aws-actions ${version}`,
    schedule: `15 to ${mostSeconds} s, growing, at random`,
    wait: async ({ time, call, random, deploymentId }) => {
      const until = time.now() + limit
      for (let attempt = 1; ; attempt += 1) {
        if (isStable(await call())) {
          const { service } = await call()
          const own = service.deployments.find(({ id }) => id === deploymentId)
          const failed = own === undefined || own.rolloutState === 'FAILED'
          return { says: failed ? 'failure' : 'success', calls: attempt + 1 }
        }
        const grown = leastSeconds * 2 ** (attempt - 1)
        const seconds = attempt > ceiling ? mostSeconds : leastSeconds + random() * (grown - leastSeconds)
        if (time.now() + seconds * 1000 > until) return { says: 'time-out', calls: attempt }
        await time.sleep(seconds * 1000)
      }
    },
  }
}

/** ecspresso `--wait-until=deployed`: two calls every 10 s, first after 10 s, for 10 minutes (wait.go). */
const ecspresso: Waiter = {
  name: 'ecspresso',
  schedule: 'every 10 s, for 10 minutes',
  wait: async ({ time, call, deploymentId }) => {
    const until = time.now() + 10 * 60_000
    let calls = 1
    await call()
    for (let tick = time.now() + 10_000; tick <= until; tick += 10_000) {
      await time.sleep(tick - time.now())
      await call()
      const { service } = await call()
      calls += 2
      const own = service.serviceDeployments.find(({ number }) => `ecs-svc/${number}` === deploymentId)
      if (own?.status === 'SUCCESSFUL') return { says: 'success', calls }
      if (/^(STOPPED|ROLLBACK_(SUCCESSFUL|FAILED))$/.test(own?.status ?? '')) return { says: 'failure', calls }
    }
    return { says: 'time-out', calls }
  },
}

export const ecsDeploySchedule = { seconds: 1, limitSeconds: 300 } as const

/**
 * `ecs deploy` from PyPI: one look a second for 300 s; "unable" in an event is a failure, and so is a PRIMARY that FAILED; with
 * one deployment left it reads the tasks, too (ecs_deploy/cli.py, ecs.py).
 */
const ecsDeploy: Waiter = {
  name: 'ecs-deploy (PyPI)',
  schedule: 'every second, for 300 s',
  wait: async ({ time, call, deploymentId }) => {
    const startedAt = time.now()
    let calls = 1
    const first = await call()
    const since = first.service.deployments.find(({ id }) => id === deploymentId)?.createdAt ?? 0
    while (time.now() < startedAt + ecsDeploySchedule.limitSeconds * 1000) {
      const { service } = await call()
      calls += 1
      if (service.events.some(({ message, createdAt }) => createdAt > since && message.includes('unable'))) {
        return { says: 'failure', calls }
      }
      const [primary] = service.deployments
      if (primary?.rolloutState === 'FAILED') return { says: 'failure', calls }
      if (service.deployments.length === 1) {
        await call()
        const { tasks } = await call()
        calls += 2
        const own = tasks.filter(
          (task) => task.lastStatus === 'RUNNING' && task.taskDefinition === primary?.taskDefinition,
        )
        if (own.length === service.desiredCount) return { says: 'success', calls }
      }
      await time.sleep(ecsDeploySchedule.seconds * 1000)
    }
    return { says: 'time-out', calls }
  },
}

export const waiters: readonly Waiter[] = [
  awsCli,
  awsActions('v2.6.3', 600),
  awsActions('v2.6.2', 120),
  ecspresso,
  ecsDeploy,
]
