import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 4317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 6954:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 6116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ tellWhenCancelled),
/* harmony export */   s: () => (/* binding */ listenForSignals)
/* harmony export */ });
const graceMilliseconds = 1_500;
function listenForSignals(emitter, clock) {
    const controller = new AbortController();
    const requested = new Promise((resolve) => {
        const cancel = () => {
            controller.abort(new Error('the run was cancelled'));
            resolve('cancelled');
        };
        emitter.on('SIGINT', cancel);
        emitter.on('SIGTERM', cancel);
    });
    return {
        signal: controller.signal,
        requested,
        grace: (story) => Promise.race([story, clock.sleep(graceMilliseconds).then(() => undefined)]),
    };
}
function tellWhenCancelled({ requested }, log) {
    requested.then(() => log.info('The run is being cancelled.'), () => undefined);
}


/***/ }),

/***/ 7133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    uptime: () => performance.now(),
    sleep: (milliseconds, signal) => new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal?.addEventListener('abort', end);
    }),
};


/***/ }),

/***/ 6699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ deploymentPorts)
});

// EXTERNAL MODULE: ./lib/aws/call-limit.js
var call_limit = __nccwpck_require__(2755);
// EXTERNAL MODULE: ./lib/aws/connection.js
var aws_connection = __nccwpck_require__(437);
// EXTERNAL MODULE: ./lib/aws/whole-definition.js
var whole_definition = __nccwpck_require__(2506);
;// CONCATENATED MODULE: ./lib/aws/ecs.js


function ecsPort({ reads, writes, sdk, withinLimit }) {
    const listTasks = (query) => (0,call_limit/* ask */.kA)(async (options) => {
        const arns = [];
        for await (const page of sdk.paginateListTasks({ client: reads }, query, options)) {
            arns.push(...(page.taskArns ?? []));
        }
        return arns;
    }, withinLimit);
    return {
        async describeService(cluster, service) {
            const command = new sdk.DescribeServicesCommand({ cluster, services: [service] });
            const answer = await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit);
            return answer.services?.[0];
        },
        async describeTaskDefinition(taskDefinition) {
            const command = new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] });
            return described(await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit));
        },
        async registerTaskDefinition(input) {
            return described(await writes().send(new sdk.RegisterTaskDefinitionCommand(input), withinLimit()));
        },
        async updateService(input) {
            const answer = await writes().send(new sdk.UpdateServiceCommand(input), withinLimit());
            if (answer.service === undefined)
                throw new SyntaxError('UpdateService answered without a service');
            return answer.service;
        },
        listStoppedTasks: (cluster, serviceName) => listTasks({ cluster, serviceName, desiredStatus: 'STOPPED' }),
        listTasksStartedBy: (cluster, startedBy) => listTasks({ cluster, startedBy }),
        async describeTasks(cluster, arns) {
            const tasks = [];
            for (let from = 0; from < arns.length; from += 100) {
                const lot = arns.slice(from, from + 100);
                const command = new sdk.DescribeTasksCommand({ cluster, tasks: lot });
                const answer = await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit);
                tasks.push(...(answer.tasks ?? []));
            }
            return tasks;
        },
        async listServiceDeployments(cluster, service) {
            const command = new sdk.ListServiceDeploymentsCommand({ cluster, service, maxResults: 100 });
            const answer = await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit);
            return answer.serviceDeployments ?? [];
        },
        async describeServiceDeployment(arn) {
            const command = new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] });
            return (await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit)).serviceDeployments?.[0];
        },
        async describeServiceRevision(arn) {
            const command = new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn] });
            return (await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit)).serviceRevisions?.[0];
        },
        async describeServiceRevisions(arns) {
            const revisions = [];
            for (let from = 0; from < arns.length; from += 20) {
                const command = new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: arns.slice(from, from + 20) });
                const answer = await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit);
                revisions.push(...(answer.serviceRevisions ?? []));
            }
            return revisions;
        },
        async rollBackServiceDeployment(arn) {
            await writes().send(new sdk.StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }), withinLimit());
        },
        async tagResource(resourceArn, tags) {
            await writes().send(new sdk.TagResourceCommand({ resourceArn, tags: [...tags] }), withinLimit());
        },
        listRevisions: (familyPrefix) => (0,call_limit/* ask */.kA)(async (options) => {
            const query = { familyPrefix, status: 'ACTIVE', sort: 'DESC' };
            const arns = [];
            for await (const page of sdk.paginateListTaskDefinitions({ client: reads }, query, options)) {
                arns.push(...(page.taskDefinitionArns ?? []));
            }
            return arns;
        }, withinLimit),
        async deregisterTaskDefinition(taskDefinition) {
            await writes().send(new sdk.DeregisterTaskDefinitionCommand({ taskDefinition }), withinLimit());
        },
        listClusters: () => (0,call_limit/* ask */.kA)(async (options) => {
            const arns = [];
            for await (const page of sdk.paginateListClusters({ client: reads }, {}, options)) {
                arns.push(...(page.clusterArns ?? []));
            }
            return arns;
        }, withinLimit),
        listServices: (cluster) => (0,call_limit/* ask */.kA)(async (options) => {
            const arns = [];
            const query = { cluster, maxResults: 100 };
            for await (const page of sdk.paginateListServices({ client: reads }, query, options)) {
                arns.push(...(page.serviceArns ?? []));
            }
            return arns;
        }, withinLimit),
        async describeServices(cluster, names) {
            const services = [];
            for (let from = 0; from < names.length; from += 10) {
                const command = new sdk.DescribeServicesCommand({ cluster, services: names.slice(from, from + 10) });
                const answer = await (0,call_limit/* ask */.kA)((options) => reads.send(command, options), withinLimit);
                services.push(...(answer.services ?? []));
            }
            return services;
        },
        listTasksOfFamily: (cluster, family) => listTasks({ cluster, family }),
    };
}
function described(answer) {
    if (answer.taskDefinition === undefined)
        throw new SyntaxError('the answer holds no task definition');
    const { taskDefinition: definition, tags = [] } = answer;
    return { definition, tags, unknown: (0,whole_definition/* unknownIn */.e3)(definition) };
}

// EXTERNAL MODULE: ./lib/github/run-context.js
var run_context = __nccwpck_require__(5928);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __nccwpck_require__(7133);
;// CONCATENATED MODULE: ./lib/actions/deployment-ports.js





async function deploymentPorts({ region, allowUnknownMembers, githubToken }, env, log, cancelled, keep) {
    const connection = await (0,aws_connection/* connect */.N)(region, allowUnknownMembers);
    const extras = { ...connection, withinLimit: call_limit/* withinShortLimit */.b6 };
    const ecrClient = ecrClients(connection);
    const tasks = async () => (await __nccwpck_require__.e(/* import() */ 1919).then(__nccwpck_require__.bind(__nccwpck_require__, 1919))).tasksPort(connection);
    let logsMade;
    const logs = () => {
        logsMade ??= __nccwpck_require__.e(/* import() */ 8446).then(__nccwpck_require__.bind(__nccwpck_require__, 8446)).then(({ logsPort }) => logsPort(connection));
        return logsMade;
    };
    let secretsMade;
    const secrets = () => {
        secretsMade ??= __nccwpck_require__.e(/* import() */ 5221).then(__nccwpck_require__.bind(__nccwpck_require__, 5221)).then(({ secretsPort }) => secretsPort(extras));
        return secretsMade;
    };
    let rolesMade;
    const roles = () => {
        rolesMade ??= __nccwpck_require__.e(/* import() */ 4938).then(__nccwpck_require__.bind(__nccwpck_require__, 4938)).then(({ rolesPort }) => rolesPort(extras));
        return rolesMade;
    };
    return {
        ecs: ecsPort(connection),
        lots: async () => (await __nccwpck_require__.e(/* import() */ 6941).then(__nccwpck_require__.bind(__nccwpck_require__, 6941))).ecsLotsPort(connection),
        tasks: {
            runTask: async (input) => (await tasks()).runTask(input),
            stopTask: async (...asked) => (await tasks()).stopTask(...asked),
            serviceTags: async (...asked) => (await tasks()).serviceTags(...asked),
        },
        ec2: {
            publicIps: async (interfaces) => (await __nccwpck_require__.e(/* import() */ 3811).then(__nccwpck_require__.bind(__nccwpck_require__, 3811))).ec2Port(connection).publicIps(interfaces),
            openPorts: async (groups) => (await __nccwpck_require__.e(/* import() */ 3811).then(__nccwpck_require__.bind(__nccwpck_require__, 3811))).ec2Port(extras).openPorts(groups),
        },
        logs: {
            lastLines: async (place, count) => (await logs()).lastLines(place, count),
            groupExists: async (place) => (await logs()).groupExists(place),
            linesFrom: async (place, from) => (await logs()).linesFrom(place, from),
        },
        targetHealth: {
            targetHealth: async (group) => (await __nccwpck_require__.e(/* import() */ 4819).then(__nccwpck_require__.bind(__nccwpck_require__, 4819))).targetHealthPort(connection).targetHealth(group),
            loadBalancerNames: async (groups) => (await __nccwpck_require__.e(/* import() */ 4819).then(__nccwpck_require__.bind(__nccwpck_require__, 4819))).targetHealthPort(connection).loadBalancerNames(groups),
        },
        alarms: {
            alarms: async (names) => (await __nccwpck_require__.e(/* import() */ 4431).then(__nccwpck_require__.bind(__nccwpck_require__, 4431))).alarmsPort(connection).alarms(names),
        },
        ecr: {
            findImage: async (query) => (await __nccwpck_require__.e(/* import() */ 6821).then(__nccwpck_require__.bind(__nccwpck_require__, 6821))).ecrImages(ecrClient).findImage(query),
            readPlatform: async (config) => (await __nccwpck_require__.e(/* import() */ 6821).then(__nccwpck_require__.bind(__nccwpck_require__, 6821))).ecrImages(ecrClient, call_limit/* withinShortLimit */.b6).readPlatform(config),
            scanFindings: async (query) => (await __nccwpck_require__.e(/* import() */ 6821).then(__nccwpck_require__.bind(__nccwpck_require__, 6821))).ecrImages(ecrClient, call_limit/* withinShortLimit */.b6).scanFindings(query),
        },
        repositoryUri: async (repository) => repositoryUri(await ecrClient(connection.region), repository),
        imageTools: {
            inspect: async (image) => (await __nccwpck_require__.e(/* import() */ 1994).then(__nccwpck_require__.bind(__nccwpck_require__, 1994))).otherRegistries(env).inspect(image),
        },
        scalableTargets: {
            isScaled: async (cluster, service) => (await __nccwpck_require__.e(/* import() */ 1293).then(__nccwpck_require__.bind(__nccwpck_require__, 1293))).scalableTargetsPort(extras).isScaled(cluster, service),
            describe: async (cluster, service) => (await __nccwpck_require__.e(/* import() */ 1293).then(__nccwpck_require__.bind(__nccwpck_require__, 1293))).scalableTargetsPort(connection).describe(cluster, service),
            setSuspended: async (...asked) => (await __nccwpck_require__.e(/* import() */ 1293).then(__nccwpck_require__.bind(__nccwpck_require__, 1293))).scalableTargetsPort(connection).setSuspended(...asked),
        },
        secrets: {
            exists: async (valueFrom) => (await secrets()).exists(valueFrom),
            secret: async (valueFrom) => (await secrets()).secret(valueFrom),
            parameters: async (valueFroms) => (await secrets()).parameters(valueFroms),
        },
        roles: {
            trustPolicy: async (name) => (await roles()).trustPolicy(name),
            refusals: async (...asked) => (await roles()).refusals(...asked),
            caller: async () => (await roles()).caller(),
            lacking: async (...asked) => (await roles()).lacking(...asked),
        },
        commits: {
            compare: async (...commits) => (await __nccwpck_require__.e(/* import() */ 7781).then(__nccwpck_require__.bind(__nccwpck_require__, 7781))).githubCommits(githubToken).compare(...commits),
        },
        requests: {
            send: async (request, signal) => (await __nccwpck_require__.e(/* import() */ 1931).then(__nccwpck_require__.bind(__nccwpck_require__, 1931))).httpRequests().send(request, signal),
        },
        scripts: {
            run: async (...script) => (await __nccwpck_require__.e(/* import() */ 325).then(__nccwpck_require__.bind(__nccwpck_require__, 325))).bashScripts(env, clock/* systemClock */.m).run(...script),
        },
        log,
        clock: clock/* systemClock */.m,
        random: Math.random,
        run: (0,run_context/* runContext */.p)(env),
        region: connection.region,
        cancelled,
        keep,
    };
}
function ecrClients({ shared }) {
    const clients = new Map();
    return (region) => {
        const known = clients.get(region);
        if (known !== undefined)
            return known;
        const made = Promise.all(/* import() */[__nccwpck_require__.e(2658), __nccwpck_require__.e(2085), __nccwpck_require__.e(7288), __nccwpck_require__.e(5861), __nccwpck_require__.e(8249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19)).then(({ ECRClient }) => new ECRClient({ ...shared, region }));
        clients.set(region, made);
        return made;
    };
}
async function repositoryUri(client, repository) {
    const { DescribeRepositoriesCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(2658), __nccwpck_require__.e(2085), __nccwpck_require__.e(7288), __nccwpck_require__.e(5861), __nccwpck_require__.e(8249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
    const command = new DescribeRepositoriesCommand({ repositoryNames: [repository] });
    const answer = await (0,call_limit/* ask */.kA)((options) => client.send(command, options));
    const uri = answer.repositories?.[0]?.repositoryUri;
    if (uri === undefined)
        throw new SyntaxError('DescribeRepositories answered without a repository');
    return uri;
}


/***/ }),

/***/ 8163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ keepFor),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   y6: () => (/* binding */ forget)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var _deployment_saved_state_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1508);



