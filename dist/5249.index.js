export const id = 5249;
export const ids = [5249];
export const modules = {

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


/***/ })

};
