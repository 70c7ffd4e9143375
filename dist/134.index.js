export const id = 134;
export const ids = [134];
export const modules = {

/***/ 9783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bb: () => (/* binding */ apply),
  xc: () => (/* binding */ registerOnce),
  RA: () => (/* binding */ updateOnce)
});

// UNUSED EXPORTS: settingsOf

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/aws/whole-definition.js
var whole_definition = __webpack_require__(2506);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/task-definition/compare.js
var compare = __webpack_require__(5882);
// EXTERNAL MODULE: ./lib/task-definition/render.js + 1 modules
var render = __webpack_require__(7126);
// EXTERNAL MODULE: ./lib/deployment/intent.js
var intent = __webpack_require__(377);
;// CONCATENATED MODULE: ./lib/deployment/send-once.js

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
            const kind = (0,failure/* failureKind */.zU)(error);
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
            ports.log.info(`${what} has to wait: ${(0,failure/* describeFailure */.Ic)(error)}`);
            await ports.clock.sleep(backOff(attempt, ports.random()), ports.cancelled);
        }
    }
}
function lookFor(what, error, ports, findEffect) {
    ports.log.info(`The answer to ${what} is lost (${(0,failure/* describeFailure */.Ic)(error)}); looking whether it was done.`);
    return waitForEffect(ports, findEffect);
}
async function waitForEffect(ports, findEffect) {
    const startedAt = ports.clock.uptime();
    let looked = false;
    for (;;) {
        const seen = await tryToRead(findEffect);
        if (seen.kind === 'found')
            return seen;
        looked ||= seen.kind === 'absent';
        const waited = ports.clock.uptime() - startedAt;
        if (looked && waited >= effectLimitMilliseconds)
            return { kind: 'absent' };
        if (waited >= throttledLimitMilliseconds)
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
        const kind = (0,failure/* failureKind */.zU)(error);
        if (kind === 'unclear' || kind === 'unsent' || kind === 'throttled')
            return { kind: 'unseen' };
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        throw new Error(`whether it was done could not be read: ${(0,failure/* describeFailure */.Ic)(error)}`, { cause: error });
    }
}
function backOff(attempt, random) {
    return Math.min(10_000, 1_000 * 2 ** attempt) * (0.5 + random / 2);
}

// EXTERNAL MODULE: ./lib/deployment/tags.js
var deployment_tags = __webpack_require__(8370);
// EXTERNAL MODULE: ./lib/deployment/version.js
var version = __webpack_require__(3355);
;// CONCATENATED MODULE: ./lib/deployment/apply.js









async function apply(prepared, inputs, ports, record) {
    const { decision } = prepared;
    if (decision.kind !== 'update')
        throw new Error(`nothing to apply for ${decision.kind}`);
    const revision = decision.revision === undefined ? undefined : await revisionFor(prepared, inputs, ports, record);
    if (revision !== undefined)
        record.wanted = { ...(0,version/* versionOf */.E4)(revision.definition), images: record.wanted?.images ?? [] };
    const update = {
        cluster: inputs.cluster,
        service: inputs.service,
        ...taskDefinitionOf(revision, prepared),
        ...settingsOf(inputs.settings),
        ...(decision.force ? { forceNewDeployment: true } : {}),
    };
    ports.cancelled.throwIfAborted();
    record.update = update;
    const service = await (0,intent/* sendKept */.$)('update', ports, record, () => updateOnce(ports, record, update));
    record.changed = true;
    return service;
}
function taskDefinitionOf(revision, { decision, service }) {
    if (revision !== undefined)
        return { taskDefinition: revision.definition.taskDefinitionArn };
    return decision.kind === 'update' && decision.force ? { taskDefinition: service.taskDefinition } : {};
}
function settingsOf(settings) {
    const { deploymentCircuitBreaker, serviceManagedEbsVolume, enableEcsManagedTags, forceNewDeployment: _, ...same } = settings;
    const { capacityProviderStrategy, ...plain } = same;
    return {
        ...plain,
        ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy: [...capacityProviderStrategy] }),
        ...(enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: enableEcsManagedTags }),
        ...(deploymentCircuitBreaker === undefined ? {} : { deploymentConfiguration: { deploymentCircuitBreaker } }),
        ...(serviceManagedEbsVolume === undefined
            ? {}
            : {
                volumeConfigurations: [
                    { name: serviceManagedEbsVolume.name, managedEBSVolume: serviceManagedEbsVolume.volume },
                ],
            }),
    };
}
async function revisionFor(prepared, inputs, ports, record) {
    const own = inputs.defaultTags ? (0,deployment_tags/* defaultTags */.nK)(ports.run) : [];
    const tags = (0,deployment_tags/* mergeTags */.kE)(prepared.tags, inputs.tags.map(({ key, value }) => ({ key, value })), own);
    if (prepared.reuse !== undefined && (await retag(prepared.reuse, own, ports))) {
        ports.log.info(`Reusing ${(0,version/* versionOf */.E4)(prepared.reuse.definition).taskDefinition}, which is equal.`);
        return prepared.reuse;
    }
    const registered = await (0,intent/* sendKept */.$)('register', ports, record, () => registerWithTags(prepared, tags, own, ports, record));
    ports.log.info(`Registered ${(0,version/* versionOf */.E4)(registered.definition).taskDefinition}.`);
    const lost = (0,whole_definition/* namesOnlyIn */.uB)(prepared.definition, registered.definition).filter((name) => inputs.allowUnknownMembers.includes(name));
    if (lost.length > 0)
        record.notices.push(`ECS did not keep these members of the task definition: ${lost.join(', ')}.`);
    return registered;
}
async function retag(reuse, own, ports) {
    const current = new Map(reuse.tags.map(({ key, value }) => [key, value]));
    const stale = own.filter(({ key, value }) => current.get(key) !== value);
    if (stale.length === 0)
        return true;
    ports.cancelled.throwIfAborted();
    try {
        await ports.ecs.tagResource(reuse.definition.taskDefinitionArn ?? '', stale);
        return true;
    }
    catch (error) {
        const kind = (0,failure/* failureKind */.zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        ports.log.info(`The tags of the equal revision could not be rewritten (${(0,failure/* describeFailure */.Ic)(error)}); registering a new one.`);
        return false;
    }
}
async function registerWithTags(prepared, tags, own, ports, record) {
    try {
        return await registerOnce(ports, prepared.definition, tags, prepared.newestRevision);
    }
    catch (error) {
        const deniedTagging = (0,failure/* failureKind */.zU)(error) === 'denied' && /ecs:TagResource/.test((0,failure/* describeFailure */.Ic)(error));
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
    return sendOnce(ports, 'RegisterTaskDefinition', () => ports.ecs.registerTaskDefinition(request), () => findRegistered(ports, definition, newestRevision));
}
async function findRegistered(ports, definition, newestRevision) {
    try {
        const newest = await ports.ecs.describeTaskDefinition(definition.family ?? '');
        const isNew = (newest.definition.revision ?? 0) > newestRevision;
        return isNew && (0,compare/* equalDefinitions */.Ds)((0,render/* stripForRegistration */.H)(newest.definition), definition) ? newest : undefined;
    }
    catch (error) {
        if ((0,failure/* failureKind */.zU)(error) === 'refused')
            return undefined;
        throw error;
    }
}
function updateOnce(ports, record, update) {
    const before = record.snapshot;
    const known = new Set(before?.deployments.map(({ id }) => id));
    const wanted = update.taskDefinition ?? (before && (0,snapshot/* primaryOf */.Os)(before)?.taskDefinition);
    return sendOnce(ports, 'UpdateService', () => ports.ecs.updateService(update), async () => (await __webpack_require__.e(/* import() */ 7544).then(__webpack_require__.bind(__webpack_require__, 7544))).findUpdate({ known, wanted }, ports, record));
}


/***/ }),

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

