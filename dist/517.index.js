export const id = 517;
export const ids = [517];
export const modules = {

/***/ 2694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ conclude),
  I: () => (/* binding */ lookAgain)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/github/words.js
var words = __webpack_require__(9074);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var rollout_snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/collect-evidence.js
var collect_evidence = __webpack_require__(2115);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/limit.js
var limit = __webpack_require__(712);
// EXTERNAL MODULE: ./lib/deployment/read-again.js
var read_again = __webpack_require__(3458);
// EXTERNAL MODULE: ./lib/deployment/rollback-endings.js
var rollback_endings = __webpack_require__(2682);
// EXTERNAL MODULE: ./lib/rollout/settling.js
var settling = __webpack_require__(909);
// EXTERNAL MODULE: ./lib/deployment/task-health.js
var task_health = __webpack_require__(5401);
;// CONCATENATED MODULE: ./lib/deployment/watch-settling.js





const betweenLooks = 6_000;
async function whyNotSettled(given, subject, ports, record) {
    const checks = (0,task_health/* healthChecksOf */.pz)(subject.definition, record.hasLoadBalancer);
    const seconds = (0,settling/* settleSeconds */.B)(given, checks.container || checks.loadBalancer);
    const primary = record.snapshot && (0,rollout_snapshot/* primaryOf */.Os)(record.snapshot);
    if (seconds === 0 || (primary?.desired ?? 0) === 0)
        return undefined;
    ports.log.info(`The deployment completed; looking on for ${seconds} s, whether its tasks stay.`);
    const earlier = new Set(record.stoppedTasks.keys());
    const endsAt = ports.clock.uptime() + seconds * 1000;
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
        const snapshot = (0,rollout_snapshot/* snapshotOf */.eY)(service, ports.clock);
        const primary = (0,rollout_snapshot/* primaryOf */.Os)(snapshot);
        if (primary?.id !== subject.deploymentId)
            return !isNewer(primary, subject, record);
        record.snapshot = snapshot;
        (0,collect_evidence/* newEvents */.S6)(record, snapshot, subject.createdAt);
        await (0,collect_evidence/* newStoppedTasks */.Ql)(ports, record, subject.deploymentId, subject.definition);
        return true;
    }
    catch (error) {
        if ((0,failure/* passingFailure */.UC)(error))
            return true;
        record.notices.push(`Whether the tasks stay could not be seen to the end: ${(0,failure/* describeFailure */.Ic)(error)}.`);
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
    const { failedTasksOf } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(732)]).then(__webpack_require__.bind(__webpack_require__, 4732));
    const { diagnosisContext } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    const failed = failedTasksOf(fresh, diagnosisContext(record, subject.definition));
    const ended = failed.filter(({ passing }) => !passing).length;
    if (!(0,settling/* tooManyEnded */.k)(ended, record.snapshot?.desired ?? 0))
        return undefined;
    return `${ended === 1 ? '1 task' : `${ended} tasks`} ended right after the deployment had completed`;
}

;// CONCATENATED MODULE: ./lib/deployment/conclude.js










