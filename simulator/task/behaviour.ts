/** What the image of a container does in this very task. */
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { ImageBehaviour } from '../scenario.ts'
import type { World } from '../world/world.ts'

const healthy: PlainBehaviour = { kind: 'healthy' }

export type PlainBehaviour = Exclude<ImageBehaviour, { kind: 'by-environment' | 'by-command' }>

/** Follows choices by environment or command down to a plain behaviour. */
export function behaviourFor(behaviour: ImageBehaviour, container: ContainerDefinition): PlainBehaviour {
  if (behaviour.kind === 'by-command') {
    const applies = (container.command ?? []).join(' ').includes(behaviour.contains)
    return behaviourFor(applies ? behaviour.matching : (behaviour.otherwise ?? healthy), container)
  }
  if (behaviour.kind !== 'by-environment') return behaviour
  const variable = (container.environment ?? []).find(({ name }) => name === behaviour.name)
  const applies = variable !== undefined && (behaviour.value === undefined || variable.value === behaviour.value)
  return behaviourFor(applies ? behaviour.matching : (behaviour.otherwise ?? healthy), container)
}

/** Counts a run of the image; a crash that is limited to the first runs turns healthy after them. */
export function startRun(world: World, digest: string, behaviour: PlainBehaviour): PlainBehaviour {
  const run = (world.containerRuns.get(digest) ?? 0) + 1
  world.containerRuns.set(digest, run)
  const isOver = behaviour.kind === 'crashes' && behaviour.times !== undefined && run > behaviour.times
  return isOver ? healthy : behaviour
}

/** Seconds after RUNNING from which a check passes; Infinity: never. */
export function passesAfter(behaviour: ImageBehaviour, check: 'container' | 'target'): number {
  if (behaviour.kind === 'never-healthy') {
    return behaviour.check === undefined || behaviour.check === 'both' || behaviour.check === check ? Infinity : 0
  }
  return behaviour.kind === 'healthy' ? (behaviour.healthyAfterSeconds ?? 0) : 0
}

/** Seconds after RUNNING from which a check fails for good; Infinity: never. */
export function failsAfter(behaviour: ImageBehaviour, check: 'container' | 'target'): number {
  if (behaviour.kind !== 'unhealthy-later') return Infinity
  return behaviour.check === undefined || behaviour.check === 'both' || behaviour.check === check
    ? behaviour.afterSeconds
    : Infinity
}

/** What the load balancer says about a target that fails its checks (DG service-event-messages; observed). */
export function targetFailure(behaviour: ImageBehaviour): string {
  const code =
    behaviour.kind === 'never-healthy' || behaviour.kind === 'unhealthy-later' ? (behaviour.code ?? 503) : 503
  // Nothing listens: the connection is refused.
  if (code === 'refused') return 'Health checks failed'
  return code === 'timeout' ? 'Request timed out' : `Health checks failed with these codes: [${code}]`
}
