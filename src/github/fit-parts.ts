/** A part of a page, with what stands in its place where there is no room. */
export type Part = {
  readonly full: string
  /** Shorter; '' leaves the part out. */
  readonly brief: string
  /** Parts with a higher number give way first; those with 0 never do. */
  readonly givesWay: number
}

/**
 * Joins parts to a page of at most `limit` bytes; pure. Where they are too many, parts become brief one after the other, those
 * that give way first, from the last back, until the page fits; and where that is not enough, they go in the same order.
 *
 * @param note says how many were shortened, and is part of the page then
 */
export function fitParts(parts: readonly Part[], limit: number, note: (shortened: number) => string): string {
  const order = parts
    .map(({ givesWay }, index) => ({ givesWay, index }))
    .filter(({ givesWay }) => givesWay > 0)
    .sort((one, other) => other.givesWay - one.givesWay || other.index - one.index)
    .map(({ index }) => index)
  const texts = parts.map(({ full }) => full)
  let bytes = texts.reduce((sum, text) => sum + sizeOf(text), 0)
  if (bytes <= limit) return joined(texts)
  const room = limit - sizeOf(note(order.length))
  const shortened = new Set<number>()
  const replace = (index: number, by: string): void => {
    if (bytes <= room) return
    bytes -= sizeOf(texts[index] ?? '') - sizeOf(by)
    texts[index] = by
    shortened.add(index)
  }
  for (const index of order) replace(index, parts[index]?.brief ?? '')
  for (const index of order) replace(index, '')
  return joined([...texts, note(shortened.size)])
}

/** Two for the line breaks between parts; what is left out needs none. */
function sizeOf(text: string): number {
  return text === '' ? 0 : Buffer.byteLength(text) + 2
}

function joined(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`
}
