/** The workflows of this repository, those of the templates, and the callers that README and docs show. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { blocksIn } from '../docs/pages.ts'

export type Step = {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}
export type Permissions = Readonly<Record<string, string>>
export type Job = {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly strategy?: Readonly<Record<string, unknown>>
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly permissions?: Permissions
  readonly 'timeout-minutes'?: number | string
  readonly 'runs-on'?: string
  readonly environment?: unknown
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': unknown }
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
}
export type Input = {
  readonly type?: string
  readonly default?: unknown
  readonly required?: boolean
  readonly description?: string
}
export type Callable = {
  readonly inputs?: Readonly<Record<string, Input>>
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>
  readonly secrets?: Readonly<Record<string, unknown>>
}
export type Workflow = {
  readonly on: {
    readonly workflow_call?: Callable
    readonly workflow_dispatch?: {
      readonly inputs?: Readonly<Record<string, Input & { readonly options?: readonly string[] }>>
    }
  }
  readonly permissions?: Permissions
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}
export type WorkflowFile = { readonly place: string; readonly text: string; readonly workflow: Workflow }

function read(place: string): WorkflowFile {
  const text = readFileSync(place, 'utf8')
  return { place, text, workflow: parse(text) as Workflow }
}

const inFolder = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => read(join(folder, name)))

export const own = inFolder('.github/workflows')
export const reusable = own.filter(({ workflow }) => workflow.on.workflow_call !== undefined)
export const templates = inFolder('workflows-templates')
/** Whole workflows in the pages. */
export const shown: readonly WorkflowFile[] = blocksIn('yaml').flatMap(({ page, line, text }) => {
  const workflow = parse(text) as Workflow
  return Object.hasOwn(workflow, 'jobs') ? [{ place: `${page}:${line}`, text, workflow }] : []
})

export function workflowNamed(name: string): Workflow {
  return named(own, `.github/workflows/${name}`)
}

export function templateNamed(name: string): Workflow {
  return named(templates, `workflows-templates/${name}`)
}

function named(files: readonly WorkflowFile[], place: string): Workflow {
  const found = files.find((file) => file.place === place)
  if (found === undefined) throw new Error(`There is no workflow ${place}`)
  return found.workflow
}

/** Name of the file in .github/workflows that a job calls; undefined where it calls none of ours. */
export function calledWorkflow({ uses = '' }: Job): string | undefined {
  return uses.match(/^(?:\$|org\/ecs-deploy)\/\.github\/workflows\/([\w-]+\.yml)(?:@v1)?$/)?.[1]
}

/** Folder of the action that a step uses; undefined where it is none of ours. */
export function calledAction({ uses = '' }: Step): string | undefined {
  if (uses === 'org/ecs-deploy@v1') return 'deploy'
  return uses.match(/^(?:\$|org\/ecs-deploy)\/([\w-]+)(?:@v1)?$/)?.[1]
}

export function actionInputs(folder: string): Readonly<Record<string, Input>> | undefined {
  const file = join(folder, 'action.yml')
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as { inputs: Record<string, Input> }).inputs : undefined
}

/** What GitHub demands of the caller: the most that any job of the workflow asks for. */
export function permissionsOf(workflow: Workflow): Permissions {
  const strength = ['none', 'read', 'write']
  const most: Record<string, string> = {}
  for (const job of Object.values(workflow.jobs)) {
    const called = calledWorkflow(job)
    const asked = called === undefined ? (job.permissions ?? {}) : permissionsOf(workflowNamed(called))
    for (const [scope, level] of Object.entries(asked))
      if (strength.indexOf(level) > strength.indexOf(most[scope] ?? 'none')) most[scope] = level
  }
  return most
}

/** Whether a job may be skipped, or one inside of the workflow that it calls, though nothing failed and nobody cancelled. */
export function maySkip(job: Job): boolean {
  const condition = (job.if ?? '').replaceAll(/\$\{\{|\}\}|!failure\(\)|!cancelled\(\)|&&|\s/g, '')
  const called = calledWorkflow(job)
  return condition !== '' || (called !== undefined && Object.values(workflowNamed(called).jobs).some(maySkip))
}

/** The jobs that a job comes after, however far back. */
export function before(job: Job, jobs: Workflow['jobs']): readonly Job[] {
  return [job.needs ?? []].flat().flatMap((name) => {
    const needed = jobs[name]
    return needed === undefined ? [] : [needed, ...before(needed, jobs)]
  })
}

/** Every job of every workflow, named. */
export function jobsOf(files: readonly WorkflowFile[]): readonly (readonly [string, Job, WorkflowFile])[] {
  return files.flatMap((file) =>
    Object.entries(file.workflow.jobs).map(([name, job]) => [`${file.place}: ${name}`, job, file] as const),
  )
}

/** The script of a step, by its id or name. */
export function scriptOf(workflow: string, job: string, step: string, of = workflowNamed): string {
  const found = of(workflow).jobs[job]?.steps?.find(({ id, name }) => id === step || name === step)
  if (found?.run === undefined) throw new Error(`${workflow} has no script ${job}/${step}`)
  return found.run
}
