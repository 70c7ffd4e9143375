import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { deployInputDefaults, deployInputNames } from '../../src/inputs/deploy-input-names.ts'
import { readDeployInputs } from '../../src/inputs/read-deploy-inputs.ts'
import { accepted, type Given, inputVariables, noFiles, refused } from './read.ts'

const digest = `sha256:${'a'.repeat(64)}`
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1'
const anyFile = { exists: () => true }

test('only a service: everything else has its default, and nothing that was not set is there', async () => {
  expect(await accepted({})).toEqual({
    cluster: 'default',
    service: 'web',
    images: [],
    pinDigest: 'true',
    allowUnknownMembers: [],
    overrides: {},
    settings: {},
    tags: [],
    defaultTags: true,
    preflight: 'enforce',
    preflightIgnore: [],
    scanFindings: 'off',
    waitForServiceStability: true,
    waitForMinutes: 30,
    maxFailedTasks: 'auto',
    rollbackOnFailure: true,
    rollbackWaitMinutes: 20,
    onInProgress: 'supersede',
    onCancel: 'leave',
    refuseOlderCommit: false,
    dryRun: false,
  })
})

test('an empty input is an unset one, for every input', async () => {
  const empty = Object.fromEntries(deployInputNames.map((name) => [name, ' \n ']))
  expect(await accepted({ ...empty, service: ' web ' })).toEqual(await accepted({}))
  expect(await accepted({ ...deployInputDefaults, service: 'web' })).toEqual(await accepted({}))
})

test('the code reads exactly the inputs it declares', async () => {
  const read = new Set<string>()
  const env = new Proxy<NodeJS.ProcessEnv>(inputVariables({ service: 'web' }), {
    get(target, key) {
      if (String(key).startsWith('INPUT_')) read.add(String(key).slice('INPUT_'.length).toLowerCase())
      return Reflect.get(target, key)
    },
  })
  await readDeployInputs(env, noFiles)
  // What is only for groups is read where there is one (read-group-inputs.test.ts).
  const forGroups = ['services', 'services-file', 'on-group-failure']
  expect([...read, ...forGroups].sort()).toEqual([...deployInputNames].sort())
})

