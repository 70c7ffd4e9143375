export const id = 2871;
export const ids = [2871];
export const modules = {

/***/ 2115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ newStoppedTasks),
/* harmony export */   S6: () => (/* binding */ newEvents),
/* harmony export */   X1: () => (/* binding */ evidenceOf)
/* harmony export */ });
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4060);
/* harmony import */ var _describe_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9697);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);



function newEvents(record, snapshot, since) {
    const fresh = snapshot.events.filter(({ id, at }) => at.getTime() >= since && !record.events.has(id));
    for (const event of fresh)
        record.events.set(event.id, event);
    return fresh;
}
const tasksFreshMilliseconds = 2_000;
async function newStoppedTasks(ports, record, deploymentId, definition) {
    const now = ports.clock.uptime();
    if (now - (record.stoppedTasksReadAt ?? Number.NEGATIVE_INFINITY) < tasksFreshMilliseconds)
        return { unfinished: false };
    record.stoppedTasksReadAt = now;
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:ListTasks', () => ports.ecs.listStoppedTasks(record.cluster, record.service));
    const unknown = (arns ?? []).filter((arn) => !record.lookedAt.has(arn));
    if (unknown.length === 0)
        return { unfinished: false };
    const tasks = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => (0,_describe_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .describeTasks */ .y)(record, ports, unknown));
    let unfinished = false;
    let hasNew = false;
    for (const task of tasks ?? []) {
        const isOurs = task.startedBy === deploymentId;
        if (isOurs && !(0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_2__/* .isOver */ .PU)(task)) {
            unfinished ||= task.lastStatus !== 'DEACTIVATING';
            continue;
        }
        record.lookedAt.add(task.taskArn ?? '');
        if (task.startedBy !== record.deploymentId)
            record.tasksOfOthers.add((0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_2__/* .taskId */ .BS)(task.taskArn ?? ''));
        if (!isOurs || record.stoppedTasks.has((0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_2__/* .taskId */ .BS)(task.taskArn ?? '')))
            continue;
        const stopped = (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_2__/* .stoppedTaskOf */ .S5)(task, definition);
        record.stoppedTasks.set(stopped.id, stopped);
        hasNew = true;
    }
    if (hasNew)
        await (await __webpack_require__.e(/* import() */ 6177).then(__webpack_require__.bind(__webpack_require__, 6177))).readLogs(definition, ports, record);
    return { unfinished };
}
function isOfAnother(message, { tasksOfOthers }) {
    const named = /\(task ([0-9a-f]{32})\)/.exec(message)?.[1];
    return named !== undefined && tasksOfOthers.has(named);
}
function evidenceOf(record, deploymentId = record.deploymentId) {
    const isOwn = deploymentId === record.deploymentId;
    const listed = record.snapshot?.deployments.find(({ id }) => id === deploymentId);
    const reason = (isOwn ? record.memory?.failure : undefined) ?? listed?.rolloutStateReason;
    const history = record.snapshot?.history;
    const own = Array.isArray(history)
        ? history.find((deployment) => deployment.deploymentId === deploymentId)
        : undefined;
    return {
        deploymentId: deploymentId ?? '',
        stoppedTasks: [...record.stoppedTasks.values()].filter(({ startedBy }) => startedBy === deploymentId),
        events: [...record.events.values()].filter(({ message }) => !isOfAnother(message, record)),
        ...(reason === undefined ? {} : { rolloutStateReason: reason }),
        ...(own?.statusReason === undefined ? {} : { statusReason: own.statusReason }),
        failedTasks: isOwn ? record.failedTasks : (listed?.failed ?? 0),
        runningLogs: isOwn ? record.runningLogs : [],
        targets: isOwn ? record.targets : [],
        alarms: isOwn ? record.alarms : [],
    };
}


/***/ }),

/***/ 2847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ differingSettings),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   fe: () => (/* binding */ currentSettings)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

