export const id = 4334;
export const ids = [4334];
export const modules = {

/***/ 6590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   IK: () => (/* binding */ lookAgain),
/* harmony export */   yx: () => (/* binding */ afterGivingUp)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _github_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9074);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6613);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1626);
/* harmony import */ var _collect_evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2115);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3496);
/* harmony import */ var _limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(712);
/* harmony import */ var _read_again_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3458);
/* harmony import */ var _rollback_endings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2682);
/* harmony import */ var _watch_settling_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2841);










async function conclude(watched, subject, inputs, ports, record) {
    switch (watched.kind) {
        case 'completed':
            return completed(subject, inputs, ports, record);
        case 'superseded':
            return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .supersededEnding */ .Sn)(watched.by, record);
        case 'service-gone':
            return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('failed', `The service is ${watched.status}: it was deleted while it was being deployed.`, [
                (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record),
            ]);
        case 'unknown':
            return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('unknown', `How the deployment ended could not be seen: ${watched.why}.`, [
                (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record),
                (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .historyCommand */ .aw)(record),
            ]);
        case 'failed':
            return afterFailure(watched, { reason: watched.reason, subject }, inputs, ports, record);
        case 'given-up':
            return afterGivingUp({ reason: watched.reason, subject }, inputs, ports, record);
        case 'ecs-rollback-failed':
            await lookAgain(subject, ports, record);
            return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('rollback-failed', `The deployment failed, and so did ECS's rollback: ${watched.reason}`, [
                (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record),
                ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackCommands */ .P0)(record),
            ]);
        case 'limit':
            return afterLimit(watched.fresh, subject, inputs, ports, record);
    }
}
async function completed(subject, inputs, ports, record) {
    const other = completedWithAnother(record);
    if (other !== undefined)
        return other;
    record.running = record.wanted;
    const reason = await (0,_watch_settling_js__WEBPACK_IMPORTED_MODULE_8__/* .whyNotSettled */ .f)(inputs.settleSeconds, subject, ports, record);
    if (reason !== undefined) {
        return afterGivingUp({ reason, subject, afterCompletion: true }, inputs, ports, record);
    }
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .primaryOf */ .Os)(record.snapshot);
    if (primary?.desired === 0) {
        const untried = 'The desired count is 0: no task of this version has run yet, so nothing is known about it.';
        record.notices.push(untried);
        ports.log.warning(untried);
    }
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('deployed', `${record.wanted?.taskDefinition ?? 'The new version'} runs (${(0,_github_words_js__WEBPACK_IMPORTED_MODULE_1__/* .taskCount */ .nc)(primary?.running ?? 0, primary?.desired ?? 0)}).`);
}
function completedWithAnother(record) {
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .primaryOf */ .Os)(record.snapshot);
    const { wanted } = record;
    if (!wanted || !primary || wanted.taskDefinitionArn === '' || primary.taskDefinition === wanted.taskDefinitionArn) {
        return undefined;
    }
    const headline = `The deployment completed with ${primary.taskDefinition}, not with ${wanted.taskDefinition}.`;
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record)]);
}
async function afterFailure(watched, failure, inputs, ports, record) {
    ports.log.info(`The deployment failed: ${failure.reason}`);
    await lookAgain(failure.subject, ports, record);
    if (watched.ecs === 'rolling-back' || watched.ecs === 'rolled-back') {
        ports.log.info('ECS rolls back by itself; watching it.');
        const { watchEcsRollback } = await wayBack();
        return watchEcsRollback(failure, inputs, ports, record);
    }
    if (!inputs.rollbackOnFailure)
        return leftAlone(failure, ports, record);
    return (await wayBack()).rollBack(failure, inputs, ports, record);
}
async function afterGivingUp(failure, inputs, ports, record) {
    ports.log.info(`${failure.afterCompletion ? 'The deployment does not hold' : 'Giving the deployment up'}: ${failure.reason}.`);
    await tellCauses(failure.subject, ports, record);
    return inputs.rollbackOnFailure
        ? (await wayBack()).rollBack(failure, inputs, ports, record)
        : leftAlone(failure, ports, record);
}
const wayBack = () => __webpack_require__.e(/* import() */ 5058).then(__webpack_require__.bind(__webpack_require__, 5058));
const justReadMilliseconds = 4_000;
async function leftAlone(failure, ports, record) {
    const isFresh = ports.clock.uptime() - (record.snapshot?.uptime ?? Number.NEGATIVE_INFINITY) < justReadMilliseconds;
    const now = failure.afterCompletion === true || isFresh ? undefined : await judgeOnceMore(ports, record);
    if (now?.kind === 'completed')
        return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .completedAfterAll */ .JT)(record);
    if (now?.kind === 'superseded')
        return (0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .supersededEnding */ .Sn)(now.by, record);
    const headline = `The deployment failed (${failure.reason.replace(/\.$/, '')}). Nothing was rolled back, because ${(0,_rollback_endings_js__WEBPACK_IMPORTED_MODULE_7__/* .whyLeftAlone */ .vM)(record)}.`;
    const goBack = record.target === undefined ? [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .stopCommand */ .IM)(record)] : (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackCommands */ .P0)(record);
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('failed', headline, [...goBack, (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record)]);
}
async function judgeOnceMore(ports, record) {
    try {
        return await (0,_read_again_js__WEBPACK_IMPORTED_MODULE_6__/* .readAgain */ .n)(ports, record);
    }
    catch (error) {
        if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
            throw error;
        return undefined;
    }
}
async function afterLimit(fresh, subject, inputs, ports, record) {
    const minutes = `${inputs.waitForMinutes} minute${inputs.waitForMinutes === 1 ? '' : 's'}`;
    if (!fresh) {
        const headline = `After ${minutes} the service could not be read, so how the deployment ended is not known. Nothing was rolled back.`;
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackCommands */ .P0)(record)]);
    }
    if (await (0,_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .onlyOldTasksRemain */ .A)(ports, record, subject)) {
        record.running = record.wanted;
        const headline = `After ${minutes} all tasks of ${record.wanted?.taskDefinition} run and are healthy; only the end of the old ones is outstanding. Nothing was rolled back.`;
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('timed-out', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackCommands */ .P0)(record)]);
    }
    const failure = { reason: `it was not complete after ${minutes}`, subject };
    ports.log.info(`The deployment was not complete after ${minutes}.`);
    await lookAgain(subject, ports, record);
    return inputs.rollbackOnFailure
        ? (await wayBack()).rollBack(failure, inputs, ports, record)
        : leftAlone(failure, ports, record);
}
async function lookAgain(subject, ports, record) {
    await (0,_collect_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .newStoppedTasks */ .Ql)(ports, record, subject.deploymentId, subject.definition);
    await tellCauses(subject, ports, record);
}
async function tellCauses(subject, ports, record) {
    const { gatherClues } = await __webpack_require__.e(/* import() */ 8558).then(__webpack_require__.bind(__webpack_require__, 6177));
    await gatherClues(subject.deploymentId, subject.definition, ports, record);
    const { explain } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(8772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    explain(record, subject.definition);
    for (const { title } of record.diagnoses)
        ports.log.info(`Cause: ${title}`);
}


/***/ }),

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ onlyOldTasksRemain)
/* harmony export */ });
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4060);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6613);
/* harmony import */ var _describe_tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9697);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);
/* harmony import */ var _task_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5401);





