import type { Check } from './finding.ts'

/** docs/preflight.md: the documentation of the table of checks, as Markdown. */
export function checksPage(checks: readonly Check[]): string {
  const of = (severity: Check['severity']) => checks.filter((check) => check.severity === severity)
  return `${[
    '# Preflight: what is checked before anything is changed',
    '',
    'This page is written by `npm run docs` from the table in `src/preflight/checks.ts`.',
    '',
    'Before a deployment, the task definition that would be deployed, its images and the service are checked. Everything found is told at once, with its id in brackets. With a task-definition',
    'file, a finding has its file, line and column. A run that has nothing to deploy (`unchanged`) checks nothing.',
    '',
    '| `preflight` | |',
    '| --- | --- |',
    '| `enforce` | Errors end the run before anything is changed: no revision is registered, the service is not touched. Warnings never stop it. |',
    '| `warn` | Errors are told as warnings. |',
    '| `off` | Nothing is checked. |',
    '',
    '`preflight-ignore` leaves checks out, one id per line; what only they need is not asked of AWS.',
    '',
    '## Errors',
    '',
    'Only what ECS or ECR would certainly refuse, or could never start.',
    '',
    ...table(of('error')),
    '',
    'An image or a tag that is not there (`image-absent`) is found when its digest is looked up. It always ends the run, unless `pin-digest` is `false` ([images](images.md)).',
    '',
    '## Warnings',
    '',
    'They are in the log, one line each, and in the job summary; those with a place in the file are annotations there (five at most).',
    '',
    ...table(of('warning')),
    '',
    '## What it costs',
    '',
    'Checks without a permission in the table look only at what a deployment reads anyway. The other calls are made side by side while the rest is read, and nobody waits longer than 10 s for',
    'one. Where a permission is missing, its checks are skipped, one line names all that were, with a statement to paste, and what was denied is not asked for again. Secrets of other accounts are not looked',
    'up, and of Secrets Manager at most 20. Roles are judged by their own policies; resource policies and permissions of the organisation may say otherwise, so those findings are warnings.',
    'Values of environment variables are looked at and never shown; values of secrets are never read.',
  ].join('\n')}\n`
}

function table(checks: readonly Check[]): readonly string[] {
  return [
    '| Id | What is wrong | What is looked at | Permission |',
    '| --- | --- | --- | --- |',
    ...checks.map(
      ({ id, name, looksAt, needs }) =>
        `| \`${id}\` | ${cell(name)} | ${cell(looksAt)} | ${needs.map((action) => `\`${action}\``).join(', ')} |`,
    ),
  ]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
