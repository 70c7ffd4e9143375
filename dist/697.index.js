export const id = 697;
export const ids = [697];
export const modules = {

/***/ 6149:
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
// EXTERNAL MODULE: ./lib/deployment/optional-read.js
var optional_read = __webpack_require__(3180);
;// CONCATENATED MODULE: ./lib/deployment/find-update.js


/**
 * Looks for what an UpdateService did: a deployment that was not there before, with our definition, is ours. Where somebody
 * else has deployed over it meanwhile, the service is returned as it was answered when ours began, with ours as PRIMARY.
 *
 * @returns undefined where it was not done
 * @throws Error where somebody else has deployed, and whether ours was there before that cannot be told
 */
async function findUpdate(lost, ports, record) {
    const service = await ports.ecs.describeService(record.cluster, record.service);
    const fresh = (service?.deployments ?? []).filter(({ id }) => id !== undefined && !lost.known.has(id));
    const ours = fresh.filter(({ taskDefinition }) => taskDefinition === lost.wanted);
    if (service === undefined || fresh.length === 0)
        return undefined;
    if (ours.some(({ status }) => status === 'PRIMARY'))
        return service;
    const covered = ours[0] ?? (await findInHistory(lost, ports, record));
    return covered === undefined ? undefined : withPrimary(service, covered, lost);
}
/** Deployed over twice, ours is listed no longer: the history knows it, and its revision says what it was. */
async function findInHistory({ known, wanted }, ports, record) {
    const history = await (0,optional_read/* optional */.l)(record, 'ecs:ListServiceDeployments', () => ports.ecs.listServiceDeployments(record.cluster, record.service));
    if (history === undefined)
        throw new Error('somebody else has deployed, and the history may not be read');
    const since = record.snapshot?.deployments.map(({ createdAt }) => createdAt) ?? [];
    for (const { targetServiceRevisionArn = '', createdAt } of history) {
        const id = (0,snapshot/* deploymentIdOfRevision */.H6)(targetServiceRevisionArn);
        const revisionArn = record.serviceArn && (0,snapshot/* revisionArnOf */.SF)(record.serviceArn, id);
        if (known.has(id) || !revisionArn || (createdAt?.getTime() ?? 0) <= Math.max(0, ...since))
            continue;
        const revision = await (0,optional_read/* optional */.l)(record, 'ecs:DescribeServiceRevisions', () => ports.ecs.describeServiceRevision(revisionArn));
        if (revision === undefined)
            throw new Error('somebody else has deployed, and their revision may not be read');
        if (revision.taskDefinition === wanted) {
            return { id, status: 'PRIMARY', taskDefinition: wanted, createdAt, rolloutState: 'IN_PROGRESS' };
        }
    }
    return undefined;
}
/** What was not there before ours came after it: the answer did not have it. */
function withPrimary(service, ours, { known }) {
    const others = (service.deployments ?? []).filter(({ id }) => known.has(id ?? ''));
    const former = others.map((one) => (one.status === 'PRIMARY' ? { ...one, status: 'ACTIVE' } : one));
    return { ...service, deployments: [{ ...ours, status: 'PRIMARY' }, ...former] };
}

// EXTERNAL MODULE: ./lib/deployment/intent.js
var intent = __webpack_require__(377);
;// CONCATENATED MODULE: ./lib/deployment/send-once.js

/** Throttled calls are sent again for this long: 20 registrations at once need 20 s more at 1 a second (API reference "Request throttling"). */
const throttledLimitMilliseconds = 180_000;
/** How long to look for the effect of a call whose answer is lost: ECS reads may be stale (SDK text of RunTask). */
const effectLimitMilliseconds = 30_000;
const effectPollMilliseconds = 2_000;
/**
 * Sends a call that has no idempotency token, so that it is applied once.
 *
 * It is sent again where the answer proves that nothing was done (throttled, no connection). Where the answer is lost,
 * `findEffect` looks for what it did; only when that has not shown up for 30 s is it sent again, once.
 *
 * @param what for the log, e.g. `RegisterTaskDefinition`
 * @param findEffect reads; undefined: not (yet) there
 * @throws what AWS throws when it refuses, or the last failure
 */
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
        // What refuses the look is no refusal of the call.
        throw new Error(`whether it was done could not be read: ${(0,failure/* describeFailure */.Ic)(error)}`, { cause: error });
    }
}
/** 1, 2, 4, 8, then 10 s, with jitter so that runs that collided do not collide again. */
function backOff(attempt, random) {
    return Math.min(10_000, 1_000 * 2 ** attempt) * (0.5 + random / 2);
}

// EXTERNAL MODULE: ./lib/deployment/tags.js
var deployment_tags = __webpack_require__(8370);
// EXTERNAL MODULE: ./lib/deployment/version.js
var version = __webpack_require__(3355);
;// CONCATENATED MODULE: ./lib/deployment/apply.js










/**
 * Registers a revision if one is needed, then sends the one UpdateService.
 *
 * @returns the service as UpdateService answered: whether a deployment started is read from it, never predicted
 */
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
        ...(revision === undefined ? {} : { taskDefinition: revision.definition.taskDefinitionArn }),
        ...settingsOf(inputs.settings),
        ...(decision.force ? { forceNewDeployment: true } : {}),
    };
    // What was not sent must not be told as if it had been.
    ports.cancelled.throwIfAborted();
    record.update = update;
    const service = await (0,intent/* sendKept */.$)('update', ports, record, () => updateOnce(ports, record, update));
    record.changed = true;
    return service;
}
/** The settings as UpdateService takes them: only what the user set. */
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
/** On reuse the tags of the run are rewritten; false where that is not possible, so that a new revision carries them. */
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
/** Where tagging is denied the revision is registered without our own tags, with one notice. */
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
/** Registers a definition once, whatever happens to the answer: a newer revision that equals it is ours. */
function registerOnce(ports, definition, tags, newestRevision) {
    // An empty list of tags is refused by ECS; no tags are no member.
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
        // The family may not exist yet.
        if ((0,failure/* failureKind */.zU)(error) === 'refused')
            return undefined;
        throw error;
    }
}
/** Sends UpdateService once, whatever happens to the answer. */
function updateOnce(ports, record, update) {
    const before = record.snapshot;
    const known = new Set(before?.deployments.map(({ id }) => id));
    const wanted = update.taskDefinition ?? (before && (0,snapshot/* primaryOf */.Os)(before)?.taskDefinition);
    return sendOnce(ports, 'UpdateService', () => ports.ecs.updateService(update), () => findUpdate({ known, wanted }, ports, record));
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
/** Shows what runs now. */
function lookCommand({ cluster, service, region }) {
    return {
        why: 'See what runs now',
        command: `aws ecs describe-services --cluster ${cluster} --services ${service} --region ${region} --query 'services[0].{deployments:deployments,events:events[:10]}'`,
    };
}
/** Stops ECS from starting tasks again and again. */
function stopCommand(record) {
    return {
        why: 'Stop ECS from starting tasks until a working version is deployed',
        command: `aws ecs update-service ${place(record)} --desired-count 0`,
    };
}
/** Brings the previous version back; none where there is none. */
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
/** ECS refuses a deregistered revision (DG deregister-task-definition-v2); a copy of it is a new one of the family. */
function registerAgain(taskDefinition, region) {
    const readOnly = _task_definition_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .READ_ONLY_MEMBERS */ .Q.map((name) => `.${name}`).join(',');
    return {
        why: `Register ${taskDefinition} again, because it was deregistered`,
        command: `aws ecs describe-task-definition --task-definition ${taskDefinition} --region ${region} --query taskDefinition ` +
            `| jq 'del(${readOnly})' > previous.json && aws ecs register-task-definition --region ${region} --cli-input-json file://previous.json`,
    };
}
/** Shows the deployments of the service, newest first. */
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


/** Events of this deployment that were not in the record yet; they are put into it. Oldest first. */
function newEvents(record, snapshot, since) {
    const fresh = snapshot.events.filter(({ id, at }) => at.getTime() >= since && !record.events.has(id));
    for (const event of fresh)
        record.events.set(event.id, event);
    return fresh;
}
/** The last look before a verdict and the one after it fall together. */
const freshMilliseconds = 2_000;
/**
 * Reads the tasks of this deployment that stopped since the last time and puts them into the record.
 * Stopped tasks of other deployments are left out: `startedBy` is the deployment's id.
 *
 * @returns whether a task is about to stop whose exit codes are not known yet
 */
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
            // A task that drains has minutes before it.
            unfinished ||= task.lastStatus !== 'DEACTIVATING';
            continue;
        }
        record.lookedAt.add(task.taskArn ?? '');
        if (!isOurs || record.stoppedTasks.has((0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .taskId */ .BS)(task.taskArn ?? '')))
            continue;
        const stopped = (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .stoppedTaskOf */ .S5)(task, definition);
        record.stoppedTasks.set(stopped.id, stopped);
        hasNew = true;
    }
    // Most deployments have no task that stops, and need none of the code for it.
    if (hasNew)
        await (await __webpack_require__.e(/* import() */ 840).then(__webpack_require__.bind(__webpack_require__, 6840))).readLogs(definition, ports, record);
    return { unfinished };
}
/** All that there will be to know is known: STOPPED itself comes only when the network interface is gone, 16 s later (observed). */
function isOver({ lastStatus, containers = [] }) {
    if (lastStatus === 'STOPPED')
        return true;
    return containers.length > 0 && containers.every((container) => container.lastStatus === 'STOPPED');
}
/** What the record holds of one deployment, for the diagnosis. */
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
        events: [...record.events.values()],
        ...(reason === undefined ? {} : { rolloutStateReason: reason }),
        ...(own?.statusReason === undefined ? {} : { statusReason: own.statusReason }),
        failedTasks: isOwn ? record.failedTasks : (listed?.failed ?? 0),
        runningLogs: isOwn ? record.runningLogs : [],
        targets: isOwn ? record.targets : [],
        alarms: isOwn ? record.alarms : [],
    };
}


