/** The five systems of examples/, and what is to happen when each is deployed well and badly. */
import { resolve } from 'node:path'
import { scenario as dockerHubApi } from '../../examples/docker-hub-api/scenario.ts'
import { scenario as fastapi } from '../../examples/fastapi/scenario.ts'
import { scenario as goApi } from '../../examples/go-api/scenario.ts'
import { scenario as microservices } from '../../examples/microservices/scenario.ts'
import { scenario as nextjsAlb } from '../../examples/nextjs-alb/scenario.ts'
import type { Scenario } from '../../simulator/scenario.ts'
import type { Outcome } from '../../src/report.ts'
import { inputsOf, readCallerWorkflow } from './caller-workflow.ts'

export type PlannedRun = {
  /** Also the name of its folder. */
  readonly name: string
  /** One line for people. */
  readonly what: string
  readonly tag: string
  /** Instead of those of the workflow, or beside them. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly expected: { readonly outcome: Outcome; readonly exitCode: 0 | 1; readonly cause: string }
}

export type System = {
  /** Folder in examples/. */
  readonly name: string
  readonly workspace: string
  readonly scenario: Scenario
  readonly region: string
  /** The service that answers at the addresses in `vars.GATEWAY_URL`, where the workflow verifies. */
  readonly gateway?: string
  /** What the workflow gives the action for an image with this tag. @param variables of the repository */
  inputs(tag: string, variables?: Readonly<Record<string, string>>): Record<string, string>
  /** In this order, on one account. */
  readonly runs: readonly PlannedRun[]
}

/** Cause ids by what is wrong with the image; see docs/causes.md. */
type Causes = { readonly unhealthy: string; readonly crash: string }

const none = { exitCode: 0, cause: '' } as const

function usualRuns(causes: Causes): readonly PlannedRun[] {
  return [
    { name: 'good', what: 'a good version', tag: 'v2', expected: { outcome: 'deployed', ...none } },
    { name: 'again', what: 'the same once more', tag: 'v2', expected: { outcome: 'unchanged', ...none } },
    {
      name: 'unhealthy',
      what: 'a version that never becomes healthy',
      tag: 'unhealthy',
      expected: { outcome: 'rolled-back', exitCode: 1, cause: causes.unhealthy },
    },
    {
      name: 'crash',
      what: 'a version that ends by itself',
      tag: 'crash',
      expected: { outcome: 'rolled-back', exitCode: 1, cause: causes.crash },
    },
    {
      name: 'missing',
      what: 'a tag that does not exist',
      tag: 'missing',
      expected: { outcome: 'failed', exitCode: 1, cause: 'input' },
    },
  ]
}

function system(
  name: string,
  scenario: Scenario,
  runs: readonly PlannedRun[],
  more: Pick<System, 'gateway'> = {},
): System {
  const workspace = resolve('examples', name)
  const workflow = readCallerWorkflow(resolve(workspace, 'deploy.yml'))
  const account = scenario.account ?? '111122223333'
  const values = (tag: string): Record<string, string> => ({
    'github.sha': tag,
    'github.ref_name': tag,
    'steps.ecr.outputs.registry': `${account}.dkr.ecr.${workflow.region}.amazonaws.com`,
  })
  return {
    name,
    workspace,
    scenario,
    region: workflow.region,
    inputs: (tag, variables = {}) => {
      const named = Object.entries(variables).map(([variable, value]) => [`vars.${variable}`, value])
      return inputsOf(workflow, { ...values(tag), ...Object.fromEntries(named) })
    },
    runs,
    ...more,
  }
}

/** A version that is bad in one of eight services, whose end all eight share. */
function badForAll(tag: string, what: string, outcome: 'failed' | 'rolled-back', cause: string): PlannedRun {
  return { name: tag, what, tag, expected: { outcome, exitCode: 1, cause } }
}

/** Refused; and what becomes of it where nobody checks. */
function fromLaptop(cause: string): readonly PlannedRun[] {
  const what = 'an image built on an ARM laptop'
  return [
    { name: 'arm64-checked', what, tag: 'arm64', expected: { outcome: 'failed', exitCode: 1, cause: 'input' } },
    {
      name: 'arm64',
      what: `${what}, without preflight`,
      tag: 'arm64',
      inputs: { preflight: 'off' },
      expected: { outcome: 'rolled-back', exitCode: 1, cause },
    },
  ]
}

/** Reads the workflows of the examples. */
export function systems(): readonly System[] {
  return [
    system('go-api', goApi, [
      ...usualRuns({ unhealthy: 'container-health-check', crash: 'host-not-found' }),
      ...fromLaptop('wrong-platform'),
    ]),
    system('nextjs-alb', nextjsAlb, usualRuns({ unhealthy: 'load-balancer-health-check', crash: 'module-missing' })),
    system('docker-hub-api', dockerHubApi, usualRuns({ unhealthy: 'container-health-check', crash: 'exit-code' })),
    system('fastapi', fastapi, [
      ...usualRuns({ unhealthy: 'container-health-check', crash: 'database-missing' }),
      ...fromLaptop('exec-format'),
    ]),
    system(
      'microservices',
      microservices,
      [
        ...usualRuns({ unhealthy: 'container-health-check', crash: 'out-of-memory' }),
        badForAll('music-crashes', 'one of eight services that ends by itself', 'rolled-back', 'out-of-memory'),
        badForAll(
          'gateway-unhealthy',
          'a gateway that never becomes healthy',
          'rolled-back',
          'load-balancer-health-check',
        ),
        badForAll('migration-fails', 'a migration that fails', 'failed', 'exit-1'),
        badForAll('not-ready', 'a version whose addresses answer badly', 'rolled-back', 'verification-url'),
      ],
      { gateway: 'api-gateway' },
    ),
  ]
}
