import type { Volume } from '@aws-sdk/client-ecs'
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import { Account, definition, scenarioWith } from './support.ts'

let account: Account | undefined
afterEach(() => account?.close())

test.each<[Volume, Volume]>([
  [{ name: 'data' }, { name: 'data', host: {} }],
  [
    { name: 'data', host: { sourcePath: '/data' } },
    { name: 'data', host: { sourcePath: '/data' } },
  ],
  [
    { name: 'data', configuredAtLaunch: true },
    { name: 'data', configuredAtLaunch: true },
  ],
  [
    {
      name: 'data',
      efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { accessPointId: 'fsap-1' } },
    },
    {
      name: 'data',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        authorizationConfig: { accessPointId: 'fsap-1' },
        rootDirectory: '/',
      },
    },
  ],
  [
    { name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', rootDirectory: '/own' } },
    { name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', rootDirectory: '/own' } },
  ],
])('the volume %j comes back as %j', async (volume, stored) => {
  account = await Account.open(scenarioWith({}, []))
  const { containerDefinitions, status: _, ...rest } = definition('v1')
  const request = { ...rest, containerDefinitions: [...containerDefinitions], volumes: [volume] }
  const { taskDefinition } = await account.ecs.send(new RegisterTaskDefinitionCommand(request))
  expect(taskDefinition?.volumes).toStrictEqual([stored])
})
