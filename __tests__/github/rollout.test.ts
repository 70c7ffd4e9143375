/** The rollout as people see it: chart, tasks, events, ECS Exec. */
import { describe, expect, test } from '@jest/globals'
import { execAdvice } from '../../src/github/exec-advice.ts'
import { foldEvents } from '../../src/github/fold-events.ts'
import { jobSummary } from '../../src/github/job-summary.ts'
import { annotation } from '../../src/github/log-report.ts'
import { rolloutChart } from '../../src/github/rollout-chart.ts'
import { taskRows } from '../../src/github/task-rows.ts'
import type { DeploymentReport, SeenTask } from '../../src/report.ts'
import { rolledBack, startedAt } from './support.ts'

const at = (seconds: number): number => startedAt + seconds * 1000
const id = (number: number): string => number.toString(16).padStart(32, '0')
const event = (seconds: number, message: string) => ({
  id: String(seconds),
  at: new Date(at(seconds)),
  message: `(service app) ${message}`,
})
const counts = (seconds: number, fresh: number, old: number, desired = 2) => ({
  at: at(seconds),
  text: `IN_PROGRESS  desired ${desired}  running ${fresh}`,
  counts: [
    { version: 'app:8', running: fresh, desired },
    { version: 'app:7', running: old, desired: 0 },
  ],
})
const decoded = (chart = ''): string =>
  chart.replace(/#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))

const rollout: DeploymentReport = {
  ...rolledBack,
  timeline: [
    { at: at(5), text: 'deployment ecs-svc/1 started' },
    counts(10, 0, 2),
    counts(20, 1, 2),
    counts(40, 1, 1),
    counts(60, 0, 2),
  ],
  events: [
    event(9, `has started 2 tasks: (task ${id(1)}) (task ${id(2)}).`),
    event(70, 'rolling back to deployment ecs-svc/2.'),
    event(80, `has started 1 tasks: (task ${id(3)}).`),
  ],
}

/** A large service whose new tasks fail again and again. */
const large: DeploymentReport = {
  ...rollout,
  timeline: Array.from({ length: 200 }, (_, index) => counts(index * 5, index % 50, 50 - (index % 50), 50)),
  events: Array.from({ length: 500 }, (_, index) =>
    event(index * 2, `has started 1 tasks: (task ${id(index + 1000)}).`),
  ),
  stoppedTasks: Array.from({ length: 50 }, (_, index) => ({
    ...(rolledBack.stoppedTasks[0] as (typeof rolledBack.stoppedTasks)[0]),
    id: id(index + 1000),
    stoppedAt: new Date(at(index * 2 + 30)),
  })),
  endedAt: at(1000),
}

describe('the chart of a rollout', () => {
  test('shows how many tasks of each version ran when, which stopped, and the steps', () => {
    expect(decoded(rolloutChart(rollout))).toMatchInlineSnapshot(`
"\`\`\`mermaid
%%{init: {"gantt": {"leftPadding": 75}}}%%
gantt
    dateFormat YYYY-MM-DD HH:mm:ss
    axisFormat %M:%S
    todayMarker off
    section app:8
    0 of 2 running : 2000-01-01 00:00:10, 10s
    1 of 2 running : 2000-01-01 00:00:20, 40s
    0 of 2 running : 2000-01-01 00:01:00, 125s
    section app:7
    2 running : 2000-01-01 00:00:10, 30s
    1 running : 2000-01-01 00:00:40, 20s
    2 running : 2000-01-01 00:01:00, 125s
    section stopped
    2 tasks: exit code 1 : crit, 2000-01-01 00:00:02, 1s
    section steps
    deployment started : milestone, 2000-01-01 00:00:05, 0s
    ECS rolls back : milestone, 2000-01-01 00:01:10, 0s
    this run ends: rolled-back : milestone, 2000-01-01 00:03:05, 0s
\`\`\`"
`)
  })

  test('is not there where nothing was watched', () => {
    expect(rolloutChart(rolledBack)).toBeUndefined()
  })

  test('has hours where it takes an hour', () => {
    expect(rolloutChart({ ...rollout, endedAt: at(4000) })).toContain('axisFormat %H:%M:%S')
  })

  test('of a large service keeps to few bars', () => {
    const bars = decoded(rolloutChart(large)).match(/^ {4}(?!section).* : /gm) ?? []
    expect(bars.length).toBeLessThan(30)
  })
})

describe('the tasks', () => {
  const seen: SeenTask = {
    id: id(3),
    seenAt: at(180),
    status: 'RUNNING',
    health: 'HEALTHY',
    zone: 'eu-west-1a',
    startedAt: at(85),
    exec: true,
  }

  test('are those that were seen, that stopped, and that events name', () => {
    const rows = taskRows({ ...rollout, tasks: [seen], stoppedTasks: rolledBack.stoppedTasks.slice(0, 1) })
    expect(rows).toMatchObject([
      { id: id(3), state: 'RUNNING', health: 'HEALTHY', zone: 'eu-west-1a', startedAt: at(80) },
      { id: id(1), state: 'STOPPED', startedAt: at(9), why: 'Essential container in task exited; app: exit code 1' },
      { id: id(2), state: 'started', startedAt: at(9) },
    ])
  })

  test('that ECS was told to stop since they were seen do not run', () => {
    const events = [event(190, `has stopped 1 running tasks: (task ${id(3)}).`)]
    expect(taskRows({ ...rolledBack, tasks: [seen], stoppedTasks: [], events })).toMatchObject([
      { state: 'told to stop' },
    ])
    const earlier = [event(170, `has stopped 1 running tasks: (task ${id(3)}).`)]
    expect(taskRows({ ...rolledBack, tasks: [seen], stoppedTasks: [], events: earlier })).toMatchObject([
      { state: 'RUNNING' },
    ])
  })

  test('say when they were seen, where that was long before the end', () => {
    expect(jobSummary({ ...rollout, tasks: [{ ...seen, seenAt: at(90) }] })).toContain('RUNNING (seen at 1:30)')
  })

  test('are grouped where they are many', () => {
    const summary = jobSummary(large)
    expect(summary).toContain('<summary>Tasks (500)</summary>')
    expect(summary).toMatch(/^\| 50 tasks, the newest .* \| STOPPED \|/m)
    expect(summary).toMatch(/^\| 450 tasks, the newest .* \| started \|/m)
  })
})

describe('the events', () => {
  test('that say the same are one row', () => {
    const rows = foldEvents([...large.events, event(2000, 'has reached a steady state.')])
    expect(rows).toMatchObject([{ count: 500 }, { count: 1, message: 'has reached a steady state.' }])
  })

  test('two in a row stay two', () => {
    expect(foldEvents(large.events.slice(0, 2))).toHaveLength(2)
  })
})

describe('50 tasks and 500 events', () => {
  // None says the same as the one before it.
  const busy = {
    ...large,
    events: large.events.map((one, index) =>
      index % 2 === 0 ? one : event(index, `registered ${index} targets in (target-group g).`),
    ),
  }

  test('stay within a page', () => {
    expect(Buffer.byteLength(jobSummary(large))).toBeLessThan(20_000)
    const summary = jobSummary(busy)
    expect(Buffer.byteLength(summary)).toBeLessThan(60_000)
    expect(summary).toContain('_400 earlier events left out; the report file has them all._')
  })

  test('fit into the annotation', () => {
    expect(annotation(busy).message.length).toBeLessThan(4096)
  })
})

describe('ECS Exec', () => {
  test('is a command with a task that runs, where it is on', () => {
    const tasks = [{ id: id(3), seenAt: at(180), status: 'RUNNING', exec: true }]
    expect(execAdvice({ ...rollout, exec: true, tasks })).toContain(
      `aws ecs execute-command --cluster prod --task ${id(3)} --container app --interactive --command /bin/sh --region eu-west-1`,
    )
  })

  test('says first how to find a task, where none was seen', () => {
    const advice = execAdvice({ ...rollout, exec: true })
    expect(advice).toMatch(/aws ecs list-tasks --cluster prod --service-name app[\s\S]*--task TASK/)
  })

  test('says how to switch it on, where it is off', () => {
    const advice = execAdvice({ ...rollout, exec: false })
    expect(advice).toContain('enable-execute-command: true')
    expect(advice).toContain(
      'aws ecs update-service --cluster prod --service app --enable-execute-command --force-new-deployment --region eu-west-1',
    )
    expect(advice).toContain('ssmmessages:OpenDataChannel')
  })

  test('is not spoken of where nothing was deployed, or the service was never read', () => {
    expect(execAdvice({ ...rollout, exec: true, changed: false })).toBeUndefined()
    expect(execAdvice(rollout)).toBeUndefined()
  })
})