/***/ }),

/***/ 2847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ differingSettings),
/* harmony export */   L: () => (/* binding */ decide)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

/** `unchanged` only if it is proved; pure. */
function decide(comparison) {
    const { equal, settingsDiffer, forceNewDeployment, unresolved } = comparison;
    if (equal !== 'running') {
        return { kind: 'update', revision: equal === 'other' ? 'reuse' : 'register', force: forceNewDeployment };
    }
    if (forceNewDeployment)
        return { kind: 'update', force: true };
    if (unresolved.length > 0) {
        const why = `the digest of ${unresolved.join(' and ')} is not known, so what runs may be older than what the tag names now`;
        return { kind: 'update', force: true, why };
    }
    return decideOnRollout(comparison.snapshot, settingsDiffer);
}
function decideOnRollout(snapshot, settingsDiffer) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined)
        return { kind: 'update', force: true, why: 'the service has no deployment' };
    if (primary.rolloutState === 'FAILED') {
        return { kind: 'update', force: true, why: `its deployment ${primary.id} failed` };
    }
    if (settingsDiffer)
        return { kind: 'update', force: false };
    if (primary.rolloutState !== 'COMPLETED' && primary.rolloutState !== undefined) {
        return { kind: 'watch', deploymentId: primary.id };
    }
    return snapshot.running === snapshot.desired && snapshot.pending === 0 ? { kind: 'unchanged' } : { kind: 'settle' };
}
/** The names of the settings that the user set and that the service does not have; pure. */
function differingSettings(wanted, service) {
    const current = {
        desiredCount: service.desiredCount,
        // An action, not a state: `decide` looks at it.
        forceNewDeployment: wanted.forceNewDeployment,
        enableExecuteCommand: service.enableExecuteCommand ?? false,
        platformVersion: service.platformVersion,
        healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds ?? 0,
        capacityProviderStrategy: service.capacityProviderStrategy ?? [],
        networkConfiguration: service.networkConfiguration,
        deploymentCircuitBreaker: service.deploymentConfiguration?.deploymentCircuitBreaker,
        // DescribeServices shows volumes per deployment.
        serviceManagedEbsVolume: ebsVolumeOf(service),
        propagateTags: service.propagateTags ?? 'NONE',
        enableEcsManagedTags: service.enableECSManagedTags ?? false,
    };
    return Object.keys(wanted).filter((name) => !contains(current[name], wanted[name]));
}
function ebsVolumeOf(service) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    const volume = primary?.volumeConfigurations?.[0];
    return volume === undefined ? undefined : { name: volume.name, volume: volume.managedEBSVolume };
}
/** Everything in `wanted` is in `actual`; ECS fills in defaults beside it. Lists are compared as sets. */
function contains(actual, wanted) {
    if (wanted === undefined)
        return true;
    if (Array.isArray(wanted)) {
        return (Array.isArray(actual) &&
            wanted.every((item) => actual.some((other) => contains(other, item))) &&
            actual.every((other) => wanted.some((item) => contains(other, item))));
    }
    if (typeof wanted === 'object' && wanted !== null) {
        if (typeof actual !== 'object' || actual === null)
            return Object.values(wanted).every((value) => value === undefined);
        const members = actual;
        return Object.entries(wanted).every(([name, value]) => contains(members[name], value));
    }
    return actual === wanted;
}


/***/ }),

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ failedEnding),
/* harmony export */   K: () => (/* binding */ ending)
/* harmony export */ });
/** An ending without a failure. */
function ending(outcome, headline, commands = []) {
    return { outcome, headline, explain: false, commands };
}
/** An ending whose cause is to be explained from the evidence. */
function failedEnding(outcome, headline, commands = []) {
    return { outcome, headline, explain: true, commands };
}


/***/ }),

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sendKept)
/* harmony export */ });
/**
 * Sends a call that changes something. What is about to be sent is kept for the post step beforehand: whatever ends the run
 * while the call is on its way, post knows that it may have been applied.
 *
 * @throws where the run was cancelled, and what `send` throws
 */
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

/** The newest ACTIVE revision of the family; undefined for a family that is new. */
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

/**
 * A read that a deployment can do without: where it is denied or fails, one notice names what is missing.
 * Lost credentials are never swallowed.
 */
async function optional(record, action, read) {
    if (record.denied.has(action))
        return undefined;
    try {
        return await read();
    }
    catch (error) {
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



/** Read again just before a rollback: somebody else, or ECS itself, may have acted. */
async function readAgain(ports, record) {
    const service = await ports.ecs.describeService(record.cluster, record.service);
    if (service === undefined)
        return { kind: 'service-gone', status: 'INACTIVE' };
    const history = await (0,_rollback_target_js__WEBPACK_IMPORTED_MODULE_0__/* .readHistory */ .Lu)(ports.ecs, record);
    const own = history === 'denied' ? undefined : history.find(({ deploymentId }) => deploymentId === record.deploymentId);
    if (own !== undefined)
        record.serviceDeploymentArn ??= own.arn;
    const snapshot = { ...(0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotOf */ .eY)(service, ports.clock.now()), history };
    record.snapshot = snapshot;
    record.latest = service;
    record.memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .remember */ .kY)(record.memory, snapshot);
    return (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judge */ .S4)(record.memory, snapshot);
}


/***/ }),

/***/ 9103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ux: () => (/* binding */ inServiceRevision),
/* harmony export */   Vy: () => (/* binding */ settingsToRestore),
/* harmony export */   hn: () => (/* binding */ nameKeptSettings)
/* harmony export */ });
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2847);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7742);



/**
 * Settings to put back with a rollback through UpdateService: those that this run set, and that still have its values. Never
 * the desired count of a service that is scaled, or where that cannot be told. Those that stay are named.
 *
 * @param now the service as it was read last
 */
