export const id = 996;
export const ids = [996,8836];
export const modules = {

/***/ 8615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollbackMain: () => (/* binding */ rollbackMain)
});

// EXTERNAL MODULE: ./lib/deployment/longest-run.js
var longest_run = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/github/log.js
var github_log = __webpack_require__(853);
// EXTERNAL MODULE: ./lib/inputs/deep-freeze.js
var deep_freeze = __webpack_require__(491);
// EXTERNAL MODULE: ./lib/inputs/input-reader.js
var input_reader = __webpack_require__(5121);
// EXTERNAL MODULE: ./lib/inputs/lines.js
var lines = __webpack_require__(742);
// EXTERNAL MODULE: ./lib/inputs/foreign-place-names.js
var foreign_place_names = __webpack_require__(2422);
;// CONCATENATED MODULE: ./lib/inputs/rollback-foreign-names.js

const version = 'use to, with previous, a revision, family:revision or a commit.';
const noBuild = 'a rollback goes to a version that ran before; use to with its revision or commit.';
const wait = 'use rollback-wait-minutes, in minutes.';
const neverBack = 'a rollback is never rolled back; remove it.';
const leftAlone = 'a rollback leaves the settings of the service alone; remove it.';
const rollbackForeignNames = new Map([
    ...foreign_place_names/* placeNames */.Y,
    ['revision', version],
    ['version', version],
    ['target', version],
    ['target-revision', version],
    ['task-definition', version],
    ['task-definition-arn', version],
    ['task-definition-revision', version],
    ['commit', version],
    ['sha', version],
    ['ref', version],
    ['previous', 'leave it out, because to is previous unless it is set.'],
    ['image', noBuild],
    ['images', noBuild],
    ['tag', noBuild],
    ['image-tag', noBuild],
    ['image-digest', noBuild],
    ['ecr-repository', noBuild],
    ['timeout', wait],
    ['wait-timeout', wait],
    ['wait-for-minutes', wait],
    ['wait-for-service-stability', 'a rollback is always watched to its end; remove it.'],
    ['on-cancel', 'a rollback goes on in ECS when the run is cancelled; remove it.'],
    ['rollback', neverBack],
    ['rollback-on-failure', neverBack],
    ['on-in-progress', 'a rollback goes over a deployment that is under way; remove it.'],
    ['desired-count', leftAlone],
    ['force-new-deployment', leftAlone],
    ['force', leftAlone],
    ['deregister', 'no revision is deregistered, because each is a way back; remove it.'],
    ['no-deregister', 'no revision is deregistered, because each is a way back; remove it.'],
]);

;// CONCATENATED MODULE: ./lib/inputs/rollback-input-names.js
const rollbackInputDefaults = {
    cluster: 'default',
    service: '',
    services: '',
    'services-file': '',
    'aws-region': '',
    to: 'previous',
    'rollback-wait-minutes': '30',
    'allow-unknown-members': '',
    'dry-run': 'false',
};
const rollbackInputNames = Object.keys(rollbackInputDefaults);

// EXTERNAL MODULE: ./lib/inputs/safety.js + 1 modules
var safety = __webpack_require__(5689);
// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __webpack_require__(1420);
// EXTERNAL MODULE: ./lib/inputs/target.js
var target = __webpack_require__(8508);
// EXTERNAL MODULE: ./lib/inputs/unknown-inputs.js
var unknown_inputs = __webpack_require__(2329);
// EXTERNAL MODULE: ./lib/inputs/parsed.js
var parsed = __webpack_require__(3420);
;// CONCATENATED MODULE: ./lib/inputs/wanted-version.js

const mostRevisions = 1_000_000;
const arnPattern = /^arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}:[1-9]\d*$/;
const revisionPattern = /^[\w-]{1,255}:[1-9]\d*$/;
const commitPattern = /^[0-9a-f]{7,40}$/i;
const runPattern = /^run:(\d{1,20})$/i;
const parseWantedVersion = (text) => {
    if (text.toLowerCase() === 'previous')
        return (0,parsed/* good */.u)({ kind: 'previous' });
    const run = runPattern.exec(text)?.[1];
    if (run !== undefined)
        return (0,parsed/* good */.u)({ kind: 'run', run });
    if (/^[1-9]\d*$/.test(text) && Number(text) <= mostRevisions)
        return (0,parsed/* good */.u)({ kind: 'revision', revision: Number(text) });
    if (arnPattern.test(text) || revisionPattern.test(text))
        return (0,parsed/* good */.u)({ kind: 'reference', reference: text });
    if (commitPattern.test(text))
        return (0,parsed/* good */.u)({ kind: 'commit', commit: text.toLowerCase() });
    return (0,parsed/* bad */.M)(`"${text}" is none of these: previous, the number of a revision (12), family:revision (web:12), the ARN of a task ` +
        'definition with its revision, a commit of 7 to 40 hexadecimal digits, or run: and the id of a run (run:1234567890).');
};

// EXTERNAL MODULE: ./lib/inputs/without-absent.js
var without_absent = __webpack_require__(6883);
;// CONCATENATED MODULE: ./lib/inputs/read-rollback-inputs.js











function readRollbackInputs(env, group) {
    const reader = new input_reader/* InputReader */.i(env, rollbackInputDefaults);
    const services = group === undefined ? readServices(reader) : servicesOf(group, reader);
    const inputs = (0,without_absent/* withoutAbsent */.S)({
        ...(0,target/* readPlace */.yI)(reader),
        services,
        to: readVersion(reader, services),
        rollbackWaitMinutes: reader.take('rollback-wait-minutes', safety/* parseWait */.DF),
        allowUnknownMembers: reader.takeLines('allow-unknown-members', lines/* parseList */.E1) ?? [],
        dryRun: reader.take('dry-run', scalars/* parseBoolean */.yG),
    });
    const problems = [...reader.problems, ...(0,unknown_inputs/* unknownInputs */.q)(env, rollbackInputNames, rollbackForeignNames)];
    return problems.length > 0 ? { ok: false, problems: (0,deep_freeze/* deepFreeze */.o)(problems) } : { ok: true, value: (0,deep_freeze/* deepFreeze */.o)(inputs) };
}
function servicesOf({ services, problems }, reader) {
    reader.problems.push(...problems);
    if (reader.text('service') !== undefined) {
        reader.refuse('service', 'A group of services is given as well. Leave one.');
    }
    return services;
}
function readServices(reader) {
    const single = reader.text('service');
    const several = reader.takeLines('services', lines/* parseList */.E1) ?? [];
    if (single === undefined && several.length === 0) {
        reader.refuse('service', 'It is missing. Write the name of the ECS service to roll back, or several in services, one per line. An output of an earlier step that is empty counts as missing.');
    }
    if (single !== undefined && several.length > 0)
        reader.refuse('services', 'service is given as well. Leave one.');
    const named = [
        ...(single === undefined ? [] : [{ input: 'service', name: single }]),
        ...several.map((name) => ({ input: 'services', name })),
    ];
    for (const { input, name } of named.filter((one) => !(0,target/* isService */.kd)(one.name))) {
        reader.refuse(input, `"${name}" is not the name or the ARN of a service; the cluster has an input of its own.`);
    }
    const names = named.map(({ name }) => name);
    for (const name of new Set(names.filter((one, index) => names.indexOf(one) < index))) {
        reader.refuse('services', `${name} is given twice. Name it once.`);
    }
    return names;
}
function readVersion(reader, services) {
    const wanted = reader.take('to', parseWantedVersion);
    if (wanted?.kind === 'reference' && services.length > 1) {
        reader.refuse('to', 'It names one task definition, and several services are given. Use previous, a commit or one service.');
    }
    return wanted;
}

// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/interrupted.js
var interrupted = __webpack_require__(2399);
// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/deployment/task-addresses.js
var task_addresses = __webpack_require__(9459);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/deployment/revision-to-go-to.js
var revision_to_go_to = __webpack_require__(3043);
// EXTERNAL MODULE: ./lib/deployment/rollback-target.js
var rollback_target = __webpack_require__(801);
// EXTERNAL MODULE: ./lib/deployment/settle.js
var settle = __webpack_require__(8836);
// EXTERNAL MODULE: ./lib/deployment/update-once.js
var update_once = __webpack_require__(9654);
// EXTERNAL MODULE: ./lib/deployment/version.js
var deployment_version = __webpack_require__(3355);
// EXTERNAL MODULE: ./lib/deployment/watch.js + 1 modules
var watch = __webpack_require__(8640);
// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var rollout_snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/conclude.js
var conclude = __webpack_require__(6590);
// EXTERNAL MODULE: ./lib/deployment/limit.js
var limit = __webpack_require__(712);
// EXTERNAL MODULE: ./lib/deployment/rollback-endings.js
var rollback_endings = __webpack_require__(2682);
// EXTERNAL MODULE: ./lib/deployment/verify-running.js
var verify_running = __webpack_require__(3380);
// EXTERNAL MODULE: ./lib/github/words.js
var words = __webpack_require__(9074);
;// CONCATENATED MODULE: ./lib/rollback/endings.js









