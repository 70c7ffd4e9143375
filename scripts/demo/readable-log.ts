/** Shows the workflow commands in a log as GitHub shows them: groups as titles, annotations with their kind. */
export function readableLog(log: string): string {
  let inGroup = false
  const lines = log
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [, name = '', properties = '', data = ''] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? []
      const text = unescaped(data)
      switch (name) {
        case 'group':
          inGroup = true
          return [`▾ ${text}`]
        case 'endgroup':
          inGroup = false
          return []
        case 'debug':
        case 'add-mask':
          return []
        case 'error':
        case 'warning':
        case 'notice':
          return annotation(name, /title=([^,]*)/.exec(properties)?.[1], text)
        default:
          return [inGroup ? `  ${line}` : line]
      }
    })
  return lines.join('\n')
}

function annotation(kind: string, title: string | undefined, text: string): string[] {
  const heading = `[${kind}]${title === undefined ? '' : ` ${unescaped(title)}`}`
  const lines = text.split('\n')
  return title === undefined && lines.length === 1
    ? [`${heading} ${text}`]
    : [heading, ...lines.map((line) => `        ${line}`)]
}

/** The escapes of workflow commands (@actions/core, command.ts). */
function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}
