export const id = 1085;
export const ids = [1085,2288];
export const modules = {

/***/ 2288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./lib/diagnosis/aws-commands.js
var aws_commands = __webpack_require__(9947);
// EXTERNAL MODULE: ./lib/diagnosis/cause.js
var cause = __webpack_require__(8966);
// EXTERNAL MODULE: ./lib/diagnosis/causes.js + 17 modules
var causes = __webpack_require__(5326);
;// CONCATENATED MODULE: ./lib/diagnosis/certainty.js

const mostCandidates = 3;
function certainty(cause, others, found, context) {
    const named = (cause.doubt?.(found) ?? []).flatMap((id) => causes/* causes */.p.find((row) => row.id === id) ?? []);
    const candidates = [...new Set([...named, ...others])].filter((row) => row !== cause).slice(0, mostCandidates);
    if (candidates.length === 0)
        return { candidates: [], explanation: '', advice: [] };
    const names = candidates.map(({ name }) => `“${name}”`).join(', ');
    return {
        candidates: candidates.map(({ id }) => id),
        explanation: ` This is not certain; it may also be: ${names}.`,
        advice: candidates.slice(0, 2).flatMap((row) => {
            const [first] = row.advice(found, context);
            return first === undefined ? [] : [`If it is “${row.name}”: ${first}`];
        }),
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/log-lines.js

function causeInLog(rows, symptom) {
    const lines = symptom.text.split('\n');
    const found = rows
        .flatMap((cause, order) => {
        const at = Math.max(...cause.patterns.map((pattern) => lastLine(pattern, symptom)), -1);
        return at < 0 ? [] : [{ cause, at, order }];
    })
        .sort(byWorth);
    const [first] = found;
    if (first === undefined)
        return undefined;
    const others = found.filter(({ at, cause }) => at !== first.at && cause.weight === 'cause');
    return {
        cause: first.cause,
        line: (lines[first.at] ?? '').trim(),
        others: first.cause.weight === 'cause' ? others.map(({ cause }) => cause) : [],
    };
}
function byWorth(one, other) {
    return (cause/* weights */.W3.indexOf(one.cause.weight) - cause/* weights */.W3.indexOf(other.cause.weight) ||
        other.at - one.at ||
        one.order - other.order);
}
function lastLine(pattern, symptom) {
    if (pattern.place !== 'log' || !(0,cause/* matches */.cK)(pattern, symptom))
        return -1;
    if (pattern.text === undefined)
        return 0;
    const everywhere = new RegExp(pattern.text.source, `${pattern.text.flags.replace('g', '')}g`);
    const last = [...symptom.text.matchAll(everywhere)].at(-1);
    return symptom.text.slice(0, last?.index ?? 0).split('\n').length - 1;
}

// EXTERNAL MODULE: ./lib/diagnosis/short-image.js
var short_image = __webpack_require__(7883);
// EXTERNAL MODULE: ./lib/diagnosis/symptoms.js + 1 modules
var symptoms = __webpack_require__(9119);
// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/diagnosis/diagnose.js








const factLimit = 5;
function diagnose(evidence, context) {
    const seen = (0,symptoms/* symptomsOf */.h)(evidence);
    const explained = seen.map(explain).filter((found) => found !== undefined);
    const groups = withoutEchoes(byCause(explained.map((found) => attribute(found, context))));
    if (groups.length === 0)
        return [unknown(seen, evidence, context)];
    return groups.sort(mostLikelyFirst).map((group) => toDiagnosis(group, context));
}
function explain(symptoms) {
    const found = symptoms.flatMap((symptom) => explainOne(symptom) ?? []);
    return found.sort((one, other) => rank(one.cause) - rank(other.cause) || named(one.symptom) - named(other.symptom))[0];
}
function explainOne(symptom) {
    if (symptom.place === 'log') {
        const found = causeInLog(causes/* causes */.p, symptom);
        if (found === undefined)
            return undefined;
        return { cause: found.cause, symptom: { ...symptom, fact: (0,texts/* shorten */.ml)(found.line, 200) }, others: found.others };
    }
    const cause = (0,causes/* causeOf */.r)(symptom);
    return cause === undefined ? undefined : { cause, symptom, others: [] };
}
function rank(cause) {
    return causes/* causes */.p.indexOf(isExitCode(cause) ? (causes/* causes */.p.find(isExitCode) ?? cause) : cause);
}
function isExitCode(cause) {
    return cause.patterns.every((pattern) => pattern.exitCodes !== undefined);
}
function named(symptom) {
    return symptom.container === undefined ? 1 : 0;
}
function attribute(found, context) {
    const image = (0,texts/* imageIn */.Lp)(found.symptom.text);
    const candidates = context.wantedImages.filter((wanted) => found.cause.id === 'container-health-check'
        ? context.containerHealthCheckOf(wanted.container) !== undefined
        : wanted.image === image);
    const container = candidates.length === 1 ? candidates[0]?.container : undefined;
    if (found.symptom.container !== undefined || container === undefined)
        return found;
    return { ...found, symptom: { ...found.symptom, container } };
}
function byCause(found) {
    const groups = new Map();
    for (const { cause, symptom, others } of [...found].sort((one, other) => named(one.symptom) - named(other.symptom))) {
        const code = isExitCode(cause) ? (symptom.exitCode ?? '') : '';
        const own = `${cause.id} ${symptom.container ?? ''} ${code}`;
        const first = [...groups.keys()].find((key) => key.startsWith(`${cause.id} `));
        const key = symptom.container === undefined ? (first ?? own) : own;
        const group = groups.get(key) ?? { cause, symptoms: [], others: [] };
        group.symptoms.push(symptom);
        group.others.push(...others);
        groups.set(key, group);
    }
    return [...groups.values()];
}
function withoutEchoes(groups) {
    const explained = groups.some((group) => group.cause.weight === 'cause' || group.cause.weight === 'effect');
    return groups.filter((group) => !explained || group.cause.weight !== 'echo');
}
function mostLikelyFirst(one, other) {
    return (cause/* weights */.W3.indexOf(one.cause.weight) - cause/* weights */.W3.indexOf(other.cause.weight) ||
        countOf(other.symptoms) - countOf(one.symptoms) ||
        causes/* causes */.p.indexOf(one.cause) - causes/* causes */.p.indexOf(other.cause));
}
function countOf(symptoms) {
    const tasks = new Set(symptoms.flatMap((symptom) => symptom.taskIds));
    return tasks.size > 0 ? tasks.size : symptoms.length;
}
function toDiagnosis({ cause, symptoms, others }, context) {
    const found = caseOf(symptoms, context);
    const doubt = certainty(cause, others, found, context);
    const title = cause.title(found, context);
    const facts = factsOf(symptoms);
    return {
        cause: cause.id,
        title: `${title}${countSuffix(symptoms)}`,
        explanation: `${cause.explanation}${doubt.explanation}`,
        advice: [...cause.advice(found, context), ...doubt.advice],
        heals: cause.heals,
        facts: [...facts, ...wholeName(title, found.image, facts), ...lastWords(cause, symptoms)],
        count: countOf(symptoms),
        ...(doubt.candidates.length === 0 ? {} : { candidates: doubt.candidates }),
    };
}
function lastWords(cause, symptoms) {
    const line = isExitCode(cause) ? symptoms.findLast(({ lastLine }) => lastLine !== undefined)?.lastLine : undefined;
    return line === undefined ? [] : [`Last line of the log: ${(0,texts/* shorten */.ml)(line)}`];
}
function wholeName(title, image, facts) {
    if (image === undefined || !title.includes((0,short_image/* shortImage */.U)(image)))
        return [];
    return [title, ...facts].some((text) => text.includes(image)) ? [] : [`Image: ${image}`];
}
function countSuffix(symptoms) {
    const tasks = new Set(symptoms.flatMap((symptom) => symptom.taskIds)).size;
    if (tasks > 0)
        return ` (${tasks} ${tasks === 1 ? 'task' : 'tasks'})`;
    return symptoms.length > 1 ? ` (seen ${symptoms.length} times)` : '';
}
function caseOf(symptoms, context) {
    const text = symptoms.map((symptom) => symptom.text).join('\n');
    const container = symptoms.find((symptom) => symptom.container !== undefined)?.container;
    const candidates = context.wantedImages.filter((wanted) => container === undefined || wanted.container === container);
    const wanted = candidates.length === 1 ? candidates[0]?.image : undefined;
    const image = symptoms.map((symptom) => (0,texts/* imageIn */.Lp)(symptom.text)).find((name) => name !== undefined) ?? wanted;
    const exitCode = symptoms.find((symptom) => symptom.exitCode !== undefined)?.exitCode;
    const ports = symptoms.find((symptom) => symptom.ports !== undefined)?.ports;
    const log = symptoms.findLast((symptom) => symptom.log !== undefined)?.log ?? logOfNewest(symptoms, container, context);
    return {
        text,
        ...(container === undefined ? {} : { container }),
        ...(image === undefined ? {} : { image }),
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(log === undefined ? {} : { log }),
        ...(ports === undefined ? {} : { ports }),
    };
}
function logOfNewest(symptoms, container, context) {
    const task = symptoms.findLast(({ taskIds }) => taskIds.length > 0)?.taskIds.at(-1);
    if (container === undefined || task === undefined)
        return undefined;
    return context.logOf?.(container, task);
}
function factsOf(symptoms) {
    const kinds = [...Map.groupBy(symptoms, (symptom) => `${symptom.place} ${(0,texts/* withoutIds */.Li)(symptom.fact)}`).values()];
    const facts = kinds.flatMap((kind) => (kind[0] === undefined ? [] : [factOf(kind[0], kind)]));
    const left = facts.length - factLimit;
    return left > 0 ? [...facts.slice(0, factLimit), `… and ${left} more`] : facts;
}
function factOf(first, kind) {
    const others = first.place === 'task' || first.place === 'log' ? countOf(kind) - 1 : kind.length - 1;
    const more = others > 0 ? ` (and ${others} more like it)` : '';
    const heads = {
        task: `Task ${first.taskIds[0]}`,
        log: `Log of ${first.container} in task ${first.taskIds[0]}`,
        event: 'Event',
        deployment: 'Deployment',
        target: 'Target',
        alarm: 'Alarm',
        api: 'AWS',
        verification: 'Verification',
    };
    return (0,texts/* shorten */.ml)(`${heads[first.place]}${more}: ${first.fact}`, 400);
}
function unknown(seen, evidence, context) {
    const symptoms = seen.flatMap((found) => found[0] ?? []);
    const facts = factsOf(symptoms);
    const newest = evidence.events.slice(-factLimit).map((event) => `Event: ${(0,texts/* shorten */.ml)(event.message)}`);
    return {
        cause: 'unknown',
        title: facts.length > 0 ? 'The deployment failed for a reason that this action does not know' : 'ECS gave no reason',
        explanation: facts.length > 0
            ? 'What ECS said is listed below, as it was.'
            : 'No task of this deployment was seen to stop, and no event of the service tells of a failure.',
        advice: [
            `See the newest events of the service:\n${(0,aws_commands/* eventsCommand */.Lt)(context)}`,
            ...(context.hasLoadBalancer
                ? [`Ask the load balancer about the health of the targets:\n${(0,aws_commands/* targetHealthCommand */.Pw)(context)}`]
                : []),
        ],
        heals: 'maybe',
        facts: facts.length > 0 ? facts : newest,
        count: symptoms.length,
    };
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


/***/ }),

/***/ 1864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ leavesTasks),
/* harmony export */   r: () => (/* binding */ cancelTasks)
/* harmony export */ });
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5073);
/* harmony import */ var _task_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(800);


