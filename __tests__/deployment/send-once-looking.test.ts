import { describe, expect, test } from '@jest/globals'
import { sendOnce } from '../../src/deployment/send-once.ts'

const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
const throttled = Object.assign(new Error('Rate exceeded'), {
  name: 'ThrottlingException',
  $metadata: { httpStatusCode: 400 },
})

/** A clock that jumps to the end of every sleep. */
function ports() {
  let now = 0
  return {
    clock: {
      now: () => now,
      uptime: () => now,
      sleep: async (milliseconds: number) => {
        now += milliseconds
      },
    },
    log: { info: () => undefined } as never,
    cancelled: new AbortController().signal,
    random: () => 0.5,
  }
}

describe('a call whose answer is lost is not sent again', () => {
  test.each([
    ['throttled', throttled],
    ['lost', lost],
  ])('where every look for its effect was %s, because then nobody has looked', async (_name, failure) => {
    let sent = 0
    const send = async (): Promise<string> => {
      sent += 1
      if (sent === 1) throw lost
      return 'done twice'
    }
    const outcome = await sendOnce(ports(), 'UpdateService', send, () => Promise.reject(failure)).catch(String)
    expect([sent, outcome]).toStrictEqual([1, expect.stringContaining('socket hang up')])
  })
})
