export const id = 8400;
export const ids = [8400,454,2078];
export const modules = {

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkScaling: () => (/* binding */ checkScaling),
/* harmony export */   settleScaling: () => (/* binding */ settleScaling),
/* harmony export */   suspendScaling: () => (/* binding */ suspendScaling)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(377);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3180);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7742);






const all = { in: true, out: true, scheduled: true };
const none = { in: false, out: false, scheduled: false };
async function checkScaling(inputs, ports, record) {
    const { autoscaling, settings } = inputs;
    if (autoscaling === undefined) {
        if (settings.desiredCount !== undefined && !namesVersion(inputs))
            await refuseScaled(ports, record);
        return undefined;
    }
    if (autoscaling === 'leave')
        return undefined;
    const target = await readTarget(ports, record);
    if (target === undefined) {
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, `autoscaling is ${autoscaling}, and nothing scales this service: there is no scalable target.`);
        return undefined;
    }
    const { desiredCount = target.minCapacity } = settings;
    if (autoscaling === 'resume' && (desiredCount < target.minCapacity || desiredCount > target.maxCapacity)) {
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, `desired-count is ${desiredCount}, outside of the ${target.minCapacity} to ${target.maxCapacity} tasks that automatic scaling keeps to: the next time it scales, the count goes back between them.`);
    }
    return target;
}
function namesVersion({ images, ecrImage, taskDefinition, overrides }) {
    return (images.length > 0 || ecrImage !== undefined || taskDefinition !== undefined || Object.keys(overrides).length > 0);
}
async function refuseScaled(ports, record) {
    const isScaled = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(record, 'application-autoscaling:DescribeScalableTargets', () => ports.scalableTargets.isScaled(record.cluster, record.service));
    if (isScaled !== true)
        return;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([
        {
            input: 'desired-count',
            message: 'Application Auto Scaling steers the count of this service and would change it again. Say with autoscaling what is to ' +
                'become of that: suspend (before the count is set), resume (after it), or leave.',
        },
    ]);
}
async function readTarget(ports, record) {
    try {
        return await ports.scalableTargets.describe(record.cluster, record.service);
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        const message = `What scales the service cannot be read: ${whyNot(error, 'application-autoscaling:DescribeScalableTargets')}.`;
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ input: 'autoscaling', message }]);
    }
}
async function suspendScaling(target, ports, record) {
    if (isEqual(target.suspended, all)) {
        ports.log.info('The automatic scaling of the service is suspended already.');
        return;
    }
    try {
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_5__/* .sendKept */ .$)('suspend', ports, record, () => ports.scalableTargets.setSuspended(record.cluster, record.service, all));
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'denied')
            throw error;
        record.sending = undefined;
        const message = `The automatic scaling cannot be suspended: ${whyNot(error, 'application-autoscaling:RegisterScalableTarget')}.`;
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ input: 'autoscaling', message }]);
    }
    record.scaling = { before: target.suspended, now: all };
    await ports.keep();
    ports.log.info('The automatic scaling of the service is suspended.');
    (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, suspended);
}
const suspended = 'This run has suspended the automatic scaling of the service (autoscaling: suspend). With autoscaling: resume it goes on.';
async function settleScaling(end, target, wanted, ports, record) {
    const isGood = ['deployed', 'unchanged', 'updated', 'started'].includes(end.outcome);
    if (wanted === 'resume')
        return isGood ? resume(end, target, ports, record) : end;
    if (record.scaling === undefined)
        return end;
    if (isGood)
        return asUpdated(end, 'Its automatic scaling was suspended.');
    if (end.outcome === 'rolled-back')
        await putBack(record.scaling, ports, record);
    return end;
}
async function resume(end, { suspended: before }, ports, record) {
    if (isEqual(before, none)) {
        ports.log.info('The automatic scaling of the service is not suspended.');
        return end;
    }
    try {
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_5__/* .sendKept */ .$)('resume', ports, record, () => ports.scalableTargets.setSuspended(record.cluster, record.service, none));
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        ports.cancelled.throwIfAborted();
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        record.sending = undefined;
        const why = whyNot(error, 'application-autoscaling:RegisterScalableTarget');
        const headline = `${end.headline} But its automatic scaling could not be resumed, so the count stays as it is: ${why}.`;
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .BV)('failed', headline, [resumeCommand(record)]);
    }
    record.scaling = { before, now: none };
    ports.log.info('The automatic scaling of the service goes on.');
    return asUpdated(end, 'Its automatic scaling was resumed.');
}
function asUpdated(end, what) {
    const headline = `${end.headline} ${what}`;
    return end.outcome === 'unchanged' ? (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K1)('updated', headline) : { ...end, headline };
}
async function putBack({ before, now }, ports, record) {
    try {
        const target = await ports.scalableTargets.describe(record.cluster, record.service);
        if (target === undefined || !isEqual(target.suspended, now))
            return;
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_5__/* .sendKept */ .$)('resume', ports, record, () => ports.scalableTargets.setSuspended(record.cluster, record.service, before));
        record.notices.splice(record.notices.indexOf(suspended), 1, 'The automatic scaling of the service is as it was before.');
    }
    catch (error) {
        ports.cancelled.throwIfAborted();
        record.sending = undefined;
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, `The automatic scaling stays suspended: ${whyNot(error, 'application-autoscaling:RegisterScalableTarget')}.`);
    }
}
function resumeCommand({ cluster, service, region }) {
    const nameIn = (reference) => reference.slice(reference.lastIndexOf('/') + 1);
    return {
        why: 'Resume the automatic scaling',
        command: `aws application-autoscaling register-scalable-target --region ${region} --service-namespace ecs --scalable-dimension ecs:service:DesiredCount ` +
            `--resource-id service/${nameIn(cluster)}/${nameIn(service)} ` +
            '--suspended-state DynamicScalingInSuspended=false,DynamicScalingOutSuspended=false,ScheduledScalingSuspended=false',
    };
}
function whyNot(error, action) {
    if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'denied')
        return `the permission ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? action} is missing`;
    return (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
}
function isEqual(one, other) {
    return one.in === other.in && one.out === other.out && one.scheduled === other.scheduled;
}


