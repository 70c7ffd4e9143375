import type { Parser } from './input-reader.ts'
import { bad, good } from './parsed.ts'
import type { WantedVersion } from './rollback-inputs.ts'

/** A family has at most 1,000,000 revisions (ECS service quotas): a larger number is the beginning of a commit. */
const mostRevisions = 1_000_000
const arnPattern = /^arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}:[1-9]\d*$/
const revisionPattern = /^[\w-]{1,255}:[1-9]\d*$/
// Git shortens commits to 7 digits or more; fewer would soon mean several.
const commitPattern = /^[0-9a-f]{7,40}$/i

/** The id of a run as it stands in its address, `…/actions/runs/1234567890`. */
const runPattern = /^run:(\d{1,20})$/i

/** `previous`, `run:<id>`, a revision number, `family:revision`, the ARN of a task definition, or a commit. */
export const parseWantedVersion: Parser<WantedVersion> = (text) => {
  if (text.toLowerCase() === 'previous') return good({ kind: 'previous' })
  const run = runPattern.exec(text)?.[1]
  if (run !== undefined) return good({ kind: 'run', run })
  if (/^[1-9]\d*$/.test(text) && Number(text) <= mostRevisions)
    return good({ kind: 'revision', revision: Number(text) })
  if (arnPattern.test(text) || revisionPattern.test(text)) return good({ kind: 'reference', reference: text })
  if (commitPattern.test(text)) return good({ kind: 'commit', commit: text.toLowerCase() })
  return bad(
    `"${text}" is none of these: previous, the number of a revision (12), family:revision (web:12), the ARN of a task ` +
      'definition with its revision, a commit of 7 to 40 hexadecimal digits, or run: and the id of a run (run:1234567890).',
  )
}
