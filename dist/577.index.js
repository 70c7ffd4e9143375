export const id = 577;
export const ids = [577];
export const modules = {

/***/ 2577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var rollout_snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/apply.js + 1 modules
var apply = __webpack_require__(9783);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/github/words.js
var words = __webpack_require__(9074);
// EXTERNAL MODULE: ./lib/deployment/collect-evidence.js
var collect_evidence = __webpack_require__(2115);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/diagnosis/stopped-task.js
var stopped_task = __webpack_require__(4060);
// EXTERNAL MODULE: ./lib/deployment/optional-read.js
var optional_read = __webpack_require__(3180);
;// CONCATENATED MODULE: ./lib/deployment/limit.js


/**
 * At the limit: do all desired tasks of the deployment run healthily, so that only old tasks or bake time remain?
 *
 * ECS lowers the older deployments' desired count only as new tasks become healthy (SDK text of DeploymentConfiguration),
 * whichever check it used; where it may stop old tasks first, that no new one failed or was called unhealthy has to do.
 * Without anything that is left to wait for, a deployment of healthy tasks would have completed: they are not.
 */
async function onlyOldTasksRemain(ports, record, deploymentId) {
    const deployments = record.snapshot?.deployments ?? [];
    const ours = deployments.find(({ id }) => id === deploymentId);
    const others = deployments.filter(({ id }) => id !== deploymentId);
    if (ours?.status !== 'PRIMARY' || ours.desired === 0)
        return false;
    if (ours.running !== ours.desired || ours.pending > 0 || ours.failed > 0)
        return false;
    if (others.some(({ desired }) => desired > 0))
        return false;
    // A deployment that is still listed still has tasks, be they draining and not counted as running any more.
    if (others.length === 0 && !bakes(record))
        return false;
    return !(await anyUnhealthy(ports, record, deploymentId));
}
function bakes({ original }) {
    const { bakeTimeInMinutes, alarms } = original?.deploymentConfiguration ?? {};
    return (bakeTimeInMinutes ?? 0) > 0 || alarms?.enable === true;
}
async function anyUnhealthy(ports, record, deploymentId) {
    const arns = await (0,optional_read/* optional */.l)(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId));
    const tasks = arns?.length
        ? await (0,optional_read/* optional */.l)(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, arns))
        : undefined;
    if ((tasks ?? []).some(({ healthStatus }) => healthStatus === 'UNHEALTHY'))
        return true;
    const running = (arns ?? []).map(stopped_task/* taskId */.BS);
    const complaints = [...record.events.values()].filter(({ message }) => /is unhealthy in \(target-group|failed container health checks/.test(message));
    return complaints.some(({ message }) => running.length === 0 || running.some((id) => message.includes(id)));
}

// EXTERNAL MODULE: ./lib/deployment/roll-back.js + 4 modules
var roll_back = __webpack_require__(9817);
// EXTERNAL MODULE: ./lib/deployment/rollback-endings.js + 1 modules
var rollback_endings = __webpack_require__(9370);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/rollout/settling.js
/** For how long a completed deployment is looked at where nothing else checks the health of its tasks. Seconds. */
const withoutChecks = 60;
/**
 * How long to look on after COMPLETED, in seconds; pure. ECS takes a task without any health check for healthy after 40 s
 * (DG deployment-type-ecs), so that one which dies a little later completes its deployment.
 *
 * @param given the input, where it was set
 * @param checked whether a load balancer or a container health check looks after the tasks
 */
function settleSeconds(given, checked) {
    return given ?? (checked ? 0 : withoutChecks);
}
/** Whether so many tasks ended right after COMPLETED that the version does not hold: a quarter of the desired count, at least one. */
function tooManyEnded(ended, desired) {
    return ended >= Math.max(1, Math.ceil(desired / 4));
}

// EXTERNAL MODULE: ./lib/deployment/task-health.js
var task_health = __webpack_require__(5401);
;// CONCATENATED MODULE: ./lib/deployment/watch-settling.js





const betweenLooks = 6_000;
/**
 * Looks on for a while after the deployment completed: nothing that checks health would notice a task that dies now.
 * Changes nothing.
 *
 * @param given `settle-seconds`, where it was set
 * @returns why the deployment counts as failed all the same; undefined where it held, or could not be looked at any longer
 */
async function whyNotSettled(given, subject, ports, record) {
    const checks = (0,task_health/* healthChecksOf */.pz)(subject.definition, record.hasLoadBalancer);
    const seconds = settleSeconds(given, checks.container || checks.loadBalancer);
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
/** One look; false where there is no use in another one: that the deployment completed stays true. */
async function look(subject, ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        if (service === undefined)
            return true;
        const snapshot = (0,rollout_snapshot/* snapshotOf */.eY)(service, ports.clock.now());
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
/** Anything else in its place is an answer from before. */
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
    // The table of causes is needed by failures only.
    const { failedTasksOf } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(288), __webpack_require__.e(732)]).then(__webpack_require__.bind(__webpack_require__, 4732));
    const { diagnosisContext } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(288), __webpack_require__.e(772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    const failed = failedTasksOf(fresh, diagnosisContext(record, subject.definition));
    const ended = failed.filter(({ passing }) => !passing).length;
    if (!tooManyEnded(ended, record.snapshot?.desired ?? 0))
        return undefined;
    return `${ended === 1 ? '1 task' : `${ended} tasks`} ended right after the deployment had completed`;
}

;// CONCATENATED MODULE: ./lib/deployment/conclude.js









