import { describe, expect, test } from '@jest/globals'
import { cancelledEnding, endingOfError } from '../../src/deployment/interrupted.ts'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import { sendOnce } from '../../src/deployment/send-once.ts'
import { ProblemsFound } from '../../src/problem.ts'
import { record, version } from './samples.ts'

const answered = (name: string, message: string, status = 400) =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } })

const errors = {
  refused: answered('ClientException', 'TaskDefinition is inactive'),
  denied: answered('AccessDeniedException', 'User: x is not authorized to perform: ecs:UpdateService on resource: y'),
  throttled: answered('ThrottlingException', 'Rate exceeded'),
  unsent: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  unclear: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  'server error': answered('ServerException', 'Service Unavailable', 500),
  expired: answered('ExpiredTokenException', 'The security token included in the request is expired'),
  'no-credentials': Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' }),
  bug: new TypeError('undefined is not a function'),
}

const update = { service: 'web' }
const target = { version: version(1), inactive: false }

/** How far the run had come when the error ended it. */
const phases = {
  'nothing was sent': {},
  'the update was sent and not answered': { update, target },
  'the update was done, without a deployment': { update, target, changed: true },
  'a deployment was started': { update, target, changed: true, deploymentId: 'ecs-svc/2' },
  'a deployment of another run was watched': { target, deploymentId: 'ecs-svc/2' },
  'a rollback was sent': { update, target, changed: true, rollbackSent: 'UpdateService' },
} as const satisfies Record<string, Partial<DeploymentRecord>>

type Phase = keyof typeof phases
type ErrorName = keyof typeof errors

/** Only an answer of UpdateService itself that says no proves that nothing was changed. */
const proofs: readonly ErrorName[] = ['refused', 'denied', 'throttled', 'unsent']

/** What can be said about it beyond its message. */
const explained: Readonly<Partial<Record<ErrorName, readonly string[]>>> = {
  denied: ['api-denied'],
  refused: ['task-definition-inactive'],
  throttled: ['api-throttled'],
  unsent: ['api-unreachable'],
  expired: ['credentials-expired'],
  'no-credentials': ['no-credentials'],
}

describe.each(Object.keys(phases) as Phase[])('when %s', (phase) => {
  test.each(Object.keys(errors) as ErrorName[])('an error: %s', (name) => {
    const told = record(phases[phase])
    const { outcome, headline, commands, explain } = endingOfError(errors[name], told)
    const untouched = phase === 'nothing was sent'
    const refused = phase === 'the update was sent and not answered' && proofs.includes(name)
    expect(outcome).toBe(untouched || refused ? 'failed' : 'unknown')
    expect(headline.includes('was not touched')).toBe(untouched)
    expect(headline.includes('it was not changed')).toBe(refused)
    expect(/could not be observed|is not known/.test(headline)).toBe(!untouched && !refused)
    expect(headline).toContain(errors[name].message)
    expect(commands.length > 0).toBe(outcome === 'unknown')
    expect(told.diagnoses.map(({ cause }) => cause)).toEqual(explained[name] ?? [])
    expect(explain).toBe(explained[name] !== undefined)
  })
})

describe('the credentials expire after a rollback was sent', () => {
  const sent = { update, target, changed: true, deploymentId: 'ecs-svc/2' }

  test.each([
    ['StopServiceDeployment', {}, 'The rollback was begun (StopServiceDeployment), and its end could not be observed.'],
    ['UpdateService', {}, 'The rollback to web:1 was begun (UpdateService), and its end could not be observed.'],
    [
      'UpdateService',
      { sending: 'update-back' },
      'The rollback to web:1 was sent (UpdateService), and whether ECS took it is not known.',
    ],
    ['StopServiceDeployment', { verifying: true }, 'The rollback was begun (StopServiceDeployment)'],
  ] as const)('%s %j: it is told, and looking comes first', (rollbackSent, more, told) => {
    const { headline, commands } = endingOfError(errors.expired, record({ ...sent, rollbackSent, ...more }))
    expect(headline).toContain(told)
    expect(commands.map(({ why }) => why)).toEqual([
      'See what runs now',
      'See who deployed what',
      'Go back to web:1, if nothing is under way',
    ])
  })
})

test('an update whose answer is lost, and which cannot be looked for, is not called refused', async () => {
  const ports = {
    clock: { now: () => 0, uptime: () => 0, sleep: async () => undefined },
    log: { info: () => undefined } as never,
    cancelled: new AbortController().signal,
    random: () => 0.5,
  }
  const send = () => Promise.reject(errors.unclear)
  const look = () =>
    Promise.reject(answered('AccessDeniedException', 'not authorized to perform: ecs:DescribeServices'))
  const error = await sendOnce(ports, 'UpdateService', send, look).catch((thrown: unknown) => thrown)
  const { outcome, headline } = endingOfError(error, record({ update, target }))
  expect(outcome).toBe('unknown')
  expect(headline).not.toContain('was not changed')
})

test.each<[ErrorName, RegExp]>([
  ['expired', /role-duration-seconds/],
  ['no-credentials', /aws-actions\/configure-aws-credentials/],
  ['denied', /Allow ecs:UpdateService in the policy/],
  ['throttled', /fewer deployments at once/],
])('an error that the user can do something about says what: %s', (name, advice) => {
  expect(endingOfError(errors[name], record()).headline).toMatch(advice)
})

describe('what the user gave does not work', () => {
  test('one problem: its place is the title', () => {
    const run = record()
    const problem = { file: 'task.json', line: 3, column: 5, message: 'Unknown member "famly".' }
    expect(endingOfError(new ProblemsFound([problem]), run)).toMatchObject({
      outcome: 'failed',
      headline: 'Nothing was changed.',
      explain: true,
    })
    expect(run.diagnoses).toMatchObject([
      { cause: 'input', title: 'task.json:3:5', explanation: 'Unknown member "famly".', heals: 'never' },
    ])
  })

  test('several: all are listed with their places', () => {
    const run = record()
    const problems = [{ input: 'image', message: 'A.' }, { message: 'B.' }]
    endingOfError(new ProblemsFound(problems), run)
    expect(run.diagnoses).toMatchObject([{ title: '2 problems', explanation: 'Input "image": A.\nB.', count: 2 }])
  })

  test('a problem without a place is about the environment', () => {
    const run = record()
    endingOfError(new ProblemsFound([{ message: 'There is no Region.' }]), run)
    expect(run.diagnoses).toMatchObject([{ title: 'The environment of this step', explanation: 'There is no Region.' }])
  })
})

test('a cancelled run says what was done only where it had sent something', () => {
  expect(cancelledEnding(record({ target }), '')).toMatchObject({
    outcome: 'cancelled',
    headline: 'The run was cancelled. The service was not touched.',
    commands: [],
  })
  const touched = cancelledEnding(record({ target, update }), 'It goes on.')
  expect(touched.headline).toBe('The run was cancelled. It goes on.')
  expect(touched.commands.map(({ command }) => command).join('\n')).toMatch(/describe-services[\s\S]*update-service/)
})
