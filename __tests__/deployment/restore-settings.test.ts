import type { UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { settingsOf } from '../../src/deployment/apply.ts'
import { settingsToRestore } from '../../src/deployment/restore-settings.ts'
import type { ServiceSettings } from '../../src/inputs/deploy-inputs.ts'
import { record, service } from './samples.ts'

const network = (subnet: string) => ({ awsvpcConfiguration: { subnets: [subnet] } })

/** Every setting there is; a new one does not compile until it is here. */
const every: Required<ServiceSettings> = {
  desiredCount: 3,
  forceNewDeployment: true,
  enableExecuteCommand: true,
  platformVersion: '1.4.0',
  healthCheckGracePeriodSeconds: 10,
  capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }],
  networkConfiguration: network('new'),
  deploymentCircuitBreaker: { enable: true, rollback: true },
  serviceManagedEbsVolume: { name: 'data', volume: { roleArn: 'arn:aws:iam::111122223333:role/ebs' } },
  propagateTags: 'SERVICE',
  enableEcsManagedTags: true,
}
const names = Object.keys(every) as (keyof ServiceSettings)[]

const original = service({ desiredCount: 1, platformVersion: 'LATEST', networkConfiguration: network('old') })

/** A run that set these settings, all of them to something else. */
function runThatSet(settings: ServiceSettings, before = original) {
  const update: UpdateServiceCommandInput = { service: 'web', ...settingsOf(settings) }
  const set = Object.keys(settings) as (keyof ServiceSettings)[]
  return record({ update, original: before, settingsThatDiffered: set })
}

test('network and platform version go back with the version that had them, and nothing else does', () => {
  const run = runThatSet(every)
  expect(settingsToRestore(run)).toStrictEqual({ networkConfiguration: network('old'), platformVersion: 'LATEST' })
})

describe('a setting that this run changed is put back or named', () => {
  test.each(names.filter((name) => name !== 'forceNewDeployment'))('%s', (name) => {
    const run = runThatSet({ [name]: every[name] })
    const isBack = name in settingsToRestore(run)
    const input = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const isNamed = run.notices.some((notice) => notice.includes(` ${input}.`))
    expect([isBack, isNamed]).toStrictEqual(isBack ? [true, false] : [false, true])
  })

  test('also where the service had none before', () => {
    const run = runThatSet({ platformVersion: '1.4.0' }, service({}))
    expect(settingsToRestore(run)).toStrictEqual({})
    expect(run.notices).toStrictEqual([expect.stringContaining('platform-version')])
  })
})

test('what this run did not set stays out of the rollback', () => {
  const run = runThatSet({ forceNewDeployment: true })
  expect(settingsToRestore(run)).toStrictEqual({})
  expect(run.notices).toStrictEqual([])
})

test('a run that sent no update has nothing to put back', () => {
  expect(settingsToRestore(record({ original, settingsThatDiffered: ['desiredCount'] }))).toStrictEqual({})
})
