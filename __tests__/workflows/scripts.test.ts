/** The scripts inside of the reusable workflows, run as a runner runs them. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { actionInputs, scriptOf, workflowNamed } from './files.ts'
import { runScript, sha, type Texts } from './runner.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-script-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (script: string, env: Texts, programs: Texts = {}) => runScript(folder, script, env, programs)

const digest = `sha256:${'a'.repeat(64)}`

describe('how long a deployment may take', () => {
  const script = scriptOf('deploy.yml', 'limits', 'limits')
  const limits = (env: Readonly<Record<string, string>>) => {
    const { code, outputs, log } = run(script, { TIMEOUT_MINUTES: '', ROLE_DURATION_SECONDS: '', SERVICES: '', ...env })
    expect(code).toBe(0)
    const [, notice = ''] = log.match(/^::notice .*give role-duration-seconds: '(\d+)'/m) ?? []
    return [Number(outputs['timeout-minutes']), Number(outputs['role-duration-seconds']), notice]
  }

  /** Limit of the job, length of the session, and what a notice says that it may have to be. */
  test.each<[string, Readonly<Record<string, string>>, number, number, string]>([
    ['by itself, within a session of an hour', {}, 66, 3600, ''],
    ['longer', { WAIT_FOR_MINUTES: '60' }, 96, 5160, ''],
    [
      'less, and never less than an hour of session',
      { WAIT_FOR_MINUTES: '5', ROLLBACK_WAIT_MINUTES: '5' },
      26,
      3600,
      '',
    ],
    [
      'parts of a minute',
      { WAIT_FOR_MINUTES: '0.5', ROLLBACK_WAIT_MINUTES: '0.25', SETTLE_SECONDS: '0' },
      16,
      3600,
      '',
    ],
    ['not waited for', { WAIT_FOR_SERVICE_STABILITY: 'false' }, 15, 3600, ''],
    [
      'waiting for another first: no role is asked for more by that alone',
      { ON_IN_PROGRESS: 'wait' },
      96,
      3600,
      '5160',
    ],
    ['a command before it, as long as usual', { PRE_DEPLOY_COMMAND: 'migrate' }, 81, 3600, '4260'],
    ['a longer one', { PRE_DEPLOY_COMMAND: 'migrate', PRE_DEPLOY_TIMEOUT_MINUTES: '20' }, 86, 4560, ''],
    [
      'one that is longer, while something else takes as much less',
      { PRE_DEPLOY_COMMAND: 'migrate', PRE_DEPLOY_TIMEOUT_MINUTES: '25', WAIT_FOR_MINUTES: '20' },
      81,
      3600,
      '4260',
    ],
    [
      'checks after it',
      { VERIFY_URLS: 'https://a', VERIFY_TIMEOUT_SECONDS: '120', VERIFY_ALARMS: 'a' },
      73,
      3600,
      '3780',
    ],
    [
      'checks of both kinds, each as long: only the margin does not fit',
      { VERIFY_URLS: 'https://a', VERIFY_COMMAND: 'b', SETTLE_SECONDS: '0' },
      71,
      3600,
      '3660',
    ],
    ['longer waits that leave no margin in the hour', { WAIT_FOR_MINUTES: '39' }, 75, 3600, '3900'],
    ['and one more minute', { WAIT_FOR_MINUTES: '40' }, 76, 3960, ''],
    ['a group, whose services need others', { SERVICES: 'services.yml' }, 166, 3600, '9360'],
    ['a group that waits less', { SERVICES: 'a', WAIT_FOR_MINUTES: '10', ROLLBACK_WAIT_MINUTES: '8' }, 70, 3600, ''],
    [
      'more than a session can last',
      { WAIT_FOR_MINUTES: '360', ROLLBACK_WAIT_MINUTES: '360', ON_IN_PROGRESS: 'wait' },
      1096,
      43200,
      '43200',
    ],
    ['as it is told to', { TIMEOUT_MINUTES: '7', ROLE_DURATION_SECONDS: '900' }, 7, 900, '3600'],
    ['a group with a session as long', { SERVICES: 'a', ROLE_DURATION_SECONDS: '9360' }, 166, 9360, ''],
    [
      'what is no number is for the action to refuse',
      { WAIT_FOR_MINUTES: 'soon', TIMEOUT_MINUTES: '$(rm -rf /)', ROLE_DURATION_SECONDS: 'a[$(touch b)0]' },
      66,
      3600,
      '',
    ],
  ])('%s', (_name, env, timeout, duration, notice) => {
    expect(limits(env)).toEqual([timeout, duration, notice])
  })

  test('counts with the defaults of the action', () => {
    const inputs = actionInputs('deploy') ?? {}
    for (const [, name = '', fallback = ''] of script.matchAll(/number "\$\{([A-Z_]+):-\}" (\d+)\)/g)) {
      const given = inputs[name.toLowerCase().replaceAll('_', '-')]?.default
      // What the action decides by the service is counted at its longest.
      expect([name, fallback]).toEqual([name, name === 'SETTLE_SECONDS' ? '60' : given])
    }
  })
})

