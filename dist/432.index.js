export const id = 432;
export const ids = [432];
export const modules = {

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishCancelledRun: () => (/* binding */ finishCancelledRun)
});

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/interrupted.js + 1 modules
var interrupted = __webpack_require__(1270);
// EXTERNAL MODULE: ./lib/deployment/roll-back.js + 4 modules
var roll_back = __webpack_require__(9817);
;// CONCATENATED MODULE: ./lib/deployment/finish-cancelled.js




/** A job that is cancelled has 5 minutes for all its post steps (docs, "Workflow cancellation"). */
const watchMinutes = 3;
/**
 * What the post step does for a run that was cancelled and wanted a rollback: sends it if main could not, watches it for a
 * while and says only what was seen. Never rejects.
 *
 * @param record as main left it
 * @returns undefined where there is nothing more to report than the line that was logged
 */
async function finishCancelled(record, ports) {
    try {
        if (record.rollbackSent === 'UpdateService') {
            ports.log.info(`The run ended while it rolled the service back to ${record.target?.version.taskDefinition}; that goes on in ECS.`);
            return undefined;
        }
        const started = await startedDeployment(ports, record);
        if (started === undefined) {
            ports.log.info('The run ended before a deployment started. Nothing was changed here.');
            return undefined;
        }
        record.deploymentId = started.deploymentId;
        record.memory = started;
        return await goBack(ports, record, started);
    }
    catch (error) {
        return (0,interrupted.endingOfError)(error, record);
    }
}
/** The deployment that main started, also where main ended before it read the answer. */
async function startedDeployment(ports, record) {
    if (record.memory !== undefined)
        return record.memory;
    const service = await ports.ecs.describeService(record.cluster, record.service);
    const primary = service && (0,snapshot/* primaryOf */.Os)((0,snapshot/* snapshotOf */.eY)(service, ports.clock.now()));
    if (primary === undefined || record.olderDeployments.includes(primary.id))
        return undefined;
    const isOurs = primary.id === record.deploymentId || primary.taskDefinition === record.update?.taskDefinition;
    if (!isOurs)
        return undefined;
    const { id: deploymentId, createdAt } = primary;
    return (0,verdict/* startWatching */.Kh)({ deploymentId, createdAt, older: record.olderDeployments, ecsMayRollBack: false });
}
function goBack(ports, record, memory) {
    const policy = { rollbackOnFailure: true, rollbackWaitMinutes: watchMinutes };
    const limitMilliseconds = watchMinutes * 60_000;
    const failure = {
        reason: 'the run was cancelled',
        subject: { ...memory, definition: undefined, limitMilliseconds, until: 'end' },
    };
    return record.rollbackSent === 'StopServiceDeployment'
        ? (0,roll_back/* watchEcsRollback */.X)(failure, policy, ports, record)
        : (0,roll_back/* rollBack */.F)(failure, policy, ports, record);
}

// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 3 modules
var deployment_ports = __webpack_require__(1569);
// EXTERNAL MODULE: ./lib/actions/tell-end.js + 10 modules
var tell_end = __webpack_require__(9759);
;// CONCATENATED MODULE: ./lib/actions/finish-cancelled.js






/** Finishes what a cancelled run wanted, and tells it. Returns the exit code. */
async function finishCancelledRun(record, log, env) {
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    const inputs = { region: record.region, allowUnknownMembers: [] };
    const keep = () => Promise.resolve();
    let ending;
    try {
        ending = await finishCancelled(record, await (0,deployment_ports/* deploymentPorts */.y)(inputs, env, log, cancellation.signal, keep));
    }
    catch (error) {
        ending = (0,interrupted.endingOfError)(error, record);
    }
    return ending === undefined ? 0 : (0,tell_end.tellEnd)(ending, record, log, env);
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
        record.diagnoses.push(diagnosis);
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
function placeOf({ message, ...place }) {
    return (0,problem/* formatProblem */.V)({ ...place, message: '' }).replace(/: $/, '') || 'The environment of this step';
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
    const what = touched ? done : 'The service was not touched.';
    return (0,ending/* ending */.K)('cancelled', `The run was cancelled. ${what}`, touched ? [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)] : []);
}


/***/ })

};