const askMilliseconds = 3_000;
const reason = 'ecs-deploy: the run was cancelled';
async function cancelTasks(run, ports) {
    const told = (0,_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .stopTasks */ .z)((0,_task_run_js__WEBPACK_IMPORTED_MODULE_1__/* .openTasks */ .bJ)(run), reason, run, ports);
    await Promise.race([told, ports.clock.sleep(askMilliseconds)]);
}
function leavesTasks(run) {
    return run.sending === 'run' || (0,_task_run_js__WEBPACK_IMPORTED_MODULE_1__/* .openTasks */ .bJ)(run).length > 0;
}


/***/ }),

/***/ 2325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ce: () => (/* binding */ cancelledTasks),
  e3: () => (/* binding */ concludeTasks),
  gL: () => (/* binding */ endOfTaskError),
  WT: () => (/* binding */ whatIsLeft)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/deployment/in-catalogue.js
var in_catalogue = __webpack_require__(9428);
// EXTERNAL MODULE: ./lib/deployment/interrupted.js
var interrupted = __webpack_require__(2399);
// EXTERNAL MODULE: ./lib/diagnosis/api-error.js
var api_error = __webpack_require__(4914);
// EXTERNAL MODULE: ./lib/diagnosis/aws-commands.js
var aws_commands = __webpack_require__(9947);
// EXTERNAL MODULE: ./lib/diagnosis/stopped-task.js
var stopped_task = __webpack_require__(4060);
// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/diagnosis/diagnose.js + 2 modules
var diagnose = __webpack_require__(2288);
// EXTERNAL MODULE: ./lib/preflight/platform.js
var platform = __webpack_require__(1032);
// EXTERNAL MODULE: ./lib/run-task/verdict.js
var verdict = __webpack_require__(3220);
;// CONCATENATED MODULE: ./lib/run-task/explain-tasks.js






