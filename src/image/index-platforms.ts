/** The manifest of an index, as far as platforms go (OCI image specification, "image index"). */
export type IndexEntry = {
  readonly platform?: { readonly os?: string; readonly architecture?: string; readonly variant?: string }
} | null

/**
 * `os/architecture[/variant]` of every image in an index; undefined for what is no index. Build attestations are entries of
 * platform unknown/unknown.
 */
export function indexPlatforms(entries: unknown): readonly string[] | undefined {
  if (!Array.isArray(entries)) return undefined
  return entries.flatMap((entry: IndexEntry) => {
    const { os, architecture, variant } = entry?.platform ?? {}
    if (os === undefined || architecture === undefined || os === 'unknown') return []
    return [[os, architecture, variant].filter(Boolean).join('/')]
  })
}
