import type { Ports } from '../deployment/ports.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import type { Addresses } from './place-addresses.ts'
import type { Unverified } from './unverified.ts'

const mostLines = 15

/**
 * Runs `verify-command`, with what is known of the deployment in its environment and its output in a group of the log.
 *
 * @returns what did not hold; undefined where it ended with 0
 */
export async function runCommand(
  text: string,
  timeoutSeconds: number,
  environment: Readonly<Record<string, string>>,
  mask: (lines: readonly string[]) => readonly string[],
  ports: Pick<Ports, 'scripts' | 'log' | 'cancelled'>,
): Promise<Unverified | undefined> {
  const last: string[] = []
  ports.log.group('verify-command')
  const ended = await ports.scripts.run(
    { text, environment, timeoutMilliseconds: timeoutSeconds * 1_000 },
    (line) => {
      const [shown = ''] = mask([line])
      last.push(shown)
      if (last.length > mostLines) last.shift()
      // The logger takes the meaning from what the runner would read as a command.
      ports.log.info(shown)
    },
    ports.cancelled,
  )
  ports.log.endGroup()
  ports.cancelled.throwIfAborted()
  const unverified = (what: string): Unverified => ({ input: 'verify-command', what, evidence: last })
  switch (ended.kind) {
    case 'not-started':
      return unverified(`verify-command could not be started: ${ended.why}`)
    case 'timed-out':
      return unverified(`verify-command did not end within ${timeoutSeconds} s`)
    case 'ended':
      return ended.exitCode === 0 ? undefined : unverified(`verify-command ended with exit code ${ended.exitCode}`)
  }
}

/** What the script finds in its environment; empty where it is not known. */
export function factsOf(record: DeploymentRecord, addresses: Addresses): Readonly<Record<string, string>> {
  const version = record.running ?? record.wanted
  const [image] = version?.images ?? []
  return {
    ECS_DEPLOY_CLUSTER: record.cluster,
    ECS_DEPLOY_SERVICE: record.service,
    ECS_DEPLOY_REGION: record.region,
    ECS_DEPLOY_TASK_DEFINITION: version?.taskDefinition ?? '',
    ECS_DEPLOY_TASK_DEFINITION_ARN: version?.taskDefinitionArn ?? '',
    ECS_DEPLOY_PREVIOUS_TASK_DEFINITION: record.before?.taskDefinition ?? '',
    ECS_DEPLOY_IMAGE: image?.image ?? '',
    ECS_DEPLOY_IMAGE_DIGEST: image?.digest ?? /@(sha256:[0-9a-f]{64})$/.exec(image?.image ?? '')?.[1] ?? '',
    ECS_DEPLOY_DEPLOYMENT_ID: record.deploymentId ?? '',
    ECS_DEPLOY_PUBLIC_IPS: addresses['public-ip'].join(','),
    ECS_DEPLOY_TASK_IPS: addresses['task-ip'].join(','),
    ECS_DEPLOY_LOAD_BALANCER: addresses['load-balancer'].join(','),
  }
}
