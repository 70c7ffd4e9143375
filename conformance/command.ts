/** Runs one program to its end. */
import { spawn } from 'node:child_process'

export interface Finished {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * @param seconds after which the program is ended
 * @returns what it printed and its exit code, whatever that is
 * @throws Error if it cannot be started, is ended by a signal, or takes too long
 */
export async function run(
  program: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  seconds: number,
): Promise<Finished> {
  const { promise, resolve, reject } = Promise.withResolvers<Finished>()
  const child = spawn(program, parameters, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const line = [program, ...parameters].join(' ')
  let stdout = ''
  let stderr = ''
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.once('error', reject)
  child.once('close', (code, signal) => {
    if (code !== null) resolve({ code, stdout, stderr })
    else reject(new Error(`${line} was ended by ${signal} (limit: ${seconds} s)\n${stdout}${stderr}`))
  })
  return promise.finally(() => clearTimeout(timer))
}
