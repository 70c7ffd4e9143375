import type { Heals, StoppedContainer } from './evidence.ts'

/**
 * Where a text was found: in a reason of a task or container, an event or a reason of the deployment (ECS speaks); in the log
 * of a container (the program speaks); in the health of a target, an alarm, the answer to a call of this run, or in what this
 * run found when it verified the new version.
 */
export type Place = 'task' | 'event' | 'deployment' | 'log' | 'target' | 'alarm' | 'api' | 'verification'

/** How the load balancer fails to reach a task, where it does. */
export type Reach = 'timeout' | 'no-answer' | 'codes' | 'unknown'

/** One thing that was seen to go wrong: a container or task that stopped, an event, or a reason of the deployment. */
export type Symptom = {
  readonly place: Place
  /** Plain (see texts.ts), whole: patterns look at this. */
  readonly text: string
  /** Of the task. */
  readonly stopCode?: string
  readonly container?: string
  /** Only where the end of this container ended the task. */
  readonly exitCode?: number
  readonly log?: NonNullable<StoppedContainer['log']>
  /** Of the container, in the task definition. */
  readonly ports?: readonly number[]
  readonly reach?: Reach
  /** What the container wrote last. */
  readonly lastLine?: string
  /** Ids of the tasks that it is about; empty when it names none. */
  readonly taskIds: readonly string[]
  /** What to show of it, shortened, without the place and the id of the task. */
  readonly fact: string
}

/** One way in which a cause shows itself: every stated condition holds. */
export type Pattern = {
  readonly text?: RegExp
  /** A second condition on the same text, for words that mean something only in a context. */
  readonly and?: RegExp
  /** What may not be in the text. */
  readonly not?: RegExp
  /** The same words mean different things in different places. Default: wherever ECS speaks. */
  readonly place?: Place
  readonly reach?: readonly Reach[]
  /** What no expression can say. */
  readonly test?: (symptom: Symptom) => boolean
  readonly stopCodes?: readonly string[]
  readonly exitCodes?: readonly number[] | 'any'
}

/**
 * What a cause is worth as an explanation, best first. A `cause` explains a failure; an `effect` often follows from one;
 * an `echo` only repeats that something failed; a `circumstance` happens in healthy deployments too.
 */
export const weights = ['cause', 'effect', 'echo', 'circumstance'] as const
export type Weight = (typeof weights)[number]

/** The symptoms of one cause, together. */
export type Case = {
  readonly container?: string
  /** As the task definition or the error names it. */
  readonly image?: string
  readonly exitCode?: number
  readonly log?: NonNullable<StoppedContainer['log']> | undefined
  readonly ports?: readonly number[]
  /** All texts in one, for what the texts name: ARNs, ports, codes. */
  readonly text: string
}

/** The times of a container health check; absent means the default of ECS. */
export type HealthCheckTimes = {
  readonly interval?: number | undefined
  readonly timeout?: number | undefined
  readonly retries?: number | undefined
  readonly startPeriod?: number | undefined
}

/** What is known about the deployment besides its evidence. */
export type DiagnosisContext = {
  readonly cluster: string
  readonly service: string
  readonly region: string
  /** What this deployment was to run. */
  readonly wantedImages: readonly { readonly container: string; readonly image: string }[]
  readonly hasLoadBalancer: boolean
  /** Undefined for a container without health check. */
  readonly containerHealthCheckOf: (container: string) => HealthCheckTimes | undefined
  /** Where a container of a task of this deployment logs, where that can be told. */
  readonly logOf?: (container: string, taskId: string) => Case['log']
  /** `linux/amd64` or `linux/arm64`, what the task definition asks for, where known. */
  readonly platform?: string
}

/** A row of the table of causes. */
export type Cause = {
  readonly id: string
  /** What it is called in the documentation. */
  readonly name: string
  readonly weight: Weight
  readonly patterns: readonly Pattern[]
  /** A real text, as ECS writes it, for readers who search for it. */
  readonly example: string
  readonly title: (found: Case, context: DiagnosisContext) => string
  readonly explanation: string
  /** Each step is one line of prose; lines after the first are a command to paste. */
  readonly advice: (found: Case, context: DiagnosisContext) => string[]
  readonly heals: Heals
  /** Ids of other causes that look the same from here. */
  readonly doubt?: (found: Case) => readonly string[]
}

const spokenByEcs: readonly Place[] = ['task', 'event', 'deployment']

/** Whether a symptom shows a pattern. */
export function matches(pattern: Pattern, symptom: Symptom): boolean {
  const { exitCodes, stopCodes, reach } = pattern
  const places = pattern.place === undefined ? spokenByEcs : [pattern.place]
  if (!places.includes(symptom.place)) return false
  if (reach !== undefined && (symptom.reach === undefined || !reach.includes(symptom.reach))) return false
  if (stopCodes !== undefined && !stopCodes.includes(symptom.stopCode ?? '')) return false
  if (exitCodes !== undefined) {
    if (symptom.exitCode === undefined) return false
    if (exitCodes !== 'any' && !exitCodes.includes(symptom.exitCode)) return false
  }
  const { text, and, not, test } = pattern
  const saysSo = (text?.test(symptom.text) ?? true) && (and?.test(symptom.text) ?? true)
  return saysSo && !(not?.test(symptom.text) ?? false) && (test?.(symptom) ?? true)
}

/** `Container "app"`, or `A container` where it is not known which. */
export function theContainer(found: Case): string {
  return found.container === undefined ? 'A container' : `Container "${found.container}"`
}