type Duration = readonly [seconds: number, notice: string]

/** How long the session lasts, and what a notice says that it may have to. */
function sessionOf(workflow: string, job: string, env: Readonly<Record<string, string>>): Duration {
  const { code, outputs, log } = run(scriptOf(workflow, job, 'session'), { ROLE_DURATION_SECONDS: '', ...env })
  expect(code).toBe(0)
  const [, notice = ''] = log.match(/^::notice .*give role-duration-seconds: '(\d+)'/m) ?? []
  return [Number(outputs['role-duration-seconds']), notice]
}

const listOfThree = `- name: a
  container-name: x
- { "name": b, needs: [a] }
- { 'needs': b, name: c }
`

describe('the session of a rollback', () => {
  test.each<[string, Readonly<Record<string, string>>, ...Duration]>([
    ['of one service', {}, 3600, ''],
    ['that is watched for longer', { ROLLBACK_WAIT_MINUTES: '90.5' }, 5760, ''],
    ['that leaves no margin', { ROLLBACK_WAIT_MINUTES: '60' }, 3600, '3900'],
    ['of three, by name', { SERVICES: 'a\n\nb\nc\n', ROLLBACK_WAIT_MINUTES: '10' }, 3600, ''],
    ['of three that together take longer', { SERVICES: 'a\nb\nc' }, 3600, '5700'],
    ['of a list', { SERVICES: listOfThree }, 3600, '5700'],
    ['of a list in a file', { SERVICES_FILE: 'services.yml' }, 3600, '5700'],
    ['of a file that is not there, which the action tells', { SERVICES_FILE: 'absent.yml' }, 3600, ''],
    ['as it is told to', { SERVICES: listOfThree, ROLE_DURATION_SECONDS: '5700' }, 5700, ''],
    ['of what is no number', { ROLLBACK_WAIT_MINUTES: 'a[$(x)]', ROLE_DURATION_SECONDS: '0x' }, 3600, ''],
    ['longer than one can be', { SERVICES: listOfThree, ROLLBACK_WAIT_MINUTES: '360' }, 21900, '43200'],
  ])('%s', (_name, env, ...wanted) => {
    const file = env.SERVICES_FILE === undefined ? '' : join(folder, env.SERVICES_FILE)
    writeFileSync(join(folder, 'services.yml'), listOfThree)
    expect(sessionOf('rollback.yml', 'rollback', { SERVICES: '', ...env, SERVICES_FILE: file })).toEqual(wanted)
  })

  test('and its job have the time that the action may take', () => {
    expect(workflowNamed('rollback.yml').jobs.rollback?.['timeout-minutes']).toBe(
      "${{ fromJSON(inputs.timeout-minutes || (inputs.rollback-wait-minutes || inputs.services || inputs.services-file) && '360' || '60') }}",
    )
    const wait = Number(actionInputs('rollback')?.['rollback-wait-minutes']?.default)
    expect(scriptOf('rollback.yml', 'rollback', 'session')).toContain(`"\${ROLLBACK_WAIT_MINUTES:-}" ${wait})`)
    expect(wait + 15).toBeLessThanOrEqual(60)
  })
})

describe('the session of a task', () => {
  test.each<[string, Readonly<Record<string, string>>, ...Duration]>([
    ['as usual', {}, 3600, ''],
    ['that takes longer', { WAIT_FOR_MINUTES: '120' }, 7500, ''],
    ['that leaves no margin', { WAIT_FOR_MINUTES: '56' }, 3600, '3660'],
    ['as it is told to', { WAIT_FOR_MINUTES: '120', ROLE_DURATION_SECONDS: '900' }, 900, '7500'],
    ['of what is no number', { WAIT_FOR_MINUTES: 'a[$(x)]' }, 3600, ''],
  ])('%s', (_name, env, ...wanted) => {
    expect(sessionOf('run-task.yml', 'run', env)).toEqual(wanted)
  })

  test('and its job have the time that the action may take', () => {
    expect(workflowNamed('run-task.yml').jobs.run?.['timeout-minutes']).toBe(
      "${{ fromJSON(inputs.timeout-minutes || inputs.wait-for-minutes && '375' || '60') }}",
    )
    const wait = Number(actionInputs('run-task')?.['wait-for-minutes']?.default)
    expect(scriptOf('run-task.yml', 'run', 'session')).toContain(`"\${WAIT_FOR_MINUTES:-}" ${wait})`)
    expect(wait + 15).toBeLessThanOrEqual(60)
  })
})

