/**
 * Groups of 1, 10, 50 and 200 services on virtual time, against the token buckets of the ECS API: how long they take beside
 * what the API's quotas force, how many calls a second while they wait, and how much memory. `node bench/groups.ts [--only N]`;
 * ends with 1 where a figure is above its limit.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { openStage } from '../scripts/in-process/stage.ts'
import type { Scenario } from '../simulator/scenario.ts'
import { createRandom } from '../simulator/time/random.ts'

const sizes = [1, 10, 50, 200]
const callMilliseconds = [50, 250] as const
const most = { callsASecond: 2, megabytes: 200 }
const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'

interface Measured {
  readonly size: number
  /** Virtual seconds. */
  readonly took: number
  /** From its UpdateService to COMPLETED, of the slowest service. */
  readonly slowestRollout: number
  readonly calls: number
  /** Reads a second in the busiest ten seconds from the first UpdateService on, and on average. */
  readonly busiest: number
  readonly average: number
  /** Calls that ECS answered with ThrottlingException. */
  readonly throttled: number
  /** Lines of the log that speak of throttling. */
  readonly toldThrottled: number
  /** What the heap of the process grew by at its highest, the simulated account included. */
  readonly megabytes: number
  readonly realSeconds: number
}

const { values } = parseArgs({ options: { only: { type: 'string' }, child: { type: 'string' } } })
if (values.child === undefined) compare(values.only === undefined ? sizes : [Number(values.only)])
else console.log(JSON.stringify(await measure(Number(values.child))))

/** One process for each size: the memory of one must not count for the next. */
function compare(wanted: readonly number[]): void {
  const misses: string[] = []
  console.log(
    'services  floor s  took s  limit s  slowest rollout s  calls  reads/s (10 s)  reads/s  memory MB  real s',
  )
  for (const size of wanted) {
    const child = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, '--child', String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (child.status !== 0) throw new Error(`The group of ${size} was not deployed.\n${child.stdout}`)
    const measured = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as Measured
    const { floor, limit } = boundsOf(measured)
    const cells = [
      String(size).padStart(8),
      floor.toFixed(0).padStart(7),
      measured.took.toFixed(0).padStart(6),
      limit.toFixed(0).padStart(7),
      measured.slowestRollout.toFixed(0).padStart(17),
      String(measured.calls).padStart(5),
      measured.busiest.toFixed(1).padStart(14),
      measured.average.toFixed(2).padStart(7),
      measured.megabytes.toFixed(0).padStart(9),
      measured.realSeconds.toFixed(0).padStart(6),
    ]
    console.log(cells.join('  '))
    misses.push(...missesOf(measured, limit).map((miss) => `${size} services: ${miss}`))
  }
  for (const miss of misses) console.error(`MISSED  ${miss}`)
  if (misses.length > 0) process.exitCode = 1
}

/** What no schedule could go below: the slowest rollout, and what the quotas let wait. The limit is a tenth above it. */
function boundsOf({ size, slowestRollout }: Measured): { readonly floor: number; readonly limit: number } {
  const floor = slowestRollout + Math.max(0, size - 20) + Math.max(0, size - 50) / 5
  return { floor, limit: floor * 1.1 }
}

function missesOf({ took, busiest, megabytes, toldThrottled, throttled }: Measured, limit: number): readonly string[] {
  return [
    ...(took > limit ? [`took ${took.toFixed(0)} s, above ${limit.toFixed(0)} s`] : []),
    ...(busiest > most.callsASecond ? [`${busiest} calls a second while waiting, above ${most.callsASecond}`] : []),
    ...(megabytes > most.megabytes ? [`${megabytes.toFixed(0)} MB, above ${most.megabytes}`] : []),
    ...(throttled > 0 ? [`${throttled} calls were throttled`] : []),
    ...(toldThrottled > 0 ? [`${toldThrottled} lines about throttling in the log`] : []),
  ]
}

async function measure(size: number): Promise<Measured> {
  const startedAt = performance.now()
  const completed = new Map<string, number>()
  let memory = 0
  const stage = await openStage({
    scenario: scenarioOf(size),
    callMilliseconds,
    observe: {
      everyMilliseconds: 500,
      look: ({ world, clock }) => {
        for (const { name, deployments } of world.services) {
          const primary = deployments.find(({ status }) => status === 'PRIMARY')
          const isDone = primary?.rolloutState === 'COMPLETED' && primary.taskDefinition.endsWith(':2')
          if (isDone && !completed.has(name)) completed.set(name, clock.now())
        }
        memory = Math.max(memory, process.memoryUsage().heapUsed)
      },
    },
  })
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const inputs = { 'services-file': 'services.yml', 'wait-for-minutes': '60' }
  const played = await stage.run(stage.deployGroup(inputs, { files: { 'services.yml': groupOf(size) } }))
  const { outcome } = played.report
  const log = played.log.map(({ text }) => text).join('\n')
  if (outcome !== 'deployed') throw new Error(`It ended with ${outcome}:\n${log}`)
  const requests = stage.simulator.requests()
  const updates = requests.filter(({ operation }) => operation === 'UpdateService')
  const updatedAt = new Map(updates.map(({ at, input }) => [(input as { service: string }).service, at]))
  const firstUpdate = Math.min(...updatedAt.values())
  const reads = requests.filter(({ at, mutating }) => !mutating && at > firstUpdate).map(({ at }) => at)
  const busiest =
    Math.max(0, ...reads.map((from) => reads.filter((at) => at >= from && at < from + 10_000).length)) / 10
  const waited = Math.max(1, (played.endedAt - firstUpdate) / 1000)
  stage.simulator.close()
  return {
    size,
    took: (played.endedAt - played.startedAt) / 1000,
    slowestRollout: Math.max(...[...updatedAt].map(([name, at]) => ((completed.get(name) ?? 0) - at) / 1000)),
    calls: requests.length,
    busiest,
    average: reads.length / waited,
    throttled: requests.filter(({ error }) => error === 'ThrottlingException').length,
    toldThrottled: log.split('\n').filter((line) => /throttl|rate exceeded/i.test(line)).length,
    megabytes: (memory - before) / 2 ** 20,
    realSeconds: (performance.now() - startedAt) / 1000,
  }
}

function scenarioOf(size: number): Scenario {
  const random = createRandom(7)
  const services = Array.from({ length: size }, (_, index) => `service-${index + 1}`)
  return {
    services: services.map((name) => ({
      name,
      taskDefinition: {
        family: name,
        cpu: '256',
        memory: '512',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
        containerDefinitions: [{ name: 'app', image: `${registry}/app:v1`, portMappings: [{ containerPort: 8080 }] }],
      },
      desiredCount: 2,
      loadBalancer: { targetHealthSeconds: 10 + random.between(0, 20), deregistrationDelaySeconds: 30 },
    })),
    repositories: [{ name: 'app', images: [{ tag: 'v1' }, { tag: 'v2' }] }],
  }
}

function groupOf(size: number): string {
  return Array.from({ length: size }, (_, index) => `- name: service-${index + 1}\n  image: ${registry}/app:v2`).join(
    '\n',
  )
}
