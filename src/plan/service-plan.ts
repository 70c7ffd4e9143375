import type { Decision } from '../deployment/decide.ts'
import type { Prepared } from '../deployment/prepare.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { versionOf } from '../deployment/version.ts'
import type { RunContext } from '../github/run-context.ts'
import type { WantedInputs } from '../inputs/deploy-inputs.ts'
import type { Version, VersionImage } from '../report.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import { type Cost, monthlyCost } from './cost.ts'
import { type DefinitionDifference, definitionDifference } from './difference.ts'
import { commitOf, type Drift, driftOf } from './drift.ts'
import { fargatePrices } from './fargate-prices.ts'
import { type Status, statusOf } from './status.ts'
import { type PlannedUpdate, plannedUpdate } from './update.ts'

/** An image of a container, for people: what it is called, and what it is. */
export type ImageSides = {
  readonly before?: VersionImage
  readonly after?: VersionImage & { readonly written?: string }
}

/** What a deployment of one service would do: plain data, nothing in it is secret. */
export type ServicePlan = {
  /** Whether a deployment would change anything. */
  readonly changes: boolean
  readonly decision: Decision['kind']
  readonly difference: DefinitionDifference
  /** Images that would change, by container. */
  readonly images: Readonly<Record<string, ImageSides>>
  /** Absent where nothing would be sent. */
  readonly update?: PlannedUpdate
  readonly drift: readonly Drift[]
  /** `pricesOf`: the day of the price table. */
  readonly cost: { readonly before: Cost; readonly after: Cost; readonly pricesOf: string }
  readonly status: Status
  /** Images that run, with their digests where they are known. */
  readonly runs: readonly VersionImage[]
  /** Of what runs. */
  readonly commit?: string
}

/** What was prepared, as a plan; pure. */
export function servicePlan(
  prepared: Prepared,
  inputs: Pick<WantedInputs, 'settings'>,
  record: DeploymentRecord,
  run: RunContext,
  region: string,
): ServicePlan {
  const { decision, definition, running, service, before } = prepared
  const { settings } = inputs
  const old = stripForRegistration(running.definition)
  const difference = definitionDifference(old, definition)
  const name = versionOf(running.definition).taskDefinition
  const reuse = prepared.reuse && versionOf(prepared.reuse.definition).taskDefinition
  const update = plannedUpdate(decision, reuse, settings, record.settingsThatDiffered, service)
  const commit = commitOf(running.tags)
  const traces = {
    running: name,
    tags: running.tags,
    newest: running.definition.family === definition.family ? prepared.newestRevision : 0,
    revision: running.definition.revision ?? 0,
    settings: record.settingsThatDiffered,
    definitionDiffers: difference.containers.length + difference.task.length > 0,
  }
  return {
    changes: decision.kind === 'update',
    decision: decision.kind,
    difference,
    images: imagesOf(difference, prepared, record),
    ...(update === undefined ? {} : { update }),
    drift: driftOf(traces, run),
    cost: {
      before: monthlyCost({ definition: old, service, settings: {}, region }),
      after: monthlyCost({ definition, service, settings, region }),
      pricesOf: fargatePrices.asOf,
    },
    status: statusOf(before),
    runs: whatRuns(record)?.images ?? [],
    ...(commit === undefined ? {} : { commit }),
  }
}

/** With the digests that run, where they are known, and with the tags that were asked for. */
function imagesOf(
  { containers }: DefinitionDifference,
  { images }: Prepared,
  record: DeploymentRecord,
): ServicePlan['images'] {
  const { wanted } = record
  const ran = whatRuns(record)
  const entries = containers.flatMap(({ name, image }) => {
    if (image === undefined) return []
    const old = ran?.images.find(({ container }) => container === name)
    const now = wanted?.images.find(({ container }) => container === name)
    const written = images.find((one) => one.image === now?.image)?.written
    const after = now && { ...now, ...(written === undefined ? {} : { written }) }
    return [
      [name, { ...(old === undefined ? {} : { before: old }), ...(after === undefined ? {} : { after }) }] as const,
    ]
  })
  return Object.fromEntries(entries)
}

/** The way back is what runs, where that has completed, and knows the digests of tags. */
function whatRuns({ target, before }: DeploymentRecord): Version | undefined {
  return target?.version.taskDefinition === before?.taskDefinition ? target?.version : before
}
