/** Plays one group on virtual time, from its inputs to its report, and its post step where it ended early. */
import { EventEmitter } from 'node:events'
import { type GroupKept, openStage } from '../../scripts/in-process/stage.ts'
import { groupLines } from '../../src/github/group-log.ts'
import type { GroupReport } from '../../src/github/group-report.ts'
import { writeLines } from '../../src/github/log-line.ts'
import type { Violation } from '../judge/check.ts'
import { judgeGroup, judgePost, type World } from './judge.ts'
import { type GroupPlan, servicesFile } from './plan.ts'

export interface PlayedPlan {
  /** Of main; `killed` where it could tell none. */
  readonly outcome: string
  /** Of the post step, where it took something back. */
  readonly post?: string
  readonly members: readonly string[]
  readonly violations: readonly Violation[]
  readonly log: string
}

type Lines = readonly { readonly text: string }[]

export async function playGroup(plan: GroupPlan): Promise<PlayedPlan> {
  const stage = await openStage({ scenario: plan.scenario, seed: plan.seed, callMilliseconds: [50, 250] })
  const world: World = { simulator: stage.simulator, startedAt: stage.clock.now() }
  const signals = new EventEmitter()
  const death = new AbortController()
  let signalledAt: number | undefined
  if (plan.cancelAfter !== undefined) {
    void stage.time.sleep(plan.cancelAfter * 1000).then(() => {
      signalledAt = stage.clock.now()
      signals.emit('SIGINT')
    })
  }
  const killed = new Promise<undefined>((resolve) => {
    if (plan.killAfter === undefined) return
    void stage.time.sleep(plan.killAfter * 1000).then(() => {
      death.abort()
      resolve(undefined)
    })
  })
  const kept: GroupKept = {}
  const main = stage.deployGroup(plan.inputs, {
    files: { 'services.yml': servicesFile(plan) },
    signals: signals as unknown as Pick<NodeJS.Process, 'on'>,
    kept,
    killed: death.signal,
  })
  const played = await stage.run(Promise.race([main, killed]))
  const violations: Violation[] = []
  let log = ''
  if (played !== undefined) {
    log = told(played.log, played.report)
    const { report, endedAt } = played
    violations.push(...judgeGroup(plan, { ...world, report, log, signalledAt, endedAt }))
  }
  const postAt = stage.clock.now()
  const post = await stage.run(stage.finishGroup(kept))
  const postLog = told(post.log, post.report)
  violations.push(...judgePost(plan, { ...world, report: post.report, log: postLog, postAt, kept }))
  stage.simulator.close()
  return {
    outcome: played?.report.outcome ?? 'killed',
    ...(post.report === undefined ? {} : { post: post.report.outcome }),
    members: (post.report ?? played?.report)?.services.map(({ outcome }) => outcome) ?? [],
    violations,
    log: `${log}\n${postLog}`,
  }
}

function told(log: Lines, report: GroupReport | undefined): string {
  const lines = log.map(({ text }) => text)
  const keep = (line: string): void => void lines.push(line)
  if (report !== undefined) writeLines(groupLines(report), { info: keep, group: keep, endGroup: () => undefined })
  return lines.join('\n')
}
