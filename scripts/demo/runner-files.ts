import { EOL } from 'node:os'

/**
 * Reads a file that a step wrote for the runner (GITHUB_OUTPUT, GITHUB_STATE): `NAME=value` and `NAME<<END … END`;
 * a later value of a name replaces an earlier one (actions/runner, FileCommandManager).
 *
 * @throws Error for a line that is neither, as the runner fails the step
 */
export function readRunnerFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const [, name, sign, rest = ''] = /^(.*?)(<<|=)(.*)$/.exec(line) ?? []
    if (!name || sign === undefined) throw new Error(`The runner would refuse this line: ${line}`)
    if (sign === '=') {
      values[name] = rest
      continue
    }
    const end = lines.indexOf(rest, index + 1)
    if (end === -1) throw new Error(`The runner would refuse ${name}: there is no line ${rest}`)
    values[name] = lines.slice(index + 1, end).join(EOL)
    index = end
  }
  return values
}
