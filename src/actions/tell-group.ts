import { type Ending, ending as plainEnding } from '../deployment/ending.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import { type DeploymentRecord, hasCompleted } from '../deployment/record.ts'
import { reportOf } from '../deployment/report-of.ts'
import { groupAnnotation, groupLines } from '../github/group-log.ts'
import { groupOutputs } from '../github/group-outputs.ts'
import type { GroupReport, MemberReport } from '../github/group-report.ts'
import { groupSummary } from '../github/group-summary.ts'
import { jobSummary } from '../github/job-summary.ts'
import type { Logger } from '../github/log.ts'
import { writeLines } from '../github/log-line.ts'
import { annotation, closingLines } from '../github/log-report.ts'
import { writeOutputs, writeReportFile, writeSummary } from '../github/outputs.ts'
import { foldOutcomes, isMixed } from '../group/fold.ts'
import type { Group, Member } from '../group/group.ts'
import { exitCode } from '../report.ts'
import { attempt } from './tell-end.ts'

/** The end of a run for a group, told once in every place: log, one error annotation, outputs, job summary, report file. */
export async function tellGroup(group: Group, log: Logger, env: NodeJS.ProcessEnv): Promise<0 | 1> {
  const report = groupReport(group, Date.now())
  log.endGroup()
  writeLines(report.whole === undefined ? groupLines(report) : closingLines(report.whole), log)
  const code = exitCode(report.outcome, 'deploy')
  if (code === 1) {
    const { title, message } = report.whole === undefined ? groupAnnotation(report) : annotation(report.whole)
    log.error(message, title)
  }
  const { whole: _, ...file } = report
  const path = await attempt(log, 'report file', () => writeReportFile(file, env))
  await attempt(log, 'outputs', () => writeOutputs(groupOutputs(report, path), env))
  for (const part of report.whole === undefined ? groupSummary(report) : [jobSummary(report.whole)]) {
    const written = await attempt(log, 'job summary', () => writeSummary(part, env))
    if (written !== 'full') continue
    log.info('The job summary of this step is full; the rest of this report was not added to it.')
    break
  }
  return code
}

/** The group and its members as the report that everything shown to people is made from. */
export function groupReport(group: Group, now: number): GroupReport {
  const { members, startedAt, region, ending, record } = group
  const services = members.map((member) => memberReport(member, now))
  const ends = services.map((one) => one.outcome)
  const outcome = ending?.outcome ?? foldOutcomes(group.cancelled ? [...ends, 'cancelled'] : ends)
  const [first] = members
  // A revision that was registered, or a task that ran, does not change what a service runs.
  const stands = members.map(({ record }, index) => ({
    outcome: ends[index] ?? 'unknown',
    touched: record.update !== undefined,
    left: services[index]?.left,
  }))
  return {
    action: 'deploy',
    outcome,
    mixed: ending === undefined && isMixed(stands),
    cluster: services[0]?.cluster ?? first?.given.inputs.cluster ?? '',
    region,
    changed: services.some(({ changed }) => changed),
    startedAt,
    endedAt: now,
    services: ending === undefined ? services : [],
    ...(ending === undefined || record === undefined ? {} : { whole: reportOf(record, ending, now) }),
  }
}

/** What a cancelled run knows of a service that it had begun. */
function leftBy(record: DeploymentRecord, { outcome }: Ending): Pick<MemberReport, 'left'> {
  if (outcome !== 'cancelled') return {}
  if (record.rollbackSent !== undefined) return { left: 'going back' }
  return hasCompleted(record) ? { left: 'on the new version' } : {}
}

function memberReport(member: Member, now: number): MemberReport {
  const { record, ending, notBegun, endedAt = now, given } = member
  // A service took as long as it had its turn.
  const own = { needs: given.needs, startedAt: member.begunAt ?? record.startedAt }
  if (ending !== undefined) return { ...reportOf(record, ending, endedAt), ...leftBy(record, ending), ...own }
  if (notBegun !== undefined) {
    const said = plainEnding('failed', `Nothing was changed, because ${notBegun}.`)
    return { ...reportOf(record, said, endedAt), outcome: 'not-begun', ...own }
  }
  return {
    ...reportOf(record, endingOfError(new Error('the run ended before anything was known'), record), endedAt),
    ...own,
  }
}
