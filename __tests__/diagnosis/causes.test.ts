import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { diagnoseApiError } from '../../src/diagnosis/api-error.ts'
import type { Cause } from '../../src/diagnosis/cause.ts'
import { causes } from '../../src/diagnosis/causes.ts'
import { causesPage } from '../../src/diagnosis/causes-page.ts'
import type { Evidence } from '../../src/diagnosis/evidence.ts'
import { diagnoseVerification } from '../../src/diagnosis/verification.ts'
import {
  context,
  exited,
  failedToStart,
  firstCause,
  nothing,
  stopped,
  taskId,
  withEvents,
  withTasks,
} from './support.ts'
import { apiTexts, logTexts, reachTexts, verificationTexts } from './texts-of-programs.ts'

const init = 'ResourceInitializationError: unable to pull secrets or registry auth'
const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'
const ecr = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app'

// Each text with where it was seen: "DG x" is a page of the ECS developer guide, "observed" is real output that somebody
// recorded in public, "agent" the container agent on EC2.
const stopReasons: readonly [cause: string, source: string, text: string][] = [
  [
    'image-not-found',
    'observed, Fargate',
    `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${ecr}:v2: ${ecr}:v2: not found`,
  ],
  [
    'image-not-found',
    'observed, agent',
    `CannotPullContainerError: Error response from daemon: manifest for ${ecr}:latest not found: manifest unknown: Requested image not found`,
  ],
  [
    'image-pull-failed',
    'DG deployment-type-ecs, cut off',
    'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref',
  ],
  [
    'image-pull-failed',
    'DG task_cannot_pull_image',
    'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code',
  ],
  [
    'registry-denied',
    'observed, Docker Hub',
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/x:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  ],
  [
    'registry-denied',
    'observed, agent',
    `CannotPullContainerError: Error response from daemon: pull access denied for ${ecr}, repository does not exist or may require 'docker login'`,
  ],
  [
    'registry-denied',
    'DG task_cannot_pull_image',
    'CannotPullContainerError: The task can’t pull the image. Check that the role has the permissions to pull images from the registry.',
  ],
  [
    'registry-denied',
    'observed',
    `${init}: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/1 is not authorized to perform: ecr:GetAuthorizationToken on resource: *`,
  ],
  [
    'wrong-platform',
    'observed',
    "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
  ],
  [
    'wrong-platform',
    'observed',
    "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'",
  ],
  [
    'wrong-platform',
    'agent',
    'CannotPullContainerError: no matching manifest for linux/amd64 in the manifest list entries',
  ],
  [
    'pull-rate-limit',
    'DG task_cannot_pull_image',
    'CannotPullContainerError: toomanyrequests: Too Many Requests or You have reached your pull rate limit.',
  ],
  [
    'pull-rate-limit',
    'observed, agent',
    'CannotPullContainerError: Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading',
  ],
  [
    'no-space',
    'DG task_cannot_pull_image',
    'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob1: no space left on device',
  ],
  [
    'registry-unreachable',
    'observed',
    'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/tryretool/backend:2.110.5: failed to do request: Head "https://registry-1.docker.io/v2/tryretool/backend/manifests/2.110.5": dial tcp 34.205.13.154:443: i/o timeout',
  ],
  [
    'registry-unreachable',
    'observed, agent',
    'CannotPullContainerError: Error response from daemon: Get "https://111122223333.dkr.ecr.us-west-2.amazonaws.com/v2/": net/http: request canceled while waiting for connection',
  ],
  [
    'registry-unreachable',
    'observed',
    `${init}: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp 44.213.79.104:443: i/o timeout`,
  ],
  [
    'registry-unreachable',
    'observed, older',
    `${init}: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp 1.2.3.4:443: i/o timeout. Please check your task network configuration.`,
  ],
  [
    'registry-unreachable',
    'DG task_cannot_pull_image',
    `The task cannot pull '${ecr}:v2' from the Amazon ECR repository '${ecr}'. There is a connection issue between the task and Amazon ECR. Check your task network configuration.`,
  ],
  ['registry-unreachable', 'DG task_cannot_pull_image', 'CannotPullContainerError: context canceled'],
  [
    'secret-not-found',
    'observed',
    `${init}: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT`,
  ],
  [
    'secret-not-found',
    'observed, SSM',
    `${init}: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: /app/gemini-api-key`,
  ],
  [
    'secret-not-found',
    'another wording, SSM',
    `${init}: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /app/key`,
  ],
  [
    'secret-not-found',
    'observed, SSM',
    'ResourceInitializationError: invalid ssm parameters: /jobfit/staging/sentry-dsn',
  ],
  [
    'secret-denied',
    'observed',
    `${init}: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/0123 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret}`,
  ],
  [
    'secret-unreachable',
    'observed',
    `${init}: unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret ${secret} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded`,
  ],
  [
    'secret-unreachable',
    'DG resource-initialization-error',
    `${init}: The task cannot pull secrets from AWS Systems Manager Parameter Store. Check your network connection between the task and AWS Systems Manager.`,
  ],
  ['task-setup-failed', 'observed', `${init}: pull command failed: : signal: killed`],
  [
    'env-file',
    'observed',
    'ResourceInitializationError: failed to download env files: service call has been retried 1 time(s): operation error S3: HeadObject, https response error StatusCode: 403, api error Forbidden: Forbidden.',
  ],
  [
    'env-file',
    'DG resource-initialization-error',
    'ResourceInitializationError: The task can’t download the environment variable files from Amazon S3.',
  ],
  [
    'log-denied',
    'observed',
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log group: operation error CloudWatch Logs: CreateLogGroup, https response error StatusCode: 400, RequestID: xxx, api error AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/x is not authorized to perform: logs:CreateLogGroup',
  ],
  [
    'log-group-missing',
    'observed, Fargate',
    'ResourceInitializationError: failed to validate logger args: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
  ],
  [
    'log-group-missing',
    'observed, agent',
    'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
  ],
  [
    'log-group-missing',
    'observed',
    'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed',
  ],
  [
    'log-driver',
    'DG resource-initialization-error',
    'ResourceInitializationError: failed to initialize logging driver: invalid option',
  ],
  [
    'efs',
    'observed',
    'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0e4a39a0b7bb8b885.efs.us-east-1.amazonaws.com" - check that your file system ID is correct',
  ],
  [
    'network-interface',
    'DG failed-to-start-error',
    "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0123'",
  ],
  ['network-interface', 'observed', 'Timeout waiting for network interface provisioning to complete.'],
  ['out-of-memory', 'agent source errors.go', 'OutOfMemoryError: Container killed due to memory usage'],
  [
    'command-not-found',
    'observed, agent',
    'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "python": executable file not found in $PATH',
  ],
  [
    'command-not-executable',
    'runc',
    'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app/start.sh": permission denied: unknown',
  ],
  [
    'container-start-failed',
    'observed, agent',
    'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed',
  ],
  [
    'container-start-failed',
    'DG cannot-start-container',
    'CannotStartContainerError: failed to get container status: <reason>',
  ],
  [
    'load-balancer-health-check',
    'observed',
    'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123)',
  ],
  ['container-health-check', 'observed', 'Task failed container health checks'],
  ['ec2-capacity', 'DG api_failures_messages', 'TaskFailedToStart: RESOURCE:MEMORY'],
  ['ec2-capacity', 'DG api_failures_messages', 'TaskFailedToStart: MemberOf placement constraint unsatisfied'],
  ['ec2-capacity', 'DG api_failures_messages', 'TaskFailedToStart: EMPTY CAPACITY PROVIDER'],
  ['agent-disconnected', 'DG api_failures_messages', 'TaskFailedToStart: AGENT'],
]