async function onlyOldTasksRemain(ports, record, { deploymentId, definition }) {
    const deployments = record.snapshot?.deployments ?? [];
    const ours = deployments.find(({ id }) => id === deploymentId);
    const others = deployments.filter(({ id }) => id !== deploymentId);
    if (ours?.status !== 'PRIMARY')
        return false;
    if (ours.running !== ours.desired || ours.pending > 0 || ours.failed > 0)
        return false;
    const kept = others.filter(({ desired }) => desired > 0);
    if (!kept.every((one) => isProtected(one, record)))
        return false;
    if (ours.desired === 0)
        return record.snapshot?.desired === 0;
    const onlyBakes = others.every(hasEnded);
    if (onlyBakes && !bakes(record))
        return false;
    const tasks = await tasksOf(deploymentId, ports, record);
    if (anyUnhealthy(tasks, record) || notRegistered(record))
        return false;
    const shows = kept.length === 0 && (onlyBakes ? replacedHealthily(record) : keepsOldUntilHealthy(record, ours));
    return shows || seenHealthy(tasks, (0,_task_health_js__WEBPACK_IMPORTED_MODULE_1__/* .healthChecksOf */ .pz)(definition, record.hasLoadBalancer), ports, record);
}
function hasEnded({ rolloutState, running, pending }) {
    return rolloutState === 'FAILED' && running === 0 && pending === 0;
}
function isProtected({ id }, { events }) {
    return [...events.values()].some(({ message }) => message.includes(id) && /tasks? under protection/i.test(message));
}
function replacedHealthily({ original, lostTasks }) {
    const { deploymentConfiguration, desiredCount = 0, runningCount = 0, deployments } = original ?? {};
    const hadCompleted = deployments?.some(({ rolloutState }) => rolloutState === 'COMPLETED') ?? false;
    return (!lostTasks &&
        hadCompleted &&
        desiredCount > 0 &&
        runningCount >= desiredCount &&
        (deploymentConfiguration?.minimumHealthyPercent ?? 0) >= 100);
}
function keepsOldUntilHealthy({ original, asked, lostTasks }, { desired }) {
    const { deploymentConfiguration, desiredCount = 0 } = original ?? {};
    const wanted = asked.desiredCount ?? desiredCount;
    return !lostTasks && desired <= wanted && (deploymentConfiguration?.minimumHealthyPercent ?? 0) >= 100;
}
function bakes({ original }) {
    const { bakeTimeInMinutes, alarms } = original?.deploymentConfiguration ?? {};
    return (bakeTimeInMinutes ?? 0) > 0 || alarms?.enable === true;
}
async function tasksOf(deploymentId, ports, record) {
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId));
    const tasks = arns?.length
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => (0,_describe_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTasks */ .y)(record, ports, arns))
        : undefined;
    return { ids: (arns ?? []).map(_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_3__/* .taskId */ .BS), ...(tasks === undefined ? {} : { tasks }) };
}
function anyUnhealthy({ ids, tasks = [] }, record) {
    if (tasks.some(({ healthStatus }) => healthStatus === 'UNHEALTHY'))
        return true;
    const complaints = [...record.events.values()].filter(({ message }) => /is unhealthy in \(target-group|failed container health checks/.test(message));
    return complaints.some(({ message }) => ids.length === 0 || ids.some((id) => message.includes(id)));
}
function notRegistered({ events }) {
    const told = [...events.values()].filter(({ message }) => /(?:failed to register|registered \d+) targets in/.test(message));
    const newest = told.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
    return newest !== undefined && /failed to register/.test(newest.message);
}
const healthyWithoutChecks = 40_000;
const healthyWithoutComplaint = 120_000;
async function seenHealthy({ tasks }, checks, ports, record) {
    if (checks.container && !tasks?.every(({ healthStatus }) => healthStatus === 'HEALTHY'))
        return false;
    const observed = ports.clock.uptime() - (record.fullSince ?? Number.POSITIVE_INFINITY);
    const fullFor = Math.max(observed, ranFor(tasks, ports, record));
    if (!checks.loadBalancer)
        return checks.container || fullFor >= healthyWithoutChecks;
    const states = await targetStates(tasks ?? [], ports, record);
    return states === undefined
        ? fullFor >= healthyWithoutComplaint
        : states.length > 0 && states.every((state) => state === 'healthy');
}
function ranFor(tasks, { clock }, { began, snapshot }) {
    if (began === undefined || tasks === undefined || tasks.length === 0)
        return 0;
    const told = snapshot === undefined ? 0 : (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .newestTimeIn */ .ZE)(snapshot);
    const now = Math.max(told, began.at + (clock.uptime() - began.uptime));
    return now - Math.max(...tasks.map(({ startedAt }) => startedAt?.getTime() ?? Number.POSITIVE_INFINITY));
}
async function targetStates(tasks, ports, record) {
    const addresses = new Set(tasks.flatMap(_task_health_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci));
    const groups = (record.original?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
    if (groups.length === 0)
        return undefined;
    const states = [];
    for (const group of groups) {
        const targets = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'elasticloadbalancing:DescribeTargetHealth', () => ports.targetHealth.targetHealth(group));
        if (targets === undefined)
            return undefined;
        if (targets === 'gone')
            return ['gone'];
        const own = addresses.size === 0 ? targets.filter(({ state }) => state !== 'draining') : targets;
        states.push(...own.filter(({ target }) => addresses.size === 0 || addresses.has(target)).map(({ state }) => state));
    }
    return states;
}


/***/ }),

