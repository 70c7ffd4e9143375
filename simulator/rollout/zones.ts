/** Availability Zones: where a task goes, and which zones take none. */
import type { Engine } from '../engine.ts'
import type { Task, World } from '../world/world.ts'
import { reconcileSoon } from './scheduler.ts'

/** The zones of the simulated network. */
const letters = ['a', 'b'] as const

/** How many tasks stand in a zone. */
export interface ZoneCount {
  readonly zone: string
  readonly count: number
}

/** @returns the zones that take tasks, in their order; all of them where none does */
function openZones({ region, closedZones }: World): readonly string[] {
  const all = letters.map((letter) => `${region}${letter}`)
  const open = all.filter((zone) => !closedZones.includes(zone))
  return open.length > 0 ? open : all
}

/** @returns the open zones, the emptiest first; equal ones in their order */
export function zonesByLoad(world: World, tasks: readonly Task[]): readonly ZoneCount[] {
  return openZones(world)
    .map((zone) => ({ zone, count: tasks.filter(({ availabilityZone }) => availabilityZone === zone).length }))
    .toSorted((left, right) => left.count - right.count)
}

/** Where the next task goes. */
export const emptiestZone = (world: World, tasks: readonly Task[]): string =>
  zonesByLoad(world, tasks)[0]?.zone ?? `${world.region}a`

/** A zone takes no more tasks, or takes them again: then services may want to be balanced. */
export function changeZone(engine: Engine, change: { readonly name: string; readonly available: boolean }): void {
  const { world } = engine
  const others = world.closedZones.filter((zone) => zone !== change.name)
  world.closedZones = change.available ? others : [...others, change.name]
  for (const service of world.services) reconcileSoon(engine, service)
}
