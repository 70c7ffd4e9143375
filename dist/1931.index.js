export const id = 1931;
export const ids = [1931];
export const modules = {

/***/ 4227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ forbiddenAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

const networks = [
    ['169.254.0.0', 16, 'a link-local or metadata address'],
    ['fe80::', 10, 'a link-local address'],
    ['fd00:ec2::', 32, 'a metadata address'],
    ['168.63.129.16', 32, "the address of Azure's host, on which hosted runners are"],
    ['::a9fe:0', 112, 'a link-local or metadata address'],
    ['::ffff:0:a9fe:0', 112, 'a link-local or metadata address'],
    ['64:ff9b::a9fe:0', 112, 'a link-local or metadata address'],
    ['64:ff9b:1::a9fe:0', 112, 'a link-local or metadata address'],
    ['2002:a9fe::', 32, 'a link-local or metadata address'],
];
function forbiddenAddress(host) {
    const address = host.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
    const version = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    if (version === 0)
        return undefined;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    return networks.find(([network, prefix]) => isWithin(address, family, network, prefix))?.[2];
}
function isWithin(address, family, network, prefix) {
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(network, prefix, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network) === 4 ? 'ipv4' : 'ipv6');
    return list.check(address, family);
}


/***/ }),

/***/ 1931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpRequests: () => (/* binding */ httpRequests),
/* harmony export */   mostBody: () => (/* binding */ mostBody)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1553);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7030);
/* harmony import */ var _forbidden_addresses_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4227);





