export const id = 9416;
export const ids = [9416,9428];
export const modules = {

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   tellEnd: () => (/* binding */ tellEnd)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _deployment_report_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1343);
/* harmony import */ var _github_job_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(863);
/* harmony import */ var _github_log_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(660);
/* harmony import */ var _github_log_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1920);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4573);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9293);







async function tellEnd(ending, record, log, env) {
    const report = (0,_deployment_report_of_js__WEBPACK_IMPORTED_MODULE_1__/* .reportOf */ .E)(record, ending, Date.now());
    log.endGroup();
    (0,_github_log_line_js__WEBPACK_IMPORTED_MODULE_6__/* .writeLines */ .x)((0,_github_log_report_js__WEBPACK_IMPORTED_MODULE_3__/* .closingLines */ .Po)(report), log);
    const code = (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCode */ .I$)(report.outcome, report.action);
    if (code === 1) {
        const { title, message } = (0,_github_log_report_js__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7)(report);
        log.error(message, title);
    }
    const path = await attempt(log, 'report file', () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReportFile */ .aS)(report, env));
    await attempt(log, 'outputs', () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .writeOutputs */ .Kn)((0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .outputsOf */ .Yz)(report, path), env));
    const written = await attempt(log, 'job summary', () => (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSummary */ .Sy)((0,_github_job_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .jobSummary */ .sp)(report), env));
    if (written === 'full')
        log.info('The job summary of this step is full; this report was not added to it.');
    return code;
}
async function attempt(log, what, write) {
    try {
        return await write();
    }
    catch (error) {
        log.warning(`The ${what} could not be written: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inCatalogue),
/* harmony export */   c: () => (/* binding */ checksAddress)
/* harmony export */ });
function checksAddress({ causesAddress }) {
    return causesAddress?.replace(/causes\.md$/, 'preflight.md');
}
function inCatalogue(diagnosis, { causesAddress }) {
    if (causesAddress === undefined || diagnosis.cause === 'unknown')
        return diagnosis;
    return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` };
}


/***/ }),

/***/ 1343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _github_console_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(374);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6613);
/* harmony import */ var _in_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9428);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3355);




function reportOf(record, ending, endedAt) {
    const now = nowOf(record);
    const exec = record.update?.enableExecuteCommand ?? record.original?.enableExecuteCommand;
    const checks = (0,_in_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .checksAddress */ .c)(record);
    return {
        action: record.action,
        outcome: ending.outcome,
        headline: ending.headline,
        cluster: (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(record.cluster),
        service: (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(record.service),
        region: record.region,
        partition: (0,_github_console_links_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(record.serviceArn ?? record.region),
        ...(record.before === undefined ? {} : { before: record.before }),
        ...(record.wanted === undefined ? {} : { wanted: record.wanted }),
        ...(record.wantedCommit === undefined ? {} : { wantedCommit: record.wantedCommit }),
        ...(record.candidates === undefined ? {} : { candidates: record.candidates }),
        ...(now === undefined ? {} : { now }),
        changed: record.changed || record.scaling !== undefined,
        publicIps: record.publicIps,
        taskIps: record.taskIps,
        ...(record.deploymentId === undefined ? {} : { deploymentId: record.deploymentId }),
        ...(record.serviceDeploymentArn === undefined ? {} : { serviceDeploymentArn: record.serviceDeploymentArn }),
        ...(record.supersededBy === undefined ? {} : { supersededBy: record.supersededBy }),
        diagnoses: ending.explain ? record.diagnoses : [],
        changes: record.changes,
        timeline: record.timeline,
        events: [...record.events.values()],
        stoppedTasks: [...record.stoppedTasks.values()],
        tasks: [...record.tasks.values()],
        ...(exec === undefined ? {} : { exec }),
        findings: record.findings,
        ...(record.findings.length === 0 || checks === undefined ? {} : { checksAddress: checks }),
        notices: [...record.notices, ...notUndone(record, ending)],
        commands: ending.commands,
        startedAt: record.startedAt,
        endedAt,
    };
}
function notUndone({ preDeploy, wanted }, { outcome }) {
    if (preDeploy === undefined || (outcome !== 'rolled-back' && outcome !== 'rollback-failed'))
        return [];
    const version = wanted?.taskDefinition || 'the new version';
    return [
        `Before ${version} was deployed, a task ran, a migration for example. What it changed is not undone by a rollback.`,
    ];
}
function nowOf(record) {
    const { snapshot } = record;
    if (snapshot === undefined)
        return undefined;
    const [first, ...others] = whatRuns(record, snapshot);
    return {
        ...(first === undefined ? {} : { version: first.version }),
        ...(others.length === 0 ? {} : { beside: others }),
        running: snapshot.running,
        desired: snapshot.desired,
        seen: !record.stale,
    };
}
function whatRuns(record, snapshot) {
    const running = snapshot.deployments
        .filter((deployment) => deployment.running > 0)
        .sort((one, other) => other.running - one.running)
        .map((deployment) => ({ version: versionOfArn(record, deployment.taskDefinition), running: deployment.running }));
    if (running.length > 0)
        return running;
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .primaryOf */ .Os)(snapshot);
    return primary === undefined ? [] : [{ version: versionOfArn(record, primary.taskDefinition), running: 0 }];
}
function versionOfArn({ running, before, wanted, target }, arn) {
    const known = [running, before, wanted, target?.version].find((version) => version?.taskDefinitionArn === arn);
    return known ?? { taskDefinition: (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceName */ .Iy)(arn), taskDefinitionArn: arn, images: [] };
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

/***/ 9045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ candidateLines),
/* harmony export */   T: () => (/* binding */ candidatesTable)
/* harmony export */ });
/* harmony import */ var _diagnosis_short_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7883);
/* harmony import */ var _console_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(374);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18);



const shortCommit = 12;
function candidateLines({ candidates }) {
    if (candidates === undefined)
        return [];
    if (candidates.length === 0)
        return ['No other version is known that completed in this service.'];
    return [
        'Versions that completed in this service and can be named in "to":',
        ...candidates.map((one) => `  ${candidateLine(one)}`),
    ];
}
function candidateLine(candidate) {
    const { version, commit } = candidate;
    return [
        version.taskDefinition,
        ...(commit === undefined ? [] : [`commit ${commit.slice(0, shortCommit)}`]),
        ...imageNames(candidate),
        ...completedAt(candidate, 'completed '),
        ...remarks(candidate),
    ].join(', ');
}
function candidatesTable(report) {
    const { candidates = [] } = report;
    if (candidates.length === 0)
        return '';
    const rows = candidates.map((candidate) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(candidate.version.taskDefinition), (0,_console_links_js__WEBPACK_IMPORTED_MODULE_1__/* .taskDefinitionLink */ .L5)(report, candidate.version.taskDefinition)),
        candidate.commit === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(candidate.commit.slice(0, shortCommit)),
        imageNames(candidate).map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY).join('<br>'),
        completedAt(candidate, '').map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq).join(''),
        remarks(candidate).map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq).join('<br>'),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['`to`', 'Commit', 'Image', 'Completed', ''], rows);
}
function imageNames({ version }) {
    return version.images.map(({ image, digest }) => {
        const name = (0,_diagnosis_short_image_js__WEBPACK_IMPORTED_MODULE_0__/* .shortImage */ .U)(image);
        return digest === undefined || image.includes('@') ? name : `${name} (${(0,_diagnosis_short_image_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .V)(digest)})`;
    });
}
function completedAt({ completedAt: at }, before) {
    return at === undefined ? [] : [`${before}${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`];
}
function remarks({ imagesThere, left }) {
    const images = imagesThere === undefined ? [] : [imagesThere ? 'image still there' : 'image gone'];
    return [...images, ...(left ? ['left by a rollback'] : [])];
}


