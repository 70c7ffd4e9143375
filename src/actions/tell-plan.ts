import type { DeploymentRecord } from '../deployment/record.ts'
import { reportOf } from '../deployment/report-of.ts'
import type { Logger } from '../github/log.ts'
import { writeLines } from '../github/log-line.ts'
import { annotation, closingLines } from '../github/log-report.ts'
import { writeOutputs, writeReportFile, writeSummary } from '../github/outputs.ts'
import { planLines } from '../github/plan-log.ts'
import { planOutputs } from '../github/plan-outputs.ts'
import { commentLimit, planMarkdown, summaryLimit } from '../github/plan-summary.ts'
import type { PullRequest } from '../github/pull-request.ts'
import { type CommentEnd, commentMarker, githubComments } from '../github/pull-request-comment.ts'
import type { RunContext } from '../github/run-context.ts'
import type { PlanInputs } from '../inputs/plan-inputs.ts'
import type { PlanReport } from '../plan/plan-report.ts'
import { exitCode } from '../report.ts'
import { systemClock } from './clock.ts'
import type { PlanEnd } from './run-plan.ts'
import { attempt } from './tell-end.ts'

/** What the comment depends on. */
type Asked = { readonly inputs: PlanInputs; readonly place: string; readonly pullRequest?: PullRequest }
type Here = { readonly log: Logger; readonly env: NodeJS.ProcessEnv; readonly run: RunContext }

/**
 * The end of a plan, told in every place: log, comment, outputs, job summary, report file. A place that cannot be written to is
 * a notice: it does not change what was found.
 *
 * @param asked absent where the inputs were wrong: then nothing is known about where to comment
 * @returns the exit code: 0 for a plan, 1 where there is none, or where a deployment would be refused
 */
export async function tellPlan(
  end: PlanEnd,
  record: DeploymentRecord,
  asked: Asked | undefined,
  { log, env, run }: Here,
): Promise<0 | 1> {
  const { plan, notLookedAt } = end
  const environment = asked?.inputs.environment
  const report: PlanReport = {
    ...reportOf(record, end.ending, Date.now()),
    ...(plan === undefined ? {} : { plan }),
    ...(environment === undefined ? {} : { environment }),
    notLookedAt,
  }
  for (const line of planLines(report)) log.info(line)
  const comment =
    asked === undefined || report.outcome === 'cancelled' ? undefined : await commentOn(report, asked, run)
  if (comment?.kind === 'not-possible') log.notice(`No comment on the pull request: ${comment.why}.`)
  else if (comment !== undefined) log.info(`Comment on the pull request: ${comment.kind} (${comment.url}).`)
  writeLines(closingLines(report), log)
  const code = exitCode(report.outcome, 'plan')
  if (code === 1) {
    const { title, message } = annotation(report)
    log.error(message, title)
  }
  const whole = { ...report, ...(comment === undefined ? {} : { comment }) }
  const path = await attempt(log, 'report file', () => writeReportFile(whole, env))
  await attempt(log, 'outputs', () => writeOutputs(planOutputs(report, comment, path), env))
  const written = await attempt(log, 'job summary', () => writeSummary(planMarkdown(report, run, summaryLimit), env))
  if (written === 'full') log.info('The job summary of this step is full; this plan was not added to it.')
  return code
}

/** Undefined: no comment was wanted. */
async function commentOn(report: PlanReport, asked: Asked, run: RunContext): Promise<CommentEnd | undefined> {
  const { inputs, place, pullRequest } = asked
  const { comment, githubToken, environment, cluster, service } = inputs
  if (comment === 'false' || pullRequest === undefined) return undefined
  if (comment === 'auto' && pullRequest.fromFork) {
    return {
      kind: 'not-possible',
      why: 'it is from a fork, and the token of such a run may only read; the job summary has the plan',
    }
  }
  if (githubToken === undefined || run.repository === undefined) return undefined
  const marker = commentMarker(environment ?? place, lastPart(cluster), lastPart(service))
  const body = `${marker}\n${planMarkdown(report, run, commentLimit - marker.length - 1)}`
  const { number } = pullRequest
  return githubComments(githubToken, (time) => systemClock.sleep(time)).put(
    { repository: run.repository, number, marker },
    body,
  )
}

/** Clusters and services may be given as ARNs. */
function lastPart(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1)
}
