/** A service of a group and the names of those that have to be there before it. */
export type Needing = { readonly name: string; readonly needs: readonly string[] }

/** Every circle of needs, each once, as the names along it: `a` needs `b` needs `a` is `[a, b]`; pure. Unknown names are passed over. */
export function circlesIn(services: readonly Needing[]): readonly (readonly string[])[] {
  const needsOf = new Map(services.map(({ name, needs }) => [name, needs]))
  const over = new Set<string>()
  const circles: string[][] = []
  const visit = (name: string, way: readonly string[]): void => {
    const from = way.indexOf(name)
    if (from >= 0) circles.push(way.slice(from))
    if (from >= 0 || over.has(name)) return
    for (const need of needsOf.get(name) ?? []) visit(need, [...way, name])
    over.add(name)
  }
  for (const { name } of services) visit(name, [])
  return circles
}

/** The services in steps, each as early as its needs allow: those of one step need nothing of each other; pure. No circles. */
export function stepsOf(services: readonly Needing[]): readonly (readonly string[])[] {
  const depths = depthsOf(services)
  const steps: string[][] = []
  for (const { name } of services) {
    const depth = depths.get(name) ?? 0
    steps[depth] = [...(steps[depth] ?? []), name]
  }
  return steps
}

/** How many services stand one after the other before each; pure. Without circles. */
function depthsOf(services: readonly Needing[]): ReadonlyMap<string, number> {
  const needsOf = new Map(services.map(({ name, needs }) => [name, needs]))
  const depths = new Map<string, number>()
  const depthOf = (name: string): number => {
    const known = depths.get(name)
    if (known !== undefined) return known
    const depth = Math.max(0, ...(needsOf.get(name) ?? []).map((need) => depthOf(need) + 1))
    depths.set(name, depth)
    return depth
  }
  for (const { name } of services) depthOf(name)
  return depths
}

/** What stands on others first, the order in which a group goes back; otherwise the last written first; pure. */
export function wayBackOrder(services: readonly Needing[]): readonly string[] {
  return stepsOf(services)
    .toReversed()
    .flatMap((names) => names.toReversed())
}
