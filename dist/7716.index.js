export const id = 7716;
export const ids = [7716,5249];
export const modules = {

/***/ 5072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planMain: () => (/* binding */ planMain)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/deployment/given-deployment.js
var given_deployment = __webpack_require__(68);
// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/github/log.js
var github_log = __webpack_require__(853);
;// CONCATENATED MODULE: ./lib/github/pull-request.js
function pullRequestOf(event) {
    const { pull_request: found } = (event ?? {});
    if (typeof found !== 'object' || found === null)
        return undefined;
    const { number, head, base } = found;
    if (typeof number !== 'number')
        return undefined;
    const from = head?.repo?.full_name;
    return {
        number,
        fromFork: from === undefined || from !== base?.repo?.full_name,
        ...(typeof head?.sha === 'string' ? { headSha: head.sha } : {}),
    };
}

// EXTERNAL MODULE: ./lib/github/run-context.js
var run_context = __webpack_require__(5928);
// EXTERNAL MODULE: ./lib/inputs/deep-freeze.js
var deep_freeze = __webpack_require__(491);
// EXTERNAL MODULE: ./lib/inputs/input-reader.js
var input_reader = __webpack_require__(5121);
// EXTERNAL MODULE: ./lib/inputs/parsed.js
var parsed = __webpack_require__(3420);
// EXTERNAL MODULE: ./lib/inputs/foreign-names.js
var foreign_names = __webpack_require__(616);
;// CONCATENATED MODULE: ./lib/inputs/plan-foreign-names.js

const noWaiting = 'a plan starts nothing and waits for nothing; remove it.';
const noTask = 'a plan starts no task; remove it.';
const isForAfterwards = /\b(?:verify-[a-z]+|keep-revisions)\b/;
const nothingAfterwards = 'a plan deploys nothing, so that nothing is left to do afterwards; remove it.';
const noRollback = 'a plan changes nothing, so that there is nothing to go back from; remove it.';
const planForeignNames = new Map([
    ...[...foreign_names/* foreignNames */.r]
        .filter(([name]) => name !== 'environment')
        .map(([name, advice]) => [name, isForAfterwards.test(advice) ? nothingAfterwards : advice]),
    ['wait-for-service-stability', noWaiting],
    ['wait-for-minutes', noWaiting],
    ['wait-max-delay-seconds', noWaiting],
    ['wait', noWaiting],
    ['timeout', noWaiting],
    ['wait-timeout', noWaiting],
    ['max-failed-tasks', noWaiting],
    ['settle-seconds', noWaiting],
    ['rollback', noRollback],
    ['enable-rollback', noRollback],
    ['rollback-on-failure', noRollback],
    ['rollback-wait-minutes', noRollback],
    ['on-in-progress', 'a plan starts nothing; a deployment that is under way is a finding. Remove it.'],
    ['on-cancel', 'a plan that is cancelled leaves nothing behind; remove it.'],
    ['refuse-older-commit', 'a plan deploys no commit; remove it.'],
    ['run-task', noTask],
    ['run-task-*', noTask],
    ['wait-for-task-stopped', noTask],
    ['pre-deploy-*', noTask],
    ['dry-run', 'a plan never changes anything; remove it.'],
    ['verify-urls', nothingAfterwards],
    ['verify-command', nothingAfterwards],
    ['verify-timeout-seconds', nothingAfterwards],
    ['verify-alarms', nothingAfterwards],
    ['verify-alarms-minutes', nothingAfterwards],
    ['keep-revisions', nothingAfterwards],
    ['token', 'use github-token.'],
    ['pr-comment', 'use comment.'],
    ['comment-on-pr', 'use comment.'],
    ['post-comment', 'use comment.'],
    ['environment-name', 'use environment.'],
]);

// EXTERNAL MODULE: ./lib/inputs/deploy-input-names.js
var deploy_input_names = __webpack_require__(8866);
;// CONCATENATED MODULE: ./lib/inputs/plan-input-names.js

const planInputDefaults = {
    ...deploy_input_names/* wantedInputDefaults */.c3,
    comment: 'auto',
    environment: '',
    'github-token': '',
};
const planInputNames = Object.keys(planInputDefaults);

// EXTERNAL MODULE: ./lib/inputs/read-wanted.js
var read_wanted = __webpack_require__(6109);
// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __webpack_require__(1420);
// EXTERNAL MODULE: ./lib/inputs/unknown-inputs.js
var unknown_inputs = __webpack_require__(2329);
// EXTERNAL MODULE: ./lib/inputs/without-absent.js
var without_absent = __webpack_require__(6883);
;// CONCATENATED MODULE: ./lib/inputs/read-plan-inputs.js









async function readPlanInputs(env, files, onPullRequest) {
    const reader = new input_reader/* InputReader */.i(env, planInputDefaults);
    const comment = reader.take('comment', (0,scalars/* parseChoice */.HU)(['auto', 'true', 'false']));
    const inputs = (0,without_absent/* withoutAbsent */.S)({
        ...(await (0,read_wanted/* readWanted */.o)(reader, env, files)),
        dryRun: true,
        comment,
        environment: reader.takeLines('environment', parseEnvironment),
        githubToken: reader.text('github-token'),
    });
    if (comment === 'true' && !onPullRequest) {
        reader.refuse('comment', 'The event of this run has no pull request to comment on. Run it on pull_request, or use auto, which comments only there.');
    }
    if (comment === 'true' && reader.text('github-token') === undefined)
        reader.refuse('comment', 'It needs github-token, and that is empty.');
    const problems = [...reader.problems, ...(0,unknown_inputs/* unknownInputs */.q)(env, planInputNames, planForeignNames)];
    const value = (0,deep_freeze/* deepFreeze */.o)(inputs);
    return problems.length > 0 ? { ok: false, problems: (0,deep_freeze/* deepFreeze */.o)(problems), file: value } : { ok: true, value };
}
const parseEnvironment = (text) => /[\r\n=]/.test(text.trim()) || text.trim().length > 255
    ? (0,parsed/* bad */.M)('It takes the name of an environment, such as production, in one line. For variables of a container use environment-variables.')
    : (0,parsed/* good */.u)(text.trim());

// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 1 modules
var deployment_ports = __webpack_require__(6699);
// EXTERNAL MODULE: ./lib/actions/run-deployment.js
var run_deployment = __webpack_require__(104);
// EXTERNAL MODULE: ./lib/aws/connection.js
var connection = __webpack_require__(437);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/preflight.js + 5 modules
var preflight = __webpack_require__(2900);
// EXTERNAL MODULE: ./lib/deployment/finding-places.js
var finding_places = __webpack_require__(1855);
// EXTERNAL MODULE: ./lib/deployment/images.js
var deployment_images = __webpack_require__(2933);
// EXTERNAL MODULE: ./lib/image/running-image.js
var running_image = __webpack_require__(6366);
// EXTERNAL MODULE: ./lib/preflight/find.js + 6 modules
var find = __webpack_require__(4338);
// EXTERNAL MODULE: ./lib/preflight/ids.js
var ids = __webpack_require__(2797);
// EXTERNAL MODULE: ./lib/task-definition/render.js + 1 modules
var render = __webpack_require__(7126);
;// CONCATENATED MODULE: ./lib/plan/offline.js







const offlineChecks = [
    'fargate-size',
    'fargate-settings',
    'health-check-tool',
    'secret-in-environment',
    'latest-tag',
    'no-log-configuration',
    'root-user',
    'placeholder',
];
function planOffline({ inputs, file }) {
    if (file?.ok === false)
        throw new problem/* ProblemsFound */.t(file.problems);
    const source = file?.value;
    return {
        findings: source === undefined ? [] : findingsIn(source, inputs),
        notLookedAt: [
            'the service, and what runs in it: so there is no comparison, no drift and no cost',
            ...(source === undefined ? ['the task definition: it is not in a file'] : []),
            ...offline_images(inputs),
            'secrets, parameters and roles: whether they exist',
            `checks that need AWS: ${ids/* checkIds */.t.filter((id) => !offlineChecks.includes(id)).join(', ')}`,
        ],
    };
}
const unknownImage = `running@sha256:${'0'.repeat(64)}`;
function offline_images({ images: named, ecrImage }) {
    const asked = named.filter(({ image }) => !(0,running_image/* isRunningImage */.l)(image));
    const all = [...asked.map(({ image }) => image), ...(ecrImage === undefined ? [] : [ecrImage.repository])];
    return all.length === 0 ? [] : [`images: whether they exist, their digests and platforms (${all.join(', ')})`];
}
function findingsIn(source, inputs) {
    const definition = { ...source.definition, family: source.definition.family ?? inputs.service };
    const given = inputs.images.map((one) => ({ ...one, written: one.image, notices: [] }));
    const named = given.filter(({ image }) => !(0,running_image/* isRunningImage */.l)(image));
    const kept = given.filter(({ image }) => (0,running_image/* isRunningImage */.l)(image)).map((one) => ({ ...one, image: unknownImage }));
    const { images: placed, target } = orThrow((0,deployment_images/* placeImages */.aV)(definition, [...named, ...kept], inputs));
    const rendered = orThrow((0,render/* renderTaskDefinition */.P)(definition, {
        images: [...placed, ...ownImage(definition, inputs)],
        ...(target === undefined ? {} : { container: target }),
        overrides: inputs.overrides,
    }));
    const { preflight, preflightIgnore } = inputs;
    if (preflight === 'off')
        return [];
    const fargate = rendered.definition.requiresCompatibilities?.includes('FARGATE') === true;
    const service = fargate ? { launchType: 'FARGATE' } : {};
    const facts = { service, definition: rendered.definition, settings: inputs.settings, images: named, lookedUp: {} };
    const ignored = ids/* checkIds */.t.filter((id) => preflightIgnore.includes(id) || !offlineChecks.includes(id));
    return (0,find/* findings */.P)(facts, { preflight, preflightIgnore: ignored }, (0,finding_places/* placesIn */.y)(source, rendered.definition, inputs));
}
function ownImage(definition, inputs) {
    if (inputs.ecrImage === undefined)
        return [];
    const { repository, tag, digest } = inputs.ecrImage;
    const image = `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
    const own = { image, written: image, input: 'ecr-repository', notices: [] };
    return orThrow((0,deployment_images/* placeImages */.aV)(definition, [own], inputs)).images;
}
function orThrow(checked) {
    if (checked.ok)
        return checked.value;
    throw new problem/* ProblemsFound */.t(checked.problems);
}

// EXTERNAL MODULE: ./lib/deployment/prepare.js
var prepare = __webpack_require__(3120);
// EXTERNAL MODULE: ./lib/deployment/read-service.js + 1 modules
var read_service = __webpack_require__(8245);
// EXTERNAL MODULE: ./lib/task-definition/compare.js + 1 modules
var compare = __webpack_require__(1424);
;// CONCATENATED MODULE: ./lib/plan/difference.js

function definitionDifference(before, after) {
    const names = [...(before.containerDefinitions ?? []), ...(after.containerDefinitions ?? [])].map(({ name }) => name ?? '');
    return {
        containers: [...new Set(names)].sort().flatMap((name) => ofContainer(name, before, after)),
        task: (0,compare/* differences */.tX)({ ...before, containerDefinitions: [] }, { ...after, containerDefinitions: [] }),
    };
}
function ofContainer(name, before, after) {
    const olds = called(name, before);
    const nows = called(name, after);
    const kind = olds.length === 0 ? 'added' : nows.length === 0 ? 'removed' : 'changed';
    const [old = { name }] = olds;
    const [now = { name }] = nows;
    const found = (0,compare/* differences */.tX)(alone(before, old), alone(after, now)).flatMap((one) => inContainer(one, name));
    if (kind === 'changed' && found.length === 0)
        return [];
    const image = old.image === now.image ? undefined : sides(old.image, now.image);
    return [
        {
            name,
            kind,
            ...(image === undefined ? {} : { image }),
            environment: changedNames(found),
            secrets: found.flatMap((one) => withoutPrefix(one, 'secret ')),
            members: found.filter(({ path }) => path !== 'image' && !/^(?:environment|secret) /.test(path)),
        },
    ];
}
function called(name, { containerDefinitions = [] }) {
    return containerDefinitions.filter((container) => (container.name ?? '') === name);
}
function alone({ networkMode, requiresCompatibilities, runtimePlatform }, container) {
    return { networkMode, requiresCompatibilities, runtimePlatform, containerDefinitions: [container] };
}
function inContainer(difference, name) {
    return withoutPrefix(difference, `${name}: `);
}
function withoutPrefix({ path, ...rest }, prefix) {
    return path.startsWith(prefix) ? [{ path: path.slice(prefix.length), ...rest }] : [];
}
function changedNames(found) {
    const names = (kind) => found
        .filter((one) => one.kind === kind)
        .flatMap((one) => withoutPrefix(one, 'environment ').map(({ path }) => path));
    return { added: names('added'), removed: names('removed'), changed: names('changed') };
}
function sides(before, after) {
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
function countOf({ containers, task }) {
    const inContainers = containers.map(({ kind, image, environment: { added, removed, changed }, secrets, members }) => kind === 'changed'
        ? (image === undefined ? 0 : 1) + added.length + removed.length + changed.length + secrets.length + members.length
        : 1);
    return inContainers.reduce((sum, count) => sum + count, task.length);
}

// EXTERNAL MODULE: ./lib/deployment/version.js
var version = __webpack_require__(3355);
// EXTERNAL MODULE: ./lib/preflight/checks/fargate.js
var fargate = __webpack_require__(7775);
// EXTERNAL MODULE: ./lib/preflight/facts.js
var facts = __webpack_require__(4428);
// EXTERNAL MODULE: ./lib/preflight/platform.js
var preflight_platform = __webpack_require__(1032);
;// CONCATENATED MODULE: ./lib/plan/fargate-prices.js
const fargatePrices = {
    source: 'https://aws.amazon.com/fargate/pricing/',
    asOf: '2026-11-24',
    hoursPerMonth: 730,
    includedStorageGb: 20,
    regions: {
        'us-east-1': {
            'linux/amd64': { vcpu: 0.04048, gb: 0.004445 },
            'linux/arm64': { vcpu: 0.03238, gb: 0.00356 },
            'windows/amd64': { vcpu: 0.046552, gb: 0.00511175, licence: 0.046 },
            storageGb: 0.000111,
        },
        'us-east-2': {
            'linux/amd64': { vcpu: 0.04048, gb: 0.004445 },
            'linux/arm64': { vcpu: 0.03238, gb: 0.00356 },
            'windows/amd64': { vcpu: 0.046552, gb: 0.00511175, licence: 0.046 },
            storageGb: 0.000111,
        },
        'us-west-2': { 'linux/amd64': { vcpu: 0.04048, gb: 0.004445 } },
        'eu-west-1': {
            'linux/amd64': { vcpu: 0.04048, gb: 0.004445 },
            'linux/arm64': { vcpu: 0.03238, gb: 0.00356 },
        },
        'eu-central-1': {
            'linux/amd64': { vcpu: 0.04656, gb: 0.00511 },
            'linux/arm64': { vcpu: 0.03725, gb: 0.00409 },
        },
        'ap-southeast-1': { 'linux/amd64': { vcpu: 0.05056, gb: 0.00553 } },
        'ap-southeast-2': {
            'linux/amd64': { vcpu: 0.04856, gb: 0.00532 },
            'linux/arm64': { vcpu: 0.03885, gb: 0.00426 },
        },
        'ap-northeast-1': { 'linux/amd64': { vcpu: 0.05056, gb: 0.00553 } },
        'sa-east-1': { 'linux/amd64': { vcpu: 0.0696, gb: 0.0076 } },
    },
};

;// CONCATENATED MODULE: ./lib/plan/cost.js




function monthlyCost(paid) {
    const elsewhere = notOnDemand(paid);
    if (elsewhere !== undefined)
        return elsewhere;
    const { definition, region } = paid;
    const prices = fargatePrices.regions[region];
    if (prices === undefined)
        return unknown(`the price table of this action does not have ${region}`);
    const platform = (0,preflight_platform/* platformOf */.tj)(definition);
    const rates = prices[platform];
    if (rates === undefined)
        return unknown(`the price table of this action does not have ${platform} in ${region}`);
    const vcpu = (0,fargate/* unitsOf */.$J)(definition.cpu);
    const memory = (0,fargate/* unitsOf */.$J)(definition.memory);
    if (vcpu === undefined || memory === undefined)
        return unknown('the task definition has no cpu and memory for the task');
    const extra = Math.max(0, (definition.ephemeralStorage?.sizeInGiB ?? 0) - fargatePrices.includedStorageGb);
    if (extra > 0 && prices.storageGb === undefined)
        return unknown(`the price table of this action does not have ephemeral storage in ${region}`);
    const cpus = vcpu / 1024;
    const memoryGb = memory / 1024;
    const tasks = (0,facts/* desiredCount */.GQ)(paid);
    const perHour = cpus * (rates.vcpu + (rates.licence ?? 0)) + memoryGb * rates.gb + extra * (prices.storageGb ?? 0);
    const dollars = Math.round(perHour * tasks * fargatePrices.hoursPerMonth * 100) / 100;
    return { kind: 'estimate', dollars, tasks, vcpu: cpus, memoryGb, platform };
}
function notOnDemand({ service, settings }) {
    const strategy = settings.capacityProviderStrategy ?? service.capacityProviderStrategy ?? [];
    const used = strategy.filter(({ base = 0, weight = 0 }) => base > 0 || weight > 0);
    const providers = (used.length > 0 ? used : strategy).map(({ capacityProvider }) => capacityProvider ?? '');
    const own = providers.filter((name) => !/^FARGATE(_SPOT)?$/.test(name));
    if (own.length > 0)
        return unknown(`tasks run on instances (${own.join(', ')}), and those are what is paid for`);
    if (providers.includes('FARGATE_SPOT'))
        return { kind: 'varies', why: 'the price of Fargate Spot changes' };
    if (providers.length > 0 || service.launchType === 'FARGATE')
        return undefined;
    return unknown(service.launchType === undefined
        ? 'where the tasks run is not known'
        : `tasks run on instances (launch type ${service.launchType}), and those are what is paid for`);
}
function unknown(why) {
    return { kind: 'unknown', why };
}

// EXTERNAL MODULE: ./lib/deployment/tags.js
var deployment_tags = __webpack_require__(8370);
;// CONCATENATED MODULE: ./lib/plan/drift.js

function driftOf(traces, run) {
    const { running, tags } = traces;
    const repository = tagNamed(tags, deployment_tags/* repositoryTag */.B1);
    const commit = tagNamed(tags, deployment_tags/* commitTag */.m);
    const copyOf = tagNamed(tags, deployment_tags/* copyOfTag */.ln);
    if (repository === undefined && commit === undefined && copyOf === undefined) {
        const text = `${running} was not deployed by this tool: it has none of its tags (or was deployed with default-tags: false).`;
        return [{ kind: 'not-ours', text }, ...newer(traces)];
    }
    return [
        ...otherRepository(running, repository, run),
        ...(copyOf === undefined
            ? []
            : [{ kind: 'rollback-copy', text: `${running} was registered by a rollback, as a copy of ${copyOf}.` }]),
        ...newer(traces),
        ...changedSince(traces, commit, repository, run),
    ];
}
function commitOf(tags) {
    return tagNamed(tags, deployment_tags/* commitTag */.m);
}
function tagNamed(tags, wanted) {
    return tags.find(({ key }) => key === wanted)?.value;
}
function otherRepository(running, found, run) {
    if (found === undefined || run.repository === undefined || found === (0,deployment_tags/* tagValue */.EZ)(run.repository))
        return [];
    return [{ kind: 'other-repository', text: `${running} was deployed by this tool from another repository: ${found}.` }];
}
function newer({ running, revision, newest }) {
    if (newest <= revision)
        return [];
    const family = running.slice(0, running.lastIndexOf(':'));
    const text = `${family}:${newest} was registered after it and is not what the service is set to.`;
    return [{ kind: 'newer-revision', text }];
}
function changedSince({ settings, definitionDiffers, running }, commit, repository, run) {
    const same = commit !== undefined && commit === run.sha && repository === (0,deployment_tags/* tagValue */.EZ)(run.repository ?? '');
    if (!same || (settings.length === 0 && !definitionDiffers))
        return [];
    const what = [...settings, ...(definitionDiffers ? ['the task definition'] : [])].join(', ');
    const text = `${running} was deployed from this very commit, and yet there are differences (${what}): they came since, by hand or through other inputs.`;
    return [{ kind: 'changed-since', text }];
}

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var rollout_snapshot = __webpack_require__(6613);
;// CONCATENATED MODULE: ./lib/plan/status.js

const mostEvents = 5;
function statusOf(snapshot) {
    const primary = (0,rollout_snapshot/* primaryOf */.Os)(snapshot);
    return {
        desired: snapshot.desired,
        running: snapshot.running,
        pending: snapshot.pending,
        ...(primary === undefined
            ? {}
            : {
                lastDeployment: {
                    id: primary.id,
                    ...(primary.rolloutState === undefined ? {} : { state: primary.rolloutState }),
                    ...(primary.rolloutStateReason === undefined ? {} : { reason: primary.rolloutStateReason }),
                    failedTasks: primary.failed,
                    startedAt: primary.createdAt,
                },
            }),
        events: snapshot.events
            .slice(-mostEvents)
            .reverse()
            .map(({ at, message }) => ({ at: at.getTime(), message: message.replace(/^\(service [^)]+\)\s*/, '') })),
    };
}

// EXTERNAL MODULE: ./lib/deployment/decide.js
var decide = __webpack_require__(2847);
;// CONCATENATED MODULE: ./lib/plan/update.js

function plannedUpdate(decision, reuse, wanted, differing, service) {
    if (decision.kind !== 'update')
        return undefined;
    const taskDefinition = decision.revision === undefined ? undefined : decision.revision === 'reuse' ? reuse : 'new';
    return {
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
        forceNewDeployment: decision.force,
        ...(decision.why === undefined ? {} : { why: decision.why }),
        settings: settingChanges(wanted, differing, service),
    };
}
function settingChanges(wanted, differing, service) {
    const current = (0,decide/* currentSettings */.fe)(service);
    const { forceNewDeployment: _, ...states } = wanted;
    return Object.keys(states).map((name) => {
        const before = current[name];
        return {
            input: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
            ...(before === undefined ? {} : { before: shown(before) }),
            after: shown(states[name]),
            differs: differing.includes(name),
        };
    });
}
const longest = 300;
function shown(value) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

;// CONCATENATED MODULE: ./lib/plan/service-plan.js








function servicePlan(prepared, inputs, record, run, region) {
    const { decision, definition, running, service, before } = prepared;
    const { settings } = inputs;
    const old = (0,render/* stripForRegistration */.H)(running.definition);
    const difference = definitionDifference(old, definition);
    const name = (0,version/* versionOf */.E4)(running.definition).taskDefinition;
    const reuse = prepared.reuse && (0,version/* versionOf */.E4)(prepared.reuse.definition).taskDefinition;
    const update = plannedUpdate(decision, reuse, settings, record.settingsThatDiffered, service);
    const commit = commitOf(running.tags);
    const traces = {
        running: name,
        tags: running.tags,
        newest: running.definition.family === definition.family ? prepared.newestRevision : 0,
        revision: running.definition.revision ?? 0,
        settings: record.settingsThatDiffered,
        definitionDiffers: difference.containers.length + difference.task.length > 0,
    };
    return {
        changes: decision.kind === 'update',
        decision: decision.kind,
        difference,
        images: imagesOf(difference, prepared, record),
        ...(update === undefined ? {} : { update }),
        drift: driftOf(traces, run),
        cost: {
            before: monthlyCost({ definition: old, service, settings: {}, region }),
            after: monthlyCost({ definition, service, settings, region }),
            pricesOf: fargatePrices.asOf,
        },
        status: statusOf(before),
        runs: whatRuns(record)?.images ?? [],
        ...(commit === undefined ? {} : { commit }),
    };
}
function imagesOf({ containers }, { images }, record) {
    const { wanted } = record;
    const ran = whatRuns(record);
    const entries = containers.flatMap(({ name, image }) => {
        if (image === undefined)
            return [];
        const old = ran?.images.find(({ container }) => container === name);
        const now = wanted?.images.find(({ container }) => container === name);
        const written = images.find((one) => one.image === now?.image)?.written;
        const after = now && { ...now, ...(written === undefined ? {} : { written }) };
        return [
            [name, { ...(old === undefined ? {} : { before: old }), ...(after === undefined ? {} : { after }) }],
        ];
    });
    return Object.fromEntries(entries);
}
function whatRuns({ target, before }) {
    return target?.version.taskDefinition === before?.taskDefinition ? target?.version : before;
}

;// CONCATENATED MODULE: ./lib/plan/plan-deployment.js







async function planDeployment({ inputs, file }, ports, record) {
    ports.log.info(`Planning a deployment to service ${inputs.service} in cluster ${inputs.cluster} (${ports.region}).`);
    const asked = (0,read_service/* readService */.u)(ports, inputs.cluster, inputs.service);
    asked.catch(() => undefined);
    const errors = [];
    const prepared = await (0,prepare/* prepare */.i)(inputs, ports, record, asked, file, (found) => errors.push(...found));
    record.running = record.before;
    const plan = servicePlan(prepared, inputs, record, ports.run, ports.region);
    const refused = errors.length === 0 ? {} : { refused: new problem/* ProblemsFound */.t(errors.map(find/* asProblem */.g)) };
    return { plan, ending: (0,ending/* ending */.K1)('planned', headline(plan, record)), ...refused };
}
function headline({ decision, changes, difference, update }, { before }) {
    if (decision === 'watch')
        return 'Nothing to change: what is wanted is being deployed already.';
    if (decision === 'settle')
        return 'Nothing to change: what is wanted is deployed, and tasks are starting or missing.';
    if (!changes)
        return `Nothing to change: ${before?.taskDefinition} runs already, with everything that was asked for.`;
    const settings = update?.settings.filter(({ differs }) => differs).length ?? 0;
    const count = countOf(difference) + settings;
    if (count === 0)
        return 'A deployment would start what runs again. Nothing was changed.';
    return `A deployment would change ${count === 1 ? 'one thing' : `${count} things`}. Nothing was changed.`;
}

;// CONCATENATED MODULE: ./lib/actions/run-plan.js









async function runPlan(given, record, cancellation, fromOutside, log, open) {
    const story = async () => {
        try {
            const ports = await open();
            record.region = ports.region;
            record.causesAddress = (0,run_context/* causesAddress */.T)(ports.run);
            const { plan, ending: end, refused } = await planDeployment(given, ports, record);
            return { plan, ending: refused === undefined ? end : await endRefused(refused, record), notLookedAt: [] };
        }
        catch (error) {
            if (error instanceof connection/* NotConnected */.j && fromOutside)
                return withoutCredentials(given, record, log);
            return { ending: await (0,run_deployment/* endOfError */.F)(error, record), notLookedAt: [] };
        }
    };
    const first = await Promise.race([story(), cancellation.requested]);
    if (first !== 'cancelled')
        return first;
    return { ending: (0,ending/* ending */.K1)('cancelled', 'The run was cancelled. Nothing was changed.'), notLookedAt: [] };
}
async function withoutCredentials(given, record, log) {
    try {
        const { findings, notLookedAt } = planOffline(given);
        record.findings = findings;
        (0,preflight/* tellWarnings */.lp)(findings.filter(({ severity }) => severity === 'warning'), log);
        const errors = findings.filter(({ severity }) => severity === 'error');
        if (errors.length > 0) {
            return { ending: await endRefused(new problem/* ProblemsFound */.t(errors.map(find/* asProblem */.g)), record), notLookedAt };
        }
        const what = given.file === undefined ? 'the inputs were' : 'the inputs and the task-definition file were';
        const headline = `This run has no AWS credentials, as runs for forks have none: only ${what} checked. Nothing was changed.`;
        return { ending: (0,ending/* ending */.K1)('planned', headline), notLookedAt };
    }
    catch (error) {
        return { ending: await (0,run_deployment/* endOfError */.F)(error, record), notLookedAt: [] };
    }
}
async function endRefused(refused, record) {
    const count = refused.problems.length;
    const found = `preflight found ${count === 1 ? 'an error' : `${count} errors`}`;
    const headline = `A deployment would end before it changed anything: ${found}. Nothing was changed.`;
    return { ...(await (0,run_deployment/* endOfError */.F)(refused, record)), headline };
}
function isFromOutside({ actor }, pullRequest) {
    return pullRequest !== undefined && (pullRequest.fromFork || actor === 'dependabot[bot]');
}
function unsafeEvent({ eventName }, pullRequest) {
    if (eventName !== 'pull_request_target' || !pullRequest?.fromFork)
        return undefined;
    return {
        about: 'The event pull_request_target',
        message: 'It would give a fork the secrets of this repository. Run the plan on pull_request: for a fork it then checks what can be ' +
            'checked without credentials.',
    };
}

// EXTERNAL MODULE: ./lib/deployment/report-of.js
var report_of = __webpack_require__(1343);
// EXTERNAL MODULE: ./lib/github/log-line.js
var log_line = __webpack_require__(660);
// EXTERNAL MODULE: ./lib/github/log-report.js
var log_report = __webpack_require__(1920);
// EXTERNAL MODULE: ./lib/github/outputs.js
var outputs = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/diagnosis/short-image.js
var short_image = __webpack_require__(7883);
;// CONCATENATED MODULE: ./lib/github/plan-words.js


const plan_words_hidden = '(not shown)';
function differenceRow({ path, kind, before, after }, prefix = '') {
    return {
        what: `${prefix}${path}`,
        before: kind === 'added' ? undefined : (before ?? plan_words_hidden),
        after: kind === 'removed' ? undefined : (after ?? plan_words_hidden),
    };
}
function containerRows({ name, image, secrets, members }, { images }) {
    const sides = image === undefined ? [] : [imageRow(images[name] ?? {}, image)];
    return [
        ...sides,
        ...secrets.map((secret) => differenceRow(secret, 'secret ')),
        ...members.map((member) => differenceRow(member)),
    ];
}
function imageRow({ before, after }, given) {
    const [old, now] = [before && imageName(before), after && imageName(after)];
    const same = old === now || old === undefined || now === undefined;
    return {
        what: 'image',
        before: same ? given.before : old,
        after: same ? given.after : now,
    };
}
function imageName({ image, digest, written }) {
    const name = (0,short_image/* shortImage */.U)((written ?? image).replace(/@sha256:[0-9a-f]+$/, ''));
    return digest === undefined ? name : `${name} (${(0,short_image/* shortDigest */.V)(digest)})`;
}
function namesWords({ added, removed, changed }, show) {
    const part = (word, names) => names.length === 0 ? [] : [`${word} ${names.map(show).join(', ')}`];
    return [...part('added', added), ...part('removed', removed), ...part('changed', changed)].join('; ');
}
function containerCounts({ image, environment, secrets, members, kind }) {
    const { added, removed, changed } = environment;
    const counts = [
        [added.length, 'variables added'],
        [removed.length, 'variables removed'],
        [changed.length, 'variables changed'],
        [secrets.length, 'secrets'],
        [members.length, 'other settings'],
    ];
    const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return [
        ...(kind === 'changed' ? [] : [`container ${kind}`]),
        ...(image === undefined ? [] : ['image']),
        ...parts,
    ].join(', ');
}
function settingRows({ update }) {
    return (update?.settings ?? [])
        .filter(({ differs }) => differs)
        .map(({ input, before, after }) => ({ what: input, before, after }));
}
function updateWords({ update }) {
    if (update === undefined)
        return 'Nothing would be sent to ECS.';
    const { taskDefinition, forceNewDeployment, why, settings } = update;
    const carried = [
        ...(taskDefinition === undefined
            ? []
            : [
                taskDefinition === 'new'
                    ? 'a new revision of the task definition'
                    : `${taskDefinition}, which is there already`,
            ]),
        ...(forceNewDeployment ? [`a new deployment is forced${why === undefined ? '' : ` (${why})`}`] : []),
        ...settings.map(({ input, differs }) => `${input}${differs ? '' : ' (as it is)'}`),
    ];
    return `UpdateService would carry: ${carried.join(', ')}.`;
}
function costWords(cost) {
    if (cost.kind === 'varies')
        return `varies: ${cost.why}`;
    if (cost.kind === 'unknown')
        return `not known: ${cost.why}`;
    const { dollars, tasks, vcpu, memoryGb } = cost;
    return `$${dollars.toFixed(2)} (${tasks} × ${vcpu} vCPU, ${memoryGb} GB)`;
}
const costNote = `An estimate by list prices as published when the table of this action was written, ${fargatePrices.asOf} (today's prices: ${fargatePrices.source}), for ` +
    `${fargatePrices.hoursPerMonth} hours on demand at the desired count; without load balancer, traffic, logs, addresses and discounts.`;
function utc(at) {
    return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
function deploymentWords({ status: { lastDeployment } }) {
    if (lastDeployment === undefined)
        return 'none';
    const { id, state, startedAt, failedTasks, reason } = lastDeployment;
    const failed = failedTasks > 0 ? `, ${failedTasks} failed tasks` : '';
    return `${id} ${state ?? 'in an unknown state'}, started ${utc(startedAt)} UTC${failed}${reason === undefined ? '' : `: ${reason}`}`;
}
function verdictWords({ outcome, plan, findings, notLookedAt }) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (outcome !== 'planned') {
        if (plan === undefined || errors === 0)
            return { mark: '❌', word: outcome === 'cancelled' ? 'plan cancelled' : 'no plan' };
        return { mark: '❌', word: 'a deployment would be refused' };
    }
    if (plan === undefined)
        return { mark: '➖', word: notLookedAt.length > 0 ? 'checked without AWS' : 'no plan' };
    return plan.changes ? { mark: '📝', word: 'a deployment would change it' } : { mark: '✅', word: 'nothing to change' };
}

// EXTERNAL MODULE: ./lib/github/words.js
var words = __webpack_require__(9074);
;// CONCATENATED MODULE: ./lib/github/plan-log.js


function planLines({ plan, notLookedAt, before, }) {
    const unseen = notLookedAt.length === 0 ? [] : ['Not looked at, for want of AWS credentials:', ...notLookedAt.map(item)];
    if (plan === undefined)
        return unseen;
    return [
        `Runs now: ${before?.taskDefinition ?? 'nothing'}.`,
        ...plan.difference.containers.flatMap((container) => containerLines(container, plan)),
        ...(plan.difference.task.length === 0 ? [] : ['  task definition']),
        ...plan.difference.task.map((one) => rowLine(differenceRow(one))),
        updateWords(plan),
        ...settingRows(plan).map(rowLine),
        ...costLines(plan),
        ...plan.drift.map(({ text }) => `Drift: ${text}`),
        ...(plan.changes ? [] : statusLines(plan)),
        ...unseen,
    ];
}
function item(text) {
    return `  - ${text}`;
}
function containerLines(container, plan) {
    const { name, kind, environment } = container;
    const names = namesWords(environment, (variable) => variable);
    return [
        `  ${name}${kind === 'changed' ? '' : ` (container ${kind})`}`,
        ...containerRows(container, plan).map(rowLine),
        ...(names === '' ? [] : [`    environment: ${names}`]),
    ];
}
function rowLine({ what, before, after }) {
    return `    ${what}: ${before ?? 'not set'} → ${after ?? 'not set'}`;
}
function costLines({ cost: { before, after } }) {
    const [old, now] = [costWords(before), costWords(after)];
    const numbers = [before, after].some(({ kind }) => kind === 'estimate');
    return [
        `Cost per month: ${old === now ? `${old}, as before` : `${old} → ${now}`}`,
        ...(numbers ? [`  ${costNote}`] : []),
    ];
}
function statusLines(plan) {
    const { status, commit, runs } = plan;
    return [
        `Status: ${(0,words/* taskCount */.nc)(status.running, status.desired)} running, ${status.pending} pending.`,
        `  last deployment: ${deploymentWords(plan)}`,
        ...(commit === undefined ? [] : [`  commit: ${commit}`]),
        ...runs.map((image) => `  image of ${image.container}: ${imageName(image)}`),
        ...status.events.map(({ at, message }) => `  ${utc(at)} ${message}`),
    ];
}

// EXTERNAL MODULE: ./lib/github/console-links.js
var console_links = __webpack_require__(374);
;// CONCATENATED MODULE: ./lib/github/plan-outputs.js


function planOutputs(report, comment, reportPath = '') {
    const { plan, before, wanted, findings } = report;
    const image = wanted && (0,outputs/* deployedImage */.Oo)(wanted, before);
    return {
        outcome: report.outcome,
        changed: plan === undefined ? '' : String(plan.changes),
        findings: String(findings.length),
        errors: String(findings.filter(({ severity }) => severity === 'error').length),
        'previous-task-definition': before?.taskDefinition ?? '',
        image: image?.image ?? '',
        'image-digest': image === undefined ? '' : ((0,outputs/* digestOf */.ol)(image, report) ?? ''),
        'cost-before': dollars(plan?.cost.before),
        'cost-after': dollars(plan?.cost.after),
        'comment-url': comment === undefined || comment.kind === 'not-possible' ? '' : comment.url,
        cause: report.diagnoses[0]?.cause ?? '',
        'console-url': report.service === '' ? '' : ((0,console_links/* serviceLink */.oT)(report, report.cluster, report.service) ?? ''),
        'duration-seconds': String(Math.max(0, Math.round((report.endedAt - report.startedAt) / 1000))),
        report: reportPath,
    };
}
function dollars(cost) {
    return cost?.kind === 'estimate' ? cost.dollars.toFixed(2) : '';
}

// EXTERNAL MODULE: ./lib/github/checks-link.js
var checks_link = __webpack_require__(6307);
;// CONCATENATED MODULE: ./lib/github/fit-parts.js
function fitParts(parts, limit, note) {
    const order = parts
        .map(({ givesWay }, index) => ({ givesWay, index }))
        .filter(({ givesWay }) => givesWay > 0)
        .sort((one, other) => other.givesWay - one.givesWay || other.index - one.index)
        .map(({ index }) => index);
    const texts = parts.map(({ full }) => full);
    let bytes = texts.reduce((sum, text) => sum + sizeOf(text), 0);
    if (bytes <= limit)
        return joined(texts);
    const room = limit - sizeOf(note(order.length));
    const shortened = new Set();
    const replace = (index, by) => {
        if (bytes <= room)
            return;
        bytes -= sizeOf(texts[index] ?? '') - sizeOf(by);
        texts[index] = by;
        shortened.add(index);
    };
    for (const index of order)
        replace(index, parts[index]?.brief ?? '');
    for (const index of order)
        replace(index, '');
    return joined([...texts, note(shortened.size)]);
}
function sizeOf(text) {
    return text === '' ? 0 : Buffer.byteLength(text) + 2;
}
function joined(texts) {
    return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/github/markdown.js
var markdown = __webpack_require__(18);
;// CONCATENATED MODULE: ./lib/github/plan-summary.js







const commentLimit = 65_000;
const summaryLimit = 800_000;
function planMarkdown(report, run, limit) {
    const address = runAddress(run);
    const everything = address === undefined ? 'the report file has them' : `${(0,markdown/* link */.nf)('the run', address)} has them`;
    return fitParts(partsOf(report, run), limit, (count) => `_${count} ${count === 1 ? 'part is' : 'parts are'} shortened here, because the text would be too long for GitHub; ${everything} in full._`);
}
function runAddress({ serverUrl, repository, runId, runAttempt }) {
    if (serverUrl === undefined || repository === undefined || runId === undefined)
        return undefined;
    return `${serverUrl}/${repository}/actions/runs/${runId}${runAttempt === undefined ? '' : `/attempts/${runAttempt}`}`;
}
function partsOf(report, run) {
    const { plan } = report;
    return [
        always(heading(report)),
        ...failure(report),
        ...errorsPart(report),
        ...(plan === undefined ? [] : [always(versions(report, plan))]),
        ...(plan === undefined ? [] : plan.difference.containers.map((container) => containerPart(container, plan))),
        ...(plan === undefined ? [] : taskPart(plan)),
        ...(plan?.update === undefined ? [] : updatePart(plan)),
        ...warningsPart(report),
        ...listPart('Drift', plan?.drift.map(({ text: words }) => words) ?? []),
        ...listPart('Not looked at, for want of AWS credentials', report.notLookedAt),
        ...listPart('Worth knowing', report.notices),
        ...(plan === undefined ? [] : statusPart(plan)),
        always(footer(report, run)),
    ];
}
function always(full) {
    return { full, brief: full, givesWay: 0 };
}
function heading(report) {
    const { mark, word } = verdictWords(report);
    const where = report.environment === undefined ? '' : ` (${(0,markdown/* text */.Qq)(report.environment)})`;
    return `## ${mark} ${(0,markdown/* text */.Qq)(report.service || 'Plan')}${where}: ${word}\n\n${(0,markdown/* text */.Qq)(report.headline)}`;
}
function failure({ diagnoses, findings }) {
    if (findings.some(({ severity }) => severity === 'error'))
        return [];
    return diagnoses.slice(0, 3).map(({ title, explanation, advice }) => {
        const lines = explanation.split('\n').map((line) => (0,markdown/* text */.Qq)(line));
        const full = [`**${(0,markdown/* text */.Qq)(title)}**`, lines.length > 1 ? lines.map((line) => `- ${line}`).join('\n') : lines.join('')];
        const help = advice.map((one) => adviceText(one));
        return { full: [...full, ...help].join('\n\n'), brief: `**${(0,markdown/* text */.Qq)(title)}**`, givesWay: 2 };
    });
}
function adviceText(advice) {
    const [prose = '', ...commands] = advice.split('\n');
    return commands.length === 0 ? (0,markdown/* text */.Qq)(prose) : `${(0,markdown/* text */.Qq)(prose)}\n\n${(0,markdown/* block */.om)(commands.join('\n'), 'sh')}`;
}
function versions(report, plan) {
    const { before } = report;
    const { cost, update, status } = plan;
    const now = before === undefined ? '' : (0,markdown/* link */.nf)((0,markdown/* code */.aY)(before.taskDefinition), (0,console_links/* taskDefinitionLink */.L5)(report, before.taskDefinition));
    const reused = update?.taskDefinition;
    const then = reused === undefined
        ? now
        : reused === 'new'
            ? 'a new revision'
            : (0,markdown/* link */.nf)((0,markdown/* code */.aY)(reused), (0,console_links/* taskDefinitionLink */.L5)(report, reused));
    const images = plan.difference.containers.flatMap((container) => containerRows(container, plan)
        .filter(({ what }) => what === 'image')
        .map((row) => [`Image of ${(0,markdown/* code */.aY)(container.name)}`, cell(row.before), cell(row.after)]));
    const tasks = update?.settings.find(({ input }) => input === 'desired-count')?.after ?? String(status.desired);
    const rows = [
        ['Task definition', now, then],
        ...images.slice(0, 10),
        ['Desired tasks', String(status.desired), (0,markdown/* text */.Qq)(tasks)],
        ['Cost per month, estimated', (0,markdown/* text */.Qq)(costWords(cost.before)), (0,markdown/* text */.Qq)(costWords(cost.after))],
    ];
    const note = [cost.before, cost.after].some(({ kind }) => kind === 'estimate')
        ? `\n\n<sub>${(0,markdown/* text */.Qq)(costNote)}</sub>`
        : '';
    return `${(0,markdown/* table */.tp)(['', 'Now', 'After'], rows)}${note}`;
}
function cell(value) {
    return value === undefined ? '' : (0,markdown/* code */.aY)(value);
}
function rowsTable(rows) {
    return (0,markdown/* table */.tp)(['', 'Now', 'After'], rows.map(({ what, before, after }) => [(0,markdown/* code */.aY)(what), cell(before), cell(after)]));
}
function containerPart(container, plan) {
    const { name, kind, environment } = container;
    const title = `### Container ${(0,markdown/* code */.aY)(name)}${kind === 'changed' ? '' : ` (${kind})`}`;
    const rows = containerRows(container, plan).filter(({ what }) => kind !== 'changed' || what !== 'image');
    const full = [title, ...(rows.length === 0 ? [] : [rowsTable(rows)]), ...variables(environment)];
    if (full.length === 1 && kind === 'changed')
        return { full: '', brief: '', givesWay: 0 };
    return { full: full.join('\n\n'), brief: `**${(0,markdown/* code */.aY)(name)}**: ${containerCounts(container)}.`, givesWay: 3 };
}
const glance = 20;
function variables(environment) {
    const names = namesWords(environment, nameCode);
    if (names === '')
        return [];
    const { added, removed, changed } = environment;
    const count = added.length + removed.length + changed.length;
    if (count <= glance)
        return [`Environment variables (values are never shown): ${names}.`];
    return [(0,markdown/* details */.zH)(`${count} environment variables (values are never shown)`, `${names}.`)];
}
function nameCode(name) {
    return /^[\w.-]+$/.test(name) ? `\`${name}\`` : (0,markdown/* code */.aY)(name);
}
function taskPart({ difference: { task } }) {
    if (task.length === 0)
        return [];
    const full = `### Task definition\n\n${rowsTable(task.map((one) => differenceRow(one)))}`;
    return [{ full, brief: `**Task definition**: ${task.length} settings.`, givesWay: 2 }];
}
function updatePart(plan) {
    const rows = settingRows(plan);
    const full = ['### Service', (0,markdown/* text */.Qq)(updateWords(plan)), ...(rows.length === 0 ? [] : [rowsTable(rows)])].join('\n\n');
    return [{ full, brief: (0,markdown/* text */.Qq)(updateWords(plan)), givesWay: 1 }];
}
function errorsPart({ findings, checksAddress }) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0)
        return [];
    const title = `Preflight: ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    const full = [`### ${title}`, findingsTable(errors), ...(0,checks_link/* checksLink */.w)(checksAddress)].join('\n\n');
    return [{ full, brief: `**${title}**: ${idsOf(errors)}.`, givesWay: 1 }];
}
function warningsPart({ findings, checksAddress }) {
    const warnings = findings.filter(({ severity }) => severity === 'warning');
    if (warnings.length === 0)
        return [];
    const title = `Preflight warnings (${warnings.length})`;
    return [
        {
            full: (0,markdown/* details */.zH)(title, [findingsTable(warnings), ...(0,checks_link/* checksLink */.w)(checksAddress)].join('\n\n')),
            brief: `**${title}**: ${idsOf(warnings)}.`,
            givesWay: 4,
        },
    ];
}
function findingsTable(findings) {
    const place = (finding) => (0,problem/* formatProblem */.V)({ ...finding, message: '' }).replace(/: $/, '');
    return (0,markdown/* table */.tp)(['Check', 'What it found', 'Where'], findings.map((one) => [(0,markdown/* code */.aY)(one.id), (0,markdown/* text */.Qq)(one.message), (0,markdown/* text */.Qq)(place(one))]));
}
function idsOf(findings) {
    return [...new Set(findings.map(({ id }) => (0,markdown/* code */.aY)(id)))].join(', ');
}
function listPart(title, items) {
    if (items.length === 0)
        return [];
    return [{ full: `### ${title}\n\n${items.map((one) => `- ${(0,markdown/* text */.Qq)(one)}`).join('\n')}`, brief: '', givesWay: 4 }];
}
function statusPart(plan) {
    const { status, commit, changes, runs } = plan;
    const items = [
        `Tasks: ${(0,words/* taskCount */.nc)(status.running, status.desired)} running, ${status.pending} pending`,
        `Last deployment: ${(0,markdown/* text */.Qq)(deploymentWords(plan))}`,
        ...(commit === undefined ? [] : [`Commit: ${(0,markdown/* code */.aY)(commit)}`]),
        ...runs.map((image) => `Image of ${(0,markdown/* code */.aY)(image.container)}: ${(0,markdown/* code */.aY)(imageName(image))}`),
    ];
    const events = status.events.map(({ at, message }) => [utc(at), (0,markdown/* text */.Qq)(message)]);
    const body = [
        items.map((item) => `- ${item}`).join('\n'),
        ...(events.length === 0 ? [] : [(0,markdown/* table */.tp)(['UTC', 'Last events'], events)]),
    ].join('\n\n');
    const full = changes ? (0,markdown/* details */.zH)('The service now', body) : `### The service now\n\n${body}`;
    return [{ full, brief: '', givesWay: 5 }];
}
function footer(report, run) {
    const service = (0,console_links/* serviceLink */.oT)(report, report.cluster, report.service);
    const address = runAddress(run);
    return [
        'Nothing was changed',
        ...(report.service === '' ? [] : [`cluster ${(0,markdown/* code */.aY)(report.cluster)}`]),
        ...(report.region === '' ? [] : [`Region ${(0,markdown/* code */.aY)(report.region)}`]),
        ...(run.sha === undefined ? [] : [`commit ${(0,markdown/* code */.aY)(run.sha.slice(0, 12))}`]),
        ...(address === undefined ? [] : [(0,markdown/* link */.nf)('run', address)]),
        ...(service === undefined || report.service === '' ? [] : [(0,markdown/* link */.nf)('service in the AWS console', service)]),
        `took ${(0,words/* duration */.p0)(report.endedAt - report.startedAt)}`,
    ].join(' · ');
}

;// CONCATENATED MODULE: ./lib/github/pull-request-comment.js
const limitMilliseconds = 20_000;
const longestPause = 90_000;
function commentMarker(environment, cluster, service) {
    const encoded = [environment, cluster, service].map((name) => encodeURIComponent(name).replaceAll('--', '-%2D'));
    return `<!-- ecs-deploy plan ${encoded.join('/')} -->`;
}
function githubComments(token, sleep) {
    return {
        async put({ repository, number, marker }, body) {
            const [owner = '', repo = ''] = repository.split('/');
            try {
                const { getOctokit } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 2413));
                const octokit = getOctokit(token);
                const { issues } = octokit.rest;
                const place = { owner, repo };
                const request = () => ({ signal: AbortSignal.timeout(limitMilliseconds) });
                const comments = await patiently(sleep, () => octokit.paginate(issues.listComments, { ...place, issue_number: number, per_page: 100, request: request() }));
                const [first, ...doubles] = comments.filter((comment) => isOurs(comment, marker, token));
                for (const { id } of doubles)
                    await remove(() => issues.deleteComment({ ...place, comment_id: id, request: request() }));
                if (first === undefined) {
                    const { data } = await patiently(sleep, () => issues.createComment({ ...place, issue_number: number, body, request: request() }));
                    return { kind: 'created', url: data.html_url };
                }
                if (plain(first.body) === plain(body))
                    return { kind: 'unchanged', url: first.html_url };
                const { data } = await patiently(sleep, () => issues.updateComment({ ...place, comment_id: first.id, body, request: request() }));
                return { kind: 'updated', url: data.html_url };
            }
            catch (error) {
                return { kind: 'not-possible', why: whyNot(error, number) };
            }
        },
    };
}
function isOurs({ body = '', user }, marker, token) {
    if (!body.startsWith(marker))
        return false;
    const wanted = token.startsWith('ghs_') ? 'Bot' : /^(?:gh[pou]_|github_pat_)/.test(token) ? 'User' : undefined;
    return wanted === undefined || user?.type === wanted;
}
function plain(body = '') {
    return body.replaceAll('\r\n', '\n').trim();
}
async function remove(send) {
    await send().catch(() => undefined);
}
async function patiently(sleep, send) {
    try {
        return await send();
    }
    catch (error) {
        const pause = pauseOf(error);
        if (pause === undefined || pause > longestPause)
            throw error;
        await sleep(pause);
        return send();
    }
}
function pauseOf(failure) {
    if (!isRateLimit(failure))
        return undefined;
    const { 'retry-after': after, 'x-ratelimit-reset': reset } = failure.response?.headers ?? {};
    if (after !== undefined)
        return Number(after) * 1000;
    if (reset !== undefined)
        return Math.max(1000, Number(reset) * 1000 - Date.now());
    return 60_000;
}
function isRateLimit({ status, message = '', response }) {
    if (status === 429)
        return true;
    return (status === 403 &&
        (/rate limit/i.test(message) ||
            String(response?.headers?.['x-ratelimit-remaining']) === '0' ||
            response?.headers?.['retry-after'] !== undefined));
}
function whyNot(error, number) {
    const failure = error;
    const { status } = failure;
    const said = `${status === undefined ? '' : `${status}: `}${(failure.message ?? String(error)).split('\n')[0]}`;
    if (isRateLimit(failure))
        return `GitHub's limit of requests is reached (${said})`;
    if (status === 401)
        return `GitHub does not accept github-token (${said})`;
    if (status === 403 || status === 404)
        return `the token may not comment on pull request ${number}: the job needs "permissions: pull-requests: write" (${said})`;
    return `GitHub could not be asked (${said})`;
}

