export const id = 3120;
export const ids = [3120];
export const modules = {

/***/ 1855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ placesIn)
/* harmony export */ });
function placesIn(source, definition, inputs) {
    const given = givenInputs(inputs);
    return ({ path, input }) => {
        const inFile = path === undefined ? undefined : filePlace(source, path);
        if (path !== undefined && inFile !== undefined && isSame(path, source?.definition, definition))
            return inFile;
        if (input !== undefined && given.has(input))
            return { input };
        return path?.at(-1) === 'image' && inFile !== undefined ? inFile : {};
    };
}
function filePlace({ file, locate } = {}, path) {
    if (file === undefined || locate === undefined)
        return undefined;
    for (let length = path.length; length > 0; length -= 1) {
        const place = locate(path.slice(0, length));
        if (place !== undefined)
            return { file, ...place };
    }
    return undefined;
}
function isSame(path, one, other) {
    return JSON.stringify(valueAt(path, one)) === JSON.stringify(valueAt(path, other));
}
function valueAt(path, value) {
    return path.reduce((inner, part) => typeof inner === 'object' && inner !== null ? inner[part] : undefined, value);
}
function givenInputs({ images, ecrImage, overrides, settings }) {
    const given = {
        'environment-variables': overrides.environment,
        secrets: overrides.secrets,
        'log-configuration-log-driver': overrides.logDriver,
        cpu: overrides.cpu,
        memory: overrides.memory,
        'task-role-arn': overrides.taskRoleArn,
        'execution-role-arn': overrides.executionRoleArn,
        'desired-count': settings.desiredCount,
        'network-configuration': settings.networkConfiguration,
        'ecr-repository': ecrImage,
    };
    const names = Object.keys(given).filter((name) => given[name] !== undefined);
    return new Set([...names, ...images.map(({ input }) => input)]);
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

/***/ 2900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mz: () => (/* binding */ preflight),
  TR: () => (/* binding */ refuse),
  lp: () => (/* binding */ tellWarnings)
});

// EXTERNAL MODULE: ./lib/preflight/find.js + 6 modules
var find = __webpack_require__(4338);
;// CONCATENATED MODULE: ./lib/preflight/skipped.js
function skippedNotices(skipped) {
    const denied = skipped.filter(({ reason }) => reason === undefined);
    const failed = skipped.filter(({ reason }) => reason !== undefined);
    return [...deniedNotice(denied), ...failedNotice(failed)];
}
function deniedNotice(denied) {
    if (denied.length === 0)
        return [];
    const actions = distinct(denied.map(({ action }) => action));
    const statement = JSON.stringify({ Effect: 'Allow', Action: actions, Resource: '*' });
    return [
        `Preflight skipped ${distinct(denied.flatMap(({ ids }) => ids)).join(', ')} for want of permissions. To allow them: ${statement}`,
    ];
}
function failedNotice(failed) {
    if (failed.length === 0)
        return [];
    const reasons = distinct(failed.map(({ action, reason }) => `${action}: ${reason?.replace(/\.$/, '')}`));
    return [`Preflight skipped ${distinct(failed.flatMap(({ ids }) => ids)).join(', ')} (${reasons.join('; ')}).`];
}
function distinct(values) {
    return [...new Set(values)];
}

// EXTERNAL MODULE: ./lib/problem.js
var problem = __webpack_require__(7748);
// EXTERNAL MODULE: ./lib/deployment/finding-places.js
var finding_places = __webpack_require__(1855);
// EXTERNAL MODULE: ./lib/image/resolve.js
var resolve = __webpack_require__(5577);
// EXTERNAL MODULE: ./lib/preflight/containers.js
var containers = __webpack_require__(8971);
// EXTERNAL MODULE: ./lib/preflight/facts.js
var facts = __webpack_require__(4428);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/preflight/lookups.js


