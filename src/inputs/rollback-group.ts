import { type GroupPlace, readGroupEntries, short } from './group-entries.ts'
import { wayBackOrder } from './needs.ts'
import { type GroupFiles, readServicesFile } from './read-group-inputs.ts'
import type { ListedGroup } from './read-rollback-inputs.ts'

/**
 * The services of a group as the deploy action is given them, `services` or `services-file`, in the order in which they go back:
 * what needs others before those. Of the entries only names and needs count here.
 */
export function readListedGroup(env: NodeJS.ProcessEnv, files: GroupFiles): ListedGroup {
  const [text, path] = [env.INPUT_SERVICES ?? '', (env['INPUT_SERVICES-FILE'] ?? '').trim()]
  if (text.trim() !== '' && path !== '') {
    const message = 'services-file is given as well. Leave one.'
    return { services: [], problems: [{ input: 'services', message }] }
  }
  if (path === '') return listed(text, { input: 'services' })
  const read = readServicesFile(path, env, files)
  return read.ok
    ? listed(read.value, { input: 'services-file', file: path })
    : { services: [], problems: read.problems }
}

function listed(text: string, place: GroupPlace): ListedGroup {
  const { entries, problems } = readGroupEntries(text, place)
  if (problems.length > 0) return { services: [], problems }
  const full = new Map(entries.map(({ name }) => [short(name), name]))
  const order = wayBackOrder(entries.map(({ name, needs }) => ({ name: short(name), needs: needs.map(short) })))
  return { services: order.map((name) => full.get(name) ?? name), problems: [] }
}
