/** Faults on demand: which of the waiting ones strikes a call. */
import type { Fault } from './scenario.ts'

interface Armed {
  readonly fault: Fault
  /** Virtual milliseconds: from when and until when it strikes. */
  readonly from: number
  readonly until: number
  seen: number
}

export interface Faults {
  add(fault: Fault): void
  clear(): void
  /** Those that may still strike. */
  list(): readonly Fault[]
  /** Counts the call against every matching fault. @returns the first that strikes */
  strike(service: string, operation: string): Fault | undefined
  /** Whether an answer of the past may be asked for: then the world's history must be kept. */
  needsHistory(): boolean
}

/** @param now virtual milliseconds: `afterSeconds` and `forSeconds` count from when a fault is set */
export function createFaults(initial: readonly Fault[], now: () => number): Faults {
  let armed: Armed[] = initial.map((fault) => arm(fault, now()))
  const waiting = (): Armed[] => armed.filter((one) => !isSpent(one) && now() < one.until)
  return {
    add: (fault) => {
      armed.push(arm(fault, now()))
    },
    clear: () => {
      armed = []
    },
    list: () => waiting().map(({ fault }) => fault),
    strike: (service, operation) => {
      const at = now()
      const matching = armed.filter(
        ({ fault, from, until }) => at >= from && at < until && matches(fault, service, operation),
      )
      for (const one of matching) one.seen += 1
      return matching.find(isStriking)?.fault
    },
    needsHistory: () => waiting().some(({ fault }) => fault.kind === 'stale' || fault.kind === 'unaware'),
  }
}

function arm(fault: Fault, now: number): Armed {
  const from = now + (fault.afterSeconds ?? 0) * 1000
  return { fault, from, until: from + (fault.forSeconds ?? Infinity) * 1000, seen: 0 }
}

function matches({ operation }: Fault, service: string, called: string): boolean {
  return (
    operation === '*' || operation === called || operation === `${service}:${called}` || operation === `${service}:*`
  )
}

function lastCall({ call = 1, calls, forSeconds }: Fault): number {
  const wanted = calls ?? (forSeconds === undefined ? 1 : 'all')
  return wanted === 'all' ? Infinity : call + wanted - 1
}

const isStriking = ({ fault, seen }: Armed): boolean => seen >= (fault.call ?? 1) && seen <= lastCall(fault)
const isSpent = ({ fault, seen }: Armed): boolean => seen >= lastCall(fault)
