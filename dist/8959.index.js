export const id = 8959;
export const ids = [8959];
export const modules = {

/***/ 8370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ repositoryTag),
/* harmony export */   EZ: () => (/* binding */ tagValue),
/* harmony export */   IO: () => (/* binding */ preDeployTagOf),
/* harmony export */   LE: () => (/* binding */ preDeployTag),
/* harmony export */   OI: () => (/* binding */ inheritedTags),
/* harmony export */   eZ: () => (/* binding */ runTag),
/* harmony export */   kE: () => (/* binding */ mergeTags),
/* harmony export */   ln: () => (/* binding */ copyOfTag),
/* harmony export */   m: () => (/* binding */ commitTag),
/* harmony export */   nK: () => (/* binding */ defaultTags)
/* harmony export */ });
const commitTag = 'ecs-deploy:commit';
const runTag = 'ecs-deploy:run';
const repositoryTag = 'ecs-deploy:repository';
const copyOfTag = 'ecs-deploy:copy-of';
const preDeployTag = 'ecs-deploy:pre-deploy';
function preDeployTagOf({ runId }) {
    return { key: preDeployTag, value: tagValue(runId ?? 'true') };
}
function defaultTags(run) {
    const values = {
        [commitTag]: run.sha,
        [runTag]: run.runId,
        [repositoryTag]: run.repository,
        'ecs-deploy:actor': run.actor,
    };
    return Object.entries(values).flatMap(([key, value]) => (value ? [{ key, value: tagValue(value) }] : []));
}
function tagValue(value) {
    const allowed = value.replace(/[^\p{L}\p{N} +\-=._:/@]/gu, '-');
    return [...allowed].slice(0, 256).join('');
}
function inheritedTags(tags) {
    return tags.filter(({ key }) => !key?.startsWith('ecs-deploy:'));
}
function mergeTags(...lists) {
    const byKey = new Map();
    for (const tag of lists.flat())
        byKey.set(tag.key, tag);
    return [...byKey.values()];
}


/***/ }),

/***/ 9474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ targetContainer)
/* harmony export */ });
function targetContainer(definition, containerName) {
    const containers = definition.containerDefinitions ?? [];
    const names = containers.map(({ name }) => name ?? '');
    const existing = `The task definition has ${names.length === 0 ? 'no containers' : names.map((name) => `"${name}"`).join(', ')}.`;
    if (containerName !== undefined) {
        if (names.includes(containerName))
            return { ok: true, value: containerName };
        const message = `There is no container "${containerName}". ${existing} Give one of these names.`;
        return { ok: false, problems: [{ input: 'container-name', message }] };
    }
    const essential = containers.filter((container) => container.essential !== false);
    const only = containers.length === 1 ? containers[0] : essential.length === 1 ? essential[0] : undefined;
    if (only?.name)
        return { ok: true, value: only.name };
    const message = `It is not clear which container is meant. ${existing} Give its name with "container-name", or use "images".`;
    return { ok: false, problems: [{ input: 'container-name', message }] };
}


/***/ }),

/***/ 48:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   Nk: () => (/* binding */ setMember),
/* harmony export */   _y: () => (/* binding */ plainValue),
/* harmony export */   az: () => (/* binding */ nodeOfJson)
/* harmony export */ });
function setMember(target, key, value) {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
function plainValue(node) {
    if (node.kind === 'scalar')
        return node.value;
    if (node.kind === 'list')
        return node.items.map(plainValue);
    const result = {};
    for (const { key, value } of node.entries)
        setMember(result, key, plainValue(value));
    return result;
}
function nodeOfJson(value, at) {
    if (Array.isArray(value))
        return { kind: 'list', items: value.map((item) => nodeOfJson(item, at)), at };
    if (value !== null && typeof value === 'object') {
        const entries = Object.entries(value).map(([key, member]) => ({ key, keyAt: at, value: nodeOfJson(member, at) }));
        return { kind: 'object', entries, at };
    }
    const scalar = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
    return { kind: 'scalar', value: scalar, text: scalar === null ? '' : String(scalar), placeholder: false, at };
}
function memberOf(node, key) {
    return node.kind === 'object' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}


/***/ }),

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ renderTaskDefinition),
  H: () => (/* binding */ stripForRegistration)
});

