export const id = 3880;
export const ids = [3880];
export const modules = {

/***/ 2943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ tellGroup)
});

// UNUSED EXPORTS: groupReport

// EXTERNAL MODULE: ./lib/deployment/ending.js
var deployment_ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/interrupted.js
var interrupted = __webpack_require__(2399);
// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/deployment/report-of.js
var report_of = __webpack_require__(1343);
;// CONCATENATED MODULE: ./lib/github/group-report.js
function failedMembers({ services, }) {
    return services.filter(isFailed);
}
function isFailed(report) {
    return !['deployed', 'unchanged', 'updated', 'started', 'planned', 'not-begun'].includes(report.outcome);
}
function mixedWords({ services }) {
    const kinds = Map.groupBy(services, ({ outcome, left }) => (left === undefined ? outcome : `${outcome}, ${left}`));
    const parts = [...kinds].map(([outcome, members]) => `${outcome}: ${members.map(({ service }) => service).join(', ')}`);
    return `The group is mixed, which means that not all services run what belongs together. ${parts.join('; ')}.`;
}

// EXTERNAL MODULE: ./lib/github/log-report.js
var log_report = __webpack_require__(1920);
// EXTERNAL MODULE: ./lib/github/words.js
var github_words = __webpack_require__(9074);
;// CONCATENATED MODULE: ./lib/github/group-log.js



const mostInFull = 5;
function groupLines(report) {
    const failed = failedMembers(report);
    const own = failed.filter(({ diagnoses, outcome }) => diagnoses.length > 0 || outcome !== 'rolled-back');
    const full = own.slice(0, mostInFull);
    return [
        ...full.flatMap((one) => ['', `${one.service}:`, ...(0,log_report/* closingLines */.Po)(one)]),
        ...(own.length > full.length
            ? ['', `${own.length - full.length} more services that failed are in the report.`]
            : []),
        '',
        `Outcome: ${outcomeName(report)} after ${(0,github_words/* duration */.p0)(report.endedAt - report.startedAt)}`,
        '',
        ...tableLines(report.services),
        '',
        ...(report.mixed ? [mixedWords(report), ''] : []),
        ...noticeLines(report, full),
    ];
}
function groupAnnotation(report) {
    const { services, outcome } = report;
    const failed = failedMembers(report);
    const own = failed.filter(({ diagnoses }) => diagnoses.length > 0);
    const shown = (own.length > 0 ? own : failed).slice(0, mostInFull);
    const lines = shown.map((one) => {
        const [cause] = one.diagnoses;
        return `${one.service}: ${(0,github_words/* headlineWithCause */.wR)(one)}${cause === undefined ? '' : ` ${cause.explanation}`}`;
    });
    const [first] = shown;
    const title = first === undefined
        ? `${services.length} services: ${(0,github_words/* outcomeWords */.wX)(outcome, 'deploy').word}`
        : `${first.service}: ${first.diagnoses[0]?.title ?? (0,github_words/* outcomeWords */.wX)(first.outcome, 'deploy').word}`;
    const mixed = report.mixed ? [mixedWords(report)] : [];
    return {
        title,
        message: [`${outcomeName(report)}: a group of ${services.length} services.`, ...lines, ...mixed].join('\n'),
    };
}
function outcomeName({ outcome }) {
    const { word } = (0,github_words/* outcomeWords */.wX)(outcome, 'deploy');
    return word === outcome ? outcome : `${word} (${outcome})`;
}
function tableLines(services) {
    const rows = [['Service', 'Outcome', 'Before', 'Runs now', 'Tasks', 'Took'], ...services.map(rowOf)];
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`);
}
function rowOf({ service, outcome, before, now, startedAt, endedAt }) {
    return [
        service,
        outcome,
        before === undefined ? '' : (0,github_words/* versionName */.sh)(before),
        now?.version === undefined ? '' : (0,github_words/* versionName */.sh)(now.version),
        now === undefined ? '' : (0,github_words/* taskCount */.nc)(now.running, now.desired),
        outcome === 'not-begun' ? '' : (0,github_words/* duration */.p0)(endedAt - startedAt),
    ];
}
function noticeLines({ services }, told) {
    const others = services.filter(({ service }) => !told.some((one) => one.service === service));
    const said = others.flatMap(({ service, notices }) => notices.map((notice) => ({ service, notice })));
    return [...Map.groupBy(said, ({ notice }) => notice)].map(([notice, about]) => `Note: ${about.map(({ service }) => service).join(', ')}: ${notice}`);
}

// EXTERNAL MODULE: ./lib/github/outputs.js
var outputs = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/github/group-outputs.js


const withAccount = ['task-definition-arn', 'service-deployment-arn', 'image', 'services', 'report'];
function groupOutputs(report, reportPath = '') {
    const { outcome, changed, services, startedAt, endedAt, whole } = report;
    const all = services.map((one) => (0,outputs/* outputsOf */.Yz)(one));
    const names = Object.keys((0,outputs/* outputsOf */.Yz)(whole ?? services[0]));
    const ofEach = services.map(({ service }, index) => ({
        service,
        ...Object.fromEntries(Object.entries(all[index] ?? {}).filter(([name]) => !withAccount.includes(name))),
    }));
    const cause = whole?.diagnoses[0]?.cause ??
        failedMembers(report).find(({ diagnoses }) => diagnoses.length > 0)?.diagnoses[0]?.cause;
    return {
        ...Object.fromEntries(names.map((name) => [name, ''])),
        outcome,
        changed: String(changed),
        'duration-seconds': String(Math.max(0, Math.round((endedAt - startedAt) / 1000))),
        cause: cause ?? '',
        services: JSON.stringify(ofEach),
        report: reportPath,
    };
}

// EXTERNAL MODULE: ./lib/github/job-summary.js + 9 modules
var job_summary = __webpack_require__(863);
// EXTERNAL MODULE: ./lib/github/markdown.js
var markdown = __webpack_require__(18);
;// CONCATENATED MODULE: ./lib/github/group-summary.js




const smallGroup = 10;
function groupSummary(report) {
    const { outcome, services, mixed, cluster, region, startedAt, endedAt } = report;
    const { mark, word } = (0,github_words/* outcomeWords */.wX)(outcome, 'deploy');
    const head = [
        `## ${mark} ${services.length} services: ${(0,markdown/* text */.Qq)(word)}`,
        ...(mixed ? [`**${(0,markdown/* text */.Qq)(mixedWords(report))}**`] : []),
        (0,markdown/* table */.tp)(['Service', 'Outcome', 'Before', 'Runs now', 'Tasks', 'Took'], services.map(row)),
        ...notBegun(services),
        `cluster ${(0,markdown/* code */.aY)(cluster)}, Region ${(0,markdown/* code */.aY)(region)} · took ${(0,github_words/* duration */.p0)(endedAt - startedAt)}`,
    ];
    const failed = failedMembers(report);
    const inFull = services.length <= smallGroup ? services.filter(isTold) : failed;
    const ordered = [...failed, ...inFull.filter((one) => !failed.some(({ service }) => service === one.service))];
    return [`${head.join('\n\n')}\n`, ...ordered.map(job_summary/* jobSummary */.sp)];
}
function isTold(report) {
    return report.outcome !== 'not-begun';
}
function row({ service, outcome, before, now, startedAt, endedAt }) {
    const words = outcome === 'not-begun' ? { mark: '➖', word: 'not begun' } : (0,github_words/* outcomeWords */.wX)(outcome, 'deploy');
    return [
        (0,markdown/* code */.aY)(service),
        `${words.mark} ${(0,markdown/* text */.Qq)(words.word)}`,
        before === undefined ? '' : (0,markdown/* code */.aY)((0,github_words/* versionName */.sh)(before)),
        now?.version === undefined ? '' : (0,markdown/* code */.aY)((0,github_words/* versionName */.sh)(now.version)),
        now === undefined ? '' : (0,github_words/* taskCount */.nc)(now.running, now.desired),
        outcome === 'not-begun' ? '' : (0,github_words/* duration */.p0)(endedAt - startedAt),
    ];
}
function notBegun(services) {
    const said = new Set(services.filter(({ outcome }) => outcome === 'not-begun').map(({ headline }) => headline));
    return [...said].map((headline) => `Not begun: ${(0,markdown/* text */.Qq)(headline)}`);
}

