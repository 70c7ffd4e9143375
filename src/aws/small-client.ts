import type { ECSClientConfig } from '@aws-sdk/client-ecs'
import { ask, type CallLimit } from './call-limit.ts'
import type { Connection } from './connection.ts'

/**
 * How a service is spoken to, from its Smithy model (github.com/aws/aws-models).
 * Every client of the SDK adds between 0.2 and 2 MB to dist for the one or two calls that are made of it; the
 * serialisers, signers and retries that they share are there already, with the ECS client.
 */
export type ServiceModel = {
  /** As the SDK writes it: names `AWS_ENDPOINT_URL_<ID>`. */
  readonly id: string
  /** First label of its host, as in `logs.eu-west-1.amazonaws.com`. */
  readonly host: string
  readonly signingName: string
  readonly protocol: 'json-1.0' | 'json-1.1' | 'query' | 'ec2-query'
  readonly version: string
  /** Prefix of `X-Amz-Target`, for the JSON protocols. */
  readonly target?: string
  readonly xmlNamespace?: string
  /** It has one endpoint for a whole partition; the client is made for the Region that signs for it. */
  readonly global?: boolean
}

/** Schema of a value in the SDK's own notation: a number for a simple type, a tuple for a structure or a list. */
export type Shape = number | readonly unknown[]

/** A member that the wire calls otherwise than the SDK does; EC2 does so all over. */
export type Renamed = { readonly shape: Shape; readonly traits: object }

const namespace = 'ecs-deploy'

/** Simple types of a schema. */
export const simple = { string: 0, number: 1, boolean: 2 } as const

/** @param xmlName in answers; @param queryName in requests of EC2, where it is another one */
export function renamed(shape: Shape, xmlName: string, queryName?: string): Renamed {
  return { shape, traits: { xmlName, ...(queryName === undefined ? {} : { ec2QueryName: queryName }) } }
}

/** A list. */
export function listOf(name: string, member: Shape | Renamed): Shape {
  return [1, namespace, name, 0, reference(member)]
}

/** A structure with its members in the order in which they are sent. */
export function structure(name: string, members: Readonly<Record<string, Shape | Renamed>>): Shape {
  return [3, namespace, name, 0, Object.keys(members), Object.values(members).map(reference)]
}

/** The SDK takes a shape that is no number as a function, so that shapes may contain each other. */
function reference(member: Shape | Renamed): unknown {
  if (typeof member === 'number') return member
  if ('shape' in member) return [reference(member.shape), member.traits]
  return () => member
}

/** Calls one operation. @throws what the service answers, named as it names it */
export type Call = <Output>(operation: string, input: Shape, output: Shape, value: object) => Promise<Output>

/**
 * A client of one more service, for the same caller as the ECS client: same credentials, user agent and retries.
 * FIPS, dual-stack, partitions and endpoints from the environment go the way of the ECS client.
 *
 * @param region another one than the caller's, e.g. where a log group is
 */
export async function smallClient(
  { sdk, shared, reads }: Pick<Connection, 'sdk' | 'shared' | 'reads'>,
  model: ServiceModel,
  region: string,
  withinLimit: CallLimit,
): Promise<Call> {
  const [{ makeBuilder }, { getEndpointPlugin }, protocols] = await Promise.all([
    import('@smithy/core/client'),
    import('@smithy/core/endpoints'),
    import('@aws-sdk/core/protocols'),
  ])
  const protocol = {
    'json-1.0': protocols.AwsJson1_0Protocol,
    'json-1.1': protocols.AwsJson1_1Protocol,
    query: protocols.AwsQueryProtocol,
    'ec2-query': protocols.AwsEc2QueryProtocol,
  }[model.protocol]
  const ecsEndpoint = reads.config.endpointProvider as EndpointProvider
  const client = new sdk.ECSClient({
    ...shared,
    region,
    maxAttempts: 3,
    requestHandler: reads.config.requestHandler,
    apiVersion: model.version,
    serviceId: model.id,
    signingName: model.signingName,
    protocol,
    protocolSettings: {
      defaultNamespace: namespace,
      version: model.version,
      ...(model.target === undefined ? {} : { serviceTarget: model.target }),
      ...(model.xmlNamespace === undefined ? {} : { xmlNamespace: model.xmlNamespace }),
    },
    endpointProvider: (params: EndpointParameters, context?: object) =>
      atHost(ecsEndpoint(params, context), params, model),
    httpAuthSchemeProvider: (asked: { readonly region?: string }) => [
      {
        schemeId: 'aws.auth#sigv4',
        signingProperties: { name: model.signingName, region: asked.region },
        propertiesExtractor: (config: object, context: object) => ({ signingProperties: { config, context } }),
      },
    ],
  } as unknown as ECSClientConfig)
  const makeCommand = makeBuilder(endpointParameters, model.target ?? model.id, 'SmallClient', getEndpointPlugin)
  return async <Output>(operation: string, input: Shape, output: Shape, value: object): Promise<Output> => {
    const schema = [9, namespace, operation, 0, () => input, () => output]
    const Command = makeCommand({}, () => [], operation, schema as never)
    return (await ask((options) => client.send(new Command(value) as never, options), withinLimit)) as Output
  }
}

type EndpointParameters = { readonly Endpoint?: unknown; readonly Region?: string }
type Endpoint = { readonly url: URL }
type EndpointProvider = (params: EndpointParameters, context?: object) => Endpoint

// The four that every service's rules know (smithy "aws.endpoints").
const endpointParameters = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
} as const

/**
 * The endpoint of ECS with another first label: `ecs-fips.us-east-1.amazonaws.com` → `logs-fips.us-east-1.amazonaws.com`.
 * In GovCloud the plain endpoints are the FIPS ones (endpoint rules of these services).
 */
function atHost(
  ecs: Endpoint,
  { Endpoint, Region = '' }: EndpointParameters,
  { host, global = false }: Pick<ServiceModel, 'host' | 'global'>,
): Endpoint {
  if (Endpoint !== undefined) return ecs
  const url = new URL(ecs.url)
  const plain = Region.startsWith('us-gov-') ? '' : '$1'
  url.hostname = url.hostname.replace(/^ecs(-fips)?\./, `${host}${plain}.`)
  if (global) url.hostname = url.hostname.replace('.us-east-1.', '.').replace('.us-gov-west-1.', '.us-gov.')
  return { ...ecs, url }
}
