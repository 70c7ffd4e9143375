export const id = 68;
export const ids = [68];
export const modules = {

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


/***/ })

};