function decide(comparison) {
    const { equal, settingsDiffer, forceNewDeployment, unresolved } = comparison;
    if (equal !== 'running') {
        return { kind: 'update', revision: equal === 'other' ? 'reuse' : 'register', force: forceNewDeployment };
    }
    if (forceNewDeployment)
        return { kind: 'update', force: true };
    if (unresolved.length > 0) {
        const why = `the digest of ${unresolved.join(' and ')} is not known, so what runs may be older than what the tag names now`;
        return { kind: 'update', force: true, why };
    }
    return decideOnRollout(comparison.snapshot, settingsDiffer);
}
function decideOnRollout(snapshot, settingsDiffer) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined)
        return { kind: 'update', force: true, why: 'the service has no deployment' };
    if (primary.rolloutState === 'FAILED') {
        return { kind: 'update', force: true, why: `its deployment ${primary.id} failed` };
    }
    if (settingsDiffer)
        return { kind: 'update', force: false };
    if (primary.rolloutState !== 'COMPLETED' && primary.rolloutState !== undefined) {
        return { kind: 'watch', deploymentId: primary.id };
    }
    return snapshot.running === snapshot.desired && snapshot.pending === 0 ? { kind: 'unchanged' } : { kind: 'settle' };
}
function differingSettings(wanted, service) {
    const current = currentSettings(service);
    const { forceNewDeployment: _, ...states } = wanted;
    return Object.keys(states).filter((name) => !contains(current[name], states[name]));
}
function currentSettings(service) {
    return {
        desiredCount: service.desiredCount,
        enableExecuteCommand: service.enableExecuteCommand ?? false,
        platformVersion: service.platformVersion,
        healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds ?? 0,
        capacityProviderStrategy: service.capacityProviderStrategy ?? [],
        networkConfiguration: service.networkConfiguration,
        deploymentCircuitBreaker: service.deploymentConfiguration?.deploymentCircuitBreaker,
        serviceManagedEbsVolume: ebsVolumeOf(service),
        propagateTags: service.propagateTags ?? 'NONE',
        enableEcsManagedTags: service.enableECSManagedTags ?? false,
    };
}
function ebsVolumeOf(service) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    const volume = primary?.volumeConfigurations?.[0];
    return volume === undefined ? undefined : { name: volume.name, volume: volume.managedEBSVolume };
}
function contains(actual, wanted) {
    if (wanted === undefined)
        return true;
    if (Array.isArray(wanted)) {
        return (Array.isArray(actual) &&
            wanted.every((item) => actual.some((other) => contains(other, item))) &&
            actual.every((other) => wanted.some((item) => contains(other, item))));
    }
    if (typeof wanted === 'object' && wanted !== null) {
        if (typeof actual !== 'object' || actual === null)
            return Object.values(wanted).every((value) => value === undefined);
        const members = actual;
        return Object.entries(wanted).every(([name, value]) => contains(members[name], value));
    }
    return actual === wanted;
}


/***/ }),

/***/ 9697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ describeTasks)
/* harmony export */ });
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4060);

async function describeTasks(record, { ecs, clock }, arns) {
    const tasks = await ecs.describeTasks(record.cluster, arns);
    for (const task of tasks) {
        const seen = seenTask(task, clock.now());
        record.tasks.set(seen.id, seen);
    }
    return tasks;
}
function seenTask(task, seenAt) {
    const health = task.healthStatus === 'UNKNOWN' ? undefined : task.healthStatus;
    return {
        id: (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_0__/* .taskId */ .BS)(task.taskArn ?? ''),
        seenAt,
        status: task.lastStatus ?? 'UNKNOWN',
        ...(health === undefined ? {} : { health }),
        ...(task.availabilityZone === undefined ? {} : { zone: task.availabilityZone }),
        ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt.getTime() }),
        exec: task.enableExecuteCommand === true,
    };
}


/***/ }),

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readAgain)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _rollout_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4012);
/* harmony import */ var _rollback_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(801);




const betweenLooksMilliseconds = 2_000;
async function readAgain(ports, record) {
    const giveUpAt = ports.clock.uptime() + _rollout_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .patienceMilliseconds */ .Sg;
    for (let looks = 1;; looks += 1) {
        const verdict = await lookOnce(ports, record);
        const isOver = looks > 1 && ports.clock.uptime() >= giveUpAt;
        if (!isPuzzling(verdict, record) || isOver)
            return verdict;
        await ports.clock.sleep(betweenLooksMilliseconds, ports.cancelled);
        ports.cancelled.throwIfAborted();
    }
}
function isPuzzling(verdict, { snapshot, deploymentId }) {
    if (verdict.kind === 'service-gone')
        return verdict.status === 'MISSING';
    return verdict.kind === 'in-progress' && snapshot !== undefined && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(snapshot)?.id !== deploymentId;
}
async function lookOnce(ports, record) {
    const service = await describeListed(ports, record);
    if (service === undefined)
        return { kind: 'service-gone', status: 'MISSING' };
    const history = await (0,_rollback_target_js__WEBPACK_IMPORTED_MODULE_2__/* .readHistory */ .Lu)(ports.ecs, record);
    const own = history === 'denied' ? undefined : history.find(({ deploymentId }) => deploymentId === record.deploymentId);
    if (own !== undefined)
        record.serviceDeploymentArn ??= own.arn;
    const snapshot = { ...(0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotOf */ .eY)(service, ports.clock), history };
    record.snapshot = snapshot;
    record.latest = service;
    record.memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .remember */ .kY)(record.memory, snapshot);
    return (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S4)(record.memory, snapshot);
}
async function describeListed(ports, record) {
    try {
        return await ports.ecs.describeService(record.cluster, record.service);
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev)(error, 'ClusterNotFoundException'))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 2682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ completedAfterAll),
/* harmony export */   Ki: () => (/* binding */ rollbackFailed),
/* harmony export */   LU: () => (/* binding */ maybeOurSecond),
/* harmony export */   Sn: () => (/* binding */ supersededEnding),
/* harmony export */   Sp: () => (/* binding */ cannotRollBack),
/* harmony export */   Sz: () => (/* binding */ verifiedEnding),
/* harmony export */   mn: () => (/* binding */ nowhereToGo),
/* harmony export */   vM: () => (/* binding */ whyLeftAlone)
/* harmony export */ });
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3496);
/* harmony import */ var _verify_running_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);