// EXTERNAL MODULE: ./lib/task-definition/container.js
var task_definition_container = __webpack_require__(9474);
// EXTERNAL MODULE: ./lib/task-definition/file-node.js
var file_node = __webpack_require__(48);
;// CONCATENATED MODULE: ./lib/task-definition/override-container.js

function overrideContainer(container, overrides) {
    const name = container.name ?? '';
    const variables = overrideVariables(container, overrides);
    const logging = overrideLogging(container.logConfiguration, overrides, name);
    const problems = [...setTwice(overrides), ...(logging.ok ? [] : logging.problems)];
    if (problems.length > 0 || !logging.ok)
        return { ok: false, problems };
    const { dockerLabels, envFiles, command } = overrides;
    const changed = {
        ...container,
        ...variables.members,
        ...(dockerLabels && { dockerLabels: withEntries(container.dockerLabels, dockerLabels) }),
        ...(envFiles && { environmentFiles: envFiles.map((value) => ({ type: 's3', value })) }),
        ...(command && { command: [...command] }),
        ...(logging.value.configuration && { logConfiguration: logging.value.configuration }),
    };
    return { ok: true, value: { container: changed, notes: [...variables.notes, ...logging.value.notes] } };
}
function overrideVariables(container, overrides) {
    const plain = namesOf(overrides.environment);
    const secret = namesOf(overrides.secrets);
    const oldEnvironment = (container.environment ?? []).filter(isNot(secret));
    const oldSecrets = (container.secrets ?? []).filter(isNot(plain));
    const { environment, secrets } = overrides;
    const members = {
        ...((environment || oldEnvironment.length !== (container.environment ?? []).length) && {
            environment: withNamed(oldEnvironment, environment, (name, value) => ({ name, value })),
        }),
        ...((secrets || oldSecrets.length !== (container.secrets ?? []).length) && {
            secrets: withNamed(oldSecrets, secrets, (name, valueFrom) => ({ name, valueFrom })),
        }),
    };
    const notes = [
        ...pushedOut(container.environment, secret).map((name) => `Container "${container.name}": ${name} is now a secret; it was removed from the environment variables.`),
        ...pushedOut(container.secrets, plain).map((name) => `Container "${container.name}": ${name} is now an environment variable; it was removed from the secrets.`),
    ];
    return { members, notes };
}
function setTwice({ environment, secrets }) {
    const secret = namesOf(secrets);
    return [...namesOf(environment)]
        .filter((name) => secret.has(name))
        .map((name) => ({
        input: 'secrets',
        message: `${name} is in "secrets" and in "environment-variables". Keep it in one of them.`,
    }));
}
function namesOf(values) {
    return new Set(values?.values.map(({ name }) => name));
}
function isNot(names) {
    return ({ name }) => name === undefined || !names.has(name);
}
function pushedOut(items, names) {
    const found = (items ?? []).flatMap(({ name }) => (name !== undefined && names.has(name) ? [name] : []));
    return [...new Set(found)];
}
function withNamed(old, wanted, make) {
    if (wanted === undefined)
        return [...old];
    const latest = new Map(wanted.values.map(({ name, value }) => [name, make(name, value)]));
    if (wanted.strategy === 'replace')
        return [...latest.values()];
    const placed = new Set();
    const merged = old.flatMap((item) => {
        const replacement = latest.get(item.name ?? '');
        if (replacement === undefined)
            return [item];
        if (placed.has(item.name ?? ''))
            return [];
        placed.add(item.name ?? '');
        return [replacement];
    });
    return [...merged, ...[...latest].filter(([name]) => !placed.has(name)).map(([, item]) => item)];
}
function withEntries(old, wanted) {
    const result = {};
    const kept = wanted.strategy === 'replace' ? [] : Object.entries(old ?? {});
    for (const [name, value] of kept)
        (0,file_node/* setMember */.Nk)(result, name, value);
    for (const { name, value } of wanted.values)
        (0,file_node/* setMember */.Nk)(result, name, value);
    return result;
}
function overrideLogging(old, overrides, container) {
    const { logDriver, logOptions } = overrides;
    if (logDriver === undefined && logOptions === undefined)
        return { ok: true, value: { configuration: undefined, notes: [] } };
    const driver = logDriver ?? old?.logDriver;
    if (driver === undefined) {
        const message = `Container "${container}" has no log driver that these options are for. Set "log-configuration-log-driver" too.`;
        return { ok: false, problems: [{ input: 'log-configuration-options', message }] };
    }
    const sameDriver = driver === old?.logDriver;
    const { options: oldOptions, ...rest } = old ?? {};
    const kept = sameDriver ? oldOptions : undefined;
    const options = logOptions ? withEntries(kept, logOptions) : kept;
    const lost = sameDriver ? [] : Object.keys(oldOptions ?? {});
    const notes = lost.length === 0 ? [] : [lostOptions(container, old?.logDriver, driver, lost)];
    const configuration = { ...rest, logDriver: driver, ...(options && { options }) };
    return { ok: true, value: { configuration, notes } };
}
function lostOptions(container, from, to, names) {
    return `Container "${container}": the log driver changed from ${from} to ${to}; the options of ${from} were removed (${names.join(', ')}).`;
}

