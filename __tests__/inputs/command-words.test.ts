import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseCommand, splitWords } from '../../src/inputs/command-words.ts'

function words(text: string): readonly string[] {
  const result = parseCommand(text)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.value
}

function refusal(text: string): string | undefined {
  const result = parseCommand(text)
  if (result.ok) throw new Error(`It was accepted: ${JSON.stringify(result.value)}`)
  return result.problems[0]?.message
}

describe('a text is split as a shell splits it', () => {
  test.each<[string, string[]]>([
    ['npm start', ['npm', 'start']],
    ['  npm   run\tstart\n', ['npm', 'run', 'start']],
    ['sh -c "echo hello world"', ['sh', '-c', 'echo hello world']],
    [`app --prefix "" --x ''`, ['app', '--prefix', '', '--x', '']],
    ['echo $HOME * ~ `id` $(id)', ['echo', '$HOME', '*', '~', '`id`', '$(id)']],
    [`'$X "y"'`, ['$X "y"']],
    [`"it's"`, ["it's"]],
    ['a\\ b', ['a b']],
    [`a'b c'"d e"f`, ['ab cd ef']],
    ['"a \\" b \\\\ c \\$X \\`"', ['a " b \\ c $X `']],
    ['"a\\nb"', ['a\\nb']],
    [`'a\\'`, ['a\\']],
    ['one \\\n  two', ['one', 'two']],
    ['on\\\ne "t\\\nwo"', ['one', 'two']],
    ["'two\nlines'", ['two\nlines']],
    ['--a=b=c', ['--a=b=c']],
    ['# is no comment', ['#', 'is', 'no', 'comment']],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test.each([
    [`echo 'a`, "The ' at character 6 is not closed."],
    ['echo "a', 'The " at character 6 is not closed.'],
    ['"a\\"', 'The " at character 1 is not closed.'],
    ['a \\', 'It ends with a \\ that has nothing after it.'],
  ])('refuses %j', (text, message) => {
    expect(refusal(text)).toBe(message)
  })

  test('words quoted for a shell come back as they were', () => {
    const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (given) => {
        expect(splitWords(given.map(quote).join(' '))).toEqual({ ok: true, value: given })
      }),
    )
  })

  test('a shell with expansion off splits the same', () => {
    const piece = fc.constantFrom('a', 'b', ' ', "'", '"', '\\', '\n', '#x', '\t')
    const texts = fc.sample(
      fc.array(piece, { maxLength: 12 }).map((pieces) => `x${pieces.join('')}`),
      { numRuns: 40, seed: 7 },
    )
    for (const text of texts) {
      const result = splitWords(text)
      // A newline ends a command and an unquoted # begins a comment in a shell; both are only spaces and letters here.
      if (!result.ok || /\n|#/.test(text)) continue
      const shown = execFileSync('sh', ['-fc', `printf '%s\\0' ${text}`], { encoding: 'utf8' })
      expect(result.value).toEqual(shown.split('\0').slice(0, -1))
    }
  })
})

describe('a JSON list', () => {
  test('is taken as it is, empty words too', () => {
    expect(words('["app", "", "a b", "$X"]')).toEqual(['app', '', 'a b', '$X'])
    expect(words('[]')).toEqual([])
  })

  test.each(['["a"', '["a", 1]', "['a']", '[ -f x ]'])('refuses %j', (text) => {
    expect(refusal(text)).toContain('not a JSON list of texts')
  })
})
