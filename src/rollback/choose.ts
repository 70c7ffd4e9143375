import type { WantedVersion } from '../inputs/rollback-inputs.ts'
import { detoursOf } from './detours.ts'
import { currentOf, isOtherVersion, type Past, type PastDeployment, revisionName, succeeded } from './past.ts'

/** Which deployment of the past the service is to go back to, or why that cannot be told; pure data. */
export type Choice =
  | { readonly kind: 'chosen'; readonly deployment: PastDeployment }
  /** A rollback is being deployed right now: pressing the button twice does not go back twice. */
  | { readonly kind: 'under-way'; readonly deployment: PastDeployment }
  /** The named revision is not in the history: whether it ever ran is not known. */
  | { readonly kind: 'not-in-history'; readonly reference: string }
  /** The named run has not deployed this service: it stays as it is. */
  | { readonly kind: 'not-of-run' }
  | { readonly kind: 'refused'; readonly why: Refusal }

/** Why no version was chosen. */
export type Refusal =
  /** What runs is itself the result of a rollback: by ECS, or by a deployment of something that had run before. */
  | { readonly kind: 'after-rollback'; readonly by: 'ecs' | 'deployment' }
  /** Before what runs, the service went to and fro. */
  | { readonly kind: 'to-and-fro' }
  /** Nothing older completed. */
  | { readonly kind: 'nothing-before' }
  /** It was deployed, and never completed; with the status of its newest deployment. */
  | { readonly kind: 'never-completed'; readonly status: string }
  | { readonly kind: 'no-such-commit' }
  /** The history that would tell cannot be read, or does not reach back far enough. */
  | { readonly kind: 'no-history' }
  | { readonly kind: 'several-commits'; readonly commits: readonly string[] }

/**
 * Chooses the version to go back to; pure. Only what completed in this service is ever chosen from the history, and never
 * by itself what a rollback left.
 *
 * @param family the family of what runs: a number means a revision of it
 */
export function choose(wanted: WantedVersion, past: Past, family: string): Choice {
  switch (wanted.kind) {
    case 'previous':
      return past.complete ? choosePrevious(past) : choosePreviousInList(past)
    case 'revision':
      return chooseRevision(`${family}:${wanted.revision}`, past)
    case 'reference':
      return chooseRevision(wanted.reference, past)
    case 'commit':
      return chooseCommit(wanted.commit, past)
    case 'run':
      return chooseBeforeRun(wanted.run, past)
  }
}

/** The newest success before what runs; where that was a rollback, what it went back to. */
function choosePrevious(past: Past): Choice {
  const current = currentOf(past)
  if (current === undefined) return refused({ kind: 'nothing-before' })
  if (ecsWentBack(past, current)) return refused({ kind: 'after-rollback', by: 'ecs' })
  const { origins, left } = detoursOf(past.deployments)
  if (origins.has(current)) {
    return isUnderWay(current)
      ? { kind: 'under-way', deployment: current }
      : refused({ kind: 'after-rollback', by: 'deployment' })
  }
  const before = past.deployments.find(
    (one) => one.createdAt < current.createdAt && succeeded(one) && isOtherVersion(one, current),
  )
  if (before === undefined) return refused({ kind: 'nothing-before' })
  if (!isCandidate(before)) return refused({ kind: 'no-history' })
  const deployment = followed(before, origins)
  if (deployment === undefined || left.has(deployment)) return refused({ kind: 'to-and-fro' })
  return { kind: 'chosen', deployment }
}

/**
 * The same without a history, from the deployments that still have tasks: certain only where what runs has not completed,
 * and is not an older revision than the one that had, as it would be after a rollback.
 */
function choosePreviousInList(past: Past): Choice {
  const current = currentOf(past)
  const unclear = refused({ kind: 'no-history' })
  if (current === undefined || succeeded(current) || current.copyOf !== undefined) return unclear
  if (ecsWentBack(past, current)) return refused({ kind: 'after-rollback', by: 'ecs' })
  const before = past.deployments.find((one) => one.createdAt < current.createdAt && isCandidate(one))
  if (before === undefined || !isSuccessor(current, before)) return unclear
  return { kind: 'chosen', deployment: before }
}

