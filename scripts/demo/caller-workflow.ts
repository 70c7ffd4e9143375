import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fillIn } from './expressions.ts'

/** What a caller's workflow says about the deployment, taken from the very file that people copy. */
export type CallerWorkflow = {
  /** Of the credentials step, which sets AWS_REGION. */
  readonly region: string
  /** Rows of the job's matrix; one empty row without a matrix. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** The `with:` of the deploy step, expressions as written. */
  readonly inputs: Readonly<Record<string, string>>
}

type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }
type Row = Readonly<Record<string, unknown>>
type Job = {
  readonly strategy?: { readonly matrix: { readonly include: readonly Row[] } }
  readonly steps: readonly Step[]
}

/** @throws Error where the file has no job that gets credentials and deploys */
export function readCallerWorkflow(file: string): CallerWorkflow {
  const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Readonly<Record<string, Job>> }
  for (const job of Object.values(jobs)) {
    const deploy = job.steps.find(({ uses }) => uses?.startsWith('org/ecs-deploy@'))
    const credentials = job.steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))
    if (deploy === undefined || credentials === undefined) continue
    return { region: String(credentials.with?.['aws-region']), rows: rowsOf(job), inputs: texts(deploy.with ?? {}) }
  }
  throw new Error(`${file}: no job gets AWS credentials and then uses org/ecs-deploy`)
}

/** The inputs of one run. A matrix member that only other rows have is empty, as on GitHub. */
export function inputsOf(
  { inputs, rows }: CallerWorkflow,
  row: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = new Set(rows.flatMap((other) => Object.keys(other)))
  const matrix = [...names].map((name) => [`matrix.${name}`, fillIn(row[name] ?? '', values)])
  const all = { ...values, ...Object.fromEntries(matrix) }
  return Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, fillIn(text, all)]))
}

function rowsOf({ strategy }: Job): readonly Readonly<Record<string, string>>[] {
  return strategy === undefined ? [{}] : strategy.matrix.include.map(texts)
}

/** GitHub hands everything on as text. */
function texts(values: Row): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}
