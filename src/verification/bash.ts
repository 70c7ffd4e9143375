import type { Clock } from '../deployment/ports.ts'
import type { Ended, ScriptPort } from './ports.ts'

/**
 * Runs the script in a process group of its own and says first which one: the toolkit does not tell the process that it
 * started, and a signal has to reach everything that the script has started. What bash itself says about its jobs is not shown.
 */
const wrapper = `exec 3>&2 2>/dev/null
set -m
bash --norc -c 'echo "$$"; exec bash --norc -euo pipefail -c "$1"' - "$1" 2>&3 3>&- &
wait "$!"`

/** From the first signal to the next stronger one. */
const patienceMilliseconds = 1_000
const lastPatienceMilliseconds = 5_000

/** What belongs to this action, and not to what it starts: its inputs, its state, and the tokens of the runner. */
const ownVariables = /^(?:INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_|ACTIONS_CACHE_|GITHUB_STATE$|GITHUB_OUTPUT$)/

/**
 * Runs scripts with `bash -euo pipefail`, found on the PATH. They inherit the environment of the step, the AWS credentials
 * among it, but not the inputs of this action.
 *
 * @param env of this process
 */
export function bashScripts(env: NodeJS.ProcessEnv, clock: Clock): ScriptPort {
  return {
    async run({ text, environment, timeoutMilliseconds }, onLine, signal) {
      const { exec } = await import('@actions/exec')
      const group = processGroup()
      const out = lineReader((line) => (group.isKnown() ? onLine(line) : group.learn(line)))
      const err = lineReader(onLine)
      const ended = new AbortController()
      let timedOut = false
      const stop = async (signals: readonly [NodeJS.Signals, number][]): Promise<void> => {
        for (const [name, patience] of signals) {
          group.kill(name)
          await clock.sleep(patience, ended.signal)
          if (ended.signal.aborted) return
        }
      }
      const cancel = (): void => {
        void stop([
          ['SIGINT', patienceMilliseconds],
          ['SIGTERM', lastPatienceMilliseconds],
          ['SIGKILL', 0],
        ])
      }
      signal.addEventListener('abort', cancel)
      void clock.sleep(timeoutMilliseconds, ended.signal).then(() => {
        if (ended.signal.aborted || signal.aborted) return undefined
        timedOut = true
        return stop([
          ['SIGTERM', lastPatienceMilliseconds],
          ['SIGKILL', 0],
        ])
      })
      try {
        // Node's pipes are sockets, from which bash concludes that it runs for a remote user and reads bashrc: hence --norc.
        const exitCode = await exec('bash', ['--norc', '-c', wrapper, '-', text], {
          silent: true,
          ignoreReturnCode: true,
          input: Buffer.alloc(0),
          env: { ...environmentOf(env), ...environment },
          listeners: { stdout: out.take, stderr: err.take },
        })
        out.end()
        err.end()
        return timedOut ? { kind: 'timed-out' } : { kind: 'ended', exitCode }
      } catch (error) {
        return { kind: 'not-started', why: error instanceof Error ? error.message : String(error) } satisfies Ended
      } finally {
        ended.abort()
        signal.removeEventListener('abort', cancel)
      }
    },
  }
}

function environmentOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]): [string, string][] =>
      value === undefined || ownVariables.test(name) ? [] : [[name, value]],
    ),
  )
}

/** The script's processes, once they are known. A signal that comes sooner is sent then. */
function processGroup() {
  let id: number | undefined
  let waiting: NodeJS.Signals | undefined
  const kill = (signal: NodeJS.Signals): void => {
    if (id === undefined) {
      waiting = signal
      return
    }
    try {
      process.kill(-id, signal)
    } catch {
      // They have ended by themselves.
    }
  }
  return {
    isKnown: () => id !== undefined,
    learn(line: string): void {
      id = Number(line)
      if (waiting !== undefined) kill(waiting)
    },
    kill,
  }
}

/** Lines as they come, also the last one that does not end. */
function lineReader(onLine: (line: string) => void): { take(data: Buffer): void; end(): void } {
  const decoder = new TextDecoder()
  let rest = ''
  return {
    take(data) {
      const lines = (rest + decoder.decode(data, { stream: true })).split(/\r?\n/)
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    },
    end() {
      if (rest !== '') onLine(rest)
      rest = ''
    },
  }
}
