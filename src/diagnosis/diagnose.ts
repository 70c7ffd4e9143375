import { eventsCommand, targetHealthCommand } from './aws-commands.ts'
import { type Case, type Cause, type DiagnosisContext, type Symptom, weights } from './cause.ts'
import { causeOf, causes } from './causes.ts'
import { certainty } from './certainty.ts'
import type { Diagnosis, Evidence } from './evidence.ts'
import { causeInLog } from './log-lines.ts'
import { shortImage } from './short-image.ts'
import { symptomsOf } from './symptoms.ts'
import { imageIn, shorten, withoutIds } from './texts.ts'

const factLimit = 5

/** One symptom and the row that explains it. */
type Explained = {
  readonly cause: Cause
  readonly symptom: Symptom
  /** What else the same symptom shows. */
  readonly others: readonly Cause[]
}

/** A cause with everything that shows it. */
type Group = { readonly cause: Cause; readonly symptoms: readonly Symptom[]; readonly others: readonly Cause[] }

/**
 * Why a deployment failed.
 *
 * @param evidence what was seen of this deployment, and of no other
 * @param context what is known about it besides
 * @returns the causes, the most likely first; at least one: with nothing that fits, `unknown` and the raw evidence
 */
export function diagnose(evidence: Evidence, context: DiagnosisContext): Diagnosis[] {
  const seen = symptomsOf(evidence)
  const explained = seen.map(explain).filter((found) => found !== undefined)
  const groups = withoutEchoes(byCause(explained.map((found) => attribute(found, context))))
  if (groups.length === 0) return [unknown(seen, evidence, context)]
  return groups.sort(mostLikelyFirst).map((group) => toDiagnosis(group, context))
}

/** One thing seen may say several things (a task's reason and its containers'): the row highest in the table counts. */
function explain(symptoms: readonly Symptom[]): Explained | undefined {
  const found = symptoms.flatMap((symptom) => explainOne(symptom) ?? [])
  // On equal rows the container's own text is the better one: it says which container.
  return found.sort((one, other) => rank(one.cause) - rank(other.cause) || named(one.symptom) - named(other.symptom))[0]
}

function explainOne(symptom: Symptom): Explained | undefined {
  if (symptom.place === 'log') {
    const found = causeInLog(causes, symptom)
    if (found === undefined) return undefined
    return { cause: found.cause, symptom: { ...symptom, fact: shorten(found.line, 200) }, others: found.others }
  }
  const cause = causeOf(symptom)
  return cause === undefined ? undefined : { cause, symptom, others: [] }
}

/** Place in the table; all rows for exit codes share one, for there the order of the containers counts (symptoms.ts). */
function rank(cause: Cause): number {
  return causes.indexOf(isExitCode(cause) ? (causes.find(isExitCode) ?? cause) : cause)
}

function isExitCode(cause: Cause): boolean {
  return cause.patterns.every((pattern) => pattern.exitCodes !== undefined)
}

function named(symptom: Symptom): number {
  return symptom.container === undefined ? 1 : 0
}

/** An event names the image but not the container; a failed health check names neither. */
function attribute(found: Explained, context: DiagnosisContext): Explained {
  const image = imageIn(found.symptom.text)
  const candidates = context.wantedImages.filter((wanted) =>
    found.cause.id === 'container-health-check'
      ? context.containerHealthCheckOf(wanted.container) !== undefined
      : wanted.image === image,
  )
  const container = candidates.length === 1 ? candidates[0]?.container : undefined
  if (found.symptom.container !== undefined || container === undefined) return found
  return { ...found, symptom: { ...found.symptom, container } }
}

