export const id = 6006;
export const ids = [6006,4803];
export const modules = {

/***/ 6006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployGroupMain: () => (/* binding */ deployGroupMain)
});

// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/github/log.js
var github_log = __webpack_require__(853);
// EXTERNAL MODULE: ./lib/deployment/given-deployment.js
var given_deployment = __webpack_require__(68);
// EXTERNAL MODULE: ./lib/deployment/load-source.js
var load_source = __webpack_require__(6977);
;// CONCATENATED MODULE: ./lib/group/given-group.js



async function checkGroupOffline(given, files, startedAt) {
    if (!given.ok)
        return { ok: false, problems: distinct([...given.problems, ...(await fileProblems(given, files))]) };
    const { members: inputs, onGroupFailure } = given.value;
    const problems = [];
    const denied = new Set();
    const members = [];
    for (const member of inputs) {
        const checked = await (0,given_deployment.checkOffline)({ ok: true, value: member.inputs }, files);
        const file = checked.ok ? checked.value.file : undefined;
        if (file?.ok === false)
            problems.push(...file.problems.map(member.placed));
        const { cluster, service, region = '' } = member.inputs;
        const record = { ...(0,deployment_record/* newRecord */.Mx)(cluster, service, region, startedAt), denied };
        members.push({ given: member, file, record, begun: false });
    }
    if (problems.length > 0)
        return { ok: false, problems: distinct(problems) };
    return { ok: true, value: { members, onGroupFailure, startedAt, region: inputs[0]?.inputs.region ?? '' } };
}
async function fileProblems({ files: ofMembers }, files) {
    const found = ofMembers.map(async ({ taskDefinition, placed, ...how }) => {
        if (taskDefinition?.kind !== 'file')
            return [];
        const loaded = await (0,load_source/* loadFile */.ZN)(files, taskDefinition.path, how);
        return loaded.ok ? [] : loaded.problems.map(placed);
    });
    return (await Promise.all(found)).flat();
}
function distinct(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

// EXTERNAL MODULE: ./lib/group/group-state.js
var group_state = __webpack_require__(2624);
// EXTERNAL MODULE: ./lib/inputs/read-group-inputs.js + 1 modules
var read_group_inputs = __webpack_require__(5991);
// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 1 modules
var deployment_ports = __webpack_require__(6699);
// EXTERNAL MODULE: ./lib/actions/kept-state.js
var kept_state = __webpack_require__(8163);
// EXTERNAL MODULE: ./lib/actions/run-deployment.js
var run_deployment = __webpack_require__(104);
// EXTERNAL MODULE: ./lib/deployment/cancel.js
var cancel = __webpack_require__(309);
// EXTERNAL MODULE: ./lib/deployment/interrupted.js
var interrupted = __webpack_require__(2399);
// EXTERNAL MODULE: ./lib/github/run-context.js
var run_context = __webpack_require__(5928);
// EXTERNAL MODULE: ./lib/deployment/longest-run.js
var longest_run = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/inputs/needs.js
var needs = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/group/fold.js
var fold = __webpack_require__(4720);
// EXTERNAL MODULE: ./lib/group/group.js
var group_group = __webpack_require__(5084);
// EXTERNAL MODULE: ./lib/group/quotas.js
var quotas = __webpack_require__(2014);
;// CONCATENATED MODULE: ./lib/group/longest-parts.js


function longestParts(members) {
    const longest = members
        .map((_, index) => chainTo(index, members))
        .reduce((one, other) => (other.minutes > one.minutes ? other : one), {
        minutes: 0,
        count: 0,
    });
    const quota = (0,quotas/* quotaSeconds */.oJ)(members.length, members.length);
    return [
        ...(quota === 0 ? [] : [{ input: 'quotas of the API', minutes: quota / 60 }]),
        { input: longest.count > 1 ? `${longest.count} services in a row` : 'one service', minutes: longest.minutes },
    ];
}
function chainTo(index, members) {
    const known = new Map();
    const visit = (at) => {
        const found = known.get(at);
        if (found !== undefined)
            return found;
        const own = members[at] === undefined ? 0 : (0,longest_run/* longestParts */.d6)(members[at].inputs).reduce((sum, { minutes }) => sum + minutes, 0);
        const before = (members[at]?.needs ?? [])
            .map(visit)
            .reduce((one, other) => (other.minutes > one.minutes ? other : one), { minutes: 0, count: 0 });
        const chain = { minutes: own + before.minutes, count: before.count + 1 };
        known.set(at, chain);
        return chain;
    };
    return visit(index);
}

// EXTERNAL MODULE: ./lib/group/member-ports.js
var member_ports = __webpack_require__(9256);
// EXTERNAL MODULE: ./lib/deployment/deploy.js
var deploy = __webpack_require__(824);
// EXTERNAL MODULE: ./lib/deployment/extras.js
var extras = __webpack_require__(9212);
// EXTERNAL MODULE: ./lib/deployment/prepare-in-turn.js
var prepare_in_turn = __webpack_require__(1516);
// EXTERNAL MODULE: ./lib/deployment/read-service.js + 1 modules
var read_service = __webpack_require__(8245);
;// CONCATENATED MODULE: ./lib/group/prepare-group.js







const atOnce = 16;
async function prepareGroup(group, portsFor, ports) {
    const asked = group.members.map((member) => {
        const { cluster, service } = member.given.inputs;
        const answer = (0,read_service/* readService */.u)(portsFor(member), cluster, service);
        answer.catch(() => undefined);
        return { member, answer };
    });
    const waiting = [...asked];
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            const { member, answer } = next;
            await prepareOne(member, answer, portsFor(member));
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, group.members.length) }, work));
    ports.cancelled.throwIfAborted();
    for (const member of group.members) {
        if (member.prepared !== undefined)
            (0,deploy/* tellPlan */.fb)(member.prepared, portsFor(member), member.record);
    }
    leaveAll(group);
    return group.members.every(({ prepared }) => prepared !== undefined);
}
async function prepareOne(member, answer, ports) {
    const { given, record, file } = member;
    try {
        const prepared = await (0,prepare_in_turn/* prepareInTurn */.a)(given.inputs, ports, record, answer, file);
        if ((0,extras/* asksForExtras */.R)(given.inputs)) {
            member.extras = await (await Promise.all(/* import() */[__webpack_require__.e(7913), __webpack_require__.e(8400)]).then(__webpack_require__.bind(__webpack_require__, 8400))).prepareExtras(member, prepared, ports);
        }
        member.prepared = prepared;
        member.preparedAt = ports.clock.uptime();
    }
    catch (error) {
        if (ports.cancelled.aborted)
            return;
        const placed = error instanceof problem/* ProblemsFound */.t ? new problem/* ProblemsFound */.t(error.problems.map(given.placed)) : error;
        (0,group_group/* end */._N)(member, (0,interrupted.endingOfError)(placed, record), ports.clock.now());
    }
}
function leaveAll({ members }) {
    const wrong = members.filter(({ ending }) => ending !== undefined).map(group_group/* nameOf */.Vb);
    if (wrong.length === 0)
        return;
    for (const member of members) {
        if (member.ending !== undefined)
            continue;
        member.record.running = member.record.before;
        member.notBegun = `${wrong.join(' and ')} cannot be deployed`;
    }
}
async function planGroup(group, portsFor) {
    for (const member of group.members) {
        const { given, record, prepared } = member;
        if (prepared === undefined)
            continue;
        const ports = portsFor(member);
        (0,group_group/* end */._N)(member, (await (0,deploy/* start */.ni)(prepared, given.inputs, ports, record)), ports.clock.now());
    }
}