// EXTERNAL MODULE: ./lib/github/log-line.js
var log_line = __webpack_require__(660);
// EXTERNAL MODULE: ./lib/group/fold.js
var fold = __webpack_require__(4720);
// EXTERNAL MODULE: ./lib/report.js
var lib_report = __webpack_require__(9293);
// EXTERNAL MODULE: ./lib/actions/tell-end.js
var tell_end = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/actions/tell-group.js














async function tellGroup(group, log, env) {
    const report = groupReport(group, Date.now());
    log.endGroup();
    (0,log_line/* writeLines */.x)(report.whole === undefined ? groupLines(report) : (0,log_report/* closingLines */.Po)(report.whole), log);
    const code = (0,lib_report/* exitCode */.I$)(report.outcome, 'deploy');
    if (code === 1) {
        const { title, message } = report.whole === undefined ? groupAnnotation(report) : (0,log_report/* annotation */.w7)(report.whole);
        log.error(message, title);
    }
    const { whole: _, ...file } = report;
    const path = await (0,tell_end/* attempt */.C)(log, 'report file', () => (0,outputs/* writeReportFile */.aS)(file, env));
    await (0,tell_end/* attempt */.C)(log, 'outputs', () => (0,outputs/* writeOutputs */.Kn)(groupOutputs(report, path), env));
    for (const part of report.whole === undefined ? groupSummary(report) : [(0,job_summary/* jobSummary */.sp)(report.whole)]) {
        const written = await (0,tell_end/* attempt */.C)(log, 'job summary', () => (0,outputs/* writeSummary */.Sy)(part, env));
        if (written !== 'full')
            continue;
        log.info('The job summary of this step is full; the rest of this report was not added to it.');
        break;
    }
    return code;
}
function groupReport(group, now) {
    const { members, startedAt, region, ending, record } = group;
    const services = members.map((member) => memberReport(member, now));
    const ends = services.map((one) => one.outcome);
    const outcome = ending?.outcome ?? (0,fold/* foldOutcomes */.Xo)(group.cancelled ? [...ends, 'cancelled'] : ends);
    const [first] = members;
    const stands = members.map(({ record }, index) => ({
        outcome: ends[index] ?? 'unknown',
        touched: record.update !== undefined,
        left: services[index]?.left,
    }));
    return {
        action: 'deploy',
        outcome,
        mixed: ending === undefined && (0,fold/* isMixed */.Oq)(stands),
        cluster: services[0]?.cluster ?? first?.given.inputs.cluster ?? '',
        region,
        changed: services.some(({ changed }) => changed),
        startedAt,
        endedAt: now,
        services: ending === undefined ? services : [],
        ...(ending === undefined || record === undefined ? {} : { whole: (0,report_of/* reportOf */.E)(record, ending, now) }),
    };
}
function leftBy(record, { outcome }) {
    if (outcome !== 'cancelled')
        return {};
    if (record.rollbackSent !== undefined)
        return { left: 'going back' };
    return (0,deployment_record/* hasCompleted */.Uj)(record) ? { left: 'on the new version' } : {};
}
function memberReport(member, now) {
    const { record, ending, notBegun, endedAt = now, given } = member;
    const own = { needs: given.needs, startedAt: member.begunAt ?? record.startedAt };
    if (ending !== undefined)
        return { ...(0,report_of/* reportOf */.E)(record, ending, endedAt), ...leftBy(record, ending), ...own };
    if (notBegun !== undefined) {
        const said = (0,deployment_ending/* ending */.K1)('failed', `Nothing was changed, because ${notBegun}.`);
        return { ...(0,report_of/* reportOf */.E)(record, said, endedAt), outcome: 'not-begun', ...own };
    }
    return {
        ...(0,report_of/* reportOf */.E)(record, (0,interrupted.endingOfError)(new Error('the run ended before anything was known'), record), endedAt),
        ...own,
    };
}


/***/ }),