function homeOf(serviceArn) {
    const found = /^arn:([\w-]+):ecs:([\w-]+):(\d{12}):/.exec(serviceArn ?? '');
    return found === null ? undefined : { partition: found[1] ?? '', region: found[2] ?? '', account: found[3] ?? '' };
}
const mostSecrets = 20;
const isRegion = (text) => /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(text);
function secretsToLookUp(definition, home) {
    const named = [...new Set((0,containers/* secretReferences */.L)(definition).map(({ valueFrom }) => valueFrom))];
    const own = named.filter((valueFrom) => {
        const [arn, , , region = '', account] = valueFrom.split(':');
        if (arn !== 'arn')
            return /^[\w./-]+$/.test(valueFrom);
        return account === home.account && isRegion(region);
    });
    const secrets = own.filter((valueFrom) => valueFrom.split(':')[2] === 'secretsmanager').map(wholeSecret);
    const parameters = own.filter((valueFrom) => /^(?!arn:)|^arn:[\w-]+:ssm:[^:]*:\d+:parameter\/[^:]+$/.test(valueFrom));
    return { secrets: [...new Set(secrets)].slice(0, mostSecrets), parameters };
}
function wholeSecret(valueFrom) {
    return valueFrom.startsWith('arn:') ? valueFrom.split(':').slice(0, 7).join(':') : valueFrom;
}
function rolesToLookUp({ taskRoleArn, executionRoleArn }, { partition, account }) {
    const written = [...new Set([taskRoleArn, executionRoleArn])].filter((role) => role !== undefined && role !== '');
    return written.flatMap((role = '') => {
        if (/^[\w+=,.@-]+$/.test(role))
            return [{ written: role, name: role }];
        const path = role.startsWith(`arn:${partition}:iam::${account}:role/`)
            ? role.slice(role.indexOf('/') + 1)
            : undefined;
        return path === undefined ? [] : [{ written: role, name: path.slice(path.lastIndexOf('/') + 1), arn: role }];
    });
}
function executionRights(definition, home) {
    const { partition, region, account } = home;
    const images = (0,containers/* containersOf */.M)(definition).flatMap(({ container }) => {
        const reference = (0,image_reference/* parseImageReference */.o_)(container.image ?? '');
        if (!reference.ok || reference.value.ecr === undefined)
            return [];
        const { ecr, repository } = reference.value;
        return [`arn:${partition}:ecr:${ecr.region}:${ecr.registryId}:repository/${repository}`];
    });
    const { secrets, parameters } = secretsToLookUp(definition, home);
    const parameterArns = parameters.map((name) => name.startsWith('arn:') ? name : `arn:${partition}:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`);
    const wholeArns = secrets.filter((arn) => /-[A-Za-z0-9]{6}$/.test(arn));
    const logs = (0,containers/* containersOf */.M)(definition).flatMap(({ container: { logConfiguration } }) => {
        const group = logConfiguration?.options?.['awslogs-group'];
        if (logConfiguration?.logDriver !== 'awslogs' || group === undefined)
            return [];
        const where = logConfiguration.options?.['awslogs-region'] ?? region;
        return [`arn:${partition}:logs:${where}:${account}:log-group:${group}:log-stream:ecs`];
    });
    const all = [
        {
            actions: [
                'ecr:GetAuthorizationToken',
                'ecr:BatchCheckLayerAvailability',
                'ecr:GetDownloadUrlForLayer',
                'ecr:BatchGetImage',
            ],
            resources: images,
        },
        { actions: ['secretsmanager:GetSecretValue'], resources: wholeArns },
        { actions: ['ssm:GetParameters'], resources: parameterArns },
        { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: logs },
    ];
    return all
        .map(({ actions, resources }) => ({ actions, resources: [...new Set(resources)] }))
        .filter(({ resources }) => resources.length > 0);
}
function decryptRights(secrets, home) {
    const keys = secrets.flatMap(({ valueFrom, key }) => {
        const [arn, , service, named] = valueFrom.split(':');
        const region = arn === 'arn' && named ? named : home.region;
        const store = arn === 'arn' ? service : 'ssm';
        const resource = key === undefined ? undefined : keyArn(key, { ...home, region });
        return resource === undefined
            ? []
            : [{ resource, via: `${store}.${region}.amazonaws.com${home.partition === 'aws-cn' ? '.cn' : ''}` }];
    });
    return [...Map.groupBy(keys, ({ via }) => via)].map(([via, those]) => ({
        actions: ['kms:Decrypt'],
        resources: [...new Set(those.map(({ resource }) => resource))],
        via,
    }));
}
function keyArn(key, { partition, region, account }) {
    if (/(?:^|:)alias\//.test(key))
        return undefined;
    return key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`;
}
function callerRights(definition, serviceArn, home) {
    const { partition, region, account } = home;
    const roles = rolesToLookUp(definition, home).flatMap(({ arn }) => arn ?? []);
    return [
        ...roles.map((resource) => ({ action: 'iam:PassRole', resource })),
        ...(serviceArn === undefined ? [] : [{ action: 'ecs:UpdateService', resource: serviceArn }]),
        {
            action: 'ecs:RegisterTaskDefinition',
            resource: `arn:${partition}:ecs:${region}:${account}:task-definition/${definition.family}:1`,
        },
    ];
}

// EXTERNAL MODULE: ./lib/preflight/platform.js
var platform = __webpack_require__(1032);
;// CONCATENATED MODULE: ./lib/preflight/trust.js
function trustsTasks(policy) {
    const statements = statementsIn(policy);
    if (statements === undefined)
        return true;
    return statements.some((statement) => {
        if (statement.Effect !== 'Allow')
            return false;
        if ('NotPrincipal' in statement || 'NotAction' in statement)
            return true;
        return listed(statement.Action).some(isAssuming) && principals(statement.Principal).some(isTasks);
    });
}
function statementsIn(policy) {
    try {
        const { Statement } = JSON.parse(policy);
        const statements = Array.isArray(Statement) ? Statement : [Statement];
        return statements.every((one) => typeof one === 'object' && one !== null) ? statements : undefined;
    }
    catch {
        return undefined;
    }
}
function principals(principal) {
    if (typeof principal !== 'object' || principal === null)
        return listed(principal);
    const { Service, AWS } = principal;
    return [...listed(Service), ...listed(AWS).filter((account) => account === '*')];
}
function listed(value) {
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
function isAssuming(action) {
    const pattern = action.toLowerCase();
    return pattern.includes('*') || pattern === 'sts:assumerole';
}
function isTasks(service) {
    return service === '*' || /^ecs-tasks\.amazonaws\.com/i.test(service);
}

// EXTERNAL MODULE: ./lib/rollout/in-progress.js
var in_progress = __webpack_require__(8292);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/deployment/look-up.js

function lookUpFor(record, ignored, skipped) {
    return async (ids, action, read) => {
        const wanted = ids.filter((id) => !ignored.includes(id));
        if (wanted.length === 0)
            return undefined;
        if (record.denied.has(action)) {
            skipped.push({ ids: wanted, action });
            return undefined;
        }
        try {
            return await read();
        }
        catch (error) {
            const kind = (0,failure/* failureKind */.zU)(error);
            if (kind === 'expired' || kind === 'no-credentials')
                throw error;
            if (kind === 'denied')
                record.denied.add(action);
            skipped.push({ ids: wanted, action, ...(kind === 'denied' ? {} : { reason: (0,failure/* describeFailure */.Ic)(error) }) });
            return undefined;
        }
    };
}
async function firstThenRest(items, ask) {
    const [first, ...rest] = items;
    if (first === undefined)
        return [];
    const answer = await ask(first);
    return [answer, ...(await Promise.all(rest.map(ask)))];
}

;// CONCATENATED MODULE: ./lib/deployment/preflight-facts.js








async function gatherFacts({ service, before, definition, images }, inputs, ports, record) {
    const { settings, preflightIgnore, scanFindings } = inputs;
    const skipped = [];
    const lookUp = lookUpFor(record, preflightIgnore, skipped);
    const offline = { service, definition, settings };
    const home = homeOf(service.serviceArn);
    const [imageFacts, lookedUp, scanned] = await Promise.all([
        (0,platform/* platformIsCertain */.qO)(offline) ? withPlatforms(images, ports, lookUp, inputs, skipped) : images,
        home === undefined ? {} : lookEverythingUp(offline, inputs, home, ports, lookUp),
        scanFindings === 'off' ? {} : scans(images, scanFindings, ports, lookUp, skipped),
    ]);
    const underWay = (0,in_progress/* inProgressOf */.a)(before)?.deployment.id;
    const facts = {
        ...offline,
        images: imageFacts,
        lookedUp: { ...lookedUp, ...scanned },
        ...(underWay === undefined ? {} : { underWay }),
    };
    return { facts, skipped };
}
function withPlatforms(images, ports, lookUp, { preflightIgnore }, skipped) {
    return firstThenRest(images, async ({ config, ...image }) => {
        if (config === undefined) {
            if (image.platforms?.length === 0 && !preflightIgnore.includes('image-platform')) {
                const reason = 'the registry does not say which platform it is built for';
                skipped.push({ ids: ['image-platform'], action: image.image, reason });
            }
            return image;
        }
        const read = () => ports.ecr.readPlatform(config);
        const platform = await lookUp(['image-platform'], 'ecr:GetDownloadUrlForLayer', read);
        return platform === undefined ? image : { ...image, platforms: [platform] };
    });
}
async function lookEverythingUp(offline, { dryRun, autoscaling }, home, ports, lookUp) {
    const { definition } = offline;
    const secrets = secretFacts(definition, home, ports, lookUp);
    const parts = await Promise.all([
        secrets.then((found) => absentSecrets(definition, found)),
        roles(definition, home, ports, lookUp),
        simulated(offline, dryRun, secrets, home, ports, lookUp),
        autoscaling === undefined ? scaling(offline, ports, lookUp) : {},
        openPorts(offline, ports, lookUp),
    ]);
    return Object.assign({}, ...parts);
}
async function secretFacts(definition, home, ports, lookUp) {
    const { secrets, parameters } = secretsToLookUp(definition, home);
    const ids = ['secret-absent'];
    const ask = (secret) => ports.secrets.secret(secret);
    const [ofSecrets = [], ofParameters = []] = await Promise.all([
        secrets.length === 0 ? [] : lookUp(ids, 'secretsmanager:DescribeSecret', () => firstThenRest(secrets, ask)),
        parameters.length === 0 ? [] : lookUp(ids, 'ssm:DescribeParameters', () => ports.secrets.parameters(parameters)),
    ]);
    return [...ofSecrets, ...ofParameters];
}
function absentSecrets(definition, found) {
    const missing = new Set(found.filter(({ exists }) => !exists).map(({ valueFrom }) => valueFrom));
    const named = (0,containers/* containersOf */.M)(definition).flatMap(({ container }) => [
        ...[...(container.secrets ?? []), ...(container.logConfiguration?.secretOptions ?? [])].map((one) => one.valueFrom),
        container.repositoryCredentials?.credentialsParameter,
    ]);
    return {
        absentSecrets: named.flatMap((valueFrom = '') => missing.has(valueFrom) || missing.has(wholeSecret(valueFrom)) ? [valueFrom] : []),
    };
}
async function roles(definition, home, ports, lookUp) {
    const named = rolesToLookUp(definition, home);
    if (named.length === 0)
        return {};
    const found = await lookUp(['role-absent', 'role-trust'], 'iam:GetRole', () => firstThenRest(named, async ({ written, name }) => [written, roleFact(await ports.roles.trustPolicy(name))]));
    return found === undefined ? {} : { roles: new Map(found) };
}
function roleFact(trustPolicy) {
    return trustPolicy === undefined ? { kind: 'absent' } : { kind: 'found', trustsTasks: trustsTasks(trustPolicy) };
}
async function simulated(offline, dryRun, secrets, home, ports, lookUp) {
    const { definition } = offline;
    const ask = (needed) => rights(definition, needed, home, ports, lookUp);
    const starting = await ask(executionRights(definition, home));
    const decrypting = await ask(decryptRights(await secrets, home));
    const caller = dryRun ? await passing(offline, home, ports, lookUp) : {};
    return { refused: [...starting, ...decrypting], ...caller };
}
async function rights(definition, needed, home, ports, lookUp) {
    const arns = rolesToLookUp(definition, home).flatMap(({ arn }) => arn ?? []);
    const role = arns.find((arn) => arn === definition.executionRoleArn);
    if (role === undefined || needed.length === 0)
        return [];
    const refused = await lookUp(['execution-role-rights'], 'iam:SimulatePrincipalPolicy', () => firstThenRest(needed, ({ actions, resources, via }) => ports.roles.refusals(role, actions, resources, via)));
    return (refused ?? []).flat().map((one) => ({ ...one, role }));
}
async function passing({ definition, service }, home, ports, lookUp) {
    const rights = callerRights(definition, service.serviceArn, home);
    const ids = ['pass-role', 'caller-rights'];
    const caller = await lookUp(ids, 'sts:GetCallerIdentity', () => ports.roles.caller());
    if (caller === undefined)
        return {};
    const ask = () => ports.roles.lacking(caller, rights);
    const callerLacks = await lookUp(ids, 'iam:SimulatePrincipalPolicy', ask);
    return callerLacks === undefined ? {} : { callerLacks };
}
async function scans(images, threshold, ports, lookUp, skipped) {
    const action = 'ecr:DescribeImageScanFindings';
    const tooGrave = facts/* severities */.gO.slice(0, facts/* severities */.gO.findIndex((one) => one.toLowerCase() === threshold) + 1);
    const found = await firstThenRest(images, async ({ image }) => {
        const query = (0,resolve/* ecrQueryOf */.q)(image);
        const answer = query && (await lookUp(['scan-findings'], action, () => ports.ecr.scanFindings(query)));
        if (answer === undefined)
            return [];
        if (answer.kind === 'scanned')
            return [{ image, counts: answer.counts, tooGrave }];
        skipped.push({ ids: ['scan-findings'], action, reason: `${image}: ${answer.reason}` });
        return [];
    });
    return { scans: found.flat() };
}
async function scaling({ service, settings }, ports, lookUp) {
    if (settings.desiredCount === undefined)
        return {};
    const isScaled = await lookUp(['count-is-scaled'], 'application-autoscaling:DescribeScalableTargets', () => ports.scalableTargets.isScaled(service.clusterArn ?? '', service.serviceName ?? ''));
    return isScaled === undefined ? {} : { isScaled };
}
async function openPorts({ service, settings, definition }, ports, lookUp) {
    const network = (settings.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration;
    const groups = network?.securityGroups ?? [];
    const listens = (0,containers/* containersOf */.M)(definition).some(({ container }) => (container.portMappings ?? []).length > 0);
    if (network?.assignPublicIp !== 'ENABLED' || groups.length === 0 || !listens)
        return {};
    const open = await lookUp(['open-to-internet', 'closed-to-all'], 'ec2:DescribeSecurityGroups', () => ports.ec2.openPorts(groups));
    return open === undefined ? {} : { openPorts: open };
}

// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
;// CONCATENATED MODULE: ./lib/deployment/preflight.js






const mostAnnotations = 5;
async function preflight(subject, source, inputs, ports, record, stop) {
    const { preflight: mode, preflightIgnore } = inputs;
    if (mode === 'off')
        return;
    const { facts, skipped } = await gatherFacts(subject, inputs, ports, record);
    const found = (0,find/* findings */.P)(facts, { preflight: mode, preflightIgnore }, (0,finding_places/* placesIn */.y)(source, subject.definition, inputs));
    const told = new Set(record.findings.map(({ message }) => message));
    record.findings = found;
    for (const notice of skippedNotices(skipped))
        (0,deployment_record/* addNotice */.Mp)(record, notice);
    const errors = found.filter(({ severity }) => severity === 'error');
    tellWarnings(found.filter(({ severity, message }) => severity === 'warning' && !told.has(message)), ports.log);
    if (errors.length > 0)
        stop(errors);
}
function refuse(errors) {
    throw new problem/* ProblemsFound */.t(errors.map(find/* asProblem */.g));
}
function tellWarnings(warnings, log) {
    let annotations = 0;
    for (const { id, message, file, line, column } of warnings) {
        const text = `Preflight: ${message} [${id}]`;
        if (file === undefined || annotations === mostAnnotations)
            log.info(text);
        else {
            annotations += 1;
            log.warning(text, { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) });
        }
    }
}


/***/ }),

/***/ 3120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _image_running_image_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6366);
/* harmony import */ var _preflight_platform_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1032);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7748);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6613);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1424);
/* harmony import */ var _task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7126);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2847);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2933);
/* harmony import */ var _load_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6977);
/* harmony import */ var _newest_revision_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2259);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2900);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7742);
/* harmony import */ var _rollback_target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(801);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3355);














async function prepare(inputs, ports, record, asked, file, stop = _preflight_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR) {
    const { service: found, source, named: images } = await readTogether(inputs, ports, asked, file);
    const before = noteService(record, found, ports.clock);
    const running = await ports.ecs.describeTaskDefinition(found.taskDefinition ?? '');
    record.before = (0,_version_js__WEBPACK_IMPORTED_MODULE_8__/* .versionOf */ .E4)(running.definition);
    const base = source ?? (0,_load_source_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceOf */ .vz)(running);
    const rendered = await render(base, running, images, inputs, ports);
    for (const notice of [...base.notices, ...rendered.notes])
        (0,_record_js__WEBPACK_IMPORTED_MODULE_9__/* .addNotice */ .Mp)(record, notice);
    record.settingsThatDiffered = (0,_decide_js__WEBPACK_IMPORTED_MODULE_10__/* .differingSettings */ .C1)(inputs.settings, found);
    const decideOn = (equal) => (0,_decide_js__WEBPACK_IMPORTED_MODULE_10__/* .decide */ .LD)({
        equal,
        snapshot: before,
        settingsDiffer: record.settingsThatDiffered.length > 0,
        forceNewDeployment: inputs.settings.forceNewDeployment === true,
        unresolved: images.filter(({ digest }) => digest === undefined).map(({ image }) => image),
    });
    const runsAlready = equals(running, rendered.definition);
    const subject = { service: found, before, definition: rendered.definition, images: rendered.images };
    const deploys = decideOn(runsAlready ? 'running' : 'none').kind === 'update';
    const [newest] = await Promise.all([
        (0,_newest_revision_js__WEBPACK_IMPORTED_MODULE_5__/* .newestOf */ .s)(ports, rendered.definition.family, running).then(async (revision) => {
            await (0,_rollback_target_js__WEBPACK_IMPORTED_MODULE_7__/* .findRollbackTarget */ .L_)(ports.ecs, record, before, running, deploys && inputs.rollbackOnFailure === true && !inputs.dryRun);
            return revision;
        }),
        deploys ? (0,_preflight_js__WEBPACK_IMPORTED_MODULE_6__/* .preflight */ .Mz)(subject, source, inputs, ports, record, stop) : undefined,
    ]);
    const reuse = [running, base.described, newest].find((candidate) => candidate?.definition.status === 'ACTIVE' && equals(candidate, rendered.definition));
    record.changes.splice(0, record.changes.length, ...(0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .differences */ .tX)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(running.definition), rendered.definition));
    record.wanted = {
        taskDefinition: reuse?.definition.revision ? (0,_version_js__WEBPACK_IMPORTED_MODULE_8__/* .versionOf */ .E4)(reuse.definition).taskDefinition : '',
        taskDefinitionArn: reuse?.definition.taskDefinitionArn ?? '',
        images: (0,_version_js__WEBPACK_IMPORTED_MODULE_8__/* .imagesOf */ .IC)(rendered.definition.containerDefinitions ?? []),
    };
    record.platform = (0,_preflight_platform_js__WEBPACK_IMPORTED_MODULE_11__/* .platformOf */ .tj)(rendered.definition);
    record.asked = inputs.settings;
    const decided = decideOn(runsAlready ? 'running' : reuse === undefined ? 'none' : 'other');
    return {
        service: found,
        before,
        decision: withUsableRevision(decided, running),
        running,
        images: rendered.images,
        definition: rendered.definition,
        tags: base.tags,
        ...(reuse === undefined ? {} : { reuse }),
        newestRevision: newest?.definition.revision ?? 0,
    };
}
async function readTogether(inputs, ports, asked, file) {
    const { taskDefinition } = inputs;
    const reads = Promise.all([
        asked,
        taskDefinition?.kind === 'reference' ? (0,_load_source_js__WEBPACK_IMPORTED_MODULE_4__/* .loadReference */ .Qu)(ports, taskDefinition.reference) : file,
        (0,_images_js__WEBPACK_IMPORTED_MODULE_3__/* .namedImages */ .Qn)(inputs, ports),
    ]);
    const [service, source, named] = await reads.catch((error) => {
        throw file?.ok === false ? new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t(file.problems) : error;
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
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t(problems);
}
function withUsableRevision(decision, running) {
    if (decision.kind !== 'update' || decision.revision !== undefined || !decision.force)
        return decision;
    return running.definition.status === 'INACTIVE' ? { ...decision, revision: 'register' } : decision;
}
function noteService(record, service, clock) {
    const before = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_12__/* .snapshotOf */ .eY)(service, clock);
    record.original = service;
    record.snapshot = before;
    (0,_record_js__WEBPACK_IMPORTED_MODULE_9__/* .noteOlder */ .$z)(record, before);
    if (service.serviceArn !== undefined)
        record.serviceArn = service.serviceArn;
    record.hasLoadBalancer = (service.loadBalancers ?? []).length > 0;
    return before;
}
async function render(base, running, named, inputs, ports) {
    const definition = { ...base.definition, family: base.definition.family ?? running.definition.family };
    const kept = inputs.images.some(({ image }) => (0,_image_running_image_js__WEBPACK_IMPORTED_MODULE_13__/* .isRunningImage */ .l)(image))
        ? (await __webpack_require__.e(/* import() */ 1670).then(__webpack_require__.bind(__webpack_require__, 1670))).keptImages(definition, running.definition, inputs)
        : [];
    const placed = (0,_images_js__WEBPACK_IMPORTED_MODULE_3__/* .placeImages */ .aV)(definition, [...named, ...kept], inputs);
    if (!placed.ok)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t(placed.problems);
    const own = base.fromFile
        ? await (0,_images_js__WEBPACK_IMPORTED_MODULE_3__/* .pinFileImages */ .gD)(definition, placed.value.images, inputs, ports)
        : { ok: true, value: { images: [], notes: [] } };
    if (!own.ok)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t(own.problems);
    const rendered = (0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTaskDefinition */ .P)(definition, {
        images: [...placed.value.images, ...own.value.images],
        ...(placed.value.target === undefined ? {} : { container: placed.value.target }),
        overrides: inputs.overrides,
    });
    if (!rendered.ok)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t(rendered.problems);
    const family = base.definition.family === undefined
        ? [`The file names no family; the service's family "${definition.family}" is used.`]
        : [];
    const ofImages = [...named, ...kept].flatMap(({ notices }) => notices);
    const notes = [...family, ...ofImages, ...own.value.notes, ...rendered.value.notes];
    return { definition: rendered.value.definition, images: [...named, ...own.value.images], notes };
}
function equals(candidate, definition) {
    return (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .equalDefinitions */ .Ds)((0,_task_definition_render_js__WEBPACK_IMPORTED_MODULE_2__/* .stripForRegistration */ .H)(candidate.definition), definition);
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

/***/ 7775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ unitsOf),
/* harmony export */   _F: () => (/* binding */ wrongFargateSizes),
/* harmony export */   pQ: () => (/* binding */ wrongFargateSettings)
/* harmony export */ });
/* unused harmony export isFargateSize */
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8971);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4428);


