import type { Clock } from '../deployment/ports.ts'
import type { Logger } from '../github/log.ts'

/** A run that may be cancelled from outside. */
export type Cancellation = {
  /** Aborted at the first signal: the story changes nothing from then on. */
  readonly signal: AbortSignal
  /** Resolves at the first signal. */
  readonly requested: Promise<'cancelled'>
  /**
   * Lets a call that is on its way come back, but not for long: the runner kills the process 10 s after the first signal.
   *
   * @returns what the story came to; undefined: not in time
   */
  grace<T>(story: Promise<T>): Promise<T | undefined>
}

const graceMilliseconds = 1_500

/** GitHub sends SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills (actions/runner, ProcessInvoker). */
export function listenForSignals(emitter: Pick<NodeJS.Process, 'on'>, clock: Clock): Cancellation {
  const controller = new AbortController()
  const requested = new Promise<'cancelled'>((resolve) => {
    const cancel = (): void => {
      controller.abort(new Error('the run was cancelled'))
      resolve('cancelled')
    }
    emitter.on('SIGINT', cancel)
    emitter.on('SIGTERM', cancel)
  })
  return {
    signal: controller.signal,
    requested,
    grace: (story) => Promise.race([story, clock.sleep(graceMilliseconds).then(() => undefined)]),
  }
}

/** Says in the log that the signal has been noticed. */
export function tellWhenCancelled({ requested }: Pick<Cancellation, 'requested'>, log: Pick<Logger, 'info'>): void {
  requested.then(
    () => log.info('The run is being cancelled.'),
    () => undefined,
  )
}
