import type { Deployment, Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs'
import { advanceWorld } from '../../../simulator/advance.ts'
import { ecsOperations } from '../../../simulator/ecs/operations.ts'
import type { Engine } from '../../../simulator/engine.ts'
import { loadScenario } from '../../../simulator/loading/load-scenario.ts'
import { ApiError } from '../../../simulator/protocol/errors.ts'
import { checkInput, checkOutput } from '../../../simulator/protocol/schema.ts'
import type { RolloutRules } from '../../../simulator/rollout/rules.ts'
import type { ImageScenario, Scenario, ServiceScenario } from '../../../simulator/scenario.ts'
import { definition } from '../support.ts'

/** Opens a stage under the rules that are to be tried. */
export type Open = (service?: Partial<ServiceScenario>, rest?: Scenario, seed?: number) => Stage

/** A documented or observed fact of ECS: how it is checked on a stage. Times on a stage count from 0. */
export interface Fact {
  /** Begins with the section of the fact sheet. */
  readonly name: string
  readonly check: (open: Open) => void
}

/** Revision n of `web` runs the n-th of these images. */
export const images: readonly (ImageScenario & { readonly tag: string })[] = [
  { tag: 'v1' },
  { tag: 'v2' },
  { tag: 'sick', behaviour: { kind: 'never-healthy' } },
  { tag: 'crash', behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 20 } },
  { tag: 'slow', behaviour: { kind: 'healthy', healthyAfterSeconds: 50, extraStartSeconds: 30 } },
  { tag: 'gone', behaviour: { kind: 'pull-fails', message: 'no space left on device' } },
  { tag: 'arm', platforms: ['linux/arm64'] },
  { tag: 'stubborn', behaviour: { kind: 'healthy', ignoresSigterm: true } },
  { tag: 'done', behaviour: { kind: 'crashes', exitCode: 0, afterSeconds: 10 } },
]

const revisionOf = (tag: string): number => images.findIndex((image) => image.tag === tag) + 1

/** The default: one task, no check, breaker with rollback. @param rules undefined: the documented ones */
export function openerFor(rules?: RolloutRules): Open {
  return (service = {}, rest = {}, seed = 1) =>
    new Stage(
      {
        taskDefinitions: images.map(({ tag }) => definition(tag)),
        services: [
          {
            name: 'web',
            taskDefinition: 'web:1',
            deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
            ...service,
          },
        ],
        repositories: [{ name: 'web', images }],
        ...rest,
      },
      seed,
      rules,
    )
}

/** A simulated account without a wire: every request and every answer is checked against the SDK's schemas. */
export class Stage {
  readonly engine: Engine

  constructor(scenario: Scenario, seed: number, rules?: RolloutRules) {
    this.engine = loadScenario(scenario, seed, 0, rules)
  }

  /** Seconds since the scenario's start. */
  get now(): number {
    return this.engine.world.now / 1000
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers are read loosely, their shape is checked here
  call(operation: string, input: object): any {
    const known = ecsOperations[operation]
    if (known === undefined) throw new Error(`${operation} is not modelled`)
    checkInput(known.schema, input)
    const output = known.run(this.engine, input)
    checkOutput(known.schema, output)
    return JSON.parse(JSON.stringify(output))
  }

  /** @returns `Type: message` of the refusal */
  refusal(operation: string, input: object): string {
    try {
      this.call(operation, input)
    } catch (error) {
      if (error instanceof ApiError) return `${error.type}: ${error.message}`
      throw error
    }
    throw new Error(`${operation} was not refused`)
  }

  /** @returns the id of the deployment that begins */
  deploy(tag: string, more: object = {}): string {
    return this.update({ taskDefinition: `web:${revisionOf(tag)}`, ...more }).deployments?.[0]?.id ?? ''
  }

  update(input: object): Service {
    return this.call('UpdateService', { service: 'web', ...input }).service
  }

  service(): Service {
    return this.call('DescribeServices', { services: ['web'] }).services[0]
  }

  primary(): Deployment {
    const found = this.service().deployments?.find(({ status }) => status === 'PRIMARY')
    if (found === undefined) throw new Error('There is no PRIMARY deployment')
    return found
  }

  other(): Deployment | undefined {
    return this.service().deployments?.find(({ status }) => status !== 'PRIMARY')
  }

  tasks(desiredStatus: 'RUNNING' | 'STOPPED' = 'RUNNING', filter: object = { serviceName: 'web' }): Task[] {
    const { taskArns } = this.call('ListTasks', { desiredStatus, ...filter })
    return taskArns.length === 0 ? [] : this.call('DescribeTasks', { tasks: taskArns }).tasks
  }

  /** The newest service deployment. */
  current(): ServiceDeployment {
    const { serviceDeployments } = this.call('ListServiceDeployments', { service: 'web' })
    const [{ serviceDeploymentArn }] = serviceDeployments
    return this.call('DescribeServiceDeployments', { serviceDeploymentArns: [serviceDeploymentArn] })
      .serviceDeployments[0]
  }

  /** @param look called after each second */
  advance(seconds: number, look?: () => void): void {
    const end = this.engine.world.now + seconds * 1000
    while (this.engine.world.now < end) {
      advanceWorld(this.engine, Math.min(end, this.engine.world.now + 1000))
      look?.()
    }
  }

  /** Second by second until it is so. @returns when it was */
  until(isSo: (service: Service) => boolean, minutes = 60): number {
    for (let second = 0; second < minutes * 60; second += 1) {
      if (isSo(this.service())) return this.now
      this.advance(1)
    }
    throw new Error(`Not within ${minutes} minutes: ${this.events().join(' | ')}`)
  }

  untilCompleted(minutes = 60): number {
    return this.until(
      ({ deployments = [] }) => deployments.length === 1 && deployments[0]?.rolloutState === 'COMPLETED',
      minutes,
    )
  }

  /** Seconds and messages since the start, oldest first. */
  timedEvents(): { readonly at: number; readonly message: string }[] {
    return (this.service().events ?? [])
      .map(({ createdAt, message = '' }) => ({ at: Number(createdAt), message }))
      .filter(({ at }) => at >= 0)
      .reverse()
  }

  /** Messages with ids cut out, so that they can be compared. */
  events(): string[] {
    return this.timedEvents().map(({ message }) =>
      message
        .replace('(service web) ', '')
        .replace(/[0-9a-f]{32}/g, 'ID')
        .replace(/ecs-svc\/\d+/g, 'DEPLOYMENT')
        .replace(/arn:\S+?(?=\))/g, 'ARN'),
    )
  }

  /** When an event was told whose text begins like that. */
  timeOf(text: string): number {
    const found = this.timedEvents().find(({ message }) => message.includes(text))
    if (found === undefined) throw new Error(`No event says ${text}: ${this.events().join(' | ')}`)
    return found.at
  }
}