/***/ }),

/***/ 6307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ checksLink)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18);

function checksLink(address) {
    return address === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)('What each check means', address)];
}


/***/ }),

/***/ 374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ serviceTabLink),
/* harmony export */   L5: () => (/* binding */ taskDefinitionLink),
/* harmony export */   P5: () => (/* binding */ logLink),
/* harmony export */   eG: () => (/* binding */ taskLink),
/* harmony export */   iQ: () => (/* binding */ partitionOf),
/* harmony export */   oT: () => (/* binding */ serviceLink)
/* harmony export */ });
const consoleHosts = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com',
    'aws-eusc': 'console.amazonaws-eusc.eu',
};
function partitionOf(arnOrRegion) {
    const inArn = /^arn:([^:]+):/.exec(arnOrRegion)?.[1];
    if (inArn !== undefined)
        return inArn;
    if (arnOrRegion.startsWith('cn-'))
        return 'aws-cn';
    if (arnOrRegion.startsWith('us-gov-'))
        return 'aws-us-gov';
    if (arnOrRegion.startsWith('eusc-'))
        return 'aws-eusc';
    return /^[a-z]+-iso[a-z]*-/.test(arnOrRegion) ? 'aws-iso' : 'aws';
}
function serviceLink(place, cluster, service) {
    return serviceTabLink(place, cluster, service, 'health');
}
function serviceTabLink(place, cluster, service, tab) {
    return page(place, `ecs/v2/clusters/${segment(cluster)}/services/${segment(service)}/${tab}`);
}
function taskLink(place, cluster, taskId) {
    return page(place, `ecs/v2/clusters/${segment(cluster)}/tasks/${segment(taskId)}/configuration`);
}
function taskDefinitionLink(place, taskDefinition) {
    const [family, revision] = taskDefinition.split(':');
    if (!family || !revision)
        return undefined;
    return page(place, `ecs/v2/task-definitions/${segment(family)}/${segment(revision)}/containers`);
}
function logLink(place, group, stream) {
    const host = hostOf(place);
    if (host === undefined)
        return undefined;
    const path = `log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`;
    return `https://${host}/cloudwatch/home?region=${place.region}#logsV2:${path}`;
}
function page(place, path) {
    const host = hostOf(place);
    return host === undefined ? undefined : `https://${host}/${path}?region=${place.region}`;
}
function hostOf(place) {
    const host = consoleHosts[place.partition];
    return host === undefined || !/^[a-z0-9-]+$/.test(place.region) ? undefined : `${place.region}.${host}`;
}
function segment(nameOrArn) {
    return encodeURIComponent(nameOrArn.split('/').at(-1) ?? nameOrArn);
}
function twice(name) {
    return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
}


/***/ }),

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oY: () => (/* binding */ commandsPart),
  Hg: () => (/* binding */ diagnosisPart),
  sp: () => (/* binding */ jobSummary)
});

// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/github/candidates.js
var candidates = __webpack_require__(9045);
// EXTERNAL MODULE: ./lib/github/checks-link.js
var checks_link = __webpack_require__(6307);
// EXTERNAL MODULE: ./lib/github/console-links.js
var console_links = __webpack_require__(374);
// EXTERNAL MODULE: ./lib/diagnosis/aws-commands.js
var aws_commands = __webpack_require__(9947);
// EXTERNAL MODULE: ./lib/github/markdown.js
var markdown = __webpack_require__(18);
;// CONCATENATED MODULE: ./lib/github/exec-advice.js


