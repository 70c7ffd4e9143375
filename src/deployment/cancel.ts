import { describeFailure } from '../aws/failure.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { serviceDeploymentView } from '../rollout/snapshot.ts'
import type { Ending } from './ending.ts'
import { cancelledEnding } from './interrupted.ts'
import type { Ports } from './ports.ts'
import { type DeploymentRecord, hasCompleted } from './record.ts'

/**
 * What is done on a signal, in the few seconds that the runner leaves: nothing, or the one call that makes ECS go back.
 * It is not watched here; the post step looks what became of it.
 */
export async function cancelDeployment(
  inputs: Pick<DeployInputs, 'onCancel'>,
  ports: Pick<Ports, 'ecs' | 'tasks' | 'log' | 'clock' | 'keep'> | undefined,
  record: DeploymentRecord,
): Promise<Ending> {
  if (record.preDeploy?.state === 'going' && ports !== undefined) {
    const { cancelPreDeployTask } = await import('../run-task/pre-deploy.ts')
    return cancelledEnding(record, await cancelPreDeployTask(record, ports))
  }
  if (record.update === undefined || ports === undefined) {
    return cancelledEnding(record, mayBeLeft(record))
  }
  const onItsWay = unanswered(record)
  if (onItsWay !== undefined) return cancelledEnding(record, `${onItsWay} ${postLooks}`)
  if (record.rollbackSent !== undefined) {
    return cancelledEnding(record, 'The rollback was under way: it goes on in ECS, and nobody watches it now.')
  }
  if (record.deploymentId === undefined || record.adopted) {
    return cancelledEnding(record, 'The settings of the service were changed.')
  }
  if (inputs.onCancel === 'leave') return cancelledEnding(record, left(record))
  // ECS takes it for completed, so it does not go back: that takes a second rollout.
  if (hasCompleted(record)) {
    return cancelledEnding(record, 'The deployment had completed; the post step takes it back.')
  }
  const time = new AbortController()
  const tooLate = ports.clock.sleep(askMilliseconds).then(() => {
    time.abort(new Error('the time is up'))
    const onItsWay = unanswered(record)
    return cancelledEnding(record, onItsWay === undefined ? notInTime : `${onItsWay} ${postLooks}`)
  })
  return Promise.race([askEcsToGoBack(ports, record, time.signal), tooLate])
}

/** With the grace before it this is within the 5 s that a run has to leave in. */
const askMilliseconds = 3_000
const notInTime = 'The rollback could not be sent in time; the post step sends it.'
const postLooks = 'The post step looks what became of it.'

/** A call that changes something has not come back within the grace: whether it was applied is not known here. */
function unanswered({ sending }: DeploymentRecord): string | undefined {
  switch (sending) {
    case 'update':
      return 'UpdateService was on its way.'
    case 'stop':
      return 'The rollback (StopServiceDeployment) was on its way.'
    case 'update-back':
      return 'The rollback (UpdateService) was on its way.'
    default:
      return undefined
  }
}

/** What a run that has not sent UpdateService may have left behind. */
function mayBeLeft({ sending }: DeploymentRecord): string {
  if (sending === 'register') return 'A task definition revision may have been registered.'
  return sending === 'suspend' ? 'Its automatic scaling may have been suspended.' : ''
}

function left(record: DeploymentRecord): string {
  const { memory, sending, verifying } = record
  if (hasCompleted(record)) {
    const looking = verifying ? ' and was being verified' : ', and whether its tasks stay was being looked at'
    return `The deployment had completed${looking}; it is left as it is (on-cancel is "leave").`
  }
  if (memory?.failedAt !== undefined || sending === 'register-back') {
    return 'The deployment had failed, and was not rolled back (on-cancel is "leave").'
  }
  return 'The deployment goes on in ECS (on-cancel is "leave"); nobody watches it now.'
}

async function askEcsToGoBack(
  ports: Pick<Ports, 'ecs' | 'log' | 'clock' | 'keep'>,
  record: DeploymentRecord,
  time: AbortSignal,
): Promise<Ending> {
  try {
    const arn = record.serviceDeploymentArn ?? (await serviceDeploymentArn(ports, record))
    if (arn === undefined) throw new Error('its service deployment is not known yet')
    // What has been told by now has to stay true: nothing is sent after it.
    time.throwIfAborted()
    record.sending = 'stop'
    await ports.keep()
    if (time.aborted) record.sending = undefined
    time.throwIfAborted()
    await ports.ecs.rollBackServiceDeployment(arn)
    record.sending = undefined
    record.rollbackSent = 'StopServiceDeployment'
    await ports.keep()
    return cancelledEnding(record, 'ECS was asked to roll the deployment back; the post step watches it.')
  } catch (error) {
    ports.log.info(`The rollback could not be sent (${describeFailure(error)}); the post step tries again.`)
    return cancelledEnding(record, notInTime)
  }
}

/** ECS shows a new service deployment only after a moment (observed); there is time for a few looks. */
const looks = 4
const betweenLooksMilliseconds = 700

async function serviceDeploymentArn(
  ports: Pick<Ports, 'ecs' | 'clock'>,
  { deploymentId, cluster, service }: DeploymentRecord,
): Promise<string | undefined> {
  for (let look = 1; ; look++) {
    const history = (await ports.ecs.listServiceDeployments(cluster, service)).map(serviceDeploymentView)
    const own = history.find((deployment) => deployment.deploymentId === deploymentId)
    if (own !== undefined || look === looks) return own?.arn
    await ports.clock.sleep(betweenLooksMilliseconds)
  }
}
