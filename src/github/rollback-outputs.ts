import { type DeploymentReport, exitCode, type Outcome, rollbackOutcomes } from '../report.ts'
import { serviceLink } from './console-links.ts'
import { deployedImage, digestOf } from './outputs.ts'

/** Of several services the gravest outcome: the run went as well as the one that went worst. */
export function gravest(reports: readonly Pick<DeploymentReport, 'outcome'>[]): Outcome {
  return rollbackOutcomes.find((outcome) => reports.some((report) => report.outcome === outcome)) ?? 'unknown'
}

/**
 * The outputs of the rollback action: every one always, empty where unknown. Those of one service are empty where there
 * are several; `services` has all of them.
 */
export function rollbackOutputs(
  reports: readonly DeploymentReport[],
  seconds: number,
  reportPath = '',
): Record<string, string> {
  const outcome = gravest(reports)
  const all = reports.map(outputsOfService)
  const [first = {}] = all
  const single = all.length === 1 ? first : Object.fromEntries(Object.keys(first).map((name) => [name, '']))
  return {
    ...single,
    outcome,
    changed: String(reports.some(({ changed }) => changed)),
    'duration-seconds': String(Math.max(0, Math.round(seconds))),
    services: JSON.stringify(reports.map((report, index) => ({ service: report.service, ...inJobOutput(all[index]) }))),
    report: reportPath,
  }
}

/** GitHub drops a job output that contains a masked value, as the account id may be: without what contains it. */
function inJobOutput(outputs: Readonly<Record<string, string>> = {}): Record<string, string> {
  const withAccount = ['task-definition-arn', 'service-deployment-arn', 'image']
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => !withAccount.includes(name)))
}

/** What the outputs say of one service. */
function outputsOfService(report: DeploymentReport): Record<string, string> {
  const { outcome, before, wanted } = report
  const image = wanted && deployedImage(wanted, before)
  return {
    outcome,
    changed: String(report.changed),
    from: before?.taskDefinition ?? '',
    'task-definition': wanted?.taskDefinition ?? '',
    'task-definition-arn': wanted?.taskDefinitionArn ?? '',
    commit: report.wantedCommit ?? '',
    image: image?.image ?? '',
    'image-digest': image === undefined ? '' : (digestOf(image, report) ?? ''),
    'deployment-id': report.deploymentId ?? '',
    'service-deployment-arn': report.serviceDeploymentArn ?? '',
    'superseded-by': report.supersededBy ?? '',
    'public-ips': report.publicIps.join(','),
    'running-count': report.now === undefined ? '' : String(report.now.running),
    cause: exitCode(outcome, report.action) === 0 ? '' : (report.diagnoses[0]?.cause ?? ''),
    'console-url': serviceLink(report, report.cluster, report.service) ?? '',
  }
}
