export const id = 6530;
export const ids = [6530];
export const modules = {

/***/ 2895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ lookAtAftermath)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4012);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _rollback_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(801);




async function lookAtAftermath(ecs, record, clock) {
    const service = await ecs.describeService(record.cluster, record.service);
    if (service === undefined)
        return { kind: 'service-gone' };
    const seen = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotOf */ .eY)(service, clock);
    const history = await (0,_rollback_target_js__WEBPACK_IMPORTED_MODULE_2__/* .readHistory */ .Lu)(ecs, record);
    const snapshot = { ...seen, history };
    record.snapshot = snapshot;
    const back = updatedBack(record, snapshot);
    if (back !== undefined)
        return back;
    const known = record.memory ?? (await ownDeployment(ecs, record, snapshot));
    if (known === undefined)
        return withoutTrace(record, snapshot);
    record.deploymentId = known.deploymentId;
    const own = historyOf(snapshot).find(({ deploymentId }) => deploymentId === known.deploymentId);
    if (own !== undefined)
        record.serviceDeploymentArn ??= own.arn;
    const requested = record.rollbackSent === 'StopServiceDeployment' || record.sending === 'stop';
    const memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)({ ...known, rollbackRequested: known.rollbackRequested || requested }, snapshot);
    return withoutPatience(memory, snapshot);
}
function withoutPatience(memory, snapshot) {
    const verdict = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S4)(memory, snapshot);
    const isPrimary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(snapshot)?.id === memory.deploymentId;
    if (verdict.kind === 'unknown')
        return { kind: 'unknown', why: verdict.why };
    if (verdict.kind === 'ask-history' || (verdict.kind === 'in-progress' && !isPrimary)) {
        return { kind: 'unknown', why: 'ECS shows an older deployment again, and not what became of this one' };
    }
    return { kind: 'deployment', memory, verdict };
}
function withoutTrace({ sending, changed }, { history }) {
    if (sending === 'update' && history !== 'denied')
        return { kind: 'no-trace' };
    const why = changed ? 'UpdateService was answered, and no deployment of it is shown' : 'the history could not be read';
    return { kind: 'unknown', why };
}
function updatedBack({ rollbackTo, deploymentId, olderDeployments }, snapshot) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(snapshot);
    if (rollbackTo === undefined || primary?.taskDefinition !== rollbackTo)
        return undefined;
    if (primary.id === deploymentId || olderDeployments.includes(primary.id))
        return undefined;
    return { kind: 'updated-back', id: primary.id, rolloutState: primary.rolloutState ?? '' };
}
async function ownDeployment(ecs, record, snapshot) {
    const { olderDeployments: older, update } = record;
    const before = snapshot.deployments.find(({ id }) => older.includes(id))?.taskDefinition;
    const wanted = update?.taskDefinition ?? before;
    const fresh = snapshot.deployments.filter(({ id, taskDefinition }) => !older.includes(id) && taskDefinition === wanted);
    const [listed] = fresh.toReversed().toSorted((one, other) => one.createdAt - other.createdAt);
    const found = listed ?? (await inHistory(ecs, record, snapshot, wanted));
    if (found === undefined)
        return undefined;
    const deploymentId = 'id' in found ? found.id : found.deploymentId;
    const { createdAt } = found;
    const memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .startWatching */ .Kh)({ deploymentId, createdAt, older, ecsMayRollBack: false });
    return { ...memory, seen: true };
}
async function inHistory(ecs, record, snapshot, wanted) {
    const { olderDeployments: older, serviceArn } = record;
    const entries = historyOf(snapshot);
    const newestOlder = Math.max(...[...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })), ...entries]
        .filter(({ deploymentId }) => older.includes(deploymentId))
        .map(({ createdAt }) => createdAt));
    const later = entries.filter(({ deploymentId, createdAt }) => !older.includes(deploymentId) && createdAt > newestOlder);
    for (const entry of later.reverse()) {
        const arn = serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionArnOf */ .SF)(serviceArn, entry.deploymentId);
        const revision = arn
            ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
            : undefined;
        if (revision?.taskDefinition === wanted)
            return entry;
    }
    return undefined;
}
function historyOf({ history }) {
    return history === undefined || history === 'denied' ? [] : history;
}