/***/ 6025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ rareWaits),
/* harmony export */   Zq: () => (/* binding */ tellLongestRun),
/* harmony export */   d6: () => (/* binding */ longestParts)
/* harmony export */ });
/* harmony import */ var _rollout_settling_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(909);

const sessionMinutes = 55;
function longestParts(inputs) {
    const turn = inputs.onInProgress === 'wait' ? [{ input: 'on-in-progress', minutes: inputs.waitForMinutes }] : [];
    const { preDeploy } = inputs;
    const task = preDeploy === undefined ? [] : [{ input: 'pre-deploy-timeout-minutes', minutes: preDeploy.timeoutMinutes }];
    const waitsFirst = [...turn, ...task];
    if (!inputs.waitForServiceStability)
        return waitsFirst;
    return [
        ...waitsFirst,
        { input: 'wait-for-minutes', minutes: inputs.waitForMinutes },
        { input: 'settle-seconds', minutes: (0,_rollout_settling_js__WEBPACK_IMPORTED_MODULE_0__/* .settleSeconds */ .B)(inputs.settleSeconds, false) / 60 },
        ...verifyingParts(inputs.verification),
        { input: 'keep-revisions', minutes: inputs.keepRevisions === undefined ? 0 : tidyMinutes },
        { input: 'rollback-wait-minutes', minutes: inputs.rollbackWaitMinutes },
    ].filter(({ minutes }) => minutes > 0);
}
function rareWaits({ onInProgress, rollbackWaitMinutes: minutes, waitForServiceStability, }) {
    const first = onInProgress === 'supersede' ? ['ECS is rolling back, or a first deployment is under way, beforehand'] : [];
    const again = waitForServiceStability ? ['ECS cannot complete its rollback and a second one is sent'] : [];
    const waits = [...first, ...again].map((when) => `up to ${minutes} more where ${when}`);
    return [...waits, 'up to 3 more for each call that AWS is too busy to take'].join(', ');
}
const tidyMinutes = 1;
function verifyingParts(verification) {
    if (verification === undefined)
        return [];
    const { urls, command, timeoutSeconds, alarms, alarmsMinutes } = verification;
    const looks = (urls.length > 0 ? 1 : 0) + (command === undefined ? 0 : 1);
    const minutes = (looks * timeoutSeconds) / 60;
    return [
        { input: looks === 2 ? '2 × verify-timeout-seconds' : 'verify-timeout-seconds', minutes },
        { input: 'verify-alarms-minutes', minutes: alarms.length === 0 ? 0 : Math.max(0, alarmsMinutes - minutes) },
    ];
}
function tellLongestRun(parts, log, rare = '') {
    if (parts.length === 0)
        return;
    const minutes = Math.ceil(parts.reduce((sum, part) => sum + part.minutes, 0));
    const sum = parts.map(({ input, minutes: each }) => `${input} ${Number(each.toFixed(1))}`).join(' + ');
    log.info(`This run may take up to ${minutes} minutes (${sum})${rare === '' ? '' : `; ${rare}`}.`);
    if (minutes <= sessionMinutes)
        return;
    log.warning(`This run may take ${minutes} minutes, and credentials of an assumed role last 60 unless told otherwise. Set role-duration-seconds of ` +
        `aws-actions/configure-aws-credentials to ${Math.min(43_200, (minutes + 10) * 60)} or more, up to the maximum session duration of the role.`);
}


