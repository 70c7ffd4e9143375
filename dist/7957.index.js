export const id = 7957;
export const ids = [7957];
export const modules = {

/***/ 7957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dockerImageTools: () => (/* binding */ dockerImageTools)
});

;// CONCATENATED MODULE: ./lib/image/image-tools-failure.js
const meanings = [
    {
        pattern: /unknown command: docker buildx|'buildx' is not a docker command|unknown (?:short)?hand flag|unknown flag/i,
        answer: notLooked('docker buildx is not installed on this machine, or is older than version 0.9'),
    },
    {
        pattern: /toomanyrequests|too many requests|\b429\b|rate limit/i,
        answer: notLooked('the registry limits how often it may be asked (429)'),
    },
    {
        pattern: /error getting credentials|docker-credential-/i,
        answer: notLooked('the credential helper of docker failed; check the docker login step'),
    },
    {
        pattern: /access denied|unauthorized|authentication required|authorization failed|\bdenied\b|forbidden|\b40[13]\b/i,
        answer: notLooked('the registry does not say without a login (docker login, e.g. docker/login-action), or the image does not exist'),
    },
    {
        pattern: /no such host|dial tcp|i\/o timeout|connection refused|connection reset|TLS handshake|x509|deadline exceeded|\b50\d\b|\bEOF\b/i,
        answer: notLooked('the registry could not be reached'),
    },
    { pattern: /manifest unknown|MANIFEST_UNKNOWN|^(?:error: )?\S+\/\S+: not found\s*$/im, answer: { kind: 'absent' } },
];
function readFailure({ code, killed, stderr }, reference) {
    if (code === 'ENOENT')
        return notLooked('docker is not installed on this machine');
    if (killed === true)
        return notLooked('the registry did not answer in time');
    const message = withoutNames(stderr, reference);
    const known = meanings.find(({ pattern }) => pattern.test(message));
    return known?.answer ?? notLooked(`docker buildx imagetools inspect failed: ${lastLine(stderr)}`);
}
function withoutNames(stderr, reference) {
    return stderr.replaceAll(reference, 'the/image').replace(/https?:\/\/[^\s"]+/g, 'the address');
}
function notLooked(reason) {
    return { kind: 'not-looked', reason };
}
function lastLine(stderr) {
    const lines = stderr.split('\n').map((line) => line.trim());
    return lines.findLast((line) => line !== '')?.slice(0, 200) ?? 'it said nothing';
}

// EXTERNAL MODULE: ./lib/image/index-platforms.js
var index_platforms = __webpack_require__(9424);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/image/image-tools.js



const timeLimit = 30_000;
function dockerImageTools(milliseconds = timeLimit) {
    return {
        async inspect(reference) {
            const ended = await Promise.race([runDocker(reference), timeUp(milliseconds)]);
            return 'failed' in ended ? readFailure(ended.failed, reference) : readAnswer(ended.stdout);
        },
    };
}
async function runDocker(reference) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 1260));
    const words = ['buildx', 'imagetools', 'inspect', '--format', '{{json .}}', reference];
    try {
        const { exitCode, stdout, stderr } = await getExecOutput('docker', words, { silent: true, ignoreReturnCode: true });
        return exitCode === 0 ? { stdout } : { failed: { code: exitCode, stderr } };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const absent = /Unable to locate executable file/i.test(message);
        return { failed: { ...(absent ? { code: 'ENOENT' } : {}), stderr: message } };
    }
}
function timeUp(milliseconds) {
    return new Promise((resolve) => {
        AbortSignal.timeout(milliseconds).addEventListener('abort', () => resolve({ failed: { killed: true, stderr: '' } }));
    });
}
function readAnswer(stdout) {
    try {
        const { manifest, image } = JSON.parse(stdout);
        const { digest, manifests } = manifest;
        if (typeof digest === 'string' && (0,reference/* isDigest */.Bc)(digest)) {
            return {
                kind: 'found',
                digest,
                platforms: (0,index_platforms/* indexPlatforms */.D)(manifests) ?? (0,index_platforms/* indexPlatforms */.D)([{ platform: image }]) ?? [],
            };
        }
    }
    catch {
    }
    return {
        kind: 'not-looked',
        reason: 'docker buildx imagetools inspect printed no digest; it may be older than version 0.9',
    };
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
