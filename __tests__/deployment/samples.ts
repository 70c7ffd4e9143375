/** Small pieces that deployments are made of, for tests that change one thing of them. */
import type { Service } from '@aws-sdk/client-ecs'
import { type DeploymentRecord, newRecord } from '../../src/deployment/record.ts'
import type { DeployInputs } from '../../src/inputs/deploy-inputs.ts'
import type { Version } from '../../src/report.ts'
import type { DeploymentView, Snapshot } from '../../src/rollout/snapshot.ts'

export const now = Date.UTC(2026, 10, 21)

const account = 'us-east-1:111122223333'

export function revisionArn(revision: number): string {
  return `arn:aws:ecs:${account}:task-definition/web:${revision}`
}

export const serviceArn = `arn:aws:ecs:${account}:service/main/web`

export function deployment(id: string, more: Partial<DeploymentView> = {}): DeploymentView {
  return {
    id,
    status: 'PRIMARY',
    rolloutState: 'COMPLETED',
    taskDefinition: revisionArn(2),
    desired: 2,
    running: 2,
    pending: 0,
    failed: 0,
    createdAt: now,
    ...more,
  }
}

export function snapshot(deployments: readonly DeploymentView[], more: Partial<Snapshot> = {}): Snapshot {
  const counts = { desired: 2, running: 2, pending: 0 }
  return { at: now, uptime: 0, serviceStatus: 'ACTIVE', ...counts, deployments, events: [], ...more }
}

export function version(revision: number, digest?: string): Version {
  return {
    taskDefinition: `web:${revision}`,
    taskDefinitionArn: revisionArn(revision),
    images: [{ container: 'web', image: `registry.example/web:v${revision}`, ...(digest && { digest }) }],
  }
}

export function record(more: Partial<DeploymentRecord> = {}): DeploymentRecord {
  return { ...newRecord('main', 'web', 'us-east-1', now), ...more }
}

export function service(more: Partial<Service> = {}): Service {
  return { serviceName: 'web', serviceArn, status: 'ACTIVE', ...more }
}

/** The inputs of a run that asks for nothing. */
export function inputs(more: Partial<DeployInputs> = {}): DeployInputs {
  return {
    cluster: 'main',
    service: 'web',
    images: [],
    pinDigest: 'true',
    allowUnknownMembers: [],
    overrides: {},
    settings: {},
    tags: [],
    defaultTags: true,
    preflight: 'enforce',
    preflightIgnore: [],
    scanFindings: 'off',
    waitForServiceStability: true,
    waitForMinutes: 30,
    maxFailedTasks: 'auto',
    rollbackOnFailure: true,
    rollbackWaitMinutes: 30,
    onInProgress: 'supersede',
    onCancel: 'leave',
    refuseOlderCommit: false,
    dryRun: false,
    ...more,
  }
}

/** Every way to choose one of each. */
export function combinations<T extends Readonly<Record<string, readonly unknown[]>>>(
  choices: T,
): { readonly [K in keyof T]: T[K][number] }[] {
  return Object.entries(choices).reduce<Record<string, unknown>[]>(
    (made, [name, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  ) as { readonly [K in keyof T]: T[K][number] }[]
}
