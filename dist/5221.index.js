export const id = 5221;
export const ids = [5221];
export const modules = {

/***/ 5221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  placeOf: () => (/* binding */ placeOf),
  secretsPort: () => (/* binding */ secretsPort)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
// EXTERNAL MODULE: ./lib/aws/small-client.js
var small_client = __webpack_require__(3964);
;// CONCATENATED MODULE: ./lib/aws/parameters.js

const parameterStore = {
    id: 'SSM',
    host: 'ssm',
    signingName: 'ssm',
    protocol: 'json-1.1',
    version: '2014-11-06',
    target: 'AmazonSSM',
};
const filter = (0,small_client/* structure */.QK)('ParameterStringFilter', {
    Key: small_client/* simple */.bQ.string,
    Option: small_client/* simple */.bQ.string,
    Values: (0,small_client/* listOf */.c3)('ParameterStringFilterValueList', small_client/* simple */.bQ.string),
});
const describeParameters = (0,small_client/* structure */.QK)('DescribeParametersRequest', {
    ParameterFilters: (0,small_client/* listOf */.c3)('ParameterStringFilterList', filter),
    MaxResults: small_client/* simple */.bQ.number,
    NextToken: small_client/* simple */.bQ.string,
});
const parameter = (0,small_client/* structure */.QK)('ParameterMetadata', { Name: small_client/* simple */.bQ.string, KeyId: small_client/* simple */.bQ.string });
const describedParameters = (0,small_client/* structure */.QK)('DescribeParametersResult', {
    Parameters: (0,small_client/* listOf */.c3)('ParameterMetadataList', parameter),
    NextToken: small_client/* simple */.bQ.string,
});
const most = 50;
async function parameterExists(call, name) {
    const byName = { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [name] }] };
    const { Parameters = [] } = await call('DescribeParameters', describeParameters, describedParameters, byName);
    return Parameters.length > 0;
}
async function existingParameters(call, names) {
    const found = new Map();
    for (let from = 0; from < names.length; from += most) {
        const byName = { Key: 'Name', Option: 'Equals', Values: names.slice(from, from + most) };
        let next;
        do {
            const page = await call('DescribeParameters', describeParameters, describedParameters, {
                ParameterFilters: [byName],
                MaxResults: most,
                ...(next === undefined ? {} : { NextToken: next }),
            });
            for (const { Name = '', KeyId } of page.Parameters ?? [])
                found.set(Name, KeyId);
            next = page.NextToken || undefined;
        } while (next !== undefined);
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/aws/secrets.js



const secretsManager = {
    id: 'Secrets Manager',
    host: 'secretsmanager',
    signingName: 'secretsmanager',
    protocol: 'json-1.1',
    version: '2017-10-17',
    target: 'secretsmanager',
};
const describeSecret = (0,small_client/* structure */.QK)('DescribeSecretRequest', { SecretId: small_client/* simple */.bQ.string });
const describedSecret = (0,small_client/* structure */.QK)('DescribeSecretResponse', { ARN: small_client/* simple */.bQ.string, KmsKeyId: small_client/* simple */.bQ.string });
function secretsPort(connection) {
    const clients = new Map();
    const clientFor = (model, region) => {
        const key = `${model.id} ${region}`;
        const made = clients.get(key) ?? (0,small_client/* smallClient */.nU)(connection, model, region, connection.withinLimit);
        clients.set(key, made);
        return made;
    };
    const secret = async (valueFrom) => {
        const { region = connection.region, id } = placeOf(valueFrom);
        return { valueFrom, ...(await describe(await clientFor(secretsManager, region), id)) };
    };
    return {
        secret,
        async exists(valueFrom) {
            const { service, region = connection.region, id } = placeOf(valueFrom);
            return service === 'secretsmanager'
                ? (await secret(valueFrom)).exists
                : parameterExists(await clientFor(parameterStore, region), id);
        },
        async parameters(valueFroms) {
            const places = valueFroms.map((valueFrom) => ({ valueFrom, ...placeOf(valueFrom) }));
            const byRegion = Map.groupBy(places, ({ region = connection.region }) => region);
            const found = [...byRegion].map(async ([region, named]) => {
                const names = named.flatMap(({ id }) => spellings(id));
                const there = await existingParameters(await clientFor(parameterStore, region), names);
                return named.map(({ valueFrom, id }) => {
                    const name = spellings(id).find((one) => there.has(one));
                    const key = name === undefined ? undefined : there.get(name);
                    return { valueFrom, exists: name !== undefined, ...(key === undefined ? {} : { key }) };
                });
            });
            return (await Promise.all(found)).flat();
        },
    };
}
function placeOf(valueFrom) {
    const parts = valueFrom.split(':');
    if (parts[0] !== 'arn')
        return { service: 'ssm', id: valueFrom };
    const region = parts[3] === undefined || parts[3] === '' ? {} : { region: parts[3] };
    if (parts[2] === 'secretsmanager')
        return { service: 'secretsmanager', ...region, id: parts.slice(0, 7).join(':') };
    const name = parts
        .slice(5)
        .join(':')
        .replace(/^parameter/, '');
    return { service: 'ssm', ...region, id: name.lastIndexOf('/') === 0 ? name.slice(1) : name };
}
function spellings(name) {
    return name.includes('/') ? [name] : [name, `/${name}`];
}
async function describe(call, id) {
    try {
        const { KmsKeyId } = await call('DescribeSecret', describeSecret, describedSecret, { SecretId: id });
        return { exists: true, ...(KmsKeyId === undefined ? {} : { key: KmsKeyId }) };
    }
    catch (error) {
        if ((0,failure/* isNamed */.ev)(error, 'ResourceNotFoundException'))
            return { exists: false };
        throw error;
    }
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QK: () => (/* binding */ structure),
/* harmony export */   bQ: () => (/* binding */ simple),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   nU: () => (/* binding */ smallClient)
/* harmony export */ });
/* harmony import */ var _call_limit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2755);

