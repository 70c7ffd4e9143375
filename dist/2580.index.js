export const id = 2580;
export const ids = [2580];
export const modules = {

/***/ 1626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ stopCommand),
/* harmony export */   P0: () => (/* binding */ rollbackCommands),
/* harmony export */   aw: () => (/* binding */ historyCommand),
/* harmony export */   zs: () => (/* binding */ lookCommand)
/* harmony export */ });
/* harmony import */ var _task_definition_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6052);

function place({ cluster, service, region }) {
    return `--cluster ${cluster} --service ${service} --region ${region}`;
}
function lookCommand({ cluster, service, region }) {
    return {
        why: 'See what runs now',
        command: `aws ecs describe-services --cluster ${cluster} --services ${service} --region ${region} --query 'services[0].{deployments:deployments,events:events[:10]}'`,
    };
}
function stopCommand(record) {
    return {
        why: 'Stop ECS from starting tasks until a working version is deployed',
        command: `aws ecs update-service ${place(record)} --desired-count 0`,
    };
}
function rollbackCommands(record) {
    if (record.target === undefined)
        return [];
    const { version, inactive } = record.target;
    const update = (reference) => ({
        why: `Go back to ${version.taskDefinition}`,
        command: `aws ecs update-service ${place(record)} --task-definition ${reference} --force-new-deployment`,
    });
    if (!inactive)
        return [update(version.taskDefinition)];
    const family = version.taskDefinition.replace(/:\d+$/, '');
    return [registerAgain(version.taskDefinition, record.region), update(family)];
}
function registerAgain(taskDefinition, region) {
    const readOnly = _task_definition_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .READ_ONLY_MEMBERS */ .Q.map((name) => `.${name}`).join(',');
    return {
        why: `Register ${taskDefinition} again, because it was deregistered`,
        command: `aws ecs describe-task-definition --task-definition ${taskDefinition} --region ${region} --query taskDefinition ` +
            `| jq 'del(${readOnly})' > previous.json && aws ecs register-task-definition --region ${region} --cli-input-json file://previous.json`,
    };
}
function historyCommand(record) {
    return { why: 'See who deployed what', command: `aws ecs list-service-deployments ${place(record)}` };
}


/***/ }),

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ StoryEnded),
/* harmony export */   BV: () => (/* binding */ failedEnding),
/* harmony export */   K1: () => (/* binding */ ending)
/* harmony export */ });
class StoryEnded extends Error {
    ending;
    constructor(end) {
        super(end.headline);
        this.name = 'StoryEnded';
        this.ending = end;
    }
}
function ending(outcome, headline, commands = []) {
    return { outcome, headline, explain: false, commands };
}
function failedEnding(outcome, headline, commands = []) {
    return { outcome, headline, explain: true, commands };
}


/***/ }),

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

/***/ 2259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ newestOf)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);

async function newestOf(ports, family, running) {
    try {
        return await ports.ecs.describeTaskDefinition(family ?? '');
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'refused')
            throw error;
        return running?.definition.family === family ? running : undefined;
    }
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

/***/ 6698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ revisionFor),
/* harmony export */   LT: () => (/* binding */ registerWithTags),
/* harmony export */   xc: () => (/* binding */ registerOnce)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _aws_whole_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2506);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1424);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7126);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(377);
/* harmony import */ var _send_once_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5935);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8370);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3355);