function openingOf({ reason, opening }) {
    return opening ?? `The deployment failed (${reason.replace(/\.$/, '')})`;
}
async function verifiedEnding(failure, ports, record) {
    const proof = await (0,_verify_running_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyRunning */ .B)(ports, record);
    if (!proof.ok)
        return rollbackFailed(failure, proof.why, record);
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEnding */ .BV)('rolled-back', `${openingOf(failure)} and the service runs ${whatRunsAgain(record)} again.`);
}
function rollbackFailed(failure, why, record) {
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEnding */ .BV)('rollback-failed', `${openingOf(failure)}, and the previous version was not seen running again: ${why.replace(/\.$/, '')}.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCommand */ .IM)(record)]);
}
function nowhereToGo(failure, record) {
    const why = record.target === undefined ? `${record.noTarget ?? 'there is no version to go back to'}` : whyLeftAlone(record);
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEnding */ .BV)('failed', `${openingOf(failure)} and nothing was rolled back: ${why}. ECS may keep starting tasks of the failed version.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .stopCommand */ .IM)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record)]);
}
function whyLeftAlone({ adopted }) {
    return adopted ? 'this run did not start that deployment' : 'rollback-on-failure is off';
}
function cannotRollBack(failure, record) {
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEnding */ .BV)('rollback-failed', `${openingOf(failure)} and could not be rolled back: the state of the service changed in a way that does not allow it.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackCommands */ .P0)(record)]);
}
function supersededEnding(by, record) {
    const doubt = maybeOurSecond(by, record);
    if (doubt !== undefined)
        return doubt;
    record.supersededBy = by;
    const headline = `Another deployment, ${by}, was started after this one and took over. Nothing was rolled back.`;
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEnding */ .BV)('superseded', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .historyCommand */ .aw)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record)]);
}
function maybeOurSecond(by, record) {
    const { sentTwice, snapshot } = record;
    const theirs = snapshot?.deployments.find(({ id }) => id === by);
    if (sentTwice.length === 0 || (theirs !== undefined && !sentTwice.includes(theirs.taskDefinition)))
        return undefined;
    const headline = `ECS had not shown for 30 seconds what UpdateService had done, so it was sent again. Now ECS tells of a later deployment, ${by}, which may be of this run or of somebody else. It is left alone.`;
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .historyCommand */ .aw)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record)]);
}
function whatRunsAgain({ target, running, rollbackTo }) {
    const { taskDefinition = 'the previous version' } = target?.version ?? {};
    const isCopy = rollbackTo !== undefined && running?.taskDefinitionArn === rollbackTo && running.taskDefinition !== taskDefinition;
    return isCopy ? `${running.taskDefinition}, a copy of ${taskDefinition},` : taskDefinition;
}
function completedAfterAll(record) {
    record.notices.push('The deployment completed after all, while it was looked into; nothing was rolled back.');
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .ending */ .K1)('deployed', `${record.wanted?.taskDefinition ?? 'The new version'} runs.`);
}


/***/ }),

/***/ 801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ findRollbackTarget),
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   zB: () => (/* binding */ withKnownDigests)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6613);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3180);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7742);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3355);






async function findRollbackTarget(ecs, record, snapshot, running, isNeeded) {
    delete record.target;
    delete record.noTarget;
    const deleted = new Set();
    for await (const completed of completedOnes(ecs, record, snapshot, isNeeded)) {
        const described = completed.taskDefinition === running.definition.taskDefinitionArn
            ? running
            : await describeUnlessDeleted(ecs, completed.taskDefinition);
        if (described === undefined) {
            deleted.add(completed.taskDefinition.replace(/^.*\//, ''));
            continue;
        }
        const { definition } = described;
        const version = await withKnownDigests(ecs, record, (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .versionOf */ .E4)(definition), completed.deploymentId);
        const inactive = definition.status === 'INACTIVE' || definition.status === 'DELETE_IN_PROGRESS';
        record.target = { version, deploymentId: completed.deploymentId, inactive };
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .noteOlder */ .$z)(record, snapshot);
        return;
    }
    if (deleted.size > 0)
        record.noTarget = `${[...deleted].join(', ')} ${deleted.size === 1 ? 'has' : 'have'} been deleted`;
    record.noTarget ??= 'no deployment of this service has completed yet';
}
async function* completedOnes(ecs, record, snapshot, isNeeded) {
    const listed = completedInList(snapshot);
    if (listed === undefined)
        yield* completedInHistory(ecs, record, isNeeded);
    else
        yield listed;
}
async function describeUnlessDeleted(ecs, name) {
    try {
        return await ecs.describeTaskDefinition(name);
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'refused')
            return undefined;
        throw error;
    }
}
function completedInList(snapshot) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .primaryOf */ .Os)(snapshot);
    const candidates = [...(primary === undefined ? [] : [primary]), ...snapshot.deployments];
    const found = candidates.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    return found && { deploymentId: found.id, taskDefinition: found.taskDefinition };
}
const mostLooks = 10;
async function* completedInHistory(ecs, record, isNeeded) {
    const certainly = isNeeded ? answered : asItIs;
    const history = await readHistory(ecs, record, certainly);
    if (history === 'denied') {
        record.noTarget = 'no deployment in the list has completed, and the history of the service could not be read';
        return;
    }
    const seen = new Set();
    for (const { deploymentId } of history.filter(({ status }) => status === 'SUCCESSFUL').slice(0, mostLooks)) {
        const revision = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
        const described = revision
            ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => certainly(ecs.describeServiceRevision(revision)))
            : undefined;
        const taskDefinition = described?.taskDefinition;
        if (taskDefinition === undefined)
            return;
        if (!seen.has(taskDefinition))
            yield { deploymentId, taskDefinition };
        seen.add(taskDefinition);
    }
}
const asItIs = (read) => read;
const answered = async (read) => {
    try {
        return await read;
    }
    catch (error) {
        if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
            throw error;
        const message = `No deployment in the list has completed, and the history, which would show the version to go back to, could not be read (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')}). ` +
            'Run the job again; with rollback-on-failure: false it deploys without a way back.';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ about: 'The way back', message }]);
    }
};
async function readHistory(ecs, record, reading = asItIs) {
    const list = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListServiceDeployments', () => reading(ecs.listServiceDeployments(record.cluster, record.service)));
    return list === undefined ? 'denied' : list.map(_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceDeploymentView */ .Ec).sort((a, b) => b.createdAt - a.createdAt);
}
async function withKnownDigests(ecs, record, version, deploymentId) {
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .isPinned */ .T4)(version))
        return version;
    const arn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
    const revision = arn
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
        : undefined;
    const resolved = (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .withRevisionDigests */ .p4)(version, revision?.containerImages ?? []);
    if (resolved.images.every(({ digest }) => digest !== undefined))
        return resolved;
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListTasks', () => ecs.listTasksStartedBy(record.cluster, deploymentId));
    const tasks = arns?.length
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => ecs.describeTasks(record.cluster, arns))
        : undefined;
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .withTaskDigests */ .Pl)(resolved, tasks ?? []);
}