function explainTasks(run, definition) {
    const failed = run.taskArns.filter((arn) => run.ends.has(arn) && !(0,verdict/* succeeded */.gq)(run.ends.get(arn)));
    if (failed.length === 0)
        return [];
    const stoppedTasks = failed.map((arn) => evidenceOf(arn, run, definition));
    const found = (0,diagnose.diagnose)({ deploymentId: '', stoppedTasks, events: [], failedTasks: failed.length }, {
        cluster: run.cluster,
        service: run.service ?? '',
        region: run.region,
        wantedImages: run.images,
        hasLoadBalancer: false,
        containerHealthCheckOf: (name) => definition?.containerDefinitions?.find((container) => container.name === name)?.healthCheck,
        logOf: (container, task) => (0,stopped_task/* logPlace */.ai)(definition, container, task),
        ...(definition === undefined ? {} : { platform: (0,platform/* platformOf */.tj)(definition) }),
    });
    return found.map((diagnosis) => (0,in_catalogue/* inCatalogue */.b)(ofOneTask(diagnosis, run), run));
}
function explainTimeOut(run, definition, minutes) {
    const [first] = run.taskArns.filter((arn) => !run.ends.has(arn));
    const task = run.latest.get(first ?? '');
    const log = first === undefined ? undefined : (0,stopped_task/* logPlace */.ai)(definition, run.container, (0,stopped_task/* taskId */.BS)(first));
    const last = run.lastLines.get(first ?? '')?.at(-1);
    const ran = task?.startedAt !== undefined || task?.lastStatus === 'RUNNING';
    return {
        cause: 'time-out',
        title: ran
            ? `Container "${run.container}" had not ended after ${inMinutes(minutes)}`
            : `The task was not running after ${inMinutes(minutes)}`,
        explanation: ran
            ? 'The container still ran when the time limit came, and the task was told to stop.'
            : `The task was still ${task?.lastStatus ?? 'not started'} when the time limit came, and was told to stop.`,
        advice: [
            'If it needs longer, raise the time limit; the credentials of the job must last as long.',
            ...(ran
                ? ['If its command is meant to serve and not to end, give one that ends. A migration may wait for a lock.']
                : []),
            ...(log === undefined ? [] : [`See what it wrote:\n${(0,aws_commands/* tailLogCommand */.o7)(log)}`]),
        ],
        heals: 'maybe',
        facts: [
            ...(task === undefined ? [] : [`Task ${(0,stopped_task/* taskId */.BS)(first ?? '')}: ${containersInWords(task)}`]),
            ...(last === undefined ? [] : [`Last line of the log: ${last}`]),
        ],
        count: 1,
    };
}
function inMinutes(minutes) {
    return `${minutes} minute${minutes === 1 ? '' : 's'}`;
}
function containersInWords({ lastStatus, containers = [] }) {
    const states = containers.map(({ name, lastStatus: state }) => `${name} ${state ?? 'in no state'}`);
    return `${lastStatus ?? 'in no state'}; ${states.join(', ')}`;
}
function evidenceOf(arn, run, definition) {
    const end = run.ends.get(arn);
    const seen = (0,stopped_task/* stoppedTaskOf */.S5)(run.latest.get(arn) ?? { taskArn: arn }, definition);
    const { stopCode: _, ...bare } = seen;
    const task = end.kind === 'exited' ? { ...bare, stopCode: 'EssentialContainerExited' } : seen;
    const lines = run.lastLines.get(arn);
    return {
        ...task,
        ...(end.kind === 'exited' ? { stoppedReason: 'Essential container in task exited' } : {}),
        containers: seen.containers.map((container) => {
            const decides = container.name === run.container;
            return { ...container, essential: decides, ...(decides && lines !== undefined ? { lastLines: lines } : {}) };
        }),
    };
}
const ofOneTaskTexts = {
    'stopped-by-user': {
        title: 'Somebody stopped the task by hand or by script',
        explanation: 'StopTask was called for it while the container ran. Nothing is started in its place.',
        advice: [
            'CloudTrail knows who called StopTask. What the container had done by then is not known; its log may tell.',
        ],
    },
    'spot-interruption': {
        title: 'AWS took back the Spot capacity of the task',
        explanation: 'A Spot task may be stopped with two minutes’ notice. Nothing is started in its place.',
        advice: [
            'Run it again, without FARGATE_SPOT in capacity-provider-strategy. It must stand being run a second time.',
        ],
    },
    infrastructure: {
        title: 'A fault at AWS stopped the task',
        explanation: 'The machine under the task failed or was retired. Nothing is started in its place.',
        advice: [
            'Run it again; it must stand being run a second time. If it comes back, look at the AWS Health Dashboard.',
        ],
    },
};
function ofOneTask(diagnosis, run) {
    const texts = ofOneTaskTexts[diagnosis.cause];
    if (texts !== undefined)
        return { ...diagnosis, ...texts };
    if (diagnosis.cause !== 'unknown')
        return diagnosis;
    const [task] = run.taskArns;
    return {
        ...diagnosis,
        title: diagnosis.facts.length > 0 ? 'The task failed for a reason that this action does not know' : 'ECS gave no reason',
        explanation: 'What ECS said of the task is listed below, as it was.',
        advice: [
            `Look at the task, as long as ECS remembers it (about an hour):\n${(0,aws_commands/* awsCommand */.bg)(run.region, 'ecs', 'describe-tasks', '--cluster', run.cluster, '--tasks', (0,stopped_task/* taskId */.BS)(task ?? ''))}`,
        ],
    };
}

// EXTERNAL MODULE: ./lib/run-task/run-tasks.js + 4 modules
var run_tasks = __webpack_require__(4510);
// EXTERNAL MODULE: ./lib/run-task/task-run.js
var task_run = __webpack_require__(800);
;// CONCATENATED MODULE: ./lib/run-task/conclude-tasks.js











