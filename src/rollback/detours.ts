import { type PastDeployment, revisionName, succeeded } from './past.ts'

/** What rollbacks did to a history. */
export type Detours = {
  /** Where a deployment that was itself a rollback went back to; absent for any other deployment. `unknown`: not in the history any more. */
  readonly origins: ReadonlyMap<PastDeployment, PastDeployment | 'unknown'>
  /** Deployments that a rollback went away from. */
  readonly left: ReadonlySet<PastDeployment>
}

/**
 * Finds the deployments that were rollbacks, and what they left; pure. A rollback is a deployment of a copy that was
 * registered for one, or of a revision or content that had completed before, with something else in between. Whoever
 * deploys an old version again by other means has gone back as well.
 *
 * @param deployments newest first
 */
export function detoursOf(deployments: readonly PastDeployment[]): Detours {
  const origins = new Map<PastDeployment, PastDeployment | 'unknown'>()
  const left = new Set<PastDeployment>()
  deployments.forEach((deployment, index) => {
    const earlier = deployments.slice(index + 1)
    const origin = originOf(deployment, earlier)
    if (origin === undefined) return
    origins.set(deployment, origin)
    // With an origin that is no longer known, nothing that is older is certain to be wanted.
    const passed = origin === 'unknown' ? earlier : earlier.slice(0, earlier.indexOf(origin))
    for (const one of passed.filter((other) => !isSame(other, deployment))) left.add(one)
  })
  return { origins, left }
}

type Sameness = (one: PastDeployment, other: PastDeployment) => boolean

function originOf(
  deployment: PastDeployment,
  earlier: readonly PastDeployment[],
): PastDeployment | 'unknown' | undefined {
  const sameness: readonly Sameness[] = [hasSameRevision, hasSameContent]
  const returned = sameness.flatMap((same) => returnedTo(deployment, earlier, same) ?? [])
  const { copyOf } = deployment
  if (copyOf === undefined) return returned[0]
  const original = earlier.find(
    (one) => succeeded(one) && one.taskDefinitionArn !== undefined && revisionName(one.taskDefinitionArn) === copyOf,
  )
  return returned[0] ?? original ?? 'unknown'
}

/** The newest success with the same version, if something else was deployed after it. */
function returnedTo(
  deployment: PastDeployment,
  earlier: readonly PastDeployment[],
  same: Sameness,
): PastDeployment | undefined {
  const firstOther = earlier.findIndex((one) => !same(one, deployment))
  if (firstOther === -1) return undefined
  return earlier.slice(firstOther).find((one) => succeeded(one) && same(one, deployment))
}

function isSame(one: PastDeployment, other: PastDeployment): boolean {
  return hasSameRevision(one, other) || hasSameContent(one, other)
}

function hasSameRevision(one: PastDeployment, other: PastDeployment): boolean {
  return one.taskDefinitionArn !== undefined && one.taskDefinitionArn === other.taskDefinitionArn
}

function hasSameContent(one: PastDeployment, other: PastDeployment): boolean {
  return one.fingerprint !== undefined && one.fingerprint === other.fingerprint
}