/***/ }),

/***/ 6530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ finishCancelled),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* unused harmony export patientLook */
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6613);
/* harmony import */ var _aftermath_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2895);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2399);
/* harmony import */ var _leave_alone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8082);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7742);
/* harmony import */ var _roll_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5058);
/* harmony import */ var _tell_aftermath_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2849);
/* harmony import */ var _update_back_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1164);










const watchMinutes = 3;
const patienceMilliseconds = 20_000;
const betweenLooksMilliseconds = 2_000;
const policy = { rollbackOnFailure: true, rollbackWaitMinutes: watchMinutes };
async function finishCancelled(record, ports, back = {}) {
    try {
        if (record.adopted) {
            await (0,_leave_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .tellWhatBecame */ .V)(record, ports);
            return undefined;
        }
        const aftermath = await patientLook(record, ports);
        switch (aftermath.kind) {
            case 'no-trace':
                ports.log.info((0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_7__/* .whatBecameOfIt */ .G)(aftermath, record));
                return undefined;
            case 'updated-back': {
                const service = await ports.ecs.describeService(record.cluster, record.service);
                const failure = failureOf(record.memory, record);
                return await (0,_update_back_js__WEBPACK_IMPORTED_MODULE_6__/* .watchUpdateBack */ .S)((0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .snapshotOf */ .eY)(service ?? {}, ports.clock), failure, policy, ports, record);
            }
            case 'deployment':
                record.memory = aftermath.memory;
                return await (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_5__.rollBack)({ ...failureOf(aftermath.memory, record), ...back }, policy, ports, record);
            case 'service-gone':
            case 'unknown':
                return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .BV)('unknown', (0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_7__/* .whatBecameOfIt */ .G)(aftermath, record), [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_1__/* .lookCommand */ .zs)(record)]);
        }
    }
    catch (error) {
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_3__.endingOfError)(error, record);
    }
}
async function patientLook(record, ports) {
    const giveUpAt = ports.clock.uptime() + patienceMilliseconds;
    for (;;) {
        const aftermath = await (0,_aftermath_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtAftermath */ .R)(ports.ecs, record, ports.clock);
        if (isClear(aftermath, record) || ports.clock.uptime() >= giveUpAt)
            return aftermath;
        await ports.clock.sleep(betweenLooksMilliseconds, ports.cancelled);
        ports.cancelled.throwIfAborted();
    }
}
function isClear({ kind }, { sending }) {
    if (kind === 'no-trace' || kind === 'unknown' || kind === 'service-gone')
        return false;
    return kind === 'updated-back' || sending !== 'update-back';
}
function failureOf(memory, record) {
    const known = {
        deploymentId: record.deploymentId ?? '',
        createdAt: 0,
        older: record.olderDeployments,
        ecsMayRollBack: false,
        rollbackRequested: false,
        ...memory,
    };
    return {
        reason: 'the run was cancelled',
        ...((0,_record_js__WEBPACK_IMPORTED_MODULE_9__/* .hasCompleted */ .Uj)(record) ? { afterCompletion: true } : {}),
        subject: { ...known, definition: undefined, limitMilliseconds: watchMinutes * 60_000, until: 'end' },
    };
}


/***/ }),

/***/ 2399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ cancelledEnding),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   endingOfError: () => (/* binding */ endingOfError),
/* harmony export */   sT: () => (/* binding */ problemsAsCause)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _diagnosis_api_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4914);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7748);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3496);
/* harmony import */ var _in_catalogue_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9428);






