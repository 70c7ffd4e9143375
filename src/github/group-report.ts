import type { DeploymentReport, LeftAt, MemberOutcome, Outcome } from '../report.ts'

/** One service of a group, as a deployment of one service reports it. */
export type MemberReport = Omit<DeploymentReport, 'outcome'> & {
  readonly outcome: MemberOutcome
  /** Places in the list of those that it needs. */
  readonly needs: readonly number[]
  /** Where a cancelled run left it, if its deployment was no longer under way. */
  readonly left?: LeftAt
}

/** Everything that a run for a group has to tell at its end. */
export type GroupReport = {
  readonly action: 'deploy'
  readonly outcome: Outcome
  /** Some services run the new version, and some do not. */
  readonly mixed: boolean
  readonly cluster: string
  readonly region: string
  readonly changed: boolean
  readonly startedAt: number
  readonly endedAt: number
  readonly services: readonly MemberReport[]
  /** What ended the run before its services were looked at. */
  readonly whole?: DeploymentReport
}

/** Those that a deployment of their own would have ended badly with; not those that were never begun. */
export function failedMembers({
  services,
}: Pick<GroupReport, 'services'>): readonly (MemberReport & DeploymentReport)[] {
  return services.filter(isFailed)
}

function isFailed(report: MemberReport): report is MemberReport & DeploymentReport {
  return !['deployed', 'unchanged', 'updated', 'started', 'planned', 'not-begun'].includes(report.outcome)
}

/** Who runs what, where a group is mixed: one sentence for each kind of end. */
export function mixedWords({ services }: Pick<GroupReport, 'services'>): string {
  const kinds = Map.groupBy(services, ({ outcome, left }) => (left === undefined ? outcome : `${outcome}, ${left}`))
  const parts = [...kinds].map(
    ([outcome, members]) => `${outcome}: ${members.map(({ service }) => service).join(', ')}`,
  )
  return `The group is mixed, which means that not all services run what belongs together. ${parts.join('; ')}.`
}
