import { parseCapacityProviderStrategy } from './capacity-provider-strategy.ts'
import { parseCircuitBreaker } from './circuit-breaker.ts'
import type { WantedInputReader } from './deploy-input-names.ts'
import type { ServiceSettings } from './deploy-inputs.ts'
import { readManagedEbsVolume } from './managed-ebs-volume.ts'
import { parseNetworkConfiguration } from './network-configuration.ts'
import { withoutAbsent } from './without-absent.ts'

export type StructuredSettings = Pick<
  ServiceSettings,
  'capacityProviderStrategy' | 'networkConfiguration' | 'deploymentCircuitBreaker' | 'serviceManagedEbsVolume'
>

/** Reads the settings that may be written as JSON or YAML. */
export function readStructuredSettings(reader: WantedInputReader): StructuredSettings {
  return withoutAbsent<StructuredSettings>({
    capacityProviderStrategy: reader.takeLines('capacity-provider-strategy', parseCapacityProviderStrategy),
    networkConfiguration: reader.takeLines('network-configuration', parseNetworkConfiguration),
    deploymentCircuitBreaker: reader.take('deployment-circuit-breaker', parseCircuitBreaker),
    serviceManagedEbsVolume: readManagedEbsVolume(reader),
  })
}