function concludeTasks(watched, run, definition, minutes) {
    switch (watched.kind) {
        case 'ended':
            noteOtherContainers(run, definition);
            if ((0,run_tasks/* allSucceeded */.x)(run))
                return { outcome: 'succeeded', headline: endsInWords(run), commands: [] };
            run.diagnoses.push(...explainTasks(run, definition));
            return { outcome: 'failed', headline: endsInWords(run), commands: [] };
        case 'not-started': {
            run.diagnoses.push((0,in_catalogue/* inCatalogue */.b)(watched.failure.diagnosis, run));
            const some = run.taskArns.length === 0
                ? 'No task was started.'
                : `${run.taskArns.length} of ${run.wanted} tasks were started, and told to stop.`;
            return { outcome: 'failed', headline: some, commands: [] };
        }
        case 'time-out': {
            const { waitedFor } = watched;
            const cause = waitedFor === undefined ? explainTimeOut(run, definition, minutes) : (0,in_catalogue/* inCatalogue */.b)(waitedFor.diagnosis, run);
            run.diagnoses.push(cause, ...explainTasks(run, definition));
            return {
                outcome: 'timed-out',
                headline: `${timeOutInWords(run, minutes)} ${stoppedInWords(run)}`,
                commands: leftCommands(run),
            };
        }
        case 'lost':
            return {
                outcome: 'unknown',
                headline: `ECS does not show task ${watched.tasks.join(' and ')} (any more), so how it ended is not known.`,
                commands: lookCommands(run),
            };
    }
}
function endOfTaskError(error, run) {
    if (error instanceof problem/* ProblemsFound */.t) {
        run.diagnoses.push((0,interrupted/* problemsAsCause */.sT)(error.problems));
        return { outcome: 'failed', headline: 'No task was started.', commands: [] };
    }
    const reason = `${(0,failure/* describeFailure */.Ic)(error)}${(0,interrupted/* adviceFor */.cp)(error)}`;
    const kind = (0,failure/* failureKind */.zU)(error);
    const diagnosis = (0,api_error/* diagnoseApiError */.n)((0,failure/* describeFailure */.Ic)(error), { ...run, service: run.service ?? '' });
    if (diagnosis !== undefined && run.diagnoses.length === 0)
        run.diagnoses.push((0,in_catalogue/* inCatalogue */.b)(diagnosis, run));
    const refused = kind !== 'unclear' && kind !== 'expired' && kind !== 'no-credentials';
    if (run.taskArns.length === 0 && (run.sending !== 'run' || refused)) {
        return { outcome: 'failed', headline: `No task was started. ${reason}`, commands: [] };
    }
    const what = run.taskArns.length === 0 ? 'RunTask was sent' : 'The task was started';
    return {
        outcome: 'unknown',
        headline: `${what}, and its end could not be observed. ${reason}`,
        commands: lookCommands(run),
    };
}
function cancelledTasks(run) {
    return { outcome: 'cancelled', headline: `The run was cancelled. ${whatIsLeft(run)}`, commands: leftCommands(run) };
}
function whatIsLeft(run) {
    if (run.sending === 'run')
        return 'RunTask was on its way; the post step looks for the task and stops it.';
    if (run.taskArns.length === 0)
        return 'No task was started.';
    return stoppedInWords(run);
}
function stoppedInWords(run) {
    const open = (0,task_run/* openTasks */.bJ)(run);
    const told = run.taskArns.filter((arn) => run.stopped.has(arn) && !run.ends.has(arn));
    if (open.length > 0)
        return `${names(open)} could not be told to stop and may still run.`;
    if (told.length > 0)
        return `${names(told)} was told to stop; what it had done by then is not undone.`;
    return run.taskArns.length === 0 ? 'No task was started.' : `${names(run.taskArns)} had ended.`;
}
function names(arns) {
    return arns.length === 1 ? `Task ${(0,stopped_task/* taskId */.BS)(arns[0] ?? '')}` : `Each of ${arns.length} tasks`;
}
function timeOutInWords(run, minutes) {
    const after = `After ${minutes} minute${minutes === 1 ? '' : 's'}`;
    const [only] = run.taskArns;
    if (run.taskArns.length < run.wanted) {
        return `${after} ${run.taskArns.length} of ${run.wanted} ${run.wanted === 1 ? 'task' : 'tasks'} had been started.`;
    }
    if (run.wanted > 1)
        return `${after} ${run.ends.size} of ${run.wanted} tasks had ended.`;
    const status = run.latest.get(only ?? '')?.lastStatus ?? 'not seen';
    return `${after} container ${run.container} had not ended (the task was ${status}).`;
}
function endsInWords(run) {
    const ends = run.taskArns.map((arn) => run.ends.get(arn));
    const [first] = ends;
    if (run.wanted === 1 && first !== undefined)
        return `Container ${run.container} ${(0,verdict/* endInWords */.up)(first).replace(/\.$/, '')}.`;
    const good = ends.filter(verdict/* succeeded */.gq).length;
    const bad = ends.find((end) => !(0,verdict/* succeeded */.gq)(end));
    const example = bad === undefined ? '' : ` In one of the others it ${(0,verdict/* endInWords */.up)(bad).replace(/\.$/, '')}.`;
    return `In ${good} of ${run.wanted} tasks container ${run.container} ended with exit code 0.${example}`;
}
function noteOtherContainers(run, { containerDefinitions = [] }) {
    const essential = new Set((containerDefinitions ?? []).filter((one) => one.essential !== false).map(({ name }) => name));
    for (const arn of run.taskArns) {
        for (const { name, exitCode } of run.latest.get(arn)?.containers ?? []) {
            const isError = exitCode !== undefined && ![0, 137, 143].includes(exitCode);
            if (name === run.container || !isError || !essential.has(name))
                continue;
            run.notices.push(`The essential container ${name} of task ${(0,stopped_task/* taskId */.BS)(arn)} ended with exit code ${exitCode}; ${run.container} decides.`);
        }
    }
}
function lookCommands(run) {
    const { region, cluster, taskArns, startedBy } = run;
    const found = taskArns.length > 0
        ? (0,aws_commands/* awsCommand */.bg)(region, 'ecs', 'describe-tasks', '--cluster', cluster, '--tasks', ...taskArns.map(stopped_task/* taskId */.BS))
        : (0,aws_commands/* awsCommand */.bg)(region, 'ecs', 'list-tasks', '--cluster', cluster, '--started-by', startedBy);
    return [{ why: 'See how the task goes on', command: found }, ...stopCommands(run, (0,task_run/* openTasks */.bJ)(run))];
}
function leftCommands(run) {
    return stopCommands(run, (0,task_run/* openTasks */.bJ)(run));
}
function stopCommands({ region, cluster }, arns) {
    return arns.map((arn) => ({
        why: `Stop task ${(0,stopped_task/* taskId */.BS)(arn)}`,
        command: (0,aws_commands/* awsCommand */.bg)(region, 'ecs', 'stop-task', '--cluster', cluster, '--task', (0,stopped_task/* taskId */.BS)(arn)),
    }));
}


/***/ }),

/***/ 3968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ whatIsMissing),
/* harmony export */   pU: () => (/* binding */ requestFor),
/* harmony export */   w8: () => (/* binding */ wantsServiceTags)
/* harmony export */ });
/* unused harmony export withoutSpot */
/* harmony import */ var _deployment_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8370);