const sizes = new Map([
    [256, { from: 512, to: 2048, step: 512 }],
    [512, { from: 1024, to: 4096, step: 1024 }],
    [1024, { from: 2048, to: 8192, step: 1024 }],
    [2048, { from: 4096, to: 16_384, step: 1024 }],
    [4096, { from: 8192, to: 30_720, step: 1024 }],
    [8192, { from: 16_384, to: 61_440, step: 4096 }],
    [16_384, { from: 32_768, to: 122_880, step: 8192 }],
]);
const notCertain = 32_768;
const noSize = { cpu: 256, memory: 1536 };
function isFargateSize(cpu, memory) {
    if (cpu === notCertain)
        return undefined;
    const size = sizes.get(cpu);
    if (size === undefined || (cpu === noSize.cpu && memory === noSize.memory))
        return false;
    return memory >= size.from && memory <= size.to && (memory - size.from) % size.step === 0;
}
function unitsOf(text) {
    const found = /^(\d*\.?\d+)\s*(vcpu|gb)?$/i.exec(text?.trim() ?? '');
    if (found === null)
        return undefined;
    const units = Number(found[1]) * (found[2] === undefined ? 1 : 1024);
    return Number.isSafeInteger(units) ? units : undefined;
}
function wrongFargateSizes(facts) {
    const { definition } = facts;
    if (!isForFargate(facts))
        return [];
    return [...missingSizes(facts), ...wrongPair(facts), ...wrongStorage(definition.ephemeralStorage?.sizeInGiB)];
}
function isForFargate(facts) {
    return (facts.definition.requiresCompatibilities ?? []).includes('FARGATE') || (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isOnFargate */ .c)(facts);
}
function missingSizes({ definition }) {
    return ['cpu', 'memory'].flatMap((name) => definition[name] === undefined || definition[name] === ''
        ? [
            {
                input: name,
                message: `The task definition has no ${name}. On Fargate it needs one for the whole task: set it, or the input ${name}.`,
            },
        ]
        : []);
}
function wrongPair({ definition }) {
    const cpu = unitsOf(definition.cpu);
    const memory = unitsOf(definition.memory);
    if (cpu === undefined || memory === undefined || isFargateSize(cpu, memory) !== false)
        return [];
    const size = sizes.get(cpu);
    if (size === undefined) {
        const known = [...sizes.keys()].join(', ');
        return [
            { path: ['cpu'], input: 'cpu', message: `Fargate has no tasks with ${cpu} CPU units. Choose one of ${known}.` },
        ];
    }
    const allowed = cpu === noSize.cpu ? '512, 1024 or 2048' : `${size.from} to ${size.to} in steps of ${size.step}`;
    const message = `Fargate has no tasks with ${cpu} CPU units and ${memory} MiB. With ${cpu} CPU units memory is ${allowed} MiB.`;
    return [{ path: ['memory'], input: 'memory', message }];
}
function wrongStorage(size) {
    if (size === undefined || (size >= 21 && size <= 200))
        return [];
    const message = `ephemeralStorage.sizeInGiB is ${size}. It may be 21 to 200; without it tasks have 20 GiB.`;
    return [{ path: ['ephemeralStorage', 'sizeInGiB'], message }];
}
const logDrivers = ['awslogs', 'splunk', 'awsfirelens'];
function wrongFargateSettings({ definition }) {
    if (!(definition.requiresCompatibilities ?? []).includes('FARGATE'))
        return [];
    const mode = definition.networkMode;
    const network = mode === 'awsvpc'
        ? []
        : [
            {
                path: ['networkMode'],
                message: `networkMode is ${mode ?? 'not set'}. On Fargate it must be awsvpc: set it in the task definition.`,
            },
        ];
    const role = definition.executionRoleArn ? [] : needsExecutionRole(definition);
    const drivers = (0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(definition).flatMap(({ container, name, path }) => {
        const driver = container.logConfiguration?.logDriver;
        if (driver === undefined || logDrivers.includes(driver))
            return [];
        const message = `Container "${name}" logs with the driver ${driver}, which Fargate does not have. Use one of ${logDrivers.join(', ')}.`;
        return [{ path: [...path, 'logConfiguration', 'logDriver'], input: 'log-configuration-log-driver', message }];
    });
    return [...network, ...role, ...drivers];
}
function needsExecutionRole(definition) {
    const reasons = (0,_containers_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .M)(definition).flatMap(({ container }) => [
        ...(/\.dkr[.-]ecr/.test(container.image ?? '') ? ['to pull from ECR'] : []),
        ...(container.logConfiguration?.logDriver === 'awslogs' ? ['to write to CloudWatch Logs'] : []),
    ]);
    if (reasons.length === 0)
        return [];
    const message = `The task definition has no executionRoleArn, and Fargate needs one ${[...new Set(reasons)].join(' and ')}. ` +
        'Set it in the task definition or with execution-role-arn; the usual role has the policy AmazonECSTaskExecutionRolePolicy.';
    return [{ input: 'execution-role-arn', message }];
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

/***/ 4338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ asProblem),
  P: () => (/* binding */ findings)
});

// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/preflight/containers.js
var preflight_containers = __webpack_require__(8971);
;// CONCATENATED MODULE: ./lib/preflight/checks/definition.js


function unlikelyHealthChecks({ definition, images }) {
    return (0,preflight_containers/* containersOf */.M)(definition).flatMap(({ container, name, path }) => {
        const command = container.healthCheck?.command?.join(' ') ?? '';
        const written = images.find(({ image }) => image === container.image)?.written ?? '';
        const kind = kindOfImage(`${container.image} ${written}`);
        const tool = ['curl', 'wget'].find((one) => new RegExp(`\\b${one}\\b`).test(command));
        if (kind === undefined || tool === undefined || !kind.lacks.includes(tool))
            return [];
        const message = `The health check of container "${name}" calls ${tool}, which is unlikely to be in the image: by its name it is ${kind.what}. ` +
            'Then the check fails for ever. Install it, or check with what is in the image.';
        return [{ path: [...path, 'healthCheck', 'command'], message }];
    });
}
function kindOfImage(name) {
    if (/distroless|scratch|chiseled|chainguard/i.test(name))
        return { what: 'one without a system', lacks: ['curl', 'wget'] };
    if (/alpine/i.test(name))
        return { what: 'made from Alpine', lacks: ['curl'] };
    if (/(?:^|[-:/])slim\b|-slim/i.test(name))
        return { what: 'a slim one', lacks: ['curl', 'wget'] };
    return undefined;
}
function latestTags({ definition, images }) {
    const named = images.filter(({ input, written }) => input !== undefined && isLatest(written));
    const unpinned = (0,preflight_containers/* containersOf */.M)(definition).filter(({ container: { image = '' } }) => isLatest(image) && !named.some((one) => one.image === image));
    const why = 'Which version that is, only its digest tells. Tag images with the commit.';
    return [
        ...named.map(({ written, input = '' }) => ({ input, message: `The image ${written} has the tag latest. ${why}` })),
        ...unpinned.map(({ container, name, path }) => ({
            path: [...path, 'image'],
            message: `The image ${container.image} of container "${name}" has the tag latest. ${why}`,
        })),
    ];
}
function isLatest(image) {
    const reference = (0,image_reference/* parseImageReference */.o_)(image);
    return reference.ok && reference.value.digest === undefined && (reference.value.tag ?? 'latest') === 'latest';
}
function withoutLogs({ definition }) {
    return (0,preflight_containers/* containersOf */.M)(definition)
        .filter(({ container }) => container.essential !== false && container.firelensConfiguration === undefined)
        .filter(({ container }) => container.logConfiguration?.logDriver === undefined)
        .map(({ name, path }) => ({
        path,
        message: `Container "${name}" has no logConfiguration: what it writes is lost, also why it failed. Set one, for example with log-configuration-log-driver: awslogs.`,
    }));
}
function rootUsers({ definition }) {
    return (0,preflight_containers/* containersOf */.M)(definition)
        .filter(({ container: { user = '' } }) => /^(?:root|0+)(?::|$)/.test(user))
        .map(({ container: { user }, name, path }) => ({
        path: [...path, 'user'],
        message: `Container "${name}" runs as root (user "${user}"): who breaks into the program owns the container. Set a user that the image has, such as 1000:1000.`,
    }));
}