async function conclude(watched, subject, inputs, ports, record) {
    switch (watched.kind) {
        case 'completed':
            return completed(subject, inputs, ports, record);
        case 'superseded':
            return (0,rollback_endings/* supersededEnding */.Sn)(watched.by, record);
        case 'service-gone':
            return (0,ending/* failedEnding */.B)('failed', `The service is ${watched.status}: it was deleted while it was being deployed.`, [
                (0,by_hand/* lookCommand */.zs)(record),
            ]);
        case 'unknown':
            return (0,ending/* failedEnding */.B)('unknown', `How the deployment ended could not be seen: ${watched.why}.`, [
                (0,by_hand/* lookCommand */.zs)(record),
                (0,by_hand/* historyCommand */.aw)(record),
            ]);
        case 'failed':
            return afterFailure(watched, { reason: watched.reason, subject }, inputs, ports, record);
        case 'given-up':
            return afterGivingUp({ reason: watched.reason, subject }, inputs, ports, record);
        case 'ecs-rollback-failed':
            await lookAgain(subject, ports, record);
            return (0,ending/* failedEnding */.B)('rollback-failed', `The deployment failed, and so did ECS's rollback: ${watched.reason}`, [
                (0,by_hand/* lookCommand */.zs)(record),
                ...(0,by_hand/* rollbackCommands */.P0)(record),
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
    const reason = await whyNotSettled(inputs.settleSeconds, subject, ports, record);
    if (reason !== undefined) {
        return afterGivingUp({ reason, subject, afterCompletion: true }, inputs, ports, record);
    }
    const primary = record.snapshot && (0,rollout_snapshot/* primaryOf */.Os)(record.snapshot);
    if (primary?.desired === 0) {
        record.notices.push('The desired count is 0: no task of this version has run yet, so nothing is known about it.');
    }
    return (0,ending/* ending */.K)('deployed', `${record.wanted?.taskDefinition ?? 'The new version'} runs (${(0,words/* taskCount */.nc)(primary?.running ?? 0, primary?.desired ?? 0)}).`);
}
function completedWithAnother(record) {
    const primary = record.snapshot && (0,rollout_snapshot/* primaryOf */.Os)(record.snapshot);
    const { wanted } = record;
    if (!wanted || !primary || wanted.taskDefinitionArn === '' || primary.taskDefinition === wanted.taskDefinitionArn) {
        return undefined;
    }
    const headline = `The deployment completed with ${primary.taskDefinition}, not with ${wanted.taskDefinition}.`;
    return (0,ending/* failedEnding */.B)('unknown', headline, [(0,by_hand/* lookCommand */.zs)(record)]);
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
const wayBack = () => __webpack_require__.e(/* import() */ 58).then(__webpack_require__.bind(__webpack_require__, 5058));
const freshMilliseconds = 4_000;
async function leftAlone(failure, ports, record) {
    const isFresh = ports.clock.uptime() - (record.snapshot?.uptime ?? Number.NEGATIVE_INFINITY) < freshMilliseconds;
    const now = failure.afterCompletion === true || isFresh ? undefined : await readOnceMore(ports, record);
    if (now?.kind === 'completed')
        return (0,rollback_endings/* completedAfterAll */.JT)(record);
    if (now?.kind === 'superseded')
        return (0,rollback_endings/* supersededEnding */.Sn)(now.by, record);
    const headline = `The deployment failed (${failure.reason.replace(/\.$/, '')}). Nothing was rolled back, because ${(0,rollback_endings/* whyLeftAlone */.vM)(record)}.`;
    return (0,ending/* failedEnding */.B)('failed', headline, [...(0,by_hand/* rollbackCommands */.P0)(record), (0,by_hand/* lookCommand */.zs)(record)]);
}
async function readOnceMore(ports, record) {
    try {
        return await (0,read_again/* readAgain */.n)(ports, record);
    }
    catch (error) {
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return undefined;
    }
}
async function afterLimit(fresh, subject, inputs, ports, record) {
    const minutes = `${inputs.waitForMinutes} minute${inputs.waitForMinutes === 1 ? '' : 's'}`;
    if (!fresh) {
        const headline = `After ${minutes} the service could not be read, so how the deployment ended is not known. Nothing was rolled back.`;
        return (0,ending/* failedEnding */.B)('unknown', headline, [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)]);
    }
    if (await (0,limit/* onlyOldTasksRemain */.A)(ports, record, subject)) {
        record.running = record.wanted;
        const headline = `After ${minutes} all tasks of ${record.wanted?.taskDefinition} run and are healthy; only the end of the old ones is outstanding. Nothing was rolled back.`;
        return (0,ending/* failedEnding */.B)('timed-out', headline, [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)]);
    }
    const failure = { reason: `it was not complete after ${minutes}`, subject };
    ports.log.info(`The deployment was not complete after ${minutes}.`);
    await lookAgain(subject, ports, record);
    return inputs.rollbackOnFailure
        ? (await wayBack()).rollBack(failure, inputs, ports, record)
        : leftAlone(failure, ports, record);
}
async function lookAgain(subject, ports, record) {
    await (0,collect_evidence/* newStoppedTasks */.Ql)(ports, record, subject.deploymentId, subject.definition);
    await tellCauses(subject, ports, record);
}
async function tellCauses(subject, ports, record) {
    const { gatherClues } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6840));
    await gatherClues(subject.deploymentId, subject.definition, ports, record);
    const { explain } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    explain(record, subject.definition);
    for (const { title } of record.diagnoses)
        ports.log.info(`Cause: ${title}`);
}