// EXTERNAL MODULE: ./lib/deployment/register-revision.js
var register_revision = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/deployment/version.js
var version = __webpack_require__(3355);
// EXTERNAL MODULE: ./lib/task-definition/canonical.js
var canonical = __webpack_require__(4123);
// EXTERNAL MODULE: ./lib/group/all-ended.js
var all_ended = __webpack_require__(4149);
;// CONCATENATED MODULE: ./lib/group/register-group.js







const tellEvery = 20;
function revisionsOf(members) {
    const needing = members.filter(({ prepared }) => {
        const decision = prepared?.decision;
        return decision?.kind === 'update' && decision.revision !== undefined;
    });
    return [...Map.groupBy(needing, revisionKey).values()];
}
function revisionKey({ prepared, given }) {
    const { definition, tags, reuse } = prepared;
    return JSON.stringify([
        (0,canonical/* canonicalText */.A)(definition),
        reuse?.definition.taskDefinitionArn,
        tags,
        given.inputs.tags,
        given.inputs.allowUnknownMembers,
    ]);
}
async function registerGroup(group, portsFor, ports) {
    const revisions = revisionsOf(group.members);
    let done = 0;
    const families = Map.groupBy(revisions, ([first]) => first?.prepared?.definition.family);
    const work = [...families.values()].map(async (ofFamily) => {
        for (const sharing of ofFamily) {
            ports.cancelled.throwIfAborted();
            if (group.members.some(({ ending }) => ending !== undefined))
                return;
            await registerFor(sharing, portsFor);
            done += 1;
            if (done % tellEvery === 0)
                ports.log.info(`${done} of ${revisions.length} revisions are ready.`);
        }
    });
    await (0,all_ended/* allEnded */.C)(work);
    ports.cancelled.throwIfAborted();
    leaveAll(group);
    for (const { record, prepared, notBegun } of group.members) {
        if (notBegun === undefined || prepared?.registered === undefined || prepared.reuse !== undefined)
            continue;
        record.notices.push(`${(0,version/* versionOf */.E4)(prepared.registered.definition).taskDefinition} was registered and is not deployed.`);
    }
    return group.members.every(({ ending }) => ending === undefined);
}
async function registerFor(sharing, portsFor) {
    const [first, ...others] = sharing;
    const ports = portsFor(first);
    let registered;
    try {
        registered = await (0,register_revision/* revisionFor */.HU)(first.prepared, first.given.inputs, ports, first.record);
        await ports.keep();
    }
    catch (error) {
        if (!ports.cancelled.aborted)
            (0,group_group/* end */._N)(first, (0,interrupted.endingOfError)(error, first.record), ports.clock.now());
        return;
    }
    for (const member of sharing) {
        if (member.prepared !== undefined)
            member.prepared = { ...member.prepared, registered };
    }
    const { taskDefinition } = (0,version/* versionOf */.E4)(registered.definition);
    for (const member of others)
        portsFor(member).log.info(`Deploys ${taskDefinition} as well, which is the same as that of ${(0,group_group/* nameOf */.Vb)(first)}.`);
}