/***/ }),

/***/ 2078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tidyRevisions: () => (/* binding */ tidyRevisions)
});

// UNUSED EXPORTS: mostAtOnce

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/task-definition/choose-for-tidying.js
function chooseForTidying(revisions, used, keep) {
    const newestFirst = [...revisions].sort((one, other) => numberOf(other) - numberOf(one));
    return newestFirst
        .slice(keep)
        .filter((arn) => !used.has(arn))
        .reverse();
}
function numberOf(arn) {
    return Number(arn.slice(arn.lastIndexOf(':') + 1));
}

// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
;// CONCATENATED MODULE: ./lib/deployment/tidy-revisions.js



const betweenCalls = 1_100;
const mostAtOnce = 50;
const keptDeployments = 2;
async function tidyRevisions(end, keep, ports, record) {
    if (!['deployed', 'unchanged', 'updated'].includes(end.outcome))
        return;
    const family = familyOf(record.wanted?.taskDefinitionArn ?? record.before?.taskDefinitionArn ?? '');
    if (family === undefined)
        return;
    try {
        const revisions = await ports.ecs.listRevisions(family);
        if (revisions.length <= keep)
            return;
        const used = await revisionsInUse(family, ports, record);
        const chosen = chooseForTidying(revisions, used, keep);
        const now = chosen.slice(0, mostAtOnce);
        if (now.length === 0)
            return;
        ports.log.info(`Deregistering ${now.length} old ${now.length === 1 ? 'revision' : 'revisions'} of ${family}.`);
        const done = await deregister(now, ports);
        const left = chosen.length - done;
        if (done > 0)
            (0,deployment_record/* addNotice */.Mp)(record, `${done} old ${done === 1 ? 'revision' : 'revisions'} of ${family} were deregistered (keep-revisions ${keep}).`);
        if (left > 0)
            (0,deployment_record/* addNotice */.Mp)(record, `${left} more can be deregistered, by the next runs.`);
    }
    catch (error) {
        if (ports.cancelled.aborted)
            return;
        const why = (0,failure/* failureKind */.zU)(error) === 'denied'
            ? `the permission ${(0,failure/* deniedAction */.Ub)(error) ?? 'to do it'} is missing`
            : (0,failure/* describeFailure */.Ic)(error).replace(/\.$/, '');
        (0,deployment_record/* addNotice */.Mp)(record, `No further old revision of ${family} was deregistered (keep-revisions ${keep}): ${why}.`);
    }
}
async function deregister(revisions, { ecs, clock, cancelled }) {
    for (const [index, arn] of revisions.entries()) {
        if (index > 0)
            await clock.sleep(betweenCalls, cancelled);
        if (cancelled.aborted)
            return index;
        await ecs.deregisterTaskDefinition(arn);
    }
    return revisions.length;
}
async function revisionsInUse(family, { ecs }, record) {
    const own = [record.before, record.wanted, record.target?.version, record.running];
    const used = new Set(own.flatMap((version) => version?.taskDefinitionArn ?? []));
    for (const cluster of await ecs.listClusters()) {
        for (const arn of await revisionsInCluster(cluster, family, ecs))
            used.add(arn);
    }
    return used;
}
async function revisionsInCluster(cluster, family, ecs) {
    const found = [];
    for (const service of await ecs.describeServices(cluster, await ecs.listServices(cluster))) {
        const named = [service, ...(service.deployments ?? []), ...(service.taskSets ?? [])].map((one) => one.taskDefinition);
        found.push(...named);
        if (named.some((arn) => familyOf(arn ?? '') === family)) {
            found.push(...(await waysBackOf(cluster, service.serviceName ?? '', ecs)));
        }
    }
    const tasks = await ecs.listTasksOfFamily(cluster, family);
    if (tasks.length > 0) {
        found.push(...(await ecs.describeTasks(cluster, tasks)).map(({ taskDefinitionArn }) => taskDefinitionArn));
    }
    return found.flatMap((arn) => arn ?? []);
}
async function waysBackOf(cluster, service, ecs) {
    const completed = (await ecs.listServiceDeployments(cluster, service))
        .filter(({ status }) => status === 'SUCCESSFUL')
        .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
        .slice(0, keptDeployments)
        .flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []);
    if (completed.length === 0)
        return [];
    return (await ecs.describeServiceRevisions(completed)).flatMap(({ taskDefinition }) => taskDefinition ?? []);
}
function familyOf(arn) {
    return /:task-definition\/([\w-]+)(?::\d+)?$/.exec(arn)?.[1];
}


