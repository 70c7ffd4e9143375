/** A mistake that somebody could make in the action, as edits of its text. */
export interface Defect {
  readonly name: string
  readonly edits: readonly Edit[]
}

export interface Edit {
  /** Below `src/`. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
}
