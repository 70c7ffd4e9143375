/**
 * How many simulated rollouts a second one core plays in-process, and what a thousand services cost.
 * `node bench/simulator.ts`; ends with 1 below 1,000 rollouts a minute, or where a service costs more the more there are.
 */
import { advanceWorld } from '../simulator/advance.ts'
import { updateService } from '../simulator/ecs/services.ts'
import type { Engine } from '../simulator/engine.ts'
import { loadScenario } from '../simulator/loading/load-scenario.ts'
import type { Scenario } from '../simulator/scenario.ts'

const wantedPerMinute = 1000
const rollouts = Number(process.env.ROLLOUTS ?? 500)
const services = Number(process.env.SERVICES ?? 1000)
const untilDone = 900_000
/** The cost of a service must not grow with the others; garbage collection makes it vary. */
const mostGrowth = 3

const definition = (tag: string) => ({
  family: 'web',
  cpu: '256',
  memory: '512',
  networkMode: 'awsvpc' as const,
  requiresCompatibilities: ['FARGATE' as const],
  executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
  containerDefinitions: [
    {
      name: 'web',
      image: `111122223333.dkr.ecr.us-east-1.amazonaws.com/web:${tag}`,
      portMappings: [{ containerPort: 8080 }],
    },
  ],
})

/** Two tasks each, behind a load balancer, from v1 to v2. */
function accountWith(count: number): Scenario {
  return {
    taskDefinitions: [definition('v1'), definition('v2')],
    services: Array.from({ length: count }, (_, index) => ({
      name: `web-${index}`,
      taskDefinition: 'web:1',
      desiredCount: 2,
      loadBalancer: { deregistrationDelaySeconds: 60 },
    })),
    repositories: [{ name: 'web', images: [{ tag: 'v1' }, { tag: 'v2' }] }],
  }
}

/** @throws Error if a rollout does not complete: a bench of something else would mean nothing */
function deployAll(engine: Engine): void {
  for (const { name } of engine.world.services) updateService(engine, { service: name, taskDefinition: 'web:2' })
  advanceWorld(engine, engine.world.now + untilDone)
  for (const { name, deployments } of engine.world.services) {
    const [deployment] = deployments
    if (
      deployments.length !== 1 ||
      deployment?.rolloutState !== 'COMPLETED' ||
      !deployment.taskDefinition.endsWith(':2')
    )
      throw new Error(`${name} did not complete`)
  }
}

const timed = (run: () => void): number => {
  const from = performance.now()
  run()
  return (performance.now() - from) / 1000
}

// The first ones only warm up the compiler.
for (let seed = 0; seed < 50; seed += 1) deployAll(loadScenario(accountWith(1), seed, 0))
const seconds = timed(() => {
  for (let seed = 0; seed < rollouts; seed += 1) deployAll(loadScenario(accountWith(1), seed, 0))
})
const perSecond = rollouts / seconds
console.log(
  `${rollouts} rollouts of 2 tasks, one account each: ${perSecond.toFixed(0)} per second, ${(perSecond * 60).toFixed(0)} per minute`,
)

interface Cost {
  readonly milliseconds: number
  readonly kilobytes: number
}

/** CPU time: what other programs do on a busy machine does not count. */
function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** What one service of an account of so many costs, all of them deployed at once: the best of three. */
function costPerService(count: number): Cost {
  const costs = [1, 2, 3].map((seed) => {
    const before = process.memoryUsage().heapUsed
    const account = loadScenario(accountWith(count), seed, 0)
    const seconds = cpuSeconds(() => deployAll(account))
    const bytes = process.memoryUsage().heapUsed - before
    return { milliseconds: (seconds / count) * 1000, kilobytes: bytes / count / 1000 }
  })
  const milliseconds = Math.min(...costs.map((cost) => cost.milliseconds))
  // What the collector has not taken back yet makes it more, what it takes back meanwhile less: the most that was seen.
  const kilobytes = Math.max(...costs.map((cost) => cost.kilobytes))
  console.log(
    `${count} services in one account, all deployed at once: ${((milliseconds * count) / 1000).toFixed(2)} s of CPU time, ${milliseconds.toFixed(2)} ms and up to ${kilobytes.toFixed(0)} kB per service`,
  )
  return { milliseconds, kilobytes }
}

const few = costPerService(services / 10)
const many = costPerService(services)
if (many.milliseconds > mostGrowth * few.milliseconds) {
  console.error(`A service costs more than ${mostGrowth} times as much among ${services} as among ${services / 10}`)
  process.exitCode = 1
}
if (perSecond * 60 < wantedPerMinute) {
  console.error(`Fewer than ${wantedPerMinute} rollouts a minute`)
  process.exitCode = 1
}
