export const id = 732;
export const ids = [732];
export const modules = {

/***/ 4732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  countedFailuresOf: () => (/* binding */ countedFailuresOf),
  failedTasksOf: () => (/* binding */ failedTasksOf)
});

// EXTERNAL MODULE: ./lib/diagnosis/diagnose.js + 2 modules
var diagnose = __webpack_require__(2288);
;// CONCATENATED MODULE: ./lib/diagnosis/passing.js
/**
 * Ids of causes that pass by themselves, or that say nothing about the new version: a deployment is never given up because
 * of them. Who stopped a task from outside, what AWS took away or does not have at the moment, and what only delays.
 */
const passingCauses = new Set([
    'stopped-by-user',
    'spot-interruption',
    'infrastructure',
    'fargate-capacity',
    'quota',
    'agent-disconnected',
    'ec2-capacity',
    'deployment-configuration',
    'task-protection',
    'throttled',
    'pull-rate-limit',
    // Causes that are not in the table: what ECS says about a placement that nothing explains may pass.
    'placement-failed',
]);

// EXTERNAL MODULE: ./lib/diagnosis/symptoms.js + 1 modules
var symptoms = __webpack_require__(9119);
// EXTERNAL MODULE: ./lib/deployment/task-health.js
var task_health = __webpack_require__(5401);
;// CONCATENATED MODULE: ./lib/deployment/failed-tasks.js




/** The stopped tasks of a deployment that failed, each with its cause; those that the scheduler had no use for are none. */
function failedTasksOf(tasks, context) {
    return tasks.filter(isFailure).map((task) => {
        const [cause] = (0,diagnose.diagnose)({ deploymentId: '', stoppedTasks: [task], events: [], failedTasks: 0 }, context);
        return { at: (task.stoppedAt ?? new Date(0)).getTime(), ...summaryOf(cause) };
    });
}
/** Scale-in, a newer deployment and rebalancing stop tasks too (`ServiceSchedulerInitiated`): those say nothing. */
function isFailure(task) {
    if ((0,symptoms/* stoppedByScaling */.A)(task))
        return false;
    return task.stopCode !== 'ServiceSchedulerInitiated' || (0,task_health/* failedHealthChecks */.JP)(task);
}
/**
 * What ECS counted, with the cause that its events give for tasks that were never to be seen: the first task of a deployment
 * may fail while ECS resolves its images, and then there is only "was unable to place a task. Reason: …" (observed).
 * Events of several causes explain nothing for certain.
 */
function countedFailuresOf(count, events, context) {
    const found = events
        .filter(({ message }) => /unable to place a task|failed to launch a task/i.test(message))
        .flatMap((event) => (0,diagnose.diagnose)({ deploymentId: '', stoppedTasks: [], events: [event], failedTasks: 0 }, context)[0] ?? []);
    const causes = new Set(found.map(({ cause }) => cause));
    const [first] = found;
    if (first === undefined || causes.size > 1)
        return { count };
    return { count, explained: summaryOf(first) };
}
function summaryOf(diagnosis) {
    const { cause = 'unknown', heals = 'maybe' } = diagnosis ?? {};
    return { cause, heals, passing: passingCauses.has(cause) };
}


/***/ })

};