/***/ 2115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ newStoppedTasks),
/* harmony export */   S6: () => (/* binding */ newEvents),
/* harmony export */   X1: () => (/* binding */ evidenceOf)
/* harmony export */ });
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4060);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);


function newEvents(record, snapshot, since) {
    const fresh = snapshot.events.filter(({ id, at }) => at.getTime() >= since && !record.events.has(id));
    for (const event of fresh)
        record.events.set(event.id, event);
    return fresh;
}
const freshMilliseconds = 2_000;
async function newStoppedTasks(ports, record, deploymentId, definition) {
    const now = ports.clock.uptime();
    if (now - (record.stoppedTasksReadAt ?? Number.NEGATIVE_INFINITY) < freshMilliseconds)
        return { unfinished: false };
    record.stoppedTasksReadAt = now;
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:ListTasks', () => ports.ecs.listStoppedTasks(record.cluster, record.service));
    const unknown = (arns ?? []).filter((arn) => !record.lookedAt.has(arn));
    if (unknown.length === 0)
        return { unfinished: false };
    const tasks = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, unknown));
    let unfinished = false;
    let hasNew = false;
    for (const task of tasks ?? []) {
        const isOurs = task.startedBy === deploymentId;
        if (isOurs && !isOver(task)) {
            unfinished ||= task.lastStatus !== 'DEACTIVATING';
            continue;
        }
        record.lookedAt.add(task.taskArn ?? '');
        if (task.startedBy !== record.deploymentId)
            record.tasksOfOthers.add((0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .taskId */ .BS)(task.taskArn ?? ''));
        if (!isOurs || record.stoppedTasks.has((0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .taskId */ .BS)(task.taskArn ?? '')))
            continue;
        const stopped = (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .stoppedTaskOf */ .S5)(task, definition);
        record.stoppedTasks.set(stopped.id, stopped);
        hasNew = true;
    }
    if (hasNew)
        await (await __webpack_require__.e(/* import() */ 6177).then(__webpack_require__.bind(__webpack_require__, 6177))).readLogs(definition, ports, record);
    return { unfinished };
}
function isOver({ lastStatus, stopCode, stoppedReason, containers = [] }) {
    if (lastStatus === 'STOPPED')
        return true;
    if (stopCode === 'TaskFailedToStart' && stoppedReason !== undefined)
        return true;
    return containers.length > 0 && containers.every((container) => container.lastStatus === 'STOPPED');
}
function isOfAnother(message, { tasksOfOthers }) {
    const named = /\(task ([0-9a-f]{32})\)/.exec(message)?.[1];
    return named !== undefined && tasksOfOthers.has(named);
}
function evidenceOf(record, deploymentId = record.deploymentId) {
    const isOwn = deploymentId === record.deploymentId;
    const listed = record.snapshot?.deployments.find(({ id }) => id === deploymentId);
    const reason = (isOwn ? record.memory?.failure : undefined) ?? listed?.rolloutStateReason;
    const history = record.snapshot?.history;
    const own = Array.isArray(history)
        ? history.find((deployment) => deployment.deploymentId === deploymentId)
        : undefined;
    return {
        deploymentId: deploymentId ?? '',
        stoppedTasks: [...record.stoppedTasks.values()].filter(({ startedBy }) => startedBy === deploymentId),
        events: [...record.events.values()].filter(({ message }) => !isOfAnother(message, record)),
        ...(reason === undefined ? {} : { rolloutStateReason: reason }),
        ...(own?.statusReason === undefined ? {} : { statusReason: own.statusReason }),
        failedTasks: isOwn ? record.failedTasks : (listed?.failed ?? 0),
        runningLogs: isOwn ? record.runningLogs : [],
        targets: isOwn ? record.targets : [],
        alarms: isOwn ? record.alarms : [],
    };
}


