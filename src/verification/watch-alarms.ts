import type { Alarm } from '../aws/alarms.ts'
import { deniedAction, describeFailure, failureKind, passingFailure } from '../aws/failure.ts'
import type { Ports } from '../deployment/ports.ts'
import { type Problem, ProblemsFound } from '../problem.ts'
import type { Unverified } from './unverified.ts'

/** Alarms are evaluated once a minute at most often, but for high-resolution ones, every 10 s (CloudWatch User Guide). */
const betweenLooks = 15_000

/**
 * Before anything is changed: do the alarms exist, and which of them say nothing because they are in ALARM already?
 *
 * @returns the names of those that are to be watched
 * @throws ProblemsFound where one does not exist, or they may not be read
 */
export async function alarmsToWatch(
  names: readonly string[],
  ports: Pick<Ports, 'alarms' | 'log'>,
): Promise<readonly string[]> {
  const found = await readAlarms(names, ports)
  const missing = names.filter((name) => !found.some((alarm) => alarm.name === name))
  if (missing.length > 0) {
    throw new ProblemsFound(
      missing.map((name): Problem => {
        return { input: 'verify-alarms', message: `There is no alarm "${name}" in this account and Region.` }
      }),
    )
  }
  const already = found.filter(({ state }) => state === 'ALARM').map(({ name }) => name)
  if (already.length > 0) {
    const [are, they] = already.length === 1 ? ['is', 'it is'] : ['are', 'they are']
    ports.log.warning(
      `${already.join(', ')} ${are} in ALARM before the deployment: what went wrong before says nothing about it, so ${they} not watched (verify-alarms).`,
    )
  }
  return names.filter((name) => !already.includes(name))
}

async function readAlarms(names: readonly string[], ports: Pick<Ports, 'alarms'>): Promise<readonly Alarm[]> {
  try {
    return await ports.alarms.alarms(names)
  } catch (error) {
    const kind = failureKind(error)
    if (kind === 'expired' || kind === 'no-credentials') throw error
    const why =
      kind === 'denied'
        ? `the permission ${deniedAction(error) ?? 'cloudwatch:DescribeAlarms'} is missing`
        : describeFailure(error).replace(/\.$/, '')
    throw new ProblemsFound([{ input: 'verify-alarms', message: `The alarms cannot be read: ${why}.` }])
  }
}

/**
 * Watches the alarms until one is in ALARM, or the time is over. INSUFFICIENT_DATA is no failure: a new version has no data yet.
 *
 * @param endsAt by the clock that never goes back; they are looked at once in any case
 * @returns what did not hold; undefined where none went off
 */
export async function watchAlarms(
  names: readonly string[],
  endsAt: number,
  ports: Pick<Ports, 'alarms' | 'log' | 'clock' | 'cancelled'>,
): Promise<Unverified | undefined> {
  const minutes = Math.max(0, endsAt - ports.clock.uptime()) / 60_000
  ports.log.info(`Watching ${names.join(', ')} for ${Number(minutes.toFixed(1))} minutes.`)
  let unread: string | undefined
  for (;;) {
    ports.cancelled.throwIfAborted()
    try {
      const found = await ports.alarms.alarms(names)
      unread = undefined
      const wrong = unverified(names, found)
      if (wrong !== undefined) return wrong
    } catch (error) {
      if (!passingFailure(error)) throw error
      unread = describeFailure(error).replace(/\.$/, '')
      ports.log.info(`The alarms could not be read: ${unread}.`)
    }
    const left = endsAt - ports.clock.uptime()
    if (left <= 0) break
    await ports.clock.sleep(Math.min(betweenLooks, left), ports.cancelled)
  }
  if (unread === undefined) return undefined
  return { input: 'verify-alarms', what: `the alarms could not be read in the end: ${unread}`, evidence: [] }
}

/** What alarms say against a deployment; pure. */
export function unverified(names: readonly string[], found: readonly Alarm[]): Unverified | undefined {
  const missing = names.filter((name) => !found.some((alarm) => alarm.name === name))
  const wrong = found.filter(({ state }) => state === 'ALARM')
  if (wrong.length > 0) {
    const one = wrong.length === 1
    const what = `the ${one ? 'alarm' : 'alarms'} ${wrong.map(({ name }) => name).join(', ')} ${one ? 'is' : 'are'} in ALARM`
    const evidence = wrong.map(({ name, reason }) => `${name}: ${reason ?? 'CloudWatch gives no reason'}`)
    return { input: 'verify-alarms', what, evidence }
  }
  if (missing.length === 0) return undefined
  const what = `the ${missing.length === 1 ? 'alarm' : 'alarms'} ${missing.join(', ')} ${missing.length === 1 ? 'was' : 'were'} deleted meanwhile`
  return { input: 'verify-alarms', what, evidence: [] }
}
