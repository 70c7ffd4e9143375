export const id = 8288;
export const ids = [8288,5673];
export const modules = {

/***/ 5673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runTaskPost: () => (/* binding */ runTaskPost),
/* harmony export */   taskStateName: () => (/* binding */ taskStateName)
/* harmony export */ });
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(853);

const taskStateName = 'tasks';
async function runTaskPost(env) {
    const text = env[`STATE_${taskStateName}`];
    if (!text)
        return 0;
    const kept = JSON.parse(text);
    const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleLogger */ .k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    if (kept.startedBy === '') {
        log.info('The run ended before a task was started; a task definition revision may have been registered.');
        return 0;
    }
    log.info(`The run ended before its ${kept.taskArns.length === 1 ? 'task' : 'tasks'}; stopping what still runs.`);
    const { finishTasks } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(3575)]).then(__webpack_require__.bind(__webpack_require__, 3575));
    return finishTasks(kept, log, env);
}


/***/ }),

/***/ 1685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTaskMain: () => (/* binding */ runTaskMain)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/deployment/load-source.js
var load_source = __webpack_require__(6977);
// EXTERNAL MODULE: ./lib/deployment/longest-run.js
var longest_run = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/github/log.js
var github_log = __webpack_require__(853);
// EXTERNAL MODULE: ./lib/image/running-image.js
var running_image = __webpack_require__(6366);
// EXTERNAL MODULE: ./lib/inputs/capacity-provider-strategy.js
var capacity_provider_strategy = __webpack_require__(3409);
// EXTERNAL MODULE: ./lib/inputs/deep-freeze.js
var deep_freeze = __webpack_require__(491);
// EXTERNAL MODULE: ./lib/inputs/input-reader.js
var input_reader = __webpack_require__(5121);
// EXTERNAL MODULE: ./lib/inputs/lines.js
var lines = __webpack_require__(742);
// EXTERNAL MODULE: ./lib/inputs/network-configuration.js
var network_configuration = __webpack_require__(8328);
// EXTERNAL MODULE: ./lib/inputs/overrides.js
var inputs_overrides = __webpack_require__(6452);
// EXTERNAL MODULE: ./lib/inputs/pre-deploy.js
var pre_deploy = __webpack_require__(3726);
// EXTERNAL MODULE: ./lib/inputs/foreign-place-names.js
var foreign_place_names = __webpack_require__(2422);
;// CONCATENATED MODULE: ./lib/inputs/run-task-foreign-names.js

const network = 'use network-configuration, or service, whose network the task then has.';
const wait = 'use wait-for-minutes, in minutes.';
const waits = 'a task is always waited for; remove it.';
const environment = 'use environment-variables, one NAME=value per line.';
const override = 'use command, environment-variables, cpu and memory.';
const inDefinition = 'a task cannot be given it; write it in the task definition, and name that in task-definition.';
const logs = 'log lines are shown while the task runs, for the log driver awslogs; remove it.';
const names = 'use container-name.';
const runTaskForeignNames = new Map([
    ...foreign_place_names/* placeNames */.Y,
    ['run-task', 'this action does nothing else; remove it.'],
    ['run-task-container-overrides', override],
    ['run-task-security-groups', network],
    ['run-task-subnets', network],
    ['run-task-assign-public-ip', network],
    ['run-task-capacity-provider-strategy', 'use capacity-provider-strategy.'],
    ['run-task-launch-type', 'use launch-type.'],
    ['run-task-started-by', 'every run names itself there; remove it.'],
    ['run-task-tags', 'use tags.'],
    ['run-task-managed-ebs-volume*', 'the volume of the service is used; remove it.'],
    ['started-by', 'every run names itself there; remove it.'],
    ['subnets', network],
    ['subnet-ids', network],
    ['security-groups', network],
    ['security-group-ids', network],
    ['assign-public-ip', network],
    ['network', network],
    ['override-container', names],
    ['override-container-command', 'use command.'],
    ['override-container-environment', environment],
    ['overrides', override],
    ['container-overrides', override],
    ['container', names],
    ['env', environment],
    ['environment', environment],
    ['task-definition-arn', 'use task-definition with the ARN.'],
    ['task-definition-file', 'use task-definition with the path.'],
    ['task-definition-family', 'use task-definition with the family.'],
    ['image-uri', 'use image.'],
    ['tag', 'use image with the whole reference, or ecr-repository with image-tag.'],
    ['secrets', inDefinition],
    ['env-files', inDefinition],
    ['docker-labels', inDefinition],
    ['log-configuration-log-driver', inDefinition],
    ['log-configuration-options', inDefinition],
    ['tail-logs', logs],
    ['log-group-name', logs],
    ['log-filter-stream', logs],
    ['timeout', wait],
    ['timeout-in-minutes', wait],
    ['wait-timeout', wait],
    ['task-wait-until-stopped', waits],
    ['wait-for-task-stopped', waits],
    ['wait-for-finish', waits],
    ['wait', waits],
    ['desired-count', 'use count.'],
    ['task-count', 'use count.'],
]);

;// CONCATENATED MODULE: ./lib/inputs/run-task-input-names.js
const runTaskInputDefaults = {
    cluster: 'default',
    service: '',
    'aws-region': '',
    'task-definition': '',
    image: '',
    images: '',
    'container-name': '',
    'ecr-repository': '',
    'image-digest': '',
    'image-tag': '',
    'pin-digest': 'true',
    'allow-unknown-members': '',
    variables: '',
    command: '',
    'environment-variables': '',
    cpu: '',
    memory: '',
    'task-role-arn': '',
    'execution-role-arn': '',
    count: '1',
    'network-configuration': '',
    'launch-type': '',
    'capacity-provider-strategy': '',
    'platform-version': '',
    group: '',
    'enable-execute-command': '',
    'propagate-tags': '',
    'enable-ecs-managed-tags': '',
    tags: '',
    'default-tags': 'true',
    'wait-for-minutes': '30',
    'dry-run': 'false',
};
const runTaskInputNames = Object.keys(runTaskInputDefaults);

// EXTERNAL MODULE: ./lib/inputs/safety.js + 1 modules
var safety = __webpack_require__(5689);
// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __webpack_require__(1420);
// EXTERNAL MODULE: ./lib/inputs/service-settings.js
var service_settings = __webpack_require__(2382);
// EXTERNAL MODULE: ./lib/inputs/tags.js
var tags = __webpack_require__(4644);
// EXTERNAL MODULE: ./lib/inputs/target.js
var target = __webpack_require__(8508);
// EXTERNAL MODULE: ./lib/inputs/unknown-inputs.js
var unknown_inputs = __webpack_require__(2329);
// EXTERNAL MODULE: ./lib/inputs/version.js + 1 modules
var inputs_version = __webpack_require__(5004);
// EXTERNAL MODULE: ./lib/inputs/without-absent.js
var without_absent = __webpack_require__(6883);
;// CONCATENATED MODULE: ./lib/inputs/read-run-task-inputs.js


















