import type { DeploymentReport } from '../report.ts'
import { failedMembers, type GroupReport } from './group-report.ts'
import { outputsOf } from './outputs.ts'

/** GitHub drops a job output that contains a masked value, as the account id may be. */
const withAccount = ['task-definition-arn', 'service-deployment-arn', 'image', 'services', 'report']

/** The outputs of the deploy action for a group: those of one service are empty, `services` has them of each. */
export function groupOutputs(report: GroupReport, reportPath = ''): Record<string, string> {
  const { outcome, changed, services, startedAt, endedAt, whole } = report
  const all = services.map((one) => outputsOf(one as DeploymentReport))
  const names = Object.keys(outputsOf(whole ?? (services[0] as DeploymentReport)))
  const ofEach = services.map(({ service }, index) => ({
    service,
    ...Object.fromEntries(Object.entries(all[index] ?? {}).filter(([name]) => !withAccount.includes(name))),
  }))
  const cause =
    whole?.diagnoses[0]?.cause ??
    failedMembers(report).find(({ diagnoses }) => diagnoses.length > 0)?.diagnoses[0]?.cause
  return {
    ...Object.fromEntries(names.map((name) => [name, ''])),
    outcome,
    changed: String(changed),
    'duration-seconds': String(Math.max(0, Math.round((endedAt - startedAt) / 1000))),
    cause: cause ?? '',
    services: JSON.stringify(ofEach),
    report: reportPath,
  }
}