/***/ 2895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ lookAtAftermath)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4012);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _rollback_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(801);




async function lookAtAftermath(ecs, record, clock) {
    const service = await ecs.describeService(record.cluster, record.service);
    if (service === undefined)
        return { kind: 'service-gone' };
    const seen = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotOf */ .eY)(service, clock);
    const history = await (0,_rollback_target_js__WEBPACK_IMPORTED_MODULE_2__/* .readHistory */ .Lu)(ecs, record);
    const snapshot = { ...seen, history };
    record.snapshot = snapshot;
    const back = updatedBack(record, snapshot);
    if (back !== undefined)
        return back;
    const known = record.memory ?? (await ownDeployment(ecs, record, snapshot));
    if (known === undefined)
        return withoutTrace(record, snapshot);
    record.deploymentId = known.deploymentId;
    const own = historyOf(snapshot).find(({ deploymentId }) => deploymentId === known.deploymentId);
    if (own !== undefined)
        record.serviceDeploymentArn ??= own.arn;
    const requested = record.rollbackSent === 'StopServiceDeployment' || record.sending === 'stop';
    const memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)({ ...known, rollbackRequested: known.rollbackRequested || requested }, snapshot);
    return withoutPatience(memory, snapshot);
}
function withoutPatience(memory, snapshot) {
    const verdict = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S4)(memory, snapshot);
    const isPrimary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(snapshot)?.id === memory.deploymentId;
    if (verdict.kind === 'unknown')
        return { kind: 'unknown', why: verdict.why };
    if (verdict.kind === 'ask-history' || (verdict.kind === 'in-progress' && !isPrimary)) {
        return { kind: 'unknown', why: 'ECS shows an older deployment again, and not what became of this one' };
    }
    return { kind: 'deployment', memory, verdict };
}
function withoutTrace({ sending, changed }, { history }) {
    if (sending === 'update' && history !== 'denied')
        return { kind: 'no-trace' };
    const why = changed ? 'UpdateService was answered, and no deployment of it is shown' : 'the history could not be read';
    return { kind: 'unknown', why };
}
function updatedBack({ rollbackTo, deploymentId, olderDeployments }, snapshot) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(snapshot);
    if (rollbackTo === undefined || primary?.taskDefinition !== rollbackTo)
        return undefined;
    if (primary.id === deploymentId || olderDeployments.includes(primary.id))
        return undefined;
    return { kind: 'updated-back', id: primary.id, rolloutState: primary.rolloutState ?? '' };
}
async function ownDeployment(ecs, record, snapshot) {
    const { olderDeployments: older, update } = record;
    const before = snapshot.deployments.find(({ id }) => older.includes(id))?.taskDefinition;
    const wanted = update?.taskDefinition ?? before;
    const fresh = snapshot.deployments.filter(({ id, taskDefinition }) => !older.includes(id) && taskDefinition === wanted);
    const [listed] = fresh.toReversed().toSorted((one, other) => one.createdAt - other.createdAt);
    const found = listed ?? (await inHistory(ecs, record, snapshot, wanted));
    if (found === undefined)
        return undefined;
    const deploymentId = 'id' in found ? found.id : found.deploymentId;
    const { createdAt } = found;
    const memory = (0,_rollout_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .startWatching */ .Kh)({ deploymentId, createdAt, older, ecsMayRollBack: false });
    return { ...memory, seen: true };
}
async function inHistory(ecs, record, snapshot, wanted) {
    const { olderDeployments: older, serviceArn, knownUntil = 0 } = record;
    const entries = historyOf(snapshot);
    const newestOlder = Math.max(knownUntil, ...[...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })), ...entries]
        .filter(({ deploymentId }) => older.includes(deploymentId))
        .map(({ createdAt }) => createdAt));
    const later = entries.filter(({ deploymentId, createdAt }) => !older.includes(deploymentId) && createdAt > newestOlder);
    for (const entry of later.reverse()) {
        const arn = serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionArnOf */ .SF)(serviceArn, entry.deploymentId);
        const revision = arn
            ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
            : undefined;
        if (revision?.taskDefinition === wanted)
            return entry;
    }
    return undefined;
}
function historyOf({ history }) {
    return history === undefined || history === 'denied' ? [] : history;
}


/***/ }),

/***/ 6530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ finishCancelled),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* unused harmony export patientLook */
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6613);
/* harmony import */ var _aftermath_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2895);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2399);
/* harmony import */ var _leave_alone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8082);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7742);
/* harmony import */ var _restore_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9103);
/* harmony import */ var _roll_back_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5058);
/* harmony import */ var _tell_aftermath_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2849);
/* harmony import */ var _update_back_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1164);