// EXTERNAL MODULE: ./lib/report.js
var lib_report = __webpack_require__(9293);
// EXTERNAL MODULE: ./lib/actions/tell-end.js
var tell_end = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/actions/tell-plan.js











async function tellPlan(end, record, asked, { log, env, run }) {
    const { plan, notLookedAt } = end;
    const environment = asked?.inputs.environment;
    const report = {
        ...(0,report_of/* reportOf */.E)(record, end.ending, Date.now()),
        ...(plan === undefined ? {} : { plan }),
        ...(environment === undefined ? {} : { environment }),
        notLookedAt,
    };
    for (const line of planLines(report))
        log.info(line);
    const comment = asked === undefined || report.outcome === 'cancelled' ? undefined : await commentOn(report, asked, run);
    if (comment?.kind === 'not-possible')
        log.notice(`No comment on the pull request: ${comment.why}.`);
    else if (comment !== undefined)
        log.info(`Comment on the pull request: ${comment.kind} (${comment.url}).`);
    (0,log_line/* writeLines */.x)((0,log_report/* closingLines */.Po)(report), log);
    const code = (0,lib_report/* exitCode */.I$)(report.outcome, 'plan');
    if (code === 1) {
        const { title, message } = (0,log_report/* annotation */.w7)(report);
        log.error(message, title);
    }
    const whole = { ...report, ...(comment === undefined ? {} : { comment }) };
    const path = await (0,tell_end/* attempt */.C)(log, 'report file', () => (0,outputs/* writeReportFile */.aS)(whole, env));
    await (0,tell_end/* attempt */.C)(log, 'outputs', () => (0,outputs/* writeOutputs */.Kn)(planOutputs(report, comment, path), env));
    const written = await (0,tell_end/* attempt */.C)(log, 'job summary', () => (0,outputs/* writeSummary */.Sy)(planMarkdown(report, run, summaryLimit), env));
    if (written === 'full')
        log.info('The job summary of this step is full; this plan was not added to it.');
    return code;
}
async function commentOn(report, asked, run) {
    const { inputs, place, pullRequest } = asked;
    const { comment, githubToken, environment, cluster, service } = inputs;
    if (comment === 'false' || pullRequest === undefined)
        return undefined;
    if (comment === 'auto' && pullRequest.fromFork) {
        return {
            kind: 'not-possible',
            why: 'it is from a fork, and the token of such a run may only read; the job summary has the plan',
        };
    }
    if (githubToken === undefined || run.repository === undefined)
        return undefined;
    const marker = commentMarker(environment ?? place, lastPart(cluster), lastPart(service));
    const body = `${marker}\n${planMarkdown(report, run, commentLimit - marker.length - 1)}`;
    const { number } = pullRequest;
    return githubComments(githubToken, (time) => clock/* systemClock */.m.sleep(time)).put({ repository: run.repository, number, marker }, body);
}
function lastPart(nameOrArn) {
    return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./lib/actions/workspace-files.js
var workspace_files = __webpack_require__(6376);
;// CONCATENATED MODULE: ./lib/actions/plan.js















async function planMain(env) {
    const log = (0,github_log/* consoleLogger */.k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    const pullRequest = pullRequestOf(readEvent(env));
    const found = (0,run_context/* runContext */.p)(env);
    const run = { ...found, ...(pullRequest?.headSha === undefined ? {} : { sha: pullRequest.headSha }) };
    const read = await readPlanInputs(env, workspace_files/* workspaceFiles */.P, pullRequest !== undefined);
    const unsafe = unsafeEvent(run, pullRequest);
    const given = unsafe === undefined ? await (0,given_deployment.checkOffline)(read, workspace_files/* workspaceFiles */.P) : { ok: false, problems: [unsafe] };
    const { cluster, service, region } = given.ok ? given.value.inputs : { cluster: '', service: '', region: undefined };
    const place = region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? '';
    const record = (0,deployment_record/* newRecord */.Mx)(cluster, service, place, Date.now(), 'plan');
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    const noState = () => Promise.resolve();
    const end = given.ok
        ? await runPlan(given.value, record, cancellation, isFromOutside(run, pullRequest), log, async () => ({
            ...(await (0,deployment_ports/* deploymentPorts */.y)(given.value.inputs, env, log, cancellation.signal, noState)),
            run,
        }))
        : { ending: await (0,run_deployment/* endOfError */.F)(new problem/* ProblemsFound */.t(given.problems), record), notLookedAt: [] };
    const asked = given.ok
        ? { inputs: given.value.inputs, place, ...(pullRequest === undefined ? {} : { pullRequest }) }
        : undefined;
    return tellPlan(end, record, asked, { log, env, run });
}
function readEvent({ GITHUB_EVENT_PATH: path }) {
    if (!path)
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ differingSettings),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   fe: () => (/* binding */ currentSettings)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

function decide(comparison) {
    const { equal, settingsDiffer, forceNewDeployment, unresolved } = comparison;
    if (equal !== 'running') {
        return { kind: 'update', revision: equal === 'other' ? 'reuse' : 'register', force: forceNewDeployment };
    }
    if (forceNewDeployment)
        return { kind: 'update', force: true };
    if (unresolved.length > 0) {
        const why = `the digest of ${unresolved.join(' and ')} is not known, so what runs may be older than what the tag names now`;
        return { kind: 'update', force: true, why };
    }
    return decideOnRollout(comparison.snapshot, settingsDiffer);
}
function decideOnRollout(snapshot, settingsDiffer) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined)
        return { kind: 'update', force: true, why: 'the service has no deployment' };
    if (primary.rolloutState === 'FAILED') {
        return { kind: 'update', force: true, why: `its deployment ${primary.id} failed` };
    }
    if (settingsDiffer)
        return { kind: 'update', force: false };
    if (primary.rolloutState !== 'COMPLETED' && primary.rolloutState !== undefined) {
        return { kind: 'watch', deploymentId: primary.id };
    }
    return snapshot.running === snapshot.desired && snapshot.pending === 0 ? { kind: 'unchanged' } : { kind: 'settle' };
}
function differingSettings(wanted, service) {
    const current = currentSettings(service);
    const { forceNewDeployment: _, ...states } = wanted;
    return Object.keys(states).filter((name) => !contains(current[name], states[name]));
}
function currentSettings(service) {
    return {
        desiredCount: service.desiredCount,
        enableExecuteCommand: service.enableExecuteCommand ?? false,
        platformVersion: service.platformVersion,
        healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds ?? 0,
        capacityProviderStrategy: service.capacityProviderStrategy ?? [],
        networkConfiguration: service.networkConfiguration,
        deploymentCircuitBreaker: service.deploymentConfiguration?.deploymentCircuitBreaker,
        serviceManagedEbsVolume: ebsVolumeOf(service),
        propagateTags: service.propagateTags ?? 'NONE',
        enableEcsManagedTags: service.enableECSManagedTags ?? false,
    };
}
function ebsVolumeOf(service) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    const volume = primary?.volumeConfigurations?.[0];
    return volume === undefined ? undefined : { name: volume.name, volume: volume.managedEBSVolume };
}
function contains(actual, wanted) {
    if (wanted === undefined)
        return true;
    if (Array.isArray(wanted)) {
        return (Array.isArray(actual) &&
            wanted.every((item) => actual.some((other) => contains(other, item))) &&
            actual.every((other) => wanted.some((item) => contains(other, item))));
    }
    if (typeof wanted === 'object' && wanted !== null) {
        if (typeof actual !== 'object' || actual === null)
            return Object.values(wanted).every((value) => value === undefined);
        const members = actual;
        return Object.entries(wanted).every(([name, value]) => contains(members[name], value));
    }
    return actual === wanted;
}


