export const id = 3575;
export const ids = [3575,7637,5956,9428];
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

/***/ 1626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ stopCommand),
/* harmony export */   P0: () => (/* binding */ rollbackCommands),
/* harmony export */   aw: () => (/* binding */ historyCommand),
/* harmony export */   zs: () => (/* binding */ lookCommand)
/* harmony export */ });
/* harmony import */ var _task_definition_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6052);

function place({ cluster, service, region }) {
    return `--cluster ${cluster} --service ${service} --region ${region}`;
}
function lookCommand({ cluster, service, region }) {
    return {
        why: 'See what runs now',
        command: `aws ecs describe-services --cluster ${cluster} --services ${service} --region ${region} --query 'services[0].{deployments:deployments,events:events[:10]}'`,
    };
}
function stopCommand(record) {
    return {
        why: 'Stop ECS from starting tasks until a working version is deployed',
        command: `aws ecs update-service ${place(record)} --desired-count 0`,
    };
}
function rollbackCommands(record) {
    if (record.target === undefined)
        return [];
    const { version, inactive } = record.target;
    const update = (reference) => ({
        why: `Go back to ${version.taskDefinition}`,
        command: `aws ecs update-service ${place(record)} --task-definition ${reference} --force-new-deployment`,
    });
    if (!inactive)
        return [update(version.taskDefinition)];
    const family = version.taskDefinition.replace(/:\d+$/, '');
    return [registerAgain(version.taskDefinition, record.region), update(family)];
}
function registerAgain(taskDefinition, region) {
    const readOnly = _task_definition_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .READ_ONLY_MEMBERS */ .Q.map((name) => `.${name}`).join(',');
    return {
        why: `Register ${taskDefinition} again, because it was deregistered`,
        command: `aws ecs describe-task-definition --task-definition ${taskDefinition} --region ${region} --query taskDefinition ` +
            `| jq 'del(${readOnly})' > previous.json && aws ecs register-task-definition --region ${region} --cli-input-json file://previous.json`,
    };
}
function historyCommand(record) {
    return { why: 'See who deployed what', command: `aws ecs list-service-deployments ${place(record)}` };
}


/***/ }),

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ StoryEnded),
/* harmony export */   BV: () => (/* binding */ failedEnding),
/* harmony export */   K1: () => (/* binding */ ending)
/* harmony export */ });
class StoryEnded extends Error {
    ending;
    constructor(end) {
        super(end.headline);
        this.name = 'StoryEnded';
        this.ending = end;
    }
}
function ending(outcome, headline, commands = []) {
    return { outcome, headline, explain: false, commands };
}
function failedEnding(outcome, headline, commands = []) {
    return { outcome, headline, explain: true, commands };
}


/***/ }),

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

/***/ 4060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ taskId),
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   S5: () => (/* binding */ stoppedTaskOf),
/* harmony export */   a5: () => (/* binding */ portsOf),
/* harmony export */   ai: () => (/* binding */ logPlace)
/* harmony export */ });
function stoppedTaskOf(task, definition) {
    const id = taskId(task.taskArn ?? '');
    const stoppedAt = task.stoppedAt ?? task.executionStoppedAt ?? task.stoppingAt;
    return {
        id,
        ...(task.startedBy === undefined ? {} : { startedBy: task.startedBy }),
        ...(task.healthStatus === undefined ? {} : { healthStatus: task.healthStatus }),
        ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
        ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
        ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt }),
        ...(stoppedAt === undefined ? {} : { stoppedAt }),
        containers: (task.containers ?? []).map(({ name, exitCode, reason }) => {
            const defined = definition?.containerDefinitions?.find((container) => container.name === name);
            const log = logPlace(definition, name ?? '', id);
            const ports = portsOf(definition, name ?? '');
            return {
                name: name ?? '',
                ...(exitCode === undefined ? {} : { exitCode }),
                ...(reason === undefined ? {} : { reason }),
                essential: defined?.essential ?? true,
                ...(log === undefined ? {} : { log }),
                ...(ports.length === 0 ? {} : { ports }),
            };
        }),
    };
}
function isOver({ lastStatus, stopCode, stoppedReason, containers = [] }) {
    if (lastStatus === 'STOPPED')
        return true;
    if (stopCode === 'TaskFailedToStart' && stoppedReason !== undefined)
        return true;
    return containers.length > 0 && containers.every((container) => container.lastStatus === 'STOPPED');
}
function portsOf(definition, container) {
    const defined = definition?.containerDefinitions?.find(({ name }) => name === container);
    return (defined?.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []);
}
function taskId(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
function logPlace(definition, container, id) {
    const configuration = definition?.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration;
    if (configuration?.logDriver !== 'awslogs')
        return undefined;
    const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix, 'awslogs-region': region, } = configuration.options ?? {};
    if (!group || !prefix || !region)
        return undefined;
    return { group, region, stream: `${prefix}/${container}/${id}` };
}


