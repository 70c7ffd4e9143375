import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import { failureKind } from '../aws/failure.ts'
import { newestTimeIn, primaryOf } from '../rollout/snapshot.ts'
import { differingSettings } from './decide.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { sendOnce } from './send-once.ts'

/** Sends UpdateService once, whatever happens to the answer. @param send sends it, as often as it has to be sent again */
export function updateOnce<Answer = Service>(
  ports: Ports,
  record: DeploymentRecord,
  update: UpdateServiceCommandInput,
  send: () => Promise<Service | Answer> = () => ports.ecs.updateService(update),
): Promise<Service | Answer> {
  let isLost = false
  // `send` may read the service anew before it sends.
  const carried = () => update.taskDefinition ?? (record.snapshot && primaryOf(record.snapshot)?.taskDefinition)
  const sendAgain = async (): Promise<Service | Answer> => {
    if (isLost && startsDeployment(update)) record.sentTwice = [...record.sentTwice, carried() ?? '']
    try {
      return await send()
    } catch (error) {
      isLost ||= failureKind(error) === 'unclear'
      throw error
    }
  }
  return sendOnce<Service | Answer>(ports, 'UpdateService', sendAgain, async (isLast) => {
    const before = record.snapshot
    const known = new Set(before?.deployments.map(({ id }) => id))
    const since = before === undefined ? 0 : newestTimeIn(before)
    const wanted = carried()
    const hasSettings = startsDeployment(update) ? undefined : (now: Service) => hasWhatWasSet(now, record)
    return (await import('./find-update.ts')).findUpdate({ known, since, wanted, hasSettings }, ports, record, isLast)
  })
}

/** Whether ECS starts a deployment for what it carries (SDK text of UpdateServiceRequest); pure. */
export function startsDeployment(update: UpdateServiceCommandInput): boolean {
  const { taskDefinition, forceNewDeployment, networkConfiguration, platformVersion, volumeConfigurations } = update
  return (
    forceNewDeployment === true ||
    [taskDefinition, networkConfiguration, platformVersion, volumeConfigurations].some((one) => one !== undefined)
  )
}

/** What differed is as it was asked for: that can have been only our call, or one that makes ours needless. */
function hasWhatWasSet(now: Service, { asked, settingsThatDiffered, rollbackSent }: DeploymentRecord): boolean {
  if (rollbackSent !== undefined || settingsThatDiffered.length === 0) return false
  return differingSettings(asked, now).length === 0
}
