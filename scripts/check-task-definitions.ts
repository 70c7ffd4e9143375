/** `npm run check:task-definitions -- FOLDER`: can these files be deployed? See USAGE. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import * as ecs from '@aws-sdk/client-ecs'
import { type Checked, formatProblem, type Problem } from '../src/problem.ts'
import { loadTaskDefinition } from '../src/task-definition/load.ts'
import { renderTaskDefinition, stripForRegistration } from '../src/task-definition/render.ts'
import type { TaskDefinition } from '../src/task-definition/task-definition.ts'

const USAGE = `Usage: npm run check:task-definitions -- FOLDER [--variables NAME=VALUE ...]

Loads and renders every .json, .jsonc, .yaml and .yml file in FOLDER and its folders as a deployment would, and checks the
resulting RegisterTaskDefinition request against the schema of the AWS SDK. Nothing is sent.

Prints "ok  path" or "refused  path:line:column: reason" for each file, then how many there are of each. Ends with 0 when all
files were looked at, whether or not they were refused, and with 2 when the arguments are wrong.

For this check only, a file gets what a deployment would give it:
  placeholders   {{x}}, \${x}, <x>, __x__ and %x%, also outside of quotes, become 80, 81, … with as many zeros before it as
                 keep every place in the file. Placeholders that stand for several values or for true/false stay refused.
                 With --variables, \${NAME} is replaced as the input "variables" does it, and a name without value is refused.
  family         "check" where the file names none
  image          "check" for every container without one`

type Arguments = { readonly folder: string; readonly variables?: ReadonlyMap<string, string> }

type Result = { readonly notices: number } | { readonly problems: readonly Problem[] }

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  const parsed = parseArguments(args)
  if (typeof parsed === 'string') {
    console.error(`${parsed}\n\n${USAGE}`)
    return 2
  }
  const files = definitionFiles(parsed.folder)
  let refused = 0
  for (const file of files) {
    const result = await checkText(readFileSync(file, 'utf8'), file, parsed.variables)
    if ('problems' in result) refused += 1
    console.log(resultLine(file, result))
  }
  console.log(`${files.length} files, ${files.length - refused} render, ${refused} refused`)
  return 0
}

function parseArguments(args: readonly string[]): Arguments | string {
  const split = args.indexOf('--variables')
  const [folder, ...rest] = split === -1 ? args : args.slice(0, split)
  if (folder === undefined || rest.length > 0) return 'Give one folder.'
  const stranger = args.find((word) => word.startsWith('-') && word !== '--variables')
  if (stranger !== undefined) return `There is no option "${stranger}".`
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `There is no folder "${folder}".`
  if (split === -1) return { folder }
  const pairs = args.slice(split + 1).map((word) => /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(word))
  if (pairs.length === 0 || pairs.includes(null)) return 'After --variables, give NAME=VALUE, once or more.'
  return { folder, variables: new Map(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])) }
}

function definitionFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jsonc?|ya?ml)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function resultLine(file: string, result: Result): string {
  if ('notices' in result) return `ok  ${file}${result.notices > 0 ? `  (${result.notices} notices)` : ''}`
  const [first, ...others] = result.problems
  const more = others.length > 0 ? ` (+${others.length} more)` : ''
  return `refused  ${first ? formatProblem(first).replaceAll('\n', ' ') : file}${more}`
}

/** Everything that a deployment does with a file before it is registered. */
export async function checkText(text: string, file: string, variables?: ReadonlyMap<string, string>): Promise<Result> {
  const loaded = loadTaskDefinition(withPlaceholderValues(text, variables !== undefined), {
    file,
    ...(variables && { variables }),
  })
  if (!loaded.ok) return loaded
  const { definition, tags, notices } = loaded.value
  const rendered = renderWithImages({ ...definition, family: definition.family ?? 'check' })
  if (!rendered.ok) return { problems: rendered.problems.map((problem) => ({ ...problem, file, line: 1, column: 1 })) }
  const request = { ...stripForRegistration(rendered.value.definition), ...(tags.length > 0 && { tags }) }
  const complaints = [...(await lostInTransit(request)), ...schemaComplaints(request)]
  if (complaints.length > 0) return { problems: complaints.map((message) => ({ message, file, line: 1, column: 1 })) }
  return { notices: notices.length + rendered.value.notes.length }
}

