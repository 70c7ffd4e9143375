/** Deployments for the calls that only some of them make: what checks, explains, verifies, scales, migrates and tidies. */
import { breaker, definition, ecrImage, registry, webScenario } from '../../__tests__/support/web.ts'
import type { ImageBehaviour, ModelOptions } from '../../simulator/scenario.ts'
import type { Deployment } from './deployments.ts'

const always = (): boolean => true

const options: Partial<ModelOptions> = { firstTaskDelaySeconds: 5 }

const good = { inputs: { image: ecrImage('v2') }, outcome: 'deployed', brings: 'v2', ran: 'v1' } as const

const logConfiguration = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'ecs' },
} as const
const logged = definition('v1', { logConfiguration })

const networkConfiguration = {
  awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const },
}

const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:web/db-a1B2c3'
/** Its platform is in its configuration, which is asked for by itself. */
const single = { tag: 'v2', manifest: 'single' as const, scan: { findings: [] } }

const checked: Deployment = {
  ...good,
  name: 'checked',
  title: 'A good version that preflight looks into: scan, platform, secrets, roles, scaling and security groups',
  scenario: webScenario(
    { networkConfiguration },
    { repositories: [{ name: 'web', images: [{ tag: 'v1' }, single] }], options },
  ),
  inputs: {
    ...good.inputs,
    preflight: 'enforce',
    secrets: `DB=${secret}\nKEY=/web/key`,
    'scan-findings': 'low',
    'desired-count': '1',
  },
  shows: (_, operation, nth) => preflightReads.test(operation) && nth === 1,
  canDoWithout: always,
  limitSpeed: 10,
}

const preflightReads =
  /^(GetDownloadUrlForLayer|DescribeImageScanFindings|DescribeSecret|DescribeParameters|GetRole|SimulatePrincipalPolicy|DescribeScalableTargets|DescribeSecurityGroups)$/

export const planned: Deployment = {
  ...good,
  name: 'planned',
  title: 'A dry run, which asks whether the role of the job may deploy',
  scenario: webScenario(),
  inputs: { ...good.inputs, preflight: 'enforce', 'dry-run': 'true' },
  outcome: 'planned',
  shows: (_, operation, nth) =>
    operation === 'GetCallerIdentity' || (operation === 'SimulatePrincipalPolicy' && nth === 2),
  canDoWithout: always,
  limitSpeed: 10,
}

export const cached: Deployment = {
  ...good,
  name: 'cached',
  title: 'An image of a repository that a pull-through cache rule creates with the first pull',
  scenario: webScenario(
    {},
    {
      pullThroughCacheRules: [{ prefix: 'docker-hub', upstream: 'registry-1.docker.io' }],
      otherImages: [{ reference: 'docker.io/example/web:v3' }],
      options,
    },
  ),
  inputs: { image: `${registry}/docker-hub/example/web:v3` },
  brings: 'v3',
  shows: (_, operation) => operation === 'DescribePullThroughCacheRules',
  canDoWithout: always,
  toldAs: /could not be looked up/,
}

const crashing = {
  inputs: { image: ecrImage('crash'), 'wait-for-minutes': '2' },
  outcome: 'rolled-back',
  brings: 'crash',
  ran: 'v1',
} as const

const explained: Deployment = {
  ...crashing,
  name: 'logged',
  title: 'A version that crashes and says in its log why',
  scenario: webScenario({ taskDefinition: logged, deploymentConfiguration: breaker.none }, { options }),
  // Those that follow are of other tasks, some of them once it has failed.
  shows: (phase, operation, nth) => phase === 'watch' && operation === 'GetLogEvents' && nth === 1,
  canDoWithout: always,
}

export const unhealthy: Deployment = {
  ...crashing,
  name: 'unhealthy',
  title: 'A version that never becomes healthy behind its load balancer',
  scenario: webScenario(
    { taskDefinition: logged, deploymentConfiguration: breaker.none, healthCheckGracePeriodSeconds: 600 },
    { options },
  ),
  inputs: { image: ecrImage('sick'), 'wait-for-minutes': '2' },
  brings: 'sick',
  shows: (_, operation, nth) => operation === 'DescribeTargetHealth' && nth === 1,
  canDoWithout: always,
}

export const withoutGroup: Deployment = {
  ...crashing,
  name: 'without-group',
  title: 'A version that logs to a group that does not exist',
  scenario: webScenario({ deploymentConfiguration: breaker.none }, { logGroups: ['/ecs/web-old'], options }),
  inputs: {
    image: ecrImage('v2'),
    'log-configuration-log-driver': 'awslogs',
    'log-configuration-options': 'awslogs-group=/ecs/web\nawslogs-region=us-east-1\nawslogs-stream-prefix=web',
    'wait-for-minutes': '20',
  },
  brings: 'v2',
  shows: (_, operation) => operation === 'DescribeLogGroups',
  canDoWithout: always,
}

