/** Texts of tasks whose execution role lacks a permission (DG task_cannot_pull_image; observed). */
import { findRole, mayDo } from '../neighbours/iam/roles.ts'
import { lastPart } from '../world/arn.ts'
import type { StoredDefinition, World } from '../world/world.ts'
import type { Obstacle } from './obstacle.ts'
import { isSecretsManager, parameterName } from './secret-reference.ts'

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
    const locked = secrets.find(({ valueFrom = '' }) => hasOwnKey(world, valueFrom) && !mayDo(role, 'kms:Decrypt'))
    if (locked !== undefined) return { stage: 'init', reason: keyText(locked.valueFrom ?? ''), unresolved: true }
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

/** Encrypted with a key of the account: then the role must be allowed to decrypt with it (DG specifying-sensitive-data). */
function hasOwnKey({ neighbours: { secretKeys } }: World, valueFrom: string): boolean {
  const whole = isSecretsManager(valueFrom) ? valueFrom.split(':').slice(0, 7).join(':') : parameterName(valueFrom)
  const name = whole.split(':')[6]?.replace(/-[A-Za-z0-9]{6}$/, '') ?? whole
  const key = secretKeys[valueFrom] ?? secretKeys[whole] ?? secretKeys[name]
  return key !== undefined && !key.includes('alias/aws/')
}

/** The words are those of the two services (API references: GetSecretValue, KMS Decrypt); what is around them is observed. */
function keyText(valueFrom: string): string {
  return isSecretsManager(valueFrom)
    ? `${retrieval}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${valueFrom} from secrets manager: AccessDeniedException: Access to KMS is not allowed`
    : `${retrieval}unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.`
}
