/** What each call is for, in words for the page. */
import type { Deployment } from './deployments.ts'
import type { Call } from './story.ts'

const purposes: Readonly<Record<string, readonly string[]>> = {
  'prepare DescribeServices': ['what the service is'],
  'prepare DescribeRepositories': ['the registry of `ecr-repository`'],
  'prepare BatchGetImage': ['the digest of the tag'],
  'prepare DescribeTaskDefinition': ['what runs', 'the newest revision of the family'],
  'prepare DescribeServiceRevisions': ['the digests that run'],
  'prepare GetDownloadUrlForLayer': ['the platform of the image'],
  'prepare DescribeImageScanFindings': ['its scan'],
  'prepare DescribeSecret': ['does the secret exist?'],
  'prepare DescribeParameters': ['does the parameter exist?'],
  'prepare GetRole': ['does the role exist, and trust ECS?'],
  'prepare SimulatePrincipalPolicy': ['may it do what it has to?'],
  'prepare DescribeScalableTargets': ['is the service scaled?'],
  'prepare DescribeSecurityGroups': ['are its ports open?'],
  'prepare DescribePullThroughCacheRules': ['does the pull create the repository?'],
  'prepare DescribeTargetGroups': ['the load balancers of the service'],
  'prepare DescribeLoadBalancers': ['their addresses'],
  'prepare GetCallerIdentity': ['whose permissions are asked about'],
  'prepare DescribeAlarms': ['do the alarms exist?'],
  'prepare TagResource': ['the tags of the run on the equal revision'],
  'prepare RegisterTaskDefinition': ['the new revision'],
  'prepare RegisterScalableTarget': ['the scaling is suspended'],
  'prepare RunTask': ['the task before the deployment'],
  'prepare DescribeTasks': ['how the task is'],
  'prepare StopTask': ['the task has not ended in time'],
  'prepare UpdateService': ['the deployment'],
  'watch DescribeServices': ['how the deployment is'],
  'watch ListServiceDeployments': ['the service deployment of the run'],
  'watch ListTasks': ['tasks that stopped'],
  'watch DescribeTasks': ['the tasks that run, for their addresses'],
  'watch DescribeNetworkInterfaces': ['the public addresses'],
  'watch ListTaskDefinitions': ['the revisions of the family'],
  'watch ListClusters': ['where services may use them'],
  'watch ListServices': ['the services that may use them'],
  'watch DeregisterTaskDefinition': ['the oldest revision'],
  'settle DescribeServices': ['are its tasks still there?'],
  'settle ListTasks': ['tasks that stopped'],
  'verify DescribeAlarms': ['has an alarm gone off?'],
  'verify DescribeServices': ['is it still ours?'],
  'verify ListServiceDeployments': ['did somebody else deploy?'],
  'failure DescribeServices': ['is it still ours to roll back?'],
  'failure ListServiceDeployments': ['did somebody else deploy?'],
  'failure GetLogEvents': ['the last lines of the log'],
  'failure DescribeLogGroups': ['is the group of the log there?'],
  'failure DescribeTargetHealth': ['why the tasks are not healthy'],
  'failure StopServiceDeployment': ['the rollback'],
  'failure RegisterTaskDefinition': ['a copy of the version to go back to, pinned to its digests'],
  'failure UpdateService': ['the rollback'],
  'rollback DescribeServiceDeployments': ['was the rollback taken?'],
  'rollback DescribeServices': ['how the rollback is'],
  'rollback ListServiceDeployments': ['did somebody else deploy?'],
  'rollback DescribeServiceRevisions': ['the digests that run now'],
  'post DescribeServices': ['what became of it', 'is it still ours to roll back?'],
  'post ListServiceDeployments': ['its service deployment', 'did somebody else deploy?'],
  'post StopServiceDeployment': ['the rollback'],
  'post ListTasks': ['the task that main had started'],
  'post StopTask': ['the task is stopped'],
  'post DescribeTaskDefinition': ['the version to go back to', 'the newest revision of its family'],
  'post RegisterTaskDefinition': ['a copy of it, pinned to its digests'],
  'post UpdateService': ['the rollback'],
  'post-back DescribeServices': ['how the rollback is'],
  'post-back ListServiceDeployments': ['did somebody else deploy?'],
  'post-back DescribeServiceRevisions': ['the digests that run now'],
  'post-back DescribeTaskDefinition': ['what runs now', 'what ran before, to compare'],
}

/** Where one deployment asks for something else than the others. */
const special: Readonly<Record<string, readonly string[]>> = {
  // Where StopServiceDeployment is denied, what follows it is still the choice of the way back.
  'stop-denied rollback DescribeServices': ['is it still ours to roll back?'],
  'stop-denied rollback DescribeTaskDefinition': [
    'the version to go back to',
    'the newest revision of its family',
    'what runs now',
    'what ran before, to compare',
  ],
  'stop-denied rollback RegisterTaskDefinition': ['a copy of it, pinned to its digests'],
  'stop-denied rollback UpdateService': ['the rollback'],
  'rollback prepare ListServiceDeployments': ['the deployments before'],
  'rollback prepare DescribeServiceRevisions': ['what they were made of'],
  'rollback prepare DescribeTaskDefinition': [
    'the newest of their revisions',
    'the one before',
    'the one before that',
    'the version to go back to',
    'the newest revision of its family',
  ],
  'rollback prepare BatchGetImage': ['is its image still there?'],
  'rollback prepare DescribeServices': [
    'what the service is',
    'has anything changed meanwhile?',
    'has anything changed since the copy was registered?',
  ],
  'rollback prepare RegisterTaskDefinition': ['a copy of it, pinned to its digests'],
  'rollback prepare UpdateService': ['the rollback'],
  'rollback watch DescribeServices': ['how the rollback is'],
  'rollback watch ListServiceDeployments': ['its service deployment'],
  'rollback watch DescribeTaskDefinition': ['what runs now', 'what ran before, to compare'],
  'post-cancelled post DescribeServiceRevisions': ['the digests that run now'],
  'post-cancelled post DescribeServices': ['what became of it', 'is it still ours to roll back?'],
}

/** @throws Error for a call that has no words yet: a new one is not forgotten silently */
export function purposeOf({ name }: Deployment, { phase, operation, nth }: Call): string {
  const key = `${phase} ${operation}`
  const purpose = (special[`${name} ${key}`] ?? purposes[key])?.[nth - 1]
  if (purpose === undefined) throw new Error(`matrix/cancel/purposes.ts does not say what ${name} ${key} ${nth} is for`)
  return purpose
}
