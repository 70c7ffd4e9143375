export const id = 1919;
export const ids = [1919];
export const modules = {

/***/ 1919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tasksPort: () => (/* binding */ tasksPort)
/* harmony export */ });
/* harmony import */ var _call_limit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2755);

function tasksPort({ reads, writes, sdk, withinLimit }) {
    return {
        async runTask(input) {
            const { tasks = [], failures = [] } = await writes().send(new sdk.RunTaskCommand(input), withinLimit());
            return { tasks, failures };
        },
        async stopTask(cluster, task, reason) {
            await writes().send(new sdk.StopTaskCommand({ cluster, task, reason }), withinLimit());
        },
        async serviceTags(cluster, service) {
            const command = new sdk.DescribeServicesCommand({ cluster, services: [service], include: ['TAGS'] });
            const answer = await (0,_call_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)((options) => reads.send(command, options), withinLimit);
            return answer.services?.[0]?.tags ?? [];
        },
    };
}


/***/ })

};
