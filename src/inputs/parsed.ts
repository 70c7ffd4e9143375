import type { Checked } from '../problem.ts'

/** A parser's good end. */
export function good<T>(value: T): Checked<T> {
  return { ok: true, value }
}

/** A parser's bad end: one problem per message. */
export function bad(...messages: string[]): { ok: false; problems: { message: string }[] } {
  return { ok: false, problems: messages.map((message) => ({ message })) }
}
