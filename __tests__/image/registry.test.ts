import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { startInProcess } from '../../simulator/in-process.ts'
import type { OtherImageScenario } from '../../simulator/scenario.ts'
import { dockerLogins } from '../../src/image/docker-logins.ts'
import { withDockerOrWithout } from '../../src/image/other-registries.ts'
import type { ImageToolsAnswer } from '../../src/image/ports.ts'
import { registryImages } from '../../src/image/registry.ts'
import { RegistrySession } from '../../src/image/registry-session.ts'
import { Registry, type RegistryHabits, sendError } from '../support/registry.ts'

let registry: Registry
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'))
})
afterEach(async () => {
  await registry.close()
  rmSync(folder, { recursive: true })
})

const user = { username: 'me', password: 'my:password' }

/** A registry with the image team/shop:v2, and the digest of that image. */
async function open(habits: RegistryHabits = {}, image: Partial<OtherImageScenario> = {}): Promise<string> {
  registry = await Registry.open(habits)
  const { world } = startInProcess({
    scenario: { services: [], otherImages: [{ reference: `${registry.host}/team/shop:v2`, ...image }] },
  })
  registry.world = world
  return world.otherRepositories.get(`${registry.host}/team/shop`)?.tags.get('v2') ?? ''
}

function inspect(image: string, milliseconds?: number): Promise<ImageToolsAnswer> {
  const logins = dockerLogins({ DOCKER_CONFIG: folder })
  return registryImages(logins, milliseconds).inspect(`${registry.host}/${image}`)
}

function logIn(config: unknown): void {
  writeFileSync(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
}

const stored = ({ username, password }: typeof user) => ({
  auth: Buffer.from(`${username}:${password}`).toString('base64'),
})

describe('a registry that is asked itself', () => {
  test.each<[string, Partial<OtherImageScenario>, readonly string[]]>([
    [
      'of an index, without attestations',
      { platforms: ['linux/amd64', 'linux/arm64/v8'] },
      ['linux/amd64', 'linux/arm64/v8'],
    ],
    ['of a single image, from its configuration', { platforms: ['linux/arm64'], manifest: 'single' }, ['linux/arm64']],
  ])('names digest and platforms %s', async (_name, image, platforms) => {
    const digest = await open({}, image)
    expect(await inspect('team/shop:v2')).toEqual({ kind: 'found', digest, platforms })
    expect(await inspect(`team/shop@${digest}`)).toEqual({ kind: 'found', digest, platforms })
  })

  test.each(['team/shop:v3', 'team/none:v2', `team/shop@sha256:${'0'.repeat(64)}`])('%s is absent', async (image) => {
    await open()
    expect(await inspect(image)).toEqual({ kind: 'absent' })
  })

  test('is answered with a token, with the login that docker has stored or without', async () => {
    const digest = await open({ asks: 'token' })
    expect(await inspect('team/shop:v2')).toMatchObject({ kind: 'found', digest })
    expect(registry.seen.map(({ authorization }) => authorization)).not.toContain(expect.stringContaining('Basic'))
    expect(registry.seen[1]?.path).toBe('/token?service=the-registry&scope=repository%3Ateam%2Fshop%3Apull')
  })

  test.each(['token', 'basic'] as const)('lets nobody in but who has logged in: %s', async (asks) => {
    const digest = await open({ asks, user })
    const withoutLogin = { kind: 'not-looked', reason: expect.stringContaining('without a login') }
    expect(await inspect('team/shop:v2')).toEqual(withoutLogin)
    logIn({ auths: { [registry.host]: stored({ ...user, password: 'wrong' }) } })
    expect(await inspect('team/shop:v2')).toEqual(withoutLogin)
    logIn({ auths: { [registry.host]: stored(user) } })
    expect(await inspect('team/shop:v2')).toMatchObject({ kind: 'found', digest })
    expect(await inspect('team/shop:v3')).toEqual({ kind: 'absent' })
  })

  const answers = (status: number, body: string) => (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body)
  }
  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['too many requests', (response) => sendError(429, 'TOOMANYREQUESTS', response), /limits how often/],
    ['denied', (response) => sendError(403, 'DENIED', response), /without a login/],
    ['its own failure', answers(503, ''), /answered 503/],
    ['a page of somebody else', answers(404, '<html>'), /answered 404/],
    [
      'a 404 that says nothing of an image',
      answers(404, '{"errors": [{"code": "UNSUPPORTED"}, null]}'),
      /answered 404/,
    ],
    ['no JSON', answers(200, '<html>'), /something else than the manifest/],
    ['no manifest', answers(200, '{"hello": 1}'), /something else than the manifest/],
    ['nothing', (response) => response.destroy(), /could not be reached/],
    ['more than a manifest may be', answers(200, ' '.repeat(5 * 1024 * 1024)), /more than a manifest may be/],
  ])('that answers with %s is no proof', async (_name, manifests, reason) => {
    await open({ manifests })
    expect(await inspect('team/shop:v2')).toEqual({ kind: 'not-looked', reason: expect.stringMatching(reason) })
  })

  test('that tells another digest than that of what it sends is not believed', async () => {
    const told = `sha256:${'1'.repeat(64)}`
    await open({
      manifests: (response) => {
        response.writeHead(200, { 'docker-content-digest': told })
        response.end('{"schemaVersion": 2}')
      },
    })
    expect(await inspect('team/shop:v2')).toMatchObject({ kind: 'not-looked' })
    expect(await inspect(`team/shop@${told}`)).toMatchObject({ kind: 'not-looked' })
  })

  test('that never answers is not waited for', async () => {
    await open({ manifests: () => undefined })
    const reason = 'the registry did not answer in time'
    expect(await inspect('team/shop:v2', 200)).toEqual({ kind: 'not-looked', reason })
  })

  test('that keeps the configuration of an image to itself leaves its platform unknown', async () => {
    const digest = await open({}, { manifest: 'single' })
    registry.world?.otherRepositories.get(`${registry.host}/team/shop`)?.blobs.clear()
    expect(await inspect('team/shop:v2')).toEqual({ kind: 'found', digest, platforms: [] })
  })
})

