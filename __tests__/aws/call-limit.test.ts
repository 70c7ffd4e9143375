import { describe, expect, test } from '@jest/globals'
import { ask } from '../../src/aws/call-limit.ts'

const named = (name: string) => Object.assign(new Error('no'), { name })

/** Answers with these, one after the other; errors are thrown. */
function answers(...given: readonly (string | Error)[]) {
  const limits: (number | undefined)[] = []
  const left = [...given]
  const read = async (): Promise<string> => {
    const next = left.shift() as string | Error
    if (next instanceof Error) throw next
    return next
  }
  const limit = (milliseconds?: number) => {
    limits.push(milliseconds)
    return { abortSignal: new AbortController().signal }
  }
  return { read, limit, limits, left }
}

describe('a read', () => {
  test.each(['AbortError', 'TimeoutError', 'SyntaxError'])(
    'without an answer (%s) is asked once more',
    async (name) => {
      const { read, limit, limits } = answers(named(name), 'here')
      expect(await ask(read, limit)).toBe('here')
      expect(limits).toEqual([10_000, 20_000])
    },
  )

  test('whose answer in XML was cut off is asked once more', async () => {
    const { read, limit, left } = answers(new Error('@aws-sdk XML parse error: unexpected end of input.'), 'here')
    expect(await ask(read, limit)).toBe('here')
    expect(left).toEqual([])
  })

  test('is not asked a third time', async () => {
    const { read, limit, left } = answers(named('TimeoutError'), named('SyntaxError'), 'too late')
    await expect(ask(read, limit)).rejects.toMatchObject({ name: 'SyntaxError' })
    expect(left).toEqual(['too late'])
  })

  test.each(['AccessDeniedException', 'ExpiredTokenException', 'ThrottlingException', 'ServerException'])(
    'that was answered with %s is not asked again: the SDK has done so where it makes sense',
    async (name) => {
      const { read, limit, left } = answers(named(name), 'not asked for')
      await expect(ask(read, limit)).rejects.toMatchObject({ name })
      expect(left).toEqual(['not asked for'])
    },
  )
})
