/** What every operation is: a function from the engine and a checked request to an answer. */
import type { Engine } from '../engine.ts'

/** @throws ApiError as the real operation does */
export type Operation<I> = (engine: Engine, input: I) => object

/** Times travel as epoch seconds with a fraction. */
export const seconds = (milliseconds: number): number => milliseconds / 1000

/** The members that have a value: AWS leaves the others out. */
export function present<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** @param at undefined: the member is left out */
export const secondsIf = (at: number | undefined): number | undefined => (at === undefined ? undefined : seconds(at))
