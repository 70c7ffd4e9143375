import type { Outcome } from '../report.ts'

type OutcomeWords = { readonly mark: string; readonly word: string }

const words: Readonly<Record<Outcome, OutcomeWords>> = {
  deployed: { mark: '✅', word: 'deployed' },
  unchanged: { mark: '✅', word: 'unchanged' },
  updated: { mark: '✅', word: 'updated' },
  started: { mark: '✅', word: 'started, not waited for' },
  planned: { mark: '✅', word: 'planned, nothing was changed' },
  'rolled-back': { mark: '❌', word: 'failed, rolled back' },
  'rollback-failed': { mark: '❌', word: 'failed, and the previous version was not seen running again' },
  superseded: { mark: '⚠️', word: 'superseded by another deployment' },
  'timed-out': { mark: '⚠️', word: 'timed out' },
  failed: { mark: '❌', word: 'failed' },
  cancelled: { mark: '⚠️', word: 'cancelled' },
  unknown: { mark: '⚠️', word: 'outcome unknown' },
}

/** How an outcome is called where people read it. */
export function outcomeWords(outcome: Outcome): OutcomeWords {
  return words[outcome]
}

/** `45 s`, `3 min 5 s`, `1 h 2 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}

/** `19:45:52` in UTC; empty for a time that is none. */
export function clockTime(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().slice(11, 19) : ''
}

/** `sha256:0123456789ab`: enough to tell digests apart. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12)
}
