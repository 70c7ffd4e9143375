export const id = 7913;
export const ids = [7913];
export const modules = {

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inCatalogue)
/* harmony export */ });
function inCatalogue(diagnosis, { causesAddress }) {
    if (causesAddress === undefined || diagnosis.cause === 'unknown')
        return diagnosis;
    return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` };
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



async function settingsToRestore(now, ports, record) {
    const { original, asked } = record;
    if (original === undefined)
        return {};
    const names = ownSettings(record);
    const changedByOthers = names.filter((name) => (0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .differingSettings */ .C1)({ [name]: asked[name] }, now).length > 0);
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
const inServiceRevision = [
    'networkConfiguration',
    'platformVersion',
    'capacityProviderStrategy',
    'serviceManagedEbsVolume',
];
function nameKeptSettings(record, putBack) {
    const kept = ownSettings(record).filter((name) => !putBack.includes(name));
    if (kept.length === 0)
        return;
    const names = kept.map((name) => settingInputs[name]).join(', ');
    (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .addNotice */ .M)(record, `These settings keep the values that this run set: ${names}.`);
}
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
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9783);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(377);
/* harmony import */ var _newest_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2259);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8370);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3355);








const mostTags = 50;
function needsCopy({ version, inactive }) {
    return inactive || version.images.some(resolvedTag);
}
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
function resolvedTag({ image, digest }) {
    return digest !== undefined && (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .digestIn */ .s)(image) === undefined;
}
function nameOf(image) {
    return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}


/***/ }),

/***/ 5058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollBack: () => (/* binding */ rollBack),
/* harmony export */   watchEcsRollback: () => (/* binding */ watchEcsRollback)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(377);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _read_again_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3458);
/* harmony import */ var _restore_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9103);
/* harmony import */ var _rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2682);
/* harmony import */ var _update_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1164);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8640);








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
    return (0,_update_back_js__WEBPACK_IMPORTED_MODULE_5__/* .updateBack */ .r)(target, failure, policy, ports, record);
}
const mostLooks = 15;
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
// EXTERNAL MODULE: ./lib/deployment/apply.js + 1 modules
var apply = __webpack_require__(9783);
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











async function updateBack(target, failure, policy, ports, record) {
    const obstacle = await obstacleTo(target, ports, record);
    if (obstacle !== undefined)
        return (0,rollback_endings/* rollbackFailed */.Ki)(failure, obstacle, record);
    try {
        return await sendBack(target, failure, policy, ports, record);
    }
    catch (error) {
        if (!isRefusal(error, record))
            throw error;
        return (0,rollback_endings/* rollbackFailed */.Ki)(failure, (0,aws_failure/* describeFailure */.Ic)(error), record);
    }
}
function isRefusal(error, { rollbackSent }) {
    const kind = (0,aws_failure/* failureKind */.zU)(error);
    const neverTaken = rollbackSent === 'UpdateService' && (kind === 'throttled' || kind === 'unsent');
    return kind === 'refused' || kind === 'denied' || neverTaken;
}
async function sendBack(target, failure, policy, ports, record) {
    const revision = await tryForRevision(target, ports, record);
    if ('why' in revision)
        return (0,rollback_endings/* rollbackFailed */.Ki)(failure, revision.why, record);
    const { taskDefinitionArn: taskDefinition } = revision;
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
        ...(taskDefinition === (0,snapshot/* primaryOf */.Os)(record.snapshot)?.taskDefinition ? { forceNewDeployment: true } : {}),
    };
    ports.log.info(`Rolling back to ${target.version.taskDefinition} (UpdateService).`);
    ports.cancelled.throwIfAborted();
    record.rollbackSent = 'UpdateService';
    record.rollbackTo = taskDefinition;
    const service = await (0,intent/* sendKept */.$)('update-back', ports, record, () => (0,apply/* updateOnce */.RA)(ports, record, update));
    await ports.keep();
    return watchUpdateBack((0,snapshot/* snapshotOf */.eY)(service, ports.clock), failure, policy, ports, record);
}
async function tryForRevision(target, ports, record) {
    try {
        return await (0,revision_to_go_to/* revisionToGoTo */.A)(target, ports, record);
    }
    catch (error) {
        ports.cancelled.throwIfAborted();
        if ((0,aws_failure/* isLost */.JD)((0,aws_failure/* failureKind */.zU)(error)))
            throw error;
        return { why: `the revision to go back to could not be had (${(0,aws_failure/* describeFailure */.Ic)(error).replace(/\.$/, '')})` };
    }
}
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
async function causeOfRollback(deploymentId, definition, record) {
    const evidence = (0,collect_evidence/* evidenceOf */.X1)(record, deploymentId);
    if (evidence.stoppedTasks.length === 0)
        return '';
    const { diagnose } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(2288)]).then(__webpack_require__.bind(__webpack_require__, 2288));
    const { diagnosisContext } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(8772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
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

/***/ 1209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ maskLines)
/* harmony export */ });
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
function assignment(secretNames) {
    const names = [...secretNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), secretWords];
    const value = `"[^"]{6,}"|'[^']{6,}'|[^\\s"',;]{6,}`;
    return new RegExp(`((?<![\\w])(?:${names.join('|')})["']?(?:=|:(?!//)) ?)${noValue}(${value})`, 'gi');
}
function spellings(value) {
    return [value, ...value.split('\n'), JSON.stringify(value).slice(1, -1), encodeURIComponent(value)];
}


