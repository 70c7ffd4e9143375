/**
 * What joins the registry to the simulated ECR: after a push the image is in both, with its own manifest and digest, and behaves in the
 * simulator as it behaved when it was run here. A scan finds in it what its label says: there is no scanner here.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ImageBehaviour, ScanFindingScenario } from '../../simulator/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { putManifest } from '../../simulator/world/images.ts'
import { run } from '../tools/run.ts'

export type Bridge = { readonly url: string; close(): Promise<void> }

const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ')

/** @param environment for docker */
export async function startBridge(simulator: Simulator, environment: NodeJS.ProcessEnv): Promise<Bridge> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(`${error instanceof Error ? error.stack : String(error)}\n`)
    })
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await textOf(request))
    await pushed(simulator, form.get('image') ?? '', form.get('digest') ?? '', environment)
    response.end('The simulator knows it.\n')
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** @param reference `host:port/repository:tag` */
async function pushed(
  simulator: Simulator,
  reference: string,
  digest: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const [, host, name = '', tag = ''] = /^([^/]+)\/(.+):([^:/]+)$/.exec(reference) ?? []
  const repository = simulator.world.repositories.get(name)
  if (repository === undefined) throw new Error(`The simulated ECR has no repository ${name}`)
  const registry = `http://${host}/v2/${name}`
  const manifest = await fetched(`${registry}/manifests/${digest}`, { accept: manifestTypes })
  const { config } = JSON.parse(manifest) as { readonly config?: { readonly digest: string } }
  const blob = config === undefined ? undefined : await fetched(`${registry}/blobs/${config.digest}`, {})
  if (config !== undefined && blob !== undefined) repository.blobs.set(config.digest, blob)
  const image = putManifest(repository, manifest, undefined, simulator.clock.now())
  if (image.digest !== digest) throw new Error(`The registry has ${digest}, the simulated ECR ${image.digest}`)
  image.vulnerabilities = vulnerabilitiesIn(blob)
  image.behaviour = await behaviourOf(`${host}/${name}@${digest}`, environment)
  repository.tags.set(tag, digest)
  // Under the name that this registry has here, too, for images that are named as a whole.
  simulator.world.otherRepositories.set(`${host}/${name}`, repository)
}

/** @param config what the label `chain.findings` of an image is in: severities with commas between them */
function vulnerabilitiesIn(config = '{}'): readonly ScanFindingScenario[] {
  const { config: { Labels } = {} } = JSON.parse(config) as {
    readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null }
  }
  const severities = (Labels?.['chain.findings'] ?? '').split(',').filter((severity) => severity !== '')
  return severities.map((severity, index) => ({
    name: `CVE-2026-${index + 1}`,
    severity: severity as ScanFindingScenario['severity'],
  }))
}

async function fetched(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.text()
}

/** Runs the image for two seconds: what has not ended by then is healthy. */
async function behaviourOf(image: string, environment: NodeJS.ProcessEnv): Promise<ImageBehaviour> {
  // Builds may run side by side.
  const name = `ecs-deploy-chain-${randomUUID()}`
  const words = ['run', '--detach', '--network', 'none', '--name', name, image]
  const started = await run('docker', words, { env: environment })
  if (started.code !== 0) throw new Error(`${image} could not be run: ${started.output}`)
  try {
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    const format = '{{.State.Running}} {{.State.ExitCode}}'
    const [running, exitCode] = (
      await run('docker', ['inspect', '--format', format, name], { env: environment })
    ).output
      .trim()
      .split(' ')
    if (running === 'true')
      return { kind: 'by-command', contains: 'migrate', matching: await migrationOf(image, environment) }
    const log = (await run('docker', ['logs', name], { env: environment })).output
    return { kind: 'crashes', exitCode: Number(exitCode), afterSeconds: 2, logLines: log.trim().split('\n') }
  } finally {
    await run('docker', ['rm', '--force', name], { env: environment })
  }
}

/** What its migration comes to. */
async function migrationOf(image: string, environment: NodeJS.ProcessEnv): Promise<ImageBehaviour> {
  const { code, output } = await run('docker', ['run', '--rm', '--network', 'none', image, 'migrate'], {
    env: environment,
  })
  return { kind: 'crashes', exitCode: code, afterSeconds: 2, logLines: output.trim().split('\n') }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