async function revisionFor(prepared, inputs, ports, record) {
    const own = ownTags(inputs, ports);
    const tags = (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .mergeTags */ .kE)(prepared.tags, inputs.tags.map(({ key, value }) => ({ key, value })), own);
    if (prepared.reuse !== undefined && (await retag(prepared.reuse, own, ports, record))) {
        ports.log.info(`Reusing ${(0,_version_js__WEBPACK_IMPORTED_MODULE_6__/* .versionOf */ .E4)(prepared.reuse.definition).taskDefinition}, which is equal.`);
        return prepared.reuse;
    }
    const registered = await (0,_intent_js__WEBPACK_IMPORTED_MODULE_7__/* .sendKept */ .$)('register', ports, record, () => registerWithTags(prepared, tags, own, ports, record));
    ports.log.info(`Registered ${(0,_version_js__WEBPACK_IMPORTED_MODULE_6__/* .versionOf */ .E4)(registered.definition).taskDefinition}.`);
    const lost = (0,_aws_whole_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOnlyIn */ .uB)(prepared.definition, registered.definition).filter((name) => inputs.allowUnknownMembers.includes(name));
    if (lost.length > 0)
        record.notices.push(`ECS did not keep these members of the task definition: ${lost.join(', ')}.`);
    return registered;
}
function ownTags(inputs, { run }) {
    const tags = inputs.defaultTags ? (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultTags */ .nK)(run) : [];
    if (inputs.preDeploy === undefined)
        return tags;
    return [...tags, (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .preDeployTagOf */ .IO)(run)];
}
async function retag(reuse, own, ports, record) {
    const current = new Map(reuse.tags.map(({ key, value }) => [key, value]));
    const stale = own.filter(({ key, value }) => current.get(key) !== value);
    if (stale.length === 0)
        return true;
    const arn = reuse.definition.taskDefinitionArn ?? '';
    try {
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_7__/* .sendKept */ .$)('tag', ports, record, () => ports.ecs.tagResource(arn, stale));
        return true;
    }
    catch (error) {
        ports.cancelled.throwIfAborted();
        record.sending = undefined;
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        ports.log.info(`The tags of the equal revision could not be rewritten (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}); registering a new one.`);
        return false;
    }
}
async function registerWithTags(prepared, tags, own, ports, record) {
    try {
        return await registerOnce(ports, prepared.definition, tags, prepared.newestRevision);
    }
    catch (error) {
        const deniedTagging = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'denied' && /ecs:TagResource/.test((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error));
        if (!deniedTagging || own.length === 0)
            throw error;
        record.notices.push('The revision carries no tags of this run: the permission ecs:TagResource (with ecs:CreateAction RegisterTaskDefinition) is missing.');
        const keys = new Set(own.map(({ key }) => key));
        const rest = tags.filter(({ key }) => !keys.has(key));
        return registerOnce(ports, prepared.definition, rest, prepared.newestRevision);
    }
}
function registerOnce(ports, definition, tags, newestRevision) {
    const request = tags.length === 0 ? definition : { ...definition, tags: [...tags] };
    return (0,_send_once_js__WEBPACK_IMPORTED_MODULE_4__/* .sendOnce */ .E)(ports, 'RegisterTaskDefinition', () => ports.ecs.registerTaskDefinition(request), () => findRegistered(ports, definition, newestRevision));
}
async function findRegistered(ports, definition, newestRevision) {
    try {
        const newest = await ports.ecs.describeTaskDefinition(definition.family ?? '');
        const isNew = (newest.definition.revision ?? 0) > newestRevision;
        return isNew && (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .equalDefinitions */ .Ds)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_3__/* .stripForRegistration */ .H)(newest.definition), definition) ? newest : undefined;
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'refused')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 5935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ sendOnce)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);

