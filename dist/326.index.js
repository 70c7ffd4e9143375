export const id = 326;
export const ids = [326];
export const modules = {

/***/ 326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  whyGiveUp: () => (/* binding */ whyGiveUp)
});

// EXTERNAL MODULE: ./lib/diagnosis/stopped-task.js
var stopped_task = __webpack_require__(4060);
;// CONCATENATED MODULE: ./lib/rollout/give-up.js
function failureLimit(maxFailedTasks, desired) {
    return maxFailedTasks === 'auto' ? Math.max(3, Math.ceil(desired / 4)) : maxFailedTasks;
}
function judgeFailures(facts) {
    const doomed = facts.everRan ? undefined : doomedCause(facts);
    if (doomed !== undefined && doomed.count >= 2) {
        return giveUp(`${doomed.count} tasks failed for a reason that does not pass`);
    }
    if (doomed !== undefined && facts.confirmed.has(doomed.cause)) {
        return giveUp('a task failed for a reason that does not pass, and a second source confirms it');
    }
    const inARow = failuresInARow(facts);
    if (inARow >= facts.limit)
        return giveUp(inARow === 1 ? '1 task failed' : `${inARow} tasks in a row failed`);
    return doomed === undefined ? { kind: 'no' } : { kind: 'confirm', cause: doomed.cause };
}
function giveUp(reason) {
    return { kind: 'give-up', reason };
}
function failuresInARow(facts) {
    const since = Math.max(Number.NEGATIVE_INFINITY, ...facts.healthyAt);
    const own = facts.failed.filter(({ at, passing }) => !passing && at > since).length;
    return explainedCount(facts) === undefined ? own : Math.max(own, facts.counted.count);
}
function doomedCause(facts) {
    const seen = Map.groupBy(facts.failed.filter(({ heals, passing }) => heals === 'never' && !passing), ({ cause }) => cause);
    const found = [...seen].map(([cause, tasks]) => ({ cause, count: tasks.length }));
    const explained = explainedCount(facts);
    if (explained?.heals === 'never') {
        const others = facts.failed.filter(({ cause }) => cause !== explained.cause).length;
        const count = facts.counted.count - others;
        if (count > 0)
            found.push({ cause: explained.cause, count });
    }
    return found.sort((one, other) => other.count - one.count)[0];
}
function explainedCount({ failed, counted }) {
    const { count, explained } = counted;
    if (count === 0 || explained === undefined || explained.passing || failed.some(({ passing }) => passing))
        return undefined;
    return explained;
}

// EXTERNAL MODULE: ./lib/deployment/describe-tasks.js
var describe_tasks = __webpack_require__(9697);
// EXTERNAL MODULE: ./lib/deployment/optional-read.js
var optional_read = __webpack_require__(3180);
// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/deployment/second-source.js


