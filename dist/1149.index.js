export const id = 1149;
export const ids = [1149];
export const modules = {

/***/ 1149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareAgain: () => (/* binding */ prepareAgain)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7748);
/* harmony import */ var _task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1424);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2399);
/* harmony import */ var _prepare_in_turn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1516);
/* harmony import */ var _read_service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8245);






const most = 3;
async function prepareAgain(earlier, times, inputs, ports, record, file) {
    ports.cancelled.throwIfAborted();
    record.sending = undefined;
    await ports.keep();
    ports.log.info('The service has changed since it was read, or could not be read again; preparing it anew.');
    try {
        if (times > most)
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t([{ input: 'service', message: tooOften(record.service) }]);
        const asked = (0,_read_service_js__WEBPACK_IMPORTED_MODULE_5__/* .readService */ .u)(ports, inputs.cluster, inputs.service);
        const anew = await (0,_prepare_in_turn_js__WEBPACK_IMPORTED_MODULE_4__/* .prepareInTurn */ .a)(inputs, ports, record, asked, file);
        const { registered } = earlier;
        const isStillRight = registered !== undefined && (0,_task_definition_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .equalDefinitions */ .Ds)(earlier.definition, anew.definition);
        return isStillRight ? { ...anew, registered } : anew;
    }
    catch (error) {
        if (!(error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t))
            throw error;
        record.running = record.before;
        record.diagnoses.push((0,_interrupted_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsAsCause */ .sT)(error.problems));
        const headline = 'The service changed before it was touched, and must not be deployed to now. It was left alone.';
        throw new _ending_js__WEBPACK_IMPORTED_MODULE_2__/* .StoryEnded */ .Ai((0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .BV)('failed', headline));
    }
}
function tooOften(service) {
    return `${service} changed ${most + 1} times just before it was to be updated. Look at who else deploys it, and deploy again.`;
}


/***/ })

};
