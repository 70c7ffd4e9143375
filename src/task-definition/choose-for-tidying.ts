/**
 * Which revisions of a family are no longer needed, the oldest first; pure.
 *
 * @param revisions ARNs of the ACTIVE revisions, in any order
 * @param used ARNs that stay whatever their age
 * @param keep how many of the newest stay in any case
 */
export function chooseForTidying(
  revisions: readonly string[],
  used: ReadonlySet<string>,
  keep: number,
): readonly string[] {
  const newestFirst = [...revisions].sort((one, other) => numberOf(other) - numberOf(one))
  return newestFirst
    .slice(keep)
    .filter((arn) => !used.has(arn))
    .reverse()
}

function numberOf(arn: string): number {
  return Number(arn.slice(arn.lastIndexOf(':') + 1))
}