// EXTERNAL MODULE: ./lib/deployment/conclude.js
var conclude = __webpack_require__(6590);
// EXTERNAL MODULE: ./lib/deployment/task-addresses.js
var task_addresses = __webpack_require__(9459);
// EXTERNAL MODULE: ./lib/deployment/watch.js + 1 modules
var watch = __webpack_require__(8640);
// EXTERNAL MODULE: ./lib/deployment/watch-settling.js
var watch_settling = __webpack_require__(2841);
// EXTERNAL MODULE: ./lib/deployment/apply.js
var apply = __webpack_require__(7931);
// EXTERNAL MODULE: ./lib/deployment/read-once-more.js
var read_once_more = __webpack_require__(4803);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/task-definition/compare.js + 1 modules
var compare = __webpack_require__(1424);
;// CONCATENATED MODULE: ./lib/group/refresh.js








async function upToDate(member, ports) {
    const { record, given, file } = member;
    const prepared = member.prepared;
    if (ports.clock.uptime() - (member.preparedAt ?? 0) < apply/* serviceFreshMilliseconds */.y$)
        return prepared;
    const { cluster, service: name } = given.inputs;
    const asked = await (0,read_service/* readService */.u)(ports, cluster, name);
    if (!asked.ok)
        throw new problem/* ProblemsFound */.t(asked.problems.map(given.placed));
    const before = (0,snapshot/* snapshotOf */.eY)(asked.value, ports.clock);
    if ((0,read_once_more.isAsBefore)(prepared.before, before) && prepared.decision.kind === 'update') {
        record.snapshot = before;
        (0,deployment_record/* noteOlder */.$z)(record, before);
        return { ...prepared, service: asked.value, before };
    }
    ports.log.info('The service has changed since it was read; preparing it again.');
    const { registered } = prepared;
    const anew = await (0,prepare_in_turn/* prepareInTurn */.a)(given.inputs, ports, record, Promise.resolve(asked), file);
    const isStillRight = registered !== undefined && (0,compare/* equalDefinitions */.Ds)(prepared.definition, anew.definition);
    member.prepared = isStillRight ? { ...anew, registered } : anew;
    member.preparedAt = ports.clock.uptime();
    return member.prepared;
}
async function anew(member, earlier, times, ports) {
    const { prepareAgain } = await __webpack_require__.e(/* import() */ 1149).then(__webpack_require__.bind(__webpack_require__, 1149));
    const { record, given, file } = member;
    const prepared = await prepareAgain(earlier, times, given.inputs, ports, record, file);
    Object.assign(member, { prepared, preparedAt: ports.clock.uptime() });
    return prepared;
}