async function concludeRollback(watched, outcome, subject, minutes, ports, record) {
    switch (watched.kind) {
        case 'completed':
            return completed(outcome, ports, record);
        case 'superseded':
            return superseded(watched.by, record);
        case 'service-gone':
            return serviceGone(watched.status, record);
        case 'unknown':
            return (0,ending/* failedEnding */.BV)('unknown', `How the rollback ended could not be seen: ${watched.why}.`, [
                (0,by_hand/* lookCommand */.zs)(record),
                (0,by_hand/* historyCommand */.aw)(record),
            ]);
        case 'failed':
        case 'given-up':
        case 'ecs-rollback-failed': {
            await (0,conclude/* lookAgain */.IK)(subject, ports, record);
            const ecs = watched.kind === 'failed' && watched.ecs === 'rolled-back'
                ? ', and ECS went back to what had run before it'
                : '';
            return rollbackFailed(`the deployment of ${nameOf(record)} failed (${sentence(watched.reason)})${ecs}`, record);
        }
        case 'limit':
            return afterLimit(watched.fresh, subject, minutes, ports, record);
    }
}
async function completed(outcome, ports, record) {
    const proof = await (0,verify_running/* verifyRunning */.B)(ports, record);
    if (!proof.ok)
        return rollbackFailed(proof.why, record);
    const primary = record.snapshot && (0,rollout_snapshot/* primaryOf */.Os)(record.snapshot);
    if (primary?.desired === 0) {
        record.notices.push('The desired count is 0: no task of this version has run now, so nothing is known about it.');
    }
    const count = (0,words/* taskCount */.nc)(primary?.running ?? 0, primary?.desired ?? 0);
    const { running, before, target } = record;
    const name = nameOf(record, running);
    const copy = running?.taskDefinition === target?.version.taskDefinition
        ? ''
        : `, as a copy of ${target?.version.taskDefinition ?? 'the version before'}`;
    const left = outcome === 'unchanged' ? '' : ` ${before?.taskDefinition ?? 'What ran before'} was left.`;
    const again = target?.deploymentId === undefined ? '' : ' again';
    return (0,ending/* ending */.K1)(outcome, `${record.service} runs ${name}${again}${copy} (${count}).${left}`);
}
async function afterLimit(fresh, subject, minutes, ports, record) {
    const after = `After ${minutes} minute${minutes === 1 ? '' : 's'}`;
    const commands = [(0,by_hand/* lookCommand */.zs)(record), (0,by_hand/* historyCommand */.aw)(record)];
    if (!fresh) {
        const headline = `${after} the service could not be read, so how the rollback ended is not known.`;
        return (0,ending/* failedEnding */.BV)('unknown', headline, commands);
    }
    if (await (0,limit/* onlyOldTasksRemain */.A)(ports, record, subject)) {
        record.running = record.wanted;
        const headline = `${after} all tasks of ${nameOf(record)} run and are healthy; only the end of the old ones is outstanding.`;
        return (0,ending/* failedEnding */.BV)('timed-out', headline, commands);
    }
    await (0,conclude/* lookAgain */.IK)(subject, ports, record);
    const primary = record.snapshot && (0,rollout_snapshot/* primaryOf */.Os)(record.snapshot);
    const isLeft = record.snapshot?.deployments.some(({ id, status }) => id === subject.deploymentId && status !== 'PRIMARY');
    if (primary !== undefined && isLeft) {
        const back = `ECS goes back from it to ${(0,deployment_version/* resourceName */.Iy)(primary.taskDefinition)} (${primary.id})`;
        const headline = `${after} the rollback to ${nameOf(record)} was not complete, and will not be: ${back}.`;
        return (0,ending/* failedEnding */.BV)('rollback-failed', headline, [...commands, ...(0,by_hand/* rollbackCommands */.P0)(record)]);
    }
    return (0,ending/* failedEnding */.BV)('timed-out', `${after} the rollback to ${nameOf(record)} was not complete. It goes on in ECS.`, [
        (0,by_hand/* lookCommand */.zs)(record),
        (0,by_hand/* stopCommand */.IM)(record),
    ]);
}
function rollbackFailed(why, record) {
    return (0,ending/* failedEnding */.BV)('rollback-failed', `${record.service} was to go back to ${nameOf(record)}, and that was not seen running: ${sentence(why)}.`, [(0,by_hand/* lookCommand */.zs)(record), ...(0,by_hand/* rollbackCommands */.P0)(record), (0,by_hand/* stopCommand */.IM)(record)]);
}
function superseded(by, record) {
    const doubt = (0,rollback_endings/* maybeOurSecond */.LU)(by, record);
    if (doubt !== undefined)
        return doubt;
    record.supersededBy = by;
    const own = record.deploymentId === undefined ? 'after this run had read the service' : 'after this rollback';
    const left = record.deploymentId === undefined ? 'Nothing was rolled back' : 'It is left alone';
    return (0,ending/* failedEnding */.BV)('superseded', `Another deployment, ${by}, was started ${own}. ${left}.`, [
        (0,by_hand/* historyCommand */.aw)(record),
        (0,by_hand/* lookCommand */.zs)(record),
    ]);
}
function serviceGone(status, record) {
    return (0,ending/* failedEnding */.BV)('failed', `The service is ${status}: it was deleted while it was being rolled back.`, [
        (0,by_hand/* lookCommand */.zs)(record),
    ]);
}
function noDeployment(record) {
    return (0,ending/* failedEnding */.BV)('rollback-failed', 'UpdateService was taken, and no deployment was started.', [
        (0,by_hand/* lookCommand */.zs)(record),
        ...(0,by_hand/* rollbackCommands */.P0)(record),
    ]);
}
function nameOf({ wanted, wantedCommit }, running = wanted) {
    const name = running?.taskDefinition ?? 'the version before';
    return wantedCommit === undefined ? name : `${name} (commit ${wantedCommit.slice(0, 12)})`;
}
function sentence(text) {
    return text.replace(/\.$/, '');
}

// EXTERNAL MODULE: ./lib/deployment/read-service.js + 1 modules
var read_service = __webpack_require__(8245);
// EXTERNAL MODULE: ./lib/deployment/tags.js
var tags = __webpack_require__(8370);
// EXTERNAL MODULE: ./lib/task-definition/compare.js + 1 modules
var compare = __webpack_require__(1424);
// EXTERNAL MODULE: ./lib/task-definition/render.js + 1 modules
var render = __webpack_require__(7126);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/image/resolve.js
var resolve = __webpack_require__(5577);
;// CONCATENATED MODULE: ./lib/rollback/check-images.js


async function checkImages(version, ports) {
    const checks = await Promise.all(version.images.map((image) => checkImage(image, version, ports)));
    return {
        problems: checks.flatMap(({ problems }) => problems),
        notices: checks.flatMap(({ notices }) => notices),
    };
}
async function checkImage({ container, image, digest }, { taskDefinition }, ports) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(image);
    if (!parsed.ok)
        return { problems: [], notices: [] };
    const { tag, ...named } = parsed.value;
    const reference = digest === undefined ? parsed.value : { ...named, digest };
    const found = await (0,resolve/* resolveImage */.A)(reference, { ...ports, pinDigest: 'true' });
    if (found.ok)
        return { problems: [], notices: found.value.notices };
    const problems = found.problems.map(({ message }) => ({
        input: 'to',
        message: `Container "${container}" of ${taskDefinition} could not start, because its image is gone. ${message}`,
    }));
    return { problems, notices: [] };
}
async function imagesThere(version, { ecr }) {
    const answers = await Promise.all(version.images.map(async ({ image, digest }) => {
        const parsed = (0,image_reference/* parseImageReference */.o_)(image);
        if (!parsed.ok || parsed.value.ecr === undefined || digest === undefined)
            return undefined;
        const { repository, ecr: registry } = parsed.value;
        const { kind } = await ecr.findImage({ ...registry, repository, digest });
        return kind === 'found' ? true : kind === 'not-looked' ? undefined : false;
    }));
    if (answers.includes(false))
        return false;
    return answers.includes(undefined) ? undefined : true;
}

;// CONCATENATED MODULE: ./lib/rollback/past.js
function currentOf({ deployments, currentId }) {
    return deployments.find(({ deploymentId }) => deploymentId === currentId);
}
function succeeded({ status }) {
    return status === 'SUCCESSFUL';
}
function isOtherVersion(candidate, current) {
    if (candidate.fingerprint === undefined)
        return candidate.taskDefinitionArn !== current.taskDefinitionArn;
    return candidate.fingerprint !== current.fingerprint;
}
function revisionName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/rollback/detours.js