/***/ }),

/***/ 6642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ placeholders)
/* harmony export */ });
const placeholders = ['public-ip', 'task-ip', 'load-balancer'];


/***/ }),

/***/ 3633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _inputs_verification_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6642);

function placeholdersIn(checks) {
    return _inputs_verification_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeholders */ .F.filter((name) => checks.some(({ url }) => url.includes(`{${name}}`)));
}
function placed(check, addresses) {
    const urls = placeholdersIn([check]).reduce((sofar, name) => sofar.flatMap((url) => addresses[name].map((address) => url.replaceAll(`{${name}}`, address))), [check.url]);
    return [...new Set(urls)].map((url) => ({ ...check, url }));
}
function shownUrl(url) {
    const parsed = URL.parse(url);
    if (parsed === null)
        return url;
    return `${parsed.origin}${parsed.pathname}${parsed.search === '' ? '' : '?…'}`;
}


/***/ }),

/***/ 7913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// UNUSED EXPORTS: whyNotVerified

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/in-catalogue.js
var in_catalogue = __webpack_require__(9428);
// EXTERNAL MODULE: ./lib/deployment/read-again.js
var read_again = __webpack_require__(3458);
// EXTERNAL MODULE: ./lib/deployment/roll-back.js
var roll_back = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/deployment/rollback-endings.js
var rollback_endings = __webpack_require__(2682);
// EXTERNAL MODULE: ./lib/deployment/task-addresses.js
var task_addresses = __webpack_require__(9459);
// EXTERNAL MODULE: ./lib/diagnosis/mask.js
var diagnosis_mask = __webpack_require__(1209);
// EXTERNAL MODULE: ./lib/diagnosis/causes.js + 17 modules
var causes = __webpack_require__(5326);
// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/diagnosis/verification.js