/***/ }),

/***/ 3517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/apply.js + 1 modules
var apply = __webpack_require__(9783);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/conclude.js + 1 modules
var conclude = __webpack_require__(2694);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/longest-run.js
var longest_run = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/rollout/in-progress.js
var in_progress = __webpack_require__(8292);
// EXTERNAL MODULE: ./lib/deployment/prepare.js
var prepare = __webpack_require__(3120);
// EXTERNAL MODULE: ./lib/deployment/read-service.js + 1 modules
var read_service = __webpack_require__(8245);
;// CONCATENATED MODULE: ./lib/deployment/prepare-in-turn.js






const betweenLooks = 6_000;
async function prepareInTurn(inputs, ports, record, asked, file) {
    const startedAt = ports.clock.uptime();
    let service = asked;
    for (;;) {
        const prepared = await (0,prepare/* prepare */.i)(inputs, ports, record, service, file);
        if (!startsDeployment(prepared, record))
            return prepared;
        if (inputs.refuseOlderCommit) {
            const { refuseOlderCommit } = await __webpack_require__.e(/* import() */ 231).then(__webpack_require__.bind(__webpack_require__, 7231));
            await refuseOlderCommit(prepared.running.tags, ports, record);
        }
        const going = (0,in_progress/* inProgressOf */.a)(prepared.before);
        if (going === undefined)
            return prepared;
        const way = (0,in_progress/* approach */.z)(inputs.onInProgress, going);
        if (way.kind === 'refuse')
            throw new problem/* ProblemsFound */.t([refusal(way.why)]);
        if (way.kind === 'go-on') {
            if (way.notice !== undefined)
                record.notices.push(way.notice);
            return prepared;
        }
        if (inputs.dryRun) {
            record.notices.push(`The run would wait first, because ${way.why}.`);
            return prepared;
        }
        const minutes = inputs.onInProgress === 'wait' ? inputs.waitForMinutes : inputs.rollbackWaitMinutes;
        ports.log.info(`Waiting up to ${minutes} minutes, because ${way.why}.`);
        await untilOver(going.deployment.id, startedAt + minutes * 60_000, way.why, ports, record);
        service = (0,read_service/* readService */.u)(ports, inputs.cluster, inputs.service);
    }
}
const startingSettings = ['networkConfiguration', 'platformVersion', 'serviceManagedEbsVolume'];
function startsDeployment({ decision }, { settingsThatDiffered }) {
    if (decision.kind !== 'update')
        return false;
    if (decision.revision !== undefined || decision.force)
        return true;
    return settingsThatDiffered.some((name) => startingSettings.includes(name));
}
async function untilOver(id, endsAt, why, ports, record) {
    for (;;) {
        if (ports.clock.uptime() >= endsAt)
            throw new problem/* ProblemsFound */.t([refusal(`${why}, and it did not end in time`)]);
        await ports.clock.sleep(betweenLooks, ports.cancelled);
        ports.cancelled.throwIfAborted();
        try {
            const service = await ports.ecs.describeService(record.cluster, record.service);
            const going = service && (0,in_progress/* inProgressOf */.a)((0,snapshot/* snapshotOf */.eY)(service, ports.clock));
            if (service !== undefined && going?.deployment.id !== id)
                return;
        }
        catch (error) {
            if (!(0,failure/* passingFailure */.UC)(error))
                throw error;
        }
    }
}
function refusal(why) {
    const message = `${why.charAt(0).toUpperCase()}${why.slice(1)}. Look at it, and deploy again when it has ended; ` +
        'on-in-progress: force deploys over it all the same, and ECS then has nothing to return to until that deployment completes.';
    return { input: 'on-in-progress', message };
}

// EXTERNAL MODULE: ./lib/deployment/public-ips.js
var public_ips = __webpack_require__(2189);
// EXTERNAL MODULE: ./lib/deployment/watch.js + 1 modules
var watch = __webpack_require__(8640);
;// CONCATENATED MODULE: ./lib/deployment/deploy.js