function detoursOf(deployments) {
    const origins = new Map();
    const left = new Set();
    deployments.forEach((deployment, index) => {
        const earlier = deployments.slice(index + 1);
        const origin = originOf(deployment, earlier);
        if (origin === undefined)
            return;
        origins.set(deployment, origin);
        const passed = origin === 'unknown' ? earlier : earlier.slice(0, earlier.indexOf(origin));
        for (const one of passed.filter((other) => !isSame(other, deployment)))
            left.add(one);
    });
    return { origins, left };
}
function originOf(deployment, earlier) {
    const sameness = [hasSameRevision, hasSameContent];
    const returned = sameness.flatMap((same) => returnedTo(deployment, earlier, same) ?? []);
    const { copyOf } = deployment;
    if (copyOf === undefined)
        return returned[0];
    const original = earlier.find((one) => succeeded(one) && one.taskDefinitionArn !== undefined && revisionName(one.taskDefinitionArn) === copyOf);
    return returned[0] ?? original ?? 'unknown';
}
function returnedTo(deployment, earlier, same) {
    const firstOther = earlier.findIndex((one) => !same(one, deployment));
    if (firstOther === -1)
        return undefined;
    return earlier.slice(firstOther).find((one) => succeeded(one) && same(one, deployment));
}
function isSame(one, other) {
    return hasSameRevision(one, other) || hasSameContent(one, other);
}
function hasSameRevision(one, other) {
    return one.taskDefinitionArn !== undefined && one.taskDefinitionArn === other.taskDefinitionArn;
}
function hasSameContent(one, other) {
    return one.fingerprint !== undefined && one.fingerprint === other.fingerprint;
}

;// CONCATENATED MODULE: ./lib/rollback/choose.js


function choose(wanted, past, family) {
    switch (wanted.kind) {
        case 'previous':
            return past.complete ? choosePrevious(past) : choosePreviousInList(past);
        case 'revision':
            return chooseRevision(`${family}:${wanted.revision}`, past);
        case 'reference':
            return chooseRevision(wanted.reference, past);
        case 'commit':
            return chooseCommit(wanted.commit, past);
        case 'run':
            return chooseBeforeRun(wanted.run, past);
    }
}
function choosePrevious(past) {
    const current = currentOf(past);
    if (current === undefined)
        return refused({ kind: 'nothing-before' });
    if (ecsWentBack(past, current))
        return refused({ kind: 'after-rollback', by: 'ecs' });
    const { origins, left } = detoursOf(past.deployments);
    if (origins.has(current)) {
        return isUnderWay(current)
            ? { kind: 'under-way', deployment: current }
            : refused({ kind: 'after-rollback', by: 'deployment' });
    }
    const before = past.deployments.find((one) => one.createdAt < current.createdAt && succeeded(one) && isOtherVersion(one, current));
    if (before === undefined)
        return refused({ kind: 'nothing-before' });
    if (!isCandidate(before))
        return refused({ kind: 'no-history' });
    const deployment = followed(before, origins);
    if (deployment === undefined || left.has(deployment))
        return refused({ kind: 'to-and-fro' });
    return { kind: 'chosen', deployment };
}
function choosePreviousInList(past) {
    const current = currentOf(past);
    const unclear = refused({ kind: 'no-history' });
    if (current === undefined || succeeded(current) || current.copyOf !== undefined)
        return unclear;
    if (ecsWentBack(past, current))
        return refused({ kind: 'after-rollback', by: 'ecs' });
    const before = past.deployments.find((one) => one.createdAt < current.createdAt && isCandidate(one));
    if (before === undefined || !isSuccessor(current, before))
        return unclear;
    return { kind: 'chosen', deployment: before };
}
function isSuccessor(current, before) {
    const [family, revision] = revisionName(current.taskDefinitionArn ?? '').split(':');
    const [otherFamily, otherRevision] = revisionName(before.taskDefinitionArn ?? '').split(':');
    return family === otherFamily && Number(revision) >= Number(otherRevision);
}
function ecsWentBack({ deployments }, current) {
    return deployments.some(({ createdAt, status }) => createdAt > current.createdAt && status.startsWith('ROLLBACK_'));
}
function followed(start, origins) {
    let deployment = start;
    for (let origin = origins.get(deployment); origin !== undefined; origin = origins.get(deployment)) {
        if (origin === 'unknown')
            return undefined;
        deployment = origin;
    }
    return deployment;
}
function chooseRevision(reference, { deployments }) {
    const found = deployments.filter(({ taskDefinitionArn: arn }) => arn !== undefined && (arn === reference || revisionName(arn) === reference));
    return newestSuccess(found) ?? { kind: 'not-in-history', reference };
}
function chooseCommit(digits, { deployments, complete }) {
    const found = deployments.filter(({ commit }) => commit?.toLowerCase().startsWith(digits));
    const commits = [...new Set(found.flatMap(({ commit }) => commit ?? []))];
    if (commits.length > 1)
        return refused({ kind: 'several-commits', commits });
    return newestSuccess(found) ?? refused({ kind: complete ? 'no-such-commit' : 'no-history' });
}
function chooseBeforeRun(run, past) {
    if (!past.complete)
        return refused({ kind: 'no-history' });
    const own = past.deployments.find((one) => one.run === run && one.copyOf === undefined);
    if (own === undefined)
        return { kind: 'not-of-run' };
    const before = past.deployments.find((one) => one.createdAt < own.createdAt && one.run !== run && succeeded(one) && isOtherVersion(one, own));
    if (before === undefined)
        return refused({ kind: 'nothing-before' });
    if (!isCandidate(before))
        return refused({ kind: 'no-history' });
    const deployment = followed(before, detoursOf(past.deployments).origins);
    return deployment === undefined ? refused({ kind: 'to-and-fro' }) : { kind: 'chosen', deployment };
}
function newestSuccess(found) {
    const [newest] = found;
    if (newest === undefined)
        return undefined;
    const deployment = found.find(isCandidate);
    return deployment === undefined
        ? refused({ kind: 'never-completed', status: newest.status })
        : { kind: 'chosen', deployment };
}
function isCandidate(deployment) {
    return succeeded(deployment) && deployment.taskDefinitionArn !== undefined;
}
function isUnderWay({ status }) {
    return status === 'PENDING' || status === 'IN_PROGRESS';
}
function refused(why) {
    return { kind: 'refused', why };
}
function candidatesOf(past) {
    const current = currentOf(past);
    const { left } = detoursOf(past.deployments);
    const seen = new Set();
    return past.deployments.flatMap((deployment) => {
        if (!isCandidate(deployment) || (current !== undefined && !isOtherVersion(deployment, current)))
            return [];
        const version = deployment.fingerprint ?? deployment.taskDefinitionArn ?? '';
        if (seen.has(version))
            return [];
        seen.add(version);
        return [{ deployment, left: left.has(deployment) }];
    });
}

;// CONCATENATED MODULE: ./lib/rollback/list-candidates.js


const mostCandidates = 10;
async function listCandidates({ past, versions, definitions }, ports) {
    const found = candidatesOf(past).filter(({ deployment }) => definitions.has(deployment.taskDefinitionArn ?? ''));
    return Promise.all(found.slice(0, mostCandidates).flatMap(({ deployment, left }) => {
        const version = versions.get(deployment.deploymentId);
        if (version === undefined)
            return [];
        const { commit, finishedAt } = deployment;
        return [
            imagesThere(version, ports).then((there) => ({
                version,
                ...(commit === undefined ? {} : { commit }),
                ...(finishedAt === undefined ? {} : { completedAt: finishedAt }),
                ...(there === undefined ? {} : { imagesThere: there }),
                left,
            })),
        ];
    }));
}

// EXTERNAL MODULE: ./lib/deployment/optional-read.js
var optional_read = __webpack_require__(3180);
// EXTERNAL MODULE: ./lib/task-definition/canonical.js
var canonical = __webpack_require__(4123);
// EXTERNAL MODULE: ./lib/task-definition/without-images.js
var without_images = __webpack_require__(8312);
;// CONCATENATED MODULE: ./lib/rollback/read-past.js









