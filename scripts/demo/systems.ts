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
  /** Which row of the matrix, where the workflow has one. */
  readonly service?: string
  readonly expected: { readonly outcome: Outcome; readonly exitCode: 0 | 1; readonly cause: string }
}

export type System = {
  /** Folder in examples/. */
  readonly name: string
  readonly workspace: string
  readonly scenario: Scenario
  readonly region: string
  /** What the workflow gives the action for an image with this tag. */
  inputs(tag: string, service?: string): Record<string, string>
  /** In this order, on one account. */
  readonly runs: readonly PlannedRun[]
}

/** Cause ids by what is wrong with the image; see docs/causes.md. */
type Causes = { readonly unhealthy: string; readonly crash: string }

const none = { exitCode: 0, cause: '' } as const

function usualRuns(causes: Causes, service?: string): readonly PlannedRun[] {
  const of = service === undefined ? {} : { service }
  return [
    { ...of, name: 'good', what: 'a good version', tag: 'v2', expected: { outcome: 'deployed', ...none } },
    { ...of, name: 'again', what: 'the same once more', tag: 'v2', expected: { outcome: 'unchanged', ...none } },
    {
      ...of,
      name: 'unhealthy',
      what: 'a version that never becomes healthy',
      tag: 'unhealthy',
      expected: { outcome: 'rolled-back', exitCode: 1, cause: causes.unhealthy },
    },
    {
      ...of,
      name: 'crash',
      what: 'a version that ends by itself',
      tag: 'crash',
      expected: { outcome: 'rolled-back', exitCode: 1, cause: causes.crash },
    },
    {
      ...of,
      name: 'missing',
      what: 'a tag that does not exist',
      tag: 'missing',
      expected: { outcome: 'failed', exitCode: 1, cause: 'input' },
    },
  ]
}

function system(name: string, scenario: Scenario, runs: readonly PlannedRun[]): System {
  const workspace = resolve('examples', name)
  const workflow = readCallerWorkflow(resolve(workspace, 'deploy.yml'))
  const account = scenario.account ?? '111122223333'
  const values = (tag: string): Record<string, string> => ({
    'github.sha': tag,
    'github.ref_name': tag,
    'steps.ecr.outputs.registry': `${account}.dkr.ecr.${workflow.region}.amazonaws.com`,
    'vars.API_KEYS': `arn:aws:secretsmanager:${workflow.region}:${account}:secret:aiponge/api-keys-uV1wX2`,
  })
  return {
    name,
    workspace,
    scenario,
    region: workflow.region,
    inputs: (tag, service) => {
      const row = workflow.rows.find((candidate) => service === undefined || candidate.service === service)
      if (row === undefined) throw new Error(`${name}: the workflow has no matrix row for ${service}`)
      return inputsOf(workflow, row, values(tag))
    },
    runs,
  }
}

function firstOfEight(service: string): PlannedRun {
  const expected = { outcome: 'deployed', ...none } as const
  return { name: `good-${service}`, what: `a good version of ${service}`, tag: 'v2', service, expected }
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
    system('microservices', microservices, [
      ...['system-service', 'storage-service', 'user-service', 'ai-config-service'].map(firstOfEight),
      ...['ai-content-service', 'ai-analytics-service', 'api-gateway'].map(firstOfEight),
      ...usualRuns({ unhealthy: 'container-health-check', crash: 'out-of-memory' }, 'music-service'),
      {
        name: 'gateway-unhealthy',
        what: 'a gateway that never becomes healthy',
        tag: 'unhealthy',
        service: 'api-gateway',
        expected: { outcome: 'rolled-back', exitCode: 1, cause: 'load-balancer-health-check' },
      },
    ]),
  ]
}