/***/ }),

/***/ 9459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ runningTasks),
/* harmony export */   WX: () => (/* binding */ findAddresses)
/* harmony export */ });
/* unused harmony export placesOf */
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9293);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _describe_tasks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9697);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3180);





async function runningTasks(deploymentId, { ecs }, cluster) {
    const arns = await ecs.listTasksStartedBy(cluster, deploymentId);
    return arns.length === 0 ? [] : placesOf(await ecs.describeTasks(cluster, arns));
}
function placesOf(tasks) {
    return tasks
        .filter(({ lastStatus }) => lastStatus === 'RUNNING')
        .map(({ attachments = [] }) => {
        const details = attachments
            .filter(({ type }) => type === 'ElasticNetworkInterface')
            .flatMap((attachment) => attachment.details ?? []);
        const detail = (wanted) => details.find(({ name, value }) => name === wanted && value)?.value;
        const networkInterface = detail('networkInterfaceId');
        const privateIp = detail('privateIPv4Address');
        return {
            ...(networkInterface === undefined ? {} : { networkInterface }),
            ...(privateIp === undefined ? {} : { privateIp }),
        };
    });
}
async function findAddresses(ending, ports, record) {
    const { awsvpcConfiguration } = (record.update ?? record.original)?.networkConfiguration ?? record.original?.networkConfiguration ?? {};
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(record.snapshot);
    if (awsvpcConfiguration === undefined || primary === undefined)
        return;
    if ((0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCode */ .I$)(ending.outcome, record.action) !== 0 || ending.outcome === 'started' || ending.outcome === 'planned')
        return;
    const isPublic = awsvpcConfiguration.assignPublicIp === 'ENABLED';
    const isTold = record.action === 'deploy' && !record.hasLoadBalancer && primary.running > 0;
    if (!isPublic && !isTold)
        return;
    try {
        const tasks = await tasksOf(primary.id, ports, record);
        record.taskIps = tasks.flatMap(({ privateIp }) => privateIp ?? []);
        const interfaces = tasks.flatMap(({ networkInterface }) => networkInterface ?? []);
        if (!isPublic || interfaces.length === 0)
            return;
        const found = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ec2:DescribeNetworkInterfaces', () => ports.ec2.publicIps(interfaces));
        record.publicIps = found ?? [];
    }
    catch (error) {
        record.notices.push(`The addresses of the tasks could not be read: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')}.`);
    }
}
async function tasksOf(deploymentId, ports, record) {
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId));
    if (!arns?.length)
        return [];
    const tasks = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => (0,_describe_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .describeTasks */ .y)(record, ports, arns));
    return placesOf(tasks ?? []);
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