const mostDefinitions = { tagged: 100, other: 30 };
const atOnce = 10;
async function readPast(service, snapshot, wanted, ports, record) {
    const history = await (0,rollback_target/* readHistory */.Lu)(ports.ecs, record);
    const entries = history === 'denied' ? [] : history;
    const revisions = await readRevisions(service, entries, ports, record);
    const complete = history !== 'denied' && revisions !== undefined;
    const found = merged(entries, snapshot, revisions ?? new Map());
    const definitions = await readDefinitions(found.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? []), mostDefinitions[wanted.kind === 'commit' || wanted.kind === 'run' ? 'tagged' : 'other'], ports);
    const currentId = (0,rollout_snapshot/* primaryOf */.Os)(snapshot)?.id ?? '';
    const versions = new Map();
    for (const { deploymentId, taskDefinitionArn } of found) {
        const definition = definitions.get(taskDefinitionArn ?? '')?.definition;
        if (definition === undefined)
            continue;
        const resolved = revisions?.get(deploymentId)?.containerImages ?? [];
        versions.set(deploymentId, (0,deployment_version/* withRevisionDigests */.p4)((0,deployment_version/* versionOf */.E4)(definition), resolved));
    }
    await findDigestsInList(snapshot, versions, ports, record);
    const deployments = found.map((one) => described(one, definitions, versions.get(one.deploymentId)));
    const images = new Map([...(revisions ?? [])].map(([id, { containerImages = [] }]) => [id, containerImages]));
    return { past: { deployments, currentId, complete }, definitions, versions, images };
}
async function readRevisions({ serviceArn = '' }, entries, ports, record) {
    const idOf = new Map(entries.map(({ deploymentId }) => [(0,rollout_snapshot/* revisionArnOf */.SF)(serviceArn, deploymentId) ?? '', deploymentId]));
    const arns = [...idOf.keys()].filter((arn) => arn !== '');
    const revisions = await (0,optional_read/* optional */.l)(record, 'ecs:DescribeServiceRevisions', () => ports.ecs.describeServiceRevisions(arns));
    return (revisions &&
        new Map(revisions.map((revision) => [idOf.get(revision.serviceRevisionArn ?? '') ?? '', revision])));
}
function merged(entries, snapshot, revisions) {
    const listed = new Map(snapshot.deployments.map((deployment) => [deployment.id, deployment]));
    const fromHistory = entries.map(({ deploymentId, status, createdAt, finishedAt }) => {
        const taskDefinitionArn = revisions.get(deploymentId)?.taskDefinition ?? listed.get(deploymentId)?.taskDefinition;
        return {
            deploymentId,
            status,
            createdAt,
            ...(finishedAt === undefined ? {} : { finishedAt }),
            ...(taskDefinitionArn === undefined ? {} : { taskDefinitionArn }),
        };
    });
    const known = new Set(entries.map(({ deploymentId }) => deploymentId));
    const onlyListed = snapshot.deployments
        .filter(({ id }) => !known.has(id))
        .map((deployment) => fromList(deployment, (0,rollout_snapshot/* primaryOf */.Os)(snapshot)));
    return [...fromHistory, ...onlyListed].sort((one, other) => other.createdAt - one.createdAt);
}
function fromList(deployment, primary) {
    const { id, rolloutState, createdAt, taskDefinition } = deployment;
    const isLeft = primary !== undefined && createdAt > primary.createdAt;
    const status = isLeft
        ? 'ROLLBACK_IN_PROGRESS'
        : rolloutState === 'COMPLETED'
            ? 'SUCCESSFUL'
            : rolloutState === 'FAILED'
                ? 'STOPPED'
                : 'IN_PROGRESS';
    return { deploymentId: id, status, createdAt, taskDefinitionArn: taskDefinition };
}
async function readDefinitions(arns, most, ports) {
    const definitions = new Map();
    const wanted = [...new Set(arns)].slice(0, most);
    for (let from = 0; from < wanted.length; from += atOnce) {
        const lot = wanted.slice(from, from + atOnce);
        const answers = await Promise.all(lot.map((arn) => describeIfThere(arn, ports)));
        answers.forEach((answer, index) => {
            if (answer !== undefined)
                definitions.set(lot[index] ?? '', answer);
        });
    }
    return definitions;
}
async function describeIfThere(reference, ports) {
    try {
        return await ports.ecs.describeTaskDefinition(reference);
    }
    catch (error) {
        if ((0,failure/* failureKind */.zU)(error) === 'refused')
            return undefined;
        throw error;
    }
}
async function findDigestsInList(snapshot, versions, ports, record) {
    for (const { id } of snapshot.deployments) {
        const version = versions.get(id);
        if (version === undefined || version.images.every(({ digest }) => digest !== undefined))
            continue;
        versions.set(id, await (0,rollback_target/* withKnownDigests */.zB)(ports.ecs, record, version, id));
    }
}
function described(deployment, definitions, version) {
    const found = definitions.get(deployment.taskDefinitionArn ?? '');
    if (found === undefined || version === undefined)
        return deployment;
    const tag = (key) => found.tags.find((one) => one.key === key)?.value;
    const [commit, copyOf, run] = [tag(tags/* commitTag */.m), tag(tags/* copyOfTag */.ln), tag(tags/* runTag */.eZ)];
    const fingerprint = fingerprintOf(found, version);
    return {
        ...deployment,
        ...(fingerprint === undefined ? {} : { fingerprint }),
        ...(commit === undefined ? {} : { commit }),
        ...(copyOf === undefined ? {} : { copyOf }),
        ...(run === undefined ? {} : { run }),
    };
}
function fingerprintOf({ definition }, { images }) {
    if (images.some(({ digest }) => digest === undefined))
        return undefined;
    const digests = images.map(({ container, digest }) => `${container}=${digest}`).sort();
    return `${digests.join(' ')} ${(0,canonical/* canonicalText */.A)((0,without_images/* withoutImages */.F)((0,render/* stripForRegistration */.H)(definition)))}`;
}

;// CONCATENATED MODULE: ./lib/rollback/refusal-text.js
const byName = 'Name the version to go back to in "to".';
function refusalText(why, { service, running, wanted, denied }) {
    switch (why.kind) {
        case 'after-rollback':
            return why.by === 'ecs'
                ? `${running} runs because ECS itself rolled a newer deployment of ${service} back, so "previous" could mean several versions. ${byName}`
                : `${running} is itself the result of a rollback: the same version had run before, with another one in between. So "previous" could mean several versions. ${byName}`;
        case 'to-and-fro':
            return `Before ${running}, ${service} went to and fro between versions, so "previous" could mean several of them. ${byName}`;
        case 'nothing-before':
            return `ECS remembers no other version that completed in ${service}; its history reaches back 90 days. ${byName}`;
        case 'never-completed':
            return (`${wantedText(wanted)} was deployed in ${service}, but never completed (its newest deployment is ${why.status}), so it is ` +
                'no version to go back to. If it is wanted all the same, deploy it.');
        case 'no-such-commit':
            return (`No version of ${service} is known to come from ${wantedText(wanted)}. The deploy action notes commits in the tag ` +
                `ecs-deploy:commit of a revision, and the history of ECS reaches back 90 days. ${byName}`);
        case 'several-commits':
            return `${wantedText(wanted)} is the beginning of several commits: ${why.commits.join(', ')}. Write more of it.`;
        case 'no-history':
            return `Which version ran before cannot be told for certain: ${missing(denied)}. Or name the revision to go back to in "to".`;
    }
}
function missing(denied) {
    const needed = ['ecs:ListServiceDeployments', 'ecs:DescribeServiceRevisions'].filter((action) => denied.has(action));
    if (needed.length === 0)
        return 'the history of the service could not be read, or does not go back far enough';
    return `the permission ${needed.join(' and ')} is missing. Allow it in the policy of the role that this job assumes`;
}
function wantedText(wanted) {
    switch (wanted.kind) {
        case 'previous':
            return 'The previous version';
        case 'revision':
            return `Revision ${wanted.revision}`;
        case 'reference':
            return wanted.reference;
        case 'commit':
            return `commit ${wanted.commit}`;
        case 'run':
            return `The version before run ${wanted.run}`;
    }
}

// EXTERNAL MODULE: ./lib/rollout/in-progress.js
var in_progress = __webpack_require__(8292);
;// CONCATENATED MODULE: ./lib/rollback/wait-for-ecs.js





