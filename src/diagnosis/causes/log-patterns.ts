import { tailLogCommand } from '../aws-commands.ts'
import type { Case, Pattern } from '../cause.ts'

/** Patterns on what a program wrote. */
export function inLog(...texts: readonly (RegExp | Omit<Pattern, 'place'>)[]): readonly Pattern[] {
  return texts.map((text) => (text instanceof RegExp ? { place: 'log', text } : { ...text, place: 'log' }))
}

/** Where the rest of the log is. */
export function logAdvice(found: Case): string[] {
  if (found.log === undefined) return ['Read what the container wrote: its log driver says where that is.']
  return [`Read what the container wrote:\n${tailLogCommand(found.log)}`]
}
