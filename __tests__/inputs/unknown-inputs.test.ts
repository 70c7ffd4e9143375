import { describe, expect, test } from '@jest/globals'
import { deployInputNames } from '../../src/inputs/deploy-input-names.ts'
import { foreignNames } from '../../src/inputs/foreign-names.ts'
import { nearestName } from '../../src/inputs/nearest-name.ts'
import { unknownInputs } from '../../src/inputs/unknown-inputs.ts'
import { accepted, inputVariables, refused } from './read.ts'

function advice(name: string): string {
  const problems = unknownInputs(inputVariables({ [name]: 'hunter2' }), deployInputNames, foreignNames)
  expect(problems).toHaveLength(1)
  expect(problems[0]?.message).not.toContain('hunter2')
  return problems[0]?.message ?? ''
}

test.each([
  ['clutser', 'cluster'],
  ['servcie', 'service'],
  ['imge', 'image'],
  ['dry_run', 'dry-run'],
  ['task_definition', 'task-definition'],
  ['taskDefinition', 'task-definition'],
  ['container_name', 'container-name'],
  ['environment-variable', 'environment-variables'],
  ['wait-for-minute', 'wait-for-minutes'],
  ['log-configuration-option', 'log-configuration-options'],
])('%s: did you mean %s', async (name, meant) => {
  expect(advice(name)).toContain(`Did you mean ${meant}?`)
})

test.each([
  ['wait-max-delay-seconds', /not needed/],
  ['max-retries', /not needed/],
  ['keep-null-value-keys', /not needed/],
  ['codedeploy-appspec', /CODE_DEPLOY/],
  ['codedeploy-anything-new', /CODE_DEPLOY/],
  ['run-task', /use pre-deploy-command .* run-task action/],
  ['run-task-subnets', /use pre-deploy-command .* run-task action/],
  ['task-definition-family', /use task-definition/],
  ['task-definition-arn', /use task-definition/],
  ['task-definition-revision', /family:revision/],
  ['timeout', /wait-for-minutes/],
  ['image-uri', /use image/],
  ['image_uri', /use image/],
  ['container', /use container-name/],
  ['tag', /ecr-repository with image-tag/],
  ['aws-secret-access-key', /configure-aws-credentials/],
])("%s is another action's", async (name, message) => {
  expect(advice(name)).toMatch(message)
})

test('anything else gets the list, and a hint for variables that are not meant as inputs', async () => {
  const message = advice('colour')
  for (const name of deployInputNames) expect(message).toContain(name)
  expect(message).toContain('INPUT_COLOUR')
})

test('an empty input counts as unset, whatever its name', async () => {
  expect(unknownInputs(inputVariables({ colour: '', timeout: ' ' }), deployInputNames, foreignNames)).toEqual([])
})

test('every unknown input is reported, together with everything else that is wrong', async () => {
  expect(await refused({ timeout: '5', colour: 'red', 'dry-run': 'maybe' })).toEqual([
    expect.stringContaining('Input "dry-run"'),
    expect.stringContaining('Input "colour"'),
    expect.stringContaining('Input "timeout"'),
  ])
  expect((await accepted({})).service).toBe('web')
})

describe('the table of other names', () => {
  test('has none of our own', async () => {
    expect([...foreignNames.keys()].filter((name) => (deployInputNames as readonly string[]).includes(name))).toEqual(
      [],
    )
  })

  test('recommends only inputs that exist', async () => {
    const recommended = [...foreignNames.values()].flatMap((text) =>
      [...text.matchAll(/\buse ([a-z-]+)/g)].map(([, name]) => name),
    )
    expect(recommended.length).toBeGreaterThan(20)
    expect(recommended.filter((name) => !(deployInputNames as readonly (string | undefined)[]).includes(name))).toEqual(
      [],
    )
  })
})

test.each([
  ['cpu', 'cpu'],
  ['cup', 'cpu'],
  ['xyz', undefined],
  ['memry', 'memory'],
  ['imags', 'image'],
])('nearestName(%s) is %s', async (word, name) => {
  expect(nearestName(word, deployInputNames)).toBe(name)
})
