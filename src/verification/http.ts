import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { forbiddenAddress } from './forbidden-addresses.ts'
import type { NoAnswer, Received, Request, RequestPort } from './ports.ts'

/** So much of a body is read, in bytes. */
export const mostBody = 1_048_576
const mostRedirects = 5
const redirecting = [301, 302, 303, 307, 308]

type Address = { readonly address: string; readonly family: number }

/** Every address that a name stands for. @throws what Node throws where there is none (ENOTFOUND, …) */
export type Resolve = (name: string) => Promise<readonly Address[]>

/** What a request has besides itself. */
type Way = { readonly resolve: Resolve; readonly signal: AbortSignal }

/** Thrown where no request may be sent, or no answer came. */
class Unanswered extends Error {
  readonly why: NoAnswer
  constructor(why: NoAnswer, detail: string) {
    super(detail)
    this.why = why
  }
}

/**
 * Asks with Node's own client. Each name is looked up once, what it stands for is checked, and the connection is made to that
 * very address: a name that stands for something else a moment later is not asked again. No proxy is used, for it would look
 * the name up itself.
 */
export function httpRequests(resolve: Resolve = (name) => lookup(name, { all: true })): RequestPort {
  return {
    async send(request, signal) {
      // Real time: it waits for a real answer.
      const limit = AbortSignal.timeout(request.timeoutMilliseconds)
      const seen = { url: request.url }
      try {
        return await follow(request, { resolve, signal: AbortSignal.any([limit, signal]) }, seen)
      } catch (error) {
        const { why, detail } = limit.aborted
          ? { why: 'time' as const, detail: `no whole answer within ${request.timeoutMilliseconds / 1000} s` }
          : reasonOf(error)
        return { kind: 'failed', url: seen.url, why, detail }
      }
    },
  }
}

async function follow(first: Request, way: Way, seen: { url: string }): Promise<Received> {
  let request = first
  for (let redirects = 0; ; redirects++) {
    seen.url = request.url
    const answer = await ask(request, way)
    const { location } = answer.headers
    if (!first.followRedirects || !redirecting.includes(answer.status) || location === undefined) return answer
    if (redirects === mostRedirects) throw new Unanswered('redirects', `more than ${mostRedirects} redirects`)
    request = redirected(request, answer.status, location)
  }
}

/** What a redirect asks for, as browsers do it (Fetch Standard, "HTTP-redirect fetch"); headers stay with their origin. */
function redirected(request: Request, status: number, location: string): Request {
  const url = URL.parse(location, request.url)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Unanswered('redirects', 'it redirects to something that is no address')
  }
  const { body, ...rest } = request
  const asGet = (status === 303 && request.method !== 'HEAD') || (status < 303 && request.method === 'POST')
  const headers = url.origin === new URL(request.url).origin ? request.headers : {}
  return {
    ...rest,
    headers,
    url: url.href,
    ...(asGet ? { method: 'GET' } : body === undefined ? {} : { body }),
  }
}

async function ask(request: Request, way: Way): Promise<Received & { kind: 'answered' }> {
  const url = new URL(request.url)
  const addresses = await addressesOf(url.hostname, way)
  const answer = await sent(url, request, addresses, way.signal)
  const { body, cut } = await bodyOf(answer)
  const headers = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  )
  return {
    kind: 'answered',
    url: request.url,
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body,
    cut,
  }
}

/** Every address that the host stands for. @throws Unanswered if one of them is forbidden */
async function addressesOf(hostname: string, way: Way): Promise<readonly Address[]> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(host)
  const found = family > 0 ? [{ address: host, family }] : await lookedUp(host, way)
  for (const { address } of found) {
    const what = forbiddenAddress(address)
    if (what !== undefined) {
      const stands = family > 0 ? address : `${host} stands for ${address}, which`
      throw new Unanswered('forbidden', `${stands} is ${what}; no request is ever sent there`)
    }
  }
  return found
}