async function settingsToRestore(now, ports, record) {
    const { original, asked } = record;
    if (original === undefined)
        return {};
    const names = ownSettings(record);
    const changedByOthers = names.filter((name) => (0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .differingSettings */ .C)({ [name]: asked[name] }, now).length > 0);
    const parts = new Map();
    for (const name of names.filter((each) => !changedByOthers.includes(each))) {
        if (name === 'desiredCount' && (await mayBeScaled(ports, record)))
            continue;
        const back = wayBack[name](original);
        if (back !== undefined)
            parts.set(name, back);
    }
    nameKeptSettings(record, [...parts.keys(), ...changedByOthers]);
    return Object.assign({}, ...parts.values());
}
function ownSettings({ settingsThatDiffered }) {
    return settingsThatDiffered.filter((name) => name !== 'forceNewDeployment');
}
async function mayBeScaled(ports, record) {
    const isScaled = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'application-autoscaling:DescribeScalableTargets', () => ports.scalableTargets.isScaled(record.cluster, record.service));
    return isScaled ?? true;
}
/** What UpdateService takes to bring a setting back; undefined where it has no word for it (no strategy, no volume). */
const wayBack = {
    desiredCount: ({ desiredCount }) => (desiredCount === undefined ? undefined : { desiredCount }),
    enableExecuteCommand: ({ enableExecuteCommand = false }) => ({ enableExecuteCommand }),
    platformVersion: ({ platformVersion }) => (platformVersion === undefined ? undefined : { platformVersion }),
    healthCheckGracePeriodSeconds: ({ healthCheckGracePeriodSeconds = 0 }) => ({ healthCheckGracePeriodSeconds }),
    capacityProviderStrategy: ({ capacityProviderStrategy }) => capacityProviderStrategy?.length ? { capacityProviderStrategy } : undefined,
    networkConfiguration: ({ networkConfiguration }) => networkConfiguration === undefined ? undefined : { networkConfiguration },
    deploymentCircuitBreaker: ({ deploymentConfiguration }) => ({
        deploymentConfiguration: {
            deploymentCircuitBreaker: deploymentConfiguration?.deploymentCircuitBreaker ?? { enable: false, rollback: false },
        },
    }),
    serviceManagedEbsVolume: ({ deployments }) => {
        const volumeConfigurations = deployments?.find(({ status }) => status === 'PRIMARY')?.volumeConfigurations;
        return volumeConfigurations?.length ? { volumeConfigurations } : undefined;
    },
    propagateTags: ({ propagateTags = 'NONE' }) => ({ propagateTags }),
    enableEcsManagedTags: ({ enableECSManagedTags = false }) => ({ enableECSManagedTags }),
};
/** What ECS puts back itself when it rolls back: the members of a service revision (SDK text of `ServiceRevision`). */
const inServiceRevision = [
    'networkConfiguration',
    'platformVersion',
    'capacityProviderStrategy',
    'serviceManagedEbsVolume',
];
/** Names the settings that keep this run's values although its version was taken back. */
function nameKeptSettings(record, putBack) {
    const kept = ownSettings(record).filter((name) => !putBack.includes(name));
    if (kept.length === 0)
        return;
    const names = kept.map((name) => settingInputs[name]).join(', ');
    (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .addNotice */ .M)(record, `These settings keep the values that this run set: ${names}.`);
}
/** The input that sets each setting. */
const settingInputs = {
    desiredCount: 'desired-count',
    enableExecuteCommand: 'enable-execute-command',
    platformVersion: 'platform-version',
    healthCheckGracePeriodSeconds: 'health-check-grace-period-seconds',
    capacityProviderStrategy: 'capacity-provider-strategy',
    networkConfiguration: 'network-configuration',
    deploymentCircuitBreaker: 'deployment-circuit-breaker',
    serviceManagedEbsVolume: 'service-managed-ebs-volume',
    propagateTags: 'propagate-tags',
    enableEcsManagedTags: 'enable-ecs-managed-tags',
};


/***/ }),

/***/ 3043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ revisionToGoTo),
/* harmony export */   D: () => (/* binding */ needsCopy)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5882);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7126);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6149);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(377);
/* harmony import */ var _newest_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2259);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8370);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3355);








/** API reference, RegisterTaskDefinition. */
const mostTags = 50;
/** ECS would resolve the tags anew, or refuse the revision: a copy of it has to be registered. */
function needsCopy({ version, inactive }) {
    return inactive || version.images.some(resolvedTag);
}
/** The revision that UpdateService is to name: the target's own, or a copy of it, pinned to the digests that ran. */
async function revisionToGoTo(target, ports, record) {
    const { version } = target;
    const unknown = version.images.filter(({ digest }) => digest === undefined);
    if (unknown.length > 0) {
        const names = unknown.map(({ container }) => `"${container}"`).join(', ');
        record.notices.push(`The digest that ran before is not known for ${names}: ECS resolves the tag again, which may bring another image.`);
    }
    return needsCopy(target) ? registerCopy(target, ports, record) : version;
}
async function registerCopy({ version, inactive }, ports, record) {
    const described = await ports.ecs.describeTaskDefinition(version.taskDefinitionArn);
    const newest = await (0,_newest_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .newestOf */ .s)(ports, described.definition.family, described);
    const wanted = pinned(described, version);
    // A run that was cancelled may have registered the copy already.
    const isThere = newest?.definition.status === 'ACTIVE' && (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .equalDefinitions */ .Ds)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(newest.definition), wanted);
    if (newest !== undefined && isThere)
        return (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .versionOf */ .E4)(newest.definition);
    const known = newest?.definition.revision ?? described.definition.revision ?? 0;
    const registered = await (0,_intent_js__WEBPACK_IMPORTED_MODULE_6__/* .sendKept */ .$)('register-back', ports, record, () => registerMarked(wanted, described, version, known, ports, record));
    const copy = (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .versionOf */ .E4)(registered.definition);
    const why = inactive ? 'it was deregistered' : 'its tags are pinned to the digests that ran';
    ports.log.info(`Registered ${copy.taskDefinition}, a copy of ${version.taskDefinition}: ${why}.`);
    return copy;
}
function pinned({ definition }, { images }) {
    const known = new Map(images.filter(resolvedTag).map(({ container, image, digest }) => [container, `${nameOf(image)}@${digest}`]));
    const copy = (0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(definition);
    const containerDefinitions = (copy.containerDefinitions ?? []).map((container) => {
        const image = known.get(container.name ?? '');
        return image === undefined ? container : { ...container, image };
    });
    return { ...copy, containerDefinitions };
}
/** The copy keeps the tags of its original and names it; where tagging is denied it has none, with one notice. */
async function registerMarked(copy, { tags }, { taskDefinition }, newestRevision, ports, record) {
    const original = tags.find(({ key }) => key === _tags_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOfTag */ .ln)?.value ?? taskDefinition;
    const mark = { key: _tags_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOfTag */ .ln, value: (0,_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .tagValue */ .EZ)(original) };
    const marked = tags.length < mostTags ? (0,_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeTags */ .kE)(tags, [mark]) : tags;
    try {
        return await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .registerOnce */ .xc)(ports, copy, marked, newestRevision);
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'denied' || !/ecs:TagResource/.test((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)))
            throw error;
        record.notices.push(`The copy of ${taskDefinition} carries no tags: the permission ecs:TagResource (with ecs:CreateAction RegisterTaskDefinition) is missing.`);
        return (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .registerOnce */ .xc)(ports, copy, [], newestRevision);
    }
}
/** A tag of which the digest is known. */
function resolvedTag({ image, digest }) {
    return digest !== undefined && (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .digestIn */ .s)(image) === undefined;
}
/** `host/repo:tag@sha256:…` → `host/repo`. */
function nameOf(image) {
    return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}


/***/ }),

/***/ 5058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ rollBack),
/* harmony export */   X: () => (/* binding */ watchEcsRollback)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(377);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _read_again_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3458);
/* harmony import */ var _restore_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9103);
/* harmony import */ var _rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2682);
/* harmony import */ var _update_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1164);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8640);








/**
 * Goes back to the last version that completed, by whichever way ECS allows, and watches until it is seen running again.
 * Reads again before each call that changes something; never over somebody else's deployment.
 */
