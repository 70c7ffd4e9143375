/** A random group and what goes wrong with it: the same for the same seed. */
import type { Scenario, ServiceScenario, TimelineEntry } from '../../simulator/scenario.ts'
import { createRandom } from '../../simulator/time/random.ts'

export type Tag = 'v2' | 'crash' | 'sick' | 'slow' | 'v1'

export interface GroupPlan {
  readonly seed: number
  readonly services: readonly { readonly name: string; readonly tag: Tag; readonly needs: readonly string[] }[]
  readonly scenario: Scenario
  readonly inputs: Readonly<Record<string, string>>
  /** Services that somebody else deploys at some time. */
  readonly disturbed: readonly string[]
  /** When the run is cancelled, in virtual seconds. */
  readonly cancelAfter?: number
  /** When its process ends without a word. */
  readonly killAfter?: number
}

const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'

export function groupPlan(seed: number): GroupPlan {
  const random = createRandom(seed * 6_011 + 5)
  const chance = (share: number): boolean => random.between(0, 1) < share
  const pick = <T>(items: readonly T[]): T =>
    items[Math.min(items.length - 1, Math.floor(random.between(0, items.length)))] as T
  const count = 2 + Math.floor(random.between(0, 3))
  const bad = chance(0.6)
  const services = Array.from({ length: count }, (_, index) => ({
    name: `s${index}`,
    tag: bad && chance(0.4) ? pick<Tag>(['crash', 'sick', 'slow', 'v1']) : ('v2' as Tag),
    needs: Array.from({ length: index }, (__, other) => `s${other}`).filter(() => chance(0.35)),
  }))
  const disturbed = chance(0.25) ? [pick(services).name] : []
  const timeline: TimelineEntry[] = disturbed.map((service) => ({
    afterSeconds: Math.floor(random.between(5, 240)),
    service,
    deploy: { image: `${registry}/app:theirs` },
  }))
  const breakers = services.map(() => pick([undefined, false, true]))
  const cancelAfter = chance(0.2) ? Math.floor(random.between(1, 200)) : undefined
  const keep = chance(0.3)
  const balanced = services.map(() => chance(0.5))
  const rollback = chance(0.5)
  const killAfter = cancelAfter === undefined && chance(0.15) ? Math.floor(random.between(1, 200)) : undefined
  return {
    seed,
    services,
    scenario: {
      services: services.map(({ name }, index) => serviceOf(name, breakers[index], balanced[index] === true)),
      repositories: [{ name: 'app', images }],
      timeline,
    },
    inputs: {
      'wait-for-minutes': '10',
      'rollback-wait-minutes': '10',
      ...(keep ? { 'on-group-failure': 'keep' } : {}),
      ...(rollback ? { 'on-cancel': 'rollback' } : {}),
      'services-file': 'services.yml',
    },
    disturbed,
    ...(cancelAfter === undefined ? {} : { cancelAfter }),
    ...(killAfter === undefined ? {} : { killAfter }),
  }
}

const images = [
  { tag: 'v1' },
  { tag: 'v2' },
  { tag: 'theirs' },
  { tag: 'slow', behaviour: { kind: 'healthy' as const, extraStartSeconds: 90 } },
  { tag: 'crash', behaviour: { kind: 'crashes' as const, exitCode: 1, afterSeconds: 3 } },
  { tag: 'sick', behaviour: { kind: 'never-healthy' as const } },
]

function serviceOf(name: string, rollback: boolean | undefined, balanced: boolean): ServiceScenario {
  return {
    name,
    taskDefinition: {
      family: name,
      cpu: '256',
      memory: '512',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
      containerDefinitions: [{ name: 'app', image: `${registry}/app:v1`, portMappings: [{ containerPort: 8080 }] }],
    },
    ...(rollback === undefined
      ? {}
      : { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback } } }),
    ...(balanced
      ? { loadBalancer: { targetHealthSeconds: 10, targetUnhealthySeconds: 30, deregistrationDelaySeconds: 10 } }
      : {}),
  }
}

/** The list as `services-file` has it. */
export function servicesFile({ services }: GroupPlan): string {
  return services
    .map(({ name, tag, needs }) => `- name: ${name}\n  image: ${registry}/app:${tag}\n  needs: [${needs.join(', ')}]`)
    .join('\n')
}
