/** What a group asks ECS goes into few calls, and everybody gets the own answer. */
import { expect, test } from '@jest/globals'
import { virtualTime } from '../../scripts/in-process/virtual-time.ts'
import type { EcsPort } from '../../src/aws/ecs.ts'
import type { EcsLotsPort } from '../../src/aws/ecs-lots.ts'
import { watchingPace } from '../../src/group/quotas.ts'
import { sharedEcs } from '../../src/group/shared-ecs.ts'
import { inTurn, turnsOf } from '../../src/group/turns.ts'

const names = Array.from({ length: 25 }, (_, index) => `s${index}`)
const arnOf = (name: string): string => `arn:aws:ecs:eu-west-1:111122223333:service-deployment/main/${name}/x`

function account({ crowded = false, refuses = '' } = {}) {
  const time = virtualTime(() => undefined)
  const clock = { uptime: () => time.now(), sleep: (milliseconds: number) => time.sleep(milliseconds) }
  const calls: string[] = []
  const said = <T>(call: string, answer: T): Promise<T> => {
    calls.push(call)
    return Promise.resolve(answer)
  }
  const view = (name: string) => ({ serviceName: name, currentServiceDeployment: arnOf(name) })
  const ecs = {
    describeService: (_: string, name: string) => said(`one ${name}`, name === refuses ? undefined : view(name)),
    listStoppedTasks: (_: string, name: string) => said(`stopped ${name}`, [`task-${name}`]),
    describeTasks: (_: string, arns: readonly string[]) =>
      said(
        `tasks ${arns.length}`,
        arns.map((taskArn) => ({ taskArn })),
      ),
  } as unknown as EcsPort
  const lots: EcsLotsPort = {
    describeServices: async (_, services) => {
      calls.push(`lot ${services.length}`)
      if (services.includes(refuses)) throw Object.assign(new Error('bad name'), { name: 'InvalidParameterException' })
      return services.filter((name) => name !== 's7').map(view)
    },
    describeServiceDeployments: (arns) =>
      said(
        `deployments ${arns.length}`,
        arns.map((serviceDeploymentArn) => ({
          serviceDeploymentArn,
          targetServiceRevision: { arn: `${serviceDeploymentArn.replace('/x', '')}/123` },
        })),
      ),
    listStoppedTasksOfCluster: () => said('all stopped', { arns: names.map((name) => `task-${name}`), more: crowded }),
  }
  const shared = { ecs, lots, clock, turns: turnsOf(clock) }
  return { time, calls, port: sharedEcs(shared, inTurn(watchingPace, clock)) }
}

test('25 services are three calls; one that is not there is undefined', async () => {
  const { time, calls, port } = account()
  const found = await time.run(Promise.all(names.map((name) => port.describeService('main', name))))
  expect(found.map((one) => one?.serviceName)).toEqual(names.map((name) => (name === 's7' ? undefined : name)))
  expect(calls).toEqual(['lot 10', 'lot 10', 'lot 5'])
})

test('a name that ECS refuses does not cost the others their answer', async () => {
  const { time, port } = account({ refuses: 's3' })
  const found = await time.run(Promise.all(names.slice(0, 5).map((name) => port.describeService('main', name))))
  expect(found.map((one) => one?.serviceName)).toEqual(['s0', 's1', 's2', undefined, 's4'])
})

test('their service deployments are found twenty in a call, each asked for once', async () => {
  const { time, calls, port } = account()
  await time.run(Promise.all(names.map((name) => port.describeService('main', name))))
  calls.length = 0
  const ask = () => time.run(Promise.all(names.map((name) => port.currentServiceDeployment?.('main', name))))
  expect((await ask())[0]).toEqual({ arn: arnOf('s0'), deploymentId: 'ecs-svc/123' })
  await ask()
  expect(calls).toEqual(['deployments 20', 'deployments 4'])
})

test('many who ask for stopped tasks at the same time ask the cluster once', async () => {
  const { time, calls, port } = account()
  const lists = await time.run(Promise.all(names.map((name) => port.listStoppedTasks('main', name))))
  expect(lists.every((arns) => arns.length === 25)).toBe(true)
  const tasks = await time.run(Promise.all(lists.map((arns) => port.describeTasks('main', arns))))
  expect(tasks.every((own) => own.length === 25)).toBe(true)
  expect(calls).toEqual(['all stopped', 'tasks 25'])
})

test('in a cluster with more stopped tasks than a page each service is asked for by itself', async () => {
  const { time, calls, port } = account({ crowded: true })
  const ask = () => time.run(Promise.all(names.slice(0, 6).map((name) => port.listStoppedTasks('main', name))))
  expect(await ask()).toEqual(names.slice(0, 6).map((name) => [`task-${name}`]))
  await ask()
  expect(calls.filter((call) => call === 'all stopped')).toHaveLength(1)
})

test('all reads together keep the pace', async () => {
  const { time, port } = account()
  const startedAt = time.now()
  await time.run(
    Promise.all([
      ...names.map((name) => port.describeService('main', name)),
      ...names.slice(0, 3).map((name) => port.listStoppedTasks('main', name)),
    ]),
  )
  // Six calls, two a second at most.
  expect(time.now() - startedAt).toBeGreaterThanOrEqual(2_500)
})
