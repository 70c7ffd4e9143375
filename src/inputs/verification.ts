import type { DeployInputReader } from './deploy-input-names.ts'
import type { Parser } from './input-reader.ts'
import { contentLines } from './lines.ts'
import { bad, good } from './parsed.ts'
import { parseInteger, parseMinutes } from './scalars.ts'
import type { Verification } from './verification-inputs.ts'
import { withoutAbsent } from './without-absent.ts'

/** One call of DescribeAlarms takes so many names (API DescribeAlarms). */
const mostAlarms = 100

/**
 * Reads what is to be looked at after the deployment; nothing where no input asks for it. What reads the addresses is loaded
 * only then.
 */
export async function readVerification(reader: DeployInputReader): Promise<Verification | undefined> {
  const timeoutSeconds = reader.take('verify-timeout-seconds', parseInteger(1, 21_600))
  const alarmsMinutes = reader.take('verify-alarms-minutes', parseMinutes(360))
  const alarms = reader.takeLines('verify-alarms', parseAlarms) ?? []
  const command = reader.lines('verify-command')
  const given = (['verify-urls', 'verify-command', 'verify-alarms'] as const).filter(
    (name) => reader.lines(name) !== undefined,
  )
  if (given.length === 0) return undefined
  if (reader.text('wait-for-service-stability')?.toLowerCase() === 'false') {
    for (const name of given)
      reader.refuse(
        name,
        'It looks at the deployment once that has completed, so wait-for-service-stability must be true.',
      )
  }
  const urls = given.includes('verify-urls')
    ? (reader.takeLines('verify-urls', (await import('./verify-urls.ts')).parseUrlChecks) ?? [])
    : []
  return withoutAbsent<Verification>({
    urls,
    command,
    timeoutSeconds: timeoutSeconds ?? 0,
    alarms,
    alarmsMinutes: alarmsMinutes ?? 0,
  })
}

// API reference, PutMetricAlarm: 1 to 255 characters, no ASCII control characters.
const parseAlarms: Parser<readonly string[]> = (text) => {
  const lines = contentLines(text)
  const wrong = lines.flatMap(({ number, text: name }) => {
    if (name.startsWith('arn:'))
      return [`Line ${number} is an ARN. Write the name of the alarm, which is what stands behind "alarm:".`]
    return name.length > 255 ? [`Line ${number} is longer than the name of an alarm may be (255 characters).`] : []
  })
  const names = [...new Set(lines.map(({ text: name }) => name))]
  if (names.length > mostAlarms) wrong.push(`${names.length} alarms are named; at most ${mostAlarms} can be watched.`)
  return wrong.length > 0 ? bad(...wrong) : good(names)
}
