export const id = 7913;
export const ids = [7913];
export const modules = {

/***/ 1209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ maskLinesOf)
/* harmony export */ });
/* unused harmony export maskLines */
const leastLength = 6;
const mask = '***';
const addressesOfEveryone = new Set(['127.0.0.1', '0.0.0.0', 'localhost']);
const passwordInUrl = /(\/\/[^\s/:@]*:)[^\s/@]+(@)/g;
const secretWords = '[\\w.-]*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)[\\w.-]*';
const noValue = '(?!(?:undefined|null|none|nil|required|missing|invalid|must|cannot|expired|empty|unset)\\b)';
const keys = /\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\w{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+)/g;
const bearer = /(\bBearer\s+)\S{6,}/gi;
function maskLines(lines, values, secretNames = []) {
    const hidden = [...new Set(values.flatMap(spellings))]
        .filter((value) => value.length >= leastLength && !addressesOfEveryone.has(value))
        .sort((one, other) => other.length - one.length);
    const assigned = assignment(secretNames);
    return lines.map((line) => hidden
        .reduce((text, value) => text.replaceAll(value, mask), line)
        .replace(passwordInUrl, `$1${mask}$2`)
        .replace(keys, mask)
        .replace(bearer, `$1${mask}`)
        .replace(assigned, (whole, before, value) => value.startsWith(mask) ? whole : `${before}${mask}`));
}
function maskLinesOf(lines, { containerDefinitions = [] }, values = []) {
    const own = containerDefinitions.flatMap(({ environment = [] }) => environment.flatMap(({ value }) => value ?? []));
    const names = containerDefinitions.flatMap(({ secrets = [] }) => secrets.flatMap(({ name }) => name ?? []));
    return maskLines(lines, [...values, ...own], names);
}
function assignment(secretNames) {
    const names = [...secretNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), secretWords];
    const value = `"[^"]{6,}"|'[^']{6,}'|[^\\s"',;]{6,}`;
    return new RegExp(`((?<![\\w])(?:${names.join('|')})["']?(?:=|:(?!//)) ?)${noValue}(${value})`, 'gi');
}
function spellings(value) {
    return [value, ...value.split('\n'), JSON.stringify(value).slice(1, -1), encodeURIComponent(value)];
}


/***/ }),

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

/***/ 7913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// UNUSED EXPORTS: whyNotVerified

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/in-catalogue.js
var in_catalogue = __webpack_require__(9428);
// EXTERNAL MODULE: ./lib/deployment/read-again.js
var read_again = __webpack_require__(3458);
// EXTERNAL MODULE: ./lib/deployment/roll-back.js
var roll_back = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/deployment/rollback-endings.js
var rollback_endings = __webpack_require__(2682);
// EXTERNAL MODULE: ./lib/deployment/task-addresses.js
var task_addresses = __webpack_require__(9459);
// EXTERNAL MODULE: ./lib/diagnosis/mask.js
var diagnosis_mask = __webpack_require__(1209);
// EXTERNAL MODULE: ./lib/diagnosis/causes.js + 17 modules
var causes = __webpack_require__(5326);
// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/diagnosis/verification.js


