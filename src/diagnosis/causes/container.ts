import { type Case, type Cause, type DiagnosisContext, theContainer } from '../cause.ts'
import { inLog, logAdvice } from './log-patterns.ts'

/** The container did not start, or was judged unhealthy. */
export const containerCauses: readonly Cause[] = [
  {
    id: 'out-of-memory',
    name: 'Out of memory',
    weight: 'cause',
    patterns: [{ text: /OutOfMemory|killed due to memory usage|OOM-killed/i }],
    example: 'OutOfMemoryError: Container killed due to memory usage',
    title: (found) => `${theContainer(found)} needs more memory than it has`,
    explanation: 'The container used more memory than its limit and was killed.',
    advice: (found) => [
      'Raise memory in the task definition (on Fargate of the task; on EC2 of the container), or lower what the program keeps in memory.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'command-not-found',
    name: 'Command not found',
    weight: 'cause',
    patterns: [
      // "direct" may be the end of a text that was cut off.
      { text: /executable file not found|exec:? .*no such file or dir/i },
      ...inLog(
        /^(?:exec \S+|\S*exec user process caused:? "?(?:exec:)?.*): ?"?no such file or directory|executable file not found/im,
        {
          text: /: (?:command )?not found$/im,
          test: ({ lastLine = '' }) => /(?:sh|bash|env):? |line \d+/.test(lastLine),
        },
      ),
      { exitCodes: [127] },
    ],
    example:
      'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "gunicorn": executable file not found in $PATH: unknown',
    title: (found) => `${theContainer(found)} cannot find its command`,
    explanation:
      'The command or entry point of the container names a program that is not in the image, or not on its PATH.',
    advice: (found) => [
      'Compare command and entryPoint in the task definition with the image (a whole command line in one string is taken as one program name).',
      'A script that is there gives the same error if its first line names an interpreter that is not (#!/bin/bash on Alpine), or ends as on Windows (CRLF).',
      ...logAdvice(found),
    ],
    heals: 'never',
  },
  {
    id: 'command-not-executable',
    name: 'Command cannot be executed',
    weight: 'cause',
    patterns: [
      { text: /exec:? .*permission denied/i },
      ...inLog(/^exec \S+: permission denied|exec user process caused:? "?permission denied/im),
      { exitCodes: [126] },
    ],
    example:
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "/app/start.sh": permission denied: unknown',
    title: (found) => `${theContainer(found)} may not execute its command`,
    explanation: 'The program exists in the image but is not executable for the user that the container runs as.',
    advice: (found) => [
      'Make it executable when the image is built, e.g. RUN chmod +x in the Dockerfile or COPY --chmod=755.',
      ...logAdvice(found),
    ],
    heals: 'never',
  },
  {
    id: 'container-start-failed',
    name: 'Container cannot start',
    weight: 'cause',
    patterns: [
      {
        text: /CannotStartContainer|CannotCreateContainer|CannotCreateVolume|CannotInspectContainer|DockerTimeoutError|ContainerRuntime(?:Timeout)?Error|failed to get container status/i,
        // A port that is taken has a row of its own.
        not: /port is already allocated|address already in use/i,
      },
    ],
    example: 'CannotStartContainerError: failed to get container status',
    title: (found) => `${theContainer(found)} cannot be started`,
    explanation:
      'The container runtime refused to start the container: a setting does not fit the image or the host, or memory is too small.',
    advice: (found) => [
      'Read the reason below: it usually names the setting (command, mount point, port, memory).',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'container-health-check',
    name: 'Container health check fails',
    weight: 'effect',
    patterns: [{ text: /failed container health checks/i }],
    example: '(service app) (task 0123456789abcdef0123456789abcdef) failed container health checks.',
    title: (found) => `${theContainer(found)} fails its container health check`,
    explanation:
      'The health check command in the task definition failed as often as its retries allow, so ECS stopped the task.',
    advice: (found, context) => [
      ...(found.log === undefined ? [] : logAdvice(found)),
      'Check that the command of healthCheck works inside the image (curl or wget must be in it) and asks the right port.',
      `If the program needs longer to start, raise startPeriod (up to 300 seconds).${healthCheckTimes(found, context)}`,
      ...(found.log === undefined ? logAdvice(found) : []),
    ],
    heals: 'maybe',
  },
]

/** The container ended; codes above 128 are 128 + signal. What it wrote says more, where it is known. */
export const exitCauses: readonly Cause[] = [
  exitCause('crash-segfault', [139], 'cause', {
    name: 'Crash (exit code 139)',
    fact: 'crashed with a memory fault (exit code 139)',
    explanation:
      'The program was ended by the system because it touched memory that is not its own (SIGSEGV). It is a fault in the program or in a native library, often one for another processor or C library.',
    steps: ['Check that native libraries in the image fit its processor and C library (glibc or musl).'],
  }),
  exitCause('crash-abort', [134], 'cause', {
    name: 'Abort (exit code 134)',
    fact: 'aborted itself (exit code 134)',
    explanation:
      'The program ended itself with SIGABRT, as many runtimes do when memory runs out or an assertion fails.',
    steps: ['Node.js does so when its heap is full: raise memory and --max-old-space-size.'],
  }),
  exitCause('exit-1', [1], 'cause', {
    name: 'Program ends with an error (exit code 1)',
    fact: 'exits with code 1',
    explanation:
      'The program ended by itself with an error. Common reasons: a missing environment variable or secret, a database that cannot be reached, a failed migration.',
    steps: ['"exec format error" in its log means that the image was built for another processor.'],
  }),
  exitCause('killed', [137], 'effect', {
    name: 'Killed (exit code 137)',
    fact: 'was killed (exit code 137)',
    explanation:
      'The container got SIGKILL without a reason from ECS: it ran out of memory, or it did not end within stopTimeout after SIGTERM.',
    steps: [
      'Look at its memory use in CloudWatch and raise memory in the task definition if it comes near the limit.',
      'If it was told to stop, let the program end on SIGTERM, or raise stopTimeout (Fargate: up to 120 seconds).',
    ],
  }),
  exitCause('exit-0', [0], 'effect', {
    name: 'Program ends without an error (exit code 0)',
    fact: 'ended by itself (exit code 0)',
    explanation:
      'A service must keep running: when an essential container ends, even without an error, ECS stops the task and starts another.',
    steps: [
      'Start the server in the foreground (for nginx: daemon off), and check that command does not run a one-off job.',
      'If the container is meant to end (a migration, an init step), set essential to false and use dependsOn.',
    ],
  }),
  exitCause('terminated', [143], 'effect', {
    name: 'Ended on SIGTERM (exit code 143)',
    fact: 'was told to stop and did (exit code 143)',
    explanation:
      'The container ended because it got SIGTERM, from inside the task or because the task was being stopped.',
    steps: ['Look for what sent it: a supervisor in the image, or another container of the task that ended first.'],
  }),
  // Last, for its pattern is any code.
  exitCause('exit-code', 'other', 'cause', {
    name: 'Program ends with another exit code',
    fact: 'exits with code CODE',
    explanation: 'The program ended by itself with an error; what the code means is up to the program.',
    steps: [],
  }),
]

type ExitTexts = {
  readonly name: string
  readonly fact: string
  readonly explanation: string
  readonly steps: readonly string[]
}

function exitCause(
  id: string,
  codes: readonly number[] | 'other',
  weight: 'cause' | 'effect',
  texts: ExitTexts,
): Cause {
  return {
    id,
    name: texts.name,
    weight,
    patterns: [{ exitCodes: codes === 'other' ? 'any' : codes }],
    example: `Essential container in task exited (exit code ${codes === 'other' ? 3 : codes[0]})`,
    title: (found) => `${theContainer(found)} ${texts.fact.replace('CODE', String(found.exitCode))}`,
    explanation: texts.explanation,
    advice: (found) => [...logAdvice(found), ...texts.steps],
    heals: 'maybe',
  }
}

// Defaults: SDK type HealthCheck (interval 30, retries 3, startPeriod off).
function healthCheckTimes(found: Case, context: DiagnosisContext): string {
  const times = found.container === undefined ? undefined : context.containerHealthCheckOf(found.container)
  if (times === undefined) return ''
  const { interval = 30, retries = 3, startPeriod = 0 } = times
  return ` As it is set, the container has about ${startPeriod + interval * retries} seconds to become healthy (startPeriod ${startPeriod} + interval ${interval} × retries ${retries}).`
}
