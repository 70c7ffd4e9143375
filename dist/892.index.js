export const id = 892;
export const ids = [892];
export const modules = {

/***/ 2892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./lib/rollout/snapshot.js
var snapshot = __webpack_require__(6613);
// EXTERNAL MODULE: ./lib/rollout/verdict.js
var verdict = __webpack_require__(4012);
// EXTERNAL MODULE: ./lib/deployment/apply.js + 2 modules
var apply = __webpack_require__(6149);
// EXTERNAL MODULE: ./lib/deployment/by-hand.js
var by_hand = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/deployment/conclude.js + 1 modules
var conclude = __webpack_require__(2694);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/longest-run.js
var longest_run = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/rollout/in-progress.js
var in_progress = __webpack_require__(8292);
// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/deployment/tags.js
var tags = __webpack_require__(8370);
;// CONCATENATED MODULE: ./lib/deployment/older-commit.js



/**
 * Refuses to deploy a commit that is older than the one that runs, or is being deployed. Only certainty refuses: commits that
 * have diverged, or that GitHub cannot compare, are a notice.
 *
 * @param running tags of the revision that the service is set to
 * @throws ProblemsFound where this run's commit is the older one
 */
async function refuseOlderCommit(running, ports, record) {
    const { sha, repository } = ports.run;
    const base = running.find(({ key }) => key === tags/* commitTag */.m)?.value;
    const from = running.find(({ key }) => key === tags/* repositoryTag */.B1)?.value;
    const compared = await order(base, from, sha, repository, ports);
    if (compared.kind === 'same' || compared.kind === 'newer')
        return;
    if (compared.kind === 'older') {
        const message = `Commit ${sha} is older than ${base}, which runs or is being deployed. Deploy the newer commit, use the rollback action ` +
            'to go back on purpose, or set refuse-older-commit to "false".';
        throw new problem/* ProblemsFound */.t([{ input: 'refuse-older-commit', message }]);
    }
    const why = compared.kind === 'unknown' ? compared.why : `commit ${sha} and ${base}, which runs, have diverged`;
    (0,deployment_record/* addNotice */.M)(record, `Whether this commit is older than the one that runs is not known: ${why}. It is deployed.`);
}
async function order(base, from, sha, repository, { commits }) {
    if (sha === undefined || repository === undefined)
        return { kind: 'unknown', why: 'this run has no commit' };
    if (base === undefined)
        return { kind: 'unknown', why: 'the revision that runs carries no commit in its tags' };
    if (from !== undefined && from !== repository) {
        return { kind: 'unknown', why: `what runs was deployed from ${from}, another repository` };
    }
    return base === sha ? { kind: 'same' } : commits.compare(repository, base, sha);
}

;// CONCATENATED MODULE: ./lib/preflight/platform.js
/** `os/architecture` as registries name it; what a definition leaves out is linux and x86 (SDK text of RuntimePlatform). */
function platformOf({ runtimePlatform }) {
    const os = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux';
    return `${os}/${runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}
/**
 * Images of which no variant fits the platform of the task: every pull would fail ("image Manifest does not contain descriptor
 * matching platform", observed). Pure. Only where the platform is certain: on Fargate, or where the definition names it.
 */
function platformProblems(images, definition, service) {
    if (definition.runtimePlatform?.cpuArchitecture === undefined && !isOnFargate(service))
        return [];
    const platform = platformOf(definition);
    return images.flatMap(({ image, input, platforms = [] }) => {
        if (platforms.length === 0 || platforms.some((one) => one === platform || one.startsWith(`${platform}/`)))
            return [];
        const message = `The image ${image} is built for ${platforms.join(', ')}, and the task runs on ${platform}, so that no task could start. ` +
            `Build it for that platform (docker buildx build --platform ${platform} …), or set runtimePlatform.cpuArchitecture in the ` +
            'task definition to what the image is built for (X86_64 or ARM64).';
        return [{ input, message }];
    });
}
function isOnFargate({ launchType, capacityProviderStrategy, }) {
    const providers = (capacityProviderStrategy ?? []).map(({ capacityProvider }) => capacityProvider ?? '');
    return launchType === 'FARGATE' || providers.some((name) => /^FARGATE(_SPOT)?$/.test(name));
}

// EXTERNAL MODULE: ./lib/task-definition/compare.js
var compare = __webpack_require__(5882);
// EXTERNAL MODULE: ./lib/task-definition/render.js + 1 modules
var render = __webpack_require__(7126);
// EXTERNAL MODULE: ./lib/deployment/decide.js
var decide = __webpack_require__(2847);
// EXTERNAL MODULE: ./lib/deployment/images.js
var deployment_images = __webpack_require__(2933);
// EXTERNAL MODULE: ./lib/deployment/load-source.js
var load_source = __webpack_require__(6977);
// EXTERNAL MODULE: ./lib/deployment/newest-revision.js
var newest_revision = __webpack_require__(2259);
// EXTERNAL MODULE: ./lib/deployment/rollback-target.js
var rollback_target = __webpack_require__(801);
// EXTERNAL MODULE: ./lib/deployment/version.js
var version = __webpack_require__(3355);
;// CONCATENATED MODULE: ./lib/deployment/prepare.js












/**
 * Reads and checks everything; changes nothing.
 *
 * @param asked the answer of `readService`, which may be on its way already
 * @param file the task-definition file, where one was given
 * @throws ProblemsFound with all problems at once where they do not depend on each other
 */
async function prepare(inputs, ports, record, asked, file) {
    const { service: found, source, named: images } = await readTogether(inputs, ports, asked, file);
    const before = noteService(record, found, ports.clock.now());
    const running = await ports.ecs.describeTaskDefinition(found.taskDefinition ?? '');
    record.before = (0,version/* versionOf */.E4)(running.definition);
    const base = source ?? (0,load_source/* sourceOf */.vz)(running);
    const rendered = await prepare_render(base, running, images, inputs, ports);
    const unfit = platformProblems(images, rendered.definition, found);
    if (unfit.length > 0)
        throw new problem/* ProblemsFound */.t(unfit);
    for (const notice of [...base.notices, ...rendered.notes])
        (0,deployment_record/* addNotice */.M)(record, notice);
    const newest = await (0,newest_revision/* newestOf */.s)(ports, rendered.definition.family, running);
    await (0,rollback_target/* findRollbackTarget */.L_)(ports.ecs, record, before, running);
    const reuse = [running, base.described, newest].find((candidate) => candidate?.definition.status === 'ACTIVE' && equals(candidate, rendered.definition));
    record.changes.splice(0, record.changes.length, ...(0,compare/* differences */.tX)((0,render/* stripForRegistration */.H)(running.definition), rendered.definition));
    record.wanted = {
        taskDefinition: reuse?.definition.revision ? (0,version/* versionOf */.E4)(reuse.definition).taskDefinition : '',
        taskDefinitionArn: reuse?.definition.taskDefinitionArn ?? '',
        images: (0,version/* imagesOf */.IC)(rendered.definition.containerDefinitions ?? []),
    };
    record.platform = platformOf(rendered.definition);
    record.asked = inputs.settings;
    record.settingsThatDiffered = (0,decide/* differingSettings */.C)(inputs.settings, found);
    const decided = (0,decide/* decide */.L)({
        equal: equals(running, rendered.definition) ? 'running' : reuse === undefined ? 'none' : 'other',
        snapshot: before,
        settingsDiffer: record.settingsThatDiffered.length > 0,
        forceNewDeployment: inputs.settings.forceNewDeployment === true,
        unresolved: images.filter(({ digest }) => digest === undefined).map(({ image }) => image),
    });
    return {
        service: found,
        before,
        decision: withUsableRevision(decided, running),
        definition: rendered.definition,
        tags: base.tags,
        runningTags: running.tags,
        ...(reuse === undefined ? {} : { reuse }),
        newestRevision: newest?.definition.revision ?? 0,
    };
}
/** All reads that do not depend on each other; what is wrong with the file is told with them, and whatever becomes of them. */
async function readTogether(inputs, ports, asked, file) {
    const { taskDefinition } = inputs;
    const reads = Promise.all([
        asked,
        taskDefinition?.kind === 'reference' ? (0,load_source/* loadReference */.Qu)(ports, taskDefinition.reference) : file,
        (0,deployment_images/* namedImages */.Qn)(inputs, ports),
    ]);
    const [service, source, named] = await reads.catch((error) => {
        throw file?.ok === false ? new problem/* ProblemsFound */.t(file.problems) : error;
    });
    return allOrThrow(service, source, named);
}
function allOrThrow(service, source, named) {
    const problems = [];
    for (const part of [service, source, named])
        if (part && !part.ok)
            problems.push(...part.problems);
    if (service.ok && named.ok && (source === undefined || source.ok)) {
        return { service: service.value, source: source?.value, named: named.value };
    }
    throw new problem/* ProblemsFound */.t(problems);
}
/** ECS starts no deployment of a deregistered revision (DG deregister-task-definition-v2): its copy has to be registered. */
function withUsableRevision(decision, running) {
    if (decision.kind !== 'update' || decision.revision !== undefined || !decision.force)
        return decision;
    return running.definition.status === 'INACTIVE' ? { ...decision, revision: 'register' } : decision;
}
function noteService(record, service, now) {
    const before = (0,snapshot/* snapshotOf */.eY)(service, now);
    record.original = service;
    record.snapshot = before;
    record.olderDeployments = before.deployments.map(({ id }) => id);
    if (service.serviceArn !== undefined)
        record.serviceArn = service.serviceArn;
    record.hasLoadBalancer = (service.loadBalancers ?? []).length > 0;
    return before;
}
async function prepare_render(base, running, named, inputs, ports) {
    const definition = { ...base.definition, family: base.definition.family ?? running.definition.family };
    const placed = (0,deployment_images/* placeImages */.aV)(definition, named, inputs);
    if (!placed.ok)
        throw new problem/* ProblemsFound */.t(placed.problems);
    const own = base.fromFile
        ? await (0,deployment_images/* pinFileImages */.gD)(definition, placed.value.images, inputs, ports)
        : { ok: true, value: { images: [], notes: [] } };
    if (!own.ok)
        throw new problem/* ProblemsFound */.t(own.problems);
    const rendered = (0,render/* renderTaskDefinition */.P)(definition, {
        images: [...placed.value.images, ...own.value.images],
        ...(placed.value.target === undefined ? {} : { container: placed.value.target }),
        overrides: inputs.overrides,
    });
    if (!rendered.ok)
        throw new problem/* ProblemsFound */.t(rendered.problems);
    const family = base.definition.family === undefined
        ? [`The file names no family; the service's family "${definition.family}" is used.`]
        : [];
    const notes = [...family, ...named.flatMap(({ notices }) => notices), ...own.value.notes, ...rendered.value.notes];
    return { definition: rendered.value.definition, notes };
}
function equals(candidate, definition) {
    return (0,compare/* equalDefinitions */.Ds)((0,render/* stripForRegistration */.H)(candidate.definition), definition);
}

// EXTERNAL MODULE: ./lib/deployment/read-service.js + 1 modules
var read_service = __webpack_require__(8245);
;// CONCATENATED MODULE: ./lib/deployment/prepare-in-turn.js







const betweenLooks = 6_000;
/**
 * Prepares the deployment, and lets what is under way end first where that is right; then everything is read anew.
 * Changes nothing.
 *
 * @throws ProblemsFound where it must not be deployed now
 */
async function prepareInTurn(inputs, ports, record, asked, file) {
    const startedAt = ports.clock.uptime();
    let service = asked;
    for (;;) {
        const prepared = await prepare(inputs, ports, record, service, file);
        if (!startsDeployment(prepared, record))
            return prepared;
        if (inputs.refuseOlderCommit)
            await refuseOlderCommit(prepared.runningTags, ports, record);
        const going = (0,in_progress/* inProgressOf */.a)(prepared.before);
        if (going === undefined)
            return prepared;
        const way = (0,in_progress/* approach */.z)(inputs.onInProgress, going);
        if (way.kind === 'refuse')
            throw new problem/* ProblemsFound */.t([refusal(way.why)]);
        if (way.kind === 'go-on') {
            if (way.notice !== undefined)
                record.notices.push(way.notice);
            return prepared;
        }
        if (inputs.dryRun) {
            record.notices.push(`The run would wait first, because ${way.why}.`);
            return prepared;
        }
        const minutes = inputs.onInProgress === 'wait' ? inputs.waitForMinutes : inputs.rollbackWaitMinutes;
        ports.log.info(`Waiting up to ${minutes} minutes, because ${way.why}.`);
        await untilOver(going.deployment.id, startedAt + minutes * 60_000, way.why, ports, record);
        service = (0,read_service/* readService */.u)(ports, inputs.cluster, inputs.service);
    }
}
/** Settings that start a deployment of their own (SDK text of UpdateServiceRequest). */
const startingSettings = ['networkConfiguration', 'platformVersion', 'serviceManagedEbsVolume'];
function startsDeployment({ decision }, { settingsThatDiffered }) {
    if (decision.kind !== 'update')
        return false;
    if (decision.revision !== undefined || decision.force)
        return true;
    return settingsThatDiffered.some((name) => startingSettings.includes(name));
}
/** Until another deployment is PRIMARY, or this one is no longer under way. */
async function untilOver(id, endsAt, why, ports, record) {
    for (;;) {
        if (ports.clock.uptime() >= endsAt)
            throw new problem/* ProblemsFound */.t([refusal(`${why}, and it did not end in time`)]);
        await ports.clock.sleep(betweenLooks, ports.cancelled);
        ports.cancelled.throwIfAborted();
        try {
            const service = await ports.ecs.describeService(record.cluster, record.service);
            const going = service && (0,in_progress/* inProgressOf */.a)((0,snapshot/* snapshotOf */.eY)(service, ports.clock.now()));
            if (service !== undefined && going?.deployment.id !== id)
                return;
        }
        catch (error) {
            if (!(0,failure/* passingFailure */.UC)(error))
                throw error;
        }
    }
}
function refusal(why) {
    const message = `${why.charAt(0).toUpperCase()}${why.slice(1)}. Look at it, and deploy again when it has ended; ` +
        'on-in-progress: force deploys over it all the same, and ECS then has nothing to return to until that deployment completes.';
    return { input: 'on-in-progress', message };
}

// EXTERNAL MODULE: ./lib/deployment/public-ips.js
var public_ips = __webpack_require__(2189);
// EXTERNAL MODULE: ./lib/deployment/settle.js
var settle = __webpack_require__(8836);
// EXTERNAL MODULE: ./lib/deployment/watch.js + 1 modules
var watch = __webpack_require__(8640);
;// CONCATENATED MODULE: ./lib/deployment/deploy.js











/**
 * The story of one deployment: prepare → apply → watch → conclude.
 *
 * @param asked the service as ECS describes it; the request may be on its way already
 * @param file the task-definition file, where one was given
 * @param record is written as it goes, so that whatever interrupts the story can be told
 * @throws ProblemsFound before anything was changed; what AWS throws when a call cannot be done
 */
async function deploy(inputs, ports, record, asked, file) {
    ports.log.info(`Deploying to service ${inputs.service} in cluster ${inputs.cluster} (${ports.region}).`);
    if (!inputs.dryRun)
        (0,longest_run/* tellLongestRun */.Z)((0,longest_run/* longestParts */.d)(inputs), ports.log);
    const prepared = await prepareInTurn(inputs, ports, record, asked, file);
    tellPlan(prepared, ports, record);
    const ending = await act(prepared, inputs, ports, record);
    await (0,public_ips/* findPublicIps */.l)(ending, ports, record);
    return ending;
}
/** Does what was decided. */
async function act(prepared, inputs, ports, record) {
    const { decision, before } = prepared;
    if (inputs.dryRun)
        return planned(prepared, record);
    if (decision.kind === 'unchanged') {
        record.running = record.before;
        return (0,ending/* ending */.K)('unchanged', `Nothing to do: ${record.before?.taskDefinition} runs already, with everything that was asked for.`);
    }
    if (decision.kind === 'settle')
        return (0,settle/* settle */.G)('unchanged', inputs, ports, record);
    if (decision.kind === 'watch')
        return adopt(prepared, inputs, ports, record);
    const after = (0,snapshot/* snapshotOf */.eY)(await (0,apply/* apply */.Bb)(prepared, inputs, ports, record), ports.clock.now());
    return follow(after, before, prepared, inputs, ports, record);
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
    return (0,ending/* ending */.K)('planned', `Dry run: ${what[decision.kind]}. Nothing was changed.`);
}
/** What UpdateService answered decides whether there is a deployment to watch. */
async function follow(after, before, prepared, inputs, ports, record) {
    const primary = (0,snapshot/* primaryOf */.Os)(after);
    const isNew = primary !== undefined && !before.deployments.some(({ id }) => id === primary.id);
    if (primary !== undefined && isNew)
        record.began = { at: primary.createdAt, uptime: ports.clock.uptime() };
    if (primary !== undefined && (isNew || primary.rolloutState !== 'COMPLETED')) {
        return watchOwn(primary, before, prepared, inputs, ports, record);
    }
    if (!inputs.waitForServiceStability)
        return (0,ending/* ending */.K)('updated', 'The settings were changed; no deployment was needed.');
    return (0,settle/* settle */.G)('updated', inputs, ports, record);
}
/** The wanted version is being deployed already: its end is ours to tell. */
function adopt(prepared, inputs, ports, record) {
    const primary = (0,snapshot/* primaryOf */.Os)(prepared.before);
    ports.log.info(`This version is being deployed already (${primary.id}); watching that deployment.`);
    record.notices.push(`The deployment ${primary.id} was started before this run; this run watched it.`);
    return watchOwn(primary, prepared.before, prepared, inputs, ports, record);
}
async function watchOwn(primary, before, { service, definition }, inputs, ports, record) {
    const subject = {
        deploymentId: primary.id,
        createdAt: primary.createdAt,
        older: before.deployments.map(({ id }) => id).filter((id) => id !== primary.id),
        ecsMayRollBack: ecsMayRollBack(service, before, inputs),
        rollbackRequested: false,
        definition,
        limitMilliseconds: inputs.waitForMinutes * 60_000,
        giveUpAfter: inputs.maxFailedTasks,
        until: 'failure',
    };
    record.deploymentId = primary.id;
    record.memory = (0,verdict/* startWatching */.Kh)(subject);
    ports.log.info(`Deployment ${primary.id} of ${record.wanted?.taskDefinition} started.`);
    record.timeline.push({ at: ports.clock.now(), text: `deployment ${primary.id} started` });
    await ports.keep();
    if (!inputs.waitForServiceStability) {
        return (0,ending/* ending */.K)('started', `The deployment was started and not waited for.`, [(0,by_hand/* lookCommand */.zs)(record)]);
    }
    return (0,conclude/* conclude */.E)(await (0,watch/* watch */.w)(subject, ports, record), subject, inputs, ports, record);
}
/** ECS rolls back by itself only where it is told to and has a completed deployment to return to (DG deployment-circuit-breaker). */
function ecsMayRollBack(service, before, inputs) {
    const { alarms, deploymentCircuitBreaker } = service.deploymentConfiguration ?? {};
    const breaker = inputs.settings.deploymentCircuitBreaker ?? deploymentCircuitBreaker;
    const told = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback);
    return told === true && before.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED');
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
/* harmony import */ var _task_definition_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9474);




