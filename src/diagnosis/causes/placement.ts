import { awsCommand, eventsCommand } from '../aws-commands.ts'
import type { Case, Cause } from '../cause.ts'

/** ECS found no place for a task. Texts: DG service-event-messages-list, api_failures_messages. */
export const placementCauses: readonly Cause[] = [
  {
    id: 'fargate-capacity',
    name: 'No Fargate capacity',
    weight: 'cause',
    patterns: [{ text: /capacity is unavailable/i }],
    example:
      'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
    title: () => 'AWS has no Fargate capacity for the task at the moment',
    explanation:
      'There is not enough capacity of this size in the availability zones of the service. ECS keeps trying.',
    advice: () => [
      'Deploy again later, or add subnets in other availability zones to the service.',
      'With FARGATE_SPOT: give FARGATE a base or weight in the capacity provider strategy.',
    ],
    heals: 'maybe',
  },
  {
    id: 'quota',
    name: 'Quota reached',
    weight: 'cause',
    patterns: [{ text: /reached the limit on the number of|is above your limit|provisioning capacity limit/i }],
    example:
      "was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently",
    title: (found) => `A quota of the account is reached: ${quotaIn(found)}`,
    explanation:
      'The account may not run more in this Region. During a deployment old and new tasks run side by side and count together.',
    advice: (_found, context) => [
      `Look at the quotas for Fargate and ask for more:\n${awsCommand(context.region, 'service-quotas', 'list-service-quotas', '--service-code', 'fargate')}`,
      'Or stop tasks that are not needed, or lower maximumPercent of the service so that fewer new tasks start at once.',
    ],
    heals: 'maybe',
  },
  {
    id: 'agent-disconnected',
    name: 'Container agent not connected',
    weight: 'cause',
    patterns: [{ text: /"AGENT"|TaskFailedToStart: AGENT|\bReason: AGENT\b/ }],
    example:
      'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0123 encountered error "AGENT".',
    title: () => 'The ECS agent of a container instance is not connected',
    explanation: 'ECS cannot start tasks on an instance whose agent does not answer.',
    advice: (_found, context) => [
      `Find the instances whose agent is not connected:\n${awsCommand(context.region, 'ecs', 'list-container-instances', '--cluster', context.cluster, '--filter', 'agentConnected==false')}`,
      'Restart the agent on them, or replace the instances.',
    ],
    heals: 'maybe',
  },
  {
    id: 'ec2-capacity',
    name: 'No container instance fits',
    weight: 'cause',
    patterns: [
      {
        text: /RESOURCE:[A-Z]+|no container instances? (?:met|were)|insufficient (?:cpu|memory)|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|placement constraint unsatisfied|TaskFailedToStart: ATTRIBUTE/i,
      },
      { text: /unable to launch instance\(s\) for capacity provider|could not launch \d+ tasks/i },
    ],
    example:
      'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0123 has insufficient CPU units available.',
    title: (found) => `No container instance has room for the task${resourceIn(found)}`,
    explanation:
      'No instance of the cluster has the CPU, memory, ports or attributes that the task needs. During a deployment old and new tasks need room together.',
    advice: (found, context) => [
      ...(/RESOURCE:PORTS/.test(found.text)
        ? ['A fixed host port can be used once per instance: set hostPort to 0 (bridge network), or use awsvpc.']
        : []),
      'Add instances, or let a capacity provider with managed scaling do so.',
      'Or lower minimumHealthyPercent of the service, so that old tasks may stop first.',
      `See what ECS tried:\n${eventsCommand(context)}`,
    ],
    heals: 'maybe',
  },
  {
    id: 'deployment-configuration',
    name: 'Deployment configuration leaves no room',
    weight: 'cause',
    patterns: [{ text: /because of the service deployment configuration/i }],
    example:
      'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
    title: () => 'ECS may neither start a new task nor stop an old one',
    explanation:
      'minimumHealthyPercent and maximumPercent together leave no room to move: for example 100 and 100, or 100 and 125 with fewer than four tasks (the maximum is rounded down, the minimum up).',
    advice: (_found, context) => [
      `Allow twice the tasks while deploying:\n${awsCommand(context.region, 'ecs', 'update-service', '--cluster', context.cluster, '--service', context.service, '--deployment-configuration', 'minimumHealthyPercent=100,maximumPercent=200')}`,
      'Without room for more tasks, lower minimumHealthyPercent instead.',
    ],
    heals: 'never',
  },
  {
    id: 'task-protection',
    name: 'Old tasks are protected',
    weight: 'cause',
    patterns: [{ text: /under protection|task protection/i }],
    example:
      'was unable to reach steady state because (taskSet ecs-svc/0123) was unable to scale in due to (reason 2 tasks under protection)',
    title: () => 'Old tasks are protected from being stopped',
    explanation:
      'Tasks have set scale-in protection for themselves; ECS waits until they release it or it runs out (two hours unless set otherwise).',
    advice: (_found, context) => [
      `Wait, or end the protection of a task:\n${awsCommand(context.region, 'ecs', 'update-task-protection', '--cluster', context.cluster, '--tasks', 'TASK_ID', '--no-protection-enabled')}`,
    ],
    heals: 'maybe',
  },
  {
    id: 'target-group-missing',
    name: 'Target group not found',
    weight: 'cause',
    patterns: [{ text: /target groups? (?:is )?not found|target is not found/i }],
    example:
      'task set (ecs-svc/0123) (task 0123) is not healthy in target-group (arn) due to TARGET GROUP IS NOT FOUND.',
    title: () => 'The target group of the service, or the task in it, does not exist',
    explanation:
      'The load balancer settings of the service name a target group that is gone, or the task was removed from it by something else.',
    advice: (_found, context) => [
      `Compare with the target groups that exist:\n${awsCommand(context.region, 'ecs', 'describe-services', '--cluster', context.cluster, '--services', context.service, '--query', 'services[0].loadBalancers')}`,
    ],
    heals: 'never',
  },
  {
    id: 'service-role-denied',
    name: 'ECS may not manage the service',
    weight: 'cause',
    patterns: [
      {
        text: /(?:failed to (?:register|deregister) targets|failed to describe target health)(?!.*target groups? not found)/i,
      },
      {
        text: /(?:permissions policies|trust relationship) ha(?:s|ve) been misconfigured|missing permissions on ecs infrastructure role/i,
      },
      { place: 'api', text: /service[- ]linked role/i },
    ],
    example:
      'service app failed to register targets in target-group app with (error User: arn is not authorized to perform: elasticloadbalancing:RegisterTargets)',
    title: () => 'ECS itself lacks a permission to manage the service',
    explanation:
      'The role with which ECS registers targets (AWSServiceRoleForECS, or the role given to the service) was changed or removed.',
    advice: (_found, context) => [
      `Restore the service-linked role AWSServiceRoleForECS, or the policy of the role that the service names:\n${awsCommand(context.region, 'iam', 'create-service-linked-role', '--aws-service-name', 'ecs.amazonaws.com')}`,
      `See the exact words of ECS:\n${eventsCommand(context)}`,
    ],
    heals: 'maybe',
  },
  {
    id: 'load-balancer-configuration',
    name: 'Load balancer configuration is invalid',
    weight: 'cause',
    patterns: [
      { text: /invalid networking configuration/i },
      { place: 'api', text: /does not have an associated load balancer/i },
    ],
    example:
      'Service deployment rolled back because of invalid networking configuration: Target group arn is not associated with either productionListenerRule or testListenerRule.',
    title: () => 'The listener rules and target groups of the service do not fit together',
    explanation:
      'ECS takes a target group only once a listener or a rule forwards to it; a blue/green deployment needs both target groups attached to the listener rules of the service, with one of them serving.',
    advice: (_found, context) => [
      `Compare the settings with the rules of the listener:\n${awsCommand(context.region, 'ecs', 'describe-services', '--cluster', context.cluster, '--services', context.service, '--query', 'services[0].loadBalancers')}`,
    ],
    heals: 'never',
  },
  {
    id: 'lifecycle-hook',
    name: 'Lifecycle hook failed',
    weight: 'cause',
    patterns: [{ text: /lifecycle hook\(s\) failed/i }],
    example:
      'Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:eu-west-1:111122223333:function:check returned FAILED status.',
    title: (found) =>
      `The ${/([A-Z_]+) lifecycle hook/.exec(found.text)?.[1] ?? 'deployment'} hook of the service failed`,
    explanation:
      'A hook that the service calls during a deployment said no, could not be called, or did not answer in time.',
    advice: () => ['Read the log of the Lambda function that the reason names.'],
    heals: 'maybe',
  },
]

function quotaIn(found: Case): string {
  if (/vcpu/i.test(found.text)) return 'vCPUs at the same time'
  if (/requested (cpu|memory)/i.test(found.text))
    return `${/requested (cpu|memory)/i.exec(found.text)?.[1]} of one task`
  if (/provisioning/i.test(found.text)) return '500 tasks in PROVISIONING per cluster'
  return 'tasks at the same time'
}

function resourceIn(found: Case): string {
  const resource =
    /RESOURCE:([A-Z]+)/.exec(found.text)?.[1] ?? /insufficient (cpu|memory|ports|gpu)/i.exec(found.text)?.[1]
  return resource === undefined ? '' : ` (${resource.toUpperCase()})`
}
