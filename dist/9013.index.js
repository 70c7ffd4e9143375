export const id = 9013;
export const ids = [9013,7006];
export const modules = {

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sendKept)
/* harmony export */ });
async function sendKept(change, ports, record, send) {
    ports.cancelled.throwIfAborted();
    record.sending = change;
    await ports.keep();
    const answer = await send();
    record.sending = undefined;
    return answer;
}


/***/ }),

/***/ 3180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ optional)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);


async function optional(record, action, read) {
    if (record.denied.has(action))
        return undefined;
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t)
            throw error;
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        if (kind === 'denied' || (record.isHurried && (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(error)))
            record.denied.add(action);
        const why = kind === 'denied'
            ? `the permission ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? action} is missing`
            : (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
        const notice = `${action} was not possible: ${why}.`;
        if (!record.notices.includes(notice))
            record.notices.push(notice);
        return undefined;
    }
}


/***/ }),

/***/ 8370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ repositoryTag),
/* harmony export */   EZ: () => (/* binding */ tagValue),
/* harmony export */   IO: () => (/* binding */ preDeployTagOf),
/* harmony export */   LE: () => (/* binding */ preDeployTag),
/* harmony export */   OI: () => (/* binding */ inheritedTags),
/* harmony export */   eZ: () => (/* binding */ runTag),
/* harmony export */   kE: () => (/* binding */ mergeTags),
/* harmony export */   ln: () => (/* binding */ copyOfTag),
/* harmony export */   m: () => (/* binding */ commitTag),
/* harmony export */   nK: () => (/* binding */ defaultTags)
/* harmony export */ });
const commitTag = 'ecs-deploy:commit';
const runTag = 'ecs-deploy:run';
const repositoryTag = 'ecs-deploy:repository';
const copyOfTag = 'ecs-deploy:copy-of';
const preDeployTag = 'ecs-deploy:pre-deploy';
function preDeployTagOf({ runId }) {
    return { key: preDeployTag, value: tagValue(runId ?? 'true') };
}
function defaultTags(run) {
    const values = {
        [commitTag]: run.sha,
        [runTag]: run.runId,
        [repositoryTag]: run.repository,
        'ecs-deploy:actor': run.actor,
    };
    return Object.entries(values).flatMap(([key, value]) => (value ? [{ key, value: tagValue(value) }] : []));
}
function tagValue(value) {
    const allowed = value.replace(/[^\p{L}\p{N} +\-=._:/@]/gu, '-');
    return [...allowed].slice(0, 256).join('');
}
function inheritedTags(tags) {
    return tags.filter(({ key }) => !key?.startsWith('ecs-deploy:'));
}
function mergeTags(...lists) {
    const byKey = new Map();
    for (const tag of lists.flat())
        byKey.set(tag.key, tag);
    return [...byKey.values()];
}


/***/ }),

/***/ 1209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ maskLinesOf)
/* harmony export */ });
/* unused harmony export maskLines */
const leastLength = 6;
const mask = '***';
const addressesOfEveryone = new Set(['127.0.0.1', '0.0.0.0', 'localhost']);
const passwordInUrl = /(\/\/[^\s/:@]*:)[^\s/@]+(@)/g;
const secretWords = '[\\w.-]*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)[\\w.-]*';
const noValue = '(?!(?:undefined|null|none|nil|required|missing|invalid|must|cannot|expired|empty|unset)\\b)';
const keys = /\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\w{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+)/g;
const bearer = /(\bBearer\s+)\S{6,}/gi;
function maskLines(lines, values, secretNames = []) {
    const hidden = [...new Set(values.flatMap(spellings))]
        .filter((value) => value.length >= leastLength && !addressesOfEveryone.has(value))
        .sort((one, other) => other.length - one.length);
    const assigned = assignment(secretNames);
    return lines.map((line) => hidden
        .reduce((text, value) => text.replaceAll(value, mask), line)
        .replace(passwordInUrl, `$1${mask}$2`)
        .replace(keys, mask)
        .replace(bearer, `$1${mask}`)
        .replace(assigned, (whole, before, value) => value.startsWith(mask) ? whole : `${before}${mask}`));
}
function maskLinesOf(lines, { containerDefinitions = [] }, values = []) {
    const own = containerDefinitions.flatMap(({ environment = [] }) => environment.flatMap(({ value }) => value ?? []));
    const names = containerDefinitions.flatMap(({ secrets = [] }) => secrets.flatMap(({ name }) => name ?? []));
    return maskLines(lines, [...values, ...own], names);
}
function assignment(secretNames) {
    const names = [...secretNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), secretWords];
    const value = `"[^"]{6,}"|'[^']{6,}'|[^\\s"',;]{6,}`;
    return new RegExp(`((?<![\\w])(?:${names.join('|')})["']?(?:=|:(?!//)) ?)${noValue}(${value})`, 'gi');
}
function spellings(value) {
    return [value, ...value.split('\n'), JSON.stringify(value).slice(1, -1), encodeURIComponent(value)];
}


