import type { Command } from '../report.ts'
import { READ_ONLY_MEMBERS } from '../task-definition/shape.ts'
import type { DeploymentRecord } from './record.ts'

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

/** Brings the previous version back; none where there is none. */
export function rollbackCommands(record: DeploymentRecord): readonly Command[] {
  if (record.target === undefined) return []
  const { version, inactive } = record.target
  const update = (reference: string): Command => ({
    why: `Go back to ${version.taskDefinition}`,
    command: `aws ecs update-service ${place(record)} --task-definition ${reference} --force-new-deployment`,
  })
  if (!inactive) return [update(version.taskDefinition)]
  const family = version.taskDefinition.replace(/:\d+$/, '')
  return [registerAgain(version.taskDefinition, record.region), update(family)]
}

/** ECS refuses a deregistered revision (DG deregister-task-definition-v2); a copy of it is a new one of the family. */
function registerAgain(taskDefinition: string, region: string): Command {
  const readOnly = READ_ONLY_MEMBERS.map((name) => `.${name}`).join(',')
  return {
    why: `Register ${taskDefinition} again, because it was deregistered`,
    command:
      `aws ecs describe-task-definition --task-definition ${taskDefinition} --region ${region} --query taskDefinition ` +
      `| jq 'del(${readOnly})' > previous.json && aws ecs register-task-definition --region ${region} --cli-input-json file://previous.json`,
  }
}

/** Shows the deployments of the service, newest first. */
export function historyCommand(record: Place): Command {
  return { why: 'See who deployed what', command: `aws ecs list-service-deployments ${place(record)}` }
}
