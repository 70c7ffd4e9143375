import { describeFailure } from '../aws/failure.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { serviceDeploymentView } from '../rollout/snapshot.ts'
import type { Ending } from './ending.ts'
import { cancelledEnding } from './interrupted.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/**
 * What is done on a signal, in the few seconds that the runner leaves: nothing, or the one call that makes ECS go back.
 * It is not watched here; the post step does that.
 */
export async function cancelDeployment(
  inputs: Pick<DeployInputs, 'onCancel'>,
  ports: Pick<Ports, 'ecs' | 'log' | 'clock'> | undefined,
  record: DeploymentRecord,
): Promise<Ending> {
  if (record.update === undefined || ports === undefined) return cancelledEnding(record, '')
  if (record.rollbackSent !== undefined) {
    return cancelledEnding(record, 'A rollback was under way and goes on in ECS.')
  }
  if (inputs.onCancel === 'leave') {
    return cancelledEnding(record, 'The deployment goes on in ECS (on-cancel is "leave"); nobody watches it now.')
  }
  try {
    const arn = record.serviceDeploymentArn ?? (await serviceDeploymentArn(ports, record))
    if (arn === undefined) throw new Error('its service deployment is not known yet')
    await ports.ecs.rollBackServiceDeployment(arn)
    record.rollbackSent = 'StopServiceDeployment'
    return cancelledEnding(record, 'ECS was asked to roll the deployment back; the post step watches it.')
  } catch (error) {
    ports.log.info(`The rollback could not be sent (${describeFailure(error)}); the post step tries again.`)
    return cancelledEnding(record, 'The rollback could not be sent in time; the post step sends it.')
  }
}

/** ECS shows a new service deployment only after a moment (observed); there is time for a few looks. */
const looks = 4
const betweenLooksMilliseconds = 700

async function serviceDeploymentArn(
  ports: Pick<Ports, 'ecs' | 'clock'>,
  { deploymentId, cluster, service }: DeploymentRecord,
): Promise<string | undefined> {
  if (deploymentId === undefined) return undefined
  for (let look = 1; ; look++) {
    const history = (await ports.ecs.listServiceDeployments(cluster, service)).map(serviceDeploymentView)
    const own = history.find((deployment) => deployment.deploymentId === deploymentId)
    if (own !== undefined || look === looks) return own?.arn
    await ports.clock.sleep(betweenLooksMilliseconds)
  }
}