/***/ }),

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ StoryEnded),
/* harmony export */   BV: () => (/* binding */ failedEnding),
/* harmony export */   K1: () => (/* binding */ ending)
/* harmony export */ });
class StoryEnded extends Error {
    ending;
    constructor(end) {
        super(end.headline);
        this.name = 'StoryEnded';
        this.ending = end;
    }
}
function ending(outcome, headline, commands = []) {
    return { outcome, headline, explain: false, commands };
}
function failedEnding(outcome, headline, commands = []) {
    return { outcome, headline, explain: true, commands };
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

/***/ 2259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ newestOf)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);

async function newestOf(ports, family, running) {
    try {
        return await ports.ecs.describeTaskDefinition(family ?? '');
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'refused')
            throw error;
        return running?.definition.family === family ? running : undefined;
    }
}


/***/ }),

/***/ 3180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ optional)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);


async function optional(record, action, read) {
    if (record.denied.has(action))
        return undefined;
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t)
            throw error;
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        if (kind === 'denied' || (record.isHurried && (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(error)))
            record.denied.add(action);
        const why = kind === 'denied'
            ? `the permission ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? action} is missing`
            : (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
        const notice = `${action} was not possible: ${why}.`;
        if (!record.notices.includes(notice))
            record.notices.push(notice);
        return undefined;
    }
}


