/** What is wrong with a text or how it was rendered; pure. */
import type { Rendered } from './render.ts'

/** A summary above this is dropped by GitHub as a whole (actions/runner, CreateStepSummaryCommand). */
const mostBytes = 1024 * 1024

export function faultsOf(markdown: string, rendered: Rendered): readonly string[] {
  const fences = markdown.match(/^```mermaid$/gm)?.length ?? 0
  return [
    ...(Buffer.byteLength(markdown) > mostBytes ? ['longer than 1 MiB'] : []),
    ...rendered.removed.map((what) => `GitHub takes away ${what}`),
    ...rendered.tables,
    ...unequalRows(markdown),
    ...(rendered.diagrams.length === fences ? [] : [`${fences} diagrams, drawn ${rendered.diagrams.length}`]),
    ...rendered.diagrams.flatMap(({ error, bars, overlaps }) => [
      ...(error === undefined ? [] : [`a diagram is not drawn: ${error}`]),
      ...(error === undefined && bars === 0 ? ['a diagram is empty'] : []),
      ...overlaps.map((pair) => `in a diagram one text lies on another: ${pair}`),
    ]),
  ]
}

/** cmark-gfm fills rows up and cuts them off, so that only the source tells that a raw pipe has broken one. */
function unequalRows(markdown: string): readonly string[] {
  const faults: string[] = []
  let width: number | undefined
  let fence: string | undefined
  for (const line of markdown.split('\n')) {
    const [mark] = /^`{3,}/.exec(line) ?? []
    if (mark !== undefined && (fence === undefined || mark === fence)) fence = fence === undefined ? mark : undefined
    if (fence !== undefined) continue
    if (!line.startsWith('|')) width = undefined
    else {
      const cells = line.split('|').length - 2
      width ??= cells
      if (cells !== width) faults.push(`a row of ${cells} cells in a table of ${width}: ${line.slice(0, 120)}`)
    }
  }
  return faults
}