// EXTERNAL MODULE: ./lib/group/take-back.js
var take_back = __webpack_require__(8294);
;// CONCATENATED MODULE: ./lib/group/roll-out.js











class Stopped extends Error {
}
function nextToBegin(members, queued) {
    const isReady = ({ given }) => given.needs.every((index) => {
        const outcome = members[index]?.ending?.outcome;
        return outcome !== undefined && (0,fold/* isThere */.$B)(outcome);
    });
    return members.filter((member) => !queued.has(member) && member.ending === undefined && isReady(member));
}
async function rollOut(group, run) {
    const { members, onGroupFailure } = group;
    const stop = new AbortController();
    const queued = new Set();
    const running = new Map();
    let cause;
    const holds = () => !stop.signal.aborted && unsuccessful(members) === undefined;
    const begin = (member) => {
        queued.add(member);
        const done = runMember(member, holds, stop.signal, run).finally(() => running.delete(member));
        done.catch(() => undefined);
        running.set(member, done);
    };
    for (;;) {
        if (holds())
            for (const member of nextToBegin(members, queued))
                begin(member);
        if (running.size === 0)
            break;
        await Promise.race(running.values());
        if (run.ports.cancelled.aborted)
            await (0,all_ended/* allEnded */.C)(running.values());
        run.ports.cancelled.throwIfAborted();
        const failed = onGroupFailure === 'rollback' ? failureOfGroup(members) : undefined;
        if (failed !== undefined) {
            cause = failed;
            run.ports.log.info(`${(0,group_group/* nameOf */.Vb)(failed)} failed: what this run has changed is taken back.`);
            stop.abort(new Stopped(`${(0,group_group/* nameOf */.Vb)(failed)} failed`));
            await (0,take_back/* takeAllBack */.E)(group, failed, new Map(running), run);
            break;
        }
    }
    const first = cause ?? unsuccessful(members);
    if (first === undefined)
        return;
    for (const member of members)
        if (!member.begun && member.ending === undefined)
            notBegin(member, first);
}
function unsuccessful(members) {
    return members.find(({ ending }) => ending !== undefined && !(0,fold/* isThere */.$B)(ending.outcome));
}
function failureOfGroup(members) {
    return members
        .filter(({ ending }) => ending !== undefined && (0,fold/* takesOthersBack */.Xu)(ending.outcome))
        .sort((one, other) => (one.endedAt ?? 0) - (other.endedAt ?? 0))[0];
}
function notBegin(member, because) {
    member.record.running = member.record.before;
    member.notBegun = `${(0,group_group/* nameOf */.Vb)(because)} did not end well (${because.ending?.outcome})`;
}
async function runMember(member, holds, stop, run) {
    const { record } = member;
    const ports = run.portsFor(member);
    if (member.prepared?.decision.kind === 'update')
        await run.updateTurn(() => Promise.resolve());
    if (!holds() || ports.cancelled.aborted)
        return;
    try {
        const prepared = await upToDate(member, ports);
        if (!holds())
            return;
        member.begun = true;
        member.begunAt = ports.clock.now();
        ports.log.info('Begins.');
        if (member.extras !== undefined)
            await (await Promise.all(/* import() */[__webpack_require__.e(7913), __webpack_require__.e(8400)]).then(__webpack_require__.bind(__webpack_require__, 8400))).suspendWhereWanted(member, ports);
        const ending = await deployMember(prepared, member, stop, ports, run);
        await (0,task_addresses/* findAddresses */.WX)(ending, ports, record);
        (0,group_group/* end */._N)(member, ending, ports.clock.now());
        await ports.keep();
        ports.log.info(`Ends: ${ending.outcome}. ${ending.headline}`);
    }
    catch (error) {
        if (ports.cancelled.aborted || (stop.aborted && error === stop.reason))
            return;
        const ending = (0,interrupted.endingOfError)(error, record);
        (0,group_group/* end */._N)(member, ending, ports.clock.now());
        ports.log.info(`Ends: ${ending.outcome}. ${ending.headline}`);
    }
}
async function deployMember(prepared, member, stop, ports, { updateNow }) {
    const { record, given } = member;
    const started = await (0,deploy/* startAsRead */.Zp)(prepared, (earlier, times) => anew(member, earlier, times, ports), withoutTask(given.inputs), { ...ports, ecs: { ...ports.ecs, updateService: updateNow } }, record);
    if ('outcome' in started)
        return started;
    member.subject = started;
    const stoppable = { ...ports, cancelled: AbortSignal.any([ports.cancelled, stop]) };
    return watchMember(started, member, stoppable, ports);
}
async function watchMember(subject, { record, given }, stoppable, ports) {
    const inputs = (0,deploy/* policyFor */.KV)(given.inputs, record);
    const watched = await (0,watch/* watch */.w)(subject, stoppable, record);
    if (watched.kind === 'completed') {
        const reason = await (0,watch_settling/* whyNotSettled */.f)(inputs.settleSeconds, subject, stoppable, record);
        if (reason !== undefined)
            return (0,conclude/* afterGivingUp */.yx)({ reason, subject, afterCompletion: true }, inputs, ports, record);
    }
    return (0,conclude/* conclude */.Ep)(watched, subject, { ...inputs, settleSeconds: 0 }, ports, record);
}
function withoutTask({ preDeploy: _, ...inputs }) {
    return inputs;
}