/***/ }),

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ failedEnding),
/* harmony export */   K: () => (/* binding */ ending)
/* harmony export */ });
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
        return running.definition.family === family ? running : undefined;
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
        if (kind === 'denied')
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

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readAgain)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6613);
/* harmony import */ var _rollout_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4012);
/* harmony import */ var _rollback_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(801);



async function readAgain(ports, record) {
    const service = await ports.ecs.describeService(record.cluster, record.service);
    if (service === undefined)
        return { kind: 'service-gone', status: 'INACTIVE' };
    const history = await (0,_rollback_target_js__WEBPACK_IMPORTED_MODULE_0__/* .readHistory */ .Lu)(ports.ecs, record);
    const own = history === 'denied' ? undefined : history.find(({ deploymentId }) => deploymentId === record.deploymentId);
    if (own !== undefined)
        record.serviceDeploymentArn ??= own.arn;
    const snapshot = { ...(0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotOf */ .eY)(service, ports.clock), history };
    record.snapshot = snapshot;
    record.latest = service;
    record.memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .remember */ .kY)(record.memory, snapshot);
    return (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judge */ .S4)(record.memory, snapshot);
}


/***/ }),

/***/ 2682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ completedAfterAll),
/* harmony export */   Ki: () => (/* binding */ rollbackFailed),
/* harmony export */   Sn: () => (/* binding */ supersededEnding),
/* harmony export */   Sp: () => (/* binding */ cannotRollBack),
/* harmony export */   Sz: () => (/* binding */ verifiedEnding),
/* harmony export */   mn: () => (/* binding */ nowhereToGo),
/* harmony export */   vM: () => (/* binding */ whyLeftAlone)
/* harmony export */ });
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _verify_running_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);



async function verifiedEnding(failure, ports, record) {
    const proof = await (0,_verify_running_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRunning */ .B)(ports, record);
    if (!proof.ok)
        return rollbackFailed(failure, proof.why, record);
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('rolled-back', `The deployment failed (${failure.reason.replace(/\.$/, '')}) and the service runs ${record.target?.version.taskDefinition ?? 'the previous version'} again.`);
}
function rollbackFailed(failure, why, record) {
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('rollback-failed', `The deployment failed (${failure.reason.replace(/\.$/, '')}), and the previous version was not seen running again: ${why.replace(/\.$/, '')}.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCommand */ .IM)(record)]);
}
function nowhereToGo(failure, record) {
    const why = record.target === undefined ? `${record.noTarget ?? 'there is no version to go back to'}` : whyLeftAlone(record);
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('failed', `The deployment failed (${failure.reason.replace(/\.$/, '')}) and nothing was rolled back: ${why}. ECS may keep starting tasks of the failed version.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCommand */ .IM)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record)]);
}
function whyLeftAlone({ adopted }) {
    return adopted ? 'this run did not start that deployment' : 'rollback-on-failure is off';
}
function cannotRollBack(failure, record) {
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('rollback-failed', `The deployment failed (${failure.reason.replace(/\.$/, '')}) and could not be rolled back: the state of the service changed in a way that does not allow it.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record)]);
}
function supersededEnding(by, record) {
    record.supersededBy = by;
    const headline = `Another deployment, ${by}, was started after this one and took over. Nothing was rolled back.`;
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('superseded', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .historyCommand */ .aw)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record)]);
}
function completedAfterAll(record) {
    record.notices.push('The deployment completed after all, while it was looked into; nothing was rolled back.');
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K)('deployed', `${record.wanted?.taskDefinition ?? 'The new version'} runs.`);
}


/***/ }),

/***/ 801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ findRollbackTarget),
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   zB: () => (/* binding */ withKnownDigests)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6613);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3180);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3355);





async function findRollbackTarget(ecs, record, snapshot, running, isNeeded) {
    delete record.target;
    delete record.noTarget;
    const completed = completedInList(snapshot) ?? (await completedInHistory(ecs, record, isNeeded));
    if (completed === undefined) {
        record.noTarget ??= 'no deployment of this service has completed yet';
        return;
    }
    const { definition } = completed.taskDefinition === running.definition.taskDefinitionArn
        ? running
        : await ecs.describeTaskDefinition(completed.taskDefinition);
    const version = await withKnownDigests(ecs, record, (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .versionOf */ .E4)(definition), completed.deploymentId);
    record.target = { version, deploymentId: completed.deploymentId, inactive: definition.status === 'INACTIVE' };
}
function completedInList(snapshot) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .primaryOf */ .Os)(snapshot);
    const candidates = [...(primary === undefined ? [] : [primary]), ...snapshot.deployments];
    const found = candidates.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    return found && { deploymentId: found.id, taskDefinition: found.taskDefinition };
}
async function completedInHistory(ecs, record, isNeeded) {
    const certainly = isNeeded ? answered : asItIs;
    const history = await readHistory(ecs, record, certainly);
    if (history === 'denied') {
        record.noTarget = 'no deployment in the list has completed, and the history of the service could not be read';
        return undefined;
    }
    const success = history.find(({ status }) => status === 'SUCCESSFUL');
    const revision = success && record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .revisionArnOf */ .SF)(record.serviceArn, success.deploymentId);
    if (!success || !revision)
        return undefined;
    const described = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => certainly(ecs.describeServiceRevision(revision)));
    const taskDefinition = described?.taskDefinition;
    return taskDefinition === undefined ? undefined : { deploymentId: success.deploymentId, taskDefinition };
}
const asItIs = (read) => read;
const answered = async (read) => {
    try {
        return await read;
    }
    catch (error) {
        if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
            throw error;
        const message = `No deployment in the list has completed, and the history, which would show the version to go back to, could not be read (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')}). ` +
            'Run the job again; with rollback-on-failure: false it deploys without a way back.';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ about: 'The way back', message }]);
    }
};
async function readHistory(ecs, record, reading = asItIs) {
    const list = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListServiceDeployments', () => reading(ecs.listServiceDeployments(record.cluster, record.service)));
    return list === undefined ? 'denied' : list.map(_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceDeploymentView */ .Ec).sort((a, b) => b.createdAt - a.createdAt);
}
async function withKnownDigests(ecs, record, version, deploymentId) {
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .isPinned */ .T4)(version))
        return version;
    const arn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
    const revision = arn
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
        : undefined;
    const resolved = (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .withRevisionDigests */ .p4)(version, revision?.containerImages ?? []);
    if (resolved.images.every(({ digest }) => digest !== undefined))
        return resolved;
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListTasks', () => ecs.listTasksStartedBy(record.cluster, deploymentId));
    const tasks = arns?.length
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => ecs.describeTasks(record.cluster, arns))
        : undefined;
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .withTaskDigests */ .Pl)(resolved, tasks ?? []);
}


