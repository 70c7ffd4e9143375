/** Everything random in the simulator: reproducible from a seed. */

const hexDigits = '0123456789abcdef'
const decimalDigits = '0123456789'
const urlSafeDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  hex(length: number): string
  digits(length: number): string
  urlSafe(length: number): string
  uuid(): string
}

/**
 * A mulberry32 generator: small, well spread, and the same on every machine.
 * @param seed any number; its low 32 bits count
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('')
  const hex = (length: number): string => text(hexDigits, length)
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    hex,
    // A leading zero would shorten the number in a client that parses it.
    digits: (length) => text('123456789', 1) + text(decimalDigits, length - 1),
    urlSafe: (length) => text(urlSafeDigits, length),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}