/***/ }),

/***/ 9654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ updateOnce),
/* harmony export */   v: () => (/* binding */ startsDeployment)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6613);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2847);
/* harmony import */ var _send_once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5935);




function updateOnce(ports, record, update, send = () => ports.ecs.updateService(update)) {
    let isLost = false;
    const carried = () => update.taskDefinition ?? (record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .primaryOf */ .Os)(record.snapshot)?.taskDefinition);
    const sendAgain = async () => {
        if (isLost && startsDeployment(update))
            record.sentTwice = [...record.sentTwice, carried() ?? ''];
        try {
            return await send();
        }
        catch (error) {
            isLost ||= (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'unclear';
            throw error;
        }
    };
    return (0,_send_once_js__WEBPACK_IMPORTED_MODULE_1__/* .sendOnce */ .E)(ports, 'UpdateService', sendAgain, async (isLast) => {
        const before = record.snapshot;
        const known = new Set(before?.deployments.map(({ id }) => id));
        const since = before === undefined ? 0 : (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .newestTimeIn */ .ZE)(before);
        const wanted = carried();
        const hasSettings = startsDeployment(update) ? undefined : (now) => hasWhatWasSet(now, record);
        return (await __webpack_require__.e(/* import() */ 7544).then(__webpack_require__.bind(__webpack_require__, 7544))).findUpdate({ known, since, wanted, hasSettings }, ports, record, isLast);
    });
}
function startsDeployment(update) {
    const { taskDefinition, forceNewDeployment, networkConfiguration, platformVersion, volumeConfigurations } = update;
    return (forceNewDeployment === true ||
        [taskDefinition, networkConfiguration, platformVersion, volumeConfigurations].some((one) => one !== undefined));
}
function hasWhatWasSet(now, { asked, settingsThatDiffered, rollbackSent }) {
    if (rollbackSent !== undefined || settingsThatDiffered.length === 0)
        return false;
    return (0,_decide_js__WEBPACK_IMPORTED_MODULE_3__/* .differingSettings */ .C1)(asked, now).length === 0;
}


/***/ }),

/***/ 3380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ verifyRunning)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6613);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1424);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7126);
/* harmony import */ var _task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8312);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3180);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3355);







async function verifyRunning(ports, record) {
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .primaryOf */ .Os)(record.snapshot);
    const target = record.target;
    if (primary === undefined || target === undefined)
        return { ok: false, why: 'what runs could not be read' };
    const isSame = primary.taskDefinition === target.version.taskDefinitionArn;
    const copy = isSame ? undefined : await tryToDescribe(primary.taskDefinition, target.version, ports);
    if (copy?.ok === false)
        return copy;
    const named = copy === undefined ? asNamed(target.version) : (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .versionOf */ .E4)(copy.running);
    const running = await withDigests(ports, record, named, primary.id);
    record.running = running;
    if (copy !== undefined && !haveSameContent(copy.running, copy.wanted)) {
        return { ok: false, why: `${running.taskDefinition} runs instead of ${target.version.taskDefinition}` };
    }
    return compareDigests(running, target.version, record);
}
async function tryToDescribe(running, { taskDefinitionArn, taskDefinition }, ports) {
    try {
        const { definition } = await ports.ecs.describeTaskDefinition(running);
        const wanted = await ports.ecs.describeTaskDefinition(taskDefinitionArn);
        return { ok: true, running: definition, wanted: wanted.definition };
    }
    catch (error) {
        ports.cancelled.throwIfAborted();
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isLost */ .JD)((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error)))
            throw error;
        const why = `${(0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .resourceName */ .Iy)(running)} runs, and could not be compared with ${taskDefinition} (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')})`;
        return { ok: false, why };
    }
}
function asNamed(version) {
    return { ...version, images: (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .IC)(version.images.map(({ container, image }) => ({ name: container, image }))) };
}
function haveSameContent(running, wanted) {
    return (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .equalDefinitions */ .Ds)((0,_task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutImages */ .F)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(running)), (0,_task_definition_without_images_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutImages */ .F)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(wanted)));
}
function compareDigests(running, target, record) {
    for (const { container, digest } of target.images) {
        const now = running.images.find((image) => image.container === container);
        if (digest === undefined || now?.digest === undefined) {
            const notice = `The image digest of "${container}" could not be compared with the one that ran before.`;
            if (!record.notices.includes(notice))
                record.notices.push(notice);
        }
        else if (now.digest !== digest) {
            return { ok: false, why: `container "${container}" runs ${now.digest} instead of ${digest}` };
        }
    }
    return { ok: true };
}
async function withDigests(ports, record, version, deploymentId) {
    const arn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .isPinned */ .T4)(version) || !arn)
        return version;
    const revision = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ports.ecs.describeServiceRevision(arn));
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .withRevisionDigests */ .p4)(version, revision?.containerImages ?? []);
}


