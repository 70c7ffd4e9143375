/** Findings that are accepted, each with its reason. */
import { matchesGlob } from 'node:path'
import type { Finding } from './collect.ts'

export type Accepted = {
  readonly tool: string
  readonly rule: string
  /** Glob of places. */
  readonly where: string
  /** Part of the message. Absent: any. */
  readonly says?: string
  readonly why: string
}

/** @throws Error for an entry without a reason */
export function judge(findings: readonly Finding[], accepted: readonly Accepted[]) {
  const silent = accepted.find(({ why }) => typeof why !== 'string' || why.trim() === '')
  if (silent !== undefined) throw new Error(`accepted.yml does not say why ${silent.tool}: ${silent.rule} is accepted`)
  const fits = (finding: Finding, entry: Accepted) =>
    entry.tool === finding.tool &&
    entry.rule === finding.rule &&
    matchesGlob(finding.place, entry.where) &&
    finding.message.includes(entry.says ?? '')
  const unexplained = findings.filter((finding) => !accepted.some((entry) => fits(finding, entry)))
  return {
    unexplained,
    unused: accepted.filter((entry) => !findings.some((finding) => fits(finding, entry))),
    explained: findings.length - unexplained.length,
  }
}
