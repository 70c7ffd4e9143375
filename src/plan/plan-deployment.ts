import { type Ending, ending } from '../deployment/ending.ts'
import type { GivenDeployment } from '../deployment/given-deployment.ts'
import type { Ports } from '../deployment/ports.ts'
import { prepare } from '../deployment/prepare.ts'
import { readService } from '../deployment/read-service.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import type { PlanInputs } from '../inputs/plan-inputs.ts'
import { asProblem } from '../preflight/find.ts'
import type { Finding } from '../preflight/finding.ts'
import { ProblemsFound } from '../problem.ts'
import { countOf } from './difference.ts'
import { type ServicePlan, servicePlan } from './service-plan.ts'

/** A plan, and how the run ends: `refused` says what would end a deployment before it changed anything. */
export type Planned = { readonly plan: ServicePlan; readonly ending: Ending; readonly refused?: ProblemsFound }

/**
 * What a deployment of one service would do: reads and checks what a deployment reads and checks, and sends nothing that
 * changes anything.
 *
 * @param record is written as it goes
 * @throws ProblemsFound where it cannot be told what would be deployed; what AWS throws when it cannot be asked
 */
export async function planDeployment(
  { inputs, file }: GivenDeployment<PlanInputs>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Planned> {
  ports.log.info(`Planning a deployment to service ${inputs.service} in cluster ${inputs.cluster} (${ports.region}).`)
  const asked = readService(ports, inputs.cluster, inputs.service)
  // It is awaited below; a failure before that must not count as unhandled.
  asked.catch(() => undefined)
  const errors: Finding[] = []
  const prepared = await prepare(inputs, ports, record, asked, file, (found) => errors.push(...found))
  record.running = record.before
  const plan = servicePlan(prepared, inputs, record, ports.run, ports.region)
  const refused = errors.length === 0 ? {} : { refused: new ProblemsFound(errors.map(asProblem)) }
  return { plan, ending: ending('planned', headline(plan, record)), ...refused }
}

function headline({ decision, changes, difference, update }: ServicePlan, { before }: DeploymentRecord): string {
  if (decision === 'watch') return 'Nothing to change: what is wanted is being deployed already.'
  if (decision === 'settle') return 'Nothing to change: what is wanted is deployed, and tasks are starting or missing.'
  if (!changes) return `Nothing to change: ${before?.taskDefinition} runs already, with everything that was asked for.`
  const settings = update?.settings.filter(({ differs }) => differs).length ?? 0
  const count = countOf(difference) + settings
  if (count === 0) return 'A deployment would start what runs again. Nothing was changed.'
  return `A deployment would change ${count === 1 ? 'one thing' : `${count} things`}. Nothing was changed.`
}