/***/ }),

/***/ 8640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/rollout/evidence-due.js
const everyMilliseconds = 120_000;
const againMilliseconds = 5_000;
function startLooking(now) {
    return { at: now, live: 0, failed: 0, unfinished: false };
}
function mayHaveStopped(looked, ours, news, at) {
    return (at - looked.at >= (looked.unfinished ? againMilliseconds : everyMilliseconds) ||
        liveOf(ours) < looked.live ||
        (ours?.failed ?? 0) > looked.failed ||
        news.some(({ message }) => !isRoutine(message)));
}
function lookedNow(looked, ours, at, look) {
    const seen = { live: liveOf(ours), failed: ours?.failed ?? 0 };
    return look === undefined ? { ...looked, ...seen } : { at, ...seen, unfinished: look.unfinished };
}
function liveOf(ours) {
    return (ours?.running ?? 0) + (ours?.pending ?? 0);
}
const routine = [
    /\) has started \d+ tasks: [^.]*\.?$/,
    /\) (de)?registered \d+ targets in /,
    /\) has begun draining connections on /,
    /\) has stopped \d+ running tasks: /,
    /\) has reached a steady state/,
    /deployment completed\.?$/,
];
function isRoutine(message) {
    return routine.some((pattern) => pattern.test(message));
}

// EXTERNAL MODULE: ./lib/rollout/progress.js
var rollout_progress = __webpack_require__(7530);
// EXTERNAL MODULE: ./lib/rollout/schedule.js
var schedule = __webpack_require__(5904);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var rollout_verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/collect-evidence.js
var collect_evidence = __webpack_require__(2115);
// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/deployment/rollback-target.js
var rollback_target = __webpack_require__(801);
;// CONCATENATED MODULE: ./lib/deployment/watch.js