/***/ }),

/***/ 3380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ verifyRunning)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6613);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5882);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7126);
/* harmony import */ var _task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8312);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3180);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3355);







async function verifyRunning(ports, record) {
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .primaryOf */ .Os)(record.snapshot);
    const target = record.target;
    if (primary === undefined || target === undefined)
        return { ok: false, why: 'what runs could not be read' };
    const isSame = primary.taskDefinition === target.version.taskDefinitionArn;
    const copy = isSame ? undefined : await tryToDescribe(primary.taskDefinition, target.version, ports);
    if (copy?.ok === false)
        return copy;
    const named = copy === undefined ? asNamed(target.version) : (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .versionOf */ .E4)(copy.running);
    const running = await withDigests(ports, record, named, primary.id);
    record.running = running;
    if (copy !== undefined && !haveSameContent(copy.running, copy.wanted)) {
        return { ok: false, why: `${running.taskDefinition} runs instead of ${target.version.taskDefinition}` };
    }
    return compareDigests(running, target.version, record);
}
async function tryToDescribe(running, { taskDefinitionArn, taskDefinition }, ports) {
    try {
        const { definition } = await ports.ecs.describeTaskDefinition(running);
        const wanted = await ports.ecs.describeTaskDefinition(taskDefinitionArn);
        return { ok: true, running: definition, wanted: wanted.definition };
    }
    catch (error) {
        ports.cancelled.throwIfAborted();
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isLost */ .JD)((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error)))
            throw error;
        const why = `${(0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .resourceName */ .Iy)(running)} runs, and could not be compared with ${taskDefinition} (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')})`;
        return { ok: false, why };
    }
}
function asNamed(version) {
    return { ...version, images: (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .IC)(version.images.map(({ container, image }) => ({ name: container, image }))) };
}
function haveSameContent(running, wanted) {
    return (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .equalDefinitions */ .Ds)((0,_task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutImages */ .F)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(running)), (0,_task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutImages */ .F)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(wanted)));
}
function compareDigests(running, target, record) {
    for (const { container, digest } of target.images) {
        const now = running.images.find((image) => image.container === container);
        if (digest === undefined || now?.digest === undefined) {
            const notice = `The image digest of "${container}" could not be compared with the one that ran before.`;
            if (!record.notices.includes(notice))
                record.notices.push(notice);
        }
        else if (now.digest !== digest) {
            return { ok: false, why: `container "${container}" runs ${now.digest} instead of ${digest}` };
        }
    }
    return { ok: true };
}
async function withDigests(ports, record, version, deploymentId) {
    const arn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .isPinned */ .T4)(version) || !arn)
        return version;
    const revision = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ports.ecs.describeServiceRevision(arn));
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .withRevisionDigests */ .p4)(version, revision?.containerImages ?? []);
}


/***/ }),

/***/ 8640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/rollout/evidence-due.js
const everyMilliseconds = 120_000;
const againMilliseconds = 5_000;
function startLooking(now) {
    return { at: now, live: 0, failed: 0, unfinished: false };
}
function mayHaveStopped(looked, ours, news, at) {
    return (at - looked.at >= (looked.unfinished ? againMilliseconds : everyMilliseconds) ||
        liveOf(ours) < looked.live ||
        (ours?.failed ?? 0) > looked.failed ||
        news.some(({ message }) => !isRoutine(message)));
}
function lookedNow(looked, ours, at, look) {
    const seen = { live: liveOf(ours), failed: ours?.failed ?? 0 };
    return look === undefined ? { ...looked, ...seen } : { at, ...seen, unfinished: look.unfinished };
}
function liveOf(ours) {
    return (ours?.running ?? 0) + (ours?.pending ?? 0);
}
const routine = [
    /\) has started \d+ tasks: [^.]*\.?$/,
    /\) (de)?registered \d+ targets in /,
    /\) has begun draining connections on /,
    /\) has stopped \d+ running tasks: /,
    /\) has reached a steady state/,
    /deployment completed\.?$/,
];
function isRoutine(message) {
    return routine.some((pattern) => pattern.test(message));
}

// EXTERNAL MODULE: ./lib/rollout/progress.js
var rollout_progress = __webpack_require__(7530);
// EXTERNAL MODULE: ./lib/rollout/schedule.js
var schedule = __webpack_require__(5904);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var rollout_verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/collect-evidence.js
var collect_evidence = __webpack_require__(2115);
// EXTERNAL MODULE: ./lib/deployment/rollback-target.js
var rollback_target = __webpack_require__(801);
;// CONCATENATED MODULE: ./lib/deployment/watch.js








