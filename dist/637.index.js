export const id = 637;
export const ids = [637];
export const modules = {

/***/ 1626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ stopCommand),
/* harmony export */   P0: () => (/* binding */ rollbackCommands),
/* harmony export */   aw: () => (/* binding */ historyCommand),
/* harmony export */   zs: () => (/* binding */ lookCommand)
/* harmony export */ });
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
/** Brings the previous version back; undefined where there is none. */
function rollbackCommands(record) {
    if (record.target === undefined)
        return [];
    const { taskDefinition } = record.target.version;
    return [
        {
            why: `Go back to ${taskDefinition}`,
            command: `aws ecs update-service ${place(record)} --task-definition ${taskDefinition} --force-new-deployment`,
        },
    ];
}
/** Shows the deployments of the service, newest first. */
function historyCommand(record) {
    return { why: 'See who deployed what', command: `aws ecs list-service-deployments ${place(record)}` };
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

/***/ 7637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ cancelledEnding),
/* harmony export */   endingOfError: () => (/* binding */ endingOfError)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);




/** What an error that ended the story means: whether something was changed decides between `failed` and `unknown`. */
function endingOfError(error, record) {
    if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t) {
        record.diagnoses.push(problemsAsCause(error.problems));
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .B)('failed', 'Nothing was changed.');
    }
    const reason = `${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}${adviceFor(error)}`;
    const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
    const started = record.deploymentId !== undefined || record.rollbackSent !== undefined;
    if (!started && record.update === undefined)
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K)('failed', `The service was not touched. ${reason}`);
    // A refusal of UpdateService itself proves that it did nothing.
    if (!started && (kind === 'refused' || kind === 'denied' || kind === 'throttled' || kind === 'unsent')) {
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K)('failed', `ECS refused to update the service, so it was not changed. ${reason}`);
    }
    const headline = `The deployment was started, and its end could not be observed. ${reason}`;
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)]);
}
/** What the user gave does not work: the cause is the list of problems. */
function problemsAsCause(problems) {
    const [first] = problems;
    const single = problems.length === 1 && first !== undefined;
    return {
        cause: 'input',
        title: single ? placeOf(first) : `${problems.length} problems`,
        explanation: single ? first.message : problems.map(_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .formatProblem */ .V).join('\n'),
        advice: [],
        heals: 'never',
        facts: [],
        count: problems.length,
    };
}
function placeOf({ message, ...place }) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .formatProblem */ .V)({ ...place, message: '' }).replace(/: $/, '') || 'The environment of this step';
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
/** The run was cancelled: what was done about it. */
function cancelledEnding(record, done) {
    const touched = record.update !== undefined;
    const what = touched ? done : 'The service was not touched.';
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K)('cancelled', `The run was cancelled. ${what}`, touched ? [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)] : []);
}


/***/ })

};