describe('logins', () => {
  beforeEach(() => open())
  const loginFor = (name: string) => dockerLogins({ DOCKER_CONFIG: folder })(name)

  test.each([
    ['ghcr.io', 'ghcr.io'],
    ['ghcr.io', 'https://ghcr.io'],
    ['docker.io', 'https://index.docker.io/v1/'],
  ])('for %s stand under %s', async (name, key) => {
    logIn({ auths: { [key]: stored(user) } })
    expect(await loginFor(name)).toEqual(user)
    expect(await loginFor('quay.io')).toBeUndefined()
  })

  test.each([
    { auths: { 'ghcr.io': {} }, credsStore: 'desktop' },
    { auths: { 'ghcr.io': { auth: 'bm9jb2xvbg==' } } },
    '{',
    '',
  ])('that cannot be read are none: %j', async (config) => {
    logIn(config)
    expect(await loginFor('ghcr.io')).toBeUndefined()
  })

  test('stand in the home folder unless DOCKER_CONFIG names another', async () => {
    mkdirSync(join(folder, '.docker'))
    writeFileSync(join(folder, '.docker', 'config.json'), JSON.stringify({ auths: { 'ghcr.io': stored(user) } }))
    expect(await dockerLogins({ HOME: folder })('ghcr.io')).toEqual(user)
  })
})

describe('a session', () => {
  beforeEach(() => open())
  const challenged = (challenge: string) => {
    const asked: { readonly url: string; readonly authorization: string | null }[] = []
    const send = async (url: string, init: RequestInit) => {
      asked.push({ url, authorization: new Headers(init.headers).get('authorization') })
      return new Response('{}', { status: 401, headers: { 'www-authenticate': challenge } })
    }
    const place = { registry: 'docker.io', repository: 'library/nginx' }
    const session = new RegistrySession(place, user, AbortSignal.timeout(5000), send)
    return { asked, get: () => session.get('manifests/1', '*/*') }
  }

  test('asks Docker Hub at its own host', async () => {
    const { asked, get } = challenged('Negotiate')
    expect((await get()).status).toBe(401)
    expect(asked).toEqual([{ url: 'https://registry-1.docker.io/v2/library/nginx/manifests/1', authorization: null }])
  })

  test.each(['http://auth.docker.io/token', 'no address', 'ftp://auth.docker.io/token'])(
    'sends no login to %s',
    async (realm) => {
      const { asked, get } = challenged(`Bearer realm="${realm}",service="x"`)
      await get()
      expect(asked).toHaveLength(1)
    },
  )
})

describe('with docker or without', () => {
  beforeEach(() => open())
  const saying = (answer: ImageToolsAnswer) => ({ inspect: async () => answer })
  const noDocker = { kind: 'not-looked', reason: 'there is no docker', missing: 'docker' } as const
  const absent = { kind: 'absent' } as const
  const notLooked = { kind: 'not-looked', reason: 'it is busy' } as const

  test.each<[ImageToolsAnswer, ImageToolsAnswer, ImageToolsAnswer]>([
    [noDocker, absent, absent],
    [noDocker, notLooked, { kind: 'not-looked', reason: 'there is no docker, and it is busy' }],
    [notLooked, absent, notLooked],
    [absent, notLooked, absent],
  ])('%j, %j: %j', async (docker, itself, expected) => {
    expect(await withDockerOrWithout(saying(docker), saying(itself)).inspect('image')).toEqual(expected)
  })
})
