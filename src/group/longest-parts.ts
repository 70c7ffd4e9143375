import { type Part, longestParts as partsOfOne } from '../deployment/longest-run.ts'
import type { MemberInputs } from '../inputs/group-inputs.ts'
import { quotaSeconds } from './quotas.ts'

/**
 * The parts of which the longest possible run of a group is made: what waits in a row because one needs the other; pure.
 * Going back takes the same way in the other direction.
 */
export function longestParts(members: readonly MemberInputs[]): readonly Part[] {
  const longest = members
    .map((_, index) => chainTo(index, members))
    .reduce((one, other) => (other.minutes > one.minutes ? other : one), {
      minutes: 0,
      count: 0,
    })
  const quota = quotaSeconds(members.length, members.length)
  return [
    ...(quota === 0 ? [] : [{ input: 'quotas of the API', minutes: quota / 60 }]),
    { input: longest.count > 1 ? `${longest.count} services in a row` : 'one service', minutes: longest.minutes },
  ]
}

type Chain = { readonly minutes: number; readonly count: number }

function chainTo(index: number, members: readonly MemberInputs[]): Chain {
  const known = new Map<number, Chain>()
  const visit = (at: number): Chain => {
    const found = known.get(at)
    if (found !== undefined) return found
    const own =
      members[at] === undefined ? 0 : partsOfOne(members[at].inputs).reduce((sum, { minutes }) => sum + minutes, 0)
    const before = (members[at]?.needs ?? [])
      .map(visit)
      .reduce((one, other) => (other.minutes > one.minutes ? other : one), { minutes: 0, count: 0 })
    const chain = { minutes: own + before.minutes, count: before.count + 1 }
    known.set(at, chain)
    return chain
  }
  return visit(index)
}
