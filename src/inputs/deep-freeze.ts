/** Freezes a value with everything in it, maps included, and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map) freezeMap(value)
  Object.freeze(value)
  for (const member of Object.values(value)) deepFreeze(member)
  return value
}

/** Object.freeze does not reach the entries of a map, so its ways to change are taken away. */
function freezeMap(map: Map<unknown, unknown>): void {
  const refuse = () => {
    throw new TypeError('The inputs are frozen')
  }
  for (const way of ['set', 'delete', 'clear'] as const) Object.defineProperty(map, way, { value: refuse })
  for (const member of map.values()) deepFreeze(member)
}
