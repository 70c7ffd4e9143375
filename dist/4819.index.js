export const id = 4819;
export const ids = [4819];
export const modules = {

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


/***/ }),

/***/ 4819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   targetHealthPort: () => (/* binding */ targetHealthPort)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _small_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3964);


const loadBalancing = {
    id: 'Elastic Load Balancing v2',
    host: 'elasticloadbalancing',
    signingName: 'elasticloadbalancing',
    protocol: 'query',
    version: '2015-12-01',
    xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
};
const request = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeTargetHealthInput', { TargetGroupArn: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string });
const description = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('TargetHealthDescription', {
    Target: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('TargetDescription', { Id: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string, Port: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.number }),
    TargetHealth: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('TargetHealth', {
        State: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string,
        Reason: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string,
        Description: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string,
    }),
});
const answer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeTargetHealthOutput', {
    TargetHealthDescriptions: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('TargetHealthDescriptions', description),
});
const arns = (name) => (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string);
const groupsRequest = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeTargetGroupsInput', { TargetGroupArns: arns('TargetGroupArns') });
const targetGroup = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('TargetGroup', { LoadBalancerArns: arns('LoadBalancerArns') });
const groupsAnswer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeTargetGroupsOutput', { TargetGroups: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('TargetGroups', targetGroup) });
const balancersRequest = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeLoadBalancersInput', { LoadBalancerArns: arns('LoadBalancerArns') });
const balancer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('LoadBalancer', { DNSName: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string });
const balancersAnswer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeLoadBalancersOutput', { LoadBalancers: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('LoadBalancers', balancer) });
function targetHealthPort(connection) {
    return {
        async targetHealth(targetGroupArn) {
            const call = await (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .smallClient */ .nU)(connection, loadBalancing, connection.region, connection.withinLimit);
            const asked = { TargetGroupArn: targetGroupArn };
            const found = await call('DescribeTargetHealth', request, answer, asked).catch(goneWhereNotFound);
            if (found === 'gone')
                return found;
            return (found.TargetHealthDescriptions ?? []).map(({ Target: target, TargetHealth: health }) => ({
                targetGroup: targetGroupArn,
                target: target?.Id ?? '',
                ...(target?.Port === undefined ? {} : { port: target.Port }),
                state: health?.State ?? 'unknown',
                ...(health?.Reason === undefined ? {} : { reason: health.Reason }),
                ...(health?.Description === undefined ? {} : { description: health.Description }),
            }));
        },
        async loadBalancerNames(targetGroupArns) {
            const call = await (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .smallClient */ .nU)(connection, loadBalancing, connection.region, connection.withinLimit);
            const asked = { TargetGroupArns: [...targetGroupArns] };
            const { TargetGroups = [] } = await call('DescribeTargetGroups', groupsRequest, groupsAnswer, asked);
            const LoadBalancerArns = [...new Set(TargetGroups.flatMap((group) => group.LoadBalancerArns ?? []))];
            if (LoadBalancerArns.length === 0)
                return [];
            const found = await call('DescribeLoadBalancers', balancersRequest, balancersAnswer, {
                LoadBalancerArns,
            });
            return (found.LoadBalancers ?? []).flatMap(({ DNSName }) => DNSName ?? []);
        },
    };
}
function goneWhereNotFound(error) {
    if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev)(error, 'TargetGroupNotFound', 'TargetGroupNotFoundException'))
        return 'gone';
    throw error;
}


/***/ })

};
