import type { NetworkConfiguration } from '@aws-sdk/client-ecs'
import type { Parser } from './input-reader.ts'
import { fitting, parseStructured, type Shape } from './shape.ts'

const texts: Shape = { kind: 'list', of: { kind: 'text' } }

const awsvpcShape: Shape = {
  kind: 'record',
  members: {
    subnets: texts,
    securityGroups: texts,
    assignPublicIp: { kind: 'choice', of: ['ENABLED', 'DISABLED'] },
  },
  required: ['subnets'],
}

const networkShape: Shape = {
  kind: 'record',
  members: { awsvpcConfiguration: awsvpcShape },
  required: ['awsvpcConfiguration'],
}

/** The network of the tasks as the API has it, as JSON or YAML; the outer `awsvpcConfiguration` may be left out. */
export const parseNetworkConfiguration: Parser<NetworkConfiguration> = (given) => {
  const parsed = parseStructured(given)
  if (!parsed.ok) return parsed
  const inner = isObject(parsed.value) && !('awsvpcConfiguration' in parsed.value)
  return fitting(inner ? { awsvpcConfiguration: parsed.value } : parsed.value, networkShape, 'The network')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