// EXTERNAL MODULE: ./lib/task-definition/shape.js
var shape = __webpack_require__(6052);
;// CONCATENATED MODULE: ./lib/task-definition/render.js



function renderTaskDefinition(base, changes) {
    const { images, overrides } = changes;
    const problems = unknownContainers(base, images);
    const notes = [];
    let target;
    if (concernsContainer(overrides)) {
        const found = (0,task_definition_container/* targetContainer */.p)(base, changes.container);
        if (found.ok)
            target = found.value;
        else
            problems.push(...found.problems);
    }
    const containers = (base.containerDefinitions ?? []).map((container) => {
        const withImage = withNewImage(container, images);
        if (container.name === undefined || container.name !== target)
            return withImage;
        const overridden = overrideContainer(withImage, overrides);
        if (!overridden.ok) {
            problems.push(...overridden.problems);
            return withImage;
        }
        notes.push(...overridden.value.notes);
        return overridden.value.container;
    });
    problems.push(...withoutImage(containers));
    if (problems.length > 0)
        return { ok: false, problems };
    return {
        ok: true,
        value: { definition: { ...base, ...taskLevel(overrides), containerDefinitions: containers }, notes },
    };
}
function stripForRegistration(described) {
    const members = Object.entries(described).filter(([name]) => !shape/* READ_ONLY_MEMBERS */.Q.includes(name));
    return Object.fromEntries(members);
}
function unknownContainers(base, images) {
    return images.flatMap(({ container }) => {
        const found = (0,task_definition_container/* targetContainer */.p)(base, container);
        return found.ok ? [] : found.problems.map(({ message }) => ({ input: 'images', message }));
    });
}
function concernsContainer(overrides) {
    const { cpu, memory, taskRoleArn, executionRoleArn, ...container } = overrides;
    return Object.values(container).some((value) => value !== undefined);
}
function withNewImage(container, images) {
    const wanted = images.findLast((image) => image.container === container.name);
    return wanted ? { ...container, image: wanted.image } : container;
}
function withoutImage(containers) {
    return containers
        .filter(({ image }) => !image?.trim())
        .map(({ name }) => ({
        message: `Container "${name ?? ''}" has no image. Give one with "image" or "images", or write it in the task definition.`,
    }));
}
function taskLevel({ cpu, memory, taskRoleArn, executionRoleArn }) {
    return {
        ...(cpu !== undefined && { cpu }),
        ...(memory !== undefined && { memory }),
        ...(taskRoleArn !== undefined && { taskRoleArn }),
        ...(executionRoleArn !== undefined && { executionRoleArn }),
    };
}


