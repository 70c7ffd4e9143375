import type { Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
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
const names = (Object.keys(every) as (keyof ServiceSettings)[]).filter((name) => name !== 'forceNewDeployment')

const before: Service = service({
  desiredCount: 1,
  enableExecuteCommand: false,
  platformVersion: 'LATEST',
  networkConfiguration: network('old'),
  capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }],
  healthCheckGracePeriodSeconds: 60,
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
  propagateTags: 'NONE',
  enableECSManagedTags: false,
  deployments: [{ status: 'PRIMARY', volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn: 'old' } }] }],
})

/** How UpdateService words what the run set, as the service then shows it. */
const after: Service = service({
  desiredCount: 3,
  enableExecuteCommand: true,
  platformVersion: '1.4.0',
  networkConfiguration: network('new'),
  capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }],
  healthCheckGracePeriodSeconds: 10,
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  propagateTags: 'SERVICE',
  enableECSManagedTags: true,
  deployments: [
    {
      status: 'PRIMARY',
      volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn: 'arn:aws:iam::111122223333:role/ebs' } }],
    },
  ],
})

/** A run that set these settings, all of them to something else. */
function runThatSet(asked: ServiceSettings, original = before) {
  return record({ asked, original, settingsThatDiffered: Object.keys(asked) as (keyof ServiceSettings)[] })
}

function restore(run: DeploymentRecord, now = after, isScaled: () => Promise<boolean> = () => Promise.resolve(false)) {
  return settingsToRestore(now, { scalableTargets: { isScaled } } as never, run)
}

test('what this run set is put back, all of it in one call', async () => {
  expect(await restore(runThatSet(every))).toStrictEqual({
    desiredCount: 1,
    enableExecuteCommand: false,
    platformVersion: 'LATEST',
    healthCheckGracePeriodSeconds: 60,
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }],
    networkConfiguration: network('old'),
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
    volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn: 'old' } }],
    propagateTags: 'NONE',
    enableECSManagedTags: false,
  })
})

describe('each setting alone', () => {
  test.each(names)('%s: put back, and nothing is named', async (name) => {
    const run = runThatSet({ [name]: every[name] })
    expect(Object.keys(await restore(run))).toHaveLength(1)
    expect(run.notices).toStrictEqual([])
  })

  test.each(names)('%s: somebody else set it to something else meanwhile, so it stays', async (name) => {
    const run = runThatSet({ [name]: every[name] })
    expect(await restore(run, service({ desiredCount: 9, propagateTags: 'TASK_DEFINITION' }))).toStrictEqual({})
    expect(run.notices).toStrictEqual([])
  })

  test.each([
    'platformVersion',
    'capacityProviderStrategy',
    'networkConfiguration',
    'serviceManagedEbsVolume',
  ] as const)('%s: the service had none, and UpdateService cannot take it away, so it is named', async (name) => {
    const run = runThatSet({ [name]: every[name] }, service({}))
    expect(await restore(run)).toStrictEqual({})
    expect(run.notices).toStrictEqual([expect.stringContaining(inputOf(name))])
  })
})

describe('the desired count stays, and is named,', () => {
  test.each([
    ['where the service is scaled', () => Promise.resolve(true)],
    ['where that cannot be told', () => Promise.reject(new Error('no'))],
  ])('%s', async (_, isScaled) => {
    const run = runThatSet({ desiredCount: 3 })
    expect(await restore(run, after, isScaled)).toStrictEqual({})
    expect(run.notices.join()).toContain('desired-count')
  })
})

test('what this run did not set stays out of the rollback', async () => {
  const run = runThatSet({ forceNewDeployment: true })
  expect(await restore(run)).toStrictEqual({})
  expect(run.notices).toStrictEqual([])
})

test('a run that read no service has nothing to put back', async () => {
  expect(await restore(record({ settingsThatDiffered: ['desiredCount'] }))).toStrictEqual({})
})

function inputOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
