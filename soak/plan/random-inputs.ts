/** What the run was asked to do. */
import { canaries, registry } from './account.ts'
import type { Chance } from './chance.ts'
import type { Ingredient } from './plan.ts'
import { some } from './random-service.ts'

export function randomInputs(chance: Chance): readonly Ingredient[] {
  const inputs = (name: string, set: Readonly<Record<string, string>>): Ingredient => ({
    kind: 'inputs',
    name: `input: ${name}`,
    set,
  })
  const minutes = String(chance.pick([0.5, 1, 2, 4, 6, 10]))
  return [
    ...some(chance, 0.1, chance.pick(others.map(([name, set]) => inputs(name, set)))),
    ...some(chance, 0.45, inputs('on-cancel rollback', { 'on-cancel': 'rollback' })),
    ...some(chance, 0.15, inputs('rollback-on-failure false', { 'rollback-on-failure': 'false' })),
    ...some(chance, 0.85, inputs(`wait-for-minutes ${minutes}`, { 'wait-for-minutes': minutes })),
    ...some(chance, 0.5, inputs('rollback-wait-minutes', { 'rollback-wait-minutes': chance.pick(['0.5', '3', '10']) })),
    ...some(chance, 0.04, inputs('no waiting', { 'wait-for-service-stability': 'false' })),
    ...some(chance, 0.3, inputs('preflight', { preflight: chance.pick(['off', 'warn']) })),
    ...some(chance, 0.04, inputs('dry-run', { 'dry-run': 'true' })),
    ...some(chance, 0.2, inputs('max-failed-tasks', { 'max-failed-tasks': chance.pick(['1', '2', '5', 'off']) })),
    ...some(chance, 0.2, inputs('settle-seconds', { 'settle-seconds': chance.pick(['0', '30', '180']) })),
    ...some(chance, 0.15, inputs('on-in-progress', { 'on-in-progress': chance.pick(['wait', 'fail', 'force']) })),
    ...some(chance, 0.1, inputs('desired-count', { 'desired-count': String(chance.whole(0, 5)) })),
    ...some(chance, 0.08, inputs('force-new-deployment', { 'force-new-deployment': 'true' })),
    ...some(chance, 0.15, chance.pick(settings.map(([name, set]) => inputs(name, set)))),
    ...some(
      chance,
      0.15,
      inputs('environment-variables', { 'environment-variables': `STEP=${canaries.newEnvironment}` }),
    ),
    ...some(chance, 0.1, inputs('pin-digest false', { 'pin-digest': 'false' })),
    ...some(chance, 0.1, inputs('github-token', { 'github-token': canaries.token })),
  ]
}

/** Other versions than an image of the definition that runs. */
const others: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['no version', { image: '' }],
  ['no version', { image: '' }],
  ['what runs already', { image: `${registry}/web:v1` }],
  ['what runs already', { image: `${registry}/web:v1` }],
  ['older revision', { image: '', 'task-definition': 'web:1' }],
  ['file', { 'task-definition': 'task-definition.json' }],
  ['cpu', { cpu: '512', memory: '1024' }],
]

const settings: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['health-check-grace-period-seconds', { 'health-check-grace-period-seconds': '45' }],
  ['enable-execute-command', { 'enable-execute-command': 'true' }],
  ['propagate-tags', { 'propagate-tags': 'SERVICE' }],
  ['platform-version', { 'platform-version': '1.4.0' }],
  ['deployment-circuit-breaker', { 'deployment-circuit-breaker': '{"enable": true, "rollback": true}' }],
  [
    'network-configuration',
    {
      'network-configuration':
        '{"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d4e5f60001"], "securityGroups": ["sg-0a1b2c3d4e5f60001"]}}',
    },
  ],
]