// EXTERNAL MODULE: ./lib/preflight/checks/fargate.js
var fargate = __webpack_require__(7775);
;// CONCATENATED MODULE: ./lib/preflight/checks/lookups.js

function absentSecrets({ definition, lookedUp }) {
    const absent = new Set(lookedUp.absentSecrets);
    return (0,preflight_containers/* secretReferences */.L)(definition)
        .filter(({ valueFrom }) => absent.has(valueFrom))
        .map(({ valueFrom, what, path }) => ({
        path,
        input: 'secrets',
        message: `${what.replace(/^t/, 'T')} is ${valueFrom}, and ${placeText(valueFrom)} has nothing of that name. Create it, or correct the name, the account and the Region of the reference.`,
    }));
}
function placeText(valueFrom) {
    const [, , service, region, account] = valueFrom.split(':');
    const store = service === 'secretsmanager' ? 'Secrets Manager' : 'Parameter Store';
    return region && account
        ? `${store} in account ${account}, Region ${region},`
        : `${store} in the Region of the service`;
}
const roleMembers = [
    ['taskRoleArn', 'task role', 'task-role-arn'],
    ['executionRoleArn', 'execution role', 'execution-role-arn'],
];
function absentRoles(facts) {
    return rolesThat(facts, ({ kind }) => kind === 'absent').map(({ role, what, ...place }) => ({
        ...place,
        message: `The ${what} ${role} does not exist. Create it, or correct the name.`,
    }));
}
function untrustingRoles(facts) {
    const isUntrusting = (fact) => fact.kind === 'found' && !fact.trustsTasks;
    return rolesThat(facts, isUntrusting).map(({ role, what, ...place }) => ({
        ...place,
        message: `The ${what} ${role} cannot be assumed by tasks: its trust policy does not name ecs-tasks.amazonaws.com. Add to it ` +
            '{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}.',
    }));
}
function rolesThat({ definition, lookedUp }, isSo) {
    return roleMembers.flatMap(([member, what, input]) => {
        const role = definition[member];
        const fact = role === undefined ? undefined : lookedUp.roles?.get(role);
        return role === undefined || fact === undefined || !isSo(fact) ? [] : [{ role, what, input, path: [member] }];
    });
}
function missingRights({ lookedUp }) {
    const byRole = Map.groupBy(lookedUp.refused ?? [], ({ role }) => role);
    return [...byRole].map(([role, refused]) => {
        const what = [
            ...new Set(refused.map(({ action, resource }) => (resource === '*' ? action : `${action} on ${resource}`))),
        ];
        return {
            path: ['executionRoleArn'],
            input: 'execution-role-arn',
            message: `By its own policies the execution role ${role} may not do ${what.join(', ')}, which tasks need before they run. Allow it, unless a resource policy does.`,
        };
    });
}
function unpassableRoles({ lookedUp }) {
    const roles = (lookedUp.callerLacks ?? []).filter(({ action }) => action === 'iam:PassRole');
    return roles.map(({ resource: role }) => ({
        message: `By its own policies the role of this job may not pass ${role} to tasks. Allow it: ` +
            `{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "${role}", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}`,
    }));
}
function lackingCaller({ lookedUp }) {
    const lacks = (lookedUp.callerLacks ?? []).filter(({ action }) => action !== 'iam:PassRole');
    if (lacks.length === 0)
        return [];
    const statements = lacks.map(({ action, resource }) => `{"Effect": "Allow", "Action": "${action}", "Resource": "${resource}"}`);
    const what = lacks.map(({ action }) => action).join(', ');
    return [
        { message: `By its own policies the role of this job may not do ${what}. Allow it: ${statements.join(', ')}` },
    ];
}
function graveScans({ definition, images, lookedUp }) {
    return (lookedUp.scans ?? []).flatMap(({ image, counts, tooGrave }) => {
        const grave = tooGrave.flatMap((severity) => {
            const count = counts[severity] ?? 0;
            return count === 0 ? [] : [`${count} ${severity.toLowerCase()}`];
        });
        if (grave.length === 0)
            return [];
        const input = images.find((known) => known.image === image)?.input;
        const place = (0,preflight_containers/* containersOf */.M)(definition).find(({ container }) => container.image === image);
        const message = `The scan of the image ${image} found ${grave.join(', ')}. Look at what it is with aws ecr describe-image-scan-findings, ` +
            'rebuild on a base image that has it fixed, or set scan-findings to a graver severity or to off.';
        return [
            {
                message,
                ...(input === undefined ? {} : { input }),
                ...(place === undefined ? {} : { path: [...place.path, 'image'] }),
            },
        ];
    });
}

