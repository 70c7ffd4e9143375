/** Ids that follow from a name: the same in every run, without a turn of the random generator. */
import { createHash } from 'node:crypto'

/** @returns so many lower-case hexadecimal digits (up to 64) */
export const idFrom = (name: string, length: number): string =>
  createHash('sha256').update(name).digest('hex').slice(0, length)
