import { isAbsolute, resolve } from 'node:path'
import type { Checked, Problem } from '../problem.ts'
import { deepFreeze } from './deep-freeze.ts'
import { type DeployInputName, deployInputDefaults, deployInputNames } from './deploy-input-names.ts'
import { withDefaults } from './group-defaults.ts'
import { type GroupEntry, type GroupPlace, readGroupEntries, short } from './group-entries.ts'
import type { GroupInputs, MemberInputs } from './group-inputs.ts'
import { InputReader } from './input-reader.ts'
import { parsePairs } from './lines.ts'
import { variableNames } from './overrides.ts'
import { type FileInputs, readDeployInputs } from './read-deploy-inputs.ts'
import { parseChoice } from './scalars.ts'

/** The workspace. `exists` is false for a folder. */
export type GroupFiles = { exists(path: string): boolean; read(path: string): string }

/** The group; or the problems, and what it takes to read the task-definition files of the services that can be read. */
export type GivenGroup =
  | { readonly ok: true; readonly value: GroupInputs }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly files: readonly MemberFile[] }

/** The task-definition file of one service, whatever else is wrong. */
export type MemberFile = FileInputs & Pick<MemberInputs, 'placed'>

/** What belongs to one service is written in its entry. */
const ofOneService = [
  'pre-deploy-command',
  'pre-deploy-container',
  'verify-urls',
  'verify-command',
  'verify-alarms',
] as const

const notForEntries: readonly DeployInputName[] = [
  ...(['services', 'services-file', 'on-group-failure', 'images', 'service'] as const),
  ...ofOneService,
]

/**
 * Reads what the deploy action was asked to do for a group: the entries of `services` or `services-file`, each with the inputs
 * of the action for what it does not say itself. A member of an entry is read as the input of its name. All problems at once.
 */
export async function readGroupInputs(env: NodeJS.ProcessEnv, files: GroupFiles): Promise<GivenGroup> {
  const reader = new InputReader(env, deployInputDefaults)
  const onGroupFailure = reader.take('on-group-failure', parseChoice<'rollback' | 'keep'>(['rollback', 'keep']))
  const given = await readGiven(reader, env, files)
  refuseCombinations(reader, given.entries, onGroupFailure)
  const texts = deployInputNames.flatMap((name) => {
    const text = notForEntries.includes(name) ? undefined : env[variable(name)]
    return text === undefined || text.trim() === '' ? [] : [[name, text] as const]
  })
  const isFile = (text: string): boolean => files.exists(inWorkspace(text, env))
  const problems = [...reader.problems, ...given.problems]
  const members: MemberInputs[] = []
  const ofMembers: MemberFile[] = []
  const names = given.entries.map(({ name }) => short(name))
  for (const entry of given.entries) {
    const inputs = withDefaults(new Map(texts), entry.members, isFile)
    const own = await readDeployInputs(asEnvironment(entry.name, inputs, env), files)
    const placed = placer(entry, given.place)
    if (own.ok) {
      const needs = entry.needs.map((need) => names.indexOf(short(need)))
      members.push({ inputs: own.value, needs, placed })
    } else problems.push(...own.problems.map(placed))
    ofMembers.push({ ...(own.ok ? own.value : own.file), placed })
  }
  problems.push(...unusedDefaults(new Map(texts), given.entries))
  if (problems.length > 0) return { ok: false, problems: deepFreeze(distinct(problems)), files: ofMembers }
  return { ok: true, value: { members, onGroupFailure: onGroupFailure ?? 'rollback' } }
}

type Given = {
  readonly place: GroupPlace
  readonly entries: readonly GroupEntry[]
  readonly problems: readonly Problem[]
}

async function readGiven(
  reader: InputReader<DeployInputName>,
  env: NodeJS.ProcessEnv,
  files: GroupFiles,
): Promise<Given> {
  const [text, path] = [reader.lines('services'), reader.text('services-file')]
  if (text !== undefined && path !== undefined) reader.refuse('services', 'services-file is given as well. Leave one.')
  if (text !== undefined) {
    const place = { input: 'services' } as const
    return { place, ...readGroupEntries(text, place) }
  }
  if (path === undefined) {
    reader.refuse('on-group-failure', 'It is for a group of services: it needs services or services-file.')
    return { place: { input: 'services' }, entries: [], problems: [] }
  }
  const read = readServicesFile(path, env, files)
  const place = { input: 'services-file', file: path } as const
  if (!read.ok) return { place, entries: [], problems: read.problems }
  const pairs = parsePairs(variableNames)(reader.lines('variables') ?? '')
  const values = pairs.ok ? pairs.value : []
  const variables =
    reader.lines('variables') === undefined ? undefined : new Map(values.map(({ name, value }) => [name, value]))
  return { place, ...readGroupEntries(read.value, place, variables) }
}