function diagnoseVerification({ what, evidence }, context) {
    const symptom = { place: 'verification', text: what, taskIds: [], fact: what };
    const cause = (0,causes/* causeOf */.r)(symptom);
    if (cause === undefined)
        throw new Error(`no row of the table of causes fits "${what}"`);
    const whole = {
        ...context,
        wantedImages: [],
        hasLoadBalancer: false,
        containerHealthCheckOf: () => undefined,
    };
    return {
        cause: cause.id,
        title: cause.title({ text: what }, whole),
        explanation: cause.explanation,
        advice: cause.advice({ text: what }, whole),
        heals: cause.heals,
        facts: evidence.map((line) => (0,texts/* shorten */.ml)(line, 400)),
        count: 1,
    };
}

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/progress.js
var progress = __webpack_require__(7530);
;// CONCATENATED MODULE: ./lib/verification/judge-answer.js
const tellingHeaders = ['location', 'content-type', 'server', 'via', 'retry-after', 'www-authenticate'];
const mostLines = 5;
const longestLine = 200;
function misfitOf(check, received) {
    if (received.kind === 'failed')
        return { what: `was not answered: ${received.detail}`, evidence: [] };
    const what = statusMisfit(check, received) ?? bodyMisfit(check, received);
    return what === undefined ? undefined : { what, evidence: evidenceOf(received) };
}
function statusMisfit({ statuses, followRedirects }, { status, headers }) {
    if (statuses.some(({ from, to }) => status >= from && status <= to))
        return undefined;
    const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
    const hint = isRedirect && !followRedirects ? ' (redirects are followed only with follow-redirects: true)' : '';
    return `answered ${status} instead of ${rangesText(statuses)}${hint}`;
}
function rangesText(statuses) {
    return statuses.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(' or ');
}
function bodyMisfit({ contains, json }, { body, cut }) {
    const within = cut ? ' within its first MiB' : '';
    if (contains !== undefined && !body.includes(contains)) {
        return `answered without the text ${JSON.stringify(contains)} in its body${within}`;
    }
    const paths = Object.entries(json);
    if (paths.length === 0)
        return undefined;
    const parsed = parse(body);
    if (parsed === undefined) {
        return cut ? 'answered with more than 1 MiB, which is not read as JSON' : 'answered with a body that is not JSON';
    }
    for (const [path, wanted] of paths) {
        const found = at(parsed.value, path);
        if (found !== wanted)
            return `answered with ${path} ${valueText(found)} instead of ${JSON.stringify(wanted)}`;
    }
    return undefined;
}
function parse(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
function at(value, path) {
    const steps = path
        .replace(/^\$\.?/, '')
        .replace(/\[(\d+)\]/g, '.$1')
        .split('.')
        .filter((step) => step !== '');
    return steps.reduce((inner, step) => {
        if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step))
            return undefined;
        return inner[step];
    }, value);
}
function valueText(value) {
    if (value === undefined)
        return 'missing';
    if (typeof value === 'object' && value !== null)
        return Array.isArray(value) ? 'a list' : 'an object';
    return judge_answer_short(JSON.stringify(value));
}
function evidenceOf({ status, headers, body }) {
    const told = tellingHeaders.flatMap((name) => headers[name] === undefined ? [] : [`${name}: ${judge_answer_short(withoutQuery(headers[name]))}`]);
    const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
    const more = lines.length > mostLines ? [`… and ${lines.length - mostLines} more lines`] : [];
    const shown = lines.length === 0 ? ['The body is empty.'] : [...lines.slice(0, mostLines).map(judge_answer_short), ...more];
    return [`Status ${status}`, ...told, ...shown];
}
function withoutQuery(text) {
    return text.replace(/\?.*/s, '?…');
}
function judge_answer_short(text) {
    return text.length <= longestLine ? text : `${text.slice(0, longestLine - 1)}…`;
}

// EXTERNAL MODULE: ./lib/verification/place-addresses.js
var place_addresses = __webpack_require__(3633);
;// CONCATENATED MODULE: ./lib/verification/ask-urls.js