const mostBody = 1_048_576;
const mostRedirects = 5;
const redirecting = [301, 302, 303, 307, 308];
class Unanswered extends Error {
    why;
    constructor(why, detail) {
        super(detail);
        this.why = why;
    }
}
function httpRequests(resolve = (name) => (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(name, { all: true })) {
    return {
        async send(request, signal) {
            const limit = AbortSignal.timeout(request.timeoutMilliseconds);
            const seen = { url: request.url };
            try {
                return await follow(request, { resolve, signal: AbortSignal.any([limit, signal]) }, seen);
            }
            catch (error) {
                const { why, detail } = limit.aborted
                    ? { why: 'time', detail: `no whole answer within ${request.timeoutMilliseconds / 1000} s` }
                    : reasonOf(error);
                return { kind: 'failed', url: seen.url, why, detail };
            }
        },
    };
}
async function follow(first, way, seen) {
    let request = first;
    for (let redirects = 0;; redirects++) {
        seen.url = request.url;
        const answer = await ask(request, way);
        const { location } = answer.headers;
        if (!first.followRedirects || !redirecting.includes(answer.status) || location === undefined)
            return answer;
        if (redirects === mostRedirects)
            throw new Unanswered('redirects', `more than ${mostRedirects} redirects`);
        request = redirected(request, answer.status, location);
    }
}
function redirected(request, status, location) {
    const url = URL.parse(location, request.url);
    if (url === null || !/^https?:$/.test(url.protocol)) {
        throw new Unanswered('redirects', 'it redirects to something that is no address');
    }
    const { body, ...rest } = request;
    const asGet = (status === 303 && request.method !== 'HEAD') || (status < 303 && request.method === 'POST');
    const headers = url.origin === new URL(request.url).origin ? request.headers : {};
    return {
        ...rest,
        headers,
        url: url.href,
        ...(asGet ? { method: 'GET' } : body === undefined ? {} : { body }),
    };
}
async function ask(request, way) {
    const url = new URL(request.url);
    const addresses = await addressesOf(url.hostname, way);
    const answer = await sent(url, request, addresses, way.signal);
    const { body, cut } = await bodyOf(answer);
    const headers = Object.entries(answer.headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]);
    return {
        kind: 'answered',
        url: request.url,
        status: answer.statusCode ?? 0,
        headers: Object.fromEntries(headers),
        body,
        cut,
    };
}
async function addressesOf(hostname, way) {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_3__.isIP)(host);
    const found = family > 0 ? [{ address: host, family }] : await lookedUp(host, way);
    for (const { address } of found) {
        const what = (0,_forbidden_addresses_js__WEBPACK_IMPORTED_MODULE_4__/* .forbiddenAddress */ .g)(address);
        if (what !== undefined) {
            const stands = family > 0 ? address : `${host} stands for ${address}, which`;
            throw new Unanswered('forbidden', `${stands} is ${what}; no request is ever sent there`);
        }
    }
    return found;
}
async function lookedUp(host, { resolve, signal }) {
    const ended = new Promise((_, reject) => {
        const end = () => reject(signal.reason);
        if (signal.aborted)
            end();
        else
            signal.addEventListener('abort', end, { once: true });
    });
    ended.catch(() => undefined);
    return Promise.race([resolve(host), ended]);
}
function sent(url, { method, headers, body }, addresses, signal) {
    const known = (_host, options, callback) => {
        if (options.all)
            callback(null, [...addresses]);
        else
            callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    };
    const isSecure = url.protocol === 'https:';
    const options = {
        method,
        headers: {
            'user-agent': 'ecs-deploy',
            accept: '*/*',
            'accept-encoding': 'identity',
            ...lowerCase(headers),
            ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
        agent: isSecure ? new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent() : new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent(),
        lookup: known,
        signal,
    };
    return new Promise((resolve, reject) => {
        const request = (isSecure ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request)(url, options, resolve);
        request.on('error', reject);
        request.end(body);
    });
}
function lowerCase(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
async function bodyOf(answer) {
    const parts = [];
    let size = 0;
    for await (const part of answer) {
        parts.push(part);
        size += part.length;
        if (size > mostBody)
            break;
    }
    answer.destroy();
    return { body: Buffer.concat(parts).subarray(0, mostBody).toString('utf8'), cut: size > mostBody };
}
const reasons = {
    ENOTFOUND: { why: 'name', detail: 'DNS knows no address for this name' },
    ENODATA: { why: 'name', detail: 'DNS knows no address for this name' },
    EAI_AGAIN: { why: 'name', detail: 'DNS did not answer' },
    ECONNREFUSED: { why: 'refused', detail: 'the connection was refused: nothing listens on this port' },
    ECONNRESET: { why: 'closed', detail: 'the connection was closed before there was an answer' },
    EPIPE: { why: 'closed', detail: 'the connection was closed before there was an answer' },
    EHOSTUNREACH: { why: 'unreachable', detail: 'no route leads to this address from here' },
    ENETUNREACH: { why: 'unreachable', detail: 'no route leads to this address from here' },
    ETIMEDOUT: { why: 'time', detail: 'no connection could be made in time' },
    EPROTO: { why: 'tls', detail: 'what answers does not speak TLS: is it http instead of https?' },
    ERR_SSL_WRONG_VERSION_NUMBER: { why: 'tls', detail: 'what answers does not speak TLS: is it http instead of https?' },
    CERT_HAS_EXPIRED: { why: 'certificate', detail: 'its certificate has expired' },
    CERT_NOT_YET_VALID: { why: 'certificate', detail: 'its certificate is not valid yet' },
    DEPTH_ZERO_SELF_SIGNED_CERT: { why: 'certificate', detail: 'its certificate is signed by itself' },
    SELF_SIGNED_CERT_IN_CHAIN: { why: 'certificate', detail: 'a certificate in its chain is signed by itself' },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
        why: 'certificate',
        detail: 'it does not send the certificates between its own and the authority',
    },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
        why: 'certificate',
        detail: 'its certificate is of an authority that is not known here',
    },
    ERR_TLS_CERT_ALTNAME_INVALID: { why: 'certificate', detail: 'its certificate is for other names' },
};
function reasonOf(error) {
    if (error instanceof Unanswered)
        return { why: error.why, detail: error.message };
    const { errors } = error;
    const { code, message } = (errors?.[0] ?? error);
    const known = reasons[code ?? ''];
    if (known === undefined)
        return { why: code?.startsWith('ERR_SSL') ? 'tls' : 'other', detail: message ?? String(error) };
    return { ...known, detail: `${known.detail} (${code})` };
}


/***/ })

};
