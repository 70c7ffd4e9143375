export const id = 8558;
export const ids = [8558];
export const modules = {

/***/ 6177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gatherClues: () => (/* binding */ gatherClues),
/* harmony export */   readLogs: () => (/* binding */ readLogs)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _diagnosis_mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1209);
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4060);
/* harmony import */ var _diagnosis_symptoms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9119);
/* harmony import */ var _describe_tasks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9697);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3180);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7742);
/* harmony import */ var _task_health_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5401);








const linesOfLog = 30;
const mostLogs = 10;
const mostAtOnce = 3;
const mostTries = 2;
async function gatherClues(deploymentId, definition, ports, record) {
    await Promise.all([
        readLogs(definition, ports, record),
        askRunningTasks(deploymentId, definition, ports, record),
        askAlarms(ports, record),
    ]);
}
async function readLogs(definition, ports, record) {
    const tasks = [...record.stoppedTasks.values()].filter(isFailure).toReversed();
    const asked = tasks.flatMap((task) => toBlame(task).map((container) => ({ task, container })));
    const due = asked.filter(({ task, container }) => {
        const tries = record.logTries.get(logId(task, container)) ?? 0;
        return container.lastLines === undefined && tries < mostTries && (tries > 0 || record.logTries.size < mostLogs);
    });
    await Promise.all(due.slice(0, mostAtOnce).map(async ({ task, container }) => {
        const lines = await linesOf(logId(task, container), container, definition, ports, record);
        if (lines.length === 0)
            return;
        const current = record.stoppedTasks.get(task.id) ?? task;
        const containers = current.containers.map((one) => one.name === container.name ? { ...one, lastLines: lines } : one);
        record.stoppedTasks.set(task.id, { ...current, containers });
    }));
}
function logId(task, container) {
    return `${task.id}/${container.name}`;
}
function isFailure(task) {
    const stopped = ['UserInitiated', 'SpotInterruption', 'TerminationNotice', 'TaskFailedToStart'];
    return !(0,_diagnosis_symptoms_js__WEBPACK_IMPORTED_MODULE_3__/* .stoppedByScaling */ .A)(task) && !stopped.includes(task.stopCode ?? '');
}
function toBlame({ containers }) {
    const ran = containers.filter(({ exitCode, log, essential }) => exitCode !== undefined && log && essential);
    const failed = ran.filter(({ exitCode = 0 }) => ![0, 137, 143].includes(exitCode));
    return failed.length > 0 ? failed : ran;
}
async function linesOf(id, { log }, definition, ports, record) {
    if (log === undefined)
        return [];
    record.logTries.set(id, (record.logTries.get(id) ?? 0) + 1);
    const lines = await clue(record, 'logs:GetLogEvents', () => ports.logs.lastLines(log, linesOfLog));
    return (0,_diagnosis_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskLinesOf */ .R)(lines ?? [], definition ?? {});
}
async function askRunningTasks(deploymentId, definition, ports, record) {
    const ours = record.snapshot?.deployments.find(({ id }) => id === deploymentId);
    if (ours?.running === 0)
        return;
    const arns = await clue(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId));
    if (!arns?.length)
        return;
    const described = await clue(record, 'ecs:DescribeTasks', () => (0,_describe_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .describeTasks */ .y)(record, ports, arns.slice(0, 100)));
    const tasks = (described ?? []).filter(({ startedAt }) => startedAt !== undefined);
    if (tasks.length === 0)
        return;
    await Promise.all([
        readRunningLog(tasks, definition, ports, record),
        askLoadBalancer(new Set(tasks.flatMap(_task_health_js__WEBPACK_IMPORTED_MODULE_5__/* .addressOf */ .ci)), ports, record),
    ]);
}
async function readRunningLog(tasks, definition, ports, record) {
    const id = (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_6__/* .taskId */ .BS)(tasks[0]?.taskArn ?? '');
    const names = (definition?.containerDefinitions ?? []).flatMap(({ name, essential }) => name !== undefined && essential !== false ? [name] : []);
    for (const name of names.slice(0, mostAtOnce)) {
        const log = (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_6__/* .logPlace */ .ai)(definition, name, id);
        if (log === undefined)
            continue;
        const lastLines = await linesOf(`${id}/${name}`, { log }, definition, ports, record);
        if (lastLines.length > 0) {
            record.runningLogs.push({ taskId: id, container: { name, log, ports: (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_6__/* .portsOf */ .a5)(definition, name), lastLines } });
        }
    }
}
async function askLoadBalancer(addresses, ports, record) {
    const groups = (record.original?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
    if (addresses.size === 0)
        return;
    for (const group of groups) {
        const targets = await clue(record, 'elasticloadbalancing:DescribeTargetHealth', () => ports.targetHealth.targetHealth(group));
        const listed = targets === undefined || targets === 'gone' ? [] : targets;
        record.targets.push(...listed.filter(({ target }) => addresses.has(target)));
    }
}
async function askAlarms(ports, record) {
    const names = record.original?.deploymentConfiguration?.alarms?.alarmNames ?? [];
    const reasons = [record.memory?.failure, ...[...record.events.values()].map(({ message }) => message)];
    if (names.length === 0 || !reasons.some((reason) => /\balarm/i.test(reason ?? '')))
        return;
    record.alarms.push(...((await clue(record, 'cloudwatch:DescribeAlarms', () => ports.alarms.alarms(names))) ?? []));
}
async function clue(record, action, read) {
    try {
        return await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, action, async () => {
            try {
                return await read();
            }
            catch (error) {
                if (!action.startsWith('ecs:'))
                    record.denied.add(action);
                throw error;
            }
        });
    }
    catch (error) {
        (0,_record_js__WEBPACK_IMPORTED_MODULE_7__/* .addNotice */ .Mp)(record, `${action} was not possible: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')}.`);
        return undefined;
    }
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

/***/ 9119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ stoppedByScaling),
  h: () => (/* binding */ symptomsOf)
});

// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/diagnosis/reach.js

function reachIn({ events, targets = [], }) {
    const told = events
        .filter(({ message }) => /is unhealthy in \(?(?:target-group|elb)/i.test(message))
        .map(({ message }) => ({ ids: (0,texts/* taskIdsIn */.x_)(message), reach: reachOf(message) }));
    const seen = targets.filter(({ state }) => state === 'unhealthy').map(({ reason = '' }) => reachOf(reason));
    const anybody = told.find(({ ids }) => ids.length === 0)?.reach ?? seen[0];
    return (taskId, stoppedReason) => {
        const own = told.findLast(({ ids }) => ids.includes(taskId))?.reach;
        if (own !== undefined)
            return own;
        if (stoppedReason === undefined)
            return anybody ?? told.at(-1)?.reach;
        return /failed elb health checks/i.test(stoppedReason) ? (anybody ?? told.at(-1)?.reach ?? 'unknown') : undefined;
    };
}
function reachOf(text) {
    if (/with these codes|ResponseCodeMismatch/i.test(text))
        return 'codes';
    if (/timed out|Target\.Timeout/i.test(text))
        return 'timeout';
    return /health checks failed|FailedHealthChecks/i.test(text) ? 'no-answer' : 'unknown';
}

;// CONCATENATED MODULE: ./lib/diagnosis/symptoms.js


function symptomsOf(evidence) {
    const { rolloutStateReason, statusReason, runningLogs = [], targets = [], alarms = [] } = evidence;
    const reasons = [rolloutStateReason, statusReason].filter((reason) => reason !== undefined);
    const reachOf = reachIn(evidence);
    return [
        ...evidence.stoppedTasks
            .filter((task) => !stoppedByScaling(task))
            .map((task) => taskSymptoms(task, reachOf(task.id, task.stoppedReason))),
        ...evidence.events.filter((event) => !isHealthy(event)).map((event) => [eventSymptom(event)]),
        ...reasons
            .filter((reason) => !/(?:in progress|completed)\.?$/i.test(reason))
            .map((reason) => [reasonSymptom(reason)]),
        ...runningLogs.map(({ taskId, container }) => logSymptom(container, { taskIds: [taskId] }, reachOf(taskId))),
        ...targets.filter(({ state }) => state === 'unhealthy').map((target) => [targetSymptom(target)]),
        ...alarms.filter(({ state }) => state === 'ALARM').map((alarm) => [alarmSymptom(alarm)]),
    ];
}
function targetSymptom({ targetGroup, target, port, reason = '', description = '' }) {
    const address = port === undefined ? target : `${target}:${port}`;
    const text = (0,texts/* plain */.pj)(`(port ${port ?? '?'}) in (target-group ${targetGroup}): ${reason} ${description}`);
    return { place: 'target', text, taskIds: [], fact: `${address}: ${[reason, description].filter(Boolean).join(', ')}` };
}
function alarmSymptom({ name, reason = '' }) {
    const text = (0,texts/* plain */.pj)(`alarm "${name}": ${reason}`);
    return { place: 'alarm', text, taskIds: [], fact: (0,texts/* shorten */.ml)(`${name}: ${reason}`) };
}
function stoppedByScaling(task) {
    return /^Scaling activity initiated by/i.test((0,texts/* plain */.pj)(task.stoppedReason ?? ''));
}
const healthyEvents = /^(?:has (?:started|stopped|begun)|(?:de)?registered \d|stopped \d+ pending|deployment completed|has reached a steady state|is (?:not )?AZ balanced|rolling back to deployment|\(?deployment .*\)? (?:in progress|completed))/i;
function isHealthy(event) {
    return healthyEvents.test((0,texts/* eventBody */.ro)(event.message));
}
function eventSymptom(event) {
    const text = (0,texts/* eventBody */.ro)(event.message);
    return { place: 'event', text, taskIds: (0,texts/* taskIdsIn */.x_)(text), fact: (0,texts/* shorten */.ml)(text) };
}
function reasonSymptom(reason) {
    const text = (0,texts/* plain */.pj)(reason);
    return { place: 'deployment', text, taskIds: [], fact: (0,texts/* shorten */.ml)(text) };
}
function taskSymptoms(task, reach) {
    const shared = {
        place: 'task',
        taskIds: [task.id],
        ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    };
    const reason = (0,texts/* plain */.pj)(task.stoppedReason ?? '');
    const log = task.containers.find((container) => container.essential && container.log !== undefined)?.log;
    const own = {
        ...shared,
        text: reason,
        ...(log === undefined ? {} : { log }),
        fact: describeTask(task),
    };
    const containers = containersByBlame(task);
    return [
        own,
        ...containers.map((container) => containerSymptom(container, task, shared)),
        ...containers.flatMap((container) => logSymptom(container, shared, reach)),
    ];
}
function containerSymptom(container, task, shared) {
    const text = (0,texts/* plain */.pj)(container.reason ?? '');
    const lastLine = lastLineOf(container);
    const endedTheTask = container.essential && container.exitCode !== undefined && essentialExit(task);
    return {
        ...shared,
        text,
        container: container.name,
        ...(endedTheTask ? { exitCode: container.exitCode } : {}),
        ...(container.log === undefined ? {} : { log: container.log }),
        ...(lastLine === undefined ? {} : { lastLine }),
        fact: describeTask(task),
    };
}
function logSymptom(container, shared, reach) {
    const { name, log, ports, lastLines = [] } = container;
    if (lastLines.length === 0)
        return [];
    const lastLine = lastLineOf(container);
    return [
        {
            ...shared,
            place: 'log',
            text: lastLines.map((line) => (0,texts/* plain */.pj)(line).replaceAll('\\"', '"')).join('\n'),
            container: name,
            ...(log === undefined ? {} : { log }),
            ...(ports === undefined ? {} : { ports }),
            ...(reach === undefined ? {} : { reach }),
            ...(lastLine === undefined ? {} : { lastLine }),
            fact: (0,texts/* shorten */.ml)(lastLine ?? '', 200),
        },
    ];
}
function lastLineOf({ lastLines = [] }) {
    const said = lastLines.map(texts/* plain */.pj).filter((line) => /[\p{L}]/u.test(line) && !/^(?:at |File ")/.test(line));
    return said.at(-1);
}
function essentialExit(task) {
    return (task.stopCode === 'EssentialContainerExited' ||
        /^essential container in task exited/i.test(task.stoppedReason ?? ''));
}
function containersByBlame(task) {
    const blame = (container) => {
        if (container.reason !== undefined)
            return 0;
        const order = [137, 0, 143].indexOf(container.exitCode ?? -1);
        return order === -1 ? 1 : order + 2;
    };
    return [...task.containers].sort((one, other) => blame(one) - blame(other));
}
function describeTask(task) {
    const containers = task.containers
        .filter((container) => container.exitCode !== undefined || container.reason !== undefined)
        .map((container) => {
        const exit = container.exitCode === undefined ? 'never ran' : `exit code ${container.exitCode}`;
        const reason = container.reason === undefined ? '' : `, ${(0,texts/* shorten */.ml)((0,texts/* plain */.pj)(container.reason), 200)}`;
        return `${container.name}: ${exit}${reason}`;
    });
    const head = (0,texts/* plain */.pj)(task.stoppedReason ?? 'no reason given');
    const repeated = task.containers.some((container) => (0,texts/* plain */.pj)(container.reason ?? '') === head);
    return [repeated ? undefined : (0,texts/* shorten */.ml)(head), ...containers].filter((part) => part !== undefined).join('; ');
}


/***/ })

};
