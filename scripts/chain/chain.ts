/** The chain: what is run one after the other, and what must have come of it. */
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { definitionByArn } from '../../simulator/world/definition.ts'
import type { Container } from '../../simulator/world/world.ts'
import { awsCommand, goProgram } from '../tools/install.ts'
import { mustRun, type Ran } from '../tools/run.ts'
import { account, waves } from './account.ts'
import { act, type Event, type Ground } from './act.ts'
import { type Bridge, startBridge } from './bridge.ts'
import { type Engine, imageLabel } from './engine.ts'
import { callingRepository, commitAll, copyOfThisRepository } from './scratch.ts'

const root = join(import.meta.dirname, '../..')
const templates = join(root, 'workflows-templates')
const example = join(root, 'scripts/chain/example')
const stages = join(example, 'stages.Dockerfile')

/** @returns the exit code */
export async function chain(folder: string, engine: Engine): Promise<number> {
  const simulator = await startSimulator({ scenario: account, speed: 60, epoch: Date.now() })
  const environment = { ...process.env, ...engine.environment }
  const bridge = await startBridge(simulator, environment)
  try {
    const run = new Chain(folder, engine, simulator, bridge, await awsCommand(join(folder, 'bin')))
    await run.whole()
    return run.report()
  } finally {
    await bridge.close()
    await simulator.close()
  }
}

type Content = {
  /** Where the example is. Unset: at the top. */
  readonly folders?: readonly string[]
  /** Unset: that of the example. */
  readonly dockerfile?: string
  /** Files that go below `shell`: their paths, and where they are. */
  readonly shell?: Readonly<Record<string, string>>
}
type Step = { readonly title: string; readonly seconds: number; readonly error?: unknown }

class Chain {
  readonly #folder: string
  readonly #engine: Engine
  readonly #simulator: Simulator
  readonly #ground: Ground
  /** File with the runs of pushes that succeeded, newest first. */
  readonly #runs: string
  readonly #steps: Step[] = []
  #repositories = 0

  constructor(folder: string, engine: Engine, simulator: Simulator, bridge: Bridge, programs: string) {
    this.#folder = folder
    this.#engine = engine
    this.#simulator = simulator
    const mappings = copyOfThisRepository(join(folder, 'ecs-deploy'), engine.registry)
    this.#runs = join(folder, 'runs.json')
    writeFileSync(this.#runs, '[]')
    const artifacts = join(folder, 'artifacts')
    mkdirSync(artifacts)
    this.#ground = {
      folder,
      mappings,
      // The action's own runtime, whatever Node this machine has.
      environment: {
        ...engine.environment,
        PATH: [
          join(root, 'node_modules/node/bin'),
          programs,
          join(root, 'scripts/chain/stand-ins/programs'),
          process.env.PATH,
        ].join(':'),
      },
      steps: {
        ...engine.environment,
        CHAIN_REGISTRY: engine.registry,
        CHAIN_BRIDGE: bridge.url,
        CHAIN_ARTIFACTS: artifacts,
        CHAIN_RUNS: this.#runs,
        AWS_ENDPOINT_URL: simulator.url,
        AWS_EC2_METADATA_DISABLED: 'true',
        NODE_OPTIONS: `--import=${join(root, 'simulator/accelerate.mjs')}`,
        SIMULATED_TIME: JSON.stringify(simulator.time),
      },
    }
  }

