import { describe, expect, test } from '@jest/globals'
import { checks } from '../../src/preflight/checks.ts'
import type { Facts } from '../../src/preflight/facts.ts'
import { asProblem, findings } from '../../src/preflight/find.ts'
import { type CheckId, checkIds } from '../../src/preflight/ids.ts'
import { definition, facts, noPlace, service } from './support.ts'

const role = 'arn:aws:iam::111122223333:role/execution'
const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3'

const network = { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const }
const publicService = { ...service, networkConfiguration: { awsvpcConfiguration: network } }

/** One case of each check, and the least change after which it has nothing to say. */
const cases: Readonly<Record<CheckId, readonly [found: Facts, silent: Facts]>> = {
  'image-platform': [
    facts({ images: [{ image: 'web@1', written: 'web:1', input: 'image', platforms: ['linux/arm64'] }] }),
    facts({ images: [{ image: 'web@1', written: 'web:1', input: 'image', platforms: ['linux/amd64'] }] }),
  ],
  'secret-absent': [
    facts({
      definition: definition({ secrets: [{ name: 'DB', valueFrom: secret }] }),
      lookedUp: { absentSecrets: [secret] },
    }),
    facts({
      definition: definition({ secrets: [{ name: 'DB', valueFrom: secret }] }),
      lookedUp: { absentSecrets: [] },
    }),
  ],
  'role-absent': [
    facts({ lookedUp: { roles: new Map([[role, { kind: 'absent' }]]) } }),
    facts({ lookedUp: { roles: new Map([[role, { kind: 'found', trustsTasks: true }]]) } }),
  ],
  'role-trust': [
    facts({ lookedUp: { roles: new Map([[role, { kind: 'found', trustsTasks: false }]]) } }),
    facts({ lookedUp: { roles: new Map([[role, { kind: 'absent' }]]) } }),
  ],
  'fargate-size': [facts({ definition: definition({}, { memory: '8192' }) }), facts()],
  'fargate-settings': [facts({ definition: definition({}, { networkMode: 'bridge' }) }), facts()],
  'load-balancer-container': [facts({ definition: definition({ name: 'app' }) }), facts()],
  'cannot-progress': [
    facts({
      service: { ...service, deploymentConfiguration: { ...service.deploymentConfiguration, maximumPercent: 100 } },
    }),
    facts({
      service: { ...service, deploymentConfiguration: { ...service.deploymentConfiguration, maximumPercent: 150 } },
    }),
  ],
  'no-circuit-breaker': [
    facts({ service: { ...service, deploymentConfiguration: {} } }),
    facts({
      service: { ...service, deploymentConfiguration: {} },
      settings: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    }),
  ],
  'deployment-under-way': [facts({ underWay: 'ecs-svc/1' }), facts()],
  'health-check-tool': [
    facts({
      definition: definition({ image: 'node:22-alpine', healthCheck: { command: ['CMD-SHELL', 'curl localhost'] } }),
    }),
    facts({
      definition: definition({ image: 'node:22-alpine', healthCheck: { command: ['CMD-SHELL', 'wget localhost'] } }),
    }),
  ],
  'secret-in-environment': [
    facts({ definition: definition({ environment: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }) }),
    facts({ definition: definition({ environment: [{ name: 'LOG_LEVEL', value: 'info' }] }) }),
  ],
  'latest-tag': [
    facts({ definition: definition({ image: 'nginx' }) }),
    facts({ definition: definition({ image: 'nginx:1.29' }) }),
  ],
  'no-log-configuration': [
    facts({ definition: definition({ logConfiguration: undefined }) }),
    facts({ definition: definition({ logConfiguration: undefined, essential: false }) }),
  ],
  'root-user': [
    facts({ definition: definition({ user: 'root' }) }),
    facts({ definition: definition({ user: 'app' }) }),
  ],
  placeholder: [
    facts({ definition: definition({}, { taskRoleArn: 'arn:aws:iam::ACCOUNT_ID:role/task' }) }),
    facts({ definition: definition({}, { taskRoleArn: 'arn:aws:iam::111122223333:role/task' }) }),
  ],
  'open-to-internet': [
    facts({ service: publicService, lookedUp: { openPorts: [{ group: 'sg-1', from: 8000, to: 8080 }] } }),
    facts({ service: publicService, lookedUp: { openPorts: [{ group: 'sg-1', from: 443, to: 443 }] } }),
  ],
  'closed-to-all': [
    facts({
      service: { ...publicService, loadBalancers: [] },
      lookedUp: { openPorts: [{ group: 'sg-1', from: 22, to: 22 }] },
    }),
    facts({
      service: { ...publicService, loadBalancers: [] },
      lookedUp: { openPorts: [{ group: 'sg-1', from: 8080, to: 8080, narrow: true }] },
    }),
  ],
  'no-public-address': [
    facts({ service: { ...service, loadBalancers: [], desiredCount: 1 } }),
    facts({ service: { ...publicService, loadBalancers: [], desiredCount: 1 } }),
  ],
  'one-subnet': [
    facts({ service: { ...service, networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } } }),
    facts(),
  ],
  'no-load-balancer': [
    facts({ service: { ...service, loadBalancers: [] } }),
    facts({ service: { ...service, loadBalancers: [], desiredCount: 1 } }),
  ],
  'count-is-scaled': [
    facts({ settings: { desiredCount: 2 }, lookedUp: { isScaled: true } }),
    facts({ lookedUp: { isScaled: true } }),
  ],
  'execution-role-rights': [
    facts({ lookedUp: { refused: [{ role, action: 'ecr:BatchGetImage', resource: 'arn:aws:ecr:…' }] } }),
    facts({ lookedUp: { refused: [] } }),
  ],
  'caller-rights': [
    facts({ lookedUp: { callerLacks: [{ action: 'ecs:UpdateService', resource: 'arn:aws:ecs:…' }] } }),
    facts({ lookedUp: { callerLacks: [{ action: 'iam:PassRole', resource: role }] } }),
  ],
  'scan-findings': [
    facts({ lookedUp: { scans: [{ image: 'web@sha256:a', counts: { HIGH: 2 }, tooGrave: ['CRITICAL', 'HIGH'] }] } }),
    facts({ lookedUp: { scans: [{ image: 'web@sha256:a', counts: { HIGH: 2 }, tooGrave: ['CRITICAL'] }] } }),
  ],
  'pass-role': [
    facts({ lookedUp: { callerLacks: [{ action: 'iam:PassRole', resource: role }] } }),
    facts({ lookedUp: { callerLacks: [{ action: 'ecs:UpdateService', resource: role }] } }),
  ],
}