/** The text with a number of its own for every placeholder, none of its characters moved. */
export function withPlaceholderValues(text: string, keepVariables: boolean): string {
  const dialects = [/\{\{[^{}\r\n]*\}\}/g, /<[A-Za-z_][^<>"\r\n]*>/g, /__\w+?__/g, /%[A-Za-z_]\w*%/g]
  if (!keepVariables) dialects.push(/\$\{[^{}\r\n]*\}/g)
  const numbers = new Map<string, number>()
  const numbered = (found: string) => {
    const number = numbers.get(found) ?? 80 + numbers.size
    numbers.set(found, number)
    return String(number).padStart(found.length, '0')
  }
  return dialects.reduce((result, dialect) => result.replace(dialect, numbered), text)
}

function renderWithImages(definition: TaskDefinition): Checked<{ definition: TaskDefinition; notes: string[] }> {
  const images = (definition.containerDefinitions ?? [])
    .filter(({ image }) => !image?.trim())
    .map(({ name }) => ({ container: name ?? '', image: 'check' }))
  return renderTaskDefinition(definition, { images, overrides: {} })
}

/** Sends the request through the SDK's own client up to where it would leave the machine, and compares what would be sent. */
async function lostInTransit(request: TaskDefinition): Promise<string[]> {
  let body = ''
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }
  const client = new ecs.ECSClient({ region: 'eu-west-1', credentials })
  client.middlewareStack.add(
    () => async (args) => {
      body = new TextDecoder().decode((args.request as { body: Uint8Array }).body)
      return { output: { $metadata: {} }, response: {} }
    },
    { step: 'build', name: 'captureBody' },
  )
  await client.send(new ecs.RegisterTaskDefinitionCommand(request))
  return isDeepStrictEqual(JSON.parse(body), JSON.parse(JSON.stringify(request)))
    ? []
    : ['The AWS SDK would not send this definition as it was rendered.']
}

type Schema = number | readonly unknown[] | (() => Schema)

/** What the SDK's schema says about the request; written apart from src/task-definition, so that one can find the other wrong. */
export function schemaComplaints(request: unknown): string[] {
  return complaintsAbout(
    request,
    (ecs as unknown as Record<string, Schema>).RegisterTaskDefinitionRequest$ ?? 0,
    'request',
  )
}

// Schemas: 0 text, 1 number, 2 boolean, 64|x list of x, 128|x map of x; [1, …, item] list, [2, …, key, value] map,
// [3|4, …, names, schemas, required] structure or union; a function refers to a schema, [schema, traits] decorates one.
function complaintsAbout(value: unknown, schema: Schema, place: string): string[] {
  if (typeof schema === 'function') return complaintsAbout(value, schema(), place)
  if (typeof schema === 'number') {
    if (schema & 64) return complaintsAboutList(value, schema & ~64, place)
    if (schema & 128) return complaintsAboutMap(value, schema & ~128, place)
    const wanted = ['string', 'number', 'boolean'][schema]
    return typeof value === wanted ? [] : [`${place}: the schema wants a ${wanted}`]
  }
  const [kind, , , , first, second, required] = schema
  if (typeof kind !== 'number' || schema.length === 2) return complaintsAbout(value, kind as Schema, place)
  if (kind === 1) return complaintsAboutList(value, first as Schema, place)
  if (kind === 2) return complaintsAboutMap(value, second as Schema, place)
  return complaintsAboutStructure(value, first as string[], second as Schema[], Number(required ?? 0), place)
}

function complaintsAboutList(value: unknown, item: Schema, place: string): string[] {
  if (!Array.isArray(value)) return [`${place}: the schema wants a list`]
  return value.flatMap((element, index) => complaintsAbout(element, item, `${place}[${index}]`))
}

function complaintsAboutMap(value: unknown, item: Schema, place: string): string[] {
  if (!isRecord(value)) return [`${place}: the schema wants a map`]
  return Object.entries(value).flatMap(([key, member]) => complaintsAbout(member, item, `${place}.${key}`))
}

function complaintsAboutStructure(
  value: unknown,
  names: string[],
  schemas: Schema[],
  required: number,
  place: string,
): string[] {
  if (!isRecord(value)) return [`${place}: the schema wants a structure`]
  const missing = names.slice(0, required).filter((name) => value[name] === undefined)
  return [
    ...missing.map((name) => `${place}.${name}: the schema requires it`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const index = names.indexOf(name)
      return index === -1
        ? [`${place}.${name}: the schema does not know it`]
        : complaintsAbout(member, schemas[index] ?? 0, `${place}.${name}`)
    }),
  ]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2))