const mostTasks = 100;
const longestOverrides = 8_192;
function readRunTaskInputs(env, files) {
    const reader = new input_reader/* InputReader */.i(env, runTaskInputDefaults);
    const version = (0,inputs_version/* readVersion */.$)(reader, env, files);
    const inputs = (0,without_absent/* withoutAbsent */.S)({
        ...(0,target/* readPlace */.yI)(reader),
        service: reader.take('service', target/* parseService */.nO),
        ...version,
        overrides: readOverrides(reader),
        launch: readLaunch(reader),
        count: reader.take('count', (0,scalars/* parseInteger */.cG)(1, mostTasks)),
        tags: reader.takeLines('tags', tags/* parseTags */.r) ?? [],
        defaultTags: reader.take('default-tags', scalars/* parseBoolean */.yG),
        waitForMinutes: reader.take('wait-for-minutes', safety/* parseWait */.DF),
        dryRun: reader.take('dry-run', scalars/* parseBoolean */.yG),
    });
    refuseNowhere(reader);
    refuseRunning(reader, version.images);
    const problems = [...reader.problems, ...(0,unknown_inputs/* unknownInputs */.q)(env, runTaskInputNames, runTaskForeignNames)];
    const value = (0,deep_freeze/* deepFreeze */.o)(inputs);
    return problems.length > 0 ? { ok: false, problems: (0,deep_freeze/* deepFreeze */.o)(problems), file: value } : { ok: true, value };
}
function readOverrides(reader) {
    const overrides = (0,without_absent/* withoutAbsent */.S)({
        command: reader.take('command', pre_deploy/* parseTaskCommand */.q),
        environment: (reader.takeLines('environment-variables', (0,lines/* parsePairs */.xg)(inputs_overrides/* variableNames */.zo)) ?? []).map(({ name, value }) => ({ name, value })),
        cpu: reader.take('cpu', inUnits(inputs_overrides/* parseCpu */.Oh)),
        memory: reader.take('memory', inUnits(inputs_overrides/* parseMemory */.Pw)),
        taskRoleArn: reader.take('task-role-arn', inputs_overrides/* parseRole */.gP),
        executionRoleArn: reader.take('execution-role-arn', inputs_overrides/* parseRole */.gP),
    });
    const { length } = JSON.stringify(overrides);
    if (length > longestOverrides) {
        reader.refuse(overrides.environment.length > 0 ? 'environment-variables' : 'command', `What is given to the task is about ${length} characters long, and ECS takes ${longestOverrides}. Write some of it in the task definition.`);
    }
    return overrides;
}
function inUnits(parse) {
    return (text) => {
        const parsed = parse(text);
        if (!parsed.ok || /^\d+$/.test(text))
            return parsed;
        return { ok: true, value: String(Math.round(Number.parseFloat(text) * 1024)) };
    };
}
const parseGroup = (0,scalars/* parseForm */.wK)(/^(?!service:)[\w:./-]{1,255}$/, 'the name of a task group: up to 255 letters, digits and : . / _ -, and not "service:…", which is for the tasks of a service');
function readLaunch(reader) {
    const launch = (0,without_absent/* withoutAbsent */.S)({
        networkConfiguration: reader.takeLines('network-configuration', network_configuration/* parseNetworkConfiguration */.W),
        launchType: reader.take('launch-type', (0,scalars/* parseChoice */.HU)(['FARGATE', 'EC2', 'EXTERNAL'])),
        capacityProviderStrategy: reader.takeLines('capacity-provider-strategy', capacity_provider_strategy/* parseCapacityProviderStrategy */.A),
        platformVersion: reader.take('platform-version', service_settings/* parsePlatformVersion */.t),
        group: reader.take('group', parseGroup),
        enableExecuteCommand: reader.take('enable-execute-command', scalars/* parseBoolean */.yG),
        propagateTags: reader.take('propagate-tags', (0,scalars/* parseChoice */.HU)(['TASK_DEFINITION', 'NONE'])),
        enableEcsManagedTags: reader.take('enable-ecs-managed-tags', scalars/* parseBoolean */.yG),
    });
    if (launch.launchType !== undefined && launch.capacityProviderStrategy !== undefined) {
        reader.refuse('launch-type', 'capacity-provider-strategy is given as well, and ECS takes one of them. Leave one.');
    }
    const providers = launch.capacityProviderStrategy;
    if (providers !== undefined && providers.length > 0 && providers.every(({ weight = 0 }) => weight === 0)) {
        reader.refuse('capacity-provider-strategy', 'All weights are 0, and ECS refuses that. Give one of them at least 1.');
    }
    return launch;
}
function refuseRunning(reader, images) {
    for (const { input } of images.filter(({ image }) => (0,running_image/* isRunningImage */.l)(image))) {
        reader.refuse(input, '"running" is for deployments. Without an image the task has that of its task definition, which is that of the service unless you give another.');
    }
}
function refuseNowhere(reader) {
    if (reader.text('service') !== undefined || reader.text('task-definition') !== undefined)
        return;
    reader.refuse('service', 'Give service (its task definition, network and launch settings are used), or task-definition with network-configuration. An output of an earlier step that is empty counts as missing.');
}

// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/run-task/cancel-tasks.js
var cancel_tasks = __webpack_require__(1864);
// EXTERNAL MODULE: ./lib/run-task/conclude-tasks.js + 1 modules
var conclude_tasks = __webpack_require__(2325);
// EXTERNAL MODULE: ./lib/deployment/version.js
var version = __webpack_require__(3355);
// EXTERNAL MODULE: ./lib/diagnosis/stopped-task.js
var stopped_task = __webpack_require__(4060);
// EXTERNAL MODULE: ./lib/github/console-links.js
var console_links = __webpack_require__(374);
// EXTERNAL MODULE: ./lib/run-task/verdict.js
var verdict = __webpack_require__(3220);
;// CONCATENATED MODULE: ./lib/run-task/task-report.js




const taskOutcomes = (/* unused pure expression or super */ null && (['succeeded', 'planned', 'failed', 'timed-out', 'cancelled', 'unknown']));
function taskExitCode(outcome) {
    return outcome === 'succeeded' || outcome === 'planned' ? 0 : 1;
}
function taskReportOf(run, ending, definition, endedAt) {
    const partition = (0,console_links/* partitionOf */.iQ)(run.taskArns[0] ?? (run.taskDefinitionArn || run.region));
    return {
        action: 'run-task',
        ...ending,
        cluster: (0,version/* resourceName */.Iy)(run.cluster),
        ...(run.service === undefined ? {} : { service: (0,version/* resourceName */.Iy)(run.service) }),
        region: run.region,
        partition,
        taskDefinition: run.taskDefinition,
        taskDefinitionArn: run.taskDefinitionArn,
        container: run.container,
        ...(run.command === undefined ? {} : { command: run.command }),
        wanted: run.wanted,
        changed: run.changed,
        tasks: run.taskArns.map((arn) => oneTask(arn, run, definition, partition)),
        diagnoses: run.diagnoses,
        notices: run.notices,
        startedAt: run.startedAt,
        endedAt,
    };
}
function oneTask(arn, run, definition, partition) {
    const id = (0,stopped_task/* taskId */.BS)(arn);
    const { lastStatus, stopCode, stoppedReason, containers = [] } = run.latest.get(arn) ?? {};
    const end = run.ends.get(arn);
    const log = (0,stopped_task/* logPlace */.ai)(definition, run.container, id);
    const consoleUrl = (0,console_links/* taskLink */.eG)({ partition, region: run.region }, run.cluster, id);
    const logUrl = log && (0,console_links/* logLink */.P5)({ partition, region: log.region }, log.group, log.stream);
    return {
        id,
        arn,
        ...(lastStatus === undefined ? {} : { lastStatus }),
        ...(stopCode === undefined ? {} : { stopCode }),
        ...(stoppedReason === undefined ? {} : { stoppedReason }),
        ...(end === undefined ? {} : { end: (0,verdict/* endInWords */.up)(end) }),
        containers: containers.map(({ name = '', lastStatus: state, exitCode, reason }) => ({
            name,
            decides: name === run.container,
            ...(state === undefined ? {} : { lastStatus: state }),
            ...(exitCode === undefined ? {} : { exitCode }),
            ...(reason === undefined ? {} : { reason }),
        })),
        ...(consoleUrl === undefined ? {} : { consoleUrl }),
        ...(log === undefined ? {} : { logStream: log.stream }),
        ...(logUrl === undefined ? {} : { logUrl }),
    };
}

