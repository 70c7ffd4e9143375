import { buildCommand, describeImageCommand, ecrImage, inspectImageCommand, networkCommand } from '../aws-commands.ts'
import { type Case, type Cause, type DiagnosisContext, theContainer } from '../cause.ts'
import { shortImage } from '../short-image.ts'
import { deniedActionIn, platformIn } from '../texts.ts'
import { inLog } from './log-patterns.ts'

/** The image could not be pulled. Texts: DG task_cannot_pull_image, and observed on Fargate and the EC2 agent. */
export const imageCauses: readonly Cause[] = [
  {
    id: 'wrong-platform',
    name: 'Image built for another platform',
    weight: 'cause',
    patterns: [
      {
        text: /image manifest does not contain|no matching manifest for|no match for platform in manifest|find a descriptor for platform/i,
      },
      { text: /image operating system "?\w+"? cannot be used/i },
    ],
    example:
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
    title: (found, context) => `${theImage(found)} has no variant for ${wantedPlatform(found, context)}`,
    explanation:
      'The image was built for another processor than the one the task runs on. An image built on a Mac with Apple silicon is an ARM image unless the build says otherwise.',
    advice: (found, context) => [
      `Build for the platform of the task and push again:\n${buildCommand(found.image, wantedPlatform(found, context, 'linux/amd64'))}`,
      `Look at the platforms that the image has:\n${inspectImageCommand(found.image ?? 'IMAGE')}`,
      'Or let the task run on the processor of the image: set runtimePlatform.cpuArchitecture to ARM64 or X86_64 in the task definition.',
    ],
    heals: 'never',
  },
  {
    id: 'exec-format',
    name: 'Program built for another platform',
    weight: 'cause',
    patterns: [{ text: /exec format error/i }, ...inLog(/exec format error/i)],
    example: 'exec /usr/local/bin/docker-entrypoint.sh: exec format error',
    title: (found) => `${theContainer(found)} cannot run its program: it was built for another processor`,
    explanation:
      'The container started, but the processor does not understand the program. Usually the image was built for ARM and the task runs on x86, or the other way round; a start script without a first line such as #!/bin/sh gives the same error.',
    advice: (found, context) => [
      `Build for the platform of the task and push again:\n${buildCommand(found.image, context.platform ?? 'linux/amd64')}`,
      'If the container starts with a script, check that its first line names the interpreter, e.g. #!/bin/sh.',
    ],
    heals: 'never',
  },
  {
    id: 'pull-rate-limit',
    name: 'Registry limits pulls',
    weight: 'cause',
    patterns: [{ text: /toomanyrequests|too many requests|pull rate limit/i, and: /pull|image|ref|registry/i }],
    example: 'CannotPullContainerError: toomanyrequests: Too Many Requests or You have reached your pull rate limit.',
    title: (found) => `The registry refuses to serve ${theImage(found, 'image')} for now: too many pulls`,
    explanation:
      'Docker Hub and other registries allow a number of pulls per hour and address; anonymous pulls share the limit of the NAT gateway with everything else behind it.',
    advice: () => [
      'Give the container credentials for the registry: repositoryCredentials in the container definition, with a Secrets Manager secret.',
      'Or keep a copy in ECR: a pull-through cache rule does it without a change to the build.',
    ],
    heals: 'maybe',
  },
  {
    id: 'no-space',
    name: 'No space for the image',
    weight: 'cause',
    patterns: [{ text: /no space left on device/i }],
    example: 'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device',
    title: (found) => `There is not enough disk space for ${theImage(found, 'image')}`,
    explanation: 'The unpacked layers of the image do not fit on the disk of the task or of the container instance.',
    advice: () => [
      'On Fargate: set ephemeralStorage.sizeInGiB in the task definition (21 to 200), or make the image smaller.',
      'On EC2: give the instances a larger volume, or remove unused images from them.',
    ],
    heals: 'maybe',
  },
  {
    id: 'registry-denied',
    name: 'Registry denies the pull',
    weight: 'cause',
    patterns: [
      { text: /not authorized to perform:? ecr(?:-public)?:/i },
      { text: /CannotPullContainerAuthError/ },
      {
        text: /pull access denied|no pull access|insufficient_scope|authorization failed|no basic auth credentials|authentication required|authorization token|denied: |permissions to pull|unauthorized|\b401\b|403 forbidden|status: 403/i,
        and: /cannotpull|pull image|pull the image|resolve ref|registry auth/i,
      },
      { text: /ecr registry auth|registry auth(?:entication)? from amazon ecr/i, and: /accessdenied|not authorized/i },
    ],
    example:
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/app:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    title: (found) => `The registry does not let the task pull ${theImage(found, 'image')}`,
    explanation:
      'The repository does not exist, or the task may not read it. For ECR the execution role of the task (on EC2 without one: the role of the instance) needs the right to pull; other registries need credentials.',
    advice: (found) => [
      ...deniedAction(found),
      ...(imageInEcr(found)
        ? [
            'Give the execution role the managed policy AmazonECSTaskExecutionRolePolicy, or ecr:GetAuthorizationToken, ecr:BatchCheckLayerAvailability, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer.',
            'If the repository belongs to another account, its repository policy must allow this account too.',
          ]
        : [
            'Check that the repository name is spelled as the registry has it.',
            'For a private repository: set repositoryCredentials in the container definition, and let the execution role read that secret. For ECR: let the execution role pull (AmazonECSTaskExecutionRolePolicy).',
          ]),
    ],
    heals: 'never',
    doubt: ({ text }) => (/does not exist|@sha256:|blobs\/sha256:/.test(text) ? ['image-not-found'] : []),
  },
  {
    id: 'image-not-found',
    name: 'Image not found',
    weight: 'cause',
    patterns: [
      {
        text: /: not found\b|manifest for \S+ not found|repository \S+ not found|API error \(404\)|manifest unknown|name unknown|requested image not found|404 not found|does not exist in the registry|repository with name .* does not exist|check (?:whether|that|if) the image exists/i,
        and: /cannotpull|pull image|pull the image|resolve ref|manifest/i,
      },
    ],
    example:
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2: not found',
    title: (found) => `${theImage(found)} does not exist in its registry`,
    explanation:
      'The registry has no image with this name and tag or digest: it was never pushed, was pushed elsewhere, or a lifecycle rule has removed it.',
    advice: (found) => {
      const ecr = found.image === undefined ? undefined : ecrImage(found.image)
      return [
        ecr
          ? `Ask ECR whether it has the image:\n${describeImageCommand(ecr)}`
          : `Ask the registry whether it has the image:\n${inspectImageCommand(found.image ?? 'IMAGE')}`,
        'Check that the build job pushed to the same registry, Region and repository, and ended before this job started.',
        'If it was there before: check the lifecycle policy of the repository.',
      ]
    },
    heals: 'never',
  },
  {
    id: 'registry-unreachable',
    name: 'No route to the registry',
    weight: 'cause',
    patterns: [
      {
        text: /i\/o timeout|connection issue|send request failed|no such host|request cancell?ed|cancell?ed|deadline exceeded|connection (?:refused|reset|timed out)|handshake timeout|client\.timeout|no route to host|network is unreachable|dial tcp/i,
        and: /cannotpull|registry auth|pull image|resolve ref|api\.ecr|from amazon ecr|from the amazon ecr/i,
      },
      { text: /registry auth(?:entication)? from amazon ecr|pull '[^']*' from the amazon ecr/i },
    ],
    example:
      'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration.',
    title: (found) =>
      `The task cannot reach the registry${found.image === undefined ? '' : ` of ${theImage(found, 'image')}`}`,
    explanation:
      'The network of the task has no way to the registry. Tasks in a public subnet need a public IP address; tasks in a private subnet need a NAT gateway or, for ECR, VPC endpoints.',
    advice: (_found, context) => [
      `Look at the subnets, security groups and assignPublicIp of the service:\n${networkCommand(context)}`,
      'Public subnet: set assignPublicIp to ENABLED. Private subnet: add a route to a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr, logs and S3 (gateway).',
      'The security group of the task must allow outgoing TCP 443, and that of the VPC endpoints incoming TCP 443 from the task.',
    ],
    heals: 'maybe',
  },
  {
    id: 'image-pull-failed',
    name: 'Image pull failed',
    weight: 'effect',
    patterns: [{ text: /cannotpull|image pull failed|(?:image|ref) pull has been retried|pull image manifest/i }],
    example:
      'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code',
    title: (found) => `${theImage(found)} could not be pulled`,
    explanation: 'The registry or the way to it failed; the text that ECS kept does not say more.',
    advice: (found, context) => [
      `Check that the image exists and can be read:\n${inspectImageCommand(found.image ?? 'IMAGE')}`,
      `Check the way from the task to the registry:\n${networkCommand(context)}`,
    ],
    heals: 'maybe',
    doubt: ({ text }) => [...limited(text), ...cutOff(text)],
  },
]

