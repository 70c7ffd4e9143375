import type { WantedInputReader } from './deploy-input-names.ts'
import { readOverrides } from './overrides.ts'
import { readPreflight } from './safety.ts'
import { parseBoolean, parseChoice } from './scalars.ts'
import { readServiceSettings } from './service-settings.ts'
import { parseTags } from './tags.ts'
import { readTarget } from './target.ts'
import { type Files, readVersion } from './version.ts'

/** Reads what is wanted of which service: the inputs that deploy and plan share. What is wrong with them is kept in the reader. */
export async function readWanted(reader: WantedInputReader, env: NodeJS.ProcessEnv, files: Files) {
  return {
    ...readTarget(reader),
    ...readVersion(reader, env, files),
    overrides: readOverrides(reader),
    settings: await readServiceSettings(reader),
    autoscaling: reader.take(
      'autoscaling',
      parseChoice<'suspend' | 'resume' | 'leave'>(['suspend', 'resume', 'leave']),
    ),
    tags: reader.takeLines('tags', parseTags) ?? [],
    defaultTags: reader.take('default-tags', parseBoolean),
    ...readPreflight(reader),
  }
}