const betweenLooks = 6_000;
function ecsGoesBack(snapshot, past) {
    return (0,in_progress/* inProgressOf */.a)(snapshot)?.kind === 'rolling-back' || currentOf(past)?.status === 'ROLLBACK_REQUESTED';
}
async function waitForEcs(before, minutes, ports, record) {
    const going = (0,rollout_snapshot/* primaryOf */.Os)(before);
    ports.log.info(`ECS is rolling back by itself; waiting for that for up to ${minutes} minutes.`);
    const endsAt = ports.clock.uptime() + minutes * 60_000;
    while (ports.clock.uptime() < endsAt) {
        await ports.clock.sleep(betweenLooks, ports.cancelled);
        ports.cancelled.throwIfAborted();
        const service = await tryToRead(ports, record);
        if (service === undefined)
            continue;
        const snapshot = (0,rollout_snapshot/* snapshotOf */.eY)(service, ports.clock);
        const primary = (0,rollout_snapshot/* primaryOf */.Os)(snapshot);
        const isStillAsked = primary?.id === going?.id && primary?.rolloutState === 'IN_PROGRESS';
        if (!isStillAsked && (0,in_progress/* inProgressOf */.a)(snapshot)?.kind !== 'rolling-back')
            return service;
    }
    throw new problem/* ProblemsFound */.t([
        {
            input: 'to',
            message: `ECS is rolling ${record.service} back by itself, and that was not over after ${minutes} minutes. Look at it, and roll back again when it has ended.`,
        },
    ]);
}
async function tryToRead(ports, record) {
    try {
        return await ports.ecs.describeService(record.cluster, record.service);
    }
    catch (error) {
        if (!(0,failure/* passingFailure */.UC)(error))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/rollback/what-to-do.js

function whatToDo(isSame, snapshot) {
    const primary = (0,rollout_snapshot/* primaryOf */.Os)(snapshot);
    if (!isSame || primary === undefined || primary.rolloutState === 'FAILED')
        return 'update';
    if (primary.rolloutState !== undefined && primary.rolloutState !== 'COMPLETED')
        return 'watch';
    return snapshot.running === snapshot.desired && snapshot.pending === 0 ? 'unchanged' : 'settle';
}

;// CONCATENATED MODULE: ./lib/rollback/plan.js

















const leastLimitMilliseconds = 60_000;
async function planRollback(inputs, ports, record, { ecsWentBack, waitedMilliseconds } = { ecsWentBack: false, waitedMilliseconds: 0 }) {
    const service = await (0,read_service/* readService */.u)(ports, record.cluster, record.service);
    if (!service.ok)
        throw new problem/* ProblemsFound */.t(service.problems);
    const before = noteService(record, service.value, ports.clock);
    const reading = await readPast(service.value, before, inputs.to, ports, record);
    const running = await describeRunning(service.value, before, reading, ports);
    noteRunning(record, running, before, reading);
    const goesBack = ecsGoesBack(before, reading.past);
    if (goesBack && inputs.dryRun)
        note(record, 'ECS is rolling back by itself; the run would wait for that first.');
    if (goesBack && !inputs.dryRun) {
        const startedAt = ports.clock.uptime();
        await waitForEcs(before, inputs.rollbackWaitMinutes, ports, record);
        const waited = waitedMilliseconds + ports.clock.uptime() - startedAt;
        return planRollback(inputs, ports, record, { ecsWentBack: true, waitedMilliseconds: waited });
    }
    const choice = choose(inputs.to, reading.past, running.definition.family ?? '');
    const deployment = await chosen(choice, ecsWentBack || goesBack, inputs, reading, ports, record);
    const { target, definition } = await targetOf(deployment, reading, ports, record);
    if ((0,revision_to_go_to/* needsCopy */.D)(target))
        refuseUnknownMembers(target, definition);
    noteTarget(target, definition, running, deployment, reading, record);
    const fingerprint = fingerprintOf(definition, target.version);
    const current = currentOf(reading.past);
    const isSame = current !== undefined &&
        (current.deploymentId === target.deploymentId || (fingerprint !== undefined && fingerprint === current.fingerprint));
    const notOfRun = choice.kind === 'not-of-run';
    const todo = notOfRun ? 'unchanged' : whatToDo(isSame, before);
    if (todo === 'update')
        await refuseMissingImages(target, reading, ports, record);
    const limitMilliseconds = Math.max(leastLimitMilliseconds, inputs.rollbackWaitMinutes * 60_000 - waitedMilliseconds);
    return {
        before,
        target,
        definition,
        todo,
        limitMilliseconds,
        ...(notOfRun ? { notOfRun } : {}),
        ...(fingerprint === undefined ? {} : { fingerprint }),
    };
}
function noteService(record, service, clock) {
    const before = (0,rollout_snapshot/* snapshotOf */.eY)(service, clock);
    record.original = service;
    record.snapshot = before;
    (0,deployment_record/* noteOlder */.$z)(record, before);
    if (service.serviceArn !== undefined)
        record.serviceArn = service.serviceArn;
    record.hasLoadBalancer = (service.loadBalancers ?? []).length > 0;
    return before;
}
function describeRunning(service, before, { definitions }, ports) {
    const arn = (0,rollout_snapshot/* primaryOf */.Os)(before)?.taskDefinition ?? service.taskDefinition ?? '';
    const known = definitions.get(arn);
    return known === undefined ? ports.ecs.describeTaskDefinition(arn) : Promise.resolve(known);
}
function noteRunning(record, running, before, { versions }) {
    record.before = versions.get((0,rollout_snapshot/* primaryOf */.Os)(before)?.id ?? '') ?? (0,deployment_version/* versionOf */.E4)(running.definition);
}
async function chosen(choice, ecsWentBack, { to }, reading, ports, record) {
    if (choice.kind === 'chosen' || choice.kind === 'under-way')
        return choice.deployment;
    if (choice.kind === 'not-in-history') {
        note(record, `${revisionName(choice.reference)} is not in the history of the service, so whether it ever ran here is not known.`);
        return { taskDefinitionArn: choice.reference, createdAt: 0 };
    }
    const current = currentOf(reading.past);
    if (choice.kind === 'not-of-run') {
        note(record, `${to.kind === 'run' ? `Run ${to.run}` : 'The run'} has not deployed ${record.service}: it stays as it is.`);
        if (current !== undefined)
            return current;
    }
    const why = choice.kind === 'refused' ? choice.why : { kind: 'nothing-before' };
    if (why.kind === 'after-rollback' && why.by === 'ecs' && ecsWentBack && current !== undefined)
        return current;
    const { service, denied, before } = record;
    const running = before?.taskDefinition ?? 'What runs';
    return refuse(refusalText(why, { service, running, wanted: to, denied }), reading, ports, record);
}
async function targetOf({ taskDefinitionArn = '', deploymentId, finishedAt }, reading, ports, record) {
    const definition = reading.definitions.get(taskDefinitionArn) ?? (await describeIfThere(taskDefinitionArn, ports));
    if (definition === undefined) {
        const name = revisionName(taskDefinitionArn);
        const when = finishedAt === undefined ? '' : `, which completed at ${new Date(finishedAt).toISOString()},`;
        return refuse(`ECS has no task definition ${name}${when} (any more). Name another version in "to".`, reading, ports, record);
    }
    const version = versionIn(reading, definition, deploymentId);
    const inactive = definition.definition.status !== 'ACTIVE';
    const target = { version, inactive, ...(deploymentId === undefined ? {} : { deploymentId }) };
    return { target, definition };
}
function versionIn({ versions, images }, { definition }, deploymentId = '') {
    return versions.get(deploymentId) ?? (0,deployment_version/* withRevisionDigests */.p4)((0,deployment_version/* versionOf */.E4)(definition), images.get(deploymentId) ?? []);
}
function refuseUnknownMembers({ version }, { unknown }) {
    if (unknown.length === 0)
        return;
    const message = `A copy of ${version.taskDefinition} has to be registered, and it has members that this version of the action does not know: ` +
        `${unknown.join(', ')}. List them here to carry them over.`;
    throw new problem/* ProblemsFound */.t([{ input: 'allow-unknown-members', message }]);
}
function noteTarget(target, definition, running, { createdAt, commit }, { past, definitions }, record) {
    record.target = target;
    record.wanted = target.version;
    if (commit !== undefined)
        record.wantedCommit = commit;
    record.changes.splice(0, record.changes.length, ...(0,compare/* differences */.tX)((0,render/* stripForRegistration */.H)(running.definition), (0,render/* stripForRegistration */.H)(definition.definition)));
    const newer = past.deployments.filter((one) => one.createdAt > createdAt);
    const arns = new Set(newer.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? []));
    const migrated = [...arns].filter((arn) => definitions.get(arn)?.tags.some(({ key }) => key === tags/* preDeployTag */.LE));
    if (migrated.length === 0)
        return;
    const names = migrated.map(revisionName).join(', ');
    note(record, `Before ${names} was deployed, a task ran, a migration for example. What it changed is not undone by a rollback.`);
}
async function refuseMissingImages({ version }, reading, ports, record) {
    const { problems, notices } = await checkImages(version, ports);
    for (const notice of notices)
        note(record, notice);
    if (problems.length === 0)
        return;
    record.candidates = await listCandidates(reading, ports);
    throw new problem/* ProblemsFound */.t(problems);
}
function note({ notices }, notice) {
    if (!notices.includes(notice))
        notices.push(notice);
}
async function refuse(message, reading, ports, record) {
    record.candidates = await listCandidates(reading, ports);
    throw new problem/* ProblemsFound */.t([{ input: 'to', message }]);
}

;// CONCATENATED MODULE: ./lib/rollback/go-back.js














async function goBack(plan, inputs, ports, record) {
    const moved = await whatMoved(plan, inputs, ports, record);
    if (moved !== undefined)
        return moved;
    switch (plan.todo) {
        case 'unchanged':
            record.running = record.before;
            return (0,ending/* ending */.K1)('unchanged', `Nothing to do: ${record.before?.taskDefinition} runs already.`);
        case 'settle':
            return (0,settle.settle)('unchanged', { waitForMinutes: inputs.rollbackWaitMinutes }, ports, record);
        case 'watch':
            return adopt((0,rollout_snapshot/* primaryOf */.Os)(plan.before), plan, inputs, ports, record);
        case 'update':
            return update(plan, inputs, ports, record);
    }
}
async function whatMoved(plan, inputs, ports, record) {
    const service = await ports.ecs.describeService(record.cluster, record.service);
    if (service === undefined)
        return serviceGone('MISSING', record);
    const snapshot = (0,rollout_snapshot/* snapshotOf */.eY)(service, ports.clock);
    const [before, now] = [(0,rollout_snapshot/* primaryOf */.Os)(plan.before), (0,rollout_snapshot/* primaryOf */.Os)(snapshot)];
    record.snapshot = snapshot;
    if (now === undefined || now.id === before?.id)
        return undefined;
    if (await bringsTarget(now, plan, ports, record))
        return adopt(now, plan, inputs, ports, record);
    if (before !== undefined && now.createdAt < before.createdAt) {
        ports.log.info('Meanwhile ECS went back by itself; reading the service again.');
        return goBack(await planRollback(inputs, ports, record, { ecsWentBack: true, waitedMilliseconds: 0 }), inputs, ports, record);
    }
    return superseded(now.id, record);
}
async function bringsTarget({ id, taskDefinition }, { fingerprint, target }, ports, record) {
    if (taskDefinition === target.version.taskDefinitionArn && !(0,revision_to_go_to/* needsCopy */.D)(target))
        return true;
    const described = await ports.ecs.describeTaskDefinition(taskDefinition);
    const version = await (0,rollback_target/* withKnownDigests */.zB)(ports.ecs, record, (0,deployment_version/* versionOf */.E4)(described.definition), id);
    return fingerprint !== undefined && fingerprintOf(described, version) === fingerprint;
}
async function adopt(primary, plan, inputs, ports, record) {
    ports.log.info(`${primary.id} brings this version already; watching it.`);
    record.notices.push(`The deployment ${primary.id} was not started by this run; this run watched it.`);
    return follow('unchanged', primary, plan.before, plan, inputs, ports, record);
}
async function update(plan, inputs, ports, record) {
    const { target } = plan;
    tellSuperseded(plan.before, ports, record);
    const wanted = await (0,revision_to_go_to/* revisionToGoTo */.A)(target, ports, record);
    record.wanted = { ...wanted, images: target.version.images.map((image) => withNameIn(wanted.images, image)) };
    if (wanted !== target.version) {
        const moved = await whatMoved(plan, inputs, ports, record);
        if (moved !== undefined)
            return moved;
    }
    const before = record.snapshot;
    const request = {
        cluster: record.cluster,
        service: record.service,
        taskDefinition: wanted.taskDefinitionArn,
        ...((0,rollout_snapshot/* primaryOf */.Os)(before)?.taskDefinition === wanted.taskDefinitionArn ? { forceNewDeployment: true } : {}),
    };
    ports.log.info(`Going back to ${wanted.taskDefinition} (UpdateService).`);
    ports.cancelled.throwIfAborted();
    record.update = request;
    const service = await (0,update_once/* updateOnce */.R)(ports, record, request, () => sendMarked(request, ports, record));
    record.changed = true;
    const primary = (0,rollout_snapshot/* primaryOf */.Os)((0,rollout_snapshot/* snapshotOf */.eY)(service, ports.clock));
    const isNew = primary !== undefined && !before.deployments.some(({ id }) => id === primary.id);
    if (!isNew)
        return noDeployment(record);
    return follow('rolled-back', primary, before, plan, inputs, ports, record);
}
async function sendMarked(request, { ecs }, record) {
    record.sending = 'update';
    try {
        const service = await ecs.updateService(request);
        record.sending = undefined;
        return service;
    }
    catch (error) {
        if ((0,failure/* failureKind */.zU)(error) !== 'unclear')
            record.sending = undefined;
        throw error;
    }
}
function withNameIn(images, image) {
    return { ...image, ...images.find(({ container }) => container === image.container) };
}
function tellSuperseded(before, ports, record) {
    const primary = (0,rollout_snapshot/* primaryOf */.Os)(before);
    if (primary?.rolloutState !== 'IN_PROGRESS')
        return;
    const notice = `A deployment that was under way (${primary.id}, ${record.before?.taskDefinition}) is superseded by this rollback.`;
    ports.log.info(notice);
    record.notices.push(notice);
}
async function follow(outcome, primary, before, { definition, limitMilliseconds }, inputs, ports, record) {
    const subject = {
        deploymentId: primary.id,
        createdAt: primary.createdAt,
        older: before.deployments.map(({ id }) => id).filter((id) => id !== primary.id),
        ecsMayRollBack: ecsMayRollBack(record.original, before, primary),
        rollbackRequested: false,
        definition: definition.definition,
        limitMilliseconds,
        until: 'end',
    };
    record.deploymentId = primary.id;
    record.memory = (0,verdict/* startWatching */.Kh)(subject);
    if (outcome === 'rolled-back') {
        ports.log.info(`Deployment ${primary.id} of ${record.wanted?.taskDefinition} started.`);
        record.timeline.push({ at: ports.clock.now(), text: `deployment ${primary.id} started` });
    }
    const watched = await (0,watch/* watch */.w)(subject, ports, record);
    return concludeRollback(watched, outcome, subject, inputs.rollbackWaitMinutes, ports, record);
}
function ecsMayRollBack(service, { deployments }, { id }) {
    const { alarms, deploymentCircuitBreaker: breaker } = service?.deploymentConfiguration ?? {};
    const told = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback);
    return told === true && deployments.some((one) => one.id !== id && one.rolloutState === 'COMPLETED');
}
function planned({ todo, target }, record) {
    record.running = record.before;
    const from = record.before?.taskDefinition ?? 'what runs';
    const to = target.version.taskDefinition;
    const what = {
        unchanged: `${to} runs already, nothing would change`,
        settle: `${to} runs already; the run would wait until all tasks run`,
        watch: `${to} is being deployed already; that would be watched to its end`,
        update: (0,revision_to_go_to/* needsCopy */.D)(target)
            ? `the service would go from ${from} to a copy of ${to}${target.inactive ? ', which was deregistered' : ', pinned to the digests that ran'}`
            : `the service would go from ${from} to ${to}`,
    };
    return (0,ending/* ending */.K1)('planned', `Dry run: ${what[todo]}. Nothing was changed.`, [(0,by_hand/* lookCommand */.zs)(record)]);
}

