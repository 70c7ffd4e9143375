import { execFile } from 'node:child_process'
import { type Failed, readFailure } from './image-tools-failure.ts'
import type { ImageToolsAnswer, ImageToolsPort } from './ports.ts'
import { isDigest } from './reference.ts'

const timeLimit = 30_000
const largestOutput = 16 * 1024 * 1024

/**
 * Looks images up with `docker buildx imagetools inspect`, which reads the registry with the credentials of `docker login`
 * and needs neither a running Docker daemon nor a pull. `env` is the environment docker runs in.
 *
 * node:child_process instead of @actions/exec, which can neither end a program after a time limit nor hand it out to be ended.
 */
export function dockerImageTools(env: NodeJS.ProcessEnv, milliseconds: number = timeLimit): ImageToolsPort {
  return {
    async inspect(reference) {
      const ended = await runDocker(reference, env, milliseconds)
      return 'failed' in ended ? readFailure(ended.failed, reference) : readDigest(ended.stdout)
    },
  }
}

function runDocker(reference: string, env: NodeJS.ProcessEnv, milliseconds: number): Promise<Ended> {
  const words = ['buildx', 'imagetools', 'inspect', '--format', '{{json .Manifest}}', reference]
  const options = { env, timeout: milliseconds, killSignal: 'SIGKILL', maxBuffer: largestOutput } as const
  return new Promise((resolve) => {
    execFile('docker', words, options, (error, stdout, stderr) => {
      resolve(error === null ? { stdout } : { failed: { code: error.code, killed: error.killed, stderr } })
    })
  })
}

type Ended = { readonly stdout: string } | { readonly failed: Failed }

// `.Manifest` is the descriptor of a single image, or the index with a digest added (buildx, util/imagetools/printers.go).
function readDigest(stdout: string): ImageToolsAnswer {
  try {
    const { digest } = JSON.parse(stdout)
    if (typeof digest === 'string' && isDigest(digest)) return { kind: 'found', digest }
  } catch {
    // Versions before 0.9 print a table whatever the format; the answer below says so.
  }
  return {
    kind: 'not-looked',
    reason: 'docker buildx imagetools inspect printed no digest; it may be older than version 0.9',
  }
}