const atOnce = 10;
const mostShown = 5;
async function askUrls({ urls, timeoutSeconds }, addresses, mask, ports) {
    const missing = (0,place_addresses/* placeholdersIn */.Qf)(urls).find((name) => addresses[name].length === 0);
    if (missing !== undefined) {
        const what = `{${missing}} stands for nothing: ${nothing[missing]}`;
        return { input: 'verify-urls', what, evidence: [] };
    }
    const checks = urls.flatMap((check) => (0,place_addresses/* placed */.GS)(check, addresses));
    ports.log.info(`Verifying ${checks.length === 1 ? '1 address' : `${checks.length} addresses`}.`);
    const endsAt = ports.clock.uptime() + timeoutSeconds * 1_000;
    const failed = [];
    await eachOf(checks, async (check) => {
        const misfit = await askUntilFits(check, endsAt, timeoutSeconds, ports);
        if (misfit !== undefined)
            failed.push({ check, misfit });
    });
    ports.cancelled.throwIfAborted();
    const [first, ...others] = failed;
    if (first === undefined)
        return undefined;
    const more = others.length === 0 ? '' : ` (and ${others.length} more of ${checks.length} addresses)`;
    const shown = failed
        .slice(0, mostShown)
        .flatMap(({ check, misfit }) => [
        ...(others.length === 0 ? [] : [`${nameOf(check)} ${misfit.what}`]),
        ...misfit.evidence,
    ]);
    const left = failed.length > mostShown ? [`… and ${failed.length - mostShown} more`] : [];
    const [what = '', ...evidence] = mask([`${nameOf(first.check)} ${first.misfit.what}${more}`, ...shown, ...left]);
    return { input: 'verify-urls', what, evidence };
}
const nothing = {
    'public-ip': 'no running task has a public address',
    'task-ip': 'no running task has an address of its own',
    'load-balancer': 'the service has no load balancer',
};
async function eachOf(items, work) {
    const queue = [...items];
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift())
            await work(item);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
}
async function askUntilFits(check, endsAt, timeoutSeconds, ports) {
    let told = '';
    for (let attempt = 0;; attempt++) {
        ports.cancelled.throwIfAborted();
        const { timeoutSeconds: each, ...rest } = check;
        const askedAt = ports.clock.uptime();
        const received = await ports.requests.send({ ...rest, timeoutMilliseconds: each * 1_000 }, ports.cancelled);
        const misfit = misfitOf(check, received);
        const now = ports.clock.uptime();
        const tries = attempt === 0 ? '' : `, try ${attempt + 1}`;
        if (misfit === undefined) {
            ports.log.info(`${nameOf(check)} is as it should be (${(0,progress/* elapsed */.vk)(now - askedAt).trim()}${tries}).`);
            return undefined;
        }
        const isFinal = received.kind === 'failed' && received.why === 'forbidden';
        const next = now + check.intervalSeconds * 1_000;
        if (isFinal || attempt === check.retries || next >= endsAt) {
            const why = attempt < check.retries && !isFinal ? `; after ${timeoutSeconds} s there was no time for another try` : '';
            const what = `${misfit.what}${attempt === 0 ? '' : ` (${attempt + 1} tries)`}${why}`;
            ports.log.info(`${nameOf(check)} ${what}.`);
            return { ...misfit, what };
        }
        if (misfit.what !== told)
            ports.log.info(`${nameOf(check)} ${misfit.what}; asking again every ${check.intervalSeconds} s.`);
        told = misfit.what;
        await ports.clock.sleep(check.intervalSeconds * 1_000, ports.cancelled);
    }
}
function nameOf({ method, url }) {
    return `${method} ${(0,place_addresses/* shownUrl */.zA)(url)}`;
}

;// CONCATENATED MODULE: ./lib/verification/run-command.js
const run_command_mostLines = 15;
async function runCommand(text, timeoutSeconds, environment, mask, ports) {
    const last = [];
    ports.log.group('verify-command');
    const ended = await ports.scripts.run({ text, environment, timeoutMilliseconds: timeoutSeconds * 1_000 }, (line) => {
        const [shown = ''] = mask([line]);
        last.push(shown);
        if (last.length > run_command_mostLines)
            last.shift();
        ports.log.info(shown);
    }, ports.cancelled);
    ports.log.endGroup();
    ports.cancelled.throwIfAborted();
    const unverified = (what) => ({ input: 'verify-command', what, evidence: last });
    switch (ended.kind) {
        case 'not-started':
            return unverified(`verify-command could not be started: ${ended.why}`);
        case 'timed-out':
            return unverified(`verify-command did not end within ${timeoutSeconds} s`);
        case 'ended':
            return ended.exitCode === 0 ? undefined : unverified(`verify-command ended with exit code ${ended.exitCode}`);
    }
}
function factsOf(record, addresses) {
    const version = record.running ?? record.wanted;
    const [image] = version?.images ?? [];
    return {
        ECS_DEPLOY_CLUSTER: record.cluster,
        ECS_DEPLOY_SERVICE: record.service,
        ECS_DEPLOY_REGION: record.region,
        ECS_DEPLOY_TASK_DEFINITION: version?.taskDefinition ?? '',
        ECS_DEPLOY_TASK_DEFINITION_ARN: version?.taskDefinitionArn ?? '',
        ECS_DEPLOY_PREVIOUS_TASK_DEFINITION: record.before?.taskDefinition ?? '',
        ECS_DEPLOY_IMAGE: image?.image ?? '',
        ECS_DEPLOY_IMAGE_DIGEST: image?.digest ?? /@(sha256:[0-9a-f]{64})$/.exec(image?.image ?? '')?.[1] ?? '',
        ECS_DEPLOY_DEPLOYMENT_ID: record.deploymentId ?? '',
        ECS_DEPLOY_PUBLIC_IPS: addresses['public-ip'].join(','),
        ECS_DEPLOY_TASK_IPS: addresses['task-ip'].join(','),
        ECS_DEPLOY_LOAD_BALANCER: addresses['load-balancer'].join(','),
    };
}

