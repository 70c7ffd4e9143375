import type { KeyValuePair, LogConfiguration, Secret } from '@aws-sdk/client-ecs'
import type { NamedValues, Overrides } from '../inputs/deploy-inputs.ts'
import type { Checked, Problem } from '../problem.ts'
import { setMember } from './file-node.ts'
import type { ContainerDefinition } from './task-definition.ts'

/**
 * One container with the overrides in it; members that are absent from the overrides stay as they are.
 *
 * @returns a new container, and notes about what was pushed out (names only); or problems
 */
export function overrideContainer(
  container: ContainerDefinition,
  overrides: Overrides,
): Checked<{ container: ContainerDefinition; notes: string[] }> {
  const name = container.name ?? ''
  const variables = overrideVariables(container, overrides)
  const logging = overrideLogging(container.logConfiguration, overrides, name)
  const problems = [...setTwice(overrides), ...(logging.ok ? [] : logging.problems)]
  if (problems.length > 0 || !logging.ok) return { ok: false, problems }
  const { dockerLabels, envFiles, command } = overrides
  const changed: ContainerDefinition = {
    ...container,
    ...variables.members,
    ...(dockerLabels && { dockerLabels: withEntries(container.dockerLabels, dockerLabels) }),
    ...(envFiles && { environmentFiles: envFiles.map((value) => ({ type: 's3' as const, value })) }),
    ...(command && { command: [...command] }),
    ...(logging.value.configuration && { logConfiguration: logging.value.configuration }),
  }
  return { ok: true, value: { container: changed, notes: [...variables.notes, ...logging.value.notes] } }
}

type Named = { readonly name?: string | undefined }
type Variables = { readonly members: Pick<ContainerDefinition, 'environment' | 'secrets'>; readonly notes: string[] }

// ECS refuses a name that is both ("The secret name must be unique and not shared with any new or existing environment
// variables set on the container", observed): what this run sets wins.
function overrideVariables(container: ContainerDefinition, overrides: Overrides): Variables {
  const plain = namesOf(overrides.environment)
  const secret = namesOf(overrides.secrets)
  const oldEnvironment = (container.environment ?? []).filter(isNot(secret))
  const oldSecrets = (container.secrets ?? []).filter(isNot(plain))
  const { environment, secrets } = overrides
  const members = {
    ...((environment || oldEnvironment.length !== (container.environment ?? []).length) && {
      environment: withNamed<KeyValuePair>(oldEnvironment, environment, (name, value) => ({ name, value })),
    }),
    ...((secrets || oldSecrets.length !== (container.secrets ?? []).length) && {
      secrets: withNamed<Secret>(oldSecrets, secrets, (name, valueFrom) => ({ name, valueFrom })),
    }),
  }
  const notes = [
    ...pushedOut(container.environment, secret).map(
      (name) =>
        `Container "${container.name}": ${name} is now a secret; it was removed from the environment variables.`,
    ),
    ...pushedOut(container.secrets, plain).map(
      (name) =>
        `Container "${container.name}": ${name} is now an environment variable; it was removed from the secrets.`,
    ),
  ]
  return { members, notes }
}

function setTwice({ environment, secrets }: Overrides): Problem[] {
  const secret = namesOf(secrets)
  return [...namesOf(environment)]
    .filter((name) => secret.has(name))
    .map((name) => ({
      input: 'secrets',
      message: `${name} is in "secrets" and in "environment-variables". Keep it in one of them.`,
    }))
}

function namesOf(values: NamedValues | undefined): ReadonlySet<string> {
  return new Set(values?.values.map(({ name }) => name))
}

function isNot(names: ReadonlySet<string>): (item: Named) => boolean {
  return ({ name }) => name === undefined || !names.has(name)
}

function pushedOut(items: readonly Named[] | undefined, names: ReadonlySet<string>): string[] {
  const found = (items ?? []).flatMap(({ name }) => (name !== undefined && names.has(name) ? [name] : []))
  return [...new Set(found)]
}

/** Merged values take the place of the old ones; new names follow at the end. */
function withNamed<Item extends Named>(
  old: readonly Item[],
  wanted: NamedValues | undefined,
  make: (name: string, value: string) => Item,
): Item[] {
  if (wanted === undefined) return [...old]
  const latest = new Map(wanted.values.map(({ name, value }) => [name, make(name, value)]))
  if (wanted.strategy === 'replace') return [...latest.values()]
  const placed = new Set<string>()
  const merged = old.flatMap((item) => {
    const replacement = latest.get(item.name ?? '')
    if (replacement === undefined) return [item]
    if (placed.has(item.name ?? '')) return []
    placed.add(item.name ?? '')
    return [replacement]
  })
  return [...merged, ...[...latest].filter(([name]) => !placed.has(name)).map(([, item]) => item)]
}

function withEntries(old: Record<string, string> | undefined, wanted: NamedValues): Record<string, string> {
  const result: Record<string, string> = {}
  const kept = wanted.strategy === 'replace' ? [] : Object.entries(old ?? {})
  for (const [name, value] of kept) setMember(result, name, value)
  for (const { name, value } of wanted.values) setMember(result, name, value)
  return result
}

type Logging = { readonly configuration: LogConfiguration | undefined; readonly notes: string[] }

function overrideLogging(old: LogConfiguration | undefined, overrides: Overrides, container: string): Checked<Logging> {
  const { logDriver, logOptions } = overrides
  if (logDriver === undefined && logOptions === undefined)
    return { ok: true, value: { configuration: undefined, notes: [] } }
  const driver = logDriver ?? old?.logDriver
  if (driver === undefined) {
    const message = `Container "${container}" has no log driver that these options are for. Set "log-configuration-log-driver" too.`
    return { ok: false, problems: [{ input: 'log-configuration-options', message }] }
  }
  // Options mean something only to the driver that they were written for.
  const sameDriver = driver === old?.logDriver
  const { options: oldOptions, ...rest } = old ?? {}
  const kept = sameDriver ? oldOptions : undefined
  const options = logOptions ? withEntries(kept, logOptions) : kept
  const lost = sameDriver ? [] : Object.keys(oldOptions ?? {})
  const notes = lost.length === 0 ? [] : [lostOptions(container, old?.logDriver, driver, lost)]
  const configuration = { ...rest, logDriver: driver as LogConfiguration['logDriver'], ...(options && { options }) }
  return { ok: true, value: { configuration, notes } }
}

function lostOptions(container: string, from: string | undefined, to: string, names: readonly string[]): string {
  return `Container "${container}": the log driver changed from ${from} to ${to}; the options of ${from} were removed (${names.join(', ')}).`
}
