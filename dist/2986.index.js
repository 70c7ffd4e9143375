export const id = 2986;
export const ids = [2986,7006,9428];
export const modules = {

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inCatalogue),
/* harmony export */   c: () => (/* binding */ checksAddress)
/* harmony export */ });
function checksAddress({ causesAddress }) {
    return causesAddress?.replace(/causes\.md$/, 'preflight.md');
}
function inCatalogue(diagnosis, { causesAddress }) {
    if (causesAddress === undefined || diagnosis.cause === 'unknown')
        return diagnosis;
    return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` };
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


/***/ }),

/***/ 1209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ maskLinesOf)
/* harmony export */ });
/* unused harmony export maskLines */
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
function maskLinesOf(lines, { containerDefinitions = [] }, values = []) {
    const own = containerDefinitions.flatMap(({ environment = [] }) => environment.flatMap(({ value }) => value ?? []));
    const names = containerDefinitions.flatMap(({ secrets = [] }) => secrets.flatMap(({ name }) => name ?? []));
    return maskLines(lines, [...values, ...own], names);
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

/***/ 7006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelPreDeployTask: () => (/* binding */ cancelPreDeployTask),
/* harmony export */   runPreDeployTask: () => (/* binding */ runPreDeployTask)
/* harmony export */ });
/* harmony import */ var _deployment_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3496);
/* harmony import */ var _deployment_intent_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(377);
/* harmony import */ var _deployment_optional_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _deployment_tags_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8370);
/* harmony import */ var _deployment_version_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3355);
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4060);
/* harmony import */ var _github_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9074);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7748);
/* harmony import */ var _task_definition_container_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9474);
/* harmony import */ var _cancel_tasks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1864);
/* harmony import */ var _conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2325);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3968);
/* harmony import */ var _run_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4510);
/* harmony import */ var _service_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4010);
/* harmony import */ var _task_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(800);















const untouched = 'The service was not touched.';
async function runPreDeployTask(asked, taskDefinitionArn, prepared, ports, record) {
    const { definition } = prepared;
    const found = (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_8__/* .targetContainer */ .p)(definition, asked.container);
    if (!found.ok)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsFound */ .t(found.problems);
    const run = {
        ...(0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .newTaskRun */ .xm)({
            cluster: record.cluster,
            service: record.service,
            region: ports.region,
            startedAt: ports.clock.now(),
            wanted: 1,
        }),
        container: found.value,
        command: asked.command,
        taskDefinition: (0,_deployment_version_js__WEBPACK_IMPORTED_MODULE_10__/* .resourceName */ .Iy)(taskDefinitionArn),
        taskDefinitionArn,
        images: (0,_deployment_version_js__WEBPACK_IMPORTED_MODULE_10__/* .imagesOf */ .IC)(definition.containerDefinitions ?? []),
        causesAddress: record.causesAddress,
    };
    const keep = async () => {
        record.preDeploy = { state: 'going', kept: (0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .keptOf */ .uq)(run) };
        await ports.keep();
    };
    await markRevision(taskDefinitionArn, prepared, ports, record);
    ports.log.info(`Before the deployment a task of ${run.taskDefinition} runs in container ${run.container}: ${asked.command.join(' ')}`);
    record.timeline.push({ at: ports.clock.now(), text: 'the task before the deployment begins' });
    const end = await runToEnd(asked, prepared, run, ports, keep);
    const state = end.outcome === 'succeeded' ? 'succeeded' : 'ended';
    record.preDeploy = { state, kept: (0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .keptOf */ .uq)(run) };
    await ports.keep();
    for (const notice of run.notices)
        record.notices.push(`The task before the deployment: ${notice}`);
    const took = (0,_github_words_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(ports.clock.now() - run.startedAt);
    const [arn] = run.taskArns;
    const task = arn === undefined ? 'The task before the deployment' : `The task before the deployment (${(0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__/* .taskId */ .BS)(arn)})`;
    record.timeline.push({ at: ports.clock.now(), text: `the task before the deployment: ${end.outcome}` });
    if (end.outcome === 'succeeded') {
        ports.log.info(`${task} succeeded after ${took}.`);
        record.notices.push(`${task} succeeded after ${took}: ${end.headline}`);
        return;
    }
    record.changed ||= run.changed;
    record.running = record.before;
    record.diagnoses.push(...run.diagnoses);
    if (arn !== undefined)
        record.stoppedTasks.set((0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__/* .taskId */ .BS)(arn), stoppedOf(arn, run, definition));
    const headline = `${task} did not succeed (${end.outcome} after ${took}): ${end.headline} ${untouched}`;
    throw new _deployment_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .StoryEnded */ .Ai({ ...(0,_deployment_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .ending */ .K1)('failed', headline, end.commands), explain: true });
}
async function markRevision(taskDefinitionArn, { decision, running }, ports, record) {
    const isNew = decision.kind === 'update' && decision.revision !== undefined;
    if (isNew || running.tags.some(({ key }) => key === _deployment_tags_js__WEBPACK_IMPORTED_MODULE_12__/* .preDeployTag */ .LE))
        return;
    ports.cancelled.throwIfAborted();
    await (0,_deployment_optional_read_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)(record, 'ecs:TagResource', () => (0,_deployment_intent_js__WEBPACK_IMPORTED_MODULE_13__/* .sendKept */ .$)('tag', ports, record, () => ports.ecs.tagResource(taskDefinitionArn, [(0,_deployment_tags_js__WEBPACK_IMPORTED_MODULE_12__/* .preDeployTagOf */ .IO)(ports.run)])));
    record.sending = undefined;
}
async function runToEnd({ command, timeoutMinutes }, { service, definition }, run, ports, keep) {
    try {
        const order = {
            cluster: run.cluster,
            container: run.container,
            overrides: { command, environment: [] },
            launch: {},
            tags: [],
        };
        const request = (0,_request_js__WEBPACK_IMPORTED_MODULE_14__/* .requestFor */ .pU)(order, definition, service, await (0,_service_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .tagsOfService */ .q)(service, {}, run, ports));
        const missing = (0,_request_js__WEBPACK_IMPORTED_MODULE_14__/* .whatIsMissing */ .Bu)(definition, request);
        if (missing.length > 0)
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemsFound */ .t(missing);
        const watched = await (0,_run_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .runTasks */ .e)({ request, definition, limitMinutes: timeoutMinutes, values: [] }, run, ports, keep);
        return (0,_conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .concludeTasks */ .e3)(watched, run, definition, timeoutMinutes);
    }
    catch (error) {
        if (ports.cancelled.aborted)
            throw error;
        return (0,_conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfTaskError */ .gL)(error, run);
    }
}
function stoppedOf(arn, run, definition) {
    const seen = (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_11__/* .stoppedTaskOf */ .S5)(run.latest.get(arn) ?? { taskArn: arn }, definition);
    const lastLines = run.lastLines.get(arn);
    if (lastLines === undefined)
        return seen;
    const containers = seen.containers.map((one) => (one.name === run.container ? { ...one, lastLines } : one));
    return { ...seen, containers };
}
async function cancelPreDeployTask(record, ports) {
    const kept = record.preDeploy?.kept;
    if (kept === undefined)
        return '';
    const run = { ...(0,_task_run_js__WEBPACK_IMPORTED_MODULE_9__/* .newTaskRun */ .xm)({ ...kept, startedAt: record.startedAt, wanted: 1 }), ...kept };
    await (0,_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelTasks */ .r)(run, ports);
    if (!(0,_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .leavesTasks */ .p)(run)) {
        record.preDeploy = { state: 'ended', kept };
        await ports.keep();
    }
    return `The task before the deployment: ${(0,_conclude_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .whatIsLeft */ .WT)(run)}`;
}


/***/ })

};