/** From how watching ended to the outcome; rolls back where that is right. */
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
/** It completed: with the wanted revision, and do its tasks stay? */
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
        return (0,roll_back/* watchEcsRollback */.X)(failure, inputs, ports, record);
    }
    if (!inputs.rollbackOnFailure)
        return leftAlone(failure, record);
    return (0,roll_back/* rollBack */.F)(failure, inputs, ports, record);
}
/** ECS would go on for longer, or takes it for completed; the rollback begins now. */
async function afterGivingUp(failure, inputs, ports, record) {
    ports.log.info(`${failure.afterCompletion ? 'The deployment does not hold' : 'Giving the deployment up'}: ${failure.reason}.`);
    await lookAgain(failure.subject, ports, record);
    return inputs.rollbackOnFailure ? (0,roll_back/* rollBack */.F)(failure, inputs, ports, record) : leftAlone(failure, record);
}
function leftAlone(failure, record) {
    const headline = `The deployment failed (${failure.reason.replace(/\.$/, '')}). Nothing was rolled back, because rollback-on-failure is off.`;
    return (0,ending/* failedEnding */.B)('failed', headline, [...(0,by_hand/* rollbackCommands */.P0)(record), (0,by_hand/* lookCommand */.zs)(record)]);
}
/** A time-out does not undo a healthy release, and without a fresh view nothing is changed. */
async function afterLimit(fresh, subject, inputs, ports, record) {
    const minutes = `${inputs.waitForMinutes} minute${inputs.waitForMinutes === 1 ? '' : 's'}`;
    if (!fresh) {
        const headline = `After ${minutes} the service could not be read, so how the deployment ended is not known. Nothing was rolled back.`;
        return (0,ending/* failedEnding */.B)('unknown', headline, [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)]);
    }
    if (await onlyOldTasksRemain(ports, record, subject.deploymentId)) {
        record.running = record.wanted;
        const headline = `After ${minutes} all tasks of ${record.wanted?.taskDefinition} run and are healthy; only the end of the old ones is outstanding. Nothing was rolled back.`;
        return (0,ending/* failedEnding */.B)('timed-out', headline, [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)]);
    }
    const failure = { reason: `it was not complete after ${minutes}`, subject };
    ports.log.info(`The deployment was not complete after ${minutes}.`);
    await lookAgain(subject, ports, record);
    return inputs.rollbackOnFailure ? (0,roll_back/* rollBack */.F)(failure, inputs, ports, record) : leftAlone(failure, record);
}
/** The last look at the failed tasks, and what they tell, before a rollback covers it. */
async function lookAgain(subject, ports, record) {
    await (0,collect_evidence/* newStoppedTasks */.Ql)(ports, record, subject.deploymentId, subject.definition);
    // The table of causes, and what asks other services, are needed by failures only.
    const { gatherClues } = await __webpack_require__.e(/* import() */ 840).then(__webpack_require__.bind(__webpack_require__, 6840));
    await gatherClues(subject.deploymentId, subject.definition, ports, record);
    const { explain } = await Promise.all(/* import() */[__webpack_require__.e(153), __webpack_require__.e(288), __webpack_require__.e(772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    explain(record, subject.definition);
    for (const { title } of record.diagnoses)
        ports.log.info(`Cause: ${title}`);
}

;// CONCATENATED MODULE: ./lib/deployment/longest-run.js

/** A session of configure-aws-credentials lasts an hour unless said otherwise (role-duration-seconds); a margin for the rest of the job. */
const sessionMinutes = 55;
/**
 * The parts of which the longest possible run is made; pure. Nothing is known of the service yet: what depends on it counts
 * with the most that it may be.
 */
function longestParts(inputs) {
    const waitsFirst = inputs.onInProgress === 'wait' ? [{ input: 'on-in-progress', minutes: inputs.waitForMinutes }] : [];
    if (!inputs.waitForServiceStability)
        return waitsFirst;
    return [
        ...waitsFirst,
        { input: 'wait-for-minutes', minutes: inputs.waitForMinutes },
        { input: 'settle-seconds', minutes: settleSeconds(inputs.settleSeconds, false) / 60 },
        // ECS may go back by itself whatever the user wants.
        { input: 'rollback-wait-minutes', minutes: inputs.rollbackWaitMinutes },
    ].filter(({ minutes }) => minutes > 0);
}
/** Says how long this run may take, before anything else; a warning where the credentials may not last as long. */
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

// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
;// CONCATENATED MODULE: ./lib/rollout/in-progress.js

/** The deployment that is under way, if there is one; pure. */
function inProgressOf(snapshot) {
    const deployment = (0,rollout_snapshot/* primaryOf */.Os)(snapshot);
    if (deployment === undefined || deployment.rolloutState !== 'IN_PROGRESS')
        return undefined;
    const others = snapshot.deployments.filter(({ id }) => id !== deployment.id);
    if (isRollback(deployment, others, snapshot))
        return { deployment, kind: 'rolling-back' };
    const somethingCompleted = others.some(({ rolloutState }) => rolloutState === 'COMPLETED');
    return { deployment, kind: somethingCompleted ? 'deploying' : 'first' };
}
/**
 * ECS goes back to a deployment under its old id (observed): it says so in the reason, in an event, or by a newer deployment
 * beside it that failed.
 */
function isRollback(deployment, others, { events }) {
    if (/rolling back to deploymentId/i.test(deployment.rolloutStateReason ?? ''))
        return true;
    if (others.some(({ rolloutState, createdAt }) => rolloutState === 'FAILED' && createdAt > deployment.createdAt))
        return true;
    const told = events.findLast(({ message }) => message.includes(deployment.id));
    return told?.message.includes(`rolling back to deployment ${deployment.id}`) ?? false;
}
/** As many failed tasks of a first deployment show that it will hardly complete. */
const hopeless = 3;
/** What `on-in-progress` means for a deployment that is under way; pure. */
function approach(policy, { deployment, kind }) {
    const { id, failed } = deployment;
    if (policy === 'force') {
        const lost = kind === 'deploying' ? '' : ', so that ECS has no completed deployment to return to until this one completes';
        return { kind: 'go-on', notice: `on-in-progress is "force": ${what(kind)} (${id}) is superseded${lost}.` };
    }
    if (policy === 'fail')
        return { kind: 'refuse', why: `${what(kind)} is under way (${id}), and on-in-progress is "fail"` };
    if (policy === 'supersede' && kind === 'deploying') {
        return { kind: 'go-on', notice: `A deployment that was under way (${id}) is superseded by this one.` };
    }
    if (kind === 'first' && failed >= hopeless) {
        return {
            kind: 'refuse',
            why: `no deployment of the service has completed yet, and the one under way (${id}) has failed ${failed} tasks in a row`,
        };
    }
    return { kind: 'wait', why: `${what(kind)} is under way (${id})` };
}
function what(kind) {
    if (kind === 'rolling-back')
        return 'a rollback by ECS';
    return kind === 'first' ? 'the first deployment of the service' : 'another deployment';
}

// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/deployment/tags.js
var tags = __webpack_require__(8370);
;// CONCATENATED MODULE: ./lib/deployment/older-commit.js



/**
 * Refuses to deploy a commit that is older than the one that runs, or is being deployed. Only certainty refuses: commits that
 * have diverged, or that GitHub cannot compare, are a notice.
 *
 * @param running tags of the revision that the service is set to
 * @throws ProblemsFound where this run's commit is the older one
 */
async function refuseOlderCommit(running, ports, record) {
    const { sha, repository } = ports.run;
    const base = running.find(({ key }) => key === tags/* commitTag */.m)?.value;
    const from = running.find(({ key }) => key === tags/* repositoryTag */.B1)?.value;
    const compared = await order(base, from, sha, repository, ports);
    if (compared.kind === 'same' || compared.kind === 'newer')
        return;
    if (compared.kind === 'older') {
        const message = `Commit ${sha} is older than ${base}, which runs or is being deployed. Deploy the newer commit, use the rollback action ` +
            'to go back on purpose, or set refuse-older-commit to "false".';
        throw new problem/* ProblemsFound */.t([{ input: 'refuse-older-commit', message }]);
    }
    const why = compared.kind === 'unknown' ? compared.why : `commit ${sha} and ${base}, which runs, have diverged`;
    (0,deployment_record/* addNotice */.M)(record, `Whether this commit is older than the one that runs is not known: ${why}. It is deployed.`);
}
async function order(base, from, sha, repository, { commits }) {
    if (sha === undefined || repository === undefined)
        return { kind: 'unknown', why: 'this run has no commit' };
    if (base === undefined)
        return { kind: 'unknown', why: 'the revision that runs carries no commit in its tags' };
    if (from !== undefined && from !== repository) {
        return { kind: 'unknown', why: `what runs was deployed from ${from}, another repository` };
    }
    return base === sha ? { kind: 'same' } : commits.compare(repository, base, sha);
}

// EXTERNAL MODULE: ./lib/task-definition/compare.js + 3 modules
var compare = __webpack_require__(582);
// EXTERNAL MODULE: ./lib/task-definition/render.js + 1 modules
var render = __webpack_require__(7126);
// EXTERNAL MODULE: ./lib/deployment/decide.js
var decide = __webpack_require__(2847);
// EXTERNAL MODULE: ./lib/deployment/images.js + 1 modules
var deployment_images = __webpack_require__(6716);
// EXTERNAL MODULE: ./lib/deployment/load-source.js
var load_source = __webpack_require__(6977);
// EXTERNAL MODULE: ./lib/deployment/newest-revision.js
var newest_revision = __webpack_require__(2259);
// EXTERNAL MODULE: ./lib/deployment/rollback-target.js
var rollback_target = __webpack_require__(801);
// EXTERNAL MODULE: ./lib/deployment/version.js
var version = __webpack_require__(3355);
;// CONCATENATED MODULE: ./lib/deployment/prepare.js











/**
 * Reads and checks everything; changes nothing.
 *
 * @param asked the answer of `readService`, which may be on its way already
 * @param file the task-definition file, where one was given
 * @throws ProblemsFound with all problems at once where they do not depend on each other
 */
async function prepare(inputs, ports, record, asked, file) {
    const { service: found, source, named: images } = await readTogether(inputs, ports, asked, file);
    const before = noteService(record, found, ports.clock.now());
    const running = await ports.ecs.describeTaskDefinition(found.taskDefinition ?? '');
    record.before = (0,version/* versionOf */.E4)(running.definition);
    const base = source ?? (0,load_source/* sourceOf */.vz)(running);
    const rendered = await prepare_render(base, running, images, inputs, ports);
    for (const notice of [...base.notices, ...rendered.notes])
        (0,deployment_record/* addNotice */.M)(record, notice);
    const newest = await (0,newest_revision/* newestOf */.s)(ports, rendered.definition.family, running);
    await (0,rollback_target/* findRollbackTarget */.L)(ports.ecs, record, before, running);
    const reuse = [running, base.described, newest].find((candidate) => candidate?.definition.status === 'ACTIVE' && equals(candidate, rendered.definition));
    record.changes.splice(0, record.changes.length, ...(0,compare/* differences */.tX)((0,render/* stripForRegistration */.H)(running.definition), rendered.definition));
    record.wanted = {
        taskDefinition: reuse?.definition.revision ? (0,version/* versionOf */.E4)(reuse.definition).taskDefinition : '',
        taskDefinitionArn: reuse?.definition.taskDefinitionArn ?? '',
        images: (0,version/* imagesOf */.IC)(rendered.definition.containerDefinitions ?? []),
    };
    record.platform = platformOf(rendered.definition);
    record.asked = inputs.settings;
    record.settingsThatDiffered = (0,decide/* differingSettings */.C)(inputs.settings, found);
    const decided = (0,decide/* decide */.L)({
        equal: equals(running, rendered.definition) ? 'running' : reuse === undefined ? 'none' : 'other',
        snapshot: before,
        settingsDiffer: record.settingsThatDiffered.length > 0,
        forceNewDeployment: inputs.settings.forceNewDeployment === true,
        unresolved: images.filter(({ digest }) => digest === undefined).map(({ image }) => image),
    });
    return {
        service: found,
        before,
        decision: withUsableRevision(decided, running),
        definition: rendered.definition,
        tags: base.tags,
        runningTags: running.tags,
        ...(reuse === undefined ? {} : { reuse }),
        newestRevision: newest?.definition.revision ?? 0,
    };
}
/** All reads that do not depend on each other; what is wrong with the file is told with them, and whatever becomes of them. */
async function readTogether(inputs, ports, asked, file) {
    const { taskDefinition } = inputs;
    const reads = Promise.all([
        asked,
        taskDefinition?.kind === 'reference' ? (0,load_source/* loadReference */.Qu)(ports, taskDefinition.reference) : file,
        (0,deployment_images/* namedImages */.Qn)(inputs, ports),
    ]);
    const [service, source, named] = await reads.catch((error) => {
        throw file?.ok === false ? new problem/* ProblemsFound */.t(file.problems) : error;
    });
    return allOrThrow(service, source, named);
}
function allOrThrow(service, source, named) {
    const problems = [];
    for (const part of [service, source, named])
        if (part && !part.ok)
            problems.push(...part.problems);
    if (service.ok && named.ok && (source === undefined || source.ok)) {
        return { service: service.value, source: source?.value, named: named.value };
    }
    throw new problem/* ProblemsFound */.t(problems);
}
/** ECS starts no deployment of a deregistered revision (DG deregister-task-definition-v2): its copy has to be registered. */
function withUsableRevision(decision, running) {
    if (decision.kind !== 'update' || decision.revision !== undefined || !decision.force)
        return decision;
    return running.definition.status === 'INACTIVE' ? { ...decision, revision: 'register' } : decision;
}
function noteService(record, service, now) {
    const before = (0,rollout_snapshot/* snapshotOf */.eY)(service, now);
    record.original = service;
    record.snapshot = before;
    record.olderDeployments = before.deployments.map(({ id }) => id);
    if (service.serviceArn !== undefined)
        record.serviceArn = service.serviceArn;
    record.hasLoadBalancer = (service.loadBalancers ?? []).length > 0;
    return before;
}
async function prepare_render(base, running, named, inputs, ports) {
    const definition = { ...base.definition, family: base.definition.family ?? running.definition.family };
    const placed = (0,deployment_images/* placeImages */.aV)(definition, named, inputs);
    if (!placed.ok)
        throw new problem/* ProblemsFound */.t(placed.problems);
    const own = base.fromFile
        ? await (0,deployment_images/* pinFileImages */.gD)(definition, placed.value.images, inputs, ports)
        : { ok: true, value: { images: [], notes: [] } };
    if (!own.ok)
        throw new problem/* ProblemsFound */.t(own.problems);
    const rendered = (0,render/* renderTaskDefinition */.P)(definition, {
        images: [...placed.value.images, ...own.value.images],
        ...(placed.value.target === undefined ? {} : { container: placed.value.target }),
        overrides: inputs.overrides,
    });
    if (!rendered.ok)
        throw new problem/* ProblemsFound */.t(rendered.problems);
    const family = base.definition.family === undefined
        ? [`The file names no family; the service's family "${definition.family}" is used.`]
        : [];
    const notes = [...family, ...named.flatMap(({ notices }) => notices), ...own.value.notes, ...rendered.value.notes];
    return { definition: rendered.value.definition, notes };
}
/** `os/architecture` as registries name it; what a definition leaves out is linux and x86 (SDK text of RuntimePlatform). */
function platformOf({ runtimePlatform }) {
    const os = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux';
    return `${os}/${runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}
function equals(candidate, definition) {
    return (0,compare/* equalDefinitions */.Ds)((0,render/* stripForRegistration */.H)(candidate.definition), definition);
}

// EXTERNAL MODULE: ./lib/deployment/read-service.js + 1 modules
var read_service = __webpack_require__(8245);
;// CONCATENATED MODULE: ./lib/deployment/prepare-in-turn.js







const prepare_in_turn_betweenLooks = 6_000;
/**
 * Prepares the deployment, and lets what is under way end first where that is right; then everything is read anew.
 * Changes nothing.
 *
 * @throws ProblemsFound where it must not be deployed now
 */
async function prepareInTurn(inputs, ports, record, asked, file) {
    const startedAt = ports.clock.uptime();
    let service = asked;
    for (;;) {
        const prepared = await prepare(inputs, ports, record, service, file);
        if (!startsDeployment(prepared, record))
            return prepared;
        if (inputs.refuseOlderCommit)
            await refuseOlderCommit(prepared.runningTags, ports, record);
        const going = inProgressOf(prepared.before);
        if (going === undefined)
            return prepared;
        const way = approach(inputs.onInProgress, going);
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
/** Settings that start a deployment of their own (SDK text of UpdateServiceRequest). */
const startingSettings = ['networkConfiguration', 'platformVersion', 'serviceManagedEbsVolume'];
function startsDeployment({ decision }, { settingsThatDiffered }) {
    if (decision.kind !== 'update')
        return false;
    if (decision.revision !== undefined || decision.force)
        return true;
    return settingsThatDiffered.some((name) => startingSettings.includes(name));
}
/** Until another deployment is PRIMARY, or this one is no longer under way. */
async function untilOver(id, endsAt, why, ports, record) {
    for (;;) {
        if (ports.clock.uptime() >= endsAt)
            throw new problem/* ProblemsFound */.t([refusal(`${why}, and it did not end in time`)]);
        await ports.clock.sleep(prepare_in_turn_betweenLooks, ports.cancelled);
        ports.cancelled.throwIfAborted();
        try {
            const service = await ports.ecs.describeService(record.cluster, record.service);
            const going = service && inProgressOf((0,rollout_snapshot/* snapshotOf */.eY)(service, ports.clock.now()));
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

// EXTERNAL MODULE: ./lib/report.js
var report = __webpack_require__(9293);
;// CONCATENATED MODULE: ./lib/deployment/public-ips.js




/**
 * Puts the public addresses of the tasks that run into the record, where the service gives its tasks public addresses and the
 * run went well. They change with every task, so that nobody can know them before.
 */
async function findPublicIps(ending, ports, record) {
    const assigns = (record.update ?? record.original)?.networkConfiguration ?? record.original?.networkConfiguration;
    const primary = record.snapshot && (0,rollout_snapshot/* primaryOf */.Os)(record.snapshot);
    if (assigns?.awsvpcConfiguration?.assignPublicIp !== 'ENABLED' || primary === undefined)
        return;
    if ((0,report/* exitCode */.I)(ending.outcome) !== 0 || ending.outcome === 'started' || ending.outcome === 'planned')
        return;
    try {
        record.publicIps = await addressesOf(primary.id, ports, record);
    }
    catch (error) {
        // What was seen of the deployment stays true, whatever is lost afterwards.
        record.notices.push(`The public addresses could not be read: ${(0,failure/* describeFailure */.Ic)(error)}.`);
    }
}
async function addressesOf(deploymentId, ports, record) {
    const arns = await (0,optional_read/* optional */.l)(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId));
    if (!arns?.length)
        return [];
    const tasks = await (0,optional_read/* optional */.l)(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, arns));
    const interfaces = (tasks ?? []).filter(({ lastStatus }) => lastStatus === 'RUNNING').flatMap(networkInterfaceOf);
    if (interfaces.length === 0)
        return [];
    return (await (0,optional_read/* optional */.l)(record, 'ec2:DescribeNetworkInterfaces', () => ports.ec2.publicIps(interfaces))) ?? [];
}
/** The id stands in the attachment's details (SDK text of `Attachment`). */
function networkInterfaceOf({ attachments }) {
    const details = (attachments ?? [])
        .filter(({ type }) => type === 'ElasticNetworkInterface')
        .flatMap((a) => a.details ?? []);
    return details.flatMap(({ name, value }) => (name === 'networkInterfaceId' && value ? [value] : []));
}

// EXTERNAL MODULE: ./lib/rollout/schedule.js
var schedule = __webpack_require__(5904);
;// CONCATENATED MODULE: ./lib/deployment/settle.js






/** Waits until as many tasks run as are wanted, where there is no deployment to watch. */
async function settle(outcome, inputs, ports, record) {
    const startedAt = ports.clock.uptime();
    const endsAt = startedAt + inputs.waitForMinutes * 60_000;
    let pace = (0,schedule/* startPace */.a)(false);
    for (;;) {
        ports.cancelled.throwIfAborted();
        const snapshot = await tryToRead(ports, record);
        if (snapshot !== undefined) {
            record.snapshot = snapshot;
            if (snapshot.running === snapshot.desired && snapshot.pending === 0) {
                record.running = record.before;
                const what = outcome === 'updated' ? 'The settings were changed; no deployment was needed.' : 'Nothing to change.';
                return (0,ending/* ending */.K)(outcome, `${what} Running: ${(0,words/* taskCount */.nc)(snapshot.running, snapshot.desired)}.`);
            }
        }
        const now = ports.clock.uptime();
        if (now >= endsAt) {
            const headline = `After ${inputs.waitForMinutes} minutes only ${(0,words/* taskCount */.nc)(record.snapshot?.running ?? 0, record.snapshot?.desired ?? 0)} run.`;
            return (0,ending/* failedEnding */.B)('timed-out', headline, [(0,by_hand/* lookCommand */.zs)(record)]);
        }
        pace = (0,schedule/* paceAfter */.sL)(pace, snapshot !== undefined, undefined, now - startedAt);
        const wait = (0,schedule/* untilNextPoll */.tN)(pace, now - startedAt, ports.random());
        await ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled);
    }
}
async function tryToRead(ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        return service && (0,rollout_snapshot/* snapshotOf */.eY)(service, ports.clock.now());
    }
    catch (error) {
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/deployment/watch.js + 1 modules
var watch = __webpack_require__(8640);
;// CONCATENATED MODULE: ./lib/deployment/deploy.js











/**
 * The story of one deployment: prepare → apply → watch → conclude.
 *
 * @param asked the service as ECS describes it; the request may be on its way already
 * @param file the task-definition file, where one was given
 * @param record is written as it goes, so that whatever interrupts the story can be told
 * @throws ProblemsFound before anything was changed; what AWS throws when a call cannot be done
 */
async function deploy(inputs, ports, record, asked, file) {
    ports.log.info(`Deploying to service ${inputs.service} in cluster ${inputs.cluster} (${ports.region}).`);
    if (!inputs.dryRun)
        tellLongestRun(longestParts(inputs), ports.log);
    const prepared = await prepareInTurn(inputs, ports, record, asked, file);
    tellPlan(prepared, ports, record);
    const ending = await act(prepared, inputs, ports, record);
    await findPublicIps(ending, ports, record);
    return ending;
}
/** Does what was decided. */
async function act(prepared, inputs, ports, record) {
    const { decision, before } = prepared;
    if (inputs.dryRun)
        return planned(prepared, record);
    if (decision.kind === 'unchanged') {
        record.running = record.before;
        return (0,ending/* ending */.K)('unchanged', `Nothing to do: ${record.before?.taskDefinition} runs already, with everything that was asked for.`);
    }
    if (decision.kind === 'settle')
        return settle('unchanged', inputs, ports, record);
    if (decision.kind === 'watch')
        return adopt(prepared, inputs, ports, record);
    const after = (0,rollout_snapshot/* snapshotOf */.eY)(await (0,apply/* apply */.Bb)(prepared, inputs, ports, record), ports.clock.now());
    record.changed = true;
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
/** What UpdateService answered decides whether there is a deployment to watch. */
async function follow(after, before, prepared, inputs, ports, record) {
    const primary = (0,rollout_snapshot/* primaryOf */.Os)(after);
    const isNew = primary !== undefined && !before.deployments.some(({ id }) => id === primary.id);
    if (primary !== undefined && (isNew || primary.rolloutState !== 'COMPLETED')) {
        return watchOwn(primary, before, prepared, inputs, ports, record);
    }
    if (!inputs.waitForServiceStability)
        return (0,ending/* ending */.K)('updated', 'The settings were changed; no deployment was needed.');
    return settle('updated', inputs, ports, record);
}
/** The wanted version is being deployed already: its end is ours to tell. */
function adopt(prepared, inputs, ports, record) {
    const primary = (0,rollout_snapshot/* primaryOf */.Os)(prepared.before);
    ports.log.info(`This version is being deployed already (${primary.id}); watching that deployment.`);
    record.notices.push(`The deployment ${primary.id} was started before this run; this run watched it.`);
    return watchOwn(primary, prepared.before, prepared, inputs, ports, record);
}
async function watchOwn(primary, before, { service, definition }, inputs, ports, record) {
    const subject = {
        deploymentId: primary.id,
        createdAt: primary.createdAt,
        older: before.deployments.map(({ id }) => id).filter((id) => id !== primary.id),
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
    return conclude(await (0,watch/* watch */.w)(subject, ports, record), subject, inputs, ports, record);
}
/** ECS rolls back by itself only where it is told to and has a completed deployment to return to (DG deployment-circuit-breaker). */
function ecsMayRollBack(service, before, inputs) {
    const { alarms, deploymentCircuitBreaker } = service.deploymentConfiguration ?? {};
    const breaker = inputs.settings.deploymentCircuitBreaker ?? deploymentCircuitBreaker;
    const told = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback);
    return told === true && before.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED');
}


/***/ }),

/***/ 6716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qn: () => (/* binding */ namedImages),
  gD: () => (/* binding */ pinFileImages),
  aV: () => (/* binding */ placeImages)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/image/resolve.js

/**
 * Finds the digest that an image stands for now, so that what is deployed cannot change afterwards. The registry is asked
 * where the image's own host says it is. An image that is not there is a problem; one that could not be looked up is
 * deployed as written, with a notice, unless `pinDigest` is `required`. An index is pinned as index.
 */
async function resolveImage(reference, options) {
    if (options.pinDigest === 'false')
        return asWritten(reference, []);
    const answer = await lookUp(reference, options);
    switch (answer.kind) {
        case 'absent':
        case 'repository-absent':
            return problem(absentMessage(reference, answer));
        case 'not-looked':
            return notLooked(reference, answer.reason, options.pinDigest);
        case 'found':
            return found(reference, answer, await movedTag(reference, options));
    }
}
function lookUp(reference, { ecr, imageTools }) {
    if (reference.ecr !== undefined)
        return ecr.findImage(ecrQuery(reference, reference.ecr));
    return imageTools.inspect((0,image_reference/* printImageReference */.Yk)(reference));
}
function ecrQuery(reference, { registryId, region }) {
    const image = reference.digest === undefined ? { tag: tagOf(reference) } : { digest: reference.digest };
    return { registryId, region, repository: reference.repository, ...image };
}
/** Docker and ECS read a name without tag and digest as `latest`. */
function tagOf(reference) {
    return reference.tag ?? 'latest';
}
/** With tag and digest the digest is what counts; a tag that says something else is only worth a notice. */
async function movedTag(reference, options) {
    const { tag, digest, ...rest } = reference;
    if (tag === undefined || digest === undefined)
        return [];
    const answer = await lookUp({ ...rest, tag }, options);
    if (answer.kind === 'not-looked' || (answer.kind === 'found' && answer.digest === digest))
        return [];
    const fact = answer.kind === 'found' ? `now stands for ${answer.digest}` : 'is no longer there';
    return [`The tag ${tag} of ${reference.name} ${fact}. The digest decides: ${digest} is deployed.`];
}
function found(reference, answer, notices) {
    const platforms = answer.platforms === undefined ? {} : { platforms: answer.platforms };
    if (reference.digest !== undefined) {
        return { ok: true, value: { image: asGiven(reference), digest: reference.digest, ...platforms, notices } };
    }
    return {
        ok: true,
        value: { image: (0,image_reference/* withDigest */.hQ)(reference, answer.digest), digest: answer.digest, ...platforms, notices },
    };
}
function notLooked(reference, reason, pinDigest) {
    const image = asGiven(reference);
    if (reference.digest !== undefined)
        return asWritten(reference, [`Whether ${image} exists could not be checked: ${reason}.`]);
    if (pinDigest === 'required') {
        return problem(`The digest of ${image} could not be looked up: ${reason}. pin-digest is "required"; write the image with its digest, ` +
            'make the look-up possible, or set pin-digest to "true" to deploy it as it is written.');
    }
    return asWritten(reference, [
        `The digest of ${image} could not be looked up: ${reason}. It is deployed as it is written, so what the tag stands for can still change.`,
    ]);
}
function asWritten(reference, notices) {
    const digest = reference.digest === undefined ? {} : { digest: reference.digest };
    return { ok: true, value: { image: asGiven(reference), ...digest, notices } };
}
function asGiven({ name, tag, digest }) {
    return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
function absentMessage(reference, answer) {
    if (reference.ecr === undefined) {
        const full = (0,image_reference/* printImageReference */.Yk)(reference);
        return `The registry ${reference.registry} has no image ${asGiven(reference)}. Check that it has been pushed: docker buildx imagetools inspect ${full}`;
    }
    const { registryId, region } = reference.ecr;
    const place = `in registry ${registryId}, Region ${region}`;
    const options = `--registry-id ${registryId} --region ${region}`;
    if (answer.kind === 'repository-absent') {
        return (`There is no ECR repository ${reference.repository} ${place}. Check name, account and Region of the image: ` +
            `aws ecr describe-repositories ${options}. If a pull-through cache creates it, set pin-digest to "false".`);
    }
    const image = reference.digest ?? `image with the tag ${tagOf(reference)}`;
    const fact = answer.reason === undefined ? `has no ${image}` : `has ${image}, but ${answer.reason}`;
    return (`The ECR repository ${reference.repository} ${place} ${fact}. Check that the build pushed it there; the newest images: ` +
        `aws ecr describe-images ${options} --repository-name ${reference.repository} ` +
        `--query 'sort_by(imageDetails,&imagePushedAt)[-10:].[imageTags,imageDigest]'`);
}
function problem(message) {
    return { ok: false, problems: [{ message }] };
}

// EXTERNAL MODULE: ./lib/task-definition/container.js
var task_definition_container = __webpack_require__(9474);
;// CONCATENATED MODULE: ./lib/deployment/images.js




/** Looks up every image that the inputs name, side by side; all that are wrong are reported together. */
async function namedImages(inputs, ports) {
    const wanted = inputs.images.map(({ container, image, input }) => images_lookUp(inputs, ports, image, input, container));
    const own = inputs.ecrImage === undefined ? [] : [ownRegistryImage(inputs.ecrImage, inputs, ports)];
    return images_all(await Promise.all([...wanted, ...own]));
}
async function images_lookUp(inputs, ports, image, input, container) {
    const reference = (0,image_reference/* parseImageReference */.o_)(image);
    if (!reference.ok)
        return named(reference.problems, input);
    const resolution = await resolveImage(reference.value, { ...ports, pinDigest: inputs.pinDigest });
    if (!resolution.ok)
        return named(resolution.problems, input);
    return { ok: true, value: { ...resolution.value, input, ...(container === undefined ? {} : { container }) } };
}
/** `ecr-repository` with tag or digest: the registry is the caller's own, in the Region of the run. */
async function ownRegistryImage({ repository, tag, digest }, inputs, ports) {
    try {
        const uri = await ports.repositoryUri(repository);
        const image = `${uri}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
        return await images_lookUp(inputs, ports, image, 'ecr-repository', undefined);
    }
    catch (error) {
        if ((0,failure/* isNamed */.ev)(error, 'RepositoryNotFoundException')) {
            const message = `There is no ECR repository "${repository}" in this account in ${ports.region}. ` +
                `List the repositories with: aws ecr describe-repositories --region ${ports.region}`;
            return named([{ message }], 'ecr-repository');
        }
        if ((0,failure/* failureKind */.zU)(error) === 'denied') {
            const message = `The registry of "${repository}" could not be looked up (${(0,failure/* describeFailure */.Ic)(error)}). Grant ecr:DescribeRepositories, or give the whole reference in image.`;
            return named([{ message }], 'ecr-repository');
        }
        throw error;
    }
}
/**
 * Puts the named images, and the container-level overrides, into containers of the definition.
 * A container that does not exist is a problem that lists those that do; two images for one container are one, too.
 */
function placeImages(definition, images, inputs) {
    const problems = [];
    const placed = [];
    for (const { container, image, input } of images) {
        const found = (0,task_definition_container/* targetContainer */.p)(definition, container ?? inputs.containerName);
        if (!found.ok)
            problems.push(...found.problems.map((problem) => ({ ...problem, input: container === undefined ? 'container-name' : input })));
        else if (placed.some((other) => other.container === found.value)) {
            problems.push({ input, message: `The container "${found.value}" is given two images. Name it once.` });
        }
        else
            placed.push({ container: found.value, image });
    }
    const needsTarget = changesContainer(inputs.overrides) || inputs.containerName !== undefined;
    const target = needsTarget ? (0,task_definition_container/* targetContainer */.p)(definition, inputs.containerName) : undefined;
    if (target?.ok === false)
        problems.push(...withInput(target.problems, 'container-name'));
    if (problems.length > 0)
        return { ok: false, problems: distinct(problems) };
    return { ok: true, value: { images: placed, ...(target?.ok ? { target: target.value } : {}) } };
}
/** Private-ECR tags in the user's own file are pinned too; all other images in it stay as written. */
async function pinFileImages(definition, placed, inputs, ports) {
    if (inputs.pinDigest === 'false')
        return { ok: true, value: { images: [], notes: [] } };
    const rest = (definition.containerDefinitions ?? []).filter(({ name }) => !placed.some((p) => p.container === name));
    const found = await Promise.all(rest.map(({ name, image }) => pinOne(name ?? '', image ?? '', inputs, ports)));
    const pinned = images_all(found);
    if (!pinned.ok)
        return pinned;
    const known = pinned.value.filter((image) => image !== undefined);
    return { ok: true, value: { images: known, notes: known.flatMap(({ notices }) => notices) } };
}
async function pinOne(container, image, inputs, ports) {
    const reference = (0,image_reference/* parseImageReference */.o_)(image);
    if (!reference.ok || reference.value.ecr === undefined || reference.value.digest !== undefined) {
        return { ok: true, value: undefined };
    }
    const resolution = await resolveImage(reference.value, { ...ports, pinDigest: inputs.pinDigest });
    if (!resolution.ok) {
        const problems = resolution.problems.map(({ message }) => ({ message: `Container "${container}": ${message}` }));
        return named(problems, 'task-definition');
    }
    return { ok: true, value: { container, image: resolution.value.image, notices: resolution.value.notices } };
}
function changesContainer({ cpu: _, memory: __, taskRoleArn: ___, executionRoleArn: ____, ...inContainer }) {
    return Object.keys(inContainer).length > 0;
}
function images_all(parts) {
    const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
    if (problems.length > 0)
        return { ok: false, problems };
    return { ok: true, value: parts.flatMap((part) => (part.ok ? [part.value] : [])) };
}
function named(problems, input) {
    return { ok: false, problems: withInput(problems, input) };
}
function withInput(problems, input) {
    return problems.map((problem) => ({ input, ...problem }));
}
function distinct(problems) {
    return [...new Map(problems.map((problem) => [`${problem.input} ${problem.message}`, problem])).values()];
}


/***/ }),

