import { cut, safeLines, withoutInvisible } from './safe-text.ts'

/** Where an action writes. Any text may be given; nothing in it is taken for a command. */
export type Logger = {
  /** `style`: for the line as a whole; on a terminal there is none. */
  info(line: string, style?: Style): void
  /** Lines until `endGroup` fold under the title. GitHub does not nest groups: a second one ends the first. */
  group(title: string): void
  endGroup(): void
  notice(text: string): void
  /** At a place in a file, where it has one. */
  warning(text: string, place?: FilePlace): void
  /** The one error of the run; a second one becomes a line of the log. */
  error(text: string, title?: string): void
  /** Shown only with debug logging switched on. */
  debug(text: string): void
}

/** What a line is, which says its colour. */
export type Style = 'good' | 'bad' | 'warning' | 'heading'

// GitHub shows the colours of SGR sequences in the log of a step, in light and dark.
const colours: Readonly<Record<Style, string>> = { good: '1;32', bad: '1;31', warning: '33', heading: '1' }

/** 1-based. */
export type FilePlace = { readonly file: string; readonly line?: number; readonly column?: number }

export type Output = { write(text: string): unknown }

// The runner cuts at 4096 characters, and keeps 10 annotations of a kind per step and drops the others without a word
// (actions/runner, ExecutionContext).
const messageLimit = 4000
const titleLimit = 200
const annotationLimit = 10

/**
 * A logger that writes to the log of a step.
 *
 * @param onGitHub write workflow commands; else plain lines, for a terminal
 */
export function consoleLogger(stdout: Output, onGitHub = true): Logger {
  const written = { notice: 0, warning: 0, error: 0 }
  let groupIsOpen = false

  const line = (text: string, style?: Style): void => {
    const painted = style !== undefined && onGitHub
    for (const safe of safeLines(text)) {
      stdout.write(painted && safe !== '' ? `\u001B[${colours[style]}m${safe}\u001B[0m\n` : `${safe}\n`)
    }
  }
  const annotate = (
    kind: 'notice' | 'warning' | 'error',
    limit: number,
    text: string,
    title?: string,
    place?: FilePlace,
  ): void => {
    written[kind] += 1
    if (onGitHub && written[kind] <= limit) stdout.write(`${annotationCommand(kind, text, title, place)}\n`)
    else
      line(
        `${kind === 'error' ? 'Error' : kind === 'warning' ? 'Warning' : 'Notice'}: ${title ? `${title}: ` : ''}${text}`,
      )
  }
  const endGroup = (): void => {
    if (groupIsOpen && onGitHub) stdout.write('::endgroup::\n')
    groupIsOpen = false
  }

  return {
    info: line,
    group(title) {
      endGroup()
      groupIsOpen = true
      if (onGitHub) stdout.write(`::group::${data(title)}\n`)
      else line(title)
    },
    endGroup,
    notice: (text) => annotate('notice', annotationLimit, text),
    warning: (text, place) => annotate('warning', annotationLimit, text, undefined, place),
    error: (text, title) => annotate('error', 1, text, title),
    debug(text) {
      if (onGitHub) stdout.write(`::debug::${data(text)}\n`)
    },
  }
}

function annotationCommand(
  kind: 'notice' | 'warning' | 'error',
  text: string,
  title?: string,
  place?: FilePlace,
): string {
  const properties = [
    ...(title === undefined ? [] : [`title=${property(cut(title, titleLimit))}`]),
    ...(place === undefined ? [] : [`file=${property(place.file)}`]),
    ...(place?.line === undefined ? [] : [`line=${place.line}`]),
    ...(place?.column === undefined ? [] : [`col=${place.column}`]),
  ]
  const given = properties.length === 0 ? '' : ` ${properties.join(',')}`
  return `::${kind}${given}::${data(cut(text, messageLimit))}`
}

// The escapes of the toolkit (@actions/core command.ts): data %, CR, LF; properties also : and ,
function data(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map(withoutInvisible)
    .join('\n')
    .replaceAll('%', '%25')
    .replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
