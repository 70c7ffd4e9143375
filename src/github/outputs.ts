import { randomUUID } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeploymentReport, Version, VersionImage } from '../report.ts'
import { serviceLink } from './console-links.ts'

type Env = Readonly<Record<string, string | undefined>>

/** GitHub drops the whole summary of a step above 1 MiB (actions/runner, CreateStepSummaryCommand). */
const summaryLimit = 1_000_000

/**
 * The outputs of the deploy action: every one always, empty where unknown.
 *
 * `task-definition` and `image` are those that this run wanted, or else those that run; when a deployment fails,
 * what runs instead is in the log, the summary and the report.
 *
 * @param reportPath what `writeReportFile` returned
 */
export function outputsOf(report: DeploymentReport, reportPath = ''): Record<string, string> {
  const version = report.wanted ?? report.now?.version
  const image = version === undefined ? undefined : deployedImage(version, report.before)
  return {
    outcome: report.outcome,
    changed: String(report.changed),
    'task-definition': version?.taskDefinition ?? '',
    'task-definition-arn': version?.taskDefinitionArn ?? '',
    'previous-task-definition': report.before?.taskDefinition ?? '',
    image: image?.image ?? '',
    'image-digest': image === undefined ? '' : (digestOf(image, report) ?? ''),
    'deployment-id': report.deploymentId ?? '',
    'service-deployment-arn': report.serviceDeploymentArn ?? '',
    'superseded-by': report.supersededBy ?? '',
    'running-count': report.now === undefined ? '' : String(report.now.running),
    'public-ips': report.publicIps.join(','),
    'task-ips': report.taskIps.join(','),
    'duration-seconds': String(Math.max(0, Math.round((report.endedAt - report.startedAt) / 1000))),
    cause: report.diagnoses[0]?.cause ?? '',
    'console-url': serviceLink(report, report.cluster, report.service) ?? '',
    services: '',
    report: reportPath,
  }
}

/** With several containers the one whose image this run changed, else the first. */
export function deployedImage(version: Version, before: Version | undefined): VersionImage | undefined {
  const changed = version.images.find((image) => {
    const previous = before?.images.find((candidate) => candidate.container === image.container)
    return previous?.image !== image.image
  })
  return (before === undefined ? undefined : changed) ?? version.images[0]
}

export function digestOf(image: VersionImage, { wanted, now }: DeploymentReport): string | undefined {
  const inName = /@(sha256:[0-9a-f]{64})$/.exec(image.image)?.[1]
  const sameRuns = wanted === undefined || wanted.taskDefinition === now?.version?.taskDefinition
  const running = sameRuns ? now?.version?.images.find((other) => other.container === image.container) : undefined
  return image.digest ?? inName ?? running?.digest
}

/**
 * Sets outputs of the step; outside GitHub Actions it does nothing.
 *
 * @throws Error when the file that the runner named cannot be written
 */
export async function writeOutputs(outputs: Readonly<Record<string, string>>, env: Env): Promise<void> {
  if (!env.GITHUB_OUTPUT) return
  // The toolkit's own files for these two jobs: its entry brings an HTTP client for OIDC tokens along, which is a third of
  // what a plain deployment would load (bench/start-up.ts), and its package.json names nothing but the entry.
  const { issueFileCommand, prepareKeyValueMessage } = await import(
    '../../node_modules/@actions/core/lib/file-command.js'
  )
  for (const [name, value] of Object.entries(outputs)) issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
}

/**
 * Adds to the job summary of the step, if GitHub would still show it: above its limit it drops everything.
 *
 * @returns `full` when the step's summary has no room left; `absent` outside GitHub Actions
 * @throws Error when the file that the runner named cannot be written
 */
export async function writeSummary(markdown: string, env: Env): Promise<'written' | 'full' | 'absent'> {
  const path = env.GITHUB_STEP_SUMMARY
  if (!path) return 'absent'
  const used = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (used + Buffer.byteLength(markdown) > summaryLimit) return 'full'
  const { summary } = await import('../../node_modules/@actions/core/lib/summary.js')
  await summary.addRaw(markdown, true).write()
  return 'written'
}

/**
 * Writes the whole report as JSON into the job's temporary folder.
 *
 * @returns the path
 * @throws NodeJS errors when the file cannot be written
 */
export function writeReportFile(report: object, env: Env): string {
  const path = join(env.RUNNER_TEMP || tmpdir(), `ecs-deploy-report-${randomUUID()}.json`)
  writeFileSync(path, `${JSON.stringify({ format: 1, ...report }, undefined, 2)}\n`, { mode: 0o600 })
  return path
}