const throttledLimitMilliseconds = 180_000;
const effectLimitMilliseconds = 30_000;
const effectPollMilliseconds = 2_000;
async function sendOnce(ports, what, send, findEffect) {
    const giveUpAt = ports.clock.uptime() + throttledLimitMilliseconds;
    let lostAnswers = 0;
    for (let attempt = 0;; attempt++) {
        ports.cancelled.throwIfAborted();
        try {
            return await send();
        }
        catch (error) {
            const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
            if (kind === 'unclear') {
                const effect = await lookFor(what, error, ports, findEffect);
                if (effect.kind === 'found')
                    return effect.value;
                if (effect.kind === 'unseen' || lostAnswers++ > 0)
                    throw error;
                ports.log.info(`${what} was not done; sending it again.`);
                continue;
            }
            if ((kind !== 'throttled' && kind !== 'unsent') || ports.clock.uptime() >= giveUpAt)
                throw error;
            ports.log.info(`${what} has to wait: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`);
            await ports.clock.sleep(backOff(attempt, ports.random()), ports.cancelled);
        }
    }
}
function lookFor(what, error, ports, findEffect) {
    ports.log.info(`The answer to ${what} is lost (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}); looking whether it was done.`);
    return waitForEffect(ports, findEffect);
}
async function waitForEffect(ports, findEffect) {
    const startedAt = ports.clock.uptime();
    for (;;) {
        const isLast = ports.clock.uptime() - startedAt >= effectLimitMilliseconds;
        const seen = await tryToRead(() => findEffect(isLast));
        if (seen.kind === 'found' || (isLast && seen.kind === 'absent'))
            return seen;
        if (ports.clock.uptime() - startedAt >= throttledLimitMilliseconds)
            return { kind: 'unseen' };
        await ports.clock.sleep(effectPollMilliseconds, ports.cancelled);
        ports.cancelled.throwIfAborted();
    }
}
async function tryToRead(read) {
    try {
        const value = await read();
        return value === undefined ? { kind: 'absent' } : { kind: 'found', value };
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'unclear' || kind === 'unsent' || kind === 'throttled')
            return { kind: 'unseen' };
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        throw new Error(`whether it was done could not be read: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`, { cause: error });
    }
}
function backOff(attempt, random) {
    return Math.min(10_000, 1_000 * 2 ** attempt) * (0.5 + random / 2);
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

/***/ 4123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   A: () => (/* binding */ canonicalText)
/* harmony export */ });
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6707);
/* harmony import */ var _file_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8315);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6052);
/* harmony import */ var _unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7577);





