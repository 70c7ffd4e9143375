export const id = 5956;
export const ids = [5956];
export const modules = {

/***/ 3575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishTasks: () => (/* binding */ finishTasks)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/deployment/interrupted.js
var interrupted = __webpack_require__(2399);
// EXTERNAL MODULE: ./lib/diagnosis/stopped-task.js
var stopped_task = __webpack_require__(4060);
// EXTERNAL MODULE: ./lib/run-task/stop.js
var stop = __webpack_require__(5073);
;// CONCATENATED MODULE: ./lib/run-task/stop-left-tasks.js



const patienceMilliseconds = 20_000;
const betweenLooksMilliseconds = 2_000;
const reason = 'ecs-deploy: the run that started it has ended';
async function stopLeftTasks(kept, ports) {
    const { clock, log, cancelled } = ports;
    const giveUpAt = clock.uptime() + patienceMilliseconds;
    let open;
    for (;;) {
        const isLast = cancelled.aborted || clock.uptime() >= giveUpAt;
        open = await openTasksOf(kept, ports);
        if (open.length > 0 || kept.sending !== 'run' || isLast)
            break;
        await clock.sleep(betweenLooksMilliseconds, cancelled);
    }
    if (open.length === 0 && kept.sending === 'run' && cancelled.aborted) {
        log.warning(`RunTask was on its way, and ECS shows no task of it yet. One may still begin, and is not stopped: aws ecs list-tasks --cluster ${kept.cluster} --started-by ${kept.startedBy} --region ${kept.region}`);
        return 1;
    }
    if (open.length === 0) {
        log.info(kept.taskArns.length > 0
            ? `${kept.taskArns.map((arn) => `Task ${(0,stopped_task/* taskId */.BS)(arn)}`).join(', ')}: ended, or told to stop already.`
            : 'ECS shows no task of this run.');
        return 0;
    }
    const run = { cluster: kept.cluster, stopped: new Set(), notices: [] };
    const told = await (0,stop/* stopTasks */.z)(open, reason, run, ports);
    for (const arn of told)
        log.info(`Task ${(0,stopped_task/* taskId */.BS)(arn)} was told to stop; what it had done by then is not undone.`);
    for (const notice of run.notices)
        log.warning(`${notice} It may still run.`);
    return told.length === open.length ? 0 : 1;
}
async function openTasksOf({ cluster, startedBy, taskArns }, { ecs, log }) {
    const listed = await ecs.listTasksStartedBy(cluster, startedBy).catch((error) => {
        if ((0,failure/* failureKind */.zU)(error) === 'expired' || (0,failure/* failureKind */.zU)(error) === 'no-credentials')
            throw error;
        log.info(`Tasks of this run could not be listed: ${(0,failure/* describeFailure */.Ic)(error)}`);
        return [];
    });
    const unlisted = taskArns.filter((arn) => !listed.includes(arn));
    const described = unlisted.length === 0 ? [] : await ecs.describeTasks(cluster, unlisted).catch(() => undefined);
    if (described === undefined)
        return [...listed, ...unlisted];
    const going = described.filter((task) => task.desiredStatus !== 'STOPPED' && !(0,stopped_task/* isOver */.PU)(task));
    return [...listed, ...going.flatMap(({ taskArn }) => taskArn ?? [])];
}

// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 1 modules
var deployment_ports = __webpack_require__(6699);
;// CONCATENATED MODULE: ./lib/actions/finish-tasks.js






async function finishTasks(kept, log, env) {
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    (0,actions_cancellation/* tellWhenCancelled */.L)(cancellation, log);
    try {
        const inputs = { region: kept.region, allowUnknownMembers: [] };
        const ports = await (0,deployment_ports/* deploymentPorts */.y)(inputs, env, log, cancellation.signal, () => Promise.resolve());
        return await stopLeftTasks(kept, ports);
    }
    catch (error) {
        log.error(`The task that this run started could not be stopped, and may still run: ${(0,failure/* describeFailure */.Ic)(error)}${(0,interrupted/* adviceFor */.cp)(error)}`);
        return 1;
    }
}


/***/ }),

/***/ 5073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ stopTasks)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4060);


const mostTries = 4;
const pauseMilliseconds = 1_000;
async function stopTasks(arns, reason, run, ports) {
    const asked = await Promise.all(arns.map(async (arn) => ((await stopOne(arn, reason, run, ports)) ? [arn] : [])));
    return asked.flat();
}
async function stopOne(arn, reason, run, { tasks, clock }) {
    for (let attempt = 1;; attempt++) {
        try {
            await tasks.stopTask(run.cluster, arn, reason);
            run.stopped.add(arn);
            return true;
        }
        catch (error) {
            if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error) && attempt < mostTries) {
                await clock.sleep(pauseMilliseconds);
                continue;
            }
            const denied = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'denied' ? 'the permission ecs:StopTask is missing' : (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error);
            const notice = `Task ${(0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_1__/* .taskId */ .BS)(arn)} could not be stopped: ${denied.replace(/\.$/, '')}.`;
            if (!run.notices.includes(notice))
                run.notices.push(notice);
            return false;
        }
    }
}


/***/ })

};
