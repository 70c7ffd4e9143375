export const id = 316;
export const ids = [316];
export const modules = {

/***/ 7316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* binding */ diagnose)
});

;// CONCATENATED MODULE: ./lib/diagnosis/aws-commands.js
/** A word that a POSIX shell takes literally. */
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** An AWS CLI command: words are quoted, `--region` comes last. */
function awsCommand(region, ...words) {
    return ['aws', ...words, '--region', region].map(shellWord).join(' ');
}
// Hosts of every partition, FIPS and dual-stack: the pattern of AWS's own credential helper
// (awslabs/amazon-ecr-credential-helper, ecr-login/api/client.go).
const ecrReference = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+\/([a-z0-9._/-]+)(?::([\w.-]+))?(?:@(sha256:[0-9a-f]+))?$/;
/** The parts of a private ECR reference; undefined for any other registry. */
function ecrImage(reference) {
    const match = ecrReference.exec(reference);
    const [, registryId, region, repository, tag, digest] = match ?? [];
    if (registryId === undefined || region === undefined || repository === undefined)
        return undefined;
    return { registryId, region, repository, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}
/** Asks ECR whether the image exists. */
function describeImageCommand(image) {
    const id = image.digest ? `imageDigest=${image.digest}` : `imageTag=${image.tag ?? 'latest'}`;
    return awsCommand(image.region, ...['ecr', 'describe-images', '--registry-id', image.registryId], ...['--repository-name', image.repository, '--image-ids', id]);
}
/** Builds an image for a platform and pushes it under the name it had; a digest cannot be pushed to, a tag can. */
function buildCommand(reference, platform) {
    const [name = 'IMAGE', digest] = reference?.split('@') ?? [];
    const hasTag = /:[^/]+$/.test(name);
    const tag = digest !== undefined && !hasTag ? `${name}:TAG` : name;
    return ['docker', 'buildx', 'build', '--platform', platform, '--tag', tag, '--push', '.'].map(shellWord).join(' ');
}
/** Shows which platforms an image is built for; works with every registry that docker is logged in to. */
function inspectImageCommand(reference) {
    return `docker buildx imagetools inspect ${shellWord(reference)}`;
}
/** Shows the log lines that one container of one task wrote. */
function tailLogCommand(log) {
    return awsCommand(log.region, 'logs', 'tail', log.group, '--log-stream-names', log.stream, '--since', '2h');
}
/** Shows subnets, security groups and assignPublicIp of the service. */
function networkCommand(place) {
    return describeServiceCommand(place, 'services[0].networkConfiguration');
}
/** Shows the newest events of the service. */
function eventsCommand(place) {
    return describeServiceCommand(place, 'services[0].events[:20].[createdAt,message]');
}
/** Shows what the load balancer thinks of the tasks; the target group is for the reader to fill in. */
function targetHealthCommand(place) {
    return awsCommand(place.region, 'elbv2', 'describe-target-health', '--target-group-arn', 'TARGET_GROUP_ARN');
}
/** Shows one part of the service. */
function describeServiceCommand(place, query) {
    return awsCommand(place.region, ...['ecs', 'describe-services', '--cluster', place.cluster, '--services', place.service, '--query', query]);
}

;// CONCATENATED MODULE: ./lib/diagnosis/cause.js
/**
 * What a cause is worth as an explanation, best first. A `cause` explains a failure; an `effect` often follows from one;
 * an `echo` only repeats that something failed; a `circumstance` happens in healthy deployments too.
 */
const weights = ['cause', 'effect', 'echo', 'circumstance'];
/** Whether a symptom shows a pattern. */
function matches(pattern, symptom) {
    const { exitCodes, stopCodes } = pattern;
    if (pattern.place !== undefined && pattern.place !== symptom.place)
        return false;
    if (stopCodes !== undefined && !stopCodes.includes(symptom.stopCode ?? ''))
        return false;
    if (exitCodes !== undefined) {
        if (symptom.exitCode === undefined)
            return false;
        if (exitCodes !== 'any' && !exitCodes.includes(symptom.exitCode))
            return false;
    }
    return (pattern.text?.test(symptom.text) ?? true) && (pattern.and?.test(symptom.text) ?? true);
}
/** `Container "app"`, or `A container` where it is not known which. */
function theContainer(found) {
    return found.container === undefined ? 'A container' : `Container "${found.container}"`;
}

// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/container.js



/** The container did not start, ended, or was judged unhealthy. Exit codes: 128 + signal. */
const containerCauses = [
    {
        id: 'out-of-memory',
        name: 'Out of memory',
        weight: 'cause',
        patterns: [{ text: /OutOfMemory|killed due to memory usage/i }],
        example: 'OutOfMemoryError: Container killed due to memory usage',
        title: (found) => `${theContainer(found)} needs more memory than it has`,
        explanation: 'The container used more memory than its limit and was killed.',
        advice: (found) => [
            'Raise memory in the task definition (on Fargate of the task; on EC2 of the container), or lower what the program keeps in memory.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'command-not-found',
        name: 'Command not found',
        weight: 'cause',
        patterns: [
            { text: /executable file not found|exec: .*no such file or directory|exec .*: no such file or directory/i },
            { exitCodes: [127] },
        ],
        example: 'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "gunicorn": executable file not found in $PATH: unknown',
        title: (found) => `${theContainer(found)} cannot find its command`,
        explanation: 'The command or entry point of the container names a program that is not in the image, or not on its PATH.',
        advice: (found) => [
            'Compare command and entryPoint in the task definition with the image (a whole command line in one string is taken as one program name).',
            ...logAdvice(found),
        ],
        heals: 'never',
    },
    {
        id: 'command-not-executable',
        name: 'Command cannot be executed',
        weight: 'cause',
        patterns: [{ text: /exec: .*permission denied|exec .*: permission denied/i }, { exitCodes: [126] }],
        example: 'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "/app/start.sh": permission denied: unknown',
        title: (found) => `${theContainer(found)} may not execute its command`,
        explanation: 'The program exists in the image but is not executable for the user that the container runs as.',
        advice: (found) => [
            'Make it executable when the image is built, e.g. RUN chmod +x in the Dockerfile or COPY --chmod=755.',
            ...logAdvice(found),
        ],
        heals: 'never',
    },
    {
        id: 'container-start-failed',
        name: 'Container cannot start',
        weight: 'cause',
        patterns: [
            {
                text: /CannotStartContainer|CannotCreateContainer|CannotCreateVolume|CannotInspectContainer|DockerTimeoutError|ContainerRuntime(?:Timeout)?Error|failed to get container status/i,
            },
        ],
        example: 'CannotStartContainerError: failed to get container status',
        title: (found) => `${theContainer(found)} cannot be started`,
        explanation: 'The container runtime refused to start the container: a setting does not fit the image or the host, or memory is too small.',
        advice: (found) => [
            'Read the reason below: it usually names the setting (command, mount point, port, memory).',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'container-health-check',
        name: 'Container health check fails',
        weight: 'effect',
        patterns: [{ text: /failed container health checks/i }],
        example: '(service app) (task 0123456789abcdef0123456789abcdef) failed container health checks.',
        title: (found) => `${theContainer(found)} fails its container health check`,
        explanation: 'The health check command in the task definition failed as often as its retries allow, so ECS stopped the task.',
        advice: (found, context) => [
            ...(found.log === undefined ? [] : logAdvice(found)),
            'Check that the command of healthCheck works inside the image (curl or wget must be in it) and asks the right port.',
            `If the program needs longer to start, raise startPeriod (up to 300 seconds).${healthCheckTimes(found, context)}`,
            ...(found.log === undefined ? logAdvice(found) : []),
        ],
        heals: 'maybe',
    },
    {
        id: 'load-balancer-health-check',
        name: 'Load balancer health check fails',
        weight: 'effect',
        patterns: [
            { text: /failed elb health checks|is unhealthy in \(?target-group/i },
            { text: /is not healthy in target-group(?!.*NOT FOUND)/i },
        ],
        example: '(service app) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef) due to (reason Health checks failed with these codes: [503]).',
        title: (found) => `The load balancer’s health check ${healthCheckResult(found)}`,
        explanation: 'The task runs, but the load balancer gets no healthy answer from it, so ECS stopped the task.',
        advice: (found, context) => [
            ...(/request timed out/i.test(found.text)
                ? [
                    'It timed out: the security group of the task must allow the load balancer in, and the program must listen on 0.0.0.0, not on 127.0.0.1.',
                ]
                : []),
            `Compare path, port and expected codes of the check with what the program answers:\n${targetGroupCommand(found, context)}`,
            'If the program needs longer to start, raise health-check-grace-period-seconds of the service.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    exitCause('crash-segfault', [139], 'cause', {
        name: 'Crash (exit code 139)',
        fact: 'crashed with a memory fault (exit code 139)',
        explanation: 'The program was ended by the system because it touched memory that is not its own (SIGSEGV). It is a fault in the program or in a native library, often one for another processor or C library.',
        steps: ['Check that native libraries in the image fit its processor and C library (glibc or musl).'],
    }),
    exitCause('crash-abort', [134], 'cause', {
        name: 'Abort (exit code 134)',
        fact: 'aborted itself (exit code 134)',
        explanation: 'The program ended itself with SIGABRT, as many runtimes do when memory runs out or an assertion fails.',
        steps: ['Node.js does so when its heap is full: raise memory and --max-old-space-size.'],
    }),
    exitCause('exit-1', [1], 'cause', {
        name: 'Program ends with an error (exit code 1)',
        fact: 'exits with code 1',
        explanation: 'The program ended by itself with an error. Common reasons: a missing environment variable or secret, a database that cannot be reached, a failed migration.',
        steps: ['"exec format error" in its log means that the image was built for another processor.'],
    }),
    exitCause('killed', [137], 'effect', {
        name: 'Killed (exit code 137)',
        fact: 'was killed (exit code 137)',
        explanation: 'The container got SIGKILL without a reason from ECS: it ran out of memory, or it did not end within stopTimeout after SIGTERM.',
        steps: [
            'Look at its memory use in CloudWatch and raise memory in the task definition if it comes near the limit.',
            'If it was told to stop, let the program end on SIGTERM, or raise stopTimeout (Fargate: up to 120 seconds).',
        ],
    }),
    exitCause('exit-0', [0], 'effect', {
        name: 'Program ends without an error (exit code 0)',
        fact: 'ended by itself (exit code 0)',
        explanation: 'A service must keep running: when an essential container ends, even without an error, ECS stops the task and starts another.',
        steps: [
            'Start the server in the foreground (for nginx: daemon off), and check that command does not run a one-off job.',
            'If the container is meant to end (a migration, an init step), set essential to false and use dependsOn.',
        ],
    }),
    exitCause('terminated', [143], 'effect', {
        name: 'Ended on SIGTERM (exit code 143)',
        fact: 'was told to stop and did (exit code 143)',
        explanation: 'The container ended because it got SIGTERM, from inside the task or because the task was being stopped.',
        steps: ['Look for what sent it: a supervisor in the image, or another container of the task that ended first.'],
    }),
    // Last, for its pattern is any code.
    exitCause('exit-code', 'other', 'cause', {
        name: 'Program ends with another exit code',
        fact: 'exits with code CODE',
        explanation: 'The program ended by itself with an error; what the code means is up to the program.',
        steps: [],
    }),
];
function exitCause(id, codes, weight, texts) {
    return {
        id,
        name: texts.name,
        weight,
        patterns: [{ exitCodes: codes === 'other' ? 'any' : codes }],
        example: `Essential container in task exited (exit code ${codes === 'other' ? 3 : codes[0]})`,
        title: (found) => `${theContainer(found)} ${texts.fact.replace('CODE', String(found.exitCode))}`,
        explanation: texts.explanation,
        advice: (found) => [...logAdvice(found), ...texts.steps],
        heals: 'maybe',
    };
}
function logAdvice(found) {
    if (found.log === undefined)
        return ['Read what the container wrote: its log driver says where that is.'];
    return [`Read what the container wrote:\n${tailLogCommand(found.log)}`];
}
// Defaults: SDK type HealthCheck (interval 30, retries 3, startPeriod off).
function healthCheckTimes(found, context) {
    const times = found.container === undefined ? undefined : context.containerHealthCheckOf(found.container);
    if (times === undefined)
        return '';
    const { interval = 30, retries = 3, startPeriod = 0 } = times;
    return ` As it is set, the container has about ${startPeriod + interval * retries} seconds to become healthy (startPeriod ${startPeriod} + interval ${interval} × retries ${retries}).`;
}
function healthCheckResult(found) {
    const port = (0,texts/* portIn */.Ju)(found.text);
    const where = port === undefined ? '' : ` on port ${port}`;
    const codes = [...new Set((0,texts/* healthCodesIn */.ag)(found.text))];
    if (codes.length > 0)
        return `gets ${codes.join(', ')}${where}`;
    if (/request timed out/i.test(found.text))
        return `times out${where}`;
    return `fails${where}`;
}
function targetGroupCommand(found, context) {
    const arn = (0,texts/* arnIn */.Lo)(found.text, 'elasticloadbalancing');
    if (arn === undefined)
        return describeServiceCommand(context, 'services[0].loadBalancers');
    return awsCommand(context.region, 'elbv2', 'describe-target-groups', '--target-group-arns', arn);
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/deployment.js

/** What ECS says about the deployment as a whole. Most of it repeats that tasks failed, without saying why. */
const deploymentCauses = [
    {
        id: 'alarm',
        name: 'CloudWatch alarm',
        weight: 'effect',
        // No example of the reason for an alarm is known beyond the event; hence any mention of an alarm in a reason.
        patterns: [
            { text: /alarms? detected|deployment failed: .*alarm|\balarms?\b/i, place: 'event' },
            { text: /\balarms?\b/i, place: 'deployment' },
        ],
        example: '(deployment ecs-svc/0123) deployment failed: alarm detected.',
        title: () => 'A CloudWatch alarm of the service went off during the deployment',
        explanation: 'The service watches alarms while it deploys (deploymentConfiguration.alarms), and one went into ALARM.',
        advice: (_found, context) => [
            `Find the alarm that went off:\n${awsCommand(context.region, 'cloudwatch', 'describe-alarm-history', '--history-item-type', 'StateUpdate', '--max-items', '20')}`,
            'Then look at what its metric measures: errors or latency of the new version.',
        ],
        heals: 'maybe',
    },
    {
        id: 'throttled',
        name: 'ECS is throttled',
        weight: 'circumstance',
        patterns: [{ text: /operations are being throttled|rate exceeded/i }],
        example: 'operations are being throttled. Will try again later.',
        title: () => 'ECS is being throttled and works more slowly',
        explanation: 'ECS or a service that it calls limits the rate of calls in this account. ECS tries again by itself.',
        advice: () => ['Deploy fewer services at the same time, or wait.'],
        heals: 'maybe',
    },
    {
        id: 'placement-failed',
        name: 'Task could not be placed',
        weight: 'effect',
        patterns: [
            { text: /unable to place a task|failed to launch a task|unable to place tasks|unable to reach steady state/i },
            { stopCodes: ['TaskFailedToStart'] },
        ],
        example: 'was unable to place a task. Reason: …',
        title: () => 'ECS could not start a task',
        explanation: 'ECS gives the reason in the text below; it is not one that this action knows.',
        advice: (_found, context) => [`See the newest events:\n${eventsCommand(context)}`],
        heals: 'maybe',
    },
    {
        id: 'tasks-failed-to-start',
        name: 'Tasks failed, no reason kept',
        weight: 'echo',
        patterns: [
            {
                text: /tasks? failed to start|circuit breaker|unable to consistently start tasks/i,
                place: 'event',
            },
            { text: /tasks? failed to start|circuit breaker/i, place: 'deployment' },
        ],
        example: 'ECS deployment circuit breaker: tasks failed to start.',
        title: () => 'Tasks failed and ECS kept no reason',
        explanation: 'ECS gave up because too many tasks failed in a row, but none of them could be seen any more: stopped tasks are kept for about an hour.',
        advice: (_found, context) => [
            `List the stopped tasks that ECS still knows:\n${awsCommand(context.region, 'ecs', 'list-tasks', '--cluster', context.cluster, '--service-name', context.service, '--desired-status', 'STOPPED')}`,
            `See the newest events:\n${eventsCommand(context)}`,
        ],
        heals: 'maybe',
    },
];

// EXTERNAL MODULE: ./lib/diagnosis/short-image.js
var short_image = __webpack_require__(7883);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/image.js




/** The image could not be pulled. Texts: DG task_cannot_pull_image, and observed on Fargate and the EC2 agent. */
const imageCauses = [
    {
        id: 'wrong-platform',
        name: 'Image built for another platform',
        weight: 'cause',
        patterns: [
            { text: /image manifest does not contain|no matching manifest for|no match for platform in manifest/i },
            { text: /image operating system "?\w+"? cannot be used/i },
        ],
        example: "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
        title: (found, context) => `${theImage(found)} has no variant for ${wantedPlatform(found, context)}`,
        explanation: 'The image was built for another processor than the one the task runs on. An image built on a Mac with Apple silicon is an ARM image unless the build says otherwise.',
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
        patterns: [{ text: /exec format error/i }],
        example: 'exec /usr/local/bin/docker-entrypoint.sh: exec format error',
        title: (found) => `${theContainer(found)} cannot run its program: it was built for another processor`,
        explanation: 'The container started, but the processor does not understand the program. Usually the image was built for ARM and the task runs on x86, or the other way round; a start script without a first line such as #!/bin/sh gives the same error.',
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
        explanation: 'Docker Hub and other registries allow a number of pulls per hour and address; anonymous pulls share the limit of the NAT gateway with everything else behind it.',
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
                text: /pull access denied|insufficient_scope|authorization failed|no basic auth credentials|authentication required|authorization token|denied: |permissions to pull|unauthorized|\b401\b|403 forbidden|status: 403/i,
                and: /cannotpull|pull image|pull the image|resolve ref|registry auth/i,
            },
            { text: /ecr registry auth|registry auth(?:entication)? from amazon ecr/i, and: /accessdenied|not authorized/i },
        ],
        example: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/app:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
        title: (found) => `The registry does not let the task pull ${theImage(found, 'image')}`,
        explanation: 'The repository does not exist, or the task may not read it. For ECR the execution role of the task (on EC2 without one: the role of the instance) needs the right to pull; other registries need credentials.',
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
    },
    {
        id: 'image-not-found',
        name: 'Image not found',
        weight: 'cause',
        patterns: [
            {
                text: /: not found\b|manifest for \S+ not found|manifest unknown|name unknown|requested image not found|404 not found|does not exist in the registry|repository with name .* does not exist|check (?:whether|that|if) the image exists/i,
                and: /cannotpull|pull image|pull the image|resolve ref|manifest/i,
            },
        ],
        example: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2: not found',
        title: (found) => `${theImage(found)} does not exist in its registry`,
        explanation: 'The registry has no image with this name and tag or digest: it was never pushed, was pushed elsewhere, or a lifecycle rule has removed it.',
        advice: (found) => {
            const ecr = found.image === undefined ? undefined : ecrImage(found.image);
            return [
                ecr
                    ? `Ask ECR whether it has the image:\n${describeImageCommand(ecr)}`
                    : `Ask the registry whether it has the image:\n${inspectImageCommand(found.image ?? 'IMAGE')}`,
                'Check that the build job pushed to the same registry, Region and repository, and ended before this job started.',
                'If it was there before: check the lifecycle policy of the repository.',
            ];
        },
        heals: 'never',
    },
    {
        id: 'registry-unreachable',
        name: 'No route to the registry',
        weight: 'cause',
        patterns: [
            {
                text: /i\/o timeout|connection issue|no such host|request cancell?ed|cancell?ed|deadline exceeded|connection (?:refused|reset|timed out)|handshake timeout|client\.timeout|no route to host|network is unreachable|dial tcp/i,
                and: /cannotpull|registry auth|pull image|resolve ref|api\.ecr|from amazon ecr|from the amazon ecr/i,
            },
            { text: /registry auth(?:entication)? from amazon ecr|pull '[^']*' from the amazon ecr/i },
        ],
        example: 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration.',
        title: (found) => `The task cannot reach the registry${found.image === undefined ? '' : ` of ${theImage(found, 'image')}`}`,
        explanation: 'The network of the task has no way to the registry. Tasks in a public subnet need a public IP address; tasks in a private subnet need a NAT gateway or, for ECR, VPC endpoints.',
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
        example: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code',
        title: (found) => `${theImage(found)} could not be pulled`,
        explanation: 'The registry or the way to it failed; the text that ECS kept does not say more.',
        advice: (found, context) => [
            `Check that the image exists and can be read:\n${inspectImageCommand(found.image ?? 'IMAGE')}`,
            `Check the way from the task to the registry:\n${networkCommand(context)}`,
        ],
        heals: 'maybe',
    },
];
function theImage(found, article = 'Image') {
    if (found.image !== undefined)
        return `${article} ${(0,short_image/* shortImage */.U)(found.image)}`;
    const of = found.container === undefined ? '' : ` of container "${found.container}"`;
    return `${article === 'Image' ? 'The' : 'the'} image${of}`;
}
function wantedPlatform(found, context, otherwise = 'the platform of the task') {
    return (0,texts/* platformIn */.NO)(found.text) ?? context.platform ?? otherwise;
}
function deniedAction(found) {
    const action = (0,texts/* deniedActionIn */.Jb)(found.text);
    return action === undefined ? [] : [`Allow the role of the task the refused action ${action}.`];
}
function imageInEcr(found) {
    return found.image !== undefined && ecrImage(found.image) !== undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/placement.js

/** ECS found no place for a task. Texts: DG service-event-messages-list, api_failures_messages. */
const placementCauses = [
    {
        id: 'fargate-capacity',
        name: 'No Fargate capacity',
        weight: 'cause',
        patterns: [{ text: /capacity is unavailable/i }],
        example: 'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
        title: () => 'AWS has no Fargate capacity for the task at the moment',
        explanation: 'There is not enough capacity of this size in the availability zones of the service. ECS keeps trying.',
        advice: () => [
            'Deploy again later, or add subnets in other availability zones to the service.',
            'With FARGATE_SPOT: give FARGATE a base or weight in the capacity provider strategy.',
        ],
        heals: 'maybe',
    },
    {
        id: 'quota',
        name: 'Quota reached',
        weight: 'cause',
        patterns: [{ text: /reached the limit on the number of|is above your limit|provisioning capacity limit/i }],
        example: "was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently",
        title: (found) => `A quota of the account is reached: ${quotaIn(found)}`,
        explanation: 'The account may not run more in this Region. During a deployment old and new tasks run side by side and count together.',
        advice: (_found, context) => [
            `Look at the quotas for Fargate and ask for more:\n${awsCommand(context.region, 'service-quotas', 'list-service-quotas', '--service-code', 'fargate')}`,
            'Or stop tasks that are not needed, or lower maximumPercent of the service so that fewer new tasks start at once.',
        ],
        heals: 'maybe',
    },
    {
        id: 'agent-disconnected',
        name: 'Container agent not connected',
        weight: 'cause',
        patterns: [{ text: /"AGENT"|TaskFailedToStart: AGENT|\bReason: AGENT\b/ }],
        example: 'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0123 encountered error "AGENT".',
        title: () => 'The ECS agent of a container instance is not connected',
        explanation: 'ECS cannot start tasks on an instance whose agent does not answer.',
        advice: (_found, context) => [
            `Find the instances whose agent is not connected:\n${awsCommand(context.region, 'ecs', 'list-container-instances', '--cluster', context.cluster, '--filter', 'agentConnected==false')}`,
            'Restart the agent on them, or replace the instances.',
        ],
        heals: 'maybe',
    },
    {
        id: 'ec2-capacity',
        name: 'No container instance fits',
        weight: 'cause',
        patterns: [
            {
                text: /RESOURCE:[A-Z]+|no container instances? (?:met|were)|insufficient (?:cpu|memory)|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|placement constraint unsatisfied|TaskFailedToStart: ATTRIBUTE/i,
            },
            { text: /unable to launch instance\(s\) for capacity provider|could not launch \d+ tasks/i },
        ],
        example: 'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0123 has insufficient CPU units available.',
        title: (found) => `No container instance has room for the task${resourceIn(found)}`,
        explanation: 'No instance of the cluster has the CPU, memory, ports or attributes that the task needs. During a deployment old and new tasks need room together.',
        advice: (found, context) => [
            ...(/RESOURCE:PORTS/.test(found.text)
                ? ['A fixed host port can be used once per instance: set hostPort to 0 (bridge network), or use awsvpc.']
                : []),
            'Add instances, or let a capacity provider with managed scaling do so.',
            'Or lower minimumHealthyPercent of the service, so that old tasks may stop first.',
            `See what ECS tried:\n${eventsCommand(context)}`,
        ],
        heals: 'maybe',
    },
    {
        id: 'deployment-configuration',
        name: 'Deployment configuration leaves no room',
        weight: 'cause',
        patterns: [{ text: /because of the service deployment configuration/i }],
        example: 'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
        title: () => 'ECS may neither start a new task nor stop an old one',
        explanation: 'minimumHealthyPercent and maximumPercent together leave no room to move: for example 100 and 100, or 100 and 125 with fewer than four tasks (the maximum is rounded down, the minimum up).',
        advice: (_found, context) => [
            `Allow twice the tasks while deploying:\n${awsCommand(context.region, 'ecs', 'update-service', '--cluster', context.cluster, '--service', context.service, '--deployment-configuration', 'minimumHealthyPercent=100,maximumPercent=200')}`,
            'Without room for more tasks, lower minimumHealthyPercent instead.',
        ],
        heals: 'never',
    },
    {
        id: 'task-protection',
        name: 'Old tasks are protected',
        weight: 'cause',
        patterns: [{ text: /under protection|task protection/i }],
        example: 'was unable to reach steady state because (taskSet ecs-svc/0123) was unable to scale in due to (reason 2 tasks under protection)',
        title: () => 'Old tasks are protected from being stopped',
        explanation: 'Tasks have set scale-in protection for themselves; ECS waits until they release it or it runs out (two hours unless set otherwise).',
        advice: (_found, context) => [
            `Wait, or end the protection of a task:\n${awsCommand(context.region, 'ecs', 'update-task-protection', '--cluster', context.cluster, '--tasks', 'TASK_ID', '--no-protection-enabled')}`,
        ],
        heals: 'maybe',
    },
    {
        id: 'target-group-missing',
        name: 'Target group not found',
        weight: 'cause',
        patterns: [{ text: /target group is not found|target is not found/i }],
        example: 'task set (ecs-svc/0123) (task 0123) is not healthy in target-group (arn) due to TARGET GROUP IS NOT FOUND.',
        title: () => 'The target group of the service, or the task in it, does not exist',
        explanation: 'The load balancer settings of the service name a target group that is gone, or the task was removed from it by something else.',
        advice: (_found, context) => [
            `Compare with the target groups that exist:\n${awsCommand(context.region, 'ecs', 'describe-services', '--cluster', context.cluster, '--services', context.service, '--query', 'services[0].loadBalancers')}`,
        ],
        heals: 'never',
    },
    {
        id: 'service-role-denied',
        name: 'ECS may not manage the service',
        weight: 'cause',
        patterns: [
            { text: /failed to (?:register|deregister) targets|failed to describe target health/i },
            {
                text: /(?:permissions policies|trust relationship) ha(?:s|ve) been misconfigured|missing permissions on ecs infrastructure role/i,
            },
        ],
        example: 'service app failed to register targets in target-group app with (error User: arn is not authorized to perform: elasticloadbalancing:RegisterTargets)',
        title: () => 'ECS itself lacks a permission to manage the service',
        explanation: 'The role with which ECS registers targets (AWSServiceRoleForECS, or the role given to the service) was changed or removed.',
        advice: (_found, context) => [
            'Restore the service-linked role AWSServiceRoleForECS, or the policy of the role that the service names.',
            `See the exact words of ECS:\n${eventsCommand(context)}`,
        ],
        heals: 'maybe',
    },
    {
        id: 'load-balancer-configuration',
        name: 'Load balancer configuration is invalid',
        weight: 'cause',
        patterns: [{ text: /invalid networking configuration/i }],
        example: 'Service deployment rolled back because of invalid networking configuration: Target group arn is not associated with either productionListenerRule or testListenerRule.',
        title: () => 'The listener rules and target groups of the service do not fit together',
        explanation: 'A blue/green deployment needs both target groups attached to the listener rules of the service, with one of them serving.',
        advice: (_found, context) => [
            `Compare the settings with the rules of the listener:\n${awsCommand(context.region, 'ecs', 'describe-services', '--cluster', context.cluster, '--services', context.service, '--query', 'services[0].loadBalancers')}`,
        ],
        heals: 'never',
    },
    {
        id: 'lifecycle-hook',
        name: 'Lifecycle hook failed',
        weight: 'cause',
        patterns: [{ text: /lifecycle hook\(s\) failed/i }],
        example: 'Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:eu-west-1:111122223333:function:check returned FAILED status.',
        title: (found) => `The ${/([A-Z_]+) lifecycle hook/.exec(found.text)?.[1] ?? 'deployment'} hook of the service failed`,
        explanation: 'A hook that the service calls during a deployment said no, could not be called, or did not answer in time.',
        advice: () => ['Read the log of the Lambda function that the reason names.'],
        heals: 'maybe',
    },
];
function quotaIn(found) {
    if (/vcpu/i.test(found.text))
        return 'vCPUs at the same time';
    if (/requested (cpu|memory)/i.test(found.text))
        return `${/requested (cpu|memory)/i.exec(found.text)?.[1]} of one task`;
    if (/provisioning/i.test(found.text))
        return '500 tasks in PROVISIONING per cluster';
    return 'tasks at the same time';
}
function resourceIn(found) {
    const resource = /RESOURCE:([A-Z]+)/.exec(found.text)?.[1] ?? /insufficient (cpu|memory|ports|gpu)/i.exec(found.text)?.[1];
    return resource === undefined ? '' : ` (${resource.toUpperCase()})`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/stop.js
/**
 * Who stopped a task, told by its stop code alone: with UserInitiated the text is whatever the caller wrote,
 * so these come before every pattern on texts. Codes: SDK enum TaskStopCode.
 */
const stopCauses = [
    {
        id: 'stopped-by-user',
        name: 'Task stopped by somebody',
        weight: 'circumstance',
        patterns: [{ stopCodes: ['UserInitiated'] }],
        example: 'stop code UserInitiated; the reason is what the caller of StopTask wrote',
        title: () => 'Somebody stopped a task by hand or by script',
        explanation: 'StopTask was called for a task of this deployment. ECS starts another in its place.',
        advice: () => ['CloudTrail knows who called StopTask. If it was not on purpose, deploy again.'],
        heals: 'maybe',
    },
    {
        id: 'spot-interruption',
        name: 'Spot interruption',
        weight: 'circumstance',
        patterns: [
            { stopCodes: ['SpotInterruption', 'TerminationNotice'] },
            { text: /spot task was interrupted/i, place: 'task' },
        ],
        example: 'Your Spot Task was interrupted.',
        title: () => 'AWS took back Spot capacity',
        explanation: 'Spot tasks may be stopped with two minutes’ notice. ECS starts another when there is capacity.',
        advice: () => ['Give FARGATE a base in the capacity provider strategy, so that some tasks never run on Spot.'],
        heals: 'maybe',
    },
    {
        id: 'infrastructure',
        name: 'Fault at AWS',
        weight: 'circumstance',
        patterns: [
            { stopCodes: ['InfrastructureHealth'] },
            { text: /reason: internal error|InternalError|host ec2 .*terminat|infrastructure (?:failure|health|issue)/i },
        ],
        example: 'was unable to place a task. Reason: Internal error.',
        title: () => 'A fault at AWS stopped a task or kept it from starting',
        explanation: 'The machine under the task failed or was retired, or ECS had an internal error. ECS starts another task.',
        advice: () => ['Deploy again. If it comes back, look at the AWS Health Dashboard.'],
        heals: 'maybe',
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/causes/task-setup.js


// "secret from asm" and "secrets from ssm" are the agent's names for Secrets Manager and Parameter Store.
const secretContext = /secrets? from (?:asm|ssm)|secrets manager|secretsmanager|ssm parameters?|parameter store|systems manager|fetch secret/i;
const networkWords = /connection issue|network connection|i\/o timeout|deadline exceeded|cancell?ed|no such host|connection (?:refused|reset|timed out)|dial tcp|send request failed/i;
/** What a task needs before its containers start could not be had. Texts: DG resource-initialization-error, observed. */
const taskSetupCauses = [
    {
        id: 'secret-denied',
        name: 'Role may not read a secret',
        weight: 'cause',
        patterns: [
            { text: /not authorized to perform:? (?:secretsmanager|ssm|kms):/i },
            { text: /accessdenied|access to kms is not allowed/i, and: secretContext },
        ],
        example: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/0123 is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
        title: (found) => `The execution role of the task may not read ${theSecret(found)}`,
        explanation: 'ECS reads the secrets of a container with the execution role (executionRoleArn), not with the task role; that role lacks the permission.',
        advice: (found) => [
            `Allow the execution role ${(0,texts/* deniedActionIn */.Jb)(found.text) ?? 'secretsmanager:GetSecretValue (Secrets Manager) or ssm:GetParameters (Parameter Store)'} on ${secretIn(found) ?? 'the secret'}.`,
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
        example: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: retrieved secret from Secrets Manager did not contain json key password',
        title: (found) => `${theSecret(found, 'Secret')} has no such key`,
        explanation: 'The task definition asks for one key of a JSON secret (ARN:key::), and the current value of the secret is not JSON or lacks that key.',
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
                text: /resourcenotfoundexception|can't find the specified secret|invalid ssm parameters?|parameternotfound/i,
                and: secretContext,
            },
        ],
        example: "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
        title: (found) => `${theSecret(found, 'Secret')} does not exist or has no value`,
        explanation: 'The task definition refers to a secret or parameter that is not there in this account and Region, or that was created without a value.',
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
        example: 'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration.',
        title: (found) => `The task cannot reach ${/ssm|systems manager|parameter store/i.test(found.text) ? 'Systems Manager Parameter Store' : 'Secrets Manager'}`,
        explanation: 'The network of the task has no way to the service that holds its secrets. Tasks in a public subnet need a public IP address; tasks in a private subnet need a NAT gateway or a VPC endpoint.',
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
        example: 'ResourceInitializationError: failed to download env files: service call has been retried 1 time(s): operation error S3: HeadObject, https response error StatusCode: 403, api error Forbidden: Forbidden',
        title: () => 'The task cannot read its environment file from S3',
        explanation: 'The file named in environmentFiles is missing, the execution role may not read it, or the task has no way to S3.',
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
        example: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log group: operation error CloudWatch Logs: CreateLogGroup, https response error StatusCode: 400, api error AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/0123 is not authorized to perform: logs:CreateLogGroup',
        title: (found) => `The execution role may not use CloudWatch Logs (${(0,texts/* deniedActionIn */.Jb)(found.text) ?? 'logs'})`,
        explanation: 'The awslogs driver writes with the execution role of the task, and that role lacks a permission.',
        advice: (found) => [
            `Allow the execution role ${(0,texts/* deniedActionIn */.Jb)(found.text) ?? 'logs:CreateLogStream and logs:PutLogEvents'}.`,
            'AmazonECSTaskExecutionRolePolicy holds logs:CreateLogStream and logs:PutLogEvents, but not logs:CreateLogGroup, which awslogs-create-group needs.',
        ],
        heals: 'never',
    },
    {
        id: 'log-group-missing',
        name: 'Log group not found',
        weight: 'cause',
        patterns: [{ text: /log group does not exist|cannot find the amazon cloudwatch log group/i }],
        example: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
        title: (found) => `The log group of the task ${found.log ? `(${found.log.group}) ` : ''}does not exist or cannot be reached`,
        explanation: 'The awslogs driver writes to a group that must exist, in the Region named in its options. Without a way from the task to CloudWatch Logs, newer platform versions give the same text.',
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
        example: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0e4a39a0b7bb8b885.efs.eu-west-1.amazonaws.com"',
        title: () => 'The EFS volume of the task cannot be mounted',
        explanation: 'The file system has no mount target in the subnet’s availability zone, a security group stands in between, or the role of the task may not mount it.',
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
        example: "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0123456789abcdef0'",
        title: (found) => `The task got no network interface${(0,texts/* subnetIn */.pP)(found.text) ? ` in ${(0,texts/* subnetIn */.pP)(found.text)}` : ''}`,
        explanation: 'ECS could not create the network interface of the task: the subnet or a security group is gone, the subnet has no free addresses, a quota is reached, or EC2 was slow.',
        advice: (found, context) => [
            `Look at the free addresses of the subnet:\n${awsCommand(context.region, 'ec2', 'describe-subnets', '--subnet-ids', (0,texts/* subnetIn */.pP)(found.text) ?? 'SUBNET_ID', '--query', 'Subnets[].[SubnetId,AvailableIpAddressCount]')}`,
            `Check that the subnets and security groups of the service still exist:\n${networkCommand(context)}`,
            'If it said "timeout", deploying again may be enough.',
        ],
        heals: 'maybe',
    },
    {
        id: 'role-not-assumable',
        name: 'Role cannot be assumed',
        weight: 'cause',
        patterns: [{ text: /unable to assume (?:the )?role|role .* cannot be assumed|failed to assume role/i }],
        example: "failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/exec' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.)",
        title: (found) => `ECS cannot assume the role ${(0,texts/* arnIn */.Lo)(found.text, 'iam')?.replace(/^.*:role\//, '') ?? 'of the task'}`,
        explanation: 'The role does not exist, or its trust policy does not let ECS use it. Directly after a role was created this can pass by itself.',
        advice: (found, context) => [
            `Check that its trust policy allows ecs-tasks.amazonaws.com the action sts:AssumeRole:\n${awsCommand(context.region, 'iam', 'get-role', '--role-name', (0,texts/* arnIn */.Lo)(found.text, 'iam')?.replace(/^.*\//, '') ?? 'ROLE_NAME', '--query', 'Role.AssumeRolePolicyDocument')}`,
            'If the role is new, deploy again in a minute.',
        ],
        heals: 'maybe',
    },
    {
        id: 'task-setup-failed',
        name: 'Task could not be prepared',
        weight: 'effect',
        patterns: [{ text: /ResourceInitializationError/i }],
        example: 'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed',
        title: () => 'The task could not be prepared',
        explanation: 'What the task needs before its containers start (secrets, credentials for the registry, volumes, logs) could not be had; the text that ECS kept does not say which.',
        advice: (_found, context) => [
            `Most often it is the network. Look at the subnets, security groups and assignPublicIp of the service:\n${networkCommand(context)}`,
            'Then check that the execution role may read the secrets and pull the image (AmazonECSTaskExecutionRolePolicy).',
        ],
        heals: 'maybe',
    },
];
function secretIn(found) {
    return (0,texts/* arnIn */.Lo)(found.text, 'secretsmanager') ?? (0,texts/* parameterIn */.Jp)(found.text);
}
function theSecret(found, noun = 'secret') {
    const name = secretIn(found)
        ?.replace(/^.*:secret:/, '')
        .replace(/^.*:parameter\//, '/');
    if (name !== undefined)
        return `${noun} ${name}`;
    return noun === 'Secret' ? 'A secret of the task' : 'a secret of the task';
}
function describeSecretCommand(found, context) {
    const parameter = (0,texts/* parameterIn */.Jp)(found.text);
    if (parameter !== undefined) {
        const name = parameter.replace(/^.*:parameter\//, '/');
        const filter = `Key=Name,Values=${name}`;
        return awsCommand(context.region, 'ssm', 'describe-parameters', '--parameter-filters', filter);
    }
    return awsCommand(context.region, 'secretsmanager', 'describe-secret', '--secret-id', secretIn(found) ?? 'SECRET_ARN');
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes.js







/**
 * The table of causes, in the order in which they are tried: the first row that fits explains a symptom. Hence who
 * stopped the task comes first, then what a text names (secrets before the registry: both say "pull secrets or registry
 * auth"), then exit codes, then texts that say only that something failed.
 */
const causes = [
    ...stopCauses,
    ...specific(taskSetupCauses),
    ...specific(imageCauses),
    ...specific(placementCauses),
    ...containerCauses,
    ...general(imageCauses),
    ...general(taskSetupCauses),
    ...deploymentCauses,
];
/** The row of the table that explains a symptom, or undefined. */
function causeOf(symptom) {
    return causes.find((cause) => cause.patterns.some((pattern) => matches(pattern, symptom)));
}
function specific(rows) {
    return rows.filter((row) => row.weight === 'cause');
}
function general(rows) {
    return rows.filter((row) => row.weight !== 'cause');
}

// EXTERNAL MODULE: ./lib/diagnosis/symptoms.js
var symptoms = __webpack_require__(6957);
;// CONCATENATED MODULE: ./lib/diagnosis/diagnose.js






const factLimit = 5;
/**
 * Why a deployment failed.
 *
 * @param evidence what was seen of this deployment, and of no other
 * @param context what is known about it besides
 * @returns the causes, the most likely first; at least one: with nothing that fits, `unknown` and the raw evidence
 */
function diagnose(evidence, context) {
    const seen = (0,symptoms/* symptomsOf */.h)(evidence);
    const explained = seen.map(explain).filter((found) => found !== undefined);
    const groups = withoutEchoes(byCause(explained.map((found) => attribute(found, context))));
    if (groups.length === 0)
        return [unknown(seen, evidence, context)];
    return groups.sort(mostLikelyFirst).map((group) => toDiagnosis(group, context));
}
/** One thing seen may say several things (a task's reason and its containers'): the row highest in the table counts. */
function explain(symptoms) {
    const found = symptoms.flatMap((symptom) => {
        const cause = causeOf(symptom);
        return cause === undefined ? [] : [{ cause, symptom }];
    });
    // On equal rows the container's own text is the better one: it says which container.
    return found.sort((one, other) => rank(one.cause) - rank(other.cause) || named(one.symptom) - named(other.symptom))[0];
}
/** Place in the table; all rows for exit codes share one, for there the order of the containers counts (symptoms.ts). */
function rank(cause) {
    return causes.indexOf(isExitCode(cause) ? (causes.find(isExitCode) ?? cause) : cause);
}
function isExitCode(cause) {
    return cause.patterns.every((pattern) => pattern.exitCodes !== undefined);
}
function named(symptom) {
    return symptom.container === undefined ? 1 : 0;
}
/** An event names the image but not the container; a failed health check names neither. */
function attribute(found, context) {
    const image = (0,texts/* imageIn */.Lp)(found.symptom.text);
    const candidates = context.wantedImages.filter((wanted) => found.cause.id === 'container-health-check'
        ? context.containerHealthCheckOf(wanted.container) !== undefined
        : wanted.image === image);
    const container = candidates.length === 1 ? candidates[0]?.container : undefined;
    if (found.symptom.container !== undefined || container === undefined)
        return found;
    return { ...found, symptom: { ...found.symptom, container } };
}
/** Symptoms of one cause and container together; those without container join the first group of their cause. */
function byCause(found) {
    const groups = new Map();
    for (const { cause, symptom } of [...found].sort((one, other) => named(one.symptom) - named(other.symptom))) {
        const code = isExitCode(cause) ? (symptom.exitCode ?? '') : '';
        const own = `${cause.id} ${symptom.container ?? ''} ${code}`;
        const first = [...groups.keys()].find((key) => key.startsWith(`${cause.id} `));
        const key = symptom.container === undefined ? (first ?? own) : own;
        const group = groups.get(key) ?? { cause, symptoms: [] };
        group.symptoms.push(symptom);
        groups.set(key, group);
    }
    return [...groups.values()];
}
/** "Tasks failed to start" says nothing once it is known why. */
function withoutEchoes(groups) {
    const explained = groups.some((group) => group.cause.weight === 'cause' || group.cause.weight === 'effect');
    return groups.filter((group) => !explained || group.cause.weight !== 'echo');
}
function mostLikelyFirst(one, other) {
    return (weights.indexOf(one.cause.weight) - weights.indexOf(other.cause.weight) ||
        countOf(other.symptoms) - countOf(one.symptoms) ||
        causes.indexOf(one.cause) - causes.indexOf(other.cause));
}
/** Tasks where any is named, for an event and a stopped task often tell of the same one; else events. */
function countOf(symptoms) {
    const tasks = new Set(symptoms.flatMap((symptom) => symptom.taskIds));
    return tasks.size > 0 ? tasks.size : symptoms.length;
}
function toDiagnosis({ cause, symptoms }, context) {
    const found = caseOf(symptoms, context);
    const title = cause.title(found, context);
    const facts = factsOf(symptoms);
    return {
        cause: cause.id,
        title: `${title}${countSuffix(symptoms)}`,
        explanation: cause.explanation,
        advice: cause.advice(found, context),
        heals: cause.heals,
        facts: [...facts, ...wholeName(title, found.image, facts)],
        count: countOf(symptoms),
    };
}
/** The image in full, where the title has its short name and no fact has the whole one. */
function wholeName(title, image, facts) {
    if (image === undefined || !title.includes((0,short_image/* shortImage */.U)(image)))
        return [];
    return [title, ...facts].some((text) => text.includes(image)) ? [] : [`Image: ${image}`];
}
function countSuffix(symptoms) {
    const tasks = new Set(symptoms.flatMap((symptom) => symptom.taskIds)).size;
    if (tasks > 0)
        return ` (${tasks} ${tasks === 1 ? 'task' : 'tasks'})`;
    return symptoms.length > 1 ? ` (seen ${symptoms.length} times)` : '';
}
function caseOf(symptoms, context) {
    const text = symptoms.map((symptom) => symptom.text).join('\n');
    const container = symptoms.find((symptom) => symptom.container !== undefined)?.container;
    const candidates = context.wantedImages.filter((wanted) => container === undefined || wanted.container === container);
    const wanted = candidates.length === 1 ? candidates[0]?.image : undefined;
    const image = symptoms.map((symptom) => (0,texts/* imageIn */.Lp)(symptom.text)).find((name) => name !== undefined) ?? wanted;
    const exitCode = symptoms.find((symptom) => symptom.exitCode !== undefined)?.exitCode;
    // The newest task's log: the oldest may have been removed already.
    const log = symptoms.findLast((symptom) => symptom.log !== undefined)?.log ?? logOfNewest(symptoms, container, context);
    return {
        text,
        ...(container === undefined ? {} : { container }),
        ...(image === undefined ? {} : { image }),
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(log === undefined ? {} : { log }),
    };
}
/** Events name tasks that may still be stopping: those are not among the stopped ones yet, but their logs are there. */
function logOfNewest(symptoms, container, context) {
    const task = symptoms.findLast(({ taskIds }) => taskIds.length > 0)?.taskIds.at(-1);
    if (container === undefined || task === undefined)
        return undefined;
    return context.logOf?.(container, task);
}
/** What was seen, each kind once: tasks that failed in the same way differ only in ids and retry counts. */
function factsOf(symptoms) {
    const kinds = [...Map.groupBy(symptoms, (symptom) => `${symptom.place} ${(0,texts/* withoutIds */.Li)(symptom.fact)}`).values()];
    const facts = kinds.flatMap((kind) => (kind[0] === undefined ? [] : [factOf(kind[0], kind)]));
    const left = facts.length - factLimit;
    return left > 0 ? [...facts.slice(0, factLimit), `… and ${left} more`] : facts;
}
function factOf(first, kind) {
    const others = first.place === 'task' ? countOf(kind) - 1 : kind.length - 1;
    const more = others > 0 ? ` (and ${others} more like it)` : '';
    const heads = { task: `Task ${first.taskIds[0]}`, event: 'Event', deployment: 'Deployment' };
    return (0,texts/* shorten */.ml)(`${heads[first.place]}${more}: ${first.fact}`, 400);
}
function unknown(seen, evidence, context) {
    const symptoms = seen.flatMap((found) => found[0] ?? []);
    const facts = factsOf(symptoms);
    const newest = evidence.events.slice(-factLimit).map((event) => `Event: ${(0,texts/* shorten */.ml)(event.message)}`);
    return {
        cause: 'unknown',
        title: facts.length > 0 ? 'The deployment failed for a reason that this action does not know' : 'ECS gave no reason',
        explanation: facts.length > 0
            ? 'What ECS said is listed below, as it was.'
            : 'No task of this deployment was seen to stop, and no event of the service tells of a failure.',
        advice: [
            `See the newest events of the service:\n${eventsCommand(context)}`,
            ...(context.hasLoadBalancer
                ? [`Ask the load balancer about the health of the targets:\n${targetHealthCommand(context)}`]
                : []),
        ],
        heals: 'maybe',
        facts: facts.length > 0 ? facts : newest,
        count: symptoms.length,
    };
}


/***/ }),

/***/ 7883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ shortImage),
/* harmony export */   V: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8424);

const digestDigits = 12;
/** `repository:tag@sha256:0123456789ab`: an image as a title names it, without registry and with the start of its digest. */
function shortImage(reference) {
    const parsed = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(reference);
    if (!parsed.ok)
        return reference;
    const { name, repository, tag, digest } = parsed.value;
    // Nobody writes the `library/` of Docker Hub's own images.
    const shown = name.includes('/') ? repository : name;
    return `${shown}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${shortDigest(digest)}`}`;
}
/** `sha256:0123456789ab`: enough to tell digests apart. */
function shortDigest(digest) {
    return digest.slice(0, digest.indexOf(':') + 1 + digestDigits);
}


/***/ }),

/***/ 6957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ stoppedByScaling),
/* harmony export */   h: () => (/* binding */ symptomsOf)
/* harmony export */ });
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1397);

/**
 * What went wrong, one entry per thing seen. A stopped task gives several: its own reason and one per container; which of
 * them counts is decided by the table of causes. Healthy events and tasks stopped by scaling or by a newer deployment give none.
 */
function symptomsOf(evidence) {
    const reasons = [evidence.rolloutStateReason, evidence.statusReason].filter((reason) => reason !== undefined);
    return [
        ...evidence.stoppedTasks.filter((task) => !stoppedByScaling(task)).map(taskSymptoms),
        ...evidence.events.filter((event) => !isHealthy(event)).map((event) => [eventSymptom(event)]),
        ...reasons
            .filter((reason) => !/(?:in progress|completed)\.?$/i.test(reason))
            .map((reason) => [reasonSymptom(reason)]),
    ];
}
/** ECS stops tasks that are too many or that a newer deployment replaces with this reason (observed). */
function stoppedByScaling(task) {
    return /^Scaling activity initiated by/i.test((0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(task.stoppedReason ?? ''));
}
// DG service-event-messages-list, "service events": what a healthy deployment writes.
const healthyEvents = /^(?:has (?:started|stopped|begun)|(?:de)?registered \d|stopped \d+ pending|deployment completed|has reached a steady state|is (?:not )?AZ balanced|rolling back to deployment|\(?deployment .*\)? (?:in progress|completed))/i;
function isHealthy(event) {
    return healthyEvents.test((0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .eventBody */ .ro)(event.message));
}
function eventSymptom(event) {
    const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .eventBody */ .ro)(event.message);
    return { place: 'event', text, taskIds: (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .taskIdsIn */ .x_)(text), fact: (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(text) };
}
function reasonSymptom(reason) {
    const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(reason);
    return { place: 'deployment', text, taskIds: [], fact: (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(text) };
}
function taskSymptoms(task) {
    const shared = {
        place: 'task',
        taskIds: [task.id],
        ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    };
    const reason = (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(task.stoppedReason ?? '');
    const log = task.containers.find((container) => container.essential && container.log !== undefined)?.log;
    const own = {
        ...shared,
        text: reason,
        ...(log === undefined ? {} : { log }),
        fact: describeTask(task),
    };
    return [own, ...containersByBlame(task).map((container) => containerSymptom(container, task, shared))];
}
function containerSymptom(container, task, shared) {
    const formatError = container.lastLines?.find((line) => /exec format error/i.test(line));
    const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)([container.reason, formatError].filter((part) => part !== undefined).join(' '));
    const endedTheTask = container.essential && container.exitCode !== undefined && essentialExit(task);
    return {
        ...shared,
        text,
        container: container.name,
        ...(endedTheTask ? { exitCode: container.exitCode } : {}),
        ...(container.log === undefined ? {} : { log: container.log }),
        fact: describeTask(task),
    };
}
/** Only then does an exit code explain anything: a task stopped by ECS has exit codes too (137, 143, 0). */
function essentialExit(task) {
    return (task.stopCode === 'EssentialContainerExited' ||
        /^essential container in task exited/i.test(task.stoppedReason ?? ''));
}
/**
 * When one essential container ends, ECS stops the others: those show 143 (SIGTERM), 137 (SIGKILL after stopTimeout) or 0.
 * DescribeTasks does not say which ended first, so the one that cannot come from being stopped is looked at first.
 */
function containersByBlame(task) {
    const blame = (container) => {
        if (container.reason !== undefined)
            return 0;
        const order = [137, 0, 143].indexOf(container.exitCode ?? -1);
        return order === -1 ? 1 : order + 2;
    };
    return [...task.containers].sort((one, other) => blame(one) - blame(other));
}
function describeTask(task) {
    const containers = task.containers
        .filter((container) => container.exitCode !== undefined || container.reason !== undefined)
        .map((container) => {
        const exit = container.exitCode === undefined ? 'never ran' : `exit code ${container.exitCode}`;
        const reason = container.reason === undefined ? '' : `, ${(0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(container.reason), 200)}`;
        return `${container.name}: ${exit}${reason}`;
    });
    const head = (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(task.stoppedReason ?? 'no reason given');
    const repeated = task.containers.some((container) => (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(container.reason ?? '') === head);
    return [repeated ? undefined : (0,_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(head), ...containers].filter((part) => part !== undefined).join('; ');
}


/***/ })

};
