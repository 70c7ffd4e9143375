export const id = 2078;
export const ids = [2078];
export const modules = {

/***/ 2078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tidyRevisions: () => (/* binding */ tidyRevisions)
});

// UNUSED EXPORTS: mostAtOnce

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __webpack_require__(8115);
;// CONCATENATED MODULE: ./lib/task-definition/choose-for-tidying.js
function chooseForTidying(revisions, used, keep) {
    const newestFirst = [...revisions].sort((one, other) => numberOf(other) - numberOf(one));
    return newestFirst
        .slice(keep)
        .filter((arn) => !used.has(arn))
        .reverse();
}
function numberOf(arn) {
    return Number(arn.slice(arn.lastIndexOf(':') + 1));
}

// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __webpack_require__(7742);
;// CONCATENATED MODULE: ./lib/deployment/tidy-revisions.js



const betweenCalls = 1_100;
const mostAtOnce = 50;
const keptDeployments = 2;
async function tidyRevisions(end, keep, ports, record) {
    if (!['deployed', 'unchanged', 'updated'].includes(end.outcome))
        return;
    const family = familyOf(record.wanted?.taskDefinitionArn ?? record.before?.taskDefinitionArn ?? '');
    if (family === undefined)
        return;
    try {
        const revisions = await ports.ecs.listRevisions(family);
        if (revisions.length <= keep)
            return;
        const used = await revisionsInUse(family, ports, record);
        const chosen = chooseForTidying(revisions, used, keep);
        const now = chosen.slice(0, mostAtOnce);
        if (now.length === 0)
            return;
        ports.log.info(`Deregistering ${now.length} old ${now.length === 1 ? 'revision' : 'revisions'} of ${family}.`);
        const done = await deregister(now, ports);
        const left = chosen.length - done;
        if (done > 0)
            (0,deployment_record/* addNotice */.Mp)(record, `${done} old ${done === 1 ? 'revision' : 'revisions'} of ${family} were deregistered (keep-revisions ${keep}).`);
        if (left > 0)
            (0,deployment_record/* addNotice */.Mp)(record, `${left} more can be deregistered, by the next runs.`);
    }
    catch (error) {
        if (ports.cancelled.aborted)
            return;
        const why = (0,failure/* failureKind */.zU)(error) === 'denied'
            ? `the permission ${(0,failure/* deniedAction */.Ub)(error) ?? 'to do it'} is missing`
            : (0,failure/* describeFailure */.Ic)(error).replace(/\.$/, '');
        (0,deployment_record/* addNotice */.Mp)(record, `No further old revision of ${family} was deregistered (keep-revisions ${keep}): ${why}.`);
    }
}
async function deregister(revisions, { ecs, clock, cancelled }) {
    for (const [index, arn] of revisions.entries()) {
        if (index > 0)
            await clock.sleep(betweenCalls, cancelled);
        if (cancelled.aborted)
            return index;
        await ecs.deregisterTaskDefinition(arn);
    }
    return revisions.length;
}
async function revisionsInUse(family, { ecs }, record) {
    const own = [record.before, record.wanted, record.target?.version, record.running];
    const used = new Set(own.flatMap((version) => version?.taskDefinitionArn ?? []));
    for (const cluster of await ecs.listClusters()) {
        for (const arn of await revisionsInCluster(cluster, family, ecs))
            used.add(arn);
    }
    return used;
}
async function revisionsInCluster(cluster, family, ecs) {
    const found = [];
    for (const service of await ecs.describeServices(cluster, await ecs.listServices(cluster))) {
        const named = [service, ...(service.deployments ?? []), ...(service.taskSets ?? [])].map((one) => one.taskDefinition);
        found.push(...named);
        if (named.some((arn) => familyOf(arn ?? '') === family)) {
            found.push(...(await waysBackOf(cluster, service.serviceName ?? '', ecs)));
        }
    }
    const tasks = await ecs.listTasksOfFamily(cluster, family);
    if (tasks.length > 0) {
        found.push(...(await ecs.describeTasks(cluster, tasks)).map(({ taskDefinitionArn }) => taskDefinitionArn));
    }
    return found.flatMap((arn) => arn ?? []);
}
async function waysBackOf(cluster, service, ecs) {
    const completed = (await ecs.listServiceDeployments(cluster, service))
        .filter(({ status }) => status === 'SUCCESSFUL')
        .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
        .slice(0, keptDeployments)
        .flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []);
    if (completed.length === 0)
        return [];
    return (await ecs.describeServiceRevisions(completed)).flatMap(({ taskDefinition }) => taskDefinition ?? []);
}
function familyOf(arn) {
    return /:task-definition\/([\w-]+)(?::\d+)?$/.exec(arn)?.[1];
}


/***/ })

};
