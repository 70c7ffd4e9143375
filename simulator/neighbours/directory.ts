/** Which service a request is for. All of them share one port. */
import { ecrOperations, ecrTargetPrefix } from '../ecr/operations.ts'
import { ecsOperations, ecsTargetPrefix } from '../ecs/operations.ts'
import { json11 } from '../protocol/json.ts'
import { ecsComplaints } from '../protocol/schema.ts'
import { type ApiService, jsonWording } from './service.ts'

/** The part of an HTTP request that says whom it is for. Header names in lower case. */
export interface Addressed {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Where an operation was asked for, and the service's module, which is loaded with its first request. */
export interface Destination {
  readonly service: string
  readonly operation: string
  load(): Promise<ApiService>
}

interface Entry {
  readonly name: string
  /** Start of `x-amz-target`, with the dot. */
  readonly target?: string
  /** `Version` of a form body. */
  readonly version?: string
  readonly signingName: string
  load(): Promise<ApiService>
}

/** @param baseUrl of this server, where ECR's config blobs are served */
export function createDirectory(baseUrl: () => string): (request: Addressed) => Destination | undefined {
  const entries = entriesOf(baseUrl)
  return ({ headers, body }) => {
    const target = String(headers['x-amz-target'] ?? '')
    const form = target === '' ? new URLSearchParams(body) : new URLSearchParams()
    const action = form.get('Action')
    const entry =
      target === ''
        ? action === null
          ? undefined
          : (entries.find(({ version }) => version === form.get('Version')) ?? bySignature(entries, headers))
        : entries.find((one) => one.target !== undefined && target.startsWith(one.target))
    if (entry === undefined) return undefined
    return { service: entry.name, operation: action ?? target.slice(target.indexOf('.') + 1), load: entry.load }
  }
}

/** An old client names another version of the API, but signs for the same service. */
function bySignature(entries: readonly Entry[], headers: Addressed['headers']): Entry | undefined {
  const name = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(String(headers.authorization ?? ''))?.[1]
  return entries.find(({ signingName, version }) => version !== undefined && signingName === name)
}

function entriesOf(baseUrl: () => string): readonly Entry[] {
  const loaded = async (service: ApiService): Promise<ApiService> => service
  const ecs: ApiService = { name: 'ecs', wire: json11, wording: jsonWording(ecsComplaints), operations: ecsOperations }
  const ecr: ApiService = { ...ecs, name: 'ecr', operations: ecrOperations(baseUrl) }
  return [
    { name: 'ecs', target: ecsTargetPrefix, signingName: 'ecs', load: () => loaded(ecs) },
    { name: 'ecr', target: ecrTargetPrefix, signingName: 'ecr', load: () => loaded(ecr) },
    {
      name: 'logs',
      target: 'Logs_20140328.',
      signingName: 'logs',
      load: async () => (await import('./logs/service.ts')).logs,
    },
    {
      name: 'secretsmanager',
      target: 'secretsmanager.',
      signingName: 'secretsmanager',
      load: async () => (await import('./secretsmanager/service.ts')).secretsManager,
    },
    { name: 'ssm', target: 'AmazonSSM.', signingName: 'ssm', load: async () => (await import('./ssm/service.ts')).ssm },
    {
      name: 'application-autoscaling',
      target: 'AnyScaleFrontendService.',
      signingName: 'application-autoscaling',
      load: async () => (await import('./application-autoscaling/service.ts')).applicationAutoScaling,
    },
    {
      name: 'kms',
      target: 'TrentService.',
      signingName: 'kms',
      load: async () => (await import('./kms/service.ts')).kms,
    },
    {
      name: 'cloudwatch',
      target: 'GraniteServiceVersion20100801.',
      signingName: 'monitoring',
      load: async () => (await import('./cloudwatch/service.ts')).cloudWatch,
    },
    {
      name: 'cloudwatch',
      version: '2010-08-01',
      signingName: 'monitoring',
      load: async () => (await import('./cloudwatch/service.ts')).cloudWatchQuery,
    },
    {
      name: 'sts',
      version: '2011-06-15',
      signingName: 'sts',
      load: async () => (await import('./sts/service.ts')).sts,
    },
    {
      name: 'iam',
      version: '2010-05-08',
      signingName: 'iam',
      load: async () => (await import('./iam/service.ts')).iam,
    },
    {
      name: 'ec2',
      version: '2016-11-15',
      signingName: 'ec2',
      load: async () => (await import('./ec2/service.ts')).ec2,
    },
    {
      name: 'elasticloadbalancing',
      version: '2015-12-01',
      signingName: 'elasticloadbalancing',
      load: async () => (await import('./elasticloadbalancing/service.ts')).elasticLoadBalancing,
    },
  ]
}
