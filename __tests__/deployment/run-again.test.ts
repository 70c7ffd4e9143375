/** A job that is run again after a failed deployment: the history and the family hold what the first run left. */
import { afterEach, expect, test } from '@jest/globals'
import { openStage, type Stage } from '../../scripts/in-process/stage.ts'
import { breaker, ecrImage, webScenario } from '../support/web.ts'

let stage: Stage
afterEach(() => stage.simulator.close())

const inputs = { service: 'web', image: ecrImage('crash'), preflight: 'off' }

test('an UpdateService that was lost is sent again: the deployment that ECS took back before is not its own', async () => {
  const scenario = webScenario(
    { deploymentConfiguration: breaker.rollback },
    { faults: [{ kind: 'reset-before', operation: 'UpdateService', call: 2 }] },
  )
  stage = await openStage({ scenario, callMilliseconds: [20, 100] })
  const first = await stage.run(stage.deploy(inputs))
  await stage.run(stage.clock.sleep(120_000))
  const second = await stage.run(stage.deploy(inputs))
  expect([first.ending.outcome, second.ending.outcome]).toStrictEqual(['rolled-back', 'rolled-back'])
  expect(second.record.deploymentId).not.toBe(first.record.deploymentId)
  expect(second.log.map(({ text }) => text)).toContain('UpdateService was not done; sending it again.')
  const applied = stage.simulator
    .requests()
    .filter(({ operation, applied }) => operation === 'UpdateService' && applied)
  expect(applied).toHaveLength(2)
}, 30_000)
