import { latestTags, unlikelyHealthChecks, withoutLogs } from './checks/definition.ts'
import { wrongFargateSettings, wrongFargateSizes } from './checks/fargate.ts'
import { absentRoles, absentSecrets, missingRights, unpassableRoles, untrustingRoles } from './checks/lookups.ts'
import { placeholders } from './checks/placeholders.ts'
import { plainSecrets } from './checks/plain-secrets.ts'
import * as ofService from './checks/service.ts'
import type { Check } from './finding.ts'
import { unfitImages } from './platform.ts'

/** Every check, errors first. docs/preflight.md is made from this table. */
export const checks: readonly Check[] = [
  {
    id: 'image-platform',
    severity: 'error',
    name: 'The image is not built for the platform of the task',
    looksAt:
      'the platforms in the index of the image, or the architecture in its configuration; on Fargate, or where runtimePlatform is set',
    needs: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    find: unfitImages,
  },
  {
    id: 'secret-absent',
    severity: 'error',
    name: 'A secret or parameter does not exist',
    looksAt:
      'secrets, secretOptions of logging and repositoryCredentials, by account and Region; no value is read, so a JSON key is not checked',
    needs: ['secretsmanager:DescribeSecret', 'ssm:DescribeParameters'],
    find: absentSecrets,
  },
  {
    id: 'role-absent',
    severity: 'error',
    name: 'A role does not exist',
    looksAt: 'taskRoleArn and executionRoleArn',
    needs: ['iam:GetRole'],
    find: absentRoles,
  },
  {
    id: 'role-trust',
    severity: 'error',
    name: 'A role cannot be assumed by tasks',
    looksAt: 'the trust policies of these roles',
    needs: ['iam:GetRole'],
    find: untrustingRoles,
  },
  {
    id: 'fargate-size',
    severity: 'error',
    name: 'Fargate has no tasks of this size',
    looksAt: 'cpu, memory and ephemeralStorage',
    needs: [],
    find: wrongFargateSizes,
  },
  {
    id: 'fargate-settings',
    severity: 'error',
    name: 'Something in the definition does not go on Fargate',
    looksAt: 'networkMode, executionRoleArn and log drivers',
    needs: [],
    find: wrongFargateSettings,
  },
  {
    id: 'load-balancer-container',
    severity: 'error',
    name: 'The load balancer sends to a container or port that the definition does not have',
    looksAt: 'loadBalancers of the service, portMappings of the definition',
    needs: [],
    find: ofService.missingTargets,
  },
  {
    id: 'cannot-progress',
    severity: 'error',
    name: 'No deployment can progress with these percents',
    looksAt: 'minimumHealthyPercent, maximumPercent and the desired count of the service; not of a DAEMON service',
    needs: [],
    find: ofService.stuckPercents,
  },
  {
    id: 'no-circuit-breaker',
    severity: 'warning',
    name: 'The deployment circuit breaker is off',
    looksAt: 'deploymentConfiguration of the service',
    needs: [],
    find: ofService.withoutBreaker,
  },
  {
    id: 'deployment-under-way',
    severity: 'warning',
    name: 'Another deployment is under way',
    looksAt: 'deployments of the service',
    needs: [],
    find: ofService.deploymentUnderWay,
  },
  {
    id: 'health-check-tool',
    severity: 'warning',
    name: 'What the health check calls is unlikely to be in the image',
    looksAt: 'curl and wget in healthCheck, and the name of the image',
    needs: [],
    find: unlikelyHealthChecks,
  },
  {
    id: 'secret-in-environment',
    severity: 'warning',
    name: 'An environment variable looks like a secret',
    looksAt: 'names and values in environment; only the name is shown',
    needs: [],
    find: plainSecrets,
  },
  {
    id: 'latest-tag',
    severity: 'warning',
    name: 'An image has the tag latest',
    looksAt: 'images that this run names, and those in the definition without a digest',
    needs: [],
    find: latestTags,
  },
  {
    id: 'no-log-configuration',
    severity: 'warning',
    name: 'A container does not log',
    looksAt: 'logConfiguration of essential containers',
    needs: [],
    find: withoutLogs,
  },
  {
    id: 'placeholder',
    severity: 'warning',
    name: 'A placeholder is left',
    looksAt: 'texts such as ACCOUNT, <REGION> or YOUR_KEY in the definition, and ARNs whose account is no number',
    needs: [],
    find: placeholders,
  },
  {
    id: 'open-to-internet',
    severity: 'warning',
    name: 'The whole internet reaches the tasks',
    looksAt: 'security groups of a service that gives its tasks public addresses',
    needs: ['ec2:DescribeSecurityGroups'],
    find: ofService.openPorts,
  },
  {
    id: 'one-subnet',
    severity: 'warning',
    name: 'All tasks are in one subnet',
    looksAt: 'networkConfiguration of the service',
    needs: [],
    find: ofService.oneSubnet,
  },
  {
    id: 'no-load-balancer',
    severity: 'warning',
    name: 'Several tasks, and nothing shares requests between them',
    looksAt: 'desired count, load balancers, service discovery, Service Connect, portMappings',
    needs: [],
    find: ofService.severalWithoutBalancer,
  },
  {
    id: 'count-is-scaled',
    severity: 'warning',
    name: 'The desired count is set, and auto scaling steers it',
    looksAt: 'scalable targets, only with the input desired-count',
    needs: ['application-autoscaling:DescribeScalableTargets'],
    find: ofService.scaledCount,
  },
  {
    id: 'execution-role-rights',
    severity: 'warning',
    name: 'The execution role may not pull, read or log',
    looksAt: 'its own policies, simulated for the images, secrets and log groups of the definition',
    needs: ['iam:SimulatePrincipalPolicy'],
    find: missingRights,
  },
  {
    id: 'pass-role',
    severity: 'warning',
    name: 'The role of the job may not pass a role',
    looksAt:
      'its own policies, simulated for iam:PassRole on the roles of the definition; in a dry run, for otherwise registering the definition tells',
    needs: ['iam:SimulatePrincipalPolicy'],
    find: unpassableRoles,
  },
]