const historyPatienceMilliseconds = 60_000;
const historyDelayMilliseconds = 10_000;
async function watch(subject, ports, record) {
    const startedAt = ports.clock.uptime();
    const endsAt = startedAt + subject.limitMilliseconds;
    let known = {
        memory: { ...(subject.from ?? (0,rollout_verdict/* startWatching */.Kh)(subject)), rollbackRequested: subject.rollbackRequested },
        told: { stops: new Map(), earlier: new Set(record.stoppedTasks.keys()), looked: startLooking(startedAt) },
    };
    const isNew = record.update !== undefined;
    let pace = (0,schedule/* startPace */.a)(isNew);
    let missingSince;
    const pause = () => {
        const now = ports.clock.uptime();
        const wait = (0,schedule/* untilNextPoll */.tN)(pace, now - startedAt, ports.random());
        return ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled);
    };
    for (;;) {
        await pause();
        ports.cancelled.throwIfAborted();
        const read = await readSnapshot(ports, record);
        if (read.ok) {
            const watched = ports.clock.uptime() - startedAt;
            const isEarly = watched >= historyDelayMilliseconds && watched < historyPatienceMilliseconds;
            const seen = await takeIn(read.snapshot, known, isEarly, subject, ports, record);
            if (seen.end !== undefined)
                return seen.end;
            known = seen.known;
        }
        else {
            ports.log.info(`The service could not be read (${read.why}); trying again.`);
        }
        const now = ports.clock.uptime();
        missingSince = !read.ok && read.missing ? (missingSince ?? now) : undefined;
        if (missingSince !== undefined && now - missingSince >= rollout_verdict/* patienceMilliseconds */.Sg) {
            return { kind: 'service-gone', status: 'MISSING' };
        }
        if (now >= endsAt)
            return { kind: 'limit', fresh: read.ok };
        pace = (0,schedule/* paceAfter */.sL)(pace, read.ok, record.snapshot && (0,snapshot/* primaryOf */.Os)(record.snapshot), now - startedAt);
    }
}
async function takeIn(snapshot, known, isEarly, subject, ports, record) {
    const memory = (0,rollout_verdict/* remember */.kY)(known.memory, snapshot);
    record.memory = memory;
    if (isEarly)
        await findServiceDeployment(ports, record);
    const told = await tell(subject, ports, record, snapshot, known.told);
    const verdict = await verdictOf(memory, subject, ports, record);
    const next = { known: { memory, told } };
    if (isFinal(verdict, subject))
        return { ...next, end: verdict };
    const reason = verdict.kind === 'in-progress' ? await whyGiveUpNow(subject, ports, record) : undefined;
    return reason === undefined ? next : { ...next, end: { kind: 'given-up', reason } };
}
async function readSnapshot(ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        if (service !== undefined)
            return noteSnapshot(record, (0,snapshot/* snapshotOf */.eY)(service, ports.clock));
        return cannotRead(record, 'ECS does not list it', true);
    }
    catch (error) {
        if ((0,failure/* isNamed */.ev)(error, 'ClusterNotFoundException'))
            return cannotRead(record, (0,failure/* describeFailure */.Ic)(error), true);
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return cannotRead(record, (0,failure/* describeFailure */.Ic)(error), false);
    }
}
function cannotRead(record, why, missing) {
    record.stale = true;
    return { ok: false, why, missing };
}
function noteSnapshot(record, snapshot) {
    record.snapshot = snapshot;
    record.stale = false;
    return { ok: true, snapshot };
}
async function verdictOf(memory, subject, ports, record) {
    const snapshot = record.snapshot;
    const first = (0,rollout_verdict/* judge */.S4)(memory, snapshot);
    const endsByRollback = first.kind === 'failed' && first.ecs !== 'stays' && isFinal(first, subject);
    if (first.kind !== 'ask-history' && !endsByRollback)
        return first;
    const informed = { ...snapshot, history: await (0,rollback_target/* readHistory */.Lu)(ports.ecs, record) };
    record.snapshot = informed;
    return (0,rollout_verdict/* judge */.S4)(memory, informed);
}
async function whyGiveUpNow(subject, ports, record) {
    const { giveUpAfter } = subject;
    const nothingFailed = record.failedTasks === 0 && record.stoppedTasks.size === 0;
    if (giveUpAfter === undefined || giveUpAfter === 'off' || nothingFailed)
        return undefined;
    const { whyGiveUp } = await __webpack_require__.e(/* import() */ 326).then(__webpack_require__.bind(__webpack_require__, 326));
    return whyGiveUp(giveUpAfter, subject, ports, record);
}
function isFinal(verdict, subject) {
    if (verdict.kind === 'in-progress' || verdict.kind === 'ask-history')
        return false;
    if (verdict.kind !== 'failed')
        return true;
    if (verdict.ecs === 'may-roll-back')
        return false;
    return verdict.ecs === 'rolling-back' ? subject.until === 'failure' : true;
}
async function tell(subject, ports, record, snapshot, told) {
    const progress = (0,rollout_progress/* progressOf */.jA)(subject.deploymentId, record.startedAt, snapshot, told.progress);
    if (progress.line !== undefined)
        ports.log.info(progress.line);
    if (progress.change !== undefined)
        record.timeline.push({ at: snapshot.at, text: progress.change });
    const events = (0,collect_evidence/* newEvents */.S6)(record, snapshot, subject.createdAt);
    const hasHead = progress.line !== undefined;
    const since = (0,rollout_progress/* elapsed */.vk)(snapshot.at - record.startedAt);
    for (const line of (0,rollout_progress/* newsLines */.vB)(events.map(rollout_progress/* eventLine */.V8), hasHead ? undefined : since))
        ports.log.info(line);
    const ours = snapshot.deployments.find(({ id }) => id === subject.deploymentId);
    record.failedTasks = Math.max(record.failedTasks, ours?.failed ?? 0);
    record.everRan ||= (ours?.running ?? 0) > 0;
    record.fullSince = isFull(ours) ? (record.fullSince ?? ports.clock.uptime()) : undefined;
    const now = ports.clock.uptime();
    const isExplained = record.diagnoses.length > 0 && subject.deploymentId === record.deploymentId;
    const look = !isExplained && mayHaveStopped(told.looked, ours, events, now)
        ? await (0,collect_evidence/* newStoppedTasks */.Ql)(ports, record, subject.deploymentId, subject.definition)
        : undefined;
    const stopped = [...record.stoppedTasks.values()].filter(({ id }) => !told.earlier.has(id));
    const stops = (0,rollout_progress/* stoppedTaskLines */.a$)(stopped, snapshot.at, told.stops);
    for (const line of (0,rollout_progress/* newsLines */.vB)(stops.lines, hasHead || events.length > 0 ? undefined : since))
        ports.log.info(line);
    const looked = lookedNow(told.looked, ours, now, look);
    return { ...told, progress: progress.told, stops: stops.told, looked };
}
function isFull(ours) {
    return ours !== undefined && ours.running === ours.desired && ours.pending === 0 && ours.desired > 0;
}
async function findServiceDeployment(ports, record) {
    if (record.serviceDeploymentArn !== undefined)
        return;
    const history = await (0,rollback_target/* readHistory */.Lu)(ports.ecs, record);
    if (history === 'denied')
        return;
    const own = history.find(({ deploymentId }) => deploymentId === record.deploymentId);
    if (own === undefined)
        return;
    record.serviceDeploymentArn = own.arn;
    await ports.keep();
}


