/** What each call is for, in words for the page. */
import type { Call } from './calls.ts'
import type { Deployment } from './deployments.ts'

const purposes: Readonly<Record<string, readonly string[]>> = {
  'prepare DescribeServices': ['what the service is'],
  'prepare DescribeRepositories': ['the registry of `ecr-repository`'],
  'prepare BatchGetImage': ['the digest of the tag'],
  'prepare DescribeTaskDefinition': ['what runs', 'the newest revision of the family', 'the way back'],
  'prepare DescribeServiceRevisions': ['the digests that run'],
  'prepare ListTasks': ['the tasks that run, for their digests'],
  'prepare DescribeTasks': ['the digests of the tasks that run'],
  'prepare TagResource': ['the tags of the run on the equal revision'],
  'prepare RegisterTaskDefinition': ['the new revision'],
  'prepare UpdateService': ['the deployment'],
  'prepare ListServiceDeployments': ['the last deployment that completed'],
  'prepare DescribePullThroughCacheRules': ['may a cache create the repository?'],
  'prepare GetDownloadUrlForLayer': ['the platform of a single image'],
  'prepare DescribeImageScanFindings': ['what the scan of the image found'],
  'prepare DescribeSecret': ['does the secret exist?'],
  'prepare DescribeParameters': ['does the parameter exist?'],
  'prepare GetRole': ['does the role exist, and trust tasks?'],
  'prepare SimulatePrincipalPolicy': ['may the execution role pull, read and log?', 'may the role of the job deploy?'],
  'prepare GetCallerIdentity': ['which role the job has'],
  'prepare DescribeScalableTargets': ['what scales the service'],
  'prepare DescribeSecurityGroups': ['who reaches the tasks'],
  'prepare DescribeTargetGroups': ['the load balancer of the target group'],
  'prepare DescribeLoadBalancers': ['its address'],
  'prepare DescribeAlarms': ['do the alarms exist?'],
  'prepare RegisterScalableTarget': ['scaling is suspended'],
  'prepare RunTask': ['the migration'],
  'prepare GetLogEvents': ['what the migration writes'],
  'prepare StopTask': ['the migration is stopped'],
  'watch GetLogEvents': ['what the container wrote last'],
  'failure DescribeLogGroups': ['does the log group exist?'],
  'watch DescribeLogGroups': ['does the log group exist?'],
  'watch DescribeAlarms': ['is an alarm in ALARM?'],
  'failure GetLogEvents': ['what the container wrote last'],
  'failure DescribeTargetHealth': ['what the load balancer says of the tasks'],
  'failure DescribeAlarms': ['which alarm it was'],
  'tidy ListTaskDefinitions': ['the revisions of the family'],
  'tidy ListClusters': ['whoever might use one of them: the clusters'],
  'tidy ListServices': ['their services'],
  'tidy DeregisterTaskDefinition': ['an old revision'],
  'watch DescribeServices': ['how the deployment is'],
  'watch ListServiceDeployments': ['the service deployment of the run'],
  'watch ListTasks': ['tasks that stopped'],
  'watch DescribeTasks': ['why tasks stopped'],
  'watch DescribeNetworkInterfaces': ['the public addresses'],
  'failure ListTasks': ['tasks that stopped, a last time'],
  'failure DescribeTasks': ['why tasks stopped, a last time'],
  'failure DescribeServices': ['is it still ours to roll back?'],
  'failure ListServiceDeployments': ['did somebody else deploy?'],
  'failure StopServiceDeployment': ['the rollback'],
  'failure BatchGetImage': ['is the image to go back to still there?'],
  'failure DescribeTaskDefinition': ['the version to go back to', 'the newest revision of its family'],
  'failure RegisterTaskDefinition': ['a copy of it, pinned to its digests'],
  'failure UpdateService': ['the rollback'],
  'rollback DescribeServiceDeployments': ['was the rollback taken?'],
  'rollback DescribeServices': ['how the rollback is'],
  'rollback ListServiceDeployments': ['did somebody else deploy?'],
  'rollback ListTasks': ['tasks that stopped during the rollback'],
  'rollback DescribeTasks': ['why they stopped'],
  'rollback DescribeTaskDefinition': ['what runs now', 'what ran before, to compare'],
  'rollback DescribeServiceRevisions': ['the digests that run now'],
}

/** Where one deployment asks for something else than the others. */
const special: Readonly<Record<string, readonly string[]>> = {
  'updated-back prepare DescribeServiceRevisions': ['the revision behind that deployment', 'its digests'],
  'migrated prepare DescribeTasks': ['how the migration is'],
  'checked prepare DescribeScalableTargets': ['does anything scale the count?'],
  'file watch DescribeTasks': ['the tasks that run, for their addresses'],
}

/** @throws Error for a call that has no words yet */
export function purposeOf({ name }: Deployment, { phase, operation, nth }: Call): string {
  const key = `${phase} ${operation}`
  const purpose = (special[`${name} ${key}`] ?? purposes[key])?.[nth - 1]
  if (purpose === undefined) throw new Error(`matrix/faults/purposes.ts does not say what ${key} ${nth} is for`)
  return purpose
}
