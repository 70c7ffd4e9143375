import type { Clock } from '../deployment/ports.ts'
import type { InTurn } from './turns.ts'

/** How questions are put together. Milliseconds. */
export type RoundLimits = {
  /** The most that one call takes. */
  readonly most: number
  /** How long the first question waits for others. */
  readonly gather: number
  /** From the start of one round to that of the next, at least: whoever asked in one round asks in the next one again. */
  readonly between: number
}

/** When the next round may start; pure. @param since when the question that has waited longest came */
export function roundAt(since: number, lastRoundAt: number, { gather, between }: RoundLimits): number {
  return Math.max(since + gather, lastRoundAt + between)
}

/** The keys of the next call, those that have waited longest; pure. */
export function lotOf<Key>(waiting: readonly Key[], { most }: Pick<RoundLimits, 'most'>): readonly Key[] {
  return waiting.slice(0, most)
}

type Question<Key, Answer> = {
  readonly key: Key
  readonly since: number
  readonly asked: PromiseWithResolvers<Answer>[]
}

/**
 * One reader for many who ask for one thing each: what is asked at about the same time goes into one call.
 *
 * @param send one call; an error of it is the answer to everybody who is in it
 * @returns asks for one thing; always by a call that is sent after the question
 */
export function inRounds<Key, Answer>(
  limits: RoundLimits,
  clock: Pick<Clock, 'uptime' | 'sleep'>,
  turn: InTurn,
  send: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  type Asked = Question<Key, Answer | undefined>
  const waiting = new Map<Key, Asked>()
  let lastRoundAt = Number.NEGATIVE_INFINITY
  let running = false

  const answer = async (questions: readonly Asked[]): Promise<void> => {
    try {
      const answers = await send(questions.map(({ key }) => key))
      for (const { key, asked } of questions) for (const one of asked) one.resolve(answers.get(key))
    } catch (error) {
      for (const { asked } of questions) for (const one of asked) one.reject(error)
    }
  }
  const next = (): Promise<void> =>
    turn(async () => {
      const lot = lotOf([...waiting.values()], limits)
      for (const { key } of lot) waiting.delete(key)
      // Nobody waits for the answer before the next call leaves.
      if (lot.length > 0) void answer(lot)
    })
  const run = async (): Promise<void> => {
    while (waiting.size > 0) {
      const [first] = waiting.values()
      const now = clock.uptime()
      const at = roundAt(first?.since ?? now, lastRoundAt, limits)
      if (at > now) await clock.sleep(at - now)
      lastRoundAt = clock.uptime()
      for (let left = waiting.size; left > 0; left -= limits.most) await next()
    }
    running = false
  }
  return (key) => {
    const asked = Promise.withResolvers<Answer | undefined>()
    const known = waiting.get(key)
    if (known === undefined) waiting.set(key, { key, since: clock.uptime(), asked: [asked] })
    else known.asked.push(asked)
    if (!running) {
      running = true
      void run()
    }
    return asked.promise
  }
}