function diagnoseVerification({ what, evidence }, context) {
    const symptom = { place: 'verification', text: what, taskIds: [], fact: what };
    const cause = (0,causes/* causeOf */.r)(symptom);
    if (cause === undefined)
        throw new Error(`no row of the table of causes fits "${what}"`);
    const whole = {
        ...context,
        wantedImages: [],
        hasLoadBalancer: false,
        containerHealthCheckOf: () => undefined,
    };
    return {
        cause: cause.id,
        title: cause.title({ text: what }, whole),
        explanation: cause.explanation,
        advice: cause.advice({ text: what }, whole),
        heals: cause.heals,
        facts: evidence.map((line) => (0,texts/* shorten */.ml)(line, 400)),
        count: 1,
    };
}

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/progress.js
var progress = __webpack_require__(7530);
;// CONCATENATED MODULE: ./lib/verification/judge-answer.js
const tellingHeaders = ['location', 'content-type', 'server', 'via', 'retry-after', 'www-authenticate'];
const mostLines = 5;
const longestLine = 200;
function misfitOf(check, received) {
    if (received.kind === 'failed')
        return { what: `was not answered: ${received.detail}`, evidence: [] };
    const what = statusMisfit(check, received) ?? bodyMisfit(check, received);
    return what === undefined ? undefined : { what, evidence: evidenceOf(received) };
}
function statusMisfit({ statuses, followRedirects }, { status, headers }) {
    if (statuses.some(({ from, to }) => status >= from && status <= to))
        return undefined;
    const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
    const hint = isRedirect && !followRedirects ? ' (redirects are followed only with follow-redirects: true)' : '';
    return `answered ${status} instead of ${rangesText(statuses)}${hint}`;
}
function rangesText(statuses) {
    return statuses.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(' or ');
}
function bodyMisfit({ contains, json }, { body, cut }) {
    const within = cut ? ' within its first MiB' : '';
    if (contains !== undefined && !body.includes(contains)) {
        return `answered without the text ${JSON.stringify(contains)} in its body${within}`;
    }
    const paths = Object.entries(json);
    if (paths.length === 0)
        return undefined;
    const parsed = parse(body);
    if (parsed === undefined) {
        return cut ? 'answered with more than 1 MiB, which is not read as JSON' : 'answered with a body that is not JSON';
    }
    for (const [path, wanted] of paths) {
        const found = at(parsed.value, path);
        if (found !== wanted)
            return `answered with ${path} ${valueText(found)} instead of ${JSON.stringify(wanted)}`;
    }
    return undefined;
}
function parse(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
function at(value, path) {
    const steps = path
        .replace(/^\$\.?/, '')
        .replace(/\[(\d+)\]/g, '.$1')
        .split('.')
        .filter((step) => step !== '');
    return steps.reduce((inner, step) => {
        if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step))
            return undefined;
        return inner[step];
    }, value);
}
function valueText(value) {
    if (value === undefined)
        return 'missing';
    if (typeof value === 'object' && value !== null)
        return Array.isArray(value) ? 'a list' : 'an object';
    return judge_answer_short(JSON.stringify(value));
}
function evidenceOf({ status, headers, body }) {
    const told = tellingHeaders.flatMap((name) => headers[name] === undefined ? [] : [`${name}: ${judge_answer_short(withoutQuery(headers[name]))}`]);
    const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
    const more = lines.length > mostLines ? [`… and ${lines.length - mostLines} more lines`] : [];
    const shown = lines.length === 0 ? ['The body is empty.'] : [...lines.slice(0, mostLines).map(judge_answer_short), ...more];
    return [`Status ${status}`, ...told, ...shown];
}
function withoutQuery(text) {
    return text.replace(/\?.*/s, '?…');
}
function judge_answer_short(text) {
    return text.length <= longestLine ? text : `${text.slice(0, longestLine - 1)}…`;
}

// EXTERNAL MODULE: ./lib/verification/place-addresses.js
var place_addresses = __webpack_require__(3633);
;// CONCATENATED MODULE: ./lib/verification/ask-urls.js



