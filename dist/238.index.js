export const id = 238;
export const ids = [238];
export const modules = {

/***/ 9238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishRun: () => (/* binding */ finishRun)
});

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var rollout_snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var rollout_verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/optional-read.js
var optional_read = __webpack_require__(3180);
// EXTERNAL MODULE: ./lib/deployment/rollback-target.js
var rollback_target = __webpack_require__(801);
;// CONCATENATED MODULE: ./lib/deployment/aftermath.js




/**
 * Looks once at what became of a run: reads only. Puts what was seen into the record.
 *
 * @throws what AWS throws when the service cannot be read
 */
async function lookAtAftermath(ecs, record, now) {
    const service = await ecs.describeService(record.cluster, record.service);
    if (service === undefined)
        return { kind: 'service-gone' };
    const seen = (0,rollout_snapshot/* snapshotOf */.eY)(service, now);
    const history = await (0,rollback_target/* readHistory */.Lu)(ecs, record);
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
    const memory = (0,rollout_verdict/* remember */.kY)({ ...known, rollbackRequested: known.rollbackRequested || requested }, snapshot);
    return withoutPatience(memory, snapshot);
}
/** One look cannot wait until an answer makes sense. */
function withoutPatience(memory, snapshot) {
    const verdict = (0,rollout_verdict/* judge */.S4)(memory, snapshot);
    const isPrimary = (0,rollout_snapshot/* primaryOf */.Os)(snapshot)?.id === memory.deploymentId;
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
    const primary = (0,rollout_snapshot/* primaryOf */.Os)(snapshot);
    if (rollbackTo === undefined || primary?.taskDefinition !== rollbackTo)
        return undefined;
    if (primary.id === deploymentId || olderDeployments.includes(primary.id))
        return undefined;
    return { kind: 'updated-back', id: primary.id, rolloutState: primary.rolloutState ?? '' };
}
/** The deployment that UpdateService started, where its answer was never read: by what it carried, and by when it came. */
async function ownDeployment(ecs, record, snapshot) {
    const { olderDeployments: older, update } = record;
    const before = snapshot.deployments.find(({ id }) => older.includes(id))?.taskDefinition;
    const wanted = update?.taskDefinition ?? before;
    const listed = snapshot.deployments.find(({ id, taskDefinition }) => !older.includes(id) && taskDefinition === wanted);
    const found = listed ?? (await inHistory(ecs, record, snapshot, wanted));
    if (found === undefined)
        return undefined;
    const deploymentId = 'id' in found ? found.id : found.deploymentId;
    const { createdAt } = found;
    const memory = (0,rollout_verdict/* startWatching */.Kh)({ deploymentId, createdAt, older, ecsMayRollBack: false });
    return { ...memory, seen: true };
}
/** It may be over already: taken back, or replaced by somebody else's. */
async function inHistory(ecs, record, snapshot, wanted) {
    const { olderDeployments: older, serviceArn } = record;
    const entries = historyOf(snapshot);
    const newestOlder = Math.max(...[...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })), ...entries]
        .filter(({ deploymentId }) => older.includes(deploymentId))
        .map(({ createdAt }) => createdAt));
    const later = entries.filter(({ deploymentId, createdAt }) => !older.includes(deploymentId) && createdAt > newestOlder);
    for (const entry of later.reverse()) {
        const arn = serviceArn && (0,rollout_snapshot/* revisionArnOf */.SF)(serviceArn, entry.deploymentId);
        const revision = arn
            ? await (0,optional_read/* optional */.l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
            : undefined;
        if (revision?.taskDefinition === wanted)
            return entry;
    }
    return undefined;
}
function historyOf({ history }) {
    return history === undefined || history === 'denied' ? [] : history;
}

// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/interrupted.js + 1 modules
var interrupted = __webpack_require__(1270);
// EXTERNAL MODULE: ./lib/deployment/roll-back.js
var roll_back = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/deployment/tell-aftermath.js
var tell_aftermath = __webpack_require__(2849);
// EXTERNAL MODULE: ./lib/deployment/update-back.js + 1 modules
var update_back = __webpack_require__(1164);
;// CONCATENATED MODULE: ./lib/deployment/finish-cancelled.js








