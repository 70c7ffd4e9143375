import { describe, expect, test } from '@jest/globals'
import { latestTags, rootUsers, unlikelyHealthChecks } from '../../src/preflight/checks/definition.ts'
import { placeholderIn, placeholders } from '../../src/preflight/checks/placeholders.ts'
import { definition, facts } from './support.ts'

describe('health checks', () => {
  const check = (image: string, ...command: string[]) =>
    unlikelyHealthChecks(facts({ definition: definition({ image, healthCheck: { command } }) }))

  test.each([
    ['gcr.io/distroless/nodejs22', 'curl -f http://localhost', 1],
    ['node:22-alpine', 'curl -f http://localhost', 1],
    ['node:22-alpine', 'wget -q http://localhost', 0],
    ['python:3.11-slim', 'curl -f http://localhost', 1],
    ['python:3.11-slim', 'wget -q http://localhost', 1],
    ['python:3.11-slim', 'python -c "import urllib"', 0],
    ['node:22', 'curl -f http://localhost', 0],
    ['registry.example/slimane/web:1', 'curl -f http://localhost', 0],
  ])('%s with %s: %s', (image, command, count) => {
    expect(check(image, 'CMD-SHELL', command)).toHaveLength(count)
  })

  test('a pinned image is known by the tag that the user wrote', () => {
    const images = [{ image: 'web@sha256:1', written: 'web:22-alpine', input: 'image' }]
    const wanted = definition({ image: 'web@sha256:1', healthCheck: { command: ['CMD', 'curl', 'localhost'] } })
    expect(unlikelyHealthChecks(facts({ definition: wanted, images }))).toHaveLength(1)
  })
})

describe('latest', () => {
  test('an image that an input names is told with the input, once', () => {
    const images = [{ image: 'nginx:latest', written: 'nginx:latest', input: 'image' }]
    const found = latestTags(facts({ definition: definition({ image: 'nginx:latest' }), images }))
    expect(found).toMatchObject([{ input: 'image' }])
  })

  test('a digest is as good as a version', () => {
    const image = `nginx@sha256:${'a'.repeat(64)}`
    expect(latestTags(facts({ definition: definition({ image }) }))).toEqual([])
  })
})

describe('placeholders', () => {
  test.each([
    ['ACCOUNT.dkr.ecr.REGION.amazonaws.com/web:1', 'ACCOUNT'],
    ['arn:aws:iam::ACCOUNT_ID:role/task', 'ACCOUNT_ID'],
    ['arn:aws:secretsmanager:region:account:secret:activelog/db-url', 'account'],
    ['arn:aws:secretsmanager:<REGION>:111122223333:secret:db', '<REGION>'],
    ['arn:aws:iam::<your account>:role/task', '<your account>'],
    ['YOUR_REPOSITORY/web:1', 'YOUR_REPOSITORY'],
    ['registry.example/${NAME}:1', '${NAME}'],
  ])('%s: %s', (text, shown) => {
    expect(placeholderIn(text, false)).toBe(shown)
  })

  test.each([
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/account:1',
    'arn:aws:iam::aws:policy/x',
    'arn:aws:iam::111122223333:role/account-service',
    'arn:aws:s3:::bucket/file.env',
    '/region/account',
  ])('%s: none', (text) => {
    expect(placeholderIn(text, false)).toBeUndefined()
  })

  test('of a command only what nobody writes on purpose, and never the text', () => {
    const wanted = definition({
      command: ['sh', '-c', 'echo ${PORT} <a>'],
      environment: [{ name: 'KEY', value: 'YOUR_KEY' }],
    })
    const found = placeholders(facts({ definition: wanted }))
    expect(found.map(({ message }) => message)).toEqual([
      'containerDefinitions[0].environment[0].value looks like it still holds a placeholder. Put the real value there.',
    ])
  })
})

describe('root', () => {
  test.each([
    ['root', 1],
    ['0', 1],
    ['0:1000', 1],
    ['root:root', 1],
    ['rootless', 0],
    ['1000', 0],
    ['1000:0', 0],
    [undefined, 0],
  ])('user %s: %s', (user, count) => {
    const wanted = definition(user === undefined ? {} : { user })
    expect(rootUsers(facts({ definition: wanted }))).toHaveLength(count)
  })
})
