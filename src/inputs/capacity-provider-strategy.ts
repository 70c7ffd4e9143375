import type { CapacityProviderStrategyItem } from '@aws-sdk/client-ecs'
import type { Checked } from '../problem.ts'
import type { Parser } from './input-reader.ts'
import { contentLines } from './lines.ts'
import { bad, good } from './parsed.ts'
import { misfits, parseShaped, type Shape } from './shape.ts'

const strategyShape: Shape = {
  kind: 'list',
  of: {
    kind: 'record',
    members: {
      capacityProvider: { kind: 'text' },
      // Limits: API reference, CapacityProviderStrategyItem.
      weight: { kind: 'integer', least: 0, most: 1000 },
      base: { kind: 'integer', least: 0, most: 100_000 },
    },
    required: ['capacityProvider'],
  },
}

/** Lines such as `FARGATE=1 base=1`, or the list as JSON; the empty list `[]` means the launch type of the service. */
export const parseCapacityProviderStrategy: Parser<readonly CapacityProviderStrategyItem[]> = (given) => {
  if (!given.trimStart().startsWith('[')) return strategyLines(given)
  return parseShaped<CapacityProviderStrategyItem[]>(given, strategyShape, 'The strategy')
}

function strategyLines(given: string): Checked<readonly CapacityProviderStrategyItem[]> {
  const items: CapacityProviderStrategyItem[] = []
  const wrong: string[] = []
  for (const line of contentLines(given)) {
    const { provider, weight, base } =
      /^(?<provider>[\w-]+)=(?<weight>\d+)(?:\s+base=(?<base>\d+))?$/.exec(line.text)?.groups ?? {}
    if (provider === undefined) wrong.push(`Line ${line.number} does not read like FARGATE=1 or FARGATE=1 base=1.`)
    else
      items.push({
        capacityProvider: provider,
        weight: Number(weight),
        ...(base === undefined ? {} : { base: Number(base) }),
      })
  }
  wrong.push(...misfits(items, strategyShape, 'The strategy'))
  return wrong.length > 0 ? bad(...wrong) : good(items)
}
