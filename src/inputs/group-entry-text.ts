import type { Checked } from '../problem.ts'
import { type FileEntry, type FileNode, plainValue } from '../task-definition/file-node.ts'
import type { DeployInputName } from './deploy-input-names.ts'
import { bad, good } from './parsed.ts'

/** Inputs with `NAME=VALUE` lines: an entry may write them as an object as well. */
export const pairInputs: readonly DeployInputName[] = [
  'images',
  'environment-variables',
  'secrets',
  'docker-labels',
  'log-configuration-options',
  'variables',
  'tags',
]
const lineInputs: readonly DeployInputName[] = [
  'env-files',
  'allow-unknown-members',
  'preflight-ignore',
  'verify-alarms',
]
const structuredInputs: readonly DeployInputName[] = [
  'capacity-provider-strategy',
  'network-configuration',
  'deployment-circuit-breaker',
  'service-managed-ebs-volume',
]

/**
 * The text that an input would have for what an entry says in YAML, so that both mean the same: a scalar as it is written, a
 * list as lines, an object as `NAME=VALUE` lines, and what is structured as JSON. Problems never show a value.
 */
export function inputText(input: DeployInputName, node: FileNode): Checked<string> {
  if (node.kind === 'scalar') return good(node.text)
  if (structuredInputs.includes(input)) return good(JSON.stringify(plainValue(node)))
  if (node.kind === 'object')
    return pairInputs.includes(input) ? pairLines(node.entries) : bad('It cannot be an object.')
  // Its entries may say more than an address.
  if (input === 'verify-urls') return good(JSON.stringify(plainValue(node)))
  const texts = node.items.map((item) => (item.kind === 'scalar' ? item.text : undefined))
  if (texts.some((text) => text === undefined)) return bad('Its items must be texts.')
  if (input === 'command' || input === 'pre-deploy-command') return good(JSON.stringify(texts))
  if (lineInputs.includes(input) || pairInputs.includes(input)) return good(texts.join('\n'))
  return bad('It cannot be a list.')
}

function pairLines(entries: readonly FileEntry[]): Checked<string> {
  const wrong = entries.flatMap(({ key, value }) => {
    if (key.includes('=') || key.includes('\n') || key.trim().startsWith('#'))
      return [`The name on line ${value.at.line} cannot be one: it has "=" or a line break in it, or begins with "#".`]
    return value.kind === 'scalar' ? [] : [`The value of ${key} must be a text.`]
  })
  if (wrong.length > 0) return bad(...wrong)
  return good(entries.map(({ key, value }) => pairLine(key, value.kind === 'scalar' ? value.text : '')).join('\n'))
}

/** One pair as the input has it: a value that a line would not keep as it is becomes a block. */
export function pairLine(name: string, value: string): string {
  if (!value.includes('\n') && !value.includes('\r') && value.trim() === value) return `${name}=${value}`
  const lines = value.split('\n').map((line) => line.trimEnd())
  let end = 'END'
  while (lines.includes(end)) end += '_'
  return `${name}<<${end}\n${value}\n${end}`
}
