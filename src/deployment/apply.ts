import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { failureKind } from '../aws/failure.ts'
import type { DeployInputs, ServiceSettings } from '../inputs/deploy-inputs.ts'
import { sendKept } from './intent.ts'
import type { Ports } from './ports.ts'
import type { Prepared } from './prepare.ts'
import type { DeploymentRecord } from './record.ts'
import { revisionFor } from './register-revision.ts'
import { updateOnce } from './update-once.ts'
import { resourceName, versionOf } from './version.ts'

/** Older than this, what is known of the service is read again before it is acted on. */
export const serviceFreshMilliseconds = 10_000

/** The service has changed since it was read: UpdateService was not sent. */
export class ServiceMoved extends Error {
  /** With the revision that was registered, if one was. */
  readonly prepared: Prepared

  constructor(prepared: Prepared) {
    super('the service has changed since it was read')
    this.prepared = prepared
  }
}

/** What one UpdateService answered, and what it was based on: read anew where that was old. */
export type Applied = { readonly answer: Service; readonly prepared: Prepared }

/**
 * Registers a revision if one is needed, then sends the one UpdateService.
 *
 * @returns with the service as UpdateService answered: whether a deployment started is read from it, never predicted
 * @throws ServiceMoved where it was not sent
 */
export async function apply(
  prepared: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Applied> {
  const { decision } = prepared
  if (decision.kind !== 'update') throw new Error(`nothing to apply for ${decision.kind}`)
  const revision =
    decision.revision === undefined
      ? undefined
      : (prepared.registered ?? (await revisionFor(prepared, inputs, ports, record)))
  if (revision !== undefined) record.wanted = { ...versionOf(revision.definition), images: record.wanted?.images ?? [] }
  const update: UpdateServiceCommandInput = {
    cluster: inputs.cluster,
    service: inputs.service,
    ...taskDefinitionOf(revision, prepared),
    ...settingsOf(inputs.settings),
    ...(decision.force ? { forceNewDeployment: true } : {}),
  }
  if (inputs.preDeploy !== undefined && update.taskDefinition !== undefined && !ranBefore(update, record)) {
    const { runPreDeployTask } = await import('../run-task/pre-deploy.ts')
    await runPreDeployTask(inputs.preDeploy, update.taskDefinition, prepared, ports, record)
  }
  // What was not sent must not be told as if it had been.
  ports.cancelled.throwIfAborted()
  return updateAsRead(update, revision === undefined ? prepared : { ...prepared, registered: revision }, ports, record)
}

/** The service changed meanwhile, and the task has run for this very revision. */
function ranBefore({ taskDefinition }: UpdateServiceCommandInput, { preDeploy }: DeploymentRecord): boolean {
  return preDeploy?.state === 'succeeded' && preDeploy.kept.taskDefinition === resourceName(taskDefinition ?? '')
}

/** Sends UpdateService only over what was read: what is old is read again, also where AWS is too busy to take it for minutes. */
async function updateAsRead(
  update: UpdateServiceCommandInput,
  prepared: Prepared,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Applied> {
  let latest = prepared
  // After a lost answer a change may be our own.
  let unsent = true
  const send = async (): Promise<Service | 'moved'> => {
    if (unsent && ports.clock.uptime() - latest.before.uptime >= serviceFreshMilliseconds) {
      record.update = undefined
      const again = await (await import('./read-once-more.ts')).readOnceMore(latest, ports, record)
      if (again === undefined) return 'moved'
      latest = again
      record.update = update
    }
    try {
      return await ports.ecs.updateService(update)
    } catch (error) {
      unsent = failureKind(error) !== 'unclear'
      throw error
    }
  }
  record.update = update
  const answer = await sendKept('update', ports, record, () => updateOnce(ports, record, update, send))
  if (answer === 'moved') throw new ServiceMoved(latest)
  record.changed = true
  return { answer, prepared: latest }
}

/**
 * What UpdateService names: the revision, also where what runs is to be deployed again, because somebody may have set the
 * service to another one since it was read. Where only settings change, nothing.
 */
function taskDefinitionOf(
  revision: DescribedTaskDefinition | undefined,
  { decision, service }: Prepared,
): Pick<UpdateServiceCommandInput, 'taskDefinition'> {
  if (revision !== undefined) return { taskDefinition: revision.definition.taskDefinitionArn }
  return decision.kind === 'update' && decision.force ? { taskDefinition: service.taskDefinition } : {}
}

/** The settings as UpdateService takes them: only what the user set. */
export function settingsOf(settings: ServiceSettings): Omit<UpdateServiceCommandInput, 'service'> {
  const {
    deploymentCircuitBreaker,
    serviceManagedEbsVolume,
    enableEcsManagedTags,
    forceNewDeployment: _,
    ...same
  } = settings
  const { capacityProviderStrategy, ...plain } = same
  return {
    ...plain,
    ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy: [...capacityProviderStrategy] }),
    ...(enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: enableEcsManagedTags }),
    ...(deploymentCircuitBreaker === undefined ? {} : { deploymentConfiguration: { deploymentCircuitBreaker } }),
    ...(serviceManagedEbsVolume === undefined
      ? {}
      : {
          volumeConfigurations: [
            { name: serviceManagedEbsVolume.name, managedEBSVolume: serviceManagedEbsVolume.volume },
          ],
        }),
  }
}
