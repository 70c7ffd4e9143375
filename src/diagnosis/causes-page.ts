import type { Case, Cause, DiagnosisContext } from './cause.ts'

const placeholders: DiagnosisContext = {
  cluster: 'CLUSTER',
  service: 'SERVICE',
  region: 'REGION',
  wantedImages: [],
  hasLoadBalancer: true,
  containerHealthCheckOf: () => undefined,
}

/** The documentation of the table of causes, as Markdown. */
export function causesPage(causes: readonly Cause[]): string {
  const rows = causes.map((cause) => `| [\`${cause.id}\`](#${cause.id}) | ${cause.name} | ${healing(cause)} |`)
  return `${[
    '# Why a deployment fails',
    '',
    'When a deployment fails, the action reads why its tasks stopped and what ECS wrote about them, and names the cause in the log, the job summary, the report file and the output `cause`.',
    'This page lists every cause that it knows. It is written by `npm run docs` from the table in `src/diagnosis/causes.ts`.',
    'With none of them, `cause` is `unknown` and the texts of ECS are shown as they are.',
    '',
    '| `cause` | name | can waiting help? |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...causes.flatMap(section),
  ]
    .join('\n')
    .trimEnd()}\n`
}

function healing(cause: Cause): string {
  return cause.heals === 'never' ? 'no' : 'perhaps'
}

/** Who says it: the first pattern of a row is the one of its example. */
function speakerOf({ patterns }: Cause): string {
  if (patterns.every(({ place }) => place === 'log')) return 'The log says'
  if (patterns.every(({ place }) => place === 'verification')) return 'This action says'
  return patterns.every(({ place }) => place === 'api') ? 'AWS answers' : 'ECS says'
}

function section(cause: Cause): string[] {
  const found: Case = { text: cause.example }
  return [
    `## ${cause.id}`,
    '',
    `${cause.name}. ${cause.explanation}`,
    '',
    `${speakerOf(cause)}, for example:`,
    '',
    fence(cause.example),
    '',
    'What to do:',
    '',
    ...cause.advice(found, placeholders).flatMap(step),
    '',
  ]
}

function step(advice: string): string[] {
  const [prose = '', ...commands] = advice.split('\n')
  if (commands.length === 0) return [`* ${prose}`]
  return [
    `* ${prose}`,
    '',
    ...fence(commands.join('\n'))
      .split('\n')
      .map((line) => `  ${line}`),
    '',
  ]
}

function fence(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``
}