function execAdvice(report) {
    const { exec, tasks, cluster, service, region, now, wanted, changed } = report;
    if (exec === undefined || !changed)
        return undefined;
    const open = tasks.findLast((task) => task.exec && task.status === 'RUNNING');
    const container = (now?.version ?? wanted)?.images[0]?.container ?? 'CONTAINER';
    const shell = (task) => (0,aws_commands/* awsCommand */.bg)(region, 'ecs', ...['execute-command', '--cluster', cluster, '--task', task, '--container', container], ...['--interactive', '--command', '/bin/sh']);
    const list = (0,aws_commands/* awsCommand */.bg)(region, 'ecs', 'list-tasks', '--cluster', cluster, '--service-name', service);
    if (exec) {
        const find = open === undefined ? ['Which tasks run:', (0,markdown/* block */.om)(list, 'sh'), 'Then, with one of them:'] : [];
        return [
            (0,markdown/* text */.Qq)('The service starts its tasks with ECS Exec. It opens a shell in a container that has one:'),
            ...find,
            (0,markdown/* block */.om)(shell(open?.id ?? 'TASK'), 'sh'),
            (0,markdown/* text */.Qq)('It needs the Session Manager plugin for the AWS CLI, and ecs:ExecuteCommand for whoever calls it.'),
        ].join('\n\n');
    }
    return [
        (0,markdown/* text */.Qq)('ECS Exec is off for this service. It can be switched on for tasks that start from then on: with the input ' +
            'enable-execute-command: true at the next deployment, or by hand, which replaces all tasks:'),
        (0,markdown/* block */.om)((0,aws_commands/* awsCommand */.bg)(region, 'ecs', ...['update-service', '--cluster', cluster, '--service', service], ...['--enable-execute-command', '--force-new-deployment']), 'sh'),
        (0,markdown/* text */.Qq)('The task role then needs ssmmessages:CreateControlChannel, ssmmessages:CreateDataChannel, ' +
            'ssmmessages:OpenControlChannel and ssmmessages:OpenDataChannel. After that:'),
        (0,markdown/* block */.om)(shell('TASK'), 'sh'),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./lib/github/fold-events.js
function foldEvents(events) {
    const stretches = [];
    for (const event of events) {
        const stretch = stretches.at(-1);
        const [first] = stretch ?? [];
        if (stretch !== undefined && first !== undefined && shapeOf(first) === shapeOf(event))
            stretch.push(event);
        else
            stretches.push([event]);
    }
    return stretches.flatMap((stretch) => (stretch.length < 3 ? stretch.flatMap((one) => row([one])) : row(stretch)));
}
function row(stretch) {
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    return [
        { from: first.at.getTime(), to: last.at.getTime(), count: stretch.length, message: withoutHead(last.message) },
    ];
}
function shapeOf({ message }) {
    return withoutHead(message)
        .replace(/\(task [0-9a-f]{32}\)(?:,? ?\(task [0-9a-f]{32}\))*/g, 'TASKS')
        .replace(/\b[0-9a-f]{32}\b/g, 'ID')
        .replace(/\b\d+\b/g, 'N');
}
function withoutHead(message) {
    return message.replace(/^\(service [^)]+\)\s*/, '');
}

// EXTERNAL MODULE: ./lib/github/safe-text.js
var safe_text = __webpack_require__(2748);
;// CONCATENATED MODULE: ./lib/github/mermaid.js

const harmless = /[\p{L}\p{N} .,()/_-]/u;
const nothing = '-';
function label(foreign, limit = 60) {
    const text = (0,safe_text/* cut */.Jj)((0,safe_text/* withoutInvisible */.OT)(foreign.toWellFormed().replace(/\s+/g, ' ')).trim() || nothing, limit);
    return [...text].map((one, index) => (index > 0 && harmless.test(one) ? one : entity(one))).join('');
}
function entity(character) {
    return `#${character.codePointAt(0)};`;
}

// EXTERNAL MODULE: ./lib/github/stopped-groups.js
var stopped_groups = __webpack_require__(5259);
// EXTERNAL MODULE: ./lib/diagnosis/texts.js
var texts = __webpack_require__(1397);
;// CONCATENATED MODULE: ./lib/github/task-rows.js

const startedTasks = /\) has started \d+ tasks?: (.*)$/;
const stoppingTasks = /\) has stopped \d+ running tasks?: (.*)$/;
function startsIn(events) {
    return namedIn(events, startedTasks);
}
function taskRows({ stoppedTasks, tasks, events }) {
    const starts = startsIn(events);
    const stops = namedIn(events, stoppingTasks);
    const seen = new Map(tasks.map((task) => [task.id, task]));
    const stopped = new Map(stoppedTasks.map((task) => [task.id, task]));
    const ids = new Set([...stopped.keys(), ...seen.keys(), ...starts.keys()]);
    return [...ids]
        .map((id) => rowOf(id, stopped.get(id), seen.get(id), starts.get(id), stops.get(id)))
        .toSorted((one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0));
}
function rowOf(id, stopped, seen, startEvent, stopEvent) {
    const health = stopped?.healthStatus === 'UNKNOWN' ? undefined : (stopped?.healthStatus ?? seen?.health);
    const startedAt = startEvent ?? stopped?.startedAt?.getTime() ?? seen?.startedAt;
    const stoppedAt = stopped?.stoppedAt?.getTime();
    const why = stopped === undefined ? undefined : whyStopped(stopped);
    const told = stopEvent === undefined ? 'started' : 'told to stop';
    const isSeenLast = stopped === undefined && seen !== undefined && seen.seenAt >= (stopEvent ?? 0);
    return {
        id,
        state: stopped === undefined ? (isSeenLast ? seen.status : told) : 'STOPPED',
        ...(isSeenLast ? { seenAt: seen.seenAt } : {}),
        ...(health === undefined ? {} : { health }),
        ...(seen?.zone === undefined ? {} : { zone: seen.zone }),
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(stoppedAt === undefined ? {} : { stoppedAt }),
        ...(why === undefined ? {} : { why }),
    };
}
function whyStopped({ stopCode, stoppedReason, containers }) {
    const exits = containers.map(({ name, exitCode: code }) => `${name}: ${code === undefined ? 'never ran' : `exit code ${code}`}`);
    return [stoppedReason ?? stopCode ?? 'no reason given', ...exits].join('; ');
}
function groupTasks(rows) {
    const likeness = ({ state, health, why }) => JSON.stringify([state, health, why === undefined ? why : (0,texts/* withoutIds */.Li)(why)]);
    return [...Map.groupBy(rows, likeness).values()].flatMap((tasks) => {
        const [newest] = tasks;
        return newest === undefined ? [] : [{ newest, tasks }];
    });
}
function namedIn(events, pattern) {
    return new Map(events.flatMap(({ at, message }) => {
        const [, list = ''] = pattern.exec(message) ?? [];
        return [...list.matchAll(/\btask ([0-9a-f]{32})\b/g)].map(([, id = '']) => [id, at.getTime()]);
    }));
}

// EXTERNAL MODULE: ./lib/github/words.js
var words = __webpack_require__(9074);
;// CONCATENATED MODULE: ./lib/github/rollout-chart.js





const mostBars = 8;
const mostStops = 6;
const second = 1_000;
const nameLimit = 24;
function rolloutChart(report) {
    const sections = [...versionSections(report), ...stopSection(report), ...stepSection(report)];
    if (!report.timeline.some(({ counts }) => counts !== undefined))
        return undefined;
    const longest = Math.max(...sections.map(({ name }) => Math.min(name.length, nameLimit)));
    const lines = sections.flatMap(({ name, bars }) => [
        `    section ${label(name, nameLimit)}`,
        ...bars.map((bar) => `    ${barLine(bar, report.startedAt)}`),
    ]);
    const isLong = report.endedAt - report.startedAt >= 3_600_000;
    return (0,markdown/* block */.om)([
        `%%{init: {"gantt": {"leftPadding": ${Math.max(75, 20 + longest * 7)}}}}%%`,
        'gantt',
        '    dateFormat YYYY-MM-DD HH:mm:ss',
        `    axisFormat ${isLong ? '%H:%M:%S' : '%M:%S'}`,
        '    todayMarker off',
        ...lines,
    ].join('\n'), 'mermaid');
}
function barLine({ text, from, to, kind }, startedAt) {
    const length = `${Math.max(second, to - from) / second}s`;
    const seconds = kind === 'milestone' ? '0s' : length.replace(/\.\d+/, '');
    return `${label(text)} : ${kind === undefined ? '' : `${kind}, `}${sinceStart(from - startedAt)}, ${seconds}`;
}
function sinceStart(milliseconds) {
    const at = new Date(Date.UTC(2000, 0, 1) + Math.max(0, milliseconds)).toISOString();
    return `${at.slice(0, 10)} ${at.slice(11, 19)}`;
}
function versionSections({ timeline, endedAt, wanted }) {
    const seen = timeline.filter(({ counts }) => counts !== undefined);
    const names = [...new Set(seen.flatMap(({ counts = [] }) => counts.map(({ version }) => version)))];
    names.sort((one, other) => Number(other === wanted?.taskDefinition) - Number(one === wanted?.taskDefinition));
    return names.map((name) => {
        const bars = [];
        for (const [index, { at, counts = [] }] of seen.entries()) {
            const text = countText(counts.find(({ version }) => version === name));
            const to = seen[index + 1]?.at ?? Math.max(at, endedAt);
            const last = bars.at(-1);
            if (last !== undefined && last.text === text && last.to === at)
                bars[bars.length - 1] = { ...last, to };
            else if (text !== undefined)
                bars.push({ text, from: at, to });
        }
        return { name, bars: merged(bars) };
    });
}
function countText(counts) {
    if (counts === undefined)
        return undefined;
    const { running, desired } = counts;
    if (running === 0 && desired === 0)
        return 'none running';
    return running > desired ? `${running} running` : `${running} of ${desired} running`;
}
function merged(bars) {
    const kept = [...bars];
    while (kept.length > mostBars) {
        const lengths = kept.slice(1, -1).map(({ from, to }) => to - from);
        const index = 1 + lengths.indexOf(Math.min(...lengths));
        const [gone, before] = [kept[index], kept[index - 1]];
        if (gone === undefined || before === undefined)
            return kept;
        kept.splice(index - 1, 2, { ...before, to: gone.to });
    }
    return kept;
}
function stopSection(report) {
    const groups = (0,stopped_groups/* groupStoppedTasks */.L)(report.stoppedTasks);
    const starts = startsIn(report.events);
    const bars = groups.slice(0, mostStops).flatMap(({ newest, count, tasks }) => {
        const ends = tasks.flatMap(({ stoppedAt }) => stoppedAt?.getTime() ?? []);
        const begins = tasks.flatMap(({ id, startedAt }) => starts.get(id) ?? startedAt?.getTime() ?? []);
        if (ends.length === 0)
            return [];
        const to = Math.max(...ends);
        const from = Math.max(report.startedAt, Math.min(to, ...begins));
        const what = count === 1 ? `task ${(0,words/* shortTaskId */.x6)(newest.id)}` : `${count} tasks`;
        return [{ text: `${what}: ${howItEnded(newest.containers)}`, from, to, kind: 'crit' }];
    });
    const left = groups.length - mostStops;
    const name = left > 0 ? `stopped (${left} kinds more)` : 'stopped';
    return bars.length === 0 ? [] : [{ name, bars }];
}
function howItEnded(containers) {
    const codes = containers.flatMap(({ exitCode: code }) => code ?? []);
    if (codes.length === 0)
        return 'never ran';
    return `exit code ${codes.find((code) => code !== 0) ?? 0}`;
}
function stepSection(report) {
    const told = report.events.flatMap(({ at, message }) => {
        const step = steps.find(([pattern]) => pattern.test(message));
        return step === undefined ? [] : [{ text: step[1], from: at.getTime(), to: at.getTime(), kind: 'milestone' }];
    });
    const started = report.timeline.filter(({ counts }) => counts === undefined);
    const own = started.map(({ at, text }) => {
        return { text: text.replace(/ecs-svc\/\d+ /, ''), from: at, to: at, kind: 'milestone' };
    });
    const { endedAt, outcome } = report;
    const end = { text: `this run ends: ${outcome}`, from: endedAt, to: endedAt, kind: 'milestone' };
    const first = [...own, ...told].filter((bar, index, all) => all.findIndex(({ text }) => text === bar.text) === index);
    const inOrder = first.toSorted((one, other) => one.from - other.from).slice(0, mostBars);
    return [{ name: 'steps', bars: [...inOrder, end] }];
}
const steps = [
    [/rolling back to deployment/, 'ECS rolls back'],
    [/unable to consistently start tasks/, 'tasks do not start'],
    [/deployment failed/, 'ECS calls it failed'],
    [/deployment completed/, 'ECS calls it completed'],
    [/has reached a steady state/, 'steady state'],
];