function canonical(definition) {
    const request = Object.entries(definition).filter(([name]) => name !== 'tags' && !_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .READ_ONLY_MEMBERS */ .Q.includes(name));
    const compact = compacted(Object.fromEntries(request));
    const task = taskDefaults(compact);
    const containers = list(task.containerDefinitions).map((container) => containerDefaults(container, task.networkMode));
    const volumes = list(task.volumes).map(volumeDefaults);
    return sorted(compacted({ ...task, containerDefinitions: containers, volumes }), '');
}
function compacted(value) {
    if (Array.isArray(value))
        return value.filter((item) => item !== undefined).map(compacted);
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    const result = {};
    for (const [name, member] of Object.entries(value)) {
        const compact = compacted(member);
        if (!isAbsent(compact) || (compact === false && name === 'essential'))
            (0,_file_node_js__WEBPACK_IMPORTED_MODULE_4__/* .setMember */ .Nk)(result, name, compact);
    }
    return result;
}
function isAbsent(value) {
    if (value === undefined || value === null || value === false)
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) && Object.keys(value).length === 0;
}
function taskDefaults(task) {
    const platform = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(task.runtimePlatform) ? task.runtimePlatform : {};
    const fargate = list(task.requiresCompatibilities).includes('FARGATE');
    const windows = String(platform.operatingSystemFamily ?? '').startsWith('WINDOWS');
    return {
        ...task,
        cpu: inUnits(task.cpu, /^(\d*\.?\d+)\s*vcpu$/i),
        memory: inUnits(task.memory, /^(\d*\.?\d+)\s*gb$/i),
        networkMode: task.networkMode ?? (fargate || windows ? undefined : 'bridge'),
        runtimePlatform: fargate && list(task.requiresCompatibilities).length === 1 ? platformDefaults(platform) : platform,
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(task.proxyConfiguration) && {
            proxyConfiguration: without(task.proxyConfiguration, { type: 'APPMESH' }),
        }),
    };
}
function platformDefaults(platform) {
    return without(platform, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.fargatePlatform);
}
function inUnits(size, withUnit) {
    if (typeof size !== 'string' && typeof size !== 'number')
        return size;
    const text = String(size).trim();
    if (text === '')
        return undefined;
    const unit = withUnit.exec(text);
    const units = unit ? Number(unit[1]) * 1024 : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return Number.isSafeInteger(units) ? String(units) : text;
}
function containerDefaults(container, networkMode) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(container))
        return container;
    const { healthCheck, restartPolicy, portMappings } = container;
    return {
        ...without(container, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.container),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(healthCheck) && {
            healthCheck: without(healthCheck, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.healthCheck),
        }),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(restartPolicy) && { restartPolicy: restartDefaults(restartPolicy) }),
        ...(portMappings !== undefined && {
            portMappings: list(portMappings).map((mapping) => portDefaults(mapping, networkMode)),
        }),
    };
}
function restartDefaults(policy) {
    return policy.enabled === true ? without(policy, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.restartPolicy) : {};
}
function portDefaults(mapping, networkMode) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(mapping))
        return mapping;
    const ownPort = networkMode === 'awsvpc' || networkMode === 'host';
    const plain = without(mapping, { hostPort: 0, protocol: 'tcp' });
    return ownPort ? without(plain, { hostPort: mapping.containerPort }) : plain;
}
function volumeDefaults(volume) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(volume))
        return volume;
    const { efsVolumeConfiguration: efs, dockerVolumeConfiguration: docker } = volume;
    return {
        ...volume,
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(efs) && {
            efsVolumeConfiguration: {
                ...without(efs, { rootDirectory: '/', transitEncryption: 'DISABLED' }),
                ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(efs.authorizationConfig) && {
                    authorizationConfig: without(efs.authorizationConfig, { iam: 'DISABLED' }),
                }),
            },
        }),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(docker) && { dockerVolumeConfiguration: without(docker, { scope: 'task' }) }),
    };
}
function without(members, defaults) {
    return Object.fromEntries(Object.entries(members).filter(([name, value]) => value !== defaults[name]));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function sorted(value, member) {
    if (Array.isArray(value)) {
        const items = value.map((item) => sorted(item, ''));
        const key = (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOfUnordered */ .b)(member);
        if (key === undefined)
            return items;
        const texts = items.map((item) => ({ item, key: key(item), text: member === 'environment' ? '' : (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(item) }));
        return texts.sort((a, b) => order(a.key, b.key) || order(a.text, b.text)).map(({ item }) => item);
    }
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    const result = {};
    for (const name of Object.keys(value).sort())
        (0,_file_node_js__WEBPACK_IMPORTED_MODULE_4__/* .setMember */ .Nk)(result, name, sorted(value[name], name));
    return result;
}
function order(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}
function canonicalText(definition) {
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(canonical(definition));
}


/***/ }),

/***/ 1424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tX: () => (/* binding */ differences),
  Ds: () => (/* binding */ equalDefinitions)
});

// UNUSED EXPORTS: canonical

// EXTERNAL MODULE: ./lib/task-definition/canonical.js
var canonical = __webpack_require__(4123);
// EXTERNAL MODULE: ./lib/task-definition/json-text.js
var json_text = __webpack_require__(8315);
// EXTERNAL MODULE: ./lib/task-definition/shape.js
var shape = __webpack_require__(6052);
// EXTERNAL MODULE: ./lib/task-definition/defaults.js
var defaults = __webpack_require__(6707);
;// CONCATENATED MODULE: ./lib/task-definition/show-defaults.js


