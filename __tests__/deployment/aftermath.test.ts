import type { Deployment, Service, ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { EcsPort } from '../../src/aws/ecs.ts'
import { type Aftermath, lookAtAftermath } from '../../src/deployment/aftermath.ts'
import { cancelDeployment } from '../../src/deployment/cancel.ts'
import type { Change } from '../../src/deployment/intent.ts'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import { whatBecameOfIt, whatItWasDoing } from '../../src/deployment/tell-aftermath.ts'
import { now, record, revisionArn, service, serviceArn, version } from './samples.ts'

const before = listed('ecs-svc/1', 1, { createdAt: new Date(now - 60_000) })
const update = { cluster: 'main', service: 'web', taskDefinition: revisionArn(2) }
const sent: Partial<DeploymentRecord> = {
  serviceArn,
  olderDeployments: ['ecs-svc/1'],
  update,
  target: { version: version(1), inactive: false },
}

function listed(id: string, revision: number, more: Partial<Deployment> = {}): Deployment {
  const createdAt = new Date(now)
  return { id, status: 'PRIMARY', rolloutState: 'COMPLETED', taskDefinition: revisionArn(revision), createdAt, ...more }
}

function entry(number: number, status: ServiceDeploymentBrief['status'], createdAt: number): ServiceDeploymentBrief {
  const targetServiceRevisionArn = `arn:aws:ecs:us-east-1:111122223333:service-revision/main/web/${number}`
  return { serviceDeploymentArn: `sd/${number}`, targetServiceRevisionArn, status, createdAt: new Date(createdAt) }
}

type Shown = {
  readonly deployments?: readonly Deployment[]
  readonly history?: readonly ServiceDeploymentBrief[] | 'denied'
  /** Task definition revision by service revision. */
  readonly revisions?: Readonly<Record<string, number>>
}

/** ECS as it shows itself to one look. */
function ecs({ deployments, history = [], revisions = {} }: Shown): EcsPort {
  const denied = Object.assign(new Error('not authorized to perform: ecs:ListServiceDeployments'), {
    name: 'AccessDeniedException',
  })
  const shown: Service | undefined = deployments && service({ deployments: [...deployments] })
  return {
    describeService: async () => shown,
    listServiceDeployments: () => (history === 'denied' ? Promise.reject(denied) : Promise.resolve(history)),
    describeServiceRevision: async (arn: string) => {
      const revision = revisions[arn.slice(arn.lastIndexOf('/') + 1)]
      return revision === undefined ? undefined : { taskDefinition: revisionArn(revision) }
    },
  } as unknown as EcsPort
}

async function told(of: Partial<DeploymentRecord>, shown: Shown): Promise<readonly [Aftermath['kind'], string]> {
  const run = record({ ...sent, ...of })
  const aftermath = await lookAtAftermath(ecs(shown), run, {
    now: () => now,
    uptime: () => 0,
    sleep: async () => undefined,
  })
  return [aftermath.kind, whatBecameOfIt(aftermath, run)]
}

const ours = listed('ecs-svc/2', 2, { rolloutState: 'IN_PROGRESS' })
const oldEntry = entry(1, 'SUCCESSFUL', now - 60_000)
const unanswered = { sending: 'update' } as const

describe('UpdateService was not answered', () => {
  test('and was not applied', async () => {
    const [kind, text] = await told(unanswered, { deployments: [before], history: [oldEntry] })
    expect([kind, text]).toEqual(['no-trace', expect.stringContaining('ECS shows no deployment of this run')])
  })

  test('and was not applied: what an earlier run left of the same revision is not its own', async () => {
    const earlier = entry(2, 'ROLLBACK_SUCCESSFUL', now - 30_000)
    const shown = { deployments: [before], history: [earlier, oldEntry], revisions: { 2: 2 } }
    const [kind] = await told({ ...unanswered, knownUntil: now - 20_000 }, shown)
    expect(kind).toBe('no-trace')
  })

  test('and nobody may read the history: it cannot be told', async () => {
    const [, text] = await told(unanswered, { deployments: [before], history: 'denied' })
    expect(text).toBe('What became of it cannot be told: the history could not be read.')
  })

  test.each<[string, Partial<Deployment>, RegExp]>([
    ['goes on', {}, /^The deployment ecs-svc\/2 of web:2 goes on in ECS/],
    ['has completed', { rolloutState: 'COMPLETED' }, /has completed: web:2 runs\.$/],
    ['failed', { rolloutState: 'FAILED' }, /^The deployment of web:2 failed, and nothing has taken it back/],
  ])('and its deployment %s', async (_, more, text) => {
    expect(await told(unanswered, { deployments: [{ ...ours, ...more }, before] })).toEqual([
      'deployment',
      expect.stringMatching(text),
    ])
  })

  test('and its deployment was taken back before anybody looked', async () => {
    const history = [entry(2, 'ROLLBACK_SUCCESSFUL', now), oldEntry]
    const [, text] = await told(unanswered, { deployments: [before], history, revisions: { 2: 2 } })
    expect(text).toBe('The deployment was taken back: web:1 runs again.')
  })

  test('and somebody else has deployed since', async () => {
    const theirs = listed('ecs-svc/3', 3, { createdAt: new Date(now + 60_000) })
    const history = [entry(3, 'SUCCESSFUL', now + 60_000), entry(2, 'STOPPED', now), oldEntry]
    const [, text] = await told(unanswered, { deployments: [theirs], history, revisions: { 2: 2, 3: 3 } })
    expect(text).toMatch(/^Another deployment, ecs-svc\/3, was started after the one of this run/)
  })

  test('and somebody else has deployed the same again: that is not this run’s', async () => {
    const again = listed('ecs-svc/3', 2, { rolloutState: 'IN_PROGRESS', createdAt: new Date(now + 300) })
    const [, text] = await told(unanswered, { deployments: [again, { ...ours, status: 'ACTIVE' }, before] })
    expect(text).toMatch(/^Another deployment, ecs-svc\/3, was started after the one of this run/)
  })

  test('and a deployment of somebody else is all there is', async () => {
    const theirs = listed('ecs-svc/3', 3)
    const history = [entry(3, 'SUCCESSFUL', now), oldEntry]
    expect((await told(unanswered, { deployments: [theirs], history, revisions: { 3: 3 } }))[0]).toBe('no-trace')
  })
})

describe('a rollback through UpdateService', () => {
  const of = { deploymentId: 'ecs-svc/2', rollbackTo: revisionArn(1), sending: 'update-back' as const }
  const failed = listed('ecs-svc/2', 2, { rolloutState: 'IN_PROGRESS' })

  test('that is PRIMARY was applied', async () => {
    const back = listed('ecs-svc/3', 1, { rolloutState: 'IN_PROGRESS' })
    const [, text] = await told(of, { deployments: [back, { ...failed, status: 'ACTIVE' }] })
    expect(text).toMatch(/^The rollback \(ecs-svc\/3, web:1\) is IN_PROGRESS/)
    expect((await told(of, { deployments: [{ ...back, rolloutState: 'COMPLETED' }] }))[1]).toBe(
      'The rollback has completed: web:1 runs again.',
    )
  })

  test('that is not there was not: the deployment goes on', async () => {
    expect((await told(of, { deployments: [failed, before] }))[1]).toMatch(/ecs-svc\/2 of web:2 goes on in ECS/)
  })
})

test('a service that is gone is told', async () => {
  expect(await told(unanswered, {})).toEqual(['service-gone', 'ECS does not list the service any more.'])
})

describe('what the run was doing', () => {
  test.each<[Change, RegExp]>([
    ['tag', /tags of a revision were being written.*the service was not touched/],
    ['register', /may be left over.*the service was not touched/],
    ['update', /UpdateService was on its way, to deploy web:2/],
    ['stop', /StopServiceDeployment/],
    ['register-back', /a copy of web:1 was being registered/],
    ['update-back', /UpdateService was on its way, to go back to web:1/],
  ])('while %s was on its way', (sending, text) => {
    expect(whatItWasDoing(record({ ...sent, sending }))).toMatch(text)
  })

  test('between its calls', () => {
    expect(whatItWasDoing(record())).toContain('the service was not touched')
    expect(whatItWasDoing(record({ ...sent, deploymentId: 'ecs-svc/2' }))).toContain('watched the deployment ecs-svc/2')
    expect(whatItWasDoing(record({ ...sent, rollbackSent: 'UpdateService' }))).toContain(
      'watched the rollback to web:1',
    )
  })
})

describe('cancelled', () => {
  const silent = { info: () => undefined } as never
  const never = () => new Promise<never>(() => undefined)
  const clock = { now: () => now, uptime: () => 0, sleep: () => Promise.resolve() }

  test('main leaves where AWS does not answer', async () => {
    const run = record({ ...sent, deploymentId: 'ecs-svc/2', serviceDeploymentArn: 'sd/2' })
    const ports = {
      ecs: { rollBackServiceDeployment: never } as unknown as EcsPort,
      tasks: {} as never,
      log: silent,
      clock: { ...clock, sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 5)) },
      keep: async () => undefined,
    }
    const { outcome, headline } = await cancelDeployment({ onCancel: 'rollback' }, ports, run)
    expect([outcome, headline]).toEqual(['cancelled', expect.stringContaining('was on its way')])
    expect(run.sending).toBe('stop')
  })

  test.each<Partial<DeploymentRecord>>([{ settling: true }, { verifying: true }])(
    'what has completed is not stopped, but taken back by the post step: %j',
    async (of) => {
      const ports = { ecs: {} as EcsPort, tasks: {} as never, log: silent, clock, keep: async () => undefined }
      const run = record({ ...sent, deploymentId: 'ecs-svc/2', serviceDeploymentArn: 'sd/2', ...of })
      const { headline } = await cancelDeployment({ onCancel: 'rollback' }, ports, run)
      expect(headline).toContain('The deployment had completed; the post step takes it back.')
    },
  )

  test.each<[Partial<DeploymentRecord>, string]>([
    [{ deploymentId: 'ecs-svc/2', settling: true }, 'completed, and whether its tasks stay was being looked at'],
    [{ deploymentId: 'ecs-svc/2', verifying: true }, 'completed and was being verified; it is left as it is'],
    [{ sending: 'update' }, 'UpdateService was on its way. The post step looks what became of it.'],
    [{ sending: 'update-back' }, 'The rollback (UpdateService) was on its way.'],
    [{ changed: true }, 'The settings of the service were changed.'],
    [{ deploymentId: 'ecs-svc/2' }, 'The deployment goes on in ECS'],
    [{ deploymentId: 'ecs-svc/2', sending: 'register-back' }, 'The deployment had failed, and was not rolled back'],
    [{ deploymentId: 'ecs-svc/2', rollbackSent: 'UpdateService' }, 'The rollback was under way'],
  ])('with "leave" main says what it knows: %j', async (of, text) => {
    const ports = { ecs: {} as EcsPort, tasks: {} as never, log: silent, clock, keep: async () => undefined }
    const { headline } = await cancelDeployment({ onCancel: 'leave' }, ports, record({ ...sent, ...of }))
    expect(headline).toContain(text)
  })

  test('before UpdateService: the service was not touched, and what may be left is told', async () => {
    const { headline } = await cancelDeployment({ onCancel: 'leave' }, undefined, record({ sending: 'register' }))
    expect(headline).toBe(
      'The run was cancelled. The service was not touched. A task definition revision may have been registered.',
    )
  })
})
