import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import type { ServiceSettings } from '../inputs/deploy-inputs.ts'
import { differingSettings } from './decide.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import { addNotice, type DeploymentRecord } from './record.ts'

type Settings = Omit<UpdateServiceCommandInput, 'service'>
type Name = Exclude<keyof ServiceSettings, 'forceNewDeployment'>

/**
 * Settings to put back with a rollback through UpdateService: those that this run set, and that still have its values. Never
 * the desired count of a service that is scaled, or where that cannot be told. Those that stay are named.
 *
 * @param now the service as it was read last
 */
export async function settingsToRestore(now: Service, ports: Ports, record: DeploymentRecord): Promise<Settings> {
  const { original, asked } = record
  if (original === undefined) return {}
  const names = ownSettings(record)
  const changedByOthers = names.filter((name) => differingSettings({ [name]: asked[name] }, now).length > 0)
  const parts = new Map<Name, Settings>()
  for (const name of names.filter((each) => !changedByOthers.includes(each))) {
    if (name === 'desiredCount' && (await mayBeScaled(ports, record))) continue
    const back = wayBack[name](original)
    if (back !== undefined) parts.set(name, back)
  }
  nameKeptSettings(record, [...parts.keys(), ...changedByOthers])
  return Object.assign({}, ...parts.values())
}

function ownSettings({ settingsThatDiffered }: DeploymentRecord): readonly Name[] {
  return settingsThatDiffered.filter((name) => name !== 'forceNewDeployment')
}

async function mayBeScaled(ports: Ports, record: DeploymentRecord): Promise<boolean> {
  const isScaled = await optional(record, 'application-autoscaling:DescribeScalableTargets', () =>
    ports.scalableTargets.isScaled(record.cluster, record.service),
  )
  return isScaled ?? true
}

/** What UpdateService takes to bring a setting back; undefined where it has no word for it (no strategy, no volume). */
const wayBack: Readonly<Record<Name, (original: Service) => Settings | undefined>> = {
  desiredCount: ({ desiredCount }) => (desiredCount === undefined ? undefined : { desiredCount }),
  enableExecuteCommand: ({ enableExecuteCommand = false }) => ({ enableExecuteCommand }),
  platformVersion: ({ platformVersion }) => (platformVersion === undefined ? undefined : { platformVersion }),
  healthCheckGracePeriodSeconds: ({ healthCheckGracePeriodSeconds = 0 }) => ({ healthCheckGracePeriodSeconds }),
  capacityProviderStrategy: ({ capacityProviderStrategy }) =>
    capacityProviderStrategy?.length ? { capacityProviderStrategy } : undefined,
  networkConfiguration: ({ networkConfiguration }) =>
    networkConfiguration === undefined ? undefined : { networkConfiguration },
  deploymentCircuitBreaker: ({ deploymentConfiguration }) => ({
    deploymentConfiguration: {
      deploymentCircuitBreaker: deploymentConfiguration?.deploymentCircuitBreaker ?? { enable: false, rollback: false },
    },
  }),
  serviceManagedEbsVolume: ({ deployments }) => {
    const volumeConfigurations = deployments?.find(({ status }) => status === 'PRIMARY')?.volumeConfigurations
    return volumeConfigurations?.length ? { volumeConfigurations } : undefined
  },
  propagateTags: ({ propagateTags = 'NONE' }) => ({ propagateTags }),
  enableEcsManagedTags: ({ enableECSManagedTags = false }) => ({ enableECSManagedTags }),
}

/** As `nameKeptSettings`, by what the service shows after a rollback: those that still have this run's values. */
export function nameSettingsThatStayed(now: Service, record: DeploymentRecord): void {
  const { asked } = record
  const names = ownSettings(record)
  nameKeptSettings(
    record,
    names.filter((name) => differingSettings({ [name]: asked[name] }, now).length > 0),
  )
}

/** What ECS puts back itself when it rolls back: the members of a service revision (SDK text of `ServiceRevision`). */
export const inServiceRevision: readonly (keyof ServiceSettings)[] = [
  'networkConfiguration',
  'platformVersion',
  'capacityProviderStrategy',
  'serviceManagedEbsVolume',
]

/** Names the settings that keep this run's values although its version was taken back. */
export function nameKeptSettings(record: DeploymentRecord, putBack: readonly (keyof ServiceSettings)[]): void {
  const kept = ownSettings(record).filter((name) => !putBack.includes(name))
  if (kept.length === 0) return
  const names = kept.map((name) => settingInputs[name]).join(', ')
  addNotice(record, `These settings keep the values that this run set: ${names}.`)
}

/** The input that sets each setting. */
const settingInputs: Readonly<Record<Name, string>> = {
  desiredCount: 'desired-count',
  enableExecuteCommand: 'enable-execute-command',
  platformVersion: 'platform-version',
  healthCheckGracePeriodSeconds: 'health-check-grace-period-seconds',
  capacityProviderStrategy: 'capacity-provider-strategy',
  networkConfiguration: 'network-configuration',
  deploymentCircuitBreaker: 'deployment-circuit-breaker',
  serviceManagedEbsVolume: 'service-managed-ebs-volume',
  propagateTags: 'propagate-tags',
  enableEcsManagedTags: 'enable-ecs-managed-tags',
}