// EXTERNAL MODULE: ./lib/group/shared-ecs.js + 1 modules
var shared_ecs = __webpack_require__(7944);
// EXTERNAL MODULE: ./lib/group/turns.js + 1 modules
var turns = __webpack_require__(1662);
;// CONCATENATED MODULE: ./lib/group/deploy-group.js













async function deployGroup(group, ports, keep) {
    const { members } = group;
    tellGroup(group, ports);
    const shared = { ecs: ports.ecs, lots: await ports.lots(), clock: ports.clock, turns: (0,turns/* turnsOf */.o)(ports.clock) };
    const reading = (0,shared_ecs/* sharedEcs */.R)(shared);
    const lookUps = {
        roles: (0,member_ports/* remembering */.M)(ports.roles),
        secrets: (0,member_ports/* remembering */.M)(ports.secrets),
        ecr: (0,member_ports/* remembering */.M)(ports.ecr),
        imageTools: (0,member_ports/* remembering */.M)(ports.imageTools),
        ec2: (0,member_ports/* remembering */.M)(ports.ec2),
        repositoryUri: (0,member_ports/* remembering */.M)({ ask: ports.repositoryUri }).ask,
    };
    const forReading = (member) => ({ ...(0,member_ports/* portsOf */.a)(member, ports, reading, keep), ...lookUps });
    if (!(await prepareGroup(group, forReading, ports)))
        return;
    if (members.some(({ given }) => given.inputs.dryRun))
        return planGroup(group, forReading);
    const revisions = revisionsOf(members).length;
    const updates = members.filter(({ prepared }) => prepared?.decision.kind === 'update').length;
    const words = (0,quotas/* quotaWords */.IR)(revisions, updates, false);
    if (words !== undefined)
        ports.log.info(words);
    if (!(await registerGroup(group, forReading, ports)))
        return;
    if (members.some(({ given }) => given.inputs.preDeploy !== undefined)) {
        const { runPreDeployTasks } = await Promise.all(/* import() */[__webpack_require__.e(7913), __webpack_require__.e(8400)]).then(__webpack_require__.bind(__webpack_require__, 8400));
        if ((await runPreDeployTasks(group, forReading)) !== undefined)
            return leaveAll(group);
    }
    const watching = (0,shared_ecs/* sharedEcs */.R)(shared, (0,turns/* inTurn */.l)(quotas/* watchingPace */.Vv, ports.clock));
    const portsFor = (member) => (0,member_ports/* portsOf */.a)(member, ports, watching, keep);
    await rollOut(group, {
        portsFor,
        ports,
        updateTurn: shared.turns.update,
        updateNow: (input) => ports.ecs.updateService(input),
    });
    if (members.some(({ extras }) => extras !== undefined))
        await verifyAndSettle(group, portsFor, ports);
}
async function verifyAndSettle(group, portsFor, ports) {
    const { settleGroup, verifyGroup } = await Promise.all(/* import() */[__webpack_require__.e(7913), __webpack_require__.e(8400)]).then(__webpack_require__.bind(__webpack_require__, 8400));
    const allAreThere = group.members.every(({ ending }) => ending !== undefined && (0,fold/* isThere */.$B)(ending.outcome));
    const failed = allAreThere ? await verifyGroup(group, portsFor) : undefined;
    if (failed?.ending !== undefined && (0,fold/* takesOthersBack */.Xu)(failed.ending.outcome) && group.onGroupFailure === 'rollback') {
        ports.log.info(`${(0,group_group/* nameOf */.Vb)(failed)} was not verified: what this run has changed is taken back.`);
        await (0,take_back/* takeAllBack */.E)(group, failed, new Map(), { portsFor, ports });
    }
    await settleGroup(group, portsFor);
}
function tellGroup({ members }, ports) {
    const [first] = members;
    const { cluster = '', dryRun = false } = first?.given.inputs ?? {};
    ports.log.info(`Deploying a group of ${members.length} services in cluster ${cluster} (${ports.region}).`);
    const steps = (0,needs/* stepsOf */.B_)(members.map((member) => ({ name: (0,group_group/* nameOf */.Vb)(member), needs: needsOf(member, members) })));
    if (steps.length > 1) {
        for (const [index, names] of steps.entries())
            ports.log.info(`  ${index + 1}. ${names.join(', ')}`);
    }
    if (dryRun)
        return;
    const words = (0,quotas/* quotaWords */.IR)(members.length, members.length, true);
    if (words !== undefined)
        ports.log.info(words);
    const parts = longestParts(members.map(({ given }) => given));
    (0,longest_run/* tellLongestRun */.Zq)(parts, ports.log);
}
function needsOf({ given }, members) {
    return given.needs.flatMap((index) => (members[index] === undefined ? [] : [(0,group_group/* nameOf */.Vb)(members[index])]));
}

