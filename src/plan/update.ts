import type { Service } from '@aws-sdk/client-ecs'
import { currentSettings, type Decision } from '../deployment/decide.ts'
import type { ServiceSettings } from '../inputs/deploy-inputs.ts'

/** A setting that this run gives. */
export type SettingChange = {
  /** As its input is called. */
  readonly input: string
  /** Absent where the service has none. */
  readonly before?: string
  readonly after: string
  readonly differs: boolean
}

/** What UpdateService would carry. */
export type PlannedUpdate = {
  /** `new`: a revision that would be registered; else `family:revision`; absent: what runs stays. */
  readonly taskDefinition?: string
  readonly forceNewDeployment: boolean
  /** Why a deployment is forced although nothing differs. */
  readonly why?: string
  readonly settings: readonly SettingChange[]
}

/**
 * What UpdateService would carry, where anything is to be done; pure.
 *
 * @param reuse `family:revision` that equals what is wanted
 */
export function plannedUpdate(
  decision: Decision,
  reuse: string | undefined,
  wanted: ServiceSettings,
  differing: readonly string[],
  service: Service,
): PlannedUpdate | undefined {
  if (decision.kind !== 'update') return undefined
  const taskDefinition = decision.revision === undefined ? undefined : decision.revision === 'reuse' ? reuse : 'new'
  return {
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
    forceNewDeployment: decision.force,
    ...(decision.why === undefined ? {} : { why: decision.why }),
    settings: settingChanges(wanted, differing, service),
  }
}

function settingChanges(wanted: ServiceSettings, differing: readonly string[], service: Service): SettingChange[] {
  const current = currentSettings(service)
  const { forceNewDeployment: _, ...states } = wanted
  return (Object.keys(states) as (keyof typeof states)[]).map((name) => {
    const before = current[name]
    return {
      input: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      ...(before === undefined ? {} : { before: shown(before) }),
      after: shown(states[name]),
      differs: differing.includes(name),
    }
  })
}

const longest = 300

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