/***/ }),

/***/ 4060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ taskId),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   S5: () => (/* binding */ stoppedTaskOf),
/* harmony export */   a5: () => (/* binding */ portsOf),
/* harmony export */   ai: () => (/* binding */ logPlace)
/* harmony export */ });
function stoppedTaskOf(task, definition) {
    const id = taskId(task.taskArn ?? '');
    const stoppedAt = task.stoppedAt ?? task.executionStoppedAt ?? task.stoppingAt;
    return {
        id,
        ...(task.startedBy === undefined ? {} : { startedBy: task.startedBy }),
        ...(task.healthStatus === undefined ? {} : { healthStatus: task.healthStatus }),
        ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
        ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
        ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt }),
        ...(stoppedAt === undefined ? {} : { stoppedAt }),
        containers: (task.containers ?? []).map(({ name, exitCode, reason }) => {
            const defined = definition?.containerDefinitions?.find((container) => container.name === name);
            const log = logPlace(definition, name ?? '', id);
            const ports = portsOf(definition, name ?? '');
            return {
                name: name ?? '',
                ...(exitCode === undefined ? {} : { exitCode }),
                ...(reason === undefined ? {} : { reason }),
                essential: defined?.essential ?? true,
                ...(log === undefined ? {} : { log }),
                ...(ports.length === 0 ? {} : { ports }),
            };
        }),
    };
}
function isOver({ lastStatus, stopCode, stoppedReason, containers = [] }) {
    if (lastStatus === 'STOPPED')
        return true;
    if (stopCode === 'TaskFailedToStart' && stoppedReason !== undefined)
        return true;
    return containers.length > 0 && containers.every((container) => container.lastStatus === 'STOPPED');
}
function portsOf(definition, container) {
    const defined = definition?.containerDefinitions?.find(({ name }) => name === container);
    return (defined?.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []);
}
function taskId(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
function logPlace(definition, container, id) {
    const configuration = definition?.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration;
    if (configuration?.logDriver !== 'awslogs')
        return undefined;
    const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix, 'awslogs-region': region, } = configuration.options ?? {};
    if (!group || !prefix || !region)
        return undefined;
    return { group, region, stream: `${prefix}/${container}/${id}` };
}


/***/ }),

/***/ 9074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XL: () => (/* binding */ clockDuration),
/* harmony export */   nc: () => (/* binding */ taskCount),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   sh: () => (/* binding */ versionName),
/* harmony export */   wR: () => (/* binding */ headlineWithCause),
/* harmony export */   wX: () => (/* binding */ outcomeWords),
/* harmony export */   x6: () => (/* binding */ shortTaskId)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);
/* harmony import */ var _rollout_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7530);


const words = {
    deployed: { mark: '✅', word: 'deployed' },
    unchanged: { mark: '✅', word: 'unchanged' },
    updated: { mark: '✅', word: 'updated' },
    started: { mark: '✅', word: 'started, not waited for' },
    planned: { mark: '✅', word: 'planned, nothing was changed' },
    'rolled-back': { mark: '❌', word: 'failed, rolled back' },
    'rollback-failed': { mark: '❌', word: 'failed, and the previous version was not seen running again' },
    superseded: { mark: '⚠️', word: 'superseded by another deployment' },
    'timed-out': { mark: '⚠️', word: 'timed out' },
    failed: { mark: '❌', word: 'failed' },
    cancelled: { mark: '⚠️', word: 'cancelled' },
    unknown: { mark: '⚠️', word: 'outcome unknown' },
};
const rollbackWords = {
    'rolled-back': { mark: '✅', word: 'rolled back' },
    'rollback-failed': { mark: '❌', word: 'rollback failed' },
};
function outcomeWords(outcome, action) {
    return (action === 'rollback' ? rollbackWords[outcome] : undefined) ?? words[outcome];
}
function duration(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
    return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
function clockDuration(milliseconds) {
    return (0,_rollout_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .elapsed */ .vk)(milliseconds).trim();
}
function clockTime(at) {
    return Number.isFinite(at) ? new Date(at).toISOString().slice(11, 19) : '';
}
function taskCount(running, desired) {
    return `${running} of ${desired} ${desired === 1 && running <= 1 ? 'task' : 'tasks'}`;
}
const failures = ['failed', 'rolled-back', 'rollback-failed'];
function headlineWithCause({ headline, diagnoses, outcome, action }) {
    const [first] = failures.includes(outcome) && (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(outcome, action) === 1 ? diagnoses : [];
    const isCause = first !== undefined && first.facts.length > 0 && first.cause !== 'unknown';
    return isCause && !headline.includes(first.title) ? `${headline} Cause: ${first.title}.` : headline;
}
function versionName(version) {
    return version.taskDefinition || 'a new revision';
}
function shortTaskId(id) {
    return id.slice(0, 8);
}


/***/ }),

