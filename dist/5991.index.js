export const id = 5991;
export const ids = [5991];
export const modules = {

/***/ 2891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _u: () => (/* binding */ readGroupEntries),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/* unused harmony export entryInputs */
/* harmony import */ var _task_definition_read_file_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5138);
/* harmony import */ var _foreign_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(616);
/* harmony import */ var _group_entry_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4319);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8883);
/* harmony import */ var _needs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3292);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8508);






const entryInputs = [
    ...['image', 'images', 'container-name', 'task-definition', 'ecr-repository', 'image-digest', 'image-tag'],
    ...['pin-digest', 'allow-unknown-members', 'environment-variables', 'environment-variables-strategy'],
    ...['secrets', 'secrets-strategy', 'docker-labels', 'docker-labels-strategy', 'env-files', 'command'],
    ...['log-configuration-log-driver', 'log-configuration-options', 'log-configuration-options-strategy'],
    ...['cpu', 'memory', 'task-role-arn', 'execution-role-arn', 'variables', 'desired-count'],
    ...['force-new-deployment', 'enable-execute-command', 'platform-version'],
    ...['health-check-grace-period-seconds', 'capacity-provider-strategy', 'network-configuration'],
    ...['deployment-circuit-breaker', 'service-managed-ebs-volume-name', 'service-managed-ebs-volume'],
    ...['propagate-tags', 'enable-ecs-managed-tags', 'tags', 'preflight-ignore', 'wait-for-minutes'],
    ...['max-failed-tasks', 'settle-seconds', 'rollback-wait-minutes', 'autoscaling', 'keep-revisions'],
    ...['pre-deploy-command', 'pre-deploy-container', 'pre-deploy-timeout-minutes'],
    ...['verify-urls', 'verify-command', 'verify-timeout-seconds', 'verify-alarms', 'verify-alarms-minutes'],
];
const groupInputs = [
    ...['cluster', 'aws-region', 'default-tags', 'preflight', 'wait-for-service-stability', 'dry-run'],
    ...['rollback-on-failure', 'on-group-failure', 'on-in-progress', 'on-cancel', 'refuse-older-commit'],
    'github-token',
];
const ownMembers = ['name', 'needs', ...entryInputs];
function readGroupEntries(text, place, variables) {
    const problems = [];
    const refuse = (at, message) => void problems.push({ ...place, ...at, message });
    const read = (0,_task_definition_read_file_text_js__WEBPACK_IMPORTED_MODULE_0__/* .readFileText */ .e)(text, place.file ?? 'services', variables);
    problems.push(...read.problems.map(({ file: _, ...problem }) => ({ ...place, ...problem })));
    if (read.root === undefined)
        return { entries: [], problems: problems.map(inWordsOfAGroup) };
    if (read.root.kind !== 'list' || read.root.items.length === 0) {
        refuse(read.root.at, `It must be a list of services, each beginning with "- name: …".${listed(read.root)}`);
        return { entries: [], problems };
    }
    const entries = read.root.items.flatMap((node) => entryOf(node, refuse) ?? []);
    refuseNames(entries, refuse);
    return { entries: entries.map(({ needsAt: _, ...entry }) => entry), problems };
}
function inWordsOfAGroup(problem) {
    return {
        ...problem,
        message: problem.message
            .replace('It must contain a task definition.', 'It must contain a list of services.')
            .replace('Keep one task definition per file.', 'Keep one list of services.')
            .replace('in a task definition', 'here'),
    };
}
function listed(root) {
    if (root.kind !== 'object')
        return '';
    const under = root.entries.find(({ key }) => key === 'services');
    return under === undefined ? '' : ' Leave the line "services:" out.';
}
function entryOf(node, refuse) {
    if (node.kind !== 'object') {
        refuse(node.at, 'It must be an object with the member name: "- name: web".');
        return undefined;
    }
    for (const entry of node.entries)
        if (!ownMembers.includes(entry.key))
            refuse(entry.keyAt, unknownMember(entry.key));
    const name = nameOf(node, refuse);
    const needs = needsOf(node, refuse);
    const members = node.entries.flatMap((entry) => memberOf(entry, name, refuse));
    if (name === undefined)
        return undefined;
    return {
        name: name.text,
        at: name.at,
        needs: needs.map(({ text }) => text),
        needsAt: needs.map(({ at }) => at),
        members: new Map(members),
    };
}
function unknownMember(key) {
    if (groupInputs.includes(key))
        return `"${key}" is for the whole group: set the input ${key} of the action instead.`;
    if (key === 'service')
        return 'An entry has no member "service". Write name.';
    const hyphenated = key.replaceAll('_', '-').toLowerCase();
    const own = ownMembers.find((one) => one === hyphenated) ?? (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(hyphenated, ownMembers);
    if (own !== undefined)
        return `An entry has no member "${key}". Did you mean ${own}?`;
    const foreign = _foreign_names_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignNames */ .r.get(hyphenated);
    if (foreign !== undefined)
        return `An entry has no member "${key}": ${foreign}`;
    return `An entry has no member "${key}". It may have ${ownMembers.join(', ')}.`;
}
function nameOf(node, refuse) {
    const found = node.entries.find(({ key }) => key === 'name')?.value;
    if (found === undefined) {
        if (node.entries.some(({ key }) => key === 'service'))
            return undefined;
        refuse(node.at, 'It has no name. Write the name of the service: "name: web".');
        return undefined;
    }
    return serviceName(found, refuse);
}
function serviceName(node, refuse) {
    if (node.kind === 'scalar' && node.refused)
        return undefined;
    if (node.kind === 'scalar' && (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .isService */ .kd)(node.text))
        return { text: node.text, at: node.at };
    const shown = node.kind === 'scalar' ? `"${node.text}"` : 'This';
    refuse(node.at, `${shown} is not the name or the ARN of a service.`);
    return undefined;
}
function needsOf(node, refuse) {
    const found = node.entries.find(({ key }) => key === 'needs')?.value;
    if (found === undefined || (found.kind === 'scalar' && found.value === null))
        return [];
    const items = found.kind === 'list' ? found.items : [found];
    return items.flatMap((item) => serviceName(item, refuse) ?? []);
}
function memberOf({ key, value }, name, refuse) {
    const input = entryInputs.find((one) => one === key);
    if (input === undefined || (value.kind === 'scalar' && value.refused))
        return [];
    const text = (0,_group_entry_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inputText */ .AN)(input, value);
    if (!text.ok) {
        for (const { message } of text.problems) {
            refuse(value.at, `${key}${name === undefined ? '' : ` of ${name.text}`}: ${message}`);
        }
        return [];
    }
    return text.value.trim() === '' ? [] : [[input, { text: text.value, at: value.at }]];
}
function refuseNames(entries, refuse) {
    const shortNames = entries.map(({ name }) => short(name));
    for (const [index, { name, at, needs, needsAt }] of entries.entries()) {
        const first = entries[shortNames.indexOf(short(name))];
        if (first !== undefined && first !== entries[index]) {
            refuse(at, `${name} is there twice; the first is on line ${first.at.line}. Name it once.`);
        }
        for (const [number, need] of needs.entries()) {
            const place = needsAt[number] ?? at;
            const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestName */ .q)(short(need), shortNames);
            if (!shortNames.includes(short(need))) {
                const hint = near === undefined ? `The group has ${shortNames.join(', ')}.` : `Did you mean ${near}?`;
                refuse(place, `${name} needs ${need}, which is not in this group. ${hint}`);
            }
            else if (needs.findIndex((one) => short(one) === short(need)) < number)
                refuse(place, `${need} is named twice in needs of ${name}. Name it once.`);
        }
    }
    const known = entries.map(({ name, needs }) => ({ name: short(name), needs: needs.map(short) }));
    for (const circle of (0,_needs_js__WEBPACK_IMPORTED_MODULE_5__/* .circlesIn */ .DH)(known)) {
        const [start = ''] = circle;
        const entry = entries[shortNames.indexOf(start)];
        const next = circle[1] ?? start;
        const place = entry.needsAt[entry.needs.findIndex((need) => short(need) === next)] ?? entry.at;
        const way = [...circle.slice(1), start].map((name) => `needs ${name}`).join(', which ');
        refuse(place, `${start} ${way}: none of them could ever begin. Take one of these needs away.`);
    }
}
function short(service) {
    return service.slice(service.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 4319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ inputText),
/* harmony export */   TU: () => (/* binding */ pairLine),
/* harmony export */   aw: () => (/* binding */ pairInputs)
/* harmony export */ });
/* harmony import */ var _task_definition_file_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3420);