/***/ 6977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qu: () => (/* binding */ loadReference),
/* harmony export */   ZN: () => (/* binding */ loadFile),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7126);


/**
 * Reads a task-definition file; problems name file, line and column.
 * The parser is loaded only where there is a file: most time before the first request is start-up.
 */
async function loadFile(files, path, inputs) {
    let text;
    try {
        text = files.read(path);
    }
    catch (error) {
        const message = `The file "${path}" cannot be read: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`;
        return { ok: false, problems: [{ input: 'task-definition', file: path, message }] };
    }
    const { loadTaskDefinition } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(727)]).then(__webpack_require__.bind(__webpack_require__, 5727));
    const loaded = loadTaskDefinition(text, {
        file: path,
        allowUnknownMembers: inputs.allowUnknownMembers,
        ...(inputs.variables === undefined ? {} : { variables: inputs.variables }),
    });
    if (!loaded.ok)
        return loaded;
    const { definition, tags, notices } = loaded.value;
    return { ok: true, value: { definition, tags, notices, fromFile: true } };
}
/** Reads `family`, `family:revision` or an ARN from ECS. Throws what AWS throws, except that there is none. */
async function loadReference(ports, reference) {
    try {
        return { ok: true, value: sourceOf(await ports.ecs.describeTaskDefinition(reference)) };
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'refused')
            throw error;
        const message = `ECS has no task definition "${reference}" in ${ports.region} (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}), and there is no file of that name. ` +
            'Give the path of a file, a family, family:revision, or an ARN.';
        return { ok: false, problems: [{ input: 'task-definition', message }] };
    }
}
/** A revision as the source, e.g. the one that the service runs. */
function sourceOf(described) {
    const definition = (0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_1__/* .stripForRegistration */ .H)(described.definition);
    const notices = described.unknown.length === 0
        ? []
        : [
            `${described.definition.family}:${described.definition.revision} has members that this version of the action does not know: ` +
                `${described.unknown.join(', ')}. They are not carried over, unless allow-unknown-members lists them.`,
        ];
    return { definition, tags: described.tags, described, fromFile: false, notices };
}


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ failedHealthChecks),
/* harmony export */   pz: () => (/* binding */ healthChecksOf),
/* harmony export */   ty: () => (/* binding */ stoppedTaskHealthyAt),
/* harmony export */   v_: () => (/* binding */ runningTaskHealthyAt)
/* harmony export */ });
/** Without any check ECS takes a task for healthy that has been RUNNING for 40 s (DG deployment-type-ecs). */
const healthyWithoutChecks = 40_000;
/**
 * Behind a load balancer only the target's health counts, which is not read here: a task that has been RUNNING longer than a
 * new target needs for its one check at the default interval of 30 s, and a margin, may have been healthy.
 */
const maybeHealthyTarget = 60_000;
/** Which checks there are; pure. */
function healthChecksOf(definition, hasLoadBalancer) {
    const containers = definition?.containerDefinitions ?? [];
    return {
        container: containers.some(({ essential, healthCheck }) => essential !== false && healthCheck !== undefined),
        loadBalancer: hasLoadBalancer,
    };
}
/**
 * When a task that stopped was healthy before: milliseconds since the epoch; undefined where it never was. In doubt it was:
 * giving up needs certainty.
 */
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
/** The same for a task that runs, at this moment. */
function runningTaskHealthyAt(task, checks, now) {
    const { startedAt, lastStatus, healthStatus } = task;
    if (startedAt === undefined || lastStatus !== 'RUNNING')
        return undefined;
    if (checks.container)
        return healthStatus === 'HEALTHY' ? now : undefined;
    const since = startedAt.getTime() + (checks.loadBalancer ? maybeHealthyTarget : healthyWithoutChecks);
    return since <= now ? since : undefined;
}
/** ECS stopped it because a check failed (texts observed). */
function failedHealthChecks({ stoppedReason }) {
    return /failed (?:elb|container|vpc lattice|target)[\w ]* ?health checks/i.test(stoppedReason ?? '');
}


/***/ })

};
