/** What the templates promise: who is asked before production, and what is built. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readPage } from '../docs/pages.ts'
import { filledIn } from './expressions.ts'
import { jobsOf, scriptOf, templateNamed, templates } from './files.ts'
import { runScript, type Texts } from './runner.ts'

describe('an environment that is chosen by hand', () => {
  const choices = templates.flatMap(({ place, workflow }) =>
    Object.entries(workflow.on.workflow_dispatch?.inputs ?? {}).flatMap(([name, input]) =>
      name === 'environment' ? [[place, input] as const] : [],
    ),
  )

  test('is one that is deployed to, not one that only asks or plans', () => {
    expect(choices.map(([place]) => place)).toEqual([
      'workflows-templates/rollback.yml',
      'workflows-templates/staging.yml',
    ])
    for (const [, { type, options }] of choices) {
      expect(type).toBe('choice')
      expect([...(options ?? [])].sort()).toEqual(['production', 'staging'])
    }
  })
})

describe('staging.yml', () => {
  test.each(Object.entries(templateNamed('staging.yml').jobs))(
    '%s: production asks its reviewers, and refuses an older commit',
    (_name, job) => {
      expect(job.with).toMatchObject({
        environment: '${{ inputs.environment }}',
        'approval-environment': "${{ inputs.environment == 'production' && 'production-approval' || '' }}",
        'refuse-older-commit': "${{ inputs.environment == 'production' && 'true' || 'false' }}",
      })
    },
  )
})

test('what is set up for approval is on the page: each environment that is asked, its reviewers, and the branch that may deploy', () => {
  const page = readPage('docs/oidc.md')
  const asked = jobsOf(templates).flatMap(([, job]) =>
    [...String(job.with?.['approval-environment'] ?? '').matchAll(/[\w-]+-approval/g)].map(([name]) => name),
  )
  expect(new Set(asked)).toEqual(new Set(['production-approval']))
  for (const wanted of ['/environments/production-approval --input', 'deployment-branch-policies --field name=main'])
    expect(page).toContain(wanted)
})

test('waves.yml waits for the copies of its image, and asks its reviewers once', () => {
  const { build, canary, others } = templateNamed('waves.yml').jobs
  expect(build?.with).toHaveProperty('wait-for-replication-minutes')
  expect([canary, others].map((job) => job?.with?.['approval-environment'])).toEqual(['production-approval', undefined])
  // One that fails would cancel those that run beside it.
  expect(others?.strategy).toMatchObject({ 'max-parallel': 1 })
  expect(others?.strategy).not.toHaveProperty('fail-fast')
})

test.each<[string, object, string]>([
  ['in the evening', { event_name: 'schedule', event: { schedule: '0 18 * * 1-5' } }, '0'],
  ['in the morning', { event_name: 'schedule', event: { schedule: '0 6 * * 1-5' } }, '1'],
  ['by hand', { event_name: 'workflow_dispatch' }, '3'],
])('schedule.yml %s', (_when, github, tasks) => {
  const given = templateNamed('schedule.yml').jobs.scale?.with
  expect(filledIn(given, { github, inputs: { tasks: tasks === '3' ? '3' : null } })['desired-count']).toBe(tasks)
})

test('schedule.yml by hand, with an empty field: starts nothing', () => {
  const given = templateNamed('schedule.yml').jobs.scale?.with
  expect(filledIn(given, { github: { event_name: 'workflow_dispatch' }, inputs: { tasks: '' } })['desired-count']).toBe(
    '',
  )
})

test('the offers of GitHub go by files at the top, of which folders are none', () => {
  for (const name of readdirSync('workflows-templates').filter((file) => file.endsWith('.properties.json'))) {
    const { filePatterns = [] } = JSON.parse(readFileSync(join('workflows-templates', name), 'utf8')) as {
      filePatterns?: readonly string[]
    }
    const files = ['Dockerfile', 'compose.yaml', 'docker-compose.yml', 'task-definition.json']
    for (const pattern of filePatterns)
      expect([name, files.some((file) => new RegExp(pattern).test(file))]).toEqual([name, true])
  }
})

describe('microservices.yml', () => {
  const script = scriptOf('microservices.yml', 'changes', 'changes', templateNamed)
  const services = 'api     api        services/api\nworker  team/work  services/worker  libs/queue\n\n'
  let folder: string
  let repository: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workflow-template-'))
    repository = join(folder, 'repository')
    mkdirSync(repository)
    git('init', '--quiet', '--initial-branch', 'main')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@localhost', ...words], { cwd: repository }).toString()
  /** @returns the commit */
  const commit = (...paths: readonly string[]): string => {
    for (const path of paths) {
      mkdirSync(dirname(join(repository, path)), { recursive: true })
      writeFileSync(join(repository, path), `${Math.random()}`)
    }
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', 'A change')
    return git('rev-parse', 'HEAD').trim()
  }
  const everything = () => commit('services/api/a', 'services/worker/a', 'libs/queue/a', 'README.md')
  /** @param succeeded what `gh run list` answers: commits of runs that succeeded, newest first */
  const changes = (succeeded: readonly string[], env: Texts = {}) => {
    const runs = JSON.stringify(succeeded.map((headSha) => ({ headSha })))
    const gh = `echo "$*" >&2; [[ "$GH_TOKEN" == t && "$1 $2" == 'run list' ]] && jq --raw-output "${'${@: -1}'}" <<<'${runs}'`
    const runner = { GH_TOKEN: 't', GITHUB_WORKFLOW: 'Deploy services', GITHUB_REF_NAME: 'main', SERVICES: services }
    return runScript(folder, script, { ...runner, ...env }, { gh }, repository)
  }
  const names = (succeeded: readonly string[]) => {
    const { code, log, outputs } = changes(succeeded)
    expect([code, log]).toEqual([0, log])
    return (JSON.parse(outputs.builds ?? '') as { name: string }[]).map(({ name }) => name)
  }

  test('builds everything where no run has succeeded yet', () => {
    everything()
    expect(JSON.parse(changes([]).outputs.builds ?? '')).toEqual([
      { name: 'api', service: 'api', repository: 'api', context: 'services/api' },
      { name: 'worker', service: 'worker', repository: 'team/work', context: 'services/worker' },
    ])
  })

  test('builds what changed since the newest run of this workflow, for this branch, that succeeded', () => {
    const before = everything()
    commit('services/api/b')
    expect(names([before])).toEqual(['api'])
    const { log } = changes([before])
    expect(log).toContain('run list --workflow Deploy services --branch main --event push --status success --limit 1')
  })

  test('builds what a run that failed, or was replaced, has left out', () => {
    const before = everything()
    commit('services/api/b')
    commit('services/worker/b')
    expect(names([before])).toEqual(['api', 'worker'])
  })

  test('builds nothing where only other folders changed, also such that begin alike', () => {
    const before = everything()
    commit('README.md', 'services/api-2/a', 'docs/services/api/a')
    expect(names([before])).toEqual([])
  })

  test('builds what a shared folder goes into', () => {
    const before = everything()
    commit('libs/queue/b')
    expect(names([before])).toEqual(['worker'])
  })

  test('sees a file that was moved from one to the other, and one that was deleted', () => {
    const before = everything()
    commit('services/api/large')
    const moved = git('rev-parse', 'HEAD').trim()
    renameSync(join(repository, 'services/api/large'), join(repository, 'services/worker/large'))
    commit()
    expect(names([moved])).toEqual(['api', 'worker'])
    rmSync(join(repository, 'services/worker/large'))
    commit()
    expect(names([before])).toEqual([])
  })

  test('builds everything where the commit of that run is gone, after a force push', () => {
    everything()
    expect(names(['0123456789abcdef0123456789abcdef01234567'])).toEqual(['api', 'worker'])
  })

  test('a folder that is not there is an error, and so is a list that cannot be had', () => {
    everything()
    expect(changes([], { SERVICES: 'api api services/apii' })).toMatchObject({
      code: 1,
      log: expect.stringContaining('::error::There is no folder services/apii, which SERVICES names for api.'),
    })
    expect(changes([], { GH_TOKEN: '' })).toMatchObject({ code: 1, outputs: {} })
  })
})