function keepFor(inputs, record, env) {
    return async () => saveState(_deployment_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateName */ .Vi, (0,_deployment_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .saveText */ .L8)(inputs, record), env);
}
function forget(env) {
    saveState(_deployment_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stateName */ .Vi, '', env);
}
function saveState(name, text, env) {
    if (!env.GITHUB_STATE)
        return;
    const end = `end-of-state-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(env.GITHUB_STATE, `${name}<<${end}\n${text}\n${end}\n`);
}


/***/ }),

/***/ 104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ endOfError),
/* harmony export */   p: () => (/* binding */ runDeployment)
/* harmony export */ });
/* harmony import */ var _deployment_read_service_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8245);
/* harmony import */ var _github_run_context_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5928);


const headStartMilliseconds = 5;
async function runDeployment(given, record, cancellation, open) {
    let ports;
    const story = async () => {
        try {
            ports = await open();
            record.region = ports.region;
            record.causesAddress = (0,_github_run_context_js__WEBPACK_IMPORTED_MODULE_1__/* .causesAddress */ .T)(ports.run);
            return await tellStory(given, ports, record);
        }
        catch (error) {
            return cancellation.signal.aborted ? undefined : endOfError(error, record);
        }
    };
    const told = story();
    const first = await Promise.race([told, cancellation.requested]);
    const ending = first === 'cancelled' ? await cancellation.grace(told) : first;
    if (ending !== undefined)
        return ending;
    const { cancelDeployment } = await Promise.all(/* import() */[__nccwpck_require__.e(5326), __nccwpck_require__.e(309)]).then(__nccwpck_require__.bind(__nccwpck_require__, 309));
    return cancelDeployment(given.inputs, ports, record);
}
async function tellStory({ inputs, file }, ports, record) {
    const asked = (0,_deployment_read_service_js__WEBPACK_IMPORTED_MODULE_0__/* .readService */ .u)(ports, inputs.cluster, inputs.service);
    asked.catch(() => undefined);
    await ports.clock.sleep(0);
    await ports.clock.sleep(headStartMilliseconds);
    const { deploy } = await Promise.all(/* import() */[__nccwpck_require__.e(8959), __nccwpck_require__.e(2580), __nccwpck_require__.e(2871), __nccwpck_require__.e(3120), __nccwpck_require__.e(4334), __nccwpck_require__.e(4699)]).then(__nccwpck_require__.bind(__nccwpck_require__, 824));
    return deploy(inputs, ports, record, asked, file);
}
async function endOfError(error, record) {
    const { endingOfError } = await Promise.all(/* import() */[__nccwpck_require__.e(5326), __nccwpck_require__.e(7637)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2399));
    return endingOfError(error, record);
}


/***/ }),

/***/ 6376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ workspaceFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

const workspaceFiles = {
    exists: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false,
    read: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'),
};


/***/ }),

/***/ 2755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b6: () => (/* binding */ withinShortLimit),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   zl: () => (/* binding */ withinLimit)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8115);

const callLimitMilliseconds = 30_000;
const firstTryMilliseconds = 10_000;
function withinLimit(milliseconds = callLimitMilliseconds) {
    return { abortSignal: AbortSignal.timeout(milliseconds) };
}
const withinShortLimit = () => withinLimit(5_000);
async function ask(read, limit = withinLimit) {
    try {
        return await read(limit(firstTryMilliseconds));
    }
    catch (error) {
        if (!(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(error))
            throw error;
        return read(limit(callLimitMilliseconds - firstTryMilliseconds));
    }
}


/***/ }),

/***/ 437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect),
/* harmony export */   j: () => (/* binding */ NotConnected)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7748);
/* harmony import */ var _call_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2755);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8115);
/* harmony import */ var _whole_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2506);




class NotConnected extends _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t {
}
async function connect(region, allowUnknownMembers) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(2658), __nccwpck_require__.e(2085), __nccwpck_require__.e(7288), __nccwpck_require__.e(5861), __nccwpck_require__.e(212)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 212, 19));
    const common = {
        ...(region === undefined ? {} : { region }),
        customUserAgent: [['ecs-deploy', '1']],
    };
    const reads = new sdk.ECSClient({ ...common, maxAttempts: 4 });
    (0,_whole_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .passWholeDefinitions */ .VP)(reads, allowUnknownMembers);
    const found = await regionOf(reads);
    await checkCredentials(reads);
    const shared = { region: found, credentials: reads.config.credentials, customUserAgent: common.customUserAgent ?? [] };
    let writing;
    const writes = () => {
        if (writing !== undefined)
            return writing;
        writing = new sdk.ECSClient({ ...shared, maxAttempts: 1, requestHandler: reads.config.requestHandler });
        (0,_whole_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .passWholeDefinitions */ .VP)(writing, allowUnknownMembers);
        return writing;
    };
    return { region: found, reads, writes, withinLimit: _call_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .withinLimit */ .zl, sdk, shared };
}
async function regionOf(client) {
    try {
        const region = await client.config.region();
        if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region))
            return region;
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t([
            { input: 'aws-region', message: `"${region}" is not an AWS Region. Write it like us-east-1.` },
        ]);
    }
    catch (error) {
        if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t)
            throw error;
        throw new NotConnected([
            {
                input: 'aws-region',
                message: 'There is no AWS Region. Set aws-region, or run aws-actions/configure-aws-credentials before this step (it sets AWS_REGION).',
            },
        ]);
    }
}
async function checkCredentials(client) {
    try {
        await client.config.credentials();
    }
    catch (error) {
        const kind = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureKind */ .zU)(error);
        const detail = kind === 'no-credentials' ? '' : ` (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFailure */ .Ic)(error)})`;
        throw new NotConnected([
            {
                message: `There are no AWS credentials${detail}. Run aws-actions/configure-aws-credentials with role-to-assume before this step, ` +
                    'in a job that has "permissions: id-token: write".',
            },
        ]);
    }
}


/***/ }),

/***/ 8115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   JD: () => (/* binding */ isLost),
/* harmony export */   Ni: () => (/* binding */ isUnanswered),
/* harmony export */   UC: () => (/* binding */ passingFailure),
/* harmony export */   Ub: () => (/* binding */ deniedAction),
/* harmony export */   ev: () => (/* binding */ isNamed),
/* harmony export */   zU: () => (/* binding */ failureKind)
/* harmony export */ });
const throttlingNames = new Set([
    'EC2ThrottledException',
    'PriorRequestNotComplete',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
]);
const concurrentRegistration = /Too many concurrent attempts to create a new revision/i;
const deniedNames = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'NotAuthorized']);
const expiredNames = new Set([
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'UnrecognizedClientException',
]);
const noCredentialsNames = new Set(['CredentialsProviderError', 'TokenProviderError']);
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
const unclearCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE']);
const unclearNames = new Set(['TimeoutError', 'AbortError', 'RequestTimeout', 'RequestTimeoutException', 'SyntaxError']);
function failureKind(error) {
    const { name, message, code, status } = partsOf(error);
    if (throttlingNames.has(name) || status === 429 || concurrentRegistration.test(message))
        return 'throttled';
    if (expiredNames.has(name))
        return 'expired';
    if (deniedNames.has(name))
        return 'denied';
    if (noCredentialsNames.has(name))
        return 'no-credentials';
    if (unsentCodes.has(code))
        return 'unsent';
    if (unclearCodes.has(code) || unclearNames.has(name) || status >= 500)
        return 'unclear';
    if (status >= 400)
        return 'refused';
    return 'unclear';
}
function passingFailure(error) {
    const kind = failureKind(error);
    return kind === 'throttled' || kind === 'unsent' || kind === 'unclear';
}
function isLost(kind) {
    return kind === 'expired' || kind === 'no-credentials';
}
function isUnanswered(error) {
    return isNamed(error, 'AbortError', 'TimeoutError') || isUnreadable(partsOf(error));
}
function isUnreadable({ name, message }) {
    return name === 'SyntaxError' || message.startsWith('@aws-sdk XML parse error');
}
function describeFailure(error) {
    const { name, message } = partsOf(error);
    if (name === 'AbortError' || name === 'TimeoutError')
        return 'no answer within the time limit';
    if (isUnreadable({ name, message }))
        return 'the answer could not be read';
    const text = message.replace(/\s+/g, ' ').trim();
    return name && name !== 'Error' ? `${name}: ${text || 'no message'}` : text || 'unknown error';
}
function deniedAction(error) {
    return /not authorized to perform:?\s+([\w-]+:[\w*]+)/i.exec(partsOf(error).message)?.[1];
}
function isNamed(error, ...names) {
    return names.includes(partsOf(error).name);
}
function partsOf(error) {
    const like = (typeof error === 'object' && error !== null ? error : { message: String(error) });
    return {
        name: typeof like.name === 'string' ? like.name : '',
        message: typeof like.message === 'string' ? like.message : '',
        code: typeof like.code === 'string' ? like.code : '',
        status: like.$metadata?.httpStatusCode ?? 0,
    };
}


/***/ }),

/***/ 2506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VP: () => (/* binding */ passWholeDefinitions),
/* harmony export */   e3: () => (/* binding */ unknownIn),
/* harmony export */   uB: () => (/* binding */ namesOnlyIn)
/* harmony export */ });
/* unused harmony export withMembers */
const unknownNames = Symbol('members that the SDK does not know');
function passWholeDefinitions(client, allowed) {
    client.middlewareStack.add((next) => (args) => {
        const request = args.request;
        const known = allowed.length === 0 ? undefined : parsed(request.body);
        if (known !== undefined) {
            request.body = JSON.stringify(withMembers(known, args.input, allowed));
            request.headers['content-length'] = String(Buffer.byteLength(request.body));
        }
        return next(args);
    }, { step: 'build', name: 'sendUnknownMembers' });
    const bodies = new WeakMap();
    client.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const bytes = await bytesOf(response.body);
        response.body = bytes;
        const body = parsed(bytes);
        if (body !== undefined)
            bodies.set(response, body);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepBody' });
    client.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const body = bodies.get(result.response);
        const output = result.output;
        if (isObject(body) && isObject(body.taskDefinition) && output.taskDefinition !== undefined) {
            const names = namesOnlyIn(body.taskDefinition, output.taskDefinition).filter((name) => !allowed.includes(name));
            output.taskDefinition = withMembers(output.taskDefinition, body.taskDefinition, allowed);
            Object.defineProperty(output.taskDefinition, unknownNames, { value: [...new Set(names)] });
        }
        return result;
    }, { step: 'deserialize', priority: 'high', name: 'receiveUnknownMembers' });
}
function unknownIn(definition) {
    return definition[unknownNames] ?? [];
}
function withMembers(known, whole, names) {
    if (Array.isArray(known) && Array.isArray(whole)) {
        return known.map((item, index) => withMembers(item, whole[index], names));
    }
    if (!isObject(known) || !isObject(whole))
        return known;
    const kept = Object.entries(known).map(([name, value]) => [
        name,
        withMembers(value, whole[name], names),
    ]);
    const added = Object.entries(whole).filter(([name, value]) => names.includes(name) && !(name in known) && value != null);
    return Object.fromEntries([...kept, ...added]);
}
function namesOnlyIn(whole, known) {
    if (Array.isArray(whole) && Array.isArray(known))
        return whole.flatMap((item, index) => namesOnlyIn(item, known[index]));
    if (!isObject(whole) || !isObject(known))
        return [];
    return Object.entries(whole).flatMap(([name, value]) => {
        if (value == null)
            return [];
        return known[name] === undefined ? [name] : namesOnlyIn(value, known[name]);
    });
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
async function bytesOf(body) {
    if (body === undefined)
        return new Uint8Array();
    if (body instanceof Uint8Array)
        return body;
    const parts = [];
    for await (const part of body)
        parts.push(part);
    return Buffer.concat(parts);
}
function parsed(body) {
    try {
        return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ findService),
  u: () => (/* binding */ readService)
});

// EXTERNAL MODULE: ./lib/aws/failure.js
var failure = __nccwpck_require__(8115);
;// CONCATENATED MODULE: ./lib/preflight/supported.js
function unsupported(service) {
    const name = service.serviceName ?? '';
    return [
        ...inactive(service, name),
        ...controller(service, name),
        ...expressMode(service, name),
        ...strategy(service, name),
        ...pauseHooks(service, name),
    ];
}
function inactive({ status }, name) {
    if (status === 'ACTIVE')
        return [];
    const what = status === 'INACTIVE' ? 'was deleted' : 'is being deleted';
    return [
        {
            input: 'service',
            message: `The service "${name}" ${what} (status ${status}). Create it again, or name a service that is ACTIVE.`,
        },
    ];
}
function controller({ deploymentController }, name) {
    const type = deploymentController?.type ?? 'ECS';
    if (type === 'ECS')
        return [];
    const instead = {
        CODE_DEPLOY: 'Deploy it with aws-actions/amazon-ecs-deploy-task-definition and its codedeploy-* inputs, or change the service to the ECS controller ' +
            '(aws ecs update-service --deployment-controller type=ECS).',
        EXTERNAL: 'Deploy it with the tool that manages its task sets.',
    };
    return [
        {
            input: 'service',
            message: `The service "${name}" is deployed by the ${type} deployment controller; this action works with the ECS controller only. ` +
                (instead[type] ?? 'Change the service to the ECS controller.'),
        },
    ];
}
function expressMode({ resourceManagementType }, name) {
    if (resourceManagementType !== 'ECS')
        return [];
    return [
        {
            input: 'service',
            message: `The service "${name}" is an Express Mode service, whose resources ECS manages itself. Deploy it with aws-actions/amazon-ecs-deploy-express-service.`,
        },
    ];
}
function strategy({ deploymentConfiguration }, name) {
    const value = deploymentConfiguration?.strategy ?? 'ROLLING';
    if (value === 'ROLLING')
        return [];
    return [
        {
            input: 'service',
            message: `The service "${name}" uses the deployment strategy ${value}; this version of the action deploys ROLLING services only. Set the strategy to ROLLING, or deploy it with another tool.`,
        },
    ];
}
function pauseHooks({ deploymentConfiguration }, name) {
    const pausing = (deploymentConfiguration?.lifecycleHooks ?? []).filter(({ targetType }) => targetType === 'PAUSE');
    if (pausing.length === 0)
        return [];
    return [
        {
            input: 'service',
            message: `The service "${name}" has a pause hook, which would hold the deployment until somebody continues it; this version of the action cannot do that. Remove the pause hook from the service.`,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/deployment/read-service.js


async function readService(ports, cluster, name) {
    const found = await findService(ports, cluster, name);
    const problems = found.ok ? unsupported(found.value) : [];
    return problems.length === 0 ? found : { ok: false, problems };
}
async function findService(ports, cluster, name) {
    const region = ports.region;
    try {
        const service = await ports.ecs.describeService(cluster, name);
        if (service === undefined) {
            const message = `The cluster "${cluster}" in ${region} has no service "${name}". ` +
                `List its services with: aws ecs list-services --cluster ${cluster} --region ${region}`;
            return { ok: false, problems: [{ input: 'service', message }] };
        }
        return { ok: true, value: service };
    }
    catch (error) {
        if ((0,failure/* isNamed */.ev)(error, 'ClusterNotFoundException')) {
            const message = `There is no cluster "${cluster}" in ${region}. ` +
                `Check cluster and aws-region, or list the clusters with: aws ecs list-clusters --region ${region}`;
            return { ok: false, problems: [{ input: 'cluster', message }] };
        }
        if ((0,failure/* isNamed */.ev)(error, 'InvalidParameterException')) {
            const message = `ECS does not accept the cluster "${cluster}" or the service "${name}": ${(0,failure/* describeFailure */.Ic)(error)}`;
            return { ok: false, problems: [{ input: 'service', message }] };
        }
        throw error;
    }
}


/***/ }),

/***/ 7742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ noteOlder),
/* harmony export */   Mp: () => (/* binding */ addNotice),
/* harmony export */   Mx: () => (/* binding */ newRecord),
/* harmony export */   Ud: () => (/* binding */ saysTargetGroupIsGone),
/* harmony export */   Uj: () => (/* binding */ hasCompleted)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6613);

function newRecord(cluster, service, region, startedAt, action = 'deploy') {
    return {
        action,
        cluster,
        service,
        region,
        startedAt,
        hasLoadBalancer: false,
        olderDeployments: [],
        sentTwice: [],
        stale: false,
        denied: new Set(),
        asked: {},
        settingsThatDiffered: [],
        changed: false,
        changes: [],
        diagnoses: [],
        stoppedTasks: new Map(),
        tasks: new Map(),
        lookedAt: new Set(),
        tasksOfOthers: new Set(),
        events: new Map(),
        logTries: new Map(),
        runningLogs: [],
        targets: [],
        alarms: [],
        failedTasks: 0,
        everRan: false,
        mostRunning: 0,
        lostTasks: false,
        platform: 'linux/amd64',
        healthySince: new Map(),
        askedCauses: new Set(),
        confirmedCauses: new Set(),
        findings: [],
        timeline: [],
        publicIps: [],
        taskIps: [],
        notices: [],
    };
}
function addNotice({ notices }, notice) {
    if (!notices.includes(notice))
        notices.push(notice);
}
function hasCompleted({ settling, verifying }) {
    return settling === true || verifying === true;
}
function saysTargetGroupIsGone({ events }) {
    return [...events.values()].some(({ message }) => /target groups? (?:is )?not found/i.test(message));
}
function noteOlder(record, before) {
    const { target } = record;
    const back = target?.deploymentId === undefined ? [] : [target.deploymentId];
    record.olderDeployments = [...new Set([...before.deployments.map(({ id }) => id), ...back])];
    record.knownUntil = (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .newestTimeIn */ .ZE)(before);
}


/***/ }),

/***/ 1508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ saveText),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   Vi: () => (/* binding */ stateName)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7742);

const kept = [
    'cluster',
    'service',
    'region',
    'startedAt',
    'serviceArn',
    'olderDeployments',
    'sentTwice',
    'knownUntil',
    'deploymentId',
    'adopted',
    'serviceDeploymentArn',
    'sending',
    'changed',
    'rollbackSent',
    'rollbackTo',
    'target',
    'memory',
    'settling',
    'verifying',
    'scaling',
    'preDeploy',
];
const stateName = 'deployment';
function saveText(inputs, record) {
    const saved = Object.fromEntries(kept.map((name) => [name, record[name]]));
    return JSON.stringify({
        format: 1,
        onCancel: inputs.onCancel,
        updates: record.update !== undefined,
        updatedTo: record.update?.taskDefinition,
        record: { ...saved, ...settingsOf(record) },
    });
}
function settingsOf({ settingsThatDiffered, asked, original }) {
    if (settingsThatDiffered.length === 0 || original === undefined)
        return {};
    return {
        settingsThatDiffered,
        asked: Object.fromEntries(settingsThatDiffered.map((name) => [name, asked[name]])),
        original: {
            desiredCount: original.desiredCount,
            enableExecuteCommand: original.enableExecuteCommand,
            platformVersion: original.platformVersion,
            healthCheckGracePeriodSeconds: original.healthCheckGracePeriodSeconds,
            capacityProviderStrategy: original.capacityProviderStrategy,
            networkConfiguration: original.networkConfiguration,
            deploymentConfiguration: { deploymentCircuitBreaker: original.deploymentConfiguration?.deploymentCircuitBreaker },
            deployments: original.deployments
                ?.filter(({ status }) => status === 'PRIMARY')
                .map(({ status, volumeConfigurations }) => ({ status, volumeConfigurations })),
        },
    };
}
function restore(text) {
    if (!text)
        return undefined;
    const { onCancel, updates, updatedTo, record: saved } = JSON.parse(text);
    const record = { ...saved, ...(saved.memory && { memory: inNewProcess(saved.memory) }) };
    const { cluster, service, region, startedAt } = record;
    const update = { cluster, service, ...(updatedTo === undefined ? {} : { taskDefinition: updatedTo }) };
    return {
        onCancel,
        record: {
            ...(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .newRecord */ .Mx)(cluster, service, region, startedAt),
            ...record,
            ...(updates ? { update } : {}),
            isHurried: true,
        },
    };
}
function inNewProcess({ puzzledSince: _puzzled, backSince: _back, failedAt, ...memory }) {
    return failedAt === undefined ? memory : { ...memory, failedAt: 0 };
}


/***/ }),

/***/ 2849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ whatBecameOfIt),
/* harmony export */   i: () => (/* binding */ whatItWasDoing)
/* harmony export */ });
/* harmony import */ var _rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6613);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3355);


function whatItWasDoing(record) {
    const back = record.target?.version.taskDefinition ?? 'the version before';
    if (record.preDeploy?.state === 'going') {
        return 'The run ended while the task before the deployment ran. UpdateService was not sent: the service was not touched.';
    }
    switch (record.sending) {
        case 'tag':
            return 'The run ended while the tags of a revision were being written. UpdateService was not sent: the service was not touched.';
        case 'register':
            return 'The run ended while a task definition revision was being registered; one may be left over. UpdateService was not sent: the service was not touched.';
        case 'update':
            return `The run ended while UpdateService was on its way, to deploy ${wantedOf(record)}.`;
        case 'stop':
            return 'The run ended while ECS was being asked to roll the deployment back (StopServiceDeployment).';
        case 'register-back':
            return `The run ended while a copy of ${back} was being registered, to go back to; UpdateService was not sent for it.`;
        case 'update-back':
            return `The run ended while UpdateService was on its way, to go back to ${back}.`;
        case 'suspend':
            return 'The run ended while the automatic scaling of the service was being suspended; UpdateService was not sent: the service was not touched.';
        case 'resume':
            return 'The run ended after the deployment, while the automatic scaling of the service was being resumed.';
        case undefined:
            break;
    }
    if (record.update === undefined) {
        const scaling = record.scaling === undefined ? '' : ' Its automatic scaling has been suspended.';
        return `The run ended before it had sent UpdateService: the service was not touched.${scaling}`;
    }
    if (record.rollbackSent !== undefined)
        return `The run ended while it watched the rollback to ${back}.`;
    if (record.deploymentId === undefined)
        return 'The run ended after UpdateService was answered.';
    if (record.verifying) {
        return `The run ended while it verified the deployment ${record.deploymentId} of ${wantedOf(record)}, which had completed.`;
    }
    return `The run ended while it watched the deployment ${record.deploymentId} of ${wantedOf(record)}.`;
}
function whatBecameOfIt(aftermath, record) {
    const wanted = wantedOf(record);
    switch (aftermath.kind) {
        case 'no-trace':
            return 'ECS shows no deployment of this run: as far as can be seen, UpdateService was not applied.';
        case 'updated-back': {
            const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(record.rollbackTo ?? '');
            return aftermath.rolloutState === 'COMPLETED'
                ? `The rollback has completed: ${version} runs again.`
                : `The rollback (${aftermath.id}, ${version}) is ${aftermath.rolloutState}: it goes on in ECS, and nobody watches it.`;
        }
        case 'service-gone':
            return 'ECS does not list the service any more.';
        case 'unknown':
            return `What became of it cannot be told: ${aftermath.why}.`;
        case 'deployment':
            break;
    }
    const { verdict, memory } = aftermath;
    switch (verdict.kind) {
        case 'in-progress':
            return `The deployment ${memory.deploymentId} of ${wanted} goes on in ECS, and nobody watches it.`;
        case 'completed':
            return `The deployment ${memory.deploymentId} has completed: ${wanted} runs.`;
        case 'superseded':
            return `Another deployment, ${verdict.by}, was started after the one of this run and took over.`;
        case 'service-gone':
            return `The service is ${verdict.status}.`;
        case 'ecs-rollback-failed':
            return `The deployment failed, and so did ECS's rollback: ${verdict.reason}`;
        case 'failed':
            return whatBecameOfTheFailed(verdict.ecs, record);
    }
}
function whatBecameOfTheFailed(ecs, record) {
    const primary = record.snapshot && (0,_rollout_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryOf */ .Os)(record.snapshot);
    const now = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(primary?.taskDefinition ?? '');
    switch (ecs) {
        case 'rolled-back':
            return `The deployment was taken back: ${now} runs again.`;
        case 'rolling-back':
            return `ECS is taking the deployment back to ${now}; that goes on, and nobody watches it.`;
        case 'may-roll-back':
            return `The deployment of ${wantedOf(record)} failed; ECS may still take it back by itself.`;
        case 'stays':
            return `The deployment of ${wantedOf(record)} failed, and nothing has taken it back.`;
    }
}
function wantedOf({ update }) {
    return update?.taskDefinition === undefined ? 'the same version' : (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(update.taskDefinition);
}


/***/ }),