const watchMinutes = 3;
const patienceMilliseconds = 20_000;
const betweenLooksMilliseconds = 2_000;
const policy = { rollbackOnFailure: true, rollbackWaitMinutes: watchMinutes };
async function finishCancelled(record, ports, back = {}) {
    try {
        if (record.adopted) {
            await (0,_leave_alone_js__WEBPACK_IMPORTED_MODULE_4__/* .tellWhatBecame */ .V)(record, ports);
            return undefined;
        }
        const aftermath = await patientLook(record, ports);
        switch (aftermath.kind) {
            case 'no-trace':
                ports.log.info((0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_8__/* .whatBecameOfIt */ .G)(aftermath, record));
                return undefined;
            case 'updated-back': {
                const service = await ports.ecs.describeService(record.cluster, record.service);
                const failure = failureOf(record.memory, record);
                if (service !== undefined)
                    (0,_restore_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .nameSettingsThatStayed */ .ST)(service, record);
                return await (0,_update_back_js__WEBPACK_IMPORTED_MODULE_7__/* .watchUpdateBack */ .S)((0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .snapshotOf */ .eY)(service ?? {}, ports.clock), failure, policy, ports, record);
            }
            case 'deployment':
                record.memory = aftermath.memory;
                return await (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_6__.rollBack)({ ...failureOf(aftermath.memory, record), ...back }, policy, ports, record);
            case 'service-gone':
            case 'unknown':
                return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .BV)('unknown', (0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_8__/* .whatBecameOfIt */ .G)(aftermath, record), [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_1__/* .lookCommand */ .zs)(record)]);
        }
    }
    catch (error) {
        return (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_3__.endingOfError)(error, record);
    }
}
async function patientLook(record, ports) {
    const giveUpAt = ports.clock.uptime() + patienceMilliseconds;
    for (;;) {
        const aftermath = await (0,_aftermath_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtAftermath */ .R)(ports.ecs, record, ports.clock);
        if (isClear(aftermath, record) || ports.clock.uptime() >= giveUpAt)
            return aftermath;
        await ports.clock.sleep(betweenLooksMilliseconds, ports.cancelled);
        ports.cancelled.throwIfAborted();
    }
}
function isClear({ kind }, { sending }) {
    if (kind === 'no-trace' || kind === 'unknown' || kind === 'service-gone')
        return false;
    return kind === 'updated-back' || sending !== 'update-back';
}
function failureOf(memory, record) {
    const known = {
        deploymentId: record.deploymentId ?? '',
        createdAt: 0,
        older: record.olderDeployments,
        ecsMayRollBack: false,
        rollbackRequested: false,
        ...memory,
    };
    return {
        reason: 'the run was cancelled',
        opening: 'The run was cancelled',
        ...((0,_record_js__WEBPACK_IMPORTED_MODULE_10__/* .hasCompleted */ .Uj)(record) ? { afterCompletion: true } : {}),
        subject: { ...known, definition: undefined, limitMilliseconds: watchMinutes * 60_000, until: 'end' },
    };
}


/***/ }),

/***/ 2399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ cancelledEnding),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   endingOfError: () => (/* binding */ endingOfError),
/* harmony export */   sT: () => (/* binding */ problemsAsCause)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _diagnosis_api_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4914);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7748);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3496);
/* harmony import */ var _in_catalogue_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9428);






function endingOfError(error, record) {
    if (error instanceof _ending_js__WEBPACK_IMPORTED_MODULE_4__/* .StoryEnded */ .Ai)
        return error.ending;
    if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsFound */ .t) {
        record.diagnoses.push(problemsAsCause(error.problems));
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('failed', 'Nothing was changed.');
    }
    const reason = `${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}${adviceFor(error)}`;
    const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
    explainRefusal(error, record);
    const started = record.deploymentId !== undefined || record.rollbackSent !== undefined || record.changed;
    if (!started && record.update === undefined)
        return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('failed', `The service was not touched. ${reason}`));
    if (!started &&
        !record.changed &&
        (kind === 'refused' || kind === 'denied' || kind === 'throttled' || kind === 'unsent')) {
        return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('failed', `ECS refused to update the service, so it was not changed. ${reason}`));
    }
    if (record.rollbackSent !== undefined)
        return explained(record, rollbackNotObserved(reason, record));
    if (record.verifying) {
        const headline = `The deployment completed, and its verification could not be finished. ${reason}`;
        return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)]));
    }
    const what = record.deploymentId === undefined ? 'UpdateService was sent' : 'The deployment was started';
    const headline = `${what}, and its end could not be observed. ${reason}`;
    return explained(record, (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)]));
}
function rollbackNotObserved(reason, record) {
    const { rollbackSent, sending, target } = record;
    const to = rollbackSent === 'UpdateService' && target ? ` to ${target.version.taskDefinition}` : '';
    const headline = sending === 'update-back'
        ? `The rollback${to} was sent (${rollbackSent}), and whether ECS took it is not known. ${reason}`
        : `The rollback${to} was begun (${rollbackSent}), and its end could not be observed. ${reason}`;
    const later = (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record).map(({ why, command }) => ({
        why: `${why}, if nothing is under way`,
        command,
    }));
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('unknown', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .historyCommand */ .aw)(record), ...later]);
}
function explainRefusal(error, record) {
    const diagnosis = (0,_diagnosis_api_error_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnoseApiError */ .n)((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error), record);
    if (diagnosis !== undefined && record.diagnoses.length === 0)
        record.diagnoses.push((0,_in_catalogue_js__WEBPACK_IMPORTED_MODULE_5__/* .inCatalogue */ .b)(diagnosis, record));
}
function explained(record, end) {
    return { ...end, explain: record.diagnoses.length > 0 };
}
function problemsAsCause(problems) {
    const [first] = problems;
    const single = problems.length === 1 && first !== undefined;
    return {
        cause: 'input',
        title: single ? placeOf(first) : `${problems.length} problems`,
        explanation: single ? first.message : problems.map(_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .V).join('\n'),
        advice: [],
        heals: 'never',
        facts: [],
        count: problems.length,
    };
}
function placeOf({ message, about, ...place }) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .V)({ ...place, message: '' }).replace(/: $/, '') || about || 'The environment of this step';
}
function adviceFor(error) {
    switch ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error)) {
        case 'expired':
            return ' The AWS credentials are expired or not valid: raise role-duration-seconds of aws-actions/configure-aws-credentials above the time that a deployment may take.';
        case 'no-credentials':
            return ' Run aws-actions/configure-aws-credentials before this step.';
        case 'denied': {
            const action = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error);
            return action === undefined ? '' : ` Allow ${action} in the policy of the role that this job assumes.`;
        }
        case 'throttled':
            return ' AWS is busy with requests of this account: run the job again, and fewer deployments at once.';
        default:
            return '';
    }
}
function cancelledEnding(record, done) {
    const touched = record.update !== undefined;
    const what = touched ? done : ['The service was not touched.', done].filter(Boolean).join(' ');
    return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)('cancelled', `The run was cancelled. ${what}`, touched ? [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackCommands */ .P0)(record)] : []);
}


/***/ }),

/***/ 8082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ tellWhatBecame)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _aftermath_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2895);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1626);
/* harmony import */ var _tell_aftermath_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2849);




