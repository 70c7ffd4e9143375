import { ListServiceDeploymentsCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { Account, definition, isCompleted, primary, scenarioWith } from './support.ts'

let account: Account
afterEach(() => account.close())

describe('a rolling deployment of a healthy image', () => {
  test('tells its story in the order of the real events', async () => {
    account = await Account.open(
      scenarioWith({ desiredCount: 2, loadBalancer: { deregistrationDelaySeconds: 30 } }, [{ tag: 'v2' }]),
    )
    await account.deploy(definition('v2'))
    await account.until(isCompleted)
    expect(await account.events()).toEqual([
      'has started 2 tasks: (task ID) (task ID).',
      'registered 2 targets in (target-group ARN)',
      'has stopped 2 running tasks: (task ID) (task ID).',
      'deregistered 2 targets in (target-group ARN)',
      'has begun draining connections on 2 tasks.',
      '(deployment DEPLOYMENT) deployment completed.',
      'has reached a steady state.',
    ])
    const [steady, completed] = (await account.service()).events ?? []
    expect(Number(steady?.createdAt) - Number(completed?.createdAt)).toBe(1)
    expect(primary(await account.service()).updatedAt).toEqual(completed?.createdAt)
  })

  test('answers UpdateService before anything has started', async () => {
    account = await Account.open(scenarioWith({ desiredCount: 2 }, [{ tag: 'v2' }]))
    const service = await account.deploy(definition('v2'))
    expect(service.currentServiceDeployment).toBeUndefined()
    expect(service.deployments).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', desiredCount: 0, pendingCount: 0, runningCount: 0 },
      { status: 'ACTIVE', rolloutState: 'COMPLETED', desiredCount: 2, runningCount: 2 },
    ])
    const number = primary(service).id?.replace('ecs-svc/', '')
    expect(service.currentServiceRevisions?.[0]?.arn).toMatch(new RegExp(`service-revision/default/web/${number}$`))
    account.advance(3)
    const { serviceDeployments = [] } = await account.ecs.send(new ListServiceDeploymentsCommand({ service: 'web' }))
    expect((await account.service()).currentServiceDeployment).toBe(serviceDeployments[0]?.serviceDeploymentArn)
    expect(serviceDeployments.map(({ status }) => status)).toEqual(['IN_PROGRESS', 'SUCCESSFUL'])
  })

  test('without any check a task is healthy 40 s after it runs', async () => {
    account = await Account.open(scenarioWith({}, [{ tag: 'v2' }]))
    await account.deploy(definition('v2'))
    await account.until(({ runningCount }) => runningCount === 2)
    account.advance(25)
    expect((await account.service()).deployments).toHaveLength(2)
    await account.until(isCompleted, 2)
  })

  test.each([
    { min: 0, max: 100, most: 2, least: 0 },
    { min: 100, max: 200, most: 4, least: 2 },
    { min: 50, max: 100, most: 2, least: 1 },
  ])('$min/$max percent of 2: between $least and $most tasks run', async ({ min, max, most, least }) => {
    const percents = { minimumHealthyPercent: min, maximumPercent: max }
    account = await Account.open(scenarioWith({ desiredCount: 2, deploymentConfiguration: percents }, [{ tag: 'v2' }]))
    await account.deploy(definition('v2'))
    const seen: number[] = []
    await account.until((service) => {
      seen.push(service.runningCount ?? 0)
      return isCompleted(service)
    })
    expect([Math.min(...seen), Math.max(...seen)]).toEqual([least, most])
  })

  test('says so when neither starting nor stopping is allowed', async () => {
    const percents = { minimumHealthyPercent: 100, maximumPercent: 100 }
    account = await Account.open(scenarioWith({ desiredCount: 2, deploymentConfiguration: percents }, [{ tag: 'v2' }]))
    await account.deploy(definition('v2'))
    account.advance(600)
    expect(
      (await account.events()).filter((event) => event.startsWith('was unable to stop or start tasks')),
    ).toHaveLength(1)
    expect(primary(await account.service()).rolloutState).toBe('IN_PROGRESS')
  })
})

describe('changes that are no deployment', () => {
  test('scaling keeps the deployment', async () => {
    account = await Account.open(scenarioWith({ desiredCount: 1 }, []))
    const before = primary(await account.service()).id
    await account.ecs.send(new UpdateServiceCommand({ service: 'web', desiredCount: 3 }))
    await account.until(({ runningCount }) => runningCount === 3)
    await account.ecs.send(new UpdateServiceCommand({ service: 'web', desiredCount: 0 }))
    const service = await account.until(({ runningCount }) => runningCount === 0)
    expect(primary(service)).toMatchObject({ id: before, desiredCount: 0, rolloutState: 'COMPLETED' })
    account.advance(60)
    const [stopped] = await account.tasks('STOPPED')
    expect(stopped).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Scaling activity initiated by (deployment ${before})`,
    })
  })

  test('the definition that runs, without force, starts nothing; the other reading can be chosen', async () => {
    account = await Account.open(scenarioWith({}, []))
    const before = primary(await account.service())
    const same = new UpdateServiceCommand({ service: 'web', taskDefinition: before.taskDefinition })
    expect((await account.ecs.send(same)).service?.deployments).toHaveLength(1)
    await account.close()
    account = await Account.open(scenarioWith({}, [], { options: { identicalTaskDefinitionStartsDeployment: true } }))
    expect((await account.ecs.send(same)).service?.deployments).toHaveLength(2)
  })

  test('a deployment of a service at 0 completes without a task', async () => {
    account = await Account.open(scenarioWith({ desiredCount: 0 }, [{ tag: 'v2' }]))
    await account.deploy(definition('v2'))
    await account.until(isCompleted, 2)
    expect(await account.tasks('STOPPED')).toEqual([])
  })
})