function endingOfError(error, record) {
    if (error instanceof _ending_js__WEBPACK_IMPORTED_MODULE_4__/* .StoryEnded */ .Ai)
        return error.ending;
    if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsFound */ .t) {
        record.diagnoses.push(problemsAsCause(error.problems));
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('failed', 'Nothing was changed.');
    }
    const reason = `${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}${adviceFor(error)}`;
    const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
    explainRefusal(error, record);
    const started = record.deploymentId !== undefined || record.rollbackSent !== undefined || record.changed;
    if (!started && record.update === undefined)
        return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('failed', `The service was not touched. ${reason}`));
    if (!started &&
        !record.changed &&
        (kind === 'refused' || kind === 'denied' || kind === 'throttled' || kind === 'unsent')) {
        return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('failed', `ECS refused to update the service, so it was not changed. ${reason}`));
    }
    if (record.verifying) {
        const headline = `The deployment completed, and its verification could not be finished. ${reason}`;
        return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)]));
    }
    const what = record.deploymentId === undefined ? 'UpdateService was sent' : 'The deployment was started';
    const headline = `${what}, and its end could not be observed. ${reason}`;
    return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)]));
}
function explainRefusal(error, record) {
    const diagnosis = (0,_diagnosis_api_error_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnoseApiError */ .n)((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error), record);
    if (diagnosis !== undefined && record.diagnoses.length === 0)
        record.diagnoses.push((0,_in_catalogue_js__WEBPACK_IMPORTED_MODULE_5__/* .inCatalogue */ .b)(diagnosis, record));
}
function explained(record, end) {
    return { ...end, explain: record.diagnoses.length > 0 };
}
function problemsAsCause(problems) {
    const [first] = problems;
    const single = problems.length === 1 && first !== undefined;
    return {
        cause: 'input',
        title: single ? placeOf(first) : `${problems.length} problems`,
        explanation: single ? first.message : problems.map(_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .V).join('\n'),
        advice: [],
        heals: 'never',
        facts: [],
        count: problems.length,
    };
}
function placeOf({ message, about, ...place }) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .V)({ ...place, message: '' }).replace(/: $/, '') || about || 'The environment of this step';
}
function adviceFor(error) {
    switch ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error)) {
        case 'expired':
            return ' The AWS credentials are expired or not valid: raise role-duration-seconds of aws-actions/configure-aws-credentials above the time that a deployment may take.';
        case 'no-credentials':
            return ' Run aws-actions/configure-aws-credentials before this step.';
        case 'denied': {
            const action = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error);
            return action === undefined ? '' : ` Allow ${action} in the policy of the role that this job assumes.`;
        }
        case 'throttled':
            return ' AWS is busy with requests of this account: run the job again, and fewer deployments at once.';
        default:
            return '';
    }
}
function cancelledEnding(record, done) {
    const touched = record.update !== undefined;
    const what = touched ? done : ['The service was not touched.', done].filter(Boolean).join(' ');
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('cancelled', `The run was cancelled. ${what}`, touched ? [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)] : []);
}


/***/ }),

/***/ 8082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ tellWhatBecame)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _aftermath_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2895);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1626);
/* harmony import */ var _tell_aftermath_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2849);




const lookMilliseconds = 20_000;
async function tellWhatBecame(record, ports) {
    ports.log.info(await sentence(record, ports));
    for (const { why, command } of [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackCommands */ .P0)(record)]) {
        ports.log.info(`${why}:`);
        ports.log.info(`  ${command}`);
    }
}
async function sentence(record, ports) {
    const tooLate = ports.clock.sleep(lookMilliseconds).then(() => undefined);
    try {
        const aftermath = await Promise.race([(0,_aftermath_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAtAftermath */ .R)(ports.ecs, record, ports.clock), tooLate]);
        if (aftermath !== undefined)
            return (0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_3__/* .whatBecameOfIt */ .G)(aftermath, record);
        return 'What became of it cannot be told: AWS did not answer in time.';
    }
    catch (error) {
        return `What became of it cannot be told: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`;
    }
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

/***/ 4914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diagnoseApiError)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5326);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1397);


function diagnoseApiError(told, context) {
    const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(told);
    const symptom = { place: 'api', text, taskIds: [], fact: (0,_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(text) };
    const cause = (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOf */ .r)(symptom);
    if (cause === undefined)
        return undefined;
    const whole = {
        ...context,
        wantedImages: [],
        hasLoadBalancer: false,
        containerHealthCheckOf: () => undefined,
    };
    return {
        cause: cause.id,
        title: cause.title({ text }, whole),
        explanation: cause.explanation,
        advice: cause.advice({ text }, whole),
        heals: cause.heals,
        facts: [symptom.fact],
        count: 1,
    };
}


/***/ })

};