function requestFor(order, definition, service, serviceTags) {
    const { cluster, launch } = order;
    const network = launch.networkConfiguration ?? (definition.networkMode === 'awsvpc' ? service?.networkConfiguration : undefined);
    const propagateTags = launch.propagateTags ?? (service?.propagateTags === 'TASK_DEFINITION' ? 'TASK_DEFINITION' : undefined);
    const managedTags = launch.enableEcsManagedTags ?? service?.enableECSManagedTags;
    const exec = launch.enableExecuteCommand ?? service?.enableExecuteCommand;
    const tags = (0,_deployment_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeTags */ .kE)(serviceTags.filter(({ key }) => !/^aws:/i.test(key ?? '')), order.tags);
    return {
        cluster,
        ...placeOf(launch, definition, service),
        ...(network === undefined ? {} : { networkConfiguration: network }),
        ...volumesOf(definition, service),
        overrides: overridesOf(order),
        ...(launch.group === undefined ? {} : { group: launch.group }),
        ...(exec === true ? { enableExecuteCommand: true } : {}),
        ...(propagateTags === undefined ? {} : { propagateTags }),
        ...(managedTags === undefined ? {} : { enableECSManagedTags: managedTags }),
        ...(tags.length === 0 ? {} : { tags: [...tags] }),
    };
}
function whatIsMissing({ networkMode }, { networkConfiguration }) {
    if (networkMode !== 'awsvpc' || networkConfiguration?.awsvpcConfiguration !== undefined)
        return [];
    const message = 'The task definition has the network mode awsvpc, so the task needs subnets. Give service, whose network it then has, ' +
        'or the network, e.g. {subnets: [subnet-1], securityGroups: [sg-1], assignPublicIp: DISABLED}.';
    return [{ input: 'network-configuration', message }];
}
function wantsServiceTags(service, launch) {
    return launch.propagateTags === undefined && service?.propagateTags === 'SERVICE';
}
function placeOf(launch, definition, service) {
    const asked = launch.launchType !== undefined || (launch.capacityProviderStrategy ?? []).length > 0;
    const how = asked
        ? { launchType: launch.launchType, strategy: launch.capacityProviderStrategy ?? [] }
        : { launchType: service?.launchType, strategy: withoutSpot(service?.capacityProviderStrategy ?? []) };
    const onFargate = how.strategy.length > 0 ? how.strategy.every(isFargate) : how.launchType === 'FARGATE';
    const fallsToFargate = how.strategy.length === 0 &&
        how.launchType === undefined &&
        service === undefined &&
        definition.requiresCompatibilities?.includes('FARGATE') === true;
    const platformVersion = launch.platformVersion ?? (onFargate ? service?.platformVersion : undefined);
    const constraints = onFargate ? [] : (service?.placementConstraints ?? []).filter(({ type }) => type === 'memberOf');
    const strategies = onFargate ? [] : (service?.placementStrategy ?? []);
    return {
        ...(how.strategy.length > 0 ? { capacityProviderStrategy: [...how.strategy] } : {}),
        ...(how.strategy.length === 0 && how.launchType !== undefined ? { launchType: how.launchType } : {}),
        ...(fallsToFargate ? { launchType: 'FARGATE' } : {}),
        ...(platformVersion === undefined ? {} : { platformVersion }),
        ...(constraints.length === 0 ? {} : { placementConstraints: constraints }),
        ...(strategies.length === 0 ? {} : { placementStrategy: strategies }),
    };
}
function isFargate({ capacityProvider = '' }) {
    return /^FARGATE(?:_SPOT)?$/.test(capacityProvider);
}
function withoutSpot(strategy) {
    if (!strategy.some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT'))
        return strategy;
    const onFargate = strategy.filter(isFargate);
    const sum = (numbers) => numbers.reduce((all, one = 0) => all + one, 0);
    const base = sum(onFargate.map((item) => item.base));
    const fargate = {
        capacityProvider: 'FARGATE',
        weight: Math.min(1000, Math.max(1, sum(onFargate.map(({ weight }) => weight)))),
        ...(base === 0 ? {} : { base: Math.min(100_000, base) }),
    };
    return [fargate, ...strategy.filter((item) => !isFargate(item))];
}
function volumesOf({ volumes = [] }, service) {
    const names = volumes.filter(({ configuredAtLaunch }) => configuredAtLaunch === true).map(({ name }) => name);
    const primary = service?.deployments?.find(({ status }) => status === 'PRIMARY');
    const known = (primary?.volumeConfigurations ?? []).filter(({ name }) => names.includes(name));
    if (known.length === 0)
        return {};
    return {
        volumeConfigurations: known.map(({ name, managedEBSVolume }) => ({
            name,
            ...(managedEBSVolume === undefined ? {} : { managedEBSVolume }),
        })),
    };
}
function overridesOf({ container, overrides }) {
    const { command, environment, cpu, memory, taskRoleArn, executionRoleArn } = overrides;
    return {
        containerOverrides: [
            {
                name: container,
                ...(command === undefined ? {} : { command: [...command] }),
                ...(environment.length === 0 ? {} : { environment: environment.map(({ name, value }) => ({ name, value })) }),
            },
        ],
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory }),
        ...(taskRoleArn === undefined ? {} : { taskRoleArn }),
        ...(executionRoleArn === undefined ? {} : { executionRoleArn }),
    };
}


/***/ }),

/***/ 4510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ allSucceeded),
  e: () => (/* binding */ runTasks)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/diagnosis/stopped-task.js
var stopped_task = __webpack_require__(4060);
// EXTERNAL MODULE: ./lib/rollout/progress.js
var progress = __webpack_require__(7530);
// EXTERNAL MODULE: ./lib/diagnosis/mask.js
var mask = __webpack_require__(1209);
// EXTERNAL MODULE: ./lib/github/safe-text.js
var safe_text = __webpack_require__(2748);
;// CONCATENATED MODULE: ./lib/run-task/log-follower.js




const mostAtOnce = 3;
const mostPages = 10;
const quietLooks = 4;
const wholePage = 1_000;
const lastLinesKept = 30;
const longestLine = 8_000;
function logFollower(run, definition, values, { logs, log, clock }) {
    const followed = new Map();
    let turn = 0;
    let open = '';
    let given = false;
    const why = whyNoLog(definition, run.container);
    if (why !== undefined) {
        given = true;
        run.notices.push(`The log of container ${run.container} is not shown: ${why}.`);
    }
    const giveUp = (error) => {
        given = true;
        const denied = (0,failure/* failureKind */.zU)(error) === 'denied';
        const reason = denied
            ? `the permission ${(0,failure/* deniedAction */.Ub)(error) ?? 'logs:GetLogEvents'} is missing`
            : (0,failure/* describeFailure */.Ic)(error).replace(/\.$/, '');
        run.notices.push(`The log of container ${run.container} is not shown: ${reason}.`);
    };
    const isEnding = (arn) => run.ends.has(arn) || run.stopped.has(arn);
    const find = () => {
        for (const arn of run.taskArns) {
            const place = followed.has(arn) ? undefined : (0,stopped_task/* logPlace */.ai)(definition, run.container, (0,stopped_task/* taskId */.BS)(arn));
            if (place !== undefined)
                followed.set(arn, { arn, place, quiet: 0 });
        }
        return [...followed.values()].filter(({ quiet }) => quiet < quietLooks);
    };
    const print = ({ arn }, lines) => {
        const masked = (0,mask/* maskLinesOf */.R)(lines, definition, values).map((line) => (0,safe_text/* cut */.Jj)(line, longestLine));
        run.lastLines.set(arn, [...(run.lastLines.get(arn) ?? []), ...masked].slice(-lastLinesKept));
        if (open !== arn)
            log.group(`Log of container ${run.container} in task ${(0,stopped_task/* taskId */.BS)(arn)}`);
        open = arn;
        for (const line of masked)
            log.info(line);
    };
    const readOne = async (one) => {
        for (let page = 0; page < mostPages; page++) {
            const { lines, next } = await logs.linesFrom(one.place, one.from);
            if (lines.length > 0)
                print(one, lines);
            const isEnd = next === undefined || next === one.from;
            one.quiet = isEnding(one.arn) && isEnd && lines.length === 0 ? one.quiet + 1 : 0;
            if (next !== undefined)
                one.from = next;
            if (isEnd || lines.length < wholePage)
                return;
        }
    };
    const show = async () => {
        if (given)
            return;
        const due = find();
        for (let index = 0; index < Math.min(mostAtOnce, due.length); index++) {
            const one = due[(turn + index) % due.length];
            try {
                await readOne(one);
                one.failure = undefined;
            }
            catch (error) {
                const kind = (0,failure/* failureKind */.zU)(error);
                if (kind === 'denied' || kind === 'refused')
                    return giveUp(error);
                one.failure = (0,failure/* describeFailure */.Ic)(error).replace(/\.$/, '');
                if (isEnding(one.arn))
                    one.quiet += 1;
            }
        }
        turn += mostAtOnce;
    };
    const close = () => {
        if (open !== '')
            log.endGroup();
        open = '';
    };
    return {
        show,
        close,
        async showRest() {
            for (let look = 0; !given && look < 3 * quietLooks + run.taskArns.length; look++) {
                if (find().every(({ quiet }) => quiet >= quietLooks))
                    break;
                if (look > 0)
                    await clock.sleep(1_500);
                await show();
            }
            close();
            const unread = [...followed.values()].find(({ failure }) => failure !== undefined);
            if (given || unread === undefined)
                return;
            run.notices.push(`The log of container ${run.container} was not read to its end: logs:GetLogEvents was not possible: ${unread.failure}.`);
        },
    };
}
function whyNoLog(definition, container) {
    const configuration = definition.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration;
    if (configuration?.logDriver === undefined)
        return 'its task definition has no logConfiguration for it; with the log driver awslogs it would be';
    if (configuration.logDriver !== 'awslogs')
        return `it logs with the driver ${configuration.logDriver}, and only logs of the driver awslogs can be read`;
    const missing = ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'].filter((name) => !configuration.options?.[name]);
    return missing.length === 0
        ? undefined
        : `its log options lack ${missing.join(' and ')}, so where it logs cannot be told`;
}

