/**
 * The one of `names` that a misspelt word most likely means: the same letters and digits in any order, case and punctuation,
 * or at most two typing errors (one in short words). Nothing when no name is near enough.
 */
export function nearestName<Name extends string>(word: string, names: readonly Name[]): Name | undefined {
  const allowed = word.length < 6 ? 1 : 2
  const ranked = names
    .map((name) => ({ name, distance: letters(name) === letters(word) ? 0 : editDistance(word, name) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((one, other) => one.distance - other.distance)
  return ranked[0]?.name
}

function letters(word: string): string {
  return [...word.toLowerCase().replace(/[^a-z0-9]/g, '')].sort().join('')
}

/** Insertions, deletions and replacements between two words (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