;// CONCATENATED MODULE: ./lib/github/task-prose.js



function taskName(where, id) {
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)((0,words/* shortTaskId */.x6)(id)), (0,console_links/* taskLink */.eG)(where, where.cluster, id));
}
function taskProse(where, foreign) {
    return (0,markdown/* text */.Qq)(foreign).replace(/(?<=\btask )[0-9a-f]{32}\b/gi, (id) => taskName(where, id));
}
function taskQuote(where, foreign) {
    return foreign.map((fact) => `> ${taskProse(where, fact)}`).join('\n>\n');
}

;// CONCATENATED MODULE: ./lib/github/tasks-table.js




const mostTasks = 10;
function tasksTable(report) {
    const tasks = taskRows(report);
    return {
        count: tasks.length,
        head: ['Task', 'State', 'Health', 'Zone', 'Started', 'Stopped', 'Why it stopped'],
        groups: tasks.length > mostTasks ? groupTasks(tasks) : tasks.map((newest) => ({ newest, tasks: [newest] })),
        cells: (group) => cells(report, group),
    };
}
function cells(report, { newest, tasks }) {
    const name = taskName(report, newest.id);
    const zones = [...new Set(tasks.flatMap(({ zone }) => zone ?? []))].sort();
    return [
        tasks.length === 1 ? name : `${tasks.length} tasks, the newest ${name}`,
        stateCell(report, newest),
        (0,markdown/* text */.Qq)(newest.health ?? ''),
        zones.map(markdown/* text */.Qq).join('<br>'),
        span(tasks.flatMap(({ startedAt }) => startedAt ?? [])),
        span(tasks.flatMap(({ stoppedAt }) => stoppedAt ?? [])),
        taskProse(report, newest.why ?? ''),
    ];
}
function stateCell({ startedAt, endedAt }, { state, seenAt }) {
    const isOld = seenAt !== undefined && endedAt - seenAt > 30_000;
    return `${(0,markdown/* text */.Qq)(state)}${isOld ? ` (seen at ${(0,words/* clockDuration */.XL)(seenAt - startedAt)})` : ''}`;
}
function span(times) {
    if (times.length === 0)
        return '';
    const [from, to] = [(0,words/* clockTime */.qo)(Math.min(...times)), (0,words/* clockTime */.qo)(Math.max(...times))];
    return from === to ? from : `${from} – ${to}`;
}

;// CONCATENATED MODULE: ./lib/github/timeline.js
const worthFolding = 6;
const counts = /(running|pending|failed) (\d+)/g;
function foldTimeline(timeline) {
    const rows = [];
    let stretch = [];
    for (const milestone of timeline) {
        const [first] = stretch;
        if (first !== undefined && timeline_shapeOf(first.text) !== timeline_shapeOf(milestone.text)) {
            rows.push(...fold(stretch));
            stretch = [];
        }
        stretch.push(milestone);
    }
    return [...rows, ...fold(stretch)];
}
function fold(stretch) {
    const [first, last] = [stretch[0], stretch.at(-1)];
    const states = new Set(stretch.map(({ text }) => text.replace(/failed \d+/, '')));
    const toAndFro = stretch.length >= worthFolding && states.size < stretch.length;
    if (!toAndFro || first === undefined || last === undefined) {
        return stretch.map(({ at, text }) => ({ from: at, to: at, text }));
    }
    return [{ from: first.at, to: last.at, text: `${ranges(stretch)} (${stretch.length} changes)` }];
}
function timeline_shapeOf(text) {
    const { own, others } = parts(text);
    return `${own.replace(counts, '$1')}${others}`;
}
function ranges(stretch) {
    const { own, others } = parts(stretch[0]?.text ?? '');
    const shown = own.replace(counts, (_, name) => {
        const numbers = stretch.flatMap(({ text }) => numberOf(parts(text).own, name));
        const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
        return least === most ? `${name} ${least}` : `${name} ${least} to ${most}`;
    });
    return `${shown}${others}`;
}
function numberOf(own, name) {
    return [...own.matchAll(counts)].filter((match) => match[1] === name).map((match) => Number(match[2]));
}
function parts(text) {
    const border = text.indexOf('|');
    return border === -1 ? { own: text, others: '' } : { own: text.slice(0, border), others: text.slice(border) };
}

