import { parseCapacityProviderStrategy } from './capacity-provider-strategy.ts'
import { parseCircuitBreaker } from './circuit-breaker.ts'
import type { ServiceSettings } from './deploy-inputs.ts'
import type { InputReader } from './input-reader.ts'
import { readManagedEbsVolume } from './managed-ebs-volume.ts'
import { parseNetworkConfiguration } from './network-configuration.ts'
import { parseBoolean, parseChoice, parseForm, parseInteger } from './scalars.ts'
import { withoutAbsent } from './without-absent.ts'

const largestInteger = 2 ** 31 - 1

/** Reads what the run changes in the service itself; a setting that is not given is not in the result. */
export function readServiceSettings(reader: InputReader): ServiceSettings {
  return withoutAbsent<ServiceSettings>({
    desiredCount: reader.take('desired-count', parseInteger(0, largestInteger)),
    forceNewDeployment: reader.take('force-new-deployment', parseBoolean),
    enableExecuteCommand: reader.take('enable-execute-command', parseBoolean),
    platformVersion: reader.take(
      'platform-version',
      parseForm(/^(?:LATEST|\d+\.\d+\.\d+)$/, 'LATEST or a version such as 1.4.0'),
    ),
    healthCheckGracePeriodSeconds: reader.take('health-check-grace-period-seconds', parseInteger(0, largestInteger)),
    capacityProviderStrategy: reader.takeLines('capacity-provider-strategy', parseCapacityProviderStrategy),
    networkConfiguration: reader.takeLines('network-configuration', parseNetworkConfiguration),
    deploymentCircuitBreaker: reader.take('deployment-circuit-breaker', parseCircuitBreaker),
    serviceManagedEbsVolume: readManagedEbsVolume(reader),
    propagateTags: reader.take('propagate-tags', parseChoice(['SERVICE', 'TASK_DEFINITION', 'NONE'])),
    enableEcsManagedTags: reader.take('enable-ecs-managed-tags', parseBoolean),
  })
}
