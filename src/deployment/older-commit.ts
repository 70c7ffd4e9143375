import type { CommitOrder } from '../github/commits.ts'
import { ProblemsFound } from '../problem.ts'
import type { Tag } from '../task-definition/task-definition.ts'
import type { Ports } from './ports.ts'
import { addNotice, type DeploymentRecord } from './record.ts'
import { commitTag, repositoryTag } from './tags.ts'

/**
 * Refuses to deploy a commit that is older than the one that runs, or is being deployed. Only certainty refuses: commits that
 * have diverged, or that GitHub cannot compare, are a notice.
 *
 * @param running tags of the revision that the service is set to
 * @throws ProblemsFound where this run's commit is the older one
 */
export async function refuseOlderCommit(
  running: readonly Tag[],
  ports: Pick<Ports, 'run' | 'commits'>,
  record: DeploymentRecord,
): Promise<void> {
  const { sha, repository } = ports.run
  const base = running.find(({ key }) => key === commitTag)?.value
  const from = running.find(({ key }) => key === repositoryTag)?.value
  const compared = await order(base, from, sha, repository, ports)
  if (compared.kind === 'same' || compared.kind === 'newer') return
  if (compared.kind === 'older') {
    const message =
      `Commit ${sha} is older than ${base}, which runs or is being deployed. Deploy the newer commit, use the rollback action ` +
      'to go back on purpose, or set refuse-older-commit to "false".'
    throw new ProblemsFound([{ input: 'refuse-older-commit', message }])
  }
  const why = compared.kind === 'unknown' ? compared.why : `commit ${sha} and ${base}, which runs, have diverged`
  addNotice(record, `Whether this commit is older than the one that runs is not known: ${why}. It is deployed.`)
}

async function order(
  base: string | undefined,
  from: string | undefined,
  sha: string | undefined,
  repository: string | undefined,
  { commits }: Pick<Ports, 'commits'>,
): Promise<CommitOrder> {
  if (sha === undefined || repository === undefined) return { kind: 'unknown', why: 'this run has no commit' }
  if (base === undefined) return { kind: 'unknown', why: 'the revision that runs carries no commit in its tags' }
  if (from !== undefined && from !== repository) {
    return { kind: 'unknown', why: `what runs was deployed from ${from}, another repository` }
  }
  return base === sha ? { kind: 'same' } : commits.compare(repository, base, sha)
}
