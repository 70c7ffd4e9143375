/** What is generated into the workflows, and that it is fresh. */
import { describe, expect, test } from '@jest/globals'
import { pages } from '../../scripts/docs.ts'
import { callable, deployActionFile, withWorkflowBlocks } from '../../scripts/workflow-blocks.ts'

const action = `inputs:
  cluster: { description: "Name, or 'ARN'.", default: default }
  service: { description: Name., required: true }
  wait-for-minutes: { description: How long., default: '30' }
  github-token: { description: Token., default: x }
outputs:
  outcome: { description: How it ended. }
  report: { description: A path. }
`
const read = (path: string) => (path === 'deploy/action.yml' ? action : undefined)
const written = (...lines: readonly string[]) => withWorkflowBlocks(lines.join('\n'), read).split('\n')

describe('a block', () => {
  test('of inputs: strings that are empty where they are not given', () => {
    expect(
      written('  # <inputs of deploy/action.yml but wait-for-minutes>', '  stale: {}', '  # </inputs>', 'after'),
    ).toEqual([
      '  # <inputs of deploy/action.yml but wait-for-minutes>',
      '  cluster:',
      "    description: 'Name, or ''ARN''. Unset: `default`.'",
      '    type: string',
      "    default: ''",
      '  service:',
      "    description: 'Name.'",
      '    type: string',
      '    required: true',
      '  # </inputs>',
      'after',
    ])
  })

  test('of what is handed on leaves out what stands beside it, before and after', () => {
    expect(
      written(
        'with:',
        '  cluster: here',
        '  # <with of deploy/action.yml>',
        '  # </with>',
        '  service: there',
        'service: elsewhere',
      ),
    ).toEqual([
      'with:',
      '  cluster: here',
      '  # <with of deploy/action.yml>',
      '  wait-for-minutes: ${{ inputs.wait-for-minutes }}',
      '  # </with>',
      '  service: there',
      'service: elsewhere',
    ])
  })

  test('of outputs, of a job and of the workflow', () => {
    expect(written('# <job-outputs of deploy/action.yml from steps.x but report>', '# </job-outputs>')[1]).toBe(
      'outcome: ${{ steps.x.outputs.outcome }}',
    )
    expect(written('# <outputs of deploy/action.yml from jobs.y but report>', '# </outputs>').slice(1, -1)).toEqual([
      'outcome:',
      "  description: 'How it ended.'",
      '  value: ${{ jobs.y.outputs.outcome }}',
    ])
  })

  test('of limits: the inputs that say how long to wait', () => {
    expect(written('# <limits of deploy/action.yml>', '# </limits>')[1]).toBe(
      'WAIT_FOR_MINUTES: ${{ inputs.wait-for-minutes }}',
    )
  })

  test('stays as it is where its source is not there', () => {
    const lines = ['# <inputs of plan/action.yml>', 'kept: {}', '# </inputs>']
    expect(written(...lines)).toEqual(lines)
  })

  test('without an end, or of an unknown kind, is an error', () => {
    expect(() => written('# <inputs of deploy/action.yml>')).toThrow('has no end')
    expect(() => written('# <things of deploy/action.yml>', '# </things>')).toThrow('No block is called things')
  })
})

test('a workflow is called with its inputs, an action with its own', () => {
  expect(Object.keys(callable('on: { workflow_call: { inputs: { a: {} }, secrets: { b: {} } } }').inputs)).toEqual([
    'a',
  ])
  expect(Object.keys(callable(action).inputs)).toContain('cluster')
})

test('deploy/action.yml is the action of the root, one folder further down', () => {
  expect(deployActionFile('runs:\n  using: node24\n  main: dist/a.js\n  post: dist/b.js\n')).toMatch(
    /main: \.\.\/dist\/a\.js\n {2}post: \.\.\/dist\/b\.js/,
  )
})

test('everything that is generated into YAML is fresh', () => {
  const yaml = pages('.').filter(({ path }) => path.endsWith('.yml'))
  expect(yaml.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['deploy/action.yml', '.github/workflows/pipeline.yml']),
  )
  expect(yaml.filter(({ stale }) => stale).map(({ path }) => path)).toEqual([])
})