/** A look-up cannot be ended; nobody waits for it longer than for the request. */
async function lookedUp(host: string, { resolve, signal }: Way): Promise<readonly Address[]> {
  const ended = new Promise<never>((_, reject) => {
    const end = (): void => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  // It may come after the look-up.
  ended.catch(() => undefined)
  return Promise.race([resolve(host), ended])
}

function sent(
  url: URL,
  { method, headers, body }: Request,
  addresses: readonly Address[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  // The addresses that were checked, and no other look-up.
  const known: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [...addresses])
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  }
  const isSecure = url.protocol === 'https:'
  const options: RequestOptions = {
    method,
    headers: {
      'user-agent': 'ecs-deploy',
      accept: '*/*',
      'accept-encoding': 'identity',
      ...lowerCase(headers),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
    // One of its own: Node's may be told by the environment to use a proxy.
    agent: isSecure ? new HttpsAgent() : new HttpAgent(),
    lookup: known,
    signal,
  }
  return new Promise((resolve, reject) => {
    const request = (isSecure ? httpsRequest : httpRequest)(url, options, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

async function bodyOf(answer: IncomingMessage): Promise<{ readonly body: string; readonly cut: boolean }> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.length
    if (size > mostBody) break
  }
  answer.destroy()
  return { body: Buffer.concat(parts).subarray(0, mostBody).toString('utf8'), cut: size > mostBody }
}

const reasons: Readonly<Record<string, { readonly why: NoAnswer; readonly detail: string }>> = {
  ENOTFOUND: { why: 'name', detail: 'DNS knows no address for this name' },
  ENODATA: { why: 'name', detail: 'DNS knows no address for this name' },
  EAI_AGAIN: { why: 'name', detail: 'DNS did not answer' },
  ECONNREFUSED: { why: 'refused', detail: 'the connection was refused: nothing listens on this port' },
  ECONNRESET: { why: 'closed', detail: 'the connection was closed before there was an answer' },
  EPIPE: { why: 'closed', detail: 'the connection was closed before there was an answer' },
  EHOSTUNREACH: { why: 'unreachable', detail: 'no route leads to this address from here' },
  ENETUNREACH: { why: 'unreachable', detail: 'no route leads to this address from here' },
  ETIMEDOUT: { why: 'time', detail: 'no connection could be made in time' },
  EPROTO: { why: 'tls', detail: 'what answers does not speak TLS: is it http instead of https?' },
  ERR_SSL_WRONG_VERSION_NUMBER: { why: 'tls', detail: 'what answers does not speak TLS: is it http instead of https?' },
  CERT_HAS_EXPIRED: { why: 'certificate', detail: 'its certificate has expired' },
  CERT_NOT_YET_VALID: { why: 'certificate', detail: 'its certificate is not valid yet' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { why: 'certificate', detail: 'its certificate is signed by itself' },
  SELF_SIGNED_CERT_IN_CHAIN: { why: 'certificate', detail: 'a certificate in its chain is signed by itself' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    why: 'certificate',
    detail: 'it does not send the certificates between its own and the authority',
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    why: 'certificate',
    detail: 'its certificate is of an authority that is not known here',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: { why: 'certificate', detail: 'its certificate is for other names' },
}

function reasonOf(error: unknown): { readonly why: NoAnswer; readonly detail: string } {
  if (error instanceof Unanswered) return { why: error.why, detail: error.message }
  // Where a host has several addresses, Node tells of each try (AggregateError).
  const { errors } = error as { readonly errors?: readonly unknown[] }
  const { code, message } = (errors?.[0] ?? error) as { readonly code?: string; readonly message?: string }
  const known = reasons[code ?? '']
  if (known === undefined)
    return { why: code?.startsWith('ERR_SSL') ? 'tls' : 'other', detail: message ?? String(error) }
  return { ...known, detail: `${known.detail} (${code})` }
}
