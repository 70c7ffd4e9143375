import { describe, expect, test } from '@jest/globals'
import { deployInputDefaults } from '../../src/inputs/deploy-input-names.ts'
import { InputReader } from '../../src/inputs/input-reader.ts'
import { readVerification } from '../../src/inputs/verification.ts'

async function read(inputs: Readonly<Record<string, string>>) {
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  const reader = new InputReader(env, deployInputDefaults)
  const value = await readVerification(reader)
  return { value, problems: reader.problems.map(({ input, message }) => `${input}: ${message}`) }
}

test('nothing is asked for: nothing is verified', async () => {
  expect(await read({ 'verify-timeout-seconds': '10' })).toEqual({ value: undefined, problems: [] })
})

test('a script is taken as it is, alarms one per line and once each', async () => {
  const { value, problems } = await read({ 'verify-command': 'a\nb', 'verify-alarms': 'one\n# two\none\nthree four' })
  expect(problems).toEqual([])
  expect(value).toEqual({
    urls: [],
    command: 'a\nb',
    timeoutSeconds: 180,
    alarms: ['one', 'three four'],
    alarmsMinutes: 5,
  })
})

describe('mistakes', () => {
  test.each([
    [{ 'verify-alarms': 'arn:aws:cloudwatch:us-east-1:1:alarm:x' }, /verify-alarms: Line 1 is an ARN\. Write the name/],
    [{ 'verify-alarms': 'x'.repeat(256) }, /longer than the name of an alarm/],
    [{ 'verify-alarms': Array.from({ length: 101 }, (_, index) => `a${index}`).join('\n') }, /at most 100/],
    [{ 'verify-timeout-seconds': '0' }, /verify-timeout-seconds: "0" is not/],
    [{ 'verify-alarms-minutes': '0' }, /verify-alarms-minutes: "0" is not/],
    [{ 'verify-command': 'x', 'wait-for-service-stability': 'false' }, /verify-command: .*must be true/],
  ] as readonly [Record<string, string>, RegExp][])('%o', async (inputs, message) => {
    expect((await read(inputs)).problems).toEqual([expect.stringMatching(message)])
  })
})