// EXTERNAL MODULE: ./lib/verification/watch-alarms.js
var watch_alarms = __webpack_require__(3639);
;// CONCATENATED MODULE: ./lib/verification/verify.js















async function verify(end, toVerify, inputs, ports, record) {
    if (!['deployed', 'unchanged', 'updated'].includes(end.outcome))
        return end;
    const isOurs = end.outcome === 'deployed';
    if (isOurs) {
        record.verifying = true;
        await ports.keep();
    }
    record.timeline.push({ at: ports.clock.now(), text: 'verification started' });
    const failed = await whyNotVerified(toVerify, ports, record);
    record.timeline.push({ at: ports.clock.now(), text: failed === undefined ? 'verified' : 'verification failed' });
    const by = isOurs ? await whoTookOver(ports, record) : undefined;
    if (by !== undefined)
        return (0,rollback_endings/* supersededEnding */.Sn)(by, record);
    if (failed === undefined)
        return verified(end, ports, record);
    ports.log.info(`The verification failed: ${failed.what}.`);
    const diagnosis = (0,in_catalogue/* inCatalogue */.b)(diagnoseVerification(failed, record), record);
    record.diagnoses.push(diagnosis);
    ports.log.info(`Cause: ${diagnosis.title}`);
    return isOurs ? takeBack(failed, toVerify, inputs, ports, record) : notTakenBack(failed, end, record);
}
async function whoTookOver(ports, record) {
    try {
        const now = await (0,read_again/* readAgain */.n)(ports, record);
        return now.kind === 'superseded' ? now.by : undefined;
    }
    catch (error) {
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return undefined;
    }
}
async function verified(end, ports, record) {
    if (record.verifying) {
        record.verifying = false;
        await ports.keep();
    }
    return { ...end, headline: `${end.headline.replace(/\.$/, '')}, and it was verified.` };
}
async function whyNotVerified({ verification, basis, definition }, ports, record) {
    const startedAt = ports.clock.uptime();
    const values = (definition.containerDefinitions ?? []).flatMap(({ environment = [] }) => environment.flatMap(({ value }) => value ?? []));
    const mask = (lines) => (0,diagnosis_mask/* maskLines */.s)(lines, values);
    const addresses = await addressesNow(verification, basis, ports, record);
    const { urls, command, timeoutSeconds, alarmsMinutes } = verification;
    if (urls.length > 0) {
        const failed = await askUrls(verification, addresses, mask, ports);
        if (failed !== undefined)
            return failed;
    }
    if (command !== undefined) {
        const failed = await runCommand(command, timeoutSeconds, factsOf(record, addresses), mask, ports);
        if (failed !== undefined)
            return failed;
    }
    if (basis.alarms.length === 0)
        return undefined;
    return (0,watch_alarms/* watchAlarms */.UK)(basis.alarms, startedAt + alarmsMinutes * 60_000, ports);
}
async function addressesNow({ urls }, { loadBalancers }, ports, record) {
    const primary = record.snapshot && (0,snapshot/* primaryOf */.Os)(record.snapshot);
    if ((0,place_addresses/* placeholdersIn */.Qf)(urls).includes('task-ip') && record.taskIps.length === 0 && primary !== undefined) {
        const tasks = await (0,task_addresses/* runningTasks */.C1)(primary.id, ports, record.cluster);
        record.taskIps = tasks.flatMap(({ privateIp }) => privateIp ?? []);
    }
    return { 'public-ip': record.publicIps, 'task-ip': record.taskIps, 'load-balancer': loadBalancers };
}
async function takeBack(failed, { definition }, inputs, ports, record) {
    const reason = `its verification failed: ${failed.what}`;
    if (!inputs.rollbackOnFailure) {
        const headline = `The deployment completed, but ${reason}. Nothing was rolled back, because rollback-on-failure is off.`;
        return (0,ending/* failedEnding */.BV)('failed', headline, (0,by_hand/* rollbackCommands */.P0)(record));
    }
    const subject = {
        deploymentId: record.deploymentId ?? '',
        createdAt: 0,
        older: record.olderDeployments,
        ecsMayRollBack: false,
        rollbackRequested: false,
        ...record.memory,
        definition,
        limitMilliseconds: inputs.rollbackWaitMinutes * 60_000,
        until: 'end',
    };
    return (0,roll_back.rollBack)({ reason, subject, afterCompletion: true }, inputs, ports, record);
}
function notTakenBack(failed, { headline }, record) {
    const what = record.changed
        ? 'This run started no deployment, so nothing was rolled back; what it changed stays.'
        : 'This run changed nothing, so nothing was rolled back.';
    return (0,ending/* failedEnding */.BV)('failed', `${headline} But its verification failed: ${failed.what}. ${what}`);
}


