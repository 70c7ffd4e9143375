/** The rules for runs that are cancelled; judged from the simulator's record. */
import { registeredTwice, tasksRun, timesApplied } from '../record.ts'
import type { Cell } from './cells.ts'
import { type Deployment, secret } from './deployments.ts'
import type { Played } from './play.ts'
import { said, untrue } from './said.ts'
import { recordIn } from './story.ts'

/** Virtual seconds per real one, and how many real ones a busy machine may add. */
export type Pace = { readonly speed: number; readonly machineSeconds: number }

type Rule = (cell: Cell, played: Played, pace: Pace) => string | undefined

/** @returns what the run did wrong; empty: nothing */
export function judge(cell: Cell, played: Played, pace: Pace): readonly string[] {
  return rules.map((rule) => rule(cell, played, pace)).filter((complaint) => complaint !== undefined)
}

const leaveWithinSeconds = 5

const rules: readonly Rule[] = [
  (_, { struck }) => (struck ? undefined : 'the call was never made'),
  function leavesInTime({ signal, deployment }, { left }, { speed, machineSeconds }) {
    // What the post step looks up with `leave` it looks up to the end, which is a call or two.
    const most = leaveWithinSeconds / speed + machineSeconds
    const step = deployment.mainEnds === undefined ? 'main' : 'post'
    return signal === 'SIGINT' && left > most
      ? `${step} left ${left.toFixed(2)} real seconds after the signal`
      : undefined
  },
  function mainsEnd({ signal, deployment }, { main }) {
    const sent = deployment.mainEnds?.signal ?? signal
    if (sent === 'SIGKILL') return main.exitCode === null ? undefined : `killed, but exit code ${main.exitCode}`
    const { outcome = '' } = main.outputs
    if (outcome === 'cancelled') return main.exitCode === 1 ? undefined : `cancelled with exit code ${main.exitCode}`
    return outcome === deployment.outcome ? undefined : `main ended as "${outcome}"`
  },
  function postsEnd({ signal, deployment }, { post }) {
    if (post === undefined) return undefined
    const killed = deployment.mainEnds !== undefined && signal === 'SIGKILL'
    return killed === (post.exitCode === null) ? undefined : `post ended with exit code ${post.exitCode}`
  },
  function nothingNewAfterTheSignal({ onCancel, deployment }, { sentAfter }) {
    // Main may still ask for the rollback; post has had its chance.
    const mayAsk = onCancel === 'rollback' && deployment.mainEnds === undefined && deployment.action !== 'rollback'
    const allowed = ['', ...(mayAsk ? ['StopServiceDeployment'] : []), ...stopsTasks(deployment)]
    return allowed.includes(sentAfter.join(' ')) ? undefined : `sent after the signal: ${sentAfter.join(', ')}`
  },
  function leaveMeansLeave({ onCancel, deployment }, { sentByPost }) {
    if (onCancel === 'rollback' || ['', ...stopsTasks(deployment)].includes(sentByPost.join(' '))) return undefined
    return `post sent: ${sentByPost.join(', ')}`
  },
  (cell, played) => untrue(said(cell, played), cell, played),
  function rollbackMeansBack(cell, played) {
    if (cell.onCancel === 'leave' || cell.deployment.mainEnds !== undefined) return undefined
    const claim = said(cell, played)
    const asked: readonly string[] = ['untouched', 'no trace', 'rolled back', 'deployed']
    return asked.includes(claim) ? undefined : `"rollback" ended as "${claim}"`
  },
  function nothingTwice({ deployment }, { record }) {
    const twice = registeredTwice(record)
    if (twice.length > 0) return `registered twice: ${twice.join(', ')}`
    const forward = deployment.action === 'rollback' ? 0 : 1
    const updatedBack = Math.max(timesApplied(record, 'UpdateService') - forward, 0)
    return updatedBack + timesApplied(record, 'StopServiceDeployment') > 1 ? 'two rollbacks were applied' : undefined
  },
  function aDryRunChangesNothing({ deployment }, { record: { applied } }) {
    return deployment.outcome === 'planned' && applied.length > 0 ? `a dry run, but ${applied} came through` : undefined
  },
  function noTaskIsLeft({ deployment, signal }, { record }) {
    if (tasksRun(record) > 1) return `${tasksRun(record)} tasks were started`
    const postKilled = deployment.mainEnds !== undefined && signal === 'SIGKILL'
    return record.tasksLeft === 0 || postKilled ? undefined : 'the task before the deployment was not told to stop'
  },
  function intentIsKept(_, { kept }) {
    const wrong = kept.find(({ operation, nth, state }) => !intentions(operation, nth).includes(sendingIn(state)))
    return wrong && `before ${wrong.operation} ${wrong.nth} main had kept "${sendingIn(wrong.state)}"`
  },
  function noSecrets(_, { main, post }) {
    const written = [main, ...(post === undefined ? [] : [post])].flatMap(({ log, summary, state, outputs }) => [
      log,
      summary,
      JSON.stringify(state),
      JSON.stringify(outputs),
    ])
    return written.some((text) => text.includes(secret)) ? 'a value of the environment was written down' : undefined
  },
]

/** The task before a deployment is told to stop, whatever `on-cancel` says. */
function stopsTasks({ inputs }: Deployment): readonly string[] {
  return 'pre-deploy-command' in inputs ? ['StopTask'] : []
}

/** What is to be kept while a call is on its way. */
function intentions(operation: string, nth: number): readonly string[] {
  if (operation === 'StopServiceDeployment') return ['stop']
  if (operation === 'TagResource') return ['tag']
  if (operation === 'RunTask') return ['run']
  if (operation === 'StopTask') return ['task']
  if (operation === 'RegisterScalableTarget') return nth === 1 ? ['suspend'] : ['resume']
  const forward = operation === 'UpdateService' ? 'update' : 'register'
  return nth === 1 ? [forward] : [`${forward}-back`]
}

function sendingIn(state: string): string {
  const { preDeploy, sending = '' } = recordIn(state)
  return preDeploy?.state === 'going' ? (preDeploy.kept.sending ?? 'task') : sending
}
