import type { Checked, Problem } from '../problem.ts'
import { type DeployInputName, deployInputDefaults } from './deploy-input-names.ts'

export type Parser<T> = (text: string) => Checked<T>

/** Reads inputs one by one and keeps every problem met on the way, so that the user sees all of them at once. */
export class InputReader {
  readonly problems: Problem[] = []
  readonly #env: NodeJS.ProcessEnv

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env
  }

  /** The input without spaces around it, its default, or nothing. */
  text(name: DeployInputName): string | undefined {
    return this.lines(name)?.trim()
  }

  /** The input with its leading lines, so that line numbers in messages are those the user counts. */
  lines(name: DeployInputName): string | undefined {
    // The runner upper-cases the name, turns spaces into underscores and keeps hyphens.
    const given = this.#env[`INPUT_${name.toUpperCase()}`] ?? ''
    const text = given.trim() === '' ? deployInputDefaults[name] : given
    return text === '' ? undefined : text
  }

  /** The parsed input; nothing where it is unset or wrong, and then the problem is kept. */
  take<T>(name: DeployInputName, parse: Parser<T>): T | undefined {
    return this.#parsed(name, this.text(name), parse)
  }

  /** As `take`, for inputs of several lines. */
  takeLines<T>(name: DeployInputName, parse: Parser<T>): T | undefined {
    return this.#parsed(name, this.lines(name), parse)
  }

  /** Keeps a problem about one input. */
  refuse(name: DeployInputName, message: string): void {
    this.problems.push({ input: name, message })
  }

  #parsed<T>(name: DeployInputName, text: string | undefined, parse: Parser<T>): T | undefined {
    if (text === undefined) return undefined
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    this.problems.push(...parsed.problems.map((problem) => ({ ...problem, input: name })))
    return undefined
  }
}
