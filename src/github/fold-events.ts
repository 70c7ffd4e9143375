import type { ServiceEvent } from '../diagnosis/evidence.ts'

/** One row of service events: one event, or several in a row that say the same. Times in milliseconds since the epoch. */
export type EventRow = { readonly from: number; readonly to: number; readonly count: number; readonly message: string }

/**
 * Events with those folded that follow each other and differ in task ids and numbers only, as when many tasks start; the
 * newest of them is shown. Two in a row stay two. Without the name of the service, with which every event begins; pure.
 */
export function foldEvents(events: readonly ServiceEvent[]): readonly EventRow[] {
  const stretches: ServiceEvent[][] = []
  for (const event of events) {
    const stretch = stretches.at(-1)
    const [first] = stretch ?? []
    if (stretch !== undefined && first !== undefined && shapeOf(first) === shapeOf(event)) stretch.push(event)
    else stretches.push([event])
  }
  return stretches.flatMap((stretch) => (stretch.length < 3 ? stretch.flatMap((one) => row([one])) : row(stretch)))
}

function row(stretch: readonly ServiceEvent[]): EventRow[] {
  const [first, last] = [stretch[0], stretch.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    { from: first.at.getTime(), to: last.at.getTime(), count: stretch.length, message: withoutHead(last.message) },
  ]
}

/** `(task …)` may stand there once or many times. */
function shapeOf({ message }: ServiceEvent): string {
  return withoutHead(message)
    .replace(/\(task [0-9a-f]{32}\)(?:,? ?\(task [0-9a-f]{32}\))*/g, 'TASKS')
    .replace(/\b[0-9a-f]{32}\b/g, 'ID')
    .replace(/\b\d+\b/g, 'N')
}

function withoutHead(message: string): string {
  return message.replace(/^\(service [^)]+\)\s*/, '')
}