async function rollBack(failure, policy, ports, record) {
    const { target } = record;
    if (target === undefined)
        return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .nowhereToGo */ .mn)(failure, record);
    for (let attempt = 0; attempt < mostLooks; attempt++) {
        switch (await nextStep(failure, ports, record)) {
            case 'watch':
                return watchEcsRollback(failure, policy, ports, record);
            case 'update':
                return (0,_update_back_js__WEBPACK_IMPORTED_MODULE_5__/* .updateBack */ .r)(target, failure, policy, ports, record);
            case 'superseded':
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .supersededEnding */ .Sn)(record.supersededBy ?? '', record);
            case 'completed':
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .completedAfterAll */ .JT)(record);
            case 'impossible':
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .cannotRollBack */ .Sp)(failure, record);
            case 'judge-again':
        }
    }
    // ECS did not take it, and every look since shows that it has not: the other way is left.
    return (0,_update_back_js__WEBPACK_IMPORTED_MODULE_5__/* .updateBack */ .r)(target, failure, policy, ports, record);
}
/** Looks 2 s apart while ECS is busy, or its answers are lost. */
const mostLooks = 15;
/** What is right now, by a fresh look; asks ECS to go back where it can. */
async function nextStep(failure, ports, record) {
    const now = await (0,_read_again_js__WEBPACK_IMPORTED_MODULE_2__/* .readAgain */ .n)(ports, record);
    switch (now.kind) {
        case 'superseded':
            record.supersededBy = now.by;
            return 'superseded';
        case 'completed':
            return failure.afterCompletion === true ? 'update' : 'completed';
        case 'unknown':
        case 'service-gone':
            return 'impossible';
        case 'failed':
            // Where ECS may still go back by itself, it is waited for: two rollbacks would cross.
            return now.ecs === 'stays' ? 'update' : 'watch';
        case 'in-progress': {
            if (record.serviceDeploymentArn === undefined)
                return 'update';
            const sent = await stopServiceDeployment(record.serviceDeploymentArn, ports, record);
            return sent === 'sent' ? 'watch' : sent === 'not-possible' ? 'update' : 'judge-again';
        }
        case 'ask-history':
        case 'ecs-rollback-failed':
            return 'update';
    }
}
async function stopServiceDeployment(arn, ports, record) {
    ports.log.info('Asking ECS to roll the deployment back (StopServiceDeployment).');
    try {
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_7__/* .sendKept */ .$)('stop', ports, record, () => ports.ecs.rollBackServiceDeployment(arn));
    }
    catch (error) {
        ports.cancelled.throwIfAborted();
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        ports.log.info(`ECS did not take it: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`);
        if (kind === 'unclear' || kind === 'throttled' || kind === 'unsent' || (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev)(error, 'ConflictException')) {
            return (await rollbackWasTaken(arn, ports, record)) ? sent(ports, record) : 'judge-again';
        }
        if (kind === 'denied') {
            const action = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? 'ecs:StopServiceDeployment';
            record.notices.push(`The rollback goes through UpdateService: the permission ${action} is missing.`);
        }
        record.sending = undefined;
        return 'not-possible';
    }
    return sent(ports, record);
}
async function sent(ports, record) {
    record.sending = undefined;
    record.rollbackSent = 'StopServiceDeployment';
    await ports.keep();
    return 'sent';
}
async function rollbackWasTaken(arn, ports, record) {
    await ports.clock.sleep(2_000, ports.cancelled);
    const deployment = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)(record, 'ecs:DescribeServiceDeployments', () => ports.ecs.describeServiceDeployment(arn));
    return deployment?.status?.startsWith('ROLLBACK_') ?? false;
}
/** Watches ECS going back, whoever asked for it. */
async function watchEcsRollback(failure, policy, ports, record) {
    const requested = record.rollbackSent === 'StopServiceDeployment';
    const watched = await (0,_watch_js__WEBPACK_IMPORTED_MODULE_6__/* .watch */ .w)({
        ...failure.subject,
        until: 'end',
        giveUpAfter: undefined,
        rollbackRequested: requested,
        limitMilliseconds: policy.rollbackWaitMinutes * 60_000,
        from: record.memory,
    }, ports, record);
    switch (watched.kind) {
        case 'failed':
            if (watched.ecs === 'rolled-back') {
                (0,_restore_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .nameKeptSettings */ .hn)(record, _restore_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .inServiceRevision */ .Ux);
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .verifiedEnding */ .Sz)(failure, ports, record);
            }
            if (!policy.rollbackOnFailure || record.target === undefined)
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .nowhereToGo */ .mn)(failure, record);
            return (0,_update_back_js__WEBPACK_IMPORTED_MODULE_5__/* .updateBack */ .r)(record.target, failure, policy, ports, record);
        case 'completed':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .completedAfterAll */ .JT)(record);
        case 'superseded':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .supersededEnding */ .Sn)(watched.by, record);
        case 'given-up':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .rollbackFailed */ .Ki)(failure, watched.reason, record);
        case 'ecs-rollback-failed':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .rollbackFailed */ .Ki)(failure, `ECS's own rollback failed: ${watched.reason}`, record);
        case 'service-gone':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .cannotRollBack */ .Sp)(failure, record);
        case 'unknown':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .rollbackFailed */ .Ki)(failure, watched.why, record);
        case 'limit':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .rollbackFailed */ .Ki)(failure, `the rollback was not complete after ${policy.rollbackWaitMinutes} minutes`, record);
    }
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
/* harmony export */   mn: () => (/* binding */ nowhereToGo)
/* harmony export */ });
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _verify_running_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);