/***/ 8971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ secretReferences),
/* harmony export */   M: () => (/* binding */ containersOf)
/* harmony export */ });
function containersOf({ containerDefinitions = [], }) {
    return containerDefinitions.map((container, index) => ({
        container,
        name: container.name ?? '',
        path: ['containerDefinitions', index],
    }));
}
function secretReferences(definition) {
    return containersOf(definition).flatMap(({ container, name, path }) => {
        const { secrets = [], logConfiguration, repositoryCredentials } = container;
        const credentials = repositoryCredentials?.credentialsParameter;
        const options = logConfiguration?.secretOptions ?? [];
        return [
            ...secrets.map((secret, index) => ({
                valueFrom: secret.valueFrom ?? '',
                what: `the secret ${secret.name} of container "${name}"`,
                path: [...path, 'secrets', index, 'valueFrom'],
            })),
            ...options.map((option, index) => ({
                valueFrom: option.valueFrom ?? '',
                what: `the log option ${option.name} of container "${name}"`,
                path: [...path, 'logConfiguration', 'secretOptions', index, 'valueFrom'],
            })),
            ...(credentials === undefined
                ? []
                : [
                    {
                        valueFrom: credentials,
                        what: `the registry login of container "${name}"`,
                        path: [...path, 'repositoryCredentials', 'credentialsParameter'],
                    },
                ]),
        ].filter(({ valueFrom }) => valueFrom !== '');
    });
}


/***/ }),

/***/ 4428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ desiredCount),
/* harmony export */   c: () => (/* binding */ isOnFargate),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
function isOnFargate({ service, settings }) {
    const strategy = settings.capacityProviderStrategy ?? service.capacityProviderStrategy ?? [];
    const providers = strategy.map(({ capacityProvider }) => capacityProvider ?? '');
    if (providers.length > 0)
        return providers.every((name) => /^FARGATE(_SPOT)?$/.test(name));
    return service.launchType === 'FARGATE';
}
function desiredCount({ service, settings }) {
    return settings.desiredCount ?? service.desiredCount ?? 0;
}


/***/ }),

/***/ 1032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ unfitImages),
/* harmony export */   qO: () => (/* binding */ platformIsCertain),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8971);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4428);