// EXTERNAL MODULE: ./lib/diagnosis/short-image.js
var short_image = __webpack_require__(7883);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/github/versions-table.js





function versionsTable(report) {
    const { before, wanted, now } = report;
    const showWanted = wanted !== undefined && wanted.taskDefinition !== now?.version?.taskDefinition;
    const columns = [
        ['Before', before],
        ...(showWanted ? [['Wanted', wanted]] : []),
        [now?.seen === false ? 'Now (as last seen)' : 'Now', now?.version],
    ];
    const shown = columns.map(([, version]) => version);
    if (shown.every((version) => version === undefined))
        return { head: [], rows: [] };
    const containers = [...new Set(shown.flatMap((version) => version?.images.map((image) => image.container) ?? []))];
    return {
        head: ['', ...columns.map(([title]) => title)],
        rows: [
            ['Task definition', ...shown.map((version) => revisionCell(report, version))],
            ...containers.map((name) => imageRow(name, shown)),
        ],
    };
}
function revisionCell(report, version) {
    if (version === undefined)
        return 'unknown';
    if (version.taskDefinition === '')
        return (0,words/* versionName */.sh)(version);
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)(version.taskDefinition), (0,console_links/* taskDefinitionLink */.L5)(report, version.taskDefinition));
}
function imageRow(container, versions) {
    const images = versions.map((version) => version?.images.find((image) => image.container === container));
    const names = new Set(images.flatMap((image) => (image === undefined ? [] : [partsOf(image).name])));
    const shortNames = new Set([...names].map(short_image/* shortImage */.U));
    const head = `Image of ${(0,markdown/* code */.aY)(container)}`;
    if (names.size === 1) {
        const others = [...shortNames].filter((name) => name !== container);
        return [[head, ...others.map(markdown/* code */.aY)].join('<br>'), ...images.map((image) => cell(image, ({ tag }) => tag))];
    }
    const shown = shortNames.size < names.size ? (name) => name : short_image/* shortImage */.U;
    return [head, ...images.map((image) => cell(image, ({ name, tag }) => withTag(shown(name), tag)))];
}
function cell(image, label) {
    if (image === undefined)
        return '';
    const parts = partsOf(image);
    const shown = [label(parts), parts.digest && (0,short_image/* shortDigest */.V)(parts.digest)].filter((part) => part !== undefined);
    return shown.length === 0 ? 'no tag' : shown.map(markdown/* code */.aY).join('<br>');
}
function withTag(name, tag) {
    return tag === undefined ? name : `${name}:${tag}`;
}
function partsOf({ image, digest }) {
    const parsed = (0,reference/* parseImageReference */.o_)(image);
    if (!parsed.ok)
        return { name: image, digest };
    return { name: parsed.value.name, tag: parsed.value.tag, digest: digest ?? parsed.value.digest };
}

;// CONCATENATED MODULE: ./lib/github/job-summary.js














