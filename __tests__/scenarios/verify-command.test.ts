import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { cancellation } from '../../scripts/demo/run-action.ts'
import { Account, type Circumstances, type Ended, type Inputs } from '../support/account.ts'
import { expectCause, expectOutcome } from '../support/expectations.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

/** Where bash and its friends are. */
const path = ['/usr/bin', '/bin']

async function deploy(command: string, more: Inputs = {}, circumstances: Circumstances = {}): Promise<Ended> {
  const environment = [{ name: 'PASSWORD', value: 'swordfish-42' }]
  account = await Account.open(
    webScenario({ taskDefinition: definition('v1', { environment }) }, { loadBalancerName: 'lb.example' }),
  )
  return account.run(
    { image: ecrImage('v2'), 'verify-command': command, 'verify-timeout-seconds': '3600', ...more },
    { path, ...circumstances },
  )
}

test('a script that ends well verifies the deployment, with what is known of it in its environment', async () => {
  const run = await deploy('env | sort > facts\necho "hello from the script"')
  expectOutcome(run, 'deployed')
  expect(run.log).toMatch(/::group::verify-command\nhello from the script\n::endgroup::/)
  expect(run.report?.headline).toMatch(/it was verified\.$/)
  const [workspace] = readWorkspaces()
  const facts = readFileSync(join(workspace ?? '', 'facts'), 'utf8')
  expect(facts).toContain('ECS_DEPLOY_CLUSTER=default\n')
  expect(facts).toContain('ECS_DEPLOY_SERVICE=web\n')
  expect(facts).toContain('ECS_DEPLOY_TASK_DEFINITION=web:2\n')
  expect(facts).toContain('ECS_DEPLOY_PREVIOUS_TASK_DEFINITION=web:1\n')
  expect(facts).toContain(`ECS_DEPLOY_IMAGE_DIGEST=${account.digestOf('v2')}\n`)
  expect(facts).toContain(`ECS_DEPLOY_DEPLOYMENT_ID=${run.outputs['deployment-id']}\n`)
  // The credentials of the step are the script's, the inputs of this action are not.
  expect(facts).toContain('AWS_ACCESS_KEY_ID=AKIASIMULATED\n')
  expect(facts).not.toMatch(/^(INPUT_|GITHUB_OUTPUT=|GITHUB_STATE=)/m)
})

function readWorkspaces(): readonly string[] {
  return readdirSync(account.folder).flatMap((name) =>
    name.startsWith('workspace-') ? [join(account.folder, name)] : [],
  )
}

test('one that fails: rolled back, with its exit code and last lines, and no command for the runner', async () => {
  const run = await deploy(
    'echo "::error::not mine"\necho "##[warning]neither" >&2\necho "got swordfish-42"\nfalse\necho never',
  )
  expectCause(run, 'rolled-back', 'verification-command', /verify-command ended with exit code 1/)
  expect(run.log).toContain('got ***')
  expect(run.log).not.toContain('never')
  expect(run.log).not.toMatch(/^\s*::error::not mine|##\[warning\]neither/m)
  expect(run.summary).toContain('got')
  expect(run.summary).not.toContain('swordfish-42')
})

test.each([
  ['an unset variable', 'echo "$NOT_SET"', /exit code 1/],
  ['the middle of a pipe', 'false | cat', /exit code 1/],
  ['its own exit code', 'exit 42', /exit code 42/],
])('%s counts', async (_, command, what) => {
  const run = await deploy(command)
  expectCause(run, 'rolled-back', 'verification-command', what)
})

test('one that does not end is ended with everything that it started', async () => {
  const run = await deploy('echo $$ > first\nsleep 600 & echo $! > second\nwait', { 'verify-timeout-seconds': '400' })
  expectCause(run, 'rolled-back', 'verification-command', /did not end within 400 s/)
  const [workspace = ''] = readWorkspaces()
  for (const name of ['first', 'second'])
    expect(isAlive(Number(readFileSync(join(workspace, name), 'utf8')))).toBe(false)
})

/** What has ended and was not yet collected by its parent is not alive. */
function isAlive(id: number): boolean {
  const stat = `/proc/${id}/stat`
  return existsSync(stat) && !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'))
}

test('without bash: the deployment is not verified, and says so', async () => {
  const run = await deploy('true', {}, { path: [] })
  expectCause(run, 'rolled-back', 'verification-command', /could not be started: .*bash/)
})

test('reads nothing, and does not wait for anything to read', async () => {
  expectOutcome(await deploy('cat > read; test ! -s read'), 'deployed')
})

describe('cancelled while it runs', () => {
  const command = "trap 'echo told > told; exit 1' INT\necho waiting\nfor i in $(seq 600); do sleep 0.1; done"

  test('on-cancel "leave": the signal is passed on, and the deployment stays', async () => {
    const main = await deploy(command, {}, { signals: cancellation(/^waiting$/m) })
    expectOutcome(main, 'cancelled')
    expect(main.log).toContain('The deployment had completed and was being verified; it is left as it is')
    const [workspace = ''] = readWorkspaces()
    expect(existsSync(join(workspace, 'told'))).toBe(true)
    const post = await account.post(main)
    expect(post.exitCode).toBe(0)
    expect(account.calls('UpdateService')).toHaveLength(1)
    expect(await account.primary()).toMatchObject({ revision: 'web:2' })
  })

  test('on-cancel "rollback": the post step takes it back, by a second rollout', async () => {
    const main = await deploy(command, { 'on-cancel': 'rollback' }, { signals: cancellation(/^waiting$/m) })
    expectOutcome(main, 'cancelled')
    expect(main.log).toContain('The deployment had completed; the post step takes it back.')
    expect(account.calls('StopServiceDeployment')).toEqual([])
    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expect(post.log).toContain('while it verified the deployment')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('killed without a word, on-cancel "rollback": the post step takes it back', async () => {
    const main = await deploy(
      command,
      { 'on-cancel': 'rollback' },
      { signals: [{ signal: 'SIGKILL', when: /^waiting$/m }] },
    )
    expect(main.exitCode).toBeNull()
    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })
})
