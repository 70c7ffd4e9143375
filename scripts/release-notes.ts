/** `node scripts/release-notes.ts 1.2.3`: what CHANGELOG.md says about a version; exits 1 where it says nothing. Needs nothing installed. */
import { readFileSync } from 'node:fs'

/** @returns the text below the heading of a version; undefined where there is none, or nothing below it */
export function notesOf(changelog: string, version: string): string | undefined {
  const lines = changelog.split('\n')
  const start = lines.findIndex((line) =>
    new RegExp(`^## \\[?v?${version.replaceAll('.', '\\.')}\\]?(?:\\s|$)`).test(line),
  )
  if (start === -1) return undefined
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('## '))
  const text = (end === -1 ? rest : rest.slice(0, end)).join('\n').trim()
  return text === '' ? undefined : text
}

if (import.meta.main) {
  const version = process.argv[2] ?? ''
  const notes = notesOf(readFileSync('CHANGELOG.md', 'utf8'), version)
  if (notes === undefined) {
    console.error(`::error::CHANGELOG.md says nothing about ${version}.`)
    process.exitCode = 1
  } else console.log(notes)
}