describe('the name of an image', () => {
  const script = scriptOf('build.yml', 'build', 'name')
  const given = {
    REGISTRY: 'r.example',
    REPOSITORY: 'team/web',
    TAG_PREFIX: '',
    TAGS: '',
    CACHE: 'gha',
    BUILDS: '[]',
    INPUTS: '".",""',
  }

  test('has the commit as tag, and what people like', () => {
    const { outputs } = run(script, { ...given, TAG_PREFIX: 'worker-', TAGS: 'latest\n\n  v1.2 ' })
    expect(outputs).toMatchObject({
      reference: 'r.example/team/web',
      tag: `worker-${sha}`,
      tags: `r.example/team/web:worker-${sha}\nr.example/team/web:latest\nr.example/team/web:v1.2`,
      'cache-from': 'type=gha,scope=worker-team/web',
      'cache-to': 'type=gha,mode=max,scope=worker-team/web',
    })
  })

  test.each([
    ['gha', 'type=gha'],
    ['registry', 'type=registry,ref=r.example/team/web:buildcache'],
    ['off', ''],
  ])('cache %s', (cache, from) => {
    expect(run(script, { ...given, CACHE: cache }).outputs['cache-from']).toMatch(
      from === '' ? /^$/ : new RegExp(`^${from}`),
    )
  })

  test.each(['feature/x', '-x', 'a b/c', `a${'b'.repeat(128)}`, 'x::error::y'])('%s cannot be a tag', (tag) => {
    const { code, log, outputs } = run(script, { ...given, TAGS: tag })
    expect(code).toBe(1)
    expect(log).toMatch(/^::error::"[\w.?-]+" cannot be a tag: 1 to 128 letters/m)
    expect(outputs).toEqual({})
  })

  test('says by what it was built: the same for the same inputs only', () => {
    const inputs = (env: Texts) => run(script, { ...given, ...env }).outputs.inputs
    expect(inputs({})).toMatch(/^[0-9a-f]{40}$/)
    expect(inputs({ TAGS: 'latest', CACHE: 'off' })).toBe(inputs({}))
    expect(inputs({ INPUTS: '".","a"' })).not.toBe(inputs({}))
  })

  test.each<[string, readonly object[], string | undefined]>([
    [
      'one repository each',
      [
        { name: 'a', repository: 'r' },
        { name: 'b', repository: 'q' },
      ],
      undefined,
    ],
    [
      'one repository, other prefixes',
      [
        { name: 'a', repository: 'r' },
        { name: 'b', repository: 'r', 'tag-prefix': 'b-' },
      ],
      undefined,
    ],
    [
      'one repository for two',
      [
        { name: 'a', repository: 'r' },
        { name: 'b', repository: 'r' },
      ],
      'a, b',
    ],
    [
      'one repository and prefix for two',
      ['a', 'b'].map((name) => ({ name, repository: 'r', 'tag-prefix': 'x-' })),
      'a, b',
    ],
    [
      'one name for two',
      [
        { name: 'a', repository: 'r' },
        { name: 'a', repository: 'q' },
      ],
      'a, a',
    ],
  ])('several builds, %s', (_name, builds, told) => {
    const { code, log } = run(script, { ...given, BUILDS: JSON.stringify(builds) })
    expect([code, log]).toEqual(
      told === undefined
        ? [0, '']
        : [1, expect.stringContaining(`::error::These builds would replace each other: ${told}. Give each`)],
    )
  })

  test('is of all that decides about the image', () => {
    const step = workflowNamed('build.yml').jobs.build?.steps?.find(({ id }) => id === 'name')
    const build = workflowNamed('build.yml').jobs.build?.steps?.find(({ id }) => id === 'build')
    // What it is pushed as, where layers are found, and secrets, which do not stay in it, decide nothing.
    const asked = [...JSON.stringify(build?.with).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name)
    for (const name of asked.filter((name) => name !== undefined && name !== 'inputs'))
      expect(step?.env?.INPUTS).toContain(`inputs.${name}`)
    expect(asked).toEqual(expect.arrayContaining(['context', 'file', 'target', 'build-args', 'platforms']))
    expect(JSON.stringify(build?.with?.labels)).toContain('ecs-deploy.inputs=${{ steps.name.outputs.inputs }}')
  })

  test('another cache is an error', () => {
    expect(run(script, { ...given, CACHE: 'local' })).toMatchObject({
      code: 1,
      log: expect.stringContaining('must be gha, registry or off'),
    })
  })
})