const historyPatienceMilliseconds = 60_000;
const historyDelayMilliseconds = 10_000;
async function watch(subject, ports, record) {
    const startedAt = ports.clock.uptime();
    const endsAt = startedAt + subject.limitMilliseconds;
    let known = {
        memory: { ...(subject.from ?? (0,rollout_verdict/* startWatching */.Kh)(subject)), rollbackRequested: subject.rollbackRequested },
        told: { stops: new Map(), earlier: new Set(record.stoppedTasks.keys()), looked: startLooking(startedAt) },
    };
    const isNew = record.update !== undefined;
    let pace = (0,schedule/* startPace */.a)(isNew);
    let missingSince;
    const pause = () => {
        const now = ports.clock.uptime();
        const wait = (0,schedule/* untilNextPoll */.tN)(pace, now - startedAt, ports.random());
        return ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled);
    };
    for (;;) {
        await pause();
        ports.cancelled.throwIfAborted();
        const read = await readSnapshot(ports, record);
        if (read.ok) {
            const watched = ports.clock.uptime() - startedAt;
            const isEarly = watched >= historyDelayMilliseconds && watched < historyPatienceMilliseconds;
            const seen = await takeIn(read.snapshot, known, isEarly, subject, ports, record);
            if (seen.end !== undefined)
                return seen.end;
            known = seen.known;
        }
        else {
            ports.log.info(`The service could not be read (${read.why}); trying again.`);
        }
        const now = ports.clock.uptime();
        missingSince = !read.ok && read.missing ? (missingSince ?? now) : undefined;
        if (missingSince !== undefined && now - missingSince >= rollout_verdict/* patienceMilliseconds */.Sg) {
            return { kind: 'service-gone', status: 'MISSING' };
        }
        if (now >= endsAt)
            return { kind: 'limit', fresh: read.ok };
        pace = (0,schedule/* paceAfter */.sL)(pace, read.ok, record.snapshot && (0,snapshot/* primaryOf */.Os)(record.snapshot), now - startedAt);
    }
}
async function takeIn(snapshot, known, isEarly, subject, ports, record) {
    const memory = (0,rollout_verdict/* remember */.kY)(known.memory, snapshot);
    record.memory = memory;
    if (isEarly)
        await findServiceDeployment(ports, record);
    const told = await tell(subject, ports, record, snapshot, known.told);
    const verdict = await verdictOf(memory, subject, ports, record);
    const next = { known: { memory, told } };
    if (isFinal(verdict, subject))
        return { ...next, end: verdict };
    const reason = verdict.kind === 'in-progress' ? await whyGiveUpNow(subject, ports, record) : undefined;
    return reason === undefined ? next : { ...next, end: { kind: 'given-up', reason } };
}
async function readSnapshot(ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        if (service !== undefined)
            return noteSnapshot(record, (0,snapshot/* snapshotOf */.eY)(service, ports.clock));
        return cannotRead(record, 'ECS does not list it', true);
    }
    catch (error) {
        if ((0,failure/* isNamed */.ev)(error, 'ClusterNotFoundException'))
            return cannotRead(record, (0,failure/* describeFailure */.Ic)(error), true);
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return cannotRead(record, (0,failure/* describeFailure */.Ic)(error), false);
    }
}
function cannotRead(record, why, missing) {
    record.stale = true;
    return { ok: false, why, missing };
}
function noteSnapshot(record, snapshot) {
    record.snapshot = snapshot;
    record.stale = false;
    return { ok: true, snapshot };
}
async function verdictOf(memory, subject, ports, record) {
    const snapshot = record.snapshot;
    const first = (0,rollout_verdict/* judge */.S4)(memory, snapshot);
    const endsByFailure = first.kind === 'failed' && isFinal(first, subject);
    if (first.kind !== 'ask-history' && !endsByFailure)
        return first;
    const informed = { ...snapshot, history: await (0,rollback_target/* readHistory */.Lu)(ports.ecs, record) };
    record.snapshot = informed;
    return (0,rollout_verdict/* judge */.S4)(memory, informed);
}
async function whyGiveUpNow(subject, ports, record) {
    const { giveUpAfter } = subject;
    const nothingFailed = record.failedTasks === 0 && record.stoppedTasks.size === 0 && !(0,deployment_record/* saysTargetGroupIsGone */.Ud)(record);
    if (giveUpAfter === undefined || giveUpAfter === 'off' || nothingFailed)
        return undefined;
    const { whyGiveUp } = await __webpack_require__.e(/* import() */ 326).then(__webpack_require__.bind(__webpack_require__, 326));
    return whyGiveUp(giveUpAfter, subject, ports, record);
}
function isFinal(verdict, subject) {
    if (verdict.kind === 'in-progress' || verdict.kind === 'ask-history')
        return false;
    if (verdict.kind !== 'failed')
        return true;
    if (verdict.ecs === 'may-roll-back')
        return false;
    return verdict.ecs === 'rolling-back' ? subject.until === 'failure' : true;
}
async function tell(subject, ports, record, snapshot, told) {
    const progress = (0,rollout_progress/* progressOf */.jA)(subject.deploymentId, record.startedAt, snapshot, told.progress);
    if (progress.line !== undefined)
        ports.log.info(progress.line);
    if (progress.change !== undefined)
        record.timeline.push({ at: snapshot.at, text: progress.change, counts: (0,rollout_progress/* taskCounts */.MV)(snapshot) });
    const events = (0,collect_evidence/* newEvents */.S6)(record, snapshot, subject.createdAt);
    const hasHead = progress.line !== undefined;
    const since = (0,rollout_progress/* elapsed */.vk)(snapshot.at - record.startedAt);
    for (const line of (0,rollout_progress/* newsLines */.vB)(events.map(rollout_progress/* eventLine */.V8), hasHead ? undefined : since))
        ports.log.info(line);
    const ours = snapshot.deployments.find(({ id }) => id === subject.deploymentId);
    record.failedTasks = Math.max(record.failedTasks, ours?.failed ?? 0);
    const running = ours?.running ?? 0;
    record.everRan ||= running > 0;
    record.lostTasks ||= running < record.mostRunning;
    record.mostRunning = Math.max(record.mostRunning, running);
    record.fullSince = isFull(ours) ? (record.fullSince ?? ports.clock.uptime()) : undefined;
    const now = ports.clock.uptime();
    const isExplained = record.diagnoses.length > 0 && subject.deploymentId === record.deploymentId;
    const look = !isExplained && mayHaveStopped(told.looked, ours, events, now)
        ? await (0,collect_evidence/* newStoppedTasks */.Ql)(ports, record, subject.deploymentId, subject.definition)
        : undefined;
    const stopped = [...record.stoppedTasks.values()].filter(({ id }) => !told.earlier.has(id));
    const stops = (0,rollout_progress/* stoppedTaskLines */.a$)(stopped, snapshot.at, told.stops);
    for (const line of (0,rollout_progress/* newsLines */.vB)(stops.lines, hasHead || events.length > 0 ? undefined : since))
        ports.log.info(line);
    const looked = lookedNow(told.looked, ours, now, look);
    return { ...told, progress: progress.told, stops: stops.told, looked };
}
function isFull(ours) {
    return ours !== undefined && ours.running === ours.desired && ours.pending === 0 && ours.desired > 0;
}
async function findServiceDeployment(ports, record) {
    if (record.serviceDeploymentArn !== undefined)
        return;
    const shown = ports.ecs.currentServiceDeployment
        ? [await ports.ecs.currentServiceDeployment(record.cluster, record.service)]
        : await (0,rollback_target/* readHistory */.Lu)(ports.ecs, record);
    const own = shown !== 'denied' && shown.find((one) => one?.deploymentId === record.deploymentId);
    if (!own)
        return;
    record.serviceDeploymentArn = own.arn;
    await ports.keep();
}


