/** The systems of one service in examples/, each deployed well and badly with the very workflow and task definition that it shows. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { readDefinition } from '../../examples/definition-file.ts'
import { type Account, openAccount } from '../../scripts/demo/account.ts'
import { type ActionEnd, cancellation } from '../../scripts/demo/run-action.ts'
import { type System, systems } from '../../scripts/demo/systems.ts'
import { expectCause, expectOutcome } from '../support/expectations.ts'

/** What a bad version must come to: the cause's title, and which calls change something after the deployment was started. */
type Bad = { readonly cause: string; readonly title: RegExp; readonly wayBack: readonly string[] }

type Case = {
  readonly name: string
  readonly service: string
  readonly definition: ReturnType<typeof readDefinition>
  /** The only settings besides the task definition that UpdateService carries. */
  readonly settings?: object
  readonly unhealthy: Bad
  readonly crash: Bad
  /** `repository … tag` as the refusal says it. */
  readonly missing: RegExp
}

const byEcs: readonly string[] = []
const ecsIsAsked = ['StopServiceDeployment']
// What ran before was named by a tag that may have moved: a copy pinned to its digests is registered first.
const byAction = ['RegisterTaskDefinition', 'UpdateService']

const cases: readonly Case[] = [
  {
    name: 'go-api',
    service: 'spotify-track-db',
    definition: readDefinition('go-api', 'task-definition.jsonc'),
    unhealthy: {
      cause: 'container-health-check',
      title: /Container "spotify-track-db" fails its container health check/,
      wayBack: byEcs,
    },
    crash: {
      cause: 'host-not-found',
      title: /Container "spotify-track-db" cannot find the host db\.example\.com/,
      wayBack: ecsIsAsked,
    },
    missing:
      /ECR repository spotify-track-db in registry 111122223333, Region us-east-2 has no image with the tag missing/,
  },
  {
    name: 'nextjs-alb',
    service: 'spotter-web-service',
    definition: readDefinition('nextjs-alb', 'task-definition.json'),
    settings: { healthCheckGracePeriodSeconds: 60 },
    unhealthy: {
      cause: 'load-balancer-health-check',
      title: /load balancer’s health check gets 500 on port 3000/,
      wayBack: byAction,
    },
    crash: { cause: 'module-missing', title: /Container "spotter-web" lacks "/, wayBack: ecsIsAsked },
    missing: /ECR repository spotter-app in registry 111122223333, Region us-east-1 has no image with the tag missing/,
  },
  {
    name: 'docker-hub-api',
    service: 'activelog-service',
    definition: readDefinition('docker-hub-api', 'task-definition.json'),
    unhealthy: {
      cause: 'container-health-check',
      title: /Container "activelog-api" fails its container health check/,
      wayBack: byEcs,
    },
    crash: { cause: 'exit-code', title: /Container "activelog-api" exits with code 2/, wayBack: ecsIsAsked },
    missing: /registry docker\.io has no image activelog\/activelog:missing/,
  },
  {
    name: 'fastapi',
    service: 'zapier-triggers-service',
    definition: readDefinition('fastapi', 'task-definition.yaml'),
    unhealthy: {
      cause: 'container-health-check',
      title: /Container "zapier-triggers-backend" fails its container health check/,
      wayBack: ecsIsAsked,
    },
    crash: { cause: 'database-missing', title: /The database "zapier_triggers" does not exist/, wayBack: ecsIsAsked },
    missing: /ECR repository zapier-triggers-backend in registry 111122223333, Region us-west-1 has no image/,
  },
]

// Each run is a process of its own, and a test has up to nine of them.
jest.setTimeout(120_000)

let account: Account
afterEach(() => account.close())

async function open(name: string): Promise<void> {
  account = await openAccount(systemNamed(name), mkdtempSync(join(tmpdir(), 'systems-')), 300)
}

function systemNamed(name: string): System {
  const found = systems().find((system) => system.name === name)
  if (found === undefined) throw new Error(`There is no system ${name}`)
  return found
}

/** Main of one deployment; post must have had nothing to do. */
async function deploy(tag: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionEnd> {
  const { main, post } = await account.deploy(tag, tag, { inputs })
  expect(post).toMatchObject({ exitCode: 0, log: '', summary: '' })
  return main
}

function serviceNamed(name: string) {
  const found = account.simulator.world.services.find((service) => service.name === name)
  if (found === undefined) throw new Error(`There is no service ${name}`)
  return found
}

/** Digests of all tasks that run and are to go on running, one entry per task. */
function runningDigests(service: string): readonly (string | undefined)[] {
  return account.simulator.world.tasks
    .filter((task) => task.service === service && task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING')
    .map(({ containers }) => containers[0]?.imageDigest)
}

function digestOf(tag: string, image: string): string {
  const { repositories, otherRepositories } = account.simulator.world
  const all = [...repositories.values(), ...otherRepositories.values()]
  const repository = all.find(({ uri, name }) => image.startsWith(`${uri}:`) || image.startsWith(`${name}:`))
  const digest = repository?.tags.get(tag)
  if (digest === undefined) throw new Error(`${image} has no tag ${tag}`)
  return digest
}

/** Inputs of the calls of one operation, in order. */
function sent(operation: string): readonly unknown[] {
  return account.simulator
    .requests()
    .filter((request) => request.operation === operation)
    .map(({ input }) => input)
}

/** As many tasks as before run, all of them this image, in a deployment that is complete. */
function expectRuns({ service, definition }: Case, tag: string, desired: number): void {
  const image = definition.containerDefinitions[0]?.image ?? ''
  const { desiredCount, deployments } = serviceNamed(service)
  expect(desiredCount).toBe(desired)
  expect(deployments.map(({ status, rolloutState }) => [status, rolloutState])).toContainEqual(['PRIMARY', 'COMPLETED'])
  expect(runningDigests(service)).toEqual(Array.from({ length: desired }, () => digestOf(tag, image)))
}

/** The file as it is, but for the image and the tags. */
function expectRegisteredWhole({ definition }: Case): void {
  const [container = {}] = definition.containerDefinitions
  const image = container.image ?? ''
  const pinned = `${image.slice(0, image.lastIndexOf(':'))}@${digestOf('v2', image)}`
  const wanted = { ...container, image: pinned }
  const [registered] = sent('RegisterTaskDefinition') as readonly object[]
  expect({ ...registered, tags: [] }).toEqual({ ...definition, containerDefinitions: [wanted], tags: [] })
}

describe.each(cases)('$name', (system) => {
  const image = system.definition.containerDefinitions[0]?.image ?? ''
  const runningTag = image.slice(image.lastIndexOf(':') + 1)

  test('a good version is deployed by digest, and the same again changes nothing', async () => {
    await open(system.name)
    const desired = serviceNamed(system.service).desiredCount
    const good = await deploy('v2')
    expectOutcome(good, 'deployed')
    expect(account.mutatingCalls()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expectRuns(system, 'v2', desired)
    expect(good.outputs['image-digest']).toBe(digestOf('v2', image))
    expect(sent('UpdateService')).toEqual([
      {
        cluster: expect.any(String),
        service: system.service,
        taskDefinition: good.outputs['task-definition-arn'],
        ...system.settings,
      },
    ])
    expectRegisteredWhole(system)

    const again = await deploy('v2')
    expectOutcome(again, 'unchanged')
    expect(account.mutatingCalls()).toEqual([])
    expectRuns(system, 'v2', desired)
  })

  test.each(['unhealthy', 'crash'] as const)('a version that is bad (%s) is explained and taken back', async (tag) => {
    await open(system.name)
    const desired = serviceNamed(system.service).desiredCount
    const { cause, title, wayBack } = system[tag]
    const bad = await deploy(tag)
    expectCause(bad, 'rolled-back', cause, title)
    expect(account.mutatingCalls()).toEqual(['RegisterTaskDefinition', 'UpdateService', ...wayBack])
    expectRuns(system, runningTag, desired)
    expect(bad.outputs).toMatchObject({ changed: 'true', 'running-count': String(desired) })
    expect(bad.report?.now?.version?.images[0]?.digest).toBe(digestOf(runningTag, image))
  })

  test('a tag that does not exist is refused before anything is changed', async () => {
    await open(system.name)
    const desired = serviceNamed(system.service).desiredCount
    const refused = await deploy('missing')
    expectOutcome(refused, 'failed')
    expect(refused.outputs).toMatchObject({ cause: 'input', changed: 'false' })
    expect(refused.log).toMatch(system.missing)
    expect(account.simulator.requests().length).toBeGreaterThan(0)
    expect(account.mutatingCalls()).toEqual([])
    expectRuns(system, runningTag, desired)
  })
})

test.each(['go-api', 'fastapi'])(
  '%s: an image built on an ARM laptop is refused before anything is changed',
  async (name) => {
    await open(name)
    const bad = await deploy('arm64')
    expectOutcome(bad, 'failed')
    expect(bad.log).toMatch(/is built for linux\/arm64(?:\/v8)?, and the task runs on linux\/amd64/)
    expect(account.mutatingCalls()).toEqual([])
  },
)

test('go-api: where nobody checks, such an image never runs, and the cause says which platform is missing', async () => {
  await open('go-api')
  const bad = await deploy('arm64', { preflight: 'off' })
  expectCause(bad, 'rolled-back', 'wrong-platform', /has no variant for linux\/amd64/)
  expect(runningDigests('spotify-track-db')).toEqual([digestOf('v1', 'spotify-track-db:v1')])
})

test('go-api: a service that was stopped for the night gets the new version and stays stopped', async () => {
  await open('go-api')
  await changeFromOutside({ cluster: 'spotify-cluster', service: 'spotify-track-db', desiredCount: 0 })
  const good = await deploy('v2')
  expectOutcome(good, 'deployed')
  expect(serviceNamed('spotify-track-db')).toMatchObject({ desiredCount: 0 })
  expect(runningDigests('spotify-track-db')).toEqual([])
})

test('nextjs-alb: the way back is the image that ran, although latest has moved on', async () => {
  await open('nextjs-alb')
  const image = '111122223333.dkr.ecr.us-east-1.amazonaws.com/spotter-app:latest'
  const ran = digestOf('latest', image)
  await tellSimulator('move-tag', { image, to: 'unhealthy' })
  expect(digestOf('latest', image)).not.toBe(ran)
  const bad = await deploy('unhealthy')
  expectOutcome(bad, 'rolled-back')
  expect(runningDigests('spotter-web-service')).toEqual([ran])
})

test('docker-hub-api: a rollback keeps the number of tasks that the autoscaling has set meanwhile', async () => {
  await open('docker-hub-api')
  await changeFromOutside({ cluster: 'activelog-cluster', service: 'activelog-service', desiredCount: 5 })
  const before = account.simulator.requests().length
  const bad = await deploy('unhealthy')
  expectOutcome(bad, 'rolled-back')
  expect(serviceNamed('activelog-service').desiredCount).toBe(5)
  expect(runningDigests('activelog-service')).toHaveLength(5)
  const updates = account.simulator
    .requests()
    .slice(before)
    .map(({ input }) => input as object)
  expect(updates.filter((input) => 'desiredCount' in input)).toEqual([])
})

test('fastapi: neither the old nor the new password is shown or kept anywhere', async () => {
  await open('fastapi')
  const inputs = { 'environment-variables': 'DATABASE_URL=postgresql://zapier_user:hunter2new@db.example.com/zapier' }
  const { main } = await account.deploy('password', 'crash', { inputs })
  expectOutcome(main, 'rolled-back')
  expect(main.log).toContain('DATABASE_URL')
  expect(JSON.stringify(sent('RegisterTaskDefinition'))).toContain('hunter2new')
  const told = [main.log, main.summary, JSON.stringify([main.outputs, main.state, main.report])].join('\n')
  expect(told).not.toMatch(/hunter2new|PLACEHOLDER/)
})

test('fastapi: of an image from an ARM laptop ECS tells only the exit code, and the log tells the rest', async () => {
  await open('fastapi')
  const bad = await deploy('arm64', { preflight: 'off' })
  expectCause(bad, 'rolled-back', 'exec-format', /it was built for another processor/)
  expect(bad.log).toContain('docker buildx build --platform linux/amd64')
})

test('fastapi: a cancelled run asks ECS to go back, and the post step sees it happen', async () => {
  await open('fastapi')
  const signals = cancellation(/^Deployment ecs-svc\/\d+ of \S+ started/m)
  const { main, post } = await account.deploy('cancelled', 'v2', { signals })
  expectOutcome(main, 'cancelled')
  expect(account.mutatingCalls()).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  expect(post.log).toContain('(rolled-back)')
  expect(runningDigests('zapier-triggers-service')).toEqual([digestOf('v1', 'zapier-triggers-backend:v1')])
})

/** Somebody else, or the autoscaling, changes the service; the world has come to rest afterwards. */
async function changeFromOutside(input: object): Promise<void> {
  const answer = await fetch(account.simulator.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonEC2ContainerServiceV20141113.UpdateService',
    },
    body: JSON.stringify(input),
  })
  expect(answer.status).toBe(200)
  await account.simulator.clock.wait(180_000)
}

async function tellSimulator(what: string, body: object): Promise<void> {
  const answer = await fetch(`${account.simulator.url}/_simulator/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}
