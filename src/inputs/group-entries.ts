import type { Problem } from '../problem.ts'
import type { FileEntry, FileNode, FileObject } from '../task-definition/file-node.ts'
import { readFileText } from '../task-definition/read-file-text.ts'
import type { Position } from '../task-definition/task-definition.ts'
import type { DeployInputName } from './deploy-input-names.ts'
import { foreignNames } from './foreign-names.ts'
import { inputText } from './group-entry-text.ts'
import { nearestName } from './nearest-name.ts'
import { circlesIn } from './needs.ts'
import { isService } from './target.ts'

/** One service of a group as it is written, and where. */
export type GroupEntry = {
  readonly name: string
  readonly at: Position
  readonly needs: readonly string[]
  /** What the entry says of itself: the text that the input of the same name would have, and where its value stands. */
  readonly members: ReadonlyMap<DeployInputName, { readonly text: string; readonly at: Position }>
}

/** Where the text of a group stands: the input itself, or a file. */
export type GroupPlace = { readonly input: 'services' | 'services-file'; readonly file?: string }

/** Inputs that an entry may have as a member of the same name. */
export const entryInputs = [
  ...(['image', 'images', 'container-name', 'task-definition', 'ecr-repository', 'image-digest', 'image-tag'] as const),
  ...(['pin-digest', 'allow-unknown-members', 'environment-variables', 'environment-variables-strategy'] as const),
  ...(['secrets', 'secrets-strategy', 'docker-labels', 'docker-labels-strategy', 'env-files', 'command'] as const),
  ...(['log-configuration-log-driver', 'log-configuration-options', 'log-configuration-options-strategy'] as const),
  ...(['cpu', 'memory', 'task-role-arn', 'execution-role-arn', 'variables', 'desired-count'] as const),
  ...(['force-new-deployment', 'enable-execute-command', 'platform-version'] as const),
  ...(['health-check-grace-period-seconds', 'capacity-provider-strategy', 'network-configuration'] as const),
  ...(['deployment-circuit-breaker', 'service-managed-ebs-volume-name', 'service-managed-ebs-volume'] as const),
  ...(['propagate-tags', 'enable-ecs-managed-tags', 'tags', 'preflight-ignore', 'wait-for-minutes'] as const),
  ...(['max-failed-tasks', 'settle-seconds', 'rollback-wait-minutes', 'autoscaling', 'keep-revisions'] as const),
  ...(['pre-deploy-command', 'pre-deploy-container', 'pre-deploy-timeout-minutes'] as const),
  ...(['verify-urls', 'verify-command', 'verify-timeout-seconds', 'verify-alarms', 'verify-alarms-minutes'] as const),
] as const satisfies readonly DeployInputName[]

/** What is said of the whole group, and is no member of an entry. */
const groupInputs = [
  ...(['cluster', 'aws-region', 'default-tags', 'preflight', 'wait-for-service-stability', 'dry-run'] as const),
  ...(['rollback-on-failure', 'on-group-failure', 'on-in-progress', 'on-cancel', 'refuse-older-commit'] as const),
  'github-token',
]

const ownMembers = ['name', 'needs', ...entryInputs]

/**
 * Reads the services of a group from YAML or JSON: names, needs, and the members of each as texts. Every problem has its place.
 *
 * @param variables values of `${NAME}` placeholders; absent: nothing is a placeholder
 */
export function readGroupEntries(
  text: string,
  place: GroupPlace,
  variables?: ReadonlyMap<string, string>,
): { readonly entries: readonly GroupEntry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const refuse = (at: Position, message: string): void => void problems.push({ ...place, ...at, message })
  const read = readFileText(text, place.file ?? 'services', variables)
  problems.push(...read.problems.map(({ file: _, ...problem }) => ({ ...place, ...problem })))
  if (read.root === undefined) return { entries: [], problems: problems.map(inWordsOfAGroup) }
  if (read.root.kind !== 'list' || read.root.items.length === 0) {
    refuse(read.root.at, `It must be a list of services, each beginning with "- name: …".${listed(read.root)}`)
    return { entries: [], problems }
  }
  const entries = read.root.items.flatMap((node) => entryOf(node, refuse) ?? [])
  refuseNames(entries, refuse)
  return { entries: entries.map(({ needsAt: _, ...entry }) => entry), problems }
}

type Refuse = (at: Position, message: string) => void
type ReadEntry = GroupEntry & { readonly needsAt: readonly Position[] }

/** The reader of task definitions speaks of one. */
function inWordsOfAGroup(problem: Problem): Problem {
  return {
    ...problem,
    message: problem.message
      .replace('It must contain a task definition.', 'It must contain a list of services.')
      .replace('Keep one task definition per file.', 'Keep one list of services.')
      .replace('in a task definition', 'here'),
  }
}

function listed(root: FileNode): string {
  if (root.kind !== 'object') return ''
  const under = root.entries.find(({ key }) => key === 'services')
  return under === undefined ? '' : ' Leave the line "services:" out.'
}