;// CONCATENATED MODULE: ./lib/rollback/roll-back-services.js








function longestParts({ services, rollbackWaitMinutes }) {
    return services.map(() => ({ input: 'rollback-wait-minutes', minutes: rollbackWaitMinutes }));
}
function startRollback(cluster, service, region, now) {
    return { record: (0,deployment_record/* newRecord */.Mx)(cluster, service, region, now, 'rollback') };
}
async function rollBackServices(rollbacks, inputs, ports) {
    const several = rollbacks.length > 1;
    const plans = await Promise.all(rollbacks.map((rollback) => planOne(rollback, inputs, ports)));
    for (const [index, plan] of plans.entries()) {
        if (plan !== undefined)
            tellPlan(plan, rollbacks[index].record, ports);
    }
    if (ports.cancelled.aborted)
        return;
    if (plans.every((plan) => plan?.notOfRun))
        refuseRun(rollbacks, inputs);
    if (plans.includes(undefined) || rollbacks.some((one) => one.ending !== undefined))
        return leaveAll(rollbacks);
    for (const [index, rollback] of rollbacks.entries()) {
        if (several)
            ports.log.group(`Rolling back ${rollback.record.service}`);
        const end = await endOne(plans[index], rollback.record, inputs, ports);
        ports.log.endGroup();
        if (end === undefined)
            return;
        Object.assign(rollback, { ending: end, endedAt: ports.clock.now() });
        if (several)
            ports.log.info(`${rollback.record.service}: ${end.outcome}`);
    }
}
async function planOne(rollback, inputs, ports) {
    const { record } = rollback;
    try {
        ports.log.info(`Rolling back service ${record.service} in cluster ${record.cluster} (${ports.region}).`);
        return await planRollback(inputs, ports, record);
    }
    catch (error) {
        if (!ports.cancelled.aborted)
            rollback.ending = (0,interrupted.endingOfError)(error, record);
        return undefined;
    }
}
function refuseRun(rollbacks, { to }) {
    const run = to.kind === 'run' ? to.run : '';
    const message = `Run ${run} has deployed none of these services, as far as the tags of their revisions tell (ecs-deploy:run, which ` +
        'default-tags writes, and which a later run of the same revision writes anew). Check the id, or name a commit or a revision.';
    for (const rollback of rollbacks) {
        rollback.record.notices.length = 0;
        rollback.ending = (0,interrupted.endingOfError)(new problem/* ProblemsFound */.t([{ input: 'to', message }]), rollback.record);
    }
}
function leaveAll(rollbacks) {
    const wrong = rollbacks.filter((rollback) => rollback.ending !== undefined).map(({ record }) => record.service);
    for (const rollback of rollbacks) {
        rollback.record.running = rollback.record.before;
        rollback.ending ??= (0,ending/* ending */.K1)('failed', `Nothing was changed, because ${wrong.join(' and ')} cannot be rolled back.`);
    }
}
async function endOne(plan, record, inputs, ports) {
    try {
        if (inputs.dryRun)
            return planned(plan, record);
        const end = await goBack(plan, inputs, ports, record);
        await (0,task_addresses/* findAddresses */.WX)(end, ports, record);
        return end;
    }
    catch (error) {
        return ports.cancelled.aborted ? undefined : (0,interrupted.endingOfError)(error, record);
    }
}
function endCancelled(rollbacks) {
    for (const rollback of rollbacks)
        rollback.ending ??= endingOfCancelled(rollback.record);
}
function endingOfCancelled(record) {
    const { changed, sending, deploymentId } = record;
    const commands = [(0,by_hand/* lookCommand */.zs)(record), (0,by_hand/* historyCommand */.aw)(record), ...(0,by_hand/* rollbackCommands */.P0)(record)];
    const told = (what) => (0,ending/* ending */.K1)('cancelled', `The run was cancelled. ${what}`, commands);
    if (changed)
        return told('The rollback goes on in ECS; nobody watches it now.');
    if (sending === 'update') {
        return told('UpdateService was on its way: whether ECS took the rollback is not known. Look at the service.');
    }
    if (deploymentId !== undefined) {
        return told(`This run changed nothing. The deployment ${deploymentId}, which it watched, goes on in ECS.`);
    }
    const copy = sending === 'register-back' ? ' A copy of the revision to go back to may have been registered.' : '';
    return (0,ending/* ending */.K1)('cancelled', `The run was cancelled. The service was not touched.${copy}`);
}
function tellPlan({ target, todo }, record, { log }) {
    const commit = record.wantedCommit === undefined ? '' : `, commit ${record.wantedCommit}`;
    const { service, before } = record;
    if (todo !== 'update') {
        log.info(`${service} is set to ${before?.taskDefinition ?? 'nothing'} already, which is where it is to go${commit}.`);
        return;
    }
    log.info(`${service} runs ${before?.taskDefinition ?? 'nothing'}; it is to run ${target.version.taskDefinition}${commit}.`);
    for (const { path, kind, before: old, after } of record.changes) {
        const values = old === undefined && after === undefined ? '' : ` (${old ?? 'none'} → ${after ?? 'none'})`;
        log.info(`  ${kind}: ${path}${values}`);
    }
}

// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 1 modules
var deployment_ports = __webpack_require__(6699);
// EXTERNAL MODULE: ./lib/github/run-context.js
var run_context = __webpack_require__(5928);
// EXTERNAL MODULE: ./lib/actions/run-deployment.js
var run_deployment = __webpack_require__(104);
;// CONCATENATED MODULE: ./lib/actions/run-rollback.js



async function runRollback(rollbacks, inputs, cancellation, open) {
    const story = async () => {
        try {
            const ports = await open();
            for (const { record } of rollbacks) {
                record.region = ports.region;
                record.causesAddress = (0,run_context/* causesAddress */.T)(ports.run);
            }
            await rollBackServices(rollbacks, inputs, ports);
        }
        catch (error) {
            await endAll(error, rollbacks);
        }
    };
    const told = story();
    const first = await Promise.race([told, cancellation.requested]);
    if (first !== 'cancelled' && !cancellation.signal.aborted)
        return;
    await cancellation.grace(told);
    endCancelled(rollbacks);
}
async function endAll(error, rollbacks) {
    for (const rollback of rollbacks)
        rollback.ending ??= await (0,run_deployment/* endOfError */.F)(error, rollback.record);
}

// EXTERNAL MODULE: ./lib/deployment/report-of.js
var report_of = __webpack_require__(1343);
// EXTERNAL MODULE: ./lib/github/job-summary.js + 9 modules
var job_summary = __webpack_require__(863);
// EXTERNAL MODULE: ./lib/github/log-line.js
var log_line = __webpack_require__(660);
// EXTERNAL MODULE: ./lib/github/log-report.js
var log_report = __webpack_require__(1920);
// EXTERNAL MODULE: ./lib/github/outputs.js
var outputs = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/report.js
var lib_report = __webpack_require__(9293);
// EXTERNAL MODULE: ./lib/github/console-links.js
var console_links = __webpack_require__(374);
;// CONCATENATED MODULE: ./lib/github/rollback-outputs.js



function gravest(reports) {
    return lib_report/* rollbackOutcomes */.w7.find((outcome) => reports.some((report) => report.outcome === outcome)) ?? 'unknown';
}
function rollbackOutputs(reports, seconds, reportPath = '') {
    const outcome = gravest(reports);
    const all = reports.map(outputsOfService);
    const [first = {}] = all;
    const single = all.length === 1 ? first : Object.fromEntries(Object.keys(first).map((name) => [name, '']));
    return {
        ...single,
        outcome,
        changed: String(reports.some(({ changed }) => changed)),
        'duration-seconds': String(Math.max(0, Math.round(seconds))),
        services: JSON.stringify(reports.map((report, index) => ({ service: report.service, ...inJobOutput(all[index]) }))),
        report: reportPath,
    };
}
function inJobOutput(outputs = {}) {
    const withAccount = ['task-definition-arn', 'service-deployment-arn', 'image'];
    return Object.fromEntries(Object.entries(outputs).filter(([name]) => !withAccount.includes(name)));
}
function outputsOfService(report) {
    const { outcome, before, wanted } = report;
    const image = wanted && (0,outputs/* deployedImage */.Oo)(wanted, before);
    return {
        outcome,
        changed: String(report.changed),
        from: before?.taskDefinition ?? '',
        'task-definition': wanted?.taskDefinition ?? '',
        'task-definition-arn': wanted?.taskDefinitionArn ?? '',
        commit: report.wantedCommit ?? '',
        image: image?.image ?? '',
        'image-digest': image === undefined ? '' : ((0,outputs/* digestOf */.ol)(image, report) ?? ''),
        'deployment-id': report.deploymentId ?? '',
        'service-deployment-arn': report.serviceDeploymentArn ?? '',
        'superseded-by': report.supersededBy ?? '',
        'public-ips': report.publicIps.join(','),
        'running-count': report.now === undefined ? '' : String(report.now.running),
        cause: (0,lib_report/* exitCode */.I$)(outcome, report.action) === 0 ? '' : (report.diagnoses[0]?.cause ?? ''),
        'console-url': (0,console_links/* serviceLink */.oT)(report, report.cluster, report.service) ?? '',
    };
}

// EXTERNAL MODULE: ./lib/github/candidates.js
var candidates = __webpack_require__(9045);
// EXTERNAL MODULE: ./lib/github/markdown.js
var markdown = __webpack_require__(18);
;// CONCATENATED MODULE: ./lib/github/rollback-summary.js



function servicesTable(reports) {
    if (reports.length < 2)
        return '';
    const rows = reports.map((report) => {
        const { mark, word } = (0,words/* outcomeWords */.wX)(report.outcome, report.action);
        const { before, now, wanted } = report;
        return [
            (0,markdown/* code */.aY)(report.service),
            `${mark} ${(0,markdown/* text */.Qq)(word)}`,
            before === undefined ? '' : (0,markdown/* code */.aY)((0,words/* versionName */.sh)(before)),
            wanted === undefined ? '' : (0,markdown/* code */.aY)((0,words/* versionName */.sh)(wanted)),
            now?.version === undefined ? '' : (0,markdown/* code */.aY)((0,words/* versionName */.sh)(now.version)),
            (0,words/* duration */.p0)(report.endedAt - report.startedAt),
        ];
    });
    return `## Rollback of ${reports.length} services\n\n${(0,markdown/* table */.tp)(['Service', 'Outcome', 'From', 'To', 'Runs now', 'Took'], rows)}\n`;
}
function servicesAnnotation(reports, failed) {
    const lines = failed.flatMap((report) => {
        const { word } = (0,words/* outcomeWords */.wX)(report.outcome, report.action);
        const [cause] = report.diagnoses;
        const why = cause === undefined ? '' : ` ${cause.explanation}`;
        return [`${report.service}: ${word}. ${(0,words/* headlineWithCause */.wR)(report)}${why}`, ...(0,candidates/* candidateLines */.H)(report)];
    });
    return { title: `${failed.length} of ${reports.length} services were not rolled back`, message: lines.join('\n') };
}

// EXTERNAL MODULE: ./lib/actions/tell-end.js
var tell_end = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/actions/tell-rollback.js










async function tellRollback(rollbacks, startedAt, log, env) {
    const now = Date.now();
    const reports = rollbacks.map(({ record, ending: end, endedAt = now }) => (0,report_of/* reportOf */.E)(record, end ?? (0,ending/* ending */.K1)('unknown', 'The run ended before anything was known.'), endedAt));
    log.endGroup();
    for (const report of reports) {
        if (reports.length > 1)
            log.info(`\n${report.service}`, 'heading');
        (0,log_line/* writeLines */.x)((0,log_report/* closingLines */.Po)(report), log);
    }
    const outcome = gravest(reports);
    tellErrors(reports, log);
    const whole = { action: 'rollback', outcome, services: reports };
    const path = await (0,tell_end/* attempt */.C)(log, 'report file', () => (0,outputs/* writeReportFile */.aS)(whole, env));
    const seconds = (now - startedAt) / 1000;
    await (0,tell_end/* attempt */.C)(log, 'outputs', () => (0,outputs/* writeOutputs */.Kn)(rollbackOutputs(reports, seconds, path), env));
    for (const part of [servicesTable(reports), ...reports.map(job_summary/* jobSummary */.sp)].filter((one) => one !== '')) {
        const written = await (0,tell_end/* attempt */.C)(log, 'job summary', () => (0,outputs/* writeSummary */.Sy)(part, env));
        if (written === 'full')
            log.info('The job summary of this step is full; the rest of this report was not added to it.');
    }
    return (0,lib_report/* exitCode */.I$)(outcome, 'rollback');
}
function tellErrors(reports, log) {
    const failed = reports.filter((report) => (0,lib_report/* exitCode */.I$)(report.outcome, report.action) === 1);
    const [first] = failed;
    if (first === undefined)
        return;
    const { title, message } = reports.length === 1 ? (0,log_report/* annotation */.w7)(first) : servicesAnnotation(reports, failed);
    log.error(message, title);
}

// EXTERNAL MODULE: ./lib/actions/workspace-files.js
var workspace_files = __webpack_require__(6376);
;// CONCATENATED MODULE: ./lib/actions/rollback.js











