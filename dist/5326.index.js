export const id = 5326;
export const ids = [5326,5249];
export const modules = {

/***/ 9947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ eventsCommand),
/* harmony export */   Oe: () => (/* binding */ buildCommand),
/* harmony export */   Pw: () => (/* binding */ targetHealthCommand),
/* harmony export */   Qv: () => (/* binding */ describeServiceCommand),
/* harmony export */   Rg: () => (/* binding */ inspectImageCommand),
/* harmony export */   bg: () => (/* binding */ awsCommand),
/* harmony export */   e7: () => (/* binding */ describeImageCommand),
/* harmony export */   eZ: () => (/* binding */ networkCommand),
/* harmony export */   o7: () => (/* binding */ tailLogCommand),
/* harmony export */   sy: () => (/* binding */ ecrImage)
/* harmony export */ });
/* unused harmony export shellWord */
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function awsCommand(region, ...words) {
    return ['aws', ...words, '--region', region].map(shellWord).join(' ');
}
const ecrReference = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+\/([a-z0-9._/-]+)(?::([\w.-]+))?(?:@(sha256:[0-9a-f]+))?$/;
function ecrImage(reference) {
    const match = ecrReference.exec(reference);
    const [, registryId, region, repository, tag, digest] = match ?? [];
    if (registryId === undefined || region === undefined || repository === undefined)
        return undefined;
    return { registryId, region, repository, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}
function describeImageCommand(image) {
    const id = image.digest ? `imageDigest=${image.digest}` : `imageTag=${image.tag ?? 'latest'}`;
    return awsCommand(image.region, ...['ecr', 'describe-images', '--registry-id', image.registryId], ...['--repository-name', image.repository, '--image-ids', id]);
}
function buildCommand(reference, platform) {
    const [name = 'IMAGE', digest] = reference?.split('@') ?? [];
    const hasTag = /:[^/]+$/.test(name);
    const tag = digest !== undefined && !hasTag ? `${name}:TAG` : name;
    return ['docker', 'buildx', 'build', '--platform', platform, '--tag', tag, '--push', '.'].map(shellWord).join(' ');
}
function inspectImageCommand(reference) {
    return `docker buildx imagetools inspect ${shellWord(reference)}`;
}
function tailLogCommand(log) {
    return awsCommand(log.region, 'logs', 'tail', log.group, '--log-stream-names', log.stream, '--since', '2h');
}
function networkCommand(place) {
    return describeServiceCommand(place, 'services[0].networkConfiguration');
}
function eventsCommand(place) {
    return describeServiceCommand(place, 'services[0].events[:20].[createdAt,message]');
}
function targetHealthCommand(place) {
    return awsCommand(place.region, 'elbv2', 'describe-target-health', '--target-group-arn', 'TARGET_GROUP_ARN');
}
function describeServiceCommand(place, query) {
    return awsCommand(place.region, ...['ecs', 'describe-services', '--cluster', place.cluster, '--services', place.service, '--query', query]);
}


/***/ }),

/***/ 8966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ theContainer),
/* harmony export */   W3: () => (/* binding */ weights),
/* harmony export */   cK: () => (/* binding */ matches)
/* harmony export */ });
const weights = ['cause', 'effect', 'echo', 'circumstance'];
const spokenByEcs = ['task', 'event', 'deployment'];
function matches(pattern, symptom) {
    const { exitCodes, stopCodes, reach } = pattern;
    const places = pattern.place === undefined ? spokenByEcs : [pattern.place];
    if (!places.includes(symptom.place))
        return false;
    if (reach !== undefined && (symptom.reach === undefined || !reach.includes(symptom.reach)))
        return false;
    if (stopCodes !== undefined && !stopCodes.includes(symptom.stopCode ?? ''))
        return false;
    if (exitCodes !== undefined) {
        if (symptom.exitCode === undefined)
            return false;
        if (exitCodes !== 'any' && !exitCodes.includes(symptom.exitCode))
            return false;
    }
    const { text, and, not, test } = pattern;
    const saysSo = (text?.test(symptom.text) ?? true) && (and?.test(symptom.text) ?? true);
    return saysSo && !(not?.test(symptom.text) ?? false) && (test?.(symptom) ?? true);
}
function theContainer(found) {
    return found.container === undefined ? 'A container' : `Container "${found.container}"`;
}


/***/ }),

/***/ 5326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ causeOf),
  p: () => (/* binding */ causes)
});