/***/ }),

/***/ 801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ findRollbackTarget),
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   zB: () => (/* binding */ withKnownDigests)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6613);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3180);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7742);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3355);






async function findRollbackTarget(ecs, record, snapshot, running, isNeeded) {
    delete record.target;
    delete record.noTarget;
    const deleted = new Set();
    for await (const completed of completedOnes(ecs, record, snapshot, isNeeded)) {
        const described = completed.taskDefinition === running.definition.taskDefinitionArn
            ? running
            : await describeUnlessDeleted(ecs, completed.taskDefinition);
        if (described === undefined) {
            deleted.add(completed.taskDefinition.replace(/^.*\//, ''));
            continue;
        }
        const { definition } = described;
        const version = await withKnownDigests(ecs, record, (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .versionOf */ .E4)(definition), completed.deploymentId);
        const inactive = definition.status === 'INACTIVE' || definition.status === 'DELETE_IN_PROGRESS';
        record.target = { version, deploymentId: completed.deploymentId, inactive };
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .noteOlder */ .$z)(record, snapshot);
        return;
    }
    if (deleted.size > 0)
        record.noTarget = `${[...deleted].join(', ')} ${deleted.size === 1 ? 'has' : 'have'} been deleted`;
    record.noTarget ??= 'no deployment of this service has completed yet';
}
async function* completedOnes(ecs, record, snapshot, isNeeded) {
    const listed = completedInList(snapshot);
    if (listed === undefined)
        yield* completedInHistory(ecs, record, isNeeded);
    else
        yield listed;
}
async function describeUnlessDeleted(ecs, name) {
    try {
        return await ecs.describeTaskDefinition(name);
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'refused')
            return undefined;
        throw error;
    }
}
function completedInList(snapshot) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .primaryOf */ .Os)(snapshot);
    const candidates = [...(primary === undefined ? [] : [primary]), ...snapshot.deployments];
    const found = candidates.find(({ rolloutState }) => rolloutState === 'COMPLETED');
    return found && { deploymentId: found.id, taskDefinition: found.taskDefinition };
}
const mostLooks = 10;
async function* completedInHistory(ecs, record, isNeeded) {
    const certainly = isNeeded ? answered : asItIs;
    const history = await readHistory(ecs, record, certainly);
    if (history === 'denied') {
        record.noTarget = 'no deployment in the list has completed, and the history of the service could not be read';
        return;
    }
    const seen = new Set();
    for (const { deploymentId } of history.filter(({ status }) => status === 'SUCCESSFUL').slice(0, mostLooks)) {
        const revision = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
        const described = revision
            ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => certainly(ecs.describeServiceRevision(revision)))
            : undefined;
        const taskDefinition = described?.taskDefinition;
        if (taskDefinition === undefined)
            return;
        if (!seen.has(taskDefinition))
            yield { deploymentId, taskDefinition };
        seen.add(taskDefinition);
    }
}
const asItIs = (read) => read;
const answered = async (read) => {
    try {
        return await read;
    }
    catch (error) {
        if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
            throw error;
        const message = `No deployment in the list has completed, and the history, which would show the version to go back to, could not be read (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '')}). ` +
            'Run the job again; with rollback-on-failure: false it deploys without a way back.';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ about: 'The way back', message }]);
    }
};
async function readHistory(ecs, record, reading = asItIs) {
    const list = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListServiceDeployments', () => reading(ecs.listServiceDeployments(record.cluster, record.service)));
    return list === undefined ? 'denied' : list.map(_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceDeploymentView */ .Ec).sort((a, b) => b.createdAt - a.createdAt);
}
async function withKnownDigests(ecs, record, version, deploymentId) {
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .isPinned */ .T4)(version))
        return version;
    const arn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .revisionArnOf */ .SF)(record.serviceArn, deploymentId);
    const revision = arn
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
        : undefined;
    const resolved = (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .withRevisionDigests */ .p4)(version, revision?.containerImages ?? []);
    if (resolved.images.every(({ digest }) => digest !== undefined))
        return resolved;
    const arns = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:ListTasks', () => ecs.listTasksStartedBy(record.cluster, deploymentId));
    const tasks = arns?.length
        ? await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(record, 'ecs:DescribeTasks', () => ecs.describeTasks(record.cluster, arns))
        : undefined;
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_3__/* .withTaskDigests */ .Pl)(resolved, tasks ?? []);
}


