import type { DeploymentCircuitBreaker } from '@aws-sdk/client-ecs'
import type { Parser } from './input-reader.ts'
import { bad, good } from './parsed.ts'
import { parseChoice } from './scalars.ts'
import { parseShaped, type Shape } from './shape.ts'

const circuitBreakerShape: Shape = {
  kind: 'record',
  members: {
    enable: { kind: 'boolean' },
    rollback: { kind: 'boolean' },
    resetOnHealthyTask: { kind: 'boolean' },
    thresholdConfiguration: {
      kind: 'record',
      members: {
        type: { kind: 'choice', of: ['BOUNDED_PERCENT', 'UNBOUNDED_PERCENT', 'COUNT'] },
        value: { kind: 'integer', least: 1, most: 2 ** 31 - 1 },
      },
      required: ['type', 'value'],
    },
  },
  required: ['enable', 'rollback'],
}

/** `off`, `on` (stop a failing deployment), `rollback` (stop it and go back), or the whole setting as JSON. */
export const parseCircuitBreaker: Parser<DeploymentCircuitBreaker> = (given) => {
  if (given.startsWith('{')) return parseShaped(given, circuitBreakerShape, 'The circuit breaker')
  const word = parseChoice(['off', 'on', 'rollback'])(given)
  if (!word.ok) return bad(`"${given}" is not one of off, on, rollback, nor a JSON object.`)
  return good({ enable: word.value !== 'off', rollback: word.value === 'rollback' })
}
