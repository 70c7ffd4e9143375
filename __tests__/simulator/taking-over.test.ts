import {
  DeregisterTaskDefinitionCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  type ServiceDeployment,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { Account, definition, isCompleted, primary, scenarioWith } from './support.ts'

let account: Account
afterEach(() => account.close())

async function serviceDeployments(): Promise<ServiceDeployment[]> {
  const { serviceDeployments: briefs = [] } = await account.ecs.send(
    new ListServiceDeploymentsCommand({ service: 'web' }),
  )
  const arns = briefs.map(({ serviceDeploymentArn = '' }) => serviceDeploymentArn)
  const { serviceDeployments: full = [] } = await account.ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns }),
  )
  return full
}

async function imagesOf(deploymentId: string | undefined): Promise<Record<string, string | undefined>> {
  const { currentServiceRevisions = [] } = await account.service()
  const number = deploymentId?.replace('ecs-svc/', '') ?? ''
  const arn = currentServiceRevisions.find((revision) => revision.arn?.endsWith(number))?.arn ?? ''
  const { serviceRevisions = [] } = await account.ecs.send(
    new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn] }),
  )
  return Object.fromEntries(
    (serviceRevisions[0]?.containerImages ?? []).map(({ containerName = '', imageDigest }) => [
      containerName,
      imageDigest,
    ]),
  )
}

describe('a newer deployment takes over', () => {
  test('the former PRIMARY drains, its service deployment is stopped', async () => {
    account = await Account.open(scenarioWith({}, [{ tag: 'v2' }, { tag: 'v3' }]))
    const second = primary(await account.deploy(definition('v2'))).id
    account.advance(60)
    const during = await account.deploy(definition('v3'))
    const third = primary(during).id
    expect(during.deployments).toMatchObject([
      { id: third },
      { id: second, status: 'ACTIVE', rolloutState: 'IN_PROGRESS' },
      { status: 'ACTIVE', rolloutState: 'COMPLETED' },
    ])
    expect((await serviceDeployments()).map(({ status }) => status)).toEqual(['STOP_REQUESTED', 'SUCCESSFUL'])
    account.advance(10)
    expect((await serviceDeployments()).map(({ status }) => status)).toEqual(['IN_PROGRESS', 'STOPPED', 'SUCCESSFUL'])
    expect(primary(await account.until(isCompleted)).id).toBe(third)
  })

  test('over a rollback there is nothing left to return to', async () => {
    const sick = { kind: 'never-healthy' } as const
    account = await Account.open(scenarioWith({ loadBalancer: {} }, [{ tag: 'sick', behaviour: sick }]))
    const old = primary(await account.service()).id
    await account.deploy(definition('sick'))
    await account.until((service) => primary(service).id === old)
    await account.deploy(definition('sick'))
    const stalled = await account.until((service) => primary(service).rolloutState === 'FAILED')
    expect(primary(stalled).id).not.toBe(old)
    expect((await serviceDeployments()).map(({ status }) => status)).toEqual(['STOPPED', 'STOPPED', 'SUCCESSFUL'])
  })
})

describe('digests', () => {
  test('hold for a deployment; only a new one resolves the tag again', async () => {
    account = await Account.open(scenarioWith({}, [{ tag: 'v2' }]))
    const first = primary(await account.service()).id
    const { tags } = account.simulator.world.repositories.get('web') ?? {}
    const [one, two] = [tags?.get('v1') ?? '', tags?.get('v2') ?? '']
    expect(await imagesOf(first)).toEqual({ web: one })
    tags?.set('v1', two)
    await account.ecs.send(new UpdateServiceCommand({ service: 'web', desiredCount: 2 }))
    await account.until(({ runningCount }) => runningCount === 2)
    expect((await account.tasks('RUNNING')).map(({ containers }) => containers?.[0]?.imageDigest)).toEqual([one, one])
    const forced = await account.ecs.send(new UpdateServiceCommand({ service: 'web', forceNewDeployment: true }))
    const second = forced.service === undefined ? undefined : primary(forced.service).id
    expect(await imagesOf(second)).toEqual({ web: undefined })
    await account.until(isCompleted)
    expect(await imagesOf(second)).toEqual({ web: two })
  })
})

describe('StopServiceDeployment', () => {
  const stop = (serviceDeploymentArn: string): StopServiceDeploymentCommand =>
    new StopServiceDeploymentCommand({ serviceDeploymentArn })

  test('rolls back without any breaker, then refuses a second time', async () => {
    account = await Account.open(scenarioWith({ deploymentConfiguration: {} }, [{ tag: 'v2' }]))
    const old = primary(await account.service()).id
    await account.deploy(definition('v2'))
    account.advance(30)
    const [open] = await serviceDeployments()
    const arn = open?.serviceDeploymentArn ?? ''
    await account.ecs.send(stop(arn))
    expect((await serviceDeployments())[0]?.status).toBe('ROLLBACK_REQUESTED')
    account.advance(3)
    expect((await serviceDeployments())[0]).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      rollback: { serviceRevisionArn: expect.any(String) },
    })
    expect(primary(await account.until(isCompleted)).id).toBe(old)
    expect((await serviceDeployments())[0]?.status).toBe('ROLLBACK_SUCCESSFUL')
    await expect(account.ecs.send(stop(arn))).rejects.toMatchObject({ name: 'ConflictException' })
    const unknown = arn.replace(/[^/]+$/, 'NoSuchDeploymentAtAll')
    await expect(account.ecs.send(stop(unknown))).rejects.toMatchObject({ name: 'ServiceDeploymentNotFoundException' })
  })
})

test('an INACTIVE revision is refused, but stays where it runs', async () => {
  account = await Account.open(scenarioWith({}, [{ tag: 'v2' }]))
  const old = primary(await account.service()).taskDefinition
  await account.deploy(definition('v2'))
  await account.until(isCompleted)
  await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: old }))
  const update = new UpdateServiceCommand({ service: 'web', taskDefinition: old })
  await expect(account.ecs.send(update)).rejects.toMatchObject({
    name: 'ClientException',
    message: 'TaskDefinition is inactive',
  })
})