/***/ }),

/***/ 9947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ eventsCommand),
/* harmony export */   Oe: () => (/* binding */ buildCommand),
/* harmony export */   Pw: () => (/* binding */ targetHealthCommand),
/* harmony export */   Qv: () => (/* binding */ describeServiceCommand),
/* harmony export */   Rg: () => (/* binding */ inspectImageCommand),
/* harmony export */   bg: () => (/* binding */ awsCommand),
/* harmony export */   e7: () => (/* binding */ describeImageCommand),
/* harmony export */   eZ: () => (/* binding */ networkCommand),
/* harmony export */   o7: () => (/* binding */ tailLogCommand),
/* harmony export */   sy: () => (/* binding */ ecrImage)
/* harmony export */ });
/* unused harmony export shellWord */
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function awsCommand(region, ...words) {
    return ['aws', ...words, '--region', region].map(shellWord).join(' ');
}
const ecrReference = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+\/([a-z0-9._/-]+)(?::([\w.-]+))?(?:@(sha256:[0-9a-f]+))?$/;
function ecrImage(reference) {
    const match = ecrReference.exec(reference);
    const [, registryId, region, repository, tag, digest] = match ?? [];
    if (registryId === undefined || region === undefined || repository === undefined)
        return undefined;
    return { registryId, region, repository, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}
function describeImageCommand(image) {
    const id = image.digest ? `imageDigest=${image.digest}` : `imageTag=${image.tag ?? 'latest'}`;
    return awsCommand(image.region, ...['ecr', 'describe-images', '--registry-id', image.registryId], ...['--repository-name', image.repository, '--image-ids', id]);
}
function buildCommand(reference, platform) {
    const [name = 'IMAGE', digest] = reference?.split('@') ?? [];
    const hasTag = /:[^/]+$/.test(name);
    const tag = digest !== undefined && !hasTag ? `${name}:TAG` : name;
    return ['docker', 'buildx', 'build', '--platform', platform, '--tag', tag, '--push', '.'].map(shellWord).join(' ');
}
function inspectImageCommand(reference) {
    return `docker buildx imagetools inspect ${shellWord(reference)}`;
}
function tailLogCommand(log) {
    return awsCommand(log.region, 'logs', 'tail', log.group, '--log-stream-names', log.stream, '--since', '2h');
}
function networkCommand(place) {
    return describeServiceCommand(place, 'services[0].networkConfiguration');
}
function eventsCommand(place) {
    return describeServiceCommand(place, 'services[0].events[:20].[createdAt,message]');
}
function targetHealthCommand(place) {
    return awsCommand(place.region, 'elbv2', 'describe-target-health', '--target-group-arn', 'TARGET_GROUP_ARN');
}
function describeServiceCommand(place, query) {
    return awsCommand(place.region, ...['ecs', 'describe-services', '--cluster', place.cluster, '--services', place.service, '--query', query]);
}


/***/ }),

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

