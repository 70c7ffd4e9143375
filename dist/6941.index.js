export const id = 6941;
export const ids = [6941];
export const modules = {

/***/ 6941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ecsLotsPort: () => (/* binding */ ecsLotsPort)
/* harmony export */ });
/* harmony import */ var _call_limit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2755);

function ecsLotsPort({ reads, sdk, withinLimit, }) {
    return {
        async describeServices(cluster, services) {
            const command = new sdk.DescribeServicesCommand({ cluster, services: [...services] });
            return (await (0,_call_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)((options) => reads.send(command, options), withinLimit)).services ?? [];
        },
        async describeServiceDeployments(arns) {
            const command = new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] });
            return (await (0,_call_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)((options) => reads.send(command, options), withinLimit)).serviceDeployments ?? [];
        },
        async listStoppedTasksOfCluster(cluster) {
            const command = new sdk.ListTasksCommand({ cluster, desiredStatus: 'STOPPED', maxResults: 100 });
            const { taskArns = [], nextToken } = await (0,_call_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)((options) => reads.send(command, options), withinLimit);
            return { arns: taskArns, more: nextToken !== undefined };
        },
    };
}


/***/ })

};
