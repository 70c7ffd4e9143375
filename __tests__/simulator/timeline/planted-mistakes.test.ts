import { describe, expect, test } from '@jest/globals'
import { documentedRules, type RolloutRules } from '../../../simulator/rollout/rules.ts'
import { allFacts } from './all-facts.ts'
import { play } from './random-scenarios.ts'
import { openerFor } from './stage.ts'

const { bounds, breakerThreshold, occupiesRoom, startable, dispensable } = documentedRules

/** One wrong rule each, as somebody could write it. */
const mistakes: Readonly<Record<string, Partial<RolloutRules>>> = {
  'the minimum is rounded down': {
    bounds: (desired, configuration) => ({
      ...bounds(desired, configuration),
      floor: Math.floor((desired * (configuration.minimumHealthyPercent ?? 100)) / 100),
    }),
  },
  'the maximum is rounded up': {
    bounds: (desired, configuration) => ({
      ...bounds(desired, configuration),
      ceiling: Math.ceil((desired * (configuration.maximumPercent ?? 200)) / 100),
    }),
  },
  'the threshold has no lower bound': {
    breakerThreshold: (desired, breaker) =>
      breaker?.thresholdConfiguration === undefined
        ? Math.min(200, Math.ceil(desired / 2))
        : breakerThreshold(desired, breaker),
  },
  'the threshold has no upper bound': {
    breakerThreshold: (desired, breaker) =>
      breaker?.thresholdConfiguration === undefined
        ? Math.max(3, Math.ceil(desired / 2))
        : breakerThreshold(desired, breaker),
  },
  'the breaker trips one failure early': {
    breakerThreshold: (desired, breaker) => breakerThreshold(desired, breaker) - 1,
  },
  'a healthy task never resets the count': { forgivesFailures: () => false },
  'a healthy task always resets the count': { forgivesFailures: () => true },
  'a rollback goes to whatever ran before': {
    rollbackTarget: ({ deployments }, failed) => deployments.find((one) => one !== failed),
  },
  'a rollback goes to the failed deployment itself': { rollbackTarget: (_service, failed) => failed },
  'a stopping task takes no room': { occupiesRoom: (task) => occupiesRoom(task) && task.desiredStatus === 'RUNNING' },
  'one task too many is started': {
    startable: (missing, ceiling, occupied) => startable(missing, ceiling + 1, occupied),
  },
  'one task too many is stopped': { dispensable: (healthy, floor) => dispensable(healthy, Math.max(0, floor - 1)) },
  'a task without checks is healthy at once': { healthyWithoutChecksSeconds: 0 },
  'the grace period is ignored': { isInGrace: () => false },
  'containers are stopped without draining': { drainSeconds: () => 0 },
  'early success is rounded down': {
    healthyForSuccess: (desired, { earlySuccessCriteria: early }) =>
      early?.enable === true ? Math.floor((desired * (early.healthyPercent ?? 100)) / 100) : desired,
  },
}

const seedsTried = 5

/** @returns the name of the first fact, or the random scenario, that the rules violate */
function caughtBy(rules: RolloutRules): string | undefined {
  const open = openerFor(rules)
  for (const { name, check } of allFacts) if (fails(() => check(open))) return name
  for (let seed = 1; seed <= seedsTried; seed += 1) if (fails(() => play(seed, rules))) return `random scenario ${seed}`
  return undefined
}

function fails(run: () => void): boolean {
  try {
    run()
    return false
  } catch {
    return true
  }
}

describe('a mistake planted in the engine is caught', () => {
  test.each(Object.entries(mistakes))(
    '%s',
    (_name, mistake) => {
      expect(caughtBy({ ...documentedRules, ...mistake })).toMatch(/^(§|random scenario)/)
    },
    60_000,
  )
})

/** The invariants on their own, with no fact to help them. */
describe('a mistake that breaks an invariant is caught by random scenarios alone', () => {
  test.each([
    'the maximum is rounded up',
    'the minimum is rounded down',
    'one task too many is started',
    'one task too many is stopped',
    'the breaker trips one failure early',
    'a stopping task takes no room',
    'a task without checks is healthy at once',
  ])(
    '%s',
    (name) => {
      const rules = { ...documentedRules, ...mistakes[name] }
      const seeds = Array.from({ length: 40 }, (_, index) => index + 1)
      expect(seeds.find((seed) => fails(() => play(seed, rules)))).toBeDefined()
    },
    60_000,
  )
})