const pairInputs = [
    'images',
    'environment-variables',
    'secrets',
    'docker-labels',
    'log-configuration-options',
    'variables',
    'tags',
];
const lineInputs = [
    'env-files',
    'allow-unknown-members',
    'preflight-ignore',
    'verify-alarms',
];
const structuredInputs = [
    'capacity-provider-strategy',
    'network-configuration',
    'deployment-circuit-breaker',
    'service-managed-ebs-volume',
];
function inputText(input, node) {
    if (node.kind === 'scalar')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(node.text);
    if (structuredInputs.includes(input))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(JSON.stringify((0,_task_definition_file_node_js__WEBPACK_IMPORTED_MODULE_1__/* .plainValue */ ._y)(node)));
    if (node.kind === 'object')
        return pairInputs.includes(input) ? pairLines(node.entries) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)('It cannot be an object.');
    if (input === 'verify-urls')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(JSON.stringify((0,_task_definition_file_node_js__WEBPACK_IMPORTED_MODULE_1__/* .plainValue */ ._y)(node)));
    const texts = node.items.map((item) => (item.kind === 'scalar' ? item.text : undefined));
    if (texts.some((text) => text === undefined))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)('Its items must be texts.');
    if (input === 'command' || input === 'pre-deploy-command')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(JSON.stringify(texts));
    if (lineInputs.includes(input) || pairInputs.includes(input))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(texts.join('\n'));
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)('It cannot be a list.');
}
function pairLines(entries) {
    const wrong = entries.flatMap(({ key, value }) => {
        if (key.includes('=') || key.includes('\n') || key.trim().startsWith('#'))
            return [`The name on line ${value.at.line} cannot be one: it has "=" or a line break in it, or begins with "#".`];
        return value.kind === 'scalar' ? [] : [`The value of ${key} must be a text.`];
    });
    if (wrong.length > 0)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(...wrong);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(entries.map(({ key, value }) => pairLine(key, value.kind === 'scalar' ? value.text : '')).join('\n'));
}
function pairLine(name, value) {
    if (!value.includes('\n') && !value.includes('\r') && value.trim() === value)
        return `${name}=${value}`;
    const lines = value.split('\n').map((line) => line.trimEnd());
    let end = 'END';
    while (lines.includes(end))
        end += '_';
    return `${name}<<${end}\n${value}\n${end}`;
}


