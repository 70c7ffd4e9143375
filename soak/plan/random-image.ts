/** How the new image behaves. */
import type { ImageBehaviour } from '../../simulator/scenario.ts'
import { absentSecretArn, passwordArn, registry } from './account.ts'
import type { Chance } from './chance.ts'
import type { Ingredient } from './plan.ts'

export function randomImage(chance: Chance): readonly Ingredient[] {
  if (chance.hits(0.4)) return []
  if (chance.hits(0.2)) return chance.pick(wrongImages)
  const [name, behaviour] = chance.pick(behaviours(chance))
  return [{ kind: 'image', name: `image: ${name}`, set: { behaviour } }]
}

function behaviours(chance: Chance): readonly (readonly [string, ImageBehaviour])[] {
  const check = chance.pick(['container', 'target', 'both'] as const)
  return [
    ['slow to start', { kind: 'healthy', extraStartSeconds: chance.whole(30, 200) }],
    ['slow to be healthy', { kind: 'healthy', healthyAfterSeconds: chance.whole(20, 150) }],
    ['ignores SIGTERM', { kind: 'healthy', ignoresSigterm: true }],
    ['crashes at once', { kind: 'crashes', exitCode: chance.pick([0, 1, 137]), afterSeconds: chance.whole(0, 5) }],
    ['crashes later', { kind: 'crashes', exitCode: 1, afterSeconds: chance.whole(10, 150) }],
    [
      'crashes a few times',
      { kind: 'crashes', exitCode: 1, afterSeconds: chance.whole(1, 60), times: chance.whole(1, 4) },
    ],
    ['is never healthy', { kind: 'never-healthy', check }],
    ['is unhealthy later', { kind: 'unhealthy-later', afterSeconds: chance.whole(20, 300), check }],
    ['cannot be pulled', { kind: 'pull-fails', message: 'no space left on device' }],
  ]
}

const wrongImages: readonly (readonly Ingredient[])[] = [
  [{ kind: 'inputs', name: 'image: missing', set: { image: `${registry}/web:absent` } }],
  [
    { kind: 'inputs', name: 'image: missing', set: { image: `${registry}/web:absent`, 'pin-digest': 'false' } },
    { kind: 'deny', name: 'denied: ecr:BatchGetImage', action: 'ecr:BatchGetImage' },
  ],
  [{ kind: 'image', name: 'image: wrong platform', set: { platforms: ['linux/arm64'] } }],
  [
    {
      kind: 'image',
      name: 'image: wrong platform in an index',
      set: { platforms: ['linux/arm64'], manifest: 'index' },
    },
  ],
  [
    { kind: 'inputs', name: 'secret: missing', set: { secrets: `EXTRA=${absentSecretArn}` } },
    { kind: 'scenario', name: 'secret: missing', set: { secrets: [passwordArn] } },
  ],
]