/***/ }),

/***/ 8400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareExtras: () => (/* binding */ prepareExtras),
/* harmony export */   runPreDeployTasks: () => (/* binding */ runPreDeployTasks),
/* harmony export */   settleGroup: () => (/* binding */ settleGroup),
/* harmony export */   suspendWhereWanted: () => (/* binding */ suspendWhereWanted),
/* harmony export */   verifyGroup: () => (/* binding */ verifyGroup)
/* harmony export */ });
/* harmony import */ var _deployment_interrupted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2399);
/* harmony import */ var _deployment_scaling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _deployment_tidy_revisions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2078);
/* harmony import */ var _verification_prepare_verification_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1290);
/* harmony import */ var _verification_verify_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7913);
/* harmony import */ var _all_ended_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4149);
/* harmony import */ var _fold_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4720);
/* harmony import */ var _group_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5084);








async function prepareExtras({ given, record }, prepared, ports) {
    const { inputs } = given;
    const { verification } = inputs;
    const target = await (0,_deployment_scaling_js__WEBPACK_IMPORTED_MODULE_1__.checkScaling)(inputs, ports, record);
    const basis = verification && (await (0,_verification_prepare_verification_js__WEBPACK_IMPORTED_MODULE_3__.prepareVerification)(verification, prepared.service, inputs, ports, record));
    const toVerify = verification && basis && { verification, basis, definition: prepared.definition };
    return { ...(target === undefined ? {} : { target }), ...(toVerify === undefined ? {} : { toVerify }) };
}
async function suspendWhereWanted({ given, record, extras }, ports) {
    if (extras?.target !== undefined && given.inputs.autoscaling === 'suspend') {
        await (0,_deployment_scaling_js__WEBPACK_IMPORTED_MODULE_1__.suspendScaling)(extras.target, ports, record);
    }
}
async function verifyGroup({ members }, portsFor) {
    await (0,_all_ended_js__WEBPACK_IMPORTED_MODULE_6__/* .allEnded */ .C)(members.map((member) => verifyOne(member, portsFor(member))));
    return members.find(({ ending }) => ending !== undefined && !(0,_fold_js__WEBPACK_IMPORTED_MODULE_5__/* .isThere */ .$B)(ending.outcome));
}
async function verifyOne(member, ports) {
    const { ending, extras, record, given } = member;
    if (ending === undefined || extras?.toVerify === undefined)
        return;
    (0,_group_js__WEBPACK_IMPORTED_MODULE_7__/* .end */ ._N)(member, await (0,_verification_verify_js__WEBPACK_IMPORTED_MODULE_4__.verify)(ending, extras.toVerify, given.inputs, ports, record), ports.clock.now());
    await ports.keep();
    ports.log.info(`Verified: ${member.ending?.outcome}. ${member.ending?.headline}`);
}
async function settleGroup({ members }, portsFor) {
    for (const member of members) {
        const { record, given, extras } = member;
        const { autoscaling, keepRevisions } = given.inputs;
        if (!member.begun || member.ending === undefined)
            continue;
        const ports = portsFor(member);
        if (extras?.target !== undefined && (autoscaling === 'suspend' || autoscaling === 'resume')) {
            member.ending = await (0,_deployment_scaling_js__WEBPACK_IMPORTED_MODULE_1__.settleScaling)(member.ending, extras.target, autoscaling, ports, record);
        }
        if (keepRevisions !== undefined)
            await (0,_deployment_tidy_revisions_js__WEBPACK_IMPORTED_MODULE_2__.tidyRevisions)(member.ending, keepRevisions, ports, record);
    }
}
async function runPreDeployTasks({ members }, portsFor) {
    for (const member of members) {
        const { given, record, prepared } = member;
        const { preDeploy } = given.inputs;
        const revision = prepared?.registered?.definition.taskDefinitionArn;
        if (preDeploy === undefined || prepared === undefined || revision === undefined)
            continue;
        const ports = portsFor(member);
        try {
            const { runPreDeployTask } = await Promise.all(/* import() */[__webpack_require__.e(1085), __webpack_require__.e(7006)]).then(__webpack_require__.bind(__webpack_require__, 7006));
            await runPreDeployTask(preDeploy, revision, prepared, ports, record);
        }
        catch (error) {
            ports.cancelled.throwIfAborted();
            (0,_group_js__WEBPACK_IMPORTED_MODULE_7__/* .end */ ._N)(member, (0,_deployment_interrupted_js__WEBPACK_IMPORTED_MODULE_0__.endingOfError)(error, record), ports.clock.now());
            return member;
        }
    }
    return undefined;
}


