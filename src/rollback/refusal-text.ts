import type { WantedVersion } from '../inputs/rollback-inputs.ts'
import type { Refusal } from './choose.ts'

/** What a refusal is about, in names. */
export type RefusalContext = {
  readonly service: string
  /** `family:revision` that runs. */
  readonly running: string
  readonly wanted: WantedVersion
  /** Actions that were denied. */
  readonly denied: ReadonlySet<string>
}

const byName = 'Name the version to go back to in "to".'

/** A refusal in words: what is so, and what to do; pure. */
export function refusalText(why: Refusal, { service, running, wanted, denied }: RefusalContext): string {
  switch (why.kind) {
    case 'after-rollback':
      return why.by === 'ecs'
        ? `${running} runs because ECS itself rolled a newer deployment of ${service} back, so "previous" could mean several versions. ${byName}`
        : `${running} is itself the result of a rollback: the same version had run before, with another one in between. So "previous" could mean several versions. ${byName}`
    case 'to-and-fro':
      return `Before ${running}, ${service} went to and fro between versions, so "previous" could mean several of them. ${byName}`
    case 'nothing-before':
      return `ECS remembers no other version that completed in ${service}; its history reaches back 90 days. ${byName}`
    case 'never-completed':
      return (
        `${wantedText(wanted)} was deployed in ${service}, but never completed (its newest deployment is ${why.status}), so it is ` +
        'no version to go back to. If it is wanted all the same, deploy it.'
      )
    case 'no-such-commit':
      return (
        `No version of ${service} is known to come from ${wantedText(wanted)}. The deploy action notes commits in the tag ` +
        `ecs-deploy:commit of a revision, and the history of ECS reaches back 90 days. ${byName}`
      )
    case 'several-commits':
      return `${wantedText(wanted)} is the beginning of several commits: ${why.commits.join(', ')}. Write more of it.`
    case 'no-history':
      return `Which version ran before cannot be told for certain: ${missing(denied)}. Or name the revision to go back to in "to".`
  }
}

function missing(denied: ReadonlySet<string>): string {
  const needed = ['ecs:ListServiceDeployments', 'ecs:DescribeServiceRevisions'].filter((action) => denied.has(action))
  if (needed.length === 0) return 'the history of the service could not be read, or does not go back far enough'
  return `the permission ${needed.join(' and ')} is missing. Allow it in the policy of the role that this job assumes`
}

function wantedText(wanted: WantedVersion): string {
  switch (wanted.kind) {
    case 'previous':
      return 'The previous version'
    case 'revision':
      return `Revision ${wanted.revision}`
    case 'reference':
      return wanted.reference
    case 'commit':
      return `commit ${wanted.commit}`
    case 'run':
      return `The version before run ${wanted.run}`
  }
}
