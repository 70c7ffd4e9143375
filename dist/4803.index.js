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
    (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .noteOlder */ .$z)(record, before.deployments);
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


/***/ }),

/***/ 8292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inProgressOf),
/* harmony export */   z: () => (/* binding */ approach)
/* harmony export */ });
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

function inProgressOf(snapshot, hadCompleted = false) {
    const deployment = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (deployment === undefined || deployment.rolloutState !== 'IN_PROGRESS')
        return undefined;
    const others = snapshot.deployments.filter(({ id }) => id !== deployment.id);
    if (isRollback(deployment, others, snapshot))
        return { deployment, kind: 'rolling-back' };
    const somethingCompleted = hadCompleted || others.some(({ rolloutState }) => rolloutState === 'COMPLETED');
    return { deployment, kind: somethingCompleted ? 'deploying' : 'first' };
}
function isRollback(deployment, others, { events }) {
    if (/rolling back to deploymentId/i.test(deployment.rolloutStateReason ?? ''))
        return true;
    if (others.some(({ rolloutState, createdAt }) => rolloutState === 'FAILED' && createdAt > deployment.createdAt))
        return true;
    const told = events.findLast(({ message }) => message.includes(deployment.id));
    return told?.message.includes(`rolling back to deployment ${deployment.id}`) ?? false;
}
const hopeless = 3;
function approach(policy, { deployment, kind }) {
    const { id, failed } = deployment;
    if (policy === 'force') {
        const lost = kind === 'deploying' ? '' : ', so that ECS has no completed deployment to return to until this one completes';
        return { kind: 'go-on', notice: `on-in-progress is "force": ${what(kind)} (${id}) is superseded${lost}.` };
    }
    if (policy === 'fail')
        return { kind: 'refuse', why: `${what(kind)} is under way (${id}), and on-in-progress is "fail"` };
    if (policy === 'supersede' && kind === 'deploying') {
        return { kind: 'go-on', notice: `A deployment that was under way (${id}) is superseded by this one.` };
    }
    if (kind === 'first' && failed >= hopeless) {
        return {
            kind: 'refuse',
            why: `no deployment of the service has completed yet, and the one under way (${id}) has failed ${failed} tasks in a row`,
        };
    }
    return { kind: 'wait', why: `${what(kind)} is under way (${id})` };
}
function what(kind) {
    if (kind === 'rolling-back')
        return 'a rollback by ECS';
    return kind === 'first' ? 'the first deployment of the service' : 'another deployment';
}


/***/ })

};
