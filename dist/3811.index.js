export const id = 3811;
export const ids = [3811];
export const modules = {

/***/ 3811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ec2Port: () => (/* binding */ ec2Port)
/* harmony export */ });
/* harmony import */ var _small_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3964);

const ec2 = {
    id: 'EC2',
    host: 'ec2',
    signingName: 'ec2',
    protocol: 'ec2-query',
    version: '2016-11-15',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15',
};
const request = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeNetworkInterfacesRequest', {
    NextToken: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string,
    NetworkInterfaceIds: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)((0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('NetworkInterfaceIdList', (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'item')), 'NetworkInterfaceId'),
});
const association = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('NetworkInterfaceAssociation', {
    PublicIp: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'publicIp', 'PublicIp'),
});
const networkInterface = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('NetworkInterface', {
    Association: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(association, 'association', 'Association'),
    NetworkInterfaceId: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'networkInterfaceId', 'NetworkInterfaceId'),
});
const answer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeNetworkInterfacesResult', {
    NetworkInterfaces: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)((0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('NetworkInterfaceList', (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(networkInterface, 'item')), 'networkInterfaceSet', 'NetworkInterfaceSet'),
    NextToken: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'nextToken', 'NextToken'),
});
const groupsRequest = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeSecurityGroupsRequest', {
    GroupIds: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)((0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('GroupIdStringList', (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'groupId')), 'GroupId'),
});
const ipRange = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('IpRange', { CidrIp: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'cidrIp', 'CidrIp') });
const ipv6Range = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('Ipv6Range', { CidrIpv6: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'cidrIpv6', 'CidrIpv6') });
const permission = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('IpPermission', {
    IpProtocol: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'ipProtocol', 'IpProtocol'),
    FromPort: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.number, 'fromPort', 'FromPort'),
    ToPort: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.number, 'toPort', 'ToPort'),
    IpRanges: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)((0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('IpRangeList', (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(ipRange, 'item')), 'ipRanges', 'IpRanges'),
    Ipv6Ranges: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)((0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('Ipv6RangeList', (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(ipv6Range, 'item')), 'ipv6Ranges', 'Ipv6Ranges'),
});
const securityGroup = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('SecurityGroup', {
    GroupId: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string, 'groupId', 'GroupId'),
    IpPermissions: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)((0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('IpPermissionList', (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(permission, 'item')), 'ipPermissions', 'IpPermissions'),
});
const groupsAnswer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeSecurityGroupsResult', {
    SecurityGroups: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)((0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('SecurityGroupList', (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(securityGroup, 'item')), 'securityGroupInfo', 'SecurityGroupInfo'),
});
const tcp = ['tcp', '6', '-1'];
function isForEveryone({ IpRanges = [], Ipv6Ranges = [] }) {
    return IpRanges.some(({ CidrIp }) => CidrIp === '0.0.0.0/0') || Ipv6Ranges.some(({ CidrIpv6 }) => CidrIpv6 === '::/0');
}
function ec2Port(connection) {
    return {
        async publicIps(networkInterfaces) {
            const call = await (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .smallClient */ .nU)(connection, ec2, connection.region, connection.withinLimit);
            const found = new Map();
            let next;
            do {
                const page = await call('DescribeNetworkInterfaces', request, answer, {
                    NetworkInterfaceIds: [...networkInterfaces],
                    ...(next === undefined ? {} : { NextToken: next }),
                });
                for (const { NetworkInterfaceId: id, Association: association } of page.NetworkInterfaces ?? []) {
                    if (association?.PublicIp !== undefined)
                        found.set(id, association.PublicIp);
                }
                next = page.NextToken || undefined;
            } while (next !== undefined);
            return networkInterfaces.flatMap((id) => found.get(id) ?? []);
        },
        async openPorts(securityGroups) {
            const call = await (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .smallClient */ .nU)(connection, ec2, connection.region, connection.withinLimit);
            const asked = { GroupIds: [...securityGroups] };
            const found = await call('DescribeSecurityGroups', groupsRequest, groupsAnswer, asked);
            return (found.SecurityGroups ?? []).flatMap(({ GroupId: group = '', IpPermissions = [] }) => IpPermissions.filter(({ IpProtocol = '' }) => tcp.includes(IpProtocol)).map((permission) => {
                const { IpProtocol, FromPort: from, ToPort: to } = permission;
                const narrow = isForEveryone(permission) ? {} : { narrow: true };
                return {
                    group,
                    ...(IpProtocol === '-1' || from === undefined || to === undefined ? {} : { from, to }),
                    ...narrow,
                };
            }));
        },
    };
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