describe('the repository', () => {
  const script = scriptOf('build.yml', 'build', 'Create the repository where it does not exist')
  const aws = (answer: string) =>
    `echo "$*" >>"$RUNNER_TEMP/asked"; [[ "$2" == create-repository ]] && exit 0; ${answer}`
  const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trimEnd().split('\n')

  test('that is there stays as it is', () => {
    expect(run(script, { REPOSITORY: 'web' }, { aws: aws('exit 0') }).code).toBe(0)
    expect(asked()).toEqual(['ecr describe-repositories --repository-names web'])
  })

  test('that is not there is created, with scanning on push', () => {
    const absent = 'echo "An error occurred (RepositoryNotFoundException) when calling …" >&2; exit 254'
    expect(run(script, { REPOSITORY: 'web' }, { aws: aws(absent) }).code).toBe(0)
    expect(asked()).toContain(
      'ecr create-repository --repository-name web --image-scanning-configuration scanOnPush=true',
    )
  })

  test('that cannot be looked for is an error, and nothing is created', () => {
    const denied = 'echo "An error occurred (AccessDeniedException)" >&2; exit 254'
    expect(run(script, { REPOSITORY: 'web' }, { aws: aws(denied) })).toMatchObject({
      code: 1,
      log: expect.stringContaining('AccessDeniedException'),
    })
    expect(asked()).toHaveLength(1)
  })
})

test('a smoke run that fails ends the job before the push', () => {
  const script = scriptOf('build.yml', 'build', 'Smoke run')
  const env = { IMAGE: 'ecs-deploy-smoke:local', COMMAND: 'docker run --rm "$IMAGE" --version' }
  expect(run(script, env, { docker: 'echo "$*"' })).toMatchObject({
    code: 0,
    log: 'run --rm ecs-deploy-smoke:local --version\n',
  })
  expect(run(script, env, { docker: 'exit 3' }).code).toBe(3)
  const names = workflowNamed('build.yml').jobs.build?.steps?.map(({ id, name }) => name ?? id) ?? []
  expect(names.indexOf('Smoke run')).toBeLessThan(names.indexOf('Build and push'))
  expect(names.indexOf('Smoke run')).toBeGreaterThan(names.indexOf('Build for the smoke run'))
})

describe('an image of the commit', () => {
  const script = scriptOf('build.yml', 'build', 'existing')
  const env = { REFERENCE: 'r.example/web', TAG: sha, INPUTS: 'i1' }
  const docker = (image: object) =>
    `[[ "$*" == "buildx imagetools inspect r.example/web:${sha} --format {{json .}}" ]] && echo '${JSON.stringify({ name: 'x', manifest: { digest, size: 1 }, image })}'`
  const of = (...inputs: readonly (string | undefined)[]) =>
    Object.fromEntries(
      inputs.map((text, index) => [
        `linux/${index}`,
        { os: 'linux', config: { Labels: text === undefined ? { a: 'b' } : { 'ecs-deploy.inputs': text } } },
      ]),
    )

  test.each<[string, object]>([
    ['of the same inputs', of('i1')['linux/0'] ?? {}],
    ['of the same inputs, for several platforms', of('i1', 'i1')],
    ['that somebody else pushed', of(undefined)['linux/0'] ?? {}],
    ['without labels', { config: {} }],
    ['whose labels are none', { config: { Labels: null } }],
  ])('%s is used again', (_name, image) => {
    expect(run(script, env, { docker: docker(image) })).toMatchObject({ code: 0, outputs: { digest } })
  })

  test.each<[string, object]>([
    ['one platform', of('i2')['linux/0'] ?? {}],
    ['several', of('i1', 'i2')],
  ])('of other inputs, for %s, is not used again, and its tag stays', (_name, image) => {
    const { code, log, outputs } = run(script, env, { docker: docker(image) })
    expect({ code, outputs }).toEqual({ code: 1, outputs: {} })
    expect(log).toMatch(
      /^::error::The tag 0123456\w+ is there, of an image that was built with another .*"tag-prefix"/m,
    )
  })

  test.each([
    ['is not there', 'echo "ERROR: r.example/web:x: not found" >&2; exit 1'],
    ['cannot be looked for', 'echo "ERROR: 403 Forbidden" >&2; exit 1'],
    ['is told of in another form', 'echo "Name: r.example/web"'],
  ])('%s: one is built', (_name, docker) => {
    const { code, outputs, log } = run(script, env, { docker })
    expect({ code, outputs }).toEqual({ code: 0, outputs: {} })
    expect(log).toContain('so one is built')
  })
})