/***/ }),

/***/ 4060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ taskId),
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

/***/ 5904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ startPace),
/* harmony export */   sL: () => (/* binding */ paceAfter),
/* harmony export */   tN: () => (/* binding */ untilNextPoll)
/* harmony export */ });
const interval = { due: 2_550, calm: 8_000, late: 8_000 };
const spread = 0.05;
const lateAfter = 30 * 60_000;
const longest = 60_000;
const mostStrain = 5;
const untilFirstTask = 30_000;
const untilPull = 10_000;
function startPace(isNew) {
    return { calm: isNew, hadTasks: false, strain: 0 };
}
function paceAfter(pace, answered, leading, elapsed) {
    if (!answered)
        return { ...pace, strain: Math.min(mostStrain, pace.strain + 1) };
    const hasTasks = leading !== undefined && leading.running + leading.pending > 0;
    const tasksSince = hasTasks ? (pace.tasksSince ?? elapsed) : undefined;
    const next = {
        ...(tasksSince === undefined ? {} : { tasksSince }),
        hadTasks: pace.hadTasks || hasTasks || (leading?.failed ?? 0) > 0,
        strain: Math.max(0, pace.strain - 1),
    };
    return { ...next, calm: leading !== undefined && nothingCanEnd(leading, next, elapsed) };
}
function nothingCanEnd(leading, pace, elapsed) {
    if (leading.status !== 'PRIMARY' || leading.rolloutState !== 'IN_PROGRESS' || leading.running > 0)
        return false;
    return pace.tasksSince === undefined
        ? !pace.hadTasks && elapsed < untilFirstTask
        : elapsed - pace.tasksSince < untilPull;
}
function untilNextPoll({ calm, strain }, elapsed, random) {
    const plain = calm ? interval.calm : elapsed > lateAfter ? interval.late : interval.due;
    return Math.min(longest, plain * 2 ** strain * (1 - spread + 2 * spread * random));
}


/***/ }),

/***/ 4012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ startWatching),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Sg: () => (/* binding */ patienceMilliseconds),
/* harmony export */   kY: () => (/* binding */ remember)
/* harmony export */ });
/* unused harmony export ecsRollbackPatienceMilliseconds */
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

