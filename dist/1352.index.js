export const id = 1352;
export const ids = [1352];
export const modules = {

/***/ 1352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishRun: () => (/* binding */ finishRun)
/* harmony export */ });
/* harmony import */ var _deployment_finish_cancelled_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6530);
/* harmony import */ var _deployment_interrupted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2399);
/* harmony import */ var _deployment_leave_alone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8082);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6116);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7133);
/* harmony import */ var _deployment_ports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6699);
/* harmony import */ var _tell_end_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9416);







async function finishRun(record, onCancel, log, env) {
    const cancellation = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_6__/* .listenForSignals */ .s)(process, _clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m);
    (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_6__/* .tellWhenCancelled */ .L)(cancellation, log);
    const inputs = { region: record.region, allowUnknownMembers: [] };
    const keep = () => Promise.resolve();
    let ending;
    try {
        const ports = await (0,_deployment_ports_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentPorts */ .y)(inputs, env, log, cancellation.signal, keep);
        if (onCancel === 'leave')
            await (0,_deployment_leave_alone_js__WEBPACK_IMPORTED_MODULE_2__/* .tellWhatBecame */ .V)(record, ports);
        else
            ending = await (0,_deployment_finish_cancelled_js__WEBPACK_IMPORTED_MODULE_0__/* .finishCancelled */ .F)(record, ports);
    }
    catch (error) {
        ending = (0,_deployment_interrupted_js__WEBPACK_IMPORTED_MODULE_1__.endingOfError)(error, record);
    }
    return ending === undefined ? 0 : (0,_tell_end_js__WEBPACK_IMPORTED_MODULE_5__.tellEnd)(ending, record, log, env);
}


/***/ }),

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
    const { olderDeployments: older, serviceArn, knownUntil = 0 } = record;
    const entries = historyOf(snapshot);
    const newestOlder = Math.max(knownUntil, ...[...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })), ...entries]
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
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6613);
/* harmony import */ var _aftermath_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2895);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2399);
/* harmony import */ var _leave_alone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8082);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7742);
/* harmony import */ var _restore_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9103);
/* harmony import */ var _roll_back_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5058);
/* harmony import */ var _tell_aftermath_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2849);
/* harmony import */ var _update_back_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1164);











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
                ports.log.info((0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_8__/* .whatBecameOfIt */ .G)(aftermath, record));
                return undefined;
            case 'updated-back': {
                const service = await ports.ecs.describeService(record.cluster, record.service);
                const failure = failureOf(record.memory, record);
                if (service !== undefined)
                    (0,_restore_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .nameSettingsThatStayed */ .ST)(service, record);
                return await (0,_update_back_js__WEBPACK_IMPORTED_MODULE_7__/* .watchUpdateBack */ .S)((0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .snapshotOf */ .eY)(service ?? {}, ports.clock), failure, policy, ports, record);
            }
            case 'deployment':
                record.memory = aftermath.memory;
                return await (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_6__.rollBack)({ ...failureOf(aftermath.memory, record), ...back }, policy, ports, record);
            case 'service-gone':
            case 'unknown':
                return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .BV)('unknown', (0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_8__/* .whatBecameOfIt */ .G)(aftermath, record), [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_1__/* .lookCommand */ .zs)(record)]);
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
        opening: 'The run was cancelled',
        ...((0,_record_js__WEBPACK_IMPORTED_MODULE_10__/* .hasCompleted */ .Uj)(record) ? { afterCompletion: true } : {}),
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
    if (record.rollbackSent !== undefined)
        return explained(record, rollbackNotObserved(reason, record));
    if (record.verifying) {
        const headline = `The deployment completed, and its verification could not be finished. ${reason}`;
        return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)]));
    }
    const what = record.deploymentId === undefined ? 'UpdateService was sent' : 'The deployment was started';
    const headline = `${what}, and its end could not be observed. ${reason}`;
    return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)]));
}
function rollbackNotObserved(reason, record) {
    const { rollbackSent, sending, target } = record;
    const to = rollbackSent === 'UpdateService' && target ? ` to ${target.version.taskDefinition}` : '';
    const headline = sending === 'update-back'
        ? `The rollback${to} was sent (${rollbackSent}), and whether ECS took it is not known. ${reason}`
        : `The rollback${to} was begun (${rollbackSent}), and its end could not be observed. ${reason}`;
    const later = (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record).map(({ why, command }) => ({
        why: `${why}, if nothing is under way`,
        command,
    }));
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .historyCommand */ .aw)(record), ...later]);
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
