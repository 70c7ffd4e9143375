import type { Connection } from './connection.ts'
import { isNamed } from './failure.ts'
import { existingParameters, parameterExists, parameterStore } from './parameters.ts'
import { type Call, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** Whether secrets and parameters exist. No value is ever read. */
export type SecretsPort = {
  /** @param valueFrom as a task definition names it. @throws what Secrets Manager or Parameter Store throws */
  exists(valueFrom: string): Promise<boolean>
  /** Which of these parameters do not exist, in as few calls as can be. @throws what Parameter Store throws */
  absentParameters(valueFroms: readonly string[]): Promise<readonly string[]>
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
const describedSecret = structure('DescribeSecretResponse', { ARN: simple.string })
/** The port over Secrets Manager and Parameter Store, in the Region that an ARN names, else the caller's. */
export function secretsPort(connection: Connection): SecretsPort {
  const clients = new Map<string, Promise<Call>>()
  const clientFor = (model: ServiceModel, region: string): Promise<Call> => {
    const key = `${model.id} ${region}`
    const made = clients.get(key) ?? smallClient(connection, model, region, connection.withinLimit)
    clients.set(key, made)
    return made
  }
  return {
    async exists(valueFrom) {
      const { service, region = connection.region, id } = placeOf(valueFrom)
      return service === 'secretsmanager'
        ? secretExists(await clientFor(secretsManager, region), id)
        : parameterExists(await clientFor(parameterStore, region), id)
    },
    async absentParameters(valueFroms) {
      const places = valueFroms.map((valueFrom) => ({ valueFrom, ...placeOf(valueFrom) }))
      const byRegion = Map.groupBy(places, ({ region = connection.region }) => region)
      const absent = [...byRegion].map(async ([region, named]) => {
        const names = named.flatMap(({ id }) => spellings(id))
        const there = await existingParameters(await clientFor(parameterStore, region), names)
        return named.filter(({ id }) => !spellings(id).some((name) => there.has(name)))
      })
      return (await Promise.all(absent)).flat().map(({ valueFrom }) => valueFrom)
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

async function secretExists(call: Call, id: string): Promise<boolean> {
  try {
    await call('DescribeSecret', describeSecret, describedSecret, { SecretId: id })
    return true
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) return false
    throw error
  }
}
