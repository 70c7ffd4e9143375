import type { Checked, Problem } from '../problem.ts'
import { forbiddenAddress } from '../verification/forbidden-addresses.ts'
import type { Parser } from './input-reader.ts'
import { contentLines } from './lines.ts'
import { nearestName } from './nearest-name.ts'
import { bad, good } from './parsed.ts'
import { misfits, parseStructured, type Shape } from './shape.ts'
import { type JsonValue, placeholders, type StatusRange, type UrlCheck } from './verification-inputs.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const defaults = {
  method: 'GET',
  headers: {},
  statuses: [{ from: 200, to: 299 }],
  json: {},
  followRedirects: false,
  retries: 5,
  intervalSeconds: 5,
  timeoutSeconds: 10,
} as const satisfies Omit<UrlCheck, 'url'>

/** What can be said of one address, but for what has a form of its own (`status`, `json`, `headers`). */
const simpleMembers: Readonly<Record<string, Shape>> = {
  url: { kind: 'text' },
  method: { kind: 'choice', of: methods },
  body: { kind: 'text' },
  contains: { kind: 'text' },
  'follow-redirects': { kind: 'boolean' },
  retries: { kind: 'integer', least: 0, most: 100 },
  'interval-seconds': { kind: 'integer', least: 1, most: 300 },
  'timeout-seconds': { kind: 'integer', least: 1, most: 300 },
}
const ownForms = ['status', 'json', 'headers']
/** Taken out before the others are looked at; here they are suggested for what is misspelt. */
const members: typeof simpleMembers = {
  ...simpleMembers,
  ...Object.fromEntries(ownForms.map((name) => [name, { kind: 'text' } as const])),
}

/** One address per line; or a list in YAML, of addresses and of what is to be said about each. Nothing secret is shown. */
export const parseUrlChecks: Parser<readonly UrlCheck[]> = (text) => {
  const lines = contentLines(text)
  if (!/^(?:-(?:\s|$)|\[)/.test(lines[0]?.text ?? '')) {
    return together(lines.map(({ number, text: url }) => checkOf({ url }, `Line ${number}`)))
  }
  const parsed = parseStructured(text)
  if (!parsed.ok) return parsed
  if (!Array.isArray(parsed.value)) return bad('It starts like a list in YAML and is none.')
  return together(
    parsed.value.map((entry, index) =>
      checkOf(typeof entry === 'string' ? { url: entry } : entry, `Entry ${index + 1}`),
    ),
  )
}

function together(checks: readonly Checked<UrlCheck>[]): Checked<readonly UrlCheck[]> {
  const problems: Problem[] = []
  const good: UrlCheck[] = []
  for (const check of checks) {
    if (check.ok) good.push(check.value)
    else problems.push(...check.problems)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: good }
}

function checkOf(entry: unknown, place: string): Checked<UrlCheck> {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return bad(`${place} is neither an address nor has it members such as url and status.`)
  }
  const said = entry as Readonly<Record<string, unknown>>
  const simple = Object.fromEntries(Object.entries(said).filter(([name]) => !ownForms.includes(name)))
  const shape: Shape = { kind: 'record', members, required: ['url'] }
  const wrong = [...misfits(simple, shape, place)]
  const statuses = said.status === undefined ? defaults.statuses : statusesOf(said.status)
  if (statuses === undefined) {
    wrong.push(`${place}.status must be a status, a range or several of them, such as 200, 200-299 or "200-299, 401".`)
  }
  const json = said.json === undefined ? {} : jsonOf(said.json)
  if (json === undefined) {
    wrong.push(`${place}.json must have paths with what is to be there, such as {"status": "ok", "checks.db": true}.`)
  }
  const headers = said.headers === undefined ? {} : headersOf(said.headers)
  if (headers === undefined) wrong.push(`${place}.headers must have names of headers with a text each.`)
  if (typeof said.url === 'string') wrong.push(...urlProblems(said.url, place))
  if (said.method === 'HEAD' && (said.contains !== undefined || said.json !== undefined)) {
    wrong.push(`${place} asks with HEAD, which is answered without a body: leave contains and json out, or use GET.`)
  }
  if (wrong.length > 0 || statuses === undefined || json === undefined || headers === undefined) return bad(...wrong)
  return good({
    ...defaults,
    url: (said.url as string).trim(),
    statuses,
    json,
    headers,
    ...given(said, 'method', 'method'),
    ...given(said, 'body', 'body'),
    ...given(said, 'contains', 'contains'),
    ...given(said, 'follow-redirects', 'followRedirects'),
    ...given(said, 'retries', 'retries'),
    ...given(said, 'interval-seconds', 'intervalSeconds'),
    ...given(said, 'timeout-seconds', 'timeoutSeconds'),
  })
}

function given(said: Readonly<Record<string, unknown>>, name: string, as: keyof UrlCheck): Partial<UrlCheck> {
  return said[name] === undefined ? {} : { [as]: said[name] }
}

function statusesOf(value: unknown): readonly StatusRange[] | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const ranges = String(value)
    .split(',')
    .map((part) => /^\s*(?<from>[1-5]\d\d)(?:\s*-\s*(?<to>[1-5]\d\d))?\s*$/.exec(part)?.groups)
  const found = ranges.flatMap((range) =>
    range?.from === undefined ? [] : [{ from: Number(range.from), to: Number(range.to ?? range.from) }],
  )
  return found.length === ranges.length && found.every(({ from, to }) => from <= to) ? found : undefined
}

function jsonOf(value: unknown): Readonly<Record<string, JsonValue>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fits = Object.values(value).every((one) => one === null || ['string', 'number', 'boolean'].includes(typeof one))
  return fits ? (value as Readonly<Record<string, JsonValue>>) : undefined
}

// RFC 9110: a name is a token; a value has no line breaks.
function headersOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fits = Object.entries(value).every(
    ([name, text]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && typeof text === 'string' && !/\p{Cc}/u.test(text),
  )
  return fits ? (value as Readonly<Record<string, string>>) : undefined
}

/** What is wrong with an address, as far as can be told before its placeholders are filled in. */
function urlProblems(written: string, place: string): readonly string[] {
  const unknown = [...written.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) =>
    (placeholders as readonly string[]).includes(name) ? [] : [name],
  )
  if (unknown.length > 0) {
    return unknown.map((name) => {
      const near = nearestName(name, placeholders)
      const known = placeholders.map((each) => `{${each}}`).join(', ')
      return `${place}: there is no placeholder {${name}}.${near === undefined ? '' : ` Did you mean {${near}}?`} Known are ${known}.`
    })
  }
  // An address that is set aside for documentation (RFC 5737).
  const url = URL.parse(written.trim().replace(/\{[^{}]*\}/g, '192.0.2.1'))
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return [`${place} is not a whole address such as https://example.com/health or http://{public-ip}:8080/health.`]
  }
  if (url.username !== '' || url.password !== '') {
    return [`${place} has a user or a password in it. Send them as a header: headers: {authorization: "Basic …"}.`]
  }
  const why = forbiddenAddress(url.hostname)
  return why === undefined ? [] : [`${place} is ${why}, and no request is ever sent there.`]
}