test('everything at once', async () => {
  const given: Given = {
    cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
    service: 'arn:aws-cn:ecs:cn-north-1:123456789012:service/prod/web',
    'aws-region': 'us-gov-west-1',
    image,
    images: 'proxy=nginx:1.27',
    'container-name': 'app',
    'task-definition': 'task.json',
    'pin-digest': 'Required',
    'allow-unknown-members': 'newMember\nother',
    'environment-variables': 'A=b=c',
    secrets: 'TOKEN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:x',
    'secrets-strategy': 'replace',
    'docker-labels': 'traefik.http.rule=Host(`a`) && Query(`x=y`)',
    'env-files': 'arn:aws:s3:::bucket/path/app.env',
    command: 'sh -c "npm start"',
    'log-configuration-log-driver': 'awslogs',
    'log-configuration-options': 'awslogs-datetime-format=%Y=%m\ntag=',
    cpu: '0.5 vCPU',
    memory: '1 GB',
    'task-role-arn': 'arn:aws-eusc:iam::123456789012:role/path/app',
    'execution-role-arn': 'ecsTaskExecutionRole',
    variables: 'ACCOUNT=123456789012',
    'desired-count': '0',
    'force-new-deployment': 'TRUE',
    'enable-execute-command': 'False',
    'platform-version': '1.4.0',
    'health-check-grace-period-seconds': '60',
    'capacity-provider-strategy': 'FARGATE=1 base=1\nFARGATE_SPOT=3',
    'network-configuration': '{"awsvpcConfiguration": {"subnets": ["subnet-1"], "assignPublicIp": "ENABLED"}}',
    'deployment-circuit-breaker': 'rollback',
    'service-managed-ebs-volume-name': 'data',
    'service-managed-ebs-volume': '{"sizeInGiB": 30, "roleArn": "arn:aws:iam::123456789012:role/ebs"}',
    'propagate-tags': 'service',
    'enable-ecs-managed-tags': 'true',
    tags: 'team=a/b\ncost centre=42',
    'default-tags': 'false',
    preflight: 'warn',
    'scan-findings': 'high',
    'preflight-ignore': 'latest-tag\n# why\none-subnet',
    'wait-for-service-stability': 'false',
    'wait-for-minutes': '0.5',
    'max-failed-tasks': '7',
    'settle-seconds': '0',
    'rollback-on-failure': 'false',
    'rollback-wait-minutes': '360',
    'on-in-progress': 'Wait',
    'on-cancel': 'rollback',
    'refuse-older-commit': 'true',
    'github-token': 'ghs_x',
    'dry-run': 'true',
  }
  expect(await accepted(given, anyFile)).toEqual({
    cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
    service: 'arn:aws-cn:ecs:cn-north-1:123456789012:service/prod/web',
    region: 'us-gov-west-1',
    images: [
      { container: 'app', image, input: 'image' },
      { container: 'proxy', image: 'nginx:1.27', input: 'images' },
    ],
    containerName: 'app',
    taskDefinition: { kind: 'file', path: 'task.json' },
    pinDigest: 'required',
    allowUnknownMembers: ['newMember', 'other'],
    variables: new Map([['ACCOUNT', '123456789012']]),
    overrides: {
      environment: { strategy: 'merge', values: [{ name: 'A', value: 'b=c' }] },
      secrets: {
        strategy: 'replace',
        values: [{ name: 'TOKEN', value: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x' }],
      },
      dockerLabels: { strategy: 'merge', values: [{ name: 'traefik.http.rule', value: 'Host(`a`) && Query(`x=y`)' }] },
      envFiles: ['arn:aws:s3:::bucket/path/app.env'],
      command: ['sh', '-c', 'npm start'],
      logDriver: 'awslogs',
      logOptions: {
        strategy: 'merge',
        values: [
          { name: 'awslogs-datetime-format', value: '%Y=%m' },
          { name: 'tag', value: '' },
        ],
      },
      cpu: '0.5 vCPU',
      memory: '1 GB',
      taskRoleArn: 'arn:aws-eusc:iam::123456789012:role/path/app',
      executionRoleArn: 'ecsTaskExecutionRole',
    },
    settings: {
      desiredCount: 0,
      forceNewDeployment: true,
      enableExecuteCommand: false,
      platformVersion: '1.4.0',
      healthCheckGracePeriodSeconds: 60,
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', weight: 1, base: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      ],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp: 'ENABLED' } },
      deploymentCircuitBreaker: { enable: true, rollback: true },
      serviceManagedEbsVolume: {
        name: 'data',
        volume: { sizeInGiB: 30, roleArn: 'arn:aws:iam::123456789012:role/ebs' },
      },
      propagateTags: 'SERVICE',
      enableEcsManagedTags: true,
    },
    tags: [
      { key: 'team', value: 'a/b' },
      { key: 'cost centre', value: '42' },
    ],
    defaultTags: false,
    preflight: 'warn',
    preflightIgnore: ['latest-tag', 'one-subnet'],
    scanFindings: 'high',
    waitForServiceStability: false,
    waitForMinutes: 0.5,
    maxFailedTasks: 7,
    settleSeconds: 0,
    rollbackOnFailure: false,
    rollbackWaitMinutes: 360,
    onInProgress: 'wait',
    onCancel: 'rollback',
    refuseOlderCommit: true,
    githubToken: 'ghs_x',
    dryRun: true,
  })
})

test('the result cannot be changed anywhere', async () => {
  const inputs = await accepted(
    { image, 'environment-variables': 'A=b', variables: 'A=b', 'task-definition': 'x' },
    anyFile,
  )
  expect(() => Object.assign(inputs, { service: 'other' })).toThrow(TypeError)
  expect(() => Object.assign(inputs.images[0] ?? {}, { image: 'other' })).toThrow(TypeError)
  expect(() => Object.assign(inputs.overrides.environment?.values[0] ?? {}, { value: 'c' })).toThrow(TypeError)
  const variables = inputs.variables as Map<string, string>
  expect(() => variables.set('A', 'c')).toThrow(TypeError)
  expect(() => variables.delete('A')).toThrow(TypeError)
  expect(() => variables.clear()).toThrow(TypeError)
  expect(variables.get('A')).toBe('b')
})

test.each<[Given, RegExp[]]>([
  [{ service: '' }, [/^Input "service": It is missing/]],
  [{ service: 'prod/web' }, [/^Input "service": "prod\/web" is not the name or the ARN of one service/]],
  [{ service: 'a\nb' }, [/one service/]],
  [{ cluster: 'a b' }, [/^Input "cluster": .* not the name or the ARN of a cluster/]],
  [{ 'aws-region': 'eu-west-1a' }, [/^Input "aws-region": .* such as eu-west-1/]],
  [{ 'dry-run': 'yes' }, [/^Input "dry-run": "yes" is neither true nor false\.$/]],
  [{ 'force-new-deployment': '1' }, [/neither true nor false/]],
  [{ 'pin-digest': 'maybe' }, [/"maybe" is not one of true, false, required/]],
  [{ 'max-failed-tasks': '0' }, [/"0" is neither auto, nor off nor a whole number from 1 to 10000/]],
  [{ 'settle-seconds': '-1' }, [/not a whole number from 0 to 3600/]],
  [{ 'on-in-progress': 'stop' }, [/"stop" is not one of supersede, wait, fail, force/]],
  [{ 'refuse-older-commit': 'yes' }, [/"yes" is neither true nor false/]],
  [{ 'on-cancel': 'stop' }, [/"stop" is not one of leave, rollback/]],
  [{ 'wait-for-minutes': '0' }, [/above 0 and up to 360/]],
  [{ 'wait-for-minutes': '361' }, [/above 0 and up to 360/]],
  [{ 'wait-for-minutes': '-1' }, [/above 0 and up to 360/]],
  [{ 'wait-for-minutes': '1e2' }, [/above 0 and up to 360/]],
  [{ 'wait-for-minutes': '30m' }, [/above 0 and up to 360/]],
  [{ 'rollback-wait-minutes': 'NaN' }, [/above 0 and up to 360/]],
  [{ 'desired-count': '-1' }, [/whole number from 0/]],
  [{ 'desired-count': '1.5' }, [/whole number from 0/]],
  [{ 'health-check-grace-period-seconds': '1m' }, [/whole number from 0/]],
  [{ 'platform-version': 'newest' }, [/LATEST or a version/]],
  [{ 'propagate-tags': 'ALL' }, [/SERVICE, TASK_DEFINITION, NONE/]],
  [{ cpu: 'two' }, [/CPU units such as 256/]],
  [{ memory: '2 MB' }, [/MiB such as 512/]],
  [{ 'task-role-arn': 'arn:aws:iam::1:role/x' }, [/ARN or the name of a role/]],
  [{ 'env-files': 's3://bucket/app.env' }, [/Line 1 is not the ARN of a .env file in S3/]],
  [{ command: 'echo "a' }, [/^Input "command": The " at character 6 is not closed/]],
  [{ 'deployment-circuit-breaker': 'true' }, [/"true" is not one of off, on, rollback, nor a JSON object/]],
  [{ 'deployment-circuit-breaker': '{"enable": true}' }, [/The circuit breaker\.rollback is missing/]],
  [{ 'capacity-provider-strategy': 'FARGATE' }, [/Line 1 does not read like FARGATE=1/]],
  [
    { 'capacity-provider-strategy': 'FARGATE=1001' },
    [/The strategy\[0\]\.weight must be a whole number from 0 to 1000/],
  ],
  [
    { 'capacity-provider-strategy': '[{"capacityProvder": "x"}]' },
    [/capacityProvider is missing/, /Did you mean capacityProvider/],
  ],
  [{ 'network-configuration': '{subnets: []' }, [/neither JSON nor YAML: something is wrong at line 1/]],
  [{ 'network-configuration': 'subnets: *others' }, [/anchor \(\*name\) that is not there/]],
  [
    { 'network-configuration': 'subnets: [a]\n---\nsubnets: [b]' },
    [/neither JSON nor YAML: something is wrong at line 2/],
  ],
  [{ 'network-configuration': 'subnets: subnet-1' }, [/subnets must be a list/]],
  [
    { 'network-configuration': '{subnets: [a], assignPublicIp: true}' },
    [/assignPublicIp must be one of ENABLED, DISABLED/],
  ],
  [{ 'service-managed-ebs-volume': '{"roleArn": "x"}' }, [/needs service-managed-ebs-volume-name/]],
  [{ 'service-managed-ebs-volume-name': 'data' }, [/needs service-managed-ebs-volume,/]],
  [{ tags: 'aws:x=y' }, [/reserved for AWS/]],
  [{ tags: 'a!=b' }, [/key a! has a character/]],
  [{ 'network-configuration': '[a]' }, [/must have the members awsvpcConfiguration/]],
  [{ tags: 'a=b!' }, [/value of a has a character/]],
  [{ tags: `a=${'x'.repeat(257)}` }, [/value of a is longer than 256/]],
  [{ tags: Array.from({ length: 51 }, (_, index) => `t${index}=x`).join('\n') }, [/51 tags are given/]],
])('refuses %j', async (given, messages) => {
  expect(await refused(given)).toEqual(messages.map((message) => expect.stringMatching(message)))
})

describe('images', () => {
  test.each<[Given, RegExp]>([
    [{ image: 'v1' }, /single word/],
    [{ image: digest }, /only a digest/],
    [{ image: 'org/app' }, /neither tag nor digest/],
    [{ images: 'app=v1' }, /^Input "images": Container app: "v1" is not a whole image/],
    [{ images: 'nginx:1.27' }, /Line 1 does not start with the name of a container/],
    [{ images: 'app=nginx:1\napp=nginx:2' }, /app is given twice, on lines 1 and 2/],
    [
      { image, images: 'app=nginx:1', 'container-name': 'app' },
      /names an image for the container app, and so does image/,
    ],
    [
      { 'ecr-repository': 'app', 'image-tag': '1', images: 'app=nginx:1', 'container-name': 'app' },
      /container app, and so does ecr-repository/,
    ],
    [{ 'container-name': 'app, side' }, /takes one container\. For several/],
    [{ 'container-name': 'a b' }, /not the name of a container/],
    [{ image, 'ecr-repository': 'app', 'image-tag': '1' }, /^Input "ecr-repository": image is given as well/],
    [{ 'image-digest': digest }, /^Input "image-digest": It needs ecr-repository/],
    [{ 'image-tag': '1' }, /^Input "image-tag": It needs ecr-repository/],
    [{ 'ecr-repository': 'app' }, /needs image-digest or image-tag/],
    [{ 'ecr-repository': 'app', 'image-digest': 'sha256:abc' }, /64 hexadecimal digits/],
    [{ 'ecr-repository': 'app', 'image-tag': 'a b' }, /"a b" is not a tag/],
    [{ 'ecr-repository': image, 'image-tag': '1' }, /not the name of a repository.*use image/],
  ])('refuses %j', async (given, message) => {
    expect(await refused(given)).toEqual([expect.stringMatching(message)])
  })

  test('a repository with digest and tag', async () => {
    expect(
      (await accepted({ 'ecr-repository': 'team/app', 'image-digest': digest, 'image-tag': '1' })).ecrImage,
    ).toEqual({
      repository: 'team/app',
      digest,
      tag: '1',
    })
  })

  test('several images, with comments and spaces', async () => {
    expect((await accepted({ images: '# sidecars\n app = nginx:1 \nproxy=envoy:2' })).images).toEqual([
      { container: 'app', image: 'nginx:1', input: 'images' },
      { container: 'proxy', image: 'envoy:2', input: 'images' },
    ])
  })
})

describe('task-definition', () => {
  const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3'

  test.each(['web', 'web:3', arn, 'arn:aws-eusc:ecs:eusc-de-east-1:123456789012:task-definition/web'])(
    '%s is a reference',
    async (reference) => {
      expect((await accepted({ 'task-definition': reference })).taskDefinition).toEqual({
        kind: 'reference',
        reference,
      })
    },
  )

  test('an existing path wins over a family of the same name', async () => {
    expect((await accepted({ 'task-definition': 'web' }, anyFile)).taskDefinition).toEqual({
      kind: 'file',
      path: 'web',
    })
  })

  test('a path is looked for in the workspace, and given so that it can be opened from where we are', async () => {
    const asked: string[] = []
    const files = { exists: (path: string) => asked.push(path) > 0 }
    const env = {
      ...inputVariables({ service: 'web', 'task-definition': 'a/task.json' }),
      GITHUB_WORKSPACE: '/work space',
    }
    expect(await readDeployInputs(env, files)).toMatchObject({
      ok: true,
      value: { taskDefinition: { kind: 'file', path: '/work space/a/task.json' } },
    })
    expect(asked).toEqual(['/work space/a/task.json'])
  })

  test.each(['task.json', 'task.jsonc', 'task.yaml', 'task.YML', './web', 'deploy/web', 'deploy\\web'])(
    '%s looks like a path: missing is an error that names it as resolved',
    async (path) => {
      expect(await refused({ 'task-definition': path })).toEqual([
        expect.stringContaining(`There is no file ${resolve(path)}.`),
      ])
    },
  )

  test.each(['web:0', 'a b', 'web:', 'arn:aws:ecs:eu-west-1:123456789012:service/web'])(
    '%s is nothing',
    async (text) => {
      expect(await refused({ 'task-definition': text })).toEqual([
        expect.stringMatching(/neither an existing file nor a family/),
      ])
    },
  )

  test.each<Given>([{}, { 'task-definition': 'web:3' }])('variables need a file: %j', async (given) => {
    expect(await refused({ ...given, variables: 'A=b' })).toEqual([
      expect.stringMatching(/^Input "variables": .*task-definition must be the path/),
    ])
  })

  test('a missing file is not reported a second time for its variables', async () => {
    expect(await refused({ 'task-definition': 'x.json', variables: 'A=b' })).toHaveLength(1)
  })
})

describe('lists of names and values', () => {
  test('replace needs something to put in place', async () => {
    expect(await refused({ 'environment-variables-strategy': 'replace' })).toEqual([
      expect.stringMatching(/^Input "environment-variables-strategy": "replace" needs environment-variables/),
    ])
  })

  test('a name cannot be both variable and secret', async () => {
    expect(await refused({ 'environment-variables': 'A=hunter2', secrets: 'A=hunter2' })).toEqual([
      'Input "secrets": A is also in environment-variables. A container can have it once; leave one.',
    ])
  })

  test.each(['environment-variables', 'secrets', 'docker-labels', 'log-configuration-options', 'variables'])(
    'no problem with %s shows a value',
    async (input) => {
      const lists = [
        'hunter2',
        'A=hunter2\nA=hunter2',
        'A<<END\nhunter2',
        'hunter2 x=hunter2',
        '=hunter2',
        'A B<<X\nhunter2\nhunter2\nX',
      ]
      for (const list of lists) expect((await refused({ [input]: list })).join('\n')).not.toContain('hunter2')
    },
  )
})

describe('service settings', () => {
  test.each([
    ['off', { enable: false, rollback: false }],
    ['On', { enable: true, rollback: false }],
    ['rollback', { enable: true, rollback: true }],
    [
      '{"enable": true, "rollback": false, "thresholdConfiguration": {"type": "COUNT", "value": 3}}',
      { enable: true, rollback: false, thresholdConfiguration: { type: 'COUNT', value: 3 } },
    ],
  ])('circuit breaker %s', async (text, expected) => {
    expect((await accepted({ 'deployment-circuit-breaker': text })).settings).toEqual({
      deploymentCircuitBreaker: expected,
    })
  })

  test.each([
    ['[{"capacityProvider": "FARGATE", "weight": 1}]', [{ capacityProvider: 'FARGATE', weight: 1 }]],
    ['[]', []],
    ['# spot\nFARGATE_SPOT=1   base=2', [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 2 }]],
  ])('capacity providers %j', async (text, expected) => {
    expect((await accepted({ 'capacity-provider-strategy': text })).settings.capacityProviderStrategy).toEqual(expected)
  })

  test.each([
    'subnets: [a, b]\nsecurityGroups:\n  - c\nassignPublicIp: DISABLED',
    'awsvpcConfiguration:\n  subnets: [a, b]\n  securityGroups: [c]\n  assignPublicIp: DISABLED',
    '{"subnets":["a","b"],"securityGroups":["c"],"assignPublicIp":"DISABLED"}',
  ])('network %j', async (text) => {
    expect((await accepted({ 'network-configuration': text })).settings.networkConfiguration).toEqual({
      awsvpcConfiguration: { subnets: ['a', 'b'], securityGroups: ['c'], assignPublicIp: 'DISABLED' },
    })
  })
})
