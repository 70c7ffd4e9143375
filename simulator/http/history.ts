/** Snapshots of the world, for answers that lag behind (eventual consistency). */
import type { World } from '../world/world.ts'

const kept = 300
const spacingMilliseconds = 500

export interface History {
  /** Takes a snapshot, unless the last one is younger than half a second. */
  record(world: World): void
  /** @returns the world as it was then; of a time before the first snapshot: the first; undefined: none was taken */
  at(time: number): World | undefined
}

export function createHistory(): History {
  const snapshots: World[] = []
  return {
    record: (world) => {
      const last = snapshots.at(-1)
      if (last !== undefined && world.now - last.now < spacingMilliseconds) return
      snapshots.push(structuredClone(world))
      if (snapshots.length > kept) snapshots.shift()
    },
    at: (time) => snapshots.findLast(({ now }) => now <= time) ?? snapshots[0],
  }
}