async function deploy(inputs, ports, record, asked, file) {
    ports.log.info(`Deploying to service ${inputs.service} in cluster ${inputs.cluster} (${ports.region}).`);
    if (!inputs.dryRun)
        (0,longest_run/* tellLongestRun */.Z)((0,longest_run/* longestParts */.d)(inputs), ports.log);
    const prepared = await prepareInTurn(inputs, ports, record, asked, file);
    tellPlan(prepared, ports, record);
    const ending = await act(prepared, inputs, ports, record);
    await (0,public_ips/* findPublicIps */.l)(ending, ports, record);
    return ending;
}
async function act(prepared, inputs, ports, record) {
    const { decision, before } = prepared;
    if (inputs.dryRun)
        return planned(prepared, record);
    if (decision.kind === 'unchanged') {
        record.running = record.before;
        return (0,ending/* ending */.K)('unchanged', `Nothing to do: ${record.before?.taskDefinition} runs already, with everything that was asked for.`);
    }
    if (decision.kind === 'settle')
        return (await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 8836))).settle('unchanged', inputs, ports, record);
    if (decision.kind === 'watch')
        return adopt(prepared, inputs, ports, record);
    const after = (0,snapshot/* snapshotOf */.eY)(await (0,apply/* apply */.Bb)(prepared, inputs, ports, record), ports.clock);
    return follow(after, before, prepared, inputs, ports, record);
}
function tellPlan({ decision }, ports, record) {
    const { before, target } = record;
    ports.log.info(`Runs now: ${before?.taskDefinition ?? 'nothing'}.`);
    ports.log.info(target === undefined
        ? `There is no version to go back to: ${record.noTarget}.`
        : `If it fails, the way back is ${target.version.taskDefinition}.`);
    if (decision.kind === 'update' && decision.why !== undefined)
        ports.log.info(`A new deployment is forced: ${decision.why}.`);
    for (const { path, kind, before: old, after } of record.changes) {
        ports.log.info(`  ${kind}: ${path}${old === undefined && after === undefined ? '' : ` (${old ?? 'none'} → ${after ?? 'none'})`}`);
    }
}
function planned({ decision }, record) {
    record.running = record.before;
    const what = {
        unchanged: 'nothing would change',
        settle: 'nothing would change; the run would wait until all tasks run',
        watch: 'the deployment that is under way would be watched to its end',
        update: decision.kind === 'update' && decision.revision === 'register'
            ? 'a new revision would be registered and the service updated'
            : 'the service would be updated',
    };
    return (0,ending/* ending */.K)('planned', `Dry run: ${what[decision.kind]}. Nothing was changed.`);
}
async function follow(after, before, prepared, inputs, ports, record) {
    const primary = (0,snapshot/* primaryOf */.Os)(after);
    const isNew = primary !== undefined && !before.deployments.some(({ id }) => id === primary.id);
    if (primary !== undefined && isNew && !mayBeOurs(primary, record)) {
        record.notices.push(`While the settings were changed, somebody else started a deployment: ${primary.id}. It is left alone.`);
        return updated(inputs, ports, record);
    }
    if (primary !== undefined && isNew)
        record.began = { at: primary.createdAt, uptime: ports.clock.uptime() };
    if (primary !== undefined && !isNew && primary.rolloutState === 'IN_PROGRESS') {
        return besideTheirs(primary, prepared, inputs, ports, record);
    }
    if (primary !== undefined && (isNew || primary.rolloutState !== 'COMPLETED')) {
        const older = [...before.deployments, ...after.deployments];
        return watchOwn(primary, older, prepared, inputs, ports, record);
    }
    return updated(inputs, ports, record);
}
async function updated(inputs, ports, record) {
    if (!inputs.waitForServiceStability)
        return (0,ending/* ending */.K)('updated', 'The settings were changed; no deployment was needed.');
    return (await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 8836))).settle('updated', inputs, ports, record);
}
function mayBeOurs({ taskDefinition }, { update }) {
    if (update?.taskDefinition !== undefined)
        return update.taskDefinition === taskDefinition;
    const { forceNewDeployment, networkConfiguration, platformVersion, volumeConfigurations } = update ?? {};
    return forceNewDeployment === true || Boolean(networkConfiguration ?? platformVersion ?? volumeConfigurations);
}
function besideTheirs(theirs, prepared, inputs, ports, record) {
    if (namesVersion(inputs))
        return adopt(prepared, inputs, ports, record);
    record.notices.push(`The deployment ${theirs.id} was under way when the settings were changed. This run did not start it, and leaves it alone.`);
    return updated(inputs, ports, record);
}
function namesVersion({ images, ecrImage, taskDefinition, overrides, variables }) {
    const named = ecrImage ?? taskDefinition ?? variables;
    return images.length > 0 || named !== undefined || Object.keys(overrides).length > 0;
}
function adopt(prepared, inputs, ports, record) {
    const primary = (0,snapshot/* primaryOf */.Os)(prepared.before);
    ports.log.info(`This version is being deployed already (${primary.id}); watching that deployment.`);
    record.notices.push(`The deployment ${primary.id} was started before this run; this run watched it.`);
    record.adopted = true;
    return watchOwn(primary, prepared.before.deployments, prepared, inputs, ports, record);
}
async function watchOwn(primary, older, { service, definition, before }, inputs, ports, record) {
    const subject = {
        deploymentId: primary.id,
        createdAt: primary.createdAt,
        older: [...new Set(older.map(({ id }) => id))].filter((id) => id !== primary.id),
        ecsMayRollBack: ecsMayRollBack(service, before, inputs),
        rollbackRequested: false,
        definition,
        limitMilliseconds: inputs.waitForMinutes * 60_000,
        giveUpAfter: inputs.maxFailedTasks,
        until: 'failure',
    };
    record.deploymentId = primary.id;
    record.memory = (0,verdict/* startWatching */.Kh)(subject);
    ports.log.info(`Deployment ${primary.id} of ${record.wanted?.taskDefinition} started.`);
    record.timeline.push({ at: ports.clock.now(), text: `deployment ${primary.id} started` });
    await ports.keep();
    if (!inputs.waitForServiceStability) {
        return (0,ending/* ending */.K)('started', `The deployment was started and not waited for.`, [(0,by_hand/* lookCommand */.zs)(record)]);
    }
    const policy = record.adopted ? { ...inputs, rollbackOnFailure: false } : inputs;
    return (0,conclude/* conclude */.E)(await (0,watch/* watch */.w)(subject, ports, record), subject, policy, ports, record);
}
function ecsMayRollBack(service, before, inputs) {
    const { alarms, deploymentCircuitBreaker } = service.deploymentConfiguration ?? {};
    const breaker = inputs.settings.deploymentCircuitBreaker ?? deploymentCircuitBreaker;
    const told = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback);
    return told === true && before.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED');
}


