/** Snapshots of the world, for answers that lag behind (eventual consistency). */
import type { World } from '../world/world.ts'

const kept = 300
const spacingMilliseconds = 500

export interface History {
  /** Takes a snapshot, unless the last one is younger than half a second. */
  record(world: World): void
  /** @returns the world as it was then; of a time before the first snapshot: the first; undefined: none was taken */
  at(time: number): World | undefined
  /** Keeps the world as it is just before a change. */
  recordBeforeChange(world: World): void
  /** @returns the world from before the last change; undefined: there was none */
  beforeChange(): World | undefined
}

export function createHistory(): History {
  const snapshots: World[] = []
  const last: { beforeChange?: World } = {}
  return {
    record: (world) => {
      const newest = snapshots.at(-1)
      if (newest !== undefined && world.now - newest.now < spacingMilliseconds) return
      snapshots.push(structuredClone(world))
      if (snapshots.length > kept) snapshots.shift()
    },
    at: (time) => snapshots.findLast(({ now }) => now <= time) ?? snapshots[0],
    recordBeforeChange: (world) => {
      last.beforeChange = structuredClone(world)
    },
    beforeChange: () => last.beforeChange,
  }
}
