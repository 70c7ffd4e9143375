export const id = 7006;
export const ids = [7006];
export const modules = {

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
