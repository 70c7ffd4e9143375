import type { Ports } from '../deployment/ports.ts'
import type { UrlCheck, Verification } from '../inputs/verification-inputs.ts'
import { elapsed } from '../rollout/progress.ts'
import { type Misfit, misfitOf } from './judge-answer.ts'
import { type Addresses, placed, placeholdersIn, shownUrl } from './place-addresses.ts'
import type { Unverified } from './unverified.ts'

/** So many addresses are asked at the same time. */
const atOnce = 10
const mostShown = 5

/**
 * Asks every address until it answers as it should, or has had its tries, or the time is over.
 *
 * @param mask takes out of the evidence what must not be read by everyone
 * @returns the first that did not hold, with how many others did not; undefined where all did
 */
export async function askUrls(
  { urls, timeoutSeconds }: Verification,
  addresses: Addresses,
  mask: (lines: readonly string[]) => readonly string[],
  ports: Pick<Ports, 'requests' | 'clock' | 'log' | 'cancelled'>,
): Promise<Unverified | undefined> {
  const missing = placeholdersIn(urls).find((name) => addresses[name].length === 0)
  if (missing !== undefined) {
    const what = `{${missing}} stands for nothing: ${nothing[missing]}`
    return { input: 'verify-urls', what, evidence: [] }
  }
  const checks = urls.flatMap((check) => placed(check, addresses))
  ports.log.info(`Verifying ${checks.length === 1 ? '1 address' : `${checks.length} addresses`}.`)
  const endsAt = ports.clock.uptime() + timeoutSeconds * 1_000
  const failed: { readonly check: UrlCheck; readonly misfit: Misfit }[] = []
  await eachOf(checks, async (check) => {
    const misfit = await askUntilFits(check, endsAt, timeoutSeconds, ports)
    if (misfit !== undefined) failed.push({ check, misfit })
  })
  ports.cancelled.throwIfAborted()
  const [first, ...others] = failed
  if (first === undefined) return undefined
  const more = others.length === 0 ? '' : ` (and ${others.length} more of ${checks.length} addresses)`
  const shown = failed
    .slice(0, mostShown)
    .flatMap(({ check, misfit }) => [
      ...(others.length === 0 ? [] : [`${nameOf(check)} ${misfit.what}`]),
      ...misfit.evidence,
    ])
  const left = failed.length > mostShown ? [`… and ${failed.length - mostShown} more`] : []
  const [what = '', ...evidence] = mask([`${nameOf(first.check)} ${first.misfit.what}${more}`, ...shown, ...left])
  return { input: 'verify-urls', what, evidence }
}

const nothing = {
  'public-ip': 'no running task has a public address',
  'task-ip': 'no running task has an address of its own',
  'load-balancer': 'the service has no load balancer',
} as const

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Undefined: it answered as it should. */
async function askUntilFits(
  check: UrlCheck,
  endsAt: number,
  timeoutSeconds: number,
  ports: Pick<Ports, 'requests' | 'clock' | 'log' | 'cancelled'>,
): Promise<Misfit | undefined> {
  let told = ''
  for (let attempt = 0; ; attempt++) {
    ports.cancelled.throwIfAborted()
    const { timeoutSeconds: each, ...rest } = check
    const askedAt = ports.clock.uptime()
    const received = await ports.requests.send({ ...rest, timeoutMilliseconds: each * 1_000 }, ports.cancelled)
    const misfit = misfitOf(check, received)
    const now = ports.clock.uptime()
    const tries = attempt === 0 ? '' : `, try ${attempt + 1}`
    if (misfit === undefined) {
      ports.log.info(`${nameOf(check)} is as it should be (${elapsed(now - askedAt).trim()}${tries}).`)
      return undefined
    }
    // It does not get better: who answers is not who was asked.
    const isFinal = received.kind === 'failed' && received.why === 'forbidden'
    const next = now + check.intervalSeconds * 1_000
    if (isFinal || attempt === check.retries || next >= endsAt) {
      const why =
        attempt < check.retries && !isFinal ? `; after ${timeoutSeconds} s there was no time for another try` : ''
      const what = `${misfit.what}${attempt === 0 ? '' : ` (${attempt + 1} tries)`}${why}`
      ports.log.info(`${nameOf(check)} ${what}.`)
      return { ...misfit, what }
    }
    if (misfit.what !== told)
      ports.log.info(`${nameOf(check)} ${misfit.what}; asking again every ${check.intervalSeconds} s.`)
    told = misfit.what
    await ports.clock.sleep(check.intervalSeconds * 1_000, ports.cancelled)
  }
}

function nameOf({ method, url }: UrlCheck): string {
  return `${method} ${shownUrl(url)}`
}
