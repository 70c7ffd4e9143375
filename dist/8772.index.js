export const id = 8772;
export const ids = [8772,2288,9428];
export const modules = {

/***/ 8772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diagnosisContext: () => (/* binding */ diagnosisContext),
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _diagnosis_diagnose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2288);
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4060);
/* harmony import */ var _collect_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2115);
/* harmony import */ var _in_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9428);




function explain(record, definition) {
    if (record.diagnoses.length > 0)
        return;
    const found = (0,_diagnosis_diagnose_js__WEBPACK_IMPORTED_MODULE_0__.diagnose)((0,_collect_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceOf */ .X1)(record), diagnosisContext(record, definition));
    record.diagnoses.push(...found.map((diagnosis) => (0,_in_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .inCatalogue */ .b)(diagnosis, record)));
}
function diagnosisContext(record, definition) {
    const containers = definition?.containerDefinitions ?? [];
    return {
        cluster: record.cluster,
        service: record.service,
        region: record.region,
        wantedImages: record.wanted?.images ?? [],
        hasLoadBalancer: record.hasLoadBalancer,
        containerHealthCheckOf: (name) => containers.find((container) => container.name === name)?.healthCheck,
        platform: record.platform,
        logOf: (container, task) => (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_3__/* .logPlace */ .ai)(definition, container, task),
    };
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


/***/ })

};