  async whole(): Promise<void> {
    const good = await this.#version('one')
    const first = await this.#step('deploy.yml: tests, builds, pushes and deploys the digest', async () => {
      const ran = await this.#template(good, 'deploy', { name: 'push' })
      expectEnd(ran, 0, 'deployed')
      // Not skipped: the deployment starts after an approval that was given.
      expectText(ran, /Success - Main echo 'Approved\.'[\s\S]*::set-output:: outcome=deployed/)
      return this.#runsWhatWasPushed('web', good)
    })
    await this.#step('deploy.yml, the same commit again: the image is used again, nothing changes', async () => {
      const ran = await this.#template(good, 'deploy', { name: 'push' })
      expectEnd(ran, 0, 'unchanged')
      expectText(ran, /its image is used again/)
      expectEqual('digest that runs', this.#running('web'), first)
    })
    await this.#step('deploy.yml, a version that ends by itself: rolled back by digest', async () => {
      const bad = await this.#version('bad')
      expectEnd(await this.#template(bad, 'deploy', { name: 'push' }), 1, 'rolled-back')
      expectEqual('digest that runs', this.#running('web'), first)
    })
    const second = await this.#version('two')
    const secondDigest = await this.#step('staging.yml: builds another version', async () => {
      const inputs = { environment: 'production', digest: '' }
      expectEnd(await this.#template(second, 'staging', { name: 'workflow_dispatch', inputs }), 0, 'deployed')
      return this.#runsWhatWasPushed('web', second)
    })
    await this.#step('rollback.yml, dry run: says where it would go, changes nothing', async () => {
      const inputs = { environment: 'production', to: 'previous', 'dry-run': 'true' }
      expectEnd(await this.#template(second, 'rollback', { name: 'workflow_dispatch', inputs }), 0, 'planned')
      expectEqual('digest that runs', this.#running('web'), secondDigest)
    })
    await this.#step('rollback.yml: the version before runs again', async () => {
      const inputs = { environment: 'production', to: 'previous', 'dry-run': 'false' }
      expectEnd(await this.#template(second, 'rollback', { name: 'workflow_dispatch', inputs }), 0, 'rolled-back')
      expectEqual('digest that runs', this.#running('web'), first)
    })
    await this.#step('staging.yml with a digest: deploys what is there, builds nothing', async () => {
      const inputs = { environment: 'production', digest: secondDigest ?? '' }
      const ran = await this.#template(second, 'staging', { name: 'workflow_dispatch', inputs })
      expectEnd(ran, 0, 'deployed')
      expectNoText(ran, /docker buildx build/)
      expectEqual('digest that runs', this.#running('web'), secondDigest)
    })
    await this.#step('waves.yml: one build, three deployments of its digest, one after the other', async () => {
      const third = await this.#version('three')
      const ran = await this.#template(third, 'waves', { name: 'push' })
      expectText(ran, /Copied to eu-west-1 \(111122223333\), us-west-2 \(111122223333\)/)
      expectEqual('outcomes', outcomes(ran).join(' '), 'deployed deployed deployed')
      expectEqual('exit code', ran.code, 0)
      expectEqual('images built', [...ran.output.matchAll(/writing image|exporting to image/g)].length > 0, true)
      const digest = await this.#runsWhatWasPushed('web', third)
      for (const cluster of waves)
        expectEqual(
          `digest in ${cluster}`,
          this.#running('web', ({ imageDigest }) => imageDigest, cluster),
          digest,
        )
      const order = this.#simulator.requests().filter(({ operation }) => operation === 'UpdateService')
      const clusters = order.map(({ input }) => (input as { readonly cluster?: string }).cluster)
      expectEqual('order', clusters.slice(-3).join(), ['production', ...waves].join())
    })
    await this.#step('schedule.yml: stops the service in the evening, starts it in the morning', async () => {
      const evening = { schedule: '0 18 * * 1-5' }
      expectEnd(await this.#template(second, 'schedule', { name: 'schedule', payload: evening }), 0, 'updated')
      expectEqual('desired count', this.#service('web').desiredCount, 0)
      const morning = { schedule: '0 6 * * 1-5' }
      expectEnd(await this.#template(second, 'schedule', { name: 'schedule', payload: morning }), 0, 'updated')
      expectEqual('desired count', this.#service('web').desiredCount, 1)
    })
    await this.#further()
  }

  async #further(): Promise<void> {
    await this.#step('plan.yml: says what would change, changes nothing', async () => {
      const before = this.#changes()
      const payload = {
        pull_request: { number: 1, head: { ref: 'a', repo: { full_name: 'owner/app' } }, base: { ref: 'main' } },
      }
      expectEnd(
        await this.#template(await this.#version('two'), 'plan', { name: 'pull_request', payload }),
        0,
        'planned',
      )
      expectEqual('changes', this.#changes(), before)
    })
    await this.#step('migrations.yml: the task runs before the deployment', async () => {
      const version = await this.#version('four')
      const ran = await this.#template(version, 'migrations', { name: 'push' })
      expectEnd(ran, 0, 'deployed')
      expectEqual('tasks run', this.#simulator.requests().filter(({ operation }) => operation === 'RunTask').length, 1)
      await this.#runsWhatWasPushed('web', version)
    })
    const services = await this.#version('five', { folders: ['services/api', 'services/worker'] })
    await this.#step('microservices.yml, the first push: builds all, deploys it as one group', async () => {
      expectEnd(await this.#template(services, 'microservices', { name: 'push' }), 0, 'deployed')
      for (const service of ['api', 'worker']) await this.#runsWhatWasPushed(service, services)
    })
    await this.#step('microservices.yml, a push that changes one folder: builds and deploys that one', async () => {
      const before = this.#running('worker')
      await this.#program('five-and-a-half', join(services, 'services/api/server'))
      await commitAll(services)
      const ran = await this.#template(services, 'microservices', { name: 'push' })
      expectEnd(ran, 0, 'deployed')
      await this.#runsWhatWasPushed('api', services)
      expectEqual('digest that worker runs', this.#running('worker'), before)
      expectEqual('image of worker', await this.#pushed('worker', await commitOf(services)), 'none')
    })
    const [api, worker] = [this.#running('api'), this.#running('worker')]
    const shop = await this.#version('half', { folders: ['services/api'] })
    await this.#step(
      'a list in a file, one of two built: the other keeps its image, and gets the rest of its file',
      async () => {
        const ran = await this.#template(shop, 'shop', { name: 'push' })
        expectEnd(ran, 0, 'deployed')
        expectText(ran, /Not built in this run, so that the image that runs stays: built\(worker\)/)
        await this.#runsWhatWasPushed('api', shop)
        expectEqual('digest that worker runs', this.#running('worker'), worker)
        expectEqual('LEVEL of worker', this.#variable('worker', 'LEVEL'), 'info')
      },
    )
    await this.#step('a list in a file: the whole group goes back', async () => {
      expectEnd(await this.#template(shop, 'back', { name: 'workflow_dispatch' }), 0, 'rolled-back')
      expectEqual('digests that run', [this.#running('api'), this.#running('worker')].join(), [api, worker].join())
      expectEqual('LEVEL of worker', this.#variable('worker', 'LEVEL'), undefined)
    })
    const staged = { dockerfile: readFileSync(stages, 'utf8'), shell: await shellOfThisMachine() }
    await this.#step('a stage whose test fails: nothing is pushed, nothing changes', async () => {
      const before = this.#changes()
      const ran = await this.#template(await this.#version('six', staged), 'stages', { name: 'push' })
      // What a step says last may be lost: act reads it from a terminal that is gone by then.
      expectText(ran, /Failure - Main Build the stage, run the command in it/)
      expectEqual('exit code', ran.code, 1)
      expectEqual('changes', this.#changes(), before)
      expectEqual('repository', this.#simulator.world.repositories.has('shop/web'), false)
    })
    await this.#step('a stage as test, a smoke run, a new repository: the release stage is deployed', async () => {
      const version = await this.#version('seven', staged)
      const ran = await this.#template(version, 'stages', { name: 'push' })
      expectEnd(ran, 0, 'deployed')
      expectText(ran, /Success - Main Build the stage, run the command in it/)
      expectText(ran, /Success - Main Smoke run/)
      const digest = await this.#runsWhatWasPushed('web', version, 'shop/web')
      expectEqual('the tag for people', await this.#pushed('shop/web', 'latest'), digest)
      expectEqual('scans asked for', this.#answersTo('StartImageScan'), 'LimitExceededException')
      expectEqual('scan on push', this.#simulator.world.repositories.get('shop/web')?.scanOnPush, true)
    })
    await this.#step('attest.yml between build and deployment: attests what then runs', async () => {
      const version = await this.#version('eight')
      const ran = await this.#template(version, 'attest', { name: 'push' })
      expectEnd(ran, 0, 'deployed')
      const digest = await this.#runsWhatWasPushed('web', version)
      expectText(ran, new RegExp(`Would attest ${this.#engine.registry}/web@${digest}`))
    })
    await this.#step('a job after pipeline.yml, of which jobs were skipped: attests what runs', async () => {
      const version = await this.#version('ten')
      const ran = await this.#template(version, 'after', { name: 'push' })
      expectEnd(ran, 0, 'deployed')
      const digest = await this.#runsWhatWasPushed('web', version)
      expectText(ran, new RegExp(`Would attest ${this.#engine.registry}/web@${digest}`))
    })
    await this.#step('a job after pipeline.yml, whose deployment fails: attests nothing', async () => {
      const ran = await this.#template(await this.#version('bad'), 'after', { name: 'push' })
      expectEnd(ran, 1, 'rolled-back')
      expectNoText(ran, /Would attest/)
    })
    const withFindings = (severities: string) => ({
      dockerfile: `${readFileSync(join(example, 'Dockerfile'), 'utf8')}LABEL chain.findings=${severities}\n`,
    })
    await this.#step('a scan that finds something grave: nothing is deployed', async () => {
      const before = this.#running('web')
      const version = await this.#version('eleven', withFindings('HIGH,LOW,CRITICAL'))
      const ran = await this.#template(version, 'scan', { name: 'push' })
      expectEqual('exit code', ran.code, 1)
      expectText(ran, /CRITICAL: 1[\s\S]*HIGH: 1[\s\S]*The scan found 2 vulnerabilities of severity HIGH or above/)
      expectEqual('outcomes', outcomes(ran).join(' '), '')
      expectEqual('digest that runs', this.#running('web'), before)
    })
    await this.#step('a scan that finds what may be: deployed', async () => {
      const version = await this.#version('twelve', withFindings('MEDIUM,LOW'))
      const ran = await this.#template(version, 'scan', { name: 'push' })
      expectEnd(ran, 0, 'deployed')
      expectText(ran, /CRITICAL: 0[\s\S]*HIGH: 0/)
      await this.#runsWhatWasPushed('web', version)
    })
    await this.#step('ghcr.yml, then deploy.yml: deploys from another registry, by digest', async () => {
      const version = await this.#version('nine')
      expectEnd(await this.#template(version, 'ghcr', { name: 'push' }), 0, 'deployed')
      await this.#runsWhatWasPushed('web', version, 'owner/web')
    })
    await this.#step(
      'the pipeline with another registry than ECR: deploys the digest that it pushed there',
      async () => {
        const version = await this.#version('ten')
        expectEnd(await this.#template(version, 'hub', { name: 'push' }), 0, 'deployed')
        const digest = await this.#runsWhatWasPushed('web', version, 'owner/web')
        const image = this.#running('web', ({ image }) => image)
        expectEqual('image', image, `${this.#engine.registry}/owner/web@${digest}`)
      },
    )
  }

  /** The different answers to an operation so far: names of errors, or `done`. */
  #answersTo(wanted: string): string {
    const answers = this.#simulator.requests().filter(({ operation }) => operation === wanted)
    return [...new Set(answers.map(({ error = 'done' }) => error))].join(', ')
  }

  /** How often anything was changed in the account. */
  #changes(): number {
    return this.#simulator.requests().filter(({ mutating }) => mutating).length
  }

  /** A repository whose image is this version of the example. */
  async #version(version: string, { folders = ['.'], dockerfile, shell = {} }: Content = {}): Promise<string> {
    this.#repositories += 1
    const repository = join(this.#folder, `repository-${this.#repositories}`)
    const program = join(this.#folder, 'server')
    await this.#program(version, program)
    const definition = JSON.stringify(account.services?.[0]?.taskDefinition, null, 2)
    const files: Record<string, string> = {
      'task-definition.json': definition,
      // Of several services, with an image that none of them runs any more.
      'service.json': definition.replaceAll('"web"', '"${NAME}"').replaceAll('/web:', '/${NAME}:'),
      'services.yml': listOfThePage(),
    }
    for (const name of ['deploy', 'staging', 'rollback', 'plan', 'microservices', 'waves', 'schedule', 'migrations'])
      files[`.github/workflows/${name}.yml`] = this.#edited(readFileSync(join(templates, `${name}.yml`), 'utf8'))
    for (const [name, text] of callersOfThePage()) files[`.github/workflows/${name}.yml`] = this.#edited(text)
    const copied: Record<string, string> = { ...shell }
    for (const folder of folders) {
      copied[join(folder, 'server')] = program
      files[join(folder, 'Dockerfile')] = (dockerfile ?? readFileSync(join(example, 'Dockerfile'), 'utf8')).replace(
        /^FROM scratch.*$/m,
        `$&\nLABEL ${imageLabel}=${this.#engine.registry}`,
      )
    }
    await callingRepository(repository, files, copied)
    return repository
  }

  /** Builds the example. */
  async #program(version: string, program: string): Promise<void> {
    const words = ['build', '-trimpath', '-ldflags', `-s -w -X main.version=${version}`, '-o', program, 'main.go']
    const env = { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOFLAGS: '' }
    await mustRun(await goProgram(), words, { cwd: example, env })
  }

  /** What a user would edit at the places marked with EDIT, or has called otherwise, and no more. */
  #edited(caller: string): string {
    return (
      caller
        .replaceAll('npm ci && npm test', './server --version')
        .replaceAll('test-command: npm test', 'test-command: \'test "$(/server --version)" = seven\'')
        .replaceAll('["npm", "run", "migrate"]', '["/server", "migrate"]')
        .replaceAll(/(cluster|environment): staging\b/g, '$1: production')
        // A wave is a cluster here.
        .replaceAll(/(environment: (\$\{\{ matrix\.environment \}\})\n *cluster: )production\b/g, '$1$2')
        .replaceAll('registry: docker.io', `registry: ${this.#engine.registry}`)
    )
  }

  async #template(repository: string, template: string, event: Event): Promise<Ran> {
    const variables = {
      AWS_REGION: account.region ?? '',
      AWS_ROLE_TO_ASSUME: 'arn:aws:iam::111122223333:role/deploy',
      AWS_BUILD_ROLE_TO_ASSUME: 'arn:aws:iam::111122223333:role/build',
    }
    const ran = await act(this.#ground, repository, `${template}.yml`, { variables, ...event })
    if (ran.code === 0 && event.name === 'push') await this.#succeeded(repository, template)
    return ran
  }

  /** Keeps what GitHub would know of a run. */
  async #succeeded(repository: string, template: string): Promise<void> {
    const text = readFileSync(join(repository, '.github/workflows', `${template}.yml`), 'utf8')
    const run = { workflow: text.match(/^name: (.*)$/m)?.[1], headSha: await commitOf(repository) }
    writeFileSync(this.#runs, JSON.stringify([run, ...JSON.parse(readFileSync(this.#runs, 'utf8'))]))
  }

  #service(name: string) {
    const found = this.#simulator.world.services.find(
      (service) => service.cluster === 'production' && service.name === name,
    )
    if (found === undefined) throw new Error(`There is no service ${name}`)
    return found
  }

  /** An environment variable of the tasks that run and are to stay. */
  #variable(service: string, name: string): string | undefined {
    const revisions = this.#tasks(service).map(({ taskDefinition }) =>
      definitionByArn(this.#simulator.world, taskDefinition),
    )
    const variables = revisions.flatMap(({ stored }) => stored.containerDefinitions[0]?.environment ?? [])
    return variables.find((variable) => variable.name === name)?.value
  }

  /** Digest of the tasks that run and are to stay, or what else is asked of their containers. */
  #running(
    service: string,
    asked: (container: Container) => string | undefined = ({ imageDigest }) => imageDigest,
    cluster = 'production',
  ): string {
    const told = this.#tasks(service, cluster).flatMap(({ containers }) => containers.map(asked))
    return [...new Set(told)].join(', ')
  }

  #tasks(service: string, cluster = 'production') {
    // Seen from outside, so that the world is of this moment.
    return this.#simulator.world.tasks.filter(
      (task) =>
        task.cluster === cluster &&
        task.group === `service:${service}` &&
        task.lastStatus === 'RUNNING' &&
        task.desiredStatus === 'RUNNING',
    )
  }

  /** What the registry has for the commit is what runs. @returns the digest */
  async #runsWhatWasPushed(service: string, version: string, repository = service): Promise<string> {
    const digest = await this.#pushed(repository, await commitOf(version))
    expectEqual(`digest that ${service} runs`, this.#running(service), digest)
    return digest
  }

  /** Digest of a tag in the registry. */
  async #pushed(repository: string, tag: string): Promise<string> {
    const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json'
    const url = `http://${this.#engine.registry}/v2/${repository}/manifests/${tag}`
    const { headers } = await fetch(url, { method: 'HEAD', headers: { accept } })
    return headers.get('docker-content-digest') ?? 'none'
  }

  async #step<T>(title: string, play: () => Promise<T>): Promise<T | undefined> {
    const started = Date.now()
    try {
      const result = await play()
      this.#steps.push({ title, seconds: (Date.now() - started) / 1000 })
      console.log(`ok   ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
      return result
    } catch (error) {
      this.#steps.push({ title, seconds: (Date.now() - started) / 1000, error })
      console.log(`FAIL ${title}\n${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  report(): number {
    const failed = this.#steps.filter(({ error }) => error !== undefined).length
    console.log(`${this.#steps.length - failed} of ${this.#steps.length} parts of the chain passed.`)
    return failed === 0 && this.#steps.length > 0 ? 0 : 1
  }
}

/** A shell for a stage: `sh` of this machine, with the libraries that it is linked to, as no image can be pulled here. */
async function shellOfThisMachine(): Promise<Readonly<Record<string, string>>> {
  const sh = '/bin/sh'
  const libraries = [...(await mustRun('ldd', [sh])).matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path)
  return Object.fromEntries([sh, ...libraries].map((path) => [join('shell', path), realpathSync(path)]))
}

async function commitOf(repository: string): Promise<string> {
  return (await mustRun('git', ['rev-parse', 'HEAD'], { cwd: repository })).trim()
}

/** The callers of docs/workflows.md that no template is for, by name. */
function callersOfThePage(): readonly (readonly [string, string])[] {
  const page = readFileSync(join(root, 'docs/workflows.md'), 'utf8')
  return [...page.matchAll(/<!-- caller: (\w+) -->\n\n```yaml\n([\s\S]*?)```/g)].map(
    ([, name = '', text = '']) => [name, text] as const,
  )
}

/** The list of services that docs/workflows.md shows. */
function listOfThePage(): string {
  const page = readFileSync(join(root, 'docs/workflows.md'), 'utf8')
  const list = page.match(/<!-- list: shop -->\n\n```yaml\n([\s\S]*?)```/)?.[1]
  if (list === undefined) throw new Error('docs/workflows.md shows no list of services')
  return list
}

function expectEnd({ code, output }: Ran, wanted: number, outcome: string): void {
  const told = outcomes({ code, output }).at(-1)
  if (told === outcome && (code === 0) === (wanted === 0)) return
  throw new Error(
    `Expected the outcome ${outcome} and exit code ${wanted}, got ${told} and ${code}:\n${output.slice(-6_000)}`,
  )
}

/** Of each deployment, rollback, plan or task in turn. */
function outcomes({ output }: Ran): readonly string[] {
  return [...output.matchAll(/::set-output:: outcome=([\w-]+)/g)].map(([, outcome = '']) => outcome)
}

function expectText({ output }: Ran, text: RegExp): void {
  if (!text.test(output)) throw new Error(`The log does not say ${text}:\n${output.slice(-4_000)}`)
}

function expectNoText({ output }: Ran, text: RegExp): void {
  if (text.test(output)) throw new Error(`The log says ${text}:\n${output.slice(-4_000)}`)
}

function expectEqual(what: string, got: unknown, wanted: unknown): void {
  if (got !== wanted) throw new Error(`${what}: expected ${String(wanted)}, got ${String(got)}`)
}