/***/ }),

/***/ 5904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ startPace),
/* harmony export */   sL: () => (/* binding */ paceAfter),
/* harmony export */   tN: () => (/* binding */ untilNextPoll)
/* harmony export */ });
const interval = { due: 2_550, calm: 8_000, late: 8_000 };
const spread = 0.05;
const lateAfter = 30 * 60_000;
const longest = 60_000;
const mostStrain = 5;
const untilFirstTask = 30_000;
const untilPull = 10_000;
function startPace(isNew) {
    return { calm: isNew, hadTasks: false, strain: 0 };
}
function paceAfter(pace, answered, leading, elapsed) {
    if (!answered)
        return { ...pace, strain: Math.min(mostStrain, pace.strain + 1) };
    const hasTasks = leading !== undefined && leading.running + leading.pending > 0;
    const tasksSince = hasTasks ? (pace.tasksSince ?? elapsed) : undefined;
    const next = {
        ...(tasksSince === undefined ? {} : { tasksSince }),
        hadTasks: pace.hadTasks || hasTasks || (leading?.failed ?? 0) > 0,
        strain: Math.max(0, pace.strain - 1),
    };
    return { ...next, calm: leading !== undefined && nothingCanEnd(leading, next, elapsed) };
}
function nothingCanEnd(leading, pace, elapsed) {
    if (leading.status !== 'PRIMARY' || leading.rolloutState !== 'IN_PROGRESS' || leading.running > 0)
        return false;
    return pace.tasksSince === undefined
        ? !pace.hadTasks && elapsed < untilFirstTask
        : elapsed - pace.tasksSince < untilPull;
}
function untilNextPoll({ calm, strain }, elapsed, random) {
    const plain = calm ? interval.calm : elapsed > lateAfter ? interval.late : interval.due;
    return Math.min(longest, plain * 2 ** strain * (1 - spread + 2 * spread * random));
}


/***/ }),

/***/ 4012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ startWatching),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Sg: () => (/* binding */ patienceMilliseconds),
/* harmony export */   kY: () => (/* binding */ remember)
/* harmony export */ });
/* unused harmony export ecsRollbackPatienceMilliseconds */
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

