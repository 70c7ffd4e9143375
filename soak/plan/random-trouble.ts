/** What goes wrong with calls, permissions, clocks and the process itself. */
import type { Fault, FaultKind } from '../../simulator/scenario.ts'
import type { Chance } from './chance.ts'
import type { Ingredient } from './plan.ts'
import { randomWhen } from './random-deeds.ts'
import { some } from './random-service.ts'

export function randomTrouble(chance: Chance): readonly Ingredient[] {
  const faults = chance.hits(0.45) ? Array.from({ length: chance.whole(1, 3) }, () => randomFault(chance)) : []
  const denied = chance.pick(deniable)
  const lost = chance.pick(deniable)
  return [
    ...faults,
    ...some(chance, 0.08, outage(chance)),
    ...some(chance, 0.05, expiry(chance)),
    ...some(chance, 0.15, { kind: 'deny', name: `denied: ${denied}`, action: denied }),
    ...some(chance, 0.05, {
      kind: 'deed',
      name: `lost permission: ${lost}`,
      when: randomWhen(chance),
      deed: { kind: 'takes-permission', action: lost },
    }),
    ...some(chance, 0.18, { kind: 'signal', name: 'signal', when: randomWhen(chance) }),
    ...some(chance, 0.1, { kind: 'kill', name: 'kill', when: randomWhen(chance) }),
    ...some(chance, 0.06, {
      kind: 'suspend',
      name: 'suspended process',
      when: randomWhen(chance),
      forSeconds: chance.pick([20, 120, 900]),
    }),
    ...some(chance, 0.1, {
      kind: 'clock',
      name: 'wrong clock',
      when: chance.hits(0.5) ? { seconds: 0 } : randomWhen(chance),
      offSeconds: chance.pick([-86_400, -900, -40, 40, 900, 86_400]),
    }),
  ]
}

const operations = [
  'DescribeServices',
  'DescribeServices',
  'DescribeServices',
  'UpdateService',
  'UpdateService',
  'UpdateService',
  'RegisterTaskDefinition',
  'DescribeTaskDefinition',
  'ListServiceDeployments',
  'DescribeServiceDeployments',
  'DescribeServiceRevisions',
  'StopServiceDeployment',
  'StopServiceDeployment',
  'ListTasks',
  'DescribeTasks',
  'TagResource',
  'ecr:BatchGetImage',
  '*',
]

function randomFault(chance: Chance): Ingredient {
  const kinds: readonly FaultKind[] = [
    { kind: 'throttle' },
    { kind: 'http-500' },
    { kind: 'reset-before' },
    { kind: 'reset-after' },
    { kind: 'reset-after' },
    { kind: 'hang' },
    { kind: 'hang', applied: true },
    { kind: 'malformed' },
    { kind: 'access-denied' },
    { kind: 'expired-token' },
    { kind: 'stale', seconds: chance.whole(2, 25) },
    { kind: 'unaware' },
  ]
  const operation = chance.pick(operations)
  const kind = chance.pick(kinds)
  const fault: Fault = {
    ...kind,
    operation,
    call: chance.hits(0.4) ? 1 : chance.whole(1, operation === 'DescribeServices' ? 40 : 6),
    calls: chance.pick([1, 1, 1, 2, 5, 'all'] as const),
  }
  return { kind: 'fault', name: `fault: ${kind.kind} of ${operation}`, fault }
}

function outage(chance: Chance): Ingredient {
  const kind = chance.pick(['http-500', 'reset-before', 'throttle'] as const)
  return {
    kind: 'fault',
    name: `outage: ${kind}`,
    fault: {
      kind,
      operation: '*',
      afterSeconds: chance.whole(0, 200),
      forSeconds: chance.pick([10, 60, 400]),
    },
  }
}

/** For good: nobody renews them. */
function expiry(chance: Chance): Ingredient {
  const afterSeconds = chance.whole(0, 300)
  const fault: Fault = { kind: 'expired-token', operation: '*', afterSeconds, forSeconds: 1_000_000 }
  return { kind: 'fault', name: 'credentials expire', fault }
}

const deniable = [
  'ecs:TagResource',
  'ecs:ListServiceDeployments',
  'ecs:ListServiceDeployments',
  'ecs:DescribeServiceDeployments',
  'ecs:DescribeServiceRevisions',
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'ecs:StopServiceDeployment',
  'ecs:StopServiceDeployment',
  'ecs:StopServiceDeployment',
  'ecs:UpdateService',
  'ecs:RegisterTaskDefinition',
  'ecs:DescribeServices',
  'ecs:DescribeTaskDefinition',
  'ecr:BatchGetImage',
]
