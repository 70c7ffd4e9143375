/** Faults on demand: which of the waiting ones strikes a call. */
import type { Fault } from './scenario.ts'

interface Armed {
  readonly fault: Fault
  seen: number
}

export interface Faults {
  add(fault: Fault): void
  clear(): void
  list(): readonly Fault[]
  /** Counts the call against every matching fault. @returns the first that strikes */
  strike(service: 'ecs' | 'ecr', operation: string): Fault | undefined
  /** Whether an answer of the past may be asked for: then the world's history must be kept. */
  needsHistory(): boolean
}

export function createFaults(initial: readonly Fault[]): Faults {
  let armed: Armed[] = initial.map((fault) => ({ fault, seen: 0 }))
  return {
    add: (fault) => {
      armed.push({ fault, seen: 0 })
    },
    clear: () => {
      armed = []
    },
    list: () => armed.filter((one) => !isSpent(one)).map(({ fault }) => fault),
    strike: (service, operation) => {
      const matching = armed.filter(({ fault }) => matches(fault, service, operation))
      for (const one of matching) one.seen += 1
      return matching.find(isStriking)?.fault
    },
    needsHistory: () => armed.some((one) => one.fault.kind === 'stale' && !isSpent(one)),
  }
}

function matches({ operation }: Fault, service: string, called: string): boolean {
  return (
    operation === '*' || operation === called || operation === `${service}:${called}` || operation === `${service}:*`
  )
}

const lastCall = ({ call = 1, calls = 1 }: Fault): number => (calls === 'all' ? Infinity : call + calls - 1)
const isStriking = ({ fault, seen }: Armed): boolean => seen >= (fault.call ?? 1) && seen <= lastCall(fault)
const isSpent = ({ fault, seen }: Armed): boolean => seen >= lastCall(fault)
