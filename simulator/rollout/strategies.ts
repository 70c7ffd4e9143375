/** The strategies that are modelled, by their names in `deploymentConfiguration.strategy`. */
import type { Service } from '../world/world.ts'
import { rolling } from './rolling.ts'
import type { RolloutStrategy } from './strategy.ts'

const strategies: Readonly<Record<string, RolloutStrategy>> = { ROLLING: rolling }

/** @returns undefined for a strategy that the simulator does not model */
export function strategyOf(service: Pick<Service, 'settings'>): RolloutStrategy | undefined {
  const { deploymentController, deploymentConfiguration } = service.settings
  return deploymentController === 'ECS' ? strategies[deploymentConfiguration.strategy ?? 'ROLLING'] : undefined
}
