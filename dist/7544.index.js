export const id = 7544;
export const ids = [7544];
export const modules = {

/***/ 7544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findUpdate: () => (/* binding */ findUpdate)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6613);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3180);


async function findUpdate(lost, ports, record, isLast = false) {
    const service = await ports.ecs.describeService(record.cluster, record.service);
    if (service === undefined)
        return undefined;
    if (lost.hasSettings !== undefined)
        return lost.hasSettings(service) ? service : undefined;
    const fresh = (service.deployments ?? []).filter(({ id }) => id !== undefined && !lost.known.has(id));
    if (fresh.length === 0 && !isLast)
        return undefined;
    const withOurs = fresh.filter(({ taskDefinition }) => taskDefinition === lost.wanted);
    const [ours] = withOurs.toReversed().toSorted((one, other) => createdAt(one) - createdAt(other));
    if (ours?.status === 'PRIMARY')
        return service;
    const covered = ours ?? (await findInHistory(lost, fresh.length > 0, ports, record));
    return covered === undefined ? undefined : withPrimary(service, covered, lost);
}
function createdAt({ createdAt }) {
    return createdAt?.getTime() ?? 0;
}
async function findInHistory({ known, wanted, since }, othersDeployed, ports, record) {
    const history = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:ListServiceDeployments', () => ports.ecs.listServiceDeployments(record.cluster, record.service));
    if (history === undefined) {
        if (!othersDeployed && record.denied.has('ecs:ListServiceDeployments'))
            return undefined;
        throw new Error(othersDeployed ? 'somebody else has deployed, and the history was not read' : 'the history was not read');
    }
    for (const { targetServiceRevisionArn = '', createdAt } of history) {
        const id = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentIdOfRevision */ .H6)(targetServiceRevisionArn);
        const revisionArn = record.serviceArn && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionArnOf */ .SF)(record.serviceArn, id);
        if (known.has(id) || !revisionArn || (createdAt?.getTime() ?? 0) <= since)
            continue;
        const revision = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)(record, 'ecs:DescribeServiceRevisions', () => ports.ecs.describeServiceRevision(revisionArn));
        if (revision === undefined)
            throw new Error('a deployment has begun since, and its revision may not be read');
        if (revision.taskDefinition === wanted) {
            return { id, status: 'PRIMARY', taskDefinition: wanted, createdAt, rolloutState: 'IN_PROGRESS' };
        }
    }
    return undefined;
}
function withPrimary(service, ours, { known }) {
    const others = (service.deployments ?? []).filter(({ id }) => known.has(id ?? ''));
    const former = others.map((one) => (one.status === 'PRIMARY' ? { ...one, status: 'ACTIVE' } : one));
    return { ...service, deployments: [{ ...ours, status: 'PRIMARY' }, ...former] };
}


/***/ })

};
