/** What containers write, what the load balancer sees of them, and what the API answers. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { diagnoseApiError } from '../../src/diagnosis/api-error.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Evidence, StoppedTask } from '../../src/diagnosis/evidence.ts'
import {
  container,
  context,
  exited,
  failedToStart,
  firstCause,
  nothing,
  stopped,
  taskId,
  withTasks,
} from './support.ts'
import { apiTexts, logTexts, reachTexts } from './texts-of-programs.ts'

const group = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef'

/** A task that ECS stopped because the load balancer found it unhealthy for this reason. */
function unreached(reason: string, lastLines: readonly string[], number = 1): Evidence {
  const id = taskId(number)
  const message = `(service app) (task ${id}) (port 8080) is unhealthy in (target-group ${group}) due to (reason ${reason}).`
  return {
    ...nothing,
    events: [{ id: '1', at: new Date(0), message }],
    stoppedTasks: [
      stopped({
        id,
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: `Task failed ELB health checks in (target-group ${group})`,
        containers: [container({ exitCode: 143, ports: [8080], lastLines })],
      }),
    ],
  }
}

/** Words that mean nothing here: a shell's, a framework's and a load balancer's ordinary lines. */
const noise = fc.constantFrom(
  'Application startup complete.',
  '10.0.1.7 - - [21/Nov/2026:07:00:00 +0000] "GET /health HTTP/1.1" 200 15',
  '{"level":"info","message":"cache warmed","tookMs":41}',
  'npm notice New major version of npm available!',
  'INFO  [main] com.example.App : Starting App v1.2.3 using Java 21',
  '    at Object.<anonymous> (/app/dist/main.js:12:5)',
  '',
)

/** How runtimes and loggers put a line. */
const wrapping = fc.constantFrom(
  (line: string) => line,
  (line: string) => `2026-11-21T07:00:01.123Z ERROR ${line}`,
  (line: string) => `[Nest] 1  - 11/21/2026, 7:00:01 AM   ERROR [ExceptionHandler] ${line}`,
  (line: string) => `web-1  | ${line}`,
  (line: string) => `time="2026-11-21T07:00:01Z" level=fatal msg=${JSON.stringify(line)}`,
)

// These are told by where a line begins.
const atStartOfLine = new Set(['exec-format', 'command-not-found', 'command-not-executable', 'heap-exhausted'])

describe('the last lines of a container', () => {
  test.each(logTexts)('show %s: %s', (cause, ...lines) => {
    const found = firstCause(withTasks(exited(1, 1, { lastLines: lines })))
    expect(found).toMatchObject({ cause, count: 1 })
    expect(found.facts.join('\n')).toContain(`Log of app in task ${taskId()}`)
  })

  test('among ordinary lines and in any wrapping', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...logTexts.filter(([cause]) => !atStartOfLine.has(cause))),
        fc.array(noise, { maxLength: 8 }),
        fc.array(noise, { maxLength: 8 }),
        wrapping,
        ([cause, ...lines], before, after, wrap) => {
          const lastLines = [...before, ...lines.map(wrap), ...after]
          expect(firstCause(withTasks(exited(1, 1, { lastLines }))).cause).toBe(cause)
        },
      ),
    )
  })

  test('ordinary lines alone: the exit code', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 20 }), (lastLines) => {
        expect(firstCause(withTasks(exited(1, 1, { lastLines }))).cause).toBe('exit-1')
      }),
    )
  })

  test('nothing that a program can write breaks the diagnosis', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (lastLines) => {
        expect(diagnose(withTasks(exited(1, 1, { lastLines })), context).length).toBeGreaterThan(0)
      }),
    )
  })

  test('the last error is the one that it died of; an earlier one makes it not certain', () => {
    const lastLines = ['WARN SENTRY_DSN is not set', 'Error: connect ECONNREFUSED 10.0.0.9:5432']
    const found = firstCause(withTasks(exited(1, 1, { lastLines })))
    expect(found).toMatchObject({ cause: 'database-refused', candidates: ['missing-variable'] })
    expect(found.explanation).toContain('This is not certain; it may also be: “Environment variable is missing”.')
  })

  test('what often goes wrong in passing explains nothing beside a cause, wherever it stands', () => {
    const lastLines = ["KeyError: 'DATABASE_URL'", "Error: ENOENT: no such file or directory, open '/tmp/x'"]
    expect(firstCause(withTasks(exited(1, 1, { lastLines }))).cause).toBe('missing-variable')
  })

  test('without a known cause the last words are a fact, without the stack', () => {
    const lastLines = ['TypeError: x is not a function', '    at main (/app/main.js:3:1)']
    const found = firstCause(withTasks(exited(1, 1, { lastLines })))
    expect(found.cause).toBe('exit-1')
    expect(found.facts).toContain('Last line of the log: TypeError: x is not a function')
  })

  test('memory that ECS saw used up comes before whatever the log says', () => {
    const fields = { reason: 'OutOfMemoryError: Container killed due to memory usage', lastLines: ['X_Y is not set'] }
    expect(firstCause(withTasks(exited(137, 1, fields))).cause).toBe('out-of-memory')
  })

  test('a task that somebody stopped is not explained by its log', () => {
    const task = stopped({
      stopCode: 'UserInitiated',
      stoppedReason: 'stop it',
      containers: [container({ exitCode: 143, lastLines: ['Error: connect ECONNREFUSED 10.0.0.9:5432'] })],
    })
    expect(firstCause(withTasks(task)).cause).toBe('stopped-by-user')
  })
})