/***/ 3355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   Pl: () => (/* binding */ withTaskDigests),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   p4: () => (/* binding */ withRevisionDigests),
/* harmony export */   s: () => (/* binding */ digestIn)
/* harmony export */ });
function resourceName(reference) {
    return reference.slice(reference.lastIndexOf('/') + 1);
}
function versionOf(definition) {
    return {
        taskDefinition: resourceName(definition.taskDefinitionArn ?? definition.family ?? ''),
        taskDefinitionArn: definition.taskDefinitionArn ?? '',
        images: imagesOf(definition.containerDefinitions ?? []),
    };
}
function imagesOf(containers) {
    return containers.map(({ name, image }) => {
        const digest = digestIn(image ?? '');
        return { container: name ?? '', image: image ?? '', ...(digest === undefined ? {} : { digest }) };
    });
}
function digestIn(image) {
    return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}
function isPinned(version) {
    return version.images.every(({ image }) => digestIn(image) !== undefined);
}
function withRevisionDigests(version, images) {
    const resolved = new Map(images.map(({ containerName, imageDigest }) => [containerName, imageDigest]));
    return withDigests(version, resolved);
}
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

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ consoleLogger)
/* harmony export */ });
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2748);

const colours = { good: '1;32', bad: '1;31', warning: '33', heading: '1' };
const messageLimit = 4000;
const titleLimit = 200;
const annotationLimit = 10;
function consoleLogger(stdout, onGitHub = true) {
    const written = { notice: 0, warning: 0, error: 0 };
    let groupIsOpen = false;
    const line = (text, style) => {
        const painted = style !== undefined && onGitHub;
        for (const safe of (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safeLines */ .Bv)(text)) {
            stdout.write(painted && safe !== '' ? `\u001B[${colours[style]}m${safe}\u001B[0m\n` : `${safe}\n`);
        }
    };
    const annotate = (kind, limit, text, title, place) => {
        written[kind] += 1;
        if (onGitHub && written[kind] <= limit)
            stdout.write(`${annotationCommand(kind, text, title, place)}\n`);
        else
            line(`${kind === 'error' ? 'Error' : kind === 'warning' ? 'Warning' : 'Notice'}: ${title ? `${title}: ` : ''}${text}`);
    };
    const endGroup = () => {
        if (groupIsOpen && onGitHub)
            stdout.write('::endgroup::\n');
        groupIsOpen = false;
    };
    return {
        info: line,
        group(title) {
            endGroup();
            groupIsOpen = true;
            if (onGitHub)
                stdout.write(`::group::${data(title)}\n`);
            else
                line(title);
        },
        endGroup,
        notice: (text) => annotate('notice', annotationLimit, text),
        warning: (text, place) => annotate('warning', annotationLimit, text, undefined, place),
        error: (text, title) => annotate('error', 1, text, title),
        debug(text) {
            if (onGitHub)
                stdout.write(`::debug::${data(text)}\n`);
        },
    };
}
function annotationCommand(kind, text, title, place) {
    const properties = [
        ...(title === undefined ? [] : [`title=${property((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(title, titleLimit))}`]),
        ...(place === undefined ? [] : [`file=${property(place.file)}`]),
        ...(place?.line === undefined ? [] : [`line=${place.line}`]),
        ...(place?.column === undefined ? [] : [`col=${place.column}`]),
    ];
    const given = properties.length === 0 ? '' : ` ${properties.join(',')}`;
    return `::${kind}${given}::${data((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(text, messageLimit))}`;
}
function data(text) {
    return text
        .split(/\r\n|[\n\r]/)
        .map(_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutInvisible */ .OT)
        .join('\n')
        .replaceAll('%', '%25')
        .replaceAll('\n', '%0A');
}
function property(text) {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 5928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ causesAddress),
/* harmony export */   p: () => (/* binding */ runContext)
/* harmony export */ });
const variables = {
    repository: 'GITHUB_REPOSITORY',
    sha: 'GITHUB_SHA',
    refName: 'GITHUB_REF_NAME',
    actor: 'GITHUB_ACTOR',
    runId: 'GITHUB_RUN_ID',
    runAttempt: 'GITHUB_RUN_ATTEMPT',
    runNumber: 'GITHUB_RUN_NUMBER',
    serverUrl: 'GITHUB_SERVER_URL',
    workflow: 'GITHUB_WORKFLOW',
    job: 'GITHUB_JOB',
    step: 'GITHUB_ACTION',
    runner: 'RUNNER_NAME',
    eventName: 'GITHUB_EVENT_NAME',
    actionRepository: 'GITHUB_ACTION_REPOSITORY',
    actionRef: 'GITHUB_ACTION_REF',
    workspace: 'GITHUB_WORKSPACE',
    runnerTemp: 'RUNNER_TEMP',
};
function runContext(env) {
    const known = Object.entries(variables).flatMap(([name, variable]) => (env[variable] ? [[name, env[variable]]] : []));
    return Object.fromEntries(known);
}
function causesAddress({ serverUrl, actionRepository, actionRef }) {
    if (actionRepository === undefined || actionRef === undefined)
        return undefined;
    return `${serverUrl ?? 'https://github.com'}/${actionRepository}/blob/${actionRef}/docs/causes.md`;
}


