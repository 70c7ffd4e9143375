import { expect, test } from '@jest/globals'
import { parseCheckIds } from '../../src/inputs/check-ids.ts'

test('one id per line', () => {
  expect(parseCheckIds('latest-tag\n\n  # not here\n one-subnet')).toEqual({
    ok: true,
    value: ['latest-tag', 'one-subnet'],
  })
})

test.each([
  ['latest-tags', /no check "latest-tags"\. Did you mean latest-tag\?/],
  ['latest-tag, one-subnet', /no check "latest-tag, one-subnet"\. Write one id per line: image-platform, /],
  ['image-absent', /cannot be ignored/],
])('%s is refused', (text, message) => {
  expect(parseCheckIds(text)).toEqual({ ok: false, problems: [{ message: expect.stringMatching(message) }] })
})
