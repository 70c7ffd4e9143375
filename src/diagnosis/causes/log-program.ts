import { awsCommand } from '../aws-commands.ts'
import { type Case, type Cause, theContainer } from '../cause.ts'
import { allowStatement, refusalIn, roleNameIn } from '../iam.ts'
import { inLog, logAdvice } from './log-patterns.ts'

/** What the program says about itself and about what it needs. Texts: the usual runtimes (Node.js, Python, Java, Go, PHP, Ruby, .NET). */
export const programCauses: readonly Cause[] = [
  {
    id: 'port-in-use',
    name: 'Port is taken',
    weight: 'cause',
    patterns: [
      { text: /CannotStartContainer[^\n]*(?:port is already allocated|address already in use)/i },
      ...inLog(/EADDRINUSE|address already in use|port \d+ (?:is|was) already in use|already in use: .*port/i),
    ],
    example: 'Error: listen EADDRINUSE: address already in use :::3000',
    title: (found) => `${theContainer(found)} cannot open its port${portOf(found)}: it is taken`,
    explanation:
      'Containers of one task share their network (awsvpc), so two of them, or two processes of one, cannot listen on the same port. With the network mode host, and with a fixed host port, so do all tasks of an instance.',
    advice: (found) => [
      'Give each container of the task a port of its own (often the variable PORT), and start the server once; on EC2 set hostPort to 0.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'port-not-allowed',
    name: 'Port may not be opened',
    weight: 'cause',
    patterns: inLog(
      /listen EACCES|bind\(\) to \S+ failed \(13: Permission denied\)|bind: permission denied|PermissionError[^\n]*(?:bind|port)/i,
    ),
    example: 'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)',
    title: (found) => `${theContainer(found)} may not open its port${portOf(found)}`,
    explanation: 'A program that does not run as root may not open ports below 1024 here.',
    advice: () => [
      'Listen on a higher port, e.g. 8080, and change containerPort and the target group with it.',
      'Or set the system control net.ipv4.ip_unprivileged_port_start to 0 (systemControls in the container definition).',
    ],
    heals: 'maybe',
  },
  {
    id: 'module-missing',
    name: 'Module or file of the program is missing',
    weight: 'cause',
    patterns: inLog(
      /Cannot find (?:module|package) |MODULE_NOT_FOUND/,
      /ModuleNotFoundError|No module named|ImportError: cannot import name|Could not import module/,
      /ClassNotFoundException|NoClassDefFoundError|Could not find or load main class|Unable to access jarfile/,
      /cannot load such file|error while loading shared libraries|can't open file '[^']*': \[Errno 2\]|Could not open input file|Could not find file .*\.dll/i,
    ),
    example: "Error: Cannot find module '/app/dist/main.js'",
    title: (found) => `${theContainer(found)} lacks ${missingModule(found)}`,
    explanation:
      'The image was built without something that the program loads: the build step did not run or its result was not copied, a dependency is only among those for development, or the command names a path that is not there.',
    advice: (found) => [
      'Start the image on its own and look whether the file is there: docker run --rm --entrypoint ls IMAGE -la DIRECTORY',
      'Check WORKDIR, COPY and the install step of the Dockerfile, and command and entryPoint of the task definition (each word is an element of its own).',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'heap-exhausted',
    name: 'Heap is full',
    weight: 'cause',
    patterns: inLog(
      /JavaScript heap out of memory|java\.lang\.OutOfMemoryError|Allowed memory size of \d+ bytes exhausted/,
      /^\s*MemoryError\b|runtime: out of memory|std::bad_alloc|Cannot allocate memory|ENOMEM|OutOfMemoryException/m,
      /was sent SIGKILL! Perhaps out of memory/i,
    ),
    example: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    title: (found) => `${theContainer(found)} ran out of the memory that its runtime may use`,
    explanation:
      'The runtime has a limit of its own below the memory of the container; Node.js and Java choose it from the memory that they see when they start.',
    advice: () => [
      'Raise memory in the task definition, and the limit of the runtime with it: NODE_OPTIONS=--max-old-space-size=MiB (about three quarters of the memory), JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=75.',
      'A heap that fills at every start grows with the data that is loaded: look at what the program reads then.',
    ],
    heals: 'maybe',
  },
  {
    id: 'missing-variable',
    name: 'Environment variable is missing',
    weight: 'cause',
    patterns: inLog(
      /KeyError: '[A-Z][A-Z0-9_]+'/,
      /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b["'`]?(?: environment variable| env(?:ironment)? var\w*)? (?:is |was |are |must be |has to be )?(?:not (?:be )?(?:set|defined|provided|found|configured|empty)|undefined|unset|missing|required|a required|empty)/,
      /\b(?:missing|required|unset|undefined|invalid)\b[^\n]{0,40}\benv(?:ironment)?(?: variables?| vars?)\b/i,
      /\benv(?:ironment)?(?: variables?| vars?)\b[^\n]{0,60}\b(?:not (?:set|defined|found|provided)|missing|required|unset|undefined|must be set)/i,
      /set the ["'`]?[A-Z][A-Z0-9_]+["'`]? environment variable/i,
      /\b[A-Z][A-Z0-9_]+: (?:unbound variable|parameter (?:null or )?not set)/,
      /Could not resolve placeholder '[^']+'|SECRET_KEY setting must not be empty|pydantic[\s\S]{0,200}Field required/i,
    ),
    example: "KeyError: 'DATABASE_URL'",
    title: (found) =>
      `${theContainer(found)} lacks the environment variable ${variableIn(found) ?? 'that its log names'}`,
    explanation:
      'The program looks for a variable at its start that the task definition does not give it, neither in environment nor in secrets, or that is empty.',
    advice: (found) => [
      `Add ${variableIn(found) ?? 'it'} to environment in the task definition, or to secrets if it is one (inputs environment-variables and secrets do the same).`,
      'Names are case-sensitive; a variable of the build (ARG) is not there at run time.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'bucket-not-found',
    name: 'Bucket not found',
    weight: 'cause',
    patterns: inLog(
      /NoSuchBucket|The specified bucket does not exist/,
      /PermanentRedirect|must be addressed using the specified endpoint|AuthorizationHeaderMalformed[^\n]*expecting/,
    ),
    example: 'NoSuchBucket: The specified bucket does not exist',
    title: (found) => `${theContainer(found)} cannot find its bucket`,
    explanation:
      'There is no bucket of this name (upper and lower case count), or it is in another Region than the program asks.',
    advice: (_found, context) => [
      `See in which Region the bucket is, and whether it is there:\n${awsCommand(context.region, 's3api', 'get-bucket-location', '--bucket', 'BUCKET')}`,
      'Set the Region of the bucket in the environment of the container (AWS_REGION is set by ECS to that of the task).',
    ],
    heals: 'maybe',
  },
  {
    id: 'task-role-missing',
    name: 'Task has no role',
    weight: 'cause',
    patterns: inLog(
      /Unable to locate credentials|NoCredentialsError|NoCredentialProviders|CredentialsProviderError|Could not load credentials from any providers|Unable to load (?:AWS )?credentials|failed to refresh cached credentials|no EC2 IMDS role found/i,
    ),
    example: 'botocore.exceptions.NoCredentialsError: Unable to locate credentials',
    title: (found) => `${theContainer(found)} has no AWS credentials`,
    explanation:
      'The program calls AWS, and its task has no task role. The execution role is for ECS and is not given to the program.',
    advice: () => [
      'Set taskRoleArn in the task definition (input task-role-arn) to a role that trusts ecs-tasks.amazonaws.com.',
      'A container that runs as another user through sudo or cron does not see AWS_CONTAINER_CREDENTIALS_RELATIVE_URI.',
    ],
    heals: 'maybe',
  },
  {
    id: 'task-role-denied',
    name: 'Task role lacks a permission',
    weight: 'cause',
    patterns: inLog(/not authorized to perform:? [a-z0-9-]+:/i, /AccessDenied(?:Exception)?\b|UnauthorizedOperation/, {
      text: /\bAccess Denied\b/i,
      not: /access denied for user/i,
    }),
    example:
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/app-task/0123456789abcdef0123456789abcdef is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/users',
    title: (found) => {
      const { action, principal } = refusalIn(found.text)
      return `The role of the task${named(roleNameIn(principal))} may not ${action === undefined ? 'do what the program asks of AWS' : `call ${action}`}`
    },
    explanation:
      'The program calls AWS with the task role (taskRoleArn), not with the execution role, and that role lacks a permission; for S3, SQS, KMS and the like the policy of the resource counts too.',
    advice: (found, context) => {
      const { action, resource, principal, forbidden } = refusalIn(found.text)
      const role = roleNameIn(principal) ?? 'TASK_ROLE'
      return [
        ...(forbidden
          ? ['A statement with Deny or a policy of the organisation forbids it: allowing it in the role does not help.']
          : [`Add to the policy of the task role:\n${allowStatement(action ?? 'SERVICE:ACTION', resource)}`]),
        `See what the role may do:\n${awsCommand(context.region, 'iam', 'list-attached-role-policies', '--role-name', role)}`,
        'A name in the ARN that looks like i-0123… is the role of the instance: the task has no role of its own.',
      ]
    },
    heals: 'maybe',
  },
  {
    id: 'host-not-found',
    name: 'Host name does not resolve',
    weight: 'cause',
    patterns: inLog(
      /getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|could not translate host name|Name or service not known|Temporary failure in name resolution/i,
      /no such host|UnknownHostException|nodename nor servname|nxdomain|Name does not resolve|host not found in upstream|Name resolution failure/i,
    ),
    example: 'Error: getaddrinfo ENOTFOUND db.internal',
    title: (found) => `${theContainer(found)} cannot find the host ${hostIn(found) ?? 'that it connects to'}`,
    explanation:
      'The name is wrong or does not exist in the network of the task. Names from docker-compose ("db", "redis") do not exist on ECS; private names need Service Connect, Cloud Map or a private hosted zone that is associated with the VPC, and the VPC needs DNS support.',
    advice: (found, context) => [
      'Check the host in the environment or secret that holds it: no scheme, no port, no blank at its end.',
      `See whether DNS works in the VPC (both must be true):\n${awsCommand(context.region, 'ec2', 'describe-vpc-attribute', '--vpc-id', 'VPC_ID', '--attribute', 'enableDnsSupport')}`,
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'certificate-untrusted',
    name: 'Certificate is not trusted',
    weight: 'cause',
    patterns: inLog(
      /self[- ]signed certificate|unable to get local issuer certificate|CERTIFICATE_VERIFY_FAILED|certificate signed by unknown authority|SSLHandshakeException|PKIX path building failed|certificate has expired/i,
    ),
    example: 'Error: self signed certificate in certificate chain',
    title: (found) => `${theContainer(found)} does not trust the certificate of a server`,
    explanation:
      'The image lacks the certificate of the authority (small images often have none at all), or, for RDS, that of AWS.',
    advice: () => [
      'Install ca-certificates in the image; for RDS add the bundle from truststore.pki.rds.amazonaws.com and name it in the connection settings.',
    ],
    heals: 'maybe',
  },
  {
    id: 'disk-full',
    name: 'Disk is full',
    weight: 'cause',
    patterns: inLog(/ENOSPC|no space left on device/i),
    example: 'Error: ENOSPC: no space left on device, write',
    title: (found) => `${theContainer(found)} fills its disk`,
    explanation: 'A task on Fargate has 20 GiB for images and files together unless the task definition says more.',
    advice: () => ['Set ephemeralStorage.sizeInGiB in the task definition (21 to 200), or write less.'],
    heals: 'maybe',
  },
]

function named(name: string | undefined): string {
  return name === undefined ? '' : ` (${name})`
}

function portOf({ text }: Case): string {
  const port = /(?:EADDRINUSE|EACCES|listen|bind(?:\(\) to| for)?)[^\n]*?:(\d{2,5})\b/i.exec(text)?.[1]
  return port === undefined ? '' : ` ${port}`
}

function missingModule({ text }: Case): string {
  const found =
    /Cannot find (?:module|package) '([^']+)'/.exec(text)?.[1] ??
    /No module named '?([^'\s]+(?: [^'\s]+)?)'?/.exec(text)?.[1] ??
    /Could not find or load main class (\S+)|Unable to access jarfile (\S+)/.exec(text)?.slice(1).find(Boolean)
  return found === undefined ? 'a module that it loads' : `"${found}"`
}

function variableIn({ text }: Case): string | undefined {
  return (
    /KeyError: '([A-Z][A-Z0-9_]+)'/.exec(text)?.[1] ??
    /placeholder '([^']+)'/.exec(text)?.[1] ??
    /environment variable not found: ([A-Z][A-Z0-9_]+)/i.exec(text)?.[1] ??
    /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b["'`]?[^\n]{0,30}(?:not|missing|required|undefined|unset|unbound)/.exec(
      text,
    )?.[1] ??
    /(?:set the|missing|required)[^\n]{0,40}?\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b/i.exec(text)?.[1]
  )
}

function hostIn({ text }: Case): string | undefined {
  return (
    /(?:ENOTFOUND|EAI_AGAIN) ([\w.-]+)/.exec(text)?.[1] ??
    /(?:host name|UnknownHostException:?|lookup|upstream) "?([\w.-]+)"?/i.exec(text)?.[1]
  )
}