const shares = {
    versions: 60_000,
    diagnoses: 120_000,
    commands: 60_000,
    changes: 60_000,
    timeline: 60_000,
    tasks: 60_000,
    stopped: 90_000,
    events: 90_000,
    findings: 40_000,
    notices: 40_000,
};
const mostRows = 100;
function jobSummary(report) {
    const parts = [
        heading(report),
        versions(report),
        ...diagnosesPart(report),
        ...candidatesPart(report),
        ...commandsPart(report.commands),
        ...findingsPart(report),
        ...noticesPart(report.notices),
        ...chartPart(report),
        ...tasksPart(report),
        ...stoppedPart(report),
        ...changesPart(report.changes),
        ...timelinePart(report),
        ...eventsPart(report),
        ...execPart(report),
        footer(report),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function heading(report) {
    const { mark, word } = (0,words/* outcomeWords */.wX)(report.outcome, report.action);
    return `## ${mark} ${(0,markdown/* text */.Qq)(report.service)}: ${word}\n\n${[(0,words/* headlineWithCause */.wR)(report), running(report)]
        .filter((part) => part !== '')
        .map(markdown/* text */.Qq)
        .join(' ')}`;
}
function versions(report) {
    const { head, rows } = versionsTable(report);
    if (rows.length === 0)
        return '';
    return (0,markdown/* table */.tp)(head, thatFit(rows, (row) => (0,markdown/* table */.tp)([], [row]), shares.versions, 'first').shown);
}
function running({ now, changed, headline }) {
    if (now === undefined)
        return changed ? 'How many tasks run now is not known.' : '';
    const count = (0,words/* taskCount */.nc)(now.running, now.desired);
    const others = (now.beside ?? []).map(({ running: some, version }) => `, ${some} of them ${(0,words/* versionName */.sh)(version)}`);
    if (others.length === 0 && headline.includes(`${now.running} of ${now.desired} task`))
        return '';
    return `${now.seen ? 'Running now' : 'Running when last seen'}: ${count}${others.join('')}.`;
}
function diagnosesPart(report) {
    if (report.diagnoses.length === 0)
        return [];
    const render = (diagnosis) => diagnosisPart(report, diagnosis);
    const { shown, left } = thatFit(report.diagnoses, render, shares.diagnoses, 'first');
    return ['### Why', ...shown.map(render), ...leftOut(left, 'further causes')];
}
function diagnosisPart(report, { title, explanation, facts, advice, more }) {
    return [
        `**${(0,markdown/* text */.Qq)(title)}**`,
        (0,markdown/* text */.Qq)(explanation),
        ...(facts.length === 0 ? [] : [taskQuote(report, facts)]),
        ...(advice.length === 0 ? [] : ['What to do:', advice.map(adviceItem).join('\n')]),
        ...(more === undefined ? [] : [(0,markdown/* link */.nf)('More about this cause', more)]),
    ].join('\n\n');
}
function adviceItem(advice, index) {
    const [prose = '', ...commands] = advice.split('\n');
    const number = `${index + 1}. `;
    if (commands.length === 0)
        return `${number}${(0,markdown/* text */.Qq)(prose)}`;
    const indent = ' '.repeat(number.length);
    return `${number}${(0,markdown/* text */.Qq)(prose)}\n\n${(0,markdown/* block */.om)(commands.join('\n'), 'sh').replace(/^/gm, indent)}\n`;
}
function candidatesPart(report) {
    const shown = (0,candidates/* candidatesTable */.T)(report);
    return shown === '' ? [] : ['### Versions to choose from', shown];
}
function commandsPart(commands) {
    if (commands.length === 0)
        return [];
    const render = (item) => `${(0,markdown/* text */.Qq)(item.why)}\n\n${(0,markdown/* block */.om)(item.command, 'sh')}`;
    const { shown, left } = thatFit(commands, render, shares.commands, 'first');
    return ['### By hand', ...shown.map(render), ...leftOut(left, 'further commands')];
}
function findingsPart({ findings, checksAddress }) {
    const warnings = findings.filter(({ severity }) => severity === 'warning');
    if (warnings.length === 0)
        return [];
    const place = (finding) => (0,problem/* formatProblem */.V)({ ...finding, message: '' }).replace(/: $/, '');
    const render = (finding) => [(0,markdown/* code */.aY)(finding.id), (0,markdown/* text */.Qq)(finding.message), (0,markdown/* text */.Qq)(place(finding))];
    const { shown, left } = thatFit(warnings, (finding) => (0,markdown/* table */.tp)([], [render(finding)]), shares.findings, 'first');
    const body = [
        (0,markdown/* table */.tp)(['Check', 'What it found', 'Where'], shown.map(render)),
        ...leftOut(left, 'further warnings'),
        ...(0,checks_link/* checksLink */.w)(checksAddress),
    ];
    return [(0,markdown/* details */.zH)(`Preflight warnings (${warnings.length})`, body.join('\n\n'))];
}
function noticesPart(notices) {
    if (notices.length === 0)
        return [];
    const render = (notice) => `- ${(0,markdown/* text */.Qq)(notice)}`;
    const { shown, left } = thatFit(notices, render, shares.notices, 'first');
    return ['### Worth knowing', shown.map(render).join('\n'), ...leftOut(left, 'further notices')];
}
function changesPart(changes) {
    if (changes.length === 0)
        return [];
    const render = (change) => [
        (0,markdown/* code */.aY)(change.path),
        change.before === undefined ? '' : (0,markdown/* code */.aY)(change.before),
        change.after === undefined ? '' : (0,markdown/* code */.aY)(change.after),
    ];
    const { shown, left } = thatFit(changes, (change) => (0,markdown/* table */.tp)([], [render(change)]), shares.changes, 'first');
    const body = [(0,markdown/* table */.tp)(['Setting', 'Before', 'After'], shown.map(render)), ...leftOut(left, 'further changes')];
    return [(0,markdown/* details */.zH)(`What changed (${changes.length})`, body.join('\n\n'))];
}
function chartPart(report) {
    const chart = rolloutChart(report);
    return chart === undefined ? [] : ['### Rollout', chart];
}
function tasksPart(report) {
    const { count, head, groups, cells } = tasksTable(report);
    if (count === 0)
        return [];
    const few = groups.slice(0, mostRows);
    const { shown } = thatFit(few, (group) => (0,markdown/* table */.tp)([], [cells(group)]), shares.tasks, 'first');
    const left = groups.slice(shown.length).reduce((sum, { tasks }) => sum + tasks.length, 0);
    const body = [(0,markdown/* table */.tp)(head, shown.map(cells)), ...leftOut(left, 'further tasks')];
    return [(0,markdown/* details */.zH)(`Tasks (${count})`, body.join('\n\n'))];
}
function execPart(report) {
    const advice = execAdvice(report);
    return advice === undefined ? [] : [(0,markdown/* details */.zH)('Look into a task with ECS Exec', advice)];
}
function stoppedPart(report) {
    const groups = (0,stopped_groups/* groupStoppedTasks */.L)(report.stoppedTasks);
    if (groups.length === 0)
        return [];
    const render = (group) => stoppedGroup(report, group);
    const { shown, left } = thatFit(groups, render, shares.stopped, 'first');
    const body = [...shown.map(render), ...leftOut(left, 'further kinds of stopped tasks')];
    return [(0,markdown/* details */.zH)(`Why tasks stopped (${report.stoppedTasks.length})`, body.join('\n\n'))];
}
function stoppedGroup(report, { newest, count }) {
    const task = taskName(report, newest.id);
    const which = count === 1 ? `Task ${task}` : `${count} tasks, the newest ${task}`;
    const stopCode = newest.stopCode === undefined ? '' : ` (${(0,markdown/* code */.aY)(newest.stopCode)})`;
    const containers = newest.containers.map((container) => stoppedContainer(report, newest, container));
    const lines = newest.containers.flatMap(({ name, lastLines = [] }) => lastLines.length === 0 ? [] : [`Last lines of ${(0,markdown/* code */.aY)(name)}:\n\n${(0,markdown/* block */.om)(lastLines.slice(-20).join('\n'))}`]);
    return [
        `${which}${stopCode}:`,
        taskQuote(report, [newest.stoppedReason ?? 'no reason given']),
        ...(containers.length === 0 ? [] : [containers.join('\n')]),
        ...lines,
    ].join('\n\n');
}
function stoppedContainer(report, task, container) {
    const { name, exitCode, reason, log } = container;
    const exit = exitCode === undefined ? 'never ran' : `exit code ${exitCode}`;
    const own = reason === undefined || reason === task.stoppedReason ? '' : `: ${taskProse(report, reason)}`;
    const written = exitCode === undefined ? undefined : log;
    const place = { partition: report.partition, region: written?.region ?? report.region };
    const address = written === undefined ? undefined : (0,console_links/* logLink */.P5)(place, written.group, written.stream);
    return `- ${(0,markdown/* code */.aY)(name)}: ${exit}${own}${address === undefined ? '' : ` (${(0,markdown/* link */.nf)('log', address)})`}`;
}
function timelinePart({ timeline, startedAt }) {
    if (timeline.length === 0)
        return [];
    const after = (at) => (0,words/* clockDuration */.XL)(at - startedAt);
    const render = ({ from, to, text: what }) => [
        (0,words/* clockTime */.qo)(from),
        from === to ? after(from) : `${after(from)} – ${after(to)}`,
        (0,markdown/* text */.Qq)(what),
    ];
    const rows = foldTimeline(timeline);
    const { shown, left } = thatFit(rows, (row) => (0,markdown/* table */.tp)([], [render(row)]), shares.timeline, 'last');
    const body = [...leftOut(left, 'earlier steps'), (0,markdown/* table */.tp)(['UTC', 'After', 'What'], shown.map(render))];
    return [(0,markdown/* details */.zH)(`Timeline (${(0,words/* duration */.p0)((timeline.at(-1)?.at ?? startedAt) - startedAt)})`, body.join('\n\n'))];
}
function eventsPart(report) {
    const { events } = report;
    if (events.length === 0)
        return [];
    const render = ({ from, to, count, message }) => [
        count === 1 ? (0,words/* clockTime */.qo)(from) : `${(0,words/* clockTime */.qo)(from)} – ${(0,words/* clockTime */.qo)(to)}`,
        `${taskProse(report, message)}${count === 1 ? '' : ` <b>(${count} times)</b>`}`,
    ];
    const folded = foldEvents(events);
    const newest = folded.slice(-mostRows);
    const { shown } = thatFit(newest, (row) => (0,markdown/* table */.tp)([], [render(row)]), shares.events, 'last');
    const left = folded.slice(0, folded.length - shown.length).reduce((sum, { count }) => sum + count, 0);
    const body = [...leftOut(left, 'earlier events'), (0,markdown/* table */.tp)(['UTC', 'Event'], shown.map(render))];
    return [(0,markdown/* details */.zH)(`Service events (${events.length})`, body.join('\n\n'))];
}
const tabs = [
    ['health', 'Service'],
    ['deployments', 'deployments'],
    ['tasks', 'tasks'],
    ['logs', 'logs'],
];
function footer(report) {
    const { cluster, service } = report;
    const links = tabs.flatMap(([tab, name]) => {
        const address = (0,console_links/* serviceTabLink */.DC)(report, cluster, service, tab);
        return address === undefined ? [] : [(0,markdown/* link */.nf)(name, address)];
    });
    const ids = [
        `cluster ${(0,markdown/* code */.aY)(cluster)}`,
        `Region ${(0,markdown/* code */.aY)(report.region)}`,
        ...(report.deploymentId === undefined ? [] : [`deployment ${(0,markdown/* code */.aY)(report.deploymentId)}`]),
        ...(report.supersededBy === undefined ? [] : [`superseded by ${(0,markdown/* code */.aY)(report.supersededBy)}`]),
    ];
    const console = links.length === 0 ? [] : [`In the AWS console: ${links.join(', ')}`];
    return [...console, ids.join(', '), `took ${(0,words/* duration */.p0)(report.endedAt - report.startedAt)}`].join(' · ');
}
function leftOut(count, what) {
    return count === 0 ? [] : [`_${count} ${what} left out; the report file has them all._`];
}
function thatFit(items, render, share, from) {
    const ordered = from === 'first' ? items : items.toReversed();
    let bytes = 0;
    let count = 0;
    for (const item of ordered) {
        bytes += Buffer.byteLength(render(item, count)) + 2;
        if (bytes > share)
            break;
        count += 1;
    }
    const shown = from === 'first' ? items.slice(0, count) : items.slice(items.length - count);
    return { shown, left: items.length - count };
}


/***/ }),

