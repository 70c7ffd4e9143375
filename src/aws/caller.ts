import type { Connection } from './connection.ts'
import { type ServiceModel, simple, smallClient, structure } from './small-client.ts'

const sts: ServiceModel = {
  id: 'STS',
  host: 'sts',
  signingName: 'sts',
  protocol: 'query',
  version: '2011-06-15',
  xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
}

const request = structure('GetCallerIdentityRequest', {})
const answer = structure('GetCallerIdentityResponse', { Arn: simple.string })

/** Who is calling, which nobody can be denied to ask (API GetCallerIdentity). */
export async function callerArn(connection: Connection): Promise<string> {
  const call = await smallClient(connection, sts, connection.region, connection.withinLimit)
  return (await call<{ readonly Arn?: string }>('GetCallerIdentity', request, answer, {})).Arn ?? ''
}

/**
 * The ARN of the role behind a session, without the path that the role may have, which no session tells; users as they are.
 * Undefined for everything else; pure.
 */
export function principalOf(arn: string): string | undefined {
  const session = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn)
  if (session !== null) return `arn:${session[1]}:iam::${session[2]}:role/${session[3]}`
  return /^arn:[\w-]+:iam::\d{12}:(?:role|user)\//.test(arn) ? arn : undefined
}
