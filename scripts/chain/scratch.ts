/**
 * Scratch copies: of this repository, with what act cannot do put in other words, and of somebody's repository that calls it. What is
 * shipped is never changed. The substitutions, all of them:
 *
 * 1. `$/path` becomes `org/ecs-deploy/path@v1`, which act takes from the scratch copy: act does not know `$/`.
 * 2. `deployment: false` of an environment goes: act does not know it, and has no environments.
 * 3. The job output `image` of build.yml is empty, as GitHub leaves it where the account id is masked: the registry on this machine is not called
 *    as ECR is, and so the deployment names repository and digest, and the simulated ECR of the account has both.
 * 4. Other people's actions are stand-ins (scripts/chain/stand-ins): nothing is downloaded, and there is no OIDC. actions/checkout is done by act.
 * 5. `ghcr.io/` becomes the registry on this machine.
 * 6. pipeline.yml gets one more job at its end: act tells a caller result and outputs of a workflow from the jobs that have steps, and
 *    all of its jobs call workflows. GitHub tells them in any case.
 * 7. That registry counts as ECR of the account, where deploy.yml looks at what builds have left.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mustRun } from '../tools/run.ts'

const root = join(import.meta.dirname, '../..')
const standIns: Readonly<Record<string, string>> = {
  'aws-actions/configure-aws-credentials': 'configure-aws-credentials',
  'aws-actions/amazon-ecr-login': 'amazon-ecr-login',
  'docker/build-push-action': 'build-push',
  'docker/setup-buildx-action': 'nothing',
  'docker/setup-qemu-action': 'nothing',
  'docker/login-action': 'nothing',
  'actions/attest': 'attest',
  'actions/setup-node': 'nothing',
  'actions/upload-artifact': 'upload-artifact',
  'actions/download-artifact': 'download-artifact',
}

/** Succeeds if the deployment did. */
const lastJob = `
  ended:
    needs: deploy
    if: \${{ always() }}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: '[[ "$RESULT" == success ]]'
        shell: bash
        env:
          RESULT: \${{ needs.deploy.result }}
`

/** @param registry host and port of the one on this machine */
export function substituted(workflow: string, registry: string): string {
  return workflow
    .replaceAll(/\buses: \$\/([\w./-]+)/g, 'uses: org/ecs-deploy/$1@v1')
    .replaceAll(/^ *deployment: false\n/gm, '')
    .replaceAll('image: ${{ steps.pushed.outputs.image }}', "image: ''")
    .replaceAll('ghcr.io/', `${registry}/`)
    .replaceAll('own="^(', `own="^${registry}$|^(`)
}

/** @returns the words that make act take what a workflow uses from this machine */
export function copyOfThisRepository(folder: string, registry: string): readonly string[] {
  const workflows = join(folder, '.github/workflows')
  mkdirSync(workflows, { recursive: true })
  const uses = new Set<string>()
  for (const name of readdirSync(join(root, '.github/workflows'))) {
    const text = readFileSync(join(root, '.github/workflows', name), 'utf8')
    for (const [, used = ''] of text.matchAll(/\buses: ([\w./-]+@[0-9a-f]{40})/g)) uses.add(used)
    writeFileSync(join(workflows, name), substituted(text, registry) + (name === 'pipeline.yml' ? lastJob : ''))
  }
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.name === 'action.yml' || entry.name === 'dist')
      cpSync(join(root, entry.name), join(folder, entry.name), { recursive: true })
    else if (entry.isDirectory() && has(entry.name))
      cpSync(join(root, entry.name), join(folder, entry.name), { recursive: true })
  }
  const mapped = [...uses].flatMap((used) => {
    const standIn = standIns[used.split('@')[0] ?? '']
    return standIn === undefined ? [] : [`${used}=${join(root, 'scripts/chain/stand-ins', standIn)}`]
  })
  return [`org/ecs-deploy@v1=${folder}`, ...mapped].flatMap((mapping) => ['--local-repository', mapping])
}

function has(folder: string): boolean {
  return readdirSync(join(root, folder)).includes('action.yml')
}

/** A repository with these files in one commit. */
export async function callingRepository(
  folder: string,
  files: Readonly<Record<string, string>>,
  copied: Readonly<Record<string, string>>,
) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, from] of Object.entries(copied)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(from, join(folder, path))
  }
  await mustRun('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: folder })
  await mustRun('git', ['remote', 'add', 'origin', 'https://github.com/owner/app.git'], { cwd: folder })
  await commitAll(folder)
}

/** Commits whatever is in a repository. */
export async function commitAll(folder: string): Promise<void> {
  await mustRun('git', ['add', '--all', '--force'], { cwd: folder })
  const who = ['-c', 'user.name=chain', '-c', 'user.email=chain@localhost']
  await mustRun('git', [...who, 'commit', '--quiet', '--allow-empty', '--message', 'A version'], { cwd: folder })
}
