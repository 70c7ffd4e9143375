/** Runs the script of a step as a runner does. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRunnerFile } from '../../scripts/demo/runner-files.ts'

export type Texts = Readonly<Record<string, string>>
type Ran = {
  readonly code: number | null
  readonly log: string
  readonly outputs: Texts
  readonly summary: string
}

export const sha = '0123456789abcdef0123456789abcdef01234567'

/**
 * @param folder scratch folder, RUNNER_TEMP for the script
 * @param programs scripts that stand in for programs, by name
 * @param cwd where it runs
 */
export function runScript(folder: string, script: string, env: Texts, programs: Texts = {}, cwd?: string): Ran {
  const output = join(folder, 'output')
  const summary = join(folder, 'summary')
  writeFileSync(output, '')
  writeFileSync(summary, '')
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${text}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  const runner = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: folder, GITHUB_SHA: sha }
  // `shell: bash` of a step.
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    env: { PATH: `${bin}:${process.env.PATH}`, ...runner, ...env },
    encoding: 'utf8',
    cwd,
    // bash takes a socket for a login from afar, and reads what it has for those.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return {
    code: status,
    log: stdout + stderr,
    outputs: readRunnerFile(readFileSync(output, 'utf8')),
    summary: readFileSync(summary, 'utf8'),
  }
}