/***/ }),

/***/ 2748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ safeLines),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   OT: () => (/* binding */ withoutInvisible)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

function safeLines(text) {
    return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(safeLine);
}
function safeLine(line) {
    return withoutInvisible(line)
        .replace(/^(\s*)::/, '$1: :')
        .replaceAll('##[', '## [');
}
function withoutInvisible(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .replaceAll('\t', '  ')
        .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu, '');
}
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const head = text.slice(0, limit - 1);
    return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Yk: () => (/* binding */ printImageReference),
/* harmony export */   Z6: () => (/* binding */ isRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   hQ: () => (/* binding */ withDigest),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
const host = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const registryPattern = new RegExp(String.raw `^(?:${host}(?:\.${host})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$`);
const pathPattern = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;
const longestName = 255;
const ecrPattern = /^(?<registryId>\d{12})\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-zA-Z0-9][a-zA-Z0-9_-]*)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.com\.cn)|sc2s\.sgov\.gov|c2s\.ic\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;
function parseImageReference(text) {
    const { name, tag, digest } = splitReference(text);
    const { registry, path } = splitName(name);
    const wrong = wrongPart(registry, path, tag, digest);
    if (wrong !== undefined)
        return { ok: false, problems: [{ message: `"${text}" is not an image: ${wrong}.` }] };
    const ecr = ecrRegistry(registry);
    return {
        ok: true,
        value: {
            name,
            registry,
            repository: registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path,
            ...(tag === undefined ? {} : { tag }),
            ...(digest === undefined ? {} : { digest }),
            ...(ecr === undefined ? {} : { ecr }),
        },
    };
}
function printImageReference({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
function withDigest(reference, digest) {
    return `${reference.name}@${digest}`;
}
function ecrRegistry(registry) {
    const { registryId, region } = ecrPattern.exec(registry)?.groups ?? {};
    return registryId === undefined || region === undefined ? undefined : { registryId, region };
}
function isTag(text) {
    return tagPattern.test(text);
}
function isDigest(text) {
    return digestPattern.test(text);
}
function isRepository(text) {
    return text.length <= longestName && text.split('/').every((component) => pathPattern.test(component));
}
function splitReference(text) {
    const at = text.indexOf('@');
    const beforeDigest = at === -1 ? text : text.slice(0, at);
    const digest = at === -1 ? {} : { digest: text.slice(at + 1) };
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    if (colon === -1)
        return { name: beforeDigest, ...digest };
    return { name: beforeDigest.slice(0, colon), tag: beforeDigest.slice(colon + 1), ...digest };
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = first === 'localhost' || /[.:A-Z[]/.test(first);
    if (!isRegistry)
        return { registry: 'docker.io', path: name };
    return { registry: first === 'index.docker.io' ? 'docker.io' : first, path: name.slice(slash + 1) };
}
function wrongPart(registry, path, tag, digest) {
    if (!registryPattern.test(registry))
        return `the registry "${registry}" is not a host name`;
    if (path === '')
        return 'the repository is missing';
    if (path !== path.toLowerCase())
        return `the repository "${path}" must be in lower case`;
    if (!isRepository(path))
        return `the repository "${path}" is not a valid name`;
    if (/^[a-f0-9]{64}$/.test(path))
        return 'it is an image id, which only the machine that built the image knows';
    if (tag === '')
        return 'the tag after ":" is missing';
    if (tag !== undefined && !isTag(tag))
        return `the tag "${tag}" is not valid`;
    if (digest !== undefined && !isDigest(digest))
        return 'the digest after "@" must be sha256: and 64 hexadecimal digits';
    return undefined;
}


/***/ }),

/***/ 6366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ isRunningImage)
/* harmony export */ });
const runningImage = 'running';
function isRunningImage(image) {
    return image === runningImage;
}


/***/ }),

/***/ 4856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseCommand)
/* harmony export */ });
/* unused harmony export splitWords */
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3420);

const bareEnd = /[\s'"\\]/;
const escapableInDoubleQuotes = '$`"\\\n';
const parseCommand = (text) => text.startsWith('[') ? jsonWords(text) : splitWords(text);
function jsonWords(text) {
    const form = 'It starts with "[" but is not a JSON list of texts such as ["npm", "run", "start"].';
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((word) => typeof word === 'string') ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(value) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(form);
    }
    catch {
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(form);
    }
}
const splitWords = (text) => {
    const words = [];
    let word;
    let at = 0;
    while (at < text.length) {
        const piece = readPiece(text, at);
        if ('message' in piece)
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(piece.message);
        at = piece.next;
        if (piece.text !== undefined)
            word = (word ?? '') + piece.text;
        if (piece.endsWord && word !== undefined) {
            words.push(word);
            word = undefined;
        }
    }
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(word === undefined ? words : [...words, word]);
};
function readPiece(text, at) {
    const first = text.charAt(at);
    if (/\s/.test(first))
        return { next: at + 1, endsWord: true };
    if (first === "'")
        return singleQuoted(text, at);
    if (first === '"')
        return doubleQuoted(text, at);
    if (first === '\\')
        return escaped(text, at);
    const length = text.slice(at).search(bareEnd);
    const next = length === -1 ? text.length : at + length;
    return { next, text: text.slice(at, next) };
}
function singleQuoted(text, at) {
    const end = text.indexOf("'", at + 1);
    if (end === -1)
        return { message: `The ' at character ${at + 1} is not closed.` };
    return { next: end + 1, text: text.slice(at + 1, end) };
}
function doubleQuoted(text, at) {
    let content = '';
    for (let index = at + 1; index < text.length; index++) {
        const character = text.charAt(index);
        if (character === '"')
            return { next: index + 1, text: content };
        const following = text.charAt(index + 1);
        if (character === '\\' && following !== '' && escapableInDoubleQuotes.includes(following)) {
            if (following !== '\n')
                content += following;
            index++;
        }
        else
            content += character;
    }
    return { message: `The " at character ${at + 1} is not closed.` };
}
function escaped(text, at) {
    const following = text.charAt(at + 1);
    if (following === '')
        return { message: 'It ends with a \\ that has nothing after it.' };
    if (following === '\n')
        return { next: at + 2 };
    return { next: at + 2, text: following };
}


/***/ }),

/***/ 491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ deepFreeze)
/* harmony export */ });
function deepFreeze(value) {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value))
        return value;
    if (value instanceof Map)
        freezeMap(value);
    Object.freeze(value);
    for (const member of Object.values(value))
        deepFreeze(member);
    return value;
}
function freezeMap(map) {
    const refuse = () => {
        throw new TypeError('The inputs are frozen');
    };
    for (const way of ['set', 'delete', 'clear'])
        Object.defineProperty(map, way, { value: refuse });
    for (const member of map.values())
        deepFreeze(member);
}


/***/ }),

/***/ 8866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c3: () => (/* binding */ wantedInputDefaults),
/* harmony export */   yJ: () => (/* binding */ deployInputNames),
/* harmony export */   yo: () => (/* binding */ deployInputDefaults)
/* harmony export */ });
const wantedInputDefaults = {
    cluster: 'default',
    service: '',
    'aws-region': '',
    image: '',
    images: '',
    'container-name': '',
    'task-definition': '',
    'ecr-repository': '',
    'image-digest': '',
    'image-tag': '',
    'pin-digest': 'true',
    'allow-unknown-members': '',
    'environment-variables': '',
    'environment-variables-strategy': 'merge',
    secrets: '',
    'secrets-strategy': 'merge',
    'docker-labels': '',
    'docker-labels-strategy': 'merge',
    'env-files': '',
    command: '',
    'log-configuration-log-driver': '',
    'log-configuration-options': '',
    'log-configuration-options-strategy': 'merge',
    cpu: '',
    memory: '',
    'task-role-arn': '',
    'execution-role-arn': '',
    variables: '',
    'desired-count': '',
    autoscaling: '',
    'force-new-deployment': '',
    'enable-execute-command': '',
    'platform-version': '',
    'health-check-grace-period-seconds': '',
    'capacity-provider-strategy': '',
    'network-configuration': '',
    'deployment-circuit-breaker': '',
    'service-managed-ebs-volume-name': '',
    'service-managed-ebs-volume': '',
    'propagate-tags': '',
    'enable-ecs-managed-tags': '',
    tags: '',
    'default-tags': 'true',
    preflight: 'enforce',
    'preflight-ignore': '',
    'scan-findings': 'off',
};
const targetDefaults = { cluster: 'default', service: '', services: '', 'services-file': '' };
const deployInputDefaults = {
    ...targetDefaults,
    ...wantedInputDefaults,
    'wait-for-service-stability': 'true',
    'wait-for-minutes': '30',
    'max-failed-tasks': 'auto',
    'settle-seconds': '',
    'rollback-on-failure': 'true',
    'rollback-wait-minutes': '20',
    'on-in-progress': 'supersede',
    'on-cancel': 'leave',
    'on-group-failure': 'rollback',
    'refuse-older-commit': 'false',
    'dry-run': 'false',
    'pre-deploy-command': '',
    'pre-deploy-container': '',
    'pre-deploy-timeout-minutes': '15',
    'verify-urls': '',
    'verify-command': '',
    'verify-timeout-seconds': '180',
    'verify-alarms': '',
    'verify-alarms-minutes': '5',
    'keep-revisions': '',
    'github-token': '',
};
const deployInputNames = Object.keys(deployInputDefaults);