;// CONCATENATED MODULE: ./lib/actions/run-group.js







async function runGroup(group, cancellation, keep, open) {
    let ports;
    const story = async () => {
        try {
            ports = await open();
            group.region = ports.region;
            for (const { record } of group.members) {
                record.region = ports.region;
                record.causesAddress = (0,run_context/* causesAddress */.T)(ports.run);
            }
            await deployGroup(group, ports, keep);
            return 'over';
        }
        catch (error) {
            if (cancellation.signal.aborted)
                return 'cancelled';
            endAll(group, error, ports?.clock.now() ?? Date.now());
            return 'over';
        }
    };
    const told = story();
    const first = await Promise.race([told, cancellation.requested]);
    if (first === 'over' || (await cancellation.grace(told)) === 'over')
        return 'over';
    await cancelGroup(group, ports, keep);
    return 'cancelled';
}
function endAll(group, error, now) {
    const open = group.members.filter(({ ending, notBegun }) => ending === undefined && notBegun === undefined);
    const [first] = open;
    if (error instanceof problem/* ProblemsFound */.t && first !== undefined) {
        group.record = first.record;
        group.ending = (0,interrupted.endingOfError)(error, first.record);
        return;
    }
    for (const member of open)
        (0,group_group/* end */._N)(member, (0,interrupted.endingOfError)(error, member.record), now);
}
async function cancelGroup(group, ports, keep) {
    group.cancelled = true;
    await Promise.all(group.members.map(async (member) => {
        if (member.ending !== undefined && !isBeingSentBack(member))
            return;
        if (!member.begun && member.record.update === undefined && member.record.preDeploy === undefined) {
            member.notBegun = 'the run was cancelled';
            return;
        }
        const own = ports && (0,member_ports/* portsOf */.a)(member, ports, ports.ecs, keep);
        const ending = await (0,cancel.cancelDeployment)(member.given.inputs, own, member.record);
        (0,group_group/* end */._N)(member, ending, ports?.clock.now() ?? Date.now());
    }));
}
function isBeingSentBack({ goingBack, record }) {
    return goingBack === true && (record.rollbackSent ?? record.sending) !== undefined;
}

// EXTERNAL MODULE: ./lib/actions/tell-group.js + 4 modules
var tell_group = __webpack_require__(2943);
;// CONCATENATED MODULE: ./lib/actions/deploy-group.js













