import type { Service } from '@aws-sdk/client-ecs'
import { deniedAction, describeFailure, failureKind } from '../aws/failure.ts'
import type { Ports } from '../deployment/ports.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { runningTasks } from '../deployment/task-addresses.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Verification } from '../inputs/verification-inputs.ts'
import { type Problem, ProblemsFound } from '../problem.ts'
import { primaryOf } from '../rollout/snapshot.ts'
import { placeholdersIn } from './place-addresses.ts'
import { alarmsToWatch } from './watch-alarms.ts'

/** What is found out before the deployment. */
export type VerificationBasis = {
  /** DNS names of the load balancers of the service, where an address names them. */
  readonly loadBalancers: readonly string[]
  /** Alarms that were not in ALARM. */
  readonly alarms: readonly string[]
}

/**
 * Finds out before anything is changed whether everything can be verified that is to be: a verification that was asked for is
 * never left out without a word.
 *
 * @throws ProblemsFound with what cannot be done
 */
export async function prepareVerification(
  verification: Verification,
  service: Service,
  inputs: Pick<DeployInputs, 'settings'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<VerificationBasis> {
  const wanted = placeholdersIn(verification.urls)
  const problems: Problem[] = []
  const collect = async <T>(instead: T, look: () => Promise<T>): Promise<T> => {
    try {
      return await look()
    } catch (error) {
      if (!(error instanceof ProblemsFound)) throw error
      problems.push(...error.problems)
      return instead
    }
  }
  const network = inputs.settings.networkConfiguration ?? service.networkConfiguration
  const isPublic = network?.awsvpcConfiguration?.assignPublicIp === 'ENABLED'
  if (wanted.includes('public-ip') && !isPublic) {
    const message = 'It names {public-ip}, and the service gives its tasks no public address (assignPublicIp).'
    problems.push({ input: 'verify-urls', message })
  } else if (wanted.includes('public-ip') || wanted.includes('task-ip')) {
    await collect(undefined, () => tryAddresses(wanted.includes('public-ip'), ports, record))
  }
  const [loadBalancers, alarms] = await Promise.all([
    wanted.includes('load-balancer') ? collect([], () => loadBalancersOf(service, ports)) : [],
    verification.alarms.length > 0 ? collect([], () => alarmsToWatch(verification.alarms, ports)) : [],
  ])
  if (problems.length > 0) throw new ProblemsFound(problems)
  return { loadBalancers, alarms }
}

/** Whether the addresses of the tasks may be read: those that run now show it. */
async function tryAddresses(isPublic: boolean, ports: Ports, record: DeploymentRecord): Promise<void> {
  const primary = record.snapshot && primaryOf(record.snapshot)
  if (primary === undefined) return
  const tasks = await readable('ecs:ListTasks, ecs:DescribeTasks', () =>
    runningTasks(primary.id, ports, record.cluster),
  )
  const interfaces = tasks.flatMap(({ networkInterface }) => networkInterface ?? [])
  if (!isPublic || interfaces.length === 0) return
  await readable('ec2:DescribeNetworkInterfaces', () => ports.ec2.publicIps(interfaces))
}

/** @throws ProblemsFound where the service has none */
async function loadBalancersOf({ loadBalancers = [] }: Service, ports: Ports): Promise<readonly string[]> {
  const groups = loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  const names = await readable(
    'elasticloadbalancing:DescribeTargetGroups, elasticloadbalancing:DescribeLoadBalancers',
    () => (groups.length === 0 ? Promise.resolve([]) : ports.targetHealth.loadBalancerNames(groups)),
  )
  if (names.length > 0) return names
  const why =
    groups.length > 0
      ? 'no load balancer forwards to the target groups of the service'
      : 'the service has no Application or Network Load Balancer'
  throw new ProblemsFound([{ input: 'verify-urls', message: `It names {load-balancer}, and ${why}.` }])
}

async function readable<T>(actions: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const kind = failureKind(error)
    if (kind === 'expired' || kind === 'no-credentials') throw error
    const why =
      kind === 'denied'
        ? `the permission ${deniedAction(error) ?? actions} is missing`
        : describeFailure(error).replace(/\.$/, '')
    throw new ProblemsFound([
      { input: 'verify-urls', message: `What its placeholders stand for cannot be read: ${why}.` },
    ])
  }
}
