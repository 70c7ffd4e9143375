import { globSync, readFileSync } from 'node:fs'

/** How src/ sends: commands and paginators of the SDK's clients, and the calls of its own small clients. */
const sending = /\bnew (?:\w+\.)?([A-Z]\w+)Command\(|\bpaginate([A-Z]\w+)\(|\bcall(?:<[^(]*>)?\(\s*'([A-Z]\w+)'/g

/** The operations of AWS that these files of src/ send, by their names in the API. */
export function operationsSentBy(files: string): readonly string[] {
  const texts = globSync(files).map((path) => readFileSync(path, 'utf8'))
  const found = texts.flatMap((text) => [...text.matchAll(sending)])
  return [...new Set(found.map(([, command, paginator, small]) => String(command ?? paginator ?? small)))]
}
