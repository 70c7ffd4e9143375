import { ECRClient } from '@aws-sdk/client-ecr'
import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type Service,
  type Task,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import type { ImageScenario, Scenario, ServiceScenario, TaskDefinitionScenario } from '../../simulator/scenario.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'

export const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'

export function definition(tag: string, container: object = {}, rest: object = {}): TaskDefinitionScenario {
  return {
    family: 'web',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    containerDefinitions: [
      {
        name: 'web',
        image: tag.includes('/') ? tag : `${registry}/web:${tag}`,
        portMappings: [{ containerPort: 8080 }],
        ...container,
      },
    ],
    ...rest,
  }
}

export const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }

export function scenarioWith(
  service: Partial<ServiceScenario>,
  images: readonly ImageScenario[],
  rest: Scenario = {},
): Scenario {
  return {
    services: [{ name: 'web', taskDefinition: definition('v1'), deploymentConfiguration: breaker, ...service }],
    repositories: [{ name: 'web', images: [{ tag: 'v1' }, ...images] }],
    ...rest,
  }
}

/** A simulator on a manual clock, with the SDK's real clients, which do not retry unless asked to. */
export class Account {
  readonly simulator: Simulator
  readonly ecs: ECSClient
  readonly ecr: ECRClient

  private constructor(simulator: Simulator, maxAttempts: number) {
    const options = {
      endpoint: simulator.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
      maxAttempts,
    }
    this.simulator = simulator
    this.ecs = new ECSClient(options)
    this.ecr = new ECRClient(options)
  }

  static async open(scenario: Scenario, options: Partial<SimulatorOptions> = {}, maxAttempts = 1): Promise<Account> {
    return new Account(await startSimulator({ scenario, clock: 'manual', ...options }), maxAttempts)
  }

  async close(): Promise<void> {
    this.ecs.destroy()
    this.ecr.destroy()
    await this.simulator.close()
  }

  advance(seconds: number): void {
    this.simulator.clock.advance(seconds * 1000)
  }

  async service(name = 'web'): Promise<Service> {
    const { services } = await this.ecs.send(new DescribeServicesCommand({ services: [name] }))
    const [service] = services ?? []
    if (service === undefined) throw new Error(`There is no service ${name}`)
    return service
  }

  async deploy(wanted: TaskDefinitionScenario): Promise<Service> {
    const { status: _status, containerDefinitions, ...rest } = wanted
    const registered = await this.ecs.send(
      new RegisterTaskDefinitionCommand({ ...rest, containerDefinitions: [...containerDefinitions] }),
    )
    const arn = registered.taskDefinition?.taskDefinitionArn
    if (arn === undefined) throw new Error('RegisterTaskDefinition answered no ARN')
    const { service } = await this.ecs.send(new UpdateServiceCommand({ service: 'web', taskDefinition: arn }))
    if (service === undefined) throw new Error('UpdateService answered no service')
    return service
  }

  /** Advances in steps until the service looks like that. */
  async until(check: (service: Service) => boolean, minutes = 60): Promise<Service> {
    for (let step = 0; step < minutes * 6; step += 1) {
      const service = await this.service()
      if (check(service)) return service
      this.advance(10)
    }
    throw new Error(`Not within ${minutes} minutes; events: ${(await this.events()).join('\n')}`)
  }

  /** Messages since the scenario's start, oldest first, with ids cut out. */
  async events(): Promise<string[]> {
    const { events = [] } = await this.service()
    return events
      .filter(({ createdAt }) => Number(createdAt) >= this.simulator.time.epoch)
      .map(({ message = '' }) =>
        message
          .replace('(service web) ', '')
          .replace(/[0-9a-f]{32}/g, 'ID')
          .replace(/ecs-svc\/\d+/g, 'DEPLOYMENT')
          .replace(/arn:\S+?(?=\))/g, 'ARN'),
      )
      .reverse()
  }

  async tasks(desiredStatus: 'RUNNING' | 'STOPPED'): Promise<Task[]> {
    const { taskArns = [] } = await this.ecs.send(new ListTasksCommand({ serviceName: 'web', desiredStatus }))
    if (taskArns.length === 0) return []
    const { tasks = [] } = await this.ecs.send(new DescribeTasksCommand({ tasks: taskArns }))
    return tasks
  }
}

export const isCompleted = (service: Service): boolean =>
  service.deployments?.length === 1 && service.deployments[0]?.rolloutState === 'COMPLETED'

export const primary = (service: Service): NonNullable<Service['deployments']>[number] => {
  const found = service.deployments?.find(({ status }) => status === 'PRIMARY')
  if (found === undefined) throw new Error('There is no PRIMARY deployment')
  return found
}