const patienceMilliseconds = 30_000;
const ecsRollbackPatienceMilliseconds = 90_000;
function startWatching({ deploymentId, createdAt, older, ecsMayRollBack, }) {
    return { deploymentId, createdAt, older, ecsMayRollBack, rollbackRequested: false, seen: false, sawGoingBack: false };
}
function remember(memory, snapshot) {
    const { puzzledSince, ...known } = memory;
    const failure = failureSeen(memory, snapshot);
    const next = {
        ...known,
        seen: memory.seen || find(snapshot, memory.deploymentId) !== undefined,
        sawGoingBack: memory.sawGoingBack || goingBack(memory, snapshot),
        ...(failure === undefined
            ? {}
            : { failedAt: memory.failedAt ?? snapshot.uptime, failure: memory.failure ?? failure }),
    };
    return judgeOnce(next, snapshot) === 'puzzled' ? { ...next, puzzledSince: puzzledSince ?? snapshot.uptime } : next;
}
function judge(memory, snapshot) {
    const verdict = judgeOnce(memory, snapshot);
    if (verdict !== 'puzzled')
        return verdict;
    if (snapshot.history === undefined)
        return { kind: 'ask-history' };
    if (snapshot.uptime - (memory.puzzledSince ?? snapshot.uptime) < patienceMilliseconds)
        return { kind: 'in-progress' };
    return {
        kind: 'unknown',
        why: memory.seen
            ? 'the deployment is no longer listed, and neither its failure nor a newer deployment could be seen'
            : `ECS did not show the deployment within ${patienceMilliseconds / 1000} seconds`,
    };
}
function judgeOnce(memory, snapshot) {
    if (snapshot.serviceStatus === 'DRAINING' || snapshot.serviceStatus === 'INACTIVE') {
        return { kind: 'service-gone', status: snapshot.serviceStatus };
    }
    const primary = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined)
        return 'puzzled';
    if (primary.id === memory.deploymentId)
        return judgeOwnPrimary(memory, snapshot, primary);
    const newer = newerByOthers(memory, snapshot);
    if (newer !== undefined)
        return { kind: 'superseded', by: newer };
    if (memory.older.includes(primary.id))
        return judgeOlderPrimary(memory, snapshot, primary);
    return primary.createdAt >= memory.createdAt ? { kind: 'superseded', by: primary.id } : 'puzzled';
}
function judgeOwnPrimary(memory, snapshot, ours) {
    if (ours.rolloutState === 'COMPLETED')
        return { kind: 'completed' };
    if (ours.rolloutState === 'FAILED') {
        const waited = snapshot.uptime - (memory.failedAt ?? snapshot.uptime);
        const ecs = memory.ecsMayRollBack && waited < ecsRollbackPatienceMilliseconds ? 'may-roll-back' : 'stays';
        return { kind: 'failed', reason: failureReason(memory, snapshot), ecs };
    }
    if (ours.rolloutState === undefined && settled(snapshot, ours))
        return { kind: 'completed' };
    if (rollingBack(historyOf(memory, snapshot))) {
        return { kind: 'failed', reason: failureReason(memory, snapshot), ecs: 'rolling-back' };
    }
    return { kind: 'in-progress' };
}
function settled(snapshot, ours) {
    return snapshot.deployments.length === 1 && ours.running === ours.desired && ours.pending === 0 && ours.desired > 0;
}
function judgeOlderPrimary(memory, snapshot, primary) {
    const own = historyOf(memory, snapshot);
    const reason = failureReason(memory, snapshot);
    if (primary.rolloutState === 'COMPLETED') {
        const believable = memory.sawGoingBack || own?.status === 'ROLLBACK_SUCCESSFUL' || patientlyFailed(memory, snapshot);
        return believable ? { kind: 'failed', reason, ecs: 'rolled-back' } : 'puzzled';
    }
    if (!memory.sawGoingBack && !goingBack(memory, snapshot))
        return 'puzzled';
    if (primary.rolloutState === 'FAILED') {
        return { kind: 'ecs-rollback-failed', reason: primary.rolloutStateReason ?? 'the rollback failed too' };
    }
    return { kind: 'failed', reason, ecs: 'rolling-back' };
}
function patientlyFailed(memory, snapshot) {
    const failed = memory.failedAt !== undefined || memory.rollbackRequested;
    return failed && snapshot.uptime - (memory.puzzledSince ?? snapshot.uptime) >= patienceMilliseconds;
}
function goingBack(memory, snapshot) {
    const primary = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined || !memory.older.includes(primary.id) || primary.rolloutState === 'COMPLETED')
        return false;
    const ours = find(snapshot, memory.deploymentId);
    return (/rolling back to deploymentId/i.test(primary.rolloutStateReason ?? '') ||
        rollingBack(historyOf(memory, snapshot)) ||
        (memory.seen && ours !== undefined) ||
        memory.failedAt !== undefined ||
        memory.rollbackRequested);
}
function rollingBack(own) {
    return own?.status.startsWith('ROLLBACK_') ?? false;
}
function failureSeen(memory, snapshot) {
    const ours = find(snapshot, memory.deploymentId);
    if (ours?.rolloutState === 'FAILED')
        return ours.rolloutStateReason ?? 'the deployment failed';
    const marker = `(deployment ${memory.deploymentId}) deployment failed: `;
    const event = snapshot.events.find(({ message }) => message.includes(marker));
    return event?.message.slice(event.message.indexOf(marker) + marker.length);
}
function failureReason(memory, snapshot) {
    const own = historyOf(memory, snapshot);
    return memory.failure ?? failureSeen(memory, snapshot) ?? own?.statusReason ?? 'ECS rolled the deployment back';
}
function newerByOthers(memory, snapshot) {
    const isTheirs = (id) => id !== memory.deploymentId && !memory.older.includes(id);
    const known = [
        ...historyList(snapshot),
        ...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })),
    ];
    const found = known.find(({ deploymentId, createdAt }) => createdAt > memory.createdAt && isTheirs(deploymentId));
    if (found !== undefined)
        return found.deploymentId;
    const named = snapshot.events
        .filter(({ at }) => at.getTime() > memory.createdAt)
        .flatMap(({ message }) => /\(deployment (ecs-svc\/[\w-]+)\)/.exec(message)?.[1] ?? []);
    return named.find(isTheirs);
}
function historyOf(memory, snapshot) {
    return historyList(snapshot).find(({ deploymentId }) => deploymentId === memory.deploymentId);
}
function historyList({ history }) {
    return history === undefined || history === 'denied' ? [] : history;
}
function find(snapshot, id) {
    return snapshot.deployments.find((deployment) => deployment.id === id);
}


/***/ }),

/***/ 4123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   A: () => (/* binding */ canonicalText)
/* harmony export */ });
/* harmony import */ var _file_node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8315);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6052);
/* harmony import */ var _unordered_lists_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7577);




