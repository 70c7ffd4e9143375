/** Texts of tasks whose execution role lacks a permission (DG task_cannot_pull_image; observed). */
import { findRole, mayDo } from '../neighbours/iam/roles.ts'
import { lastPart } from '../world/arn.ts'
import type { StoredDefinition, World } from '../world/world.ts'
import type { Obstacle } from './obstacle.ts'
import { isSecretsManager } from './secret-reference.ts'

const pulling = ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']
const retrieval =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '

/** @param taskId names the session of the role */
export function permissionObstacle(world: World, definition: StoredDefinition, taskId: string): Obstacle | undefined {
  const { executionRoleArn } = definition
  const role = executionRoleArn === undefined ? undefined : findRole(world, lastPart(executionRoleArn))
  if (executionRoleArn === undefined || role === undefined) return undefined
  const session = `arn:aws:sts::${world.account}:assumed-role/${lastPart(executionRoleArn)}/${taskId}`
  for (const { name, image, secrets = [] } of definition.containerDefinitions) {
    const secret = secrets.find(({ valueFrom = '' }) => !mayDo(role, actionFor(valueFrom)))
    if (secret !== undefined)
      return { stage: 'init', reason: secretText(session, secret.valueFrom ?? ''), unresolved: true }
    if (/\.dkr[.-]ecr/.test(image) && !pulling.every((action) => mayDo(role, action)))
      return { stage: 'pull', container: name, reason: pullText, unresolved: true }
  }
  return undefined
}

const pullText =
  'CannotPullContainerError: The task can’t pull the image. Check that the role has the permissions to pull images from the registry.'

const actionFor = (valueFrom: string): string =>
  isSecretsManager(valueFrom) ? 'secretsmanager:GetSecretValue' : 'ssm:GetParameters'

/** That of the Parameter Store is inferred after that of Secrets Manager. */
function secretText(session: string, valueFrom: string): string {
  const denied = `AccessDeniedException: User: ${session} is not authorized to perform: ${actionFor(valueFrom)} on resource: ${valueFrom} because no identity-based policy allows the ${actionFor(valueFrom)} action`
  return isSecretsManager(valueFrom)
    ? `${retrieval}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${valueFrom} from secrets manager: ${denied}`
    : `${retrieval}unable to retrieve secrets from ssm: service call has been retried 1 time(s): ${denied}`
}
