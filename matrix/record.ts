/** What the simulator knows of a run: the only witness that the judges listen to. */
import type { Account } from '../__tests__/support/account.ts'
import type { RecordedRequest } from '../simulator/server.ts'
import type { World } from '../simulator/world/world.ts'

type Service = World['services'][number]
type Registered = NonNullable<ReturnType<World['taskDefinitions']['get']>>[number]

export type SimulatorRecord = {
  /** The one service, before the run and after it. */
  readonly before: Service
  readonly after: Service
  readonly requests: readonly RecordedRequest[]
  /** Names of the changing calls that took effect, in order. */
  readonly applied: readonly string[]
  /** Revisions that were registered during the run. */
  readonly registered: readonly Registered[]
  /** Digests of what runs and is to go on. */
  readonly runningDigests: readonly string[]
  /** How many one-off tasks (those of no service) are to go on. */
  readonly tasksLeft: number
}

/** Remembers how the account is now. @returns what to call when the run has ended */
export function startRecord(account: Account): () => Promise<SimulatorRecord> {
  const { world } = account.simulator
  const before = copyOfService(world)
  const revisions = world.taskDefinitions.get('web')?.length ?? 0
  return async () => {
    const runningDigests = await account.runningDigests()
    return {
      before,
      after: copyOfService(world),
      requests: [...account.simulator.requests()],
      applied: account
        .mutations()
        .filter(({ applied }) => applied)
        .map(({ operation }) => operation),
      registered: structuredClone((world.taskDefinitions.get('web') ?? []).slice(revisions)),
      runningDigests,
      tasksLeft: world.tasks.filter(({ service, desiredStatus }) => service === '' && desiredStatus === 'RUNNING')
        .length,
    }
  }
}

function copyOfService({ services: [service] }: World): Service {
  if (service === undefined) throw new Error('The account has no service')
  return structuredClone(service)
}

export function primaryOf({ deployments }: Service): Service['deployments'][number] | undefined {
  return deployments.find(({ status }) => status === 'PRIMARY')
}

/** The service deployments that began during the run, oldest first. */
export function startedDuring({ before, after }: SimulatorRecord): Service['serviceDeployments'] {
  const known = new Set(before.serviceDeployments.map(({ number }) => number))
  return after.serviceDeployments.filter(({ number }) => !known.has(number))
}

/** How often a call took effect. */
export function timesApplied({ applied }: SimulatorRecord, operation: string): number {
  return applied.filter((name) => name === operation).length
}

/** Revisions that say the same as one that was registered before them in the same run. */
export function registeredTwice({ registered }: SimulatorRecord): readonly string[] {
  const texts = registered.map(({ stored }) => JSON.stringify(stored))
  return registered.filter((_, index) => texts.indexOf(texts[index] ?? '') < index).map(({ arn }) => arn)
}

/** How many tasks RunTask was made to start: with the same token it starts nothing more (API RunTask). */
export function tasksRun({ requests }: SimulatorRecord): number {
  const started = requests.filter(({ operation, applied }) => operation === 'RunTask' && applied)
  const tokens = started.map(({ input }, index) => (input as { readonly clientToken?: string }).clientToken ?? index)
  return new Set(tokens).size
}
