/** Runs a stage of the action as a runner does: its own process, environment, and files. For the demo and the scenario tests. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { TimeSettings } from '../../simulator/time/clock.ts'
import type { DeploymentReport } from '../../src/report.ts'
import { inputVariables, runnerVariables } from './runner-environment.ts'
import { readRunnerFile } from './runner-files.ts'

/** A signal to the process, once its log says something. */
export type PlannedSignal = {
  readonly signal: NodeJS.Signals
  readonly when: RegExp
  /** Real milliseconds from then. Default 0. */
  readonly after?: number
}

/** A stage that is under way. */
export type ActionProcess = {
  /** What it has said so far. */
  log(): string
  /** What it has saved so far. */
  state(): Readonly<Record<string, string>>
  kill(signal: NodeJS.Signals): void
}

export type ActionRun = {
  /** Default `deploy`. */
  readonly action?: string
  readonly stage: 'main' | 'post'
  /** For everything that the run writes. Main and post of one step share it; another run needs another. */
  readonly folder: string
  /** Where the caller's repository is checked out: relative paths of inputs start here. */
  readonly workspace: string
  readonly inputs: Readonly<Record<string, string>>
  /** Added to the environment: AWS_REGION, AWS_ENDPOINT_URL, credentials, GITHUB_… of this run. */
  readonly env?: Readonly<Record<string, string>>
  /** Folders searched for programs before those of this process. */
  readonly path?: readonly string[]
  /** Virtual time of a simulator. Absent: real time. */
  readonly time?: TimeSettings
  /** For the post step: what main saved. */
  readonly state?: Readonly<Record<string, string>>
  readonly signals?: readonly PlannedSignal[]
  /** Called with the process as soon as it is there, for what has to happen at a moment that no log line tells. */
  readonly started?: (process: ActionProcess) => void
  /** Folder of the build. Default `dist`. */
  readonly bundle?: string
  /** Real seconds after which the process is killed and the run counts as broken. Default 120. */
  readonly limitSeconds?: number
}

export type ActionEnd = {
  /** null where a signal ended the process. */
  readonly exitCode: number | null
  /** Standard output and error, in the order in which they came, without colours. */
  readonly log: string
  /** The same with its colours. */
  readonly colouredLog: string
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly summaryFile: string
  /** Absent where the run wrote none. */
  readonly report?: DeploymentReport
  /** Real seconds. */
  readonly seconds: number
}

/** The signals of a runner whose job is cancelled once the log matches `when`, with its pauses (actions/runner, ProcessInvoker). */
export function cancellation(when: RegExp): readonly PlannedSignal[] {
  return [
    { signal: 'SIGINT', when },
    { signal: 'SIGTERM', when, after: 7_500 },
    { signal: 'SIGKILL', when, after: 10_000 },
  ]
}

/** @throws Error if the process does not end within its limit, or writes a file that the runner would refuse */
export async function runAction(run: ActionRun): Promise<ActionEnd> {
  const { action = 'deploy', stage, time, bundle = 'dist' } = run
  const files = freshFiles(run)
  const startedAt = performance.now()
  const words = [
    ...(time === undefined ? [] : ['--import', resolve('simulator/accelerate.mjs')]),
    resolve(bundle, `${action}-${stage}.js`),
  ]
  // Node actions start in the workspace.
  const child = spawn(process.execPath, words, { cwd: run.workspace, env: environment(run, files) })
  const { exitCode, log, colouredLog } = await untilEnd(child, run, files.state)
  const outputs = readRunnerFile(readFileSync(files.output, 'utf8'))
  const report = readReport(outputs.report)
  return {
    exitCode,
    log,
    colouredLog,
    outputs,
    state: readRunnerFile(readFileSync(files.state, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
    summaryFile: files.summary,
    ...(report === undefined ? {} : { report }),
    seconds: (performance.now() - startedAt) / 1000,
  }
}

/** Main, and then post with the state that main saved, as the runner does at the end of the job whatever became of main. */
export async function runStep(
  run: Omit<ActionRun, 'stage' | 'state'>,
): Promise<{ readonly main: ActionEnd; readonly post: ActionEnd }> {
  const main = await runAction({ ...run, stage: 'main' })
  const { signals: _onlyForMain, ...rest } = run
  const post = await runAction({ ...rest, stage: 'post', state: main.state })
  return { main, post }
}

type Files = {
  readonly output: string
  readonly state: string
  readonly summary: string
  readonly env: string
  readonly temp: string
}

/** Each stage has files of its own; the temporary folder belongs to the job. */
function freshFiles({ folder, stage }: ActionRun): Files {
  const temp = resolve(folder, 'temp')
  mkdirSync(temp, { recursive: true })
  const place = (name: string): string => {
    const path = resolve(folder, stage === 'main' ? name : `post-${name}`)
    writeFileSync(path, '')
    return path
  }
  return { output: place('output'), state: place('state'), summary: place('summary.md'), env: place('env'), temp }
}

function environment(run: ActionRun, { temp, ...files }: Files): Record<string, string> {
  const { workspace, inputs, path = [], state = {}, time, env = {} } = run
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
  return {
    ...runnerVariables({ workspace, temp, files, path }),
    ...inputVariables(actionFile(run), inputs),
    ...Object.fromEntries(saved),
    ...(time === undefined ? {} : { SIMULATED_TIME: JSON.stringify(time) }),
    ...env,
  }
}

/** The deploy action's file lies in the root, those of the others in a folder of their name. */
function actionFile({ action = 'deploy' }: ActionRun): string {
  return action === 'deploy' ? 'action.yml' : join(action, 'action.yml')
}

function untilEnd(
  child: ChildProcess,
  run: ActionRun,
  stateFile: string,
): Promise<Pick<ActionEnd, 'exitCode' | 'log' | 'colouredLog'>> {
  const { signals = [], limitSeconds = 120, started } = run
  const waiting = new Set(signals)
  const timers: NodeJS.Timeout[] = []
  let log = ''
  let colouredLog = ''
  started?.({
    log: () => log,
    state: () => readRunnerFile(readFileSync(stateFile, 'utf8')),
    kill: (signal) => child.kill(signal),
  })
  const hear = (text: string): void => {
    colouredLog += text
    log += stripVTControlCharacters(text)
    for (const planned of [...waiting].filter(({ when }) => when.test(log))) {
      waiting.delete(planned)
      timers.push(setTimeout(() => child.kill(planned.signal), planned.after ?? 0))
    }
  }
  child.stdout?.setEncoding('utf8').on('data', hear)
  child.stderr?.setEncoding('utf8').on('data', hear)
  return new Promise((fulfil, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The action did not end within ${limitSeconds} s. Its log:\n${log}`))
    }, limitSeconds * 1000)
    timers.push(limit)
    child.on('error', reject)
    child.on('close', (exitCode) => {
      for (const timer of timers) clearTimeout(timer)
      fulfil({ exitCode, log, colouredLog })
    })
  })
}

function readReport(path: string | undefined): DeploymentReport | undefined {
  return path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
