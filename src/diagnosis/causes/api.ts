import { awsCommand, describeServiceCommand } from '../aws-commands.ts'
import type { Case, Cause, Pattern } from '../cause.ts'
import { allowStatement, refusalIn, roleNameIn } from '../iam.ts'

/** What AWS answers to the calls of this run itself; the text is `Name: message`. Names: API reference "Common errors", SDK. */
export const apiCauses: readonly Cause[] = [
  {
    id: 'pass-role-denied',
    name: 'This job may not pass a role',
    weight: 'cause',
    patterns: answered(/not authorized to perform:? iam:PassRole/i),
    example:
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/web-task because no identity-based policy allows the iam:PassRole action',
    title: (found) =>
      `The role of this job may not give the role ${refusalIn(found.text).resource?.replace(/^.*:role\//, '') ?? 'of the task'} to ECS`,
    explanation:
      'A task definition names a task role and an execution role. Whoever registers it must be allowed to pass both to ECS.',
    advice: (found) => [
      `Add to the policy of the role that this job assumes${caller(found)}:\n${allowStatement('iam:PassRole', refusalIn(found.text).resource, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })}`,
    ],
    heals: 'never',
  },
  {
    id: 'api-denied',
    name: 'This job lacks a permission',
    weight: 'cause',
    patterns: answered(/AccessDenied|not authorized to perform|UnauthorizedOperation|NotAuthorized/i),
    example:
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:eu-west-1:111122223333:service/production/web',
    title: (found) => `The role of this job may not call ${refusalIn(found.text).action ?? 'what it needs'}`,
    explanation: 'The credentials are valid; the role that this job assumes lacks the permission.',
    advice: (found) => {
      const { action, resource, forbidden } = refusalIn(found.text)
      return [
        ...(forbidden
          ? [
              'A statement with Deny, a permissions boundary or a policy of the organisation forbids it: allowing it in the role does not help.',
            ]
          : [
              `Add to the policy of the role that this job assumes${caller(found)}:\n${allowStatement(action ?? 'SERVICE:ACTION', resource)}`,
            ]),
        'docs/permissions.md has the whole policy.',
      ]
    },
    heals: 'never',
  },
  {
    id: 'credentials-expired',
    name: 'Credentials have expired',
    weight: 'cause',
    patterns: answered(/ExpiredToken|RequestExpired|token (?:included in the request )?(?:is|has) expired/i),
    example: 'ExpiredTokenException: The security token included in the request is expired',
    title: () => 'The AWS credentials of this job have expired',
    explanation: 'The session of the role that this job assumed ended before the deployment did.',
    advice: () => [
      'Raise role-duration-seconds of aws-actions/configure-aws-credentials above the time that a deployment may take, and the maximum session duration of the role with it.',
    ],
    heals: 'never',
  },
  {
    id: 'credentials-invalid',
    name: 'Credentials are not valid',
    weight: 'cause',
    patterns: answered(
      /UnrecognizedClientException|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignatureException|security token included in the request is invalid/i,
    ),
    example: 'UnrecognizedClientException: The security token included in the request is invalid.',
    title: () => 'AWS does not accept the credentials of this job',
    explanation: 'The access key does not exist, belongs to another partition, or does not fit the secret key.',
    advice: () => [
      'Use aws-actions/configure-aws-credentials with role-to-assume (OIDC) instead of stored keys, in a job that has "permissions: id-token: write".',
    ],
    heals: 'never',
  },
  {
    id: 'no-credentials',
    name: 'There are no credentials',
    weight: 'cause',
    patterns: answered(/CredentialsProviderError|TokenProviderError|Could not load credentials/i),
    example: 'CredentialsProviderError: Could not load credentials from any providers',
    title: () => 'There are no AWS credentials',
    explanation: 'No step before this one has set credentials.',
    advice: () => [
      'Run aws-actions/configure-aws-credentials with role-to-assume before this step, in a job that has "permissions: id-token: write".',
    ],
    heals: 'never',
  },
  {
    id: 'api-throttled',
    name: 'AWS limits the calls of this account',
    weight: 'cause',
    patterns: answered(
      /Throttl|TooManyRequests|RequestLimitExceeded|Rate exceeded|SlowDown|Too many concurrent attempts/i,
    ),
    example: 'ThrottlingException: Rate exceeded',
    title: () => 'AWS is busy with requests of this account',
    explanation: 'All callers of an account share the limit of an API; the action has tried again by itself, in vain.',
    advice: () => ['Run the job again, and fewer deployments at the same time (concurrency in the workflow).'],
    heals: 'maybe',
  },
  {
    id: 'task-definition-inactive',
    name: 'Task definition is inactive',
    weight: 'cause',
    patterns: answered(/TaskDefinition is inactive/i),
    example: 'InvalidParameterException: TaskDefinition is inactive',
    title: () => 'The task definition has been deregistered',
    explanation: 'ECS starts nothing of a revision that is INACTIVE.',
    advice: () => ['Name another revision, or the family alone, which means its newest active revision.'],
    heals: 'never',
  },
  {
    id: 'cluster-not-found',
    name: 'Cluster not found',
    weight: 'cause',
    patterns: answered(/ClusterNotFoundException|cluster (?:was )?not found/i),
    example: 'ClusterNotFoundException: Cluster not found.',
    title: (_found, context) => `There is no cluster ${context.cluster} in ${context.region}`,
    explanation: 'The cluster does not exist in this account and Region.',
    advice: (_found, context) => [
      `List the clusters that are there:\n${awsCommand(context.region, 'ecs', 'list-clusters')}`,
      'Check the inputs cluster and aws-region, and that the job assumes a role of the right account.',
    ],
    heals: 'never',
  },
  {
    id: 'service-not-found',
    name: 'Service not found',
    weight: 'cause',
    patterns: answered(/ServiceNotFoundException|ServiceNotActiveException|service (?:was )?not (?:found|active)/i),
    example: 'ServiceNotFoundException: Service not found.',
    title: (_found, context) => `There is no active service ${context.service} in cluster ${context.cluster}`,
    explanation: 'The service does not exist in this cluster, or was deleted.',
    advice: (_found, context) => [
      `List the services that are there:\n${awsCommand(context.region, 'ecs', 'list-services', '--cluster', context.cluster)}`,
    ],
    heals: 'never',
  },
  {
    id: 'role-invalid',
    name: 'Role is not valid',
    weight: 'cause',
    patterns: answered(/Role is not valid/i),
    example: 'ClientException: Role is not valid',
    title: () => 'A role in the task definition is not one that ECS accepts',
    explanation: 'taskRoleArn or executionRoleArn is empty or not the name or ARN of a role.',
    advice: () => ['Write the whole ARN (arn:aws:iam::ACCOUNT:role/NAME), or leave the member out.'],
    heals: 'never',
  },
  {
    id: 'execution-role-missing',
    name: 'Execution role is missing',
    weight: 'cause',
    patterns: answered(
      /must also specify a value for 'executionRoleArn'|requires task definition to have execution role/i,
    ),
    example:
      "ClientException: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    title: () => 'The task definition needs an execution role',
    explanation:
      'ECS reads secrets, pulls from ECR and writes logs with the execution role; the task definition has none.',
    advice: () => ['Set executionRoleArn in the task definition, or the input execution-role-arn.'],
    heals: 'never',
  },
  {
    id: 'task-size-invalid',
    name: 'Task size does not exist on Fargate',
    weight: 'cause',
    patterns: answered(
      /No Fargate configuration exists for given values|Invalid '?(?:cpu|memory)'? setting|Invalid CPU or memory/i,
    ),
    example: 'ClientException: No Fargate configuration exists for given values.',
    title: () => 'Fargate has no task of this size',
    explanation:
      'cpu and memory of a task go together in fixed pairs: 256 with 512 to 2048, 512 with 1024 to 4096, 1024 with 2048 to 8192, and so on.',
    advice: () => [
      'Choose a pair that exists: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
    ],
    heals: 'never',
  },
  {
    id: 'network-invalid',
    name: 'Subnet or security group does not exist',
    weight: 'cause',
    patterns: answered(
      /(?:subnet|security group|securityGroup)[^\n]*(?:does not exist|not found|invalid)|InvalidSubnet|InvalidGroup/i,
    ),
    example: "InvalidParameterException: The subnet ID 'subnet-0123456789abcdef0' does not exist",
    title: (found) =>
      `${/(subnet|sg)-[0-9a-f]+/.exec(found.text)?.[0] ?? 'A subnet or security group of the service'} does not exist`,
    explanation: 'The network configuration names something that is not there in this account and Region.',
    advice: (_found, context) => [
      `See what the service has now:\n${describeServiceCommand(context, 'services[0].networkConfiguration')}`,
    ],
    heals: 'never',
  },
  {
    id: 'api-unreachable',
    name: 'AWS cannot be reached',
    weight: 'cause',
    patterns: answered(
      /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|no answer within the time limit|TimeoutError|AbortError/i,
    ),
    example: 'Error: getaddrinfo ENOTFOUND ecs.eu-west-1.amazonaws.com',
    title: (_found, context) => `This runner does not reach AWS in ${context.region}`,
    explanation: 'No connection to AWS was made, or its answer was lost.',
    advice: () => [
      'On a self-hosted runner: check proxy and firewall for ecs.REGION.amazonaws.com. Otherwise run the job again.',
    ],
    heals: 'maybe',
  },
]

function answered(...texts: readonly RegExp[]): readonly Pattern[] {
  return texts.map((text) => ({ place: 'api', text }))
}

function caller({ text }: Case): string {
  const role = roleNameIn(refusalIn(text).principal)
  return role === undefined ? '' : ` (${role})`
}
