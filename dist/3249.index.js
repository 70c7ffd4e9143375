export const id = 3249;
export const ids = [3249];
export const modules = {

/***/ 3249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadTaskDefinition: () => (/* binding */ loadTaskDefinition)
});

// EXTERNAL MODULE: ./lib/inputs/nearest-name.js
var nearest_name = __webpack_require__(8883);
// EXTERNAL MODULE: ./lib/task-definition/visit.js
var task_definition_visit = __webpack_require__(5282);
;// CONCATENATED MODULE: ./lib/task-definition/conform-scalars.js


function textOf(node, path, visit) {
    if (node.kind !== 'scalar' || node.value === null) {
        return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} must be text, but is ${(0,task_definition_visit/* kindOf */.I)(node)}.`);
    }
    const size = path.length === 1 && (path[0] === 'cpu' || path[0] === 'memory');
    if (typeof node.value !== 'string' && !size)
        visit.asText.push((0,task_definition_visit/* placeText */.Z9)(path, node));
    return node.text;
}
function oneOf(values, node, path, visit) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') {
        return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} must be ${anyOf(values)}, but is ${(0,task_definition_visit/* kindOf */.I)(node)}.`);
    }
    const { text } = node;
    if (values.includes(text))
        return text;
    const member = path.findLast((step) => typeof step === 'string') ?? '';
    if (visit.allowed.includes(String(member)))
        return text;
    const near = (0,nearest_name/* nearestName */.q)(text, values);
    if (near && differsInNumber(text, near)) {
        const place = (0,task_definition_visit/* placeText */.Z9)(path, node);
        visit.notices.push(`${place} has a value that this version does not know; it is sent as it is. Known: ${anyOf(values)}.`);
        return text;
    }
    if (near) {
        return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} is "${text}"; did you mean "${near}"? ECS knows ${anyOf(values)}.`);
    }
    const way = `If ECS has learned it since, list ${member} in the input "allow-unknown-members".`;
    return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} is "${text}", but ECS knows only ${anyOf(values)}. ${way}`);
}
function differsInNumber(one, other) {
    return one.replace(/\d/g, '') === other.replace(/\d/g, '');
}
function anyOf(values) {
    return values.map((value) => `"${value}"`).join(values.length === 2 ? ' or ' : ', ');
}
function integerOf(node, path, visit) {
    if (node.kind === 'scalar') {
        const value = typeof node.value === 'string' && /^\s*[+-]?\d+\s*$/.test(node.text) ? Number(node.text) : node.value;
        if (Number.isSafeInteger(value)) {
            if (typeof node.value === 'string' && !node.placeholder)
                visit.asNumber.push((0,task_definition_visit/* placeText */.Z9)(path, node));
            return Number(value);
        }
    }
    return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} must be a whole number, but is ${(0,task_definition_visit/* kindOf */.I)(node)}.`);
}
function booleanOf(node, path, visit) {
    if (node.kind === 'scalar') {
        if (typeof node.value === 'boolean')
            return node.value;
        if (typeof node.value === 'string' && /^(true|false)$/i.test(node.text)) {
            if (!node.placeholder)
                visit.asBoolean.push((0,task_definition_visit/* placeText */.Z9)(path, node));
            return node.text.toLowerCase() === 'true';
        }
    }
    return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} must be true or false, but is ${(0,task_definition_visit/* kindOf */.I)(node)}.`);
}

// EXTERNAL MODULE: ./lib/task-definition/file-node.js
var file_node = __webpack_require__(48);
// EXTERNAL MODULE: ./lib/task-definition/shape.js
var task_definition_shape = __webpack_require__(6052);
;// CONCATENATED MODULE: ./lib/task-definition/conform.js