/** The rollback is complete: is the previous version really what runs? */
async function verifiedEnding(failure, ports, record) {
    const proof = await (0,_verify_running_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRunning */ .B)(ports, record);
    if (!proof.ok)
        return rollbackFailed(failure, proof.why, record);
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('rolled-back', `The deployment failed (${failure.reason.replace(/\.$/, '')}) and the service runs ${record.target?.version.taskDefinition ?? 'the previous version'} again.`);
}
/** The previous version was not seen running again. */
function rollbackFailed(failure, why, record) {
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('rollback-failed', `The deployment failed (${failure.reason.replace(/\.$/, '')}), and the previous version was not seen running again: ${why.replace(/\.$/, '')}.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCommand */ .IM)(record)]);
}
/** There is no version to go back to, or the user does not want it: nothing more is changed. */
function nowhereToGo(failure, record) {
    const why = record.target === undefined
        ? `${record.noTarget ?? 'there is no version to go back to'}`
        : 'rollback-on-failure is off';
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('failed', `The deployment failed (${failure.reason.replace(/\.$/, '')}) and nothing was rolled back: ${why}. ECS may keep starting tasks of the failed version.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCommand */ .IM)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record)]);
}
/** The service is not in a state that a rollback could start from. */
function cannotRollBack(failure, record) {
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('rollback-failed', `The deployment failed (${failure.reason.replace(/\.$/, '')}) and could not be rolled back: the state of the service changed in a way that does not allow it.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record)]);
}
/** Somebody else's deployment took over: it is left alone, whatever became of ours. */
function supersededEnding(by, record) {
    record.supersededBy = by;
    const headline = `Another deployment, ${by}, was started after this one and took over. Nothing was rolled back.`;
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('superseded', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .historyCommand */ .aw)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record)]);
}
/** It completed while we were about to roll it back. */
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
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6613);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3355);



/**
 * Finds the last version that completed, never revision N−1, with the digests that run now.
 * Reads only. What is not permitted is noted in the record once, and costs only what it was for.
 *
 * @param running what the service runs, as it was read already
 */
async function findRollbackTarget(ecs, record, snapshot, running) {
    delete record.target;
    delete record.noTarget;
    const completed = completedInList(snapshot) ?? (await completedInHistory(ecs, record));
    if (completed === undefined) {
        record.noTarget ??= 'no deployment of this service has completed yet';
        return;
    }
    const { definition } = completed.taskDefinition === running.definition.taskDefinitionArn
        ? running
        : await ecs.describeTaskDefinition(completed.taskDefinition);
    const version = await withKnownDigests(ecs, record, (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(definition), completed.deploymentId);
    record.target = { version, deploymentId: completed.deploymentId, inactive: definition.status === 'INACTIVE' };
}
function completedInList(snapshot) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .primaryOf */ .Os)(snapshot);
    const candidates = [...(primary === undefined ? [] : [primary]), ...snapshot.deployments];
    const found = candidates.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    return found && { deploymentId: found.id, taskDefinition: found.taskDefinition };
}
/** The newest successful deployment of the last 90 days, or the revision that a rollback went back to. */
async function completedInHistory(ecs, record) {
    const history = await readHistory(ecs, record);
    if (history === 'denied') {
        record.noTarget = 'no deployment in the list has completed, and the history of the service could not be read';
        return undefined;
    }
    const success = history.find(({ status }) => status === 'SUCCESSFUL');
    const revision = success && record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionArnOf */ .SF)(record.serviceArn, success.deploymentId);
    if (!success || !revision)
        return undefined;
    const described = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(revision));
    const taskDefinition = described?.taskDefinition;
    return taskDefinition === undefined ? undefined : { deploymentId: success.deploymentId, taskDefinition };
}
/** The service deployments, newest first; `denied` where they cannot be had. */
async function readHistory(ecs, record) {
    const list = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:ListServiceDeployments', () => ecs.listServiceDeployments(record.cluster, record.service));
    return list === undefined ? 'denied' : list.map(_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceDeploymentView */ .Ec).sort((a, b) => b.createdAt - a.createdAt);
}
/** Digests of tags come from the service revision that resolved them, else from the tasks that run. */
async function withKnownDigests(ecs, record, version, deploymentId) {
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isPinned */ .T4)(version))
        return version;
    const arn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
    const revision = arn
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
        : undefined;
    const resolved = (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .withRevisionDigests */ .p4)(version, revision?.containerImages ?? []);
    if (resolved.images.every(({ digest }) => digest !== undefined))
        return resolved;
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:ListTasks', () => ecs.listTasksStartedBy(record.cluster, deploymentId));
    const tasks = arns?.length
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => ecs.describeTasks(record.cluster, arns))
        : undefined;
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .withTaskDigests */ .Pl)(resolved, tasks ?? []);
}


/***/ }),

/***/ 1164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ updateBack),
  S: () => (/* binding */ watchUpdateBack)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var aws_failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/deployment/apply.js + 2 modules
var apply = __webpack_require__(6149);
// EXTERNAL MODULE: ./lib/deployment/collect-evidence.js
var collect_evidence = __webpack_require__(2115);
// EXTERNAL MODULE: ./lib/deployment/intent.js
var intent = __webpack_require__(377);
// EXTERNAL MODULE: ./lib/deployment/read-again.js
var read_again = __webpack_require__(3458);
// EXTERNAL MODULE: ./lib/deployment/restore-settings.js
var restore_settings = __webpack_require__(9103);
// EXTERNAL MODULE: ./lib/deployment/revision-to-go-to.js
var revision_to_go_to = __webpack_require__(3043);
// EXTERNAL MODULE: ./lib/deployment/rollback-endings.js
var rollback_endings = __webpack_require__(2682);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/deployment/rollback-obstacle.js

/**
 * Why going back cannot work: an image of the previous version is no longer in its registry, and no task of it runs any more
 * that ECS could keep. Reads only; undefined where nothing speaks against it. What else may be gone (a role, a secret) shows
 * when its tasks start.
 */
async function obstacleTo(target, ports, record) {
    const stillRuns = record.snapshot?.deployments.some(({ id, running }) => id === target.deploymentId && running > 0);
    if (stillRuns)
        return undefined;
    const found = await Promise.all(target.version.images.map((image) => whyGone(image, ports, record)));
    return found.find((why) => why !== undefined);
}
async function whyGone({ container, image, digest }, { ecr }, record) {
    const reference = (0,image_reference/* parseImageReference */.o_)(image);
    if (!reference.ok || reference.value.ecr === undefined)
        return undefined;
    const { ecr: registry, repository, tag = 'latest' } = reference.value;
    const wanted = digest ?? reference.value.digest;
    const query = { ...registry, repository };
    const answer = await ecr.findImage(wanted === undefined ? { ...query, tag } : { ...query, digest: wanted });
    if (answer.kind === 'not-looked') {
        record.notices.push(`Whether the image of container "${container}" is still there could not be looked up: ${answer.reason}.`);
    }
    if (answer.kind !== 'absent' && answer.kind !== 'repository-absent')
        return undefined;
    return `the image of container "${container}" is no longer in the registry (${repository}${wanted === undefined ? `:${tag}` : `@${wanted}`}), so that no task of it could start; nothing was sent`;
}

// EXTERNAL MODULE: ./lib/deployment/watch.js + 1 modules
var watch = __webpack_require__(8640);
;// CONCATENATED MODULE: ./lib/deployment/update-back.js











/**
 * UpdateService to the target; a copy of it where it is deregistered, or where ECS would resolve its tags anew. What cannot
 * work is not sent, and what ECS refuses has changed nothing: both are told.
 */
async function updateBack(target, failure, policy, ports, record) {
    const obstacle = await obstacleTo(target, ports, record);
    if (obstacle !== undefined)
        return (0,rollback_endings/* rollbackFailed */.Ki)(failure, obstacle, record);
    try {
        return await sendBack(target, failure, policy, ports, record);
    }
    catch (error) {
        const kind = (0,aws_failure/* failureKind */.zU)(error);
        if (kind !== 'refused' && kind !== 'denied')
            throw error;
        return (0,rollback_endings/* rollbackFailed */.Ki)(failure, (0,aws_failure/* describeFailure */.Ic)(error), record);
    }
}
async function sendBack(target, failure, policy, ports, record) {
    const { taskDefinitionArn: taskDefinition } = await (0,revision_to_go_to/* revisionToGoTo */.A)(target, ports, record);
    // Registering a copy may have taken minutes; somebody else may have deployed meanwhile.
    const now = await (0,read_again/* readAgain */.n)(ports, record);
    if (now.kind === 'superseded')
        return (0,rollback_endings/* supersededEnding */.Sn)(now.by, record);
    if (now.kind === 'completed' && failure.afterCompletion !== true)
        return (0,rollback_endings/* completedAfterAll */.JT)(record);
    const settings = record.latest === undefined ? {} : await (0,restore_settings/* settingsToRestore */.Vy)(record.latest, ports, record);
    const update = {
        cluster: record.cluster,
        service: record.service,
        taskDefinition,
        ...settings,
        // Needed where the service is still set to this very revision, and it failed under it.
        ...(taskDefinition === (0,snapshot/* primaryOf */.Os)(record.snapshot)?.taskDefinition ? { forceNewDeployment: true } : {}),
    };
    ports.log.info(`Rolling back to ${target.version.taskDefinition} (UpdateService).`);
    ports.cancelled.throwIfAborted();
    record.rollbackSent = 'UpdateService';
    record.rollbackTo = taskDefinition;
    const service = await (0,intent/* sendKept */.$)('update-back', ports, record, () => (0,apply/* updateOnce */.RA)(ports, record, update));
    await ports.keep();
    return watchUpdateBack((0,snapshot/* snapshotOf */.eY)(service, ports.clock.now()), failure, policy, ports, record);
}
/** Watches the deployment that UpdateService started to go back. */
async function watchUpdateBack(after, failure, policy, ports, record) {
    const primary = (0,snapshot/* primaryOf */.Os)(after);
    if (primary === undefined)
        return (0,rollback_endings/* rollbackFailed */.Ki)(failure, 'UpdateService did not start a deployment', record);
    const older = (record.snapshot?.deployments ?? []).map(({ id }) => id);
    const watched = await (0,watch/* watch */.w)({
        deploymentId: primary.id,
        createdAt: primary.createdAt,
        older: [...new Set([...failure.subject.older, failure.subject.deploymentId, ...older])].filter((id) => id !== primary.id),
        ecsMayRollBack: false,
        rollbackRequested: false,
        definition: failure.subject.definition,
        limitMilliseconds: policy.rollbackWaitMinutes * 60_000,
        until: 'failure',
    }, ports, record);
    if (watched.kind === 'completed')
        return (0,rollback_endings/* verifiedEnding */.Sz)(failure, ports, record);
    if (watched.kind === 'superseded')
        return (0,rollback_endings/* supersededEnding */.Sn)(watched.by, record);
    const why = whyNot(watched, policy.rollbackWaitMinutes);
    return (0,rollback_endings/* rollbackFailed */.Ki)(failure, `${why}${await causeOfRollback(primary.id, failure.subject.definition, record)}`, record);
}
/** Why the tasks of the rollback failed, where some were seen to: a role, a secret or an image may be gone since. */
async function causeOfRollback(deploymentId, definition, record) {
    const evidence = (0,collect_evidence/* evidenceOf */.X1)(record, deploymentId);
    if (evidence.stoppedTasks.length === 0)
        return '';
    const { diagnose } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(288)]).then(__webpack_require__.bind(__webpack_require__, 2288));
    const { diagnosisContext } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(288), __webpack_require__.e(772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    const [cause] = diagnose({ ...evidence, events: [] }, diagnosisContext(record, definition));
    return cause === undefined ? '' : `. Cause: ${cause.title}`;
}
function whyNot(watched, minutes) {
    switch (watched.kind) {
        case 'failed':
        case 'given-up':
        case 'ecs-rollback-failed':
            return watched.reason;
        case 'unknown':
            return watched.why;
        case 'limit':
            return `the rollback was not complete after ${minutes} minutes`;
        default:
            return 'the service is gone';
    }
}


/***/ }),

/***/ 3380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ verifyRunning)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5882);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7126);
/* harmony import */ var _task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8312);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3180);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3355);






/**
 * After a rollback: is the target what runs, by content and by digest?
 * Puts what runs into the record.
 */
async function verifyRunning(ports, record) {
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(record.snapshot);
    const target = record.target;
    if (primary === undefined || target === undefined)
        return { ok: false, why: 'what runs could not be read' };
    const { definition } = await ports.ecs.describeTaskDefinition(primary.taskDefinition);
    const running = await withDigests(ports, record, (0,_version_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(definition), primary.id);
    record.running = running;
    const same = running.taskDefinitionArn === target.version.taskDefinitionArn ||
        (await hasContentOf(target.version, definition, ports));
    if (!same)
        return { ok: false, why: `${running.taskDefinition} runs instead of ${target.version.taskDefinition}` };
    return compareDigests(running, target.version, record);
}
/** Another revision may be a copy. */
async function hasContentOf(version, definition, ports) {
    const wanted = await ports.ecs.describeTaskDefinition(version.taskDefinitionArn);
    return (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .equalDefinitions */ .Ds)((0,_task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutImages */ .F)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_1__/* .stripForRegistration */ .H)(definition)), (0,_task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutImages */ .F)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_1__/* .stripForRegistration */ .H)(wanted.definition)));
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
    const arn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_4__/* .isPinned */ .T4)(version) || !arn)
        return version;
    const revision = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ports.ecs.describeServiceRevision(arn));
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_4__/* .withRevisionDigests */ .p4)(version, revision?.containerImages ?? []);
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
/** How often stopped tasks are looked for although nothing hints at one: what happens between two looks may not show. */
const everyMilliseconds = 120_000;
/** A container has up to two minutes to end (`stopTimeout`), and its exit code is not known before. */
const againMilliseconds = 5_000;
/** When a watch begins: nothing has been seen yet. */
function startLooking(now) {
    return { at: now, live: 0, failed: 0, unfinished: false };
}
/**
 * Whether a task of the deployment may have stopped since the last look; pure. Reading stopped tasks takes two calls, so a
 * rollout that goes well must not ask for it: a lost task shows in the counts, in `failedTasks`, or in an event.
 *
 * @param news events that were not there before
 */
function mayHaveStopped(looked, ours, news, at) {
    return (at - looked.at >= (looked.unfinished ? againMilliseconds : everyMilliseconds) ||
        liveOf(ours) < looked.live ||
        (ours?.failed ?? 0) > looked.failed ||
        news.some(({ message }) => !isRoutine(message)));
}
/** What is remembered of a snapshot for the next one. */
function lookedNow(looked, ours, at, look) {
    const seen = { live: liveOf(ours), failed: ours?.failed ?? 0 };
    return look === undefined ? { ...looked, ...seen } : { at, ...seen, unfinished: look.unfinished };
}
function liveOf(ours) {
    return (ours?.running ?? 0) + (ours?.pending ?? 0);
}
/** Events of every rollout, also of one that goes well (texts: DG service-event-messages). */
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








/** A service without a history of deployments is not asked for it for ever. */
const historyPatienceMilliseconds = 60_000;
/**
 * Watches one deployment until there is a verdict or the limit comes: prints what changes, collects evidence while it
 * happens, shows read errors at once. Changes nothing.
 *
 * @throws what AWS throws when credentials or permission are lost
 */
async function watch(subject, ports, record) {
    const startedAt = ports.clock.uptime();
    const endsAt = startedAt + subject.limitMilliseconds;
    let known = {
        memory: { ...(subject.from ?? (0,rollout_verdict/* startWatching */.Kh)(subject)), rollbackRequested: subject.rollbackRequested },
        told: { stops: new Map(), earlier: new Set(record.stoppedTasks.keys()), looked: startLooking(startedAt) },
    };
    // What this run, or ECS in answer to it, has begun a moment ago.
    const isNew = record.update !== undefined;
    let pace = (0,schedule/* startPace */.a)(isNew);
    let missingSince;
    const pause = () => {
        const now = ports.clock.uptime();
        const wait = (0,schedule/* untilNextPoll */.tN)(pace, now - startedAt, ports.random());
        return ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled);
    };
    for (;;) {
        // First of all as well: whoever begins to watch has just looked, or changed something that takes its time.
        await pause();
        ports.cancelled.throwIfAborted();
        const read = await readSnapshot(ports, record);
        if (read.ok) {
            const isEarly = ports.clock.uptime() - startedAt < historyPatienceMilliseconds;
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
/** One snapshot: remembered, told, judged. */
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
/** Passing failures are told and tried again; lost credentials or permission end the wait at once. */
async function readSnapshot(ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        if (service !== undefined)
            return noteSnapshot(record, (0,snapshot/* snapshotOf */.eY)(service, ports.clock.now()));
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
/** The verdict; where the snapshot alone cannot tell, with the history of service deployments. */
async function verdictOf(memory, subject, ports, record) {
    const snapshot = record.snapshot;
    const first = (0,rollout_verdict/* judge */.S4)(memory, snapshot);
    // A rollback may hide somebody else's deployment that was rolled back: the history shows it, once it is over.
    const endsByRollback = first.kind === 'failed' && first.ecs !== 'stays' && isFinal(first, subject);
    if (first.kind !== 'ask-history' && !endsByRollback)
        return first;
    const informed = { ...snapshot, history: await (0,rollback_target/* readHistory */.Lu)(ports.ecs, record) };
    record.snapshot = informed;
    return (0,rollout_verdict/* judge */.S4)(memory, informed);
}
/** Most deployments have no failed task, and need none of the code for them. */
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
    // What is collected during a rollback says nothing about a failure that is explained already.
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
/**
 * The ARN of the watched service deployment, by the revision that it targets. The answer to UpdateService may not have it
 * yet, and `currentServiceDeployment` may still be the one before (observed).
 */
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
/**
 * DescribeTasks' answer about a stopped task as evidence; pure.
 *
 * @param definition the revision that the task runs; tells which containers are essential and where they log
 */
function stoppedTaskOf(task, definition) {
    const id = taskId(task.taskArn ?? '');
    // `stoppedAt` comes only when the network interface is gone.
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
/** The ports of a container in the task definition. */
function portsOf(definition, container) {
    const defined = definition?.containerDefinitions?.find(({ name }) => name === container);
    return (defined?.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []);
}
/** The last part of a task ARN: 32 hex digits. */
function taskId(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
/**
 * Where a container of a task logs. awslogs names its streams `<prefix>/<container>/<task id>`; without a prefix the name
 * cannot be told (DG "awslogs").
 */
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

/***/ 1397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ deniedActionIn),
/* harmony export */   Jp: () => (/* binding */ parameterIn),
/* harmony export */   Ju: () => (/* binding */ portIn),
/* harmony export */   Li: () => (/* binding */ withoutIds),
/* harmony export */   Lo: () => (/* binding */ arnIn),
/* harmony export */   Lp: () => (/* binding */ imageIn),
/* harmony export */   NO: () => (/* binding */ platformIn),
/* harmony export */   ag: () => (/* binding */ healthCodesIn),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   pP: () => (/* binding */ subnetIn),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   ro: () => (/* binding */ eventBody),
/* harmony export */   x_: () => (/* binding */ taskIdsIn)
/* harmony export */ });
/**
 * One line without control characters, with straight apostrophes: ECS writes both `can't` and `can’t`
 * (DG task_cannot_pull_image), and Fargate and the EC2 agent differ in line breaks.
 */
function plain(text) {
    return text
        .replace(/[‘’]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
}
/** At most `limit` characters; what is cut is marked. */
function shorten(text, limit = 300) {
    const characters = [...text];
    return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
/**
 * An event without its `(service NAME)` and `(deployment ID)` heads, so that a service called "alarm" is not taken
 * for an alarm. The API writes `(service NAME)`, the documentation `service (NAME)` or `service NAME`.
 */
function eventBody(message) {
    return plain(message)
        .replace(/^(?:\(service [^()]*\)|service \([^()]*\)|service \S+) ?/, '')
        .replace(/^\(deployment [^()]*\) /, '');
}
/** For comparing: the ids of tasks and the counts of retries differ between things that went wrong in the same way. */
function withoutIds(text) {
    return text.replace(/\b[0-9a-f]{32}\b/g, 'ID').replace(/retried \d+ time/g, 'retried N time');
}
/** The ids of the tasks that an event names. */
function taskIdsIn(message) {
    return [...message.matchAll(/\(task ([0-9a-f]{32})\)/g)].flatMap((match) => match[1] ?? []);
}
const imagePatterns = [
    /resolve ref(?:erence)? "?([^\s"]+?)"?:? /i,
    /resolve ref(?:erence)? "?([^\s"]+?)"?:?$/i,
    /manifest for (\S+) not found/i,
    /cannot pull '?([^\s']+)'? from/i,
    /access denied for (\S+?),/i,
];
/** The image that a pull error names, or undefined. */
function imageIn(text) {
    return firstMatch(text, imagePatterns);
}
/** The first ARN of a service in a text, e.g. `arnIn(text, 'secretsmanager')`, in any partition. */
function arnIn(text, service) {
    return firstMatch(text, [new RegExp(`(arn:aws[a-z0-9-]*:${service}:[^\\s'",)]+[^\\s'",).:])`)]);
}
/** The name of the first SSM parameter that could not be read: ECS names it bare or as an ARN. */
function parameterIn(text) {
    return firstMatch(text, [/invalid ssm parameters:? ([^\s,]+[^\s,.])/i]) ?? arnIn(text, 'ssm');
}
/** `linux/amd64` and the like, where the text says which platform the task needs. */
function platformIn(text) {
    return firstMatch(text, [/(?:platform|manifest for) '?"?([a-z]+\/[a-z0-9]+(?:\/v\d)?)/i]);
}
/** An action such as `ecr:BatchGetImage` that IAM refused. */
function deniedActionIn(text) {
    return firstMatch(text, [/not authorized to perform:? ([a-z-]+:[A-Za-z]+)/i]);
}
/** HTTP codes from `Health checks failed with these codes: [503]`, each once. */
function healthCodesIn(text) {
    return [...text.matchAll(/with these codes: \[([^\]]*)/g)].flatMap((match) => (match[1] ?? '').split(',').map((code) => code.trim()));
}
/** The port that the load balancer checks, from `(port 8080)`. */
function portIn(text) {
    return firstMatch(text, [/\(port (\d+)\)/]);
}
/** A subnet id. */
function subnetIn(text) {
    return firstMatch(text, [/(subnet-[0-9a-f]+)/]);
}
function firstMatch(text, patterns) {
    for (const pattern of patterns) {
        const found = pattern.exec(text)?.[1];
        if (found !== undefined)
            return found;
    }
    return undefined;
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
/** Where the rollback action means something else. */
const rollbackWords = {
    'rolled-back': { mark: '✅', word: 'rolled back' },
    'rollback-failed': { mark: '❌', word: 'rollback failed' },
};
/** How an outcome is called where people read it. */
function outcomeWords(outcome, action) {
    return (action === 'rollback' ? rollbackWords[outcome] : undefined) ?? words[outcome];
}
/** `45 s`, `3 min 5 s`, `1 h 2 min`. */
function duration(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
    return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
/** `4:07`, also beyond an hour: minutes and seconds, as in the log. */
function clockDuration(milliseconds) {
    return (0,_rollout_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .elapsed */ .vk)(milliseconds).trim();
}
/** `19:45:52` in UTC; empty for a time that is none. */
function clockTime(at) {
    return Number.isFinite(at) ? new Date(at).toISOString().slice(11, 19) : '';
}
/** `1 of 1 task`, `0 of 2 tasks`. */
function taskCount(running, desired) {
    return `${running} of ${desired} ${desired === 1 && running <= 1 ? 'task' : 'tasks'}`;
}
/** Outcomes whose headline tells of a failure; the cause of a failure does not explain that a deployment was superseded. */
const failures = ['failed', 'rolled-back', 'rollback-failed'];
/** The headline, with the cause where one was found. */
function headlineWithCause({ headline, diagnoses, outcome, action }) {
    const [first] = failures.includes(outcome) && (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(outcome, action) === 1 ? diagnoses : [];
    // A wrong input is told by the text of its problem; "unknown" says nothing.
    const isCause = first !== undefined && first.facts.length > 0 && first.cause !== 'unknown';
    return isCause && !headline.includes(first.title) ? `${headline} Cause: ${first.title}.` : headline;
}
/** What a version is called; one that is not registered yet has no name. */
function versionName(version) {
    return version.taskDefinition || 'a new revision';
}
/** The first digits of a task's id, as the console's lists show them. */
function shortTaskId(id) {
    return id.slice(0, 8);
}


/***/ }),

/***/ 9293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   w7: () => (/* binding */ rollbackOutcomes)
/* harmony export */ });
/* unused harmony export outcomes */
/** How a run ended. What each one means and its exit code: README, "Outcomes", and docs/rollback.md. */
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
/** What a run of the rollback action can end with, the gravest first: of several services that one is told. */
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
const successes = {
    deploy: ['deployed', 'unchanged', 'updated', 'started', 'planned'],
    rollback: ['rolled-back', 'unchanged', 'planned'],
};
/** 0 where what was asked for was seen to be done, else 1. */
function exitCode(outcome, action) {
    return successes[action].includes(outcome) ? 0 : 1;
}


/***/ }),

