import type { ECSClient, ECSClientConfig } from '@aws-sdk/client-ecs'
import { ProblemsFound } from '../problem.ts'
import { type CallLimit, withinLimit } from './call-limit.ts'
import { describeFailure, failureKind } from './failure.ts'
import { passWholeDefinitions } from './whole-definition.ts'

/** Clients of one Region with the same credentials. */
export type Connection = {
  readonly region: string
  /** Sends again by itself what only reads. */
  readonly reads: ECSClient
  /**
   * Never sends anything again: RegisterTaskDefinition and UpdateService have no idempotency token
   * (API reference "Idempotency"), so whoever sends them decides.
   */
  readonly writes: () => ECSClient
  /** The time limit of every call. */
  readonly withinLimit: CallLimit
  readonly sdk: typeof import('@aws-sdk/client-ecs')
  /** What other clients need to speak for the same caller. */
  readonly shared: Pick<ECSClientConfig, 'region' | 'customUserAgent'> & {
    readonly credentials: ECSClient['config']['credentials']
  }
}

/** There is no Region or there are no credentials: nobody can be asked anything. */
export class NotConnected extends ProblemsFound {}

/**
 * Loads the ECS client and finds Region and credentials, without any call to AWS.
 *
 * @param region the `aws-region` input; absent: AWS_REGION, AWS_DEFAULT_REGION or the profile.
 * @param allowUnknownMembers members of task definitions that pass through although the SDK does not know them
 * @throws NotConnected when there is no Region or there are no credentials; ProblemsFound for a Region that is none
 */
export async function connect(region: string | undefined, allowUnknownMembers: readonly string[]): Promise<Connection> {
  const sdk = await import('@aws-sdk/client-ecs')
  const common: ECSClientConfig = {
    ...(region === undefined ? {} : { region }),
    customUserAgent: [['ecs-deploy', '1']],
  }
  const reads = new sdk.ECSClient({ ...common, maxAttempts: 4 })
  passWholeDefinitions(reads, allowUnknownMembers)
  const found = await regionOf(reads)
  await checkCredentials(reads)
  const shared = { region: found, credentials: reads.config.credentials, customUserAgent: common.customUserAgent ?? [] }
  let writing: ECSClient | undefined
  const writes = (): ECSClient => {
    if (writing !== undefined) return writing
    writing = new sdk.ECSClient({ ...shared, maxAttempts: 1, requestHandler: reads.config.requestHandler })
    passWholeDefinitions(writing, allowUnknownMembers)
    return writing
  }
  return { region: found, reads, writes, withinLimit, sdk, shared }
}

async function regionOf(client: ECSClient): Promise<string> {
  try {
    const region = await client.config.region()
    if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) return region
    throw new ProblemsFound([
      { input: 'aws-region', message: `"${region}" is not an AWS Region. Write it like us-east-1.` },
    ])
  } catch (error) {
    if (error instanceof ProblemsFound) throw error
    throw new NotConnected([
      {
        input: 'aws-region',
        message:
          'There is no AWS Region. Set aws-region, or run aws-actions/configure-aws-credentials before this step (it sets AWS_REGION).',
      },
    ])
  }
}

async function checkCredentials(client: ECSClient): Promise<void> {
  try {
    await client.config.credentials()
  } catch (error) {
    const kind = failureKind(error)
    const detail = kind === 'no-credentials' ? '' : ` (${describeFailure(error)})`
    throw new NotConnected([
      {
        message:
          `There are no AWS credentials${detail}. Run aws-actions/configure-aws-credentials with role-to-assume before this step, ` +
          'in a job that has "permissions: id-token: write".',
      },
    ])
  }
}
