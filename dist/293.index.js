export const id = 293;
export const ids = [293];
export const modules = {

/***/ 1293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   scalableTargetsPort: () => (/* binding */ scalableTargetsPort)
/* harmony export */ });
/* harmony import */ var _small_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3964);

const applicationAutoScaling = {
    id: 'Application Auto Scaling',
    host: 'application-autoscaling',
    signingName: 'application-autoscaling',
    protocol: 'json-1.1',
    version: '2016-02-06',
    target: 'AnyScaleFrontendService',
};
const request = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeScalableTargetsRequest', {
    ServiceNamespace: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string,
    ResourceIds: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('ResourceIdsMaxLen1600', _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string),
    ScalableDimension: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string,
});
const target = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('ScalableTarget', { ResourceId: _small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .simple */ .bQ.string });
const answer = (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .structure */ .QK)('DescribeScalableTargetsResponse', { ScalableTargets: (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('ScalableTargets', target) });
/** The port over Application Auto Scaling. */
function scalableTargetsPort(connection) {
    let client;
    return {
        async isScaled(cluster, service) {
            client ??= (0,_small_client_js__WEBPACK_IMPORTED_MODULE_0__/* .smallClient */ .nU)(connection, applicationAutoScaling, connection.region, connection.withinLimit);
            const call = await client;
            const { ScalableTargets = [] } = await call('DescribeScalableTargets', request, answer, {
                ServiceNamespace: 'ecs',
                // SDK text of `ResourceIds`: service/<cluster name>/<service name>.
                ResourceIds: [`service/${nameIn(cluster)}/${nameIn(service)}`],
                ScalableDimension: 'ecs:service:DesiredCount',
            });
            return ScalableTargets.length > 0;
        },
    };
}
function nameIn(reference) {
    return reference.slice(reference.lastIndexOf('/') + 1);
}


/***/ })

};
