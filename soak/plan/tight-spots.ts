/** Things that hurt together, and that chance alone would seldom bring together. */
import type { Chance } from './chance.ts'
import type { Ingredient } from './plan.ts'

export function tightSpots(chance: Chance): readonly Ingredient[] {
  return chance.hits(0.04) ? chance.pick(spots) : []
}

const crashes: Ingredient = {
  kind: 'image',
  name: 'image: crashes at once',
  set: { behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 1 } },
}

const spots: readonly (readonly Ingredient[])[] = [
  // The way back is UpdateService, and the tag that ran stands for something else by then.
  [
    crashes,
    { kind: 'deny', name: 'denied: ecs:StopServiceDeployment', action: 'ecs:StopServiceDeployment' },
    {
      kind: 'deed',
      name: 'current tag moved',
      when: { seconds: 3 },
      deed: { kind: 'moves-tag', tag: 'v1', to: 'good' },
    },
  ],
  // Main is gone before it has read what UpdateService answered.
  [
    { kind: 'inputs', name: 'input: on-cancel rollback', set: { 'on-cancel': 'rollback' } },
    { kind: 'kill', name: 'kill', when: { call: 1, of: 'UpdateService', phase: 'after' } },
  ],
]