/***/ 7530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V8: () => (/* binding */ eventLine),
/* harmony export */   a$: () => (/* binding */ stoppedTaskLines),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   vB: () => (/* binding */ newsLines),
/* harmony export */   vk: () => (/* binding */ elapsed)
/* harmony export */ });
/* harmony import */ var _diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1397);

const heartbeatMilliseconds = 60_000;
/**
 * What is new about the deployment since the last snapshot; pure. There is a line for a state that was not seen within the
 * last minute, and one a minute in any case: tasks that start and end again and again go through the same few states.
 */
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
    const name = other.taskDefinition.slice(other.taskDefinition.lastIndexOf('/') + 1);
    const state = other.status === 'PRIMARY' ? ` ${other.rolloutState ?? ''}` : '';
    return `${name}${state} running ${other.running}`;
}
/** A service event without the prefix that every one has. */
function eventLine({ message }) {
    return `event: ${message.replace(/^\(service [^)]+\)\s*/, '')}`;
}
/** What is told below a line about the deployment; where there is none, the first has the time itself. */
function newsLines(news, time) {
    return news.map((line, index) => `${index === 0 && time !== undefined ? time : '     '}  ${line}`);
}
/**
 * What there is to tell of the stopped tasks: reason, exit code and container of those that stopped in a new way; of the
 * others, which stopped in a way told before, only how many, once a minute; pure.
 *
 * @param tasks all that were seen, also those told of
 */
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
        // A failed pull is the reason of the task and, word for word, of its container (observed).
        return `${name}: ${code}${reason === undefined || reason === stoppedReason ? '' : `, ${reason}`}`;
    });
    return [stoppedReason ?? stopCode ?? 'no reason given', ...shown].join('; ');
}
/** `m:ss` since the start. */
function elapsed(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    return `${String(Math.floor(seconds / 60)).padStart(2, ' ')}:${String(seconds % 60).padStart(2, '0')}`;
}


