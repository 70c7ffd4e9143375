import { partitionOf } from '../github/console-links.ts'
import type { DeploymentReport, Version } from '../report.ts'
import { primaryOf, type Snapshot } from '../rollout/snapshot.ts'
import type { Ending } from './ending.ts'
import { checksAddress } from './in-catalogue.ts'
import type { DeploymentRecord } from './record.ts'
import { resourceName } from './version.ts'

/** Record and ending as the report that everything shown to people is made from; pure. */
export function reportOf(record: DeploymentRecord, ending: Ending, endedAt: number): DeploymentReport {
  const now = nowOf(record)
  const exec = record.update?.enableExecuteCommand ?? record.original?.enableExecuteCommand
  const checks = checksAddress(record)
  return {
    action: record.action,
    outcome: ending.outcome,
    headline: ending.headline,
    cluster: resourceName(record.cluster),
    service: resourceName(record.service),
    region: record.region,
    partition: partitionOf(record.serviceArn ?? record.region),
    ...(record.before === undefined ? {} : { before: record.before }),
    ...(record.wanted === undefined ? {} : { wanted: record.wanted }),
    ...(record.wantedCommit === undefined ? {} : { wantedCommit: record.wantedCommit }),
    ...(record.candidates === undefined ? {} : { candidates: record.candidates }),
    ...(now === undefined ? {} : { now }),
    changed: record.changed || record.scaling !== undefined,
    publicIps: record.publicIps,
    taskIps: record.taskIps,
    ...(record.deploymentId === undefined ? {} : { deploymentId: record.deploymentId }),
    ...(record.serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn: record.serviceDeploymentArn }),
    ...(record.supersededBy === undefined ? {} : { supersededBy: record.supersededBy }),
    diagnoses: ending.explain ? record.diagnoses : [],
    changes: record.changes,
    timeline: record.timeline,
    events: [...record.events.values()],
    stoppedTasks: [...record.stoppedTasks.values()],
    tasks: [...record.tasks.values()],
    ...(exec === undefined ? {} : { exec }),
    findings: record.findings,
    ...(record.findings.length === 0 || checks === undefined ? {} : { checksAddress: checks }),
    notices: [...record.notices, ...notUndone(record, ending)],
    commands: ending.commands,
    startedAt: record.startedAt,
    endedAt,
  }
}

/** Going back to the version before does not take back what a task did before the deployment. */
function notUndone({ preDeploy, wanted }: DeploymentRecord, { outcome }: Ending): readonly string[] {
  if (preDeploy === undefined || (outcome !== 'rolled-back' && outcome !== 'rollback-failed')) return []
  const version = wanted?.taskDefinition || 'the new version'
  return [
    `Before ${version} was deployed, a task ran, a migration for example. What it changed is not undone by a rollback.`,
  ]
}

function nowOf(record: DeploymentRecord): DeploymentReport['now'] {
  const { snapshot } = record
  if (snapshot === undefined) return undefined
  const [first, ...others] = whatRuns(record, snapshot)
  return {
    ...(first === undefined ? {} : { version: first.version }),
    ...(others.length === 0 ? {} : { beside: others }),
    running: snapshot.running,
    desired: snapshot.desired,
    seen: !record.stale,
  }
}

type Running = { readonly version: Version; readonly running: number }

/** The versions that have tasks running, the one with most first; with none at all, the one that ECS steers to. */
function whatRuns(record: DeploymentRecord, snapshot: Snapshot): readonly Running[] {
  const running = snapshot.deployments
    .filter((deployment) => deployment.running > 0)
    .sort((one, other) => other.running - one.running)
    .map((deployment) => ({ version: versionOfArn(record, deployment.taskDefinition), running: deployment.running }))
  if (running.length > 0) return running
  const primary = primaryOf(snapshot)
  return primary === undefined ? [] : [{ version: versionOfArn(record, primary.taskDefinition), running: 0 }]
}

function versionOfArn({ running, before, wanted, target }: DeploymentRecord, arn: string): Version {
  const known = [running, before, wanted, target?.version].find((version) => version?.taskDefinitionArn === arn)
  return known ?? { taskDefinition: resourceName(arn), taskDefinitionArn: arn, images: [] }
}