/** Looks up every image that the inputs name, side by side; all that are wrong are reported together. */
async function namedImages(inputs, ports) {
    const wanted = inputs.images.map(({ container, image, input }) => lookUp(inputs, ports, image, input, container));
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
    return { ok: true, value: { ...resolution.value, input, ...(container === undefined ? {} : { container }) } };
}
/** `ecr-repository` with tag or digest: the registry is the caller's own, in the Region of the run. */
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
/**
 * Puts the named images, and the container-level overrides, into containers of the definition.
 * A container that does not exist is a problem that lists those that do; two images for one container are one, too.
 */
function placeImages(definition, images, inputs) {
    const problems = [];
    const placed = [];
    for (const { container, image, input } of images) {
        const found = (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_3__/* .targetContainer */ .p)(definition, container ?? inputs.containerName);
        if (!found.ok)
            problems.push(...found.problems.map((problem) => ({ ...problem, input: container === undefined ? 'container-name' : input })));
        else if (placed.some((other) => other.container === found.value)) {
            problems.push({ input, message: `The container "${found.value}" is given two images. Name it once.` });
        }
        else
            placed.push({ container: found.value, image });
    }
    const needsTarget = changesContainer(inputs.overrides) || inputs.containerName !== undefined;
    const target = needsTarget ? (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_3__/* .targetContainer */ .p)(definition, inputs.containerName) : undefined;
    if (target?.ok === false)
        problems.push(...withInput(target.problems, 'container-name'));
    if (problems.length > 0)
        return { ok: false, problems: distinct(problems) };
    return { ok: true, value: { images: placed, ...(target?.ok ? { target: target.value } : {}) } };
}
/** Private-ECR tags in the user's own file are pinned too; all other images in it stay as written. */
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
    return { ok: true, value: { container, image: resolution.value.image, notices: resolution.value.notices } };
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



/**
 * Reads a task-definition file; problems name file, line and column.
 * The parser is loaded only where there is a file: most time before the first request is start-up.
 */
async function loadFile(files, path, inputs) {
    let text;
    try {
        text = files.read(path);
    }
    catch (error) {
        const message = `The file "${path}" cannot be read: ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`;
        return { ok: false, problems: [{ input: 'task-definition', file: path, message }] };
    }
    const { loadTaskDefinition } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(727)]).then(__webpack_require__.bind(__webpack_require__, 5727));
    const loaded = loadTaskDefinition(text, {
        file: path,
        allowUnknownMembers: inputs.allowUnknownMembers,
        ...(inputs.variables === undefined ? {} : { variables: inputs.variables }),
    });
    if (!loaded.ok)
        return loaded;
    const { definition, tags, notices } = loaded.value;
    return { ok: true, value: { definition, tags, notices, fromFile: true } };
}
/** Reads `family`, `family:revision` or an ARN from ECS. Throws what AWS throws, except that there is none. */
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
/** A revision as the source, e.g. the one that the service runs. */
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


/***/ })

};