;// CONCATENATED MODULE: ./lib/run-task/launch-failures.js
const rows = [
    {
        text: /capacity is unavailable/i,
        cause: 'fargate-capacity',
        title: () => 'AWS has no Fargate capacity for the task at the moment',
        explanation: 'There is not enough capacity of this size in the availability zones of the subnets.',
        advice: [
            'Try again later, or give subnets in other availability zones.',
            'A smaller cpu and memory find room more often.',
        ],
        passes: true,
    },
    {
        text: /reached the limit on the number/i,
        cause: 'quota',
        title: () => 'A quota of the account is reached: tasks or vCPUs at the same time',
        explanation: 'The account may not run more in this Region.',
        advice: ['Stop tasks that are not needed, or ask for a higher quota of AWS Fargate in Service Quotas.'],
        passes: true,
    },
    {
        text: /is above your limit/i,
        cause: 'quota',
        title: () => 'The task is larger than the account may run',
        explanation: 'A quota of the account limits the size of one task.',
        advice: ['Give a smaller cpu or memory, or ask for a higher quota of AWS Fargate in Service Quotas.'],
        passes: false,
    },
    {
        text: /^RESOURCE:/,
        cause: 'ec2-capacity',
        title: (reason) => `No container instance has room for the task (${reason.replace(/^RESOURCE:/, '').replace(/[^A-Z_]/g, '')})`,
        explanation: 'No instance of the cluster has the CPU, memory, ports, network interfaces or GPUs free that the task needs.',
        advice: [
            'Add instances, or let a capacity provider with managed scaling do so.',
            'Or give the task a smaller cpu and memory.',
        ],
        passes: true,
    },
    {
        text: /^AGENT/,
        cause: 'agent-disconnected',
        title: () => 'The ECS agent of a container instance is not connected',
        explanation: 'ECS cannot start tasks on an instance whose agent does not answer.',
        advice: ['Restart the agent on the instances, or replace them.'],
        passes: true,
    },
    {
        text: /^(?:ATTRIBUTE|LOCATION)|placement constraint unsatisfied/i,
        cause: 'ec2-capacity',
        title: () => 'No container instance has what the task asks for',
        explanation: 'The task needs an attribute (log driver, network mode, architecture, a placement constraint) or an availability zone that no instance of the cluster has.',
        advice: [
            'Compare requiresAttributes of the task definition with the attributes of the instances: aws ecs list-attributes.',
        ],
        passes: false,
    },
    {
        text: /NO ACTIVE INSTANCES|EMPTY CAPACITY PROVIDER|No Container Instances were found/i,
        cause: 'ec2-capacity',
        title: () => 'The cluster has no container instances',
        explanation: 'The task needs an instance to run on, and there is none.',
        advice: ['Add instances, or run the task on Fargate: launch-type: FARGATE.'],
        passes: false,
    },
    {
        text: /internal error/i,
        cause: 'infrastructure',
        title: () => 'ECS had an internal error',
        explanation: 'A fault at AWS kept the task from starting.',
        advice: ['Run the job again. If it comes back, look at the AWS Health Dashboard.'],
        passes: true,
    },
];
const other = {
    cause: 'unknown',
    title: (reason) => `ECS started no task: ${reason}`,
    explanation: 'ECS gave a reason that this action does not know; it is listed below as it was.',
    advice: [],
    passes: false,
};
function explainFailures(failures) {
    const all = failures.map((failure) => ({ failure, row: rowOf(reasonOf(failure)) ?? other }));
    const worst = all.find(({ row }) => !row.passes) ?? all[0];
    const { row, failure } = worst ?? { row: other, failure: {} };
    const facts = [...new Set(failures.map((one) => [reasonOf(one), one.detail].filter(Boolean).join(': ')))];
    return { passes: row.passes, diagnosis: diagnosisOf(row, reasonOf(failure), facts, failures.length) };
}
function explainRefusal(message) {
    const row = rowOf(message);
    return row && { passes: row.passes, diagnosis: diagnosisOf(row, message, [message], 1) };
}
function rowOf(reason) {
    return rows.find(({ text }) => text.test(reason));
}
function reasonOf({ reason }) {
    return reason ?? 'no reason given';
}
function diagnosisOf(row, reason, facts, count) {
    const { cause, title, explanation, advice, passes } = row;
    return { cause, title: title(reason), explanation, advice, heals: passes ? 'maybe' : 'never', facts, count };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/run-task/token.js

function clientToken(origin, part) {
    return hash([...identity(origin), part]);
}
function startedByOf(origin) {
    const run = (origin.run.runId ?? 'local').replace(/[^\w-]/g, '-').slice(0, 40);
    return `ecs-deploy/${run}/${hash(identity(origin)).slice(0, 32)}`;
}
function identity({ run, service, request, otherwise }) {
    const { runId, runAttempt, job, step, runner } = run;
    return [runId ?? otherwise, runAttempt, job, step, runner, service, request];
}
function hash(parts) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(parts.map((part) => part ?? null)))
        .digest('hex');
}

;// CONCATENATED MODULE: ./lib/run-task/start.js




