/** Pages with opaque tokens. */
import { invalidParameter } from './errors.ts'

export interface Page<T> {
  readonly items: readonly T[]
  readonly nextToken?: string
}

const prefix = 'simulator-page:'

/**
 * @param token from the page before
 * @throws ApiError InvalidParameterException for a token that no page gave
 */
export function pageOf<T>(all: readonly T[], token: string | undefined, size: number): Page<T> {
  const start = token === undefined ? 0 : startOf(token)
  const items = all.slice(start, start + size)
  const next = start + size
  return next < all.length ? { items, nextToken: Buffer.from(`${prefix}${next}`).toString('base64url') } : { items }
}

function startOf(token: string): number {
  const text = Buffer.from(token, 'base64url').toString()
  const start = Number(text.slice(prefix.length))
  if (!text.startsWith(prefix) || !Number.isInteger(start)) throw invalidParameter('Invalid token')
  return start
}
