import { describe, expect, test } from '@jest/globals'
import type { Diagnosis } from '../../src/diagnosis/evidence.ts'
import { jobSummary } from '../../src/github/job-summary.ts'
import type { DeploymentReport } from '../../src/report.ts'
import { rolledBack, startedAt, version, without } from './support.ts'

describe('the job summary', () => {
  test('of a failed deployment', () => {
    expect(jobSummary(rolledBack)).toMatchInlineSnapshot(`
"## ❌ app: failed, rolled back

app:8 failed to start; app:7 runs again. Cause: Container "app" exits with code 1 (2 tasks). Running now: 2 of 2 tasks.

|  | Before | Wanted | Now |
| --- | --- | --- | --- |
| Task definition | <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/task-definitions/app/7/containers?region=eu-west-1"><code>app:7</code></a> | <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/task-definitions/app/8/containers?region=eu-west-1"><code>app:8</code></a> | <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/task-definitions/app/7/containers?region=eu-west-1"><code>app:7</code></a> |
| Image of <code>app</code> | <code>sha256:aaaaaaaaaaaa</code> | <code>sha256:bbbbbbbbbbbb</code> | <code>sha256:aaaaaaaaaaaa</code> |
| Image of <code>proxy</code><br><code>envoy</code> | <code>v1</code> | <code>v1</code> | <code>v1</code> |

### Why

**Container "app" exits with code 1 (2 tasks)**

The program ended by itself with an error.

> Task <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/tasks/00000000000000000000000000000001/configuration?region=eu-west-1"><code>00000000</code></a>: Essential container in task exited; app: exit code 1

What to do:

1. Read what the container wrote:

   \`\`\`sh
   aws logs tail /ecs/app --log-stream-names 'app/app/1' --region eu-west-1
   \`\`\`

2. Then fix it.

### By hand

Deploy the previous version again:

\`\`\`sh
aws ecs update-service --cluster prod --service app --task-definition app:7
\`\`\`

### Worth knowing

- Tagging was denied: allow ecs:TagResource.

<details><summary>Tasks (2)</summary>

| Task | State | Health | Zone | Started | Stopped | Why it stopped |
| --- | --- | --- | --- | --- | --- | --- |
| <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/tasks/00000000000000000000000000000001/configuration?region=eu-west-1"><code>00000000</code></a> | STOPPED |  |  |  | 09:00:01 | Essential container in task exited; app: exit code 1 |
| <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/tasks/00000000000000000000000000000002/configuration?region=eu-west-1"><code>00000000</code></a> | STOPPED |  |  |  | 09:00:02 | Essential container in task exited; app: exit code 1 |

</details>

<details><summary>Why tasks stopped (2)</summary>

2 tasks, the newest <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/tasks/00000000000000000000000000000002/configuration?region=eu-west-1"><code>00000000</code></a> (<code>EssentialContainerExited</code>):

> Essential container in task exited

- <code>app</code>: exit code 1 (<a href="https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fapp/log-events/app$252Fapp$252F00000000000000000000000000000002">log</a>)

Last lines of <code>app</code>:

\`\`\`\`text
Error: cannot connect
\`\`\`
::error::no
\`\`\`\`

</details>

<details><summary>What changed (2)</summary>

| Setting | Before | After |
| --- | --- | --- |
| <code>app: image</code> | <code>old</code> | <code>new</code> |
| <code>app: environment TOKEN</code> |  |  |

</details>

<details><summary>Timeline (1 min 35 s)</summary>

| UTC | After | What |
| --- | --- | --- |
| 09:00:01 | 0:01 | Registered app:8 |
| 09:01:35 | 1:35 | A task stopped |

</details>

<details><summary>Service events (1)</summary>

| UTC | Event |
| --- | --- |
| 09:00:20 | has started 1 tasks: (task 0123). |

</details>

In the AWS console: <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/app/health?region=eu-west-1">Service</a>, <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/app/deployments?region=eu-west-1">deployments</a>, <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/app/tasks?region=eu-west-1">tasks</a>, <a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/app/logs?region=eu-west-1">logs</a> · cluster <code>prod</code>, Region <code>eu-west-1</code>, deployment <code>ecs-svc/1234567890123456789</code> · took 3 min 5 s
"
`)
  })

  test('of a service that was never seen has no made-up versions', () => {
    const summary = jobSummary({
      ...without(rolledBack, 'before', 'wanted', 'now', 'deploymentId', 'serviceDeploymentArn'),
      outcome: 'failed',
      diagnoses: [],
      events: [],
      stoppedTasks: [],
      timeline: [],
      changes: [],
      notices: [],
      commands: [],
    })
    expect(summary).not.toMatch(/Task definition|^\|/m)
    expect(summary).toContain('How many tasks run now is not known.')
    expect(summary).not.toContain('undefined')
    expect(summary).not.toContain('<details>')
  })

  test('says when what runs now is only what was last seen', () => {
    const summary = jobSummary({ ...rolledBack, now: { running: 1, desired: 2, seen: false } })
    expect(summary).toContain('| Now (as last seen) |')
    expect(summary).toContain('Running when last seen: 1 of 2 tasks.')
  })

  test('has no number of tasks twice', () => {
    const headline = 'app:8 runs (2 of 2 tasks).'
    expect(jobSummary({ ...rolledBack, outcome: 'deployed', headline })).toContain(`\n\n${headline}\n\n`)
  })

  test('counts the tasks of other versions beside', () => {
    const beside = [{ version: version(8, 'b'), running: 1 }]
    const summary = jobSummary({
      ...rolledBack,
      now: { version: version(7, 'a'), beside, running: 3, desired: 2, seen: true },
    })
    expect(summary).toContain('Running now: 3 of 2 tasks, 1 of them app:8.')
  })

  test('calls a version without a name a new revision', () => {
    const summary = jobSummary({ ...rolledBack, wanted: { ...version(8, 'b'), taskDefinition: '' } })
    expect(summary).toMatch(/^\| Task definition \| .*app:7.* \| a new revision \| .*app:7.* \|$/m)
  })

  test('has no empty list of what to do', () => {
    const [first] = rolledBack.diagnoses
    const summary = jobSummary({ ...rolledBack, diagnoses: [{ ...(first as Diagnosis), advice: [] }] })
    expect(summary).not.toContain('What to do')
  })

  test('links no log of a container that never ran', () => {
    const log = { group: '/ecs/app', stream: 'app/app/1', region: 'eu-west-1' }
    const reason = 'CannotPullContainerError: not found'
    const containers = [{ name: 'app', reason, essential: true, log }]
    const summary = jobSummary({ ...rolledBack, stoppedTasks: [{ id: '1', stoppedReason: reason, containers }] })
    expect(summary).toMatch(/^- <code>app<\/code>: never ran$/m)
  })

  test('has no link where the console is not known', () => {
    const summary = jobSummary({ ...rolledBack, partition: 'aws-iso', region: 'us-iso-east-1' })
    expect(summary).not.toContain('us-iso-east-1.console')
    expect(summary).not.toContain('Service in the AWS console')
  })
})

