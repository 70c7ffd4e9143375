import { ending } from '../deployment/ending.ts'
import { newRecord } from '../deployment/record.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Member } from './group.ts'
import type { GroupState, KeptMember } from './group-state.ts'

/** A member as the post step knows it: its name, what it needs, and what main kept of it. */
export function restoredMember(
  { services, needs }: Pick<GroupState, 'services' | 'needs'>,
  index: number,
  kept: KeptMember | undefined,
): Member {
  const service = services[index] ?? ''
  return {
    given: {
      inputs: { service } as DeployInputs,
      needs: needs[index] ?? [],
      placed: (problem) => problem,
    },
    record: kept?.record ?? newRecord('', service, '', Date.now()),
    begun: kept?.record.update !== undefined,
    ...(kept?.ended === undefined ? {} : { ending: ending(kept.ended, 'It had ended before the run did.') }),
  }
}