const namespace = 'ecs-deploy';
const simple = { string: 0, number: 1, boolean: 2 };
function renamed(shape, xmlName, queryName) {
    return { shape, traits: { xmlName, ...(queryName === undefined ? {} : { ec2QueryName: queryName }) } };
}
function listOf(name, member) {
    return [1, namespace, name, 0, reference(member)];
}
function structure(name, members) {
    return [3, namespace, name, 0, Object.keys(members), Object.values(members).map(reference)];
}
function reference(member) {
    if (typeof member === 'number')
        return member;
    if ('shape' in member)
        return [reference(member.shape), member.traits];
    return () => member;
}
async function smallClient({ sdk, shared, reads }, model, region, withinLimit) {
    const [{ makeBuilder }, { getEndpointPlugin }, protocols] = await Promise.all([
        __webpack_require__.e(/* import() */ 2658).then(__webpack_require__.t.bind(__webpack_require__, 2658, 19)),
        Promise.all(/* import() */[__webpack_require__.e(2658), __webpack_require__.e(2085)]).then(__webpack_require__.t.bind(__webpack_require__, 2085, 19)),
        Promise.all(/* import() */[__webpack_require__.e(2658), __webpack_require__.e(2085), __webpack_require__.e(7288)]).then(__webpack_require__.t.bind(__webpack_require__, 7288, 19)),
    ]);
    const protocol = {
        'json-1.0': protocols.AwsJson1_0Protocol,
        'json-1.1': protocols.AwsJson1_1Protocol,
        query: protocols.AwsQueryProtocol,
        'ec2-query': protocols.AwsEc2QueryProtocol,
    }[model.protocol];
    const ecsEndpoint = reads.config.endpointProvider;
    const client = new sdk.ECSClient({
        ...shared,
        region,
        maxAttempts: 3,
        requestHandler: reads.config.requestHandler,
        apiVersion: model.version,
        serviceId: model.id,
        signingName: model.signingName,
        protocol,
        protocolSettings: {
            defaultNamespace: namespace,
            version: model.version,
            ...(model.target === undefined ? {} : { serviceTarget: model.target }),
            ...(model.xmlNamespace === undefined ? {} : { xmlNamespace: model.xmlNamespace }),
        },
        endpointProvider: (params, context) => atHost(ecsEndpoint(params, context), params, model),
        httpAuthSchemeProvider: (asked) => [
            {
                schemeId: 'aws.auth#sigv4',
                signingProperties: { name: model.signingName, region: asked.region },
                propertiesExtractor: (config, context) => ({ signingProperties: { config, context } }),
            },
        ],
    });
    const makeCommand = makeBuilder(endpointParameters, model.target ?? model.id, 'SmallClient', getEndpointPlugin);
    return async (operation, input, output, value) => {
        const schema = [9, namespace, operation, 0, () => input, () => output];
        const Command = makeCommand({}, () => [], operation, schema);
        return (await (0,_call_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)((options) => client.send(new Command(value), options), withinLimit));
    };
}
const endpointParameters = {
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
};
function atHost(ecs, { Endpoint, Region = '' }, { host, global = false }) {
    if (Endpoint !== undefined)
        return ecs;
    const url = new URL(ecs.url);
    const plain = Region.startsWith('us-gov-') ? '' : '$1';
    url.hostname = url.hostname.replace(/^ecs(-fips)?\./, `${host}${plain}.`);
    if (global)
        url.hostname = url.hostname.replace('.us-east-1.', '.').replace('.us-gov-west-1.', '.us-gov.');
    return { ...ecs, url };
}


/***/ })

};