const lookMilliseconds = 20_000;
async function tellWhatBecame(record, ports) {
    ports.log.info(await sentence(record, ports));
    for (const { why, command } of [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .lookCommand */ .zs)(record), ...(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackCommands */ .P0)(record)]) {
        ports.log.info(`${why}:`);
        ports.log.info(`  ${command}`);
    }
}
async function sentence(record, ports) {
    const tooLate = ports.clock.sleep(lookMilliseconds).then(() => undefined);
    try {
        const aftermath = await Promise.race([(0,_aftermath_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAtAftermath */ .R)(ports.ecs, record, ports.clock), tooLate]);
        if (aftermath !== undefined)
            return (0,_tell_aftermath_js__WEBPACK_IMPORTED_MODULE_3__/* .whatBecameOfIt */ .G)(aftermath, record);
        return 'What became of it cannot be told: AWS did not answer in time.';
    }
    catch (error) {
        return `What became of it cannot be told: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`;
    }
}


/***/ }),

/***/ 4914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diagnoseApiError)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5326);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1397);


function diagnoseApiError(told, context) {
    const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(told);
    const symptom = { place: 'api', text, taskIds: [], fact: (0,_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(text) };
    const cause = (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOf */ .r)(symptom);
    if (cause === undefined)
        return undefined;
    const whole = {
        ...context,
        wantedImages: [],
        hasLoadBalancer: false,
        containerHealthCheckOf: () => undefined,
    };
    return {
        cause: cause.id,
        title: cause.title({ text }, whole),
        explanation: cause.explanation,
        advice: cause.advice({ text }, whole),
        heals: cause.heals,
        facts: [symptom.fact],
        count: 1,
    };
}


/***/ }),

/***/ 4720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   KD: () => (/* binding */ bringsNew),
/* harmony export */   Oq: () => (/* binding */ isMixed),
/* harmony export */   Xo: () => (/* binding */ foldOutcomes),
/* harmony export */   Xu: () => (/* binding */ takesOthersBack)
/* harmony export */ });
const stands = {
    deployed: 'new',
    updated: 'new',
    started: 'new',
    'timed-out': 'new',
    unchanged: 'same',
    planned: 'before',
    'rolled-back': 'before',
    'not-begun': 'before',
    failed: 'other',
    'rollback-failed': 'other',
    superseded: 'other',
    cancelled: 'other',
    unknown: 'other',
};
const gravity = [
    'unknown',
    'rollback-failed',
    'cancelled',
    'failed',
    'superseded',
    'timed-out',
    'rolled-back',
    'not-begun',
    'planned',
    'started',
    'deployed',
    'updated',
    'unchanged',
];
function foldOutcomes(members) {
    const gravest = gravity.find((outcome) => members.includes(outcome)) ?? 'unchanged';
    if (gravest === 'not-begun')
        return 'failed';
    return gravest === 'rolled-back' && members.some((outcome) => stands[outcome] === 'new') ? 'failed' : gravest;
}
function isMixed(members) {
    const ends = new Set(members.map(whereItStands));
    ends.delete('same');
    return ends.size > 1;
}
function whereItStands({ outcome, touched, left }) {
    const stand = stands[outcome];
    if (stand !== 'other')
        return stand;
    if (!touched || left === 'going back')
        return 'before';
    return left === 'on the new version' ? 'new' : outcome;
}
function takesOthersBack(outcome) {
    return outcome === 'rolled-back' || outcome === 'rollback-failed' || outcome === 'failed' || outcome === 'superseded';
}
function isThere(outcome) {
    return stands[outcome] === 'same' || (stands[outcome] === 'new' && outcome !== 'timed-out');
}
function bringsNew(outcome) {
    return stands[outcome] === 'new';
}


/***/ }),

/***/ 2624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VR: () => (/* binding */ groupText),
/* harmony export */   WI: () => (/* binding */ memberText),
/* harmony export */   ij: () => (/* binding */ groupStateName),
/* harmony export */   lJ: () => (/* binding */ memberStateName),
/* harmony export */   mk: () => (/* binding */ restoreGroup)
/* harmony export */ });
/* harmony import */ var _deployment_saved_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1508);

const groupStateName = 'group';
function memberStateName(index) {
    return `${groupStateName}-${index}`;
}
function groupText({ members }) {
    const state = {
        format: 1,
        onCancel: members[0]?.given.inputs.onCancel ?? 'leave',
        services: members.map(({ given }) => given.inputs.service),
        needs: members.map(({ given }) => given.needs),
    };
    return JSON.stringify(state);
}
function memberText({ given, record, ending, goingBack }) {
    const kept = JSON.parse((0,_deployment_saved_state_js__WEBPACK_IMPORTED_MODULE_0__/* .saveText */ .L8)(given.inputs, record));
    const ended = ending?.outcome === 'cancelled' || goingBack ? undefined : ending?.outcome;
    return JSON.stringify({ ...kept, ended });
}
function restoreGroup(env) {
    const text = env[`STATE_${groupStateName}`];
    if (!text)
        return undefined;
    const state = JSON.parse(text);
    return { ...state, kept: state.services.map((_, index) => keptMember(env[`STATE_${memberStateName(index)}`])) };
}
function keptMember(text) {
    const kept = (0,_deployment_saved_state_js__WEBPACK_IMPORTED_MODULE_0__/* .restore */ .PF)(text);
    if (kept === undefined || !text)
        return undefined;
    const { ended } = JSON.parse(text);
    return { record: kept.record, ...(ended === undefined ? {} : { ended }) };
}


/***/ }),

/***/ 5084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _N: () => (/* binding */ end),
/* harmony export */   yk: () => (/* binding */ dependentsOf)
/* harmony export */ });
/* harmony import */ var _deployment_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3355);

function nameOf({ given }) {
    return (0,_deployment_version_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(given.inputs.service);
}
function dependentsOf(index, { members }) {
    return members.filter(({ given }) => given.needs.includes(index));
}
function end(member, ending, now) {
    member.ending = ending;
    member.goingBack = false;
    member.endedAt = now;
}


/***/ }),

/***/ 9256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ remembering),
/* harmony export */   a: () => (/* binding */ portsOf)
/* harmony export */ });
/* harmony import */ var _group_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5084);