const atOnce = 10;
const mostShown = 5;
async function askUrls({ urls, timeoutSeconds }, addresses, mask, ports) {
    const missing = (0,place_addresses/* placeholdersIn */.Qf)(urls).find((name) => addresses[name].length === 0);
    if (missing !== undefined) {
        const what = `{${missing}} stands for nothing: ${nothing[missing]}`;
        return { input: 'verify-urls', what, evidence: [] };
    }
    const checks = urls.flatMap((check) => (0,place_addresses/* placed */.GS)(check, addresses));
    ports.log.info(`Verifying ${checks.length === 1 ? '1 address' : `${checks.length} addresses`}.`);
    const endsAt = ports.clock.uptime() + timeoutSeconds * 1_000;
    const failed = [];
    await eachOf(checks, async (check) => {
        const misfit = await askUntilFits(check, endsAt, timeoutSeconds, ports);
        if (misfit !== undefined)
            failed.push({ check, misfit });
    });
    ports.cancelled.throwIfAborted();
    const [first, ...others] = failed;
    if (first === undefined)
        return undefined;
    const more = others.length === 0 ? '' : ` (and ${others.length} more of ${checks.length} addresses)`;
    const shown = failed
        .slice(0, mostShown)
        .flatMap(({ check, misfit }) => [
        ...(others.length === 0 ? [] : [`${nameOf(check)} ${misfit.what}`]),
        ...misfit.evidence,
    ]);
    const left = failed.length > mostShown ? [`… and ${failed.length - mostShown} more`] : [];
    const [what = '', ...evidence] = mask([`${nameOf(first.check)} ${first.misfit.what}${more}`, ...shown, ...left]);
    return { input: 'verify-urls', what, evidence };
}
const nothing = {
    'public-ip': 'no running task has a public address',
    'task-ip': 'no running task has an address of its own',
    'load-balancer': 'the service has no load balancer',
};
async function eachOf(items, work) {
    const queue = [...items];
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift())
            await work(item);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
}
async function askUntilFits(check, endsAt, timeoutSeconds, ports) {
    let told = '';
    for (let attempt = 0;; attempt++) {
        ports.cancelled.throwIfAborted();
        const { timeoutSeconds: each, ...rest } = check;
        const askedAt = ports.clock.uptime();
        const received = await ports.requests.send({ ...rest, timeoutMilliseconds: each * 1_000 }, ports.cancelled);
        const misfit = misfitOf(check, received);
        const now = ports.clock.uptime();
        const tries = attempt === 0 ? '' : `, try ${attempt + 1}`;
        if (misfit === undefined) {
            ports.log.info(`${nameOf(check)} is as it should be (${(0,progress/* elapsed */.vk)(now - askedAt).trim()}${tries}).`);
            return undefined;
        }
        const isFinal = received.kind === 'failed' && received.why === 'forbidden';
        const next = now + check.intervalSeconds * 1_000;
        if (isFinal || attempt === check.retries || next >= endsAt) {
            const why = attempt < check.retries && !isFinal ? `; after ${timeoutSeconds} s there was no time for another try` : '';
            const what = `${misfit.what}${attempt === 0 ? '' : ` (${attempt + 1} tries)`}${why}`;
            ports.log.info(`${nameOf(check)} ${what}.`);
            return { ...misfit, what };
        }
        if (misfit.what !== told)
            ports.log.info(`${nameOf(check)} ${misfit.what}; asking again every ${check.intervalSeconds} s.`);
        told = misfit.what;
        await ports.clock.sleep(check.intervalSeconds * 1_000, ports.cancelled);
    }
}
function nameOf({ method, url }) {
    return `${method} ${(0,place_addresses/* shownUrl */.zA)(url)}`;
}

;// CONCATENATED MODULE: ./lib/verification/run-command.js
const run_command_mostLines = 15;
async function runCommand(text, timeoutSeconds, environment, mask, ports) {
    const last = [];
    ports.log.group('verify-command');
    const ended = await ports.scripts.run({ text, environment, timeoutMilliseconds: timeoutSeconds * 1_000 }, (line) => {
        const [shown = ''] = mask([line]);
        last.push(shown);
        if (last.length > run_command_mostLines)
            last.shift();
        ports.log.info(shown);
    }, ports.cancelled);
    ports.log.endGroup();
    ports.cancelled.throwIfAborted();
    const unverified = (what) => ({ input: 'verify-command', what, evidence: last });
    switch (ended.kind) {
        case 'not-started':
            return unverified(`verify-command could not be started: ${ended.why}`);
        case 'timed-out':
            return unverified(`verify-command did not end within ${timeoutSeconds} s`);
        case 'ended':
            return ended.exitCode === 0 ? undefined : unverified(`verify-command ended with exit code ${ended.exitCode}`);
    }
}
function factsOf(record, addresses) {
    const version = record.running ?? record.wanted;
    const [image] = version?.images ?? [];
    return {
        ECS_DEPLOY_CLUSTER: record.cluster,
        ECS_DEPLOY_SERVICE: record.service,
        ECS_DEPLOY_REGION: record.region,
        ECS_DEPLOY_TASK_DEFINITION: version?.taskDefinition ?? '',
        ECS_DEPLOY_TASK_DEFINITION_ARN: version?.taskDefinitionArn ?? '',
        ECS_DEPLOY_PREVIOUS_TASK_DEFINITION: record.before?.taskDefinition ?? '',
        ECS_DEPLOY_IMAGE: image?.image ?? '',
        ECS_DEPLOY_IMAGE_DIGEST: image?.digest ?? /@(sha256:[0-9a-f]{64})$/.exec(image?.image ?? '')?.[1] ?? '',
        ECS_DEPLOY_DEPLOYMENT_ID: record.deploymentId ?? '',
        ECS_DEPLOY_PUBLIC_IPS: addresses['public-ip'].join(','),
        ECS_DEPLOY_TASK_IPS: addresses['task-ip'].join(','),
        ECS_DEPLOY_LOAD_BALANCER: addresses['load-balancer'].join(','),
    };
}

// EXTERNAL MODULE: ./lib/verification/watch-alarms.js
var watch_alarms = __webpack_require__(3639);
;// CONCATENATED MODULE: ./lib/verification/verify.js















