import type { RunContext } from '../github/run-context.ts'
import type { Tag } from '../task-definition/task-definition.ts'

/** The tags by which a revision tells what was deployed from where. */
export const commitTag = 'ecs-deploy:commit'
export const runTag = 'ecs-deploy:run'
export const repositoryTag = 'ecs-deploy:repository'
/** On a copy that was registered for a rollback: the revision that it is a copy of. */
export const copyOfTag = 'ecs-deploy:copy-of'
/** On a revision before whose deployment a task ran, a migration for example: going back does not undo what it did. */
export const preDeployTag = 'ecs-deploy:pre-deploy'

/** Says which run's task it was. */
export function preDeployTagOf({ runId }: RunContext): Tag {
  return { key: preDeployTag, value: tagValue(runId ?? 'true') }
}

/** Tags that say which run made a revision: they change with every run, so a reused revision gets them anew. */
export function defaultTags(run: RunContext): readonly Tag[] {
  const values: Readonly<Record<string, string | undefined>> = {
    [commitTag]: run.sha,
    [runTag]: run.runId,
    [repositoryTag]: run.repository,
    'ecs-deploy:actor': run.actor,
  }
  return Object.entries(values).flatMap(([key, value]) => (value ? [{ key, value: tagValue(value) }] : []))
}

/** Characters that the API refuses in tag values become `-` (SDK text of `Tag`: letters, numbers, spaces and `+ - = . _ : / @`). */
export function tagValue(value: string): string {
  const allowed = value.replace(/[^\p{L}\p{N} +\-=._:/@]/gu, '-')
  // By characters: half of a surrogate pair is none of the allowed ones.
  return [...allowed].slice(0, 256).join('')
}

/** The tags that a new revision takes over from the one it is made from: not those that tell how that one came to be. */
export function inheritedTags(tags: readonly Tag[]): readonly Tag[] {
  return tags.filter(({ key }) => !key?.startsWith('ecs-deploy:'))
}

/** Later lists win by key. */
export function mergeTags(...lists: readonly (readonly Tag[])[]): readonly Tag[] {
  const byKey = new Map<string | undefined, Tag>()
  for (const tag of lists.flat()) byKey.set(tag.key, tag)
  return [...byKey.values()]
}