// EXTERNAL MODULE: ./lib/run-task/task-run.js
var task_run = __webpack_require__(800);
// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 1 modules
var deployment_ports = __webpack_require__(6699);
// EXTERNAL MODULE: ./lib/actions/kept-state.js
var kept_state = __webpack_require__(8163);
// EXTERNAL MODULE: ./lib/github/run-context.js
var run_context = __webpack_require__(5928);
// EXTERNAL MODULE: ./lib/deployment/images.js
var deployment_images = __webpack_require__(2933);
// EXTERNAL MODULE: ./lib/deployment/newest-revision.js
var newest_revision = __webpack_require__(2259);
// EXTERNAL MODULE: ./lib/deployment/read-service.js + 1 modules
var read_service = __webpack_require__(8245);
// EXTERNAL MODULE: ./lib/deployment/register-revision.js
var register_revision = __webpack_require__(6698);
// EXTERNAL MODULE: ./lib/deployment/tags.js
var deployment_tags = __webpack_require__(8370);
// EXTERNAL MODULE: ./lib/task-definition/compare.js + 1 modules
var compare = __webpack_require__(1424);
// EXTERNAL MODULE: ./lib/task-definition/container.js
var task_definition_container = __webpack_require__(9474);
// EXTERNAL MODULE: ./lib/task-definition/render.js + 1 modules
var render = __webpack_require__(7126);
// EXTERNAL MODULE: ./lib/run-task/request.js
var run_task_request = __webpack_require__(3968);
// EXTERNAL MODULE: ./lib/run-task/service-tags.js
var service_tags = __webpack_require__(4010);
;// CONCATENATED MODULE: ./lib/run-task/prepare-task.js













async function prepareTask(inputs, ports, run, file) {
    const { service, source, images } = await readTogether(inputs, ports, file);
    const base = source ?? (0,load_source/* sourceOf */.vz)(await ports.ecs.describeTaskDefinition(service?.taskDefinition ?? ''));
    refuseInactive(base, inputs);
    const definition = { ...base.definition, family: base.definition.family ?? familyOf(service) };
    const container = (0,task_definition_container/* targetContainer */.p)(definition, inputs.containerName);
    const placed = (0,deployment_images/* placeImages */.aV)(definition, images, { overrides: {}, ...nameOf(inputs) });
    failOn(container, placed);
    const own = await pinnedInFile(base, definition, placed.ok ? placed.value.images : [], inputs, ports);
    const rendered = (0,render/* renderTaskDefinition */.P)(definition, {
        images: [...(placed.ok ? placed.value.images : []), ...own.images],
        overrides: {},
    });
    failOn(rendered);
    const wanted = rendered.ok ? rendered.value.definition : definition;
    run.container = container.ok ? container.value : '';
    run.images = (0,version/* imagesOf */.IC)(wanted.containerDefinitions ?? []);
    run.notices.push(...base.notices, ...images.flatMap(({ notices }) => notices), ...own.notes);
    const order = {
        cluster: inputs.cluster,
        container: run.container,
        overrides: inputs.overrides,
        launch: inputs.launch,
        tags: inputs.tags.map(({ key, value }) => ({ key, value })),
    };
    const request = (0,run_task_request/* requestFor */.pU)(order, wanted, service, await (0,service_tags/* tagsOfService */.q)(service, inputs.launch, run, ports));
    const missing = [...(0,run_task_request/* whatIsMissing */.Bu)(wanted, request), ...withoutFamily(definition)];
    if (missing.length > 0)
        throw new problem/* ProblemsFound */.t(missing);
    const newest = await (0,newest_revision/* newestOf */.s)(ports, wanted.family, base.described);
    const reuse = [base.described, newest].find((candidate) => candidate?.definition.status === 'ACTIVE' && (0,compare/* equalDefinitions */.Ds)((0,render/* stripForRegistration */.H)(candidate.definition), wanted));
    if (reuse !== undefined)
        noteRevision(run, reuse);
    return {
        request,
        definition: wanted,
        ...(reuse === undefined ? {} : { reuse }),
        tags: (0,deployment_tags/* mergeTags */.kE)(base.tags, order.tags),
        newestRevision: newest?.definition.revision ?? 0,
    };
}
async function revisionFor(prepared, inputs, ports, run, keep) {
    if (prepared.reuse !== undefined)
        return;
    ports.cancelled.throwIfAborted();
    const own = inputs.defaultTags ? (0,deployment_tags/* defaultTags */.nK)(ports.run) : [];
    run.sending = 'register';
    await keep();
    const registered = await (0,register_revision/* registerWithTags */.LT)(prepared, (0,deployment_tags/* mergeTags */.kE)(prepared.tags, own), own, ports, run);
    run.sending = undefined;
    run.changed = true;
    noteRevision(run, registered);
    await keep();
    ports.log.info(`Registered ${run.taskDefinition}.`);
}
function noteRevision(run, { definition }) {
    const { taskDefinition, taskDefinitionArn } = (0,version/* versionOf */.E4)(definition);
    run.taskDefinition = taskDefinition;
    run.taskDefinitionArn = taskDefinitionArn;
}
async function readTogether(inputs, ports, file) {
    const { cluster, service: name, taskDefinition } = inputs;
    const [service, source, named] = await Promise.all([
        name === undefined ? undefined : (0,read_service/* findService */.L)(ports, cluster, name),
        taskDefinition?.kind === 'reference' ? (0,load_source/* loadReference */.Qu)(ports, taskDefinition.reference) : file,
        (0,deployment_images/* namedImages */.Qn)(inputs, ports),
    ]);
    failOn(service, source, named);
    return {
        service: service?.ok ? service.value : undefined,
        source: source?.ok ? source.value : undefined,
        images: named.ok ? named.value : [],
    };
}
async function pinnedInFile(base, definition, placed, inputs, ports) {
    if (!base.fromFile)
        return { images: [], notes: [] };
    const own = await (0,deployment_images/* pinFileImages */.gD)(definition, placed, inputs, ports);
    failOn(own);
    return own.ok ? own.value : { images: [], notes: [] };
}
function failOn(...parts) {
    const problems = parts.flatMap((part) => (part?.ok === false ? part.problems : []));
    const distinct = new Map(problems.map((problem) => [`${problem.input} ${problem.message}`, problem]));
    if (problems.length > 0)
        throw new problem/* ProblemsFound */.t([...distinct.values()]);
}
function nameOf({ containerName }) {
    return containerName === undefined ? {} : { containerName };
}
function familyOf(service) {
    return /\/([\w-]+):\d+$/.exec(service?.taskDefinition ?? '')?.[1];
}
function refuseInactive({ described }, { taskDefinition }) {
    if (taskDefinition?.kind !== 'reference' || described === undefined || described.definition.status === 'ACTIVE')
        return;
    const { family } = described.definition;
    const message = `${(0,version/* versionOf */.E4)(described.definition).taskDefinition} is ${described.definition.status}: it has been deregistered, and ECS starts no ` +
        `task of it. Name another revision, or ${family} alone, which means its newest active one.`;
    throw new problem/* ProblemsFound */.t([{ input: 'task-definition', message }]);
}
function withoutFamily({ family }) {
    if (family)
        return [];
    return [
        {
            input: 'task-definition',
            message: 'The file names no family, and there is no service whose family could be meant.',
        },
    ];
}