const enforce = { preflight: 'enforce', preflightIgnore: [] } as const
const idsOf = (given: Facts) => findings(given, enforce, noPlace).map(({ id }) => id)

test('the table holds every id once, errors first', () => {
  expect(checks.map(({ id }) => id)).toEqual([...checkIds])
  expect(checks.map(({ severity }) => severity).join()).toMatch(/^(?:error,)+warning(?:,warning)*$/)
})

describe.each(Object.entries(cases))('%s', (id, [found, silent]) => {
  test('finds it', () => {
    const own = findings(found, enforce, noPlace).filter((finding) => finding.id === id)
    expect(own).toHaveLength(1)
    expect(own[0]?.message).toMatch(/^\S.{50,}[.}]$/)
    expect(own[0]?.message).not.toMatch(/\$\w|undefined|\[object/)
  })

  test('and nothing where it is not so', () => {
    expect(idsOf(silent)).not.toContain(id)
  })
})

test('of a good service and definition nothing is said', () => {
  expect(idsOf(facts())).toEqual([])
})

test('what could not be looked up is no finding', () => {
  const secrets = [{ name: 'DB', valueFrom: secret }]
  expect(idsOf(facts({ definition: definition({ secrets }), settings: { desiredCount: 2 } }))).toEqual([])
})

test('with warn errors are warnings; ignored ones are nothing', () => {
  const [found] = cases['fargate-size']
  const wanted = { preflight: 'warn', preflightIgnore: [] } as const
  expect(findings(found, wanted, noPlace)).toMatchObject([{ id: 'fargate-size', severity: 'warning' }])
  expect(findings(found, { ...wanted, preflightIgnore: ['fargate-size'] }, noPlace)).toEqual([])
})

test('a problem has its place, its id, and what it is about', () => {
  const [found] = cases['fargate-size']
  const [finding] = findings(found, enforce, () => ({ file: 'web.json', line: 3, column: 5 }))
  if (finding === undefined) throw new Error('nothing found')
  expect(asProblem(finding)).toEqual({
    file: 'web.json',
    line: 3,
    column: 5,
    message: expect.stringMatching(/ \[fargate-size\]$/),
    about: 'Fargate has no tasks of this size',
  })
})
