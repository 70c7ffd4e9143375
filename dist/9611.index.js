export const id = 9611;
export const ids = [9611];
export const modules = {

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

/***/ 6642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ placeholders)
/* harmony export */ });
const placeholders = ['public-ip', 'task-ip', 'load-balancer'];


/***/ }),

/***/ 9611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseUrlChecks: () => (/* binding */ parseUrlChecks)
/* harmony export */ });
/* harmony import */ var _verification_forbidden_addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4227);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8883);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3420);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(976);
/* harmony import */ var _verification_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6642);






const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const defaults = {
    method: 'GET',
    headers: {},
    statuses: [{ from: 200, to: 299 }],
    json: {},
    followRedirects: false,
    retries: 5,
    intervalSeconds: 5,
    timeoutSeconds: 10,
};
const simpleMembers = {
    url: { kind: 'text' },
    method: { kind: 'choice', of: methods },
    body: { kind: 'text' },
    contains: { kind: 'text' },
    'follow-redirects': { kind: 'boolean' },
    retries: { kind: 'integer', least: 0, most: 100 },
    'interval-seconds': { kind: 'integer', least: 1, most: 300 },
    'timeout-seconds': { kind: 'integer', least: 1, most: 300 },
};
const ownForms = ['status', 'json', 'headers'];
const members = {
    ...simpleMembers,
    ...Object.fromEntries(ownForms.map((name) => [name, { kind: 'text' }])),
};
const parseUrlChecks = (text) => {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .contentLines */ .$X)(text);
    if (!/^(?:-(?:\s|$)|\[)/.test(lines[0]?.text ?? '')) {
        return together(lines.map(({ number, text: url }) => checkOf({ url }, `Line ${number}`)));
    }
    const parsed = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStructured */ .jE)(text);
    if (!parsed.ok)
        return parsed;
    if (!Array.isArray(parsed.value))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .bad */ .M)('It starts like a list in YAML and is none.');
    return together(parsed.value.map((entry, index) => checkOf(typeof entry === 'string' ? { url: entry } : entry, `Entry ${index + 1}`)));
};
function together(checks) {
    const problems = [];
    const good = [];
    for (const check of checks) {
        if (check.ok)
            good.push(check.value);
        else
            problems.push(...check.problems);
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: good };
}
function checkOf(entry, place) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .bad */ .M)(`${place} is neither an address nor has it members such as url and status.`);
    }
    const said = entry;
    const simple = Object.fromEntries(Object.entries(said).filter(([name]) => !ownForms.includes(name)));
    const shape = { kind: 'record', members, required: ['url'] };
    const wrong = [...(0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .misfits */ .gX)(simple, shape, place)];
    const statuses = said.status === undefined ? defaults.statuses : statusesOf(said.status);
    if (statuses === undefined) {
        wrong.push(`${place}.status must be a status, a range or several of them, such as 200, 200-299 or "200-299, 401".`);
    }
    const json = said.json === undefined ? {} : jsonOf(said.json);
    if (json === undefined) {
        wrong.push(`${place}.json must have paths with what is to be there, such as {"status": "ok", "checks.db": true}.`);
    }
    const headers = said.headers === undefined ? {} : headersOf(said.headers);
    if (headers === undefined)
        wrong.push(`${place}.headers must have names of headers with a text each.`);
    if (typeof said.url === 'string')
        wrong.push(...urlProblems(said.url, place));
    if (said.method === 'HEAD' && (said.contains !== undefined || said.json !== undefined)) {
        wrong.push(`${place} asks with HEAD, which is answered without a body: leave contains and json out, or use GET.`);
    }
    if (wrong.length > 0 || statuses === undefined || json === undefined || headers === undefined)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .bad */ .M)(...wrong);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .good */ .u)({
        ...defaults,
        url: said.url.trim(),
        statuses,
        json,
        headers,
        ...given(said, 'method', 'method'),
        ...given(said, 'body', 'body'),
        ...given(said, 'contains', 'contains'),
        ...given(said, 'follow-redirects', 'followRedirects'),
        ...given(said, 'retries', 'retries'),
        ...given(said, 'interval-seconds', 'intervalSeconds'),
        ...given(said, 'timeout-seconds', 'timeoutSeconds'),
    });
}
function given(said, name, as) {
    return said[name] === undefined ? {} : { [as]: said[name] };
}
function statusesOf(value) {
    if (typeof value !== 'number' && typeof value !== 'string')
        return undefined;
    const ranges = String(value)
        .split(',')
        .map((part) => /^\s*(?<from>[1-5]\d\d)(?:\s*-\s*(?<to>[1-5]\d\d))?\s*$/.exec(part)?.groups);
    const found = ranges.flatMap((range) => range?.from === undefined ? [] : [{ from: Number(range.from), to: Number(range.to ?? range.from) }]);
    return found.length === ranges.length && found.every(({ from, to }) => from <= to) ? found : undefined;
}
function jsonOf(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    const fits = Object.values(value).every((one) => one === null || ['string', 'number', 'boolean'].includes(typeof one));
    return fits ? value : undefined;
}
function headersOf(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    const fits = Object.entries(value).every(([name, text]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && typeof text === 'string' && !/\p{Cc}/u.test(text));
    return fits ? value : undefined;
}
function urlProblems(written, place) {
    const unknown = [...written.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) => _verification_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .placeholders */ .F.includes(name) ? [] : [name]);
    if (unknown.length > 0) {
        return unknown.map((name) => {
            const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_5__/* .nearestName */ .q)(name, _verification_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .placeholders */ .F);
            const known = _verification_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .placeholders */ .F.map((each) => `{${each}}`).join(', ');
            return `${place}: there is no placeholder {${name}}.${near === undefined ? '' : ` Did you mean {${near}}?`} Known are ${known}.`;
        });
    }
    const url = URL.parse(written.trim().replace(/\{[^{}]*\}/g, '192.0.2.1'));
    if (url === null || !/^https?:$/.test(url.protocol)) {
        return [`${place} is not a whole address such as https://example.com/health or http://{public-ip}:8080/health.`];
    }
    if (url.username !== '' || url.password !== '') {
        return [`${place} has a user or a password in it. Send them as a header: headers: {authorization: "Basic …"}.`];
    }
    const why = (0,_verification_forbidden_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .forbiddenAddress */ .g)(url.hostname);
    return why === undefined ? [] : [`${place} is ${why}, and no request is ever sent there.`];
}


/***/ }),

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


/***/ })

};
