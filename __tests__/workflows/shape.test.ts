/** What every workflow is like: least permissions, limits of time, pinned actions, nobody's text in a script. */
import { describe, expect, test } from '@jest/globals'
import { evaluated, filledIn } from './expressions.ts'
import { calledAction, calledWorkflow, jobsOf, own, reusable, shown, templates, workflowNamed } from './files.ts'

const all = [...own, ...templates]
const allJobs = jobsOf(all)
const ownSteps = allJobs.flatMap(([name, job]) =>
  (job.steps ?? []).map((step, index) => [`${name}, step ${index + 1}`, step] as const),
)

test('there is something to look at', () => {
  expect(reusable.map(({ place }) => place.split('/').at(-1))).toEqual(
    ['attest', 'build', 'deploy', 'ghcr', 'pipeline', 'plan', 'rollback', 'run-task', 'test'].map(
      (name) => `${name}.yml`,
    ),
  )
  expect(templates).toHaveLength(8)
})

describe.each(all.map((file) => [file.place, file] as const))('%s', (_place, { text, workflow }) => {
  test('grants nothing but what its jobs ask for', () => {
    expect(workflow.permissions).toEqual({})
  })

  test('pins every action of other people by commit, with its version', () => {
    for (const [line] of text.matchAll(/^.*\buses: .*$/gm)) {
      const ours = /uses: (?:\$\/[\w./-]+|org\/ecs-deploy\/[\w./-]+@v1)$/.test(line)
      if (!ours) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  })

  test('uses one version of each action', () => {
    const pins = [...all.flatMap((file) => [...file.text.matchAll(/uses: ([\w.-]+\/[\w.-]+)[\w./-]*@([0-9a-f]{40})/g)])]
    const commits = new Map<string, Set<string>>()
    for (const [, action = '', commit = ''] of pins)
      commits.set(action, new Set([...(commits.get(action) ?? []), commit]))
    expect([...commits].filter(([, different]) => different.size > 1)).toEqual([])
  })

  test('has no placeholder that only the template picker of GitHub replaces', () => {
    expect(text).not.toMatch(/\$default-branch|\$protected-branches|\$cron-daily/)
  })
})

describe.each(allJobs)('%s', (_name, job) => {
  test('says what it needs, and ends', () => {
    expect(job.permissions).toBeDefined()
    // A job that calls a workflow cannot have a limit of its own; the jobs of that workflow have.
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeDefined()
    else expect(calledWorkflow(job)).toBeDefined()
  })

  test('does not hand its token to what is checked out', () => {
    for (const { uses, with: given } of job.steps ?? [])
      if (uses?.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false })
  })
})

describe.each(ownSteps)('%s', (_name, step) => {
  test('has nothing in its script that is put in from outside', () => {
    if (step.run !== undefined) expect(step.run).not.toContain('${{')
  })
})

