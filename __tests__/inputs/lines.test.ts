import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseList, parsePairs } from '../../src/inputs/lines.ts'

const parse = parsePairs({ name: /^\w+$/, nameIs: 'a name' })

function pairs(text: string): readonly (readonly [string, string])[] {
  const result = parse(text)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value.map(({ name, value }) => [name, value] as const)
}

function refusals(text: string): readonly string[] {
  const result = parse(text)
  if (result.ok) throw new Error('It was accepted')
  return result.problems.map(({ message }) => message)
}

test('a list has one entry per line', () => {
  expect(parseList('\n a \n# no\n  # neither\nb # yes\r\n\nc,d')).toEqual({ ok: true, value: ['a', 'b # yes', 'c,d'] })
})

describe('NAME=VALUE', () => {
  test.each<[string, [string, string][]]>([
    ['A=b=c==', [['A', 'b=c==']]],
    ['A=', [['A', '']]],
    ['A="b"', [['A', '"b"']]],
    [
      '  A=b  \r\n\n# C=d\nE=f # g',
      [
        ['A', 'b'],
        ['E', 'f # g'],
      ],
    ],
    ['A = b', [['A', ' b']]],
    ['A=x<<END', [['A', 'x<<END']]],
    [
      'A<<END\none\n  two = 2  \n# three\n\nEND\nB=c',
      [
        ['A', 'one\n  two = 2  \n# three\n'],
        ['B', 'c'],
      ],
    ],
    ['A<<END\r\none\r\ntwo\r\nEND\r\n', [['A', 'one\ntwo']]],
    ['A<<END\nEND', [['A', '']]],
    ['A<<X\nEND\n X\nX', [['A', 'END\n X']]],
  ])('%j', (text, expected) => {
    expect(pairs(text)).toEqual(expected)
  })

  test('a line without a name is refused by its number, and its text is never shown', () => {
    const messages = refusals('A=b\nhunter2\nsecret word=x\n=hunter2')
    expect(messages).toHaveLength(3)
    expect(messages.map((message) => message.slice(0, 7))).toEqual(['Line 2 ', 'Line 3 ', 'Line 4 '])
    expect(messages.join()).not.toMatch(/hunter2|secret/)
  })

  test('a block with a wrong name is refused once, and its lines are not read as names', () => {
    expect(refusals('a b<<END\nhunter2=\nhunter2=\nEND\nC=d')).toEqual([expect.stringContaining('Line 1 ')])
  })

  test('a block that does not end is refused', () => {
    expect(refusals('A=b\nC<<END\nhunter2\n')).toEqual([
      'The value of C, which starts on line 2, does not end: a line with only END is missing.',
    ])
  })

  test('a name that comes twice is refused, without the values', () => {
    expect(refusals('A=hunter2\nB=c\nA=hunter3')).toEqual(['A is given twice, on lines 1 and 3. Leave one.'])
  })

  test('any value can be written as a block', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text) && text.trim() !== 'END')
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        expect(pairs(`A<<END\n${lines.join('\n')}\nEND`)).toEqual([['A', lines.join('\n')]])
      }),
    )
  })
})