/***/ }),

/***/ 5904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ startPace),
/* harmony export */   sL: () => (/* binding */ paceAfter),
/* harmony export */   tN: () => (/* binding */ untilNextPoll)
/* harmony export */ });
/**
 * Milliseconds between two looks, before chance spreads them by ±5 %.
 *
 * `due`: the end can come at any moment. One DescribeServices in 2.4 s is 25 a minute, less the time that calls take; ECS allows 20 a second for the
 * whole account (API reference "Request throttling"). `calm`: nothing can end yet. `late`: after half an hour seconds no
 * longer matter to anybody.
 */
const interval = { due: 2_400, calm: 7_000, late: 7_000 };
const spread = 0.05;
const lateAfter = 30 * 60_000;
const longest = 60_000;
const mostStrain = 5;
/** ECS takes 10 to 20 s from UpdateService to the first task (observed); without one after half a minute something is wrong. */
const untilFirstTask = 30_000;
/** A Fargate task cannot fail for 24 s (network interface, host; observed); it is seen up to 7 s late, and so is what follows. */
const untilPull = 10_000;
/**
 * Before the first look.
 *
 * @param isNew the deployment was started a moment ago: the answer to that was the first look
 */
function startPace(isNew) {
    return { calm: isNew, hadTasks: false, strain: 0 };
}
/**
 * The pace after one look; pure.
 *
 * @param answered whether ECS answered: throttled, failed and lost calls are all reasons to ask less
 * @param leading the PRIMARY deployment as that look showed it, where there is one: while ECS goes back, that is the older one
 * @param elapsed milliseconds since the watch began
 */
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
/** A deployment ends by its tasks running, or failing: not before there are any, and not while they are being placed. */
function nothingCanEnd(leading, pace, elapsed) {
    if (leading.status !== 'PRIMARY' || leading.rolloutState !== 'IN_PROGRESS' || leading.running > 0)
        return false;
    return pace.tasksSince === undefined
        ? !pace.hadTasks && elapsed < untilFirstTask
        : elapsed - pace.tasksSince < untilPull;
}
/**
 * Milliseconds until the next look; pure. It follows from the look before alone, so a process that was suspended looks
 * once, not once for every look that it missed.
 *
 * @param elapsed milliseconds since the watch began
 * @param random between 0 and 1: several runs that started together do not stay together
 */
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