/***/ }),

/***/ 1290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareVerification: () => (/* binding */ prepareVerification)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _deployment_task_addresses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9459);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7748);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6613);
/* harmony import */ var _place_addresses_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3633);
/* harmony import */ var _watch_alarms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3639);






async function prepareVerification(verification, service, inputs, ports, record) {
    const wanted = (0,_place_addresses_js__WEBPACK_IMPORTED_MODULE_4__/* .placeholdersIn */ .Qf)(verification.urls);
    const problems = [];
    const collect = async (instead, look) => {
        try {
            return await look();
        }
        catch (error) {
            if (!(error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsFound */ .t))
                throw error;
            problems.push(...error.problems);
            return instead;
        }
    };
    const network = inputs.settings.networkConfiguration ?? service.networkConfiguration;
    const isPublic = network?.awsvpcConfiguration?.assignPublicIp === 'ENABLED';
    if (wanted.includes('public-ip') && !isPublic) {
        const message = 'It names {public-ip}, and the service gives its tasks no public address (assignPublicIp).';
        problems.push({ input: 'verify-urls', message });
    }
    else if (wanted.includes('public-ip') || wanted.includes('task-ip')) {
        await collect(undefined, () => tryAddresses(wanted.includes('public-ip'), ports, record));
    }
    const [loadBalancers, alarms] = await Promise.all([
        wanted.includes('load-balancer') ? collect([], () => loadBalancersOf(service, ports)) : [],
        verification.alarms.length > 0 ? collect([], () => (0,_watch_alarms_js__WEBPACK_IMPORTED_MODULE_3__/* .alarmsToWatch */ .fF)(verification.alarms, ports)) : [],
    ]);
    if (problems.length > 0)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsFound */ .t(problems);
    return { loadBalancers, alarms };
}
async function tryAddresses(isPublic, ports, record) {
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .primaryOf */ .Os)(record.snapshot);
    if (primary === undefined)
        return;
    const tasks = await readable('ecs:ListTasks, ecs:DescribeTasks', () => (0,_deployment_task_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .runningTasks */ .C1)(primary.id, ports, record.cluster));
    const interfaces = tasks.flatMap(({ networkInterface }) => networkInterface ?? []);
    if (!isPublic || interfaces.length === 0)
        return;
    await readable('ec2:DescribeNetworkInterfaces', () => ports.ec2.publicIps(interfaces));
}
async function loadBalancersOf({ loadBalancers = [] }, ports) {
    const groups = loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
    const names = await readable('elasticloadbalancing:DescribeTargetGroups, elasticloadbalancing:DescribeLoadBalancers', () => (groups.length === 0 ? Promise.resolve([]) : ports.targetHealth.loadBalancerNames(groups)));
    if (names.length > 0)
        return names;
    const why = groups.length > 0
        ? 'no load balancer forwards to the target groups of the service'
        : 'the service has no Application or Network Load Balancer';
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsFound */ .t([{ input: 'verify-urls', message: `It names {load-balancer}, and ${why}.` }]);
}
async function readable(actions, read) {
    try {
        return await read();
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        const why = kind === 'denied'
            ? `the permission ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? actions} is missing`
            : (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsFound */ .t([
            { input: 'verify-urls', message: `What its placeholders stand for cannot be read: ${why}.` },
        ]);
    }
}


/***/ })

};