/***/ 4123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   A: () => (/* binding */ canonicalText)
/* harmony export */ });
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6707);
/* harmony import */ var _file_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8315);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6052);
/* harmony import */ var _unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7577);





function canonical(definition) {
    const request = Object.entries(definition).filter(([name]) => name !== 'tags' && !_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .READ_ONLY_MEMBERS */ .Q.includes(name));
    const compact = compacted(Object.fromEntries(request));
    const task = taskDefaults(compact);
    const containers = list(task.containerDefinitions).map((container) => containerDefaults(container, task.networkMode));
    const volumes = list(task.volumes).map(volumeDefaults);
    return sorted(compacted({ ...task, containerDefinitions: containers, volumes }), '');
}
function compacted(value) {
    if (Array.isArray(value))
        return value.filter((item) => item !== undefined).map(compacted);
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    const result = {};
    for (const [name, member] of Object.entries(value)) {
        const compact = compacted(member);
        if (!isAbsent(compact) || (compact === false && name === 'essential'))
            (0,_file_node_js__WEBPACK_IMPORTED_MODULE_4__/* .setMember */ .Nk)(result, name, compact);
    }
    return result;
}
function isAbsent(value) {
    if (value === undefined || value === null || value === false)
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) && Object.keys(value).length === 0;
}
function taskDefaults(task) {
    const platform = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(task.runtimePlatform) ? task.runtimePlatform : {};
    const fargate = list(task.requiresCompatibilities).includes('FARGATE');
    const windows = String(platform.operatingSystemFamily ?? '').startsWith('WINDOWS');
    return {
        ...task,
        cpu: inUnits(task.cpu, /^(\d*\.?\d+)\s*vcpu$/i),
        memory: inUnits(task.memory, /^(\d*\.?\d+)\s*gb$/i),
        networkMode: task.networkMode ?? (fargate || windows ? undefined : 'bridge'),
        runtimePlatform: fargate && list(task.requiresCompatibilities).length === 1 ? platformDefaults(platform) : platform,
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(task.proxyConfiguration) && {
            proxyConfiguration: without(task.proxyConfiguration, { type: 'APPMESH' }),
        }),
    };
}
function platformDefaults(platform) {
    return without(platform, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.fargatePlatform);
}
function inUnits(size, withUnit) {
    if (typeof size !== 'string' && typeof size !== 'number')
        return size;
    const text = String(size).trim();
    if (text === '')
        return undefined;
    const unit = withUnit.exec(text);
    const units = unit ? Number(unit[1]) * 1024 : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return Number.isSafeInteger(units) ? String(units) : text;
}
function containerDefaults(container, networkMode) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(container))
        return container;
    const { healthCheck, restartPolicy, portMappings } = container;
    return {
        ...without(container, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.container),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(healthCheck) && {
            healthCheck: without(healthCheck, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.healthCheck),
        }),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(restartPolicy) && { restartPolicy: restartDefaults(restartPolicy) }),
        ...(portMappings !== undefined && {
            portMappings: list(portMappings).map((mapping) => portDefaults(mapping, networkMode)),
        }),
    };
}
function restartDefaults(policy) {
    return policy.enabled === true ? without(policy, _defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .N.restartPolicy) : {};
}
function portDefaults(mapping, networkMode) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(mapping))
        return mapping;
    const ownPort = networkMode === 'awsvpc' || networkMode === 'host';
    const plain = without(mapping, { hostPort: 0, protocol: 'tcp' });
    return ownPort ? without(plain, { hostPort: mapping.containerPort }) : plain;
}
function volumeDefaults(volume) {
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(volume))
        return volume;
    const { efsVolumeConfiguration: efs, dockerVolumeConfiguration: docker } = volume;
    return {
        ...volume,
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(efs) && {
            efsVolumeConfiguration: {
                ...without(efs, { rootDirectory: '/', transitEncryption: 'DISABLED' }),
                ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(efs.authorizationConfig) && {
                    authorizationConfig: without(efs.authorizationConfig, { iam: 'DISABLED' }),
                }),
            },
        }),
        ...((0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(docker) && { dockerVolumeConfiguration: without(docker, { scope: 'task' }) }),
    };
}
function without(members, defaults) {
    return Object.fromEntries(Object.entries(members).filter(([name, value]) => value !== defaults[name]));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function sorted(value, member) {
    if (Array.isArray(value)) {
        const items = value.map((item) => sorted(item, ''));
        const key = (0,_unordered_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOfUnordered */ .b)(member);
        if (key === undefined)
            return items;
        const texts = items.map((item) => ({ item, key: key(item), text: member === 'environment' ? '' : (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(item) }));
        return texts.sort((a, b) => order(a.key, b.key) || order(a.text, b.text)).map(({ item }) => item);
    }
    if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    const result = {};
    for (const name of Object.keys(value).sort())
        (0,_file_node_js__WEBPACK_IMPORTED_MODULE_4__/* .setMember */ .Nk)(result, name, sorted(value[name], name));
    return result;
}
function order(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}
function canonicalText(definition) {
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(canonical(definition));
}


/***/ }),

