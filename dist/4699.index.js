export const id = 4699;
export const ids = [4699];
export const modules = {

/***/ 7931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ apply),
/* harmony export */   ZN: () => (/* binding */ ServiceMoved),
/* harmony export */   y$: () => (/* binding */ serviceFreshMilliseconds)
/* harmony export */ });
/* unused harmony export settingsOf */
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(377);
/* harmony import */ var _register_revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6698);
/* harmony import */ var _update_once_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9654);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3355);





const serviceFreshMilliseconds = 10_000;
class ServiceMoved extends Error {
    prepared;
    constructor(prepared) {
        super('the service has changed since it was read');
        this.prepared = prepared;
    }
}
async function apply(prepared, inputs, ports, record) {
    const { decision } = prepared;
    if (decision.kind !== 'update')
        throw new Error(`nothing to apply for ${decision.kind}`);
    const revision = decision.revision === undefined
        ? undefined
        : (prepared.registered ?? (await (0,_register_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionFor */ .HU)(prepared, inputs, ports, record)));
    if (revision !== undefined)
        record.wanted = { ...(0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .versionOf */ .E4)(revision.definition), images: record.wanted?.images ?? [] };
    const update = {
        cluster: inputs.cluster,
        service: inputs.service,
        ...taskDefinitionOf(revision, prepared),
        ...settingsOf(inputs.settings),
        ...(decision.force ? { forceNewDeployment: true } : {}),
    };
    if (inputs.preDeploy !== undefined && update.taskDefinition !== undefined && !ranBefore(update, record)) {
        const { runPreDeployTask } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(1085), __webpack_require__.e(2986)]).then(__webpack_require__.bind(__webpack_require__, 7006));
        await runPreDeployTask(inputs.preDeploy, update.taskDefinition, prepared, ports, record);
    }
    ports.cancelled.throwIfAborted();
    return updateAsRead(update, revision === undefined ? prepared : { ...prepared, registered: revision }, ports, record);
}
function ranBefore({ taskDefinition }, { preDeploy }) {
    return preDeploy?.state === 'succeeded' && preDeploy.kept.taskDefinition === (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .resourceName */ .Iy)(taskDefinition ?? '');
}
async function updateAsRead(update, prepared, ports, record) {
    let latest = prepared;
    let unsent = true;
    const send = async () => {
        if (unsent && ports.clock.uptime() - latest.before.uptime >= serviceFreshMilliseconds) {
            record.update = undefined;
            const again = await (await __webpack_require__.e(/* import() */ 4803).then(__webpack_require__.bind(__webpack_require__, 4803))).readOnceMore(latest, ports, record);
            if (again === undefined)
                return 'moved';
            latest = again;
            record.update = update;
        }
        try {
            return await ports.ecs.updateService(update);
        }
        catch (error) {
            unsent = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'unclear';
            throw error;
        }
    };
    record.update = update;
    const answer = await (0,_intent_js__WEBPACK_IMPORTED_MODULE_4__/* .sendKept */ .$)('update', ports, record, () => (0,_update_once_js__WEBPACK_IMPORTED_MODULE_2__/* .updateOnce */ .R)(ports, record, update, send));
    if (answer === 'moved')
        throw new ServiceMoved(latest);
    record.changed = true;
    return { answer, prepared: latest };
}
function taskDefinitionOf(revision, { decision, service }) {
    if (revision !== undefined)
        return { taskDefinition: revision.definition.taskDefinitionArn };
    return decision.kind === 'update' && decision.force ? { taskDefinition: service.taskDefinition } : {};
}
function settingsOf(settings) {
    const { deploymentCircuitBreaker, serviceManagedEbsVolume, enableEcsManagedTags, forceNewDeployment: _, ...same } = settings;
    const { capacityProviderStrategy, ...plain } = same;
    return {
        ...plain,
        ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy: [...capacityProviderStrategy] }),
        ...(enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: enableEcsManagedTags }),
        ...(deploymentCircuitBreaker === undefined ? {} : { deploymentConfiguration: { deploymentCircuitBreaker } }),
        ...(serviceManagedEbsVolume === undefined
            ? {}
            : {
                volumeConfigurations: [
                    { name: serviceManagedEbsVolume.name, managedEBSVolume: serviceManagedEbsVolume.volume },
                ],
            }),
    };
}


/***/ }),

/***/ 824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ policyFor),
/* harmony export */   Zp: () => (/* binding */ startAsRead),
/* harmony export */   deploy: () => (/* binding */ deploy),
/* harmony export */   fb: () => (/* binding */ tellPlan),
/* harmony export */   ni: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6613);
/* harmony import */ var _rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4012);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7931);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1626);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6590);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3496);
/* harmony import */ var _extras_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9212);
/* harmony import */ var _longest_run_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6025);
/* harmony import */ var _prepare_in_turn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1516);
/* harmony import */ var _task_addresses_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9459);
/* harmony import */ var _update_once_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9654);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8640);