function isSuccessor(current: PastDeployment, before: PastDeployment): boolean {
  const [family, revision] = revisionName(current.taskDefinitionArn ?? '').split(':')
  const [otherFamily, otherRevision] = revisionName(before.taskDefinitionArn ?? '').split(':')
  return family === otherFamily && Number(revision) >= Number(otherRevision)
}

/** A deployment that is newer than the one that ECS steers to was, or is being, rolled back by ECS. */
function ecsWentBack({ deployments }: Past, current: PastDeployment): boolean {
  return deployments.some(({ createdAt, status }) => createdAt > current.createdAt && status.startsWith('ROLLBACK_'))
}

/** The first deployment of the version that a deployment brought, through all rollbacks that went back to it. */
function followed(
  start: PastDeployment,
  origins: ReadonlyMap<PastDeployment, PastDeployment | 'unknown'>,
): PastDeployment | undefined {
  let deployment = start
  for (let origin = origins.get(deployment); origin !== undefined; origin = origins.get(deployment)) {
    if (origin === 'unknown') return undefined
    deployment = origin
  }
  return deployment
}

function chooseRevision(reference: string, { deployments }: Past): Choice {
  const found = deployments.filter(
    ({ taskDefinitionArn: arn }) => arn !== undefined && (arn === reference || revisionName(arn) === reference),
  )
  return newestSuccess(found) ?? { kind: 'not-in-history', reference }
}

function chooseCommit(digits: string, { deployments, complete }: Past): Choice {
  const found = deployments.filter(({ commit }) => commit?.toLowerCase().startsWith(digits))
  const commits = [...new Set(found.flatMap(({ commit }) => commit ?? []))]
  if (commits.length > 1) return refused({ kind: 'several-commits', commits })
  return newestSuccess(found) ?? refused({ kind: complete ? 'no-such-commit' : 'no-history' })
}

/**
 * The newest success before the deployments of a run. A revision that is used again carries the id of its last run, so that the
 * newest deployment of it is meant; copies that a rollback registered carry that of their original, and are none of the run.
 */
function chooseBeforeRun(run: string, past: Past): Choice {
  if (!past.complete) return refused({ kind: 'no-history' })
  const own = past.deployments.find((one) => one.run === run && one.copyOf === undefined)
  if (own === undefined) return { kind: 'not-of-run' }
  const before = past.deployments.find(
    (one) => one.createdAt < own.createdAt && one.run !== run && succeeded(one) && isOtherVersion(one, own),
  )
  if (before === undefined) return refused({ kind: 'nothing-before' })
  if (!isCandidate(before)) return refused({ kind: 'no-history' })
  const deployment = followed(before, detoursOf(past.deployments).origins)
  return deployment === undefined ? refused({ kind: 'to-and-fro' }) : { kind: 'chosen', deployment }
}

function newestSuccess(found: readonly PastDeployment[]): Choice | undefined {
  const [newest] = found
  if (newest === undefined) return undefined
  const deployment = found.find(isCandidate)
  return deployment === undefined
    ? refused({ kind: 'never-completed', status: newest.status })
    : { kind: 'chosen', deployment }
}

/** It completed, and what it deployed is known. */
function isCandidate(deployment: PastDeployment): boolean {
  return succeeded(deployment) && deployment.taskDefinitionArn !== undefined
}

function isUnderWay({ status }: PastDeployment): boolean {
  return status === 'PENDING' || status === 'IN_PROGRESS'
}

function refused(why: Refusal): Choice {
  return { kind: 'refused', why }
}

/** Every version that completed, other than what runs, newest first, each once; pure. `left`: a rollback went away from it. */
export function candidatesOf(past: Past): readonly { readonly deployment: PastDeployment; readonly left: boolean }[] {
  const current = currentOf(past)
  const { left } = detoursOf(past.deployments)
  const seen = new Set<string>()
  return past.deployments.flatMap((deployment) => {
    if (!isCandidate(deployment) || (current !== undefined && !isOtherVersion(deployment, current))) return []
    const version = deployment.fingerprint ?? deployment.taskDefinitionArn ?? ''
    if (seen.has(version)) return []
    seen.add(version)
    return [{ deployment, left: left.has(deployment) }]
  })
}