/***/ }),

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ onlyOldTasksRemain)
/* harmony export */ });
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4060);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);
/* harmony import */ var _task_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5401);



async function onlyOldTasksRemain(ports, record, { deploymentId, definition }) {
    const deployments = record.snapshot?.deployments ?? [];
    const ours = deployments.find(({ id }) => id === deploymentId);
    const others = deployments.filter(({ id }) => id !== deploymentId);
    if (ours?.status !== 'PRIMARY' || ours.desired === 0)
        return false;
    if (ours.running !== ours.desired || ours.pending > 0 || ours.failed > 0)
        return false;
    if (others.some(({ desired }) => desired > 0))
        return false;
    const onlyBakes = others.every(hasEnded);
    if (onlyBakes && !bakes(record))
        return false;
    const tasks = await tasksOf(deploymentId, ports, record);
    if (anyUnhealthy(tasks, record))
        return false;
    return (!onlyBakes ||
        replacedHealthily(record) ||
        (await seenHealthy(tasks, (0,_task_health_js__WEBPACK_IMPORTED_MODULE_1__/* .healthChecksOf */ .pz)(definition, record.hasLoadBalancer), ports, record)));
}
function hasEnded({ rolloutState, running, pending }) {
    return rolloutState === 'FAILED' && running === 0 && pending === 0;
}
function replacedHealthily({ original }) {
    const { deploymentConfiguration, desiredCount = 0, runningCount = 0, deployments } = original ?? {};
    const hadCompleted = deployments?.some(({ rolloutState }) => rolloutState === 'COMPLETED') ?? false;
    return (hadCompleted &&
        desiredCount > 0 &&
        runningCount >= desiredCount &&
        (deploymentConfiguration?.minimumHealthyPercent ?? 0) >= 100);
}
function bakes({ original }) {
    const { bakeTimeInMinutes, alarms } = original?.deploymentConfiguration ?? {};
    return (bakeTimeInMinutes ?? 0) > 0 || alarms?.enable === true;
}
async function tasksOf(deploymentId, ports, record) {
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId));
    const tasks = arns?.length
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, arns))
        : undefined;
    return { ids: (arns ?? []).map(_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_2__/* .taskId */ .BS), ...(tasks === undefined ? {} : { tasks }) };
}
function anyUnhealthy({ ids, tasks = [] }, record) {
    if (tasks.some(({ healthStatus }) => healthStatus === 'UNHEALTHY'))
        return true;
    const complaints = [...record.events.values()].filter(({ message }) => /is unhealthy in \(target-group|failed container health checks/.test(message));
    return complaints.some(({ message }) => ids.length === 0 || ids.some((id) => message.includes(id)));
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
function ranFor(tasks, { clock }, { began }) {
    if (began === undefined || tasks === undefined || tasks.length === 0)
        return 0;
    const now = began.at + (clock.uptime() - began.uptime);
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
        const own = addresses.size === 0 ? targets.filter(({ state }) => state !== 'draining') : targets;
        states.push(...own.filter(({ target }) => addresses.size === 0 || addresses.has(target)).map(({ state }) => state));
    }
    return states;
}


/***/ }),

