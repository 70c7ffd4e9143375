/** What is kept of one run. */
import type { Action } from '../action.ts'
import type { Violation } from '../judge/check.ts'
import { judge } from '../judge/judge.ts'
import { passwordArn } from '../plan/account.ts'
import type { Plan } from '../plan/plan.ts'
import { randomPlan } from '../plan/random-plan.ts'
import { ActionProcess } from '../play/action-process.ts'
import { play } from '../play/play.ts'
import type { Played } from '../play/played.ts'
import { openPorts } from '../play/ports.ts'
import { Stage } from '../play/stage.ts'

export interface Result {
  readonly seed: number
  /** Absent: a deployment of one service. */
  readonly kind?: 'group'
  /** `main deployed`, `post rolled-back`, `main killed`, … */
  readonly ends: readonly string[]
  readonly violations: readonly Violation[]
  /** Names of the ingredients. */
  readonly ingredients: readonly string[]
}

/** Plays and judges a plan. A run that the harness itself cannot play is a violation too: nothing may be passed over. */
export async function tryPlan(plan: Plan, action: Action): Promise<Result> {
  const ingredients = plan.ingredients.map(({ name }) => name)
  try {
    const played = await play(plan, action)
    const ends = [
      ...endsOf(played, played.action === 'rollback' ? 'rollback action' : 'main'),
      ...endsOf(played.other, 'other run'),
    ]
    return { seed: plan.seed, ends, violations: judge(played), ingredients }
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { seed: plan.seed, ends: ['not played'], violations: [{ check: 'can be played', why }], ingredients }
  }
}

function endsOf(played: Played | undefined, main: string): readonly string[] {
  return (played?.steps ?? []).map(({ stage, outcome, how }) => `${stage === 'main' ? main : stage} ${outcome ?? how}`)
}

export const trySeed = (seed: number, action: Action): Promise<Result> => tryPlan(randomPlan(seed), action)

/** The first calls load and compile what they need, in real time; what comes of them means nothing. */
export async function warmUp(action: Action): Promise<void> {
  const plain: Plan = { seed: 0, ingredients: [] }
  await callEverything(new Stage(plain), action)
  await play(plain, action)
}

async function callEverything(stage: Stage, action: Action): Promise<void> {
  const process = new ActionProcess(stage.time)
  const log = action.consoleLogger({ write: () => undefined })
  const cancelled = new AbortController().signal
  const keep = async (): Promise<void> => undefined
  const ports = openPorts({
    action,
    stage,
    process,
    name: 'main',
    calls: [],
    log,
    cancelled,
    allowUnknownMembers: [],
    keep,
  })
  const calls = [
    ports.logs.lastLines({ group: 'web', stream: 'web', region: ports.region }, 1),
    ports.targetHealth.targetHealth(
      'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef',
    ),
    ports.alarms.alarms(['errors']),
    ports.scalableTargets.isScaled('default', 'web'),
    ports.secrets.exists(passwordArn),
    ports.secrets.exists('/a/parameter'),
    ports.ecr.findImage({
      registryId: stage.simulator.world.account,
      region: ports.region,
      repository: 'web',
      tag: 'v1',
    }),
  ]
  let done = 0
  for (const call of calls)
    call
      .catch(() => undefined)
      .finally(() => (done += 1))
      .catch(() => undefined)
  while (done < calls.length) {
    await stage.time.until(() => done === calls.length, stage.time.now + 1_000)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  stage.simulator.close()
}
