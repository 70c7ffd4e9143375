import { awsCommand, networkCommand } from '../aws-commands.ts'
import type { Case, Cause, DiagnosisContext } from '../cause.ts'
import { arnIn, deniedActionIn, parameterIn, subnetIn } from '../texts.ts'

// "secret from asm" and "secrets from ssm" are the agent's names for Secrets Manager and Parameter Store.
const secretContext =
  /secrets? from (?:asm|ssm)|secrets manager|secretsmanager|ssm parameters?|parameter store|systems manager|fetch secret/i
const networkWords =
  /connection issue|network connection|i\/o timeout|deadline exceeded|cancell?ed|no such host|connection (?:refused|reset|timed out)|dial tcp|send request failed/i

/** What a task needs before its containers start could not be had. Texts: DG resource-initialization-error, observed. */
export const taskSetupCauses: readonly Cause[] = [
  {
    id: 'secret-denied',
    name: 'Role may not read a secret',
    weight: 'cause',
    patterns: [
      { text: /not authorized to perform:? (?:secretsmanager|ssm|kms):/i },
      { text: /accessdenied|access to kms is not allowed/i, and: secretContext },
    ],
    example:
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/0123 is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
    title: (found) => `The execution role of the task may not read ${theSecret(found)}`,
    explanation:
      'ECS reads the secrets of a container with the execution role (executionRoleArn), not with the task role; that role lacks the permission.',
    advice: (found) => [
      `Allow the execution role ${deniedActionIn(found.text) ?? 'secretsmanager:GetSecretValue (Secrets Manager) or ssm:GetParameters (Parameter Store)'} on ${secretIn(found) ?? 'the secret'}.`,
      'If the secret is encrypted with a key of your own, allow kms:Decrypt on that key too.',
    ],
    heals: 'never',
  },
  {
    id: 'secret-key-missing',
    name: 'Secret has no such key',
    weight: 'cause',
    patterns: [
      { text: /did not contain json key|looking for beginning of value|unable to parse .*json/i, and: secretContext },
    ],
    example:
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: retrieved secret from Secrets Manager did not contain json key password',
    title: (found) => `${theSecret(found, 'Secret')} has no such key`,
    explanation:
      'The task definition asks for one key of a JSON secret (ARN:key::), and the current value of the secret is not JSON or lacks that key.',
    advice: () => [
      'Compare the key at the end of valueFrom in the task definition with the keys of the secret in Secrets Manager (upper and lower case count).',
    ],
    heals: 'never',
  },
  {
    id: 'secret-not-found',
    name: 'Secret not found',
    weight: 'cause',
    patterns: [
      {
        text: /resourcenotfoundexception|can't find the specified secret|invalid (?:ssm )?parameters?:|invalid ssm parameters?|parameternotfound/i,
        and: secretContext,
      },
    ],
    example:
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    title: (found) => `${theSecret(found, 'Secret')} does not exist or has no value`,
    explanation:
      'The task definition refers to a secret or parameter that is not there in this account and Region, or that was created without a value.',
    advice: (found, context) => [
      `Check that it exists (this does not show its value):\n${describeSecretCommand(found, context)}`,
      'If it exists but was never given a value, put one; then deploy again.',
      'An ARN in valueFrom must be that of this Region and account, for Secrets Manager with the six characters at its end.',
    ],
    heals: 'never',
  },
  {
    id: 'secret-unreachable',
    name: 'No route to the secret store',
    weight: 'cause',
    patterns: [{ text: networkWords, and: secretContext }],
    example:
      'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration.',
    title: (found) =>
      `The task cannot reach ${/ssm|systems manager|parameter store/i.test(found.text) ? 'Systems Manager Parameter Store' : 'Secrets Manager'}`,
    explanation:
      'The network of the task has no way to the service that holds its secrets. Tasks in a public subnet need a public IP address; tasks in a private subnet need a NAT gateway or a VPC endpoint.',
    advice: (_found, context) => [
      `Look at the subnets, security groups and assignPublicIp of the service:\n${networkCommand(context)}`,
      'Public subnet: set assignPublicIp to ENABLED. Private subnet: add a route to a NAT gateway, or VPC endpoints for secretsmanager or ssm.',
      'The security group of the task must allow outgoing TCP 443.',
    ],
    heals: 'maybe',
  },
  {
    id: 'env-file',
    name: 'Environment file cannot be read',
    weight: 'cause',
    patterns: [{ text: /download (?:the )?env(?:ironment variable)? files/i }],
    example:
      'ResourceInitializationError: failed to download env files: service call has been retried 1 time(s): operation error S3: HeadObject, https response error StatusCode: 403, api error Forbidden: Forbidden',
    title: () => 'The task cannot read its environment file from S3',
    explanation:
      'The file named in environmentFiles is missing, the execution role may not read it, or the task has no way to S3.',
    advice: (found, context) => [
      'Allow the execution role s3:GetObject on the file and s3:GetBucketLocation on the bucket.',
      ...(networkWords.test(found.text) ? [`Check the way from the task to S3:\n${networkCommand(context)}`] : []),
      'Check the ARN in environmentFiles: arn:PARTITION:s3:::BUCKET/KEY.env',
    ],
    heals: 'maybe',
  },
  {
    id: 'log-denied',
    name: 'Role may not write logs',
    weight: 'cause',
    patterns: [{ text: /not authorized to perform:? logs:/i }],
    example:
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log group: operation error CloudWatch Logs: CreateLogGroup, https response error StatusCode: 400, api error AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/0123 is not authorized to perform: logs:CreateLogGroup',
    title: (found) => `The execution role may not use CloudWatch Logs (${deniedActionIn(found.text) ?? 'logs'})`,
    explanation: 'The awslogs driver writes with the execution role of the task, and that role lacks a permission.',
    advice: (found) => [
      `Allow the execution role ${deniedActionIn(found.text) ?? 'logs:CreateLogStream and logs:PutLogEvents'}.`,
      'AmazonECSTaskExecutionRolePolicy holds logs:CreateLogStream and logs:PutLogEvents, but not logs:CreateLogGroup, which awslogs-create-group needs.',
    ],
    heals: 'never',
  },
  {
    id: 'log-group-missing',
    name: 'Log group not found',
    weight: 'cause',
    patterns: [{ text: /log group does not exist|cannot find the amazon cloudwatch log group/i }],
    example:
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
    title: (found) =>
      `The log group of the task ${found.log ? `(${found.log.group}) ` : ''}does not exist or cannot be reached`,
    explanation:
      'The awslogs driver writes to a group that must exist, in the Region named in its options. Without a way from the task to CloudWatch Logs, newer platform versions give the same text.',
    advice: (found, context) => [
      `Create it:\n${awsCommand(found.log?.region ?? context.region, 'logs', 'create-log-group', '--log-group-name', found.log?.group ?? 'LOG_GROUP')}`,
      'Or set the option awslogs-create-group to true, and allow the execution role logs:CreateLogGroup.',
      ...(networkWords.test(found.text)
        ? [`If the group exists, check the way from the task to CloudWatch Logs:\n${networkCommand(context)}`]
        : []),
    ],
    heals: 'never',
  },
  {
    id: 'log-driver',
    name: 'Log driver cannot start',
    weight: 'cause',
    patterns: [{ text: /logging driver|logger args|cloudwatch log stream/i }],
    example: 'ResourceInitializationError: failed to initialize logging driver: failed to create Cloudwatch log stream',
    title: () => 'The log driver of a container cannot start',
    explanation: 'The options of logConfiguration are wrong, or the task cannot reach the place that the logs go to.',
    advice: (_found, context) => [
      'Check logConfiguration in the task definition: group, Region and stream prefix for awslogs.',
      `Check the way from the task to the log service:\n${networkCommand(context)}`,
    ],
    heals: 'maybe',
  },
  {
    id: 'efs',
    name: 'EFS volume cannot be mounted',
    weight: 'cause',
    patterns: [{ text: /efs utils|efs volumes?|fs-[0-9a-f]+\.efs\.|mount\.nfs4/i }],
    example:
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0e4a39a0b7bb8b885.efs.eu-west-1.amazonaws.com"',
    title: () => 'The EFS volume of the task cannot be mounted',
    explanation:
      'The file system has no mount target in the subnet’s availability zone, a security group stands in between, or the role of the task may not mount it.',
    advice: () => [
      'Check that the file system has a mount target in every availability zone of the service, and that the VPC has DNS host names enabled.',
      'The security group of the mount target must allow incoming TCP 2049 from the task.',
      'With IAM authorization: allow the task role elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite.',
    ],
    heals: 'maybe',
  },
  {
    id: 'network-interface',
    name: 'No network interface',
    weight: 'cause',
    patterns: [{ text: /network interface|free addresses in subnet|InsufficientFreeAddresses/i }],
    example:
      "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0123456789abcdef0'",
    title: (found) => `The task got no network interface${subnetIn(found.text) ? ` in ${subnetIn(found.text)}` : ''}`,
    explanation:
      'ECS could not create the network interface of the task: the subnet or a security group is gone, the subnet has no free addresses, a quota is reached, or EC2 was slow.',
    advice: (found, context) => [
      `Look at the free addresses of the subnet:\n${awsCommand(context.region, 'ec2', 'describe-subnets', '--subnet-ids', subnetIn(found.text) ?? 'SUBNET_ID', '--query', 'Subnets[].[SubnetId,AvailableIpAddressCount]')}`,
      `Check that the subnets and security groups of the service still exist:\n${networkCommand(context)}`,
      'If it said "timeout", deploying again may be enough.',
    ],
    heals: 'maybe',
  },
  {
    id: 'role-not-assumable',
    name: 'Role cannot be assumed',
    weight: 'cause',
    patterns: [
      { text: /unable to assume (?:the )?role|role .* cannot be assumed|failed to assume role/i },
      { place: 'api', text: /unable to assume the (?:role|configured)/i },
    ],
    example:
      "failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/exec' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.)",
    title: (found) =>
      `ECS cannot assume the role ${arnIn(found.text, 'iam')?.replace(/^.*:role\//, '') ?? 'of the task'}`,
    explanation:
      'The role does not exist, or its trust policy does not let ECS use it. Directly after a role was created this can pass by itself.',
    advice: (found, context) => [
      `Check that it exists and that its trust policy allows ${/infrastructure/i.test(found.text) ? 'ecs.amazonaws.com' : 'ecs-tasks.amazonaws.com'} the action sts:AssumeRole:\n${awsCommand(context.region, 'iam', 'get-role', '--role-name', arnIn(found.text, 'iam')?.replace(/^.*\//, '') ?? 'ROLE_NAME', '--query', 'Role.AssumeRolePolicyDocument')}`,
      'If the role is new, deploy again in a minute.',
    ],
    heals: 'maybe',
  },
  {
    id: 'task-setup-failed',
    name: 'Task could not be prepared',
    weight: 'effect',
    patterns: [{ text: /ResourceInitializationError/i }],
    example:
      'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed',
    title: () => 'The task could not be prepared',
    explanation:
      'What the task needs before its containers start (secrets, credentials for the registry, volumes, logs) could not be had; the text that ECS kept does not say which.',
    advice: (_found, context) => [
      `Most often it is the network. Look at the subnets, security groups and assignPublicIp of the service:\n${networkCommand(context)}`,
      'Then check that the execution role may read the secrets and pull the image (AmazonECSTaskExecutionRolePolicy).',
    ],
    heals: 'maybe',
    doubt: ({ text }) => candidates(text),
  },
]

