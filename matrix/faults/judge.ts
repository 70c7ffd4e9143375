/** The rules that every run has to keep, whatever goes wrong; judged from the simulator's record. */
import { primaryOf, registeredTwice, startedDuring, tasksRun, timesApplied } from '../record.ts'
import type { Cell } from './cells.ts'
import type { Played } from './play.ts'

type Rule = (cell: Cell, played: Played) => string | undefined

/** @returns what the run did wrong; empty: nothing */
export function judge(cell: Cell, played: Played): readonly string[] {
  return rules.map((rule) => rule(cell, played)).filter((complaint) => complaint !== undefined)
}

const successes: readonly (string | undefined)[] = ['deployed', 'planned']

/** What a run with trouble may end as; anything else would name a reason that is not there. */
const possible: readonly (string | undefined)[] = ['deployed', 'rolled-back', 'rollback-failed', 'failed', 'unknown']

const rules: readonly Rule[] = [
  (_, { struck }) => (struck ? undefined : 'the call was never made'),
  ({ deployment }, { run: { outputs } }) =>
    [...possible, deployment.outcome].includes(outputs.outcome) ? undefined : `ended as "${outputs.outcome}"`,
  function exitCode(_, { run }) {
    const wanted = successes.includes(run.outputs.outcome) ? 0 : 1
    const errors = run.log.split('\n').filter((line) => line.startsWith('::error')).length
    if (run.exitCode !== wanted) return `"${run.outputs.outcome}" with exit code ${run.exitCode}`
    return errors === wanted ? undefined : `"${run.outputs.outcome}" with ${errors} error annotations`
  },
  function deployedIsTrue({ deployment }, { run, record, digestOf }) {
    if (run.outputs.outcome !== 'deployed') return undefined
    const [ours] = startedDuring(record)
    const primary = primaryOf(record.after)
    if (ours?.status !== 'SUCCESSFUL')
      return `"deployed", but the deployment of the run is ${ours?.status ?? 'not there'}`
    if (primary?.number !== ours.number) return '"deployed", but another deployment is PRIMARY'
    if (run.outputs['deployment-id'] !== primary.id) return '"deployed", with the id of another deployment'
    return runs(record.runningDigests, digestOf(deployment.brings)) ? undefined : '"deployed", but another image runs'
  },
  function rolledBackIsTrue({ deployment }, { run, record, digestOf }) {
    if (run.outputs.outcome !== 'rolled-back') return undefined
    const [ours] = startedDuring(record)
    const primary = primaryOf(record.after)
    if (primary?.number === ours?.number) return '"rolled-back", but the deployment of the run is PRIMARY'
    if (primary?.rolloutState !== 'COMPLETED') return `"rolled-back", but PRIMARY is ${primary?.rolloutState}`
    return runs(record.runningDigests, digestOf(deployment.ran)) ? undefined : '"rolled-back", but another image runs'
  },
  function plannedIsTrue(_, { run, record: { applied } }) {
    return run.outputs.outcome === 'planned' && applied.length > 0 ? `"planned", after ${applied}` : undefined
  },
  function onlyAnExtra({ deployment, call, troubles }, { run: { outputs } }) {
    if (!deployment.canDoWithout?.(call.operation) || outputs.outcome === deployment.outcome) return undefined
    // Without credentials the deployment cannot be begun, or not be watched to its end.
    if (troubles.includes('expired') && outputs.outcome === (call.phase === 'prepare' ? 'failed' : 'unknown'))
      return undefined
    return `a call that it can do without made it "${outputs.outcome}" instead of "${deployment.outcome}"`
  },
  function anExtraIsToldOnce({ deployment, call, extent, troubles }, { run: { outputs, report } }) {
    if (!deployment.canDoWithout?.(call.operation) || outputs.outcome !== deployment.outcome || extent === 'once')
      return undefined
    const action = `${call.service}:${call.operation}`
    const words = troubles.includes('denied') ? undefined : deployment.toldAs
    const told = (report?.notices ?? []).filter((notice) => notice.includes(action) || words?.test(notice)).length
    return told === 1 ? undefined : `${told} notices tell of ${action}`
  },
  function untouchedIsTrue(_, { run, record }) {
    const says = /The service was not touched|so it was not changed|Nothing was changed\./.test(run.log)
    if (run.outputs.outcome === 'failed' && !says && startedDuring(record).length === 0) {
      return '"failed" without saying that the service was not changed'
    }
    if (says && timesApplied(record, 'UpdateService') > 0) return 'says that the service was not changed, but it was'
    const nothing = /Nothing was changed\./.test(run.log)
    return nothing && record.applied.length > 0 ? `says that nothing was changed, after ${record.applied}` : undefined
  },
  function unknownIsNeeded({ extent }, { run, record }) {
    if (run.outputs.outcome !== 'unknown') return undefined
    if (!record.requests.some(({ operation }) => operation === 'UpdateService'))
      return '"unknown", but nothing was sent'
    if (!run.log.includes('aws ecs describe-services')) return '"unknown" without the command that shows what runs'
    return extent === 'once' ? '"unknown" because of one call that failed once' : undefined
  },
  function whatPassesChangesNothing({ deployment, extent }, { run }) {
    if (extent === 'always' || run.outputs.outcome === deployment.outcome) return undefined
    return `a trouble that passed made it "${run.outputs.outcome}" instead of "${deployment.outcome}"`
  },
  function nothingTwice({ deployment }, { record }) {
    const twice = registeredTwice(record)
    if (twice.length > 0) return `registered twice: ${twice.join(', ')}`
    const updates = timesApplied(record, 'UpdateService')
    const stops = timesApplied(record, 'StopServiceDeployment')
    const most = deployment.outcome === 'rolled-back' || deployment.verifies === true ? 2 : 1
    if (updates > most) return `${updates} UpdateService were applied`
    if (tasksRun(record) > 1) return `${tasksRun(record)} tasks were run`
    return Math.max(updates - 1, 0) + stops > 1 ? 'two rollbacks were applied' : undefined
  },
  function onlyWhatWasAskedFor(_, { record: { before, after } }) {
    const settings = ({ desiredCount, settings }: typeof before) => JSON.stringify({ desiredCount, settings })
    return settings(before) === settings(after) ? undefined : 'a setting of the service was changed'
  },
  function endsInTime({ troubles }, { run, lasted }) {
    // Waiting for the deployment and its rollback, and up to 3 minutes for each call that is throttled. The limit of a call is
    // longer in virtual time than it would be, so that nothing can be said of those that wait for it.
    if (lasted > 80 * 60 && !troubles.includes('time-out')) return `it took ${Math.round(lasted / 60)} minutes`
    return run.seconds > 30 ? `it took ${Math.round(run.seconds)} real seconds` : undefined
  },
  function namesThePermission({ troubles, call }, { run }) {
    const action = `${call.service}:${call.operation}`
    return !troubles.includes('denied') || run.log.includes(action) ? undefined : `the log does not name ${action}`
  },
  function saysWhatExpiredMeans({ troubles, deployment }, { run }) {
    if (!troubles.includes('expired')) return undefined
    // Where a deployment can do without the call, a notice says why it was not possible.
    if (run.outputs.outcome === deployment.outcome) {
      return /ExpiredToken|RequestExpired/.test(run.log)
        ? undefined
        : 'the log does not say that the credentials were refused'
    }
    return run.log.includes('role-duration-seconds')
      ? undefined
      : 'the log does not say what to do about the credentials'
  },
]

function runs(digests: readonly string[], wanted: string): boolean {
  return digests.length === 1 && digests[0] === wanted
}
