/** Secrets Manager: whether a secret exists, and what it says. */
import type { DescribeSecretRequest, GetSecretValueRequest } from '@aws-sdk/client-secrets-manager'
import * as sdk from '@aws-sdk/client-secrets-manager'
import { seconds } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { ApiError } from '../../protocol/errors.ts'
import { json11 } from '../../protocol/json.ts'
import { isSecretThere } from '../../world/secrets.ts'
import type { World } from '../../world/world.ts'
import { type ApiService, jsonWording, reads, validationComplaints } from '../service.ts'
import { idFrom } from '../stable-id.ts'

const createdBefore = 7 * 24 * 3_600_000

/** Names and ARNs a secret goes by. The six characters at the end of an ARN may be missing (a partial ARN). */
interface SecretName {
  readonly name: string
  readonly arn: string
}

function nameOf(world: World, id: string): SecretName {
  const isArn = id.startsWith('arn:')
  const last = isArn ? (id.split(':')[6] ?? '') : id
  const name = last.replace(/-[A-Za-z0-9]{6}$/, '')
  const suffix = name.length < last.length ? last.slice(name.length) : `-${idFrom(name, 6)}`
  return { name, arn: `arn:aws:secretsmanager:${world.region}:${world.account}:secret:${name}${suffix}` }
}

function existing(world: World, id: string | undefined, missingText: string): SecretName {
  const secret = nameOf(world, id ?? '')
  const isThere = isSecretThere(world, (known) => known === id || nameOf(world, known).name === secret.name)
  if (!isThere) throw new ApiError('ResourceNotFoundException', missingText)
  return secret
}

function describeSecret({ world }: Engine, { SecretId }: DescribeSecretRequest): object {
  const { name, arn } = existing(world, SecretId, "Secrets Manager can't find the specified secret.")
  const at = seconds(world.now - createdBefore)
  const { secretKeys } = world.neighbours
  const KmsKeyId = secretKeys[name] ?? secretKeys[arn]
  return {
    ARN: arn,
    Name: name,
    // Left out for the key of AWS (API reference, DescribeSecret).
    ...(KmsKeyId !== undefined && { KmsKeyId }),
    LastChangedDate: at,
    CreatedDate: at,
    VersionIdsToStages: { [versionOf(name)]: ['AWSCURRENT'] },
  }
}

function getSecretValue({ world }: Engine, input: GetSecretValueRequest): object {
  const stage = input.VersionStage ?? 'AWSCURRENT'
  const missing = `Secrets Manager can't find the specified secret value for staging label: ${stage}`
  const { name, arn } = existing(world, input.SecretId, missing)
  const isCurrent = stage === 'AWSCURRENT' && (input.VersionId ?? versionOf(name)) === versionOf(name)
  if (!isCurrent) throw new ApiError('ResourceNotFoundException', missing)
  const { secretValues } = world.neighbours
  return {
    ARN: arn,
    Name: name,
    VersionId: versionOf(name),
    SecretString: secretValues[name] ?? secretValues[arn] ?? 'simulated',
    VersionStages: ['AWSCURRENT'],
    CreatedDate: seconds(world.now - createdBefore),
  }
}

const versionOf = (name: string): string =>
  idFrom(name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

export const secretsManager: ApiService = {
  name: 'secretsmanager',
  wire: json11,
  wording: jsonWording(validationComplaints('ValidationException')),
  operations: {
    DescribeSecret: reads(sdk.DescribeSecret$, describeSecret),
    GetSecretValue: reads(sdk.GetSecretValue$, getSecretValue),
  },
}