async function deploy(inputs, ports, record, asked, file) {
    ports.log.info(`Deploying to service ${inputs.service} in cluster ${inputs.cluster} (${ports.region}).`);
    if (!inputs.dryRun)
        (0,_longest_run_js__WEBPACK_IMPORTED_MODULE_9__/* .tellLongestRun */ .Zq)((0,_longest_run_js__WEBPACK_IMPORTED_MODULE_9__/* .longestParts */ .d6)(inputs), ports.log, (0,_longest_run_js__WEBPACK_IMPORTED_MODULE_9__/* .rareWaits */ .L9)(inputs));
    const prepared = await (0,_prepare_in_turn_js__WEBPACK_IMPORTED_MODULE_5__/* .prepareInTurn */ .a)(inputs, ports, record, asked, file);
    tellPlan(prepared, ports, record);
    const after = (0,_extras_js__WEBPACK_IMPORTED_MODULE_10__/* .asksForExtras */ .R)(inputs)
        ? await (await __webpack_require__.e(/* import() */ 3783).then(__webpack_require__.bind(__webpack_require__, 3783))).beforeDeployment(inputs, prepared, ports, record)
        : undefined;
    const started = await startAsRead(prepared, async (earlier, times) => (await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(3530)]).then(__webpack_require__.bind(__webpack_require__, 1149))).prepareAgain(earlier, times, inputs, ports, record, file), inputs, ports, record);
    const ending = 'outcome' in started
        ? started
        : await (0,_conclude_js__WEBPACK_IMPORTED_MODULE_3__/* .conclude */ .Ep)(await (0,_watch_js__WEBPACK_IMPORTED_MODULE_8__/* .watch */ .w)(started, ports, record), started, policyFor(inputs, record), ports, record);
    await (0,_task_addresses_js__WEBPACK_IMPORTED_MODULE_6__/* .findAddresses */ .WX)(ending, ports, record);
    return after === undefined ? ending : after(ending);
}
function policyFor(inputs, { adopted }) {
    return adopted ? { ...inputs, rollbackOnFailure: false } : inputs;
}
async function startAsRead(first, again, inputs, ports, record) {
    let prepared = first;
    for (let times = 1;; times++) {
        try {
            return await start(prepared, inputs, ports, record);
        }
        catch (error) {
            if (!(error instanceof _apply_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceMoved */ .ZN))
                throw error;
            prepared = await again(error.prepared, times);
        }
    }
}
async function start(prepared, inputs, ports, record) {
    const { decision } = prepared;
    if (inputs.dryRun)
        return planned(prepared, record);
    if (decision.kind === 'unchanged') {
        record.running = record.before;
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unchanged', `Nothing to do: ${record.before?.taskDefinition} runs already, with everything that was asked for.`);
    }
    if (decision.kind === 'settle')
        return (await __webpack_require__.e(/* import() */ 8836).then(__webpack_require__.bind(__webpack_require__, 8836))).settle('unchanged', inputs, ports, record);
    if (decision.kind === 'watch')
        return adopt(prepared, inputs, ports, record);
    const applied = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_1__/* .apply */ .Bb)(prepared, inputs, ports, record);
    return follow((0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .snapshotOf */ .eY)(applied.answer, ports.clock), applied.prepared, inputs, ports, record);
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
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('planned', `Dry run: ${what[decision.kind]}. Nothing was changed.`);
}
async function follow(after, prepared, inputs, ports, record) {
    const { before } = prepared;
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .primaryOf */ .Os)(after);
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
        return watchable(primary, older, prepared, inputs, ports, record);
    }
    return updated(inputs, ports, record);
}
async function updated(inputs, ports, record) {
    if (!inputs.waitForServiceStability)
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('updated', 'The settings were changed; no deployment was needed.');
    return (await __webpack_require__.e(/* import() */ 8836).then(__webpack_require__.bind(__webpack_require__, 8836))).settle('updated', inputs, ports, record);
}
function mayBeOurs({ taskDefinition }, { update }) {
    if (update?.taskDefinition !== undefined)
        return update.taskDefinition === taskDefinition;
    return update !== undefined && (0,_update_once_js__WEBPACK_IMPORTED_MODULE_7__/* .startsDeployment */ .v)(update);
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
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_11__/* .primaryOf */ .Os)(prepared.before);
    ports.log.info(`This version is being deployed already (${primary.id}); watching that deployment.`);
    record.notices.push(`The deployment ${primary.id} was started before this run; this run watched it.`);
    record.adopted = true;
    return watchable(primary, prepared.before.deployments, prepared, inputs, ports, record);
}
async function watchable(primary, older, { service, definition, before }, inputs, ports, record) {
    const subject = {
        deploymentId: primary.id,
        createdAt: primary.createdAt,
        older: [...new Set([...older.map(({ id }) => id), ...record.olderDeployments])].filter((id) => id !== primary.id),
        ecsMayRollBack: ecsMayRollBack(service, before, inputs),
        rollbackRequested: false,
        definition,
        limitMilliseconds: inputs.waitForMinutes * 60_000,
        giveUpAfter: inputs.maxFailedTasks,
        until: 'failure',
    };
    record.deploymentId = primary.id;
    record.memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .startWatching */ .Kh)(subject);
    ports.log.info(`Deployment ${primary.id} of ${record.wanted?.taskDefinition} started.`);
    record.timeline.push({ at: ports.clock.now(), text: `deployment ${primary.id} started` });
    await ports.keep();
    if (!inputs.waitForServiceStability) {
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('started', `The deployment was started and not waited for.`, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record)]);
    }
    return subject;
}
function ecsMayRollBack(service, before, inputs) {
    const { alarms, deploymentCircuitBreaker } = service.deploymentConfiguration ?? {};
    const breaker = inputs.settings.deploymentCircuitBreaker ?? deploymentCircuitBreaker;
    const told = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback);
    return told === true && before.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED');
}