function secretIn(found: Case): string | undefined {
  return arnIn(found.text, 'secretsmanager') ?? parameterIn(found.text)
}

function theSecret(found: Case, noun: 'Secret' | 'secret' = 'secret'): string {
  const name = secretIn(found)
    ?.replace(/^.*:secret:/, '')
    .replace(/^.*:parameter\//, '/')
  if (name !== undefined) return `${noun} ${name}`
  return noun === 'Secret' ? 'A secret of the task' : 'a secret of the task'
}

function describeSecretCommand(found: Case, context: DiagnosisContext): string {
  const parameter = parameterIn(found.text)
  if (parameter !== undefined) {
    const name = parameter.replace(/^.*:parameter\//, '/')
    const filter = `Key=Name,Values=${name}`
    return awsCommand(context.region, 'ssm', 'describe-parameters', '--parameter-filters', filter)
  }
  return awsCommand(context.region, 'secretsmanager', 'describe-secret', '--secret-id', secretIn(found) ?? 'SECRET_ARN')
}

/** What the part that was not cut off leaves open. */
function candidates(text: string): string[] {
  if (/signal: killed/.test(text)) return []
  if (secretContext.test(text)) return ['secret-not-found', 'secret-denied', 'secret-unreachable']
  return /registry auth\b(?!:)/.test(text) ? ['registry-unreachable', 'registry-denied'] : []
}