/***/ }),

/***/ 1397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ deniedActionIn),
/* harmony export */   Jp: () => (/* binding */ parameterIn),
/* harmony export */   Ju: () => (/* binding */ portIn),
/* harmony export */   Li: () => (/* binding */ withoutIds),
/* harmony export */   Lo: () => (/* binding */ arnIn),
/* harmony export */   Lp: () => (/* binding */ imageIn),
/* harmony export */   NO: () => (/* binding */ platformIn),
/* harmony export */   ag: () => (/* binding */ healthCodesIn),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   pP: () => (/* binding */ subnetIn),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   ro: () => (/* binding */ eventBody),
/* harmony export */   x_: () => (/* binding */ taskIdsIn)
/* harmony export */ });
function plain(text) {
    return text
        .replace(/[‘’]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
}
function shorten(text, limit = 300) {
    const characters = [...text];
    return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
function eventBody(message) {
    return plain(message)
        .replace(/^(?:\(service [^()]*\)|service \([^()]*\)|service \S+) ?/, '')
        .replace(/^\(deployment [^()]*\) /, '');
}
function withoutIds(text) {
    return text.replace(/\b[0-9a-f]{32}\b/g, 'ID').replace(/retried \d+ time/g, 'retried N time');
}
function taskIdsIn(message) {
    return [...message.matchAll(/\(task ([0-9a-f]{32})\)/g)].flatMap((match) => match[1] ?? []);
}
const imagePatterns = [
    /resolve ref(?:erence)? "?([^\s"]+?)"?:? /i,
    /resolve ref(?:erence)? "?([^\s"]+?)"?:?$/i,
    /manifest for (\S+) not found/i,
    /cannot pull '?([^\s']+)'? from/i,
    /access denied for (\S+?),/i,
];
function imageIn(text) {
    return firstMatch(text, imagePatterns);
}
function arnIn(text, service) {
    return firstMatch(text, [new RegExp(`(arn:aws[a-z0-9-]*:${service}:[^\\s'",)]+[^\\s'",).:])`)]);
}
function parameterIn(text) {
    return firstMatch(text, [/invalid (?:ssm )?parameters:? ([^\s,]+[^\s,.])/i]) ?? arnIn(text, 'ssm');
}
function platformIn(text) {
    return firstMatch(text, [/(?:platform|manifest for) '?"?([a-z]+\/[a-z0-9]+(?:\/v\d)?)/i]);
}
function deniedActionIn(text) {
    return firstMatch(text, [/not authorized to perform:? ([a-z-]+:[A-Za-z]+)/i]);
}
function healthCodesIn(text) {
    return [...text.matchAll(/with these codes: \[([^\]]*)/g)].flatMap((match) => (match[1] ?? '').split(',').map((code) => code.trim()));
}
function portIn(text) {
    return firstMatch(text, [/\(port (\d+)\)/]);
}
function subnetIn(text) {
    return firstMatch(text, [/(subnet-[0-9a-f]+)/]);
}
function firstMatch(text, patterns) {
    for (const pattern of patterns) {
        const found = pattern.exec(text)?.[1];
        if (found !== undefined)
            return found;
    }
    return undefined;
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


/***/ }),

/***/ 6052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ READ_ONLY_MEMBERS),
/* harmony export */   R: () => (/* binding */ STRUCTURES)
/* harmony export */ });
const STRUCTURES = {
    ContainerDefinition: {
        required: [],
        members: {
            name: 'string',
            image: 'string',
            repositoryCredentials: { structure: 'RepositoryCredentials' },
            cpu: 'integer',
            memory: 'integer',
            memoryReservation: 'integer',
            links: { list: 'string' },
            portMappings: { list: { structure: 'PortMapping' } },
            essential: 'boolean',
            restartPolicy: { structure: 'ContainerRestartPolicy' },
            entryPoint: { list: 'string' },
            command: { list: 'string' },
            environment: { list: { structure: 'KeyValuePair' } },
            environmentFiles: { list: { structure: 'EnvironmentFile' } },
            mountPoints: { list: { structure: 'MountPoint' } },
            volumesFrom: { list: { structure: 'VolumeFrom' } },
            linuxParameters: { structure: 'LinuxParameters' },
            secrets: { list: { structure: 'Secret' } },
            dependsOn: { list: { structure: 'ContainerDependency' } },
            startTimeout: 'integer',
            stopTimeout: 'integer',
            versionConsistency: { oneOf: ['disabled', 'enabled'] },
            hostname: 'string',
            user: 'string',
            workingDirectory: 'string',
            disableNetworking: 'boolean',
            privileged: 'boolean',
            readonlyRootFilesystem: 'boolean',
            dnsServers: { list: 'string' },
            dnsSearchDomains: { list: 'string' },
            extraHosts: { list: { structure: 'HostEntry' } },
            dockerSecurityOptions: { list: 'string' },
            interactive: 'boolean',
            pseudoTerminal: 'boolean',
            dockerLabels: { map: 'string' },
            ulimits: { list: { structure: 'Ulimit' } },
            logConfiguration: { structure: 'LogConfiguration' },
            healthCheck: { structure: 'HealthCheck' },
            systemControls: { list: { structure: 'SystemControl' } },
            resourceRequirements: { list: { structure: 'ResourceRequirement' } },
            firelensConfiguration: { structure: 'FirelensConfiguration' },
            credentialSpecs: { list: 'string' },
        },
    },
    ContainerDependency: {
        required: ['containerName', 'condition'],
        members: {
            containerName: 'string',
            condition: { oneOf: ['COMPLETE', 'HEALTHY', 'START', 'SUCCESS'] },
        },
    },
    ContainerRestartPolicy: {
        required: ['enabled'],
        members: {
            enabled: 'boolean',
            ignoredExitCodes: { list: 'integer' },
            restartAttemptPeriod: 'integer',
        },
    },
    Device: {
        required: ['hostPath'],
        members: {
            hostPath: 'string',
            containerPath: 'string',
            permissions: { list: { oneOf: ['mknod', 'read', 'write'] } },
        },
    },
    DockerVolumeConfiguration: {
        required: [],
        members: {
            scope: { oneOf: ['shared', 'task'] },
            autoprovision: 'boolean',
            driver: 'string',
            driverOpts: { map: 'string' },
            labels: { map: 'string' },
        },
    },
    EFSAuthorizationConfig: {
        required: [],
        members: {
            accessPointId: 'string',
            iam: { oneOf: ['DISABLED', 'ENABLED'] },
        },
    },
    EFSVolumeConfiguration: {
        required: ['fileSystemId'],
        members: {
            fileSystemId: 'string',
            rootDirectory: 'string',
            transitEncryption: { oneOf: ['DISABLED', 'ENABLED'] },
            transitEncryptionPort: 'integer',
            authorizationConfig: { structure: 'EFSAuthorizationConfig' },
        },
    },
    EnvironmentFile: {
        required: ['value', 'type'],
        members: {
            value: 'string',
            type: { oneOf: ['s3'] },
        },
    },
    EphemeralStorage: {
        required: ['sizeInGiB'],
        members: {
            sizeInGiB: 'integer',
        },
    },
    FirelensConfiguration: {
        required: ['type'],
        members: {
            type: { oneOf: ['fluentbit', 'fluentd'] },
            options: { map: 'string' },
        },
    },
    FSxWindowsFileServerAuthorizationConfig: {
        required: ['credentialsParameter', 'domain'],
        members: {
            credentialsParameter: 'string',
            domain: 'string',
        },
    },
    FSxWindowsFileServerVolumeConfiguration: {
        required: ['fileSystemId', 'rootDirectory', 'authorizationConfig'],
        members: {
            fileSystemId: 'string',
            rootDirectory: 'string',
            authorizationConfig: { structure: 'FSxWindowsFileServerAuthorizationConfig' },
        },
    },
    HealthCheck: {
        required: ['command'],
        members: {
            command: { list: 'string' },
            interval: 'integer',
            timeout: 'integer',
            retries: 'integer',
            startPeriod: 'integer',
        },
    },
    HostEntry: {
        required: ['hostname', 'ipAddress'],
        members: {
            hostname: 'string',
            ipAddress: 'string',
        },
    },
    HostVolumeProperties: {
        required: [],
        members: {
            sourcePath: 'string',
        },
    },
    InferenceAccelerator: {
        required: ['deviceName', 'deviceType'],
        members: {
            deviceName: 'string',
            deviceType: 'string',
        },
    },
    KernelCapabilities: {
        required: [],
        members: {
            add: { list: 'string' },
            drop: { list: 'string' },
        },
    },
    KeyValuePair: {
        required: [],
        members: {
            name: 'string',
            value: 'string',
        },
    },
    LinuxParameters: {
        required: [],
        members: {
            capabilities: { structure: 'KernelCapabilities' },
            devices: { list: { structure: 'Device' } },
            initProcessEnabled: 'boolean',
            sharedMemorySize: 'integer',
            tmpfs: { list: { structure: 'Tmpfs' } },
            maxSwap: 'integer',
            swappiness: 'integer',
        },
    },
    LogConfiguration: {
        required: ['logDriver'],
        members: {
            logDriver: { oneOf: ['awsfirelens', 'awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'splunk', 'syslog'] },
            options: { map: 'string' },
            secretOptions: { list: { structure: 'Secret' } },
        },
    },
    MountPoint: {
        required: [],
        members: {
            sourceVolume: 'string',
            containerPath: 'string',
            readOnly: 'boolean',
        },
    },
    NvidiaMpsAllocation: {
        required: ['memory'],
        members: {
            memory: 'integer',
            maxComputePercent: 'integer',
        },
    },
    PortMapping: {
        required: [],
        members: {
            containerPort: 'integer',
            hostPort: 'integer',
            protocol: { oneOf: ['tcp', 'udp'] },
            name: 'string',
            appProtocol: { oneOf: ['grpc', 'http', 'http2'] },
            containerPortRange: 'string',
        },
    },
    ProxyConfiguration: {
        required: ['containerName'],
        members: {
            containerName: 'string',
            type: { oneOf: ['APPMESH'] },
            properties: { list: { structure: 'KeyValuePair' } },
        },
    },
    RegisterTaskDefinitionRequest: {
        required: ['family', 'containerDefinitions'],
        members: {
            family: 'string',
            containerDefinitions: { list: { structure: 'ContainerDefinition' } },
            taskRoleArn: 'string',
            executionRoleArn: 'string',
            networkMode: { oneOf: ['awsvpc', 'bridge', 'host', 'none'] },
            volumes: { list: { structure: 'Volume' } },
            placementConstraints: { list: { structure: 'TaskDefinitionPlacementConstraint' } },
            requiresCompatibilities: { list: { oneOf: ['EC2', 'EXTERNAL', 'FARGATE', 'MANAGED_INSTANCES'] } },
            cpu: 'string',
            memory: 'string',
            tags: { list: { structure: 'Tag' } },
            pidMode: { oneOf: ['host', 'task'] },
            ipcMode: { oneOf: ['host', 'none', 'task'] },
            proxyConfiguration: { structure: 'ProxyConfiguration' },
            inferenceAccelerators: { list: { structure: 'InferenceAccelerator' } },
            ephemeralStorage: { structure: 'EphemeralStorage' },
            runtimePlatform: { structure: 'RuntimePlatform' },
            enableFaultInjection: 'boolean',
        },
    },
    RepositoryCredentials: {
        required: ['credentialsParameter'],
        members: {
            credentialsParameter: 'string',
        },
    },
    ResourceRequirement: {
        required: ['type'],
        members: {
            type: { oneOf: ['GPU', 'InferenceAccelerator', 'NeuronDevice'] },
            value: 'string',
            sharingStrategy: { structure: 'SharingStrategy' },
        },
    },
    RuntimePlatform: {
        required: [],
        members: {
            cpuArchitecture: { oneOf: ['ARM64', 'X86_64'] },
            operatingSystemFamily: {
                oneOf: [
                    'LINUX',
                    'WINDOWS_SERVER_2004_CORE',
                    'WINDOWS_SERVER_2016_FULL',
                    'WINDOWS_SERVER_2019_CORE',
                    'WINDOWS_SERVER_2019_FULL',
                    'WINDOWS_SERVER_2022_CORE',
                    'WINDOWS_SERVER_2022_FULL',
                    'WINDOWS_SERVER_2025_CORE',
                    'WINDOWS_SERVER_2025_FULL',
                    'WINDOWS_SERVER_20H2_CORE',
                ],
            },
        },
    },
    S3FilesVolumeConfiguration: {
        required: ['fileSystemArn'],
        members: {
            fileSystemArn: 'string',
            rootDirectory: 'string',
            transitEncryptionPort: 'integer',
            accessPointArn: 'string',
        },
    },
    Secret: {
        required: ['name', 'valueFrom'],
        members: {
            name: 'string',
            valueFrom: 'string',
        },
    },
    SharingStrategy: {
        required: [],
        members: {
            nvidiaMps: { structure: 'NvidiaMpsAllocation' },
        },
    },
    SystemControl: {
        required: [],
        members: {
            namespace: 'string',
            value: 'string',
        },
    },
    Tag: {
        required: [],
        members: {
            key: 'string',
            value: 'string',
        },
    },
    TaskDefinitionPlacementConstraint: {
        required: [],
        members: {
            type: { oneOf: ['memberOf'] },
            expression: 'string',
        },
    },
    Tmpfs: {
        required: ['containerPath', 'size'],
        members: {
            containerPath: 'string',
            size: 'integer',
            mountOptions: { list: 'string' },
        },
    },
    Ulimit: {
        required: ['name', 'softLimit', 'hardLimit'],
        members: {
            name: {
                oneOf: [
                    'core',
                    'cpu',
                    'data',
                    'fsize',
                    'locks',
                    'memlock',
                    'msgqueue',
                    'nice',
                    'nofile',
                    'nproc',
                    'rss',
                    'rtprio',
                    'rttime',
                    'sigpending',
                    'stack',
                ],
            },
            softLimit: 'integer',
            hardLimit: 'integer',
        },
    },
    Volume: {
        required: [],
        members: {
            name: 'string',
            host: { structure: 'HostVolumeProperties' },
            dockerVolumeConfiguration: { structure: 'DockerVolumeConfiguration' },
            efsVolumeConfiguration: { structure: 'EFSVolumeConfiguration' },
            s3filesVolumeConfiguration: { structure: 'S3FilesVolumeConfiguration' },
            fsxWindowsFileServerVolumeConfiguration: { structure: 'FSxWindowsFileServerVolumeConfiguration' },
            configuredAtLaunch: 'boolean',
        },
    },
    VolumeFrom: {
        required: [],
        members: {
            sourceContainer: 'string',
            readOnly: 'boolean',
        },
    },
};
const READ_ONLY_MEMBERS = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'deregisteredAt',
    'deleteRequestedAt',
    'registeredBy',
];


/***/ })

};
