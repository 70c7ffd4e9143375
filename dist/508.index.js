export const id = 508;
export const ids = [508];
export const modules = {

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placeOf: () => (/* binding */ placeOf),
/* harmony export */   secretsPort: () => (/* binding */ secretsPort)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _small_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3964);


const secretsManager = {
    id: 'Secrets Manager',
    host: 'secretsmanager',
    signingName: 'secretsmanager',
    protocol: 'json-1.1',
    version: '2017-10-17',
    target: 'secretsmanager',
};
const parameterStore = {
    id: 'SSM',
    host: 'ssm',
    signingName: 'ssm',
    protocol: 'json-1.1',
    version: '2014-11-06',
    target: 'AmazonSSM',
};
const describeSecret = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeSecretRequest', { SecretId: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string });
const describedSecret = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeSecretResponse', { ARN: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string });
const filter = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('ParameterStringFilter', {
    Key: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string,
    Option: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string,
    Values: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('ParameterStringFilterValueList', _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string),
});
const describeParameters = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeParametersRequest', {
    ParameterFilters: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('ParameterStringFilterList', filter),
});
const parameter = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('ParameterMetadata', { Name: _small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .simple */ .bQ.string });
const describedParameters = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .structure */ .QK)('DescribeParametersResult', {
    Parameters: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('ParameterMetadataList', parameter),
});
/** The port over Secrets Manager and Parameter Store, in the Region that an ARN names, else the caller's. */
function secretsPort(connection) {
    const clients = new Map();
    const clientFor = (model, region) => {
        const key = `${model.id} ${region}`;
        const made = clients.get(key) ?? (0,_small_client_js__WEBPACK_IMPORTED_MODULE_1__/* .smallClient */ .nU)(connection, model, region, connection.withinLimit);
        clients.set(key, made);
        return made;
    };
    return {
        async exists(valueFrom) {
            const { service, region = connection.region, id } = placeOf(valueFrom);
            return service === 'secretsmanager'
                ? secretExists(await clientFor(secretsManager, region), id)
                : parameterExists(await clientFor(parameterStore, region), id);
        },
    };
}
/**
 * Where a `valueFrom` points (DG specifying-sensitive-data): the ARN of a secret, perhaps with `:json-key:stage:version`, the
 * ARN of a parameter, or the name of one in the Region of the task; pure.
 */
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
    // The ARN of a parameter without a path has one slash more than its name.
    return { service: 'ssm', ...region, id: name.lastIndexOf('/') === 0 ? name.slice(1) : name };
}
async function secretExists(call, id) {
    try {
        await call('DescribeSecret', describeSecret, describedSecret, { SecretId: id });
        return true;
    }
    catch (error) {
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev)(error, 'ResourceNotFoundException'))
            return false;
        throw error;
    }
}
async function parameterExists(call, name) {
    const { Parameters = [] } = await call('DescribeParameters', describeParameters, describedParameters, { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [name] }] });
    return Parameters.length > 0;
}


/***/ })

};
