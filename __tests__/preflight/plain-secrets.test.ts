import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { looksSecret, plainSecrets } from '../../src/preflight/checks/plain-secrets.ts'
import { definition, facts } from './support.ts'

// Put together here, so that nobody's scanner takes them for real.
const values = {
  'an access key': `AKIA${'ABCDEFGH12345678'}`,
  'a private key': `-----BEGIN RSA ${'PRIVATE'} KEY-----\nabc`,
  'a GitHub token': `ghp_${'a1'.repeat(18)}`,
  'a Slack token': `xoxb-${'1234567890'}-abc`,
  'a Stripe key': `sk_live_${'a1B2c3D4e5F6'}`,
  'a JSON web token': `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxIn0abc'}.sig`,
  'a password in an address': 'postgresql://user:hunter2@db.example:5432/app',
}

test.each(Object.entries(values))('%s is a secret under any name', (_, value) => {
  expect(looksSecret('SETTING', value)).toBe(true)
})

test.each([
  'DB_PASSWORD',
  'PGPASSWORD',
  'JWT_SECRET',
  'GITHUB_TOKEN',
  'STRIPE_API_KEY',
  'apiKey',
  'AWS_SECRET_ACCESS_KEY',
])('%s is a secret', (name) => {
  expect(looksSecret(name, 'a-value')).toBe(true)
})

test.each([
  ['PORT', '8080'],
  ['DATABASE_URL', 'postgresql://db.example:5432/app'],
  ['DB_PASSWORD_FILE', '/run/secrets/db'],
  ['DB_SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db'],
  ['TOKEN_TTL', '1h'],
  ['AWS_ACCESS_KEY_ID', ''],
  ['USE_TOKENS', 'true'],
  ['MAX_TOKENS', '4096'],
  ['NEXT_PUBLIC_API_KEY', 'shown to everybody'],
  ['DB_PASSWORD', ''],
])('%s=%s is none', (name, value) => {
  expect(looksSecret(name, value)).toBe(false)
})

describe('what is said', () => {
  test('names the variable and never shows its value', () => {
    const value = fc.string({ minLength: 12, maxLength: 40 }).map((text) => `canary-${text}`)
    fc.assert(
      fc.property(value, (secret) => {
        const environment = [{ name: 'DB_PASSWORD', value: secret }]
        const found = plainSecrets(facts({ definition: definition({ environment }) }))
        expect(found).toMatchObject([{ message: expect.stringContaining('DB_PASSWORD') }])
        expect(JSON.stringify(found)).not.toContain('canary-')
      }),
    )
  })

  test('has the place of the value', () => {
    const environment = [
      { name: 'A', value: 'b' },
      { name: 'API_TOKEN', value: 'c' },
    ]
    const [found] = plainSecrets(facts({ definition: definition({ environment }) }))
    expect(found?.path).toEqual(['containerDefinitions', 0, 'environment', 1, 'value'])
  })
})
