import { primaryOf } from '../rollout/snapshot.ts'
import type { Ending } from './ending.ts'
import type { DeploymentRecord } from './record.ts'
import type { DeploymentReport, Version } from './report.ts'
import { revisionName } from './version.ts'

/** Record and ending as the report that everything shown to people is made from; pure. */
export function reportOf(record: DeploymentRecord, ending: Ending, endedAt: number): DeploymentReport {
  const now = nowOf(record)
  return {
    outcome: ending.outcome,
    headline: ending.headline,
    cluster: record.cluster,
    service: record.service,
    region: record.region,
    partition: /^arn:([^:]+):/.exec(record.serviceArn ?? '')?.[1] ?? 'aws',
    ...(record.before === undefined ? {} : { before: record.before }),
    ...(record.wanted === undefined ? {} : { wanted: record.wanted }),
    ...(now === undefined ? {} : { now }),
    changed: record.changed,
    ...(record.deploymentId === undefined ? {} : { deploymentId: record.deploymentId }),
    ...(record.serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn: record.serviceDeploymentArn }),
    ...(record.supersededBy === undefined ? {} : { supersededBy: record.supersededBy }),
    diagnoses: ending.explain ? record.diagnoses : [],
    changes: record.changes,
    timeline: record.timeline,
    events: [...record.events.values()],
    stoppedTasks: [...record.stoppedTasks.values()],
    notices: record.notices,
    commands: ending.commands,
    startedAt: record.startedAt,
    endedAt,
  }
}

function nowOf(record: DeploymentRecord): DeploymentReport['now'] {
  const { snapshot } = record
  if (snapshot === undefined) return undefined
  const version = runningVersion(record)
  return {
    ...(version === undefined ? {} : { version }),
    running: snapshot.running,
    desired: snapshot.desired,
    seen: !record.stale,
  }
}

/** What ECS steers to; verified after a rollback, else recognised by its ARN. */
function runningVersion(record: DeploymentRecord): Version | undefined {
  if (record.running !== undefined) return record.running
  const arn = record.snapshot && primaryOf(record.snapshot)?.taskDefinition
  if (!arn) return undefined
  const known = [record.before, record.wanted, record.target?.version]
  return (
    known.find((version) => version?.taskDefinitionArn === arn) ?? {
      taskDefinition: revisionName(arn),
      taskDefinitionArn: arn,
      images: [],
    }
  )
}
