import * as ecs from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { unsupported } from '../../src/preflight/supported.ts'

const service: ecs.Service = {
  serviceName: 'web',
  status: 'ACTIVE',
  deploymentController: { type: 'ECS' },
  deploymentConfiguration: { strategy: 'ROLLING' },
  resourceManagementType: 'CUSTOMER',
}

const messages = (more: Partial<ecs.Service>) => unsupported({ ...service, ...more }).map(({ message }) => message)

test('a service with the ECS controller and rolling deployments is supported, said or not', () => {
  expect(messages({})).toStrictEqual([])
  expect(unsupported({ serviceName: 'web', status: 'ACTIVE' })).toStrictEqual([])
})

/** What is to be said about each value that the SDK knows; one that it learns later does not compile until it is here. */
const controllers: Record<ecs.DeploymentControllerType, RegExp | undefined> = {
  ECS: undefined,
  CODE_DEPLOY: /CODE_DEPLOY.*codedeploy-\*.*type=ECS/,
  EXTERNAL: /EXTERNAL.*task sets/,
}
const strategies: Record<ecs.DeploymentStrategy, RegExp | undefined> = {
  ROLLING: undefined,
  BLUE_GREEN: /BLUE_GREEN.*ROLLING/,
  CANARY: /CANARY.*ROLLING/,
  LINEAR: /LINEAR.*ROLLING/,
}
const managements: Record<ecs.ResourceManagementType, RegExp | undefined> = {
  CUSTOMER: undefined,
  ECS: /Express Mode.*amazon-ecs-deploy-express-service/,
}
const hooks: Record<ecs.DeploymentLifecycleHookTargetType, RegExp | undefined> = {
  AWS_LAMBDA: undefined,
  PAUSE: /pause hook/,
}

function expectMessage(found: readonly string[], wanted: RegExp | undefined): void {
  expect(found).toStrictEqual(wanted === undefined ? [] : [expect.stringMatching(wanted)])
}

describe('every value that the SDK knows is decided on', () => {
  // At run time as well: the tests run without the compiler.
  test('none is new', () => {
    expect(Object.keys(controllers).sort()).toStrictEqual(Object.values(ecs.DeploymentControllerType).sort())
    expect(Object.keys(strategies).sort()).toStrictEqual(Object.values(ecs.DeploymentStrategy).sort())
    expect(Object.keys(managements).sort()).toStrictEqual(Object.values(ecs.ResourceManagementType).sort())
    expect(Object.keys(hooks).sort()).toStrictEqual(Object.values(ecs.DeploymentLifecycleHookTargetType).sort())
  })

  test.each(Object.values(ecs.DeploymentControllerType))('controller %s', (type) => {
    expectMessage(messages({ deploymentController: { type } }), controllers[type])
  })

  test.each(Object.values(ecs.DeploymentStrategy))('strategy %s', (strategy) => {
    expectMessage(messages({ deploymentConfiguration: { strategy } }), strategies[strategy])
  })

  test.each(Object.values(ecs.ResourceManagementType))('resources managed by %s', (resourceManagementType) => {
    expectMessage(messages({ resourceManagementType }), managements[resourceManagementType])
  })

  test.each(Object.values(ecs.DeploymentLifecycleHookTargetType))('lifecycle hook of type %s', (targetType) => {
    expectMessage(messages({ deploymentConfiguration: { lifecycleHooks: [{ targetType }] } }), hooks[targetType])
  })
})

test.each([
  ['DRAINING', /is being deleted/],
  ['INACTIVE', /was deleted/],
])('a service that is %s is refused', (status, message) => {
  expectMessage(messages({ status }), message)
})

test('values that no SDK knows yet are refused, not tried', () => {
  expectMessage(messages({ deploymentController: { type: 'OTHER' as never } }), /OTHER.*ECS controller/)
  expectMessage(messages({ deploymentConfiguration: { strategy: 'SHADOW' as never } }), /SHADOW/)
})

test('all that is wrong is said at once, each about the input service', () => {
  const problems = unsupported({
    serviceName: 'web',
    status: 'DRAINING',
    deploymentController: { type: 'EXTERNAL' },
    resourceManagementType: 'ECS',
    deploymentConfiguration: { strategy: 'CANARY', lifecycleHooks: [{ targetType: 'PAUSE' }, { targetType: 'PAUSE' }] },
  })
  expect(problems).toHaveLength(5)
  for (const { input, message } of problems) {
    expect(input).toBe('service')
    expect(message).toContain('The service "web"')
  }
})
