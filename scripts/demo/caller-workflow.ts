import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fillIn } from './expressions.ts'

/** What a caller's workflow says about the deployment, taken from the very file that people copy. */
export type CallerWorkflow = {
  /** Of the credentials step, which sets AWS_REGION. */
  readonly region: string
  /** The `with:` of the step, expressions as written. */
  readonly inputs: Readonly<Record<string, string>>
}

type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }
type Job = { readonly steps: readonly Step[] }

/**
 * @param action as the step names it, without its version
 * @throws Error where the file has no job that gets credentials and uses the action
 */
export function readCallerWorkflow(file: string, action = 'org/ecs-deploy'): CallerWorkflow {
  const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Readonly<Record<string, Job>> }
  for (const job of Object.values(jobs)) {
    const step = job.steps.find(({ uses }) => uses?.startsWith(`${action}@`))
    const credentials = job.steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))
    if (step === undefined || credentials === undefined) continue
    return { region: String(credentials.with?.['aws-region']), inputs: texts(step.with ?? {}) }
  }
  throw new Error(`${file}: no job gets AWS credentials and then uses ${action}`)
}

/** The inputs of one run. */
export function inputsOf({ inputs }: CallerWorkflow, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, fillIn(text, values)]))
}

/** GitHub hands everything on as text. */
function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}