function entryOf(node: FileNode, refuse: Refuse): ReadEntry | undefined {
  if (node.kind !== 'object') {
    refuse(node.at, 'It must be an object with the member name: "- name: web".')
    return undefined
  }
  for (const entry of node.entries) if (!ownMembers.includes(entry.key)) refuse(entry.keyAt, unknownMember(entry.key))
  const name = nameOf(node, refuse)
  const needs = needsOf(node, refuse)
  const members = node.entries.flatMap((entry) => memberOf(entry, name, refuse))
  if (name === undefined) return undefined
  return {
    name: name.text,
    at: name.at,
    needs: needs.map(({ text }) => text),
    needsAt: needs.map(({ at }) => at),
    members: new Map(members),
  }
}

function unknownMember(key: string): string {
  if (groupInputs.includes(key)) return `"${key}" is for the whole group: set the input ${key} of the action instead.`
  if (key === 'service') return 'An entry has no member "service". Write name.'
  const hyphenated = key.replaceAll('_', '-').toLowerCase()
  const own = ownMembers.find((one) => one === hyphenated) ?? nearestName(hyphenated, ownMembers)
  if (own !== undefined) return `An entry has no member "${key}". Did you mean ${own}?`
  const foreign = foreignNames.get(hyphenated)
  if (foreign !== undefined) return `An entry has no member "${key}": ${foreign}`
  return `An entry has no member "${key}". It may have ${ownMembers.join(', ')}.`
}

type Named = { readonly text: string; readonly at: Position }

function nameOf(node: FileObject, refuse: Refuse): Named | undefined {
  const found = node.entries.find(({ key }) => key === 'name')?.value
  if (found === undefined) {
    // That one is told already.
    if (node.entries.some(({ key }) => key === 'service')) return undefined
    refuse(node.at, 'It has no name. Write the name of the service: "name: web".')
    return undefined
  }
  return serviceName(found, refuse)
}

function serviceName(node: FileNode, refuse: Refuse): Named | undefined {
  if (node.kind === 'scalar' && node.refused) return undefined
  if (node.kind === 'scalar' && isService(node.text)) return { text: node.text, at: node.at }
  const shown = node.kind === 'scalar' ? `"${node.text}"` : 'This'
  refuse(node.at, `${shown} is not the name or the ARN of a service.`)
  return undefined
}

/** One name, or a list of them. */
function needsOf(node: FileObject, refuse: Refuse): readonly Named[] {
  const found = node.entries.find(({ key }) => key === 'needs')?.value
  if (found === undefined || (found.kind === 'scalar' && found.value === null)) return []
  const items = found.kind === 'list' ? found.items : [found]
  return items.flatMap((item) => serviceName(item, refuse) ?? [])
}

function memberOf(
  { key, value }: FileEntry,
  name: Named | undefined,
  refuse: Refuse,
): readonly (readonly [DeployInputName, Named])[] {
  const input = entryInputs.find((one) => one === key)
  if (input === undefined || (value.kind === 'scalar' && value.refused)) return []
  const text = inputText(input, value)
  if (!text.ok) {
    for (const { message } of text.problems) {
      refuse(value.at, `${key}${name === undefined ? '' : ` of ${name.text}`}: ${message}`)
    }
    return []
  }
  // An empty member is one that is not there, as an empty input is.
  return text.value.trim() === '' ? [] : [[input, { text: text.value, at: value.at }]]
}

/** Services are told apart by their name, also where one is written as an ARN. */
function refuseNames(entries: readonly ReadEntry[], refuse: Refuse): void {
  const shortNames = entries.map(({ name }) => short(name))
  for (const [index, { name, at, needs, needsAt }] of entries.entries()) {
    const first = entries[shortNames.indexOf(short(name))]
    if (first !== undefined && first !== entries[index]) {
      refuse(at, `${name} is there twice; the first is on line ${first.at.line}. Name it once.`)
    }
    for (const [number, need] of needs.entries()) {
      const place = needsAt[number] ?? at
      const near = nearestName(short(need), shortNames)
      if (!shortNames.includes(short(need))) {
        const hint = near === undefined ? `The group has ${shortNames.join(', ')}.` : `Did you mean ${near}?`
        refuse(place, `${name} needs ${need}, which is not in this group. ${hint}`)
      } else if (needs.findIndex((one) => short(one) === short(need)) < number)
        refuse(place, `${need} is named twice in needs of ${name}. Name it once.`)
    }
  }
  const known = entries.map(({ name, needs }) => ({ name: short(name), needs: needs.map(short) }))
  for (const circle of circlesIn(known)) {
    const [start = ''] = circle
    const entry = entries[shortNames.indexOf(start)] as ReadEntry
    const next = circle[1] ?? start
    const place = entry.needsAt[entry.needs.findIndex((need) => short(need) === next)] ?? entry.at
    const way = [...circle.slice(1), start].map((name) => `needs ${name}`).join(', which ')
    refuse(place, `${start} ${way}: none of them could ever begin. Take one of these needs away.`)
  }
}

/** The name at the end of an ARN. */
export function short(service: string): string {
  return service.slice(service.lastIndexOf('/') + 1)
}