const alarm = { name: 'web-errors' }

const alarmed: Deployment = {
  ...good,
  name: 'alarmed',
  title: 'A version that sets an alarm of its service off: ECS rolls it back',
  scenario: webScenario(
    {
      deploymentConfiguration: {
        alarms: { alarmNames: [alarm.name], enable: true, rollback: true },
        bakeTimeInMinutes: 5,
      },
    },
    { alarms: [alarm], options },
  ),
  outcome: 'rolled-back',
  onceWatched: { alarm: { ...alarm, state: 'ALARM' } },
  shows: (_, operation) => operation === 'DescribeAlarms',
  canDoWithout: always,
}

export const verified: Deployment = {
  ...good,
  name: 'verified',
  title: 'A good version that is verified: by its address behind the load balancer, and by an alarm',
  scenario: webScenario({}, { loadBalancerName: 'localhost', alarms: [alarm], options }),
  inputs: {
    ...good.inputs,
    'verify-urls': 'http://{load-balancer}:<port of the simulator>/_simulator/services',
    'verify-alarms': alarm.name,
    'verify-alarms-minutes': '1',
  },
  verifies: true,
  shows: (phase, operation, nth) =>
    /^(DescribeTargetGroups|DescribeLoadBalancers)$/.test(operation) ||
    (operation === 'DescribeAlarms' && (phase === 'prepare' || nth === 1)),
}

const scaled: Deployment = {
  ...good,
  name: 'scaled',
  title: 'A good version with `desired-count`, whose automatic scaling is suspended',
  scenario: webScenario({}, { scalableTargets: [{ service: 'web', minCapacity: 1, maxCapacity: 4 }], options }),
  inputs: { ...good.inputs, 'desired-count': '1', autoscaling: 'suspend' },
  shows: (_, operation) => /^(DescribeScalableTargets|RegisterScalableTarget)$/.test(operation),
}

/** It migrates when it is told to, and else serves. */
const migrating = (matching: ImageBehaviour): ImageBehaviour => ({ kind: 'by-command', contains: 'migrate', matching })

function migration(matching: ImageBehaviour) {
  const behaviour = migrating(matching)
  return webScenario(
    { taskDefinition: logged },
    {
      repositories: [
        {
          name: 'web',
          images: [
            { tag: 'v1', behaviour },
            { tag: 'v2', behaviour },
          ],
        },
      ],
      options,
    },
  )
}

const migrated: Deployment = {
  ...good,
  name: 'migrated',
  title: 'A good version that migrates before it is deployed',
  scenario: migration({ kind: 'crashes', exitCode: 0, afterSeconds: 20, logLines: ['migrated'] }),
  inputs: { ...good.inputs, 'pre-deploy-command': 'migrate' },
  shows: (phase, operation, nth) =>
    phase === 'prepare' && /^(RunTask|DescribeTasks|GetLogEvents)$/.test(operation) && nth === 1,
  canDoWithout: (operation) => operation === 'GetLogEvents',
}

export const overdue: Deployment = {
  ...good,
  name: 'overdue',
  title: 'A version whose migration does not end in time: it is stopped, and nothing is deployed',
  scenario: migration({ kind: 'healthy' }),
  inputs: { ...good.inputs, 'pre-deploy-command': 'migrate', 'pre-deploy-timeout-minutes': '1' },
  outcome: 'failed',
  shows: (_, operation) => operation === 'StopTask',
}

const tidied: Deployment = {
  ...good,
  name: 'tidied',
  title: 'A good version after which old revisions are deregistered',
  scenario: webScenario(
    { taskDefinition: 'web:3' },
    {
      taskDefinitions: ['1', '2', '3'].map((value) => definition('v1', { environment: [{ name: 'REVISION', value }] })),
      options,
    },
  ),
  inputs: { ...good.inputs, 'keep-revisions': '2' },
  // Whichever of its reads fails, it ends there: the first of them stand for those whose operations are elsewhere, too.
  shows: (_, operation, nth) =>
    /^(ListTaskDefinitions|ListClusters|ListServices|DeregisterTaskDefinition)$/.test(operation) && nth === 1,
  toldAs: /^No further old revision of web was deregistered/,
  canDoWithout: always,
}

export const besides: readonly { readonly title: string; readonly deployments: readonly Deployment[] }[] = [
  { title: 'Checking before anything is changed', deployments: [checked, planned, cached] },
  { title: 'Explaining a failure', deployments: [explained, unhealthy, withoutGroup, alarmed] },
  { title: 'Verifying, scaling, migrating and tidying', deployments: [verified, scaled, migrated, overdue, tidied] },
]
