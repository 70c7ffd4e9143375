/** Who calls whom with what: permissions that suffice and are needed, inputs that exist, outputs that come from somewhere. */
import { describe, expect, test } from '@jest/globals'
import {
  actionInputs,
  before,
  calledAction,
  calledWorkflow,
  jobsOf,
  maySkip,
  own,
  permissionsOf,
  reusable,
  shown,
  templates,
  workflowNamed,
} from './files.ts'

const calls = jobsOf([...own, ...templates, ...shown]).flatMap(([name, job]) => {
  const called = calledWorkflow(job)
  return called === undefined ? [] : [[name, job, workflowNamed(called)] as const]
})
const steps = jobsOf(own).flatMap(([name, job]) =>
  (job.steps ?? []).flatMap((step) => {
    const folder = calledAction(step)
    return folder === undefined ? [] : [[`${name}: ${step.uses}`, step, folder] as const]
  }),
)

describe.each(calls)('%s', (_name, job, called) => {
  test('grants what the workflow asks for, and no more', () => {
    expect(job.permissions).toEqual(permissionsOf(called))
  })

  test('gives what the workflow takes, and all that it needs', () => {
    const { inputs = {}, secrets = {} } = called.on.workflow_call ?? {}
    const given = Object.keys(job.with ?? {})
    expect(given.filter((name) => !Object.hasOwn(inputs, name))).toEqual([])
    const needed = Object.keys(inputs).filter((name) => inputs[name]?.required === true)
    expect(needed.filter((name) => !given.includes(name))).toEqual([])
    expect(Object.keys(job.secrets ?? {}).filter((name) => !Object.hasOwn(secrets, name))).toEqual([])
  })

  test('gives strings', () => {
    expect(Object.values(job.with ?? {}).filter((value) => typeof value !== 'string')).toEqual([])
  })
})

test.each(steps)('%s gives what the action takes, and all of it', (_name, step, folder) => {
  const inputs = actionInputs(folder)
  if (inputs === undefined) throw new Error(`There is no action ${folder}`)
  const given = Object.keys(step.with ?? {})
  expect(given.filter((name) => !Object.hasOwn(inputs, name))).toEqual([])
  // The token is the action's own default; the rollback has nothing to compare.
  expect(Object.keys(inputs).filter((name) => !given.includes(name) && name !== 'github-token')).toEqual([])
})

/** GitHub skips a job after a skipped one, however far back, unless its condition asks for the status itself. */
describe('after jobs that may be skipped', () => {
  const later = jobsOf([...own, ...templates, ...shown]).filter(([, job, { workflow }]) =>
    before(job, workflow.jobs).some(maySkip),
  )

  test.each(later)('%s runs unless something failed', (_name, { if: condition = '' }) => {
    expect(condition).toContain('!failure() && !cancelled()')
  })

  test('are some in the pipeline, in a template and on a page', () => {
    const places = later.map(([name]) => name.replace(/\.md:\d+/, '.md'))
    expect(places).toEqual(
      expect.arrayContaining([
        '.github/workflows/pipeline.yml: deploy',
        'workflows-templates/waves.yml: others',
        'docs/workflows.md: attest',
      ]),
    )
  })

  test('a job without a condition, or with none but of the status, may not be skipped', () => {
    expect(maySkip({})).toBe(false)
    expect(maySkip({ if: '${{ !failure() && !cancelled() }}' })).toBe(false)
    expect(maySkip({ if: "${{ !failure() && !cancelled() && inputs.x != '' }}" })).toBe(true)
    expect(maySkip({ uses: '$/.github/workflows/build.yml' })).toBe(false)
    expect(maySkip({ uses: '$/.github/workflows/deploy.yml' })).toBe(true)
    expect(maySkip({ uses: 'org/ecs-deploy/.github/workflows/pipeline.yml@v1' })).toBe(true)
  })
})

test('what each workflow asks of its caller', () => {
  const asked = Object.fromEntries(
    reusable.map(({ place, workflow }) => [place.split('/').at(-1), permissionsOf(workflow)]),
  )
  const deploying = { contents: 'read', 'id-token': 'write' }
  expect(asked).toEqual({
    'attest.yml': { attestations: 'write', 'id-token': 'write' },
    'build.yml': deploying,
    'deploy.yml': deploying,
    'ghcr.yml': { contents: 'read', packages: 'write' },
    'pipeline.yml': deploying,
    'plan.yml': { ...deploying, 'pull-requests': 'write' },
    'rollback.yml': deploying,
    'run-task.yml': deploying,
    'test.yml': { contents: 'read' },
  })
})

describe.each(reusable.map(({ place, workflow }) => [place, workflow] as const))(
  'outputs of %s',
  (_place, workflow) => {
    test('come from jobs, and those from steps', () => {
      for (const [name, { value }] of Object.entries(workflow.on.workflow_call?.outputs ?? {})) {
        const [, job = '', output = ''] = value.match(/^\$\{\{ jobs\.([\w-]+)\.outputs\.([\w-]+) \}\}$/) ?? []
        const source = workflow.jobs[job]
        const called = source === undefined ? undefined : calledWorkflow(source)
        const outputs = called === undefined ? source?.outputs : workflowNamed(called).on.workflow_call?.outputs
        expect([name, Object.keys(outputs ?? {})]).toEqual([name, expect.arrayContaining([output])])
      }
    })

    test('carry no account id, which GitHub would drop where it is masked', () => {
      const dropped = Object.keys(workflow.on.workflow_call?.outputs ?? {}).filter((name) => name.endsWith('-arn'))
      expect(dropped).toEqual([])
    })
  },
)
