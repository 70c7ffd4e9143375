/** Runs of the run-task action, and a service whose image migrates when it is told to. */
import { expect } from '@jest/globals'
import type { ImageBehaviour, Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import type { Account, Circumstances, Ended, Inputs } from './account.ts'
import { errors, plain } from './expectations.ts'
import { breaker, definition, ecrImage } from './web.ts'

const words: Readonly<Record<string, string>> = {
  succeeded: 'succeeded',
  planned: 'planned, nothing was started',
  failed: 'failed',
  'timed-out': 'timed out',
  cancelled: 'cancelled',
  unknown: 'outcome unknown',
}

/** Main of the run-task action, for the service `web` and the command `npm run migrate` unless other inputs say so. */
export function runTask(account: Account, inputs: Inputs = {}, circumstances: Circumstances = {}): Promise<Ended> {
  return account.run({ command: 'npm run migrate', ...inputs }, { action: 'run-task', ...circumstances })
}

export const logConfiguration = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'ecs' },
} as const

export const network = {
  awsvpcConfiguration: {
    subnets: ['subnet-0a1b2c3d4e5f60001'],
    securityGroups: ['sg-0a1b2c3d4e5f60001'],
    assignPublicIp: 'ENABLED' as const,
  },
}

/** A migration that says three things, 15 s apart, and ends well after 40 s. */
export const migration: Extract<ImageBehaviour, { kind: 'crashes' }> = {
  kind: 'crashes',
  exitCode: 0,
  afterSeconds: 40,
  logLines: [
    'migrating 3 of 3',
    { line: 'table users done', afterSeconds: 15 },
    { line: 'table orders done', afterSeconds: 30 },
  ],
}

/** The image serves, unless it is told to migrate. */
export function migrating(matching: ImageBehaviour = migration): ImageBehaviour {
  return { kind: 'by-command', contains: 'migrate', matching }
}

/** The service `web` runs `v1`; `v2` migrates when it is told to, as `v1` does. */
export function taskScenario(
  behaviour: ImageBehaviour = migration,
  service: Partial<ServiceScenario> = {},
  rest: Partial<Scenario> = {},
): Scenario {
  return {
    services: [
      {
        name: 'web',
        taskDefinition: definition('v1', { logConfiguration }),
        deploymentConfiguration: breaker.none,
        networkConfiguration: network,
        ...service,
      },
    ],
    repositories: [
      {
        name: 'web',
        images: [
          { tag: 'v1', behaviour: migrating(behaviour) },
          { tag: 'v2', behaviour: migrating(behaviour) },
          {
            tag: 'sick',
            behaviour: {
              kind: 'by-command',
              contains: 'migrate',
              matching: migration,
              otherwise: { kind: 'crashes', exitCode: 1, afterSeconds: 2 },
            },
          },
        ],
      },
    ],
    ...rest,
  }
}

/** A migration of an image of its own, with sidecars. */
export function withSidecars(...sidecars: readonly object[]) {
  const base = definition('v1', { logConfiguration })
  return { ...base, containerDefinitions: [...(base.containerDefinitions ?? []), ...sidecars] }
}

export const sidecar = { name: 'proxy', image: ecrImage('proxy') }

/** Outcome, exit code, closing line, summary, report and number of annotations agree with each other. */
export function expectTask(run: Ended, outcome: string): void {
  expect(`${run.outputs.outcome}\n${run.log}`).toBe(`${outcome}\n${run.log}`)
  const succeeded = outcome === 'succeeded' || outcome === 'planned'
  expect(run.exitCode).toBe(succeeded ? 0 : 1)
  expect(errors(run)).toHaveLength(succeeded ? 0 : 1)
  const told = words[outcome] === outcome ? outcome : `${words[outcome]} (${outcome})`
  expect(run.log).toContain(`Outcome: ${told} after `)
  expect(run.summary).toContain(`: ${words[outcome]}\n`)
  expect(run.report).toMatchObject({ format: 1, action: 'run-task', outcome })
}

/** As `expectTask`, with the cause in output, log, annotation and summary. */
export function expectTaskCause(run: Ended, outcome: string, cause: string, title: RegExp): void {
  expectTask(run, outcome)
  expect(`${run.outputs.cause}\n${run.log}`).toBe(`${cause}\n${run.log}`)
  expect(run.log).toMatch(new RegExp(`^Cause: .*${title.source}`, `m${title.flags}`))
  expect(errors(run)[0]).toMatch(title)
  expect(plain(run.summary)).toMatch(title)
}
