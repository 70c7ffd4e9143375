/** What a plan is told with, in the log as in Markdown; pure. */
import { shortDigest, shortImage } from '../diagnosis/short-image.ts'
import type { Cost } from '../plan/cost.ts'
import type { ChangedNames, ContainerDifference } from '../plan/difference.ts'
import { fargatePrices } from '../plan/fargate-prices.ts'
import type { PlanReport } from '../plan/plan-report.ts'
import type { ImageSides, ServicePlan } from '../plan/service-plan.ts'
import type { VersionImage } from '../report.ts'
import type { Difference } from '../task-definition/compare.ts'

/** One thing before and after; `undefined` where there is none on that side. */
export type Row = { readonly what: string; readonly before: string | undefined; readonly after: string | undefined }

/** Stands for a value that may be secret. */
const hidden = '(not shown)'

export function differenceRow({ path, kind, before, after }: Difference, prefix = ''): Row {
  return {
    what: `${prefix}${path}`,
    before: kind === 'added' ? undefined : (before ?? hidden),
    after: kind === 'removed' ? undefined : (after ?? hidden),
  }
}

/** Image, secrets and other members of a container; names of variables are told apart. */
export function containerRows({ name, image, secrets, members }: ContainerDifference, { images }: ServicePlan): Row[] {
  const sides = image === undefined ? [] : [imageRow(images[name] ?? {}, image)]
  return [
    ...sides,
    ...secrets.map((secret) => differenceRow(secret, 'secret ')),
    ...members.map((member) => differenceRow(member)),
  ]
}

/** Short names, unless only the registry differs. */
function imageRow({ before, after }: ImageSides, given: NonNullable<ContainerDifference['image']>): Row {
  const [old, now] = [before && imageName(before), after && imageName(after)]
  const same = old === now || old === undefined || now === undefined
  return {
    what: 'image',
    before: same ? given.before : old,
    after: same ? given.after : now,
  }
}

/** `web:v2 (sha256:0123456789ab)`. */
export function imageName({ image, digest, written }: VersionImage & { readonly written?: string }): string {
  const name = shortImage((written ?? image).replace(/@sha256:[0-9a-f]+$/, ''))
  return digest === undefined ? name : `${name} (${shortDigest(digest)})`
}

export function namesWords({ added, removed, changed }: ChangedNames, show: (name: string) => string): string {
  const part = (word: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${word} ${names.map(show).join(', ')}`]
  return [...part('added', added), ...part('removed', removed), ...part('changed', changed)].join('; ')
}

/** How many things of a container, without their names. */
export function containerCounts({ image, environment, secrets, members, kind }: ContainerDifference): string {
  const { added, removed, changed } = environment
  const counts = [
    [added.length, 'variables added'],
    [removed.length, 'variables removed'],
    [changed.length, 'variables changed'],
    [secrets.length, 'secrets'],
    [members.length, 'other settings'],
  ] as const
  const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return [
    ...(kind === 'changed' ? [] : [`container ${kind}`]),
    ...(image === undefined ? [] : ['image']),
    ...parts,
  ].join(', ')
}

export function settingRows({ update }: ServicePlan): Row[] {
  return (update?.settings ?? [])
    .filter(({ differs }) => differs)
    .map(({ input, before, after }) => ({ what: input, before, after }))
}

/** What the one UpdateService would carry. */
export function updateWords({ update }: ServicePlan): string {
  if (update === undefined) return 'Nothing would be sent to ECS.'
  const { taskDefinition, forceNewDeployment, why, settings } = update
  const carried = [
    ...(taskDefinition === undefined
      ? []
      : [
          taskDefinition === 'new'
            ? 'a new revision of the task definition'
            : `${taskDefinition}, which is there already`,
        ]),
    ...(forceNewDeployment ? [`a new deployment is forced${why === undefined ? '' : ` (${why})`}`] : []),
    ...settings.map(({ input, differs }) => `${input}${differs ? '' : ' (as it is)'}`),
  ]
  return `UpdateService would carry: ${carried.join(', ')}.`
}

/** `$9.01`, or why there is no number. */
export function costWords(cost: Cost): string {
  if (cost.kind === 'varies') return `varies: ${cost.why}`
  if (cost.kind === 'unknown') return `not known: ${cost.why}`
  const { dollars, tasks, vcpu, memoryGb } = cost
  return `$${dollars.toFixed(2)} (${tasks} × ${vcpu} vCPU, ${memoryGb} GB)`
}

/** What the numbers are, and what is not in them. */
export const costNote =
  `An estimate by list prices as published when the table of this action was written, ${fargatePrices.asOf} (today's prices: ${fargatePrices.source}), for ` +
  `${fargatePrices.hoursPerMonth} hours on demand at the desired count; without load balancer, traffic, logs, addresses and discounts.`

/** In UTC; seconds are enough. */
export function utc(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

export function deploymentWords({ status: { lastDeployment } }: ServicePlan): string {
  if (lastDeployment === undefined) return 'none'
  const { id, state, startedAt, failedTasks, reason } = lastDeployment
  const failed = failedTasks > 0 ? `, ${failedTasks} failed tasks` : ''
  return `${id} ${state ?? 'in an unknown state'}, started ${utc(startedAt)} UTC${failed}${reason === undefined ? '' : `: ${reason}`}`
}

/** What the plan comes to in a few words, with the mark that goes before it. */
export function verdictWords({ outcome, plan, findings, notLookedAt }: PlanReport): { mark: string; word: string } {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (outcome !== 'planned') {
    if (plan === undefined || errors === 0)
      return { mark: '❌', word: outcome === 'cancelled' ? 'plan cancelled' : 'no plan' }
    return { mark: '❌', word: 'a deployment would be refused' }
  }
  if (plan === undefined) return { mark: '➖', word: notLookedAt.length > 0 ? 'checked without AWS' : 'no plan' }
  return plan.changes ? { mark: '📝', word: 'a deployment would change it' } : { mark: '✅', word: 'nothing to change' }
}
