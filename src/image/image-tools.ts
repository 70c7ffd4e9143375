import { type Failed, readFailure } from './image-tools-failure.ts'
import { indexPlatforms } from './index-platforms.ts'
import type { ImageToolsAnswer, ImageToolsPort } from './ports.ts'
import { isDigest } from './reference.ts'

const timeLimit = 30_000

/**
 * Looks images up with `docker buildx imagetools inspect`, which reads the registry with the credentials of `docker login`
 * and needs neither a running Docker daemon nor a pull. Docker is found on the PATH of this process.
 *
 * A look-up that takes longer than `milliseconds` counts as not looked. The toolkit cannot end the program it started;
 * it ends with the job at the latest (actions/runner, "Terminate orphan process").
 */
export function dockerImageTools(milliseconds: number = timeLimit): ImageToolsPort {
  return {
    async inspect(reference) {
      const ended = await Promise.race([runDocker(reference), timeUp(milliseconds)])
      return 'failed' in ended ? readFailure(ended.failed, reference) : readAnswer(ended.stdout)
    },
  }
}

async function runDocker(reference: string): Promise<Ended> {
  const { getExecOutput } = await import('@actions/exec')
  const words = ['buildx', 'imagetools', 'inspect', '--format', '{{json .}}', reference]
  try {
    const { exitCode, stdout, stderr } = await getExecOutput('docker', words, { silent: true, ignoreReturnCode: true })
    return exitCode === 0 ? { stdout } : { failed: { code: exitCode, stderr } }
  } catch (error) {
    // @actions/io throws this where no such program is on the PATH.
    const message = error instanceof Error ? error.message : String(error)
    const absent = /Unable to locate executable file/i.test(message)
    return { failed: { ...(absent ? { code: 'ENOENT' } : {}), stderr: message } }
  }
}

function timeUp(milliseconds: number): Promise<Ended> {
  return new Promise((resolve) => {
    AbortSignal.timeout(milliseconds).addEventListener('abort', () => resolve({ failed: { killed: true, stderr: '' } }))
  })
}

type Ended = { readonly stdout: string } | { readonly failed: Failed }

// buildx, util/imagetools/printers.go: `manifest` is the descriptor of a single image, or the index with a digest added; `image` is
// the configuration of a single image, or one for each platform. The configuration holds more than is asked for here, values of
// variables too: nothing else of it is read.
function readAnswer(stdout: string): ImageToolsAnswer {
  try {
    const { manifest, image } = JSON.parse(stdout)
    const { digest, manifests } = manifest
    if (typeof digest === 'string' && isDigest(digest)) {
      return {
        kind: 'found',
        digest,
        platforms: indexPlatforms(manifests) ?? indexPlatforms([{ platform: image }]) ?? [],
      }
    }
  } catch {
    // Versions before 0.9 print a table whatever the format; the answer below says so.
  }
  return {
    kind: 'not-looked',
    reason: 'docker buildx imagetools inspect printed no digest; it may be older than version 0.9',
  }
}
