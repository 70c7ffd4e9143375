export const id = 1290;
export const ids = [1290];
export const modules = {

/***/ 6642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ placeholders)
/* harmony export */ });
const placeholders = ['public-ip', 'task-ip', 'load-balancer'];


/***/ }),

/***/ 3633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _inputs_verification_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6642);

function placeholdersIn(checks) {
    return _inputs_verification_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeholders */ .F.filter((name) => checks.some(({ url }) => url.includes(`{${name}}`)));
}
function placed(check, addresses) {
    const urls = placeholdersIn([check]).reduce((sofar, name) => sofar.flatMap((url) => addresses[name].map((address) => url.replaceAll(`{${name}}`, address))), [check.url]);
    return [...new Set(urls)].map((url) => ({ ...check, url }));
}
function shownUrl(url) {
    const parsed = URL.parse(url);
    if (parsed === null)
        return url;
    return `${parsed.origin}${parsed.pathname}${parsed.search === '' ? '' : '?…'}`;
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


/***/ }),

/***/ 3639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ watchAlarms),
/* harmony export */   fF: () => (/* binding */ alarmsToWatch)
/* harmony export */ });
/* unused harmony export unverified */
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);


const betweenLooks = 15_000;
async function alarmsToWatch(names, ports) {
    const found = await readAlarms(names, ports);
    const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
    if (missing.length > 0) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t(missing.map((name) => {
            return { input: 'verify-alarms', message: `There is no alarm "${name}" in this account and Region.` };
        }));
    }
    const already = found.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
    if (already.length > 0) {
        const [are, they] = already.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
        ports.log.warning(`${already.join(', ')} ${are} in ALARM before the deployment: what went wrong before says nothing about it, so ${they} not watched (verify-alarms).`);
    }
    return names.filter((name) => !already.includes(name));
}
async function readAlarms(names, ports) {
    try {
        return await ports.alarms.alarms(names);
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        const why = kind === 'denied'
            ? `the permission ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? 'cloudwatch:DescribeAlarms'} is missing`
            : (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ input: 'verify-alarms', message: `The alarms cannot be read: ${why}.` }]);
    }
}
async function watchAlarms(names, endsAt, ports) {
    const minutes = Math.max(0, endsAt - ports.clock.uptime()) / 60_000;
    ports.log.info(`Watching ${names.join(', ')} for ${Number(minutes.toFixed(1))} minutes.`);
    let unread;
    for (;;) {
        ports.cancelled.throwIfAborted();
        try {
            const found = await ports.alarms.alarms(names);
            unread = undefined;
            const wrong = unverified(names, found);
            if (wrong !== undefined)
                return wrong;
        }
        catch (error) {
            if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
                throw error;
            unread = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
            ports.log.info(`The alarms could not be read: ${unread}.`);
        }
        const left = endsAt - ports.clock.uptime();
        if (left <= 0)
            break;
        await ports.clock.sleep(Math.min(betweenLooks, left), ports.cancelled);
    }
    if (unread === undefined)
        return undefined;
    return { input: 'verify-alarms', what: `the alarms could not be read in the end: ${unread}`, evidence: [] };
}
function unverified(names, found) {
    const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
    const wrong = found.filter(({ state }) => state === 'ALARM');
    if (wrong.length > 0) {
        const one = wrong.length === 1;
        const what = `the ${one ? 'alarm' : 'alarms'} ${wrong.map(({ name }) => name).join(', ')} ${one ? 'is' : 'are'} in ALARM`;
        const evidence = wrong.map(({ name, reason }) => `${name}: ${reason ?? 'CloudWatch gives no reason'}`);
        return { input: 'verify-alarms', what, evidence };
    }
    if (missing.length === 0)
        return undefined;
    const what = `the ${missing.length === 1 ? 'alarm' : 'alarms'} ${missing.join(', ')} ${missing.length === 1 ? 'was' : 'were'} deleted meanwhile`;
    return { input: 'verify-alarms', what, evidence: [] };
}


/***/ })

};