function portsOf(member, ports, ecs, keep) {
    return { ...ports, ecs, log: named(ports.log, (0,_group_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(member)), keep: () => keep(member) };
}
function named(log, name) {
    const lines = (text) => text
        .split('\n')
        .map((line) => `${name}: ${line}`)
        .join('\n');
    return {
        info: (line, style) => log.info(lines(line), style),
        group: (title) => log.info(lines(title)),
        endGroup: () => undefined,
        notice: (text) => log.notice(lines(text)),
        warning: (text, place) => log.warning(lines(text), place),
        error: (text, title) => log.error(lines(text), title),
        debug: (text) => log.debug(lines(text)),
    };
}
function remembering(port) {
    const answers = new Map();
    const entries = Object.entries(port).map(([name, ask]) => [
        name,
        (...given) => {
            const question = `${name} ${JSON.stringify(given)}`;
            if (!answers.has(question))
                answers.set(question, ask(...given));
            return answers.get(question);
        },
    ]);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 2014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ quotaWords),
/* harmony export */   Vv: () => (/* binding */ watchingPace),
/* harmony export */   am: () => (/* binding */ quotas),
/* harmony export */   oJ: () => (/* binding */ quotaSeconds)
/* harmony export */ });
const quotas = {
    register: { burst: 18, perSecond: 1 },
    update: { burst: 45, perSecond: 5 },
    tag: { burst: 18, perSecond: 9 },
    definition: { burst: 45, perSecond: 19 },
    service: { burst: 90, perSecond: 15 },
    task: { burst: 90, perSecond: 15 },
    serviceDeployment: { burst: 45, perSecond: 15 },
    serviceRevision: { burst: 45, perSecond: 15 },
};
const watchingPace = { burst: 1, perSecond: 1.95 };
function quotaSeconds(registrations, updates) {
    return secondsOf(registrations, quotas.register) + secondsOf(updates, quotas.update);
}
function secondsOf(calls, { burst, perSecond }) {
    return Math.ceil(Math.max(0, calls - burst) / perSecond);
}
function quotaWords(registrations, updates, upTo) {
    const seconds = quotaSeconds(registrations, updates);
    if (seconds === 0)
        return undefined;
    const most = upTo ? 'up to ' : '';
    return (`ECS takes 20 registrations at once and then one a second, and 50 updates at once and then five a second, in the whole account: ` +
        `${most}${registrations} new revisions and ${updates} updates have to wait for about ${most}${seconds} s.`);
}


/***/ }),

/***/ 7944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ sharedEcs)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
;// CONCATENATED MODULE: ./lib/group/rounds.js
function roundAt(since, lastRoundAt, { gather, between }) {
    return Math.max(since + gather, lastRoundAt + between);
}
function lotOf(waiting, { most }) {
    return waiting.slice(0, most);
}
function inRounds(limits, clock, turn, send) {
    const waiting = new Map();
    let lastRoundAt = Number.NEGATIVE_INFINITY;
    let running = false;
    const answer = async (questions) => {
        try {
            const answers = await send(questions.map(({ key }) => key));
            for (const { key, asked } of questions)
                for (const one of asked)
                    one.resolve(answers.get(key));
        }
        catch (error) {
            for (const { asked } of questions)
                for (const one of asked)
                    one.reject(error);
        }
    };
    const next = () => turn(async () => {
        const lot = lotOf([...waiting.values()], limits);
        for (const { key } of lot)
            waiting.delete(key);
        if (lot.length > 0)
            void answer(lot);
    });
    const run = async () => {
        while (waiting.size > 0) {
            const [first] = waiting.values();
            const now = clock.uptime();
            const at = roundAt(first?.since ?? now, lastRoundAt, limits);
            if (at > now)
                await clock.sleep(at - now);
            lastRoundAt = clock.uptime();
            for (let left = waiting.size; left > 0; left -= limits.most)
                await next();
        }
        running = false;
    };
    return (key) => {
        const asked = Promise.withResolvers();
        const known = waiting.get(key);
        if (known === undefined)
            waiting.set(key, { key, since: clock.uptime(), asked: [asked] });
        else
            known.asked.push(asked);
        if (!running) {
            running = true;
            void run();
        }
        return asked.promise;
    };
}

;// CONCATENATED MODULE: ./lib/group/shared-ecs.js



