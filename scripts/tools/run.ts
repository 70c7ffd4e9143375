/** Runs programs for the checks of the workflows. */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Ran = { readonly code: number; readonly output: string }

/** Standard output and error together, in the order in which they came. A program that cannot be started has code -1. */
export function run(
  program: string,
  words: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string; readonly limitSeconds?: number } = {},
): Promise<Ran> {
  const { env = process.env, cwd, limitSeconds = 300 } = options
  return new Promise((resolve) => {
    const child = spawn(program, words, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    let output = ''
    const timer = setTimeout(() => {
      output += `\nNot ended within ${limitSeconds} s: ${program} ${words.join(' ')}`
      // With everything that it started.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, limitSeconds * 1000)
    const add = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', add)
    child.stderr.on('data', add)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: -1, output: `${output}${error.message}` })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? -1, output })
    })
  })
}

/** @throws Error with what the program said if it does not end well */
export async function mustRun(...[program, words, options]: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(program, words, options)
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}:\n${output}`)
  return output
}

/** Path of a program, looked for in `path`. */
export function find(program: string, path = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** First line of what a program says about its version; empty where it cannot be started. */
export function version(program: string, ...words: readonly string[]): string {
  const { status, stdout } = spawnSync(program, words, { encoding: 'utf8' })
  return status === 0 ? (stdout.split('\n')[0] ?? '') : ''
}
