/** The pull request that a run is for. */
export type PullRequest = {
  readonly number: number
  /** Its code is in another repository than the one that runs this workflow: GitHub gives such runs no secrets and a token that only reads. */
  readonly fromFork: boolean
  readonly headSha?: string
}

type Repository = { readonly full_name?: unknown } | null

/**
 * The pull request in the event of a run ("Webhook events and payloads": pull_request); undefined where the event has none.
 *
 * @param event what GITHUB_EVENT_PATH holds, parsed
 */
export function pullRequestOf(event: unknown): PullRequest | undefined {
  const { pull_request: found } = (event ?? {}) as { readonly pull_request?: unknown }
  if (typeof found !== 'object' || found === null) return undefined
  const { number, head, base } = found as {
    readonly number?: unknown
    readonly head?: { readonly sha?: unknown; readonly repo?: Repository }
    readonly base?: { readonly repo?: Repository }
  }
  if (typeof number !== 'number') return undefined
  const from = head?.repo?.full_name
  return {
    number,
    // A fork that was deleted has no repository any more.
    fromFork: from === undefined || from !== base?.repo?.full_name,
    ...(typeof head?.sha === 'string' ? { headSha: head.sha } : {}),
  }
}
