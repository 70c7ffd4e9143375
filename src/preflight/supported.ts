import type { Service } from '@aws-sdk/client-ecs'
import type { Problem } from '../problem.ts'

/**
 * Services that this action would handle wrongly are refused before anything is changed; pure.
 *
 * @param service DescribeServices' answer
 * @returns one problem for each reason, none for a service that can be deployed
 */
export function unsupported(service: Service): readonly Problem[] {
  const name = service.serviceName ?? ''
  return [
    ...inactive(service, name),
    ...controller(service, name),
    ...expressMode(service, name),
    ...strategy(service, name),
    ...pauseHooks(service, name),
  ]
}

function inactive({ status }: Service, name: string): readonly Problem[] {
  if (status === 'ACTIVE') return []
  const what = status === 'INACTIVE' ? 'was deleted' : 'is being deleted'
  return [
    {
      input: 'service',
      message: `The service "${name}" ${what} (status ${status}). Create it again, or name a service that is ACTIVE.`,
    },
  ]
}

function controller({ deploymentController }: Service, name: string): readonly Problem[] {
  const type = deploymentController?.type ?? 'ECS'
  if (type === 'ECS') return []
  const instead: Readonly<Record<string, string>> = {
    CODE_DEPLOY:
      'Deploy it with aws-actions/amazon-ecs-deploy-task-definition and its codedeploy-* inputs, or change the service to the ECS controller ' +
      '(aws ecs update-service --deployment-controller type=ECS).',
    EXTERNAL: 'Deploy it with the tool that manages its task sets.',
  }
  return [
    {
      input: 'service',
      message:
        `The service "${name}" is deployed by the ${type} deployment controller; this action works with the ECS controller only. ` +
        (instead[type] ?? 'Change the service to the ECS controller.'),
    },
  ]
}

function expressMode({ resourceManagementType }: Service, name: string): readonly Problem[] {
  if (resourceManagementType !== 'ECS') return []
  return [
    {
      input: 'service',
      message: `The service "${name}" is an Express Mode service, whose resources ECS manages itself. Deploy it with aws-actions/amazon-ecs-deploy-express-service.`,
    },
  ]
}

function strategy({ deploymentConfiguration }: Service, name: string): readonly Problem[] {
  const value = deploymentConfiguration?.strategy ?? 'ROLLING'
  if (value === 'ROLLING') return []
  return [
    {
      input: 'service',
      message: `The service "${name}" uses the deployment strategy ${value}; this version of the action deploys ROLLING services only. Set the strategy to ROLLING, or deploy it with another tool.`,
    },
  ]
}

function pauseHooks({ deploymentConfiguration }: Service, name: string): readonly Problem[] {
  const pausing = (deploymentConfiguration?.lifecycleHooks ?? []).filter(({ targetType }) => targetType === 'PAUSE')
  if (pausing.length === 0) return []
  return [
    {
      input: 'service',
      message: `The service "${name}" has a pause hook, which would hold the deployment until somebody continues it; this version of the action cannot do that. Remove the pause hook from the service.`,
    },
  ]
}
