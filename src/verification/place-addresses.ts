import { type Placeholder, placeholders, type UrlCheck } from '../inputs/verification-inputs.ts'

/** What the placeholders stand for. Each may be several, one for each task or load balancer. */
export type Addresses = Readonly<Record<Placeholder, readonly string[]>>

/** The placeholders in an address, each once. */
export function placeholdersIn(checks: readonly Pick<UrlCheck, 'url'>[]): readonly Placeholder[] {
  return placeholders.filter((name) => checks.some(({ url }) => url.includes(`{${name}}`)))
}

/**
 * One check for each address that the placeholders of a check stand for; pure. With two placeholders in one address every
 * combination is asked. None where a placeholder stands for nothing.
 */
export function placed(check: UrlCheck, addresses: Addresses): readonly UrlCheck[] {
  const urls = placeholdersIn([check]).reduce<readonly string[]>(
    (sofar, name) => sofar.flatMap((url) => addresses[name].map((address) => url.replaceAll(`{${name}}`, address))),
    [check.url],
  )
  return [...new Set(urls)].map((url) => ({ ...check, url }))
}

/** As it may be shown: what stands behind `?` may be secret. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return url
  return `${parsed.origin}${parsed.pathname}${parsed.search === '' ? '' : '?…'}`
}
