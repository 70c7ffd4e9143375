import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { maskLines } from '../../src/diagnosis/mask.ts'

describe('log lines', () => {
  test.each([
    ['a value', 'token is hunter22', ['hunter22'], 'token is ***'],
    ['a value in JSON', '{"token":"hunter\\"22"}', ['hunter"22'], '{"token":"***"}'],
    ['a value in a URL', 'GET /?t=hunter%2F22', ['hunter/22'], 'GET /?t=***'],
    ['a line of a value', 'first part', ['first part\nsecond part'], '***'],
    ['a value that holds another', 'hunter22-and-more', ['hunter22', 'hunter22-and-more'], '***'],
    ['a password in a URL', 'redis://default:hunter22@cache:6379', [], 'redis://default:***@cache:6379'],
    ['a short value, which is everywhere by chance', 'port 8080', ['8080'], 'port 8080'],
    ['an address of every machine', 'listening on 127.0.0.1', ['127.0.0.1'], 'listening on 127.0.0.1'],
  ])('%s', (_, line, values, expected) => {
    expect(maskLines([line], values)).toEqual([expected])
  })

  test.each([
    ['the name of a secret', 'DB_URL=hunter22 loaded', ['DB_URL'], 'DB_URL=*** loaded'],
    ['in quotes', '{"DB_URL": "hunter 22", "a": 1}', ['DB_URL'], '{"DB_URL": ***, "a": 1}'],
    ['a name that says so', 'apiKey: hunter22', [], 'apiKey: ***'],
    ['a longer name', 'db.password=hunter22', [], 'db.password=***'],
    ['an authorization', 'Authorization: Bearer abcdef123456', [], 'Authorization: Bearer ***'],
    ['a key of AWS', 'using AKIAIOSFODNN7EXAMPLE now', [], 'using *** now'],
    ['nothing, as it says', 'API_TOKEN: missing', ['API_TOKEN'], 'API_TOKEN: missing'],
    ['nothing', 'Error: JWT_SECRET: undefined', ['JWT_SECRET'], 'Error: JWT_SECRET: undefined'],
    [
      'an explanation',
      'password authentication failed for user "app"',
      [],
      'password authentication failed for user "app"',
    ],
    ['another name', 'PORT=hunter22', ['DB_URL'], 'PORT=hunter22'],
  ])('after %s', (_, line, names, expected) => {
    expect(maskLines([line], [], names)).toEqual([expected])
  })

  test('no value of six characters or more is ever left, however values overlap', () => {
    const value = fc.string({ minLength: 6, maxLength: 12, unit: fc.constantFrom('a', 'b', '-', '/') })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), fc.string(), (values, rest) => {
        const line = values.join(rest)
        const [masked = ''] = maskLines([line], values)
        for (const hidden of values) expect(masked).not.toContain(hidden)
      }),
    )
  })
})
