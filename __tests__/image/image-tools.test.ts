import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { dockerImageTools } from '../../src/image/image-tools.ts'
import { readFailure } from '../../src/image/image-tools-failure.ts'

const digest = `sha256:${'a'.repeat(64)}`
const reference = 'ghcr.io/org/app:1'
let folder = ''
const path = process.env.PATH

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'image-tools-'))
})

afterEach(() => {
  process.env.PATH = path
  rmSync(folder, { recursive: true })
})

/** Puts a program called docker first on the PATH. */
function fakeDocker(script: string): void {
  const program = join(folder, 'docker')
  writeFileSync(program, `#!/bin/sh\n${script}\n`)
  chmodSync(program, 0o755)
  process.env.PATH = `${folder}:${path}`
}

describe('docker runs', () => {
  test('the digest of an index, asked for with exactly these words', async () => {
    const manifest = { schemaVersion: 2, digest, manifests: [{ digest: `sha256:${'b'.repeat(64)}` }] }
    const output = JSON.stringify({ name: reference, manifest, image: {} }, null, 2)
    fakeDocker(`printf '%s\\n' "$@" > '${folder}/words'\ncat <<'END'\n${output}\nEND`)
    expect(await dockerImageTools().inspect(reference)).toEqual({ kind: 'found', digest, platforms: [] })
    expect(readFileSync(join(folder, 'words'), 'utf8').trim().split('\n')).toEqual([
      'buildx',
      'imagetools',
      'inspect',
      '--format',
      '{{json .}}',
      reference,
    ])
  })

  test('the platforms of an index, without those of attestations', async () => {
    const entry = (platform: object) => ({ digest: `sha256:${'b'.repeat(64)}`, platform })
    const manifests = [
      entry({ os: 'linux', architecture: 'arm64', variant: 'v8' }),
      entry({ os: 'unknown', architecture: 'unknown' }),
    ]
    fakeDocker(`echo '${JSON.stringify({ manifest: { digest, manifests }, image: {} })}'`)
    expect(await dockerImageTools().inspect(reference)).toEqual({
      kind: 'found',
      digest,
      platforms: ['linux/arm64/v8'],
    })
  })

  test.each([
    [{ architecture: 'arm64', os: 'linux', variant: 'v8', config: { Env: ['A=1'] } }, ['linux/arm64/v8']],
    [{ architecture: 'amd64', os: 'windows' }, ['windows/amd64']],
    [{ config: {} }, []],
    [null, []],
    [undefined, []],
  ])('the platform of a single image: %j', async (image, platforms) => {
    fakeDocker(`echo '${JSON.stringify({ manifest: { mediaType: 'x', digest }, image })}'`)
    expect(await dockerImageTools().inspect(reference)).toEqual({ kind: 'found', digest, platforms })
  })

  test.each([
    'Name: ghcr.io/org/app:1\nDigest: sha256:abc',
    '{"manifest":{"mediaType":"x"}}',
    '{"manifest":{"digest":"abc"}}',
    '{}',
    'null',
    '',
  ])('output without a digest is not a look-up: %j', async (output) => {
    fakeDocker(`cat <<'END'\n${output}\nEND`)
    const reason = expect.stringContaining('printed no digest')
    expect(await dockerImageTools().inspect(reference)).toEqual({ kind: 'not-looked', reason })
  })

  test('standard error of a failure decides', async () => {
    fakeDocker('echo "ERROR: ghcr.io/org/app:1: not found" >&2; exit 1')
    expect(await dockerImageTools().inspect(reference)).toEqual({ kind: 'absent' })
  })

  test('a docker that never ends is not waited for', async () => {
    fakeDocker('exec sleep 3')
    const began = Date.now()
    const answer = await dockerImageTools(200).inspect(reference)
    expect(answer).toEqual({ kind: 'not-looked', reason: 'the registry did not answer in time' })
    expect(Date.now() - began).toBeLessThan(2_500)
  })

  test('no docker on the PATH', async () => {
    process.env.PATH = folder
    const answer = await dockerImageTools().inspect(reference)
    const reason = 'docker is not installed on this machine'
    expect(answer).toEqual({ kind: 'not-looked', reason, missing: 'docker' })
  })
})

describe('readFailure', () => {
  test.each([
    ['ERROR: docker.io/library/nope:1: not found', undefined],
    ['ERROR: localhost:5000/app:1: not found\n', undefined],
    ['ERROR: unexpected status: manifest unknown', undefined],
    ['ERROR: ghcr.io/o/a:401: not found', undefined],
    // Docker 28.2 without buildx.
    ["docker: unknown command: docker buildx\n\nRun 'docker --help' for more information", /buildx is not installed/],
    ["docker: 'buildx' is not a docker command.\nSee 'docker --help'", /buildx is not installed/],
    ['unknown flag: --format', /buildx is not installed/],
    [
      // docker/for-mac issue 7390
      'ERROR: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      /without a login/,
    ],
    [
      'ERROR: failed to authorize: failed to fetch oauth token: unexpected status from POST request: 401 Unauthorized',
      /without a login/,
    ],
    [
      'ERROR: unexpected status from HEAD request to https://ghcr.io/v2/o/a/manifests/1: 403 Forbidden',
      /without a login/,
    ],
    ['ERROR: denied: requested access to the resource is denied', /without a login/],
    ['ERROR: httpReadSeeker: 429 Too Many Requests - toomanyrequests: You have reached your pull rate limit', /429/],
    [
      'ERROR: error getting credentials - err: exec: "docker-credential-desktop": executable file not found in $PATH',
      /credential helper/,
    ],
    [
      'ERROR: failed to do request: Head "https://x.io/v2/": dial tcp: lookup x.io: no such host',
      /could not be reached/,
    ],
    ['ERROR: unexpected status: 503 Service Unavailable', /could not be reached/],
    ['sh: 1: docker: not found', /failed: sh: 1: docker: not found/],
    ['docker: not found', /failed: docker: not found/],
    ['something\nelse entirely\n', /failed: else entirely/],
    ['', /it said nothing/],
  ])('%j', (stderr, reason) => {
    const answer = readFailure({ code: 1, stderr }, 'ghcr.io/o/a:401')
    if (reason === undefined) expect(answer).toEqual({ kind: 'absent' })
    else expect(answer).toMatchObject({ kind: 'not-looked', reason: expect.stringMatching(reason) })
    const isMissing = reason !== undefined && /is not installed/.test(reason.source)
    expect('missing' in answer).toBe(isMissing)
  })
})