// EXTERNAL MODULE: ./lib/diagnosis/cause.js
var diagnosis_cause = __webpack_require__(8966);
// EXTERNAL MODULE: ./lib/diagnosis/aws-commands.js
var aws_commands = __webpack_require__(9947);
;// CONCATENATED MODULE: ./lib/diagnosis/iam.js
function allowStatement(action, resource, condition) {
    const statement = {
        Effect: 'Allow',
        Action: action,
        Resource: resource ?? 'RESOURCE_ARN',
        ...(condition === undefined ? {} : { Condition: condition }),
    };
    return JSON.stringify(statement, undefined, 2);
}
function refusalIn(text) {
    const principal = /\bUser: (arn:[^\s"]+)/i.exec(text)?.[1];
    const action = /not authorized to perform:?\s+([\w-]+:[\w*]+)/i.exec(text)?.[1];
    const resource = /\bon resource:? "?([^\s"',]+[^\s"',.])/i.exec(text)?.[1];
    return {
        ...(principal === undefined ? {} : { principal }),
        ...(action === undefined ? {} : { action }),
        ...(resource === undefined ? {} : { resource }),
        forbidden: /explicit deny|service control policy|permissions boundary/i.test(text),
    };
}
function roleNameIn(principal) {
    return /:(?:assumed-role|role|user)\/([^/\s]+)/.exec(principal ?? '')?.[1];
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/api.js


const apiCauses = [
    {
        id: 'pass-role-denied',
        name: 'This job may not pass a role',
        weight: 'cause',
        patterns: answered(/not authorized to perform:? iam:PassRole/i),
        example: 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/web-task because no identity-based policy allows the iam:PassRole action',
        title: (found) => `The role of this job may not give the role ${refusalIn(found.text).resource?.replace(/^.*:role\//, '') ?? 'of the task'} to ECS`,
        explanation: 'A task definition names a task role and an execution role. Whoever registers it must be allowed to pass both to ECS.',
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
        example: 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:eu-west-1:111122223333:service/production/web',
        title: (found) => `The role of this job may not call ${refusalIn(found.text).action ?? 'what it needs'}`,
        explanation: 'The credentials are valid; the role that this job assumes lacks the permission.',
        advice: (found) => {
            const { action, resource, forbidden } = refusalIn(found.text);
            return [
                ...(forbidden
                    ? [
                        'A statement with Deny, a permissions boundary or a policy of the organisation forbids it: allowing it in the role does not help.',
                    ]
                    : [
                        `Add to the policy of the role that this job assumes${caller(found)}:\n${allowStatement(action ?? 'SERVICE:ACTION', resource)}`,
                    ]),
                'docs/permissions.md has the whole policy.',
            ];
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
        patterns: answered(/UnrecognizedClientException|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignatureException|security token included in the request is invalid/i),
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
        patterns: answered(/Throttl|TooManyRequests|RequestLimitExceeded|Rate exceeded|SlowDown|Too many concurrent attempts/i),
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
            `List the clusters that are there:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'list-clusters')}`,
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
            `List the services that are there:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'list-services', '--cluster', context.cluster)}`,
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
        patterns: answered(/must also specify a value for 'executionRoleArn'|requires task definition to have execution role/i),
        example: "ClientException: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
        title: () => 'The task definition needs an execution role',
        explanation: 'ECS reads secrets, pulls from ECR and writes logs with the execution role; the task definition has none.',
        advice: () => ['Set executionRoleArn in the task definition, or the input execution-role-arn.'],
        heals: 'never',
    },
    {
        id: 'task-size-invalid',
        name: 'Task size does not exist on Fargate',
        weight: 'cause',
        patterns: answered(/No Fargate configuration exists for given values|Invalid '?(?:cpu|memory)'? setting|Invalid CPU or memory/i),
        example: 'ClientException: No Fargate configuration exists for given values.',
        title: () => 'Fargate has no task of this size',
        explanation: 'cpu and memory of a task go together in fixed pairs: 256 with 512 to 2048, 512 with 1024 to 4096, 1024 with 2048 to 8192, and so on.',
        advice: () => [
            'Choose a pair that exists: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
        ],
        heals: 'never',
    },
    {
        id: 'network-invalid',
        name: 'Subnet or security group does not exist',
        weight: 'cause',
        patterns: answered(/(?:subnet|security group|securityGroup)[^\n]*(?:does not exist|not found|invalid)|InvalidSubnet|InvalidGroup/i),
        example: "InvalidParameterException: The subnet ID 'subnet-0123456789abcdef0' does not exist",
        title: (found) => `${/(subnet|sg)-[0-9a-f]+/.exec(found.text)?.[0] ?? 'A subnet or security group of the service'} does not exist`,
        explanation: 'The network configuration names something that is not there in this account and Region.',
        advice: (_found, context) => [
            `See what the service has now:\n${(0,aws_commands/* describeServiceCommand */.Qv)(context, 'services[0].networkConfiguration')}`,
        ],
        heals: 'never',
    },
    {
        id: 'api-unreachable',
        name: 'AWS cannot be reached',
        weight: 'cause',
        patterns: answered(/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|no answer within the time limit|TimeoutError|AbortError/i),
        example: 'Error: getaddrinfo ENOTFOUND ecs.eu-west-1.amazonaws.com',
        title: (_found, context) => `This runner does not reach AWS in ${context.region}`,
        explanation: 'No connection to AWS was made, or its answer was lost.',
        advice: () => [
            'On a self-hosted runner: check proxy and firewall for ecs.REGION.amazonaws.com. Otherwise run the job again.',
        ],
        heals: 'maybe',
    },
];
function answered(...texts) {
    return texts.map((text) => ({ place: 'api', text }));
}
function caller({ text }) {
    const role = roleNameIn(refusalIn(text).principal);
    return role === undefined ? '' : ` (${role})`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/log-patterns.js

function inLog(...texts) {
    return texts.map((text) => (text instanceof RegExp ? { place: 'log', text } : { ...text, place: 'log' }));
}
function logAdvice(found) {
    if (found.log === undefined)
        return ['Read what the container wrote: its log driver says where that is.'];
    return [`Read what the container wrote:\n${(0,aws_commands/* tailLogCommand */.o7)(found.log)}`];
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/container.js


const containerCauses = [
    {
        id: 'out-of-memory',
        name: 'Out of memory',
        weight: 'cause',
        patterns: [{ text: /OutOfMemory|killed due to memory usage|OOM-killed/i }],
        example: 'OutOfMemoryError: Container killed due to memory usage',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} needs more memory than it has`,
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
            { text: /executable file not found|exec:? .*no such file or dir/i },
            ...inLog(/^(?:exec \S+|\S*exec user process caused:? "?(?:exec:)?.*): ?"?no such file or directory|executable file not found/im, {
                text: /: (?:command )?not found$/im,
                test: ({ lastLine = '' }) => /(?:sh|bash|env):? |line \d+/.test(lastLine),
            }),
            { exitCodes: [127] },
        ],
        example: 'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "gunicorn": executable file not found in $PATH: unknown',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} cannot find its command`,
        explanation: 'The command or entry point of the container names a program that is not in the image, or not on its PATH.',
        advice: (found) => [
            'Compare command and entryPoint in the task definition with the image (a whole command line in one string is taken as one program name).',
            'A script that is there gives the same error if its first line names an interpreter that is not (#!/bin/bash on Alpine), or ends as on Windows (CRLF).',
            ...logAdvice(found),
        ],
        heals: 'never',
    },
    {
        id: 'command-not-executable',
        name: 'Command cannot be executed',
        weight: 'cause',
        patterns: [
            { text: /exec:? .*permission denied/i },
            ...inLog(/^exec \S+: permission denied|exec user process caused:? "?permission denied/im),
            { exitCodes: [126] },
        ],
        example: 'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "/app/start.sh": permission denied: unknown',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} may not execute its command`,
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
                not: /port is already allocated|address already in use/i,
            },
        ],
        example: 'CannotStartContainerError: failed to get container status',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} cannot be started`,
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
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} fails its container health check`,
        explanation: 'The health check command in the task definition failed as often as its retries allow, so ECS stopped the task.',
        advice: (found, context) => [
            ...(found.log === undefined ? [] : logAdvice(found)),
            'Check that the command of healthCheck works inside the image (curl or wget must be in it) and asks the right port.',
            `If the program needs longer to start, raise startPeriod (up to 300 seconds).${healthCheckTimes(found, context)}`,
            ...(found.log === undefined ? logAdvice(found) : []),
        ],
        heals: 'maybe',
    },
];
const exitCauses = [
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
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} ${texts.fact.replace('CODE', String(found.exitCode))}`,
        explanation: texts.explanation,
        advice: (found) => [...logAdvice(found), ...texts.steps],
        heals: 'maybe',
    };
}
function healthCheckTimes(found, context) {
    const times = found.container === undefined ? undefined : context.containerHealthCheckOf(found.container);
    if (times === undefined)
        return '';
    const { interval = 30, retries = 3, startPeriod = 0 } = times;
    return ` As it is set, the container has about ${startPeriod + interval * retries} seconds to become healthy (startPeriod ${startPeriod} + interval ${interval} × retries ${retries}).`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/deployment.js

const deploymentCauses = [
    {
        id: 'alarm',
        name: 'CloudWatch alarm',
        weight: 'effect',
        patterns: [
            { text: /alarms? detected|deployment failed: .*alarm|\balarms?\b/i, place: 'event' },
            { text: /\balarms?\b/i, place: 'deployment' },
            { place: 'alarm' },
        ],
        example: '(deployment ecs-svc/0123) deployment failed: alarm detected.',
        title: (found) => `${alarmsIn(found)} went off during the deployment`,
        explanation: 'The service watches alarms while it deploys (deploymentConfiguration.alarms), and one went into ALARM.',
        advice: (_found, context) => [
            `Find the alarm that went off:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'cloudwatch', 'describe-alarm-history', '--history-item-type', 'StateUpdate', '--max-items', '20')}`,
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
        advice: (_found, context) => [`See the newest events:\n${(0,aws_commands/* eventsCommand */.Lt)(context)}`],
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
            `List the stopped tasks that ECS still knows:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'list-tasks', '--cluster', context.cluster, '--service-name', context.service, '--desired-status', 'STOPPED')}`,
            `See the newest events:\n${(0,aws_commands/* eventsCommand */.Lt)(context)}`,
        ],
        heals: 'maybe',
    },
];
function alarmsIn({ text }) {
    const names = [...new Set([...text.matchAll(/^alarm "([^"]+)"/gm)].map(([, name]) => name))];
    if (names.length === 0)
        return 'A CloudWatch alarm of the service';
    return names.length === 1 ? `The alarm ${names[0]}` : `The alarms ${names.join(', ')}`;
}

// EXTERNAL MODULE: ./lib/diagnosis/short-image.js
var short_image = __webpack_require__(7883);
// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/image.js





const imageCauses = [
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
        example: "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
        title: (found, context) => `${theImage(found)} has no variant for ${wantedPlatform(found, context)}`,
        explanation: 'The image was built for another processor than the one the task runs on. An image built on a Mac with Apple silicon is an ARM image unless the build says otherwise.',
        advice: (found, context) => [
            `Build for the platform of the task and push again:\n${(0,aws_commands/* buildCommand */.Oe)(found.image, wantedPlatform(found, context, 'linux/amd64'))}`,
            `Look at the platforms that the image has:\n${(0,aws_commands/* inspectImageCommand */.Rg)(found.image ?? 'IMAGE')}`,
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
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} cannot run its program: it was built for another processor`,
        explanation: 'The container started, but the processor does not understand the program. Usually the image was built for ARM and the task runs on x86, or the other way round; a start script without a first line such as #!/bin/sh gives the same error.',
        advice: (found, context) => [
            `Build for the platform of the task and push again:\n${(0,aws_commands/* buildCommand */.Oe)(found.image, context.platform ?? 'linux/amd64')}`,
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
                text: /pull access denied|no pull access|insufficient_scope|authorization failed|no basic auth credentials|authentication required|authorization token|denied: |permissions to pull|unauthorized|\b401\b|403 forbidden|status: 403/i,
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
        example: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2: not found',
        title: (found) => `${theImage(found)} does not exist in its registry`,
        explanation: 'The registry has no image with this name and tag or digest: it was never pushed, was pushed elsewhere, or a lifecycle rule has removed it.',
        advice: (found) => {
            const ecr = found.image === undefined ? undefined : (0,aws_commands/* ecrImage */.sy)(found.image);
            return [
                ecr
                    ? `Ask ECR whether it has the image:\n${(0,aws_commands/* describeImageCommand */.e7)(ecr)}`
                    : `Ask the registry whether it has the image:\n${(0,aws_commands/* inspectImageCommand */.Rg)(found.image ?? 'IMAGE')}`,
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
                text: /i\/o timeout|connection issue|send request failed|no such host|request cancell?ed|cancell?ed|deadline exceeded|connection (?:refused|reset|timed out)|handshake timeout|client\.timeout|no route to host|network is unreachable|dial tcp/i,
                and: /cannotpull|registry auth|pull image|resolve ref|api\.ecr|from amazon ecr|from the amazon ecr/i,
            },
            { text: /registry auth(?:entication)? from amazon ecr|pull '[^']*' from the amazon ecr/i },
        ],
        example: 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration.',
        title: (found) => `The task cannot reach the registry${found.image === undefined ? '' : ` of ${theImage(found, 'image')}`}`,
        explanation: 'The network of the task has no way to the registry. Tasks in a public subnet need a public IP address; tasks in a private subnet need a NAT gateway or, for ECR, VPC endpoints.',
        advice: (_found, context) => [
            `Look at the subnets, security groups and assignPublicIp of the service:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
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
            `Check that the image exists and can be read:\n${(0,aws_commands/* inspectImageCommand */.Rg)(found.image ?? 'IMAGE')}`,
            `Check the way from the task to the registry:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
        ],
        heals: 'maybe',
        doubt: ({ text }) => [...limited(text), ...cutOff(text)],
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
    return found.image !== undefined && (0,aws_commands/* ecrImage */.sy)(found.image) !== undefined;
}
function limited(text) {
    return /unexpected status code/.test(text) && /docker\.io/.test(text) ? ['pull-rate-limit'] : [];
}
function cutOff(text) {
    const isCut = /(?:time\(s\):?|resolve ref(?: \S+)?:?)\s*$/m.test(text);
    return isCut ? ['image-not-found', 'registry-denied', 'registry-unreachable'] : [];
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/load-balancer.js



const unhealthy = /failed elb health checks|is (?:un|not )healthy in \(?(?:target-group|elb)/i;
const loadBalancerCauses = [
    {
        id: 'load-balancer-timeout',
        name: 'Load balancer health check times out',
        weight: 'effect',
        patterns: [
            { text: /request timed out/i, and: unhealthy },
            { place: 'target', text: /Target\.Timeout/ },
        ],
        example: '(service app) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef) due to (reason Request timed out).',
        title: (found) => `The load balancer’s health check times out${where(found)}`,
        explanation: 'The load balancer got no answer within the timeout of its check. Either nothing lets it through (the security group of the tasks), or the program takes too long or has stopped answering.',
        advice: (found, context) => [
            `The security group of the tasks must allow the load balancer in. See which groups they have:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
            `Compare port, path and timeout of the check with the program:\n${targetGroupCommand(found, context)}`,
            'The program must listen on 0.0.0.0, not on 127.0.0.1. If it needs longer to start, raise health-check-grace-period-seconds of the service.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
        doubt: () => ['security-group', 'bound-to-loopback'],
    },
    {
        id: 'load-balancer-no-answer',
        name: 'Nothing answers the load balancer',
        weight: 'effect',
        patterns: [
            { text: /reason Health checks failed\)/i, and: unhealthy },
            { place: 'target', text: /Target\.FailedHealthChecks/ },
        ],
        example: '(service app) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef) due to (reason Health checks failed).',
        title: (found) => `Nothing answers the load balancer’s health check${where(found)}`,
        explanation: 'The connection was refused or broken off: no program listens on this port of the task, or it speaks another protocol (HTTPS where HTTP is asked).',
        advice: (found, context) => [
            'The program must listen on the port that containerPort names, and on 0.0.0.0, not on 127.0.0.1.',
            `Compare port and protocol of the check with the program:\n${targetGroupCommand(found, context)}`,
            ...logAdvice(found),
        ],
        heals: 'maybe',
        doubt: () => ['port-mismatch', 'bound-to-loopback'],
    },
    {
        id: 'load-balancer-health-check',
        name: 'Load balancer health check fails',
        weight: 'effect',
        patterns: [
            { text: unhealthy, not: /NOT FOUND/ },
            { place: 'target', text: /Target\.ResponseCodeMismatch/ },
        ],
        example: '(service app) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef) due to (reason Health checks failed with these codes: [503]).',
        title: (found) => `The load balancer’s health check ${result(found)}`,
        explanation: 'The task runs, but the load balancer gets no healthy answer from it, so ECS stopped the task.',
        advice: (found, context) => [
            `Compare path, port and expected codes of the check with what the program answers:\n${targetGroupCommand(found, context)}`,
            ...codeAdvice(found),
            'If the program needs longer to start, raise health-check-grace-period-seconds of the service.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
];
function where(found) {
    const port = (0,texts/* portIn */.Ju)(found.text);
    return port === undefined ? '' : ` on port ${port}`;
}
function result(found) {
    const codes = [...new Set((0,texts/* healthCodesIn */.ag)(found.text))];
    if (codes.length > 0)
        return `gets ${codes.join(', ')}${where(found)}`;
    if (/request timed out/i.test(found.text))
        return `times out${where(found)}`;
    return `fails${where(found)}`;
}
function codeAdvice(found) {
    const codes = (0,texts/* healthCodesIn */.ag)(found.text);
    const is = (pattern) => codes.some((code) => pattern.test(code));
    return [
        ...(is(/^30\d$/) ? ['A redirect (301, 302): check a path that answers 200, or expect 200-399.'] : []),
        ...(is(/^40[013]$/)
            ? ['400 and 403 often come from a check of the Host header (ALLOWED_HOSTS): the load balancer asks by address.']
            : []),
        ...(is(/^404$/) ? ['404: the path of the check does not exist in this version.'] : []),
        ...(is(/^5\d\d$/) ? ['5xx: the program runs and fails inside; its log says why.'] : []),
    ];
}
function targetGroupCommand(found, context) {
    const arn = (0,texts/* arnIn */.Lo)(found.text, 'elasticloadbalancing');
    if (arn === undefined)
        return (0,aws_commands/* describeServiceCommand */.Qv)(context, 'services[0].loadBalancers');
    return (0,aws_commands/* awsCommand */.bg)(context.region, 'elbv2', 'describe-target-groups', '--target-group-arns', arn);
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/log-database.js



const ports = '(?:5432|5433|6432|3306|6379|6380|27017|1433|1521|5439|9200|9042|11211)';
const words = /postgres|mysql|mariadb|psycopg|sequelize|prisma|typeorm|hikari|jdbc|database|mongo|redis|knex|\bpg[-_ ]|npgsql|asyncpg|sqlalchemy|rds\.amazonaws/i;
const databaseCauses = [
    {
        id: 'database-authentication',
        name: 'Database refuses the login',
        weight: 'cause',
        patterns: inLog(/(?:password|PAM|SASL|Ident|Peer|GSSAPI|LDAP|certificate) authentication failed/i, /role "[^"]*" does not exist/i, /access denied for user|ER_ACCESS_DENIED|Login failed for user|ORA-01017/i, /WRONGPASS|NOAUTH Authentication required|invalid username-password pair/, /P1000: Authentication failed|MongoServerError: (?:bad auth|Authentication failed)/i),
        example: 'psycopg2.OperationalError: FATAL:  password authentication failed for user "app"',
        title: (found) => `The database refuses the login of ${theContainerInside(found)}`,
        explanation: 'The database was reached, and it does not accept the user or the password. The connection string of the container is out of date, or the password was changed (rotated) without the task being replaced: a task reads its secrets once, when it starts.',
        advice: (found, context) => [
            `See when the secret that holds the connection was changed last (this does not show its value):\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'secretsmanager', 'describe-secret', '--secret-id', 'SECRET_ARN', '--query', '[Name,LastChangedDate]')}`,
            'Compare user and password with those of the database; characters such as @ : / # in a password must be percent-encoded in a URL.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'database-missing',
        name: 'Database does not exist',
        weight: 'cause',
        patterns: inLog(/database "[^"]*" does not exist|Unknown database|Cannot open database|P1003\b/i),
        example: 'FATAL:  database "zapier_triggers" does not exist',
        title: (found) => `The database ${quoted(/database "?'?([^"'\s]+)"?'? does not exist/i, found)}does not exist`,
        explanation: 'The database server was reached and has no database of this name: creating an RDS instance creates one only if a name was given then.',
        advice: (found) => [
            `Create it once, from a machine that reaches the server:\npsql -h DATABASE_HOST -U USER -d postgres -c 'CREATE DATABASE ${log_database_name(/database "?'?([^"'\s]+)"?'? does not exist/i, found) ?? 'NAME'};'`,
            'Or correct the name at the end of the connection string.',
        ],
        heals: 'maybe',
    },
    {
        id: 'database-encryption',
        name: 'Database wants an encrypted connection',
        weight: 'cause',
        patterns: inLog(/no pg_hba\.conf entry/i, /require_secure_transport|SSL\/TLS required|server requires encryption|Connections using insecure transport are prohibited/i),
        example: 'FATAL: no pg_hba.conf entry for host "10.0.1.23", user "app", database "app", no encryption',
        title: (found) => `The database takes no unencrypted connection from ${theContainerInside(found)}`,
        explanation: 'RDS for PostgreSQL 15 and newer and Aurora refuse connections without TLS (parameter rds.force_ssl). With encryption already on, the same text means that this user, database or address is not allowed.',
        advice: () => [
            'Ask for encryption in the connection string: ?sslmode=require (PostgreSQL), ssl-mode=REQUIRED (MySQL); in node-postgres also ssl: { ca }.',
            'To verify the server, put the RDS certificate bundle (truststore.pki.rds.amazonaws.com) into the image.',
        ],
        heals: 'maybe',
    },
    {
        id: 'database-schema',
        name: 'Database lacks a table or column',
        weight: 'cause',
        patterns: inLog(/relation "[^"]*" does not exist|column "?[\w."]*"? (?:of relation "[^"]*" )?does not exist|UndefinedTable|UndefinedColumn/i, /Table '[^']*' doesn't exist|no such table|Unknown column|P2021\b|P2022\b/i),
        example: 'psycopg2.errors.UndefinedTable: relation "users" does not exist',
        title: (found) => `The database lacks something that ${theContainerInside(found)} needs`,
        explanation: 'The new version expects a table or column that is not there: its migration has not run, or ran against another database.',
        advice: (found) => [
            'Run the migration before the deployment, and let it be backward compatible: old and new tasks run side by side.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'database-refused',
        name: 'Database refuses the connection',
        weight: 'cause',
        patterns: inLog(new RegExp(`ECONNREFUSED[^\\n]*:${ports}\\b`), new RegExp(`ECONNREFUSED[\\s\\S]{0,400}?port["']?: *${ports}\\b`), new RegExp(`(?:dial tcp|connect(?:ion)? to|connecting to)[^\\n]*[:, (]${ports}\\b[^\\n]*refused`, 'i'), /is blocked because of many connection errors|Too many connections|remaining connection slots are reserved|too many clients already/i, {
            text: /ECONNREFUSED|connection refused|could not connect to server|Can't connect to (?:local )?MySQL server|Error 111 connecting/i,
            and: words,
            not: /timed? ?out|ETIMEDOUT/i,
        }),
        example: 'Error: connect ECONNREFUSED 127.0.0.1:5432',
        title: (found) => `Nothing answers at the address of the database${addressOf(found)}`,
        explanation: 'The connection was refused: no server listens at this address and port, or it takes no more connections (during a deployment old and new tasks hold theirs together). 127.0.0.1 and localhost mean the container itself, where no database runs.',
        advice: (found) => [
            ...(/127\.0\.0\.1|localhost|::1/.test(found.text)
                ? [
                    'The address is that of the container itself: set the host of the database in the environment or secret that holds it. It is probably not set, and the program uses its default.',
                ]
                : []),
            'Check host and port of the connection string, and that the database is "available".',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'database-timeout',
        name: 'Database does not answer',
        weight: 'cause',
        patterns: inLog(new RegExp(`ETIMEDOUT[^\\n]*:${ports}\\b`), new RegExp(`ETIMEDOUT[\\s\\S]{0,400}?port["']?: *${ports}\\b`), new RegExp(`(?:dial tcp|connect(?:ion)? to|connecting to)[^\\n]*[:, (]${ports}\\b[^\\n]*(?:timed out|timeout)`, 'i'), /timeout expired[\s\S]{0,80}Is the server running|P1001\b|Can't reach database server/i, /SequelizeConnectionAcquireTimeoutError|Connection terminated due to connection timeout|ServerSelectionTimeoutError|MongoServerSelectionError|HikariPool[^\n]*Connection is not available/i, { text: /ETIMEDOUT|connection (?:attempt )?timed out|connect(?:ion)? timeout|i\/o timeout/i, and: words }),
        example: 'Error: connect ETIMEDOUT 10.0.0.109:5432',
        title: (found) => `The database does not answer${addressOf(found)}`,
        explanation: 'The connection timed out: a security group or the network drops it on the way. The security group of the database must allow the port from the security group of the tasks; a database in another VPC or a private one without route cannot be reached.',
        advice: (found, context) => [
            `Let the tasks in (the groups are for you to fill in):\n${openPort(context, port(found), 'DATABASE_SECURITY_GROUP', '--source-group', 'TASK_SECURITY_GROUP')}`,
            `Check that the database is available, and which security groups and subnets it has:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'rds', 'describe-db-instances', '--query', 'DBInstances[].[DBInstanceIdentifier,DBInstanceStatus,Endpoint.Address,VpcSecurityGroups[].VpcSecurityGroupId]')}`,
            'To try it from inside a task: aws ecs execute-command (enable-execute-command), then nc -zv HOST PORT.',
        ],
        heals: 'maybe',
    },
];
function openPort(context, portNumber, group, ...source) {
    const words_ = ['ec2', 'authorize-security-group-ingress', '--group-id', group, '--protocol', 'tcp'];
    return (0,aws_commands/* awsCommand */.bg)(context.region, ...words_, '--port', portNumber, ...source);
}
function theContainerInside(found) {
    return (0,diagnosis_cause/* theContainer */.D6)(found).replace(/^C/, 'c').replace(/^A /, 'a ');
}
function addressOf({ text }) {
    const address = /(?:ECONNREFUSED|ETIMEDOUT|dial tcp|connection to server at|connect to) "?([\w.:[\]-]+:\d{2,5})/i.exec(text)?.[1] ??
        /address["']?: *["']([^"']+)["']/.exec(text)?.[1];
    return address === undefined ? '' : ` (${address})`;
}
function port({ text }) {
    return new RegExp(`[:" ](${ports})\\b`).exec(text)?.[1] ?? '5432';
}
function log_database_name(pattern, { text }) {
    const found = pattern.exec(text)?.[1];
    return found === undefined || found.includes('*') ? undefined : found;
}
function quoted(pattern, found) {
    const found_ = log_database_name(pattern, found);
    return found_ === undefined ? '' : `"${found_}" `;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/log-program.js




const programCauses = [
    {
        id: 'port-in-use',
        name: 'Port is taken',
        weight: 'cause',
        patterns: [
            { text: /CannotStartContainer[^\n]*(?:port is already allocated|address already in use)/i },
            ...inLog(/EADDRINUSE|address already in use|port \d+ (?:is|was) already in use|already in use: .*port/i),
        ],
        example: 'Error: listen EADDRINUSE: address already in use :::3000',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} cannot open its port${portOf(found)}: it is taken`,
        explanation: 'Containers of one task share their network (awsvpc), so two of them, or two processes of one, cannot listen on the same port. With the network mode host, and with a fixed host port, so do all tasks of an instance.',
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
        patterns: inLog(/listen EACCES|bind\(\) to \S+ failed \(13: Permission denied\)|bind: permission denied|PermissionError[^\n]*(?:bind|port)/i),
        example: 'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} may not open its port${portOf(found)}`,
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
        patterns: inLog(/Cannot find (?:module|package) |MODULE_NOT_FOUND/, /ModuleNotFoundError|No module named|ImportError: cannot import name|Could not import module/, /ClassNotFoundException|NoClassDefFoundError|Could not find or load main class|Unable to access jarfile/, /cannot load such file|error while loading shared libraries|can't open file '[^']*': \[Errno 2\]|Could not open input file|Could not find file .*\.dll/i),
        example: "Error: Cannot find module '/app/dist/main.js'",
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} lacks ${missingModule(found)}`,
        explanation: 'The image was built without something that the program loads: the build step did not run or its result was not copied, a dependency is only among those for development, or the command names a path that is not there.',
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
        patterns: inLog(/JavaScript heap out of memory|java\.lang\.OutOfMemoryError|Allowed memory size of \d+ bytes exhausted/, /^\s*MemoryError\b|runtime: out of memory|std::bad_alloc|Cannot allocate memory|ENOMEM|OutOfMemoryException/m, /was sent SIGKILL! Perhaps out of memory/i),
        example: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} ran out of the memory that its runtime may use`,
        explanation: 'The runtime has a limit of its own below the memory of the container; Node.js and Java choose it from the memory that they see when they start.',
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
        patterns: inLog(/KeyError: '[A-Z][A-Z0-9_]+'/, /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b["'`]?(?: environment variable| env(?:ironment)? var\w*)? (?:is |was |are |must be |has to be )?(?:not (?:be )?(?:set|defined|provided|found|configured|empty)|undefined|unset|missing|required|a required|empty)/, /\b(?:missing|required|unset|undefined|invalid)\b[^\n]{0,40}\benv(?:ironment)?(?: variables?| vars?)\b/i, /\benv(?:ironment)?(?: variables?| vars?)\b[^\n]{0,60}\b(?:not (?:set|defined|found|provided)|missing|required|unset|undefined|must be set)/i, /set the ["'`]?[A-Z][A-Z0-9_]+["'`]? environment variable/i, /\b[A-Z][A-Z0-9_]+: (?:unbound variable|parameter (?:null or )?not set)/, /Could not resolve placeholder '[^']+'|SECRET_KEY setting must not be empty|pydantic[\s\S]{0,200}Field required/i),
        example: "KeyError: 'DATABASE_URL'",
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} lacks the environment variable ${variableIn(found) ?? 'that its log names'}`,
        explanation: 'The program looks for a variable at its start that the task definition does not give it, neither in environment nor in secrets, or that is empty.',
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
        patterns: inLog(/NoSuchBucket|The specified bucket does not exist/, /PermanentRedirect|must be addressed using the specified endpoint|AuthorizationHeaderMalformed[^\n]*expecting/),
        example: 'NoSuchBucket: The specified bucket does not exist',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} cannot find its bucket`,
        explanation: 'There is no bucket of this name (upper and lower case count), or it is in another Region than the program asks.',
        advice: (_found, context) => [
            `See in which Region the bucket is, and whether it is there:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 's3api', 'get-bucket-location', '--bucket', 'BUCKET')}`,
            'Set the Region of the bucket in the environment of the container (AWS_REGION is set by ECS to that of the task).',
        ],
        heals: 'maybe',
    },
    {
        id: 'task-role-missing',
        name: 'Task has no role',
        weight: 'cause',
        patterns: inLog(/Unable to locate credentials|NoCredentialsError|NoCredentialProviders|CredentialsProviderError|Could not load credentials from any providers|Unable to load (?:AWS )?credentials|failed to refresh cached credentials|no EC2 IMDS role found/i),
        example: 'botocore.exceptions.NoCredentialsError: Unable to locate credentials',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} has no AWS credentials`,
        explanation: 'The program calls AWS, and its task has no task role. The execution role is for ECS and is not given to the program.',
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
        example: 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/app-task/0123456789abcdef0123456789abcdef is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/users',
        title: (found) => {
            const { action, principal } = refusalIn(found.text);
            return `The role of the task${named(roleNameIn(principal))} may not ${action === undefined ? 'do what the program asks of AWS' : `call ${action}`}`;
        },
        explanation: 'The program calls AWS with the task role (taskRoleArn), not with the execution role, and that role lacks a permission; for S3, SQS, KMS and the like the policy of the resource counts too.',
        advice: (found, context) => {
            const { action, resource, principal, forbidden } = refusalIn(found.text);
            const role = roleNameIn(principal) ?? 'TASK_ROLE';
            return [
                ...(forbidden
                    ? ['A statement with Deny or a policy of the organisation forbids it: allowing it in the role does not help.']
                    : [`Add to the policy of the task role:\n${allowStatement(action ?? 'SERVICE:ACTION', resource)}`]),
                `See what the role may do:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'iam', 'list-attached-role-policies', '--role-name', role)}`,
                'A name in the ARN that looks like i-0123… is the role of the instance: the task has no role of its own.',
            ];
        },
        heals: 'maybe',
    },
    {
        id: 'host-not-found',
        name: 'Host name does not resolve',
        weight: 'cause',
        patterns: inLog(/getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|could not translate host name|Name or service not known|Temporary failure in name resolution/i, /no such host|UnknownHostException|nodename nor servname|nxdomain|Name does not resolve|host not found in upstream|Name resolution failure/i),
        example: 'Error: getaddrinfo ENOTFOUND db.internal',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} cannot find the host ${hostIn(found) ?? 'that it connects to'}`,
        explanation: 'The name is wrong or does not exist in the network of the task. Names from docker-compose ("db", "redis") do not exist on ECS; private names need Service Connect, Cloud Map or a private hosted zone that is associated with the VPC, and the VPC needs DNS support.',
        advice: (found, context) => [
            'Check the host in the environment or secret that holds it: no scheme, no port, no blank at its end.',
            `See whether DNS works in the VPC (both must be true):\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ec2', 'describe-vpc-attribute', '--vpc-id', 'VPC_ID', '--attribute', 'enableDnsSupport')}`,
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'certificate-untrusted',
        name: 'Certificate is not trusted',
        weight: 'cause',
        patterns: inLog(/self[- ]signed certificate|unable to get local issuer certificate|CERTIFICATE_VERIFY_FAILED|certificate signed by unknown authority|SSLHandshakeException|PKIX path building failed|certificate has expired/i),
        example: 'Error: self signed certificate in certificate chain',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} does not trust the certificate of a server`,
        explanation: 'The image lacks the certificate of the authority (small images often have none at all), or, for RDS, that of AWS.',
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
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} fills its disk`,
        explanation: 'A task on Fargate has 20 GiB for images and files together unless the task definition says more.',
        advice: () => ['Set ephemeralStorage.sizeInGiB in the task definition (21 to 200), or write less.'],
        heals: 'maybe',
    },
];
function named(name) {
    return name === undefined ? '' : ` (${name})`;
}
function portOf({ text }) {
    const port = /(?:EADDRINUSE|EACCES|listen|bind(?:\(\) to| for)?)[^\n]*?:(\d{2,5})\b/i.exec(text)?.[1];
    return port === undefined ? '' : ` ${port}`;
}
function missingModule({ text }) {
    const found = /Cannot find (?:module|package) '([^']+)'/.exec(text)?.[1] ??
        /No module named '?([^'\s]+(?: [^'\s]+)?)'?/.exec(text)?.[1] ??
        /Could not find or load main class (\S+)|Unable to access jarfile (\S+)/.exec(text)?.slice(1).find(Boolean);
    return found === undefined ? 'a module that it loads' : `"${found}"`;
}
function variableIn({ text }) {
    return (/KeyError: '([A-Z][A-Z0-9_]+)'/.exec(text)?.[1] ??
        /placeholder '([^']+)'/.exec(text)?.[1] ??
        /environment variable not found: ([A-Z][A-Z0-9_]+)/i.exec(text)?.[1] ??
        /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b["'`]?[^\n]{0,30}(?:not|missing|required|undefined|unset|unbound)/.exec(text)?.[1] ??
        /(?:set the|missing|required)[^\n]{0,40}?\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b/i.exec(text)?.[1]);
}
function hostIn({ text }) {
    return (/(?:ENOTFOUND|EAI_AGAIN) ([\w.-]+)/.exec(text)?.[1] ??
        /(?:host name|UnknownHostException:?|lookup|upstream) "?([\w.-]+)"?/i.exec(text)?.[1]);
}

;// CONCATENATED MODULE: ./lib/diagnosis/listeners.js
const announces = /\b(?:listen(?:ing|s)?|running|started|starting|serving|bound|ready|local|network|available)\b/i;
const address = /(?:https?:\/\/|(?<=[\s=('"]))((?:\[[0-9a-f:.]*\]|\*|::1?|(?:\d{1,3}\.){3}\d{1,3}|[a-z][\w.-]*)?):(\d{2,5})(?![\d.]|:\d)/gi;
const barePort = /\bport(?:\(s\))?[ :=]+(\d{2,5})\b/gi;
const portsOfOthers = new Set([1433, 1521, 2181, 3306, 5432, 5672, 6379, 9092, 9200, 11211, 27017]);
function listenersIn(log) {
    return log
        .split('\n')
        .filter((line) => announces.test(line))
        .flatMap((line) => {
        const named = [...line.matchAll(address)].map(([, host = '', port]) => ({ host, port: Number(port) }));
        const bare = named.length > 0 ? [] : [...line.matchAll(barePort)].map(([, port]) => ({ host: '', port: Number(port) }));
        return [...named, ...bare];
    })
        .filter(({ port }) => port < 65_536 && !portsOfOthers.has(port));
}
function isLoopback({ host }) {
    return /^(?:127(?:\.\d+){3}|localhost|\[?::1\]?)$/i.test(host);
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/log-reach.js





const unreached = ['timeout', 'no-answer', 'unknown'];
const reachCauses = [
    {
        id: 'bound-to-loopback',
        name: 'Program listens only inside its container',
        weight: 'cause',
        patterns: inLog({ reach: unreached, test: onlyLoopback }),
        example: 'Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} listens on ${listened(found)}, where only itself can reach it`,
        explanation: 'A program that listens on 127.0.0.1 or localhost cannot be reached from outside its task: neither by the load balancer nor by anybody else.',
        advice: () => [
            'Listen on 0.0.0.0: uvicorn --host 0.0.0.0, flask run --host 0.0.0.0, gunicorn --bind 0.0.0.0:PORT, server.listen(PORT, "0.0.0.0"), HOSTNAME=0.0.0.0 for Next.js, ASPNETCORE_URLS=http://+:PORT.',
        ],
        heals: 'maybe',
        doubt: ({ text }) => (/127\.0\.0\.1|::1/.test(text) ? [] : ['security-group']),
    },
    {
        id: 'port-mismatch',
        name: 'Program listens on another port',
        weight: 'cause',
        patterns: inLog({ reach: unreached, test: onOtherPort }),
        example: 'Server listening on port 3000',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} listens on ${listened(found)}, but its port in the task definition is ${(found.ports ?? []).join(', ') || 'another one'}`,
        explanation: 'The load balancer asks the port of the task definition (containerPort), and the program listens on another one.',
        advice: (found) => [
            `Let the program listen on ${(found.ports ?? []).join(' or ') || 'containerPort'} (often the variable PORT), or change containerPort in the task definition and in the load balancer settings of the service.`,
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'security-group',
        name: 'Security group lets nobody in',
        weight: 'cause',
        patterns: inLog({ reach: ['timeout'], test: onRightPort }),
        example: 'Uvicorn running on http://0.0.0.0:8080 (Press CTRL+C to quit), while the health check times out',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} listens, but what the load balancer sends does not arrive`,
        explanation: 'The program listens on every address and on the right port, and the health check times out: most likely the security group of the tasks does not let the load balancer in.',
        advice: (found, context) => [
            `Let it in (the groups are for you to fill in):\n${openPort(context, String(found.ports?.[0] ?? 'PORT'), 'TASK_SECURITY_GROUP', '--source-group', 'LOAD_BALANCER_SECURITY_GROUP')}`,
            `See which security groups the tasks have:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
            'If it is open: the program takes longer than the timeout of the health check to answer its path.',
        ],
        heals: 'maybe',
        doubt: () => ['load-balancer-timeout'],
    },
];
function onlyLoopback({ text }) {
    const listeners = listenersIn(text);
    return listeners.length > 0 && listeners.every(isLoopback);
}
function onOtherPort({ text, ports = [] }) {
    const open = listenersIn(text).filter((listener) => !isLoopback(listener));
    return ports.length > 0 && open.length > 0 && !open.some(({ port }) => ports.includes(port));
}
function onRightPort({ text, ports = [] }) {
    return listenersIn(text).some((listener) => !isLoopback(listener) && ports.includes(listener.port));
}
function listened({ text }) {
    const places = listenersIn(text).map(({ host, port }) => (host === '' ? `port ${port}` : `${host}:${port}`));
    return [...new Set(places)].slice(0, 2).join(' and ') || 'an address of its own';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/log.js



const logCauses = [...programCauses, ...databaseCauses, ...reachCauses];

;// CONCATENATED MODULE: ./lib/diagnosis/causes/log-general.js


const generalLogCauses = [
    {
        id: 'migration-failed',
        name: 'Migration failed',
        weight: 'effect',
        patterns: inLog(/\bP3\d{3}\b[^\n]*migrat|migrations? (?:\S+ )?failed|error (?:running|applying|executing) migrations?|FlywayException|LiquibaseException|alembic\.util\.exc/i),
        example: 'Error: P3009: migrate found failed migrations in the target database',
        title: (found) => `The migration that ${(0,diagnosis_cause/* theContainer */.D6)(found).replace(/^C/, 'c').replace(/^A /, 'a ')} runs failed`,
        explanation: 'The container changes the schema of its database when it starts, and that did not work.',
        advice: (found) => [...logAdvice(found), 'Run migrations once, before the deployment, instead of in every task.'],
        heals: 'maybe',
    },
    {
        id: 'service-unreachable',
        name: 'Something that the program needs cannot be reached',
        weight: 'effect',
        patterns: inLog(/ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|connection refused|connection timed out|i\/o timeout|No route to host|ConnectTimeout|ConnectException|Could(?: not|n't) connect to|failed to connect|deadline exceeded/i),
        example: 'Error: connect ECONNREFUSED 10.0.3.17:8081',
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} cannot reach ${/(?:ECONNREFUSED|ETIMEDOUT|dial tcp|EHOSTUNREACH) ([\w.:[\]-]+)/.exec(found.text)?.[1] ?? 'something that it needs'}`,
        explanation: 'A connection was refused (nothing listens there) or timed out (a security group, or no way out: tasks need a public address or a NAT gateway for the internet).',
        advice: (found) => [
            'Check the address in the environment of the container, and the security groups at both ends.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'file-not-allowed',
        name: 'File may not be used',
        weight: 'effect',
        patterns: inLog(/EACCES: permission denied|EROFS|Read-only file system|PermissionError: \[Errno 13\]|AccessDeniedException: \/|permission denied/i),
        example: "Error: EACCES: permission denied, open '/app/data/cache.json'",
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} may not use a file that it needs`,
        explanation: 'The user that the container runs as may not read or write it, the file system is read-only (readonlyRootFilesystem), or an EFS access point belongs to another user.',
        advice: (found) => [
            'Give the files to the user of the container when the image is built: COPY --chown=USER, or write below /tmp or a volume.',
            ...logAdvice(found),
        ],
        heals: 'maybe',
    },
    {
        id: 'file-missing',
        name: 'File is missing',
        weight: 'effect',
        patterns: inLog(/ENOENT: no such file|FileNotFoundError|No such file or directory|java\.io\.FileNotFoundException/i),
        example: "Error: ENOENT: no such file or directory, open '/app/.env'",
        title: (found) => `${(0,diagnosis_cause/* theContainer */.D6)(found)} misses a file`,
        explanation: 'The program opens a file that is neither in the image nor in a volume; files such as .env are usually kept out of images.',
        advice: (found) => ['Check what the Dockerfile copies and what .dockerignore leaves out.', ...logAdvice(found)],
        heals: 'maybe',
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/causes/placement.js

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
            `Look at the quotas for Fargate and ask for more:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'service-quotas', 'list-service-quotas', '--service-code', 'fargate')}`,
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
            `Find the instances whose agent is not connected:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'list-container-instances', '--cluster', context.cluster, '--filter', 'agentConnected==false')}`,
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
            `See what ECS tried:\n${(0,aws_commands/* eventsCommand */.Lt)(context)}`,
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
            `Allow twice the tasks while deploying:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'update-service', '--cluster', context.cluster, '--service', context.service, '--deployment-configuration', 'minimumHealthyPercent=100,maximumPercent=200')}`,
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
            `Wait, or end the protection of a task:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'update-task-protection', '--cluster', context.cluster, '--tasks', 'TASK_ID', '--no-protection-enabled')}`,
        ],
        heals: 'maybe',
    },
    {
        id: 'target-group-missing',
        name: 'Target group not found',
        weight: 'cause',
        patterns: [{ text: /target groups? (?:is )?not found|target is not found/i }],
        example: 'task set (ecs-svc/0123) (task 0123) is not healthy in target-group (arn) due to TARGET GROUP IS NOT FOUND.',
        title: () => 'The target group of the service, or the task in it, does not exist',
        explanation: 'The load balancer settings of the service name a target group that is gone, or the task was removed from it by something else.',
        advice: (_found, context) => [
            `Compare with the target groups that exist:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'describe-services', '--cluster', context.cluster, '--services', context.service, '--query', 'services[0].loadBalancers')}`,
        ],
        heals: 'never',
    },
    {
        id: 'service-role-denied',
        name: 'ECS may not manage the service',
        weight: 'cause',
        patterns: [
            {
                text: /(?:failed to (?:register|deregister) targets|failed to describe target health)(?!.*target groups? not found)/i,
            },
            {
                text: /(?:permissions policies|trust relationship) ha(?:s|ve) been misconfigured|missing permissions on ecs infrastructure role/i,
            },
            { place: 'api', text: /service[- ]linked role/i },
        ],
        example: 'service app failed to register targets in target-group app with (error User: arn is not authorized to perform: elasticloadbalancing:RegisterTargets)',
        title: () => 'ECS itself lacks a permission to manage the service',
        explanation: 'The role with which ECS registers targets (AWSServiceRoleForECS, or the role given to the service) was changed or removed.',
        advice: (_found, context) => [
            `Restore the service-linked role AWSServiceRoleForECS, or the policy of the role that the service names:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'iam', 'create-service-linked-role', '--aws-service-name', 'ecs.amazonaws.com')}`,
            `See the exact words of ECS:\n${(0,aws_commands/* eventsCommand */.Lt)(context)}`,
        ],
        heals: 'maybe',
    },
    {
        id: 'load-balancer-configuration',
        name: 'Load balancer configuration is invalid',
        weight: 'cause',
        patterns: [
            { text: /invalid networking configuration/i },
            { place: 'api', text: /does not have an associated load balancer/i },
        ],
        example: 'Service deployment rolled back because of invalid networking configuration: Target group arn is not associated with either productionListenerRule or testListenerRule.',
        title: () => 'The listener rules and target groups of the service do not fit together',
        explanation: 'ECS takes a target group only once a listener or a rule forwards to it; a blue/green deployment needs both target groups attached to the listener rules of the service, with one of them serving.',
        advice: (_found, context) => [
            `Compare the settings with the rules of the listener:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ecs', 'describe-services', '--cluster', context.cluster, '--services', context.service, '--query', 'services[0].loadBalancers')}`,
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


const secretContext = /secrets? from (?:asm|ssm)|secrets manager|secretsmanager|ssm parameters?|parameter store|systems manager|fetch secret/i;
const networkWords = /connection issue|network connection|i\/o timeout|deadline exceeded|cancell?ed|no such host|connection (?:refused|reset|timed out)|dial tcp|send request failed/i;
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
                text: /resourcenotfoundexception|can't find the specified secret|invalid (?:ssm )?parameters?:|invalid ssm parameters?|parameternotfound/i,
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
            `Look at the subnets, security groups and assignPublicIp of the service:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
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
            ...(networkWords.test(found.text) ? [`Check the way from the task to S3:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`] : []),
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
            `Create it:\n${(0,aws_commands/* awsCommand */.bg)(found.log?.region ?? context.region, 'logs', 'create-log-group', '--log-group-name', found.log?.group ?? 'LOG_GROUP')}`,
            'Or set the option awslogs-create-group to true, and allow the execution role logs:CreateLogGroup.',
            ...(networkWords.test(found.text)
                ? [`If the group exists, check the way from the task to CloudWatch Logs:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`]
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
            `Check the way from the task to the log service:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
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
            `Look at the free addresses of the subnet:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'ec2', 'describe-subnets', '--subnet-ids', (0,texts/* subnetIn */.pP)(found.text) ?? 'SUBNET_ID', '--query', 'Subnets[].[SubnetId,AvailableIpAddressCount]')}`,
            `Check that the subnets and security groups of the service still exist:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
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
        example: "failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/exec' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.)",
        title: (found) => `ECS cannot assume the role ${(0,texts/* arnIn */.Lo)(found.text, 'iam')?.replace(/^.*:role\//, '') ?? 'of the task'}`,
        explanation: 'The role does not exist, or its trust policy does not let ECS use it. Directly after a role was created this can pass by itself.',
        advice: (found, context) => [
            `Check that it exists and that its trust policy allows ${/infrastructure/i.test(found.text) ? 'ecs.amazonaws.com' : 'ecs-tasks.amazonaws.com'} the action sts:AssumeRole:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'iam', 'get-role', '--role-name', (0,texts/* arnIn */.Lo)(found.text, 'iam')?.replace(/^.*\//, '') ?? 'ROLE_NAME', '--query', 'Role.AssumeRolePolicyDocument')}`,
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
            `Most often it is the network. Look at the subnets, security groups and assignPublicIp of the service:\n${(0,aws_commands/* networkCommand */.eZ)(context)}`,
            'Then check that the execution role may read the secrets and pull the image (AmazonECSTaskExecutionRolePolicy).',
        ],
        heals: 'maybe',
        doubt: ({ text }) => candidates(text),
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
        return (0,aws_commands/* awsCommand */.bg)(context.region, 'ssm', 'describe-parameters', '--parameter-filters', filter);
    }
    return (0,aws_commands/* awsCommand */.bg)(context.region, 'secretsmanager', 'describe-secret', '--secret-id', secretIn(found) ?? 'SECRET_ARN');
}
function candidates(text) {
    if (/signal: killed/.test(text))
        return [];
    if (secretContext.test(text))
        return ['secret-not-found', 'secret-denied', 'secret-unreachable'];
    return /registry auth\b(?!:)/.test(text) ? ['registry-unreachable', 'registry-denied'] : [];
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/verification.js

const advice = 'Until a working version is deployed, the previous one runs, unless rollback-on-failure is off.';
const verificationCauses = [
    {
        id: 'verification-command',
        name: 'verify-command failed',
        weight: 'cause',
        patterns: [{ place: 'verification', text: /^verify-command / }],
        example: 'verify-command ended with exit code 1',
        title: whole,
        explanation: 'The deployment completed, and the script that was to verify it did not end well.',
        advice: () => ['Read the output of the script in the group "verify-command" of the log.', advice],
        heals: 'maybe',
    },
    {
        id: 'verification-alarm',
        name: 'An alarm of verify-alarms went off',
        weight: 'cause',
        patterns: [{ place: 'verification', text: /^the alarms? / }],
        example: 'the alarm web-5xx is in ALARM',
        title: (found) => `After the deployment ${found.text}`,
        explanation: 'The deployment completed, and one of the alarms that were to be watched afterwards did not stay quiet.',
        advice: (_found, context) => [
            `See what the alarm measured:\n${(0,aws_commands/* awsCommand */.bg)(context.region, 'cloudwatch', 'describe-alarm-history', '--history-item-type', 'StateUpdate', '--max-items', '20')}`,
            advice,
        ],
        heals: 'maybe',
    },
    {
        id: 'verification-url',
        name: 'An address of verify-urls did not answer as it should',
        weight: 'cause',
        patterns: [{ place: 'verification', text: /./ }],
        example: 'GET http://198.51.100.7:8080/health answered 500 instead of 200-299 (6 tries)',
        title: whole,
        explanation: 'The deployment completed, and what it serves is not what was wanted: the answer is below.',
        advice: (found) => [
            ...(/refused|time-out|timed out|no whole answer|no connection|no route/.test(found.text)
                ? [
                    'The address has to be reached from the runner: a security group, a private subnet or another port may be in the way.',
                ]
                : ['Read the log of the new version at the time of the request.']),
            advice,
        ],
        heals: 'maybe',
    },
];
function whole({ text }) {
    return text;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes.js












const causes = [
    ...stopCauses,
    ...specific(taskSetupCauses),
    ...specific(imageCauses),
    ...specific(placementCauses),
    ...specific(containerCauses),
    ...logCauses,
    ...general(containerCauses),
    ...loadBalancerCauses,
    ...generalLogCauses,
    ...exitCauses,
    ...general(imageCauses),
    ...general(taskSetupCauses),
    ...deploymentCauses,
    ...apiCauses,
    ...verificationCauses,
];
function causeOf(symptom) {
    return causes.find((cause) => cause.patterns.some((pattern) => (0,diagnosis_cause/* matches */.cK)(pattern, symptom)));
}
function specific(rows) {
    return rows.filter((row) => row.weight === 'cause');
}
function general(rows) {
    return rows.filter((row) => row.weight !== 'cause');
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
function shortImage(reference) {
    const parsed = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(reference);
    if (!parsed.ok)
        return reference;
    const { name, repository, tag, digest } = parsed.value;
    const shown = name.includes('/') ? repository : name;
    return `${shown}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${shortDigest(digest)}`}`;
}
function shortDigest(digest) {
    return digest.slice(0, digest.indexOf(':') + 1 + digestDigits);
}


/***/ })

};
