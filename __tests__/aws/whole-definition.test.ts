import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { namesOnlyIn, passWholeDefinitions, unknownIn, withMembers } from '../../src/aws/whole-definition.ts'

/** An ECS of the future: it knows members that this SDK does not, and keeps them. */
let server: Server
let received: unknown

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    received = JSON.parse(Buffer.concat(parts).toString())
    const described = {
      family: 'web',
      revision: 3,
      registeredAt: 1_763_706_000.5,
      turboMode: 'on',
      containerDefinitions: [{ name: 'app', image: 'app:1', warpDrive: { speed: 9 } }],
    }
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    response.end(JSON.stringify({ taskDefinition: described, tags: [] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
})

function client(allowed: readonly string[]): ECSClient {
  const made = new ECSClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  passWholeDefinitions(made, allowed)
  return made
}

const wanted = {
  family: 'web',
  turboMode: 'on',
  containerDefinitions: [{ name: 'app', image: 'app:1', warpDrive: { speed: 9 } }],
} as unknown as RegisterTaskDefinitionCommandInput

describe('members that the SDK does not know', () => {
  test('are sent where they are allowed, at any depth', async () => {
    await client(['turboMode', 'warpDrive']).send(new RegisterTaskDefinitionCommand(wanted))
    expect(received).toEqual(wanted)
    await client(['warpDrive']).send(new RegisterTaskDefinitionCommand(wanted))
    expect(received).toEqual({ family: 'web', containerDefinitions: wanted.containerDefinitions })
  })

  test('come back where they are allowed, and are named where they are not', async () => {
    const command = new DescribeTaskDefinitionCommand({ taskDefinition: 'web' })
    const { taskDefinition } = await client(['warpDrive']).send(command)
    expect(taskDefinition).toMatchObject({ revision: 3, containerDefinitions: wanted.containerDefinitions })
    expect(taskDefinition).not.toHaveProperty('turboMode')
    expect(taskDefinition?.registeredAt).toEqual(new Date(1_763_706_000_500))
    expect(unknownIn(taskDefinition ?? {})).toEqual(['turboMode'])
  })
})

describe('merging', () => {
  test('adds nothing but what is named, and changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.array(fc.string()), (known, whole, names) => {
        expect(withMembers(known, whole, [])).toEqual(known)
        expect(namesOnlyIn(known, withMembers(known, whole, names))).toEqual([])
      }),
    )
  })
})
