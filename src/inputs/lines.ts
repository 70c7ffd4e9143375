import type { Problem } from '../problem.ts'
import type { Parser } from './input-reader.ts'
import { good } from './parsed.ts'

/** `NAME=VALUE` with the line it begins on, counted from 1. */
export type Pair = { readonly name: string; readonly value: string; readonly line: number }

/** What the names of a list may look like. A line that does not fit is never shown: it may be part of a secret. */
export type PairRules = { readonly name: RegExp; readonly nameIs: string }

type Line = { readonly number: number; readonly text: string }

/** A list with one entry per line; blank lines and lines that start with `#` do not count. */
export const parseList: Parser<readonly string[]> = (text) => good(contentLines(text).map((line) => line.text))

/** The lines that count, without the spaces around them. */
export function contentLines(text: string): readonly Line[] {
  return text
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => countsAsContent(line.text))
}

/**
 * A list of `NAME=VALUE`, split at the first `=`; `NAME<<END`, lines, `END` gives a value of several lines.
 * Problems name the line, and the name where it has the right form, never the value.
 */
export function parsePairs(rules: PairRules): Parser<readonly Pair[]> {
  return (text) => {
    const problems: Problem[] = []
    const pairs: Pair[] = []
    const lines = text.split(/\r?\n/)
    let index = 0
    while (index < lines.length) {
      const entry = readEntry(lines, index, rules)
      if ('message' in entry) problems.push({ message: entry.message })
      else if (entry.pair) pairs.push(entry.pair)
      index = entry.next
    }
    problems.push(...duplicates(pairs))
    return problems.length > 0 ? { ok: false, problems } : good(pairs)
  }
}

type Entry = { readonly next: number; readonly pair?: Pair } | { readonly next: number; readonly message: string }

function readEntry(lines: readonly string[], index: number, rules: PairRules): Entry {
  const text = lines[index]?.trim() ?? ''
  const line = index + 1
  if (!countsAsContent(text)) return { next: line }
  const block = /^(?<name>[^=]+?)<<(?<end>[A-Za-z0-9_-]+)$/.exec(text)?.groups
  if (block?.name && block.end) return readBlock(lines, line, block.name, block.end, rules)
  const equals = text.indexOf('=')
  const name = text.slice(0, Math.max(equals, 0)).trim()
  if (!rules.name.test(name)) return { next: line, message: noName(line, rules) }
  return { next: line, pair: { name, value: text.slice(equals + 1), line } }
}

function noName(line: number, rules: PairRules): string {
  return (
    `Line ${line} does not start with ${rules.nameIs} and "=". ` +
    'A value of several lines is written NAME<<END, then the lines, then END.'
  )
}

function readBlock(lines: readonly string[], line: number, name: string, end: string, rules: PairRules): Entry {
  const last = lines.findIndex((candidate, index) => index >= line && candidate.trimEnd() === end)
  if (!rules.name.test(name)) return { next: last === -1 ? lines.length : last + 1, message: noName(line, rules) }
  if (last === -1) {
    const message = `The value of ${name}, which starts on line ${line}, does not end: a line with only ${end} is missing.`
    return { next: lines.length, message }
  }
  return { next: last + 1, pair: { name, value: lines.slice(line, last).join('\n'), line } }
}

function duplicates(pairs: readonly Pair[]): readonly Problem[] {
  const first = new Map<string, number>()
  const problems: Problem[] = []
  for (const { name, line } of pairs) {
    const before = first.get(name)
    if (before === undefined) first.set(name, line)
    else problems.push({ message: `${name} is given twice, on lines ${before} and ${line}. Leave one.` })
  }
  return problems
}

function countsAsContent(trimmed: string): boolean {
  return trimmed !== '' && !trimmed.startsWith('#')
}
