import { causeFacts } from './cause-facts.ts'
import { eventFacts } from './event-facts.ts'
import { failingFacts } from './failing-facts.ts'
import { happeningFacts } from './happening-facts.ts'
import { hookFacts } from './hook-facts.ts'
import { reachFacts } from './reach-facts.ts'
import { rollingFacts } from './rolling-facts.ts'
import { serviceDeploymentFacts } from './service-deployment-facts.ts'
import type { Fact } from './stage.ts'
import { startOrderFacts } from './start-order-facts.ts'
import { taskFacts } from './task-facts.ts'

export const allFacts: readonly Fact[] = [
  ...rollingFacts,
  ...failingFacts,
  ...serviceDeploymentFacts,
  ...taskFacts,
  ...eventFacts,
  ...happeningFacts,
  ...hookFacts,
  ...causeFacts,
  ...reachFacts,
  ...startOrderFacts,
]