async function deployGroupMain(env, files) {
    const log = (0,github_log/* consoleLogger */.k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    const startedAt = Date.now();
    const checked = await checkGroupOffline(await (0,read_group_inputs/* readGroupInputs */.z)(env, files), files, startedAt);
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    (0,actions_cancellation/* tellWhenCancelled */.L)(cancellation, log);
    const group = checked.ok ? checked.value : { members: [], onGroupFailure: 'rollback', startedAt, region: '' };
    let how = 'over';
    if (checked.ok) {
        const keep = async (member) => (0,kept_state/* saveState */.LZ)((0,group_state/* memberStateName */.lJ)(group.members.indexOf(member)), (0,group_state/* memberText */.WI)(member), env);
        (0,kept_state/* saveState */.LZ)(group_state/* groupStateName */.ij, (0,group_state/* groupText */.VR)(group), env);
        const [first] = group.members;
        const { region, githubToken } = first?.given.inputs ?? {};
        const allowUnknownMembers = [...new Set(group.members.flatMap(({ given }) => given.inputs.allowUnknownMembers))];
        const inputs = {
            allowUnknownMembers,
            ...(region === undefined ? {} : { region }),
            ...(githubToken === undefined ? {} : { githubToken }),
        };
        how = await runGroup(group, cancellation, keep, () => (0,deployment_ports/* deploymentPorts */.y)(inputs, env, log, cancellation.signal, () => Promise.resolve()));
    }
    else {
        group.record = (0,deployment_record/* newRecord */.Mx)('', '', '', startedAt);
        group.ending = await (0,run_deployment/* endOfError */.F)(new problem/* ProblemsFound */.t(checked.problems), group.record);
    }
    const exitCode = await (0,tell_group/* tellGroup */.d)(group, log, env);
    if (checked.ok && how === 'over')
        (0,kept_state/* saveState */.LZ)(group_state/* groupStateName */.ij, '', env);
    return exitCode;
}


/***/ }),

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

/***/ 309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelDeployment: () => (/* binding */ cancelDeployment)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2399);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7742);




async function cancelDeployment(inputs, ports, record) {
    if (record.preDeploy?.state === 'going' && ports !== undefined) {
        const { cancelPreDeployTask } = await Promise.all(/* import() */[__webpack_require__.e(1085), __webpack_require__.e(9013)]).then(__webpack_require__.bind(__webpack_require__, 7006));
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, await cancelPreDeployTask(record, ports));
    }
    if (record.update === undefined || ports === undefined) {
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, mayBeLeft(record));
    }
    const onItsWay = unanswered(record);
    if (onItsWay !== undefined)
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, `${onItsWay} ${postLooks}`);
    if (record.rollbackSent !== undefined) {
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, 'The rollback was under way: it goes on in ECS, and nobody watches it now.');
    }
    if (record.deploymentId === undefined || record.adopted) {
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, 'The settings of the service were changed.');
    }
    if (inputs.onCancel === 'leave')
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, left(record));
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCompleted */ .Uj)(record)) {
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, 'The deployment had completed; the post step takes it back.');
    }
    const time = new AbortController();
    const tooLate = ports.clock.sleep(askMilliseconds).then(() => {
        time.abort(new Error('the time is up'));
        const onItsWay = unanswered(record);
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, onItsWay === undefined ? notInTime : `${onItsWay} ${postLooks}`);
    });
    return Promise.race([askEcsToGoBack(ports, record, time.signal), tooLate]);
}
const askMilliseconds = 3_000;
const notInTime = 'The rollback could not be sent in time; the post step sends it.';
const postLooks = 'The post step looks what became of it.';
function unanswered({ sending }) {
    switch (sending) {
        case 'update':
            return 'UpdateService was on its way.';
        case 'stop':
            return 'The rollback (StopServiceDeployment) was on its way.';
        case 'update-back':
            return 'The rollback (UpdateService) was on its way.';
        default:
            return undefined;
    }
}
function mayBeLeft({ sending }) {
    if (sending === 'register')
        return 'A task definition revision may have been registered.';
    return sending === 'suspend' ? 'Its automatic scaling may have been suspended.' : '';
}
function left(record) {
    const { memory, sending, verifying } = record;
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCompleted */ .Uj)(record)) {
        const looking = verifying ? ' and was being verified' : ', and whether its tasks stay was being looked at';
        return `The deployment had completed${looking}; it is left as it is (on-cancel is "leave").`;
    }
    if (memory?.failedAt !== undefined || sending === 'register-back') {
        return 'The deployment had failed, and was not rolled back (on-cancel is "leave").';
    }
    return 'The deployment goes on in ECS (on-cancel is "leave"); nobody watches it now.';
}
async function askEcsToGoBack(ports, record, time) {
    try {
        const arn = record.serviceDeploymentArn ?? (await serviceDeploymentArn(ports, record));
        if (arn === undefined)
            throw new Error('its service deployment is not known yet');
        time.throwIfAborted();
        record.sending = 'stop';
        await ports.keep();
        if (time.aborted)
            record.sending = undefined;
        time.throwIfAborted();
        await ports.ecs.rollBackServiceDeployment(arn);
        record.sending = undefined;
        record.rollbackSent = 'StopServiceDeployment';
        await ports.keep();
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, 'ECS was asked to roll the deployment back; the post step watches it.');
    }
    catch (error) {
        ports.log.info(`The rollback could not be sent (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}); the post step tries again.`);
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledEnding */ .Dy)(record, notInTime);
    }
}
const looks = 4;
const betweenLooksMilliseconds = 700;
async function serviceDeploymentArn(ports, { deploymentId, cluster, service }) {
    for (let look = 1;; look++) {
        const history = (await ports.ecs.listServiceDeployments(cluster, service)).map(_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .serviceDeploymentView */ .Ec);
        const own = history.find((deployment) => deployment.deploymentId === deploymentId);
        if (own !== undefined || look === looks)
            return own?.arn;
        await ports.clock.sleep(betweenLooksMilliseconds);
    }
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

/***/ 68:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkOffline: () => (/* binding */ checkOffline)
/* harmony export */ });
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2933);
/* harmony import */ var _load_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6977);


