import type { WantedInputName, WantedInputReader } from './deploy-input-names.ts'
import type { ServiceSettings } from './deploy-inputs.ts'
import { parseBoolean, parseChoice, parseForm, parseInteger } from './scalars.ts'
import { withoutAbsent } from './without-absent.ts'

const largestInteger = 2 ** 31 - 1

const structured = [
  'capacity-provider-strategy',
  'network-configuration',
  'deployment-circuit-breaker',
  'service-managed-ebs-volume-name',
  'service-managed-ebs-volume',
] as const satisfies readonly WantedInputName[]

/**
 * Reads what the run changes in the service itself; a setting that is not given is not in the result.
 * What reads JSON and YAML is loaded only where such a setting is given: most time before the first request is start-up.
 */
export async function readServiceSettings(reader: WantedInputReader): Promise<ServiceSettings> {
  const simple = readSimpleSettings(reader)
  const given = structured.map((name) => reader.text(name))
  if (given.every((text) => text === undefined)) return simple
  const { readStructuredSettings } = await import('./structured-settings.ts')
  return { ...simple, ...readStructuredSettings(reader) }
}

export const parsePlatformVersion = parseForm(/^(?:LATEST|\d+\.\d+\.\d+)$/, 'LATEST or a version such as 1.4.0')

function readSimpleSettings(reader: WantedInputReader): ServiceSettings {
  return withoutAbsent<ServiceSettings>({
    desiredCount: reader.take('desired-count', parseInteger(0, largestInteger)),
    forceNewDeployment: reader.take('force-new-deployment', parseBoolean),
    enableExecuteCommand: reader.take('enable-execute-command', parseBoolean),
    platformVersion: reader.take('platform-version', parsePlatformVersion),
    healthCheckGracePeriodSeconds: reader.take('health-check-grace-period-seconds', parseInteger(0, largestInteger)),
    propagateTags: reader.take('propagate-tags', parseChoice(['SERVICE', 'TASK_DEFINITION', 'NONE'])),
    enableEcsManagedTags: reader.take('enable-ecs-managed-tags', parseBoolean),
  })
}
