import { awsCommand } from '../diagnosis/aws-commands.ts'
import type { DeploymentReport } from '../report.ts'
import { block, text } from './markdown.ts'

/** How to look into a task with ECS Exec, as Markdown; undefined where no task was started, or the service was never read. */
export function execAdvice(report: DeploymentReport): string | undefined {
  const { exec, tasks, cluster, service, region, now, wanted, changed } = report
  if (exec === undefined || !changed) return undefined
  const open = tasks.findLast((task) => task.exec && task.status === 'RUNNING')
  const container = (now?.version ?? wanted)?.images[0]?.container ?? 'CONTAINER'
  const shell = (task: string): string =>
    awsCommand(
      region,
      'ecs',
      ...['execute-command', '--cluster', cluster, '--task', task, '--container', container],
      ...['--interactive', '--command', '/bin/sh'],
    )
  const list = awsCommand(region, 'ecs', 'list-tasks', '--cluster', cluster, '--service-name', service)
  if (exec) {
    const find = open === undefined ? ['Which tasks run:', block(list, 'sh'), 'Then, with one of them:'] : []
    return [
      text('The service starts its tasks with ECS Exec. It opens a shell in a container that has one:'),
      ...find,
      block(shell(open?.id ?? 'TASK'), 'sh'),
      text('It needs the Session Manager plugin for the AWS CLI, and ecs:ExecuteCommand for whoever calls it.'),
    ].join('\n\n')
  }
  return [
    text(
      'ECS Exec is off for this service. It can be switched on for tasks that start from then on: with the input ' +
        'enable-execute-command: true at the next deployment, or by hand, which replaces all tasks:',
    ),
    block(
      awsCommand(
        region,
        'ecs',
        ...['update-service', '--cluster', cluster, '--service', service],
        ...['--enable-execute-command', '--force-new-deployment'],
      ),
      'sh',
    ),
    text(
      'The task role then needs ssmmessages:CreateControlChannel, ssmmessages:CreateDataChannel, ' +
        'ssmmessages:OpenControlChannel and ssmmessages:OpenDataChannel. After that:',
    ),
    block(shell('TASK'), 'sh'),
  ].join('\n\n')
}