const start_mostAtOnce = 10;
const sendAgainMilliseconds = 180_000;
const pauses = [10_000, 20_000, 30_000];
function starterOf(request, run, ports, keep) {
    const whole = { ...request, taskDefinition: run.taskDefinitionArn };
    const otherwise = `${ports.clock.now()} ${ports.random()}`;
    const origin = { run: ports.run, service: run.service, request: whole, otherwise };
    run.startedBy = startedByOf(origin);
    let part = 0;
    let tries = 0;
    let dueAt = 0;
    let waitsFor;
    const startLot = async () => {
        const count = Math.min(start_mostAtOnce, run.wanted - run.taskArns.length);
        const input = { ...whole, count, startedBy: run.startedBy, clientToken: clientToken(origin, part++) };
        ports.cancelled.throwIfAborted();
        run.sending = 'run';
        await keep();
        const { tasks, failures } = await withoutTags(input, ports, run);
        run.sending = undefined;
        for (const task of tasks) {
            run.taskArns.push(task.taskArn ?? '');
            run.latest.set(task.taskArn ?? '', task);
        }
        if (tasks.length > 0)
            run.changed = true;
        await keep();
        for (const { taskArn = '' } of tasks)
            ports.log.info(`Task ${(0,stopped_task/* taskId */.BS)(taskArn)} of ${run.taskDefinition} started.`);
        if (tasks.length + failures.length === 0)
            return [{ reason: 'RunTask answered without a task and without a reason' }];
        return failures;
    };
    return {
        get waitsFor() {
            return waitsFor;
        },
        async startMore() {
            while (run.taskArns.length < run.wanted && ports.clock.uptime() >= dueAt) {
                const failure = await launchFailure(startLot);
                if (failure === undefined)
                    continue;
                if (!failure.passes)
                    return failure;
                if (waitsFor?.diagnosis.title !== failure.diagnosis.title)
                    ports.log.info(`ECS cannot start the task yet: ${failure.diagnosis.title}. Trying again until the time limit.`);
                waitsFor = failure;
                dueAt = ports.clock.uptime() + (pauses[tries++] ?? pauses[pauses.length - 1] ?? 0);
            }
            if (run.taskArns.length >= run.wanted)
                waitsFor = undefined;
            return undefined;
        },
    };
}
async function launchFailure(start) {
    try {
        const failures = await start();
        return failures.length === 0 ? undefined : explainFailures(failures);
    }
    catch (error) {
        const known = (0,failure/* failureKind */.zU)(error) === 'refused' ? explainRefusal((0,failure/* describeFailure */.Ic)(error)) : undefined;
        if (known === undefined)
            throw error;
        return known;
    }
}
async function withoutTags(input, ports, run) {
    const { tags, propagateTags, ...bare } = input;
    const tagged = tags !== undefined || propagateTags === 'TASK_DEFINITION';
    if (tagged && run.denied.has('ecs:TagResource'))
        return sendAgain(bare, ports);
    try {
        return await sendAgain(input, ports);
    }
    catch (error) {
        const deniedTagging = (0,failure/* failureKind */.zU)(error) === 'denied' && /ecs:TagResource/.test((0,failure/* describeFailure */.Ic)(error));
        if (!deniedTagging || !tagged)
            throw error;
        run.denied.add('ecs:TagResource');
        run.notices.push('The task carries no tags: the permission ecs:TagResource on task/* (with ecs:CreateAction RunTask) is missing.');
        return sendAgain(bare, ports);
    }
}
async function sendAgain(input, { tasks, clock, log, cancelled, random }) {
    const giveUpAt = clock.uptime() + sendAgainMilliseconds;
    for (let attempt = 0;; attempt++) {
        try {
            return await tasks.runTask(input);
        }
        catch (error) {
            const kind = (0,failure/* failureKind */.zU)(error);
            const passes = kind === 'throttled' || kind === 'unsent' || kind === 'unclear';
            if (!passes || clock.uptime() >= giveUpAt)
                throw error;
            const again = 'sending it again with the same token, so that it is done once';
            log.info(`RunTask was not answered as it should be (${(0,failure/* describeFailure */.Ic)(error)}); ${again}.`);
            await clock.sleep(Math.min(10_000, 1_000 * 2 ** attempt) * (0.5 + random() / 2), cancelled);
            cancelled.throwIfAborted();
        }
    }
}

// EXTERNAL MODULE: ./lib/run-task/stop.js
var stop = __webpack_require__(5073);
// EXTERNAL MODULE: ./lib/run-task/task-run.js
var task_run = __webpack_require__(800);
// EXTERNAL MODULE: ./lib/run-task/verdict.js
var run_task_verdict = __webpack_require__(3220);
;// CONCATENATED MODULE: ./lib/run-task/run-tasks.js








