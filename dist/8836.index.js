export const id = 8836;
export const ids = [8836];
export const modules = {

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settle: () => (/* binding */ settle)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _github_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9074);
/* harmony import */ var _rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5904);
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6613);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1626);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3496);






async function settle(outcome, inputs, ports, record) {
    const startedAt = ports.clock.uptime();
    const endsAt = startedAt + inputs.waitForMinutes * 60_000;
    let pace = (0,_rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .startPace */ .a)(false);
    for (;;) {
        ports.cancelled.throwIfAborted();
        const snapshot = await tryToRead(ports, record);
        if (snapshot !== undefined) {
            record.snapshot = snapshot;
            if (snapshot.running === snapshot.desired && snapshot.pending === 0) {
                record.running = record.before;
                const what = outcome === 'updated' ? 'The settings were changed; no deployment was needed.' : 'Nothing to change.';
                return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .ending */ .K1)(outcome, `${what} Running: ${(0,_github_words_js__WEBPACK_IMPORTED_MODULE_1__/* .taskCount */ .nc)(snapshot.running, snapshot.desired)}.`);
            }
        }
        const now = ports.clock.uptime();
        if (now >= endsAt) {
            const headline = `After ${inputs.waitForMinutes} minutes only ${(0,_github_words_js__WEBPACK_IMPORTED_MODULE_1__/* .taskCount */ .nc)(record.snapshot?.running ?? 0, record.snapshot?.desired ?? 0)} run.`;
            return (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .failedEnding */ .BV)('timed-out', headline, [(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_3__/* .lookCommand */ .zs)(record)]);
        }
        pace = (0,_rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .paceAfter */ .sL)(pace, snapshot !== undefined, undefined, now - startedAt);
        const wait = (0,_rollout_schedule_js__WEBPACK_IMPORTED_MODULE_2__/* .untilNextPoll */ .tN)(pace, now - startedAt, ports.random());
        await ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled);
    }
}
async function tryToRead(ports, record) {
    try {
        const service = await ports.ecs.describeService(record.cluster, record.service);
        return service && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotOf */ .eY)(service, ports.clock);
    }
    catch (error) {
        if (!(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .passingFailure */ .UC)(error))
            throw error;
        return undefined;
    }
}


/***/ })

};