/** The text of `services-file`; one that is not there is a problem. */
export function readServicesFile(path: string, env: NodeJS.ProcessEnv, files: GroupFiles): Checked<string> {
  const resolved = inWorkspace(path, env)
  if (files.exists(resolved)) return { ok: true, value: files.read(resolved) }
  const message = `There is no file ${resolved}. Check the path, and that a checkout step runs before this one.`
  return { ok: false, problems: [{ input: 'services-file', message }] }
}

function inWorkspace(path: string, env: NodeJS.ProcessEnv): string {
  return isAbsolute(path) ? path : resolve(env.GITHUB_WORKSPACE || '.', path)
}

function refuseCombinations(
  reader: InputReader<DeployInputName>,
  entries: readonly GroupEntry[],
  onGroupFailure: 'rollback' | 'keep' | undefined,
): void {
  if (reader.text('service') !== undefined) {
    reader.refuse('service', 'A group of services is given as well. Leave one.')
  }
  if (reader.text('images') !== undefined) {
    reader.refuse('images', 'In a group each service has containers of its own: write images in its entry.')
  }
  for (const name of ofOneService) {
    if (reader.lines(name) !== undefined) {
      reader.refuse(name, 'In a group it is written in the entry of the service that it is about.')
    }
  }
  const isFalse = (name: DeployInputName): boolean => reader.text(name)?.toLowerCase() === 'false'
  if (onGroupFailure === 'rollback' && isFalse('rollback-on-failure')) {
    reader.refuse(
      'rollback-on-failure',
      'With "false" the service that fails stays as it is, and on-group-failure "rollback" would take the others back. Set on-group-failure to "keep" as well.',
    )
  }
  if (isFalse('wait-for-service-stability') && entries.some(({ needs }) => needs.length > 0)) {
    reader.refuse('wait-for-service-stability', 'With "false" nothing is waited for, so that needs cannot be kept.')
  }
}

/** A tag of the own registry that no service has a repository for would change nothing. */
function unusedDefaults(
  given: ReadonlyMap<DeployInputName, string>,
  entries: readonly GroupEntry[],
): readonly Problem[] {
  if (given.has('ecr-repository') || entries.some(({ members }) => members.has('ecr-repository'))) return []
  return (['image-tag', 'image-digest'] as const)
    .filter((input) => given.has(input))
    .map((input) => ({ input, message: 'No service of the group has an ecr-repository that it could be in.' }))
}

function variable(name: string): string {
  return `INPUT_${name.toUpperCase()}`
}

/** As if the action had been given this one service. Inputs that it does not have stay: they are refused, once. */
function asEnvironment(
  service: string,
  inputs: ReadonlyMap<DeployInputName, string>,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const others = Object.entries(env).filter(([name]) => !deployInputNames.some((input) => variable(input) === name))
  const own = [...inputs].map(([name, text]) => [variable(name), text])
  return { ...Object.fromEntries(others), ...Object.fromEntries(own), [variable('service')]: service }
}

/** What an entry says has its own place; a problem of the group's inputs stays with those. */
function placer({ name, members, at }: GroupEntry, place: GroupPlace): MemberInputs['placed'] {
  return (problem) => {
    const { input, file } = problem
    if (file !== undefined) return problem
    if (input === 'service') return { ...problem, ...place, ...at }
    const member = input === undefined ? undefined : members.get(input as DeployInputName)
    if (member !== undefined)
      return { ...problem, ...place, ...member.at, message: `${input} of ${name}: ${problem.message}` }
    return input === undefined ? { ...problem, ...place, ...at, message: `${name}: ${problem.message}` } : problem
  }
}

/** What is wrong with an input of the action is found again in each service. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
