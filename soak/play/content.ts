/** A revision as the judge compares it; pure. */
import type { Content } from './played.ts'

interface Stored {
  readonly containerDefinitions: readonly { readonly name: string; readonly image: string }[]
}

/** What a stored task definition holds. */
export function contentOf(stored: Stored): Content {
  const containers = stored.containerDefinitions.map((container) => ({ ...container, image: '' }))
  return {
    rest: canonical({ ...stored, containerDefinitions: containers }),
    images: Object.fromEntries(stored.containerDefinitions.map(({ name, image }) => [name, image])),
  }
}

/** JSON in which the order of members and of list entries does not matter. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  }
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]))
}
