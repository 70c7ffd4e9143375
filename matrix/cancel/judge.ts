/** The rules for runs that are cancelled; judged from the simulator's record. */
import { registeredTwice, timesApplied } from '../record.ts'
import type { Cell } from './cells.ts'
import { secret } from './deployments.ts'
import type { Played } from './play.ts'
import { said, untrue } from './said.ts'

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
  function leavesInTime({ signal }, { left }, { speed, machineSeconds }) {
    const most = leaveWithinSeconds / speed + machineSeconds
    return signal === 'SIGINT' && left > most ? `main left ${left.toFixed(2)} real seconds after the signal` : undefined
  },
  function mainsEnd({ signal, deployment }, { main }) {
    if (signal === 'SIGKILL') return main.exitCode === null ? undefined : `killed, but exit code ${main.exitCode}`
    const { outcome = '' } = main.outputs
    if (outcome === 'cancelled') return main.exitCode === 1 ? undefined : `cancelled with exit code ${main.exitCode}`
    return outcome === deployment.outcome ? undefined : `main ended as "${outcome}"`
  },
  function mainSendsAtMostTheRollback({ onCancel }, { sentAfter }) {
    const allowed = onCancel === 'rollback' ? ['', 'StopServiceDeployment'] : ['']
    return allowed.includes(sentAfter.join(' ')) ? undefined : `main sent after the signal: ${sentAfter.join(', ')}`
  },
  (_, { between }) => (between === 0 ? undefined : `${between} calls came after main had ended`),
  function leaveMeansLeave({ onCancel }, { sentByPost }) {
    return onCancel === 'rollback' || sentByPost.length === 0 ? undefined : `post sent: ${sentByPost.join(', ')}`
  },
  (cell, played) => untrue(said(played), cell, played),
  function rollbackMeansBack({ onCancel }, played) {
    const claim = said(played)
    const asked: readonly string[] = ['untouched', 'no trace', 'rolled back', 'deployed']
    return onCancel === 'leave' || asked.includes(claim) ? undefined : `"rollback" ended as "${claim}"`
  },
  function nothingTwice(_, { record }) {
    const twice = registeredTwice(record)
    if (twice.length > 0) return `registered twice: ${twice.join(', ')}`
    const back = Math.max(timesApplied(record, 'UpdateService') - 1, 0) + timesApplied(record, 'StopServiceDeployment')
    return back > 1 ? 'two rollbacks were applied' : undefined
  },
  function intentIsKept(_, { kept }) {
    const wrong = kept.find(({ operation, nth, state }) => !intentions(operation, nth).includes(sendingIn(state)))
    return wrong && `before ${wrong.operation} ${wrong.nth} main had kept "${sendingIn(wrong.state)}"`
  },
  function noSecrets(_, { main, post }) {
    const written = [
      main.log,
      main.summary,
      JSON.stringify(main.state),
      JSON.stringify(main.outputs),
      post.log,
      post.summary,
    ]
    return written.some((text) => text.includes(secret)) ? 'a value of the environment was written down' : undefined
  },
]

/** What is to be kept while a call is on its way. */
function intentions(operation: string, nth: number): readonly string[] {
  if (operation === 'StopServiceDeployment') return ['stop']
  const forward = operation === 'UpdateService' ? 'update' : 'register'
  return nth === 1 ? [forward] : [`${forward}-back`]
}

function sendingIn(state: string): string {
  return state === '' ? '' : ((JSON.parse(state) as { record: { sending?: string } }).record.sending ?? '')
}
