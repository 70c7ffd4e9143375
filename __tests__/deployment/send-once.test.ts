import { describe, expect, test } from '@jest/globals'
import { sendOnce } from '../../src/deployment/send-once.ts'

const throttled = Object.assign(new Error('Rate exceeded'), {
  name: 'ThrottlingException',
  $metadata: { httpStatusCode: 400 },
})
const refused = Object.assign(new Error('no'), { name: 'ClientException', $metadata: { httpStatusCode: 400 } })
const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

/** A clock that jumps to the end of every sleep, and a log. */
function machine() {
  let now = 0
  const lines: string[] = []
  const sleep = async (milliseconds: number): Promise<void> => {
    now += milliseconds
  }
  return {
    ports: {
      clock: { now: () => now, uptime: () => now, sleep },
      log: { info: (line: string) => lines.push(line) } as never,
      cancelled: new AbortController().signal,
      random: () => 0.5,
    },
    lines,
    elapsed: () => now,
  }
}

/** Answers in turn; the last one for ever. */
function answers<T>(...list: readonly (T | Error)[]) {
  let calls = 0
  const send = async (): Promise<T> => {
    const next = list[Math.min(calls++, list.length - 1)] as T | Error
    if (next instanceof Error) throw next
    return next
  }
  return { send, calls: () => calls }
}

const nothing = async (): Promise<undefined> => undefined

describe('a call without an idempotency token', () => {
  test('is sent again when it was throttled, because nothing was done', async () => {
    const { ports } = machine()
    const call = answers<string>(throttled, throttled, 'done')
    await expect(sendOnce(ports, 'Call', call.send, nothing)).resolves.toBe('done')
    expect(call.calls()).toBe(3)
  })

  test('is not sent for ever', async () => {
    const { ports, elapsed } = machine()
    await expect(sendOnce(ports, 'Call', answers<string>(throttled).send, nothing)).rejects.toBe(throttled)
    expect(elapsed()).toBeGreaterThanOrEqual(180_000)
  })

  test('is not sent again when it was refused', async () => {
    const { ports } = machine()
    const call = answers<string>(refused)
    await expect(sendOnce(ports, 'Call', call.send, nothing)).rejects.toBe(refused)
    expect(call.calls()).toBe(1)
  })

  test('whose answer is lost is looked for, and not sent again when it was done', async () => {
    const { ports } = machine()
    const call = answers<string>(lost)
    const effect = answers<string | undefined>(undefined, lost, 'found')
    await expect(sendOnce(ports, 'Call', call.send, effect.send)).resolves.toBe('found')
    expect(call.calls()).toBe(1)
  })

  test('whose answer is lost is sent once more when 30 s of reads show nothing', async () => {
    const { ports, elapsed } = machine()
    const call = answers<string>(lost, 'done')
    await expect(sendOnce(ports, 'Call', call.send, nothing)).resolves.toBe('done')
    expect(call.calls()).toBe(2)
    expect(elapsed()).toBeGreaterThanOrEqual(30_000)
  })

  test('is sent once more only after a look that was told to be the last, and was answered', async () => {
    const { ports } = machine()
    const call = answers<string>(lost, 'done')
    const looks: boolean[] = []
    const effect = async (isLast: boolean): Promise<undefined> => {
      looks.push(isLast)
      if (looks.filter(Boolean).length === 1) throw throttled
    }
    await expect(sendOnce(ports, 'Call', call.send, effect)).resolves.toBe('done')
    expect([looks.slice(0, 2), looks.slice(-3), call.calls()]).toStrictEqual([[false, false], [false, true, true], 2])
  })

  test('whose answer is lost twice is given up', async () => {
    const { ports } = machine()
    const call = answers<string>(lost)
    await expect(sendOnce(ports, 'Call', call.send, nothing)).rejects.toBe(lost)
    expect(call.calls()).toBe(2)
  })

  test('is not sent after the run was cancelled', async () => {
    const { ports } = machine()
    const call = answers<string>('done')
    const cancelled = AbortSignal.abort(new Error('cancelled'))
    await expect(sendOnce({ ...ports, cancelled }, 'Call', call.send, nothing)).rejects.toThrow('cancelled')
    expect(call.calls()).toBe(0)
  })
})
