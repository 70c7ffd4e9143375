/** Deployments for the calls that only some of them make: they are those of the matrix of faults. */
import * as faults from '../faults/besides.ts'
import type { Deployment } from './deployments.ts'

type Shared = Pick<Deployment, 'scenario' | 'inputs' | 'outcome' | 'brings' | 'ran'>

function shared({ scenario, inputs, outcome, brings, ran }: Shared): Shared {
  return { scenario, inputs, outcome, brings, ran }
}

const asAbove = 'With `leave` the same comes out.'

/** Nothing is changed before they have come back, or at all. */
export const checking: readonly Deployment[] = [
  {
    ...shared(faults.cached),
    name: 'cached',
    title: 'A deployment of an image that a pull-through cache creates with the first pull',
    about: asAbove,
    onCancel: ['rollback'],
    shows: ({ operation }) => operation === 'DescribePullThroughCacheRules',
  },
  {
    ...shared(faults.verified),
    name: 'addressed',
    title: 'A deployment that is verified by its address behind the load balancer',
    about: `With \`{load-balancer}\` in \`verify-urls\`. ${asAbove}`,
    onCancel: ['rollback'],
    shows: ({ operation }) => /^(DescribeTargetGroups|DescribeLoadBalancers)$/.test(operation),
  },
  {
    ...shared(faults.planned),
    name: 'planned',
    title: 'A dry run',
    about: `It asks whether the role of the job may deploy, and changes nothing at all. ${asAbove}`,
    onCancel: ['rollback'],
    shows: ({ operation }) => operation === 'GetCallerIdentity',
  },
]

/** Its task never ends by itself: where it has stopped, it was told to. */
const overdue: Deployment = {
  ...shared(faults.overdue),
  name: 'overdue',
  title: 'A deployment before which a task runs that does not end in time',
  about:
    'With `pre-deploy-command`. Whatever `on-cancel` says the service was not touched, and the task was told to stop: by main, or by the post step where main was killed.',
  shows: ({ phase, operation, nth }) =>
    phase === 'prepare' && nth === 1 && /^(RunTask|DescribeTasks|StopTask)$/.test(operation),
}

export const migrating: readonly Deployment[] = [overdue]

export const migratingPost: readonly Deployment[] = [
  {
    ...overdue,
    name: 'post-overdue',
    title: 'The post step, after main was killed while the task before the deployment ran',
    about: 'It tells the task to stop, also where it is stopped itself. With `leave` it does the same.',
    onCancel: ['rollback'],
    mainEnds: { call: { operation: 'DescribeTasks', phase: 'prepare', nth: 1 }, moment: 'after', signal: 'SIGKILL' },
    shows: ({ operation }) => /^(ListTasks|StopTask)$/.test(operation),
  },
]

export const explaining: readonly Deployment[] = [
  {
    ...shared(faults.unhealthy),
    name: 'unhealthy',
    title: 'A deployment that never becomes healthy behind its load balancer',
    inputs: { ...faults.unhealthy.inputs, 'wait-for-minutes': '1' },
    shows: ({ operation, nth }) => nth === 1 && operation === 'DescribeTargetHealth',
  },
  {
    ...shared(faults.withoutGroup),
    name: 'without-group',
    title: 'A deployment that logs to a group that does not exist',
    shows: ({ operation, nth }) => nth === 1 && operation === 'DescribeLogGroups',
  },
]
