export const id = 4938;
export const ids = [4938];
export const modules = {

/***/ 4938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  homeRegionOf: () => (/* binding */ homeRegionOf),
  rolesPort: () => (/* binding */ rolesPort)
});

// EXTERNAL MODULE: ./lib/aws/small-client.js
var small_client = __webpack_require__(3964);
;// CONCATENATED MODULE: ./lib/aws/caller.js

const sts = {
    id: 'STS',
    host: 'sts',
    signingName: 'sts',
    protocol: 'query',
    version: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
};
const request = (0,small_client/* structure */.QK)('GetCallerIdentityRequest', {});
const answer = (0,small_client/* structure */.QK)('GetCallerIdentityResponse', { Arn: small_client/* simple */.bQ.string });
async function callerArn(connection) {
    const call = await (0,small_client/* smallClient */.nU)(connection, sts, connection.region, connection.withinLimit);
    return (await call('GetCallerIdentity', request, answer, {})).Arn ?? '';
}
function principalOf(arn) {
    const session = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn);
    if (session !== null)
        return `arn:${session[1]}:iam::${session[2]}:role/${session[3]}`;
    return /^arn:[\w-]+:iam::\d{12}:(?:role|user)\//.test(arn) ? arn : undefined;
}

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/aws/roles.js



const iam = {
    id: 'IAM',
    host: 'iam',
    signingName: 'iam',
    protocol: 'query',
    version: '2010-05-08',
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    global: true,
};
const getRole = (0,small_client/* structure */.QK)('GetRoleRequest', { RoleName: small_client/* simple */.bQ.string });
const role = (0,small_client/* structure */.QK)('Role', { AssumeRolePolicyDocument: small_client/* simple */.bQ.string });
const gotRole = (0,small_client/* structure */.QK)('GetRoleResponse', { Role: role });
const strings = (name) => (0,small_client/* listOf */.c3)(name, small_client/* simple */.bQ.string);
const contextEntry = (0,small_client/* structure */.QK)('ContextEntry', {
    ContextKeyName: small_client/* simple */.bQ.string,
    ContextKeyValues: strings('ContextKeyValueListType'),
    ContextKeyType: small_client/* simple */.bQ.string,
});
const simulate = (0,small_client/* structure */.QK)('SimulatePrincipalPolicyRequest', {
    PolicySourceArn: small_client/* simple */.bQ.string,
    ActionNames: strings('ActionNameListType'),
    ResourceArns: strings('ResourceNameListType'),
    ContextEntries: (0,small_client/* listOf */.c3)('ContextEntryListType', contextEntry),
});
const specific = (0,small_client/* structure */.QK)('ResourceSpecificResult', {
    EvalResourceName: small_client/* simple */.bQ.string,
    EvalResourceDecision: small_client/* simple */.bQ.string,
});
const evaluation = (0,small_client/* structure */.QK)('EvaluationResult', {
    EvalActionName: small_client/* simple */.bQ.string,
    EvalResourceName: small_client/* simple */.bQ.string,
    EvalDecision: small_client/* simple */.bQ.string,
    ResourceSpecificResults: (0,small_client/* listOf */.c3)('ResourceSpecificResultListType', specific),
});
const simulated = (0,small_client/* structure */.QK)('SimulatePolicyResponse', {
    EvaluationResults: (0,small_client/* listOf */.c3)('EvaluationResultsListType', evaluation),
});
function homeRegionOf(region) {
    const homes = [
        [/^cn-/, 'cn-north-1'],
        [/^us-gov-/, 'us-gov-west-1'],
        [/^eusc-/, 'eusc-de-east-1'],
        [/^us-iso-/, 'us-iso-east-1'],
        [/^us-isob-/, 'us-isob-east-1'],
        [/^us-isof-/, 'us-isof-south-1'],
        [/^eu-isoe-/, 'eu-isoe-west-1'],
    ];
    return homes.find(([pattern]) => pattern.test(region))?.[1] ?? 'us-east-1';
}
const passedToTasks = {
    ContextKeyName: 'iam:PassedToService',
    ContextKeyValues: ['ecs-tasks.amazonaws.com'],
    ContextKeyType: 'string',
};
function calledVia(service) {
    return { ContextKeyName: 'kms:ViaService', ContextKeyValues: [service], ContextKeyType: 'string' };
}
function rolesPort(connection) {
    let client;
    const iamClient = () => {
        client ??= (0,small_client/* smallClient */.nU)(connection, iam, homeRegionOf(connection.region), connection.withinLimit);
        return client;
    };
    const refusals = async (principal, actions, resources, context) => {
        const call = await iamClient();
        const asked = {
            PolicySourceArn: principal,
            ActionNames: [...actions],
            ResourceArns: [...resources],
            ...(context.length === 0 ? {} : { ContextEntries: [...context] }),
        };
        try {
            const { EvaluationResults = [] } = await call('SimulatePrincipalPolicy', simulate, simulated, asked);
            return EvaluationResults.flatMap(refusedIn);
        }
        catch (error) {
            if (isNoSuchEntity(error))
                return [];
            throw error;
        }
    };
    return {
        async trustPolicy(roleName) {
            const call = await iamClient();
            try {
                const { Role } = await call('GetRole', getRole, gotRole, { RoleName: roleName });
                return decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '');
            }
            catch (error) {
                if (isNoSuchEntity(error))
                    return undefined;
                throw error;
            }
        },
        refusals: (principal, actions, resources, via) => refusals(principal, actions, resources, via === undefined ? [] : [calledVia(via)]),
        caller: async () => principalOf(await callerArn(connection)),
        async lacking(principal, rights) {
            const actions = [...new Set(rights.map(({ action }) => action))];
            const resources = [...new Set(rights.map(({ resource }) => resource))];
            const refused = await refusals(principal, actions, resources, [passedToTasks]);
            return rights.filter((right) => refused.some(({ action, resource }) => action === right.action && resource === right.resource));
        },
    };
}
function isNoSuchEntity(error) {
    return (0,failure/* isNamed */.ev)(error, 'NoSuchEntity', 'NoSuchEntityException');
}
function refusedIn({ EvalActionName: action = '', ...result }) {
    const parts = result.ResourceSpecificResults ?? [];
    const each = parts.length > 0
        ? parts.map((part) => ({ resource: part.EvalResourceName, decision: part.EvalResourceDecision }))
        : [{ resource: result.EvalResourceName, decision: result.EvalDecision }];
    return each
        .filter(({ decision }) => decision === 'implicitDeny' || decision === 'explicitDeny')
        .map(({ resource = '*' }) => ({ action, resource }));
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
