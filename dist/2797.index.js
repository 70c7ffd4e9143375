export const id = 2797;
export const ids = [2797];
export const modules = {

/***/ 5178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  registryImages: () => (/* binding */ registryImages)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/image/index-platforms.js
var index_platforms = __webpack_require__(9424);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/image/registry-session.js
class RegistrySession {
    #base;
    #repository;
    #login;
    #signal;
    #send;
    #authorization;
    constructor({ registry, repository }, login, signal, send) {
        this.#base = `${schemeOf(registry)}://${registry === 'docker.io' ? dockerHub : registry}`;
        this.#repository = repository;
        this.#login = login;
        this.#signal = signal;
        this.#send = send;
    }
    async get(path, accept) {
        const url = `${this.#base}/v2/${this.#repository}/${path}`;
        const first = await this.#ask(url, accept);
        if (first.status !== 401)
            return first;
        const authorization = await this.#answerTo(first.headers.get('www-authenticate') ?? '');
        if (authorization === undefined)
            return first;
        await first.body?.cancel();
        this.#authorization = authorization;
        return this.#ask(url, accept);
    }
    #ask(url, accept) {
        const headers = { accept, ...(this.#authorization && { authorization: this.#authorization }) };
        return this.#send(url, { headers, signal: this.#signal });
    }
    async #answerTo(challenge) {
        if (/^basic\b/i.test(challenge))
            return this.#basic();
        if (!/^bearer\b/i.test(challenge))
            return undefined;
        const { realm, service, scope } = parametersOf(challenge);
        const token = realm === undefined ? undefined : URL.parse(realm);
        if (!token || (token.protocol !== 'https:' && !this.#base.startsWith('http:')))
            return undefined;
        if (service !== undefined)
            token.searchParams.set('service', service);
        token.searchParams.set('scope', scope ?? `repository:${this.#repository}:pull`);
        const authorization = this.#basic();
        const answer = await this.#send(token.href, {
            ...(authorization && { headers: { authorization } }),
            signal: this.#signal,
        });
        if (!answer.ok)
            return undefined;
        const told = (await answer.json());
        const value = told.token ?? told.access_token;
        return typeof value === 'string' ? `Bearer ${value}` : undefined;
    }
    #basic() {
        if (this.#login === undefined)
            return undefined;
        const { username, password } = this.#login;
        return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    }
}
const dockerHub = 'registry-1.docker.io';
function schemeOf(registry) {
    return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(registry) ? 'http' : 'https';
}
function parametersOf(challenge) {
    const found = challenge.matchAll(/([a-z]+)="([^"]*)"/gi);
    return Object.fromEntries([...found].map(([, name = '', value]) => [name.toLowerCase(), value]));
}

;// CONCATENATED MODULE: ./lib/image/registry.js




const timeLimit = 10_000;
const largestManifest = 4 * 1024 * 1024;
const manifestTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const absentCodes = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'];
function registryImages(loginOf, milliseconds = timeLimit, send = fetch) {
    return {
        async inspect(reference) {
            const parsed = (0,image_reference/* parseImageReference */.o_)(reference);
            if (!parsed.ok)
                return notLooked('it is no image');
            const signal = AbortSignal.timeout(milliseconds);
            try {
                const login = await loginOf(parsed.value.registry);
                return await lookUp(parsed.value, new RegistrySession(parsed.value, login, signal, send));
            }
            catch (error) {
                if (error instanceof TooLong)
                    return notLooked('the registry answered more than a manifest may be');
                return notLooked(signal.aborted ? 'the registry did not answer in time' : 'the registry could not be reached');
            }
        },
    };
}
async function lookUp(reference, session) {
    const wanted = reference.digest ?? reference.tag ?? 'latest';
    const answer = await session.get(`manifests/${wanted}`, manifestTypes);
    if (!answer.ok)
        return readFailure(answer, await bodyOf(answer));
    const body = await bodyOf(answer);
    const digest = digestOf(reference, answer, body);
    if (digest === undefined)
        return notLooked('the registry answered something else than the manifest of the image');
    return { kind: 'found', digest, platforms: await platformsIn(body, session) };
}
function digestOf({ digest }, answer, body) {
    const counted = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
    const told = digest ?? answer.headers.get('docker-content-digest') ?? counted;
    if (!(0,image_reference/* isDigest */.Bc)(told) || parsedManifest(body) === undefined)
        return undefined;
    return told.startsWith('sha256:') && told !== counted ? undefined : told;
}
class TooLong extends Error {
}
function parsedManifest(body) {
    try {
        const parsed = JSON.parse(Buffer.from(body).toString());
        return parsed?.schemaVersion === 2 ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
async function platformsIn(body, session) {
    const { manifests, config } = parsedManifest(body) ?? {};
    const listed = (0,index_platforms/* indexPlatforms */.D)(manifests);
    if (listed !== undefined)
        return listed;
    if (typeof config?.digest !== 'string' || !(0,image_reference/* isDigest */.Bc)(config.digest))
        return [];
    try {
        const answer = await session.get(`blobs/${config.digest}`, '*/*');
        if (!answer.ok)
            return [];
        return (0,index_platforms/* indexPlatforms */.D)([{ platform: JSON.parse(Buffer.from(await bodyOf(answer)).toString()) }]) ?? [];
    }
    catch {
        return [];
    }
}
async function bodyOf(answer) {
    const chunks = [];
    let length = 0;
    for await (const chunk of answer.body ?? []) {
        length += chunk.length;
        if (length > largestManifest)
            throw new TooLong();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function readFailure({ status }, body) {
    if (status === 404 && codesIn(body).some((code) => absentCodes.includes(code)))
        return { kind: 'absent' };
    if (status === 401 || status === 403) {
        return notLooked('the registry does not say without a login (docker login, e.g. docker/login-action), or the image does not exist');
    }
    if (status === 429)
        return notLooked('the registry limits how often it may be asked (429)');
    return notLooked(`the registry answered ${status}`);
}
function codesIn(body) {
    try {
        const { errors } = JSON.parse(Buffer.from(body).toString());
        return Array.isArray(errors) ? errors.flatMap((error) => error?.code ?? []) : [];
    }
    catch {
        return [];
    }
}
function notLooked(reason) {
    return { kind: 'not-looked', reason };
}


/***/ })

};
