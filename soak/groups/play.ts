/** Plays one group on virtual time, from its inputs to its report. */
import { EventEmitter } from 'node:events'
import { openStage } from '../../scripts/in-process/stage.ts'
import { groupLines } from '../../src/github/group-log.ts'
import { writeLines } from '../../src/github/log-line.ts'
import { judgeGroup } from './judge.ts'
import { type GroupPlan, servicesFile } from './plan.ts'

export interface PlayedPlan {
  readonly outcome: string
  readonly members: readonly string[]
  readonly faults: readonly string[]
  readonly log: string
}

export async function playGroup(plan: GroupPlan): Promise<PlayedPlan> {
  const stage = await openStage({ scenario: plan.scenario, seed: plan.seed, callMilliseconds: [50, 250] })
  const signals = new EventEmitter()
  if (plan.cancelAfter !== undefined) {
    void stage.time.sleep(plan.cancelAfter * 1000).then(() => signals.emit('SIGINT'))
  }
  const played = await stage.run(
    stage.deployGroup(plan.inputs, {
      files: { 'services.yml': servicesFile(plan) },
      signals: signals as unknown as Pick<NodeJS.Process, 'on'>,
    }),
  )
  const { report } = played
  const lines = played.log.map(({ text }) => text)
  const keep = (line: string): void => void lines.push(line)
  writeLines(groupLines(report), { info: keep, group: keep, endGroup: () => undefined })
  const log = lines.join('\n')
  const faults = judgeGroup(plan, { report, log, simulator: stage.simulator })
  stage.simulator.close()
  return { outcome: report.outcome, members: report.services.map(({ outcome }) => outcome), faults, log }
}
