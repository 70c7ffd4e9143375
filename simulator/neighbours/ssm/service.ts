/** Systems Manager Parameter Store: which parameters exist, and what they say. */
import type {
  DescribeParametersRequest,
  GetParameterRequest,
  GetParametersRequest,
  ParameterStringFilter,
} from '@aws-sdk/client-ssm'
import * as sdk from '@aws-sdk/client-ssm'
import { seconds } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { ApiError } from '../../protocol/errors.ts'
import { json11 } from '../../protocol/json.ts'
import { pageOf } from '../../protocol/pagination.ts'
import { isSecretThere } from '../../world/secrets.ts'
import type { World } from '../../world/world.ts'
import { type ApiService, jsonWording, reads, validationComplaints } from '../service.ts'

const changedBefore = 7 * 24 * 3_600_000
const mostNames = 10

/** `db` and `/db` are two parameters; an ARN names either as `parameter/db`. */
const nameOf = (nameOrArn: string): string => nameOrArn.replace(/^arn:aws:ssm:[^:]+:\d+:parameter/, '')
const bare = (name: string): string => nameOf(name).replace(/^\//, '')

function exists(world: World, name: string): boolean {
  return isSecretThere(world, (known) => !known.includes(':secretsmanager:') && bare(known) === bare(name))
}

const arnOf = ({ region, account }: World, name: string): string =>
  `arn:aws:ssm:${region}:${account}:parameter/${bare(name)}`

function parameter(world: World, nameOrArn: string, withDecryption: boolean | undefined): object {
  const name = nameOf(nameOrArn)
  const value = world.neighbours.secretValues[name] ?? world.neighbours.secretValues[nameOrArn] ?? 'simulated'
  return {
    Name: name,
    Type: 'SecureString',
    // Without decryption a SecureString comes back encrypted.
    Value: withDecryption === true ? value : Buffer.from(`encrypted ${name}`).toString('base64'),
    Version: 1,
    LastModifiedDate: seconds(world.now - changedBefore),
    ARN: arnOf(world, name),
    DataType: 'text',
  }
}

function getParameter({ world }: Engine, { Name = '', WithDecryption }: GetParameterRequest): object {
  if (!exists(world, Name)) throw new ApiError('ParameterNotFound', '')
  return { Parameter: parameter(world, Name, WithDecryption) }
}

function getParameters({ world }: Engine, { Names = [], WithDecryption }: GetParametersRequest): object {
  if (Names.length === 0 || Names.length > mostNames) {
    throw new ApiError(
      'ValidationException',
      `1 validation error detected: Value '[${Names.join(', ')}]' at 'names' failed to satisfy constraint: Member must have length less than or equal to ${mostNames}`,
    )
  }
  const found = Names.filter((name) => exists(world, name))
  return {
    Parameters: found.map((name) => parameter(world, name, WithDecryption)),
    InvalidParameters: Names.filter((name) => !found.includes(name)),
  }
}

/** Where all exist, those that are asked for by name, and those that task definitions name. */
function known(world: World, filters: readonly ParameterStringFilter[]): string[] {
  if (world.secrets !== 'all') {
    return world.secrets.filter((name) => !name.includes(':secretsmanager:')).map(nameOf)
  }
  const asked = filters.filter(({ Key, Option }) => Key === 'Name' && (Option ?? 'Equals') === 'Equals')
  const named = [...world.taskDefinitions.values()]
    .flat()
    .flatMap(({ stored }) => stored.containerDefinitions.flatMap(({ secrets = [] }) => secrets))
    .flatMap(({ valueFrom = '' }) => (valueFrom.includes(':secretsmanager:') ? [] : [nameOf(valueFrom)]))
  return [...new Set([...asked.flatMap(({ Values = [] }) => Values.map(nameOf)), ...named])]
}

function describeParameters({ world }: Engine, input: DescribeParametersRequest): object {
  const filters = input.ParameterFilters ?? []
  const matching = known(world, filters)
    .filter((name) => exists(world, name))
    .filter((name) => filters.every((filter) => passes(name, filter)))
    .toSorted()
  const page = pageOf(matching, input.NextToken, input.MaxResults ?? 10)
  return {
    Parameters: page.items.map((name) => ({
      Name: name,
      ARN: arnOf(world, name),
      Type: 'SecureString',
      KeyId: world.neighbours.secretKeys[name] ?? world.neighbours.secretKeys[arnOf(world, name)] ?? 'alias/aws/ssm',
      LastModifiedDate: seconds(world.now - changedBefore),
      Version: 1,
      Tier: 'Standard',
      Policies: [],
      DataType: 'text',
    })),
    ...(page.nextToken !== undefined && { NextToken: page.nextToken }),
  }
}

function passes(name: string, { Key, Option = 'Equals', Values = [] }: ParameterStringFilter): boolean {
  if (Key !== 'Name') {
    throw new ApiError('InvalidFilterKey', `The simulator knows the filter key Name only, not ${Key}.`)
  }
  if (Option === 'Equals') return Values.map(nameOf).includes(name)
  if (Option === 'BeginsWith') return Values.some((value) => name.startsWith(value))
  if (Option === 'Contains') return Values.some((value) => name.includes(value))
  throw new ApiError('InvalidFilterOption', `The following filter option is not valid: ${Option}.`)
}

export const ssm: ApiService = {
  name: 'ssm',
  wire: json11,
  wording: jsonWording(validationComplaints('ValidationException')),
  enums: { 'ParametersFilter.Key': sdk.ParametersFilterKey },
  operations: {
    DescribeParameters: reads(sdk.DescribeParameters$, describeParameters),
    GetParameter: reads(sdk.GetParameter$, getParameter),
    GetParameters: reads(sdk.GetParameters$, getParameters),
  },
}
