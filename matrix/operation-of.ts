import type { PlainRequest } from '../simulator/server.ts'

/** The operation that a request asks for; `undefined` for one that is no API call. */
export function operationOf({ url, headers, body }: PlainRequest): string | undefined {
  if (url.startsWith('/_simulator/')) return undefined
  const target = headers['x-amz-target']
  return typeof target === 'string' ? target.split('.').at(-1) : (new URLSearchParams(body).get('Action') ?? undefined)
}
