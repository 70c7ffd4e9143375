/** Shorter values are everywhere in a log by chance. */
const leastLength = 6
const mask = '***'

// Every machine has these addresses, so they are no secrets, and a cause depends on them.
const addressesOfEveryone = new Set(['127.0.0.1', '0.0.0.0', 'localhost'])
// What a URL carries between "//" and "@" after the user's name.
const passwordInUrl = /(\/\/[^\s/:@]*:)[^\s/@]+(@)/g

/**
 * Log lines without the values of the environment, and without passwords in URLs. The log is the reader's own, but a log of a
 * workflow is read by others than a log in CloudWatch.
 *
 * @param values values of environment variables in the task definition; in lines they may be escaped for JSON or a URL
 */
export function maskLines(lines: readonly string[], values: readonly string[]): readonly string[] {
  const hidden = [...new Set(values.flatMap(spellings))]
    .filter((value) => value.length >= leastLength && !addressesOfEveryone.has(value))
    // A value may be part of another one.
    .sort((one, other) => other.length - one.length)
  return lines.map((line) =>
    hidden.reduce((text, value) => text.replaceAll(value, mask), line).replace(passwordInUrl, `$1${mask}$2`),
  )
}

function spellings(value: string): readonly string[] {
  return [value, ...value.split('\n'), JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]
}