// EXTERNAL MODULE: ./lib/run-task/run-tasks.js + 4 modules
var run_tasks = __webpack_require__(4510);
;// CONCATENATED MODULE: ./lib/run-task/task-story.js



async function runTaskStory(inputs, ports, run, file, keep, known) {
    const { cluster, service, count, overrides } = inputs;
    const like = service === undefined ? '' : ` like those of service ${service}`;
    ports.log.info(`Running ${count === 1 ? 'a task' : `${count} tasks`}${like} in cluster ${cluster} (${ports.region}).`);
    const prepared = await prepareTask(inputs, ports, run, file);
    known(prepared.definition);
    tellPlan(prepared, run, ports);
    if (inputs.dryRun) {
        return { outcome: 'planned', headline: 'Dry run: the task would be started. Nothing was changed.', commands: [] };
    }
    await revisionFor(prepared, inputs, ports, run, keep);
    const { request, definition } = prepared;
    const limitMinutes = inputs.waitForMinutes;
    const values = overrides.environment.map(({ value }) => value);
    const watched = await (0,run_tasks/* runTasks */.e)({ request, definition, limitMinutes, values }, run, ports, keep);
    return (0,conclude_tasks/* concludeTasks */.e3)(watched, run, definition, limitMinutes);
}
function tellPlan({ request, reuse }, run, { log }) {
    const what = reuse === undefined ? 'a new revision' : run.taskDefinition;
    const command = run.command === undefined ? 'its own command' : run.command.join(' ');
    log.info(`It runs ${what}, and container ${run.container} decides. Command: ${command}`);
    const { launchType, capacityProviderStrategy, platformVersion, networkConfiguration } = request;
    const where = [
        launchType,
        capacityProviderStrategy?.map(({ capacityProvider, weight = 0 }) => `${capacityProvider}=${weight}`).join(' '),
        platformVersion === undefined ? undefined : `platform version ${platformVersion}`,
        networkConfiguration?.awsvpcConfiguration?.subnets?.join(', '),
        networkConfiguration?.awsvpcConfiguration?.securityGroups?.join(', '),
    ];
    const known = where.filter((part) => part !== undefined && part !== '');
    if (known.length > 0)
        log.info(`Where: ${known.join('; ')}.`);
}

;// CONCATENATED MODULE: ./lib/actions/run-run-task.js




async function runRunTask({ inputs, file }, run, cancellation, open, keep, known) {
    let ports;
    const story = async () => {
        try {
            ports = await open();
            run.region = ports.region;
            run.causesAddress = (0,run_context/* causesAddress */.T)(ports.run);
            return await runTaskStory(inputs, ports, run, file, keep, known);
        }
        catch (error) {
            return cancellation.signal.aborted ? undefined : (0,conclude_tasks/* endOfTaskError */.gL)(error, run);
        }
    };
    const told = story();
    const first = await Promise.race([told, cancellation.requested]);
    const ending = first === 'cancelled' ? await cancellation.grace(told) : first;
    if (ending !== undefined)
        return ending;
    if (ports !== undefined)
        await (0,cancel_tasks/* cancelTasks */.r)(run, ports);
    return (0,conclude_tasks/* cancelledTasks */.ce)(run);
}

// EXTERNAL MODULE: ./lib/actions/run-task-post.js
var run_task_post = __webpack_require__(5673);
// EXTERNAL MODULE: ./lib/github/log-line.js
var log_line = __webpack_require__(660);
// EXTERNAL MODULE: ./lib/github/outputs.js
var outputs = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/github/log-report.js
var log_report = __webpack_require__(1920);
;// CONCATENATED MODULE: ./lib/github/task-words.js
const taskOutcomeWords = {
    succeeded: { mark: '✅', word: 'succeeded' },
    planned: { mark: '✅', word: 'planned, nothing was started' },
    failed: { mark: '❌', word: 'failed' },
    'timed-out': { mark: '❌', word: 'timed out' },
    cancelled: { mark: '⚠️', word: 'cancelled' },
    unknown: { mark: '⚠️', word: 'outcome unknown' },
};
function taskHeadline({ headline, outcome, diagnoses }) {
    const [first] = outcome === 'failed' || outcome === 'timed-out' ? diagnoses : [];
    const isCause = first !== undefined && first.facts.length > 0 && first.cause !== 'unknown';
    return isCause && !headline.includes(first.title) ? `${headline} Cause: ${first.title}.` : headline;
}
function containerWords({ name, exitCode, reason, lastStatus }) {
    const state = exitCode !== undefined
        ? `exit code ${exitCode}`
        : lastStatus === 'STOPPED' || reason !== undefined
            ? 'no exit code'
            : lastStatus === 'RUNNING'
                ? 'still running when last seen'
                : (lastStatus ?? 'not seen');
    return `${name}: ${state}${reason === undefined ? '' : `, ${reason}`}`;
}
function containersOf({ containers }) {
    return [...containers].sort((one, other) => Number(other.decides) - Number(one.decides));
}
function subjectOf({ service, taskDefinition }) {
    return taskDefinition || service || 'one-off task';
}

// EXTERNAL MODULE: ./lib/github/words.js
var words = __webpack_require__(9074);
;// CONCATENATED MODULE: ./lib/github/task-log.js




