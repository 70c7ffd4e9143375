import type { DeploymentRecord } from './record.ts'
import type { Command } from './report.ts'

type Place = Pick<DeploymentRecord, 'cluster' | 'service' | 'region'>

function place({ cluster, service, region }: Place): string {
  return `--cluster ${cluster} --service ${service} --region ${region}`
}

/** Shows what runs now. */
export function lookCommand({ cluster, service, region }: Place): Command {
  return {
    why: 'See what runs now',
    command: `aws ecs describe-services --cluster ${cluster} --services ${service} --region ${region} --query 'services[0].{deployments:deployments,events:events[:10]}'`,
  }
}

/** Stops ECS from starting tasks again and again. */
export function stopCommand(record: Place): Command {
  return {
    why: 'Stop ECS from starting tasks until a working version is deployed',
    command: `aws ecs update-service ${place(record)} --desired-count 0`,
  }
}

/** Brings the previous version back; undefined where there is none. */
export function rollbackCommands(record: DeploymentRecord): readonly Command[] {
  if (record.target === undefined) return []
  const { taskDefinition } = record.target.version
  return [
    {
      why: `Go back to ${taskDefinition}`,
      command: `aws ecs update-service ${place(record)} --task-definition ${taskDefinition} --force-new-deployment`,
    },
  ]
}

/** Shows the deployments of the service, newest first. */
export function historyCommand(record: Place): Command {
  return { why: 'See who deployed what', command: `aws ecs list-service-deployments ${place(record)}` }
}