describe('the same words in another place', () => {
  test.each([
    [
      'permission denied',
      'CannotStartContainerError: exec: "/app/start.sh": permission denied',
      'command-not-executable',
      'file-not-allowed',
      "open '/data/x': permission denied",
    ],
    [
      'no such file',
      'CannotStartContainerError: exec: "/app": stat /app: no such file or directory',
      'command-not-found',
      'file-missing',
      'open /etc/app.conf: no such file or directory',
    ],
    [
      'Client.Timeout',
      'CannotPullContainerError: Get "https://registry-1.docker.io/v2/": net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
      'registry-unreachable',
      'service-unreachable',
      'Get "https://api.example.com/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    [
      'no space',
      'CannotPullContainerError: write /var/lib/docker/tmp/x: no space left on device',
      'no-space',
      'disk-full',
      'write /tmp/x: no space left on device',
    ],
    [
      'access denied',
      'ResourceInitializationError: unable to retrieve secret from asm: AccessDeniedException',
      'secret-denied',
      'task-role-denied',
      'AccessDeniedException: not allowed',
    ],
    [
      'does not exist',
      'CannotPullContainerError: repository with name app does not exist',
      'image-not-found',
      'database-missing',
      'database "app" does not exist',
    ],
  ])('%s', (_words, reason, ofEcs, ofProgram, line) => {
    expect(firstCause(withTasks(failedToStart(reason))).cause).toBe(ofEcs)
    expect(firstCause(withTasks(exited(1, 1, { lastLines: [line] }))).cause).toBe(ofProgram)
  })
})

describe('a task that runs and is not reached', () => {
  test.each(reachTexts)('shows %s (%s): %s', (cause, reason, ...lines) => {
    expect(firstCause(unreached(reason, lines)).cause).toBe(cause)
  })

  test('a program that listens as it should says nothing about a wrong code', () => {
    const found = firstCause(unreached('Health checks failed with these codes: [404]', ['Listening on :8080']))
    expect(found.cause).toBe('load-balancer-health-check')
    expect(found.advice.join('\n')).toContain('the path of the check does not exist')
  })

  test('also where only a task that still runs can be asked', () => {
    const evidence: Evidence = {
      ...nothing,
      targets: [{ targetGroup: group, target: '10.0.0.7', port: 8080, state: 'unhealthy', reason: 'Target.Timeout' }],
      runningLogs: [
        {
          taskId: taskId(),
          container: container({ ports: [8080], lastLines: ['Uvicorn running on http://127.0.0.1:8000'] }),
        },
      ],
    }
    expect(diagnose(evidence, context).map(({ cause }) => cause)).toEqual([
      'bound-to-loopback',
      'load-balancer-timeout',
    ])
  })

  test('without a log the candidates are named', () => {
    expect(firstCause(unreached('Request timed out', []))).toMatchObject({
      cause: 'load-balancer-timeout',
      candidates: ['security-group', 'bound-to-loopback'],
    })
  })

  test('a loopback address is no failure while the load balancer is content', () => {
    const task = exited(1, 1, { ports: [8080], lastLines: ['Uvicorn running on http://127.0.0.1:8000'] })
    expect(firstCause(withTasks(task)).cause).toBe('exit-1')
  })

  test('an alarm is named', () => {
    const alarms = [
      { name: 'errors', state: 'ALARM', reason: 'Threshold Crossed' },
      { name: 'latency', state: 'OK' },
    ]
    const found = firstCause({ ...nothing, alarms, rolloutStateReason: 'alarm detected' })
    expect(found).toMatchObject({ cause: 'alarm', title: expect.stringContaining('The alarm errors went off') })
  })
})

