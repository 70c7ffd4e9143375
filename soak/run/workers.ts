/** Plays many seeds in several processes. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Result } from './result.ts'

const seedsAtOnce = 10

export interface Range {
  readonly first: number
  readonly count: number
}

/**
 * @param folder of the action's sources
 * @param groups `groups`: of every tenth seed the group is played as well, always from the project's own sources
 * @param hear is told every result, in no particular order; false ends it early
 */
export async function playSeeds(
  folder: string,
  { first, count }: Range,
  workers: number,
  groups: 'groups' | 'no groups',
  hear: (result: Result) => boolean | Promise<boolean>,
): Promise<void> {
  let next = first
  const take = (): number[] => {
    const seeds = Array.from({ length: Math.min(seedsAtOnce, first + count - next) }, (_, index) => next + index)
    next += seeds.length
    return seeds
  }
  const stop = (): void => {
    next = first + count
  }
  await Promise.all(Array.from({ length: workers }, () => work([folder, groups], take, stop, hear)))
}

function work(
  words: readonly string[],
  take: () => number[],
  stop: () => void,
  hear: (result: Result) => boolean | Promise<boolean>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = fork(join(import.meta.dirname, 'worker.ts'), words)
    worker.on('message', (message: 'ready' | Result) => {
      if (message !== 'ready') {
        Promise.resolve(hear(message)).then((goesOn) => {
          if (!goesOn) stop()
        }, reject)
        return
      }
      const seeds = take()
      if (seeds.length > 0) worker.send(seeds)
      else worker.kill()
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (code === null || code === 0) resolve()
      else reject(new Error(`A worker ended with ${code}`))
    })
  })
}
