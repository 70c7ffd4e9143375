/** What became of a comment. */
export type CommentEnd =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | { readonly kind: 'not-possible'; readonly why: string }

/** Where a comment goes. */
export type CommentPlace = {
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
  /** First line of the comment, by which it is found again; see `commentMarker`. */
  readonly marker: string
}

/** Comments on pull requests. Never rejects: what cannot be done is said. */
export type CommentsPort = {
  /** Writes the one comment with this marker: updates it where there is one, else creates it. */
  put(place: CommentPlace, body: string): Promise<CommentEnd>
}

const limitMilliseconds = 20_000
/** A limit of GitHub that passes within this is waited for, once. */
const longestPause = 90_000

/** The hidden first line of the comment about one service in one environment. Nothing in the names can end it early. */
export function commentMarker(environment: string, cluster: string, service: string): string {
  const encoded = [environment, cluster, service].map((name) => encodeURIComponent(name).replaceAll('--', '-%2D'))
  return `<!-- ecs-deploy plan ${encoded.join('/')} -->`
}

/**
 * The port over GitHub's REST API ("Issue comments"); the toolkit is large and loaded only here.
 *
 * @param sleep waits for so many milliseconds
 */
export function githubComments(token: string, sleep: (milliseconds: number) => Promise<void>): CommentsPort {
  return {
    async put({ repository, number, marker }, body) {
      const [owner = '', repo = ''] = repository.split('/')
      try {
        const { getOctokit } = await import('@actions/github')
        const octokit = getOctokit(token)
        const { issues } = octokit.rest
        const place = { owner, repo }
        const request = () => ({ signal: AbortSignal.timeout(limitMilliseconds) })
        const comments = await patiently(sleep, () =>
          octokit.paginate(issues.listComments, { ...place, issue_number: number, per_page: 100, request: request() }),
        )
        const [first, ...doubles] = comments.filter((comment) => isOurs(comment, marker, token))
        // Two runs at once may have made two: only one of them is kept up to date, so that the others would mislead.
        for (const { id } of doubles)
          await remove(() => issues.deleteComment({ ...place, comment_id: id, request: request() }))
        if (first === undefined) {
          const { data } = await patiently(sleep, () =>
            issues.createComment({ ...place, issue_number: number, body, request: request() }),
          )
          return { kind: 'created', url: data.html_url }
        }
        if (plain(first.body) === plain(body)) return { kind: 'unchanged', url: first.html_url }
        const { data } = await patiently(sleep, () =>
          issues.updateComment({ ...place, comment_id: first.id, body, request: request() }),
        )
        return { kind: 'updated', url: data.html_url }
      } catch (error) {
        return { kind: 'not-possible', why: whyNot(error, number) }
      }
    },
  }
}

type Comment = { readonly body?: string | undefined; readonly user: { readonly type?: string } | null }

/**
 * A comment that an earlier run wrote: it begins with the marker, and its author is of the kind that the token speaks for.
 * So a comment is never overwritten that a person wrote with our marker in it.
 */
function isOurs({ body = '', user }: Comment, marker: string, token: string): boolean {
  if (!body.startsWith(marker)) return false
  // GitHub, "About authentication to GitHub": ghs_ is an installation's token, as GITHUB_TOKEN is; these are of persons.
  const wanted = token.startsWith('ghs_') ? 'Bot' : /^(?:gh[pou]_|github_pat_)/.test(token) ? 'User' : undefined
  return wanted === undefined || user?.type === wanted
}

function plain(body = ''): string {
  return body.replaceAll('\r\n', '\n').trim()
}

/** A double that stays is no reason to fail. */
async function remove(send: () => Promise<unknown>): Promise<void> {
  await send().catch(() => undefined)
}

type Failure = {
  readonly status?: number
  readonly message?: string
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> }
}

/** GitHub refuses what comes too fast with 403 or 429 and says when to come back ("Rate limits for the REST API"). */
async function patiently<T>(sleep: (milliseconds: number) => Promise<void>, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    const pause = pauseOf(error as Failure)
    if (pause === undefined || pause > longestPause) throw error
    await sleep(pause)
    return send()
  }
}

function pauseOf(failure: Failure): number | undefined {
  if (!isRateLimit(failure)) return undefined
  const { 'retry-after': after, 'x-ratelimit-reset': reset } = failure.response?.headers ?? {}
  if (after !== undefined) return Number(after) * 1000
  if (reset !== undefined) return Math.max(1000, Number(reset) * 1000 - Date.now())
  return 60_000
}

function isRateLimit({ status, message = '', response }: Failure): boolean {
  if (status === 429) return true
  return (
    status === 403 &&
    (/rate limit/i.test(message) ||
      String(response?.headers?.['x-ratelimit-remaining']) === '0' ||
      response?.headers?.['retry-after'] !== undefined)
  )
}

function whyNot(error: unknown, number: number): string {
  const failure = error as Failure
  const { status } = failure
  const said = `${status === undefined ? '' : `${status}: `}${(failure.message ?? String(error)).split('\n')[0]}`
  if (isRateLimit(failure)) return `GitHub's limit of requests is reached (${said})`
  if (status === 401) return `GitHub does not accept github-token (${said})`
  // GitHub answers 404 where the token may not see the repository.
  if (status === 403 || status === 404)
    return `the token may not comment on pull request ${number}: the job needs "permissions: pull-requests: write" (${said})`
  return `GitHub could not be asked (${said})`
}
