/** Logs that pages show, held to what the built action writes. */
import { expect } from '@jest/globals'
import { readPage } from './pages.ts'

/** The lines of the log below the marker `<!-- log: NAME -->`. */
export function shownLog(page: string, name: string): readonly string[] {
  const text = readPage(page)
  const [, after = ''] = text.split(`<!-- log: ${name} -->`)
  const [, log] = /^\s+```text\n([\s\S]*?)```/.exec(after) ?? []
  if (log === undefined) throw new Error(`${page} shows no log of ${name}`)
  return log.trimEnd().split('\n')
}

/** What differs between two runs of the same deployment: ids, and how long it took. */
function comparable(line: string): string {
  return line
    .replace(/\b[0-9a-f]{32}\b|(?<=task )[0-9a-f]{8}\b/g, 'ID')
    .replace(/ecs-svc\/\d+/g, 'ecs-svc/N')
    .replace(/ after (?:\d+ (?:h|min|s) ?)+$/, ' after a while')
}

const progress = /^ ?\d+:\d\d {2}/

/** Which states a progress line happens to catch depends on the time; its parts have a form. */
function partsOfProgress(line: string): readonly string[] {
  return line
    .replace(progress, '')
    .split('  |  ')
    .map((part) =>
      part
        .replace(/\b(?:IN_PROGRESS|FAILED|COMPLETED)\b/, 'STATE')
        .replace(/(?<=[ :])\d+/g, 'N')
        .replace(/ \(still\)$/, ''),
    )
}

/** A shown line, in which `…` stands for any text. */
function pattern(line: string): RegExp {
  const pieces = comparable(line)
    .split('…')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pieces.join('.*')}$`)
}

/** Every shown line is in the log, in this order; `…` on a line of its own stands for lines. */
export function expectShown(shown: readonly string[], log: string): void {
  const real = log.split('\n')
  const forms = new Set(real.filter((line) => progress.test(line)).flatMap(partsOfProgress))
  let from = 0
  for (const line of shown.filter((text) => text !== '…')) {
    if (progress.test(line)) {
      for (const part of partsOfProgress(line)) expect(forms).toContain(part)
      continue
    }
    const fits = pattern(line)
    const at = real.findIndex((candidate, index) => index >= from && fits.test(comparable(candidate)))
    expect(`${at === -1 ? 'not in the log: ' : ''}${line}`).toBe(line)
    from = at + 1
  }
}
