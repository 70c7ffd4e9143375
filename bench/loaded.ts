import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Scenario } from '../simulator/scenario.ts'
import { startSimulator } from '../simulator/server.ts'

export type Loaded = {
  readonly bytes: number
  readonly files: readonly { readonly name: string; readonly size: number }[]
}

const account = '111122223333'
const registry = `${account}.dkr.ecr.us-east-1.amazonaws.com`

const scenario: Scenario = {
  services: [
    {
      name: 'web',
      cluster: 'production',
      taskDefinition: {
        family: 'web',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: `arn:aws:iam::${account}:role/execution`,
        containerDefinitions: [{ name: 'app', image: `${registry}/web:v1` }],
      },
    },
  ],
  repositories: [{ name: 'web', images: [{ tag: 'v1' }, { tag: 'v2' }] }],
}

/**
 * Which files of dist/ a plain deployment loads, from its first to its last line: an image from ECR, the definition that
 * runs, a good rollout, outputs and summary written.
 */
export async function loadedByDeployment(): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'))
  const list = join(folder, 'list')
  const simulator = await startSimulator({ scenario, speed: 100 })
  try {
    for (const name of ['list', 'output', 'state', 'summary']) writeFileSync(join(folder, name), '')
    const exitCode = await deploy(folder, simulator.url, JSON.stringify(simulator.time))
    if (exitCode !== 0) throw new Error(`the deployment that was to be measured ended with ${exitCode}`)
    const dist = resolve('dist')
    const paths = [...new Set(readFileSync(list, 'utf8').trim().split('\n'))].filter((path) => dirname(path) === dist)
    const files = paths.map((path) => ({ name: basename(path), size: statSync(path).size }))
    return { files, bytes: files.reduce((sum, { size }) => sum + size, 0) }
  } finally {
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function deploy(folder: string, url: string, simulatedTime: string): Promise<number | null> {
  const words = [
    '--import',
    './bench/record-loads.mjs',
    '--import',
    './simulator/accelerate.mjs',
    'dist/deploy-main.js',
  ]
  const child = spawn(process.execPath, words, {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      INPUT_CLUSTER: 'production',
      INPUT_SERVICE: 'web',
      INPUT_IMAGE: `${registry}/web:v2`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: url,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      RUNNER_TEMP: folder,
      LOADED_FILES: join(folder, 'list'),
      SIMULATED_TIME: simulatedTime,
    },
  })
  return new Promise((resolve) => child.on('exit', resolve))
}
