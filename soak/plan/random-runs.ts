/** Which of our actions runs, whether two run at once, and what ends the post step early. */
import { passwordArn, registry } from './account.ts'
import type { Chance } from './chance.ts'
import type { Deed, Ingredient } from './plan.ts'
import { randomWhen } from './random-deeds.ts'
import { some } from './random-service.ts'

export function randomRuns(chance: Chance): readonly Ingredient[] {
  const isRollback = chance.hits(0.08)
  return [
    ...(isRollback ? rollback(chance) : []),
    ...(chance.hits(isRollback ? 0.3 : 0.07) ? otherRun(chance) : []),
    ...some(chance, 0.15, {
      kind: 'post-ends',
      name: `post step ${chance.hits(0.5) ? 'signalled' : 'killed'}`,
      seconds: chance.whole(0, 60),
      by: chance.pick(['signal', 'kill'] as const),
    }),
    ...(chance.hits(0.06) ? commits : []),
    ...losses(chance),
  ]
}

function rollback(chance: Chance): readonly Ingredient[] {
  const to = chance.pick([{}, {}, {}, { to: '1' }, { to: 'web:1' }])
  return [
    {
      kind: 'rollback-action',
      name: `rollback action${'to' in to ? ' to a revision' : ''}`,
      set: { ...to, ...(chance.hits(0.5) && { 'rollback-wait-minutes': chance.pick(['0.5', '3', '10']) }) },
    },
    ...some(chance, 0.06, { kind: 'rollback-action', name: 'rollback action: dry-run', set: { 'dry-run': 'true' } }),
    ...some(chance, 0.8, {
      kind: 'service',
      name: 'history: SUCCESSFUL',
      set: { history: [{ taskDefinition: 'web:1', status: 'SUCCESSFUL' }] },
    }),
    ...some(chance, 0.15, {
      kind: 'old-image',
      name: 'old image: crashes',
      set: { behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: chance.whole(1, 30) } },
    }),
    ...some(chance, 0.15, {
      kind: 'deed',
      name: 'old tag moved',
      when: randomWhen(chance),
      deed: { kind: 'moves-tag', tag: 'v0', to: 'good' },
    }),
  ]
}

/** At the same moment, a little later, or around one of main's own calls. */
function otherRun(chance: Chance): readonly Ingredient[] {
  const action = chance.hits(0.3) ? 'rollback' : 'deploy'
  const tag = chance.pick(['v2', 'good', 'bad', 'v1'])
  const inputs =
    action === 'rollback'
      ? { 'rollback-wait-minutes': '5' }
      : { image: `${registry}/web:${tag}`, 'wait-for-minutes': '6', 'rollback-wait-minutes': '6' }
  const when = chance.hits(0.4) ? { seconds: chance.whole(0, 3) } : randomWhen(chance)
  const name = action === 'rollback' ? 'other run: rollback action' : `other run: deploys ${tag}`
  return [{ kind: 'other-run', name, when, action, inputs }]
}

/** What a task cannot start without is deleted while it is deployed. */
function losses(chance: Chance): readonly Ingredient[] {
  const lost = (name: string, entry: Extract<Deed, { readonly kind: 'happens' }>['entry']): Ingredient => ({
    kind: 'deed',
    name,
    when: randomWhen(chance),
    deed: { kind: 'happens', entry },
  })
  const balanced: Ingredient = { kind: 'service', name: 'load balancer', set: { loadBalancer: {} } }
  return [
    ...(chance.hits(0.025) ? [balanced, lost('target group deleted', { deleteTargetGroup: true })] : []),
    ...some(chance, 0.025, lost('execution role deleted', { role: { name: 'ecsTaskExecutionRole', exists: false } })),
    ...some(chance, 0.025, lost('secret deleted', { deleteSecret: passwordArn })),
  ]
}

/** What runs carries its commit, and GitHub is asked how it stands to that of the run. */
const commits: readonly Ingredient[] = [
  {
    kind: 'definition',
    name: 'refuse-older-commit',
    set: {
      tags: [
        { key: 'ecs-deploy:commit', value: 'b'.repeat(40) },
        { key: 'ecs-deploy:repository', value: 'owner/name' },
      ],
    },
  },
  { kind: 'inputs', name: 'refuse-older-commit', set: { 'refuse-older-commit': 'true', 'github-token': 'token' } },
]