describe('foreign text in the job summary', () => {
  const nasty =
    'a|b `c` <img src=x> @octocat #12 **bold** [x](http://evil) $1$\n| row |\n## head & \u202Ereversed\u001B[31mred ::error::x'
  const hostile: DeploymentReport = {
    ...rolledBack,
    headline: nasty,
    events: [{ id: '1', at: new Date(startedAt), message: nasty }],
    notices: [nasty],
    timeline: [{ at: startedAt, text: nasty }],
    changes: [{ path: nasty, kind: 'changed', before: nasty, after: nasty }],
    stoppedTasks: [
      {
        id: '1',
        stoppedReason: nasty,
        containers: [{ name: nasty, reason: nasty, essential: true, lastLines: [nasty, '````', '</details>'] }],
      },
    ],
    diagnoses: rolledBack.diagnoses.map((diagnosis) => ({
      ...diagnosis,
      title: nasty,
      facts: [nasty],
      advice: [nasty],
    })),
    commands: [],
  }
  const prose = jobSummary({ ...hostile, stoppedTasks: [] }).replace(/```sh[\s\S]*?```/g, '')

  test('makes no HTML, link, mention, reference, heading or table row', () => {
    // GitHub links nothing inside <code>.
    const linkable = prose.replace(/<code>.*?<\/code>/g, '')
    expect(linkable).not.toMatch(/@octocat|#12\b/)
    expect(prose).not.toMatch(/<img|\]\(http|^\| row|^## head|\*\*bold/m)
    expect(['\u202E', '\u001B'].filter((invisible) => prose.includes(invisible))).toEqual([])
    expect(prose).toContain('a&#124;b &#96;c&#96; &#60;img src=x&#62; @&#8203;octocat #&#8203;12')
  })

  test('keeps every table row at the width of its head', () => {
    const tables = prose.match(/(?:^\|.*\|\n?)+/gm) ?? []
    expect(tables.length).toBeGreaterThan(2)
    for (const rows of tables.map((table) => table.trim().split('\n'))) {
      const widths = new Set(rows.map((row) => row.split('|').length))
      expect(widths.size).toBe(1)
    }
  })

  test('cannot end a code block', () => {
    const summary = jobSummary(hostile)
    const [, fence = ''] = /(`{3,})text\n/.exec(summary) ?? []
    expect(fence).toBe('`````')
    expect(summary.split('\n').filter((line) => line === fence)).toHaveLength(1)
  })
})

describe('the size of the job summary', () => {
  const limit = 800_000
  const wide = '𠮷'

  test('stays below GitHub’s limit with 10,000 events and tasks of 4-byte characters, and says what was left out', () => {
    const long = wide.repeat(3000)
    const many = <T>(make: (index: number) => T): T[] => Array.from({ length: 10_000 }, (_, index) => make(index))
    const summary = jobSummary({
      ...rolledBack,
      headline: long,
      cluster: long,
      events: many((index) => ({
        id: String(index),
        at: new Date(startedAt + index * 1000),
        // Two kinds in turn, so that none are folded.
        message: `${index % 2 === 0 ? 'other' : 'event'} ${index} ${long}`,
      })),
      stoppedTasks: many((index) => ({ id: String(index), stoppedReason: `${index} ${long}`, containers: [] })),
      timeline: many((index) => ({ at: startedAt + index, text: long })),
      notices: many(() => long),
      changes: many((index) => ({ path: `${index} ${long}`, kind: 'added' as const, after: long })),
      commands: many(() => ({ why: long, command: long })),
      diagnoses: many(() => ({ ...(rolledBack.diagnoses[0] as (typeof rolledBack.diagnoses)[0]), title: long })),
    })
    expect(Buffer.byteLength(summary)).toBeLessThan(limit)
    expect(summary).toMatch(/\d+ earlier events left out/)
    expect(summary).toContain('event 9999')
    expect(summary).not.toContain('event 1 ')
    expect(summary).toMatch(/further kinds of stopped tasks left out/)
  })

  test('stays below it when every character needs an escape', () => {
    const escaped = '|<@a'.repeat(5000)
    const summary = jobSummary({
      ...rolledBack,
      headline: escaped,
      cluster: escaped,
      region: escaped,
      deploymentId: escaped,
      supersededBy: escaped,
      events: Array.from({ length: 10_000 }, () => ({ id: '1', at: new Date(startedAt), message: escaped })),
    })
    expect(Buffer.byteLength(summary)).toBeLessThan(limit)
  })
})
