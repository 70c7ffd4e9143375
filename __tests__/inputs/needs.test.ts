import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { circlesIn, type Needing, stepsOf, wayBackOrder } from '../../src/inputs/needs.ts'

/** Each needs only some of those before it: no circle. */
const ordered = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 20 }).chain((rows) =>
  fc.shuffledSubarray(
    rows.map((row, index) => ({
      name: `s${index}`,
      needs: index === 0 ? [] : [...new Set(row.map((number) => `s${number % index}`))],
    })),
    { minLength: rows.length, maxLength: rows.length },
  ),
)

function reaches(start: string, end: string, needsOf: ReadonlyMap<string, readonly string[]>): boolean {
  return start === end || (needsOf.get(start) ?? []).some((next) => reaches(next, end, needsOf))
}

describe('needs', () => {
  test('whatever the order in which they are written, each step has only what the steps before it allow', () => {
    fc.assert(
      fc.property(ordered, (services) => {
        expect(circlesIn(services)).toEqual([])
        const steps = stepsOf(services)
        expect(steps.flat().toSorted()).toEqual(services.map(({ name }) => name).toSorted())
        const stepOf = new Map(steps.flatMap((names, step) => names.map((name) => [name, step] as const)))
        for (const { name, needs } of services) {
          const before = needs.map((need) => stepOf.get(need) ?? 99)
          // As early as it can be.
          expect(stepOf.get(name)).toBe(Math.max(-1, ...before) + 1)
        }
      }),
    )
  })

  test('the way back has what needs a service before that service', () => {
    fc.assert(
      fc.property(ordered, (services) => {
        const order = wayBackOrder(services)
        for (const { name, needs } of services)
          for (const need of needs) expect(order.indexOf(name)).toBeLessThan(order.indexOf(need))
      }),
    )
  })

  test('a circle anywhere is found, and is one', () => {
    fc.assert(
      fc.property(ordered, fc.nat(), fc.nat(), (services, one, other) => {
        const [from, to] = [services[one % services.length], services[other % services.length]] as [Needing, Needing]
        const all = services.map((service) =>
          service.name === from.name ? { ...service, needs: [...service.needs, to.name] } : service,
        )
        const needsOf = new Map(all.map(({ name, needs }) => [name, needs]))
        const before = new Map(services.map(({ name, needs }) => [name, needs]))
        const found = circlesIn(all)
        expect(found.length > 0).toBe(reaches(to.name, from.name, before))
        for (const circle of found) {
          for (const [index, name] of circle.entries())
            expect(needsOf.get(name)).toContain(circle[(index + 1) % circle.length])
        }
      }),
    )
  })
})
