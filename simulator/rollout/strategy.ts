/** Deployment strategies: one module each, behind one interface. */
import type { Engine } from '../engine.ts'
import type { Service } from '../world/world.ts'
import { rolling } from './rolling.ts'

export interface RolloutStrategy {
  /** One pass of the service scheduler: compares what runs with what should, and acts. */
  reconcile(engine: Engine, service: Service): void
}

const strategies: Readonly<Record<string, RolloutStrategy>> = { ROLLING: rolling }

/** @returns undefined for a strategy that the simulator does not model */
export function strategyOf(service: Pick<Service, 'settings'>): RolloutStrategy | undefined {
  const { deploymentController, deploymentConfiguration } = service.settings
  return deploymentController === 'ECS' ? strategies[deploymentConfiguration.strategy ?? 'ROLLING'] : undefined
}
