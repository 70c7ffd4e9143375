import { checkOffline } from '../deployment/given-deployment.ts'
import { loadFile } from '../deployment/load-source.ts'
import { newRecord } from '../deployment/record.ts'
import type { GivenGroup, GroupFiles } from '../inputs/read-group-inputs.ts'
import type { Checked, Problem } from '../problem.ts'
import type { Group, Member } from './group.ts'

/**
 * Everything that can be known without AWS: inputs, entries, and the task-definition file of each service. Whatever is wrong is
 * told at once, also what is wrong in the files beside wrong inputs.
 */
export async function checkGroupOffline(
  given: GivenGroup,
  files: GroupFiles,
  startedAt: number,
): Promise<Checked<Group>> {
  if (!given.ok) return { ok: false, problems: distinct([...given.problems, ...(await fileProblems(given, files))]) }
  const { members: inputs, onGroupFailure } = given.value
  const problems: Problem[] = []
  const denied = new Set<string>()
  const members: Member[] = []
  for (const member of inputs) {
    const checked = await checkOffline({ ok: true, value: member.inputs }, files)
    const file = checked.ok ? checked.value.file : undefined
    if (file?.ok === false) problems.push(...file.problems.map(member.placed))
    const { cluster, service, region = '' } = member.inputs
    // What is denied for one service is not asked for again for the others.
    const record = { ...newRecord(cluster, service, region, startedAt), denied }
    members.push({ given: member, file, record, begun: false })
  }
  if (problems.length > 0) return { ok: false, problems: distinct(problems) }
  return { ok: true, value: { members, onGroupFailure, startedAt, region: inputs[0]?.inputs.region ?? '' } }
}

async function fileProblems(
  { files: ofMembers }: GivenGroup & { ok: false },
  files: GroupFiles,
): Promise<readonly Problem[]> {
  const found = ofMembers.map(async ({ taskDefinition, placed, ...how }) => {
    if (taskDefinition?.kind !== 'file') return []
    const loaded = await loadFile(files, taskDefinition.path, how)
    return loaded.ok ? [] : loaded.problems.map(placed)
  })
  return (await Promise.all(found)).flat()
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
