import { commitTag, copyOfTag, repositoryTag, tagValue } from '../deployment/tags.ts'
import type { RunContext } from '../github/run-context.ts'
import type { Tag } from '../task-definition/task-definition.ts'

/** Something about what runs that did not come from this repository's deployments. */
export type Drift = {
  readonly kind: 'not-ours' | 'other-repository' | 'rollback-copy' | 'newer-revision' | 'changed-since'
  /** One sentence. */
  readonly text: string
}

/** What the tags of the running revision are held against. */
export type Traces = {
  /** `family:revision` that the service is set to. */
  readonly running: string
  readonly tags: readonly Tag[]
  /** Newest revision number of its family, and its own. */
  readonly newest: number
  readonly revision: number
  /** Names of settings that this run gives and the service has otherwise. */
  readonly settings: readonly string[]
  /** Something in the task definition is different. */
  readonly definitionDiffers: boolean
}

/**
 * How what runs differs from what this tool left; pure. Deployments put their commit and repository on the revision
 * (`default-tags`), so that a revision without them came from somewhere else, or from a run without `default-tags`.
 */
export function driftOf(traces: Traces, run: Pick<RunContext, 'repository' | 'sha'>): readonly Drift[] {
  const { running, tags } = traces
  const repository = tagNamed(tags, repositoryTag)
  const commit = tagNamed(tags, commitTag)
  const copyOf = tagNamed(tags, copyOfTag)
  if (repository === undefined && commit === undefined && copyOf === undefined) {
    const text = `${running} was not deployed by this tool: it has none of its tags (or was deployed with default-tags: false).`
    return [{ kind: 'not-ours', text }, ...newer(traces)]
  }
  return [
    ...otherRepository(running, repository, run),
    ...(copyOf === undefined
      ? []
      : [{ kind: 'rollback-copy' as const, text: `${running} was registered by a rollback, as a copy of ${copyOf}.` }]),
    ...newer(traces),
    ...changedSince(traces, commit, repository, run),
  ]
}

/** The commit of the running revision, where a deployment noted it. */
export function commitOf(tags: readonly Tag[]): string | undefined {
  return tagNamed(tags, commitTag)
}

function tagNamed(tags: readonly Tag[], wanted: string): string | undefined {
  return tags.find(({ key }) => key === wanted)?.value
}

function otherRepository(running: string, found: string | undefined, run: Pick<RunContext, 'repository'>): Drift[] {
  if (found === undefined || run.repository === undefined || found === tagValue(run.repository)) return []
  return [{ kind: 'other-repository', text: `${running} was deployed by this tool from another repository: ${found}.` }]
}

/** Registered after what runs, by whomever. */
function newer({ running, revision, newest }: Traces): Drift[] {
  if (newest <= revision) return []
  const family = running.slice(0, running.lastIndexOf(':'))
  const text = `${family}:${newest} was registered after it and is not what the service is set to.`
  return [{ kind: 'newer-revision', text }]
}

/** From one commit come the same inputs: what is different then was changed afterwards, in AWS or in what inputs are made of. */
function changedSince(
  { settings, definitionDiffers, running }: Traces,
  commit: string | undefined,
  repository: string | undefined,
  run: Pick<RunContext, 'repository' | 'sha'>,
): Drift[] {
  const same = commit !== undefined && commit === run.sha && repository === tagValue(run.repository ?? '')
  if (!same || (settings.length === 0 && !definitionDiffers)) return []
  const what = [...settings, ...(definitionDiffers ? ['the task definition'] : [])].join(', ')
  const text = `${running} was deployed from this very commit, and yet there are differences (${what}): they came since, by hand or through other inputs.`
  return [{ kind: 'changed-since', text }]
}