/** Symptoms of one cause and container together; those without container join the first group of their cause. */
function byCause(found: readonly Explained[]): Group[] {
  const groups = new Map<string, { cause: Cause; symptoms: Symptom[]; others: Cause[] }>()
  for (const { cause, symptom, others } of [...found].sort((one, other) => named(one.symptom) - named(other.symptom))) {
    const code = isExitCode(cause) ? (symptom.exitCode ?? '') : ''
    const own = `${cause.id} ${symptom.container ?? ''} ${code}`
    const first = [...groups.keys()].find((key) => key.startsWith(`${cause.id} `))
    const key = symptom.container === undefined ? (first ?? own) : own
    const group = groups.get(key) ?? { cause, symptoms: [], others: [] }
    group.symptoms.push(symptom)
    group.others.push(...others)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** "Tasks failed to start" says nothing once it is known why. */
function withoutEchoes(groups: readonly Group[]): Group[] {
  const explained = groups.some((group) => group.cause.weight === 'cause' || group.cause.weight === 'effect')
  return groups.filter((group) => !explained || group.cause.weight !== 'echo')
}

function mostLikelyFirst(one: Group, other: Group): number {
  return (
    weights.indexOf(one.cause.weight) - weights.indexOf(other.cause.weight) ||
    countOf(other.symptoms) - countOf(one.symptoms) ||
    causes.indexOf(one.cause) - causes.indexOf(other.cause)
  )
}

/** Tasks where any is named, for an event and a stopped task often tell of the same one; else events. */
function countOf(symptoms: readonly Symptom[]): number {
  const tasks = new Set(symptoms.flatMap((symptom) => symptom.taskIds))
  return tasks.size > 0 ? tasks.size : symptoms.length
}

function toDiagnosis({ cause, symptoms, others }: Group, context: DiagnosisContext): Diagnosis {
  const found = caseOf(symptoms, context)
  const doubt = certainty(cause, others, found, context)
  const title = cause.title(found, context)
  const facts = factsOf(symptoms)
  return {
    cause: cause.id,
    title: `${title}${countSuffix(symptoms)}`,
    explanation: `${cause.explanation}${doubt.explanation}`,
    advice: [...cause.advice(found, context), ...doubt.advice],
    heals: cause.heals,
    facts: [...facts, ...wholeName(title, found.image, facts), ...lastWords(cause, symptoms)],
    count: countOf(symptoms),
    ...(doubt.candidates.length === 0 ? {} : { candidates: doubt.candidates }),
  }
}

/** Where only the exit code is known, the last line of the log often says more to a reader than to the table. */
function lastWords(cause: Cause, symptoms: readonly Symptom[]): string[] {
  const line = isExitCode(cause) ? symptoms.findLast(({ lastLine }) => lastLine !== undefined)?.lastLine : undefined
  return line === undefined ? [] : [`Last line of the log: ${shorten(line)}`]
}

/** The image in full, where the title has its short name and no fact has the whole one. */
function wholeName(title: string, image: string | undefined, facts: readonly string[]): string[] {
  if (image === undefined || !title.includes(shortImage(image))) return []
  return [title, ...facts].some((text) => text.includes(image)) ? [] : [`Image: ${image}`]
}

function countSuffix(symptoms: readonly Symptom[]): string {
  const tasks = new Set(symptoms.flatMap((symptom) => symptom.taskIds)).size
  if (tasks > 0) return ` (${tasks} ${tasks === 1 ? 'task' : 'tasks'})`
  return symptoms.length > 1 ? ` (seen ${symptoms.length} times)` : ''
}

function caseOf(symptoms: readonly Symptom[], context: DiagnosisContext): Case {
  const text = symptoms.map((symptom) => symptom.text).join('\n')
  const container = symptoms.find((symptom) => symptom.container !== undefined)?.container
  const candidates = context.wantedImages.filter((wanted) => container === undefined || wanted.container === container)
  const wanted = candidates.length === 1 ? candidates[0]?.image : undefined
  const image = symptoms.map((symptom) => imageIn(symptom.text)).find((name) => name !== undefined) ?? wanted
  const exitCode = symptoms.find((symptom) => symptom.exitCode !== undefined)?.exitCode
  const ports = symptoms.find((symptom) => symptom.ports !== undefined)?.ports
  // The newest task's log: the oldest may have been removed already.
  const log =
    symptoms.findLast((symptom) => symptom.log !== undefined)?.log ?? logOfNewest(symptoms, container, context)
  return {
    text,
    ...(container === undefined ? {} : { container }),
    ...(image === undefined ? {} : { image }),
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(log === undefined ? {} : { log }),
    ...(ports === undefined ? {} : { ports }),
  }
}

/** Events name tasks that may still be stopping: those are not among the stopped ones yet, but their logs are there. */
function logOfNewest(
  symptoms: readonly Symptom[],
  container: string | undefined,
  context: DiagnosisContext,
): Case['log'] {
  const task = symptoms.findLast(({ taskIds }) => taskIds.length > 0)?.taskIds.at(-1)
  if (container === undefined || task === undefined) return undefined
  return context.logOf?.(container, task)
}

/** What was seen, each kind once: tasks that failed in the same way differ only in ids and retry counts. */
function factsOf(symptoms: readonly Symptom[]): string[] {
  const kinds = [...Map.groupBy(symptoms, (symptom) => `${symptom.place} ${withoutIds(symptom.fact)}`).values()]
  const facts = kinds.flatMap((kind) => (kind[0] === undefined ? [] : [factOf(kind[0], kind)]))
  const left = facts.length - factLimit
  return left > 0 ? [...facts.slice(0, factLimit), `… and ${left} more`] : facts
}

function factOf(first: Symptom, kind: readonly Symptom[]): string {
  const others = first.place === 'task' || first.place === 'log' ? countOf(kind) - 1 : kind.length - 1
  const more = others > 0 ? ` (and ${others} more like it)` : ''
  const heads: Readonly<Record<Symptom['place'], string>> = {
    task: `Task ${first.taskIds[0]}`,
    log: `Log of ${first.container} in task ${first.taskIds[0]}`,
    event: 'Event',
    deployment: 'Deployment',
    target: 'Target',
    alarm: 'Alarm',
    api: 'AWS',
    verification: 'Verification',
  }
  return shorten(`${heads[first.place]}${more}: ${first.fact}`, 400)
}

function unknown(seen: readonly Symptom[][], evidence: Evidence, context: DiagnosisContext): Diagnosis {
  const symptoms = seen.flatMap((found) => found[0] ?? [])
  const facts = factsOf(symptoms)
  const newest = evidence.events.slice(-factLimit).map((event) => `Event: ${shorten(event.message)}`)
  return {
    cause: 'unknown',
    title:
      facts.length > 0 ? 'The deployment failed for a reason that this action does not know' : 'ECS gave no reason',
    explanation:
      facts.length > 0
        ? 'What ECS said is listed below, as it was.'
        : 'No task of this deployment was seen to stop, and no event of the service tells of a failure.',
    advice: [
      `See the newest events of the service:\n${eventsCommand(context)}`,
      ...(context.hasLoadBalancer
        ? [`Ask the load balancer about the health of the targets:\n${targetHealthCommand(context)}`]
        : []),
    ],
    heals: 'maybe',
    facts: facts.length > 0 ? facts : newest,
    count: symptoms.length,
  }
}
