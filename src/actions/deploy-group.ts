import { newRecord } from '../deployment/record.ts'
import { consoleLogger } from '../github/log.ts'
import { checkGroupOffline } from '../group/given-group.ts'
import type { Group, Member } from '../group/group.ts'
import { groupStateName, groupText, memberStateName, memberText } from '../group/group-state.ts'
import { type GroupFiles, readGroupInputs } from '../inputs/read-group-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { listenForSignals, tellWhenCancelled } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { saveState } from './kept-state.ts'
import { endOfError } from './run-deployment.ts'
import { runGroup } from './run-group.ts'
import { tellGroup } from './tell-group.ts'

/** The main step of the deploy action for a group: inputs → story → report. Returns the exit code. */
export async function deployGroupMain(env: NodeJS.ProcessEnv, files: GroupFiles): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const startedAt = Date.now()
  const checked = await checkGroupOffline(await readGroupInputs(env, files), files, startedAt)
  const cancellation = listenForSignals(process, systemClock)
  tellWhenCancelled(cancellation, log)
  const group: Group = checked.ok ? checked.value : { members: [], onGroupFailure: 'rollback', startedAt, region: '' }
  let how: 'over' | 'cancelled' = 'over'
  if (checked.ok) {
    const keep = async (member: Member): Promise<void> =>
      saveState(memberStateName(group.members.indexOf(member)), memberText(member), env)
    saveState(groupStateName, groupText(group), env)
    const [first] = group.members
    const { region, githubToken } = first?.given.inputs ?? {}
    const allowUnknownMembers = [...new Set(group.members.flatMap(({ given }) => given.inputs.allowUnknownMembers))]
    const inputs = {
      allowUnknownMembers,
      ...(region === undefined ? {} : { region }),
      ...(githubToken === undefined ? {} : { githubToken }),
    }
    how = await runGroup(group, cancellation, keep, () =>
      deploymentPorts(inputs, env, log, cancellation.signal, () => Promise.resolve()),
    )
  } else {
    group.record = newRecord('', '', '', startedAt)
    group.ending = await endOfError(new ProblemsFound(checked.problems), group.record)
  }
  const exitCode = await tellGroup(group, log, env)
  if (checked.ok && how === 'over') saveState(groupStateName, '', env)
  return exitCode
}
