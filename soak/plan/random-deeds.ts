/** What others do meanwhile. */
import type { Chance } from './chance.ts'
import type { Deed, Ingredient, When } from './plan.ts'
import { some } from './random-service.ts'

export function randomDeeds(chance: Chance): readonly Ingredient[] {
  const deed = (name: string, what: Deed, when: When = randomWhen(chance)): Ingredient => ({
    kind: 'deed',
    name,
    when,
    deed: what,
  })
  return [
    ...(chance.hits(0.22) ? somebodyElse(chance, deed) : []),
    ...some(chance, 0.15, deed('auto scaling', { kind: 'scales', to: chance.whole(0, 8) })),
    ...some(chance, 0.04, deed('service deleted', { kind: 'deletes-service' })),
    ...some(
      chance,
      0.08,
      deed('breaker changed', {
        kind: 'changes-breaker',
        breaker: chance.pick([
          { enable: true, rollback: true },
          { enable: true, rollback: false },
          { enable: false, rollback: false },
        ]),
      }),
    ),
    ...some(chance, 0.06, deed('alarm', { kind: 'happens', entry: { alarm: { name: 'errors', state: 'ALARM' } } })),
    ...some(chance, 0.05, deed('current revision deregistered', { kind: 'deregisters-current' })),
    ...some(chance, 0.06, deed('revision registered', { kind: 'registers', tag: 'good' })),
    ...some(chance, 0.12, deed('current tag moved', { kind: 'moves-tag', tag: 'v1', to: 'good' })),
    ...some(chance, 0.04, deed('new tag moved', { kind: 'moves-tag', tag: 'v2', to: 'bad' })),
    ...some(chance, 0.03, deed('current image deleted', { kind: 'deletes-image', tag: 'v1' })),
    ...some(chance, 0.05, deed('tasks protected', { kind: 'happens', entry: { protectMinutes: chance.whole(1, 15) } })),
  ]
}

/** Somebody else deploys, once or twice, and perhaps takes it back. */
function somebodyElse(
  chance: Chance,
  deed: (name: string, what: Deed, when?: When) => Ingredient,
): readonly Ingredient[] {
  const what = chance.pick(['good', 'bad', 'again', 'v2', 'v1'])
  const first =
    what === 'again'
      ? deed('somebody deploys the same again', { kind: 'deploys-again' })
      : deed(`somebody deploys ${what}`, { kind: 'deploys', tag: what })
  const takesBack = deed(
    'somebody stops a deployment',
    { kind: 'stops-deployment' },
    { seconds: chance.whole(20, 400) },
  )
  return [
    first,
    ...some(chance, 0.35, takesBack),
    ...some(chance, 0.15, deed('somebody deploys twice', { kind: 'deploys', tag: 'good' })),
  ]
}

/** Mostly during the deployment, sometimes just around a call, above all one that changes something. */
export function randomWhen(chance: Chance): When {
  const phase = chance.pick(['before', 'after'] as const)
  if (chance.hits(0.2)) return { call: chance.pick([1, 1, 2]), of: chance.pick(changing), phase }
  if (chance.hits(0.3)) return { call: chance.whole(1, 14), phase }
  return { seconds: chance.hits(0.5) ? chance.whole(0, 60) : chance.whole(0, 600) }
}

const changing = ['UpdateService', 'UpdateService', 'RegisterTaskDefinition', 'StopServiceDeployment']
