/** The ports of one process: the action's own, over real SDK clients that talk to the stage. */
import { ECRClient } from '@aws-sdk/client-ecr'
import * as sdk from '@aws-sdk/client-ecs'
import { configBlobAt } from '../../simulator/world/config-blobs.ts'
import type { Ports } from '../../src/deployment/ports.ts'
import type { Logger } from '../../src/github/log.ts'
import type { Action } from '../action.ts'
import { registry } from '../plan/account.ts'
import type { ActionProcess } from './action-process.ts'
import { callLimits } from './call-limits.ts'
import type { Call } from './played.ts'
import { retryStrategy } from './retries.ts'
import type { Stage } from './stage.ts'

export interface Opening {
  readonly action: Action
  readonly stage: Stage
  readonly process: ActionProcess
  readonly name: Call['stage']
  /** Where its calls are noted. */
  readonly calls: Call[]
  readonly log: Logger
  readonly cancelled: AbortSignal
  readonly allowUnknownMembers: readonly string[]
  keep(): Promise<void>
}

/** Opens everything that a deployment talks to. */
export function openPorts(opening: Opening): Ports {
  const { action, stage, process, name, calls, log, cancelled, keep } = opening
  const limits = callLimits(process)
  const requestHandler = stage.handlerFor(process, name, calls, limits)
  const client = (maxAttempts: number) => ({
    region: 'us-east-1',
    // All that the SDK would look for in files, which takes real time.
    endpoint: 'http://simulator.invalid',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    defaultUserAgentProvider: async () => [['soak', '1'] as [string, string]],
    userAgentAppId: '',
    credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
    requestHandler: requestHandler as never,
    maxAttempts,
    retryStrategy: retryStrategy(maxAttempts, process, stage.chance) as never,
  })
  const reads = new sdk.ECSClient(client(4))
  action.passWholeDefinitions(reads, opening.allowUnknownMembers)
  let writing: sdk.ECSClient | undefined
  const writes = (): sdk.ECSClient => {
    if (writing !== undefined) return writing
    writing = new sdk.ECSClient(client(1))
    action.passWholeDefinitions(writing, opening.allowUnknownMembers)
    return writing
  }
  const { withinLimit } = limits
  // What the other clients are made with: more than their type says, so that they too live on virtual time.
  const shared = { ...client(3), customUserAgent: [], credentials: reads.config.credentials }
  const connection = { region: 'us-east-1', reads, writes, sdk, withinLimit, shared }
  return {
    ecs: action.ecsPort(connection),
    tasks: action.tasksPort(connection),
    logs: action.logsPort(connection, withinLimit),
    targetHealth: action.targetHealthPort(connection),
    alarms: action.alarmsPort(connection),
    scalableTargets: action.scalableTargetsPort(connection),
    secrets: action.secretsPort(connection),
    roles: action.rolesPort(connection),
    commits: { compare: async () => stage.commitOrder },
    // No service of a plan gives its tasks public addresses.
    ec2: { publicIps: async () => [], openPorts: async () => [] },
    ecr: action.ecrImages(
      async () => new ECRClient(client(3)),
      withinLimit,
      async (url) => configBlobAt(stage.simulator.world, url),
    ),
    repositoryUri: async (repository) => `${registry}/${repository}`,
    imageTools: { inspect: async () => ({ kind: 'not-looked', reason: 'there is no docker' }) },
    // Nothing of it asks the web or runs a script.
    requests: {
      send: async ({ url }) => ({ kind: 'failed', url, why: 'other', detail: 'there is no network' }),
    },
    scripts: { run: async () => ({ kind: 'not-started', why: 'there is no shell' }) },
    log,
    clock: process.clock,
    random: () => stage.chance.whole(0, 999) / 1000,
    run: { repository: 'owner/name', sha: 'a'.repeat(40), runId: '1', actor: 'octocat' },
    region: 'us-east-1',
    cancelled,
    keep,
  }
}
