import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { DescribeSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { DescribeParametersCommand, GetParameterCommand, GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenario.ts'
import { scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const open = async (rest: Scenario): Promise<void> => {
  account = await openNeighbourhood(scenarioWith({}, [], rest))
}
const arn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf'

describe('Secrets Manager', () => {
  test('a secret is found by name, by its ARN and by the ARN without its suffix', async () => {
    await open({ secrets: [arn] })
    const client = account.client(SecretsManagerClient)
    for (const SecretId of ['db', arn, arn.replace('-AbCdEf', '')]) {
      await expect(client.send(new DescribeSecretCommand({ SecretId }))).resolves.toMatchObject({ Name: 'db' })
    }
  })

  test('a secret that is missing, in the words of each operation', async () => {
    await open({ secrets: [arn] })
    const client = account.client(SecretsManagerClient)
    expect(await errorOf(client.send(new DescribeSecretCommand({ SecretId: 'nope' })))).toEqual({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    })
    // The text that a task's stoppedReason repeats (facts 6.3).
    expect(await errorOf(client.send(new GetSecretValueCommand({ SecretId: 'nope' })))).toEqual({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    })
    const old = new GetSecretValueCommand({ SecretId: 'db', VersionStage: 'AWSPREVIOUS' })
    expect((await errorOf(client.send(old))).message).toContain('AWSPREVIOUS')
  })

  test('a value', async () => {
    await open({ secretValues: { db: '{"password":"p"}' } })
    const client = account.client(SecretsManagerClient)
    const { SecretString, VersionStages } = await client.send(new GetSecretValueCommand({ SecretId: 'db' }))
    expect({ SecretString, VersionStages }).toEqual({
      SecretString: '{"password":"p"}',
      VersionStages: ['AWSCURRENT'],
    })
  })
})

describe('Parameter Store', () => {
  test('what exists is told apart from what does not', async () => {
    await open({ secrets: ['/web/db', 'plain'], secretValues: { '/web/db': 'postgres://' } })
    const client = account.client(SSMClient)
    const input = { Names: ['/web/db', '/web/nope'], WithDecryption: true }
    const { Parameters = [], InvalidParameters } = await client.send(new GetParametersCommand(input))
    expect(Parameters.map(({ Name, Value, Type }) => ({ Name, Value, Type }))).toEqual([
      { Name: '/web/db', Value: 'postgres://', Type: 'SecureString' },
    ])
    expect(InvalidParameters).toEqual(['/web/nope'])
    expect((await errorOf(client.send(new GetParameterCommand({ Name: '/web/nope' })))).name).toBe('ParameterNotFound')
    const { Parameter } = await client.send(new GetParameterCommand({ Name: '/web/db' }))
    expect(Parameter?.Value).not.toContain('postgres')
  })

  test('more than ten names are refused', async () => {
    await open({})
    const Names = Array.from({ length: 11 }, (_, index) => `/p/${index}`)
    const sent = account.client(SSMClient).send(new GetParametersCommand({ Names }))
    expect((await errorOf(sent)).name).toBe('ValidationException')
  })

  test('parameters are listed by name, without their values', async () => {
    await open({ secrets: ['/web/db', '/web/key', '/api/key', arn] })
    const client = account.client(SSMClient)
    const list = async (Option: string, ...Values: string[]): Promise<(string | undefined)[]> => {
      const filter = { Key: 'Name', Option, Values }
      const { Parameters = [] } = await client.send(new DescribeParametersCommand({ ParameterFilters: [filter] }))
      return Parameters.map(({ Name }) => Name)
    }
    expect(await list('BeginsWith', '/web/')).toEqual(['/web/db', '/web/key'])
    expect(await list('Equals', '/api/key', '/nope')).toEqual(['/api/key'])
    const first = await client.send(new DescribeParametersCommand({ MaxResults: 2 }))
    expect(first.Parameters).toHaveLength(2)
    const second = await client.send(
      new DescribeParametersCommand({
        MaxResults: 2,
        ...(first.NextToken !== undefined && { NextToken: first.NextToken }),
      }),
    )
    expect(second.Parameters?.map(({ Name }) => Name)).toEqual(['/web/key'])
  })
})

test('KMS: keys that work, that are disabled, that do not exist', async () => {
  await open({ keys: [{ id: 'alias/web' }, { id: '1234abcd-12ab-34cd-56ef-1234567890ab', state: 'Disabled' }] })
  const client = account.client(KMSClient)
  const stateOf = async (KeyId: string): Promise<unknown> => {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }))
    return [KeyMetadata?.KeyState, KeyMetadata?.Enabled]
  }
  expect(await stateOf('alias/web')).toEqual(['Enabled', true])
  expect(await stateOf('arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab')).toEqual([
    'Disabled',
    false,
  ])
  expect(await errorOf(client.send(new DescribeKeyCommand({ KeyId: 'alias/nope' })))).toEqual({
    name: 'NotFoundException',
    message: 'Alias arn:aws:kms:us-east-1:111122223333:alias/nope is not found.',
  })
})