const diagnosisLimit = 3;
const taskLimit = 20;
const factLimit = 2;
function taskClosingLines(report) {
    const succeeded = taskExitCode(report.outcome) === 0;
    const { word } = taskOutcomeWords[report.outcome];
    const outcome = word === report.outcome ? word : `${word} (${report.outcome})`;
    return [
        '',
        {
            text: `Outcome: ${outcome} after ${(0,words/* duration */.p0)(report.endedAt - report.startedAt)}`,
            style: succeeded ? 'good' : 'bad',
        },
        taskHeadline(report),
        ...taskLines(report),
        ...(succeeded ? [] : report.diagnoses.slice(0, diagnosisLimit).flatMap(log_report/* diagnosisLines */.dc)),
        ...report.notices.map((notice) => ({ text: `Note: ${notice}`, style: 'warning' })),
        ...(0,log_report/* commandLines */.Zm)(report),
        ...linkLines(report),
    ];
}
function taskLines({ tasks }) {
    const lines = tasks.slice(0, taskLimit).map((task) => {
        const containers = containersOf(task).map(containerWords);
        const reason = task.stoppedReason === undefined ? '' : ` [${task.stoppedReason}]`;
        return `Task ${task.id}: ${containers.join('; ')}${reason}`;
    });
    return tasks.length > taskLimit ? [...lines, `and ${tasks.length - taskLimit} more tasks, see the report`] : lines;
}
function linkLines({ tasks }) {
    const [first] = tasks;
    return [
        ...(first?.consoleUrl === undefined ? [] : ['', `AWS console: ${first.consoleUrl}`]),
        ...(first?.logUrl === undefined ? [] : [`Its log: ${first.logUrl}`]),
    ];
}
function taskAnnotation(report) {
    const [first] = report.diagnoses;
    const [prose, ...commands] = first?.advice[0]?.split('\n') ?? [];
    const message = [
        taskHeadline(report),
        ...(first === undefined ? [] : [first.explanation]),
        ...(first?.facts.slice(0, factLimit) ?? []),
        ...(prose === undefined ? [] : [`Next step: ${prose}`, ...commands]),
    ];
    return {
        title: `${subjectOf(report)}: ${first?.title ?? taskOutcomeWords[report.outcome].word}`,
        message: message.join('\n'),
    };
}

;// CONCATENATED MODULE: ./lib/github/task-outputs.js

function taskOutputs(report, reportPath = '') {
    const { tasks, outcome } = report;
    const [first] = tasks;
    const codes = tasks.map(({ containers }) => containers.find(({ decides }) => decides)?.exitCode);
    const told = tasks.length === report.wanted
        ? (codes.find((exitCode) => exitCode !== undefined && exitCode !== 0) ?? codeOfAll(codes))
        : undefined;
    return {
        outcome,
        'exit-code': told === undefined ? '' : String(told),
        'exit-codes': JSON.stringify(tasks.map(({ id, containers }) => ({
            task: id,
            exitCodes: Object.fromEntries(containers.map(({ name, exitCode }) => [name, exitCode ?? null])),
        }))),
        'task-arns': JSON.stringify(tasks.map(({ arn }) => arn)),
        'task-definition': report.taskDefinition,
        'task-definition-arn': report.taskDefinitionArn,
        'log-stream': first?.logStream ?? '',
        'log-url': first?.logUrl ?? '',
        'console-url': first?.consoleUrl ?? '',
        cause: taskExitCode(outcome) === 0 ? '' : (report.diagnoses[0]?.cause ?? ''),
        'duration-seconds': String(Math.max(0, Math.round((report.endedAt - report.startedAt) / 1000))),
        report: reportPath,
    };
}
function codeOfAll(codes) {
    return codes.length > 0 && codes.every((exitCode) => exitCode === 0) ? 0 : undefined;
}

// EXTERNAL MODULE: ./lib/github/job-summary.js + 9 modules
var job_summary = __webpack_require__(863);
// EXTERNAL MODULE: ./lib/github/markdown.js
var markdown = __webpack_require__(18);
;// CONCATENATED MODULE: ./lib/github/task-summary.js