// EXTERNAL MODULE: ./lib/task-definition/visit.js
var visit = __webpack_require__(5282);
;// CONCATENATED MODULE: ./lib/preflight/checks/placeholders.js

const everywhere = [
    /<[A-Z][A-Z0-9_-]+>/,
    /\bYOUR[_-][A-Z0-9_-]+/,
    /\bCHANGE_?ME\b/i,
    /\bREPLACE_?ME\b/i,
];
const inNames = [
    ...everywhere,
    /<[a-z][\w -]*>/i,
    /(?:^|[:/.])(?:AWS_)?(?:ACCOUNT|REGION)(?:_ID)?(?=[:/.])/,
    /\$\{\w+\}/,
];
const own = new Set(['environment', 'command', 'entryPoint', 'dockerLabels', 'options', 'healthCheck']);
function placeholders({ definition }) {
    return texts(definition, []).flatMap(({ path, text }) => {
        const isOwn = path.some((part) => own.has(String(part)));
        const shown = placeholderIn(text, isOwn);
        if (shown === undefined)
            return [];
        const what = isOwn ? '' : ` (${shown})`;
        const message = `${(0,visit/* pathText */.LF)(path)} looks like it still holds a placeholder${what}. Put the real value there.`;
        return [{ path, message }];
    });
}
function placeholderIn(text, isOwn) {
    const found = (isOwn ? everywhere : inNames)
        .map((pattern) => pattern.exec(text)?.[0])
        .find((match) => match !== undefined);
    return found?.replace(/^[:/.]/, '') ?? (isOwn ? undefined : wrongArnPart(text));
}
function wrongArnPart(text) {
    const [arn, , service, region = '', account = ''] = text.split(':');
    if (arn !== 'arn' || service === undefined)
        return undefined;
    if (account !== '' && account !== 'aws' && !/^\d{12}$/.test(account))
        return account;
    return region !== '' && !/^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region) ? region : undefined;
}
function texts(value, path) {
    if (typeof value === 'string')
        return [{ path, text: value }];
    if (typeof value !== 'object' || value === null)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item, index) => texts(item, [...path, index]));
    return Object.entries(value).flatMap(([name, member]) => texts(member, [...path, name]));
}

;// CONCATENATED MODULE: ./lib/preflight/checks/plain-secrets.js

