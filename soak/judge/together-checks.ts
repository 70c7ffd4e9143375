/** What two runs of ours on the same service come to, beside what each of them is judged by. */
import type { Played } from '../play/played.ts'
import { factsOf, momentAt } from './facts.ts'

export interface TogetherCheck {
  readonly name: string
  readonly says: string
  violated(one: Played, other: Played): string | undefined
}

export const togetherChecks: readonly TogetherCheck[] = [
  {
    name: 'two runs, one winner',
    says: 'Of two runs of ours that deployed different things, both say "deployed" only if the first had completed before the second began its own.',
    violated: (one, other) => {
      const [a, b] = [factsOf(one), factsOf(other)]
      if (a.main.outcome !== 'deployed' || b.main.outcome !== 'deployed' || a.own === b.own) return undefined
      const [first, second] = a.ownSince <= b.ownSince ? [a, b] : [b, a]
      const status = momentAt(a, second.ownSince - 1)?.statuses[first.own ?? '']
      return status === 'SUCCESSFUL' ? undefined : `the first one was ${status} when the second one began`
    },
  },
]
