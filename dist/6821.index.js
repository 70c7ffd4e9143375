export const id = 6821;
export const ids = [6821];
export const modules = {

/***/ 6821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ecrImages: () => (/* binding */ ecrImages)
});

// EXTERNAL MODULE: ./lib/aws/call-limit.js
var call_limit = __webpack_require__(2755);
// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/image/download.js
const limitMilliseconds = 5_000;
async function downloadText(url) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(limitMilliseconds) });
    if (!answer.ok)
        throw new Error(`the download answered ${answer.status}`);
    return answer.text();
}

// EXTERNAL MODULE: ./lib/image/index-platforms.js
var index_platforms = __webpack_require__(9424);
;// CONCATENATED MODULE: ./lib/image/ecr.js




function ecrImages(clientFor, withinLimit = call_limit/* withinLimit */.zl, download = downloadText) {
    return {
        async readPlatform({ registryId, region, repository, digest }) {
            const client = await clientFor(region);
            const { GetDownloadUrlForLayerCommand } = await Promise.all(/* import() */[__webpack_require__.e(2658), __webpack_require__.e(2085), __webpack_require__.e(7288), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
            const asked = { registryId, repositoryName: repository, layerDigest: digest };
            const command = new GetDownloadUrlForLayerCommand(asked);
            const { downloadUrl } = await (0,call_limit/* ask */.kA)((options) => client.send(command, options), withinLimit);
            return downloadUrl === undefined ? undefined : platformIn(await download(downloadUrl));
        },
        async scanFindings(query) {
            const client = await clientFor(query.region);
            const { DescribeImageScanFindingsCommand } = await Promise.all(/* import() */[__webpack_require__.e(2658), __webpack_require__.e(2085), __webpack_require__.e(7288), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
            const { registryId, repository: repositoryName } = query;
            const asked = { registryId, repositoryName, imageId: imageIdOf(query), maxResults: 1 };
            const command = new DescribeImageScanFindingsCommand(asked);
            const sent = await attempt(() => (0,call_limit/* ask */.kA)((options) => client.send(command, options), withinLimit));
            if ('output' in sent)
                return readScan(sent.output);
            if (sent.error.name === 'ScanNotFoundException')
                return { kind: 'not-scanned', reason: 'it was never scanned' };
            throw sent.error;
        },
        async findImage(query) {
            const client = await clientFor(query.region);
            const { BatchGetImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(2658), __webpack_require__.e(2085), __webpack_require__.e(7288), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
            const command = new BatchGetImageCommand({
                registryId: query.registryId,
                repositoryName: query.repository,
                imageIds: [imageIdOf(query)],
            });
            const sent = await attempt(() => (0,call_limit/* ask */.kA)((options) => client.send(command, options), withinLimit));
            if ('output' in sent)
                return readAnswer(sent.output, query);
            if (sent.error.name === 'RepositoryNotFoundException')
                return repositoryAbsent(client, query, withinLimit);
            return { kind: 'not-looked', reason: refusal(sent.error, 'ecr:BatchGetImage') };
        },
    };
}
function imageIdOf(query) {
    return 'tag' in query ? { imageTag: query.tag } : { imageDigest: query.digest };
}
function readScan({ imageScanStatus, imageScanFindings }) {
    const { status = 'unknown', description } = imageScanStatus ?? {};
    if (status !== 'COMPLETE' && status !== 'ACTIVE') {
        return { kind: 'not-scanned', reason: [`its scan is ${status}`, description].filter(Boolean).join(': ') };
    }
    return { kind: 'scanned', counts: imageScanFindings?.findingSeverityCounts ?? {} };
}
function readAnswer({ images, failures }, query) {
    const image = images?.[0];
    const digest = image?.imageId?.imageDigest;
    if (image === undefined || digest === undefined)
        return readFailure(failures?.[0]);
    const platforms = (0,index_platforms/* indexPlatforms */.D)(parsedManifest(image.imageManifest)?.manifests);
    const mediaType = image.imageManifestMediaType ?? '';
    if (platforms !== undefined)
        return { kind: 'found', digest, mediaType, platforms };
    const config = configOf(image.imageManifest, query);
    return { kind: 'found', digest, mediaType, ...(config === undefined ? {} : { config }) };
}
function configOf(manifest, query) {
    const digest = parsedManifest(manifest)?.config?.digest;
    if (typeof digest !== 'string')
        return undefined;
    return { registryId: query.registryId, region: query.region, repository: query.repository, digest };
}
function platformIn(config) {
    const { os, architecture, variant } = JSON.parse(config);
    return os && architecture ? [os, architecture, variant].filter(Boolean).join('/') : undefined;
}
function readFailure(failure) {
    const code = failure?.failureCode;
    if (code === 'ImageNotFound')
        return { kind: 'absent' };
    if (code === 'ImageInaccessible') {
        return { kind: 'absent', reason: 'it cannot be pulled, because it is archived or not yet restored' };
    }
    return {
        kind: 'not-looked',
        reason: `ECR answered ${[code, failure?.failureReason].filter(Boolean).join(': ') || 'nothing'}`,
    };
}
function parsedManifest(manifest) {
    try {
        return JSON.parse(manifest ?? '{}');
    }
    catch {
        return undefined;
    }
}
async function repositoryAbsent(client, query, withinLimit) {
    const read = await attempt(() => pullThroughRules(client, query.registryId, withinLimit));
    if ('output' in read) {
        const rule = read.output.find(({ ecrRepositoryPrefix: prefix }) => covers(prefix, query.repository));
        if (rule === undefined)
            return { kind: 'repository-absent' };
        const reason = `the pull-through cache rule ${rule.ecrRepositoryPrefix} creates the repository ${query.repository} with the first pull`;
        return { kind: 'not-looked', reason };
    }
    if (!query.repository.includes('/'))
        return { kind: 'repository-absent' };
    const unread = refusal(read.error, 'ecr:DescribePullThroughCacheRules');
    const reason = `the repository ${query.repository} does not exist, and whether a pull-through cache creates it could not be read: ${unread}`;
    return { kind: 'not-looked', reason };
}
async function pullThroughRules(client, registryId, withinLimit) {
    const { paginateDescribePullThroughCacheRules } = await Promise.all(/* import() */[__webpack_require__.e(2658), __webpack_require__.e(2085), __webpack_require__.e(7288), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    return (0,call_limit/* ask */.kA)(async (options) => {
        const rules = [];
        for await (const page of paginateDescribePullThroughCacheRules({ client }, { registryId }, options)) {
            rules.push(...(page.pullThroughCacheRules ?? []));
        }
        return rules;
    }, withinLimit);
}
function covers(prefix, repository) {
    return prefix === 'ROOT' || (prefix !== undefined && repository.startsWith(`${prefix}/`));
}
async function attempt(call) {
    try {
        return { output: await call() };
    }
    catch (error) {
        return { error: error instanceof Error ? error : new Error(String(error)) };
    }
}
function refusal(error, action) {
    if (/^AccessDenied/.test(error.name))
        return `the credentials do not allow ${action}`;
    if (/^ExpiredToken|^UnrecognizedClient|^InvalidSignature|^CredentialsProvider/.test(error.name)) {
        return `the credentials were refused (${error.name})`;
    }
    return `${action}: ${(0,failure/* describeFailure */.Ic)(error)}`;
}


/***/ }),

/***/ 9424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ indexPlatforms)
/* harmony export */ });
function indexPlatforms(entries) {
    if (!Array.isArray(entries))
        return undefined;
    return entries.flatMap((entry) => {
        const { os, architecture, variant } = entry?.platform ?? {};
        if (os === undefined || architecture === undefined || os === 'unknown')
            return [];
        return [[os, architecture, variant].filter(Boolean).join('/')];
    });
}


/***/ })

};
