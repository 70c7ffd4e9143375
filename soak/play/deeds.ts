/** What somebody else does, done. */
import { currentRevision, definition, registry } from '../plan/account.ts'
import type { Deed } from '../plan/plan.ts'
import type { Stage } from './stage.ts'

/** @returns why ECS refused it, if it did */
export async function doDeed(deed: Deed, stage: Stage): Promise<string | undefined> {
  const { service } = stage
  switch (deed.kind) {
    case 'deploys':
      return deploy(deed.tag, stage)
    case 'deploys-again':
      return stage.callAsOther('UpdateService', { service: 'web', forceNewDeployment: true })
    case 'stops-deployment':
      return stage.callAsOther('StopServiceDeployment', {
        serviceDeploymentArn: service.serviceDeployments.at(-1)?.arn ?? '',
        stopType: 'ROLLBACK',
      })
    case 'registers':
      return stage.callAsOther('RegisterTaskDefinition', likeCurrent(deed.tag, stage))
    case 'deregisters-current':
      return stage.callAsOther('DeregisterTaskDefinition', { taskDefinition: currentRevision })
    case 'scales':
      return stage.callAsOther('UpdateService', { service: 'web', desiredCount: deed.to })
    case 'deletes-service':
      return stage.callAsOther('DeleteService', { service: 'web', force: true })
    case 'changes-breaker': {
      const deploymentConfiguration = { deploymentCircuitBreaker: deed.breaker }
      return stage.callAsOther('UpdateService', { service: 'web', deploymentConfiguration })
    }
    case 'moves-tag':
      await stage.control('move-tag', { image: `${registry}/web:${deed.tag}`, to: deed.to })
      stage.noteTags()
      return undefined
    case 'deletes-image':
      await stage.control('delete-image', { image: `${registry}/web:${deed.tag}` })
      stage.noteTags()
      return undefined
    case 'happens':
      await stage.control('happen', deed.entry)
      return undefined
    case 'other-run':
      throw new Error('The other run does it')
    case 'takes-permission':
      stage.simulator.deny.push(deed.action)
      return undefined
  }
}

async function deploy(tag: string, stage: Stage): Promise<string | undefined> {
  const refused = await stage.callAsOther('RegisterTaskDefinition', likeCurrent(tag, stage))
  if (refused !== undefined) return refused
  const newest = stage.simulator.world.taskDefinitions.get('web')?.at(-1)?.arn
  return stage.callAsOther('UpdateService', { service: 'web', taskDefinition: newest })
}

/** What runs, with another image. */
function likeCurrent(tag: string, stage: Stage): object {
  const current = stage.simulator.world.taskDefinitions.get('web')?.find(({ revision }) => revision === 2)?.stored
  if (current === undefined) return definition(tag)
  const containerDefinitions = current.containerDefinitions.map((container) => ({
    ...container,
    image: `${registry}/web:${tag}`,
  }))
  return { ...current, containerDefinitions }
}
