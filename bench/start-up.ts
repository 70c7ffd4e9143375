/**
 * How long the action needs until its first request to AWS leaves it, beside the start of an empty Node script, and how much
 * code a plain deployment loads. Ratios of one run, never a time of its own: machines differ.
 *
 * The bundle is readable, so that it can be reviewed: minified, the same chunks started no sooner.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadedByDeployment } from './loaded.ts'

const limits = { ratio: 4.5, loadedBytes: 2_800_000, distBytes: 8_000_000 }
const rounds = Number(process.env.ROUNDS ?? 31)

const folder = mkdtempSync(join(tmpdir(), 'start-up-'))
const empty = join(folder, 'empty.mjs')
writeFileSync(empty, '')
const server = await listen()
try {
  const emptyTimes: number[] = []
  const actionTimes: number[] = []
  for (let round = -2; round < rounds; round++) {
    const emptyTime = await untilExit([empty])
    const actionTime = await untilRequest(server)
    // The first rounds warm the file cache.
    if (round >= 0) emptyTimes.push(emptyTime)
    if (round >= 0) actionTimes.push(actionTime)
  }
  const ratios = actionTimes.map((time, index) => time / (emptyTimes[index] as number))
  const loaded = await loadedByDeployment()
  const dist = readdirSync('dist').filter((name) => name !== 'licenses.txt')
  const distBytes = dist.reduce((sum, name) => sum + statSync(join('dist', name)).size, 0)
  const rows = [
    ['empty Node script, start to exit', `${median(emptyTimes).toFixed(1)} ms`, ''],
    ['start to first AWS request', `${median(actionTimes).toFixed(1)} ms`, ''],
    verdictRow('ratio (median of pairs)', median(ratios), limits.ratio, (value) => value.toFixed(2)),
    verdictRow('loaded by a plain deployment, readable', loaded.bytes, limits.loadedBytes, bytes),
    verdictRow('dist/ without licences', distBytes, limits.distBytes, bytes),
  ]
  for (const row of rows) console.log(row.join('  '))
  console.log('The bundle stays readable, so that it can be reviewed; minified it started no sooner.')
  for (const { name, size } of loaded.files) console.log(`    ${bytes(size).padStart(9)}  ${name}`)
} finally {
  server.close()
  rmSync(folder, { recursive: true, force: true })
}

function verdictRow(what: string, value: number, limit: number, show: (value: number) => string): string[] {
  if (value > limit) process.exitCode = 1
  return [what, show(value), `${value > limit ? 'ABOVE' : 'within'} the limit of ${show(limit)}`]
}

function bytes(count: number): string {
  return `${(count / 1_000_000).toFixed(2)} MB`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

async function listen(): Promise<Server> {
  const listening = createServer()
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return listening
}

/** Milliseconds from spawn to exit. */
function untilExit(words: readonly string[]): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, words, { stdio: 'ignore' })
  return new Promise((resolve) => child.on('exit', () => resolve(performance.now() - startedAt)))
}

/** Milliseconds from spawn until the action's first request has arrived; it is refused, which ends the action. */
function untilRequest(listening: Server): Promise<number> {
  const port = (listening.address() as AddressInfo).port
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['dist/deploy-main.js'], { stdio: 'ignore', env: actionEnvironment(port) })
  return new Promise((resolve) => {
    let arrived = 0
    listening.removeAllListeners('request')
    listening.on('request', (_request, response) => {
      arrived ||= performance.now()
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
      response.end('{"__type":"AccessDeniedException","message":"measured"}')
    })
    child.on('exit', () => resolve(arrived - startedAt))
  })
}

/** As a runner starts it: the usual inputs, temporary credentials in the environment. */
function actionEnvironment(port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    INPUT_CLUSTER: 'production',
    INPUT_SERVICE: 'web',
    INPUT_IMAGE: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:v2',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_SESSION_TOKEN: 'example',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    GITHUB_ACTIONS: 'true',
  }
}