// Bodies of events; DG service-event-messages-list unless stated otherwise.
const events: readonly [cause: string, body: string][] = [
  [
    'fargate-capacity',
    'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  ],
  [
    'quota',
    "was unable to place a task. Reason: You've reached the limit on the number of tasks you can run concurrently",
  ],
  [
    'quota',
    'was unable to place a task. Reason: You’ve reached the limit on the number of vCPUs you can run concurrently',
  ],
  ['quota', 'was unable to place a task. Reason: The requested CPU configuration is above your limit.'],
  ['quota', 'was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.'],
  ['infrastructure', 'was unable to place a task. Reason: Internal error.'],
  [
    'ec2-capacity',
    'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0123 has insufficient CPU units available. For more information, see the Troubleshooting section.',
  ],
  [
    'agent-disconnected',
    'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0123 encountered error "AGENT".',
  ],
  [
    'ec2-capacity',
    'was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.',
  ],
  ['ec2-capacity', 'could not launch 2 tasks for deployment ecs-svc/123.'],
  [
    'deployment-configuration',
    'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  ],
  [
    'task-protection',
    'was unable to reach steady state because (taskSet ecs-svc/1) was unable to scale in due to (reason 2 tasks under protection)',
  ],
  ['throttled', 'operations are being throttled. Will try again later.'],
  [
    'role-not-assumable',
    "failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/exec' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).",
  ],
  [
    'service-role-denied',
    'failed to register targets in target-group app with (error User: arn is not authorized to perform: elasticloadbalancing:RegisterTargets)',
  ],
  [
    'target-group-missing',
    'failed to register targets in target-group app with (error One or more target groups not found)',
  ],
  [
    'target-group-missing',
    'task set (ecs-svc/1) (task 0123) is not healthy in target-group (arn) due to TARGET GROUP IS NOT FOUND.',
  ],
  [
    'load-balancer-health-check',
    '(task 0123) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/app/1) due to (reason Health checks failed with these codes: [503]).',
  ],
  [
    'load-balancer-timeout',
    '(task 0123) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/app/1) due to (reason Request timed out).',
  ],
  [
    'load-balancer-no-answer',
    '(task 0123) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/app/1) due to (reason Health checks failed).',
  ],
  ['container-health-check', '(task 0123) failed container health checks.'],
  ['alarm', '(deployment ecs-svc/1) deployment failed: alarm detected.'],
  [
    'lifecycle-hook',
    '(deployment ecs-svc/1) deployment failed: Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:eu-west-1:1:function:check returned FAILED status.',
  ],
  [
    'load-balancer-configuration',
    '(deployment ecs-svc/1) deployment failed: Service deployment rolled back because of invalid networking configuration: Target group arn is not associated with either productionListenerRule or testListenerRule.',
  ],
  ['tasks-failed-to-start', '(deployment ecs-svc/1) deployment failed: tasks failed to start.'],
  ['tasks-failed-to-start', 'is unable to consistently start tasks successfully.'],
  ['placement-failed', 'was unable to place a task. Reason: Something that nobody has seen yet.'],
]

const stops: readonly [cause: string, evidence: Evidence][] = [
  [
    'spot-interruption',
    withTasks(stopped({ stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' })),
  ],
  [
    'spot-interruption',
    withTasks(stopped({ stopCode: 'TerminationNotice', stoppedReason: 'Your Spot Task was interrupted.' })),
  ],
  [
    'stopped-by-user',
    withTasks(stopped({ stopCode: 'UserInitiated', stoppedReason: 'OutOfMemory test, manifest unknown' })),
  ],
  ['infrastructure', withTasks(stopped({ stopCode: 'InfrastructureHealth', stoppedReason: 'Host gone' }))],
  ['exit-1', withTasks(exited(1))],
  ['exit-0', withTasks(exited(0))],
  ['exit-code', withTasks(exited(3))],
  ['command-not-executable', withTasks(exited(126))],
  ['command-not-found', withTasks(exited(127))],
  ['crash-abort', withTasks(exited(134))],
  ['killed', withTasks(exited(137))],
  ['out-of-memory', withTasks(exited(137, 1, { reason: 'OutOfMemoryError: Container killed due to memory usage' }))],
  ['crash-segfault', withTasks(exited(139))],
  ['terminated', withTasks(exited(143))],
  ['exec-format', withTasks(exited(1, 1, { lastLines: ['exec /usr/local/bin/app: exec format error'] }))],
  [
    'tasks-failed-to-start',
    { ...nothing, rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.' },
  ],
  [
    'tasks-failed-to-start',
    { ...nothing, statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' },
  ],
]

describe('the table of causes', () => {
  test.each(stopReasons)('a stopped task gives %s (%s)', (cause, _source, text) => {
    expect(firstCause(withTasks(failedToStart(text))).cause).toBe(cause)
  })

  test.each(stopReasons.filter(([, , text]) => /^(Cannot|Resource)/.test(text)))(
    'the event without a task gives %s (%s)',
    (cause, _source, text) => {
      expect(firstCause(withEvents(`(service app) was unable to place a task. Reason: ${text}.`)).cause).toBe(cause)
    },
  )

  test.each(events)('an event gives %s: %s', (cause, body) => {
    expect(firstCause(withEvents(`(service app) ${body}`)).cause).toBe(cause)
    expect(firstCause(withEvents(`service (app) ${body}`)).cause).toBe(cause)
    expect(firstCause(withEvents(`service app ${body}`)).cause).toBe(cause)
  })

  test.each(stops)('what a task or deployment shows gives %s', (cause, evidence) => {
    expect(firstCause(evidence).cause).toBe(cause)
  })

  test.each(verificationTexts)('a verification gives %s: %s', (cause, what) => {
    const found = diagnoseVerification({ what, evidence: ['Status 500'] }, context)
    expect(found).toMatchObject({ cause, facts: ['Status 500'] })
    expect(found.title).toContain(what)
  })

  test('a JSON secret without the key', () => {
    const text = `${init}: execution resource retrieval failed: unable to retrieve secret from asm: retrieved secret from Secrets Manager did not contain json key password`
    expect(firstCause(withTasks(failedToStart(text))).cause).toBe('secret-key-missing')
  })

  test('has every id once, and each is covered above', () => {
    const ids = causes.map((cause) => cause.id)
    const tested = [...stopReasons, ...events, ...stops].map(([cause]) => cause)
    const elsewhere = [...logTexts, ...reachTexts, ...apiTexts, ...verificationTexts].map(([cause]) => cause)
    const covered = new Set(['secret-key-missing', ...tested, ...elsewhere])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !covered.has(id))).toEqual([])
  })

  test.each(causes.filter(hasText).map((cause) => [cause.id, cause.example]))(
    '%s explains the example it is documented with',
    (id, example) => {
      const found = [
        withTasks(stopped({ stoppedReason: example })),
        withEvents(`(service app) ${example}`),
        withTasks(exited(1, 1, { lastLines: [example] })),
      ].map(firstCause)
      const verified = diagnoseVerification({ what: example, evidence: [] }, context)
      const others = [diagnoseApiError(example, context), verified]
      expect([...found, ...others].map((diagnosis) => diagnosis?.cause)).toContain(id)
    },
  )

  test('docs/causes.md is what the table says', () => {
    const page = readFileSync(new URL('../../docs/causes.md', import.meta.url), 'utf8')
    expect(page).toBe(causesPage(causes))
  })
})

function hasText({ patterns }: Cause): boolean {
  return patterns.some(({ text }) => text !== undefined)
}

const partitions = fc.constantFrom(
  { partition: 'aws', region: 'ap-southeast-2', suffix: 'amazonaws.com' },
  { partition: 'aws-cn', region: 'cn-northwest-1', suffix: 'amazonaws.com.cn' },
  { partition: 'aws-us-gov', region: 'us-gov-west-1', suffix: 'amazonaws.com' },
  { partition: 'aws-eusc', region: 'eusc-de-east-1', suffix: 'amazonaws.eu' },
)

describe('the patterns survive', () => {
  test('any Region, partition, registry, retry count and apostrophe', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stopReasons),
        partitions,
        fc.nat(99),
        fc.boolean(),
        ([cause, , text], place, tries, curly) => {
          const varied = text
            .replaceAll(
              '111122223333.dkr.ecr.eu-west-1.amazonaws.com',
              `999900001111.dkr.ecr.${place.region}.${place.suffix}`,
            )
            .replaceAll('arn:aws:', `arn:${place.partition}:`)
            .replaceAll('eu-west-1', place.region)
            .replace(/retried \d+ time/, `retried ${tries} time`)
            .replaceAll(/['’]/g, curly ? '’' : "'")
          expect(firstCause(withTasks(failedToStart(varied))).cause).toBe(cause)
        },
      ),
    )
  })

  test('being cut off: the same kind of cause or a more general one, never another', () => {
    const general = [
      'image-pull-failed',
      'task-setup-failed',
      'placement-failed',
      'container-start-failed',
      'log-driver',
      'unknown',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...stopReasons),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([cause, , text], share) => {
          const cut = text.slice(0, Math.floor(text.length * share))
          const found = firstCause(withTasks(failedToStart(cut))).cause
          expect([cause, ...general]).toContain(found)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('service names that look like causes', () => {
    for (const name of ['alarm', 'circuit-breaker', 'spot', 'capacity-is-unavailable', 'AGENT']) {
      expect(firstCause(withEvents(`(service ${name}) (task ${taskId()}) failed container health checks.`)).cause).toBe(
        'container-health-check',
      )
    }
  })
})