const atOnce = { gather: 5, between: 0 };
const inStep = { gather: 250, between: 2_800 };
const askedByMany = 4;
function sharedEcs({ ecs, lots, clock, turns }, pace) {
    const paced = pace ?? ((send) => send());
    const read = (turn) => (send) => paced(() => turn(send));
    const rhythm = (most) => ({ most, ...(pace === undefined ? atOnce : inStep) });
    const [definitions, tasks] = [read(turns.definition), read(turns.task)];
    const [deployments, revisions] = [read(turns.serviceDeployment), read(turns.serviceRevision)];
    const clusters = new Map();
    const clusterNamed = (name) => {
        const known = clusters.get(name) ?? clusterOf(name, { ecs, lots, clock, turns }, read, rhythm);
        clusters.set(name, known);
        return known;
    };
    return {
        ...ecs,
        describeService: (cluster, service) => clusterNamed(cluster).service(service),
        currentServiceDeployment: (cluster, service) => clusterNamed(cluster).currentDeployment(service),
        describeTaskDefinition: (reference) => definitions(() => ecs.describeTaskDefinition(reference)),
        registerTaskDefinition: (input) => turns.register(() => ecs.registerTaskDefinition(input)),
        deregisterTaskDefinition: (arn) => turns.register(() => ecs.deregisterTaskDefinition(arn)),
        updateService: (input) => turns.update(() => ecs.updateService(input)),
        listStoppedTasks: (cluster, service) => clusterNamed(cluster).stoppedTasks(service),
        listTasksStartedBy: (cluster, id) => tasks(() => ecs.listTasksStartedBy(cluster, id)),
        describeTasks: async (cluster, arns) => {
            const found = await Promise.all(arns.map((arn) => clusterNamed(cluster).task(arn)));
            return found.filter((task) => task !== undefined);
        },
        listServiceDeployments: (cluster, service) => deployments(() => ecs.listServiceDeployments(cluster, service)),
        describeServiceDeployment: (arn) => deployments(() => ecs.describeServiceDeployment(arn)),
        describeServiceRevision: (arn) => revisions(() => ecs.describeServiceRevision(arn)),
        describeServiceRevisions: (arns) => revisions(() => ecs.describeServiceRevisions(arns)),
        rollBackServiceDeployment: (arn) => turns.update(() => ecs.rollBackServiceDeployment(arn)),
        tagResource: (arn, tags) => turns.tag(() => ecs.tagResource(arn, tags)),
    };
}
function clusterOf(cluster, { ecs, lots, clock, turns }, read, rhythm) {
    const current = new Map();
    const targets = new Map();
    let crowded = false;
    const [services, tasks] = [read(turns.service), read(turns.task)];
    const service = inRounds(rhythm(10), clock, services, async (names) => {
        const found = await describeTogether(cluster, names, ecs, lots);
        for (const [name, { currentServiceDeployment }] of found) {
            if (currentServiceDeployment !== undefined)
                current.set(name, currentServiceDeployment);
        }
        return found;
    });
    const deployment = inRounds(rhythm(20), clock, read(turns.serviceDeployment), async (arns) => {
        const found = await lots.describeServiceDeployments(arns);
        return new Map(found.map((one) => [one.serviceDeploymentArn ?? '', one]));
    });
    const stopped = inRounds(rhythm(1_000), clock, (send) => send(), async (names) => {
        if (names.length >= askedByMany && !crowded) {
            const { arns, more } = await tasks(() => lots.listStoppedTasksOfCluster(cluster));
            crowded = more;
            if (!more)
                return new Map(names.map((name) => [name, arns]));
        }
        const lists = names.map(async (name) => [name, await tasks(() => ecs.listStoppedTasks(cluster, name))]);
        return new Map(await Promise.all(lists));
    });
    const task = inRounds(rhythm(100), clock, tasks, async (arns) => {
        const found = await ecs.describeTasks(cluster, arns);
        return new Map(found.map((one) => [one.taskArn ?? '', one]));
    });
    return {
        service,
        currentDeployment: async (name) => {
            const arn = current.get(name);
            if (arn === undefined)
                return undefined;
            try {
                if (!targets.has(arn)) {
                    const found = await deployment(arn);
                    const target = found?.targetServiceRevision?.arn;
                    if (target !== undefined)
                        targets.set(arn, (0,snapshot/* deploymentIdOfRevision */.H6)(target));
                }
                return { arn, deploymentId: targets.get(arn) ?? '' };
            }
            catch (error) {
                if ((0,failure/* failureKind */.zU)(error) !== 'denied')
                    return undefined;
                const listed = await read(turns.serviceDeployment)(() => ecs.listServiceDeployments(cluster, name));
                return listed.map(snapshot/* serviceDeploymentView */.Ec).find((one) => one.arn === arn);
            }
        },
        stoppedTasks: async (name) => (await stopped(name)) ?? [],
        task,
    };
}
async function describeTogether(cluster, names, ecs, lots) {
    const describeNamed = (name) => ecs.describeService(cluster, name).catch((error) => {
        if (!(0,failure/* isNamed */.ev)(error, 'InvalidParameterException'))
            throw error;
        return undefined;
    });
    const found = await lots.describeServices(cluster, names).catch((error) => {
        const isOfOne = (0,failure/* isNamed */.ev)(error, 'InvalidParameterException') && names.length > 1;
        if (!isOfOne)
            throw error;
        return Promise.all(names.map(describeNamed));
    });
    return new Map(names.flatMap((name) => {
        const own = found.find((one) => one?.serviceName === name || one?.serviceArn === name);
        return own === undefined ? [] : [[name, own]];
    }));
}


/***/ }),

/***/ 8294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ takeAllBack),
/* harmony export */   Y: () => (/* binding */ orderOfReturn)
/* harmony export */ });
/* harmony import */ var _deployment_by_hand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1626);
/* harmony import */ var _deployment_ending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3496);
/* harmony import */ var _deployment_finish_cancelled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6530);
/* harmony import */ var _deployment_intent_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(377);
/* harmony import */ var _deployment_interrupted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2399);
/* harmony import */ var _deployment_record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7742);
/* harmony import */ var _deployment_restore_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9103);
/* harmony import */ var _deployment_roll_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5058);
/* harmony import */ var _deployment_update_once_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9654);
/* harmony import */ var _inputs_needs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3292);
/* harmony import */ var _fold_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4720);
/* harmony import */ var _group_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5084);












