import type { Command, Outcome } from '../report.ts'

/** How the story ended: what the report adds to the record. */
export type Ending = {
  readonly outcome: Outcome
  /** One sentence: what happened. */
  readonly headline: string
  /** Something failed, and the evidence is to be explained. */
  readonly explain: boolean
  readonly commands: readonly Command[]
}

/** Thrown where the story ends before the service is touched, and how it ended is known already. */
export class StoryEnded extends Error {
  readonly ending: Ending

  constructor(end: Ending) {
    super(end.headline)
    this.name = 'StoryEnded'
    this.ending = end
  }
}

/** An ending without a failure. */
export function ending(outcome: Outcome, headline: string, commands: readonly Command[] = []): Ending {
  return { outcome, headline, explain: false, commands }
}

/** An ending whose cause is to be explained from the evidence. */
export function failedEnding(outcome: Outcome, headline: string, commands: readonly Command[] = []): Ending {
  return { outcome, headline, explain: true, commands }
}
