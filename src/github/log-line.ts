import type { Logger, Style } from './log.ts'

/** A line of the log, with a colour where it should catch the eye, or lines that fold under a title. */
export type LogLine =
  | string
  | { readonly text: string; readonly style: Style }
  | { readonly group: string; readonly lines: readonly string[] }

/** Writes lines to the log. */
export function writeLines(lines: readonly LogLine[], log: Pick<Logger, 'info' | 'group' | 'endGroup'>): void {
  for (const line of lines) {
    if (typeof line === 'string') log.info(line)
    else if ('text' in line) log.info(line.text, line.style)
    else {
      log.group(line.group)
      for (const folded of line.lines) log.info(folded)
      log.endGroup()
    }
  }
}
