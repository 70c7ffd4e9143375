import type { Service } from '@aws-sdk/client-ecs'
import type { ServiceSettings } from '../inputs/deploy-inputs.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'

/** Everything that the checks look at: plain data. */
export type Facts = {
  /** As ECS describes it, before this run. */
  readonly service: Service
  /** The task definition that would be deployed. */
  readonly definition: TaskDefinition
  /** What this run sets of the service. */
  readonly settings: ServiceSettings
  /** Images that this run looked up. */
  readonly images: readonly ImageFact[]
  /** Id of a deployment that is under way. */
  readonly underWay?: string
  readonly lookedUp: LookedUp
}

/** An image with what its registry tells. */
export type ImageFact = {
  /** As the task definition would have it. */
  readonly image: string
  /** As the user wrote it, with its tag. */
  readonly written: string
  /** The input that named it; absent: the task-definition file did. */
  readonly input?: string
  /** `os/architecture[/variant]` each; absent where nobody tells. */
  readonly platforms?: readonly string[]
}

/** What further calls told; a member is absent where nobody could look, or where there was nothing to look for. */
export type LookedUp = {
  /** `valueFrom` of the secrets and parameters that do not exist. */
  readonly absentSecrets?: readonly string[]
  /** By ARN or name as the definition writes it. */
  readonly roles?: ReadonlyMap<string, RoleFact>
  /** Something scales the desired count. */
  readonly isScaled?: boolean
  /** What the security groups let in. */
  readonly openPorts?: readonly PortRange[]
  /** What roles may not do that the deployment needs. */
  readonly refused?: readonly RefusedRight[]
  /** What the caller may not do that the deployment needs; `iam:PassRole` on the roles is part of it. */
  readonly callerLacks?: readonly Omit<RefusedRight, 'role'>[]
  /** What scans found in the images, where that is wanted. */
  readonly scans?: readonly ScanFact[]
}

export type RoleFact =
  | { readonly kind: 'absent' }
  /** Whether ECS tasks may assume it, as far as its trust policy tells. */
  | { readonly kind: 'found'; readonly trustsTasks: boolean }

/** Without bounds: all ports. `narrow`: not from the whole internet. */
export type PortRange = { readonly group: string; readonly from?: number; readonly to?: number; readonly narrow?: true }

/** Severities that count, the gravest first (ECR and Inspector; what they call INFORMATIONAL and UNDEFINED does not count). */
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const

export type ScanFact = {
  readonly image: string
  readonly counts: Readonly<Record<string, number>>
  /** So many severities are too grave. */
  readonly tooGrave: readonly (typeof severities)[number][]
}

export type RefusedRight = { readonly role: string; readonly action: string; readonly resource: string }

/** Where tasks run, with what this run sets. */
export function isOnFargate({ service, settings }: Pick<Facts, 'service' | 'settings'>): boolean {
  const strategy = settings.capacityProviderStrategy ?? service.capacityProviderStrategy ?? []
  const providers = strategy.map(({ capacityProvider }) => capacityProvider ?? '')
  if (providers.length > 0) return providers.every((name) => /^FARGATE(_SPOT)?$/.test(name))
  return service.launchType === 'FARGATE'
}

/** The number of tasks that would be wanted. */
export function desiredCount({ service, settings }: Pick<Facts, 'service' | 'settings'>): number {
  return settings.desiredCount ?? service.desiredCount ?? 0
}