const mostSecrets = 20;
const mostLogGroups = 10;
async function second_source_confirm(cause, definition, ports, record) {
    if (record.askedCauses.has(cause))
        return false;
    record.askedCauses.add(cause);
    if (!(await agreeing(cause, definition, ports, record)))
        return false;
    record.confirmedCauses.add(cause);
    return true;
}
function agreeing(cause, definition, ports, record) {
    switch (cause) {
        case 'secret-not-found':
            return secretIsMissing(definition, ports, record);
        case 'log-group-missing':
            return logGroupIsMissing(definition, ports, record);
        case 'target-group-missing':
            return targetGroupIsMissing(ports, record);
        default:
            return imageAgrees(cause, ports, record);
    }
}
async function imageAgrees(cause, ports, record) {
    const agrees = agreement[cause];
    if (agrees === undefined)
        return false;
    for (const { image } of record.wanted?.images ?? []) {
        const reference = (0,image_reference/* parseImageReference */.o_)(image);
        if (!reference.ok)
            continue;
        if (agrees(await lookUp(reference.value, ports), record.platform))
            return true;
    }
    return false;
}
function lookUp(reference, { ecr, imageTools }) {
    const { ecr: place, repository, digest, tag = 'latest' } = reference;
    if (place === undefined)
        return imageTools.inspect((0,image_reference/* printImageReference */.Yk)(reference));
    return ecr.findImage(digest === undefined ? { ...place, repository, tag } : { ...place, repository, digest });
}
const agreement = {
    'image-not-found': ({ kind }) => kind === 'absent' || kind === 'repository-absent',
    'wrong-platform': (answer, platform) => answer.kind === 'found' &&
        (answer.platforms ?? []).length > 0 &&
        !answer.platforms?.some((has) => has.startsWith(platform)),
};
async function secretIsMissing(definition, ports, record) {
    const named = (definition?.containerDefinitions ?? []).flatMap(({ secrets = [] }) => secrets);
    const places = [...new Set(named.flatMap(({ valueFrom }) => valueFrom ?? []))].slice(0, mostSecrets);
    for (const place of places) {
        const action = place.includes(':secretsmanager:') ? 'secretsmanager:DescribeSecret' : 'ssm:DescribeParameters';
        if ((await (0,optional_read/* optional */.l)(record, action, () => ports.secrets.exists(place))) === false)
            return true;
    }
    return false;
}
async function logGroupIsMissing(definition, ports, record) {
    const places = (definition?.containerDefinitions ?? []).flatMap(({ logConfiguration }) => {
        const { 'awslogs-group': group, 'awslogs-region': region = ports.region } = logConfiguration?.options ?? {};
        return logConfiguration?.logDriver === 'awslogs' && group !== undefined ? [{ group, region }] : [];
    });
    const distinct = new Map(places.map((place) => [`${place.region} ${place.group}`, place]));
    for (const place of [...distinct.values()].slice(0, mostLogGroups)) {
        if ((await (0,optional_read/* optional */.l)(record, 'logs:DescribeLogGroups', () => ports.logs.groupExists(place))) === false)
            return true;
    }
    return false;
}
async function targetGroupIsMissing(ports, record) {
    const groups = (record.original?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
    for (const group of groups) {
        const targets = await (0,optional_read/* optional */.l)(record, 'elasticloadbalancing:DescribeTargetHealth', () => ports.targetHealth.targetHealth(group));
        if (targets === 'gone')
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./lib/deployment/task-health.js
var task_health = __webpack_require__(5401);
;// CONCATENATED MODULE: ./lib/deployment/give-up.js







async function whyGiveUp(maxFailedTasks, subject, ports, record) {
    const ours = record.snapshot?.deployments.find(({ id }) => id === subject.deploymentId);
    if (ours !== undefined && (0,deployment_record/* saysTargetGroupIsGone */.Ud)(record)) {
        const agrees = await second_source_confirm('target-group-missing', subject.definition, ports, record);
        if (agrees)
            return 'the target group of the service is gone, and Elastic Load Balancing confirms it';
    }
    const tasks = [...record.stoppedTasks.values()].filter(({ startedBy }) => startedBy === subject.deploymentId);
    if (ours === undefined || (tasks.length === 0 && ours.failed === 0))
        return undefined;
    const facts = async () => {
        const { countedFailuresOf, failedTasksOf } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(4732)]).then(__webpack_require__.bind(__webpack_require__, 4732));
        const { diagnosisContext } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(8772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
        const context = diagnosisContext(record, subject.definition);
        const checks = (0,task_health/* healthChecksOf */.pz)(subject.definition, record.hasLoadBalancer);
        const healthy = tasks.flatMap((task) => (0,task_health/* stoppedTaskHealthyAt */.ty)(task, checks) ?? []);
        const failed = failedTasksOf(tasks, context);
        return {
            failed,
            counted: countedFailuresOf(ours.failed, [...record.events.values()], context),
            healthyAt: [...healthy, ...record.healthySince.values()],
            everRan: record.everRan || tasks.some(({ startedAt }) => startedAt !== undefined),
            limit: failureLimit(maxFailedTasks, record.snapshot?.desired ?? 0),
            confirmed: record.confirmedCauses,
        };
    };
    let judged = judgeFailures(await facts());
    if (judged.kind === 'confirm' && (await second_source_confirm(judged.cause, subject.definition, ports, record)))
        judged = judgeFailures(await facts());
    if (judged.kind !== 'give-up')
        return undefined;
    if (ours.running === 0)
        return judged.reason;
    if (ours.running > 0)
        await noteHealthyTasks(subject, ports, record);
    judged = judgeFailures(await facts());
    return judged.kind === 'give-up' ? judged.reason : undefined;
}
async function noteHealthyTasks(subject, ports, record) {
    const arns = await (0,optional_read/* optional */.l)(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, subject.deploymentId));
    if (!arns?.length)
        return;
    const tasks = await (0,optional_read/* optional */.l)(record, 'ecs:DescribeTasks', () => (0,describe_tasks/* describeTasks */.y)(record, ports, arns));
    const checks = (0,task_health/* healthChecksOf */.pz)(subject.definition, record.hasLoadBalancer);
    const now = Math.max(0, ...[...record.stoppedTasks.values()].map(({ stoppedAt }) => stoppedAt?.getTime() ?? 0), ...[...record.events.values()].map(({ at }) => at.getTime()));
    for (const task of tasks ?? [])
        note(task, (0,task_health/* runningTaskHealthyAt */.v_)(task, checks, now), record);
}
function note(task, healthyAt, record) {
    if (task.startedAt !== undefined)
        record.everRan = true;
    const id = (0,stopped_task/* taskId */.BS)(task.taskArn ?? '');
    if (healthyAt !== undefined && !record.healthySince.has(id))
        record.healthySince.set(id, healthyAt);
}


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ failedHealthChecks),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   pz: () => (/* binding */ healthChecksOf),
/* harmony export */   ty: () => (/* binding */ stoppedTaskHealthyAt),
/* harmony export */   v_: () => (/* binding */ runningTaskHealthyAt)
/* harmony export */ });
const healthyWithoutChecks = 40_000;
const maybeHealthyTarget = 60_000;
function healthChecksOf(definition, hasLoadBalancer) {
    const containers = definition?.containerDefinitions ?? [];
    return {
        container: containers.some(({ essential, healthCheck }) => essential !== false && healthCheck !== undefined),
        loadBalancer: hasLoadBalancer,
    };
}
function stoppedTaskHealthyAt(task, checks) {
    const { startedAt, stoppedAt } = task;
    if (startedAt === undefined || failedHealthChecks(task))
        return undefined;
    const ran = (stoppedAt ?? startedAt).getTime() - startedAt.getTime();
    if (checks.container)
        return task.healthStatus === 'HEALTHY' ? startedAt.getTime() : undefined;
    const needed = checks.loadBalancer ? maybeHealthyTarget : healthyWithoutChecks;
    return ran >= needed ? startedAt.getTime() + needed : undefined;
}
function runningTaskHealthyAt(task, checks, now) {
    const { startedAt, lastStatus, healthStatus } = task;
    if (startedAt === undefined || lastStatus !== 'RUNNING')
        return undefined;
    if (checks.container)
        return healthStatus === 'HEALTHY' ? now : undefined;
    const since = startedAt.getTime() + (checks.loadBalancer ? maybeHealthyTarget : healthyWithoutChecks);
    return since <= now ? since : undefined;
}
function failedHealthChecks({ stoppedReason }) {
    return /failed (?:elb|container|vpc lattice|target)[\w ]* ?health checks/i.test(stoppedReason ?? '');
}
function addressOf({ attachments }) {
    const details = (attachments ?? []).flatMap((attachment) => attachment.details ?? []);
    return details.flatMap(({ name, value }) => (name === 'privateIPv4Address' && value ? [value] : []));
}


/***/ })

};