const secretNames = /PASSW(?:OR)?D|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?|ACCESS_?KEY|ENCRYPTION_?KEY/i;
const harmlessNames = /(?:_FILE|_PATH|_ARN|_NAME|_ID|_HOST|_TTL|_EXPIR\w*|_LENGTH|_HEADER|_ISSUER|_ENABLED)$|^(?:NEXT_|VITE_|REACT_APP_)?PUBLIC_/i;
const harmlessValues = /^(?:|true|false|\d+|arn:.*)$/i;
const secretValues = [
    /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\bgh[pousr]_[A-Za-z0-9]{20,}/,
    /\bgithub_pat_\w{20,}/,
    /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
    /\b[sr]k_live_[A-Za-z0-9]{10,}/,
    /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
    /^[a-z][\w+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
];
function looksSecret(name, value) {
    if (secretValues.some((pattern) => pattern.test(value)))
        return true;
    return secretNames.test(name) && !harmlessNames.test(name) && !harmlessValues.test(value);
}
function plainSecrets({ definition }) {
    return (0,preflight_containers/* containersOf */.M)(definition).flatMap(({ container, name: of, path }) => (container.environment ?? []).flatMap(({ name = '', value = '' }, index) => {
        if (!looksSecret(name, value))
            return [];
        const message = `The environment variable ${name} of container "${of}" looks like a secret in plain text: whoever may read task definitions reads it. ` +
            'Move it to Secrets Manager or Parameter Store, name it under secrets, and change it.';
        return [{ path: [...path, 'environment', index, 'value'], input: 'environment-variables', message }];
    }));
}

// EXTERNAL MODULE: ./lib/preflight/facts.js
var preflight_facts = __webpack_require__(4428);
;// CONCATENATED MODULE: ./lib/preflight/checks/service.js


function missingTargets({ service, definition }) {
    const containers = (0,preflight_containers/* containersOf */.M)(definition);
    const names = containers.map(({ name }) => `"${name}"`).join(', ');
    return (service.loadBalancers ?? []).flatMap(({ containerName, containerPort }) => {
        if (containerName === undefined)
            return [];
        const target = containers.find(({ name }) => name === containerName);
        if (target === undefined) {
            const message = `The load balancer of the service sends to the container "${containerName}", and the task definition has ${names}. ` +
                'Keep the name of that container, or change the load balancer of the service first.';
            return [{ path: ['containerDefinitions', 0, 'name'], message }];
        }
        if (containerPort === undefined || hasPort(target.container.portMappings ?? [], containerPort))
            return [];
        const message = `The load balancer of the service sends to port ${containerPort} of the container "${containerName}", whose portMappings do not ` +
            `have it. Add {"containerPort": ${containerPort}}, or change the load balancer of the service first.`;
        return [{ path: [...target.path, 'portMappings'], message }];
    });
}
function hasPort(mappings, port) {
    return mappings.some(({ containerPort, containerPortRange }) => {
        if (containerPort === port)
            return true;
        const [from, to] = (containerPortRange ?? '').split('-').map(Number);
        return from !== undefined && to !== undefined && port >= from && port <= to;
    });
}
function stuckPercents(facts) {
    const { service } = facts;
    const { minimumHealthyPercent = 100, maximumPercent = 200 } = service.deploymentConfiguration ?? {};
    const desired = (0,preflight_facts/* desiredCount */.GQ)(facts);
    if (service.schedulingStrategy === 'DAEMON' || desired === 0 || (service.runningCount ?? 0) === 0)
        return [];
    const floor = Math.ceil((desired * minimumHealthyPercent) / 100);
    const ceiling = Math.floor((desired * maximumPercent) / 100);
    if (floor < desired || ceiling > desired)
        return [];
    const message = `With ${desired} desired task${desired === 1 ? '' : 's'}, minimumHealthyPercent ${minimumHealthyPercent} keeps ${floor} running and maximumPercent ` +
        `${maximumPercent} allows ${ceiling}, so that ECS can neither stop an old task nor start a new one. Set maximumPercent to 200, or lower ` +
        'minimumHealthyPercent, in the deployment configuration of the service.';
    return [{ message }];
}
function withoutBreaker({ service, settings }) {
    const breaker = settings.deploymentCircuitBreaker ?? service.deploymentConfiguration?.deploymentCircuitBreaker;
    if (breaker?.enable === true || service.schedulingStrategy === 'DAEMON')
        return [];
    const message = 'The deployment circuit breaker of the service is off: ECS goes on starting tasks that fail for as long as nobody stops it, also after this run. ' +
        'Switch it on with deployment-circuit-breaker: enable=true,rollback=true.';
    return [{ message }];
}
function deploymentUnderWay({ underWay }) {
    if (underWay === undefined)
        return [];
    return [
        {
            message: `The deployment ${underWay} of this service is still under way. on-in-progress decides what becomes of it.`,
        },
    ];
}
function oneSubnet({ service, settings }) {
    const network = settings.networkConfiguration ?? service.networkConfiguration;
    const subnets = network?.awsvpcConfiguration?.subnets ?? [];
    if (subnets.length !== 1)
        return [];
    const message = `All tasks run in one subnet (${subnets[0]}), so in one Availability Zone: when it fails, the service is gone. Name subnets of two zones or more.`;
    return [{ input: 'network-configuration', message }];
}
function severalWithoutBalancer(facts) {
    const count = (0,preflight_facts/* desiredCount */.GQ)(facts);
    if (count < 2 || isFound(facts) || !listens(facts))
        return [];
    const message = `${count} tasks are wanted and the service has no load balancer, service discovery or Service Connect: nothing shares requests between them.`;
    return [{ message }];
}
function withoutWayIn(facts) {
    const { service, settings } = facts;
    const network = (settings.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration;
    if (network === undefined || network.assignPublicIp === 'ENABLED' || (0,preflight_facts/* desiredCount */.GQ)(facts) === 0)
        return [];
    if (!(0,preflight_facts/* isOnFargate */.c)(facts) || isFound(facts) || !listens(facts))
        return [];
    const message = 'The service gives its tasks no public address (assignPublicIp is DISABLED) and has no load balancer, service discovery or Service Connect: they are ' +
        'reached only from inside the VPC, at private addresses that change with every task. If the internet should reach them, set assignPublicIp: ENABLED ' +
        'with network-configuration, in subnets with a route to an internet gateway, or put a load balancer before the service.';
    return [{ input: 'network-configuration', message }];
}
function isFound({ service }) {
    const lists = [service.loadBalancers, service.serviceRegistries];
    const isConnected = (service.deployments ?? []).some(({ serviceConnectConfiguration }) => serviceConnectConfiguration?.enabled);
    return isConnected || lists.some((list) => (list ?? []).length > 0);
}
function listens({ definition }) {
    return (0,preflight_containers/* containersOf */.M)(definition).some(({ container }) => (container.portMappings ?? []).length > 0);
}
function scaledCount({ settings, lookedUp }) {
    if (settings.desiredCount === undefined || lookedUp.isScaled !== true)
        return [];
    const message = `desired-count is ${settings.desiredCount}, and Application Auto Scaling steers the count of this service: it will change it again. Leave desired-count out, or say with autoscaling what is to become of that.`;
    return [{ input: 'desired-count', message }];
}
function openPorts(facts) {
    if (!hasPublicAddresses(facts))
        return [];
    const ports = portsOf(facts);
    const open = (facts.lookedUp.openPorts ?? []).flatMap(({ group, from = 0, to = 65_535, narrow }) => narrow ? [] : ports.filter((port) => port >= from && port <= to).map((port) => ({ group, port })));
    const [first] = open;
    if (first === undefined)
        return [];
    const message = `The tasks have public addresses, and the security group ${first.group} lets 0.0.0.0/0 reach port ${[...new Set(open.map(({ port }) => port))].join(', ')}. ` +
        'If that is not meant, allow only the load balancer or your own addresses.';
    return [{ message }];
}
function closedPorts(facts) {
    const { service, settings, lookedUp } = facts;
    const behind = [service.loadBalancers, service.serviceRegistries].some((list) => (list ?? []).length > 0);
    if (!hasPublicAddresses(facts) || behind || lookedUp.openPorts === undefined)
        return [];
    const ranges = lookedUp.openPorts;
    const closed = portsOf(facts).filter((port) => !ranges.some(({ from = 0, to = 65_535 }) => port >= from && port <= to));
    const [port] = closed;
    if (port === undefined)
        return [];
    const network = (settings.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration;
    const group = network?.securityGroups?.[0] ?? 'GROUP';
    const message = `The tasks have public addresses, and no security group of the service lets anybody reach port ${closed.join(', ')}. If somebody should, open it: ` +
        `aws ec2 authorize-security-group-ingress --group-id ${group} --protocol tcp --port ${port} --cidr YOUR.ADDRESS/32.`;
    return [{ message }];
}
function hasPublicAddresses({ service, settings }) {
    const network = settings.networkConfiguration ?? service.networkConfiguration;
    return network?.awsvpcConfiguration?.assignPublicIp === 'ENABLED';
}
function portsOf({ definition }) {
    return (0,preflight_containers/* containersOf */.M)(definition).flatMap(({ container }) => (container.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []));
}

// EXTERNAL MODULE: ./lib/preflight/platform.js
var platform = __webpack_require__(1032);
;// CONCATENATED MODULE: ./lib/preflight/checks.js







const checks = [
    {
        id: 'image-platform',
        severity: 'error',
        name: 'The image is not built for the platform of the task',
        looksAt: 'the platforms in the index of the image, or the one in the configuration of a single image, in ECR and in other registries; on Fargate, or where runtimePlatform is set',
        needs: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        find: platform/* unfitImages */.LO,
    },
    {
        id: 'scan-findings',
        severity: 'error',
        name: 'The scan of the image found something grave',
        looksAt: 'the last scan of the images in private ECR that this run looked up, only with the input scan-findings; without a scan a notice says so',
        needs: ['ecr:DescribeImageScanFindings'],
        find: graveScans,
    },
    {
        id: 'secret-absent',
        severity: 'error',
        name: 'A secret or parameter does not exist',
        looksAt: 'secrets, secretOptions of logging and repositoryCredentials, by account and Region; no value is read, so a JSON key is not checked',
        needs: ['secretsmanager:DescribeSecret', 'ssm:DescribeParameters'],
        find: absentSecrets,
    },
    {
        id: 'role-absent',
        severity: 'error',
        name: 'A role does not exist',
        looksAt: 'taskRoleArn and executionRoleArn',
        needs: ['iam:GetRole'],
        find: absentRoles,
    },
    {
        id: 'role-trust',
        severity: 'error',
        name: 'A role cannot be assumed by tasks',
        looksAt: 'the trust policies of these roles',
        needs: ['iam:GetRole'],
        find: untrustingRoles,
    },
    {
        id: 'fargate-size',
        severity: 'error',
        name: 'Fargate has no tasks of this size',
        looksAt: 'cpu, memory and ephemeralStorage',
        needs: [],
        find: fargate/* wrongFargateSizes */._F,
    },
    {
        id: 'fargate-settings',
        severity: 'error',
        name: 'Something in the definition does not go on Fargate',
        looksAt: 'networkMode, executionRoleArn and log drivers',
        needs: [],
        find: fargate/* wrongFargateSettings */.pQ,
    },
    {
        id: 'load-balancer-container',
        severity: 'error',
        name: 'The load balancer sends to a container or port that the definition does not have',
        looksAt: 'loadBalancers of the service, portMappings of the definition',
        needs: [],
        find: missingTargets,
    },
    {
        id: 'cannot-progress',
        severity: 'error',
        name: 'No deployment can progress with these percents',
        looksAt: 'minimumHealthyPercent, maximumPercent and the desired count of the service; not of a DAEMON service',
        needs: [],
        find: stuckPercents,
    },
    {
        id: 'no-circuit-breaker',
        severity: 'warning',
        name: 'The deployment circuit breaker is off',
        looksAt: 'deploymentConfiguration of the service',
        needs: [],
        find: withoutBreaker,
    },
    {
        id: 'deployment-under-way',
        severity: 'warning',
        name: 'Another deployment is under way',
        looksAt: 'deployments of the service',
        needs: [],
        find: deploymentUnderWay,
    },
    {
        id: 'health-check-tool',
        severity: 'warning',
        name: 'What the health check calls is unlikely to be in the image',
        looksAt: 'curl and wget in healthCheck, and the name of the image',
        needs: [],
        find: unlikelyHealthChecks,
    },
    {
        id: 'secret-in-environment',
        severity: 'warning',
        name: 'An environment variable looks like a secret',
        looksAt: 'names and values in environment; only the name is shown',
        needs: [],
        find: plainSecrets,
    },
    {
        id: 'latest-tag',
        severity: 'warning',
        name: 'An image has the tag latest',
        looksAt: 'images that this run names, and those in the definition without a digest',
        needs: [],
        find: latestTags,
    },
    {
        id: 'no-log-configuration',
        severity: 'warning',
        name: 'A container does not log',
        looksAt: 'logConfiguration of essential containers',
        needs: [],
        find: withoutLogs,
    },
    {
        id: 'root-user',
        severity: 'warning',
        name: 'A container runs as root',
        looksAt: 'user of containers, where the definition sets it; what an image sets by itself is not looked at',
        needs: [],
        find: rootUsers,
    },
    {
        id: 'placeholder',
        severity: 'warning',
        name: 'A placeholder is left',
        looksAt: 'texts such as ACCOUNT, <REGION> or YOUR_KEY in the definition, and ARNs whose account is no number',
        needs: [],
        find: placeholders,
    },
    {
        id: 'open-to-internet',
        severity: 'warning',
        name: 'The whole internet reaches the tasks',
        looksAt: 'security groups of a service that gives its tasks public addresses',
        needs: ['ec2:DescribeSecurityGroups'],
        find: openPorts,
    },
    {
        id: 'closed-to-all',
        severity: 'warning',
        name: 'Nobody reaches the tasks',
        looksAt: 'security groups of a service that gives its tasks public addresses and has no load balancer',
        needs: ['ec2:DescribeSecurityGroups'],
        find: closedPorts,
    },
    {
        id: 'no-public-address',
        severity: 'warning',
        name: 'Nothing leads to the tasks',
        looksAt: 'on Fargate, portMappings of a definition whose service has neither public addresses nor load balancer, service discovery or Service Connect',
        needs: [],
        find: withoutWayIn,
    },
    {
        id: 'one-subnet',
        severity: 'warning',
        name: 'All tasks are in one subnet',
        looksAt: 'networkConfiguration of the service',
        needs: [],
        find: oneSubnet,
    },
    {
        id: 'no-load-balancer',
        severity: 'warning',
        name: 'Several tasks, and nothing shares requests between them',
        looksAt: 'desired count, load balancers, service discovery, Service Connect, portMappings',
        needs: [],
        find: severalWithoutBalancer,
    },
    {
        id: 'count-is-scaled',
        severity: 'warning',
        name: 'The desired count is set, and auto scaling steers it',
        looksAt: 'scalable targets, only with the input desired-count',
        needs: ['application-autoscaling:DescribeScalableTargets'],
        find: scaledCount,
    },
    {
        id: 'execution-role-rights',
        severity: 'warning',
        name: 'The execution role may not pull, read, decrypt or log',
        looksAt: 'its own policies, simulated for the images, secrets and log groups of the definition, and for the KMS keys of your own that the secrets are encrypted with, where they are told by id',
        needs: ['iam:SimulatePrincipalPolicy'],
        find: missingRights,
    },
    {
        id: 'pass-role',
        severity: 'warning',
        name: 'The role of the job may not pass a role',
        looksAt: 'its own policies, simulated for iam:PassRole on the roles of the definition; in a dry run, for otherwise registering the definition tells',
        needs: ['iam:SimulatePrincipalPolicy'],
        find: unpassableRoles,
    },
    {
        id: 'caller-rights',
        severity: 'warning',
        name: 'The role of the job may not do what a deployment does',
        looksAt: 'its own policies, simulated for registering the definition and updating the service; only in a dry run',
        needs: ['iam:SimulatePrincipalPolicy'],
        find: lackingCaller,
    },
];

;// CONCATENATED MODULE: ./lib/preflight/find.js

function findings(facts, wanted, locate) {
    return checks
        .filter(({ id }) => !wanted.preflightIgnore.includes(id))
        .flatMap(({ id, severity, find }) => find(facts).map((found) => ({
        id,
        severity: wanted.preflight === 'warn' ? 'warning' : severity,
        message: found.message,
        ...locate(found),
    })));
}
function asProblem({ id, severity: _, message, ...place }) {
    const about = checks.find((check) => check.id === id)?.name;
    return { ...place, message: `${message} [${id}]`, ...(about === undefined ? {} : { about }) };
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


/***/ }),

/***/ 5282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Ke: () => (/* binding */ describedAs),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   z8: () => (/* binding */ report)
/* harmony export */ });
function report(visit, at, message) {
    visit.problems.push({ message, file: visit.file, ...at });
}
function kindOf(node) {
    if (node.kind === 'list')
        return 'a list';
    if (node.kind === 'object')
        return 'an object';
    if (node.value === null)
        return 'empty (null)';
    if (typeof node.value === 'number')
        return 'a number that ECS cannot take here';
    return typeof node.value === 'boolean' ? 'true or false' : 'text';
}
function placeText(path, node) {
    return `${pathText(path)} (line ${node.at.line})`;
}
function describedAs(path) {
    if (path.length === 0)
        return 'a task definition';
    if (path.length === 2 && path[0] === 'containerDefinitions')
        return 'a container';
    return pathText(path);
}
function pathText(path) {
    return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}


/***/ })

};
