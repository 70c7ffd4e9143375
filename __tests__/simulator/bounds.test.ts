import type { DeploymentCircuitBreaker, ThresholdType } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { boundsOf, breakerThreshold } from '../../simulator/rollout/bounds.ts'

describe('how many tasks may and must run', () => {
  test.each([
    { desired: 4, min: 50, max: 200, floor: 2, ceiling: 8 },
    { desired: 2, min: 75, max: 200, floor: 2, ceiling: 4 },
    { desired: 4, min: 100, max: 200, floor: 4, ceiling: 8 },
    { desired: 3, min: 100, max: 125, floor: 3, ceiling: 3 },
    { desired: 1, min: 0, max: 100, floor: 0, ceiling: 1 },
    { desired: 0, min: 100, max: 200, floor: 0, ceiling: 0 },
  ])('desired $desired at $min/$max percent', ({ desired, min, max, floor, ceiling }) => {
    expect(boundsOf(desired, { minimumHealthyPercent: min, maximumPercent: max })).toEqual({ floor, ceiling })
  })
})

describe('the threshold of the circuit breaker', () => {
  const of = (type?: ThresholdType, value = 50): DeploymentCircuitBreaker => ({
    enable: true,
    rollback: true,
    ...(type !== undefined && { thresholdConfiguration: { type, value } }),
  })
  test.each([
    { desired: 1, breaker: of(), threshold: 3 },
    { desired: 25, breaker: of(), threshold: 13 },
    { desired: 400, breaker: of(), threshold: 200 },
    { desired: 800, breaker: of(), threshold: 200 },
    { desired: 800, breaker: of('UNBOUNDED_PERCENT'), threshold: 400 },
    { desired: 10, breaker: of('COUNT', 1), threshold: 1 },
  ])('desired $desired: $threshold', ({ desired, breaker, threshold }) => {
    expect(breakerThreshold(desired, breaker)).toBe(threshold)
  })
})
