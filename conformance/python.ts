/** The Python clients: installed from PyPI below `.tmp`, once per set of versions. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finished, run } from './command.ts'

export interface Python {
  readonly interpreter: string
  readonly environment: NodeJS.ProcessEnv
}

const installSeconds = 240

/**
 * @param folder where everything goes; kept between runs
 * @throws Error with the next step if Python or pip is missing, or PyPI does not answer
 */
export async function installPython(folder: string, requirements: string): Promise<Python> {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex')
  const marker = join(folder, 'installed.txt')
  const venv = { interpreter: join(folder, 'venv/bin/python'), environment: {} }
  const packages = join(folder, 'packages')
  const loose = { interpreter: 'python3', environment: { PYTHONPATH: packages } }
  const installed = existsSync(marker) ? readFileSync(marker, 'utf8') : ''
  if (installed === `venv ${wanted}`) return venv
  if (installed === `packages ${wanted}`) return loose
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // Debian and Ubuntu ship Python without ensurepip, which a virtual environment needs; pip may be there nevertheless.
  const made = await tried('python3', ['-m', 'venv', join(folder, 'venv')])
  if (made.code === 0) await install(venv.interpreter, requirements, [])
  else await install('python3', requirements, ['--target', packages])
  writeFileSync(marker, `${made.code === 0 ? 'venv' : 'packages'} ${wanted}`)
  return made.code === 0 ? venv : loose
}

async function tried(program: string, parameters: readonly string[]): Promise<Finished> {
  return run(program, parameters, process.env, installSeconds).catch((error: unknown) => ({
    code: -1,
    stdout: '',
    stderr: String(error),
  }))
}

async function install(interpreter: string, requirements: string, options: readonly string[]): Promise<void> {
  const parameters = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...options, '-r', requirements]
  const { code, stdout, stderr } = await tried(interpreter, parameters)
  if (code === 0) return
  throw new Error(
    `The Python clients could not be installed from ${requirements}. Python 3.10 or newer with venv or pip is needed ` +
      `(Debian, Ubuntu: apt-get install -y python3-venv), and access to PyPI.\n${stdout}${stderr}`,
  )
}