/***/ 6025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ tellLongestRun),
/* harmony export */   d: () => (/* binding */ longestParts)
/* harmony export */ });
/* harmony import */ var _rollout_settling_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(909);

const sessionMinutes = 55;
function longestParts(inputs) {
    const waitsFirst = inputs.onInProgress === 'wait' ? [{ input: 'on-in-progress', minutes: inputs.waitForMinutes }] : [];
    if (!inputs.waitForServiceStability)
        return waitsFirst;
    return [
        ...waitsFirst,
        { input: 'wait-for-minutes', minutes: inputs.waitForMinutes },
        { input: 'settle-seconds', minutes: (0,_rollout_settling_js__WEBPACK_IMPORTED_MODULE_0__/* .settleSeconds */ .B)(inputs.settleSeconds, false) / 60 },
        { input: 'rollback-wait-minutes', minutes: inputs.rollbackWaitMinutes },
    ].filter(({ minutes }) => minutes > 0);
}
function tellLongestRun(parts, log) {
    if (parts.length === 0)
        return;
    const minutes = Math.ceil(parts.reduce((sum, part) => sum + part.minutes, 0));
    const sum = parts.map(({ input, minutes: each }) => `${input} ${Number(each.toFixed(1))}`).join(' + ');
    log.info(`This run may take up to ${minutes} minutes (${sum}).`);
    if (minutes <= sessionMinutes)
        return;
    log.warning(`This run may take ${minutes} minutes, and credentials of an assumed role last 60 unless told otherwise. Set role-duration-seconds of ` +
        `aws-actions/configure-aws-credentials to ${Math.min(43_200, (minutes + 10) * 60)} or more, up to the maximum session duration of the role.`);
}


/***/ }),

/***/ 2189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findPublicIps)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9293);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3180);