/** A job that is cancelled has 5 minutes for all its post steps (docs, "Workflow cancellation"). */
const watchMinutes = 3;
/** ECS reads may be stale, and a call that was on its way may still arrive: absence counts after this long. */
const patienceMilliseconds = 20_000;
const betweenLooksMilliseconds = 2_000;
const policy = { rollbackOnFailure: true, rollbackWaitMinutes: watchMinutes };
/**
 * What the post step does for a run that was cancelled and wanted a rollback: sends it if main could not, watches it for a
 * while and says only what was seen. Never rejects.
 *
 * @param record as main left it
 * @returns undefined where there is nothing more to report than the line that was logged
 */
async function finishCancelled(record, ports) {
    try {
        const aftermath = await patientLook(record, ports);
        switch (aftermath.kind) {
            case 'no-trace':
                ports.log.info((0,tell_aftermath/* whatBecameOfIt */.G)(aftermath, record));
                return undefined;
            case 'updated-back': {
                const service = await ports.ecs.describeService(record.cluster, record.service);
                const failure = failureOf(record.memory, record);
                return await (0,update_back/* watchUpdateBack */.S)((0,rollout_snapshot/* snapshotOf */.eY)(service ?? {}, ports.clock.now()), failure, policy, ports, record);
            }
            case 'deployment':
                record.memory = aftermath.memory;
                return await (0,roll_back/* rollBack */.F)(failureOf(aftermath.memory, record), policy, ports, record);
            case 'service-gone':
            case 'unknown':
                return (0,ending/* failedEnding */.B)('unknown', (0,tell_aftermath/* whatBecameOfIt */.G)(aftermath, record), [(0,by_hand/* lookCommand */.zs)(record)]);
        }
    }
    catch (error) {
        return (0,interrupted.endingOfError)(error, record);
    }
}
/** What is not there at first sight may still come. */
async function patientLook(record, ports) {
    const giveUpAt = ports.clock.uptime() + patienceMilliseconds;
    for (;;) {
        const aftermath = await lookAtAftermath(ports.ecs, record, ports.clock.now());
        if (isClear(aftermath, record) || ports.clock.uptime() >= giveUpAt)
            return aftermath;
        await ports.clock.sleep(betweenLooksMilliseconds, ports.cancelled);
        ports.cancelled.throwIfAborted();
    }
}
/** A rollback that was on its way shows itself by another deployment than ours. */
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
        subject: { ...known, definition: undefined, limitMilliseconds: watchMinutes * 60_000, until: 'end' },
    };
}

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/deployment/leave-alone.js




/** What the look may take: the job is being cancelled. */
const lookMilliseconds = 20_000;
/**
 * What the post step does for a run that ended before its deployment did, where that is left to ECS: looks once what became
 * of it, and says so. Changes nothing. Never rejects.
 */
async function tellWhatBecame(record, ports) {
    ports.log.info(await sentence(record, ports));
    for (const { why, command } of [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)]) {
        ports.log.info(`${why}:`);
        ports.log.info(`  ${command}`);
    }
}
async function sentence(record, ports) {
    const tooLate = ports.clock.sleep(lookMilliseconds).then(() => undefined);
    try {
        const aftermath = await Promise.race([lookAtAftermath(ports.ecs, record, ports.clock.now()), tooLate]);
        if (aftermath !== undefined)
            return (0,tell_aftermath/* whatBecameOfIt */.G)(aftermath, record);
        return 'What became of it cannot be told: AWS did not answer in time.';
    }
    catch (error) {
        return `What became of it cannot be told: ${(0,failure/* describeFailure */.Ic)(error)}`;
    }
}

// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 2 modules
var deployment_ports = __webpack_require__(2801);
// EXTERNAL MODULE: ./lib/actions/tell-end.js
var tell_end = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/actions/finish-run.js







