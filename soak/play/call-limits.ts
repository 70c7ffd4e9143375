/** The time limit of a call, on virtual time. */
import type { CallLimit } from '../../src/aws/call-limit.ts'
import type { ActionProcess } from './action-process.ts'

const limitMilliseconds = 30_000

export interface CallLimits {
  readonly withinLimit: CallLimit
  /** A request with this signal is on its way until the function that is returned is called. */
  sending(signal: unknown): () => void
}

/** A limit that nobody waits for any more lets no time pass. */
export function callLimits(process: ActionProcess): CallLimits {
  const onTheWay = new Map<AbortSignal, number>()
  const count = (signal: AbortSignal, by: number): void => {
    onTheWay.set(signal, (onTheWay.get(signal) ?? 0) + by)
  }
  return {
    withinLimit: () => {
      const controller = new AbortController()
      const { signal } = controller
      process.after(
        limitMilliseconds,
        () => controller.abort(),
        () => (onTheWay.get(signal) ?? 0) > 0,
      )
      return { abortSignal: signal }
    },
    sending: (signal) => {
      if (!(signal instanceof AbortSignal)) return () => undefined
      count(signal, 1)
      return () => count(signal, -1)
    },
  }
}
