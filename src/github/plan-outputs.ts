import type { Cost } from '../plan/cost.ts'
import type { PlanReport } from '../plan/plan-report.ts'
import { serviceLink } from './console-links.ts'
import { deployedImage, digestOf } from './outputs.ts'
import type { CommentEnd } from './pull-request-comment.ts'

/** The outputs of the plan action: every one always, empty where unknown. */
export function planOutputs(
  report: PlanReport,
  comment: CommentEnd | undefined,
  reportPath = '',
): Record<string, string> {
  const { plan, before, wanted, findings } = report
  const image = wanted && deployedImage(wanted, before)
  return {
    outcome: report.outcome,
    changed: plan === undefined ? '' : String(plan.changes),
    findings: String(findings.length),
    errors: String(findings.filter(({ severity }) => severity === 'error').length),
    'previous-task-definition': before?.taskDefinition ?? '',
    image: image?.image ?? '',
    'image-digest': image === undefined ? '' : (digestOf(image, report) ?? ''),
    'cost-before': dollars(plan?.cost.before),
    'cost-after': dollars(plan?.cost.after),
    'comment-url': comment === undefined || comment.kind === 'not-possible' ? '' : comment.url,
    cause: report.diagnoses[0]?.cause ?? '',
    'console-url': report.service === '' ? '' : (serviceLink(report, report.cluster, report.service) ?? ''),
    'duration-seconds': String(Math.max(0, Math.round((report.endedAt - report.startedAt) / 1000))),
    report: reportPath,
  }
}

function dollars(cost: Cost | undefined): string {
  return cost?.kind === 'estimate' ? cost.dollars.toFixed(2) : ''
}