describe('what was pushed', () => {
  const script = scriptOf('build.yml', 'build', 'pushed')
  const tags = `r.example/web:${sha}\nr.example/web:latest`
  const env = {
    REFERENCE: 'r.example/web',
    REPOSITORY: 'web',
    TAGS: tags,
    BUILT: '',
    EXISTING: '',
    SERVICE: 'api',
    NAME: 'web',
  }
  const docker = `echo "$*" >>"${'$RUNNER_TEMP'}/docker"`

  test('a new image', () => {
    const { code, outputs, summary } = run(script, { ...env, BUILT: digest }, { docker: 'exit 1' })
    expect({ code, outputs }).toEqual({
      code: 0,
      outputs: { digest, image: `r.example/web@${digest}`, reused: 'false' },
    })
    expect(summary).toBe(`\`web@${digest}\` (built)\n`)
    const left = readFileSync(join(folder, 'ecs-deploy-image/image-web.json'), 'utf8')
    expect(JSON.parse(left)).toEqual({ name: 'web', service: 'api', image: `r.example/web@${digest}` })
  })

  test('one that was there gets the tags for people, too', () => {
    const { outputs } = run(script, { ...env, EXISTING: digest }, { docker })
    expect(outputs).toEqual({ digest, image: `r.example/web@${digest}`, reused: 'true' })
    expect(readFileSync(join(folder, 'docker'), 'utf8')).toBe(
      `buildx imagetools create --tag r.example/web:latest r.example/web@${digest}\n`,
    )
  })

  test('no digest is an error', () => {
    expect(run(script, env)).toMatchObject({ code: 1, log: expect.stringContaining('told no digest') })
  })
})

describe('the findings of a scan', () => {
  const script = scriptOf('build.yml', 'build', 'Wait for the findings of the scan')
  const env = { REPOSITORY: 'web', DIGEST: digest, REFERENCE: 'r.example/web', SEVERITY: 'HIGH', LIMIT: '1' }
  const single = `echo '{"config":{}}'`
  const findings = (status: string, counts: object) =>
    `[[ "$2" == start-image-scan ]] && exit 255; echo '${JSON.stringify({ imageScanStatus: { status, description: 'why' }, imageScanFindings: { findingSeverityCounts: counts } })}'`

  test.each([
    ['none', {}, 0],
    ['below the severity', { MEDIUM: 4, LOW: 9 }, 0],
    ['of the severity', { HIGH: 1 }, 1],
    ['above it', { CRITICAL: 2 }, 1],
  ])('%s', (_name, counts, code) => {
    const ran = run(script, env, { docker: single, aws: findings('COMPLETE', counts) })
    expect(ran.code).toBe(code)
    if (code === 1) expect(ran.log).toMatch(/found [12] vulnerabilities of severity HIGH or above/)
  })

  test.each(['a[$(touch "$RUNNER_TEMP/ran")0]', '08', '0.5', '-1', '10000', 'ten'])(
    'a time limit of %s is refused, and not evaluated',
    (limit) => {
      const { code, log } = run(script, { ...env, LIMIT: limit }, { docker: single, aws: findings('COMPLETE', {}) })
      expect([code, log]).toEqual([1, '::error::Input "scan-timeout-minutes" must be a whole number from 0 to 9999.\n'])
      expect(existsSync(join(folder, 'ran'))).toBe(false)
    },
  )

  test('a number that is none is an error', () => {
    const ran = run(script, env, { docker: single, aws: findings('COMPLETE', { HIGH: 'a[0]' }) })
    expect(ran).toMatchObject({ code: 1, log: expect.stringContaining('The findings cannot be read.') })
  })

  test('of each platform, but not of what says how it was built', () => {
    const index = JSON.stringify({
      manifests: [
        { digest: 'sha256:one', platform: { os: 'linux' } },
        { digest: 'sha256:two', platform: { os: 'linux' } },
        { digest: 'sha256:attestation', platform: { os: 'unknown' } },
      ],
    })
    const aws = `[[ "$2" == start-image-scan ]] || echo "$*" >>"$RUNNER_TEMP/asked"; ${findings('ACTIVE', {})}`
    expect(run(script, env, { docker: `echo '${index}'`, aws }).code).toBe(0)
    const asked = readFileSync(join(folder, 'asked'), 'utf8')
    expect([...asked.matchAll(/imageDigest=(\S+)/g)].map(([, found]) => found)).toEqual(['sha256:one', 'sha256:two'])
  })

  test.each([
    ['cannot be made', findings('UNSUPPORTED_IMAGE', {}), /could not scan the image: UNSUPPORTED_IMAGE why/],
    [
      'may not be read',
      '[[ "$2" == start-image-scan ]] && exit 255; echo "An error occurred (AccessDeniedException)" >&2; exit 254',
      /cannot be read[\s\S]*AccessDenied/,
    ],
    [
      'was never begun',
      'if [[ "$2" == start-image-scan ]]; then echo "An error occurred (AccessDeniedException)" >&2; exit 254; fi; echo "An error occurred (ScanNotFoundException)" >&2; exit 254',
      /did not end within 0 minutes\.\n.*AccessDenied/,
    ],
  ])('%s: an error', (_name, aws, says) => {
    const { code, log } = run(script, { ...env, LIMIT: '0' }, { docker: single, aws })
    expect(code).toBe(1)
    expect(log).toMatch(says)
  })
})

