import type { Checked, Problem } from '../problem.ts'

export type Parser<T> = (text: string) => Checked<T>

/**
 * Reads the inputs of one action, one by one, and keeps every problem met on the way, so that the user sees all of them at once.
 * `Name` is what the action's inputs are called.
 */
export class InputReader<Name extends string> {
  readonly problems: Problem[] = []
  readonly #env: NodeJS.ProcessEnv
  readonly #defaults: Readonly<Record<Name, string>>

  /** @param defaults every input of the action with the value it has when it is not set; '' where there is none */
  constructor(env: NodeJS.ProcessEnv, defaults: Readonly<Record<Name, string>>) {
    this.#env = env
    this.#defaults = defaults
  }

  /** The input without spaces around it, its default, or nothing. */
  text(name: Name): string | undefined {
    return this.lines(name)?.trim()
  }

  /** The input with its leading lines, so that line numbers in messages are those the user counts. */
  lines(name: Name): string | undefined {
    // The runner upper-cases the name, turns spaces into underscores and keeps hyphens.
    const given = this.#env[`INPUT_${name.toUpperCase()}`] ?? ''
    const text = given.trim() === '' ? this.#defaults[name] : given
    return text === '' ? undefined : text
  }

  /** The parsed input; nothing where it is unset or wrong, and then the problem is kept. */
  take<T>(name: Name, parse: Parser<T>): T | undefined {
    return this.#parsed(name, this.text(name), parse)
  }

  /** As `take`, for inputs of several lines. */
  takeLines<T>(name: Name, parse: Parser<T>): T | undefined {
    return this.#parsed(name, this.lines(name), parse)
  }

  /** Keeps a problem about one input. */
  refuse(name: Name, message: string): void {
    this.problems.push({ input: name, message })
  }

  #parsed<T>(name: Name, text: string | undefined, parse: Parser<T>): T | undefined {
    if (text === undefined) return undefined
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    this.problems.push(...parsed.problems.map((problem) => ({ ...problem, input: name })))
    return undefined
  }
}