/***/ }),

/***/ 616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ foreignNames)
/* harmony export */ });
/* harmony import */ var _foreign_place_names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2422);

const codeDeploy = 'services with the CODE_DEPLOY controller are not supported; keep aws-actions/amazon-ecs-deploy-task-definition for them, ' +
    "or move the service to the ECS controller's own blue/green deployments.";
const runTask = 'use pre-deploy-command for a task that runs before the deployment, or a step with the run-task action of this repository (docs/run-task.md).';
const oldRevisions = 'use keep-revisions: N, which leaves the newest N, what runs, what is a way back, and what others use.';
const leftByDefault = 'old task definition revisions are left as they are unless keep-revisions is given; remove it.';
const verifyUrls = 'use verify-urls, one address per line.';
const scaling = 'use autoscaling: suspend, resume or leave.';
const healthPercent = 'the minimum and maximum healthy percent of the service are left as they are; remove it.';
const foreignNames = new Map([
    ..._foreign_place_names_js__WEBPACK_IMPORTED_MODULE_0__/* .placeNames */ .Y,
    ['wait-max-delay-seconds', 'not needed, progress is read every few seconds; remove it.'],
    ['max-retries', 'not needed, calls are sent again whenever that is safe; remove it.'],
    ['keep-null-value-keys', 'not needed, nothing is dropped from the task definition; remove it.'],
    ['task-definition-family', 'use task-definition with the family.'],
    ['task-definition-arn', 'use task-definition with the ARN.'],
    ['task-definition-revision', 'use task-definition with family:revision.'],
    ['task-definition-file', 'use task-definition with the path.'],
    ['codedeploy-*', codeDeploy],
    ['run-task', runTask],
    ['run-task-*', runTask],
    ['wait-for-task-stopped', runTask],
    ['image-uri', 'use image.'],
    ['image-url', 'use image.'],
    ['image-name', 'use image.'],
    ['docker-image', 'use image.'],
    ['tag', 'use image with the whole reference, or ecr-repository with image-tag.'],
    ['tag-only', 'use ecr-repository with image-tag.'],
    ['digest', 'use image with the whole reference, or ecr-repository with image-digest.'],
    ['container', 'use container-name.'],
    ['containers', 'use images with one container=image per line.'],
    ['timeout', 'use wait-for-minutes, in minutes.'],
    ['wait-timeout', 'use wait-for-minutes, in minutes.'],
    ['wait', 'use wait-for-service-stability.'],
    ['rollback', 'use rollback-on-failure.'],
    ['enable-rollback', 'use rollback-on-failure.'],
    ['circuit-breaker', 'use deployment-circuit-breaker.'],
    ['env', 'use environment-variables.'],
    ['env-vars', 'use environment-variables.'],
    ['environment', 'use environment-variables.'],
    ['env-file', 'use env-files with the ARN of the object in S3.'],
    ['secret', 'use secrets.'],
    ['docker-label', 'use docker-labels.'],
    ['log', 'use log-configuration-log-driver and log-configuration-options.'],
    ['task-role', 'use task-role-arn.'],
    ['execution-role', 'use execution-role-arn.'],
    ['role', 'use task-role-arn.'],
    ['desired', 'use desired-count.'],
    ['force', 'use force-new-deployment.'],
    ['force-deploy', 'use force-new-deployment.'],
    ['launch-type', 'use capacity-provider-strategy, e.g. FARGATE=1.'],
    ['placeholders', 'use variables.'],
    ['use-latest-task-def', 'use task-definition with the family, which means its newest revision.'],
    ['max-definitions', oldRevisions],
    ['deregister', oldRevisions],
    ['no-deregister', leftByDefault],
    ['deregister-old-revisions', oldRevisions],
    ['suspend-auto-scaling', scaling],
    ['resume-auto-scaling', scaling],
    ['suspend-autoscaling', scaling],
    ['resume-autoscaling', scaling],
    ['auto-scaling-*', 'the bounds of Application Auto Scaling are left as they are; remove it.'],
    ['health-check-url', verifyUrls],
    ['health-check-urls', verifyUrls],
    ['healthcheck-url', verifyUrls],
    ['smoke-test-url', verifyUrls],
    ['smoke-test', 'use verify-command, or verify-urls.'],
    ['alarms', 'use verify-alarms, one name per line.'],
    ['alarm-names', 'use verify-alarms, one name per line.'],
    ['min', healthPercent],
    ['max', healthPercent],
    ['skip-deployments-check', 'remove it.'],
]);


/***/ }),

/***/ 2422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ placeNames)
/* harmony export */ });
const credentials = 'put a step with aws-actions/configure-aws-credentials before this one.';
const placeNames = new Map([
    ['cluster-name', 'use cluster.'],
    ['ecs-cluster', 'use cluster.'],
    ['service-name', 'use service.'],
    ['ecs-service', 'use service.'],
    ['region', 'use aws-region.'],
    ['aws-default-region', 'use aws-region.'],
    ['aws-access-key-id', credentials],
    ['aws-secret-access-key', credentials],
    ['aws-session-token', credentials],
    ['aws-profile', credentials],
    ['role-to-assume', credentials],
    ['assume-role', credentials],
]);


/***/ }),

/***/ 5121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InputReader)
/* harmony export */ });
class InputReader {
    problems = [];
    #env;
    #defaults;
    constructor(env, defaults) {
        this.#env = env;
        this.#defaults = defaults;
    }
    text(name) {
        return this.lines(name)?.trim();
    }
    lines(name) {
        const given = this.#env[`INPUT_${name.toUpperCase()}`] ?? '';
        const text = given.trim() === '' ? this.#defaults[name] : given;
        return text === '' ? undefined : text;
    }
    take(name, parse) {
        return this.#parsed(name, this.text(name), parse);
    }
    takeLines(name, parse) {
        return this.#parsed(name, this.lines(name), parse);
    }
    refuse(name, message) {
        this.problems.push({ input: name, message });
    }
    #parsed(name, text, parse) {
        if (text === undefined)
            return undefined;
        const parsed = parse(text);
        if (parsed.ok)
            return parsed.value;
        this.problems.push(...parsed.problems.map((problem) => ({ ...problem, input: name })));
        return undefined;
    }
}


/***/ }),

/***/ 742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ contentLines),
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   xg: () => (/* binding */ parsePairs)
/* harmony export */ });
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3420);

const parseList = (text) => (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(contentLines(text).map((line) => line.text));
function contentLines(text) {
    return text
        .split('\n')
        .map((line, index) => ({ number: index + 1, text: line.trim() }))
        .filter((line) => countsAsContent(line.text));
}
function parsePairs(rules) {
    return (text) => {
        const problems = [];
        const pairs = [];
        const lines = text.split(/\r?\n/);
        let index = 0;
        while (index < lines.length) {
            const entry = readEntry(lines, index, rules);
            if ('message' in entry)
                problems.push({ message: entry.message });
            else if (entry.pair)
                pairs.push(entry.pair);
            index = entry.next;
        }
        problems.push(...duplicates(pairs));
        return problems.length > 0 ? { ok: false, problems } : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(pairs);
    };
}
function readEntry(lines, index, rules) {
    const text = lines[index]?.trim() ?? '';
    const line = index + 1;
    if (!countsAsContent(text))
        return { next: line };
    const block = /^(?<name>[^=]+?)<<(?<end>[A-Za-z0-9_-]+)$/.exec(text)?.groups;
    if (block?.name && block.end)
        return readBlock(lines, line, block.name, block.end, rules);
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(equals, 0)).trim();
    if (!rules.name.test(name))
        return { next: line, message: noName(line, rules) };
    return { next: line, pair: { name, value: text.slice(equals + 1), line } };
}
function noName(line, rules) {
    return (`Line ${line} does not start with ${rules.nameIs} and "=". ` +
        'A value of several lines is written NAME<<END, then the lines, then END.');
}
function readBlock(lines, line, name, end, rules) {
    const last = lines.findIndex((candidate, index) => index >= line && candidate.trimEnd() === end);
    if (!rules.name.test(name))
        return { next: last === -1 ? lines.length : last + 1, message: noName(line, rules) };
    if (last === -1) {
        const message = `The value of ${name}, which starts on line ${line}, does not end: a line with only ${end} is missing.`;
        return { next: lines.length, message };
    }
    return { next: last + 1, pair: { name, value: lines.slice(line, last).join('\n'), line } };
}
function duplicates(pairs) {
    const first = new Map();
    const problems = [];
    for (const { name, line } of pairs) {
        const before = first.get(name);
        if (before === undefined)
            first.set(name, line);
        else
            problems.push({ message: `${name} is given twice, on lines ${before} and ${line}. Leave one.` });
    }
    return problems;
}
function countsAsContent(trimmed) {
    return trimmed !== '' && !trimmed.startsWith('#');
}


/***/ }),

/***/ 8883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
function nearestName(word, names) {
    const allowed = word.length < 6 ? 1 : 2;
    const ranked = names
        .map((name) => ({ name, distance: letters(name) === letters(word) ? 0 : editDistance(word, name) }))
        .filter(({ distance }) => distance <= allowed)
        .sort((one, other) => one.distance - other.distance);
    return ranked[0]?.name;
}
function letters(word) {
    return [...word.toLowerCase().replace(/[^a-z0-9]/g, '')].sort().join('');
}
function editDistance(one, other) {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
        const next = [i];
        for (let j = 1; j <= other.length; j++) {
            const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[other.length] ?? 0;
}


/***/ }),

/***/ 6452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ parseCpu),
/* harmony export */   Pw: () => (/* binding */ parseMemory),
/* harmony export */   gP: () => (/* binding */ parseRole),
/* harmony export */   iP: () => (/* binding */ readOverrides),
/* harmony export */   zo: () => (/* binding */ variableNames)
/* harmony export */ });
/* harmony import */ var _command_words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4856);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(742);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3420);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1420);
/* harmony import */ var _without_absent_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6883);





const variableNames = {
    name: /^[A-Za-z_][\w.:-]*$/,
    nameIs: 'the name of a variable (letters, digits, "_", ".", ":", "-")',
};
const anyNames = { name: /^[^\s=]+$/, nameIs: 'a name without spaces' };
function readOverrides(reader) {
    const environment = readNamedValues(reader, 'environment-variables', 'environment-variables-strategy', variableNames);
    const secrets = readNamedValues(reader, 'secrets', 'secrets-strategy', variableNames);
    refuseSharedNames(reader, environment, secrets);
    return (0,_without_absent_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutAbsent */ .S)({
        environment,
        secrets,
        dockerLabels: readNamedValues(reader, 'docker-labels', 'docker-labels-strategy', anyNames),
        envFiles: reader.takeLines('env-files', parseEnvFiles),
        command: reader.take('command', _command_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCommand */ .R),
        logDriver: reader.text('log-configuration-log-driver'),
        logOptions: readNamedValues(reader, 'log-configuration-options', 'log-configuration-options-strategy', anyNames),
        cpu: reader.take('cpu', parseCpu),
        memory: reader.take('memory', parseMemory),
        taskRoleArn: reader.take('task-role-arn', parseRole),
        executionRoleArn: reader.take('execution-role-arn', parseRole),
    });
}
const parseCpu = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseForm */ .wK)(/^(?:\d+|\d*\.?\d+ ?vcpu)$/i, 'a number of CPU units such as 256, or of vCPU such as "0.5 vCPU"');
const parseMemory = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseForm */ .wK)(/^(?:\d+|\d*\.?\d+ ?gb)$/i, 'a number of MiB such as 512, or of GB such as "2 GB"');
const parseRole = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseForm */ .wK)(/^(?:arn:[\w-]+:iam::\d{12}:role\/\S+|[\w+=,.@-]+)$/, 'the ARN or the name of a role');
const parseEnvFiles = (text) => {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .contentLines */ .$X)(text);
    const wrong = lines.filter((line) => !/^arn:[\w-]+:s3:::[^/\s,]+\/[^\s,]+\.env$/.test(line.text));
    if (wrong.length === 0)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .good */ .u)(lines.map((line) => line.text));
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_4__/* .bad */ .M)(...wrong.map(({ number }) => `Line ${number} is not the ARN of a .env file in S3, e.g. arn:aws:s3:::bucket/app.env.`));
};
function readNamedValues(reader, input, strategyInput, rules) {
    const strategy = reader.take(strategyInput, (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChoice */ .HU)(['merge', 'replace']));
    const pairs = reader.takeLines(input, (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePairs */ .xg)(rules));
    if (strategy === 'replace' && reader.lines(input) === undefined) {
        reader.refuse(strategyInput, `"replace" needs ${input}: with nothing to put in its place, nothing is replaced.`);
    }
    if (pairs === undefined || strategy === undefined)
        return undefined;
    return { strategy, values: pairs.map(({ name, value }) => ({ name, value })) };
}
function refuseSharedNames(reader, environment, secrets) {
    const names = new Set(environment?.values.map(({ name }) => name));
    for (const { name } of secrets?.values ?? []) {
        if (names.has(name))
            reader.refuse('secrets', `${name} is also in environment-variables. A container can have it once; leave one.`);
    }
}