describe('the copies of an image in other Regions', () => {
  const script = scriptOf('build.yml', 'build', 'Wait for the copies')
  const env = { REPOSITORY: 'web', DIGEST: digest, LIMIT: '1' }
  const of = (...statuses: readonly string[]) =>
    JSON.stringify({
      replicationStatuses: statuses.map((status, index) => ({
        region: `r-${index}`,
        registryId: '1',
        status,
        ...(status === 'FAILED' && { failureCode: 'AccessDenied' }),
      })),
    })
  /** One answer after the other, and then the last one. */
  const aws = (...answers: readonly string[]) =>
    `echo "$*" >>"$RUNNER_TEMP/asked"; case $(wc -l <"$RUNNER_TEMP/asked") in\n${answers.map((text, index) => `${index === answers.length - 1 ? '*' : index + 1}) echo '${text}' ;;`).join('\n')}\nesac`
  const look = (env: Texts, ...answers: readonly string[]) => run(script, env, { aws: aws(...answers), sleep: ':' })

  test('are waited for, also until there is word of them', () => {
    const { code, log } = look(env, of(), of('IN_PROGRESS', 'COMPLETE'), of('COMPLETE', 'COMPLETE'))
    expect([code, log]).toEqual([0, 'Copied to r-0 (1), r-1 (1)\n'])
    expect(readFileSync(join(folder, 'asked'), 'utf8').split('\n')[0]).toBe(
      `ecr describe-image-replication-status --repository-name web --image-id imageDigest=${digest} --output json`,
    )
  })

  test.each<[string, string, RegExp]>([
    [
      'one that fails',
      of('IN_PROGRESS', 'FAILED'),
      /^::error::ECR could not copy the image to r-1 \(1\): AccessDenied$/m,
    ],
    [
      'one that is late',
      of('COMPLETE', 'IN_PROGRESS'),
      /^::error::Within 0 minutes ECR has not copied the image to r-1 /m,
    ],
    ['one of an unknown state', of('COMPLETE', 'ODD'), /^::error::Within 0 minutes .* r-1 /m],
    ['none', of(), /^::error::No replication rule of the registry is for web/m],
  ])('%s: an error', (_name, answer, says) => {
    const { code, log } = look({ ...env, LIMIT: '0' }, answer)
    expect(code).toBe(1)
    expect(log).toMatch(says)
  })

  test('that may not be asked for, and a limit that is no number: errors', () => {
    const denied = run(script, env, { aws: 'echo AccessDeniedException >&2; exit 254' })
    expect([denied.code, denied.log]).toEqual([
      1,
      '::error::How far the copies are cannot be read.\nAccessDeniedException\n',
    ])
    expect(look({ ...env, LIMIT: '0.5' }, of()).log).toMatch(/^::error::Input "wait-for-replication-minutes" must be/m)
  })
})

