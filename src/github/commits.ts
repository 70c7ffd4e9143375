/** How one commit stands to another, as GitHub sees it; or why that could not be told. */
export type CommitOrder =
  | { readonly kind: 'same' | 'newer' | 'older' | 'diverged' }
  | { readonly kind: 'unknown'; readonly why: string }

/** Asks GitHub about commits. Never rejects: what cannot be told is `unknown`. */
export type CommitsPort = {
  /** How `head` stands to `base` in a repository (`owner/name`). */
  compare(repository: string, base: string, head: string): Promise<CommitOrder>
}

const limitMilliseconds = 20_000

/**
 * The port over GitHub's REST API ("Compare two commits": `status` is what `head` is, seen from `base`). The toolkit finds the
 * address of the API, also that of a GitHub Enterprise Server, in GITHUB_API_URL; it is large and loaded only here.
 *
 * @param token absent: nothing is asked
 */
export function githubCommits(token: string | undefined): CommitsPort {
  return {
    async compare(repository, base, head) {
      const [owner = '', repo = ''] = repository.split('/')
      if (token === undefined) return { kind: 'unknown', why: 'github-token is empty' }
      try {
        const { getOctokit } = await import('@actions/github')
        const { data } = await getOctokit(token).rest.repos.compareCommitsWithBasehead({
          owner,
          repo,
          basehead: `${base}...${head}`,
          per_page: 1,
          request: { signal: AbortSignal.timeout(limitMilliseconds) },
        })
        return orders[data.status] ?? { kind: 'unknown', why: `GitHub answered "${data.status}"` }
      } catch (error) {
        return { kind: 'unknown', why: whyNot(error) }
      }
    },
  }
}

const orders: Readonly<Record<string, CommitOrder>> = {
  identical: { kind: 'same' },
  ahead: { kind: 'newer' },
  behind: { kind: 'older' },
  diverged: { kind: 'diverged' },
}

function whyNot(error: unknown): string {
  const { status, message } = error as { readonly status?: number; readonly message?: string }
  // GitHub answers 404 also where the token may not read the repository.
  if (status === 404)
    return 'GitHub does not know both commits, or the token may not read them (permissions: contents: read)'
  return `GitHub could not be asked (${status === undefined ? '' : `${status}: `}${(message ?? String(error)).split('\n')[0]})`
}
