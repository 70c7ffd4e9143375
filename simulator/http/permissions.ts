/** Which IAM actions the caller lacks, and how AWS says so. */
import { lastPart } from '../world/arn.ts'
import type { World } from '../world/world.ts'

/** The caller of every request: the session of a role, as in a workflow with OIDC. */
export const callerArn = ({ account }: Pick<World, 'account'>): string =>
  `arn:aws:sts::${account}:assumed-role/deployer/session`

/** Nobody needs a permission for it, and nobody can be denied it (STS API GetCallerIdentity). */
const alwaysAllowed = 'sts:GetCallerIdentity'

/** @param patterns `ecs:UpdateService`, `ecs:Describe*`, `*` */
export function isDenied(patterns: readonly string[], service: string, operation: string): boolean {
  const action = `${service}:${operation}`
  return action !== alwaysAllowed && patterns.some((pattern) => matchesAction(pattern, action))
}

/** IAM's wildcard; names of actions do not depend on case. */
export function matchesAction(pattern: string, action: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${escaped}$`, 'i').test(action)
}

/** The standard IAM wording for identity-based policies. */
export function deniedText(world: World, service: string, operation: string, input: unknown): string {
  const action = `${service}:${operation}`
  const resource = resourceOf(world, service, input)
  return `User: ${callerArn(world)} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
}

interface NamedResource {
  readonly repositoryName?: string
  readonly cluster?: string
  readonly service?: string
  readonly family?: string
  readonly logGroupName?: string
  readonly SecretId?: string
}

function resourceOf({ region, account }: World, prefix: string, input: unknown): string {
  const named = (input ?? {}) as NamedResource
  const { repositoryName, cluster = 'default', service, family, logGroupName, SecretId } = named
  const arn = (resource: string): string => `arn:aws:${prefix}:${region}:${account}:${resource}`
  if (repositoryName !== undefined) return arn(`repository/${repositoryName}`)
  if (logGroupName !== undefined) return arn(`log-group:${logGroupName}:log-stream:`)
  if (SecretId !== undefined) return SecretId.startsWith('arn:') ? SecretId : arn(`secret:${SecretId}`)
  if (service !== undefined) return arn(`service/${lastPart(cluster)}/${lastPart(service)}`)
  return family === undefined ? '*' : arn(`task-definition/${family}:*`)
}
