/** KMS: whether a key exists and can be used. */
import type { DescribeKeyRequest } from '@aws-sdk/client-kms'
import * as sdk from '@aws-sdk/client-kms'
import { seconds } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { ApiError } from '../../protocol/errors.ts'
import { json11 } from '../../protocol/json.ts'
import { type ApiService, jsonWording, reads, validationComplaints } from '../service.ts'
import { idFrom } from '../stable-id.ts'

const createdBefore = 30 * 24 * 3_600_000

const lastPart = (id: string): string => id.replace(/^arn:aws:kms:[^:]+:\d+:/, '').replace(/^key\//, '')

function describeKey({ world }: Engine, { KeyId = '' }: DescribeKeyRequest): object {
  const { keys } = world.neighbours
  const wanted = lastPart(KeyId)
  const known = keys === 'all' ? { id: wanted } : keys.find(({ id }) => lastPart(id) === wanted)
  if (known === undefined) {
    const named = wanted.startsWith('alias/') ? 'Alias' : 'Key'
    const arn = `arn:aws:kms:${world.region}:${world.account}:${named === 'Alias' ? wanted : `key/${wanted}`}`
    throw new ApiError(
      'NotFoundException',
      named === 'Alias' ? `Alias ${arn} is not found.` : `Key '${arn}' does not exist`,
    )
  }
  const keyId = wanted.startsWith('alias/') ? uuidFrom(wanted) : wanted
  const state = ('state' in known ? known.state : undefined) ?? 'Enabled'
  return {
    KeyMetadata: {
      AWSAccountId: world.account,
      KeyId: keyId,
      Arn: `arn:aws:kms:${world.region}:${world.account}:key/${keyId}`,
      CreationDate: seconds(world.now - createdBefore),
      Enabled: state === 'Enabled',
      Description: '',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: state,
      Origin: 'AWS_KMS',
      KeyManager: wanted.startsWith('alias/aws/') ? 'AWS' : 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false,
    },
  }
}

const uuidFrom = (name: string): string =>
  idFrom(name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

export const kms: ApiService = {
  name: 'kms',
  wire: json11,
  wording: jsonWording(validationComplaints('ValidationException')),
  operations: { DescribeKey: reads(sdk.DescribeKey$, describeKey) },
}