function showDefaults(found, before, after) {
    return found.map((one) => {
        if (one.kind === 'added')
            return filled(one, 'before', before);
        return one.kind === 'removed' ? filled(one, 'after', after) : one;
    });
}
function filled(found, side, definition) {
    if (found.before === undefined && found.after === undefined)
        return found;
    const value = defaultAt(found.path, definition);
    return value === undefined ? found : { ...found, kind: 'changed', [side]: `${value} (default)` };
}
function defaultAt(path, definition) {
    const platform = /^runtimePlatform\.(\w+)$/.exec(path)?.[1];
    if (platform !== undefined) {
        const onFargate = definition.requiresCompatibilities?.join() === 'FARGATE';
        return onFargate ? member(defaults/* defaults */.N.fargatePlatform, platform) : undefined;
    }
    const container = definition.containerDefinitions?.find(({ name }) => path.startsWith(`${name}: `));
    if (container?.image === undefined)
        return undefined;
    return inContainer(path.slice(`${container.name}: `.length), container);
}
function inContainer(path, container) {
    const [parent = '', name] = path.split('.');
    if (name === undefined)
        return flags.has(parent) ? false : member(defaults/* defaults */.N.container, parent);
    if (parent === 'healthCheck' && (0,json_text/* isObject */.Gv)(container.healthCheck))
        return member(defaults/* defaults */.N.healthCheck, name);
    const restarts = container.restartPolicy?.enabled === true;
    return parent === 'restartPolicy' && restarts ? member(defaults/* defaults */.N.restartPolicy, name) : undefined;
}
const flags = new Set([
    'disableNetworking',
    'interactive',
    'privileged',
    'pseudoTerminal',
    'readonlyRootFilesystem',
]);
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}

// EXTERNAL MODULE: ./lib/task-definition/unordered-lists.js
var unordered_lists = __webpack_require__(7577);
;// CONCATENATED MODULE: ./lib/task-definition/compare.js






function equalDefinitions(a, b) {
    return (0,canonical/* canonicalText */.A)(a) === (0,canonical/* canonicalText */.A)(b);
}
function differences(before, after) {
    return showDefaults(ofMembers((0,canonical/* canonical */.$)(before), (0,canonical/* canonical */.$)(after), ''), before, after);
}
const NO_MEMBERS = {};
function ofMembers(before, after, place) {
    const old = (0,json_text/* isObject */.Gv)(before) ? before : NO_MEMBERS;
    const now = (0,json_text/* isObject */.Gv)(after) ? after : NO_MEMBERS;
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names.flatMap((name) => ofMember(own(old, name), own(now, name), name, place));
}
function own(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
function ofMember(before, after, name, place) {
    if ((0,json_text/* jsonText */.s$)(before) === (0,json_text/* jsonText */.s$)(after))
        return [];
    const path = `${place}${name}`;
    if (!KNOWN.has(name))
        return [difference(path, before, after, false)];
    const key = (0,unordered_lists/* keyOfUnordered */.b)(name);
    if (key && areListsOf(before, after))
        return ofItems(list(before), list(after), name, key, place);
    if (FREE_TEXTS.has(name))
        return ofFreeTexts(before, after, path);
    if (isStructure(before, after))
        return ofMembers(before, after, `${path}.`);
    return [difference(path, before, after, !HIDDEN.has(name))];
}
const KNOWN = new Set(Object.values(shape/* STRUCTURES */.R).flatMap(({ members }) => Object.keys(members)));
const HIDDEN = new Set(['environment', 'properties', 'command', 'entryPoint']);
const FREE_TEXTS = new Set(['dockerLabels', 'options', 'driverOpts', 'labels']);
function areListsOf(before, after) {
    return [before, after].every((value) => value === undefined || Array.isArray(value));
}
function isStructure(before, after) {
    return [before, after].every((value) => value === undefined || (0,json_text/* isObject */.Gv)(value));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function ofItems(before, after, name, key, place) {
    const keys = [...new Set([...before, ...after].map(key))].sort();
    return keys.flatMap((wanted) => {
        const old = before.filter((item) => key(item) === wanted);
        const now = after.filter((item) => key(item) === wanted);
        if ((0,json_text/* jsonText */.s$)(old) === (0,json_text/* jsonText */.s$)(now))
            return [];
        const both = old.length === 1 && now.length === 1;
        const path = `${place}${ITEM_NAMES.get(name) ?? name} ${wanted}`;
        if (both && name === 'containerDefinitions')
            return ofMembers(old[0], now[0], `${wanted}: `);
        if (both && name === 'volumes')
            return ofMembers(old[0], now[0], `${path}: `);
        return [difference(path, shown(name, old), shown(name, now), !HIDDEN.has(name) && name !== 'volumes')];
    });
}
const ITEM_NAMES = new Map([
    ['containerDefinitions', 'container'],
    ['secrets', 'secret'],
    ['secretOptions', 'secret option'],
    ['portMappings', 'port'],
    ['mountPoints', 'mount point'],
    ['volumes', 'volume'],
    ['ulimits', 'ulimit'],
]);
function shown(name, items) {
    if (items.length === 0)
        return undefined;
    const telling = TELLING_MEMBER.get(name);
    const values = telling === undefined ? items : items.map((item) => (0,json_text/* memberText */.WI)(item, telling));
    return values.length === 1 ? values[0] : values;
}
const TELLING_MEMBER = new Map([
    ['containerDefinitions', 'image'],
    ['secrets', 'valueFrom'],
    ['secretOptions', 'valueFrom'],
]);
function ofFreeTexts(before, after, path) {
    const old = (0,json_text/* isObject */.Gv)(before) ? before : NO_MEMBERS;
    const now = (0,json_text/* isObject */.Gv)(after) ? after : NO_MEMBERS;
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names
        .filter((name) => (0,json_text/* jsonText */.s$)(own(old, name)) !== (0,json_text/* jsonText */.s$)(own(now, name)))
        .map((name) => difference(`${path} ${name}`, own(old, name), own(now, name), name.startsWith('awslogs-')));
}
function difference(path, before, after, show) {
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    if (!show)
        return { path, kind };
    return {
        path,
        kind,
        ...(before !== undefined && { before: compare_short(before) }),
        ...(after !== undefined && { after: compare_short(after) }),
    };
}
const LONGEST = 120;
function compare_short(value) {
    const text = typeof value === 'string' ? value : (0,json_text/* jsonText */.s$)(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}


/***/ }),

/***/ 6707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defaults)
/* harmony export */ });
const defaults = {
    container: { cpu: 0, essential: true, versionConsistency: 'enabled' },
    healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
    restartPolicy: { restartAttemptPeriod: 300 },
    fargatePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
};


