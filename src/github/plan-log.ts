import type { ContainerDifference } from '../plan/difference.ts'
import type { PlanReport } from '../plan/plan-report.ts'
import type { ServicePlan } from '../plan/service-plan.ts'
import {
  containerRows,
  costNote,
  costWords,
  deploymentWords,
  differenceRow,
  imageName,
  namesWords,
  type Row,
  settingRows,
  updateWords,
  utc,
} from './plan-words.ts'
import { taskCount } from './words.ts'

/** The plan as lines of the log; pure. */
export function planLines({
  plan,
  notLookedAt,
  before,
}: Pick<PlanReport, 'plan' | 'notLookedAt' | 'before'>): string[] {
  const unseen =
    notLookedAt.length === 0 ? [] : ['Not looked at, for want of AWS credentials:', ...notLookedAt.map(item)]
  if (plan === undefined) return unseen
  return [
    `Runs now: ${before?.taskDefinition ?? 'nothing'}.`,
    ...plan.difference.containers.flatMap((container) => containerLines(container, plan)),
    ...(plan.difference.task.length === 0 ? [] : ['  task definition']),
    ...plan.difference.task.map((one) => rowLine(differenceRow(one))),
    updateWords(plan),
    ...settingRows(plan).map(rowLine),
    ...costLines(plan),
    ...plan.drift.map(({ text }) => `Drift: ${text}`),
    ...(plan.changes ? [] : statusLines(plan)),
    ...unseen,
  ]
}

function item(text: string): string {
  return `  - ${text}`
}

function containerLines(container: ContainerDifference, plan: ServicePlan): string[] {
  const { name, kind, environment } = container
  const names = namesWords(environment, (variable) => variable)
  return [
    `  ${name}${kind === 'changed' ? '' : ` (container ${kind})`}`,
    ...containerRows(container, plan).map(rowLine),
    ...(names === '' ? [] : [`    environment: ${names}`]),
  ]
}

function rowLine({ what, before, after }: Row): string {
  return `    ${what}: ${before ?? 'not set'} → ${after ?? 'not set'}`
}

function costLines({ cost: { before, after } }: ServicePlan): string[] {
  const [old, now] = [costWords(before), costWords(after)]
  const numbers = [before, after].some(({ kind }) => kind === 'estimate')
  return [
    `Cost per month: ${old === now ? `${old}, as before` : `${old} → ${now}`}`,
    ...(numbers ? [`  ${costNote}`] : []),
  ]
}

function statusLines(plan: ServicePlan): string[] {
  const { status, commit, runs } = plan
  return [
    `Status: ${taskCount(status.running, status.desired)} running, ${status.pending} pending.`,
    `  last deployment: ${deploymentWords(plan)}`,
    ...(commit === undefined ? [] : [`  commit: ${commit}`]),
    ...runs.map((image) => `  image of ${image.container}: ${imageName(image)}`),
    ...status.events.map(({ at, message }) => `  ${utc(at)} ${message}`),
  ]
}
