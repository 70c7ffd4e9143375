import { parseCommand } from './command-words.ts'
import type { WantedInputName, WantedInputReader } from './deploy-input-names.ts'
import type { NamedValues, Overrides } from './deploy-inputs.ts'
import type { Parser } from './input-reader.ts'
import { contentLines, type PairRules, parsePairs } from './lines.ts'
import { bad, good } from './parsed.ts'
import { parseChoice, parseForm } from './scalars.ts'
import { withoutAbsent } from './without-absent.ts'

export const variableNames: PairRules = {
  name: /^[A-Za-z_][\w.:-]*$/,
  nameIs: 'the name of a variable (letters, digits, "_", ".", ":", "-")',
}
const anyNames: PairRules = { name: /^[^\s=]+$/, nameIs: 'a name without spaces' }

/** Reads what the run changes in the task definition besides images; what is not given is not in the result. */
export function readOverrides(reader: WantedInputReader): Overrides {
  const environment = readNamedValues(reader, 'environment-variables', 'environment-variables-strategy', variableNames)
  const secrets = readNamedValues(reader, 'secrets', 'secrets-strategy', variableNames)
  refuseSharedNames(reader, environment, secrets)
  return withoutAbsent<Overrides>({
    environment,
    secrets,
    dockerLabels: readNamedValues(reader, 'docker-labels', 'docker-labels-strategy', anyNames),
    envFiles: reader.takeLines('env-files', parseEnvFiles),
    command: reader.take('command', parseCommand),
    logDriver: reader.text('log-configuration-log-driver'),
    logOptions: readNamedValues(reader, 'log-configuration-options', 'log-configuration-options-strategy', anyNames),
    cpu: reader.take('cpu', parseCpu),
    memory: reader.take('memory', parseMemory),
    taskRoleArn: reader.take('task-role-arn', parseRole),
    executionRoleArn: reader.take('execution-role-arn', parseRole),
  })
}

export const parseCpu = parseForm(
  /^(?:\d+|\d*\.?\d+ ?vcpu)$/i,
  'a number of CPU units such as 256, or of vCPU such as "0.5 vCPU"',
)
export const parseMemory = parseForm(/^(?:\d+|\d*\.?\d+ ?gb)$/i, 'a number of MiB such as 512, or of GB such as "2 GB"')

// RegisterTaskDefinition takes the name of a role or its full ARN; the partition differs (aws, aws-cn, aws-eusc, …).
export const parseRole = parseForm(
  /^(?:arn:[\w-]+:iam::\d{12}:role\/\S+|[\w+=,.@-]+)$/,
  'the ARN or the name of a role',
)

// ECS takes only files that end in .env (API reference, EnvironmentFile).
const parseEnvFiles: Parser<readonly string[]> = (text) => {
  const lines = contentLines(text)
  const wrong = lines.filter((line) => !/^arn:[\w-]+:s3:::[^/\s,]+\/[^\s,]+\.env$/.test(line.text))
  if (wrong.length === 0) return good(lines.map((line) => line.text))
  return bad(
    ...wrong.map(
      ({ number }) => `Line ${number} is not the ARN of a .env file in S3, e.g. arn:aws:s3:::bucket/app.env.`,
    ),
  )
}

function readNamedValues(
  reader: WantedInputReader,
  input: WantedInputName,
  strategyInput: WantedInputName,
  rules: PairRules,
): NamedValues | undefined {
  const strategy = reader.take(strategyInput, parseChoice<'merge' | 'replace'>(['merge', 'replace']))
  const pairs = reader.takeLines(input, parsePairs(rules))
  if (strategy === 'replace' && reader.lines(input) === undefined) {
    reader.refuse(strategyInput, `"replace" needs ${input}: with nothing to put in its place, nothing is replaced.`)
  }
  if (pairs === undefined || strategy === undefined) return undefined
  return { strategy, values: pairs.map(({ name, value }) => ({ name, value })) }
}

function refuseSharedNames(reader: WantedInputReader, environment?: NamedValues, secrets?: NamedValues): void {
  const names = new Set(environment?.values.map(({ name }) => name))
  for (const { name } of secrets?.values ?? []) {
    if (names.has(name))
      reader.refuse('secrets', `${name} is also in environment-variables. A container can have it once; leave one.`)
  }
}