async function verify(end, toVerify, inputs, ports, record) {
    if (!['deployed', 'unchanged', 'updated'].includes(end.outcome))
        return end;
    const isOurs = end.outcome === 'deployed';
    if (isOurs) {
        record.verifying = true;
        await ports.keep();
    }
    record.timeline.push({ at: ports.clock.now(), text: 'verification started' });
    const failed = await whyNotVerified(toVerify, ports, record);
    record.timeline.push({ at: ports.clock.now(), text: failed === undefined ? 'verified' : 'verification failed' });
    const by = isOurs ? await whoTookOver(ports, record) : undefined;
    if (by !== undefined)
        return (0,rollback_endings/* supersededEnding */.Sn)(by, record);
    if (failed === undefined)
        return verified(end, ports, record);
    ports.log.info(`The verification failed: ${failed.what}.`);
    const diagnosis = (0,in_catalogue/* inCatalogue */.b)(diagnoseVerification(failed, record), record);
    record.diagnoses.push(diagnosis);
    ports.log.info(`Cause: ${diagnosis.title}`);
    return isOurs ? takeBack(failed, toVerify, inputs, ports, record) : notTakenBack(failed, end, record);
}
async function whoTookOver(ports, record) {
    try {
        const now = await (0,read_again/* readAgain */.n)(ports, record);
        return now.kind === 'superseded' ? now.by : undefined;
    }
    catch (error) {
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return undefined;
    }
}
async function verified(end, ports, record) {
    if (record.verifying) {
        record.verifying = false;
        await ports.keep();
    }
    return { ...end, headline: `${end.headline.replace(/\.$/, '')}, and it was verified.` };
}
async function whyNotVerified({ verification, basis, definition }, ports, record) {
    const startedAt = ports.clock.uptime();
    const mask = (lines) => (0,diagnosis_mask/* maskLinesOf */.R)(lines, definition);
    const addresses = await addressesNow(verification, basis, ports, record);
    const { urls, command, timeoutSeconds, alarmsMinutes } = verification;
    if (urls.length > 0) {
        const failed = await askUrls(verification, addresses, mask, ports);
        if (failed !== undefined)
            return failed;
    }
    if (command !== undefined) {
        const failed = await runCommand(command, timeoutSeconds, factsOf(record, addresses), mask, ports);
        if (failed !== undefined)
            return failed;
    }
    if (basis.alarms.length === 0)
        return undefined;
    return (0,watch_alarms/* watchAlarms */.UK)(basis.alarms, startedAt + alarmsMinutes * 60_000, ports);
}
async function addressesNow({ urls }, { loadBalancers }, ports, record) {
    const primary = record.snapshot && (0,snapshot/* primaryOf */.Os)(record.snapshot);
    if ((0,place_addresses/* placeholdersIn */.Qf)(urls).includes('task-ip') && record.taskIps.length === 0 && primary !== undefined) {
        const tasks = await (0,task_addresses/* runningTasks */.C1)(primary.id, ports, record.cluster);
        record.taskIps = tasks.flatMap(({ privateIp }) => privateIp ?? []);
    }
    return { 'public-ip': record.publicIps, 'task-ip': record.taskIps, 'load-balancer': loadBalancers };
}
async function takeBack(failed, { definition }, inputs, ports, record) {
    const reason = `its verification failed: ${failed.what}`;
    if (!inputs.rollbackOnFailure) {
        const headline = `The deployment completed, but ${reason}. Nothing was rolled back, because ${(0,rollback_endings/* whyLeftAlone */.vM)(record)}.`;
        return (0,ending/* failedEnding */.BV)('failed', headline, (0,by_hand/* rollbackCommands */.P0)(record));
    }
    const subject = {
        deploymentId: record.deploymentId ?? '',
        createdAt: 0,
        older: record.olderDeployments,
        ecsMayRollBack: false,
        rollbackRequested: false,
        ...record.memory,
        definition,
        limitMilliseconds: inputs.rollbackWaitMinutes * 60_000,
        until: 'end',
    };
    return (0,roll_back.rollBack)({ reason, subject, afterCompletion: true }, inputs, ports, record);
}
function notTakenBack(failed, { headline }, record) {
    const what = record.changed
        ? 'This run started no deployment, so nothing was rolled back; what it changed stays.'
        : 'This run changed nothing, so nothing was rolled back.';
    return (0,ending/* failedEnding */.BV)('failed', `${headline} But its verification failed: ${failed.what}. ${what}`);
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