/***/ 660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ writeLines)
/* harmony export */ });
function writeLines(lines, log) {
    for (const line of lines) {
        if (typeof line === 'string')
            log.info(line);
        else if ('text' in line)
            log.info(line.text, line.style);
        else {
            log.group(line.group);
            for (const folded of line.lines)
                log.info(folded);
            log.endGroup();
        }
    }
}


/***/ }),

/***/ 1920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ closingLines),
/* harmony export */   Zm: () => (/* binding */ commandLines),
/* harmony export */   dc: () => (/* binding */ diagnosisLines),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
/* harmony import */ var _diagnosis_short_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7883);
/* harmony import */ var _diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1397);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9293);
/* harmony import */ var _candidates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9045);
/* harmony import */ var _console_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(374);
/* harmony import */ var _stopped_groups_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5259);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9074);







const stoppedLimit = 10;
const diagnosisLimit = 3;
const lineLimit = 20;
const lineLength = 500;
function closingLines(report) {
    return [
        '',
        {
            text: `Outcome: ${outcomeName(report)} after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(report.endedAt - report.startedAt)}`,
            style: outcomeStyle(report),
        },
        (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .headlineWithCause */ .wR)(report),
        ...nowLines(report),
        ...((0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCode */ .I$)(report.outcome, report.action) === 0 ? [] : failureLines(report)),
        ...indented((0,_candidates_js__WEBPACK_IMPORTED_MODULE_2__/* .candidateLines */ .H)(report)),
        ...report.notices.map((notice) => ({ text: `Note: ${notice}`, style: 'warning' })),
        ...checksLines(report),
        ...commandLines(report),
        ...consoleLine(report),
    ];
}
function outcomeStyle({ outcome, action }) {
    if ((0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCode */ .I$)(outcome, action) === 0)
        return 'good';
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeWords */ .wX)(outcome, action).mark === '❌' ? 'bad' : 'warning';
}
function outcomeName({ outcome, action }) {
    const { word } = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeWords */ .wX)(outcome, action);
    return word === outcome ? outcome : `${word} (${outcome})`;
}
function annotation(report) {
    const [first] = report.diagnoses;
    const what = first?.title ?? (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeWords */ .wX)(report.outcome, report.action).word;
    const title = report.service === '' ? what : `${report.service}: ${what}`;
    const [prose, ...commands] = first?.advice[0]?.split('\n') ?? [];
    const message = [
        (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .headlineWithCause */ .wR)(report),
        ...(first === undefined ? [] : [first.explanation]),
        ...(first?.facts[0] === undefined ? [] : [first.facts[0]]),
        ...nowLines(report),
        ...(0,_candidates_js__WEBPACK_IMPORTED_MODULE_2__/* .candidateLines */ .H)(report),
        ...(prose === undefined ? [] : [`Next step: ${prose}`, ...commands]),
        ...(first?.more === undefined ? [] : [`More about this cause: ${first.more}`]),
        ...(hasErrors(report) ? checksLines(report) : []),
    ];
    return { title, message: message.join('\n') };
}
function hasErrors({ findings }) {
    return findings.some(({ severity }) => severity === 'error');
}
function checksLines({ checksAddress }) {
    return checksAddress === undefined ? [] : [`What each check of preflight means: ${checksAddress}`];
}
function nowLines({ now, before, wanted, changed }) {
    if (now === undefined && before !== undefined && !changed) {
        return [`Runs now: ${versionWords(before)}; this run changed nothing`];
    }
    if (now === undefined)
        return changed ? ['Runs now: not known, it could not be read'] : [];
    const version = now.version === undefined ? 'version not known' : versionWords(now.version);
    const seen = now.seen ? '' : ' (as last seen; it could not be read at the end)';
    const line = `Runs now: ${version}, ${besideWords(now)}${seen}`;
    const differs = (other) => other !== undefined && other.taskDefinition !== now.version?.taskDefinition;
    return [
        line,
        ...(differs(wanted) ? [`Wanted: ${versionWords(wanted)}`] : []),
        ...(differs(before) ? [`Before: ${versionWords(before)}`] : []),
    ];
}
function besideWords({ beside, running, desired }) {
    const others = (beside ?? []).map((other) => `${other.running} of them ${other.version.taskDefinition}`);
    return [(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .taskCount */ .nc)(running, desired), ...others].join(', ');
}
function versionWords(version) {
    const images = version.images.map(({ container, image, digest }) => {
        const shown = digest === undefined || image.includes('@') ? image : `${image} (${(0,_diagnosis_short_image_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .V)(digest)})`;
        return `${container}: ${shown}`;
    });
    return [(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .versionName */ .sh)(version), ...images].join(', ');
}
function indented(lines) {
    return lines.length === 0 ? [] : ['', ...lines];
}
function failureLines(report) {
    return [
        ...report.diagnoses.slice(0, diagnosisLimit).flatMap(diagnosisLines),
        ...lastLinesOf(report),
        ...stoppedLines(report),
    ];
}
function diagnosisLines(diagnosis, index) {
    return [
        '',
        { text: `${index === 0 ? 'Cause' : 'Also'}: ${diagnosis.title}`, style: 'bad' },
        `  ${diagnosis.explanation}`,
        ...diagnosis.facts.map((fact) => `  - ${fact}`),
        ...(diagnosis.advice.length === 0 ? [] : [{ text: '  What to do:', style: 'heading' }]),
        ...diagnosis.advice.flatMap((advice) => {
            const [prose, ...commands] = advice.split('\n');
            return [`  * ${prose}`, ...commands.map((command) => `      ${command}`)];
        }),
        ...(diagnosis.more === undefined ? [] : [`  More about this cause: ${diagnosis.more}`]),
    ];
}
function lastLinesOf({ stoppedTasks }) {
    const task = stoppedTasks.findLast(({ containers }) => containers.some(({ lastLines = [] }) => lastLines.length > 0));
    return (task?.containers ?? []).flatMap(({ name, lastLines = [] }) => lastLines.length === 0
        ? []
        : [
            '',
            {
                group: `Last lines of ${name} in task ${task?.id}`,
                lines: lastLines.slice(-lineLimit).map((line) => `  | ${(0,_diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .shorten */ .ml)(line, lineLength)}`),
            },
        ]);
}
function stoppedLines(report) {
    const groups = (0,_stopped_groups_js__WEBPACK_IMPORTED_MODULE_6__/* .groupStoppedTasks */ .L)(report.stoppedTasks);
    if (groups.length === 0)
        return [];
    const lines = groups.slice(0, stoppedLimit).map(({ newest, count }) => {
        const exits = newest.containers.map(({ name, exitCode: code }) => `${name} ${code === undefined ? 'never ran' : `exit code ${code}`}`);
        return `  ${count} × ${newest.stoppedReason ?? 'no reason given'} [${exits.join(', ')}], e.g. task ${newest.id}`;
    });
    const left = groups.length - stoppedLimit;
    const more = left > 0 ? [`  and ${left} more kinds, see the job summary`] : [];
    return [{ group: `Stopped tasks (${report.stoppedTasks.length})`, lines: [...lines, ...more] }];
}
function commandLines({ commands }) {
    if (commands.length === 0)
        return [];
    const lines = commands.flatMap(({ why, command }) => [
        `  ${why}`,
        ...command.split('\n').map((line) => `    ${line}`),
    ]);
    return ['', { text: 'By hand:', style: 'heading' }, ...lines];
}
function consoleLine(report) {
    const address = (0,_console_links_js__WEBPACK_IMPORTED_MODULE_3__/* .serviceLink */ .oT)(report, report.cluster, report.service);
    return address === undefined ? [] : ['', `AWS console: ${address}`];
}