const task_summary_taskLimit = 50;
const task_summary_diagnosisLimit = 3;
function taskSummary(report) {
    const { mark, word } = taskOutcomeWords[report.outcome];
    const failed = taskExitCode(report.outcome) === 1;
    const diagnoses = failed ? report.diagnoses.slice(0, task_summary_diagnosisLimit) : [];
    const parts = [
        `## ${mark} ${(0,markdown/* text */.Qq)(subjectOf(report))}: ${word}`,
        (0,markdown/* text */.Qq)(taskHeadline(report)),
        whatRan(report),
        tasksTable(report),
        ...(diagnoses.length === 0 ? [] : ['### Why', ...diagnoses.map((one) => (0,job_summary/* diagnosisPart */.Hg)(report, one))]),
        ...(0,job_summary/* commandsPart */.oY)(report.commands),
        ...(report.notices.length === 0
            ? []
            : ['### Worth knowing', report.notices.map((one) => `- ${(0,markdown/* text */.Qq)(one)}`).join('\n')]),
        `Took ${(0,words/* duration */.p0)(report.endedAt - report.startedAt)}.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function whatRan({ container, command, taskDefinition, service, wanted }) {
    if (container === '')
        return '';
    const what = command === undefined ? 'its own command' : (0,markdown/* code */.aY)(command.join(' '));
    const where = service === undefined ? '' : `, with the network and launch settings of ${(0,markdown/* code */.aY)(service)}`;
    const times = wanted === 1 ? '' : `${wanted} × `;
    return `${times}${(0,markdown/* code */.aY)(taskDefinition || 'a new revision')}, container ${(0,markdown/* code */.aY)(container)}, ${what}${where}.`;
}
function tasksTable({ tasks }) {
    if (tasks.length === 0)
        return '';
    const rows = tasks.slice(0, task_summary_taskLimit).map((task) => [
        (0,markdown/* link */.nf)((0,markdown/* code */.aY)((0,words/* shortTaskId */.x6)(task.id)), task.consoleUrl),
        (0,markdown/* text */.Qq)(task.end ?? 'not seen to end'),
        containersOf(task)
            .map((container) => (0,markdown/* text */.Qq)(containerWords(container)))
            .join('<br>'),
        (0,markdown/* text */.Qq)(task.stoppedReason ?? ''),
        logCell(task),
    ]);
    const more = tasks.length > task_summary_taskLimit ? `\n\nand ${tasks.length - task_summary_taskLimit} more tasks, see the report.` : '';
    return `${(0,markdown/* table */.tp)(['Task', 'The container that decides', 'Exit codes', 'Reason of ECS', 'Log'], rows)}${more}`;
}
function logCell({ logStream, logUrl }) {
    return logStream === undefined ? '' : (0,markdown/* link */.nf)((0,markdown/* code */.aY)(logStream), logUrl);
}

// EXTERNAL MODULE: ./lib/actions/tell-end.js
var tell_end = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/actions/tell-task.js







async function tellTask(report, log, env) {
    log.endGroup();
    (0,log_line/* writeLines */.x)(taskClosingLines(report), log);
    const code = taskExitCode(report.outcome);
    if (code === 1) {
        const { title, message } = taskAnnotation(report);
        log.error(message, title);
    }
    const path = await (0,tell_end/* attempt */.C)(log, 'report file', () => (0,outputs/* writeReportFile */.aS)(report, env));
    await (0,tell_end/* attempt */.C)(log, 'outputs', () => (0,outputs/* writeOutputs */.Kn)(taskOutputs(report, path), env));
    const written = await (0,tell_end/* attempt */.C)(log, 'job summary', () => (0,outputs/* writeSummary */.Sy)(taskSummary(report), env));
    if (written === 'full')
        log.info('The job summary of this step is full; this report was not added to it.');
    return code;
}

;// CONCATENATED MODULE: ./lib/actions/run-task.js

















const files = {
    exists: (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false,
    read: (path) => (0,external_node_fs_.readFileSync)(path, 'utf8'),
};
async function runTaskMain(env) {
    const log = (0,github_log/* consoleLogger */.k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    const given = await withFile(readRunTaskInputs(env, files));
    const run = given.ok
        ? startOf(given.value.inputs)
        : startOf({ cluster: '', count: 1, overrides: { environment: [] } });
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    (0,actions_cancellation/* tellWhenCancelled */.L)(cancellation, log);
    const keep = async () => (0,kept_state/* saveState */.LZ)(run_task_post.taskStateName, JSON.stringify((0,task_run/* keptOf */.uq)(run)), env);
    let definition;
    if (!given.ok) {
        const ending = (0,conclude_tasks/* endOfTaskError */.gL)(new problem/* ProblemsFound */.t(given.problems), run);
        return tellTask(taskReportOf(run, ending, definition, Date.now()), log, env);
    }
    const { inputs } = given.value;
    if (!inputs.dryRun)
        (0,longest_run/* tellLongestRun */.Zq)([{ input: 'wait-for-minutes', minutes: inputs.waitForMinutes }], log);
    const open = () => (0,deployment_ports/* deploymentPorts */.y)(inputs, env, log, cancellation.signal, keep);
    const ending = await runRunTask(given.value, run, cancellation, open, keep, (known) => {
        definition = known;
    });
    const code = await tellTask(taskReportOf(run, ending, definition, Date.now()), log, env);
    if (!(0,cancel_tasks/* leavesTasks */.p)(run) || ending.outcome === 'unknown')
        (0,kept_state/* saveState */.LZ)(run_task_post.taskStateName, '', env);
    return code;
}
function startOf({ cluster, service, region = '', count, overrides, }) {
    const place = { cluster, region, startedAt: Date.now(), wanted: count, ...(service === undefined ? {} : { service }) };
    return { ...(0,task_run/* newTaskRun */.xm)(place), ...(overrides.command === undefined ? {} : { command: overrides.command }) };
}
async function withFile(given) {
    const { taskDefinition, ...how } = given.ok ? given.value : given.file;
    const file = taskDefinition?.kind === 'file' ? await (0,load_source/* loadFile */.ZN)(files, taskDefinition.path, how) : undefined;
    if (given.ok)
        return { ok: true, value: { inputs: given.value, file } };
    return { ok: false, problems: [...given.problems, ...(file?.ok === false ? file.problems : [])] };
}


/***/ }),

/***/ 2933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ namedImages),
/* harmony export */   aV: () => (/* binding */ placeImages),
/* harmony export */   gD: () => (/* binding */ pinFileImages)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8424);
/* harmony import */ var _image_resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5577);
/* harmony import */ var _image_running_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6366);
/* harmony import */ var _task_definition_container_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9474);





async function namedImages(inputs, ports) {
    const wanted = inputs.images
        .filter(({ image }) => !(0,_image_running_image_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunningImage */ .l)(image))
        .map(({ container, image, input }) => lookUp(inputs, ports, image, input, container));
    const own = inputs.ecrImage === undefined ? [] : [ownRegistryImage(inputs.ecrImage, inputs, ports)];
    return all(await Promise.all([...wanted, ...own]));
}
async function lookUp(inputs, ports, image, input, container) {
    const reference = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(image);
    if (!reference.ok)
        return named(reference.problems, input);
    const resolution = await (0,_image_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveImage */ .A)(reference.value, { ...ports, pinDigest: inputs.pinDigest });
    if (!resolution.ok)
        return named(resolution.problems, input);
    return {
        ok: true,
        value: { ...resolution.value, input, written: image, ...(container === undefined ? {} : { container }) },
    };
}
async function ownRegistryImage({ repository, tag, digest }, inputs, ports) {
    try {
        const uri = await ports.repositoryUri(repository);
        const image = `${uri}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
        return await lookUp(inputs, ports, image, 'ecr-repository', undefined);
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev)(error, 'RepositoryNotFoundException')) {
            const message = `There is no ECR repository "${repository}" in this account in ${ports.region}. ` +
                `List the repositories with: aws ecr describe-repositories --region ${ports.region}`;
            return named([{ message }], 'ecr-repository');
        }
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'denied') {
            const message = `The registry of "${repository}" could not be looked up (${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}). Grant ecr:DescribeRepositories, or give the whole reference in image.`;
            return named([{ message }], 'ecr-repository');
        }
        throw error;
    }
}
function placeImages(definition, images, inputs) {
    const problems = [];
    const placed = [];
    for (const { container, image, input } of images) {
        const found = (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_4__/* .targetContainer */ .p)(definition, container ?? inputs.containerName);
        if (!found.ok)
            problems.push(...found.problems.map((problem) => ({ ...problem, input: container === undefined ? 'container-name' : input })));
        else if (placed.some((other) => other.container === found.value)) {
            problems.push({ input, message: `The container "${found.value}" is given two images. Name it once.` });
        }
        else
            placed.push({ container: found.value, image });
    }
    const needsTarget = changesContainer(inputs.overrides) || inputs.containerName !== undefined;
    const target = needsTarget ? (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_4__/* .targetContainer */ .p)(definition, inputs.containerName) : undefined;
    if (target?.ok === false)
        problems.push(...withInput(target.problems, 'container-name'));
    if (inputs.preDeploy !== undefined) {
        const runs = (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_4__/* .targetContainer */ .p)(definition, inputs.preDeploy.container);
        if (!runs.ok)
            problems.push(...runs.problems.map(({ message }) => preDeployProblem(message)));
    }
    if (problems.length > 0)
        return { ok: false, problems: distinct(problems) };
    return { ok: true, value: { images: placed, ...(target?.ok ? { target: target.value } : {}) } };
}
function preDeployProblem(message) {
    return {
        input: 'pre-deploy-container',
        message: message.replace('Give its name with "container-name", or use "images".', 'Give its name.'),
    };
}
async function pinFileImages(definition, placed, inputs, ports) {
    if (inputs.pinDigest === 'false')
        return { ok: true, value: { images: [], notes: [] } };
    const rest = (definition.containerDefinitions ?? []).filter(({ name }) => !placed.some((p) => p.container === name));
    const found = await Promise.all(rest.map(({ name, image }) => pinOne(name ?? '', image ?? '', inputs, ports)));
    const pinned = all(found);
    if (!pinned.ok)
        return pinned;
    const known = pinned.value.filter((image) => image !== undefined);
    return { ok: true, value: { images: known, notes: known.flatMap(({ notices }) => notices) } };
}
async function pinOne(container, image, inputs, ports) {
    const reference = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(image);
    if (!reference.ok || reference.value.ecr === undefined || reference.value.digest !== undefined) {
        return { ok: true, value: undefined };
    }
    const resolution = await (0,_image_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveImage */ .A)(reference.value, { ...ports, pinDigest: inputs.pinDigest });
    if (!resolution.ok) {
        const problems = resolution.problems.map(({ message }) => ({ message: `Container "${container}": ${message}` }));
        return named(problems, 'task-definition');
    }
    return { ok: true, value: { ...resolution.value, container, written: image } };
}
function changesContainer({ cpu: _, memory: __, taskRoleArn: ___, executionRoleArn: ____, ...inContainer }) {
    return Object.keys(inContainer).length > 0;
}
function all(parts) {
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

/***/ 6977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qu: () => (/* binding */ loadReference),
/* harmony export */   ZN: () => (/* binding */ loadFile),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7126);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8370);



