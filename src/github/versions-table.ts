import { shortDigest, shortImage } from '../diagnosis/short-image.ts'
import { parseImageReference } from '../image/reference.ts'
import type { DeploymentReport, Version, VersionImage } from '../report.ts'
import { taskDefinitionLink } from './console-links.ts'
import { code, link } from './markdown.ts'
import { versionName } from './words.ts'

/** Head and rows of the table of versions, as Markdown cells; without rows where no version is known. */
export function versionsTable(report: DeploymentReport): { head: string[]; rows: string[][] } {
  const { before, wanted, now } = report
  const showWanted = wanted !== undefined && wanted.taskDefinition !== now?.version?.taskDefinition
  const columns: [string, Version | undefined][] = [
    ['Before', before],
    ...(showWanted ? ([['Wanted', wanted]] as [string, Version][]) : []),
    [now?.seen === false ? 'Now (as last seen)' : 'Now', now?.version],
  ]
  const shown = columns.map(([, version]) => version)
  if (shown.every((version) => version === undefined)) return { head: [], rows: [] }
  const containers = [...new Set(shown.flatMap((version) => version?.images.map((image) => image.container) ?? []))]
  return {
    head: ['', ...columns.map(([title]) => title)],
    rows: [
      ['Task definition', ...shown.map((version) => revisionCell(report, version))],
      ...containers.map((name) => imageRow(name, shown)),
    ],
  }
}

function revisionCell(report: DeploymentReport, version: Version | undefined): string {
  if (version === undefined) return 'unknown'
  if (version.taskDefinition === '') return versionName(version)
  return link(code(version.taskDefinition), taskDefinitionLink(report, version.taskDefinition))
}

/**
 * An image that all versions have under the same name is named once, at the head of the row. Names are short; only where
 * the registry is what differs do they have it.
 */
function imageRow(container: string, versions: readonly (Version | undefined)[]): string[] {
  const images = versions.map((version) => version?.images.find((image) => image.container === container))
  const names = new Set(images.flatMap((image) => (image === undefined ? [] : [partsOf(image).name])))
  const shortNames = new Set([...names].map(shortImage))
  const head = `Image of ${code(container)}`
  if (names.size === 1) {
    const others = [...shortNames].filter((name) => name !== container)
    return [[head, ...others.map(code)].join('<br>'), ...images.map((image) => cell(image, ({ tag }) => tag))]
  }
  const shown = shortNames.size < names.size ? (name: string) => name : shortImage
  return [head, ...images.map((image) => cell(image, ({ name, tag }) => withTag(shown(name), tag)))]
}

function cell(image: VersionImage | undefined, label: (parts: Parts) => string | undefined): string {
  if (image === undefined) return ''
  const parts = partsOf(image)
  const shown = [label(parts), parts.digest && shortDigest(parts.digest)].filter((part) => part !== undefined)
  return shown.length === 0 ? 'no tag' : shown.map(code).join('<br>')
}

function withTag(name: string, tag: string | undefined): string {
  return tag === undefined ? name : `${name}:${tag}`
}

type Parts = { readonly name: string; readonly tag?: string | undefined; readonly digest?: string | undefined }

function partsOf({ image, digest }: VersionImage): Parts {
  const parsed = parseImageReference(image)
  if (!parsed.ok) return { name: image, digest }
  return { name: parsed.value.name, tag: parsed.value.tag, digest: digest ?? parsed.value.digest }
}