/***/ }),

/***/ 8315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   WI: () => (/* binding */ memberText),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
function isObject(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
function jsonText(value) {
    const sorted = (_key, item) => isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : item;
    return JSON.stringify(value, sorted) ?? '';
}
function memberText(item, member) {
    const value = isObject(item) && Object.hasOwn(item, member) ? item[member] : undefined;
    return typeof value === 'string' ? value : jsonText(value);
}


/***/ }),

/***/ 7577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ keyOfUnordered)
/* harmony export */ });
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8315);

const by = (member) => (item) => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, member);
const byPort = (item) => {
    const port = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, 'containerPort') || (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, 'containerPortRange');
    return `${port}/${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, 'protocol') || 'tcp'}`;
};
const byItself = (item) => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)({ item }, 'item');
const UNORDERED = new Map([
    ['containerDefinitions', by('name')],
    ['environment', by('name')],
    ['secrets', by('name')],
    ['secretOptions', by('name')],
    ['properties', by('name')],
    ['volumes', by('name')],
    ['ulimits', by('name')],
    ['portMappings', byPort],
    ['mountPoints', by('containerPath')],
    ['tmpfs', by('containerPath')],
    ['devices', by('hostPath')],
    ['systemControls', by('namespace')],
    ['extraHosts', by('hostname')],
    ['resourceRequirements', by('type')],
    ['inferenceAccelerators', by('deviceName')],
    ['placementConstraints', by('expression')],
    ['requiresCompatibilities', byItself],
    ['add', byItself],
    ['drop', byItself],
    ['permissions', byItself],
    ['ignoredExitCodes', byItself],
]);
function keyOfUnordered(member) {
    return UNORDERED.get(member);
}


/***/ })

};