/***/ }),

/***/ 2841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ whyNotSettled)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _rollout_settling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(909);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6613);
/* harmony import */ var _collect_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2115);
/* harmony import */ var _task_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5401);





const betweenLooks = 6_000;
async function whyNotSettled(given, subject, ports, record) {
    const checks = (0,_task_health_js__WEBPACK_IMPORTED_MODULE_2__/* .healthChecksOf */ .pz)(subject.definition, record.hasLoadBalancer);
    const seconds = (0,_rollout_settling_js__WEBPACK_IMPORTED_MODULE_3__/* .settleSeconds */ .B)(given, checks.container || checks.loadBalancer);
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .primaryOf */ .Os)(record.snapshot);
    if (seconds === 0 || (primary?.desired ?? 0) === 0)
        return undefined;
    ports.log.info(`The deployment completed; looking on for ${seconds} s, whether its tasks stay.`);
    const earlier = new Set(record.stoppedTasks.keys());
    record.settling = true;
    await ports.keep();
    const why = await whyTheyDoNotStay(earlier, ports.clock.uptime() + seconds * 1000, subject, ports, record);
    record.settling = false;
    await ports.keep();
    return why;
}
async function whyTheyDoNotStay(earlier, endsAt, subject, ports, record) {
    for (;;) {
        const left = endsAt - ports.clock.uptime();
        await ports.clock.sleep(Math.max(0, Math.min(betweenLooks, left)), ports.cancelled);
        ports.cancelled.throwIfAborted();
        if (!(await look(subject, ports, record)))
            return undefined;
        const why = await whyTooManyEnded(earlier, subject, record);
        if (why !== undefined)
            return why;
        if (ports.clock.uptime() >= endsAt)
            return undefined;
    }
}
async function look(subject, ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        if (service === undefined)
            return true;
        const snapshot = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .snapshotOf */ .eY)(service, ports.clock);
        const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .primaryOf */ .Os)(snapshot);
        if (primary?.id !== subject.deploymentId)
            return !isNewer(primary, subject, record);
        record.snapshot = snapshot;
        (0,_collect_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .newEvents */ .S6)(record, snapshot, subject.createdAt);
        await (0,_collect_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .newStoppedTasks */ .Ql)(ports, record, subject.deploymentId, subject.definition);
        return true;
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
            return true;
        record.notices.push(`Whether the tasks stay could not be seen to the end: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}.`);
        return false;
    }
}
function isNewer(primary, subject, record) {
    if (primary === undefined || subject.older.includes(primary.id) || primary.createdAt < subject.createdAt)
        return false;
    record.notices.push(`After this deployment had completed, another one was started: ${primary.id}.`);
    return true;
}
async function whyTooManyEnded(earlier, subject, record) {
    const fresh = [...record.stoppedTasks.values()].filter(({ id, startedBy }) => startedBy === subject.deploymentId && !earlier.has(id));
    if (fresh.length === 0)
        return undefined;
    const { failedTasksOf } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(4732)]).then(__webpack_require__.bind(__webpack_require__, 4732));
    const { diagnosisContext } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(8772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    const failed = failedTasksOf(fresh, diagnosisContext(record, subject.definition));
    const ended = failed.filter(({ passing }) => !passing).length;
    if (!(0,_rollout_settling_js__WEBPACK_IMPORTED_MODULE_3__/* .tooManyEnded */ .k)(ended, record.snapshot?.desired ?? 0))
        return undefined;
    return `${ended === 1 ? '1 task' : `${ended} tasks`} ended right after the deployment had completed`;
}


/***/ }),

/***/ 909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ settleSeconds),
/* harmony export */   k: () => (/* binding */ tooManyEnded)
/* harmony export */ });
const withoutChecks = 60;
function settleSeconds(given, checked) {
    return given ?? (checked ? 0 : withoutChecks);
}
function tooManyEnded(ended, desired) {
    return ended >= Math.max(1, Math.ceil(desired / 4));
}


/***/ })

};