async function checkOffline(given, files) {
    const { taskDefinition, ...how } = given.ok ? given.value : given.file;
    const loaded = taskDefinition?.kind === 'file' ? await (0,_load_source_js__WEBPACK_IMPORTED_MODULE_1__/* .loadFile */ .ZN)(files, taskDefinition.path, how) : undefined;
    if (!given.ok) {
        return { ok: false, problems: [...given.problems, ...(loaded?.ok === false ? loaded.problems : [])] };
    }
    const problems = loaded?.ok ? misplaced(given.value, loaded.value) : [];
    const file = problems.length > 0 ? { ok: false, problems } : loaded;
    return { ok: true, value: { inputs: given.value, ...(file === undefined ? {} : { file }) } };
}
function misplaced(inputs, { definition }) {
    const own = inputs.ecrImage === undefined ? [] : [{ image: '', input: 'ecr-repository' }];
    const named = [...inputs.images, ...own].map((image) => ({ ...image, written: image.image, notices: [] }));
    const placed = (0,_images_js__WEBPACK_IMPORTED_MODULE_0__/* .placeImages */ .aV)(definition, named, inputs);
    return placed.ok ? [] : placed.problems;
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

/***/ 4803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isAsBefore: () => (/* binding */ isAsBefore),
/* harmony export */   readOnceMore: () => (/* binding */ readOnceMore)
/* harmony export */ });
/* harmony import */ var _rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8292);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7742);



async function readOnceMore(prepared, ports, record) {
    const service = await ports.ecs.describeService(record.cluster, record.service).catch(() => undefined);
    if (service === undefined || ports.cancelled.aborted)
        return undefined;
    const before = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotOf */ .eY)(service, ports.clock);
    if (!isAsBefore(prepared.before, before))
        return undefined;
    record.snapshot = before;
    (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .noteOlder */ .$z)(record, before);
    return { ...prepared, service, before: withCompleted(before, prepared.before) };
}
function withCompleted(now, earlier) {
    const listed = new Set(now.deployments.map(({ id }) => id));
    const left = earlier.deployments.filter(({ id, rolloutState }) => rolloutState === 'COMPLETED' && !listed.has(id));
    return { ...now, deployments: [...now.deployments, ...left] };
}
function isAsBefore(one, other) {
    const [before, now] = [(0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(one), (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(other)];
    return before?.id === now?.id && before?.rolloutState === now?.rolloutState && isRollback(one) === isRollback(other);
}
function isRollback(snapshot) {
    return (0,_rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .inProgressOf */ .a)(snapshot)?.kind === 'rolling-back';
}


/***/ }),

/***/ 4149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ allEnded)
/* harmony export */ });
async function allEnded(work) {
    const settled = await Promise.allSettled(work);
    const broken = settled.find(({ status }) => status === 'rejected');
    if (broken?.status === 'rejected')
        throw broken.reason;
}


/***/ })

};