/***/ }),

/***/ 3420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bad),
/* harmony export */   u: () => (/* binding */ good)
/* harmony export */ });
function good(value) {
    return { ok: true, value };
}
function bad(...messages) {
    return { ok: false, problems: messages.map((message) => ({ message })) };
}


/***/ }),

/***/ 3726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readPreDeploy),
/* harmony export */   q: () => (/* binding */ parseTaskCommand)
/* harmony export */ });
/* harmony import */ var _command_words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4856);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3420);
/* harmony import */ var _safety_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5689);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5004);
/* harmony import */ var _without_absent_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6883);





const longestCommand = 7_000;
const parseTaskCommand = (text) => {
    const parsed = (0,_command_words_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCommand */ .R)(text);
    if (!parsed.ok)
        return parsed;
    if (parsed.value.length === 0)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .bad */ .M)('It has no words.');
    const { length } = JSON.stringify(parsed.value);
    return length <= longestCommand
        ? parsed
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .bad */ .M)(`It is ${length} characters long; a command that is given to a task may have ${longestCommand}.`);
};
function readPreDeploy(reader) {
    const command = reader.take('pre-deploy-command', parseTaskCommand);
    const container = reader.take('pre-deploy-container', _version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContainerName */ .g);
    const timeoutMinutes = reader.take('pre-deploy-timeout-minutes', _safety_js__WEBPACK_IMPORTED_MODULE_0__/* .parseWait */ .DF);
    if (container !== undefined && reader.text('pre-deploy-command') === undefined) {
        reader.refuse('pre-deploy-container', 'It needs pre-deploy-command, which says what runs in this container.');
    }
    return command === undefined ? undefined : (0,_without_absent_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutAbsent */ .S)({ command, container, timeoutMinutes });
}


/***/ }),

/***/ 834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readDeployInputs)
});

// EXTERNAL MODULE: ./lib/inputs/deep-freeze.js
var deep_freeze = __nccwpck_require__(491);
// EXTERNAL MODULE: ./lib/inputs/deploy-input-names.js
var deploy_input_names = __nccwpck_require__(8866);
// EXTERNAL MODULE: ./lib/inputs/foreign-names.js
var foreign_names = __nccwpck_require__(616);
// EXTERNAL MODULE: ./lib/inputs/input-reader.js
var input_reader = __nccwpck_require__(5121);
// EXTERNAL MODULE: ./lib/inputs/pre-deploy.js
var pre_deploy = __nccwpck_require__(3726);
// EXTERNAL MODULE: ./lib/inputs/read-wanted.js
var read_wanted = __nccwpck_require__(6109);
// EXTERNAL MODULE: ./lib/inputs/safety.js + 1 modules
var safety = __nccwpck_require__(5689);
// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __nccwpck_require__(1420);
// EXTERNAL MODULE: ./lib/inputs/unknown-inputs.js
var unknown_inputs = __nccwpck_require__(2329);
// EXTERNAL MODULE: ./lib/inputs/lines.js
var inputs_lines = __nccwpck_require__(742);
// EXTERNAL MODULE: ./lib/inputs/parsed.js
var parsed = __nccwpck_require__(3420);
// EXTERNAL MODULE: ./lib/inputs/without-absent.js
var without_absent = __nccwpck_require__(6883);
;// CONCATENATED MODULE: ./lib/inputs/verification.js




const mostAlarms = 100;
async function readVerification(reader) {
    const timeoutSeconds = reader.take('verify-timeout-seconds', (0,scalars/* parseInteger */.cG)(1, 21_600));
    const alarmsMinutes = reader.take('verify-alarms-minutes', (0,scalars/* parseMinutes */.lA)(360));
    const alarms = reader.takeLines('verify-alarms', parseAlarms) ?? [];
    const command = reader.lines('verify-command');
    const given = ['verify-urls', 'verify-command', 'verify-alarms'].filter((name) => reader.lines(name) !== undefined);
    if (given.length === 0)
        return undefined;
    if (reader.text('wait-for-service-stability')?.toLowerCase() === 'false') {
        for (const name of given)
            reader.refuse(name, 'It looks at the deployment once that has completed, so wait-for-service-stability must be true.');
    }
    const urls = given.includes('verify-urls')
        ? (reader.takeLines('verify-urls', (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(9611)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9611))).parseUrlChecks) ?? [])
        : [];
    return (0,without_absent/* withoutAbsent */.S)({
        urls,
        command,
        timeoutSeconds: timeoutSeconds ?? 0,
        alarms,
        alarmsMinutes: alarmsMinutes ?? 0,
    });
}
const parseAlarms = (text) => {
    const lines = (0,inputs_lines/* contentLines */.$X)(text);
    const wrong = lines.flatMap(({ number, text: name }) => {
        if (name.startsWith('arn:'))
            return [`Line ${number} is an ARN. Write the name of the alarm, which is what stands behind "alarm:".`];
        return name.length > 255 ? [`Line ${number} is longer than the name of an alarm may be (255 characters).`] : [];
    });
    const names = [...new Set(lines.map(({ text: name }) => name))];
    if (names.length > mostAlarms)
        wrong.push(`${names.length} alarms are named; at most ${mostAlarms} can be watched.`);
    return wrong.length > 0 ? (0,parsed/* bad */.M)(...wrong) : (0,parsed/* good */.u)(names);
};

;// CONCATENATED MODULE: ./lib/inputs/read-deploy-inputs.js











async function readDeployInputs(env, files) {
    const reader = new input_reader/* InputReader */.i(env, deploy_input_names/* deployInputDefaults */.yo);
    const inputs = (0,without_absent/* withoutAbsent */.S)({
        ...(await (0,read_wanted/* readWanted */.o)(reader, env, files)),
        ...(0,safety/* readSafety */.XM)(reader),
        verification: await readVerification(reader),
        keepRevisions: reader.take('keep-revisions', (0,scalars/* parseInteger */.cG)(1, 10_000)),
        preDeploy: (0,pre_deploy/* readPreDeploy */.P)(reader),
    });
    const problems = [...reader.problems, ...(0,unknown_inputs/* unknownInputs */.q)(env, deploy_input_names/* deployInputNames */.yJ, foreign_names/* foreignNames */.r)];
    const value = (0,deep_freeze/* deepFreeze */.o)(inputs);
    return problems.length > 0 ? { ok: false, problems: (0,deep_freeze/* deepFreeze */.o)(problems), file: value } : { ok: true, value };
}


/***/ }),

/***/ 6109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readWanted)
/* harmony export */ });
/* harmony import */ var _overrides_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6452);
/* harmony import */ var _safety_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5689);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1420);
/* harmony import */ var _service_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2382);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4644);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8508);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5004);







async function readWanted(reader, env, files) {
    return {
        ...(0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .readTarget */ ._E)(reader),
        ...(0,_version_js__WEBPACK_IMPORTED_MODULE_5__/* .readVersion */ .$)(reader, env, files),
        overrides: (0,_overrides_js__WEBPACK_IMPORTED_MODULE_0__/* .readOverrides */ .iP)(reader),
        settings: await (0,_service_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .readServiceSettings */ .$)(reader),
        autoscaling: reader.take('autoscaling', (0,_scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .parseChoice */ .HU)(['suspend', 'resume', 'leave'])),
        tags: reader.takeLines('tags', _tags_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTags */ .r) ?? [],
        defaultTags: reader.take('default-tags', _scalars_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBoolean */ .yG),
        ...(0,_safety_js__WEBPACK_IMPORTED_MODULE_1__/* .readPreflight */ .O2)(reader),
    };
}


/***/ }),

/***/ 5689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  DF: () => (/* binding */ parseWait),
  O2: () => (/* binding */ readPreflight),
  XM: () => (/* binding */ readSafety)
});

// EXTERNAL MODULE: ./lib/preflight/ids.js
var ids = __nccwpck_require__(2797);
// EXTERNAL MODULE: ./lib/inputs/lines.js
var lines = __nccwpck_require__(742);
// EXTERNAL MODULE: ./lib/inputs/nearest-name.js
var nearest_name = __nccwpck_require__(8883);
// EXTERNAL MODULE: ./lib/inputs/parsed.js
var parsed = __nccwpck_require__(3420);
;// CONCATENATED MODULE: ./lib/inputs/check-ids.js




const parseCheckIds = (text) => {
    const named = (0,lines/* contentLines */.$X)(text).map((line) => line.text);
    const unknown = named.filter((name) => !isCheckId(name));
    return unknown.length > 0 ? (0,parsed/* bad */.M)(...unknown.map(unknownId)) : (0,parsed/* good */.u)(named.filter(isCheckId));
};
function isCheckId(name) {
    return ids/* checkIds */.t.includes(name);
}
function unknownId(name) {
    if (name === 'image-absent')
        return '"image-absent" cannot be ignored: an image that is not there cannot be deployed.';
    const near = (0,nearest_name/* nearestName */.q)(name, ids/* checkIds */.t);
    return `There is no check "${name}".${near === undefined ? '' : ` Did you mean ${near}?`} Write one id per line: ${ids/* checkIds */.t.join(', ')}.`;
}

// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __nccwpck_require__(1420);
// EXTERNAL MODULE: ./lib/inputs/without-absent.js
var without_absent = __nccwpck_require__(6883);
;// CONCATENATED MODULE: ./lib/inputs/safety.js



const parseWait = (0,scalars/* parseMinutes */.lA)(360);
function readPreflight(reader) {
    return {
        preflight: reader.take('preflight', (0,scalars/* parseChoice */.HU)(['enforce', 'warn', 'off'])),
        scanFindings: reader.take('scan-findings', (0,scalars/* parseChoice */.HU)(['off', 'critical', 'high', 'medium', 'low'])),
        preflightIgnore: reader.takeLines('preflight-ignore', parseCheckIds) ?? [],
    };
}
function readSafety(reader) {
    return (0,without_absent/* withoutAbsent */.S)({
        waitForServiceStability: reader.take('wait-for-service-stability', scalars/* parseBoolean */.yG),
        waitForMinutes: reader.take('wait-for-minutes', parseWait),
        maxFailedTasks: reader.take('max-failed-tasks', (0,scalars/* parseIntegerOr */.ZT)(1, 10_000, ['auto', 'off'])),
        settleSeconds: reader.take('settle-seconds', (0,scalars/* parseInteger */.cG)(0, 3600)),
        rollbackOnFailure: reader.take('rollback-on-failure', scalars/* parseBoolean */.yG),
        rollbackWaitMinutes: reader.take('rollback-wait-minutes', parseWait),
        onInProgress: reader.take('on-in-progress', (0,scalars/* parseChoice */.HU)(['supersede', 'wait', 'fail', 'force'])),
        onCancel: reader.take('on-cancel', (0,scalars/* parseChoice */.HU)(['leave', 'rollback'])),
        refuseOlderCommit: reader.take('refuse-older-commit', scalars/* parseBoolean */.yG),
        githubToken: reader.text('github-token'),
        dryRun: reader.take('dry-run', scalars/* parseBoolean */.yG),
    });
}


/***/ }),

/***/ 1420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   ZT: () => (/* binding */ parseIntegerOr),
/* harmony export */   cG: () => (/* binding */ parseInteger),
/* harmony export */   lA: () => (/* binding */ parseMinutes),
/* harmony export */   wK: () => (/* binding */ parseForm),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3420);

