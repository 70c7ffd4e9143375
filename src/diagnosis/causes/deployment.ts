import { awsCommand, eventsCommand } from '../aws-commands.ts'
import type { Case, Cause } from '../cause.ts'

/** What ECS says about the deployment as a whole. Most of it repeats that tasks failed, without saying why. */
export const deploymentCauses: readonly Cause[] = [
  {
    id: 'alarm',
    name: 'CloudWatch alarm',
    weight: 'effect',
    // No example of the reason for an alarm is known beyond the event; hence any mention of an alarm in a reason.
    patterns: [
      { text: /alarms? detected|deployment failed: .*alarm|\balarms?\b/i, place: 'event' },
      { text: /\balarms?\b/i, place: 'deployment' },
      { place: 'alarm' },
    ],
    example: '(deployment ecs-svc/0123) deployment failed: alarm detected.',
    title: (found) => `${alarmsIn(found)} went off during the deployment`,
    explanation:
      'The service watches alarms while it deploys (deploymentConfiguration.alarms), and one went into ALARM.',
    advice: (_found, context) => [
      `Find the alarm that went off:\n${awsCommand(context.region, 'cloudwatch', 'describe-alarm-history', '--history-item-type', 'StateUpdate', '--max-items', '20')}`,
      'Then look at what its metric measures: errors or latency of the new version.',
    ],
    heals: 'maybe',
  },
  {
    id: 'throttled',
    name: 'ECS is throttled',
    weight: 'circumstance',
    patterns: [{ text: /operations are being throttled|rate exceeded/i }],
    example: 'operations are being throttled. Will try again later.',
    title: () => 'ECS is being throttled and works more slowly',
    explanation: 'ECS or a service that it calls limits the rate of calls in this account. ECS tries again by itself.',
    advice: () => ['Deploy fewer services at the same time, or wait.'],
    heals: 'maybe',
  },
  {
    id: 'placement-failed',
    name: 'Task could not be placed',
    weight: 'effect',
    patterns: [
      { text: /unable to place a task|failed to launch a task|unable to place tasks|unable to reach steady state/i },
      { stopCodes: ['TaskFailedToStart'] },
    ],
    example: 'was unable to place a task. Reason: …',
    title: () => 'ECS could not start a task',
    explanation: 'ECS gives the reason in the text below; it is not one that this action knows.',
    advice: (_found, context) => [`See the newest events:\n${eventsCommand(context)}`],
    heals: 'maybe',
  },
  {
    id: 'tasks-failed-to-start',
    name: 'Tasks failed, no reason kept',
    weight: 'echo',
    patterns: [
      {
        text: /tasks? failed to start|circuit breaker|unable to consistently start tasks/i,
        place: 'event',
      },
      { text: /tasks? failed to start|circuit breaker/i, place: 'deployment' },
    ],
    example: 'ECS deployment circuit breaker: tasks failed to start.',
    title: () => 'Tasks failed and ECS kept no reason',
    explanation:
      'ECS gave up because too many tasks failed in a row, but none of them could be seen any more: stopped tasks are kept for about an hour.',
    advice: (_found, context) => [
      `List the stopped tasks that ECS still knows:\n${awsCommand(context.region, 'ecs', 'list-tasks', '--cluster', context.cluster, '--service-name', context.service, '--desired-status', 'STOPPED')}`,
      `See the newest events:\n${eventsCommand(context)}`,
    ],
    heals: 'maybe',
  },
]

function alarmsIn({ text }: Case): string {
  const names = [...new Set([...text.matchAll(/^alarm "([^"]+)"/gm)].map(([, name]) => name))]
  if (names.length === 0) return 'A CloudWatch alarm of the service'
  return names.length === 1 ? `The alarm ${names[0]}` : `The alarms ${names.join(', ')}`
}