/** ECS reads may be stale: absence counts only after this long (SDK text of RunTask on eventual consistency). */
const patienceMilliseconds = 30_000;
/** FAILED can show up some time before the rollback starts (observed: seconds). */
const ecsRollbackPatienceMilliseconds = 90_000;
/** The start of watching one deployment; nothing has been read yet. */
function startWatching({ deploymentId, createdAt, older, ecsMayRollBack, }) {
    // By name: what is remembered is also saved for the post step, and nothing wider may get in.
    return { deploymentId, createdAt, older, ecsMayRollBack, rollbackRequested: false, seen: false, sawGoingBack: false };
}
/** Takes what one more snapshot shows into the memory; pure. */
function remember(memory, snapshot) {
    const { puzzledSince, ...known } = memory;
    const failure = failureSeen(memory, snapshot);
    const next = {
        ...known,
        seen: memory.seen || find(snapshot, memory.deploymentId) !== undefined,
        sawGoingBack: memory.sawGoingBack || goingBack(memory, snapshot),
        ...(failure === undefined ? {} : { failedAt: memory.failedAt ?? snapshot.at, failure: memory.failure ?? failure }),
    };
    return judgeOnce(next, snapshot) === 'puzzled' ? { ...next, puzzledSince: puzzledSince ?? snapshot.at } : next;
}
/**
 * The verdict on the deployment; pure. Unknown values of `status` and `rolloutState` never end the wait.
 *
 * @param memory everything up to and including `snapshot` (see `remember`)
 */
function judge(memory, snapshot) {
    const verdict = judgeOnce(memory, snapshot);
    if (verdict !== 'puzzled')
        return verdict;
    if (snapshot.history === undefined)
        return { kind: 'ask-history' };
    if (snapshot.at - (memory.puzzledSince ?? snapshot.at) < patienceMilliseconds)
        return { kind: 'in-progress' };
    return {
        kind: 'unknown',
        why: memory.seen
            ? 'the deployment is no longer listed, and neither its failure nor a newer deployment could be seen'
            : `ECS did not show the deployment within ${patienceMilliseconds / 1000} seconds`,
    };
}
/** `puzzled`: the answer is stale, or something is missing in it. */
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
    // Neither ours nor older: somebody else's, if it was created after ours. Ids are never compared for order.
    return primary.createdAt >= memory.createdAt ? { kind: 'superseded', by: primary.id } : 'puzzled';
}
function judgeOwnPrimary(memory, snapshot, ours) {
    if (ours.rolloutState === 'COMPLETED')
        return { kind: 'completed' };
    if (ours.rolloutState === 'FAILED') {
        const waited = snapshot.at - (memory.failedAt ?? snapshot.at);
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
/** Without a rollout state (Classic Load Balancer) the counts are all there is (SDK text of `rolloutState`). */
function settled(snapshot, ours) {
    return snapshot.deployments.length === 1 && ours.running === ours.desired && ours.pending === 0 && ours.desired > 0;
}
/** A deployment from before ours is PRIMARY again: ECS goes back to it, keeping its id (DG deployment-circuit-breaker, observed). */
function judgeOlderPrimary(memory, snapshot, primary) {
    const own = historyOf(memory, snapshot);
    const reason = failureReason(memory, snapshot);
    if (primary.rolloutState === 'COMPLETED') {
        // An answer from before our deployment looks just like this one; it takes a second sign to believe it.
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
/** Our failure was seen, and for a while the older deployment has been there as if nothing had happened. */
function patientlyFailed(memory, snapshot) {
    const failed = memory.failedAt !== undefined || memory.rollbackRequested;
    return failed && snapshot.at - (memory.puzzledSince ?? snapshot.at) >= patienceMilliseconds;
}
/** This snapshot shows ECS on its way from ours to an older deployment. */
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
/** The text of our failure, if this snapshot shows one: the rollout state, or an event that names our deployment. */
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
/**
 * A deployment that was created after ours and that this run did not start: in the history, in the list beside the one that
 * ECS went back to, or named by an event (a rollback may hide it from all the others).
 */
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




/**
 * The one form of all definitions that mean the same to ECS: absent and empty are one, what ECS fills in is left out or filled
 * in, lists without an order are sorted. Tags and the members that only answers have never count.
 *
 * @returns plain data that is only good for comparing
 */
function canonical(definition) {
    const request = Object.entries(definition).filter(([name]) => name !== 'tags' && !_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .READ_ONLY_MEMBERS */ .Q.includes(name));
    const compact = compacted(Object.fromEntries(request));
    const task = taskDefaults(compact);
    const containers = list(task.containerDefinitions).map((container) => containerDefaults(container, task.networkMode));
    const volumes = list(task.volumes).map(volumeDefaults);
    return sorted(compacted({ ...task, containerDefinitions: containers, volumes }), '');
}
/** Removes what means nothing: null, undefined, false (the default of every boolean but `essential`), empty lists and objects. */
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
// `1 vCPU` and `2GB` are stored as whole numbers in text (DG fargate-tasks-services). Without a network mode ECS uses bridge on
// Linux instances; Fargate demands awsvpc, and Windows has a default of its own (API reference, networkMode).
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
// On Fargate: X86_64 and LINUX (API reference, RuntimePlatform). On instances an absent platform demands nothing of them.
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
// Defaults of the API reference, ContainerDefinition; described definitions have cpu 0 and essential true filled in.
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
// A policy that is switched off is none.
function restartDefaults(policy) {
    return policy.enabled === true ? without(policy, { restartAttemptPeriod: 300 }) : {};
}
// With awsvpc and host, a port on the host can only be the container's own (API reference, PortMapping).
function portDefaults(mapping, networkMode) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(mapping))
        return mapping;
    const ownPort = networkMode === 'awsvpc' || networkMode === 'host';
    const plain = without(mapping, { hostPort: 0, protocol: 'tcp' });
    return ownPort ? without(plain, { hostPort: mapping.containerPort }) : plain;
}
// Defaults of the API reference, EFSVolumeConfiguration and DockerVolumeConfiguration.
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
/** Sorts lists whose order means nothing. Two variables of one name keep their order, because the last one wins. */
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
/** The text of the canonical form: equal texts, equal definitions. */
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





/** Whether two definitions mean the same to ECS: what is sent equals what ECS describes afterwards. */
function equalDefinitions(a, b) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A)(a) === (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A)(b);
}
/**
 * What is different, per container and member. Empty if and only if the definitions are equal.
 *
 * Shown are only values that cannot be secret: not those of environment variables, commands, labels and options of drivers.
 * Secrets are shown by their reference.
 */
function differences(before, after) {
    return ofMembers((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(before), (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(after), '');
}
const NO_MEMBERS = {};
/** Members of an object that one side may lack. */
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
/** What a member means that the API of this version does not know, nobody can say. */
const KNOWN = new Set(Object.values(_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .STRUCTURES */ .R).flatMap(({ members }) => Object.keys(members)));
// These may hold secrets: variables, `sh -c "… --token=…"`, settings of a proxy.
const HIDDEN = new Set(['environment', 'properties', 'command', 'entryPoint']);
// And these: basic authentication in labels, tokens of log drivers, passwords of volume drivers.
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
/** Items of a list without an order, told apart by their keys. */
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
/** The one member that is shown of an item, instead of all of them. */
const TELLING_MEMBER = new Map([
    ['containerDefinitions', 'image'],
    ['secrets', 'valueFrom'],
    ['secretOptions', 'valueFrom'],
]);
/** Names and texts that the user made up. Where logs go is no secret; everything else may be one. */
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
/** Whether the value is an object with members: no list, no null. */
function isObject(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
/** JSON with the members of every object in one order, so that equal values have equal texts. */
function jsonText(value) {
    const sorted = (_key, item) => isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : item;
    return JSON.stringify(value, sorted) ?? '';
}
/** A member as text: itself where it is text, else its JSON; empty where it is absent. */
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
/**
 * Lists of a task definition whose order means nothing, by member name. ECS itself stores `environment` in another order than it
 * was sent. All other lists keep their order: command, entryPoint, dependsOn, environmentFiles (the first file wins), dnsServers,
 * dnsSearchDomains, links, volumesFrom, dockerSecurityOptions, mountOptions.
 */
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
/** How items of this list are told apart; undefined where the order of the list counts. */
function keyOfUnordered(member) {
    return UNORDERED.get(member);
}


/***/ }),

/***/ 8312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ withoutImages)
/* harmony export */ });
/** The definition with its images left out of a comparison: they are compared by digest, and a pinned copy names them otherwise. */
function withoutImages(definition) {
    const containerDefinitions = (definition.containerDefinitions ?? []).map((container) => ({
        ...container,
        image: 'compared-by-digest',
    }));
    return { ...definition, containerDefinitions };
}


/***/ })

};
