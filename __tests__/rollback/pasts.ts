/** Histories of a service in a few letters, for tests of what is chosen from them. */
import type { Past, PastDeployment } from '../../src/rollback/past.ts'

export function arn(name: string): string {
  return `arn:aws:ecs:us-east-1:111122223333:task-definition/${name}`
}

/** What differs from a success of the revision `of`; undefined takes a member away. */
export type Deployed = { readonly of: string } & {
  readonly [Name in keyof PastDeployment]?: PastDeployment[Name] | undefined
}

/** Each a minute after the one before. */
export function past(...newestFirst: readonly Deployed[]): Past {
  const { length } = newestFirst
  const deployments = newestFirst.map(({ of, ...more }, index) => ({
    deploymentId: `ecs-svc/${length - index}`,
    status: 'SUCCESSFUL',
    createdAt: (length - index) * 60_000,
    finishedAt: (length - index) * 60_000 + 30_000,
    taskDefinitionArn: arn(of),
    fingerprint: of,
    ...more,
  })) as readonly PastDeployment[]
  return { deployments, currentId: deployments[0]?.deploymentId ?? '', complete: true }
}
