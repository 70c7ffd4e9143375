/** One difference between two task definitions, safe to show: values of environment variables are never in it. */
export type Difference = {
  /** Readable place, e.g. `app: image`, `app: environment PORT`, `cpu`. */
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Absent where there was nothing, or where the value must not be shown. */
  readonly before?: string
  readonly after?: string
}