/***/ }),

/***/ 6052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ READ_ONLY_MEMBERS),
/* harmony export */   R: () => (/* binding */ STRUCTURES)
/* harmony export */ });
const STRUCTURES = {
    ContainerDefinition: {
        required: [],
        members: {
            name: 'string',
            image: 'string',
            repositoryCredentials: { structure: 'RepositoryCredentials' },
            cpu: 'integer',
            memory: 'integer',
            memoryReservation: 'integer',
            links: { list: 'string' },
            portMappings: { list: { structure: 'PortMapping' } },
            essential: 'boolean',
            restartPolicy: { structure: 'ContainerRestartPolicy' },
            entryPoint: { list: 'string' },
            command: { list: 'string' },
            environment: { list: { structure: 'KeyValuePair' } },
            environmentFiles: { list: { structure: 'EnvironmentFile' } },
            mountPoints: { list: { structure: 'MountPoint' } },
            volumesFrom: { list: { structure: 'VolumeFrom' } },
            linuxParameters: { structure: 'LinuxParameters' },
            secrets: { list: { structure: 'Secret' } },
            dependsOn: { list: { structure: 'ContainerDependency' } },
            startTimeout: 'integer',
            stopTimeout: 'integer',
            versionConsistency: { oneOf: ['disabled', 'enabled'] },
            hostname: 'string',
            user: 'string',
            workingDirectory: 'string',
            disableNetworking: 'boolean',
            privileged: 'boolean',
            readonlyRootFilesystem: 'boolean',
            dnsServers: { list: 'string' },
            dnsSearchDomains: { list: 'string' },
            extraHosts: { list: { structure: 'HostEntry' } },
            dockerSecurityOptions: { list: 'string' },
            interactive: 'boolean',
            pseudoTerminal: 'boolean',
            dockerLabels: { map: 'string' },
            ulimits: { list: { structure: 'Ulimit' } },
            logConfiguration: { structure: 'LogConfiguration' },
            healthCheck: { structure: 'HealthCheck' },
            systemControls: { list: { structure: 'SystemControl' } },
            resourceRequirements: { list: { structure: 'ResourceRequirement' } },
            firelensConfiguration: { structure: 'FirelensConfiguration' },
            credentialSpecs: { list: 'string' },
        },
    },
    ContainerDependency: {
        required: ['containerName', 'condition'],
        members: {
            containerName: 'string',
            condition: { oneOf: ['COMPLETE', 'HEALTHY', 'START', 'SUCCESS'] },
        },
    },
    ContainerRestartPolicy: {
        required: ['enabled'],
        members: {
            enabled: 'boolean',
            ignoredExitCodes: { list: 'integer' },
            restartAttemptPeriod: 'integer',
        },
    },
    Device: {
        required: ['hostPath'],
        members: {
            hostPath: 'string',
            containerPath: 'string',
            permissions: { list: { oneOf: ['mknod', 'read', 'write'] } },
        },
    },
    DockerVolumeConfiguration: {
        required: [],
        members: {
            scope: { oneOf: ['shared', 'task'] },
            autoprovision: 'boolean',
            driver: 'string',
            driverOpts: { map: 'string' },
            labels: { map: 'string' },
        },
    },
    EFSAuthorizationConfig: {
        required: [],
        members: {
            accessPointId: 'string',
            iam: { oneOf: ['DISABLED', 'ENABLED'] },
        },
    },
    EFSVolumeConfiguration: {
        required: ['fileSystemId'],
        members: {
            fileSystemId: 'string',
            rootDirectory: 'string',
            transitEncryption: { oneOf: ['DISABLED', 'ENABLED'] },
            transitEncryptionPort: 'integer',
            authorizationConfig: { structure: 'EFSAuthorizationConfig' },
        },
    },
    EnvironmentFile: {
        required: ['value', 'type'],
        members: {
            value: 'string',
            type: { oneOf: ['s3'] },
        },
    },
    EphemeralStorage: {
        required: ['sizeInGiB'],
        members: {
            sizeInGiB: 'integer',
        },
    },
    FirelensConfiguration: {
        required: ['type'],
        members: {
            type: { oneOf: ['fluentbit', 'fluentd'] },
            options: { map: 'string' },
        },
    },
    FSxWindowsFileServerAuthorizationConfig: {
        required: ['credentialsParameter', 'domain'],
        members: {
            credentialsParameter: 'string',
            domain: 'string',
        },
    },
    FSxWindowsFileServerVolumeConfiguration: {
        required: ['fileSystemId', 'rootDirectory', 'authorizationConfig'],
        members: {
            fileSystemId: 'string',
            rootDirectory: 'string',
            authorizationConfig: { structure: 'FSxWindowsFileServerAuthorizationConfig' },
        },
    },
    HealthCheck: {
        required: ['command'],
        members: {
            command: { list: 'string' },
            interval: 'integer',
            timeout: 'integer',
            retries: 'integer',
            startPeriod: 'integer',
        },
    },
    HostEntry: {
        required: ['hostname', 'ipAddress'],
        members: {
            hostname: 'string',
            ipAddress: 'string',
        },
    },
    HostVolumeProperties: {
        required: [],
        members: {
            sourcePath: 'string',
        },
    },
    InferenceAccelerator: {
        required: ['deviceName', 'deviceType'],
        members: {
            deviceName: 'string',
            deviceType: 'string',
        },
    },
    KernelCapabilities: {
        required: [],
        members: {
            add: { list: 'string' },
            drop: { list: 'string' },
        },
    },
    KeyValuePair: {
        required: [],
        members: {
            name: 'string',
            value: 'string',
        },
    },
    LinuxParameters: {
        required: [],
        members: {
            capabilities: { structure: 'KernelCapabilities' },
            devices: { list: { structure: 'Device' } },
            initProcessEnabled: 'boolean',
            sharedMemorySize: 'integer',
            tmpfs: { list: { structure: 'Tmpfs' } },
            maxSwap: 'integer',
            swappiness: 'integer',
        },
    },
    LogConfiguration: {
        required: ['logDriver'],
        members: {
            logDriver: { oneOf: ['awsfirelens', 'awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'splunk', 'syslog'] },
            options: { map: 'string' },
            secretOptions: { list: { structure: 'Secret' } },
        },
    },
    MountPoint: {
        required: [],
        members: {
            sourceVolume: 'string',
            containerPath: 'string',
            readOnly: 'boolean',
        },
    },
    NvidiaMpsAllocation: {
        required: ['memory'],
        members: {
            memory: 'integer',
            maxComputePercent: 'integer',
        },
    },
    PortMapping: {
        required: [],
        members: {
            containerPort: 'integer',
            hostPort: 'integer',
            protocol: { oneOf: ['tcp', 'udp'] },
            name: 'string',
            appProtocol: { oneOf: ['grpc', 'http', 'http2'] },
            containerPortRange: 'string',
        },
    },
    ProxyConfiguration: {
        required: ['containerName'],
        members: {
            containerName: 'string',
            type: { oneOf: ['APPMESH'] },
            properties: { list: { structure: 'KeyValuePair' } },
        },
    },
    RegisterTaskDefinitionRequest: {
        required: ['family', 'containerDefinitions'],
        members: {
            family: 'string',
            containerDefinitions: { list: { structure: 'ContainerDefinition' } },
            taskRoleArn: 'string',
            executionRoleArn: 'string',
            networkMode: { oneOf: ['awsvpc', 'bridge', 'host', 'none'] },
            volumes: { list: { structure: 'Volume' } },
            placementConstraints: { list: { structure: 'TaskDefinitionPlacementConstraint' } },
            requiresCompatibilities: { list: { oneOf: ['EC2', 'EXTERNAL', 'FARGATE', 'MANAGED_INSTANCES'] } },
            cpu: 'string',
            memory: 'string',
            tags: { list: { structure: 'Tag' } },
            pidMode: { oneOf: ['host', 'task'] },
            ipcMode: { oneOf: ['host', 'none', 'task'] },
            proxyConfiguration: { structure: 'ProxyConfiguration' },
            inferenceAccelerators: { list: { structure: 'InferenceAccelerator' } },
            ephemeralStorage: { structure: 'EphemeralStorage' },
            runtimePlatform: { structure: 'RuntimePlatform' },
            enableFaultInjection: 'boolean',
        },
    },
    RepositoryCredentials: {
        required: ['credentialsParameter'],
        members: {
            credentialsParameter: 'string',
        },
    },
    ResourceRequirement: {
        required: ['type'],
        members: {
            type: { oneOf: ['GPU', 'InferenceAccelerator', 'NeuronDevice'] },
            value: 'string',
            sharingStrategy: { structure: 'SharingStrategy' },
        },
    },
    RuntimePlatform: {
        required: [],
        members: {
            cpuArchitecture: { oneOf: ['ARM64', 'X86_64'] },
            operatingSystemFamily: {
                oneOf: [
                    'LINUX',
                    'WINDOWS_SERVER_2004_CORE',
                    'WINDOWS_SERVER_2016_FULL',
                    'WINDOWS_SERVER_2019_CORE',
                    'WINDOWS_SERVER_2019_FULL',
                    'WINDOWS_SERVER_2022_CORE',
                    'WINDOWS_SERVER_2022_FULL',
                    'WINDOWS_SERVER_2025_CORE',
                    'WINDOWS_SERVER_2025_FULL',
                    'WINDOWS_SERVER_20H2_CORE',
                ],
            },
        },
    },
    S3FilesVolumeConfiguration: {
        required: ['fileSystemArn'],
        members: {
            fileSystemArn: 'string',
            rootDirectory: 'string',
            transitEncryptionPort: 'integer',
            accessPointArn: 'string',
        },
    },
    Secret: {
        required: ['name', 'valueFrom'],
        members: {
            name: 'string',
            valueFrom: 'string',
        },
    },
    SharingStrategy: {
        required: [],
        members: {
            nvidiaMps: { structure: 'NvidiaMpsAllocation' },
        },
    },
    SystemControl: {
        required: [],
        members: {
            namespace: 'string',
            value: 'string',
        },
    },
    Tag: {
        required: [],
        members: {
            key: 'string',
            value: 'string',
        },
    },
    TaskDefinitionPlacementConstraint: {
        required: [],
        members: {
            type: { oneOf: ['memberOf'] },
            expression: 'string',
        },
    },
    Tmpfs: {
        required: ['containerPath', 'size'],
        members: {
            containerPath: 'string',
            size: 'integer',
            mountOptions: { list: 'string' },
        },
    },
    Ulimit: {
        required: ['name', 'softLimit', 'hardLimit'],
        members: {
            name: {
                oneOf: [
                    'core',
                    'cpu',
                    'data',
                    'fsize',
                    'locks',
                    'memlock',
                    'msgqueue',
                    'nice',
                    'nofile',
                    'nproc',
                    'rss',
                    'rtprio',
                    'rttime',
                    'sigpending',
                    'stack',
                ],
            },
            softLimit: 'integer',
            hardLimit: 'integer',
        },
    },
    Volume: {
        required: [],
        members: {
            name: 'string',
            host: { structure: 'HostVolumeProperties' },
            dockerVolumeConfiguration: { structure: 'DockerVolumeConfiguration' },
            efsVolumeConfiguration: { structure: 'EFSVolumeConfiguration' },
            s3filesVolumeConfiguration: { structure: 'S3FilesVolumeConfiguration' },
            fsxWindowsFileServerVolumeConfiguration: { structure: 'FSxWindowsFileServerVolumeConfiguration' },
            configuredAtLaunch: 'boolean',
        },
    },
    VolumeFrom: {
        required: [],
        members: {
            sourceContainer: 'string',
            readOnly: 'boolean',
        },
    },
};
const READ_ONLY_MEMBERS = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'deregisteredAt',
    'deleteRequestedAt',
    'registeredBy',
];


/***/ })

};