/** Says what became of a run that ended early; with `rollback`, takes its deployment back first. Returns the exit code. */
async function finishRun(record, onCancel, log, env) {
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    const inputs = { region: record.region, allowUnknownMembers: [] };
    const keep = () => Promise.resolve();
    let ending;
    try {
        const ports = await (0,deployment_ports/* deploymentPorts */.y)(inputs, env, log, cancellation.signal, keep);
        if (onCancel === 'leave')
            await tellWhatBecame(record, ports);
        else
            ending = await finishCancelled(record, ports);
    }
    catch (error) {
        ending = (0,interrupted.endingOfError)(error, record);
    }
    return ending === undefined ? 0 : (0,tell_end.tellEnd)(ending, record, log, env);
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inCatalogue)
/* harmony export */ });
/** The diagnosis with the address of its cause in the catalogue, where that is known. */
function inCatalogue(diagnosis, { causesAddress }) {
    if (causesAddress === undefined || diagnosis.cause === 'unknown')
        return diagnosis;
    return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` };
}


/***/ }),

/***/ 1270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ cancelledEnding),
  endingOfError: () => (/* binding */ endingOfError)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/diagnosis/causes.js + 16 modules
var causes = __webpack_require__(8153);
// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/diagnosis/api-error.js


/**
 * Why a call of this run failed; undefined where AWS says something that is in no row.
 *
 * @param told `Name: message`
 */
function diagnoseApiError(told, context) {
    const text = (0,texts/* plain */.pj)(told);
    const symptom = { place: 'api', text, taskIds: [], fact: (0,texts/* shorten */.ml)(text) };
    const cause = (0,causes/* causeOf */.r)(symptom);
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

// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/in-catalogue.js
var in_catalogue = __webpack_require__(9428);
;// CONCATENATED MODULE: ./lib/deployment/interrupted.js






/** What an error that ended the story means: whether something was changed decides between `failed` and `unknown`. */
function endingOfError(error, record) {
    if (error instanceof problem/* ProblemsFound */.t) {
        record.diagnoses.push(problemsAsCause(error.problems));
        return (0,ending/* failedEnding */.B)('failed', 'Nothing was changed.');
    }
    const reason = `${(0,failure/* describeFailure */.Ic)(error)}${adviceFor(error)}`;
    const kind = (0,failure/* failureKind */.zU)(error);
    explainRefusal(error, record);
    const started = record.deploymentId !== undefined || record.rollbackSent !== undefined || record.changed;
    if (!started && record.update === undefined)
        return explained(record, (0,ending/* ending */.K)('failed', `The service was not touched. ${reason}`));
    // A refusal of UpdateService itself proves that it did nothing.
    if (!started &&
        !record.changed &&
        (kind === 'refused' || kind === 'denied' || kind === 'throttled' || kind === 'unsent')) {
        return explained(record, (0,ending/* ending */.K)('failed', `ECS refused to update the service, so it was not changed. ${reason}`));
    }
    const what = record.deploymentId === undefined ? 'UpdateService was sent' : 'The deployment was started';
    const headline = `${what}, and its end could not be observed. ${reason}`;
    return explained(record, (0,ending/* ending */.K)('unknown', headline, [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)]));
}
/** What AWS said no to, with what to do about it; a failure of the deployment itself that was explained before stays first. */
function explainRefusal(error, record) {
    const diagnosis = diagnoseApiError((0,failure/* describeFailure */.Ic)(error), record);
    if (diagnosis !== undefined && record.diagnoses.length === 0)
        record.diagnoses.push((0,in_catalogue/* inCatalogue */.b)(diagnosis, record));
}
/** With the cause, where it is known. */
function explained(record, end) {
    return { ...end, explain: record.diagnoses.length > 0 };
}
/** What the user gave does not work: the cause is the list of problems. */
function problemsAsCause(problems) {
    const [first] = problems;
    const single = problems.length === 1 && first !== undefined;
    return {
        cause: 'input',
        title: single ? placeOf(first) : `${problems.length} problems`,
        explanation: single ? first.message : problems.map(problem/* formatProblem */.V).join('\n'),
        advice: [],
        heals: 'never',
        facts: [],
        count: problems.length,
    };
}
function placeOf({ message, about, ...place }) {
    return (0,problem/* formatProblem */.V)({ ...place, message: '' }).replace(/: $/, '') || about || 'The environment of this step';
}
function adviceFor(error) {
    switch ((0,failure/* failureKind */.zU)(error)) {
        case 'expired':
            return ' The AWS credentials are expired or not valid: raise role-duration-seconds of aws-actions/configure-aws-credentials above the time that a deployment may take.';
        case 'no-credentials':
            return ' Run aws-actions/configure-aws-credentials before this step.';
        case 'denied': {
            const action = (0,failure/* deniedAction */.Ub)(error);
            return action === undefined ? '' : ` Allow ${action} in the policy of the role that this job assumes.`;
        }
        case 'throttled':
            return ' AWS is busy with requests of this account: run the job again, and fewer deployments at once.';
        default:
            return '';
    }
}
/** The run was cancelled: what was done about it. */
function cancelledEnding(record, done) {
    const touched = record.update !== undefined;
    const what = touched ? done : ['The service was not touched.', done].filter(Boolean).join(' ');
    return (0,ending/* ending */.K)('cancelled', `The run was cancelled. ${what}`, touched ? [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)] : []);
}


/***/ })

};
