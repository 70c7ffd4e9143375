/**
 * Blocks of the reusable workflows that follow from what they call, so that nothing is typed twice:
 *
 *     # <inputs of deploy/action.yml but image>          inputs of the workflow, each a string that is '' unless given
 *     # </inputs>
 *     # <with of deploy/action.yml>                      each handed on
 *     # <job-outputs of deploy/action.yml from steps.x>  outputs of the job
 *     # <outputs of deploy/action.yml from jobs.x>       outputs of the workflow
 *     # <limits of deploy/action.yml>                    the inputs that say how long to wait, as environment variables
 *
 * What stands beside a block by hand, or after `but`, is left out of it.
 */
import { parse } from 'yaml'

type Entry = { readonly description: string; readonly default?: string; readonly required?: boolean }
type Entries = Readonly<Record<string, Entry>>
type Callable = { readonly inputs: Entries; readonly outputs: Entries; readonly secrets: Entries }
type Block = {
  readonly kind: string
  readonly indent: string
  readonly from: string
  /** What stands beside the block, or is left out on purpose. */
  readonly without: readonly string[]
}

/** Inputs that say how long a deployment may take, as far as the action has them. */
const limits = [
  'wait-for-service-stability',
  'wait-for-minutes',
  'rollback-wait-minutes',
  'settle-seconds',
  'on-in-progress',
  'pre-deploy-command',
  'pre-deploy-timeout-minutes',
  'verify-urls',
  'verify-command',
  'verify-timeout-seconds',
  'verify-alarms',
  'verify-alarms-minutes',
]
/** The token of the job is what the action takes by itself; workflows name the Region for the credentials, too. */
const neverPassed = ['github-token']

/** @returns what can be given to an action or to a reusable workflow, and what comes back */
export function callable(text: string): Callable {
  const file = parse(text) as Partial<Callable> & { readonly on?: { readonly workflow_call?: Partial<Callable> } }
  const { inputs, outputs, secrets } = file.on?.workflow_call ?? file
  return { inputs: inputs ?? {}, outputs: outputs ?? {}, secrets: secrets ?? {} }
}

/**
 * The text with every block written anew.
 * @param read text of a file by its path from the root; undefined where it is not there, and then its blocks stay as they are
 * @throws Error for a block without an end or of an unknown kind
 */
export function withWorkflowBlocks(text: string, read: (path: string) => string | undefined): string {
  const lines: string[] = []
  const rest = text.split('\n')
  while (rest.length > 0) {
    const line = rest.shift() as string
    const start = line.match(/^( *)# <([\w-]+) of (\S+?)(?: from (\S+?))?(?: but ([^>]*))?>$/)
    lines.push(line)
    if (start === null) continue
    const [, indent = '', kind = '', source = '', from = '', but = ''] = start
    const end = rest.indexOf(`${indent}# </${kind}>`)
    if (end === -1) throw new Error(`${line.trim()} has no end`)
    const before = rest.splice(0, end)
    const content = read(source)
    const without = [...neverPassed, ...but.split(' '), ...siblings(lines, rest, indent)]
    lines.push(...(content === undefined ? before : block({ kind, indent, from, without }, callable(content))))
  }
  return lines.join('\n')
}

/** The keys that stand in the same mapping as a block. */
function siblings(above: readonly string[], below: readonly string[], indent: string): readonly string[] {
  const own = (lines: readonly string[]) => {
    const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith(indent))
    return end === -1 ? lines : lines.slice(0, end)
  }
  return [...own([...above].reverse()), ...own(below)].flatMap((line) => {
    const key = line.match(/^( *)([\w-]+):/)
    return key?.[1] === indent ? [key[2] as string] : []
  })
}

function block({ kind, indent, from, without }: Block, { inputs, outputs }: Callable): readonly string[] {
  const names = (entries: object) => Object.keys(entries).filter((name) => !without.includes(name))
  const lines = ((): readonly string[] => {
    switch (kind) {
      case 'inputs':
        return names(inputs).flatMap((name) => inputLines(name, inputs[name] as Entry))
      case 'with':
        return names(inputs).map((name) => `${name}: \${{ inputs.${name} }}`)
      case 'limits':
        return names(inputs)
          .filter((name) => limits.includes(name))
          .map((name) => `${name.toUpperCase().replaceAll('-', '_')}: \${{ inputs.${name} }}`)
      case 'job-outputs':
        return names(outputs).map((name) => `${name}: \${{ ${from}.outputs.${name} }}`)
      case 'outputs':
        return names(outputs).flatMap((name) => [
          `${name}:`,
          `  description: ${quoted((outputs[name] as Entry).description)}`,
          `  value: \${{ ${from}.outputs.${name} }}`,
        ])
      default:
        throw new Error(`No block is called ${kind}`)
    }
  })()
  return lines.map((line) => indent + line)
}

function inputLines(name: string, { description, default: given, required }: Entry): readonly string[] {
  const standard = given === undefined || String(given) === '' ? '' : ` Unset: \`${given}\`.`
  return [
    `${name}:`,
    `  description: ${quoted(description + standard)}`,
    '  type: string',
    required === true ? '  required: true' : "  default: ''",
  ]
}

/** GitHub evaluates no expressions in descriptions; the text is taken as it is. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** deploy/action.yml: the action of the root for `$/deploy`, which needs a folder. */
export function deployActionFile(rootAction: string): string {
  return `# Generated from action.yml of the root by "npm run docs".\n${rootAction.replaceAll(/^( {2}(?:pre|main|post): )dist\//gm, '$1../dist/')}`
}
