export const id = 632;
export const ids = [632];
export const modules = {

/***/ 7883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ shortImage),
/* harmony export */   V: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8424);

const digestDigits = 12;
function shortImage(reference) {
    const parsed = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(reference);
    if (!parsed.ok)
        return reference;
    const { name, repository, tag, digest } = parsed.value;
    const shown = name.includes('/') ? repository : name;
    return `${shown}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${shortDigest(digest)}`}`;
}
function shortDigest(digest) {
    return digest.slice(0, digest.indexOf(':') + 1 + digestDigits);
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
/* unused harmony export outcomes */
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
const successes = {
    deploy: ['deployed', 'unchanged', 'updated', 'started', 'planned'],
    rollback: ['rolled-back', 'unchanged', 'planned'],
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


/***/ })

};
