/** What there is to look up for the checks, before anybody is asked; pure. */

import type { SecretFact } from '../aws/secrets.ts'
import { parseImageReference } from '../image/reference.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import { containersOf, secretReferences } from './containers.ts'

/** Where the service is. */
export type Home = { readonly partition: string; readonly region: string; readonly account: string }

/** Partition, Region and account in the ARN of the service; undefined where it is none. */
export function homeOf(serviceArn: string | undefined): Home | undefined {
  const found = /^arn:([\w-]+):ecs:([\w-]+):(\d{12}):/.exec(serviceArn ?? '')
  return found === null ? undefined : { partition: found[1] ?? '', region: found[2] ?? '', account: found[3] ?? '' }
}

/** So many secrets are looked up at the most, each with a call of its own. */
const mostSecrets = 20
const isRegion = (text: string): boolean => /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(text)

/**
 * Secrets and parameters that can be looked up: those of the service's own account. What belongs to another one may be shared
 * without being listed.
 */
export function secretsToLookUp(
  definition: Pick<TaskDefinition, 'containerDefinitions'>,
  home: Home,
): { readonly secrets: readonly string[]; readonly parameters: readonly string[] } {
  const named = [...new Set(secretReferences(definition).map(({ valueFrom }) => valueFrom))]
  const own = named.filter((valueFrom) => {
    const [arn, , , region = '', account] = valueFrom.split(':')
    if (arn !== 'arn') return /^[\w./-]+$/.test(valueFrom)
    return account === home.account && isRegion(region)
  })
  const secrets = own.filter((valueFrom) => valueFrom.split(':')[2] === 'secretsmanager').map(wholeSecret)
  const parameters = own.filter((valueFrom) => /^(?!arn:)|^arn:[\w-]+:ssm:[^:]*:\d+:parameter\/[^:]+$/.test(valueFrom))
  return { secrets: [...new Set(secrets)].slice(0, mostSecrets), parameters }
}

/** The ARN of a secret without the JSON key, stage and version that may follow (DG specifying-sensitive-data). */
export function wholeSecret(valueFrom: string): string {
  return valueFrom.startsWith('arn:') ? valueFrom.split(':').slice(0, 7).join(':') : valueFrom
}

/** The roles of a definition that are in the service's own account, by what the definition calls them. */
export function rolesToLookUp(
  { taskRoleArn, executionRoleArn }: Pick<TaskDefinition, 'taskRoleArn' | 'executionRoleArn'>,
  { partition, account }: Home,
): readonly { readonly written: string; readonly name: string; readonly arn?: string }[] {
  const written = [...new Set([taskRoleArn, executionRoleArn])].filter((role) => role !== undefined && role !== '')
  return written.flatMap((role = '') => {
    if (/^[\w+=,.@-]+$/.test(role)) return [{ written: role, name: role }]
    const path = role.startsWith(`arn:${partition}:iam::${account}:role/`)
      ? role.slice(role.indexOf('/') + 1)
      : undefined
    return path === undefined ? [] : [{ written: role, name: path.slice(path.lastIndexOf('/') + 1), arn: role }]
  })
}

export type Rights = {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** Host of the service that asks KMS in the name of the role. */
  readonly via?: string
}

/** What the execution role must be allowed before a container of the definition can start; one entry for each service. */
export function executionRights(
  definition: Pick<TaskDefinition, 'containerDefinitions'>,
  home: Home,
): readonly Rights[] {
  const { partition, region, account } = home
  const images = containersOf(definition).flatMap(({ container }) => {
    const reference = parseImageReference(container.image ?? '')
    if (!reference.ok || reference.value.ecr === undefined) return []
    const { ecr, repository } = reference.value
    return [`arn:${partition}:ecr:${ecr.region}:${ecr.registryId}:repository/${repository}`]
  })
  const { secrets, parameters } = secretsToLookUp(definition, home)
  const parameterArns = parameters.map((name) =>
    name.startsWith('arn:') ? name : `arn:${partition}:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`,
  )
  // A policy names the six characters at the end; without them there is nothing to compare.
  const wholeArns = secrets.filter((arn) => /-[A-Za-z0-9]{6}$/.test(arn))
  const logs = containersOf(definition).flatMap(({ container: { logConfiguration } }) => {
    const group = logConfiguration?.options?.['awslogs-group']
    if (logConfiguration?.logDriver !== 'awslogs' || group === undefined) return []
    const where = logConfiguration.options?.['awslogs-region'] ?? region
    return [`arn:${partition}:logs:${where}:${account}:log-group:${group}:log-stream:ecs`]
  })
  const all = [
    {
      actions: [
        'ecr:GetAuthorizationToken',
        'ecr:BatchCheckLayerAvailability',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchGetImage',
      ],
      resources: images,
    },
    { actions: ['secretsmanager:GetSecretValue'], resources: wholeArns },
    { actions: ['ssm:GetParameters'], resources: parameterArns },
    { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: logs },
  ]
  return all
    .map(({ actions, resources }) => ({ actions, resources: [...new Set(resources)] }))
    .filter(({ resources }) => resources.length > 0)
}

/**
 * Decrypting what is encrypted with a key of the account's own; one entry for each store and Region. The keys of AWS (`alias/aws/…`)
 * let everybody in who may read the secret. A key that is told by another alias is left out: policies name keys by their id.
 *
 * @param secrets those that exist, as the stores describe them
 */
export function decryptRights(secrets: readonly SecretFact[], home: Home): readonly Rights[] {
  const keys = secrets.flatMap(({ valueFrom, key }) => {
    const [arn, , service, named] = valueFrom.split(':')
    const region = arn === 'arn' && named ? named : home.region
    const store = arn === 'arn' ? service : 'ssm'
    const resource = key === undefined ? undefined : keyArn(key, { ...home, region })
    return resource === undefined
      ? []
      : [{ resource, via: `${store}.${region}.amazonaws.com${home.partition === 'aws-cn' ? '.cn' : ''}` }]
  })
  return [...Map.groupBy(keys, ({ via }) => via)].map(([via, those]) => ({
    actions: ['kms:Decrypt'],
    resources: [...new Set(those.map(({ resource }) => resource))],
    via,
  }))
}

function keyArn(key: string, { partition, region, account }: Home): string | undefined {
  if (/(?:^|:)alias\//.test(key)) return undefined
  return key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`
}

/** An action with the resource that a deployment does it on. */
export type Right = { readonly action: string; readonly resource: string }

/**
 * What the caller must be allowed for a deployment, besides reading, which a dry run does itself.
 *
 * @param serviceArn as ECS describes it
 */
export function callerRights(
  definition: Pick<TaskDefinition, 'family' | 'taskRoleArn' | 'executionRoleArn'>,
  serviceArn: string | undefined,
  home: Home,
): readonly Right[] {
  const { partition, region, account } = home
  const roles = rolesToLookUp(definition, home).flatMap(({ arn }) => arn ?? [])
  return [
    ...roles.map((resource) => ({ action: 'iam:PassRole', resource })),
    ...(serviceArn === undefined ? [] : [{ action: 'ecs:UpdateService', resource: serviceArn }]),
    {
      action: 'ecs:RegisterTaskDefinition',
      resource: `arn:${partition}:ecs:${region}:${account}:task-definition/${definition.family}:1`,
    },
  ]
}