const patienceMilliseconds = 30_000;
const ecsRollbackPatienceMilliseconds = 90_000;
function startWatching({ deploymentId, createdAt, older, ecsMayRollBack, }) {
    return { deploymentId, createdAt, older, ecsMayRollBack, rollbackRequested: false, seen: false, sawGoingBack: false };
}
function remember(memory, snapshot) {
    const { puzzledSince, backSince, ...known } = memory;
    const failure = failureSeen(memory, snapshot);
    const next = {
        ...known,
        seen: memory.seen || find(snapshot, memory.deploymentId) !== undefined,
        sawGoingBack: memory.sawGoingBack || goingBack(memory, snapshot),
        ...(isBack(memory, snapshot) ? { backSince: backSince ?? snapshot.uptime } : {}),
        ...(failure === undefined
            ? {}
            : { failedAt: memory.failedAt ?? snapshot.uptime, failure: memory.failure ?? failure }),
    };
    return judgeOnce(next, snapshot) === 'puzzled' ? { ...next, puzzledSince: puzzledSince ?? snapshot.uptime } : next;
}
function judge(memory, snapshot) {
    const verdict = judgeOnce(memory, snapshot);
    if (verdict !== 'puzzled')
        return verdict;
    if (snapshot.history === undefined)
        return { kind: 'ask-history' };
    if (snapshot.uptime - (memory.puzzledSince ?? snapshot.uptime) < patienceMilliseconds)
        return { kind: 'in-progress' };
    return {
        kind: 'unknown',
        why: memory.seen
            ? 'the deployment is no longer listed, and neither its failure nor a newer deployment could be seen'
            : `ECS did not show the deployment within ${patienceMilliseconds / 1000} seconds`,
    };
}
function judgeOnce(memory, snapshot) {
    if (snapshot.serviceStatus === 'DRAINING' || snapshot.serviceStatus === 'INACTIVE') {
        return { kind: 'service-gone', status: snapshot.serviceStatus };
    }
    const primary = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined)
        return 'puzzled';
    if (primary.id === memory.deploymentId)
        return judgeOwnPrimary(memory, snapshot, primary);
    const newer = newerByOthers(memory, snapshot);
    if (newer !== undefined)
        return { kind: 'superseded', by: newer };
    if (memory.older.includes(primary.id))
        return judgeOlderPrimary(memory, snapshot, primary);
    return primary.createdAt >= memory.createdAt ? { kind: 'superseded', by: primary.id } : 'puzzled';
}
function judgeOwnPrimary(memory, snapshot, ours) {
    if (ours.rolloutState === 'COMPLETED')
        return { kind: 'completed' };
    const own = historyOf(memory, snapshot);
    const reason = failureReason(memory, snapshot);
    if (ours.rolloutState === 'FAILED') {
        if (own?.status === 'ROLLBACK_FAILED')
            return { kind: 'ecs-rollback-failed', reason: own.statusReason ?? reason };
        if (rollingBack(own))
            return { kind: 'failed', reason, ecs: 'rolling-back' };
        const waited = snapshot.uptime - (memory.failedAt ?? snapshot.uptime);
        const mayRollBack = mayStillRollBack(memory, snapshot) && waited < ecsRollbackPatienceMilliseconds;
        return { kind: 'failed', reason, ecs: mayRollBack ? 'may-roll-back' : 'stays' };
    }
    if (ours.rolloutState === undefined && settled(snapshot, ours))
        return { kind: 'completed' };
    if (rollingBack(own))
        return { kind: 'failed', reason, ecs: 'rolling-back' };
    return { kind: 'in-progress' };
}
function mayStillRollBack(memory, { rollsBack, deployments }) {
    if (memory.ecsMayRollBack || memory.rollbackRequested)
        return true;
    return rollsBack === true && deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED');
}
function settled(snapshot, ours) {
    return snapshot.deployments.length === 1 && ours.running === ours.desired && ours.pending === 0 && ours.desired > 0;
}
function judgeOlderPrimary(memory, snapshot, primary) {
    const own = historyOf(memory, snapshot);
    const reason = failureReason(memory, snapshot);
    if (primary.rolloutState === 'COMPLETED') {
        const believable = own?.status === 'ROLLBACK_SUCCESSFUL' ||
            (memory.sawGoingBack && !saysItGoesOn(own, memory, snapshot)) ||
            patientlyFailed(memory, snapshot);
        return believable ? { kind: 'failed', reason, ecs: 'rolled-back' } : 'puzzled';
    }
    if (!memory.sawGoingBack && !goingBack(memory, snapshot))
        return 'puzzled';
    if (primary.rolloutState === 'FAILED') {
        return { kind: 'ecs-rollback-failed', reason: primary.rolloutStateReason ?? 'the rollback failed too' };
    }
    return { kind: 'failed', reason, ecs: 'rolling-back' };
}
function isBack(memory, snapshot) {
    const primary = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    return primary !== undefined && memory.older.includes(primary.id) && primary.rolloutState === 'COMPLETED';
}
const over = new Set(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']);
function saysItGoesOn(own, memory, snapshot) {
    if (own === undefined || over.has(own.status))
        return false;
    return snapshot.uptime - (memory.backSince ?? snapshot.uptime) < patienceMilliseconds;
}
function patientlyFailed(memory, snapshot) {
    const failed = memory.failedAt !== undefined || memory.rollbackRequested;
    return failed && snapshot.uptime - (memory.puzzledSince ?? snapshot.uptime) >= patienceMilliseconds;
}
function goingBack(memory, snapshot) {
    const primary = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined || !memory.older.includes(primary.id) || primary.rolloutState === 'COMPLETED')
        return false;
    const ours = find(snapshot, memory.deploymentId);
    return (/rolling back to deploymentId/i.test(primary.rolloutStateReason ?? '') ||
        rollingBack(historyOf(memory, snapshot)) ||
        (memory.seen && ours !== undefined) ||
        memory.failedAt !== undefined ||
        memory.rollbackRequested);
}
function rollingBack(own) {
    return own?.status.startsWith('ROLLBACK_') ?? false;
}
function failureSeen(memory, snapshot) {
    const ours = find(snapshot, memory.deploymentId);
    if (ours?.rolloutState === 'FAILED')
        return ours.rolloutStateReason ?? 'the deployment failed';
    const marker = `(deployment ${memory.deploymentId}) deployment failed: `;
    const event = snapshot.events.find(({ message }) => message.includes(marker));
    return event?.message.slice(event.message.indexOf(marker) + marker.length);
}
function failureReason(memory, snapshot) {
    const own = historyOf(memory, snapshot);
    return memory.failure ?? failureSeen(memory, snapshot) ?? own?.statusReason ?? 'ECS rolled the deployment back';
}
function newerByOthers(memory, snapshot) {
    const isTheirs = (id) => id !== memory.deploymentId && !memory.older.includes(id);
    const known = [
        ...historyList(snapshot),
        ...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })),
    ];
    const found = known.find(({ deploymentId, createdAt }) => createdAt > memory.createdAt && isTheirs(deploymentId));
    if (found !== undefined)
        return found.deploymentId;
    const named = snapshot.events
        .filter(({ at }) => at.getTime() > memory.createdAt)
        .flatMap(({ message }) => /\(deployment (ecs-svc\/[\w-]+)\)/.exec(message)?.[1] ?? []);
    return named.find(isTheirs);
}
function historyOf(memory, snapshot) {
    return historyList(snapshot).find(({ deploymentId }) => deploymentId === memory.deploymentId);
}
function historyList({ history }) {
    return history === undefined || history === 'denied' ? [] : history;
}
function find(snapshot, id) {
    return snapshot.deployments.find((deployment) => deployment.id === id);
}


/***/ }),

/***/ 8312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ withoutImages)
/* harmony export */ });
function withoutImages(definition) {
    const containerDefinitions = (definition.containerDefinitions ?? []).map((container) => ({
        ...container,
        image: 'compared-by-digest',
    }));
    return { ...definition, containerDefinitions };
}


/***/ })

};