describe('a group of what was built', () => {
  const script = scriptOf('deploy.yml', 'deploy', 'group')
  const images = () => join(folder, 'images')
  const host = '111122223333.dkr.ecr.eu-west-1.amazonaws.com'
  const imageOf = (name: string) => `${host}/shop/${name}@${digest}`
  const artifact = (name: string, image: unknown = imageOf(name)) => {
    mkdirSync(join(images(), `ecs-deploy-image-${name}`), { recursive: true })
    const text = JSON.stringify({ name, service: 'other', image })
    writeFileSync(join(images(), `ecs-deploy-image-${name}`, `image-${name}.json`), text)
  }
  const builds = (...names: readonly string[]) =>
    JSON.stringify(names.map((name) => ({ name, repository: `shop/${name}` })))
  const group = (env: Readonly<Record<string, string>>) => {
    const roles = 'arn:aws:iam::222233334444:role/deploy arn:aws:iam::111122223333:role/build'
    return run(script, {
      BUILDS: '',
      REGISTRY: '',
      ROLES: roles,
      SERVICES: '',
      SERVICES_FILE: '',
      IMAGES: images(),
      ...env,
    })
  }
  const services = `# built(api) in a remark is none
- { name: api, image: built(api), variables: { WORD: hunter2 } }
- name: api-2
  image: 'built( api-2 )'
- { name: side, images: "app=built(api)\nlog=built(log)" }
- { name: pre, image: prebuilt(api) }
`
  const replaced = `# built(api) in a remark is none
- { name: api, image: ${imageOf('api')}, variables: { WORD: hunter2 } }
- name: api-2
  image: 'running'
- { name: side, images: "app=${imageOf('api')}\nlog=running" }
- { name: pre, image: prebuilt(api) }`

  test('is each image to its service', () => {
    artifact('api')
    artifact('worker')
    const given = JSON.stringify([
      { name: 'api', repository: 'shop/api' },
      { name: 'worker', repository: 'shop/worker', service: 'background' },
    ])
    expect(JSON.parse(group({ BUILDS: given }).outputs.services ?? '')).toEqual([
      { name: 'api', image: imageOf('api') },
      { name: 'background', image: imageOf('worker') },
    ])
  })

  test('has the images put into its list, and what runs for what was not built', () => {
    artifact('api')
    const { outputs, log } = group({ BUILDS: builds('api'), SERVICES: services })
    expect(outputs['services-file']).toBeUndefined()
    expect(outputs.services?.trimEnd()).toBe(replaced)
    expect(log).toContain('Not built in this run, so that the image that runs stays: built(api-2) built(log)')
    expect(log).toContain(`built(api): ${imageOf('api')}`)
    expect(log).not.toContain('hunter2')
  })

  test('has a file stay one, so that placeholders in it are replaced', () => {
    artifact('api')
    const file = join(folder, 'my services.yml')
    writeFileSync(file, services)
    const { outputs } = group({ BUILDS: builds('api'), SERVICES_FILE: file })
    expect(outputs.services).toBeUndefined()
    expect(outputs['services-file']).toBe(join(folder, 'ecs-deploy-services/my services.yml'))
    expect(readFileSync(outputs['services-file'] ?? '', 'utf8').trimEnd()).toBe(replaced)
  })

  test.each([
    ['a file that is not there', { SERVICES_FILE: 'absent.yml' }],
    ['list and file', { SERVICES: services, SERVICES_FILE: 'absent.yml' }],
  ])('%s: the action says so', (_name, env) => {
    artifact('api')
    expect(group({ BUILDS: builds('api'), ...env })).toMatchObject({ code: 0, outputs: {} })
  })

  test('a name that is written wrong is an error as soon as the build is there', () => {
    artifact('api')
    const { code, log, outputs } = group({
      BUILDS: builds('api'),
      SERVICES: services.replaceAll('built(api)', 'built(apii)'),
    })
    expect({ code, outputs }).toEqual({ code: 1, outputs: {} })
    expect(log).toContain(
      '::error::The list of services says nowhere built(api), so that what was built would not be deployed. It says built(api-2) built(apii) built(log), which was not built.',
    )
  })

  test('without the image of a build is an error', () => {
    artifact('worker')
    expect(group({ BUILDS: builds('api') })).toMatchObject({
      code: 1,
      log: expect.stringContaining('::error::The build api of this run left no image: its "artifact" must be "api".'),
    })
  })

  test.each([
    '',
    '{}',
    '[]',
    '[{"name":"api"}]',
    '[{"name":"../api","repository":"a"}]',
    '[{"name":"a","repository":1}]',
  ])('builds %s: an error', (given) => {
    expect(group({ BUILDS: given })).toMatchObject({
      code: 1,
      log: expect.stringContaining('::error::Input "builds" must be'),
    })
  })

  describe('whatever else runs in the run may leave artifacts, too', () => {
    test.each([
      ['of another registry', `evil.example/shop/api@${digest}`],
      ['of another account', `999999999999.dkr.ecr.eu-west-1.amazonaws.com/shop/api@${digest}`],
      ['of a host that looks like it', `${host}.evil.example/shop/api@${digest}`],
      ['of another repository', `${host}/shop/other@${digest}`],
      ['with a tag', `${host}/shop/api:latest`],
      ['with both', `${host}/shop/api:latest@${digest}`],
      ['with more behind', `${imageOf('api')}\n- { name: db, image: evil }`],
      ['no text', { image: 1 }],
      ['running', 'running'],
    ])('an image %s is refused', (_name, image) => {
      artifact('api', image)
      const { code, log, outputs } = group({ BUILDS: builds('api') })
      expect({ code, outputs }).toEqual({ code: 1, outputs: {} })
      expect(log).toMatch(/^::error::The (?:artifact of the build api says|build api of this run left no image)/m)
      expect(log.match(/^::/gm)).toHaveLength(1)
    })

    test('one that no build is called like is left alone', () => {
      artifact('api')
      artifact('db')
      expect(JSON.parse(group({ BUILDS: builds('api') }).outputs.services ?? '')).toEqual([
        { name: 'api', image: imageOf('api') },
      ])
    })
  })

  test.each([
    ['docker.io', `docker.io/shop/api@${digest}`, 0],
    ['docker.io', imageOf('api'), 1],
    ['', `111122223333.dkr-ecr-fips.us-gov-west-1.on.aws/shop/api@${digest}`, 0],
    ['', `222233334444.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/api@${digest}`, 0],
  ])('registry "%s", %s: %i', (registry, image, code) => {
    artifact('api', image)
    expect(group({ BUILDS: builds('api'), REGISTRY: registry }).code).toBe(code)
  })
})

