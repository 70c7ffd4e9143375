import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { expect } from '@jest/globals'
import type { ImageBehaviour } from '../../../simulator/scenario.ts'
import { definition, registry } from '../support.ts'
import { type Fact, images, type Open, type Stage } from './stage.ts'

type Condition = 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY'

interface Pair {
  readonly condition: Condition
  readonly sidecar?: ImageBehaviour
  readonly container?: Partial<ContainerDefinition>
}

/** `web` waits for `sidecar`; revision 10 of the family. */
function waitingPair(open: Open, { condition, sidecar = { kind: 'healthy' }, container = {} }: Pair): Stage {
  const first = { name: 'sidecar', image: `${registry}/web:sidecar`, essential: false, ...container }
  const second = {
    name: 'web',
    image: `${registry}/web:v2`,
    portMappings: [{ containerPort: 8080 }],
    dependsOn: [{ containerName: 'sidecar', condition }],
  }
  const pair = definition('v2', {}, { containerDefinitions: [first, second] })
  return open(
    {},
    {
      taskDefinitions: [...images.map(({ tag }) => definition(tag)), pair],
      repositories: [{ name: 'web', images: [...images, { tag: 'sidecar', behaviour: sidecar }] }],
    },
  )
}

const healthCheck = { command: ['CMD', 'true'], interval: 10, retries: 2 }
const ends = (exitCode: number): ImageBehaviour => ({ kind: 'crashes', exitCode, afterSeconds: 45 })

const deployed = (stage: Stage): string =>
  stage.update({ taskDefinition: `web:${images.length + 1}` }).deployments?.[0]?.id ?? ''

/** Seconds from the start of the sidecar to RUNNING, which comes with `web`. */
function waited(stage: Stage): number {
  const id = deployed(stage)
  const own = () => stage.engine.world.tasks.find(({ deployment }) => deployment === id)
  const started = (name: string): boolean =>
    own()?.containers.some((one) => one.name === name && one.lastStatus !== 'PENDING') === true
  const from = stage.until(() => started('sidecar'))
  if (!started('web')) expect(own()?.lastStatus).toBe('ACTIVATING')
  const to = stage.until(() => own()?.lastStatus === 'RUNNING')
  expect(started('web')).toBe(true)
  return to - from
}

const waits = (pair: Pair, seconds: number): Fact => ({
  name: `§8.7 dependsOn ${pair.condition}: the container starts ${seconds === 0 ? 'with the one it waits for' : `${seconds} s later`}, and the task is RUNNING then`,
  check: (open) => {
    expect(Math.abs(waited(waitingPair(open, pair)) - seconds)).toBeLessThanOrEqual(1)
  },
})

const neverStarts = (what: string, pair: Pair): Fact => ({
  name: `§8.7 dependsOn ${pair.condition} in vain (${what}): the task never runs, and counts as failed (text inferred)`,
  check: (open) => {
    const stage = waitingPair(open, pair)
    const id = deployed(stage)
    stage.until(() => stage.tasks('STOPPED', { startedBy: id }).length > 0)
    const [task] = stage.tasks('STOPPED', { startedBy: id })
    expect(task).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: `Container web did not start: its dependency on container sidecar (${pair.condition}) was not met`,
    })
    expect(task).not.toHaveProperty('startedAt')
    expect(task?.containers?.find(({ name }) => name === 'web')).not.toHaveProperty('exitCode')
    expect(stage.service().deployments?.find((one) => one.id === id)?.failedTasks).toBe(1)
  },
})

const refusals: readonly [string, readonly ContainerDefinition[], RegExp][] = [
  [
    'COMPLETE of an essential container',
    [
      { name: 'a', image: 'a' },
      { name: 'b', image: 'b', dependsOn: [{ containerName: 'a', condition: 'COMPLETE' }] },
    ],
    /'a' is essential/,
  ],
  [
    'HEALTHY of a container without health check',
    [
      { name: 'a', image: 'a', essential: false },
      { name: 'b', image: 'b', dependsOn: [{ containerName: 'a', condition: 'HEALTHY' }] },
    ],
    /'a' has no health check/,
  ],
  [
    'a circle',
    [
      { name: 'a', image: 'a', dependsOn: [{ containerName: 'b', condition: 'START' }] },
      { name: 'b', image: 'b', dependsOn: [{ containerName: 'a', condition: 'START' }] },
    ],
    /'a' depends on itself/,
  ],
]

export const startOrderFacts: readonly Fact[] = [
  waits({ condition: 'START' }, 0),
  waits({ condition: 'COMPLETE', sidecar: ends(3) }, 45),
  waits({ condition: 'SUCCESS', sidecar: ends(0) }, 45),
  waits(
    { condition: 'HEALTHY', sidecar: { kind: 'healthy', healthyAfterSeconds: 15 }, container: { healthCheck } },
    20,
  ),
  neverStarts('it ends with 1', { condition: 'SUCCESS', sidecar: ends(1) }),
  neverStarts('it is unhealthy', {
    condition: 'HEALTHY',
    sidecar: { kind: 'never-healthy' },
    container: { healthCheck },
  }),
  neverStarts('it takes longer than its startTimeout', {
    condition: 'COMPLETE',
    container: { startTimeout: 30 },
  }),
  ...refusals.map(
    ([what, containerDefinitions, text]): Fact => ({
      name: `§8.7 dependsOn: ${what} is refused (inferred)`,
      check: (open) => {
        const refused = open().refusal(
          'RegisterTaskDefinition',
          definition('v1', {}, { containerDefinitions: [...containerDefinitions] }),
        )
        expect(refused).toMatch(/^ClientException: /)
        expect(refused).toMatch(text)
      },
    }),
  ),
]
