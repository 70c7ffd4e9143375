import type { TaskDefinition } from '@aws-sdk/client-ecs'

/** Shorter values are everywhere in a log by chance. */
const leastLength = 6
const mask = '***'

// Every machine has these addresses, so they are no secrets, and a cause depends on them.
const addressesOfEveryone = new Set(['127.0.0.1', '0.0.0.0', 'localhost'])
// What a URL carries between "//" and "@" after the user's name.
const passwordInUrl = /(\/\/[^\s/:@]*:)[^\s/@]+(@)/g

// What follows a name that says so is a secret, unless it says that there is none.
const secretWords = '[\\w.-]*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)[\\w.-]*'
const noValue = '(?!(?:undefined|null|none|nil|required|missing|invalid|must|cannot|expired|empty|unset)\\b)'
// Keys of AWS and GitHub, and JSON web tokens, are known by their form.
const keys = /\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\w{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+)/g
const bearer = /(\bBearer\s+)\S{6,}/gi

/**
 * Log lines without the values of the environment, and without passwords in URLs. The log is the reader's own, but a log of a
 * workflow is read by others than a log in CloudWatch. Values of secrets are not known here; what a line assigns to the name of one is left out.
 *
 * @param values values of environment variables in the task definition; in lines they may be escaped for JSON or a URL
 * @param secretNames names under which containers get secrets
 */
export function maskLines(
  lines: readonly string[],
  values: readonly string[],
  secretNames: readonly string[] = [],
): readonly string[] {
  const hidden = [...new Set(values.flatMap(spellings))]
    .filter((value) => value.length >= leastLength && !addressesOfEveryone.has(value))
    // A value may be part of another one.
    .sort((one, other) => other.length - one.length)
  const assigned = assignment(secretNames)
  return lines.map((line) =>
    hidden
      .reduce((text, value) => text.replaceAll(value, mask), line)
      .replace(passwordInUrl, `$1${mask}$2`)
      .replace(keys, mask)
      .replace(bearer, `$1${mask}`)
      .replace(assigned, (whole, before: string, value: string) =>
        value.startsWith(mask) ? whole : `${before}${mask}`,
      ),
  )
}

/**
 * As `maskLines`, with the values of the environment and the names of the secrets of all containers.
 *
 * @param values further ones that are not to be shown
 */
export function maskLinesOf(
  lines: readonly string[],
  { containerDefinitions = [] }: Pick<TaskDefinition, 'containerDefinitions'>,
  values: readonly string[] = [],
): readonly string[] {
  const own = containerDefinitions.flatMap(({ environment = [] }) => environment.flatMap(({ value }) => value ?? []))
  const names = containerDefinitions.flatMap(({ secrets = [] }) => secrets.flatMap(({ name }) => name ?? []))
  return maskLines(lines, [...values, ...own], names)
}

/** `NAME=value`, `"name": "value"`, with the value in quotes or up to the next space. */
function assignment(secretNames: readonly string[]): RegExp {
  const names = [...secretNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), secretWords]
  const value = `"[^"]{6,}"|'[^']{6,}'|[^\\s"',;]{6,}`
  return new RegExp(`((?<![\\w])(?:${names.join('|')})["']?(?:=|:(?!//)) ?)${noValue}(${value})`, 'gi')
}

function spellings(value: string): readonly string[] {
  return [value, ...value.split('\n'), JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]
}
