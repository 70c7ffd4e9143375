import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const page = read('docs/simulator/ecs-facts.md')
/** `3.2`, or `7` for a section without parts. */
const sections = [...page.matchAll(/^##+ (\d+(?:\.\d+)?) /gm)].map(([, number = '']) => number)

const citing = globSync(
  [
    'simulator/**/*.{ts,md}',
    '__tests__/simulator/**/*.ts',
    'conformance/**/*.ts',
    'bench/simulator.ts',
    'docs/simulator/ecs-facts.md',
  ],
  { cwd: root },
).filter((file) => !file.endsWith('ecs-facts.test.ts'))

/** `§3.2` and `facts 3.2`. */
const citations = citing.flatMap((file) =>
  [...read(file).matchAll(/(?:§|\bfacts )(\d+(?:\.\d+)?)/g)].map(([, number = '']) => ({ file, number })),
)

describe('docs/simulator/ecs-facts.md', () => {
  test('has every section that a test or the simulator cites', () => {
    expect(citations.length).toBeGreaterThan(150)
    expect(citations.filter(({ number }) => !sections.includes(number))).toEqual([])
  })

  test('numbers each section once, in order', () => {
    const inOrder = [...sections].sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
    expect(sections).toEqual(inOrder)
    expect(new Set(sections).size).toBe(sections.length)
  })

  test('names the source of each section', () => {
    const parts = page.split(/^(?=##+ \d)/m).slice(1)
    const withoutSource = parts.filter((part) => {
      const isHead = /^## \d+ .*\n+$/.test(part)
      const isUnknown = part.startsWith('### 14.') || part.startsWith('## 14 ')
      return !isHead && !isUnknown && !/^Sources?: .*https:\/\//m.test(part)
    })
    expect(withoutSource.map((part) => part.split('\n')[0])).toEqual([])
  })

  test('each unknown is an option that both tables list', () => {
    // `rateLimits` is a switch: the token buckets are documented.
    const options = [...read('simulator/scenario.ts').matchAll(/^ {4}(\w+): .*,$/gm)].flatMap(([, name = '']) =>
      name === 'rateLimits' ? [] : [name],
    )
    expect(options.length).toBeGreaterThan(30)
    const pages = { 'simulator/README.md': read('simulator/README.md'), notProven: read('docs/not-proven-on-aws.md') }
    for (const [name, text] of Object.entries(pages))
      expect({ name, missing: options.filter((option) => !text.includes(`\`${option}\``)) }).toEqual({
        name,
        missing: [],
      })
  })
})
