export const id = 1994;
export const ids = [1994];
export const modules = {

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


/***/ }),

/***/ 1994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  otherRegistries: () => (/* binding */ otherRegistries),
  withDockerOrWithout: () => (/* binding */ withDockerOrWithout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/image/docker-logins.js



const dockerHub = 'https://index.docker.io/v1/';
function dockerLogins(env) {
    const path = (0,external_node_path_.join)(env.DOCKER_CONFIG || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.docker'), 'config.json');
    return async (registry) => {
        try {
            const { auths = {} } = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
            const names = registry === 'docker.io' ? [dockerHub, 'docker.io', 'index.docker.io'] : [registry, `https://${registry}`];
            return names.map((name) => loginIn(auths[name])).find((login) => login !== undefined);
        }
        catch {
            return undefined;
        }
    };
}
function loginIn(stored) {
    if (typeof stored?.auth !== 'string')
        return undefined;
    const text = Buffer.from(stored.auth, 'base64').toString();
    const colon = text.indexOf(':');
    if (colon < 1)
        return undefined;
    return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

;// CONCATENATED MODULE: ./lib/image/image-tools-failure.js
const meanings = [
    {
        pattern: /unknown command: docker buildx|'buildx' is not a docker command|unknown (?:short)?hand flag|unknown flag/i,
        answer: noDocker('docker buildx is not installed on this machine, or is older than version 0.9'),
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
        return noDocker('docker is not installed on this machine');
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
function noDocker(reason) {
    return { kind: 'not-looked', reason, missing: 'docker' };
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

;// CONCATENATED MODULE: ./lib/image/other-registries.js


function otherRegistries(env) {
    const itself = {
        inspect: async (image) => (await __webpack_require__.e(/* import() */ 2797).then(__webpack_require__.bind(__webpack_require__, 5178))).registryImages(dockerLogins(env)).inspect(image),
    };
    return withDockerOrWithout(dockerImageTools(), itself);
}
function withDockerOrWithout(docker, itself) {
    return {
        async inspect(reference) {
            const answer = await docker.inspect(reference);
            if (answer.kind !== 'not-looked' || answer.missing !== 'docker')
                return answer;
            const told = await itself.inspect(reference);
            if (told.kind !== 'not-looked')
                return told;
            return { kind: 'not-looked', reason: `${answer.reason}, and ${told.reason}` };
        },
    };
}


/***/ })

};
