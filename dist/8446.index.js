export const id = 8446;
export const ids = [8446];
export const modules = {

/***/ 8446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logsPort: () => (/* binding */ logsPort)
/* harmony export */ });
/* harmony import */ var _small_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3964);

const cloudWatchLogs = {
    id: 'CloudWatch Logs',
    host: 'logs',
    signingName: 'logs',
    protocol: 'json-1.1',
    version: '2014-03-28',
    target: 'Logs_20140328',
};
const request = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('GetLogEventsRequest', {
    logStreamName: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string,
    logGroupName: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string,
    limit: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.number,
    startFromHead: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.boolean,
    nextToken: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string,
});
const event = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('OutputLogEvent', { message: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string });
const answer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('GetLogEventsResponse', {
    events: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('OutputLogEvents', event),
    nextForwardToken: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string,
});
const groupsRequest = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeLogGroupsRequest', { logGroupNamePrefix: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, limit: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.number });
const group = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('LogGroup', { logGroupName: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string });
const groupsAnswer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeLogGroupsResponse', { logGroups: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('LogGroups', group) });
const limitMilliseconds = 10_000;
function withinOwnLimit() {
    return { abortSignal: AbortSignal.timeout(limitMilliseconds) };
}
function logsPort(connection, withinLimit = withinOwnLimit) {
    const clients = new Map();
    const clientIn = (region) => {
        const known = clients.get(region);
        if (known !== undefined)
            return known;
        const made = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .smallClient */ .nU)(connection, cloudWatchLogs, region, withinLimit);
        clients.set(region, made);
        return made;
    };
    return {
        async lastLines({ group, stream, region }, count) {
            const call = await clientIn(region);
            try {
                const { events = [] } = await call('GetLogEvents', request, answer, {
                    logGroupName: group,
                    logStreamName: stream,
                    limit: count,
                    startFromHead: false,
                });
                return linesIn(events).slice(-count);
            }
            catch (error) {
                if (isAbsent(error))
                    return [];
                throw error;
            }
        },
        async linesFrom({ group, stream, region }, from) {
            const call = await clientIn(region);
            try {
                const { events = [], nextForwardToken: next } = await call('GetLogEvents', request, answer, {
                    logStreamName: stream,
                    logGroupName: group,
                    startFromHead: true,
                    ...(from === undefined ? {} : { nextToken: from }),
                });
                return { lines: linesIn(events), ...(next === undefined ? {} : { next }) };
            }
            catch (error) {
                if (isAbsent(error))
                    return { lines: [] };
                throw error;
            }
        },
        async groupExists({ group: name, region }) {
            const call = await clientIn(region);
            const { logGroups = [] } = await call('DescribeLogGroups', groupsRequest, groupsAnswer, {
                logGroupNamePrefix: name,
                limit: 1,
            });
            return logGroups.some(({ logGroupName }) => logGroupName === name);
        },
    };
}
function linesIn(events) {
    return events.flatMap(({ message }) => message?.trimEnd().split(/\r?\n/) ?? []);
}
function isAbsent(error) {
    return error instanceof Error && error.name === 'ResourceNotFoundException';
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