async function findPublicIps(ending, ports, record) {
    const assigns = (record.update ?? record.original)?.networkConfiguration ?? record.original?.networkConfiguration;
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(record.snapshot);
    if (assigns?.awsvpcConfiguration?.assignPublicIp !== 'ENABLED' || primary === undefined)
        return;
    if ((0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCode */ .I$)(ending.outcome, record.action) !== 0 || ending.outcome === 'started' || ending.outcome === 'planned')
        return;
    try {
        record.publicIps = await addressesOf(primary.id, ports, record);
    }
    catch (error) {
        record.notices.push(`The public addresses could not be read: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')}.`);
    }
}
async function addressesOf(deploymentId, ports, record) {
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId));
    if (!arns?.length)
        return [];
    const tasks = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, arns));
    const interfaces = (tasks ?? []).filter(({ lastStatus }) => lastStatus === 'RUNNING').flatMap(networkInterfaceOf);
    if (interfaces.length === 0)
        return [];
    return (await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ec2:DescribeNetworkInterfaces', () => ports.ec2.publicIps(interfaces))) ?? [];
}
function networkInterfaceOf({ attachments }) {
    const details = (attachments ?? [])
        .filter(({ type }) => type === 'ElasticNetworkInterface')
        .flatMap((a) => a.details ?? []);
    return details.flatMap(({ name, value }) => (name === 'networkInterfaceId' && value ? [value] : []));
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
    return firstMatch(text, [/invalid ssm parameters:? ([^\s,]+[^\s,.])/i]) ?? arnIn(text, 'ssm');
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

/***/ 9074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XL: () => (/* binding */ clockDuration),
/* harmony export */   nc: () => (/* binding */ taskCount),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   sh: () => (/* binding */ versionName),
/* harmony export */   wR: () => (/* binding */ headlineWithCause),
/* harmony export */   wX: () => (/* binding */ outcomeWords),
/* harmony export */   x6: () => (/* binding */ shortTaskId)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);
/* harmony import */ var _rollout_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7530);


const words = {
    deployed: { mark: '✅', word: 'deployed' },
    unchanged: { mark: '✅', word: 'unchanged' },
    updated: { mark: '✅', word: 'updated' },
    started: { mark: '✅', word: 'started, not waited for' },
    planned: { mark: '✅', word: 'planned, nothing was changed' },
    'rolled-back': { mark: '❌', word: 'failed, rolled back' },
    'rollback-failed': { mark: '❌', word: 'failed, and the previous version was not seen running again' },
    superseded: { mark: '⚠️', word: 'superseded by another deployment' },
    'timed-out': { mark: '⚠️', word: 'timed out' },
    failed: { mark: '❌', word: 'failed' },
    cancelled: { mark: '⚠️', word: 'cancelled' },
    unknown: { mark: '⚠️', word: 'outcome unknown' },
};
const rollbackWords = {
    'rolled-back': { mark: '✅', word: 'rolled back' },
    'rollback-failed': { mark: '❌', word: 'rollback failed' },
};
function outcomeWords(outcome, action) {
    return (action === 'rollback' ? rollbackWords[outcome] : undefined) ?? words[outcome];
}
function duration(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
    return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
function clockDuration(milliseconds) {
    return (0,_rollout_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .elapsed */ .vk)(milliseconds).trim();
}
function clockTime(at) {
    return Number.isFinite(at) ? new Date(at).toISOString().slice(11, 19) : '';
}
function taskCount(running, desired) {
    return `${running} of ${desired} ${desired === 1 && running <= 1 ? 'task' : 'tasks'}`;
}
const failures = ['failed', 'rolled-back', 'rollback-failed'];
function headlineWithCause({ headline, diagnoses, outcome, action }) {
    const [first] = failures.includes(outcome) && (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(outcome, action) === 1 ? diagnoses : [];
    const isCause = first !== undefined && first.facts.length > 0 && first.cause !== 'unknown';
    return isCause && !headline.includes(first.title) ? `${headline} Cause: ${first.title}.` : headline;
}
function versionName(version) {
    return version.taskDefinition || 'a new revision';
}
function shortTaskId(id) {
    return id.slice(0, 8);
}


/***/ }),

/***/ 9293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   w7: () => (/* binding */ rollbackOutcomes)
/* harmony export */ });
/* unused harmony exports outcomes, planOutcomes */
const outcomes = (/* unused pure expression or super */ null && ([
    'deployed',
    'unchanged',
    'updated',
    'started',
    'planned',
    'rolled-back',
    'rollback-failed',
    'superseded',
    'timed-out',
    'failed',
    'cancelled',
    'unknown',
]));
const rollbackOutcomes = [
    'unknown',
    'rollback-failed',
    'failed',
    'timed-out',
    'superseded',
    'cancelled',
    'rolled-back',
    'unchanged',
    'planned',
];
const planOutcomes = (/* unused pure expression or super */ null && (['planned', 'failed', 'cancelled']));
const successes = {
    deploy: ['deployed', 'unchanged', 'updated', 'started', 'planned'],
    rollback: ['rolled-back', 'unchanged', 'planned'],
    plan: ['planned'],
};
function exitCode(outcome, action) {
    return successes[action].includes(outcome) ? 0 : 1;
}