const parseBoolean = (text) => {
    const word = text.toLowerCase();
    if (word === 'true')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(true);
    if (word === 'false')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(false);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(`"${text}" is neither true nor false.`);
};
function parseChoice(words) {
    return (text) => {
        const word = words.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
        return word === undefined ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(`"${text}" is not one of ${words.join(', ')}.`) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(word);
    };
}
function parseInteger(least, most) {
    return (text) => {
        const number = Number(text);
        if (/^\d+$/.test(text) && number >= least && number <= most)
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(number);
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(`"${text}" is not a whole number from ${least} to ${most}.`);
    };
}
function parseIntegerOr(least, most, words) {
    return (text) => {
        const word = words.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
        if (word !== undefined)
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(word);
        const number = parseInteger(least, most)(text);
        return number.ok
            ? number
            : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(`"${text}" is neither ${words.join(', nor ')} nor a whole number from ${least} to ${most}.`);
    };
}
function parseMinutes(most) {
    return (text) => {
        const number = Number(text);
        if (/^\d+(?:\.\d+)?$/.test(text) && number > 0 && number <= most)
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(number);
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(`"${text}" is not a number of minutes above 0 and up to ${most}.`);
    };
}
function parseForm(pattern, expected) {
    return (text) => (pattern.test(text) ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .u)(text) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .M)(`"${text}" is not ${expected}.`));
}


/***/ }),

/***/ 2382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readServiceSettings),
/* harmony export */   t: () => (/* binding */ parsePlatformVersion)
/* harmony export */ });
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1420);
/* harmony import */ var _without_absent_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6883);


const largestInteger = 2 ** 31 - 1;
const structured = [
    'capacity-provider-strategy',
    'network-configuration',
    'deployment-circuit-breaker',
    'service-managed-ebs-volume-name',
    'service-managed-ebs-volume',
];
async function readServiceSettings(reader) {
    const simple = readSimpleSettings(reader);
    const given = structured.map((name) => reader.text(name));
    if (given.every((text) => text === undefined))
        return simple;
    const { readStructuredSettings } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(36)]).then(__nccwpck_require__.bind(__nccwpck_require__, 36));
    return { ...simple, ...readStructuredSettings(reader) };
}
const parsePlatformVersion = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseForm */ .wK)(/^(?:LATEST|\d+\.\d+\.\d+)$/, 'LATEST or a version such as 1.4.0');
function readSimpleSettings(reader) {
    return (0,_without_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAbsent */ .S)({
        desiredCount: reader.take('desired-count', (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInteger */ .cG)(0, largestInteger)),
        forceNewDeployment: reader.take('force-new-deployment', _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG),
        enableExecuteCommand: reader.take('enable-execute-command', _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG),
        platformVersion: reader.take('platform-version', parsePlatformVersion),
        healthCheckGracePeriodSeconds: reader.take('health-check-grace-period-seconds', (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInteger */ .cG)(0, largestInteger)),
        propagateTags: reader.take('propagate-tags', (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseChoice */ .HU)(['SERVICE', 'TASK_DEFINITION', 'NONE'])),
        enableEcsManagedTags: reader.take('enable-ecs-managed-tags', _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG),
    });
}


/***/ }),

/***/ 4644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ parseTags)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(742);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3420);


const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const parseTagPairs = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePairs */ .xg)({ name: /^[^=]{1,128}$/, nameIs: 'a tag key of up to 128 characters' });
const mostTags = 50;
const parseTags = (text) => {
    const pairs = parseTagPairs(text);
    if (!pairs.ok)
        return pairs;
    const wrong = pairs.value.flatMap(({ name, value }) => {
        if (/^aws:/i.test(name))
            return [`The key ${name} starts with aws:, which is reserved for AWS.`];
        if (!allowed.test(name))
            return [
                `The key ${name} has a character that a tag cannot have. Allowed: letters, digits, spaces and _ . : / = + - @.`,
            ];
        if (!allowed.test(value))
            return [
                `The value of ${name} has a character that a tag cannot have. Allowed: letters, digits, spaces and _ . : / = + - @.`,
            ];
        return value.length > 256 ? [`The value of ${name} is longer than 256 characters.`] : [];
    });
    if (pairs.value.length > mostTags)
        wrong.push(`${pairs.value.length} tags are given; ECS takes at most ${mostTags}.`);
    return wrong.length > 0 ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .bad */ .M)(...wrong) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .good */ .u)(pairs.value.map(({ name, value }) => ({ key: name, value })));
};


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _E: () => (/* binding */ readTarget),
/* harmony export */   kd: () => (/* binding */ isService),
/* harmony export */   nO: () => (/* binding */ parseService),
/* harmony export */   yI: () => (/* binding */ readPlace)
/* harmony export */ });
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1420);
/* harmony import */ var _without_absent_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6883);


const parseCluster = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseForm */ .wK)(/^(?:[\w-]{1,255}|arn:[\w-]+:ecs:[\w-]+:\d{12}:cluster\/[\w-]{1,255})$/, 'the name or the ARN of a cluster');
const servicePattern = /^(?:[\w-]{1,255}|arn:[\w-]+:ecs:[\w-]+:\d{12}:service\/[\w-]{1,255}(?:\/[\w-]{1,255})?)$/;
const parseService = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseForm */ .wK)(servicePattern, 'the name or the ARN of one service; the cluster has an input of its own');
const parseRegion = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseForm */ .wK)(/^[a-z]{2,}(?:-[a-z]+)+-\d+$/, 'an AWS Region such as eu-west-1');
function readTarget(reader) {
    if (reader.text('service') === undefined) {
        reader.refuse('service', 'It is missing. Write the name of the ECS service to deploy. An output of an earlier step that is empty counts as missing.');
    }
    return (0,_without_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAbsent */ .S)({ ...readPlace(reader), service: reader.take('service', parseService) });
}
function readPlace(reader) {
    return { cluster: reader.take('cluster', parseCluster), region: reader.take('aws-region', parseRegion) };
}
function isService(text) {
    return servicePattern.test(text);
}


/***/ }),

/***/ 2329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ unknownInputs)
/* harmony export */ });
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8883);

const prefix = 'INPUT_';
function unknownInputs(env, names, foreign) {
    return Object.entries(env)
        .filter(([variable, value]) => variable.startsWith(prefix) && value !== undefined && value.trim() !== '')
        .map(([variable]) => variable.slice(prefix.length).toLowerCase())
        .filter((name) => !names.includes(name))
        .sort()
        .map((name) => ({ input: name, message: advice(name, names, foreign) }));
}
function advice(name, names, foreign) {
    const hyphenated = name.replaceAll('_', '-');
    const own = names.find((candidate) => candidate === hyphenated);
    if (own !== undefined)
        return `Did you mean ${own}?`;
    const instead = foreignAdvice(hyphenated, foreign);
    if (instead !== undefined)
        return `This action has no such input: ${instead}`;
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(hyphenated, names);
    if (near !== undefined)
        return `This action has no such input. Did you mean ${near}?`;
    return (`This action has no such input. Its inputs are ${names.join(', ')}. If your workflow sets the environment ` +
        `variable ${prefix}${name.toUpperCase()} for its own use, rename it: actions read variables of that form as their inputs.`);
}
function foreignAdvice(name, foreign) {
    const exact = foreign.get(name);
    if (exact !== undefined)
        return exact;
    const family = [...foreign].find(([pattern]) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)));
    return family?.[1];
}


/***/ }),

/***/ 5004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ parseContainerName),
  $: () => (/* binding */ readVersion)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __nccwpck_require__(8424);
// EXTERNAL MODULE: ./lib/image/running-image.js
var running_image = __nccwpck_require__(6366);
;// CONCATENATED MODULE: ./lib/image/whole-reference.js

const exampleName = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/my-app';
function parseWholeReference(text) {
    const message = halfReference(text);
    if (message !== undefined)
        return { ok: false, problems: [{ message }] };
    const parsed = (0,reference/* parseImageReference */.o_)(text);
    if (!parsed.ok || parsed.value.tag !== undefined || parsed.value.digest !== undefined)
        return parsed;
    return {
        ok: false,
        problems: [{ message: `"${text}" has neither tag nor digest. Write for example ${text}:1.2.3.` }],
    };
}
function halfReference(text) {
    if (text.startsWith('/')) {
        return (`"${text}" has no registry before the first "/". GitHub leaves out outputs that contain a masked value such as ` +
            'the account id; use the inputs ecr-repository and image-tag or image-digest instead.');
    }
    const digest = text.replace(/^@/, '');
    if ((0,reference/* isDigest */.Bc)(digest) || /^sha(256|512):[0-9a-f]*$/.test(digest)) {
        return `"${text}" is only a digest. Write the whole image: ${exampleName}@${(0,reference/* isDigest */.Bc)(digest) ? digest : 'sha256:… with all 64 digits'}.`;
    }
    const tag = text.replace(/^:/, '');
    if ((0,reference/* isTag */.dz)(tag)) {
        return (`"${text}" is not a whole image: ${text.startsWith(':') ? 'it is only a tag' : 'it is a single word'}. ` +
            `Write registry, repository and tag: ${exampleName}:${tag}.`);
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/inputs/lines.js
var lines = __nccwpck_require__(742);
// EXTERNAL MODULE: ./lib/inputs/overrides.js
var overrides = __nccwpck_require__(6452);
// EXTERNAL MODULE: ./lib/inputs/parsed.js
var inputs_parsed = __nccwpck_require__(3420);
// EXTERNAL MODULE: ./lib/inputs/scalars.js
var scalars = __nccwpck_require__(1420);
// EXTERNAL MODULE: ./lib/inputs/without-absent.js
var without_absent = __nccwpck_require__(6883);
;// CONCATENATED MODULE: ./lib/inputs/version.js









function readVersion(reader, env, files) {
    const containerName = reader.take('container-name', parseContainerName);
    const taskDefinition = readTaskDefinition(reader, env, files);
    const images = readImages(reader, containerName);
    const ecrImage = readEcrImage(reader);
    return (0,without_absent/* withoutAbsent */.S)({
        images,
        containerName,
        taskDefinition,
        ecrImage,
        pinDigest: reader.take('pin-digest', (0,scalars/* parseChoice */.HU)(['true', 'false', 'required'])) ?? 'true',
        allowUnknownMembers: reader.takeLines('allow-unknown-members', lines/* parseList */.E1) ?? [],
        variables: readVariables(reader, taskDefinition),
    });
}
const containerPattern = /^[A-Za-z0-9_-]{1,255}$/;
const parseContainerName = (text) => {
    if (containerPattern.test(text))
        return (0,inputs_parsed/* good */.u)(text);
    if (text.includes(','))
        return (0,inputs_parsed/* bad */.M)('It takes one container. For several containers use images, with one container=image per line.');
    return (0,inputs_parsed/* bad */.M)(`"${text}" is not the name of a container: up to 255 letters, digits, "_" and "-".`);
};
function readImages(reader, containerName) {
    const image = reader.take('image', parseImage);
    const images = reader.takeLines('images', parseImages) ?? [];
    const named = image !== undefined ? 'image' : reader.text('ecr-repository') !== undefined ? 'ecr-repository' : undefined;
    if (named !== undefined && images.some(({ container }) => container === containerName)) {
        reader.refuse('images', `It names an image for the container ${containerName}, and so does ${named}. Leave one.`);
    }
    const single = image === undefined ? [] : [(0,without_absent/* withoutAbsent */.S)({ container: containerName, image, input: 'image' })];
    return [...single, ...images];
}
const parseImage = (text) => {
    if ((0,running_image/* isRunningImage */.l)(text))
        return (0,inputs_parsed/* good */.u)(text);
    const parsed = parseWholeReference(text);
    return parsed.ok ? (0,inputs_parsed/* good */.u)(text) : parsed;
};
const parseImages = (text) => {
    const pairs = (0,lines/* parsePairs */.xg)({ name: containerPattern, nameIs: 'the name of a container' })(text);
    if (!pairs.ok)
        return pairs;
    const images = pairs.value.map(({ name, value }) => ({
        container: name,
        image: value.trim(),
        input: 'images',
    }));
    const problems = images.flatMap(({ container, image }) => {
        const parsed = parseImage(image);
        return parsed.ok ? [] : parsed.problems.map(({ message }) => ({ message: `Container ${container}: ${message}` }));
    });
    return problems.length > 0 ? { ok: false, problems } : (0,inputs_parsed/* good */.u)(images);
};
function readTaskDefinition(reader, env, files) {
    const text = reader.text('task-definition');
    if (text === undefined)
        return undefined;
    const resolved = (0,external_node_path_.isAbsolute)(text) ? text : (0,external_node_path_.resolve)(env.GITHUB_WORKSPACE || '.', text);
    if (files.exists(resolved))
        return { kind: 'file', path: resolved === (0,external_node_path_.resolve)(text) ? text : resolved };
    const arn = /^arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}(?::\d+)?$/;
    if (arn.test(text) || /^[\w-]{1,255}(?::[1-9]\d*)?$/.test(text))
        return { kind: 'reference', reference: text };
    const looksLikePath = /[/\\]|\.(?:jsonc?|ya?ml)$/i.test(text) && !text.startsWith('arn:');
    reader.refuse('task-definition', looksLikePath
        ? `There is no file ${resolved}. Check the path, and that a checkout step runs before this one.`
        : `"${text}" is neither an existing file nor a family, family:revision or the ARN of a task definition.`);
    return undefined;
}
function readEcrImage(reader) {
    const repository = reader.take('ecr-repository', parseRepository);
    const digest = reader.take('image-digest', parseDigest);
    const tag = reader.take('image-tag', parseTag);
    if (reader.text('ecr-repository') === undefined) {
        for (const input of ['image-digest', 'image-tag']) {
            if (reader.text(input) !== undefined)
                reader.refuse(input, 'It needs ecr-repository, the name of the repository. Or use image with the whole reference.');
        }
        return undefined;
    }
    if (reader.text('image') !== undefined)
        reader.refuse('ecr-repository', 'image is given as well. Leave one.');
    if (reader.text('image-digest') === undefined && reader.text('image-tag') === undefined) {
        reader.refuse('ecr-repository', 'It needs image-digest or image-tag, which say which image of the repository to deploy.');
    }
    return repository === undefined
        ? undefined
        : (0,without_absent/* withoutAbsent */.S)({ repository, digest, tag });
}
const parseRepository = (text) => {
    if ((0,reference/* isRepository */.Z6)(text))
        return (0,inputs_parsed/* good */.u)(text);
    return (0,inputs_parsed/* bad */.M)(`"${text}" is not the name of a repository, e.g. my-app or team/my-app. For a whole reference with registry use image.`);
};
const parseDigest = (text) => (0,reference/* isDigest */.Bc)(text) ? (0,inputs_parsed/* good */.u)(text) : (0,inputs_parsed/* bad */.M)(`"${text}" is not a digest: sha256: and 64 hexadecimal digits.`);
const parseTag = (text) => ((0,reference/* isTag */.dz)(text) ? (0,inputs_parsed/* good */.u)(text) : (0,inputs_parsed/* bad */.M)(`"${text}" is not a tag.`));
function readVariables(reader, source) {
    const pairs = reader.takeLines('variables', (0,lines/* parsePairs */.xg)(overrides/* variableNames */.zo));
    if (reader.lines('variables') !== undefined &&
        (source?.kind === 'reference' || reader.text('task-definition') === undefined)) {
        reader.refuse('variables', 'They replace placeholders in a file, so task-definition must be the path of one.');
    }
    return pairs === undefined ? undefined : new Map(pairs.map(({ name, value }) => [name, value]));
}


/***/ }),

