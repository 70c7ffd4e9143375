/** Runs of the rollback action, and a service with a past for them. */
import type { Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import type { Account, Circumstances, Ended, Inputs } from './account.ts'
import { breaker, definition, webScenario } from './web.ts'

/** Main of the rollback action, for the service `web` unless other inputs say so. */
export function rollBack(account: Account, inputs: Inputs = {}, circumstances: Circumstances = {}): Promise<Ended> {
  return account.run(inputs, { action: 'rollback', ...circumstances })
}

/** A commit whose every digit is the same. */
export function commit(digit: string): string {
  return digit.repeat(40)
}

/** Tags that the deploy action puts on a revision. */
export function commitTags(digit: string, ...more: readonly { key: string; value: string }[]) {
  return { tags: [{ key: 'ecs-deploy:commit', value: commit(digit) }, ...more] }
}

/** `v1` as `web:1` from commit 1…, then `crash` as `web:2`, which never completed, then `v2` as `web:3` from commit 3…, which runs. */
export function threeVersions(service: Partial<ServiceScenario> = {}, rest: Partial<Scenario> = {}): Scenario {
  const taskDefinitions = [
    definition('v1', {}, commitTags('1')),
    definition('crash', {}, commitTags('2')),
    definition('v2', {}, commitTags('3')),
  ]
  return webScenario(
    {
      taskDefinition: 'web:3',
      history: [{ taskDefinition: 'web:1' }, { taskDefinition: 'web:2', status: 'ROLLBACK_SUCCESSFUL' }],
      deploymentConfiguration: breaker.rollback,
      ...service,
    },
    { taskDefinitions, ...rest },
  )
}
