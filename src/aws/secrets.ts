import type { Connection } from './connection.ts'
import { isNamed } from './failure.ts'
import { existingParameters, parameterExists, parameterStore } from './parameters.ts'
import { type Call, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** A secret or parameter as a task definition names it. */
export type SecretFact = {
  readonly valueFrom: string
  readonly exists: boolean
  /** Id, ARN or alias of the KMS key that it is encrypted with; absent where that is not told (Secrets Manager: the key of AWS). */
  readonly key?: string
}

/** Whether secrets and parameters exist. No value is ever read. */
export type SecretsPort = {
  /** @param valueFrom as a task definition names it. @throws what Secrets Manager or Parameter Store throws */
  exists(valueFrom: string): Promise<boolean>
  /** One secret of Secrets Manager. @throws what Secrets Manager throws */
  secret(valueFrom: string): Promise<SecretFact>
  /** Each of these parameters, in as few calls as can be. @throws what Parameter Store throws */
  parameters(valueFroms: readonly string[]): Promise<readonly SecretFact[]>
}

const secretsManager: ServiceModel = {
  id: 'Secrets Manager',
  host: 'secretsmanager',
  signingName: 'secretsmanager',
  protocol: 'json-1.1',
  version: '2017-10-17',
  target: 'secretsmanager',
}

const describeSecret = structure('DescribeSecretRequest', { SecretId: simple.string })
const describedSecret = structure('DescribeSecretResponse', { ARN: simple.string, KmsKeyId: simple.string })
/** The port over Secrets Manager and Parameter Store, in the Region that an ARN names, else the caller's. */
export function secretsPort(connection: Connection): SecretsPort {
  const clients = new Map<string, Promise<Call>>()
  const clientFor = (model: ServiceModel, region: string): Promise<Call> => {
    const key = `${model.id} ${region}`
    const made = clients.get(key) ?? smallClient(connection, model, region, connection.withinLimit)
    clients.set(key, made)
    return made
  }
  const secret = async (valueFrom: string): Promise<SecretFact> => {
    const { region = connection.region, id } = placeOf(valueFrom)
    return { valueFrom, ...(await describe(await clientFor(secretsManager, region), id)) }
  }
  return {
    secret,
    async exists(valueFrom) {
      const { service, region = connection.region, id } = placeOf(valueFrom)
      return service === 'secretsmanager'
        ? (await secret(valueFrom)).exists
        : parameterExists(await clientFor(parameterStore, region), id)
    },
    async parameters(valueFroms) {
      const places = valueFroms.map((valueFrom) => ({ valueFrom, ...placeOf(valueFrom) }))
      const byRegion = Map.groupBy(places, ({ region = connection.region }) => region)
      const found = [...byRegion].map(async ([region, named]) => {
        const names = named.flatMap(({ id }) => spellings(id))
        const there = await existingParameters(await clientFor(parameterStore, region), names)
        return named.map(({ valueFrom, id }): SecretFact => {
          const name = spellings(id).find((one) => there.has(one))
          const key = name === undefined ? undefined : there.get(name)
          return { valueFrom, exists: name !== undefined, ...(key === undefined ? {} : { key }) }
        })
      })
      return (await Promise.all(found)).flat()
    },
  }
}

/**
 * Where a `valueFrom` points (DG specifying-sensitive-data): the ARN of a secret, perhaps with `:json-key:stage:version`, the
 * ARN of a parameter, or the name of one in the Region of the task; pure.
 */
export function placeOf(valueFrom: string): {
  readonly service: 'secretsmanager' | 'ssm'
  readonly region?: string
  readonly id: string
} {
  const parts = valueFrom.split(':')
  if (parts[0] !== 'arn') return { service: 'ssm', id: valueFrom }
  const region = parts[3] === undefined || parts[3] === '' ? {} : { region: parts[3] }
  if (parts[2] === 'secretsmanager') return { service: 'secretsmanager', ...region, id: parts.slice(0, 7).join(':') }
  const name = parts
    .slice(5)
    .join(':')
    .replace(/^parameter/, '')
  // The ARN of a parameter without a path has one slash more than its name.
  return { service: 'ssm', ...region, id: name.lastIndexOf('/') === 0 ? name.slice(1) : name }
}

/** `db` and `/db` have the same ARN, so that a reference may mean either. */
function spellings(name: string): readonly string[] {
  return name.includes('/') ? [name] : [name, `/${name}`]
}

async function describe(call: Call, id: string): Promise<Omit<SecretFact, 'valueFrom'>> {
  try {
    const { KmsKeyId } = await call<Described>('DescribeSecret', describeSecret, describedSecret, { SecretId: id })
    return { exists: true, ...(KmsKeyId === undefined ? {} : { key: KmsKeyId }) }
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) return { exists: false }
    throw error
  }
}

type Described = { readonly KmsKeyId?: string }
