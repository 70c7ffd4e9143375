export const id = 2847;
export const ids = [2847];
export const modules = {

/***/ 2847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ differingSettings),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   fe: () => (/* binding */ currentSettings)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6613);

function decide(comparison) {
    const { equal, settingsDiffer, forceNewDeployment, unresolved } = comparison;
    if (equal !== 'running') {
        return { kind: 'update', revision: equal === 'other' ? 'reuse' : 'register', force: forceNewDeployment };
    }
    if (forceNewDeployment)
        return { kind: 'update', force: true };
    if (unresolved.length > 0) {
        const why = `the digest of ${unresolved.join(' and ')} is not known, so what runs may be older than what the tag names now`;
        return { kind: 'update', force: true, why };
    }
    return decideOnRollout(comparison.snapshot, settingsDiffer);
}
function decideOnRollout(snapshot, settingsDiffer) {
    const primary = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(snapshot);
    if (primary === undefined)
        return { kind: 'update', force: true, why: 'the service has no deployment' };
    if (primary.rolloutState === 'FAILED') {
        return { kind: 'update', force: true, why: `its deployment ${primary.id} failed` };
    }
    if (settingsDiffer)
        return { kind: 'update', force: false };
    if (primary.rolloutState !== 'COMPLETED' && primary.rolloutState !== undefined) {
        return { kind: 'watch', deploymentId: primary.id };
    }
    return snapshot.running === snapshot.desired && snapshot.pending === 0 ? { kind: 'unchanged' } : { kind: 'settle' };
}
function differingSettings(wanted, service) {
    const current = currentSettings(service);
    const { forceNewDeployment: _, ...states } = wanted;
    return Object.keys(states).filter((name) => !contains(current[name], states[name]));
}
function currentSettings(service) {
    return {
        desiredCount: service.desiredCount,
        enableExecuteCommand: service.enableExecuteCommand ?? false,
        platformVersion: service.platformVersion,
        healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds ?? 0,
        capacityProviderStrategy: service.capacityProviderStrategy ?? [],
        networkConfiguration: service.networkConfiguration,
        deploymentCircuitBreaker: service.deploymentConfiguration?.deploymentCircuitBreaker,
        serviceManagedEbsVolume: ebsVolumeOf(service),
        propagateTags: service.propagateTags ?? 'NONE',
        enableEcsManagedTags: service.enableECSManagedTags ?? false,
    };
}
function ebsVolumeOf(service) {
    const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
    const volume = primary?.volumeConfigurations?.[0];
    return volume === undefined ? undefined : { name: volume.name, volume: volume.managedEBSVolume };
}
function contains(actual, wanted) {
    if (wanted === undefined)
        return true;
    if (Array.isArray(wanted)) {
        return (Array.isArray(actual) &&
            wanted.every((item) => actual.some((other) => contains(other, item))) &&
            actual.every((other) => wanted.some((item) => contains(other, item))));
    }
    if (typeof wanted === 'object' && wanted !== null) {
        if (typeof actual !== 'object' || actual === null)
            return Object.values(wanted).every((value) => value === undefined);
        const members = actual;
        return Object.entries(wanted).every(([name, value]) => contains(members[name], value));
    }
    return actual === wanted;
}


/***/ })

};
