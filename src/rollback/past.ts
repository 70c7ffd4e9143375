/** One service deployment of a service's history, with what it deployed, as plain data. */
export type PastDeployment = {
  /** `ecs-svc/N`. */
  readonly deploymentId: string
  /** As in the history of service deployments: `SUCCESSFUL`, `ROLLBACK_SUCCESSFUL`, `STOPPED`, … */
  readonly status: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  readonly finishedAt?: number
  /** ARN of the revision that it deployed; absent where it could not be read. */
  readonly taskDefinitionArn?: string
  /** The same text for the same content with the same image digests, however the images are named; absent where a part is not known. */
  readonly fingerprint?: string
  /** From the tags of the revision. */
  readonly commit?: string
  /** From the tags of the revision: the run of GitHub Actions that deployed it last. */
  readonly run?: string
  /** From the tags of the revision: `family:revision` of which it is a copy, registered for a rollback. */
  readonly copyOf?: string
}

/** What is known of the deployments of a service. */
export type Past = {
  /** Newest first. */
  readonly deployments: readonly PastDeployment[]
  /** Which of them ECS steers to. */
  readonly currentId: string
  /** False: the history could not be read, and there are only those that still have tasks. */
  readonly complete: boolean
}

/** The deployment that ECS steers to; it is always part of the history. */
export function currentOf({ deployments, currentId }: Past): PastDeployment | undefined {
  return deployments.find(({ deploymentId }) => deploymentId === currentId)
}

/** It completed, with the revision that it was to bring. */
export function succeeded({ status }: Pick<PastDeployment, 'status'>): boolean {
  return status === 'SUCCESSFUL'
}

/** Certainly another version: where the digests of the current one are not known yet, a tag may stand for another image by now. */
export function isOtherVersion(candidate: PastDeployment, current: PastDeployment): boolean {
  if (candidate.fingerprint === undefined) return candidate.taskDefinitionArn !== current.taskDefinitionArn
  return candidate.fingerprint !== current.fingerprint
}

/** `arn:…:task-definition/web:7` → `web:7`. */
export function revisionName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