describe('mixtures', () => {
  const kinds: readonly (readonly [string, (number: number) => StoppedTask])[] = [
    [
      'image-not-found',
      (n) => failedToStart('CannotPullContainerError: failed to resolve ref r.io/a:1: r.io/a:1: not found', n),
    ],
    [
      'secret-not-found',
      (n) =>
        failedToStart(
          'ResourceInitializationError: unable to retrieve secrets from ssm: invalid ssm parameters: /a',
          n,
        ),
    ],
    ['out-of-memory', (n) => exited(137, n, { reason: 'OutOfMemoryError: Container killed due to memory usage' })],
    [
      'database-authentication',
      (n) => exited(1, n, { lastLines: ['FATAL: password authentication failed for user "a"'] }),
    ],
    ['missing-variable', (n) => exited(1, n, { lastLines: ["KeyError: 'API_KEY'"] })],
    ['module-missing', (n) => exited(1, n, { lastLines: ["Error: Cannot find module '/app/main.js'"] })],
    ['port-in-use', (n) => exited(1, n, { lastLines: ['listen EADDRINUSE: address already in use :::80'] })],
    ['exit-code', (n) => exited(3, n)],
  ]

  test('three failures at once, in any order: three causes, each with its tasks, the most frequent first', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...kinds], { minLength: 3, maxLength: 3 }),
        fc.constantFrom([5, 2, 1], [9, 4, 3]),
        fc.integer(),
        (chosen, counts, seed) => {
          const tasks = chosen.flatMap(([, make], kind) =>
            Array.from({ length: counts[kind] ?? 0 }, (_, index) => make(kind * 100 + index + 1)),
          )
          const mixed = tasks
            .map((task, index) => ({ task, order: Math.sin(seed + index) }))
            .sort((one, other) => one.order - other.order)
            .map(({ task }) => task)
          const found = diagnose(withTasks(...mixed), context)
          expect(found.map(({ cause, count }) => [cause, count])).toEqual(
            chosen.map(([cause], kind) => [cause, counts[kind]]),
          )
        },
      ),
    )
  })

  test('Spot, a crash and a breaker that repeats it: the crash', () => {
    const spot = stopped({
      id: taskId(9),
      stopCode: 'SpotInterruption',
      stoppedReason: 'Your Spot Task was interrupted.',
    })
    const evidence = {
      ...withTasks(spot, exited(1, 1, { lastLines: ["KeyError: 'API_KEY'"] })),
      rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
    }
    expect(diagnose(evidence, context).map(({ cause }) => cause)).toEqual(['missing-variable', 'spot-interruption'])
  })
})

describe('an error of the API', () => {
  test.each(apiTexts)('gives %s: %s', (cause, told) => {
    expect(diagnoseApiError(told, context)?.cause).toBe(cause)
  })

  test('AccessDenied comes with the statement to add', () => {
    const told =
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:eu-west-1:111122223333:service/main/web because no identity-based policy allows the ecs:UpdateService action'
    const [prose, ...statement] = diagnoseApiError(told, context)?.advice[0]?.split('\n') ?? []
    expect(prose).toContain('(deploy)')
    expect(JSON.parse(statement.join('\n'))).toEqual({
      Effect: 'Allow',
      Action: 'ecs:UpdateService',
      Resource: 'arn:aws:ecs:eu-west-1:111122223333:service/main/web',
    })
  })

  test('an explicit deny is not to be cured by allowing', () => {
    const told = apiTexts.find(([, text]) => text.includes('explicit deny'))?.[1] ?? ''
    expect(diagnoseApiError(told, context)?.advice[0]).toContain('does not help')
  })

  test('what is not known is not explained', () => {
    expect(diagnoseApiError('ServerException: Service Unavailable. Please try again later.', context)).toBeUndefined()
  })
})
