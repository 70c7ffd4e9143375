import { shortDigest, shortImage } from '../diagnosis/short-image.ts'
import type { DeploymentReport, VersionBefore } from '../report.ts'
import { taskDefinitionLink } from './console-links.ts'
import { code, link, table, text } from './markdown.ts'

const shortCommit = 12

/** Versions that a rollback could go to, one per line, with a heading; nothing where there are none to choose from. */
export function candidateLines({ candidates }: DeploymentReport): string[] {
  if (candidates === undefined) return []
  if (candidates.length === 0) return ['No other version is known that completed in this service.']
  return [
    'Versions that completed in this service and can be named in "to":',
    ...candidates.map((one) => `  ${candidateLine(one)}`),
  ]
}

function candidateLine(candidate: VersionBefore): string {
  const { version, commit } = candidate
  return [
    version.taskDefinition,
    ...(commit === undefined ? [] : [`commit ${commit.slice(0, shortCommit)}`]),
    ...imageNames(candidate),
    ...completedAt(candidate, 'completed '),
    ...remarks(candidate),
  ].join(', ')
}

/** The same as a Markdown table. */
export function candidatesTable(report: DeploymentReport): string {
  const { candidates = [] } = report
  if (candidates.length === 0) return ''
  const rows = candidates.map((candidate) => [
    link(code(candidate.version.taskDefinition), taskDefinitionLink(report, candidate.version.taskDefinition)),
    candidate.commit === undefined ? '' : code(candidate.commit.slice(0, shortCommit)),
    imageNames(candidate).map(code).join('<br>'),
    completedAt(candidate, '').map(text).join(''),
    remarks(candidate).map(text).join('<br>'),
  ])
  return table(['`to`', 'Commit', 'Image', 'Completed', ''], rows)
}

function imageNames({ version }: VersionBefore): string[] {
  return version.images.map(({ image, digest }) => {
    const name = shortImage(image)
    return digest === undefined || image.includes('@') ? name : `${name} (${shortDigest(digest)})`
  })
}

/** To the minute, in UTC. */
function completedAt({ completedAt: at }: VersionBefore, before: string): string[] {
  return at === undefined ? [] : [`${before}${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`]
}

function remarks({ imagesThere, left }: VersionBefore): string[] {
  const images = imagesThere === undefined ? [] : [imagesThere ? 'image still there' : 'image gone']
  return [...images, ...(left ? ['left by a rollback'] : [])]
}
