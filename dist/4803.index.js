export const id = 4803;
export const ids = [4803];
export const modules = {

/***/ 4803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isAsBefore: () => (/* binding */ isAsBefore),
/* harmony export */   readOnceMore: () => (/* binding */ readOnceMore)
/* harmony export */ });
/* harmony import */ var _rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8292);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7742);



async function readOnceMore(prepared, ports, record) {
    const service = await ports.ecs.describeService(record.cluster, record.service).catch(() => undefined);
    if (service === undefined || ports.cancelled.aborted)
        return undefined;
    const before = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotOf */ .eY)(service, ports.clock);
    if (!isAsBefore(prepared.before, before))
        return undefined;
    record.snapshot = before;
    (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .noteOlder */ .$z)(record, before);
    return { ...prepared, service, before: withCompleted(before, prepared.before) };
}
function withCompleted(now, earlier) {
    const listed = new Set(now.deployments.map(({ id }) => id));
    const left = earlier.deployments.filter(({ id, rolloutState }) => rolloutState === 'COMPLETED' && !listed.has(id));
    return { ...now, deployments: [...now.deployments, ...left] };
}
function isAsBefore(one, other) {
    const [before, now] = [(0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(one), (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(other)];
    return before?.id === now?.id && before?.rolloutState === now?.rolloutState && isRollback(one) === isRollback(other);
}
function isRollback(snapshot) {
    return (0,_rollout_in_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .inProgressOf */ .a)(snapshot)?.kind === 'rolling-back';
}


/***/ })

};