const unseenMilliseconds = 60_000;
const othersMilliseconds = 20_000;
const stopReason = 'ecs-deploy: the container that decides has ended';
async function runTasks({ request, definition, limitMinutes, values }, run, ports, keep) {
    const { clock, cancelled } = ports;
    const startedAt = clock.uptime();
    const endsAt = startedAt + limitMinutes * 60_000;
    const starter = starterOf(request, run, ports, keep);
    const log = logFollower(run, definition, values, ports);
    const say = (text) => {
        log.close();
        ports.log.info(`${(0,progress/* elapsed */.vk)(clock.uptime() - startedAt)}  ${text}`);
    };
    const absentSince = new Map();
    try {
        for (;;) {
            cancelled.throwIfAborted();
            const failure = await starter.startMore();
            if (failure !== undefined)
                return await notStarted(failure, run, ports);
            await look(run, ports, say, absentSince);
            await log.show();
            if (run.ends.size === run.wanted) {
                await log.showRest();
                await waitForOthers(run, ports, say);
                return { kind: 'ended' };
            }
            const lost = (0,task_run/* openTasks */.bJ)(run).filter((arn) => isLost(absentSince.get(arn), clock.uptime()));
            if (lost.length > 0)
                return { kind: 'lost', tasks: lost.map(stopped_task/* taskId */.BS) };
            if (clock.uptime() >= endsAt)
                return await timeOut(starter, limitMinutes, run, ports, log.showRest);
            await clock.sleep(Math.min(pause(clock.uptime() - startedAt), Math.max(0, endsAt - clock.uptime())), cancelled);
        }
    }
    finally {
        log.close();
    }
}
function pause(since) {
    return since < 60_000 ? 2_000 : since < 300_000 ? 4_000 : 6_000;
}
function isLost(absentSince, now) {
    return absentSince !== undefined && now - absentSince > unseenMilliseconds;
}
async function look(run, ports, say, absentSince) {
    const now = ports.clock.uptime();
    const open = run.taskArns.filter((arn) => !run.ends.has(arn));
    if (open.length === 0)
        return;
    const tasks = await describe(open, run, ports);
    if (tasks === undefined)
        return;
    const shown = new Set(tasks.map(({ taskArn }) => taskArn));
    for (const arn of open) {
        if (shown.has(arn))
            absentSince.delete(arn);
        else if (!absentSince.has(arn))
            absentSince.set(arn, now);
    }
    for (const task of tasks) {
        const arn = task.taskArn ?? '';
        const before = run.latest.get(arn);
        run.latest.set(arn, task);
        if (before?.lastStatus !== task.lastStatus)
            say(`task ${(0,stopped_task/* taskId */.BS)(arn)} is ${task.lastStatus ?? 'in a state without name'}`);
        const verdict = (0,run_task_verdict/* judgeTask */.vf)(task, run.container);
        if (verdict.kind === 'going')
            continue;
        run.ends.set(arn, verdict);
        say(`container ${run.container} of task ${(0,stopped_task/* taskId */.BS)(arn)} ${(0,run_task_verdict/* endInWords */.up)(verdict)}`);
    }
    const goOn = tasks.filter((task) => run.ends.has(task.taskArn ?? '') && task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED');
    for (const task of goOn) {
        const names = (0,run_task_verdict/* stillRunning */.K_)(task);
        if (names.length > 0)
            say(`still running in task ${(0,stopped_task/* taskId */.BS)(task.taskArn ?? '')}: ${names.join(', ')}; telling the task to stop`);
    }
    await (0,stop/* stopTasks */.z)(goOn.map(({ taskArn = '' }) => taskArn), stopReason, run, ports);
}
async function describe(arns, run, ports) {
    try {
        return await ports.ecs.describeTasks(run.cluster, arns);
    }
    catch (error) {
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return undefined;
    }
}
async function waitForOthers(run, ports, say) {
    const giveUpAt = ports.clock.uptime() + othersMilliseconds;
    const others = () => run.taskArns.filter((arn) => (0,run_task_verdict/* stillRunning */.K_)(run.latest.get(arn) ?? {}).length > 0);
    while (others().length > 0 && ports.clock.uptime() < giveUpAt && !ports.cancelled.aborted) {
        await ports.clock.sleep(2_000, ports.cancelled);
        const tasks = await ports.ecs.describeTasks(run.cluster, others()).catch(() => undefined);
        if (tasks === undefined)
            return;
        for (const task of tasks)
            run.latest.set(task.taskArn ?? '', task);
    }
    for (const arn of others()) {
        say(`not stopped yet in task ${(0,stopped_task/* taskId */.BS)(arn)}: ${(0,run_task_verdict/* stillRunning */.K_)(run.latest.get(arn) ?? {}).join(', ')}`);
    }
}
async function notStarted(failure, run, ports) {
    await (0,stop/* stopTasks */.z)((0,task_run/* openTasks */.bJ)(run), 'ecs-deploy: other tasks of this run could not be started', run, ports);
    return { kind: 'not-started', failure };
}
async function timeOut({ waitsFor }, limitMinutes, run, ports, showRest) {
    const going = (0,task_run/* openTasks */.bJ)(run);
    ports.log.info(`The time limit of ${limitMinutes} minutes has come; telling ${going.length === 1 ? 'the task' : 'all tasks'} to stop.`);
    await (0,stop/* stopTasks */.z)(going, `ecs-deploy: it did not end within ${limitMinutes} minutes`, run, ports);
    await showRest();
    return { kind: 'time-out', waitedFor: run.taskArns.length < run.wanted ? waitsFor : undefined };
}
function allSucceeded({ taskArns, ends, wanted }) {
    return taskArns.length === wanted && taskArns.every((arn) => (0,run_task_verdict/* succeeded */.gq)(ends.get(arn)));
}


/***/ }),

/***/ 4010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tagsOfService)
/* harmony export */ });
/* harmony import */ var _deployment_optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3968);


async function tagsOfService(service, launch, run, { tasks }) {
    if (!(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .wantsServiceTags */ .w8)(service, launch))
        return [];
    const name = service?.serviceName ?? '';
    return (await (0,_deployment_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(run, 'ecs:DescribeServices', () => tasks.serviceTags(run.cluster, name))) ?? [];
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

/***/ 800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bJ: () => (/* binding */ openTasks),
/* harmony export */   uq: () => (/* binding */ keptOf),
/* harmony export */   xm: () => (/* binding */ newTaskRun)
/* harmony export */ });
function newTaskRun(place) {
    return {
        ...place,
        container: '',
        taskDefinition: '',
        taskDefinitionArn: '',
        images: [],
        startedBy: '',
        changed: false,
        taskArns: [],
        latest: new Map(),
        ends: new Map(),
        stopped: new Set(),
        lastLines: new Map(),
        denied: new Set(),
        notices: [],
        diagnoses: [],
    };
}
function keptOf(run) {
    const { cluster, region, container, taskDefinition, startedBy, sending, taskArns } = run;
    return {
        cluster,
        region,
        container,
        taskDefinition,
        startedBy,
        taskArns,
        ...(sending === undefined ? {} : { sending }),
    };
}
function openTasks({ taskArns, ends, stopped }) {
    return taskArns.filter((arn) => !ends.has(arn) && !stopped.has(arn));
}


/***/ }),

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ stillRunning),
/* harmony export */   gq: () => (/* binding */ succeeded),
/* harmony export */   up: () => (/* binding */ endInWords),
/* harmony export */   vf: () => (/* binding */ judgeTask)
/* harmony export */ });
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4060);

const stoppedFromOutside = [
    'UserInitiated',
    'ServiceSchedulerInitiated',
    'SpotInterruption',
    'TerminationNotice',
    'InfrastructureHealth',
];
function judgeTask(task, container) {
    const { stopCode = '', stoppedReason, lastStatus = 'PROVISIONING' } = task;
    const deciding = task.containers?.find(({ name }) => name === container);
    const exitCode = deciding?.exitCode;
    const hasEnded = deciding?.lastStatus === 'STOPPED' || (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_0__/* .isOver */ .PU)(task);
    if (!hasEnded)
        return { kind: 'going', phase: lastStatus };
    if (stoppedFromOutside.includes(stopCode)) {
        return {
            kind: 'interrupted',
            by: stopCode,
            reason: stoppedReason ?? stopCode,
            ...(exitCode === undefined ? {} : { exitCode }),
        };
    }
    if (exitCode !== undefined)
        return { kind: 'exited', exitCode };
    if (!(0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_0__/* .isOver */ .PU)(task))
        return { kind: 'going', phase: lastStatus };
    return { kind: 'no-exit-code', reason: deciding?.reason ?? stoppedReason ?? 'ECS gives no reason' };
}
function succeeded(end) {
    return end?.kind === 'exited' && end.exitCode === 0;
}
function stillRunning({ containers = [] }) {
    return containers.flatMap(({ name, lastStatus }) => (lastStatus === 'STOPPED' || name === undefined ? [] : [name]));
}
function endInWords(end) {
    switch (end.kind) {
        case 'exited':
            return `ended with exit code ${end.exitCode}`;
        case 'interrupted':
            return `was interrupted (${end.by}: ${end.reason})`;
        case 'no-exit-code':
            return `has no exit code: ${end.reason}`;
    }
}


/***/ })

};