/***/ 1424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tX: () => (/* binding */ differences),
  Ds: () => (/* binding */ equalDefinitions)
});

// UNUSED EXPORTS: canonical

// EXTERNAL MODULE: ./lib/task-definition/canonical.js
var canonical = __webpack_require__(4123);
// EXTERNAL MODULE: ./lib/task-definition/json-text.js
var json_text = __webpack_require__(8315);
// EXTERNAL MODULE: ./lib/task-definition/shape.js
var shape = __webpack_require__(6052);
// EXTERNAL MODULE: ./lib/task-definition/defaults.js
var defaults = __webpack_require__(6707);
;// CONCATENATED MODULE: ./lib/task-definition/show-defaults.js


function showDefaults(found, before, after) {
    return found.map((one) => {
        if (one.kind === 'added')
            return filled(one, 'before', before);
        return one.kind === 'removed' ? filled(one, 'after', after) : one;
    });
}
function filled(found, side, definition) {
    if (found.before === undefined && found.after === undefined)
        return found;
    const value = defaultAt(found.path, definition);
    return value === undefined ? found : { ...found, kind: 'changed', [side]: `${value} (default)` };
}
function defaultAt(path, definition) {
    const platform = /^runtimePlatform\.(\w+)$/.exec(path)?.[1];
    if (platform !== undefined) {
        const onFargate = definition.requiresCompatibilities?.join() === 'FARGATE';
        return onFargate ? member(defaults/* defaults */.N.fargatePlatform, platform) : undefined;
    }
    const container = definition.containerDefinitions?.find(({ name }) => path.startsWith(`${name}: `));
    if (container?.image === undefined)
        return undefined;
    return inContainer(path.slice(`${container.name}: `.length), container);
}
function inContainer(path, container) {
    const [parent = '', name] = path.split('.');
    if (name === undefined)
        return flags.has(parent) ? false : member(defaults/* defaults */.N.container, parent);
    if (parent === 'healthCheck' && (0,json_text/* isObject */.Gv)(container.healthCheck))
        return member(defaults/* defaults */.N.healthCheck, name);
    const restarts = container.restartPolicy?.enabled === true;
    return parent === 'restartPolicy' && restarts ? member(defaults/* defaults */.N.restartPolicy, name) : undefined;
}
const flags = new Set([
    'disableNetworking',
    'interactive',
    'privileged',
    'pseudoTerminal',
    'readonlyRootFilesystem',
]);
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}

