/** A process of the action: its clock, its signals, its memory for the post step. It can be suspended and killed. */
import { EventEmitter } from 'node:events'
import type { Clock } from '../../src/deployment/ports.ts'
import type { VirtualTime, Waiter } from './virtual-time.ts'

/** The runner follows SIGINT with SIGTERM after 7.5 s, and kills 2.5 s later (actions/runner, ProcessInvoker). */
const sigtermAfter = 7_500
const killAfter = 10_000

export class ActionProcess implements Waiter {
  alive = true
  readonly emitter = new EventEmitter()
  readonly startedAt: number
  /** What it saved last for the post step. */
  saved = ''
  signalledAt: number | undefined
  readonly #time: VirtualTime
  readonly #pauses: { readonly from: number; readonly to: number }[] = []
  #wallOffset = 0

  constructor(time: VirtualTime) {
    this.#time = time
    this.startedAt = time.now
  }

  readonly clock: Clock = {
    now: () => this.#time.now + this.#wallOffset,
    uptime: () => this.#time.now - this.startedAt - this.#paused(),
    sleep: (milliseconds, signal) => this.sleep(milliseconds, signal),
  }

  /** As the machine's clock does it: ends early, without an error, when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      let waits = true
      const end = (): void => {
        waits = false
        this.#time.touch()
        signal?.removeEventListener('abort', end)
        resolve()
      }
      this.after(milliseconds, end, () => waits)
      signal?.addEventListener('abort', end)
    })
  }

  /** Something that happens in or to this process. */
  after(milliseconds: number, run: () => void, matters?: () => boolean): void {
    const resumes = Math.max(this.#time.now, ...this.#pauses.map(({ to }) => to))
    // As Node's timers do it: whole milliseconds, at least one.
    this.#time.at(resumes + Math.max(1, Math.trunc(milliseconds)), this, run, matters)
  }

  signal(): void {
    if (!this.alive || this.signalledAt !== undefined) return
    this.signalledAt = this.#time.now
    this.after(sigtermAfter, () => this.emitter.emit('SIGTERM'))
    this.after(killAfter, () => this.kill())
    this.#time.touch()
    this.emitter.emit('SIGINT')
  }

  kill(): void {
    this.alive = false
    this.#time.touch()
  }

  suspend(milliseconds: number): void {
    if (!this.alive) return
    this.#pauses.push({ from: this.#time.now, to: this.#time.now + milliseconds })
    this.#time.suspend(this, milliseconds)
  }

  setClockOff(milliseconds: number): void {
    this.#wallOffset = milliseconds
  }

  #paused(): number {
    return this.#pauses.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(this.#time.now, to) - from), 0)
  }
}
