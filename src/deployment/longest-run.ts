import type { Logger } from '../github/log.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { settleSeconds } from '../rollout/settling.ts'

/** One part of the longest possible run: which input sets it, and how long it may take. */
export type Part = { readonly input: string; readonly minutes: number }

/** A session of configure-aws-credentials lasts an hour unless said otherwise (role-duration-seconds); a margin for the rest of the job. */
const sessionMinutes = 55

/**
 * The parts of which the longest possible run is made; pure. Nothing is known of the service yet: what depends on it counts
 * with the most that it may be.
 */
export function longestParts(
  inputs: Pick<
    DeployInputs,
    | 'waitForServiceStability'
    | 'waitForMinutes'
    | 'rollbackWaitMinutes'
    | 'settleSeconds'
    | 'onInProgress'
    | 'verification'
    | 'keepRevisions'
    | 'preDeploy'
  >,
): readonly Part[] {
  const turn = inputs.onInProgress === 'wait' ? [{ input: 'on-in-progress', minutes: inputs.waitForMinutes }] : []
  const { preDeploy } = inputs
  const task =
    preDeploy === undefined ? [] : [{ input: 'pre-deploy-timeout-minutes', minutes: preDeploy.timeoutMinutes }]
  const waitsFirst = [...turn, ...task]
  if (!inputs.waitForServiceStability) return waitsFirst
  return [
    ...waitsFirst,
    { input: 'wait-for-minutes', minutes: inputs.waitForMinutes },
    { input: 'settle-seconds', minutes: settleSeconds(inputs.settleSeconds, false) / 60 },
    ...verifyingParts(inputs.verification),
    { input: 'keep-revisions', minutes: inputs.keepRevisions === undefined ? 0 : tidyMinutes },
    // ECS may go back by itself whatever the user wants.
    { input: 'rollback-wait-minutes', minutes: inputs.rollbackWaitMinutes },
  ].filter(({ minutes }) => minutes > 0)
}

/** What seldom happens and is not in the sum of the parts, in words; pure. */
export function rareWaits({
  onInProgress,
  rollbackWaitMinutes: minutes,
  waitForServiceStability,
}: Pick<DeployInputs, 'onInProgress' | 'rollbackWaitMinutes' | 'waitForServiceStability'>): string {
  const first =
    onInProgress === 'supersede' ? ['ECS is rolling back, or a first deployment is under way, beforehand'] : []
  const again = waitForServiceStability ? ['ECS cannot complete its rollback and a second one is sent'] : []
  const waits = [...first, ...again].map((when) => `up to ${minutes} more where ${when}`)
  return [...waits, 'up to 3 more for each call that AWS is too busy to take'].join(', ')
}

/** Old revisions are deregistered one a second, 50 in one run (tidy-revisions.ts). */
const tidyMinutes = 1

/** The alarms are watched from the beginning of the verification on. */
function verifyingParts(verification: DeployInputs['verification']): readonly Part[] {
  if (verification === undefined) return []
  const { urls, command, timeoutSeconds, alarms, alarmsMinutes } = verification
  const looks = (urls.length > 0 ? 1 : 0) + (command === undefined ? 0 : 1)
  const minutes = (looks * timeoutSeconds) / 60
  return [
    { input: looks === 2 ? '2 × verify-timeout-seconds' : 'verify-timeout-seconds', minutes },
    { input: 'verify-alarms-minutes', minutes: alarms.length === 0 ? 0 : Math.max(0, alarmsMinutes - minutes) },
  ]
}

/**
 * Says how long this run may take, before anything else; a warning where the credentials may not last as long.
 *
 * @param rare what it may take beside the parts, in words
 */
export function tellLongestRun(parts: readonly Part[], log: Pick<Logger, 'info' | 'warning'>, rare = ''): void {
  if (parts.length === 0) return
  const minutes = Math.ceil(parts.reduce((sum, part) => sum + part.minutes, 0))
  const sum = parts.map(({ input, minutes: each }) => `${input} ${Number(each.toFixed(1))}`).join(' + ')
  log.info(`This run may take up to ${minutes} minutes (${sum})${rare === '' ? '' : `; ${rare}`}.`)
  if (minutes <= sessionMinutes) return
  log.warning(
    `This run may take ${minutes} minutes, and credentials of an assumed role last 60 unless told otherwise. Set role-duration-seconds of ` +
      `aws-actions/configure-aws-credentials to ${Math.min(43_200, (minutes + 10) * 60)} or more, up to the maximum session duration of the role.`,
  )
}
