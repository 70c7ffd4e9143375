/** Plays one rollout: the action for real, the others as schedules, all of them on the same simulated deployment. */
import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { openStage, type Played, type Stage } from '../../scripts/in-process/stage.ts'
import type { InProcessSimulator } from '../../simulator/in-process.ts'
import { createRandom } from '../../simulator/time/random.ts'
import type { Case } from './cases.ts'
import { type Chronicle, chronicleOf, theService } from './chronicle.ts'
import { type Sight, type Waited, type Waiter, waiters } from './waiters.ts'

/** Seconds are virtual; those of knowing and ending count from the start of the deployment (UpdateService). */
export interface Measured {
  readonly outcome: string
  /** It ended before anything was changed; what ECS would have needed is measured with a deployment by hand. */
  readonly beforeUpdate: boolean
  readonly cause: string
  readonly endedAt: number
  /** When the log first said that the deployment fails. */
  readonly toldAt: number | undefined
  readonly completedAt: number | undefined
  readonly failedAt: number | undefined
  readonly rolledBackAt: number | undefined
  /** When ECS showed the first, second … failure. */
  readonly failures: readonly number[]
  /** From the start of the step to its end. */
  readonly stepSeconds: number
  readonly calls: number
  readonly mostCallsIn10Seconds: number
  readonly others: readonly (Waited & { readonly name: string; readonly endedAt: number })[]
}

/** What a call takes, from and to: a guess for a runner near its Region. It is part of every figure. */
export const callMilliseconds = [50, 250] as const
const everyMilliseconds = 100
/** How long the account is observed after everybody has ended: for the circuit breaker. */
const afterwardsSeconds = 3 * 3600

/** The line of progress with the state of the rollout, or the sentence on why this run does not wait for ECS. */
const saysThatItFails = /^ *[0-9:]+ +FAILED\b|^Giving the deployment up|^The deployment failed/

export async function measure({ play }: Case, seed: number): Promise<Measured> {
  const { scenario, inputs, registries } = play(seed)
  let chronicle: Chronicle | undefined
  const stage = await openStage({
    scenario,
    seed,
    callMilliseconds,
    ...(registries === undefined ? {} : { registries }),
    observe: { everyMilliseconds, look: (simulator) => chronicle?.look(simulator) },
  })
  chronicle = chronicleOf(stage.simulator)
  const others: Promise<Measured['others'][number]>[] = []
  const random = createRandom(seed + 1_000_003)
  const deployed = stage.deploy(inputs, {
    // The first time that the record names the deployment.
    keep: async ({ deploymentId }) => {
      if (deploymentId === undefined || others.length > 0) return
      others.push(...waiters.map((waiter) => watchAs(waiter, deploymentId, stage, () => random.between(0, 1))))
    },
  })
  const played = await stage.run(deployed)
  const calls = stage.simulator.requests().map(({ at }) => at)
  const beforeUpdate = chronicle.startedAt() === undefined
  if (beforeUpdate) await deployByHand(stage, inputs.image ?? '')
  const waited = await stage.run(Promise.all(others))
  observeOn(stage, chronicle)
  stage.simulator.close()
  return figures(played, beforeUpdate, calls, chronicle, waited)
}

/** As somebody without this action does it. */
async function deployByHand({ simulator }: Stage, image: string): Promise<void> {
  const client = new ECSClient({ ...simulator.client(), requestHandler: simulator.requestHandler as never })
  const { taskDefinition: running } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'web' }))
  const containerDefinitions = (running?.containerDefinitions ?? []).map((container) => ({ ...container, image }))
  const { family, cpu, memory, networkMode, requiresCompatibilities, executionRoleArn } = running ?? {}
  const rest = { family, cpu, memory, networkMode, requiresCompatibilities, executionRoleArn }
  const { taskDefinition } = await client.send(new RegisterTaskDefinitionCommand({ ...rest, containerDefinitions }))
  await client.send(new UpdateServiceCommand({ service: 'web', taskDefinition: taskDefinition?.taskDefinitionArn }))
}

async function watchAs(
  waiter: Waiter,
  deploymentId: string,
  { time, clock, simulator }: Stage,
  random: () => number,
): Promise<Measured['others'][number]> {
  const [from, to] = callMilliseconds
  const call = async (): Promise<Sight> => {
    const takes = from + random() * (to - from)
    await time.sleep(takes / 2)
    const sight = sightOf(simulator)
    await time.sleep(takes / 2)
    return sight
  }
  const waited = await waiter.wait({ time, deploymentId, call, random })
  return { name: waiter.name, ...waited, endedAt: clock.now() }
}

/** As of now: copies of all that changes. */
function sightOf(simulator: InProcessSimulator): Sight {
  const service = theService(simulator)
  const { deployments, serviceDeployments, events } = service
  const copies = {
    deployments: deployments.map((one) => ({ ...one })),
    serviceDeployments: serviceDeployments.map((one) => ({ ...one })),
    events: [...events],
  }
  const tasks = simulator.world.tasks.filter((task) => task.service === service.name).map((task) => ({ ...task }))
  return { service: { ...service, ...copies }, tasks }
}

/** Nobody looks any more; ECS goes on until it has ended the deployment. */
function observeOn({ simulator }: Stage, chronicle: Chronicle): void {
  for (let second = 0; second < afterwardsSeconds; second += 1) {
    if ((chronicle.completedAt() ?? chronicle.failedAt()) !== undefined) return
    simulator.clock.advance(1000)
    chronicle.look(simulator)
  }
}

function figures(
  { ending, record, startedAt: stepStartedAt, endedAt, log }: Played,
  beforeUpdate: boolean,
  calls: readonly number[],
  chronicle: Chronicle,
  others: Measured['others'],
): Measured {
  const startedAt = chronicle.startedAt()
  if (startedAt === undefined) throw new Error(`No deployment was started: ${ending.headline}`)
  const since = (at: number | undefined): number | undefined => (at === undefined ? undefined : (at - startedAt) / 1000)
  return {
    outcome: ending.outcome,
    beforeUpdate,
    cause: record.diagnoses[0]?.cause ?? '',
    endedAt: (endedAt - startedAt) / 1000,
    toldAt: since(log.find(({ text }) => saysThatItFails.test(text))?.at),
    completedAt: since(chronicle.completedAt()),
    failedAt: since(chronicle.failedAt()),
    rolledBackAt: since(chronicle.rolledBackAt()),
    failures: [1, 2, 3].flatMap((n) => since(chronicle.failureAt(n)) ?? []),
    stepSeconds: (endedAt - stepStartedAt) / 1000,
    calls: calls.length,
    mostCallsIn10Seconds: Math.max(
      ...calls.map((from) => calls.filter((at) => at >= from && at < from + 10_000).length),
    ),
    others: others.map((waited) => ({ ...waited, endedAt: (waited.endedAt - startedAt) / 1000 })),
  }
}