/***/ }),

/***/ 5991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readGroupInputs),
  L: () => (/* binding */ readServicesFile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/inputs/deep-freeze.js
var deep_freeze = __webpack_require__(491);
// EXTERNAL MODULE: ./lib/inputs/deploy-input-names.js
var deploy_input_names = __webpack_require__(8866);
// EXTERNAL MODULE: ./lib/inputs/group-entry-text.js
var group_entry_text = __webpack_require__(4319);
// EXTERNAL MODULE: ./lib/inputs/lines.js
var lines = __webpack_require__(742);
;// CONCATENATED MODULE: ./lib/inputs/group-defaults.js


const anyName = (0,lines/* parsePairs */.xg)({ name: /^[^=]+$/, nameIs: 'a name' });
const wholeImage = ['image', 'images'];
const ownRegistry = ['image-tag', 'image-digest'];
function withDefaults(given, entry, isFile) {
    const own = new Map([...entry].map(([name, { text }]) => [name, text]));
    const defaults = new Map([...given].filter(([name]) => !isPushedOut(name, own)));
    const inputs = new Map([...defaults, ...own]);
    for (const name of group_entry_text/* pairInputs */.aw) {
        const [one, other] = [defaults.get(name), own.get(name)];
        if (one !== undefined)
            inputs.set(name, mergedPairs(one, other ?? '', namesElsewhere(name, own)));
        if (inputs.get(name) === '')
            inputs.delete(name);
    }
    if (!inputs.has('ecr-repository'))
        for (const name of ownRegistry)
            if (!own.has(name))
                inputs.delete(name);
    if (!own.has('variables') && !isFile(inputs.get('task-definition') ?? ''))
        inputs.delete('variables');
    return inputs;
}
function isPushedOut(name, own) {
    const saysImage = wholeImage.some((one) => own.has(one));
    if (name === 'image')
        return saysImage || own.has('ecr-repository');
    if (name === 'ecr-repository')
        return saysImage;
    if (ownRegistry.includes(name))
        return saysImage || ownRegistry.some((one) => own.has(one));
    return false;
}
function namesElsewhere(name, own) {
    const other = name === 'secrets' ? 'environment-variables' : name === 'environment-variables' ? 'secrets' : undefined;
    const pairs = other === undefined ? undefined : anyName(own.get(other) ?? '');
    return new Set(pairs?.ok ? pairs.value.map((pair) => pair.name) : []);
}
function mergedPairs(given, own, elsewhere) {
    const [one, other] = [anyName(given), anyName(own)];
    if (!one.ok)
        return given;
    if (!other.ok)
        return own;
    const names = new Set(other.value.map(({ name }) => name));
    const kept = one.value.filter(({ name }) => !names.has(name) && !elsewhere.has(name));
    return [...kept, ...other.value].map(({ name, value }) => (0,group_entry_text/* pairLine */.TU)(name, value)).join('\n');
}

// EXTERNAL MODULE: ./lib/inputs/group-entries.js
var group_entries = __webpack_require__(2891);
// EXTERNAL MODULE: ./lib/inputs/input-reader.js
var input_reader = __webpack_require__(5121);
// EXTERNAL MODULE: ./lib/inputs/overrides.js
var overrides = __webpack_require__(6452);
// EXTERNAL MODULE: ./lib/inputs/read-deploy-inputs.js + 1 modules
var read_deploy_inputs = __webpack_require__(834);
// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __webpack_require__(1420);
;// CONCATENATED MODULE: ./lib/inputs/read-group-inputs.js










const ofOneService = [
    'pre-deploy-command',
    'pre-deploy-container',
    'verify-urls',
    'verify-command',
    'verify-alarms',
];
const notForEntries = [
    ...['services', 'services-file', 'on-group-failure', 'images', 'service'],
    ...ofOneService,
];
async function readGroupInputs(env, files) {
    const reader = new input_reader/* InputReader */.i(env, deploy_input_names/* deployInputDefaults */.yo);
    const onGroupFailure = reader.take('on-group-failure', (0,scalars/* parseChoice */.HU)(['rollback', 'keep']));
    const given = await readGiven(reader, env, files);
    refuseCombinations(reader, given.entries, onGroupFailure);
    const texts = deploy_input_names/* deployInputNames */.yJ.flatMap((name) => {
        const text = notForEntries.includes(name) ? undefined : env[variable(name)];
        return text === undefined || text.trim() === '' ? [] : [[name, text]];
    });
    const isFile = (text) => files.exists(inWorkspace(text, env));
    const problems = [...reader.problems, ...given.problems];
    const members = [];
    const ofMembers = [];
    const names = given.entries.map(({ name }) => (0,group_entries/* short */.h0)(name));
    for (const entry of given.entries) {
        const inputs = withDefaults(new Map(texts), entry.members, isFile);
        const own = await (0,read_deploy_inputs/* readDeployInputs */.J)(asEnvironment(entry.name, inputs, env), files);
        const placed = placer(entry, given.place);
        if (own.ok) {
            const needs = entry.needs.map((need) => names.indexOf((0,group_entries/* short */.h0)(need)));
            members.push({ inputs: own.value, needs, placed });
        }
        else
            problems.push(...own.problems.map(placed));
        ofMembers.push({ ...(own.ok ? own.value : own.file), placed });
    }
    problems.push(...unusedDefaults(new Map(texts), given.entries));
    if (problems.length > 0)
        return { ok: false, problems: (0,deep_freeze/* deepFreeze */.o)(distinct(problems)), files: ofMembers };
    return { ok: true, value: { members, onGroupFailure: onGroupFailure ?? 'rollback' } };
}
async function readGiven(reader, env, files) {
    const [text, path] = [reader.lines('services'), reader.text('services-file')];
    if (text !== undefined && path !== undefined)
        reader.refuse('services', 'services-file is given as well. Leave one.');
    if (text !== undefined) {
        const place = { input: 'services' };
        return { place, ...(0,group_entries/* readGroupEntries */._u)(text, place) };
    }
    if (path === undefined) {
        reader.refuse('on-group-failure', 'It is for a group of services: it needs services or services-file.');
        return { place: { input: 'services' }, entries: [], problems: [] };
    }
    const read = readServicesFile(path, env, files);
    const place = { input: 'services-file', file: path };
    if (!read.ok)
        return { place, entries: [], problems: read.problems };
    const pairs = (0,lines/* parsePairs */.xg)(overrides/* variableNames */.zo)(reader.lines('variables') ?? '');
    const values = pairs.ok ? pairs.value : [];
    const variables = reader.lines('variables') === undefined ? undefined : new Map(values.map(({ name, value }) => [name, value]));
    return { place, ...(0,group_entries/* readGroupEntries */._u)(read.value, place, variables) };
}
function readServicesFile(path, env, files) {
    const resolved = inWorkspace(path, env);
    if (files.exists(resolved))
        return { ok: true, value: files.read(resolved) };
    const message = `There is no file ${resolved}. Check the path, and that a checkout step runs before this one.`;
    return { ok: false, problems: [{ input: 'services-file', message }] };
}
function inWorkspace(path, env) {
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.resolve)(env.GITHUB_WORKSPACE || '.', path);
}
function refuseCombinations(reader, entries, onGroupFailure) {
    if (reader.text('service') !== undefined) {
        reader.refuse('service', 'A group of services is given as well. Leave one.');
    }
    if (reader.text('images') !== undefined) {
        reader.refuse('images', 'In a group each service has containers of its own: write images in its entry.');
    }
    for (const name of ofOneService) {
        if (reader.lines(name) !== undefined) {
            reader.refuse(name, 'In a group it is written in the entry of the service that it is about.');
        }
    }
    const isFalse = (name) => reader.text(name)?.toLowerCase() === 'false';
    if (onGroupFailure === 'rollback' && isFalse('rollback-on-failure')) {
        reader.refuse('rollback-on-failure', 'With "false" the service that fails stays as it is, and on-group-failure "rollback" would take the others back. Set on-group-failure to "keep" as well.');
    }
    if (isFalse('wait-for-service-stability') && entries.some(({ needs }) => needs.length > 0)) {
        reader.refuse('wait-for-service-stability', 'With "false" nothing is waited for, so that needs cannot be kept.');
    }
}
function unusedDefaults(given, entries) {
    if (given.has('ecr-repository') || entries.some(({ members }) => members.has('ecr-repository')))
        return [];
    return ['image-tag', 'image-digest']
        .filter((input) => given.has(input))
        .map((input) => ({ input, message: 'No service of the group has an ecr-repository that it could be in.' }));
}
function variable(name) {
    return `INPUT_${name.toUpperCase()}`;
}
function asEnvironment(service, inputs, env) {
    const others = Object.entries(env).filter(([name]) => !deploy_input_names/* deployInputNames */.yJ.some((input) => variable(input) === name));
    const own = [...inputs].map(([name, text]) => [variable(name), text]);
    return { ...Object.fromEntries(others), ...Object.fromEntries(own), [variable('service')]: service };
}
function placer({ name, members, at }, place) {
    return (problem) => {
        const { input, file } = problem;
        if (file !== undefined)
            return problem;
        if (input === 'service')
            return { ...problem, ...place, ...at };
        const member = input === undefined ? undefined : members.get(input);
        if (member !== undefined)
            return { ...problem, ...place, ...member.at, message: `${input} of ${name}: ${problem.message}` };
        return input === undefined ? { ...problem, ...place, ...at, message: `${name}: ${problem.message}` } : problem;
    };
}
function distinct(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}


