/** A Docker engine with buildx and a registry, all on this machine: what stands in for the runner's Docker, and for ECR. */
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { buildxProgram } from '../tools/buildx.ts'
import { find, run } from '../tools/run.ts'

export type Engine = {
  /** For every program that calls docker. */
  readonly environment: Readonly<Record<string, string>>
  /** Host and port of the registry. */
  readonly registry: string
  /** Ends what was started here. An engine that ran before goes on, without the images of this run. */
  stop(): Promise<void>
}

/** Label of every image that the chain builds; its value is the registry of the run. */
export const imageLabel = 'chain.run'

/** No engine, and why. */
export class NoEngine extends Error {}

/**
 * @param folder for everything that is written; must be short, because a socket's path may have only 107 characters
 * @throws NoEngine if there is no Docker engine and none can be started
 */
export async function startEngine(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true })
  const children: ChildProcess[] = []
  const stop = async () => {
    for (const child of children.reverse()) await end(child)
  }
  try {
    await installPrograms(['docker', 'docker-registry', 'jq', 'curl'])
    const config = await clientConfig(folder)
    const registry = await startRegistry(folder, children)
    const client = { DOCKER_CONFIG: config }
    if (await answers(client)) {
      console.log('The Docker engine that runs here already is used.')
      const tidyAndStop = async () => {
        await removeImages(client, registry)
        await stop()
      }
      return { environment: client, registry, stop: tidyAndStop }
    }
    const environment = { ...client, DOCKER_HOST: await ownEngine(folder, client, children) }
    return { environment, registry, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** From Debian's packages, where this is Debian and we may. */
async function installPrograms(wanted: readonly string[]): Promise<void> {
  const missing = wanted.filter((program) => find(program) === undefined)
  if (missing.length === 0) return
  const told = `Missing: ${missing.join(', ')} (Debian, Ubuntu: apt-get install -y docker.io docker-registry jq curl)`
  if (process.getuid?.() !== 0 || find('apt-get') === undefined) throw new NoEngine(told)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['docker.io', 'docker-registry', 'jq', 'curl']
  await run('apt-get', ['update', '-qq'], { env })
  const installed = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
  if (installed.code !== 0) throw new NoEngine(`${told}. That failed:\n${installed.output.slice(-500)}`)
}

/** @returns folder for DOCKER_CONFIG, with no login of anybody's in it */
async function clientConfig(folder: string): Promise<string> {
  const config = join(folder, 'docker')
  mkdirSync(join(config, 'cli-plugins'), { recursive: true })
  const env = { ...process.env, DOCKER_CONFIG: config }
  if ((await run('docker', ['buildx', 'version'], { env })).code !== 0)
    copyFileSync(await buildxProgram(), join(config, 'cli-plugins/docker-buildx'))
  return config
}

/** Whether an engine answers there. */
async function answers(environment: Readonly<Record<string, string>>): Promise<boolean> {
  const env = { ...process.env, ...environment }
  return (await run('docker', ['version', '--format', '{{.Server.Version}}'], { env, limitSeconds: 20 })).code === 0
}

/** Images of this run, and containers of them where it was ended midway. Those of anybody else stay. */
async function removeImages(environment: Readonly<Record<string, string>>, registry: string): Promise<void> {
  const env = { ...process.env, ...environment }
  const ofThisRun = ['--quiet', '--filter', `label=${imageLabel}=${registry}`]
  for (const [kind, list] of [
    ['container', ['container', 'ls', '--all', ...ofThisRun]],
    ['image', ['image', 'ls', '--no-trunc', ...ofThisRun]],
  ] as const) {
    const { code, output } = await run('docker', list, { env })
    const ids = code === 0 ? [...new Set(output.split('\n').filter((id) => id !== ''))] : []
    if (ids.length > 0) await run('docker', [kind, 'rm', '--force', ...ids], { env })
  }
}

/**
 * An engine of our own that touches nothing of this machine: no bridge, no rules of the firewall.
 * @returns its DOCKER_HOST
 */
async function ownEngine(
  folder: string,
  client: Readonly<Record<string, string>>,
  children: ChildProcess[],
): Promise<string> {
  await installPrograms(['dockerd'])
  const socket = `unix://${join(folder, 'd.sock')}`
  const log = join(folder, 'dockerd.log')
  const words = [
    ...['--host', socket, '--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
    ...['--pidfile', join(folder, 'd.pid'), '--bridge', 'none', '--iptables=false', '--ip6tables=false'],
  ]
  for (const more of [[], ['--storage-driver', 'vfs']]) {
    const child = start('dockerd', [...words, ...more], log)
    children.push(child)
    for (let look = 0; look < 60 && child.exitCode === null; look += 1) {
      if (await answers({ ...client, DOCKER_HOST: socket })) return socket
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    await end(child)
  }
  throw new NoEngine(`dockerd does not start here:\n${readFileSync(log, 'utf8').slice(-800)}`)
}

async function startRegistry(folder: string, children: ChildProcess[]): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`
  const settings = join(folder, 'registry.yml')
  const storage = join(folder, 'registry')
  writeFileSync(
    settings,
    `version: 0.1\nlog: { level: warn }\nstorage: { filesystem: { rootdirectory: ${storage} } }\nhttp: { addr: ${address} }\n`,
  )
  const child = start('docker-registry', ['serve', settings], join(folder, 'registry.log'))
  children.push(child)
  for (let look = 0; look < 100 && child.exitCode === null; look += 1) {
    const answer = await fetch(`http://${address}/v2/`).catch(() => undefined)
    if (answer?.ok) return address
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new NoEngine(
    `docker-registry does not start here: ${readFileSync(join(folder, 'registry.log'), 'utf8').slice(-500)}`,
  )
}

function start(program: string, words: readonly string[], log: string): ChildProcess {
  const file = openSync(log, 'a')
  const child = spawn(program, words, { stdio: ['ignore', file, file] })
  // That it could not be started shows in that it never answers.
  child.on('error', () => undefined)
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
