import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Whether a page says what came out. Which polls a run makes depends on the machine: a row of the page for a call that this
 * run did not make is only told.
 *
 * @param text what came out, as the page would say it
 */
export function isFresh(page: string, text: string, command: string, write: boolean): boolean {
  if (write) writeFileSync(page, text)
  const written = linesOf(readFileSync(page, 'utf8'))
  const fresh = linesOf(text)
  const missing = [...fresh].filter((line) => !written.has(line))
  const notMade = [...written].filter((line) => !fresh.has(line))
  for (const line of notMade) console.log(`not in this run: ${line}`)
  if (missing.length === 0 && notMade.every((line) => line.startsWith('| '))) return true
  console.error(
    `${page} does not say what came out. Run "npm run ${command} -- --write". It lacks:\n${missing.join('\n')}`,
  )
  return false
}

function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split('\n'))
}

/** So that the number of runs on a page does not depend on the polls of one run. */
export function about(count: number): string {
  return `some ${Math.round(count / 50) * 50}`
}

/**
 * The results, without those of calls that some run did not make: a row of the table is whole, or it is not there.
 *
 * @param results in the order of the cells; undefined: the call was not made
 */
export function wholeRows<R extends { readonly cell: { readonly call: object } }>(
  cells: readonly R['cell'][],
  results: readonly (R | undefined)[],
): readonly R[] {
  const partly = new Set(cells.filter((_, index) => results[index] === undefined).map(({ call }) => call))
  return results.filter((result) => result !== undefined && !partly.has(result.cell.call)) as readonly R[]
}
