/**
 * One thing that is wrong with what the user gave us: an input, a file, or something that AWS does not have.
 * Problems are collected and reported together, before anything is changed.
 */
export type Problem = {
  /** What is wrong, what is allowed, and what to do: one or two plain sentences. */
  readonly message: string
  /** The action input that it is about, e.g. `container-name`. */
  readonly input?: string
  /** Path of the file that it is about, as the user wrote it. */
  readonly file?: string
  /** 1-based. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
  /** What it is about in a few words, where there is neither an input nor a file. */
  readonly about?: string
}

/** A step that can only go on without problems: either a value, or at least one problem. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Thrown where problems end the run; carries all of them. */
export class ProblemsFound extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'ProblemsFound'
    this.problems = problems
  }
}

/** `file:line:column: message`, or `input: message`, whatever is known. */
export function formatProblem(problem: Problem): string {
  const place = problem.file
    ? [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
    : problem.input
      ? `Input "${problem.input}"${problem.line ? `, line ${problem.line}, column ${problem.column}` : ''}`
      : undefined
  return place === undefined ? problem.message : `${place}: ${problem.message}`
}