/***/ }),

/***/ 18:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2748);

const textLimit = 2000;
function text(foreign) {
    const unlinked = oneLine(foreign).replace(/([@#])(?=[\w-])/g, '$1\u200B');
    return escapeMarkup(unlinked)
        .replace(/^[#+=-]/, numeric)
        .replace(/^(\d+)[.)]/, '$1&#46;');
}
function code(foreign) {
    return `<code>${escapeMarkup(oneLine(foreign))}</code>`;
}
function block(foreign, language = 'text') {
    const lines = foreign.split(/\r\n|[\n\r]/).map((line) => (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutInvisible */ .OT)((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(line, textLimit)));
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence].join('\n');
}
function link(label, address) {
    return address === undefined ? label : `<a href="${address.replace(/[&<>"]/g, numeric)}">${label}</a>`;
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function oneLine(foreign) {
    return (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutInvisible */ .OT)((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(foreign.replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ').trim(), textLimit));
}
function escapeMarkup(foreign) {
    return foreign.replace(/[&<>|`*_~[\]\\!$\u200B]/g, numeric);
}
function numeric(character) {
    return `&#${character.charCodeAt(0)};`;
}


/***/ }),

/***/ 4573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ writeOutputs),
/* harmony export */   Oo: () => (/* binding */ deployedImage),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   aS: () => (/* binding */ writeReportFile),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _console_links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(374);





const summaryLimit = 1_000_000;
function outputsOf(report, reportPath = '') {
    const version = report.wanted ?? report.now?.version;
    const image = version === undefined ? undefined : deployedImage(version, report.before);
    return {
        outcome: report.outcome,
        changed: String(report.changed),
        'task-definition': version?.taskDefinition ?? '',
        'task-definition-arn': version?.taskDefinitionArn ?? '',
        'previous-task-definition': report.before?.taskDefinition ?? '',
        image: image?.image ?? '',
        'image-digest': image === undefined ? '' : (digestOf(image, report) ?? ''),
        'deployment-id': report.deploymentId ?? '',
        'service-deployment-arn': report.serviceDeploymentArn ?? '',
        'superseded-by': report.supersededBy ?? '',
        'running-count': report.now === undefined ? '' : String(report.now.running),
        'public-ips': report.publicIps.join(','),
        'task-ips': report.taskIps.join(','),
        'duration-seconds': String(Math.max(0, Math.round((report.endedAt - report.startedAt) / 1000))),
        cause: report.diagnoses[0]?.cause ?? '',
        'console-url': (0,_console_links_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceLink */ .oT)(report, report.cluster, report.service) ?? '',
        services: '',
        report: reportPath,
    };
}
function deployedImage(version, before) {
    const changed = version.images.find((image) => {
        const previous = before?.images.find((candidate) => candidate.container === image.container);
        return previous?.image !== image.image;
    });
    return (before === undefined ? undefined : changed) ?? version.images[0];
}
function digestOf(image, { wanted, now }) {
    const inName = /@(sha256:[0-9a-f]{64})$/.exec(image.image)?.[1];
    const sameRuns = wanted === undefined || wanted.taskDefinition === now?.version?.taskDefinition;
    const running = sameRuns ? now?.version?.images.find((other) => other.container === image.container) : undefined;
    return image.digest ?? inName ?? running?.digest;
}
async function writeOutputs(outputs, env) {
    if (!env.GITHUB_OUTPUT)
        return;
    const { issueFileCommand, prepareKeyValueMessage } = await __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 841));
    for (const [name, value] of Object.entries(outputs))
        issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
}
async function writeSummary(markdown, env) {
    const path = env.GITHUB_STEP_SUMMARY;
    if (!path)
        return 'absent';
    const used = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
    if (used + Buffer.byteLength(markdown) > summaryLimit)
        return 'full';
    const { summary } = await __webpack_require__.e(/* import() */ 1170).then(__webpack_require__.bind(__webpack_require__, 1170));
    await summary.addRaw(markdown, true).write();
    return 'written';
}
function writeReportFile(report, env) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), `ecs-deploy-report-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, `${JSON.stringify({ format: 1, ...report }, undefined, 2)}\n`, { mode: 0o600 });
    return path;
}


/***/ }),

/***/ 5259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ groupStoppedTasks)
/* harmony export */ });
/* harmony import */ var _diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1397);

function groupStoppedTasks(tasks) {
    const groups = Map.groupBy(tasks, likeness);
    return [...groups.values()]
        .flatMap((tasks) => {
        const [newest] = tasks.toSorted(newestFirst);
        return newest === undefined ? [] : [{ newest, count: tasks.length, tasks }];
    })
        .sort((one, other) => other.count - one.count);
}
function likeness(task) {
    const containers = task.containers.map(({ name, exitCode, reason }) => [name, exitCode, alike(reason)]);
    return JSON.stringify([task.stopCode, alike(task.stoppedReason), containers]);
}
function alike(reason) {
    return reason === undefined ? undefined : (0,_diagnosis_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutIds */ .Li)(reason);
}
function newestFirst(one, other) {
    return (other.stoppedAt?.getTime() ?? 0) - (one.stoppedAt?.getTime() ?? 0);
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
