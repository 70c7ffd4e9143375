import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { label } from '../../src/github/mermaid.ts'

/** What Mermaid shows: its entities decoded. */
const shown = (text: string): string =>
  text.replace(/#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))

describe('a label in a diagram', () => {
  test.each([
    ['web:8', 'web:8'],
    ['section 3', 'section 3'],
    ['a;b%%c', 'a;b%%c'],
    ['</svg><script>', '</svg><script>'],
    ['two\nlines', 'two lines'],
    ['\u001B[31mred\u202E', 'red'],
  ])('%j is shown as it is and means nothing', (foreign, expected) => {
    expect(shown(label(foreign))).toBe(expected)
    expect(label(foreign).replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{N} .,()/_-]*$/u)
  })

  test('is cut to what fits, by what is shown', () => {
    expect(shown(label('x'.repeat(100), 24))).toBe(`${'x'.repeat(23)}…`)
  })

  test('never holds a character with a meaning, nor begins with a keyword, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (foreign) => {
        const made = label(foreign)
        expect(made.replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{N} .,()/_-]*$/u)
        expect(made.startsWith('#')).toBe(true)
        expect(label(shown(made))).toBe(made)
      }),
    )
  })

  test('keeps every word, whatever stands between', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (foreign) => {
        expect(shown(label(foreign))).toBe(foreign.replace(/\s+/g, ' ').trim() || '-')
      }),
    )
  })
})
