export const id = 5058;
export const ids = [5058];
export const modules = {

/***/ 9103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ nameSettingsThatStayed),
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
function nameSettingsThatStayed(now, record) {
    const { asked } = record;
    const names = ownSettings(record);
    nameKeptSettings(record, names.filter((name) => (0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .differingSettings */ .C1)({ [name]: asked[name] }, now).length > 0));
}
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
    (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .addNotice */ .Mp)(record, `These settings keep the values that this run set: ${names}.`);
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
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1424);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7126);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(377);
/* harmony import */ var _newest_revision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2259);
/* harmony import */ var _register_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6698);
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
    const newest = await (0,_newest_revision_js__WEBPACK_IMPORTED_MODULE_3__/* .newestOf */ .s)(ports, described.definition.family, described);
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
        return await (0,_register_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .registerOnce */ .xc)(ports, copy, marked, newestRevision);
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'denied' || !/ecs:TagResource/.test((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)))
            throw error;
        record.notices.push(`The copy of ${taskDefinition} carries no tags: the permission ecs:TagResource (with ecs:CreateAction RegisterTaskDefinition) is missing.`);
        return (0,_register_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .registerOnce */ .xc)(ports, copy, [], newestRevision);
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
                return updateOrWatch(target, failure, policy, ports, record);
            case 'superseded':
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .supersededEnding */ .Sn)(record.supersededBy ?? '', record);
            case 'completed':
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .completedAfterAll */ .JT)(record);
            case 'impossible':
                return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_4__/* .cannotRollBack */ .Sp)(failure, record);
            case 'judge-again':
        }
    }
    return updateOrWatch(target, failure, policy, ports, record);
}
async function updateOrWatch(target, failure, policy, ports, record) {
    const end = await (0,_update_back_js__WEBPACK_IMPORTED_MODULE_5__/* .updateBack */ .r)(target, failure, policy, ports, record);
    return end === 'ecs-goes-back' ? watchEcsRollback(failure, policy, ports, record) : end;
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
            if (record.rollbackSent === 'StopServiceDeployment')
                return 'watch';
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
            return updateOrWatch(record.target, failure, policy, ports, record);
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

// EXTERNAL MODULE: ./lib/deployment/update-once.js
var update_once = __webpack_require__(9654);
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
    switch (now.kind) {
        case 'superseded':
            return (0,rollback_endings/* supersededEnding */.Sn)(now.by, record);
        case 'completed':
            if (failure.afterCompletion !== true)
                return (0,rollback_endings/* completedAfterAll */.JT)(record);
            break;
        case 'failed':
            if (now.ecs !== 'stays')
                return 'ecs-goes-back';
            break;
        case 'unknown':
        case 'service-gone':
            return (0,rollback_endings/* cannotRollBack */.Sp)(failure, record);
        case 'in-progress':
        case 'ask-history':
        case 'ecs-rollback-failed':
    }
    const settings = record.latest === undefined ? {} : await (0,restore_settings/* settingsToRestore */.Vy)(record.latest, ports, record);
    const update = {
        cluster: record.cluster,
        service: record.service,
        taskDefinition,
        ...settings,
        ...(taskDefinition === (0,snapshot/* primaryOf */.Os)(record.snapshot)?.taskDefinition ? { forceNewDeployment: true } : {}),
    };
    const isCopy = taskDefinition !== target.version.taskDefinitionArn;
    const as = isCopy ? `, as its copy ${revision.taskDefinition}` : '';
    ports.log.info(`Rolling back to ${target.version.taskDefinition}${as} (UpdateService).`);
    ports.cancelled.throwIfAborted();
    record.rollbackSent = 'UpdateService';
    record.rollbackTo = taskDefinition;
    const service = await (0,intent/* sendKept */.$)('update-back', ports, record, () => (0,update_once/* updateOnce */.R)(ports, record, update));
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


/***/ })

};