/***/ 6883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ withoutAbsent)
/* harmony export */ });
function withoutAbsent(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 2797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ checkIds)
/* harmony export */ });
const checkIds = [
    'image-platform',
    'scan-findings',
    'secret-absent',
    'role-absent',
    'role-trust',
    'fargate-size',
    'fargate-settings',
    'load-balancer-container',
    'cannot-progress',
    'no-circuit-breaker',
    'deployment-under-way',
    'health-check-tool',
    'secret-in-environment',
    'latest-tag',
    'no-log-configuration',
    'root-user',
    'placeholder',
    'open-to-internet',
    'closed-to-all',
    'no-public-address',
    'one-subnet',
    'no-load-balancer',
    'count-is-scaled',
    'execution-role-rights',
    'pass-role',
    'caller-rights',
];


/***/ }),

/***/ 7748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ formatProblem),
/* harmony export */   t: () => (/* binding */ ProblemsFound)
/* harmony export */ });
class ProblemsFound extends Error {
    problems;
    constructor(problems) {
        super(problems.map(formatProblem).join('\n'));
        this.name = 'ProblemsFound';
        this.problems = problems;
    }
}
function formatProblem(problem) {
    const place = problem.file
        ? [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
        : problem.input
            ? `Input "${problem.input}"${problem.line ? `, line ${problem.line}, column ${problem.column}` : ''}`
            : undefined;
    return place === undefined ? problem.message : `${place}: ${problem.message}`;
}


/***/ }),

/***/ 6613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ serviceDeploymentView),
/* harmony export */   H6: () => (/* binding */ deploymentIdOfRevision),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   SF: () => (/* binding */ revisionArnOf),
/* harmony export */   ZE: () => (/* binding */ newestTimeIn),
/* harmony export */   eY: () => (/* binding */ snapshotOf)
/* harmony export */ });
/* unused harmony export rollsBack */
function snapshotOf(service, clock) {
    return {
        at: clock.now(),
        uptime: clock.uptime(),
        serviceStatus: service.status ?? 'UNKNOWN',
        desired: service.desiredCount ?? 0,
        running: service.runningCount ?? 0,
        pending: service.pendingCount ?? 0,
        rollsBack: rollsBack(service.deploymentConfiguration),
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
    };
}
function newestTimeIn({ deployments, events }) {
    return Math.max(0, ...deployments.map(({ createdAt }) => createdAt), ...events.map(({ at }) => at.getTime()));
}
function rollsBack({ alarms, deploymentCircuitBreaker: breaker } = {}) {
    return Boolean((breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback));
}
function serviceDeploymentView(deployment) {
    const target = 'targetServiceRevisionArn' in deployment ? deployment.targetServiceRevisionArn : undefined;
    const summary = 'targetServiceRevision' in deployment ? deployment.targetServiceRevision?.arn : undefined;
    return {
        arn: deployment.serviceDeploymentArn ?? '',
        deploymentId: deploymentIdOfRevision(target ?? summary ?? ''),
        status: deployment.status ?? '',
        ...(deployment.statusReason === undefined ? {} : { statusReason: deployment.statusReason }),
        createdAt: deployment.createdAt?.getTime() ?? 0,
        ...(deployment.finishedAt === undefined ? {} : { finishedAt: deployment.finishedAt.getTime() }),
    };
}
function deploymentIdOfRevision(arn) {
    return `ecs-svc/${arn.slice(arn.lastIndexOf('/') + 1)}`;
}
function revisionArnOf(serviceArn, deploymentId) {
    const parts = /^(arn:[^:]+:ecs:[^:]+:\d+:)service\/([^/]+)\/([^/]+)$/.exec(serviceArn);
    const number = /^ecs-svc\/(.+)$/.exec(deploymentId)?.[1];
    if (!parts || number === undefined)
        return undefined;
    return `${parts[1]}service-revision/${parts[2]}/${parts[3]}/${number}`;
}
function primaryOf(snapshot) {
    return snapshot.deployments.find((deployment) => deployment.status === 'PRIMARY');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/deployment/record.js
var deployment_record = __nccwpck_require__(7742);
// EXTERNAL MODULE: ./lib/github/log.js
var github_log = __nccwpck_require__(853);
// EXTERNAL MODULE: ./lib/inputs/read-deploy-inputs.js + 1 modules
var read_deploy_inputs = __nccwpck_require__(834);
// EXTERNAL MODULE: ./lib/problem.js
var problem = __nccwpck_require__(7748);
// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __nccwpck_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __nccwpck_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 1 modules
var deployment_ports = __nccwpck_require__(6699);
// EXTERNAL MODULE: ./lib/actions/kept-state.js
var kept_state = __nccwpck_require__(8163);
// EXTERNAL MODULE: ./lib/actions/run-deployment.js
var run_deployment = __nccwpck_require__(104);
// EXTERNAL MODULE: ./lib/actions/workspace-files.js
var workspace_files = __nccwpck_require__(6376);
;// CONCATENATED MODULE: ./lib/actions/deploy.js










async function deployMain(env) {
    if (isGroup(env))
        return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(5326), __nccwpck_require__.e(8959), __nccwpck_require__.e(9416), __nccwpck_require__.e(2580), __nccwpck_require__.e(2871), __nccwpck_require__.e(5058), __nccwpck_require__.e(3120), __nccwpck_require__.e(4334), __nccwpck_require__.e(3880), __nccwpck_require__.e(5991), __nccwpck_require__.e(6006)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6006))).deployGroupMain(env, workspace_files/* workspaceFiles */.P);
    const log = (0,github_log/* consoleLogger */.k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    const given = await (0,read_deploy_inputs/* readDeployInputs */.J)(env, workspace_files/* workspaceFiles */.P);
    const checked = await withFile(given);
    const { cluster, service, region } = given.ok ? given.value : { cluster: '', service: '', region: '' };
    const record = (0,deployment_record/* newRecord */.Mx)(cluster, service, region ?? '', Date.now());
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    (0,actions_cancellation/* tellWhenCancelled */.L)(cancellation, log);
    const ending = checked.ok
        ? await runKept(checked.value, record, cancellation, log, env)
        : await (0,run_deployment/* endOfError */.F)(new problem/* ProblemsFound */.t(checked.problems), record);
    const { tellEnd } = await Promise.all(/* import() */[__nccwpck_require__.e(9416), __nccwpck_require__.e(5249)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9416));
    const exitCode = await tellEnd(ending, record, log, env);
    if (checked.ok && ending.outcome !== 'cancelled')
        (0,kept_state/* forget */.y6)(env);
    return exitCode;
}
function isGroup(env) {
    const given = (name) => env[`INPUT_${name}`]?.trim() ?? '';
    return given('SERVICES') + given('SERVICES-FILE') !== '' || !/^(rollback)?$/i.test(given('ON-GROUP-FAILURE'));
}
async function runKept(given, record, cancellation, log, env) {
    const keep = (0,kept_state/* keepFor */.Hw)(given.inputs, record, env);
    await keep();
    return (0,run_deployment/* runDeployment */.p)(given, record, cancellation, () => (0,deployment_ports/* deploymentPorts */.y)(given.inputs, env, log, cancellation.signal, keep));
}
async function withFile(given) {
    if (given.ok && given.value.taskDefinition?.kind !== 'file')
        return { ok: true, value: { inputs: given.value } };
    const { checkOffline } = await Promise.all(/* import() */[__nccwpck_require__.e(8959), __nccwpck_require__.e(68)]).then(__nccwpck_require__.bind(__nccwpck_require__, 68));
    return checkOffline(given, workspace_files/* workspaceFiles */.P);
}

// EXTERNAL MODULE: ./lib/deployment/saved-state.js
var saved_state = __nccwpck_require__(1508);
// EXTERNAL MODULE: ./lib/deployment/tell-aftermath.js
var tell_aftermath = __nccwpck_require__(2849);
;// CONCATENATED MODULE: ./lib/actions/deploy-post.js



async function deployPost(env) {
    if (env.STATE_group)
        return (await Promise.all(/* import() */[__nccwpck_require__.e(5326), __nccwpck_require__.e(8959), __nccwpck_require__.e(9416), __nccwpck_require__.e(2580), __nccwpck_require__.e(2871), __nccwpck_require__.e(5058), __nccwpck_require__.e(3880), __nccwpck_require__.e(3741)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3741))).groupPost(env);
    const kept = (0,saved_state/* restore */.PF)(env[`STATE_${saved_state/* stateName */.Vi}`]);
    if (kept === undefined)
        return 0;
    const log = (0,github_log/* consoleLogger */.k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    log.info((0,tell_aftermath/* whatItWasDoing */.i)(kept.record));
    const { preDeploy } = kept.record;
    if (preDeploy?.state === 'going') {
        const { finishTasks } = await Promise.all(/* import() */[__nccwpck_require__.e(5326), __nccwpck_require__.e(3575)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3575));
        return finishTasks(preDeploy.kept, log, env);
    }
    if (kept.record.update === undefined)
        return 0;
    const { finishRun } = await Promise.all(/* import() */[__nccwpck_require__.e(5326), __nccwpck_require__.e(8959), __nccwpck_require__.e(9416), __nccwpck_require__.e(2580), __nccwpck_require__.e(2871), __nccwpck_require__.e(5058), __nccwpck_require__.e(1352)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1352));
    return finishRun(kept.record, kept.onCancel, log, env);
}

;// CONCATENATED MODULE: ./lib/index.js


const stages = {
    'deploy main': deployMain,
    'deploy post': deployPost,
    'plan main': async (env) => (await Promise.all(/* import() */[__nccwpck_require__.e(8959), __nccwpck_require__.e(9416), __nccwpck_require__.e(3120), __nccwpck_require__.e(7716)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5072))).planMain(env),
    'run-task main': async (env) => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(5326), __nccwpck_require__.e(8959), __nccwpck_require__.e(9416), __nccwpck_require__.e(2580), __nccwpck_require__.e(1085), __nccwpck_require__.e(8288)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1685))).runTaskMain(env),
    'run-task post': async (env) => (await __nccwpck_require__.e(/* import() */ 5673).then(__nccwpck_require__.bind(__nccwpck_require__, 5673))).runTaskPost(env),
    'rollback main': async (env) => (await Promise.all(/* import() */[__nccwpck_require__.e(5326), __nccwpck_require__.e(8959), __nccwpck_require__.e(9416), __nccwpck_require__.e(2580), __nccwpck_require__.e(2871), __nccwpck_require__.e(4334), __nccwpck_require__.e(996)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8615))).rollbackMain(env),
};
async function run(...[action, stage]) {
    const exitCode = await stages[`${action} ${stage}`](process.env);
    await new Promise((written) => process.stdout.write('', written));
    process.exit(exitCode);
}

var __webpack_exports__run = __webpack_exports__.e;
export { __webpack_exports__run as run };