/***/ }),

/***/ 9212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ asksForExtras)
/* harmony export */ });
function asksForExtras({ verification, autoscaling, settings, keepRevisions }) {
    return (verification !== undefined ||
        autoscaling !== undefined ||
        settings.desiredCount !== undefined ||
        keepRevisions !== undefined);
}


/***/ }),

/***/ 1516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ prepareInTurn)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8292);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6613);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3120);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8245);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7742);







const betweenLooks = 6_000;
async function prepareInTurn(inputs, ports, record, asked, file) {
    const startedAt = ports.clock.uptime();
    let service = asked;
    for (;;) {
        const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .prepare */ .i)(inputs, ports, record, service, file);
        if (!startsDeployment(prepared, record))
            return prepared;
        if (inputs.refuseOlderCommit) {
            const { refuseOlderCommit } = await __webpack_require__.e(/* import() */ 7231).then(__webpack_require__.bind(__webpack_require__, 7231));
            await refuseOlderCommit(prepared.running.tags, ports, record);
        }
        const going = (0,_rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .inProgressOf */ .a)(prepared.before, record.target !== undefined);
        if (going === undefined)
            return prepared;
        const way = (0,_rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .approach */ .z)(inputs.onInProgress, going);
        if (way.kind === 'refuse')
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([refusal(way.why)]);
        if (way.kind === 'go-on') {
            if (way.notice !== undefined)
                (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .addNotice */ .Mp)(record, way.notice);
            return prepared;
        }
        if (inputs.dryRun) {
            record.notices.push(`The run would wait first, because ${way.why}.`);
            return prepared;
        }
        const minutes = inputs.onInProgress === 'wait' ? inputs.waitForMinutes : inputs.rollbackWaitMinutes;
        ports.log.info(`Waiting up to ${minutes} minutes, because ${way.why}.`);
        await untilOver(going.deployment.id, startedAt + minutes * 60_000, way.why, ports, record);
        service = (0,_read_service_js__WEBPACK_IMPORTED_MODULE_3__/* .readService */ .u)(ports, inputs.cluster, inputs.service);
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
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([refusal(`${why}, and it did not end in time`)]);
        await ports.clock.sleep(betweenLooks, ports.cancelled);
        ports.cancelled.throwIfAborted();
        try {
            const service = await ports.ecs.describeService(record.cluster, record.service);
            const going = service && (0,_rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .inProgressOf */ .a)((0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .snapshotOf */ .eY)(service, ports.clock));
            if (service !== undefined && going?.deployment.id !== id)
                return;
        }
        catch (error) {
            if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
                throw error;
        }
    }
}
function refusal(why) {
    const message = `${why.charAt(0).toUpperCase()}${why.slice(1)}. Look at it, and deploy again when it has ended; ` +
        'on-in-progress: force deploys over it all the same, and ECS then has nothing to return to until that deployment completes.';
    return { input: 'on-in-progress', message };
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
/* harmony export */   MV: () => (/* binding */ taskCounts),
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
function taskCounts({ deployments }) {
    const byVersion = Map.groupBy(deployments, ({ taskDefinition }) => lastPart(taskDefinition));
    return [...byVersion].map(([version, same]) => ({
        version,
        running: same.reduce((sum, { running }) => sum + running, 0),
        desired: same.reduce((sum, { desired }) => sum + desired, 0),
    }));
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
    const state = other.status === 'PRIMARY' ? ` ${other.rolloutState ?? ''}` : '';
    return `${lastPart(other.taskDefinition)}${state} running ${other.running}`;
}
function lastPart(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
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


/***/ })

};