/***/ }),

/***/ 3639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ watchAlarms),
/* harmony export */   fF: () => (/* binding */ alarmsToWatch)
/* harmony export */ });
/* unused harmony export unverified */
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);


const betweenLooks = 15_000;
async function alarmsToWatch(names, ports) {
    const found = await readAlarms(names, ports);
    const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
    if (missing.length > 0) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t(missing.map((name) => {
            return { input: 'verify-alarms', message: `There is no alarm "${name}" in this account and Region.` };
        }));
    }
    const already = found.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
    if (already.length > 0) {
        const [are, they] = already.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
        ports.log.warning(`${already.join(', ')} ${are} in ALARM before the deployment: what went wrong before says nothing about it, so ${they} not watched (verify-alarms).`);
    }
    return names.filter((name) => !already.includes(name));
}
async function readAlarms(names, ports) {
    try {
        return await ports.alarms.alarms(names);
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        const why = kind === 'denied'
            ? `the permission ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? 'cloudwatch:DescribeAlarms'} is missing`
            : (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ input: 'verify-alarms', message: `The alarms cannot be read: ${why}.` }]);
    }
}
async function watchAlarms(names, endsAt, ports) {
    const minutes = Math.max(0, endsAt - ports.clock.uptime()) / 60_000;
    ports.log.info(`Watching ${names.join(', ')} for ${Number(minutes.toFixed(1))} minutes.`);
    let unread;
    for (;;) {
        ports.cancelled.throwIfAborted();
        try {
            const found = await ports.alarms.alarms(names);
            unread = undefined;
            const wrong = unverified(names, found);
            if (wrong !== undefined)
                return wrong;
        }
        catch (error) {
            if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
                throw error;
            unread = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
            ports.log.info(`The alarms could not be read: ${unread}.`);
        }
        const left = endsAt - ports.clock.uptime();
        if (left <= 0)
            break;
        await ports.clock.sleep(Math.min(betweenLooks, left), ports.cancelled);
    }
    if (unread === undefined)
        return undefined;
    return { input: 'verify-alarms', what: `the alarms could not be read in the end: ${unread}`, evidence: [] };
}
function unverified(names, found) {
    const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
    const wrong = found.filter(({ state }) => state === 'ALARM');
    if (wrong.length > 0) {
        const one = wrong.length === 1;
        const what = `the ${one ? 'alarm' : 'alarms'} ${wrong.map(({ name }) => name).join(', ')} ${one ? 'is' : 'are'} in ALARM`;
        const evidence = wrong.map(({ name, reason }) => `${name}: ${reason ?? 'CloudWatch gives no reason'}`);
        return { input: 'verify-alarms', what, evidence };
    }
    if (missing.length === 0)
        return undefined;
    const what = `the ${missing.length === 1 ? 'alarm' : 'alarms'} ${missing.join(', ')} ${missing.length === 1 ? 'was' : 'were'} deleted meanwhile`;
    return { input: 'verify-alarms', what, evidence: [] };
}


/***/ })

};
