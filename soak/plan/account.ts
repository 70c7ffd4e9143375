/** The account that every run begins with, and what the ingredients of a plan make of it. */
import type { ImageScenario, Scenario, ServiceScenario, TaskDefinitionScenario } from '../../simulator/scenario.ts'
import type { Ingredient, Plan } from './plan.ts'

export const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'
export const passwordArn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:password-AbCdEf'
export const absentSecretArn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:absent-AbCdEf'

/** Values that nothing the action writes may hold. */
export const canaries = {
  environment: 'canary-of-the-environment',
  newEnvironment: 'canary-of-an-input',
  secret: 'canary-of-a-secret',
  token: 'canary-of-the-token',
} as const

/** The images: `v1` runs, `v2` is deployed, `good` and `bad` are what somebody else deploys. */
const images: readonly ImageScenario[] = [
  { tag: 'v1' },
  { tag: 'good' },
  { tag: 'bad', behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 2 } },
]

/** The revision that runs at the start. */
export const currentRevision = 'web:2'

export interface Account {
  readonly scenario: Scenario
  /** Which of our actions main is. */
  readonly action: 'deploy' | 'rollback'
  readonly inputs: Readonly<Record<string, string>>
  /** The workspace, by path. */
  readonly files: Readonly<Record<string, string>>
}

/** The account and the inputs of a plan. */
export function accountOf({ ingredients }: Plan): Account {
  const container = setBy(ingredients, 'container')
  const service: ServiceScenario = {
    name: 'web',
    taskDefinition: currentRevision,
    ...setBy(ingredients, 'service'),
    deploymentConfiguration: setBy(ingredients, 'configuration'),
  }
  const newer = ingredients.filter((one) => one.kind === 'newer-revisions').reduce((sum, { count }) => sum + count, 0)
  const scenario: Scenario = {
    alarms: [{ name: 'errors' }],
    secretValues: { [passwordArn]: canaries.secret },
    taskDefinitions: [
      definition('v0', container),
      definition('v1', container, setBy(ingredients, 'definition')),
      ...Array.from({ length: newer }, () => definition('bad', container)),
    ],
    services: [service],
    repositories: [
      {
        name: 'web',
        images: [
          { tag: 'v0', ...setBy(ingredients, 'old-image') },
          ...images,
          { tag: 'v2', ...setBy(ingredients, 'image') },
        ],
      },
    ],
    faults: ingredients.flatMap((one) => (one.kind === 'fault' ? [one.fault] : [])),
    deny: ingredients.flatMap((one) => (one.kind === 'deny' ? [one.action] : [])),
    options: setBy(ingredients, 'option'),
    ...setBy(ingredients, 'scenario'),
  }
  const action = ingredients.some(({ kind }) => kind === 'rollback-action') ? 'rollback' : 'deploy'
  const inputs =
    action === 'rollback'
      ? { service: 'web', ...setBy(ingredients, 'rollback-action') }
      : { service: 'web', image: `${registry}/web:v2`, ...setBy(ingredients, 'inputs') }
  return { scenario, action, inputs, files: { 'task-definition.json': JSON.stringify(fileDefinition(container)) } }
}

/** A definition of the family `web`. */
export function definition(tag: string, container: object = {}, rest: object = {}): TaskDefinitionScenario {
  return {
    family: 'web',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    containerDefinitions: [
      {
        name: 'web',
        image: `${registry}/web:${tag}`,
        portMappings: [{ containerPort: 8080 }],
        environment: [{ name: 'TOKEN', value: canaries.environment }],
        secrets: [{ name: 'PASSWORD', valueFrom: passwordArn }],
        ...container,
      },
    ],
    ...rest,
  }
}

/** What the workspace holds: larger than what runs. */
export const fileDefinition = (container: object): object => ({ ...definition('v1', container), memory: '1024' })

/** What the ingredients of each kind may set. */
type Sets = {
  [K in Ingredient['kind']]: Extract<Ingredient, { readonly kind: K }> extends { readonly set: infer S } ? S : never
}

/** Everything that the ingredients of one kind set, later ones over earlier ones. */
function setBy<K extends keyof Sets>(ingredients: readonly Ingredient[], kind: K): Sets[K] {
  const sets: readonly object[] = ingredients.flatMap((one) => (one.kind === kind && 'set' in one ? [one.set] : []))
  return sets.reduce(merged, {}) as Sets[K]
}

function merged(one: unknown, other: unknown): object {
  const result: Record<string, unknown> = { ...(one as object) }
  for (const [name, value] of Object.entries(other as object)) {
    result[name] = isPlain(result[name]) && isPlain(value) ? merged(result[name], value) : value
  }
  return result
}

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