// EXTERNAL MODULE: ./lib/task-definition/unordered-lists.js
var unordered_lists = __webpack_require__(7577);
;// CONCATENATED MODULE: ./lib/task-definition/compare.js






function equalDefinitions(a, b) {
    return (0,canonical/* canonicalText */.A)(a) === (0,canonical/* canonicalText */.A)(b);
}
function differences(before, after) {
    return showDefaults(ofMembers((0,canonical/* canonical */.$)(before), (0,canonical/* canonical */.$)(after), ''), before, after);
}
const NO_MEMBERS = {};
function ofMembers(before, after, place) {
    const old = (0,json_text/* isObject */.Gv)(before) ? before : NO_MEMBERS;
    const now = (0,json_text/* isObject */.Gv)(after) ? after : NO_MEMBERS;
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names.flatMap((name) => ofMember(own(old, name), own(now, name), name, place));
}
function own(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
function ofMember(before, after, name, place) {
    if ((0,json_text/* jsonText */.s$)(before) === (0,json_text/* jsonText */.s$)(after))
        return [];
    const path = `${place}${name}`;
    if (!KNOWN.has(name))
        return [difference(path, before, after, false)];
    const key = (0,unordered_lists/* keyOfUnordered */.b)(name);
    if (key && areListsOf(before, after))
        return ofItems(list(before), list(after), name, key, place);
    if (FREE_TEXTS.has(name))
        return ofFreeTexts(before, after, path);
    if (isStructure(before, after))
        return ofMembers(before, after, `${path}.`);
    return [difference(path, before, after, !HIDDEN.has(name))];
}
const KNOWN = new Set(Object.values(shape/* STRUCTURES */.R).flatMap(({ members }) => Object.keys(members)));
const HIDDEN = new Set(['environment', 'properties', 'command', 'entryPoint']);
const FREE_TEXTS = new Set(['dockerLabels', 'options', 'driverOpts', 'labels']);
function areListsOf(before, after) {
    return [before, after].every((value) => value === undefined || Array.isArray(value));
}
function isStructure(before, after) {
    return [before, after].every((value) => value === undefined || (0,json_text/* isObject */.Gv)(value));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function ofItems(before, after, name, key, place) {
    const keys = [...new Set([...before, ...after].map(key))].sort();
    return keys.flatMap((wanted) => {
        const old = before.filter((item) => key(item) === wanted);
        const now = after.filter((item) => key(item) === wanted);
        if ((0,json_text/* jsonText */.s$)(old) === (0,json_text/* jsonText */.s$)(now))
            return [];
        const both = old.length === 1 && now.length === 1;
        const path = `${place}${ITEM_NAMES.get(name) ?? name} ${wanted}`;
        if (both && name === 'containerDefinitions')
            return ofMembers(old[0], now[0], `${wanted}: `);
        if (both && name === 'volumes')
            return ofMembers(old[0], now[0], `${path}: `);
        return [difference(path, shown(name, old), shown(name, now), !HIDDEN.has(name) && name !== 'volumes')];
    });
}
const ITEM_NAMES = new Map([
    ['containerDefinitions', 'container'],
    ['secrets', 'secret'],
    ['secretOptions', 'secret option'],
    ['portMappings', 'port'],
    ['mountPoints', 'mount point'],
    ['volumes', 'volume'],
    ['ulimits', 'ulimit'],
]);
function shown(name, items) {
    if (items.length === 0)
        return undefined;
    const telling = TELLING_MEMBER.get(name);
    const values = telling === undefined ? items : items.map((item) => (0,json_text/* memberText */.WI)(item, telling));
    return values.length === 1 ? values[0] : values;
}
const TELLING_MEMBER = new Map([
    ['containerDefinitions', 'image'],
    ['secrets', 'valueFrom'],
    ['secretOptions', 'valueFrom'],
]);
function ofFreeTexts(before, after, path) {
    const old = (0,json_text/* isObject */.Gv)(before) ? before : NO_MEMBERS;
    const now = (0,json_text/* isObject */.Gv)(after) ? after : NO_MEMBERS;
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names
        .filter((name) => (0,json_text/* jsonText */.s$)(own(old, name)) !== (0,json_text/* jsonText */.s$)(own(now, name)))
        .map((name) => difference(`${path} ${name}`, own(old, name), own(now, name), name.startsWith('awslogs-')));
}
function difference(path, before, after, show) {
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    if (!show)
        return { path, kind };
    return {
        path,
        kind,
        ...(before !== undefined && { before: compare_short(before) }),
        ...(after !== undefined && { after: compare_short(after) }),
    };
}
const LONGEST = 120;
function compare_short(value) {
    const text = typeof value === 'string' ? value : (0,json_text/* jsonText */.s$)(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}


/***/ }),

/***/ 6707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defaults)
/* harmony export */ });
const defaults = {
    container: { cpu: 0, essential: true, versionConsistency: 'enabled' },
    healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
    restartPolicy: { restartAttemptPeriod: 300 },
    fargatePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
};


/***/ }),

/***/ 8315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   WI: () => (/* binding */ memberText),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
function isObject(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
function jsonText(value) {
    const sorted = (_key, item) => isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : item;
    return JSON.stringify(value, sorted) ?? '';
}
function memberText(item, member) {
    const value = isObject(item) && Object.hasOwn(item, member) ? item[member] : undefined;
    return typeof value === 'string' ? value : jsonText(value);
}


/***/ }),

/***/ 7577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ keyOfUnordered)
/* harmony export */ });
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8315);

const by = (member) => (item) => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, member);
const byPort = (item) => {
    const port = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, 'containerPort') || (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, 'containerPortRange');
    return `${port}/${(0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)(item, 'protocol') || 'tcp'}`;
};
const byItself = (item) => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .memberText */ .WI)({ item }, 'item');
const UNORDERED = new Map([
    ['containerDefinitions', by('name')],
    ['environment', by('name')],
    ['secrets', by('name')],
    ['secretOptions', by('name')],
    ['properties', by('name')],
    ['volumes', by('name')],
    ['ulimits', by('name')],
    ['portMappings', byPort],
    ['mountPoints', by('containerPath')],
    ['tmpfs', by('containerPath')],
    ['devices', by('hostPath')],
    ['systemControls', by('namespace')],
    ['extraHosts', by('hostname')],
    ['resourceRequirements', by('type')],
    ['inferenceAccelerators', by('deviceName')],
    ['placementConstraints', by('expression')],
    ['requiresCompatibilities', byItself],
    ['add', byItself],
    ['drop', byItself],
    ['permissions', byItself],
    ['ignoredExitCodes', byItself],
]);
function keyOfUnordered(member) {
    return UNORDERED.get(member);
}


/***/ })

};
