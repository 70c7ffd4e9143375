/** What a deployment strategy is: one module behind this interface. */
import type { Engine } from '../engine.ts'
import type { Service } from '../world/world.ts'

export interface RolloutStrategy {
  /** One pass of the service scheduler: compares what runs with what should, and acts. */
  reconcile(engine: Engine, service: Service): void
  /** The lifecycle stages at which it asks `mayPass` (`hooks.ts`), so that a hook can hold it there. */
  readonly hookStages: readonly string[]
}