function canonical(definition) {
    const request = Object.entries(definition).filter(([name]) => name !== 'tags' && !_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .READ_ONLY_MEMBERS */ .Q.includes(name));
    const compact = compacted(Object.fromEntries(request));
    const task = taskDefaults(compact);
    const containers = list(task.containerDefinitions).map((container) => containerDefaults(container, task.networkMode));
    const volumes = list(task.volumes).map(volumeDefaults);
    return sorted(compacted({ ...task, containerDefinitions: containers, volumes }), '');
}
function compacted(value) {
    if (Array.isArray(value))
        return value.filter((item) => item !== undefined).map(compacted);
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return value;
    const result = {};
    for (const [name, member] of Object.entries(value)) {
        const compact = compacted(member);
        if (!isAbsent(compact) || (compact === false && name === 'essential'))
            (0,_file_node_js__WEBPACK_IMPORTED_MODULE_3__/* .setMember */ .Nk)(result, name, compact);
    }
    return result;
}
function isAbsent(value) {
    if (value === undefined || value === null || value === false)
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) && Object.keys(value).length === 0;
}
function taskDefaults(task) {
    const platform = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(task.runtimePlatform) ? task.runtimePlatform : {};
    const fargate = list(task.requiresCompatibilities).includes('FARGATE');
    const windows = String(platform.operatingSystemFamily ?? '').startsWith('WINDOWS');
    return {
        ...task,
        cpu: inUnits(task.cpu, /^(\d*\.?\d+)\s*vcpu$/i),
        memory: inUnits(task.memory, /^(\d*\.?\d+)\s*gb$/i),
        networkMode: task.networkMode ?? (fargate || windows ? undefined : 'bridge'),
        runtimePlatform: fargate && list(task.requiresCompatibilities).length === 1 ? platformDefaults(platform) : platform,
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(task.proxyConfiguration) && {
            proxyConfiguration: without(task.proxyConfiguration, { type: 'APPMESH' }),
        }),
    };
}
function platformDefaults(platform) {
    return without(platform, { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' });
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
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(container))
        return container;
    const { healthCheck, restartPolicy, portMappings } = container;
    return {
        ...without(container, { cpu: 0, essential: true, versionConsistency: 'enabled' }),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(healthCheck) && {
            healthCheck: without(healthCheck, { interval: 30, timeout: 5, retries: 3, startPeriod: 0 }),
        }),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(restartPolicy) && { restartPolicy: restartDefaults(restartPolicy) }),
        ...(portMappings !== undefined && {
            portMappings: list(portMappings).map((mapping) => portDefaults(mapping, networkMode)),
        }),
    };
}
function restartDefaults(policy) {
    return policy.enabled === true ? without(policy, { restartAttemptPeriod: 300 }) : {};
}
function portDefaults(mapping, networkMode) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(mapping))
        return mapping;
    const ownPort = networkMode === 'awsvpc' || networkMode === 'host';
    const plain = without(mapping, { hostPort: 0, protocol: 'tcp' });
    return ownPort ? without(plain, { hostPort: mapping.containerPort }) : plain;
}
function volumeDefaults(volume) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(volume))
        return volume;
    const { efsVolumeConfiguration: efs, dockerVolumeConfiguration: docker } = volume;
    return {
        ...volume,
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(efs) && {
            efsVolumeConfiguration: {
                ...without(efs, { rootDirectory: '/', transitEncryption: 'DISABLED' }),
                ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(efs.authorizationConfig) && {
                    authorizationConfig: without(efs.authorizationConfig, { iam: 'DISABLED' }),
                }),
            },
        }),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(docker) && { dockerVolumeConfiguration: without(docker, { scope: 'task' }) }),
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
        const key = (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOfUnordered */ .b)(member);
        if (key === undefined)
            return items;
        const texts = items.map((item) => ({ item, key: key(item), text: member === 'environment' ? '' : (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(item) }));
        return texts.sort((a, b) => order(a.key, b.key) || order(a.text, b.text)).map(({ item }) => item);
    }
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return value;
    const result = {};
    for (const name of Object.keys(value).sort())
        (0,_file_node_js__WEBPACK_IMPORTED_MODULE_3__/* .setMember */ .Nk)(result, name, sorted(value[name], name));
    return result;
}
function order(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}
function canonicalText(definition) {
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(canonical(definition));
}


/***/ }),

/***/ 5882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ equalDefinitions),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4123);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8315);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6052);
/* harmony import */ var _unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7577);





function equalDefinitions(a, b) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A)(a) === (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A)(b);
}
function differences(before, after) {
    return ofMembers((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(before), (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(after), '');
}
const NO_MEMBERS = {};
function ofMembers(before, after, place) {
    const old = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(before) ? before : NO_MEMBERS;
    const now = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(after) ? after : NO_MEMBERS;
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names.flatMap((name) => ofMember(own(old, name), own(now, name), name, place));
}
function own(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
function ofMember(before, after, name, place) {
    if ((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(before) === (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(after))
        return [];
    const path = `${place}${name}`;
    if (!KNOWN.has(name))
        return [difference(path, before, after, false)];
    const key = (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOfUnordered */ .b)(name);
    if (key && areListsOf(before, after))
        return ofItems(list(before), list(after), name, key, place);
    if (FREE_TEXTS.has(name))
        return ofFreeTexts(before, after, path);
    if (isStructure(before, after))
        return ofMembers(before, after, `${path}.`);
    return [difference(path, before, after, !HIDDEN.has(name))];
}
const KNOWN = new Set(Object.values(_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .STRUCTURES */ .R).flatMap(({ members }) => Object.keys(members)));
const HIDDEN = new Set(['environment', 'properties', 'command', 'entryPoint']);
const FREE_TEXTS = new Set(['dockerLabels', 'options', 'driverOpts', 'labels']);
function areListsOf(before, after) {
    return [before, after].every((value) => value === undefined || Array.isArray(value));
}
function isStructure(before, after) {
    return [before, after].every((value) => value === undefined || (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function ofItems(before, after, name, key, place) {
    const keys = [...new Set([...before, ...after].map(key))].sort();
    return keys.flatMap((wanted) => {
        const old = before.filter((item) => key(item) === wanted);
        const now = after.filter((item) => key(item) === wanted);
        if ((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(old) === (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(now))
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
    const values = telling === undefined ? items : items.map((item) => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .memberText */ .WI)(item, telling));
    return values.length === 1 ? values[0] : values;
}
const TELLING_MEMBER = new Map([
    ['containerDefinitions', 'image'],
    ['secrets', 'valueFrom'],
    ['secretOptions', 'valueFrom'],
]);
function ofFreeTexts(before, after, path) {
    const old = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(before) ? before : NO_MEMBERS;
    const now = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(after) ? after : NO_MEMBERS;
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names
        .filter((name) => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(own(old, name)) !== (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(own(now, name)))
        .map((name) => difference(`${path} ${name}`, own(old, name), own(now, name), name.startsWith('awslogs-')));
}
function difference(path, before, after, show) {
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    if (!show)
        return { path, kind };
    return {
        path,
        kind,
        ...(before !== undefined && { before: short(before) }),
        ...(after !== undefined && { after: short(after) }),
    };
}
const LONGEST = 120;
function short(value) {
    const text = typeof value === 'string' ? value : (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}


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


/***/ }),

/***/ 8312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ withoutImages)
/* harmony export */ });
function withoutImages(definition) {
    const containerDefinitions = (definition.containerDefinitions ?? []).map((container) => ({
        ...container,
        image: 'compared-by-digest',
    }));
    return { ...definition, containerDefinitions };
}


/***/ })

};