function theImage(found: Case, article: 'Image' | 'image' = 'Image'): string {
  if (found.image !== undefined) return `${article} ${shortImage(found.image)}`
  const of = found.container === undefined ? '' : ` of container "${found.container}"`
  return `${article === 'Image' ? 'The' : 'the'} image${of}`
}

function wantedPlatform(found: Case, context: DiagnosisContext, otherwise = 'the platform of the task'): string {
  return platformIn(found.text) ?? context.platform ?? otherwise
}

function deniedAction(found: Case): string[] {
  const action = deniedActionIn(found.text)
  return action === undefined ? [] : [`Allow the role of the task the refused action ${action}.`]
}

function imageInEcr(found: Case): boolean {
  return found.image !== undefined && ecrImage(found.image) !== undefined
}

/** Docker Hub answers 429 when its limit is reached; ECS often cuts the code off. */
function limited(text: string): string[] {
  return /unexpected status code/.test(text) && /docker\.io/.test(text) ? ['pull-rate-limit'] : []
}

/** Platform version 1.4 cuts long messages off before they come to the point. */
function cutOff(text: string): string[] {
  const isCut = /(?:time\(s\):?|resolve ref(?: \S+)?:?)\s*$/m.test(text)
  return isCut ? ['image-not-found', 'registry-denied', 'registry-unreachable'] : []
}
