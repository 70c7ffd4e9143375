/** Both readings of each unknown fact are played: an option that is added to the simulator has to be added to the soak, or a reason here. */
import { expect, test } from '@jest/globals'
import { defaultOptions, type ModelOptions } from '../../simulator/scenario.ts'
import { createChance } from '../../soak/plan/chance.ts'
import { otherReadings } from '../../soak/plan/random-service.ts'

/** Options that change nothing in a run of the soak, and why. */
const withoutEffect: Partial<Readonly<Record<keyof ModelOptions, string>>> = {
  stopTypeAbort: 'the action only ever sends ROLLBACK',
  rollingPauseHooks: 'the service of a run has no pause hooks: preflight refuses them',
  runTaskCapacity: 'a run has no task before its deployment; the scenario tests of run-task have both',
  stopTaskReason: 'it is the text for StopTask without a reason, which nobody sends in a run',
  fargate32Vcpu: 'the task of a run is small',
  networkErrorWording: 'no run is cut off from ECR; the tests of the diagnosis have both wordings',
  taskDefinitionBytes: 'the task definition of a run is small',
}

test('each option is turned by some run, or has a reason', () => {
  const turned = otherReadings(createChance(1)).flatMap((one) => Object.keys(one))
  const all = Object.keys(defaultOptions()).sort()
  expect([...turned, ...Object.keys(withoutEffect)].sort()).toEqual(all)
})

test('the reading that is played is not the default', () => {
  const defaults = defaultOptions()
  const same = (one: Partial<ModelOptions>): boolean =>
    Object.entries(one).every(([name, value]) => {
      const usual: unknown = defaults[name as keyof ModelOptions]
      return JSON.stringify(usual) === JSON.stringify(value)
    })
  expect(otherReadings(createChance(1)).filter(same)).toEqual([])
})
