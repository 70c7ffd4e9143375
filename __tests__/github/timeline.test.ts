import { describe, expect, test } from '@jest/globals'
import { foldTimeline } from '../../src/github/timeline.ts'

const old = '  |  web:1 running 2'
const state = (running: number, pending: number, failed = 0): string =>
  `IN_PROGRESS  desired 2  running ${running}  pending ${pending}  failed ${failed}`

/** Milestones ten seconds apart. */
const timeline = (...texts: readonly string[]) => texts.map((text, index) => ({ at: index * 10_000, text }))
const texts = (...given: readonly string[]): string[] => foldTimeline(timeline(...given)).map(({ text }) => text)

describe('the timeline', () => {
  const loop = [state(0, 2), state(2, 0), state(0, 2), state(1, 0, 1), state(0, 2, 1), state(2, 0, 2), state(0, 2, 2)]

  test('folds what goes to and fro into one row, with its bounds in time and number', () => {
    const rows = foldTimeline(
      timeline('deployment started', ...loop.map((text) => `${text}${old}`), `FAILED  desired 0${old}`),
    )
    expect(rows).toStrictEqual([
      { from: 0, to: 0, text: 'deployment started' },
      {
        from: 10_000,
        to: 70_000,
        text: `IN_PROGRESS  desired 2  running 0 to 2  pending 0 to 2  failed 0 to 2${old} (7 changes)`,
      },
      { from: 80_000, to: 80_000, text: `FAILED  desired 0${old}` },
    ])
  })

  test('keeps counts that only rise, however many', () => {
    const rising = Array.from({ length: 20 }, (_, index) => state(index, 20 - index))
    expect(texts(...rising)).toStrictEqual(rising)
  })

  test('keeps a few changes', () => {
    expect(texts(...loop.slice(0, 5))).toStrictEqual(loop.slice(0, 5))
  })

  test('keeps apart what differs in state or in the tasks of other deployments', () => {
    const fewer = loop.map((text) => `${text}  |  web:1 running 1`)
    expect(texts(...loop.map((text) => `${text}${old}`), ...fewer)).toHaveLength(2)
    expect(texts(...loop, ...loop.map((text) => text.replace('IN_PROGRESS', 'FAILED')))).toHaveLength(2)
  })

  test('of nothing is empty', () => {
    expect(texts()).toStrictEqual([])
  })
})
