export const id = 36;
export const ids = [36];
export const modules = {

/***/ 3409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseCapacityProviderStrategy)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3420);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(976);



const strategyShape = {
    kind: 'list',
    of: {
        kind: 'record',
        members: {
            capacityProvider: { kind: 'text' },
            weight: { kind: 'integer', least: 0, most: 1000 },
            base: { kind: 'integer', least: 0, most: 100_000 },
        },
        required: ['capacityProvider'],
    },
};
const parseCapacityProviderStrategy = (given) => {
    if (!given.trimStart().startsWith('['))
        return strategyLines(given);
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .parseShaped */ .xj)(given, strategyShape, 'The strategy');
};
function strategyLines(given) {
    const items = [];
    const wrong = [];
    for (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .contentLines */ .$X)(given)) {
        const { provider, weight, base } = /^(?<provider>[\w-]+)=(?<weight>\d+)(?:\s+base=(?<base>\d+))?$/.exec(line.text)?.groups ?? {};
        if (provider === undefined)
            wrong.push(`Line ${line.number} does not read like FARGATE=1 or FARGATE=1 base=1.`);
        else
            items.push({
                capacityProvider: provider,
                weight: Number(weight),
                ...(base === undefined ? {} : { base: Number(base) }),
            });
    }
    wrong.push(...(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .misfits */ .gX)(items, strategyShape, 'The strategy'));
    return wrong.length > 0 ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .M)(...wrong) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .good */ .u)(items);
}


/***/ }),

/***/ 8328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseNetworkConfiguration)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(976);

const texts = { kind: 'list', of: { kind: 'text' } };
const awsvpcShape = {
    kind: 'record',
    members: {
        subnets: texts,
        securityGroups: texts,
        assignPublicIp: { kind: 'choice', of: ['ENABLED', 'DISABLED'] },
    },
    required: ['subnets'],
};
const networkShape = {
    kind: 'record',
    members: { awsvpcConfiguration: awsvpcShape },
    required: ['awsvpcConfiguration'],
};
const parseNetworkConfiguration = (given) => {
    const parsed = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStructured */ .jE)(given);
    if (!parsed.ok)
        return parsed;
    const inner = isObject(parsed.value) && !('awsvpcConfiguration' in parsed.value);
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(inner ? { awsvpcConfiguration: parsed.value } : parsed.value, networkShape, 'The network');
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

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

/***/ 36:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readStructuredSettings: () => (/* binding */ readStructuredSettings)
});

// EXTERNAL MODULE: ./lib/inputs/capacity-provider-strategy.js
var capacity_provider_strategy = __webpack_require__(3409);
// EXTERNAL MODULE: ./lib/inputs/parsed.js
var parsed = __webpack_require__(3420);
// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __webpack_require__(1420);
// EXTERNAL MODULE: ./lib/inputs/shape.js
var shape = __webpack_require__(976);
;// CONCATENATED MODULE: ./lib/inputs/circuit-breaker.js



const circuitBreakerShape = {
    kind: 'record',
    members: {
        enable: { kind: 'boolean' },
        rollback: { kind: 'boolean' },
        resetOnHealthyTask: { kind: 'boolean' },
        thresholdConfiguration: {
            kind: 'record',
            members: {
                type: { kind: 'choice', of: ['BOUNDED_PERCENT', 'UNBOUNDED_PERCENT', 'COUNT'] },
                value: { kind: 'integer', least: 1, most: 2 ** 31 - 1 },
            },
            required: ['type', 'value'],
        },
    },
    required: ['enable', 'rollback'],
};
const parseCircuitBreaker = (given) => {
    if (given.startsWith('{'))
        return (0,shape/* parseShaped */.xj)(given, circuitBreakerShape, 'The circuit breaker');
    const word = (0,scalars/* parseChoice */.HU)(['off', 'on', 'rollback'])(given);
    if (!word.ok)
        return (0,parsed/* bad */.M)(`"${given}" is not one of off, on, rollback, nor a JSON object.`);
    return (0,parsed/* good */.u)({ enable: word.value !== 'off', rollback: word.value === 'rollback' });
};

;// CONCATENATED MODULE: ./lib/inputs/managed-ebs-volume.js

const managed_ebs_volume_text = { kind: 'text' };
const size = { kind: 'integer', least: 1, most: 2 ** 31 - 1 };
const ebsVolumeShape = {
    kind: 'record',
    members: {
        encrypted: { kind: 'boolean' },
        kmsKeyId: managed_ebs_volume_text,
        volumeType: managed_ebs_volume_text,
        sizeInGiB: size,
        snapshotId: managed_ebs_volume_text,
        volumeInitializationRate: size,
        iops: size,
        throughput: size,
        tagSpecifications: {
            kind: 'list',
            of: {
                kind: 'record',
                members: {
                    resourceType: { kind: 'choice', of: ['volume'] },
                    tags: { kind: 'list', of: { kind: 'record', members: { key: managed_ebs_volume_text, value: managed_ebs_volume_text }, required: ['key'] } },
                    propagateTags: { kind: 'choice', of: ['SERVICE', 'TASK_DEFINITION', 'NONE'] },
                },
                required: ['resourceType'],
            },
        },
        roleArn: managed_ebs_volume_text,
        filesystemType: { kind: 'choice', of: ['ext3', 'ext4', 'ntfs', 'xfs'] },
    },
    required: ['roleArn'],
};
function readManagedEbsVolume(reader) {
    const name = reader.text('service-managed-ebs-volume-name');
    const given = reader.lines('service-managed-ebs-volume');
    if (name === undefined && given !== undefined) {
        reader.refuse('service-managed-ebs-volume', 'It needs service-managed-ebs-volume-name, the name of the volume in the task definition.');
    }
    if (name !== undefined && given === undefined) {
        reader.refuse('service-managed-ebs-volume-name', 'It needs service-managed-ebs-volume, the settings of the volume as JSON.');
    }
    const volume = reader.takeLines('service-managed-ebs-volume', (json) => (0,shape/* parseShaped */.xj)(json, ebsVolumeShape, 'The volume'));
    return name === undefined || volume === undefined ? undefined : { name, volume };
}

// EXTERNAL MODULE: ./lib/inputs/network-configuration.js
var network_configuration = __webpack_require__(8328);
// EXTERNAL MODULE: ./lib/inputs/without-absent.js
var without_absent = __webpack_require__(6883);
;// CONCATENATED MODULE: ./lib/inputs/structured-settings.js





function readStructuredSettings(reader) {
    return (0,without_absent/* withoutAbsent */.S)({
        capacityProviderStrategy: reader.takeLines('capacity-provider-strategy', capacity_provider_strategy/* parseCapacityProviderStrategy */.A),
        networkConfiguration: reader.takeLines('network-configuration', network_configuration/* parseNetworkConfiguration */.W),
        deploymentCircuitBreaker: reader.take('deployment-circuit-breaker', parseCircuitBreaker),
        serviceManagedEbsVolume: readManagedEbsVolume(reader),
    });
}


/***/ })

};