const REQUEST = 'RegisterTaskDefinitionRequest';
const ALSO_REQUIRED = { ContainerDefinition: ['name'] };
const NOT_REQUIRED = { [REQUEST]: ['family'] };
function conform(root, file, allowUnknownMembers) {
    const visit = {
        file,
        allowed: allowUnknownMembers,
        problems: [],
        notices: [],
        asText: [],
        asNumber: [],
        asBoolean: [],
        places: new Map(),
    };
    const value = structureOf(REQUEST, root, [], visit);
    const notices = [
        ...visit.notices,
        ...listed('Sent as text, exactly as written, because ECS wants text there', visit.asText),
        ...listed('Read as a number, because ECS wants a number there', visit.asNumber),
        ...listed('Read as true or false, because ECS wants that there', visit.asBoolean),
    ];
    return { value, problems: visit.problems, notices, locate: (path) => visit.places.get(JSON.stringify(path)) };
}
function listed(what, places) {
    if (places.length === 0)
        return [];
    const more = places.length > 10 ? ` and ${places.length - 10} more` : '';
    return [`${what}: ${places.slice(0, 10).join(', ')}${more}.`];
}
function wantedValue(shape, node, path, visit) {
    visit.places.set(JSON.stringify(path), node.at);
    if (shape === 'integer')
        return integerOf(node, path, visit);
    if (shape === 'boolean')
        return booleanOf(node, path, visit);
    if (shape === 'string')
        return textOf(node, path, visit);
    if ('oneOf' in shape)
        return oneOf(shape.oneOf, node, path, visit);
    const whole = unfolded(node, path, visit);
    if ('list' in shape)
        return listOf(shape.list, whole, path, visit);
    if ('map' in shape)
        return mapOf(shape.map, whole, path, visit);
    if (whole.kind === 'object')
        return structureOf(shape.structure, whole, path, visit);
    const members = Object.keys(task_definition_shape/* STRUCTURES */.R[shape.structure]?.members ?? {}).slice(0, 3);
    return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} must be an object with members such as ${members.join(', ')}, but is ${(0,task_definition_visit/* kindOf */.I)(whole)}.`);
}
function unfolded(node, path, visit) {
    if (node.kind !== 'scalar' || !node.placeholder)
        return node;
    try {
        return (0,file_node/* nodeOfJson */.az)(JSON.parse(node.text), node.at);
    }
    catch {
        (0,task_definition_visit/* report */.z8)(visit, node.at, `The value of the placeholder at ${(0,task_definition_visit/* pathText */.LF)(path)} must be JSON, because ECS wants more than one value there.`);
        return { kind: 'list', items: [], at: node.at };
    }
}
function structureOf(name, node, path, visit) {
    const structure = task_definition_shape/* STRUCTURES */.R[name] ?? { required: [], members: {} };
    const result = {};
    const present = new Set();
    visit.places.set(JSON.stringify(path), node.at);
    for (const entry of node.entries) {
        const shape = Object.hasOwn(structure.members, entry.key) ? structure.members[entry.key] : undefined;
        if (isRefused(entry.value))
            present.add(entry.key);
        if (isNull(entry.value) && shape !== undefined)
            continue;
        if (shape === undefined) {
            keepUnknown(name, structure, entry, result, path, visit);
        }
        else if (!isUnset(name, shape, entry)) {
            present.add(entry.key);
            const value = wantedValue(shape, entry.value, [...path, entry.key], visit);
            if (value !== undefined)
                (0,file_node/* setMember */.Nk)(result, entry.key, value);
        }
    }
    reportMissing(name, structure, present, node, path, visit);
    return result;
}
function reportMissing(name, structure, present, node, path, visit) {
    const required = [...structure.required, ...(ALSO_REQUIRED[name] ?? [])];
    for (const member of required) {
        if (present.has(member) || NOT_REQUIRED[name]?.includes(member))
            continue;
        (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)([...path, member])} is missing. ECS does not accept ${(0,task_definition_visit/* describedAs */.Ke)(path)} without it.`);
    }
}
function isRefused(node) {
    return node.kind === 'scalar' && node.refused === true;
}
function isNull(node) {
    return node.kind === 'scalar' && node.value === null;
}
function isUnset(structure, shape, { key, value }) {
    if (value.kind !== 'scalar' || value.text !== '')
        return false;
    return shape !== 'string' || structure === REQUEST || ALSO_REQUIRED[structure]?.includes(key) === true;
}
function keepUnknown(name, structure, entry, result, path, visit) {
    const { key, keyAt, value } = entry;
    if (name === REQUEST && task_definition_shape/* READ_ONLY_MEMBERS */.Q.includes(key))
        return;
    if (name === REQUEST && key === '$schema') {
        visit.notices.push('The member "$schema" is for editors; it is not sent to ECS.');
    }
    else if (visit.allowed.includes(key)) {
        visit.places.set(JSON.stringify([...path, key]), value.at);
        (0,file_node/* setMember */.Nk)(result, key, (0,file_node/* plainValue */._y)(value));
        visit.notices.push(`${(0,task_definition_visit/* pathText */.LF)([...path, key])} is not known to this version; it is sent as it is.`);
    }
    else {
        (0,task_definition_visit/* report */.z8)(visit, keyAt, `Unknown member "${key}" in ${(0,task_definition_visit/* describedAs */.Ke)(path)}${hint(key, name, structure)}`);
    }
}
function hint(key, name, structure) {
    const near = (0,nearest_name/* nearestName */.q)(key, Object.keys(structure.members));
    if (near)
        return `; did you mean "${near}"?`;
    if (name !== REQUEST && Object.hasOwn(task_definition_shape/* STRUCTURES */.R[REQUEST]?.members ?? {}, key)) {
        return `; "${key}" belongs to the task definition itself, outside of containerDefinitions.`;
    }
    if (name !== 'ContainerDefinition' && Object.hasOwn(task_definition_shape/* STRUCTURES */.R.ContainerDefinition?.members ?? {}, key)) {
        return `; "${key}" belongs to a container in containerDefinitions.`;
    }
    return '. Remove it, or list it in the input "allow-unknown-members".';
}
function listOf(item, node, path, visit) {
    if (node.kind === 'object' && typeof item === 'object' && 'structure' in item && item.structure === 'Tag') {
        return tagsOf(node, path, visit);
    }
    if (node.kind !== 'list')
        return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} must be a list, but is ${(0,task_definition_visit/* kindOf */.I)(node)}. ${listForm(item)}`);
    return node.items.flatMap((element, index) => {
        const place = [...path, index];
        if (isRefused(element))
            return [];
        if (isNull(element))
            return ((0,task_definition_visit/* report */.z8)(visit, element.at, `${(0,task_definition_visit/* pathText */.LF)(place)} is empty (null). Remove it, or write "" for an empty text.`) ?? []);
        const value = wantedValue(item, element, place, visit);
        return value === undefined ? [] : [value];
    });
}
function listForm(item) {
    if (item === 'integer')
        return 'Write [0, 1].';
    if (typeof item !== 'object' || 'oneOf' in item)
        return 'Write each word as an item of its own: ["word", "next word"].';
    if (!('structure' in item))
        return 'Put the items in [ ].';
    if (item.structure === 'KeyValuePair')
        return 'Write [{"name": "NAME", "value": "text"}].';
    if (item.structure === 'Secret')
        return 'Write [{"name": "NAME", "valueFrom": "ARN of the secret or parameter"}].';
    return 'Put it in [ ], also if there is only one.';
}
function tagsOf(node, path, visit) {
    return node.entries.map(({ key, value }, index) => {
        const place = [...path, index];
        visit.places.set(JSON.stringify(place), value.at);
        return { key, value: isNull(value) ? '' : textOf(value, [...place, 'value'], visit) };
    });
}
function mapOf(item, node, path, visit) {
    if (node.kind !== 'object') {
        return (0,task_definition_visit/* report */.z8)(visit, node.at, `${(0,task_definition_visit/* pathText */.LF)(path)} must be an object such as {"name": "text"}, but is ${(0,task_definition_visit/* kindOf */.I)(node)}.`);
    }
    const result = {};
    for (const { key, value } of node.entries) {
        if (isNull(value))
            continue;
        const member = wantedValue(item, value, [...path, key], visit);
        if (member !== undefined)
            (0,file_node/* setMember */.Nk)(result, key, member);
    }
    return result;
}

// EXTERNAL MODULE: ./lib/task-definition/read-file-text.js + 4 modules
var read_file_text = __webpack_require__(5138);
;// CONCATENATED MODULE: ./lib/task-definition/load.js



function loadTaskDefinition(text, options) {
    const { file } = options;
    const read = (0,read_file_text/* readFileText */.e)(text, file, options.variables);
    if (read.root === undefined)
        return { ok: false, problems: read.problems };
    const whole = unwrapped(read.root, file);
    if (!whole.ok)
        return { ok: false, problems: [...read.problems, ...whole.problems] };
    const { value, problems, notices, locate } = conform(whole.value, file, options.allowUnknownMembers ?? []);
    const all = [...read.problems, ...problems, ...containerProblems(value, file, locate)].sort(byPlace);
    if (all.length > 0)
        return { ok: false, problems: all };
    const { tags, ...definition } = value;
    return {
        ok: true,
        value: {
            definition: definition,
            tags: (tags ?? []),
            locate,
            notices,
        },
    };
}
function unwrapped(root, file) {
    const refused = (at, message) => ({
        ok: false,
        problems: [{ message, file, ...at }],
    });
    if (root.kind !== 'object') {
        return refused(root.at, 'A task definition must be an object with the member "containerDefinitions".');
    }
    const inner = (0,file_node/* memberOf */.C5)(root, 'taskDefinition');
    if (inner?.kind !== 'object' || (0,file_node/* memberOf */.C5)(root, 'containerDefinitions'))
        return { ok: true, value: root };
    const outer = root.entries.filter(({ key }) => key !== 'taskDefinition');
    const stranger = outer.find(({ key }) => key !== 'tags');
    if (stranger) {
        return refused(stranger.keyAt, `Unknown member "${stranger.key}" beside "taskDefinition". Keep only "taskDefinition" and "tags".`);
    }
    if (outer.length > 0 && (0,file_node/* memberOf */.C5)(inner, 'tags')) {
        return refused(inner.at, 'There are tags both inside of "taskDefinition" and beside it. Keep one of them.');
    }
    return { ok: true, value: { ...inner, entries: [...inner.entries, ...outer] } };
}
function containerProblems(value, file, locate) {
    const containers = value.containerDefinitions;
    if (containers === undefined)
        return [];
    if (containers.length === 0 && locate(['containerDefinitions', 0]) === undefined) {
        const message = 'containerDefinitions is empty. A task definition needs at least one container.';
        return [{ message, file, ...locate(['containerDefinitions']) }];
    }
    const names = containers.map(({ name }) => name);
    return names.flatMap((name, index) => name === undefined || names.indexOf(name) === index
        ? []
        : [
            {
                message: `There are two containers named "${name}".`,
                file,
                ...locate(['containerDefinitions', index, 'name']),
            },
        ]);
}
function byPlace(one, other) {
    return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
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
