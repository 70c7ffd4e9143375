/** The real texts of the corpus, as another agent, partition, Region or day might have put them. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { causes } from '../../src/diagnosis/causes.ts'
import { type Entry, readCorpus, readLater } from './corpus/corpus.ts'
import { scoreAll } from './corpus/score.ts'

const entries = [...readCorpus(), ...readLater()].filter((entry) => scoreAll([entry])[0]?.right)
const spoken = entries.filter(({ place }) => ['task', 'event', 'deployment'].includes(place))

const place = fc.constantFrom(
  { partition: 'aws', region: 'ap-southeast-2', suffix: 'amazonaws.com' },
  { partition: 'aws-cn', region: 'cn-northwest-1', suffix: 'amazonaws.com.cn' },
  { partition: 'aws-us-gov', region: 'us-gov-east-1', suffix: 'amazonaws.com' },
  { partition: 'aws-eusc', region: 'eusc-de-east-1', suffix: 'amazonaws.eu' },
)

function withText(entry: Entry, change: (text: string) => string): Entry {
  return {
    ...entry,
    ...(entry.text === undefined ? {} : { text: change(entry.text) }),
    ...(entry.lines === undefined ? {} : { lines: entry.lines.map(change) }),
  }
}

function named(entry: Entry): readonly string[] {
  const [scored] = scoreAll([entry])
  return scored === undefined ? [] : [scored.cause, ...scored.candidates]
}

test('another partition, Region, registry, account, count of tries, kind of apostrophe: the same cause', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...entries),
      place,
      fc.nat(99),
      fc.constantFrom("'", '’'),
      (entry, { partition, region, suffix }, tries, apostrophe) => {
        const varied = withText(entry, (text) =>
          text
            .replaceAll('arn:aws:', `arn:${partition}:`)
            .replace(/\b(?:us|eu|ap)-[a-z]+-\d\b/g, region)
            .replace(/amazonaws\.com(?=[/:])/g, suffix)
            .replaceAll('111122223333', '999988887777')
            .replace(/retried \d+ time/g, `retried ${tries} time`)
            .replace(/(?<=\w)['’](?=t |ve |s )/g, apostrophe),
        )
        expect(named(varied)).toEqual(named(entry))
      },
    ),
    { numRuns: 500 },
  )
})

test('other breaks of lines and runs of blanks in what ECS says: the same cause', () => {
  const blank = fc.constantFrom(' ', '  ', '\n', '\r\n', '\t')
  fc.assert(
    fc.property(fc.constantFrom(...spoken), fc.array(blank, { minLength: 1, maxLength: 7 }), (entry, blanks) => {
      let index = 0
      const varied = withText(entry, (text) =>
        text.replace(/ /g, () => {
          index += 1
          return blanks[index % blanks.length] ?? ' '
        }),
      )
      expect(named(varied)).toEqual(named(entry))
    }),
    { numRuns: 300 },
  )
})

test('cut off anywhere, with or without dots: the same cause, a more general one, or one of those named as possible', () => {
  const specific = new Set(causes.filter(({ weight }) => weight === 'cause').map(({ id }) => id))
  // What a text that is cut off says of itself, before it comes to the point.
  const open = new Set(['container-start-failed', 'log-driver', 'ec2-capacity', 'efs'])
  fc.assert(
    fc.property(
      fc.constantFrom(...spoken),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('', '...', '…'),
      (entry, share, dots) => {
        const cut = withText(entry, (text) => `${text.slice(0, Math.round(text.length * share))}${dots}`)
        const [first = '', ...candidates] = named(cut)
        const isRight = [...entry.causes, ...named(entry)].some((id) => [first, ...candidates].includes(id))
        const isGeneral = !specific.has(first) || open.has(first)
        expect([entry.id, cut.text, first, isRight || isGeneral]).toEqual([entry.id, cut.text, first, true])
      },
    ),
    { numRuns: 2000 },
  )
})
