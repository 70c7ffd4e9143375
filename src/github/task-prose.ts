import type { DeploymentReport } from '../report.ts'
import { taskLink } from './console-links.ts'
import { code, link, text } from './markdown.ts'
import { shortTaskId } from './words.ts'

export type Where = Pick<DeploymentReport, 'partition' | 'region' | 'cluster'>

/** A task by the start of its id, linked to its page. */
export function taskName(where: Where, id: string): string {
  return link(code(shortTaskId(id)), taskLink(where, where.cluster, id))
}

/** Foreign text as prose, in which the tasks that it names are short and linked. */
export function taskProse(where: Where, foreign: string): string {
  return text(foreign).replace(/(?<=\btask )[0-9a-f]{32}\b/gi, (id) => taskName(where, id))
}

/** The same, set off from what the action itself says. */
export function taskQuote(where: Where, foreign: readonly string[]): string {
  return foreign.map((fact) => `> ${taskProse(where, fact)}`).join('\n>\n')
}
