/** A small discrete-event scheduler: everything that waits is in one queue, and time passes only when nothing else can happen. */
import { createEventQueue } from '../../simulator/time/event-queue.ts'

/** Who waits. What a process waits for is dropped when it is dead, and waits longer while it is suspended. */
export interface Waiter {
  alive: boolean
}

interface Entry {
  readonly waiter: Waiter | undefined
  readonly run: () => void
  /** False: it is passed over, and no time passes for it. */
  readonly matters: () => boolean
}

/** So many turns of the event loop without any new activity mean that everything waits. */
const quietTurns = 3

export class VirtualTime {
  readonly #advance: (milliseconds: number) => void
  readonly #queue = createEventQueue<Entry>()
  #now: number
  #activity = 0

  /** @param advance moves the clock of the simulator */
  constructor(epoch: number, advance: (milliseconds: number) => void) {
    this.#now = epoch
    this.#advance = advance
  }

  get now(): number {
    return this.#now
  }

  /** Says that something is going on: the event loop is not idle yet. */
  touch(): void {
    this.#activity += 1
  }

  /** @param waiter undefined: something outside of every process */
  at(time: number, waiter: Waiter | undefined, run: () => void, matters: () => boolean = () => true): void {
    this.touch()
    this.#queue.schedule(Math.max(time, this.#now), { waiter, run, matters })
  }

  /** A process stands still for so long; the world does not. */
  suspend(process: Waiter, milliseconds: number): void {
    const waiting: { readonly at: number; readonly entry: Entry }[] = []
    for (let one = this.#queue.takeDue(Infinity); one !== undefined; one = this.#queue.takeDue(Infinity))
      waiting.push({ at: one.at, entry: one.event })
    for (const { at, entry } of waiting) this.#queue.schedule(entry.waiter === process ? at + milliseconds : at, entry)
  }

  /** Lets things happen in order until it is so. @returns whether it came to it by the deadline */
  async until(isSo: () => boolean, deadline: number): Promise<boolean> {
    for (;;) {
      await this.#idle()
      if (isSo()) return true
      const next = this.#next(deadline)
      if (next === undefined) return false
      if (next.at > this.#now) {
        this.#advance(next.at - this.#now)
        this.#now = next.at
      }
      this.touch()
      next.run()
    }
  }

  #next(deadline: number): { readonly at: number; readonly run: () => void } | undefined {
    for (;;) {
      const next = this.#queue.takeDue(deadline)
      if (next === undefined) return undefined
      const { waiter, run, matters } = next.event
      if (waiter?.alive !== false && matters()) return { at: next.at, run }
    }
  }

  async #idle(): Promise<void> {
    let seen = -1
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      if (seen !== this.#activity) quiet = 0
      seen = this.#activity
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}
