import type { StatusRange, UrlCheck } from '../inputs/verification-inputs.ts'
import type { Received } from './ports.ts'

/** What is wrong with an answer, in the words that end "GET http://… ". */
export type Misfit = {
  readonly what: string
  /** What came back: status, some headers, the first lines of the body. Not masked. */
  readonly evidence: readonly string[]
}

/** Headers that say where an answer comes from. */
const tellingHeaders = ['location', 'content-type', 'server', 'via', 'retry-after', 'www-authenticate']
const mostLines = 5
const longestLine = 200

/** Whether this is the answer that was wanted; undefined: it is. Pure. */
export function misfitOf(check: UrlCheck, received: Received): Misfit | undefined {
  if (received.kind === 'failed') return { what: `was not answered: ${received.detail}`, evidence: [] }
  const what = statusMisfit(check, received) ?? bodyMisfit(check, received)
  return what === undefined ? undefined : { what, evidence: evidenceOf(received) }
}

type Answered = Received & { readonly kind: 'answered' }

function statusMisfit({ statuses, followRedirects }: UrlCheck, { status, headers }: Answered): string | undefined {
  if (statuses.some(({ from, to }) => status >= from && status <= to)) return undefined
  const isRedirect = status >= 300 && status < 400 && headers.location !== undefined
  const hint = isRedirect && !followRedirects ? ' (redirects are followed only with follow-redirects: true)' : ''
  return `answered ${status} instead of ${rangesText(statuses)}${hint}`
}

/** `200-299 or 401`. */
export function rangesText(statuses: readonly StatusRange[]): string {
  return statuses.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(' or ')
}

function bodyMisfit({ contains, json }: UrlCheck, { body, cut }: Answered): string | undefined {
  const within = cut ? ' within its first MiB' : ''
  if (contains !== undefined && !body.includes(contains)) {
    return `answered without the text ${JSON.stringify(contains)} in its body${within}`
  }
  const paths = Object.entries(json)
  if (paths.length === 0) return undefined
  const parsed = parse(body)
  if (parsed === undefined) {
    return cut ? 'answered with more than 1 MiB, which is not read as JSON' : 'answered with a body that is not JSON'
  }
  for (const [path, wanted] of paths) {
    const found = at(parsed.value, path)
    if (found !== wanted) return `answered with ${path} ${valueText(found)} instead of ${JSON.stringify(wanted)}`
  }
  return undefined
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** What stands at `checks.db[0].ok`; `$.` in front of it changes nothing. Undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
  const steps = path
    .replace(/^\$\.?/, '')
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '')
  return steps.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined
    return (inner as Readonly<Record<string, unknown>>)[step]
  }, value)
}

function valueText(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return short(JSON.stringify(value))
}

function evidenceOf({ status, headers, body }: Answered): readonly string[] {
  const told = tellingHeaders.flatMap((name) =>
    headers[name] === undefined ? [] : [`${name}: ${short(withoutQuery(headers[name]))}`],
  )
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '')
  const more = lines.length > mostLines ? [`… and ${lines.length - mostLines} more lines`] : []
  const shown = lines.length === 0 ? ['The body is empty.'] : [...lines.slice(0, mostLines).map(short), ...more]
  return [`Status ${status}`, ...told, ...shown]
}

/** Where it leads to may carry a token. */
function withoutQuery(text: string): string {
  return text.replace(/\?.*/s, '?…')
}

function short(text: string): string {
  return text.length <= longestLine ? text : `${text.slice(0, longestLine - 1)}…`
}
