/** Things that will happen, in time order; equal times keep the order in which they were scheduled. */

export interface Scheduled<E> {
  readonly at: number
  readonly order: number
  readonly event: E
}

export interface EventQueue<E> {
  schedule(at: number, event: E): void
  /** Removes and returns the next thing due at or before `until`. */
  takeDue(until: number): Scheduled<E> | undefined
  /** When the next thing is due; undefined: nothing is scheduled. */
  nextAt(): number | undefined
}

/** A binary heap: a service at high speed schedules thousands of steps. */
export function createEventQueue<E>(): EventQueue<E> {
  const heap: Scheduled<E>[] = []
  let order = 0
  return {
    schedule: (at, event) => {
      order += 1
      heap.push({ at, order, event })
      siftUp(heap)
    },
    takeDue: (until) => {
      const first = heap[0]
      if (first === undefined || first.at > until) return undefined
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) {
        heap[0] = last
        siftDown(heap)
      }
      return first
    },
    nextAt: () => heap[0]?.at,
  }
}

function earlier<E>(left: Scheduled<E> | undefined, right: Scheduled<E> | undefined): boolean {
  if (left === undefined || right === undefined) return left !== undefined
  return left.at < right.at || (left.at === right.at && left.order < right.order)
}

function swap<E>(heap: Scheduled<E>[], left: number, right: number): void {
  const [a, b] = [heap[left], heap[right]]
  if (a !== undefined && b !== undefined) {
    heap[left] = b
    heap[right] = a
  }
}

function siftUp<E>(heap: Scheduled<E>[]): void {
  let child = heap.length - 1
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!earlier(heap[child], heap[parent])) return
    swap(heap, child, parent)
    child = parent
  }
}

function siftDown<E>(heap: Scheduled<E>[]): void {
  let parent = 0
  for (;;) {
    const left = 2 * parent + 1
    const right = left + 1
    let smallest = parent
    if (left < heap.length && earlier(heap[left], heap[smallest])) smallest = left
    if (right < heap.length && earlier(heap[right], heap[smallest])) smallest = right
    if (smallest === parent) return
    swap(heap, parent, smallest)
    parent = smallest
  }
}