async function loadFile(files, path, inputs) {
    let text;
    try {
        text = files.read(path);
    }
    catch (error) {
        const message = `The file "${path}" cannot be read: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`;
        return { ok: false, problems: [{ input: 'task-definition', file: path, message }] };
    }
    const { loadTaskDefinition } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3249)]).then(__webpack_require__.bind(__webpack_require__, 3249));
    const loaded = loadTaskDefinition(text, {
        file: path,
        allowUnknownMembers: inputs.allowUnknownMembers,
        ...(inputs.variables === undefined ? {} : { variables: inputs.variables }),
    });
    if (!loaded.ok)
        return loaded;
    const { definition, tags, notices, locate } = loaded.value;
    return { ok: true, value: { definition, tags, notices, fromFile: true, file: path, locate } };
}
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
function sourceOf(described) {
    const definition = (0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_1__/* .stripForRegistration */ .H)(described.definition);
    const notices = described.unknown.length === 0
        ? []
        : [
            `${described.definition.family}:${described.definition.revision} has members that this version of the action does not know: ` +
                `${described.unknown.join(', ')}. They are not carried over, unless allow-unknown-members lists them.`,
        ];
    return { definition, tags: (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .inheritedTags */ .OI)(described.tags), described, fromFile: false, notices };
}


/***/ }),

/***/ 6025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ rareWaits),
/* harmony export */   Zq: () => (/* binding */ tellLongestRun),
/* harmony export */   d6: () => (/* binding */ longestParts)
/* harmony export */ });
/* harmony import */ var _rollout_settling_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(909);

const sessionMinutes = 55;
function longestParts(inputs) {
    const turn = inputs.onInProgress === 'wait' ? [{ input: 'on-in-progress', minutes: inputs.waitForMinutes }] : [];
    const { preDeploy } = inputs;
    const task = preDeploy === undefined ? [] : [{ input: 'pre-deploy-timeout-minutes', minutes: preDeploy.timeoutMinutes }];
    const waitsFirst = [...turn, ...task];
    if (!inputs.waitForServiceStability)
        return waitsFirst;
    return [
        ...waitsFirst,
        { input: 'wait-for-minutes', minutes: inputs.waitForMinutes },
        { input: 'settle-seconds', minutes: (0,_rollout_settling_js__WEBPACK_IMPORTED_MODULE_0__/* .settleSeconds */ .B)(inputs.settleSeconds, false) / 60 },
        ...verifyingParts(inputs.verification),
        { input: 'keep-revisions', minutes: inputs.keepRevisions === undefined ? 0 : tidyMinutes },
        { input: 'rollback-wait-minutes', minutes: inputs.rollbackWaitMinutes },
    ].filter(({ minutes }) => minutes > 0);
}
function rareWaits({ onInProgress, rollbackWaitMinutes: minutes, waitForServiceStability, }) {
    const first = onInProgress === 'supersede' ? ['ECS is rolling back, or a first deployment is under way, beforehand'] : [];
    const again = waitForServiceStability ? ['ECS cannot complete its rollback and a second one is sent'] : [];
    const waits = [...first, ...again].map((when) => `up to ${minutes} more where ${when}`);
    return [...waits, 'up to 3 more for each call that AWS is too busy to take'].join(', ');
}
const tidyMinutes = 1;
function verifyingParts(verification) {
    if (verification === undefined)
        return [];
    const { urls, command, timeoutSeconds, alarms, alarmsMinutes } = verification;
    const looks = (urls.length > 0 ? 1 : 0) + (command === undefined ? 0 : 1);
    const minutes = (looks * timeoutSeconds) / 60;
    return [
        { input: looks === 2 ? '2 × verify-timeout-seconds' : 'verify-timeout-seconds', minutes },
        { input: 'verify-alarms-minutes', minutes: alarms.length === 0 ? 0 : Math.max(0, alarmsMinutes - minutes) },
    ];
}
function tellLongestRun(parts, log, rare = '') {
    if (parts.length === 0)
        return;
    const minutes = Math.ceil(parts.reduce((sum, part) => sum + part.minutes, 0));
    const sum = parts.map(({ input, minutes: each }) => `${input} ${Number(each.toFixed(1))}`).join(' + ');
    log.info(`This run may take up to ${minutes} minutes (${sum})${rare === '' ? '' : `; ${rare}`}.`);
    if (minutes <= sessionMinutes)
        return;
    log.warning(`This run may take ${minutes} minutes, and credentials of an assumed role last 60 unless told otherwise. Set role-duration-seconds of ` +
        `aws-actions/configure-aws-credentials to ${Math.min(43_200, (minutes + 10) * 60)} or more, up to the maximum session duration of the role.`);
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

/***/ 3409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseCapacityProviderStrategy)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3420);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(976);



const strategyShape = {
    kind: 'list',
    of: {
        kind: 'record',
        members: {
            capacityProvider: { kind: 'text' },
            weight: { kind: 'integer', least: 0, most: 1000 },
            base: { kind: 'integer', least: 0, most: 100_000 },
        },
        required: ['capacityProvider'],
    },
};
const parseCapacityProviderStrategy = (given) => {
    if (!given.trimStart().startsWith('['))
        return strategyLines(given);
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .parseShaped */ .xj)(given, strategyShape, 'The strategy');
};
function strategyLines(given) {
    const items = [];
    const wrong = [];
    for (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .contentLines */ .$X)(given)) {
        const { provider, weight, base } = /^(?<provider>[\w-]+)=(?<weight>\d+)(?:\s+base=(?<base>\d+))?$/.exec(line.text)?.groups ?? {};
        if (provider === undefined)
            wrong.push(`Line ${line.number} does not read like FARGATE=1 or FARGATE=1 base=1.`);
        else
            items.push({
                capacityProvider: provider,
                weight: Number(weight),
                ...(base === undefined ? {} : { base: Number(base) }),
            });
    }
    wrong.push(...(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .misfits */ .gX)(items, strategyShape, 'The strategy'));
    return wrong.length > 0 ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .M)(...wrong) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .good */ .u)(items);
}


/***/ }),

/***/ 8328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseNetworkConfiguration)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(976);

