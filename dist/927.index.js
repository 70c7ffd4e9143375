export const id = 927;
export const ids = [927];
export const modules = {

/***/ 3355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   Pl: () => (/* binding */ withTaskDigests),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   p4: () => (/* binding */ withRevisionDigests),
/* harmony export */   pd: () => (/* binding */ revisionName)
/* harmony export */ });
/* unused harmony export digestIn */
/** `arn:…:task-definition/web:7` → `web:7`; anything else is returned as it is. */
function revisionName(reference) {
    return reference.slice(reference.lastIndexOf('/') + 1);
}
/** A described task definition as a version; digests that its images name are known. */
function versionOf(definition) {
    return {
        taskDefinition: revisionName(definition.taskDefinitionArn ?? definition.family ?? ''),
        taskDefinitionArn: definition.taskDefinitionArn ?? '',
        images: imagesOf(definition.containerDefinitions ?? []),
    };
}
/** Container and image of each container; the digest where the image names it. */
function imagesOf(containers) {
    return containers.map(({ name, image }) => {
        const digest = digestIn(image ?? '');
        return { container: name ?? '', image: image ?? '', ...(digest === undefined ? {} : { digest }) };
    });
}
/** `…@sha256:…` → the digest. */
function digestIn(image) {
    return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}
/** True where every image names its digest: ECS has nothing to resolve (DG deployment-type-ecs, "version consistency"). */
function isPinned(version) {
    return version.images.every(({ image }) => digestIn(image) !== undefined);
}
/** Adds digests that ECS resolved (DescribeServiceRevisions `containerImages`). */
function withRevisionDigests(version, images) {
    const resolved = new Map(images.map(({ containerName, imageDigest }) => [containerName, imageDigest]));
    return withDigests(version, resolved);
}
/** Adds digests that running tasks show (DescribeTasks `containers[].imageDigest`). */
function withTaskDigests(version, tasks) {
    const resolved = new Map();
    for (const { name, imageDigest } of tasks.flatMap(({ containers }) => containers ?? [])) {
        if (imageDigest !== undefined)
            resolved.set(name, imageDigest);
    }
    return withDigests(version, resolved);
}
function withDigests(version, resolved) {
    return {
        ...version,
        images: version.images.map((image) => {
            const digest = image.digest ?? resolved.get(image.container);
            return digest === undefined ? image : { ...image, digest };
        }),
    };
}


/***/ }),

/***/ 6613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ serviceDeploymentView),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   SF: () => (/* binding */ revisionArnOf),
/* harmony export */   eY: () => (/* binding */ snapshotOf)
/* harmony export */ });
/* unused harmony export deploymentIdOfRevision */
/** DescribeServices' answer as a snapshot; `at` in milliseconds since the epoch. */
function snapshotOf(service, at) {
    return {
        at,
        serviceStatus: service.status ?? 'UNKNOWN',
        desired: service.desiredCount ?? 0,
        running: service.runningCount ?? 0,
        pending: service.pendingCount ?? 0,
        deployments: (service.deployments ?? []).map((deployment) => ({
            id: deployment.id ?? '',
            status: deployment.status ?? '',
            ...(deployment.rolloutState === undefined ? {} : { rolloutState: deployment.rolloutState }),
            ...(deployment.rolloutStateReason === undefined ? {} : { rolloutStateReason: deployment.rolloutStateReason }),
            taskDefinition: deployment.taskDefinition ?? '',
            desired: deployment.desiredCount ?? 0,
            running: deployment.runningCount ?? 0,
            pending: deployment.pendingCount ?? 0,
            failed: deployment.failedTasks ?? 0,
            createdAt: deployment.createdAt?.getTime() ?? 0,
        })),
        events: (service.events ?? [])
            .map((event) => ({ id: event.id ?? '', at: event.createdAt ?? new Date(0), message: event.message ?? '' }))
            .reverse(),
        ...(service.currentServiceDeployment === undefined
            ? {}
            : { serviceDeploymentArn: service.currentServiceDeployment }),
    };
}
/** A service deployment as plain data. */
function serviceDeploymentView(deployment) {
    const target = 'targetServiceRevisionArn' in deployment ? deployment.targetServiceRevisionArn : undefined;
    const summary = 'targetServiceRevision' in deployment ? deployment.targetServiceRevision?.arn : undefined;
    return {
        arn: deployment.serviceDeploymentArn ?? '',
        deploymentId: deploymentIdOfRevision(target ?? summary ?? ''),
        status: deployment.status ?? '',
        ...(deployment.statusReason === undefined ? {} : { statusReason: deployment.statusReason }),
        createdAt: deployment.createdAt?.getTime() ?? 0,
    };
}
/** `arn:…:service-revision/<cluster>/<service>/N` → `ecs-svc/N`. */
function deploymentIdOfRevision(arn) {
    return `ecs-svc/${arn.slice(arn.lastIndexOf('/') + 1)}`;
}
/** Service ARN and `ecs-svc/N` → the ARN of service revision N. Undefined for ARNs without the cluster in them (the old format). */
function revisionArnOf(serviceArn, deploymentId) {
    const parts = /^(arn:[^:]+:ecs:[^:]+:\d+:)service\/([^/]+)\/([^/]+)$/.exec(serviceArn);
    const number = /^ecs-svc\/(.+)$/.exec(deploymentId)?.[1];
    if (!parts || number === undefined)
        return undefined;
    return `${parts[1]}service-revision/${parts[2]}/${parts[3]}/${number}`;
}
/** The deployment that ECS is steering to. */
function primaryOf(snapshot) {
    return snapshot.deployments.find((deployment) => deployment.status === 'PRIMARY');
}


/***/ })

};