describe.each(['deploy.yml deploy', 'rollback.yml rollback', 'plan.yml plan', 'run-task.yml run', 'build.yml build'])(
  '%s',
  (place) => {
    const [workflow = '', job = ''] = place.split(' ')
    const script = scriptOf(workflow, job, 'Is a role given, and a Region?')

    test.each([
      ['role and Region', { ROLE: 'arn:aws:iam::1:role/x', REGION: 'eu-west-1' }, []],
      ['no role', { ROLE: '', REGION: 'eu-west-1' }, [/^::error::No role.* AWS_(?:BUILD_)?ROLE_TO_ASSUME/m]],
      ['neither', { ROLE: '', REGION: '' }, [/^::error::No role/m, /^::error::No Region.* AWS_REGION/m]],
    ])('%s', (_name, env, errors) => {
      const { code, log } = run(script, env)
      expect(code).toBe(errors.length === 0 ? 0 : 1)
      for (const error of errors) expect(log).toMatch(error)
    })
  },
)

test.each([
  ['false', 0],
  ['true', 1],
  ['', 1],
])('attest.yml, an image whose "reused" is "%s"', (reused, code) => {
  const ran = run(scriptOf('attest.yml', 'attest', 'Was it built in this run?'), { REUSED: reused })
  expect(ran.code).toBe(code)
  if (code === 1) expect(ran.log).toMatch(/^::error::What is attested must have been built in this run/m)
})

test('a command that is tested is no part of the script', () => {
  const script = scriptOf('test.yml', 'test', 'Run the command')
  expect(run(script, { COMMAND: 'echo one; false; echo two' })).toMatchObject({ code: 1, log: 'one\n' })
  expect(run(script, { COMMAND: 'echo "$MISSING"' }).code).not.toBe(0)
  expect(run(script, { COMMAND: '' })).toMatchObject({ code: 1, log: expect.stringContaining('Nothing to test') })
})

describe('tests in a stage of the Dockerfile', () => {
  const script = scriptOf('test.yml', 'test', 'Build the stage, run the command in it')
  const docker = 'printf "%s\\n" "$*" >>"$RUNNER_TEMP/docker"; [[ "$1" != "$FAILS" ]]'
  const given = { TARGET: 'tests', CONTEXT: 'app', FILE: '', COMMAND: '', FAILS: '' }
  const called = (env: Readonly<Record<string, string>>) => {
    const { code } = run(script, { ...given, ...env }, { docker })
    return [code, ...readFileSync(join(folder, 'docker'), 'utf8').trimEnd().split('\n')]
  }
  const build = 'buildx build --progress plain --load --target tests'

  test('that is built, and nothing more', () => {
    expect(called({})).toEqual([0, `${build} --tag ecs-deploy-test app`])
  })

  test('with a command that runs in it', () => {
    expect(called({ FILE: 'docker/My file', COMMAND: 'npm test && echo "$X"' })).toEqual([
      0,
      `${build} --file docker/My file --tag ecs-deploy-test app`,
      'run --rm --entrypoint sh ecs-deploy-test -euc npm test && echo "$X"',
    ])
  })

  test('that does not build, or whose command fails', () => {
    expect(called({ COMMAND: 'x', FAILS: 'buildx' })).toEqual([1, `${build} --tag ecs-deploy-test app`])
    expect(called({ COMMAND: 'x', FAILS: 'run' })[0]).toBe(1)
  })
})