/***/ }),

/***/ 5138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ readFileText)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/task-definition/json-comments.js
function looksLikeJson(text) {
    return /^(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*[{[]/.test(text);
}
function blankComments(text) {
    const parts = [];
    let from = 0;
    for (let index = 0; index < text.length; index++) {
        const char = text[index];
        if (char === '"') {
            const end = endOfString(text, index);
            if (end === undefined)
                return { unclosedAt: index };
            index = end;
        }
        else {
            const end = endOfComment(text, index);
            if (end === undefined)
                continue;
            parts.push(text.slice(from, index), text.slice(index, end).replace(/[^\r\n]/g, ' '));
            from = end;
            index = end - 1;
        }
    }
    parts.push(text.slice(from));
    return parts.join('');
}
function endOfString(text, start) {
    for (let index = start + 1; index < text.length; index++) {
        const char = text[index];
        if (char === '\\')
            index++;
        else if (char === '"')
            return index;
        else if (char === '\n')
            return undefined;
    }
    return undefined;
}
function endOfComment(text, index) {
    const before = text[index - 1] ?? ' ';
    if (text[index] === '#')
        return /\s/.test(before) ? endOfLine(text, index) : undefined;
    if (text[index] !== '/')
        return undefined;
    if (text[index + 1] === '*')
        return endOfBlock(text, index);
    return text[index + 1] === '/' && before !== ':' ? endOfLine(text, index) : undefined;
}
function endOfLine(text, index) {
    const end = text.indexOf('\n', index);
    return end === -1 ? text.length : end;
}
function endOfBlock(text, index) {
    const end = text.indexOf('*/', index + 2);
    return end === -1 ? text.length : end + 2;
}

;// CONCATENATED MODULE: ./lib/task-definition/placeholders.js
const START = '\uFDD0';
const FIRST_DIGIT = 0xfdd1;
const BASE = 29;
const FILL = '\uFDEF';
const MARK = /\uFDD0([\uFDD1-\uFDED]+)\uFDEF*/g;
function markPlaceholders(text, variables) {
    const placeholders = [];
    const marks = new Map();
    const marked = text.replace(/(\$?)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (whole, dollar, name) => {
        if (!marks.has(whole)) {
            marks.set(whole, markOf(placeholders.length, whole.length));
            placeholders.push({ name, value: dollar === '' ? variables.get(name) : whole.slice(1) });
        }
        return marks.get(whole) ?? whole;
    });
    if (text.includes(START) || placeholders.length >= BASE ** 3)
        return undefined;
    const find = (digits) => placeholders[indexOf(digits)];
    return {
        text: marked,
        reveal: (part) => part.replace(MARK, (mark, digits) => find(digits)?.value ?? mark),
        unsetIn: (from, to) => [...marked.slice(from, to).matchAll(MARK)].flatMap((match) => {
            const placeholder = find(match[1] ?? '');
            return placeholder && placeholder.value === undefined
                ? [{ name: placeholder.name, offset: from + match.index }]
                : [];
        }),
        isMark: (part) => part.replace(MARK, '') === '' && part.lastIndexOf(START) === 0,
    };
}
function unmarked(text) {
    return { text, reveal: (part) => part, unsetIn: () => [], isMark: () => false };
}
function markOf(index, length) {
    const digits = [];
    for (let rest = index; rest > 0 || digits.length === 0; rest = Math.floor(rest / BASE)) {
        digits.unshift(String.fromCharCode(FIRST_DIGIT + (rest % BASE)));
    }
    return (START + digits.join('')).padEnd(length, FILL);
}
function indexOf(digits) {
    return [...digits].reduce((index, digit) => index * BASE + digit.charCodeAt(0) - FIRST_DIGIT, 0);
}

;// CONCATENATED MODULE: ./lib/task-definition/positions.js
function positionsIn(text) {
    const starts = [0];
    for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
        starts.push(index + 1);
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

;// CONCATENATED MODULE: ./lib/task-definition/syntax-reason.js
function syntaxReason(error, text) {
    const [offset] = error.pos;
    const message = missingReason(error) ?? REASONS[error.code] ?? otherReason(error.code);
    return unfilledPlaceholder(text, offset) ?? { offset, message };
}
const UNEXPECTED = 'This is not expected here: a quote, comma, colon or bracket before it is missing or too many.';
const REASONS = {
    BAD_ALIAS: 'The alias (*name) has no anchor (&name) before it.',
    BAD_DQ_ESCAPE: 'This is no escape that a quoted text can have. Write "\\\\" for a backslash.',
    BAD_INDENT: 'The indentation does not fit, or a closing bracket is missing.',
    BAD_SCALAR_START: 'A text cannot begin with this character. Put it in quotes.',
    BLOCK_IN_FLOW: 'Inside brackets, every value must be written with brackets and quotes too.',
    DUPLICATE_KEY: 'This member is there twice. Remove one of them.',
    MULTIPLE_DOCS: 'A second document ("---") begins here. Keep one task definition per file.',
    TAB_AS_INDENT: 'YAML is indented with spaces; here is a tab.',
    TAG_RESOLVE_FAILED: 'A tag such as "!Ref" means nothing in a task definition. Write the value itself.',
    BLOCK_AS_IMPLICIT_KEY: UNEXPECTED,
    MULTILINE_IMPLICIT_KEY: UNEXPECTED,
    UNEXPECTED_TOKEN: UNEXPECTED,
};
function missingReason({ code, message }) {
    if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT')
        return undefined;
    if (message.startsWith('Missing , or :'))
        return 'A colon or a comma is missing before this.';
    if (message.startsWith('Missing , '))
        return 'A comma is missing before this.';
    const quote = /^Missing closing (.)quote/.exec(message);
    if (quote)
        return `The text that begins before this has no closing quote (${quote[1]}).`;
    const bracket = /end with a ([\]}])$/.exec(message);
    return bracket ? `The closing "${bracket[1]}" is missing.` : undefined;
}
function unfilledPlaceholder(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const line = text.slice(start).split('\n', 1)[0] ?? '';
    const hit = [...line.matchAll(/\$\{[^{}]*\}|\{\{.*?\}\}/g)].find(({ index, 0: found }) => start + index - 1 <= offset && offset <= start + index + found.length);
    if (hit === undefined)
        return undefined;
    const message = hit[0].startsWith('$')
        ? `The placeholder ${hit[0]} has no value. Give it one with the input "variables", or fill in the file before this step.`
        : `This looks like a placeholder of a template. Fill in the file before this step, or write \${NAME} and use the input "variables".`;
    return { offset: start + hit.index, message };
}
function otherReason(code) {
    return `This is neither valid JSON nor valid YAML (${code}).`;
}

;// CONCATENATED MODULE: ./lib/task-definition/read-file-text.js





const MOST_VALUES = 200_000;
const DEEPEST = 100;
function readFileText(original, file, variables) {
    const text = original.replace(/^\uFEFF/, '');
    const positionAt = positionsIn(text);
    const problemAt = (offset, message) => ({ message, file, ...positionAt(offset) });
    const refused = (offset, message) => ({ root: undefined, problems: [problemAt(offset, message)] });
    const bare = looksLikeJson(text) ? blankComments(text) : text;
    if (typeof bare !== 'string')
        return refused(bare.unclosedAt, 'The text that begins here has no closing quote on its line.');
    const marks = variables === undefined ? unmarked(bare) : markPlaceholders(bare, variables);
    if (marks === undefined)
        return refused(0, 'The file has characters (U+FDD0) that cannot be used together with variables.');
    const document = parse(marks.text);
    if (document === undefined)
        return refused(0, 'The values in this file are nested too deeply to be read.');
    const error = firstError(document);
    if (error) {
        const { offset, message } = syntaxReason(error, marks.text);
        return refused(offset, message);
    }
    if (document.contents === null)
        return refused(0, 'The file is empty. It must contain a task definition.');
    const problems = new Map();
    const broken = [];
    const giveUp = (offset, message) => broken.push(problemAt(offset, message));
    const root = nodeOf(document.contents, { document, marks, positionAt, problemAt, problems, giveUp, values: 0 }, 0);
    const [first] = broken;
    return first ? { root: undefined, problems: [first] } : { root, problems: [...problems.values()] };
}
function parse(text) {
    try {
        return (0,dist/* parseDocument */.Tp)(text, { prettyErrors: false, logLevel: 'error', version: '1.2', schema: 'core' });
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function firstError(document) {
    return [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0])[0];
}
function nodeOf(node, reading, depth) {
    const offset = node?.range?.[0] ?? 0;
    const at = reading.positionAt(offset);
    reading.values += 1;
    if (depth > DEEPEST || reading.values > MOST_VALUES) {
        reading.giveUp(offset, 'The values in this file are nested too deeply, or repeated too often by aliases.');
        return { kind: 'list', items: [], at };
    }
    if ((0,dist/* isAlias */.Vj)(node))
        return nodeOf(resolved(node, reading), reading, depth + 1);
    if ((0,dist/* isMap */.jh)(node))
        return { kind: 'object', entries: entriesOf(node, reading, depth + 1), at };
    if ((0,dist/* isSeq */.oP)(node))
        return { kind: 'list', items: node.items.map((item) => nodeOf(item, reading, depth + 1)), at };
    return (0,dist/* isScalar */.jn)(node) ? scalarOf(node, reading) : { kind: 'scalar', value: null, text: '', placeholder: false, at };
}
function resolved(alias, reading) {
    return alias.resolve(reading.document) ?? null;
}
function scalarOf(scalar, reading) {
    const [from, to] = scalar.range ?? [0, 0];
    const at = reading.positionAt(from);
    const unset = reading.marks.unsetIn(from, to);
    for (const { name, offset } of unset)
        reading.problems.set(offset, reading.problemAt(offset, unsetReason(name)));
    if (unset.length > 0)
        return { kind: 'scalar', value: null, text: '', placeholder: false, refused: true, at };
    const { value } = scalar;
    if (typeof value === 'string') {
        const text = reading.marks.reveal(value);
        const placeholder = scalar.type === 'PLAIN' && reading.marks.isMark(value);
        return { kind: 'scalar', value: text, text, placeholder, at };
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
        return { kind: 'scalar', value, text: scalar.source ?? String(value), placeholder: false, at };
    }
    return { kind: 'scalar', value: null, text: '', placeholder: false, at };
}
function unsetReason(name) {
    return `The placeholder \${${name}} has no value. Add it to the input "variables", or write $\${${name}} for the text itself.`;
}
function entriesOf(map, reading, depth) {
    const own = [];
    const merged = [];
    for (const { key, value } of map.items) {
        const name = nodeOf(key, reading, depth);
        if (name.kind !== 'scalar' || (name.text === '' && name.value === null)) {
            const pos = [key?.range?.[0] ?? map.range?.[0] ?? 0, 0];
            const { offset, message } = syntaxReason({ code: 'UNEXPECTED_TOKEN', message: '', pos }, reading.marks.text);
            reading.giveUp(offset, message);
        }
        else if (name.text === '<<' && (0,dist/* isScalar */.jn)(key) && key.type === 'PLAIN' && !(0,dist/* isScalar */.jn)(value)) {
            merged.push(...mergedEntries(nodeOf(value, reading, depth), reading, key));
        }
        else {
            own.push({ key: name.text, keyAt: name.at, value: nodeOf(value, reading, depth) });
        }
    }
    return withMerged(own, merged, reading, map);
}
function mergedEntries(node, reading, key) {
    if (node.kind === 'object')
        return node.entries;
    if (node.kind === 'list')
        return node.items.flatMap((item) => mergedEntries(item, reading, key));
    reading.giveUp(key.range?.[0] ?? 0, '"<<" can only take the members of an object, or of a list of objects.');
    return [];
}
function withMerged(own, merged, reading, map) {
    const keys = new Set();
    for (const { key } of own) {
        if (keys.has(key))
            reading.giveUp(map.range?.[0] ?? 0, 'Two members in this object have the same name.');
        keys.add(key);
    }
    for (const entry of merged) {
        if (!keys.has(entry.key))
            own.push(entry);
        keys.add(entry.key);
    }
    return own;
}


/***/ })

};