async function rollbackMain(env) {
    const log = (0,github_log/* consoleLogger */.k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    const startedAt = Date.now();
    const given = readRollbackInputs(env, await listedGroup(env));
    const { cluster, services, region = '' } = given.ok ? given.value : { cluster: '', services: [''] };
    const rollbacks = services.map((service) => startRollback(cluster, service, region, startedAt));
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    (0,actions_cancellation/* tellWhenCancelled */.L)(cancellation, log);
    if (given.ok) {
        const inputs = given.value;
        (0,longest_run/* tellLongestRun */.Zq)(longestParts(inputs), log);
        await runRollback(rollbacks, inputs, cancellation, () => (0,deployment_ports/* deploymentPorts */.y)(inputs, env, log, cancellation.signal, () => Promise.resolve()));
    }
    else
        await endAll(new problem/* ProblemsFound */.t(given.problems), rollbacks);
    return tellRollback(rollbacks, startedAt, log, env);
}
async function listedGroup(env) {
    const path = (env['INPUT_SERVICES-FILE'] ?? '').trim();
    if (path === '' && !/^[-[{]/.test((env.INPUT_SERVICES ?? '').trim()))
        return undefined;
    const { readListedGroup } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5991), __webpack_require__.e(8615)]).then(__webpack_require__.bind(__webpack_require__, 996));
    return readListedGroup(env, workspace_files/* workspaceFiles */.P);
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

/***/ 3043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ revisionToGoTo),
/* harmony export */   D: () => (/* binding */ needsCopy)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1424);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7126);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(377);
/* harmony import */ var _newest_revision_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2259);
/* harmony import */ var _register_revision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6698);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8370);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3355);








const mostTags = 50;
function needsCopy({ version, inactive }) {
    return inactive || version.images.some(resolvedTag);
}
async function revisionToGoTo(target, ports, record) {
    const { version } = target;
    const unknown = version.images.filter(({ digest }) => digest === undefined);
    if (unknown.length > 0) {
        const names = unknown.map(({ container }) => `"${container}"`).join(', ');
        record.notices.push(`The digest that ran before is not known for ${names}: ECS resolves the tag again, which may bring another image.`);
    }
    return needsCopy(target) ? registerCopy(target, ports, record) : version;
}
async function registerCopy({ version, inactive }, ports, record) {
    const described = await ports.ecs.describeTaskDefinition(version.taskDefinitionArn);
    const newest = await (0,_newest_revision_js__WEBPACK_IMPORTED_MODULE_3__/* .newestOf */ .s)(ports, described.definition.family, described);
    const wanted = pinned(described, version);
    const isThere = newest?.definition.status === 'ACTIVE' && (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .equalDefinitions */ .Ds)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(newest.definition), wanted);
    if (newest !== undefined && isThere)
        return (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .versionOf */ .E4)(newest.definition);
    const known = newest?.definition.revision ?? described.definition.revision ?? 0;
    const registered = await (0,_intent_js__WEBPACK_IMPORTED_MODULE_6__/* .sendKept */ .$)('register-back', ports, record, () => registerMarked(wanted, described, version, known, ports, record));
    const copy = (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .versionOf */ .E4)(registered.definition);
    const why = inactive ? 'it was deregistered' : 'its tags are pinned to the digests that ran';
    ports.log.info(`Registered ${copy.taskDefinition}, a copy of ${version.taskDefinition}: ${why}.`);
    return copy;
}
function pinned({ definition }, { images }) {
    const known = new Map(images.filter(resolvedTag).map(({ container, image, digest }) => [container, `${nameOf(image)}@${digest}`]));
    const copy = (0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(definition);
    const containerDefinitions = (copy.containerDefinitions ?? []).map((container) => {
        const image = known.get(container.name ?? '');
        return image === undefined ? container : { ...container, image };
    });
    return { ...copy, containerDefinitions };
}
async function registerMarked(copy, { tags }, { taskDefinition }, newestRevision, ports, record) {
    const original = tags.find(({ key }) => key === _tags_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOfTag */ .ln)?.value ?? taskDefinition;
    const mark = { key: _tags_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOfTag */ .ln, value: (0,_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .tagValue */ .EZ)(original) };
    const marked = tags.length < mostTags ? (0,_tags_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeTags */ .kE)(tags, [mark]) : tags;
    try {
        return await (0,_register_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .registerOnce */ .xc)(ports, copy, marked, newestRevision);
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'denied' || !/ecs:TagResource/.test((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)))
            throw error;
        record.notices.push(`The copy of ${taskDefinition} carries no tags: the permission ecs:TagResource (with ecs:CreateAction RegisterTaskDefinition) is missing.`);
        return (0,_register_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .registerOnce */ .xc)(ports, copy, [], newestRevision);
    }
}
function resolvedTag({ image, digest }) {
    return digest !== undefined && (0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .digestIn */ .s)(image) === undefined;
}
function nameOf(image) {
    return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}


/***/ }),

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settle: () => (/* binding */ settle)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _github_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9074);
/* harmony import */ var _rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5904);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6613);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3496);






async function settle(outcome, inputs, ports, record) {
    const startedAt = ports.clock.uptime();
    const endsAt = startedAt + inputs.waitForMinutes * 60_000;
    let pace = (0,_rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .startPace */ .a)(false);
    for (;;) {
        ports.cancelled.throwIfAborted();
        const snapshot = await tryToRead(ports, record);
        if (snapshot !== undefined) {
            record.snapshot = snapshot;
            if (snapshot.running === snapshot.desired && snapshot.pending === 0) {
                record.running = record.before;
                const what = outcome === 'updated' ? 'The settings were changed; no deployment was needed.' : 'Nothing to change.';
                return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)(outcome, `${what} Running: ${(0,_github_words_js__WEBPACK_IMPORTED_MODULE_1__/* .taskCount */ .nc)(snapshot.running, snapshot.desired)}.`);
            }
        }
        const now = ports.clock.uptime();
        if (now >= endsAt) {
            const headline = `After ${inputs.waitForMinutes} minutes only ${(0,_github_words_js__WEBPACK_IMPORTED_MODULE_1__/* .taskCount */ .nc)(record.snapshot?.running ?? 0, record.snapshot?.desired ?? 0)} run.`;
            return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('timed-out', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record)]);
        }
        pace = (0,_rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .paceAfter */ .sL)(pace, snapshot !== undefined, undefined, now - startedAt);
        const wait = (0,_rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .untilNextPoll */ .tN)(pace, now - startedAt, ports.random());
        await ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled);
    }
}
async function tryToRead(ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        return service && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotOf */ .eY)(service, ports.clock);
    }
    catch (error) {
        if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
            throw error;
        return undefined;
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

/***/ 5577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ resolveImage),
/* harmony export */   q: () => (/* binding */ ecrQueryOf)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8424);

async function resolveImage(reference, options) {
    if (options.pinDigest === 'false')
        return asWritten(reference, []);
    const answer = await lookUp(reference, options);
    switch (answer.kind) {
        case 'absent':
        case 'repository-absent':
            return problem(`${absentMessage(reference, answer)} [image-absent]`);
        case 'not-looked':
            return notLooked(reference, answer.reason, options.pinDigest);
        case 'found':
            return found(reference, answer, await movedTag(reference, options));
    }
}
function lookUp(reference, { ecr, imageTools }) {
    if (reference.ecr !== undefined)
        return ecr.findImage(ecrQuery(reference, reference.ecr));
    return imageTools.inspect((0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .printImageReference */ .Yk)(reference));
}
function ecrQueryOf(image) {
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(image);
    if (!reference.ok || reference.value.ecr === undefined)
        return undefined;
    return ecrQuery(reference.value, reference.value.ecr);
}
function ecrQuery(reference, { registryId, region }) {
    const image = reference.digest === undefined ? { tag: tagOf(reference) } : { digest: reference.digest };
    return { registryId, region, repository: reference.repository, ...image };
}
function tagOf(reference) {
    return reference.tag ?? 'latest';
}
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
    const platforms = {
        ...(answer.platforms === undefined ? {} : { platforms: answer.platforms }),
        ...(answer.config === undefined ? {} : { config: answer.config }),
    };
    if (reference.digest !== undefined) {
        return { ok: true, value: { image: asGiven(reference), digest: reference.digest, ...platforms, notices } };
    }
    return {
        ok: true,
        value: { image: (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .withDigest */ .hQ)(reference, answer.digest), digest: answer.digest, ...platforms, notices },
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
        const full = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .printImageReference */ .Yk)(reference);
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


/***/ }),

/***/ 8292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inProgressOf),
/* harmony export */   z: () => (/* binding */ approach)
/* harmony export */ });
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

function inProgressOf(snapshot, hadCompleted = false) {
    const deployment = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (deployment === undefined || deployment.rolloutState !== 'IN_PROGRESS')
        return undefined;
    const others = snapshot.deployments.filter(({ id }) => id !== deployment.id);
    if (isRollback(deployment, others, snapshot))
        return { deployment, kind: 'rolling-back' };
    const somethingCompleted = hadCompleted || others.some(({ rolloutState }) => rolloutState === 'COMPLETED');
    return { deployment, kind: somethingCompleted ? 'deploying' : 'first' };
}
function isRollback(deployment, others, { events }) {
    if (/rolling back to deploymentId/i.test(deployment.rolloutStateReason ?? ''))
        return true;
    if (others.some(({ rolloutState, createdAt }) => rolloutState === 'FAILED' && createdAt > deployment.createdAt))
        return true;
    const told = events.findLast(({ message }) => message.includes(deployment.id));
    return told?.message.includes(`rolling back to deployment ${deployment.id}`) ?? false;
}
const hopeless = 3;
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


/***/ })

};
