import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Diagnosis } from '../../src/diagnosis/evidence.ts'
import { consoleLogger } from '../../src/github/log.ts'
import { writeLines } from '../../src/github/log-line.ts'
import { annotation, closingLines } from '../../src/github/log-report.ts'
import { closed, rolledBack, version, without } from './support.ts'

function recorder(onGitHub = true) {
  const lines: string[] = []
  const logger = consoleLogger({ write: (text) => lines.push(...text.replace(/\n$/, '').split('\n')) }, onGitHub)
  return { logger, lines }
}

/** How the runner finds commands (actions/runner, ActionCommand.cs), invisible characters ignored as .NET does. */
function isCommand(line: string): boolean {
  const seen = line.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
  return seen.trimStart().startsWith('::') || seen.includes('##[')
}

describe('info', () => {
  test.each([
    ['::error::x'],
    ['   ::add-mask::x'],
    ['\t::error::x'],
    ['\u200B::error::x'],
    [':\u200B:error::x'],
    ['\u001B[31m::error::x'],
    ['text ##[error]x'],
    ['##\u200B[error]x'],
    ['ok\n::set-output name=a::b'],
    ['ok\r::stop-commands::x'],
  ])('never writes a workflow command: %j', (text) => {
    const { logger, lines } = recorder()
    logger.info(text)
    expect(lines.filter(isCommand)).toEqual([])
    expect(lines.join('\n')).toMatch(/x|b/)
  })

  test('never does so whatever the text', () => {
    const piece = fc.constantFrom(
      '::',
      ':',
      '#',
      '##[',
      ' ',
      '\n',
      '\r',
      '\u200B',
      '\u001B[0m',
      '\u2028',
      'error',
      ']',
      '\t',
      '\u00AD',
      '\uFEFF',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { logger, lines } = recorder()
        logger.info(pieces.join(''))
        expect(lines.filter(isCommand)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves ordinary lines as they are', () => {
    const { logger, lines } = recorder()
    logger.info('  Task 0123: exit code 1 [x] a::b ✅ é')
    expect(lines).toEqual(['  Task 0123: exit code 1 [x] a::b ✅ é'])
  })
})

describe('annotations', () => {
  test('escape what the runner unescapes', () => {
    const { logger, lines } = recorder()
    logger.error('100%\nsecond', 'a: b, c')
    expect(lines).toEqual(['::error title=a%3A b%2C c::100%25%0Asecond'])
  })

  test('one error per run; the next is a line', () => {
    const { logger, lines } = recorder()
    logger.error('first')
    logger.error('second', 'Title')
    expect(lines).toEqual(['::error::first', 'Error: Title: second'])
  })

  test('stay below the length at which the runner cuts, without half characters', () => {
    const { logger, lines } = recorder()
    logger.warning(`x${'😀'.repeat(5000)}`)
    const message = lines[0]?.replace('::warning::', '') ?? ''
    expect(message.length).toBeLessThanOrEqual(4096)
    expect(message.endsWith('😀…')).toBe(true)
    expect(message.isWellFormed()).toBe(true)
  })

  test('beyond the ten that GitHub keeps become lines', () => {
    const { logger, lines } = recorder()
    for (let number = 1; number <= 12; number += 1) logger.notice(`n${number}`)
    expect(lines.filter((line) => line.startsWith('::notice::'))).toHaveLength(10)
    expect(lines.slice(-2)).toEqual(['Notice: n11', 'Notice: n12'])
  })
})

describe('groups', () => {
  test('are closed before the next, and once', () => {
    const { logger, lines } = recorder()
    logger.group('one')
    logger.group('two')
    logger.endGroup()
    logger.endGroup()
    expect(lines).toEqual(['::group::one', '::endgroup::', '::group::two', '::endgroup::'])
  })

  test('outside GitHub nothing is a command', () => {
    const { logger, lines } = recorder(false)
    logger.group('one')
    logger.warning('w')
    logger.error('e')
    logger.debug('d')
    logger.endGroup()
    expect(lines).toEqual(['one', 'Warning: w', 'Error: e'])
  })
})

describe('the closing lines', () => {
  test('tell outcome, what runs, cause, evidence, steps and commands in this order', () => {
    const order = [
      'Outcome: failed, rolled back (rolled-back) after 3 min 5 s',
      'app:8 failed to start; app:7 runs again. Cause: Container "app" exits with code 1 (2 tasks).',
      expect.stringMatching(/^Runs now: app:7, app: .*, 2 of 2 tasks$/),
      expect.stringMatching(/^Wanted: app:8/),
      'Cause: Container "app" exits with code 1 (2 tasks)',
      '  What to do:',
      "      aws logs tail /ecs/app --log-stream-names 'app/app/1' --region eu-west-1",
      'Stopped tasks (2)',
      expect.stringMatching(/^ {2}2 × Essential container in task exited \[app exit code 1\]/),
      'By hand:',
      '    aws ecs update-service --cluster prod --service app --task-definition app:7',
      'AWS console: https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/app/health?region=eu-west-1',
    ]
    const lines = closed(rolledBack)
    expect(lines).toEqual(expect.arrayContaining(order))
    const plain = order.filter((line) => typeof line === 'string')
    expect(lines.filter((line) => plain.includes(line))).toEqual(plain)
  })

  test('of a success give no cause', () => {
    const lines = closed({ ...rolledBack, outcome: 'deployed' }).join('\n')
    expect(lines).not.toContain('Cause:')
    expect(lines).not.toContain('Stopped tasks')
  })

  test('name the cause once, and none where none was found', () => {
    const [first] = rolledBack.diagnoses
    const withDiagnosis = (more: Partial<Diagnosis>): string =>
      closed({ ...rolledBack, diagnoses: [{ ...(first as Diagnosis), ...more }] })[2] ?? ''
    expect(withDiagnosis({})).toMatch(/ Cause: Container "app"/)
    expect(closed({ ...rolledBack, outcome: 'superseded' })[2]).toBe(rolledBack.headline)
    expect(withDiagnosis({ cause: 'unknown' })).toBe(rolledBack.headline)
    expect(withDiagnosis({ cause: 'input', facts: [] })).toBe(rolledBack.headline)
    expect(withDiagnosis({ title: 'app:8 failed to start' })).toBe(rolledBack.headline)
  })

  test('count one task as one', () => {
    const counted = (running: number, desired: number): string =>
      closed({ ...rolledBack, now: { running, desired, seen: true } })[3] ?? ''
    expect(counted(1, 1)).toMatch(/1 of 1 task$/)
    expect(counted(0, 1)).toMatch(/0 of 1 task$/)
    expect(counted(1, 2)).toMatch(/1 of 2 tasks$/)
    expect(counted(2, 1)).toMatch(/2 of 1 tasks$/)
  })

  test('call a version without a name a new revision', () => {
    const lines = closed({ ...rolledBack, wanted: { ...version(8, 'b'), taskDefinition: '' } })
    expect(lines).toContainEqual(expect.stringMatching(/^Wanted: a new revision, app: /))
  })

  test('say so when nothing is known about what runs', () => {
    expect(closed(without(rolledBack, 'now')).join('\n')).toContain('Runs now: not known')
    const untouched = { ...without(rolledBack, 'now'), changed: false }
    expect(closed(untouched).join('\n')).toContain('this run changed nothing')
  })

  test('the annotation names service and cause, and the next step', () => {
    const { title, message } = annotation(rolledBack)
    expect(title).toBe('app: Container "app" exits with code 1 (2 tasks)')
    expect(message).toMatch(
      /^app:8 failed to start; app:7 runs again\. Cause: Container "app" exits with code 1 \(2 tasks\)\.\n/,
    )
    expect(message).toContain('Next step: Read what the container wrote:\naws logs tail')
    expect(annotation({ ...rolledBack, diagnoses: [], outcome: 'unknown' }).title).toBe('app: outcome unknown')
  })
})

describe('colours', () => {
  const written = (onGitHub: boolean): string => {
    let text = ''
    const log = consoleLogger({ write: (more: string) => (text += more) }, onGitHub)
    writeLines(closingLines(rolledBack), log)
    return text
  }

  test('mark the outcome, the cause and what to do, each line by itself', () => {
    const lines = written(true).split('\n')
    expect(lines).toContain('\u001B[1;31mOutcome: failed, rolled back (rolled-back) after 3 min 5 s\u001B[0m')
    expect(lines).toContain('\u001B[1;31mCause: Container "app" exits with code 1 (2 tasks)\u001B[0m')
    expect(lines).toContain('\u001B[1m  What to do:\u001B[0m')
    expect(lines).toContain('\u001B[33mNote: Tagging was denied: allow ecs:TagResource.\u001B[0m')
    for (const line of lines.filter((one) => one.includes('\u001B'))) {
      expect(line.replaceAll('\u001B', 'ESC')).toMatch(/^ESC\[[\d;]+m(?!.*ESC.*ESC).+ESC\[0m$/)
    }
  })

  test('are not there on a terminal', () => {
    expect(written(false)).not.toContain('\u001B')
  })

  test('of what is shown do not come from what somebody else wrote', () => {
    let text = ''
    consoleLogger({ write: (more: string) => (text += more) }).info('\u001B[31mred\u001B[0m', 'good')
    expect(text).toBe('\u001B[1;32mred\u001B[0m\n')
  })

  test('fold the evidence', () => {
    const text = written(true)
    expect(text).toMatch(/::group::Stopped tasks \(2\)\n {2}2 × Essential container in task exited .*\n::endgroup::\n/)
    expect(text).toMatch(/::group::Last lines of app in task 0+2\n {2}\| Error: cannot connect\n[\s\S]*?::endgroup::/)
  })
})