const texts = { kind: 'list', of: { kind: 'text' } };
const awsvpcShape = {
    kind: 'record',
    members: {
        subnets: texts,
        securityGroups: texts,
        assignPublicIp: { kind: 'choice', of: ['ENABLED', 'DISABLED'] },
    },
    required: ['subnets'],
};
const networkShape = {
    kind: 'record',
    members: { awsvpcConfiguration: awsvpcShape },
    required: ['awsvpcConfiguration'],
};
const parseNetworkConfiguration = (given) => {
    const parsed = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStructured */ .jE)(given);
    if (!parsed.ok)
        return parsed;
    const inner = isObject(parsed.value) && !('awsvpcConfiguration' in parsed.value);
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(inner ? { awsvpcConfiguration: parsed.value } : parsed.value, networkShape, 'The network');
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   gX: () => (/* binding */ misfits),
/* harmony export */   jE: () => (/* binding */ parseStructured),
/* harmony export */   xj: () => (/* binding */ parseShaped)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8883);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3420);



function parseStructured(text) {
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter, prettyErrors: false });
    const error = document.errors[0];
    if (error !== undefined) {
        const { line, col } = lineCounter.linePos(error.pos[0]);
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .bad */ .M)(`It is neither JSON nor YAML: something is wrong at line ${line}, column ${col} (${error.code}).`);
    }
    try {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .good */ .u)(document.toJS());
    }
    catch {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .bad */ .M)('It refers to a YAML anchor (*name) that is not there.');
    }
}
function parseShaped(text, shape, place) {
    const parsed = parseStructured(text);
    return parsed.ok ? fitting(parsed.value, shape, place) : parsed;
}
function fitting(value, shape, place) {
    const wrong = misfits(value, shape, place);
    return wrong.length > 0 ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .bad */ .M)(...wrong) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .good */ .u)(value);
}
function misfits(value, shape, place) {
    switch (shape.kind) {
        case 'text':
            return typeof value === 'string' && value !== '' ? [] : [`${place} must be a text.`];
        case 'boolean':
            return typeof value === 'boolean' ? [] : [`${place} must be true or false, without quotes.`];
        case 'integer': {
            const fits = Number.isInteger(value) && value >= shape.least && value <= shape.most;
            return fits ? [] : [`${place} must be a whole number from ${shape.least} to ${shape.most}, without quotes.`];
        }
        case 'choice':
            return shape.of.includes(value) ? [] : [`${place} must be one of ${shape.of.join(', ')}.`];
        case 'list':
            if (!Array.isArray(value))
                return [`${place} must be a list.`];
            return value.flatMap((item, index) => misfits(item, shape.of, `${place}[${index}]`));
        case 'record':
            return recordMisfits(value, shape, place);
    }
}
function recordMisfits(value, shape, place) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return [`${place} must have the members ${Object.keys(shape.members).join(', ')}.`];
    }
    const missing = shape.required.filter((name) => !(name in value)).map((name) => `${place}.${name} is missing.`);
    const wrong = Object.entries(value).flatMap(([name, member]) => {
        const expected = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
        return expected === undefined
            ? [`${place} has no member ${name}.${suggestion(name, shape)}`]
            : misfits(member, expected, `${place}.${name}`);
    });
    return [...missing, ...wrong];
}
function suggestion(name, shape) {
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(name, Object.keys(shape.members));
    return near === undefined ? ` It may have ${Object.keys(shape.members).join(', ')}.` : ` Did you mean ${near}?`;
}


/***/ }),

/***/ 8971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ secretReferences),
/* harmony export */   M: () => (/* binding */ containersOf)
/* harmony export */ });
function containersOf({ containerDefinitions = [], }) {
    return containerDefinitions.map((container, index) => ({
        container,
        name: container.name ?? '',
        path: ['containerDefinitions', index],
    }));
}
function secretReferences(definition) {
    return containersOf(definition).flatMap(({ container, name, path }) => {
        const { secrets = [], logConfiguration, repositoryCredentials } = container;
        const credentials = repositoryCredentials?.credentialsParameter;
        const options = logConfiguration?.secretOptions ?? [];
        return [
            ...secrets.map((secret, index) => ({
                valueFrom: secret.valueFrom ?? '',
                what: `the secret ${secret.name} of container "${name}"`,
                path: [...path, 'secrets', index, 'valueFrom'],
            })),
            ...options.map((option, index) => ({
                valueFrom: option.valueFrom ?? '',
                what: `the log option ${option.name} of container "${name}"`,
                path: [...path, 'logConfiguration', 'secretOptions', index, 'valueFrom'],
            })),
            ...(credentials === undefined
                ? []
                : [
                    {
                        valueFrom: credentials,
                        what: `the registry login of container "${name}"`,
                        path: [...path, 'repositoryCredentials', 'credentialsParameter'],
                    },
                ]),
        ].filter(({ valueFrom }) => valueFrom !== '');
    });
}


/***/ }),

/***/ 4428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ desiredCount),
/* harmony export */   c: () => (/* binding */ isOnFargate),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
function isOnFargate({ service, settings }) {
    const strategy = settings.capacityProviderStrategy ?? service.capacityProviderStrategy ?? [];
    const providers = strategy.map(({ capacityProvider }) => capacityProvider ?? '');
    if (providers.length > 0)
        return providers.every((name) => /^FARGATE(_SPOT)?$/.test(name));
    return service.launchType === 'FARGATE';
}
function desiredCount({ service, settings }) {
    return settings.desiredCount ?? service.desiredCount ?? 0;
}


/***/ }),

/***/ 1032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ unfitImages),
/* harmony export */   qO: () => (/* binding */ platformIsCertain),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8971);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4428);


function platformOf({ runtimePlatform }) {
    const os = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux';
    return `${os}/${runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}
function platformIsCertain(facts) {
    return facts.definition.runtimePlatform?.cpuArchitecture !== undefined || (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isOnFargate */ .c)(facts);
}
function unfitImages(facts) {
    if (!platformIsCertain(facts))
        return [];
    const platform = platformOf(facts.definition);
    return facts.images.flatMap(({ image, input, platforms = [] }) => {
        if (platforms.length === 0 || platforms.some((one) => one === platform || one.startsWith(`${platform}/`)))
            return [];
        const message = `The image ${image} is built for ${platforms.join(', ')}, and the task runs on ${platform}, so that no task could start. ` +
            `Build it for that platform (docker buildx build --platform ${platform} …), or set runtimePlatform.cpuArchitecture in the ` +
            'task definition to what the image is built for (X86_64 or ARM64).';
        const place = (0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(facts.definition).find(({ container }) => container.image === image);
        return [
            {
                message,
                ...(input === undefined ? {} : { input }),
                ...(place === undefined ? {} : { path: [...place.path, 'image'] }),
            },
        ];
    });
}


/***/ }),

/***/ 909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ settleSeconds),
/* harmony export */   k: () => (/* binding */ tooManyEnded)
/* harmony export */ });
const withoutChecks = 60;
function settleSeconds(given, checked) {
    return given ?? (checked ? 0 : withoutChecks);
}
function tooManyEnded(ended, desired) {
    return ended >= Math.max(1, Math.ceil(desired / 4));
}


/***/ })

};