describe.each(reusable.map((file) => [file.place, file] as const))('%s', (_place, { workflow }) => {
  test('takes strings, which are empty where they are not given', () => {
    const { inputs = {} } = workflow.on.workflow_call ?? {}
    for (const [name, { type, required, default: given }] of Object.entries(inputs))
      expect({ name, type, given }).toEqual({ name, type: 'string', given: required === true ? undefined : '' })
  })

  test('uses actions and workflows of this repository at the commit that the caller pinned', () => {
    for (const job of Object.values(workflow.jobs))
      for (const step of [job, ...(job.steps ?? [])])
        if (calledAction(step) !== undefined || calledWorkflow(step as typeof job) !== undefined)
          expect(step.uses).toMatch(/^\$\//)
  })
})

describe('deploy.yml', () => {
  const { jobs } = workflowNamed('deploy.yml')

  test('lets runs wait for each other, and cancels none that has started', () => {
    expect(jobs.deploy?.concurrency).toEqual({
      group:
        "ecs-deploy-${{ inputs.environment }}-${{ inputs.cluster || 'default' }}-${{ inputs.service || inputs.group || 'group' }}",
      'cancel-in-progress': false,
    })
  })

  test('asks reviewers outside of that group', () => {
    expect(jobs.approval?.environment).toEqual({ name: '${{ inputs.approval-environment }}', deployment: false })
    expect(jobs.approval?.concurrency).toBeUndefined()
  })

  test('reads role and Region where the environment is named', () => {
    const credentials = jobs.deploy?.steps?.find(({ uses }) =>
      uses?.startsWith('aws-actions/configure-aws-credentials@'),
    )
    expect(credentials?.with).toMatchObject({
      'role-to-assume': '${{ inputs.role-to-assume || vars.AWS_ROLE_TO_ASSUME }}',
      'aws-region': '${{ inputs.aws-region || vars.AWS_REGION }}',
    })
    expect(jobs.deploy?.environment).toMatchObject({ name: '${{ inputs.environment }}' })
  })

  test('refuses a commit that is older than the one that runs', () => {
    const deploy = jobs.deploy?.steps?.find(({ id }) => id === 'deploy')
    expect(deploy?.with?.['refuse-older-commit']).toBe("${{ inputs.refuse-older-commit || 'true' }}")
  })
})

test('what is built for other platforms than that of the runner is emulated, in each workflow that builds', () => {
  const building = own.filter(({ text }) => text.includes('docker/build-push-action@'))
  expect(building.map(({ place }) => place.split('/').at(-1))).toEqual(['build.yml', 'ghcr.yml'])
  for (const { workflow } of building)
    for (const { steps = [] } of Object.values(workflow.jobs)) {
      const emulates = steps.find(({ uses }) => uses?.startsWith('docker/setup-qemu-action@'))?.if ?? ''
      const needed = (platforms: string, arch: string) =>
        evaluated(emulates, { inputs: { platforms }, runner: { arch } })
      expect(
        ['', 'linux/amd64', 'linux/arm64', 'linux/amd64,linux/arm64'].map((given) => needed(given, 'X64')),
      ).toEqual(['false', 'false', 'true', 'true'])
      expect(
        ['', 'linux/amd64', 'linux/arm64', 'linux/amd64,linux/arm64'].map((given) => needed(given, 'ARM64')),
      ).toEqual(['true', 'true', 'false', 'true'])
    }
})

test('no job with a cache that others fill decides about a deployment or a release', () => {
  for (const { place, workflow } of own)
    for (const { steps = [] } of Object.values(workflow.jobs))
      for (const { uses, with: given } of steps)
        if (uses?.startsWith('actions/setup-node@') === true)
          expect([place, given?.['package-manager-cache']]).toEqual([place, false])
})

test('rollback.yml waits for nobody', () => {
  const workflow = workflowNamed('rollback.yml')
  expect(Object.keys(workflow.jobs)).toEqual(['rollback'])
  expect(workflow.jobs.rollback?.concurrency).toBeUndefined()
})

test('the pages show a caller for production of at most 15 lines', () => {
  const callers = shown.filter(({ text }) => text.includes('/pipeline.yml@') && /environment: production/.test(text))
  expect(Math.min(...callers.map(({ text }) => text.trimEnd().split('\n').length))).toBeLessThanOrEqual(15)
})

test('the pipeline tests, builds and deploys, and never plans', () => {
  const called = Object.values(workflowNamed('pipeline.yml').jobs).map((job) => calledWorkflow(job))
  expect(new Set(called)).toEqual(new Set(['test.yml', 'build.yml', 'deploy.yml']))
})

test.each(['deploy', 'rollback', 'plan', 'run-task'])(
  '%s.yml: the job with credentials names the environment',
  (name) => {
    const jobs = Object.values(workflowNamed(`${name}.yml`).jobs).filter(({ steps = [] }) =>
      steps.some(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@')),
    )
    expect(jobs).toHaveLength(1)
    const [environment] = jobs.map((job) => job.environment)
    expect([environment, (environment as { readonly name?: string } | undefined)?.name]).toContain(
      '${{ inputs.environment }}',
    )
  },
)

/**
 * Outputs of jobs that succeeded, and artifacts of the run, are what a second attempt sees again (GitHub docs, "Re-running workflows and jobs").
 * So the digest is that of the first build if it comes from there alone.
 */
describe('"re-run failed jobs" deploys the same digest', () => {
  const { jobs } = workflowNamed('pipeline.yml')

  test('of one build: the deployment has it from the outputs of the build', () => {
    // What it is called comes from the inputs of the run, which stay the same as well.
    const handed = (registry: string, outputs: object) =>
      filledIn(jobs.deploy?.with, { inputs: { registry, repository: 'web' }, needs: { build: { outputs } } })
    expect(handed('', { image: 'i@d', digest: 'd' })).toMatchObject({ image: 'i@d', 'image-digest': '' })
    expect(handed('', { digest: 'd' })).toMatchObject({ image: '', 'ecr-repository': 'web', 'image-digest': 'd' })
    expect(handed('r', { digest: 'd' })).toMatchObject({ image: 'r/web@d', 'image-digest': '' })
    expect(Object.keys(jobs.deploy?.with ?? {})).not.toContain('image-tag')
    const { jobs: building, on } = workflowNamed('build.yml')
    expect(on.workflow_call?.outputs?.digest?.value).toBe('${{ jobs.build.outputs.digest }}')
    expect(building.build?.outputs?.digest).toBe('${{ steps.pushed.outputs.digest }}')
  })

  test('of several: artifacts have the same name in each attempt, and only a build of the same name replaces one', () => {
    const upload = workflowNamed('build.yml').jobs.build?.steps?.find(({ uses }) =>
      uses?.startsWith('actions/upload-artifact@'),
    )
    expect(upload?.with).toMatchObject({ name: 'ecs-deploy-image-${{ inputs.artifact }}', overwrite: true })
    const download = workflowNamed('deploy.yml').jobs.deploy?.steps?.find(({ uses }) =>
      uses?.startsWith('actions/download-artifact@'),
    )
    // Without a run id: those of this run, of whatever attempt.
    expect(Object.keys(download?.with ?? {}).sort()).toEqual(['path', 'pattern'])
  })

  test('what deploys builds nothing, and looks at neither commit nor attempt', () => {
    const { text } = own.find(({ place }) => place.endsWith('/deploy.yml')) ?? { text: '' }
    expect(text).not.toMatch(/github\.sha|GITHUB_SHA|run_attempt|build-push-action|docker build/)
  })
})
