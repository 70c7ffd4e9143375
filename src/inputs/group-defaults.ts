import type { DeployInputName } from './deploy-input-names.ts'
import type { GroupEntry } from './group-entries.ts'
import { pairInputs, pairLine } from './group-entry-text.ts'
import { parsePairs } from './lines.ts'

type Texts = ReadonlyMap<DeployInputName, string>

const anyName = parsePairs({ name: /^[^=]+$/, nameIs: 'a name' })

/** Inputs that say which image: who says one of them in an entry does not mean the others of the action. */
const wholeImage: readonly DeployInputName[] = ['image', 'images']
const ownRegistry: readonly DeployInputName[] = ['image-tag', 'image-digest']

/**
 * The inputs of one service: what its entry says, and where it says nothing what the inputs of the action say. Pairs are merged
 * by name, the entry's win; everything else is taken whole; pure.
 *
 * @param isFile whether `task-definition` names a file: only there are `variables` for something
 */
export function withDefaults(given: Texts, entry: GroupEntry['members'], isFile: (text: string) => boolean): Texts {
  const own = new Map([...entry].map(([name, { text }]) => [name, text] as const))
  const defaults = new Map([...given].filter(([name]) => !isPushedOut(name, own)))
  const inputs = new Map([...defaults, ...own])
  for (const name of pairInputs) {
    const [one, other] = [defaults.get(name), own.get(name)]
    if (one !== undefined) inputs.set(name, mergedPairs(one, other ?? '', namesElsewhere(name, own)))
    if (inputs.get(name) === '') inputs.delete(name)
  }
  if (!inputs.has('ecr-repository')) for (const name of ownRegistry) if (!own.has(name)) inputs.delete(name)
  if (!own.has('variables') && !isFile(inputs.get('task-definition') ?? '')) inputs.delete('variables')
  return inputs
}

function isPushedOut(name: DeployInputName, own: Texts): boolean {
  const saysImage = wholeImage.some((one) => own.has(one))
  if (name === 'image') return saysImage || own.has('ecr-repository')
  if (name === 'ecr-repository') return saysImage
  if (ownRegistry.includes(name)) return saysImage || ownRegistry.some((one) => own.has(one))
  return false
}

/** A container has a name once: a secret of the entry takes the place of a variable of the action, and the other way round. */
function namesElsewhere(name: DeployInputName, own: Texts): ReadonlySet<string> {
  const other = name === 'secrets' ? 'environment-variables' : name === 'environment-variables' ? 'secrets' : undefined
  const pairs = other === undefined ? undefined : anyName(own.get(other) ?? '')
  return new Set(pairs?.ok ? pairs.value.map((pair) => pair.name) : [])
}

/** Where one of both is not readable it stays as it is: whoever reads it says what is wrong. */
function mergedPairs(given: string, own: string, elsewhere: ReadonlySet<string>): string {
  const [one, other] = [anyName(given), anyName(own)]
  if (!one.ok) return given
  if (!other.ok) return own
  const names = new Set(other.value.map(({ name }) => name))
  const kept = one.value.filter(({ name }) => !names.has(name) && !elsewhere.has(name))
  return [...kept, ...other.value].map(({ name, value }) => pairLine(name, value)).join('\n')
}