function platformOf({ runtimePlatform }) {
    const os = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux';
    return `${os}/${runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}
function platformIsCertain(facts) {
    return facts.definition.runtimePlatform?.cpuArchitecture !== undefined || (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isOnFargate */ .c)(facts);
}
function unfitImages(facts) {
    if (!platformIsCertain(facts))
        return [];
    const platform = platformOf(facts.definition);
    return facts.images.flatMap(({ image, input, platforms = [] }) => {
        if (platforms.length === 0 || platforms.some((one) => one === platform || one.startsWith(`${platform}/`)))
            return [];
        const message = `The image ${image} is built for ${platforms.join(', ')}, and the task runs on ${platform}, so that no task could start. ` +
            `Build it for that platform (docker buildx build --platform ${platform} …), or set runtimePlatform.cpuArchitecture in the ` +
            'task definition to what the image is built for (X86_64 or ARM64).';
        const place = (0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(facts.definition).find(({ container }) => container.image === image);
        return [
            {
                message,
                ...(input === undefined ? {} : { input }),
                ...(place === undefined ? {} : { path: [...place.path, 'image'] }),
            },
        ];
    });
}


/***/ }),

/***/ 9293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   w7: () => (/* binding */ rollbackOutcomes)
/* harmony export */ });
/* unused harmony exports outcomes, planOutcomes */
const outcomes = (/* unused pure expression or super */ null && ([
    'deployed',
    'unchanged',
    'updated',
    'started',
    'planned',
    'rolled-back',
    'rollback-failed',
    'superseded',
    'timed-out',
    'failed',
    'cancelled',
    'unknown',
]));
const rollbackOutcomes = [
    'unknown',
    'rollback-failed',
    'failed',
    'timed-out',
    'superseded',
    'cancelled',
    'rolled-back',
    'unchanged',
    'planned',
];
const planOutcomes = (/* unused pure expression or super */ null && (['planned', 'failed', 'cancelled']));
const successes = {
    deploy: ['deployed', 'unchanged', 'updated', 'started', 'planned'],
    rollback: ['rolled-back', 'unchanged', 'planned'],
    plan: ['planned'],
};
function exitCode(outcome, action) {
    return successes[action].includes(outcome) ? 0 : 1;
}


/***/ }),

/***/ 7530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MV: () => (/* binding */ taskCounts),
/* harmony export */   V8: () => (/* binding */ eventLine),
/* harmony export */   a$: () => (/* binding */ stoppedTaskLines),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   vB: () => (/* binding */ newsLines),
/* harmony export */   vk: () => (/* binding */ elapsed)
/* harmony export */ });
/* harmony import */ var _diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1397);

const heartbeatMilliseconds = 60_000;
function progressOf(deploymentId, startedAt, snapshot, told) {
    const { at } = snapshot;
    const state = describeDeployments(deploymentId, snapshot);
    const changed = told?.state !== state;
    const isDue = told === undefined || at - told.lineAt >= heartbeatMilliseconds;
    const isNew = changed && at - (told?.seenAt.get(state) ?? Number.NEGATIVE_INFINITY) >= heartbeatMilliseconds;
    const hasLine = isDue || isNew;
    const still = !changed && told.still;
    return {
        ...(hasLine ? { line: `${elapsed(at - startedAt)}  ${state}${still ? ' (still)' : ''}` } : {}),
        ...(changed ? { change: state } : {}),
        told: {
            state,
            seenAt: new Map(told?.seenAt).set(state, at),
            lineAt: hasLine ? at : told.lineAt,
            still: hasLine || still,
        },
    };
}
function taskCounts({ deployments }) {
    const byVersion = Map.groupBy(deployments, ({ taskDefinition }) => lastPart(taskDefinition));
    return [...byVersion].map(([version, same]) => ({
        version,
        running: same.reduce((sum, { running }) => sum + running, 0),
        desired: same.reduce((sum, { desired }) => sum + desired, 0),
    }));
}
function describeDeployments(deploymentId, { deployments }) {
    const ours = deployments.find(({ id }) => id === deploymentId);
    const others = deployments.filter(({ id }) => id !== deploymentId);
    const own = ours === undefined ? 'not listed' : `${ours.rolloutState ?? 'UNKNOWN'}  ${counts(ours)}`;
    return [own, ...others.map(describeOther)].join('  |  ');
}
function counts({ desired, running, pending, failed }) {
    return `desired ${desired}  running ${running}  pending ${pending}  failed ${failed}`;
}
function describeOther(other) {
    const state = other.status === 'PRIMARY' ? ` ${other.rolloutState ?? ''}` : '';
    return `${lastPart(other.taskDefinition)}${state} running ${other.running}`;
}
function lastPart(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
function eventLine({ message }) {
    return `event: ${message.replace(/^\(service [^)]+\)\s*/, '')}`;
}
function newsLines(news, time) {
    return news.map((line, index) => `${index === 0 && time !== undefined ? time : '     '}  ${line}`);
}
function stoppedTaskLines(tasks, at, told) {
    const fresh = [...byWay(tasks)].flatMap(([way, same]) => {
        const before = told.get(way);
        const isDue = before === undefined || at - before.at >= heartbeatMilliseconds;
        const more = same.length - (before?.count ?? 0);
        if (!isDue || more === 0)
            return [];
        return [{ way, count: same.length, line: before === undefined ? firstLine(same) : moreLine(same, more) }];
    });
    return {
        lines: fresh.map(({ line }) => line),
        told: new Map([...told, ...fresh.map(({ way, count }) => [way, { count, at }])]),
    };
}
function byWay(tasks) {
    return Map.groupBy(tasks, (task) => (0,_diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutIds */ .Li)(whyStopped(task)));
}
function firstLine(same) {
    const ids = same.map(({ id }) => id.slice(0, 8)).join(', ');
    return `${same.length === 1 ? 'task' : 'tasks'} ${ids} stopped: ${whyOf(same)}`;
}
function moreLine(same, more) {
    return `${more} more ${more === 1 ? 'task' : 'tasks'} stopped the same way (${same.length} in all): ${whyOf(same)}`;
}
function whyOf(same) {
    return same.slice(0, 1).map(whyStopped).join('');
}
function whyStopped({ stopCode, stoppedReason, containers }) {
    const shown = containers
        .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
        .map(({ name, exitCode, reason }) => {
        const code = exitCode === undefined ? 'never ran' : `exit code ${exitCode}`;
        return `${name}: ${code}${reason === undefined || reason === stoppedReason ? '' : `, ${reason}`}`;
    });
    return [stoppedReason ?? stopCode ?? 'no reason given', ...shown].join('; ');
}
function elapsed(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    return `${String(Math.floor(seconds / 60)).padStart(2, ' ')}:${String(seconds % 60).padStart(2, '0')}`;
}


/***/ }),

/***/ 7006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelPreDeployTask: () => (/* binding */ cancelPreDeployTask),
/* harmony export */   runPreDeployTask: () => (/* binding */ runPreDeployTask)
/* harmony export */ });
/* harmony import */ var _deployment_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3496);
/* harmony import */ var _deployment_intent_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(377);
/* harmony import */ var _deployment_optional_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _deployment_tags_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8370);
/* harmony import */ var _deployment_version_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3355);
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4060);
/* harmony import */ var _github_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9074);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7748);
/* harmony import */ var _task_definition_container_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9474);
/* harmony import */ var _cancel_tasks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1864);
/* harmony import */ var _conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2325);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3968);
/* harmony import */ var _run_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4510);
/* harmony import */ var _service_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4010);
/* harmony import */ var _task_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(800);















const untouched = 'The service was not touched.';
async function runPreDeployTask(asked, taskDefinitionArn, prepared, ports, record) {
    const { definition } = prepared;
    const found = (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_8__/* .targetContainer */ .p)(definition, asked.container);
    if (!found.ok)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsFound */ .t(found.problems);
    const run = {
        ...(0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .newTaskRun */ .xm)({
            cluster: record.cluster,
            service: record.service,
            region: ports.region,
            startedAt: ports.clock.now(),
            wanted: 1,
        }),
        container: found.value,
        command: asked.command,
        taskDefinition: (0,_deployment_version_js__WEBPACK_IMPORTED_MODULE_10__/* .resourceName */ .Iy)(taskDefinitionArn),
        taskDefinitionArn,
        images: (0,_deployment_version_js__WEBPACK_IMPORTED_MODULE_10__/* .imagesOf */ .IC)(definition.containerDefinitions ?? []),
        causesAddress: record.causesAddress,
    };
    const keep = async () => {
        record.preDeploy = { state: 'going', kept: (0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .keptOf */ .uq)(run) };
        await ports.keep();
    };
    await markRevision(taskDefinitionArn, prepared, ports, record);
    ports.log.info(`Before the deployment a task of ${run.taskDefinition} runs in container ${run.container}: ${asked.command.join(' ')}`);
    record.timeline.push({ at: ports.clock.now(), text: 'the task before the deployment begins' });
    const end = await runToEnd(asked, prepared, run, ports, keep);
    const state = end.outcome === 'succeeded' ? 'succeeded' : 'ended';
    record.preDeploy = { state, kept: (0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .keptOf */ .uq)(run) };
    await ports.keep();
    for (const notice of run.notices)
        record.notices.push(`The task before the deployment: ${notice}`);
    const took = (0,_github_words_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(ports.clock.now() - run.startedAt);
    const [arn] = run.taskArns;
    const task = arn === undefined ? 'The task before the deployment' : `The task before the deployment (${(0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__/* .taskId */ .BS)(arn)})`;
    record.timeline.push({ at: ports.clock.now(), text: `the task before the deployment: ${end.outcome}` });
    if (end.outcome === 'succeeded') {
        ports.log.info(`${task} succeeded after ${took}.`);
        record.notices.push(`${task} succeeded after ${took}: ${end.headline}`);
        return;
    }
    record.changed ||= run.changed;
    record.running = record.before;
    record.diagnoses.push(...run.diagnoses);
    if (arn !== undefined)
        record.stoppedTasks.set((0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__/* .taskId */ .BS)(arn), stoppedOf(arn, run, definition));
    const headline = `${task} did not succeed (${end.outcome} after ${took}): ${end.headline} ${untouched}`;
    throw new _deployment_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .StoryEnded */ .Ai({ ...(0,_deployment_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .ending */ .K1)('failed', headline, end.commands), explain: true });
}
async function markRevision(taskDefinitionArn, { decision, running }, ports, record) {
    const isNew = decision.kind === 'update' && decision.revision !== undefined;
    if (isNew || running.tags.some(({ key }) => key === _deployment_tags_js__WEBPACK_IMPORTED_MODULE_12__/* .preDeployTag */ .LE))
        return;
    ports.cancelled.throwIfAborted();
    await (0,_deployment_optional_read_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)(record, 'ecs:TagResource', () => (0,_deployment_intent_js__WEBPACK_IMPORTED_MODULE_13__/* .sendKept */ .$)('tag', ports, record, () => ports.ecs.tagResource(taskDefinitionArn, [(0,_deployment_tags_js__WEBPACK_IMPORTED_MODULE_12__/* .preDeployTagOf */ .IO)(ports.run)])));
    record.sending = undefined;
}
async function runToEnd({ command, timeoutMinutes }, { service, definition }, run, ports, keep) {
    try {
        const order = {
            cluster: run.cluster,
            container: run.container,
            overrides: { command, environment: [] },
            launch: {},
            tags: [],
        };
        const request = (0,_request_js__WEBPACK_IMPORTED_MODULE_14__/* .requestFor */ .pU)(order, definition, service, await (0,_service_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .tagsOfService */ .q)(service, {}, run, ports));
        const missing = (0,_request_js__WEBPACK_IMPORTED_MODULE_14__/* .whatIsMissing */ .Bu)(definition, request);
        if (missing.length > 0)
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsFound */ .t(missing);
        const watched = await (0,_run_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .runTasks */ .e)({ request, definition, limitMinutes: timeoutMinutes, values: [] }, run, ports, keep);
        return (0,_conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .concludeTasks */ .e3)(watched, run, definition, timeoutMinutes);
    }
    catch (error) {
        if (ports.cancelled.aborted)
            throw error;
        return (0,_conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfTaskError */ .gL)(error, run);
    }
}
function stoppedOf(arn, run, definition) {
    const seen = (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__/* .stoppedTaskOf */ .S5)(run.latest.get(arn) ?? { taskArn: arn }, definition);
    const lastLines = run.lastLines.get(arn);
    if (lastLines === undefined)
        return seen;
    const containers = seen.containers.map((one) => (one.name === run.container ? { ...one, lastLines } : one));
    return { ...seen, containers };
}
async function cancelPreDeployTask(record, ports) {
    const kept = record.preDeploy?.kept;
    if (kept === undefined)
        return '';
    const run = { ...(0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .newTaskRun */ .xm)({ ...kept, startedAt: record.startedAt, wanted: 1 }), ...kept };
    await (0,_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelTasks */ .r)(run, ports);
    if (!(0,_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .leavesTasks */ .p)(run)) {
        record.preDeploy = { state: 'ended', kept };
        await ports.keep();
    }
    return `The task before the deployment: ${(0,_conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .whatIsLeft */ .WT)(run)}`;
}


/***/ }),

/***/ 9474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ targetContainer)
/* harmony export */ });
function targetContainer(definition, containerName) {
    const containers = definition.containerDefinitions ?? [];
    const names = containers.map(({ name }) => name ?? '');
    const existing = `The task definition has ${names.length === 0 ? 'no containers' : names.map((name) => `"${name}"`).join(', ')}.`;
    if (containerName !== undefined) {
        if (names.includes(containerName))
            return { ok: true, value: containerName };
        const message = `There is no container "${containerName}". ${existing} Give one of these names.`;
        return { ok: false, problems: [{ input: 'container-name', message }] };
    }
    const essential = containers.filter((container) => container.essential !== false);
    const only = containers.length === 1 ? containers[0] : essential.length === 1 ? essential[0] : undefined;
    if (only?.name)
        return { ok: true, value: only.name };
    const message = `It is not clear which container is meant. ${existing} Give its name with "container-name", or use "images".`;
    return { ok: false, problems: [{ input: 'container-name', message }] };
}


/***/ })

};
