import { consoleLogger } from '../github/log.ts'
import { restoreGroup } from '../group/group-state.ts'
import { listenForSignals, tellWhenCancelled } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { finishGroup } from './finish-group.ts'
import { tellGroup } from './tell-group.ts'

/** The post step of a group that ended early. Returns the exit code. */
export async function groupPost(env: NodeJS.ProcessEnv): Promise<number> {
  const state = restoreGroup(env)
  if (state === undefined) return 0
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  // They run one after the other, and before the first service is touched.
  const preDeploy = state.kept.map((kept) => kept?.record.preDeploy).find((task) => task?.state === 'going')
  if (preDeploy?.state === 'going') {
    log.info('The run ended while a task before the deployment ran: no service was touched.')
    const { finishTasks } = await import('./finish-tasks.ts')
    return finishTasks(preDeploy.kept, log, env)
  }
  const cancellation = listenForSignals(process, systemClock)
  tellWhenCancelled(cancellation, log)
  const group = await finishGroup(state, Date.now(), log, (region) =>
    deploymentPorts({ region, allowUnknownMembers: [] }, env, log, cancellation.signal, () => Promise.resolve()),
  )
  return group === undefined ? 0 : tellGroup(group, log, env)
}