async function takeAllBack(group, cause, running, { portsFor, ports }) {
    const over = new Map();
    for (const member of orderOfReturn(group)) {
        const dependents = (0,_group_js__WEBPACK_IMPORTED_MODULE_8__/* .dependentsOf */ .yk)(group.members.indexOf(member), group).map((other) => over.get(other));
        const inItsTurn = async () => {
            await Promise.all([running.get(member), ...dependents]);
            if (member.record.adopted)
                (0,_deployment_record_js__WEBPACK_IMPORTED_MODULE_9__/* .addNotice */ .Mp)(member.record, 'This run did not start its deployment, so it is not taken back.');
            if (!ports.cancelled.aborted && isToGoBack(member))
                await takeOneBack(member, cause, portsFor(member));
        };
        over.set(member, inItsTurn());
    }
    await Promise.all(over.values());
    ports.cancelled.throwIfAborted();
}
function orderOfReturn({ members }) {
    const byEnd = members.toSorted((one, other) => (one.endedAt ?? Infinity) - (other.endedAt ?? Infinity));
    const named = byEnd.map((member) => ({
        name: (0,_group_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(member),
        needs: member.given.needs.flatMap((index) => (members[index] === undefined ? [] : [(0,_group_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(members[index])])),
    }));
    const byName = new Map(members.map((member) => [(0,_group_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(member), member]));
    return (0,_inputs_needs_js__WEBPACK_IMPORTED_MODULE_10__/* .wayBackOrder */ .LT)(named).flatMap((name) => byName.get(name) ?? []);
}
function isToGoBack({ begun, ending, subject, record }) {
    if (!begun || record.adopted || (subject === undefined && record.update === undefined))
        return false;
    return ending === undefined || (0,_fold_js__WEBPACK_IMPORTED_MODULE_7__/* .bringsNew */ .KD)(ending.outcome);
}
async function takeOneBack(member, cause, ports) {
    const { record } = member;
    const reason = `${(0,_group_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(cause)} failed`;
    ports.log.info(`Is taken back, because ${reason}.`);
    member.goingBack = true;
    try {
        const ending = record.deploymentId === undefined
            ? await putSettingsBack(reason, ports, record)
            : await deploymentBack(member, reason, ports);
        (0,_group_js__WEBPACK_IMPORTED_MODULE_8__/* .end */ ._N)(member, ending, ports.clock.now());
        ports.log.info(`Ends: ${ending.outcome}. ${ending.headline}`);
    }
    catch (error) {
        if (ports.cancelled.aborted)
            return;
        (0,_group_js__WEBPACK_IMPORTED_MODULE_8__/* .end */ ._N)(member, (0,_deployment_interrupted_js__WEBPACK_IMPORTED_MODULE_3__.endingOfError)(error, record), ports.clock.now());
        ports.log.info(`Ends: ${member.ending?.outcome}. ${member.ending?.headline}`);
    }
}
async function deploymentBack({ record, subject, given }, reason, ports) {
    const failure = {
        reason,
        subject: subject ?? (0,_deployment_finish_cancelled_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g5)(record.memory, record).subject,
        afterCompletion: true,
        opening: `The deployment was to be taken back because ${reason}`,
    };
    const policy = { rollbackOnFailure: true, rollbackWaitMinutes: given.inputs.rollbackWaitMinutes };
    const ending = await (0,_deployment_roll_back_js__WEBPACK_IMPORTED_MODULE_5__.rollBack)(failure, policy, ports, record);
    return ending.outcome === 'deployed' ? (0,_deployment_roll_back_js__WEBPACK_IMPORTED_MODULE_5__.rollBack)(failure, policy, ports, record) : ending;
}
async function putSettingsBack(reason, ports, record) {
    const now = await ports.ecs.describeService(record.cluster, record.service);
    const settings = now === undefined ? {} : await (0,_deployment_restore_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsToRestore */ .Vy)(now, ports, record);
    if (Object.keys(settings).length === 0) {
        return (0,_deployment_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEnding */ .BV)('rollback-failed', `The settings could not be put back although ${reason}.`, [
            (0,_deployment_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .lookCommand */ .zs)(record),
        ]);
    }
    const update = { cluster: record.cluster, service: record.service, ...settings };
    record.rollbackSent = 'UpdateService';
    await (0,_deployment_intent_js__WEBPACK_IMPORTED_MODULE_11__/* .sendKept */ .$)('update-back', ports, record, () => (0,_deployment_update_once_js__WEBPACK_IMPORTED_MODULE_6__/* .updateOnce */ .R)(ports, record, update));
    record.running = record.before;
    return (0,_deployment_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEnding */ .BV)('rolled-back', `The settings are those from before, because ${reason}.`);
}


/***/ }),

/***/ 1662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ inTurn),
  o: () => (/* binding */ turnsOf)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/group/bucket.js
function fullBucket({ burst }, now) {
    return { tokens: burst, at: now };
}
function promised(bucket, quota, now) {
    const refilled = Math.min(quota.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * quota.perSecond);
    const tokens = refilled - 1;
    const wait = tokens >= 0 ? 0 : (-tokens / quota.perSecond) * 1000;
    return { at: now + wait, bucket: { tokens, at: Math.max(now, bucket.at) } };
}
function drained(bucket) {
    return { ...bucket, tokens: Math.min(0, bucket.tokens) };
}

// EXTERNAL MODULE: ./lib/group/quotas.js
var quotas = __webpack_require__(2014);
;// CONCATENATED MODULE: ./lib/group/turns.js



function inTurn(quota, clock) {
    let bucket = fullBucket(quota, clock.uptime());
    return async (send) => {
        const now = clock.uptime();
        const next = promised(bucket, quota, now);
        bucket = next.bucket;
        if (next.at > now)
            await clock.sleep(next.at - now);
        try {
            return await send();
        }
        catch (error) {
            if ((0,failure/* failureKind */.zU)(error) === 'throttled')
                bucket = drained(bucket);
            throw error;
        }
    };
}
function turnsOf(clock) {
    const names = Object.keys(quotas/* quotas */.am);
    return Object.fromEntries(names.map((name) => [name, inTurn(quotas/* quotas */.am[name], clock)]));
}


/***/ }),

/***/ 3292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ stepsOf),
/* harmony export */   DH: () => (/* binding */ circlesIn),
/* harmony export */   LT: () => (/* binding */ wayBackOrder)
/* harmony export */ });
function circlesIn(services) {
    const needsOf = new Map(services.map(({ name, needs }) => [name, needs]));
    const over = new Set();
    const circles = [];
    const visit = (name, way) => {
        const from = way.indexOf(name);
        if (from >= 0)
            circles.push(way.slice(from));
        if (from >= 0 || over.has(name))
            return;
        for (const need of needsOf.get(name) ?? [])
            visit(need, [...way, name]);
        over.add(name);
    };
    for (const { name } of services)
        visit(name, []);
    return circles;
}
function stepsOf(services) {
    const depths = depthsOf(services);
    const steps = [];
    for (const { name } of services) {
        const depth = depths.get(name) ?? 0;
        steps[depth] = [...(steps[depth] ?? []), name];
    }
    return steps;
}
function depthsOf(services) {
    const needsOf = new Map(services.map(({ name, needs }) => [name, needs]));
    const depths = new Map();
    const depthOf = (name) => {
        const known = depths.get(name);
        if (known !== undefined)
            return known;
        const depth = Math.max(0, ...(needsOf.get(name) ?? []).map((need) => depthOf(need) + 1));
        depths.set(name, depth);
        return depth;
    };
    for (const { name } of services)
        depthOf(name);
    return depths;
}
function wayBackOrder(services) {
    return stepsOf(services)
        .toReversed()
        .flatMap((names) => names.toReversed());
}


/***/ })

};
