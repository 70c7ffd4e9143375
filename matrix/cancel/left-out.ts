const taskBefore =
  'for the task before a deployment (`pre-deploy-command`) and the run-task action, whose signals have scenario tests'
const explains = 'read while a failure is explained, like GetLogEvents'
const reads = 'read before anything is changed, like what preflight looks at'
const tidying = 'read before old revisions are deregistered, like ListTaskDefinitions'

/** Operations that the action may send, and at which no signal is sent here: with the reason, for the page. */
export const leftOut: Readonly<Record<string, string>> = {
  DescribeTargetHealth: explains,
  DescribeLogGroups: explains,
  DescribeTargetGroups: reads,
  DescribeLoadBalancers: reads,
  DescribePullThroughCacheRules: reads,
  ListClusters: tidying,
  ListServices: tidying,
  GetCallerIdentity: 'with `dry-run` only, which changes nothing',
  RunTask: taskBefore,
  StopTask: taskBefore,
}
