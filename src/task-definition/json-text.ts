/** Whether the value is an object with members: no list, no null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** JSON with the members of every object in one order, so that equal values have equal texts. */
export function jsonText(value: unknown): string {
  const sorted = (_key: string, item: unknown) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : item
  return JSON.stringify(value, sorted) ?? ''
}

/** A member as text: itself where it is text, else its JSON; empty where it is absent. */
export function memberText(item: unknown, member: string): string {
  const value = isObject(item) && Object.hasOwn(item, member) ? item[member] : undefined
  return typeof value === 'string' ? value : jsonText(value)
}