/***/ }),

/***/ 7530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V8: () => (/* binding */ eventLine),
/* harmony export */   a$: () => (/* binding */ stoppedTaskLines),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   vB: () => (/* binding */ newsLines),
/* harmony export */   vk: () => (/* binding */ elapsed)
/* harmony export */ });
/* harmony import */ var _diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1397);

const heartbeatMilliseconds = 60_000;
function progressOf(deploymentId, startedAt, snapshot, told) {
    const { at } = snapshot;
    const state = describeDeployments(deploymentId, snapshot);
    const changed = told?.state !== state;
    const isDue = told === undefined || at - told.lineAt >= heartbeatMilliseconds;
    const isNew = changed && at - (told?.seenAt.get(state) ?? Number.NEGATIVE_INFINITY) >= heartbeatMilliseconds;
    const hasLine = isDue || isNew;
    const still = !changed && told.still;
    return {
        ...(hasLine ? { line: `${elapsed(at - startedAt)}  ${state}${still ? ' (still)' : ''}` } : {}),
        ...(changed ? { change: state } : {}),
        told: {
            state,
            seenAt: new Map(told?.seenAt).set(state, at),
            lineAt: hasLine ? at : told.lineAt,
            still: hasLine || still,
        },
    };
}
function describeDeployments(deploymentId, { deployments }) {
    const ours = deployments.find(({ id }) => id === deploymentId);
    const others = deployments.filter(({ id }) => id !== deploymentId);
    const own = ours === undefined ? 'not listed' : `${ours.rolloutState ?? 'UNKNOWN'}  ${counts(ours)}`;
    return [own, ...others.map(describeOther)].join('  |  ');
}
function counts({ desired, running, pending, failed }) {
    return `desired ${desired}  running ${running}  pending ${pending}  failed ${failed}`;
}
function describeOther(other) {
    const name = other.taskDefinition.slice(other.taskDefinition.lastIndexOf('/') + 1);
    const state = other.status === 'PRIMARY' ? ` ${other.rolloutState ?? ''}` : '';
    return `${name}${state} running ${other.running}`;
}
function eventLine({ message }) {
    return `event: ${message.replace(/^\(service [^)]+\)\s*/, '')}`;
}
function newsLines(news, time) {
    return news.map((line, index) => `${index === 0 && time !== undefined ? time : '     '}  ${line}`);
}
function stoppedTaskLines(tasks, at, told) {
    const fresh = [...byWay(tasks)].flatMap(([way, same]) => {
        const before = told.get(way);
        const isDue = before === undefined || at - before.at >= heartbeatMilliseconds;
        const more = same.length - (before?.count ?? 0);
        if (!isDue || more === 0)
            return [];
        return [{ way, count: same.length, line: before === undefined ? firstLine(same) : moreLine(same, more) }];
    });
    return {
        lines: fresh.map(({ line }) => line),
        told: new Map([...told, ...fresh.map(({ way, count }) => [way, { count, at }])]),
    };
}
function byWay(tasks) {
    return Map.groupBy(tasks, (task) => (0,_diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutIds */ .Li)(whyStopped(task)));
}
function firstLine(same) {
    const ids = same.map(({ id }) => id.slice(0, 8)).join(', ');
    return `${same.length === 1 ? 'task' : 'tasks'} ${ids} stopped: ${whyOf(same)}`;
}
function moreLine(same, more) {
    return `${more} more ${more === 1 ? 'task' : 'tasks'} stopped the same way (${same.length} in all): ${whyOf(same)}`;
}
function whyOf(same) {
    return same.slice(0, 1).map(whyStopped).join('');
}
function whyStopped({ stopCode, stoppedReason, containers }) {
    const shown = containers
        .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
        .map(({ name, exitCode, reason }) => {
        const code = exitCode === undefined ? 'never ran' : `exit code ${exitCode}`;
        return `${name}: ${code}${reason === undefined || reason === stoppedReason ? '' : `, ${reason}`}`;
    });
    return [stoppedReason ?? stopCode ?? 'no reason given', ...shown].join('; ');
}
function elapsed(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    return `${String(Math.floor(seconds / 60)).padStart(2, ' ')}:${String(seconds % 60).padStart(2, '0')}`;
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
