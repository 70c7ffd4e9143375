/** `npm run check:task-definitions -- FOLDER`: can these files be deployed? See USAGE. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Checked, formatProblem } from '../src/problem.ts'
import { deployTwice } from './check-task-definitions/deploy-twice.ts'
import { familyForNone, imageForNone, renderFile } from './check-task-definitions/render-file.ts'

export { schemaComplaints } from './check-task-definitions/schema.ts'

const USAGE = `Usage: npm run check:task-definitions -- FOLDER [--deploy] [--variables NAME=VALUE ...]

Loads and renders every .json, .jsonc, .yaml and .yml file in FOLDER and its folders as a deployment would, and checks the
resulting RegisterTaskDefinition request against the schema of the AWS SDK. Nothing is sent.

Prints "ok  path" or "refused  path:line:column: reason" for each file, then how many there are of each. Ends with 0 when all
files were looked at, whether or not they were refused, and with 2 when the arguments are wrong.

For this check only, a file gets what a deployment would give it:
  placeholders   {{x}}, \${x}, <x>, __x__ and %x%, also outside of quotes, and "$x" become 80, 81, … with as many zeros
                 before it as keep every place in the file. Placeholders that stand for several values or for true/false stay refused.
                 With --variables, \${NAME} is replaced as the input "variables" does it, and a name without value is refused.
  family         "${familyForNone}" where the file names none
  image          "${imageForNone}" for every container without one

With --deploy, every file that renders is then deployed twice by the built action (dist/, see npm run build) to a simulator of
ECS, where a service runs the same definition with other images. Prints "deployed, then unchanged  path", or what went wrong.
Ends with 1 unless the first run of every such file deployed it and the second found nothing to do and changed nothing.
All images exist there, and all secrets. For this, private ECR hosts in the file become the host of the simulated account,
and an image that is named by digest is named by a tag instead.`

type Arguments = {
  readonly folder: string
  readonly deploy: boolean
  readonly variables?: ReadonlyMap<string, string>
}

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
  const rendering: string[] = []
  for (const file of files) {
    const result = await renderFile(readFileSync(file, 'utf8'), file, parsed.variables)
    if (result.ok) rendering.push(file)
    if (!result.ok || !parsed.deploy) console.log(resultLine(file, result))
  }
  console.log(`${files.length} files, ${rendering.length} render, ${files.length - rendering.length} refused`)
  return parsed.deploy ? deployAll(rendering, parsed.variables) : 0
}

function parseArguments(args: readonly string[]): Arguments | string {
  const split = args.indexOf('--variables')
  const words = split === -1 ? args : args.slice(0, split)
  const stranger = words.find((word) => word.startsWith('-') && word !== '--deploy')
  if (stranger !== undefined) return `There is no option "${stranger}".`
  const deploy = words.includes('--deploy')
  const [folder, ...rest] = words.filter((word) => word !== '--deploy')
  if (folder === undefined || rest.length > 0) return 'Give one folder.'
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `There is no folder "${folder}".`
  if (split === -1) return { folder, deploy }
  const pairs = args.slice(split + 1).map((word) => /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(word))
  if (pairs.length === 0 || pairs.includes(null)) return 'After --variables, give NAME=VALUE, once or more.'
  return { folder, deploy, variables: new Map(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])) }
}

function definitionFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jsonc?|ya?ml)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function resultLine(file: string, result: Checked<{ readonly notices: number }>): string {
  if (result.ok) return `ok  ${file}${result.value.notices > 0 ? `  (${result.value.notices} notices)` : ''}`
  const [first, ...others] = result.problems
  const more = others.length > 0 ? ` (+${others.length} more)` : ''
  return `refused  ${first ? formatProblem(first).replaceAll('\n', ' ') : file}${more}`
}

/** @returns the exit code: 0 if all are unchanged the second time. */
async function deployAll(files: readonly string[], variables?: ReadonlyMap<string, string>): Promise<0 | 1> {
  const folder = mkdtempSync(join(tmpdir(), 'check-task-definitions-'))
  const waiting = files.entries()
  let failed = 0
  const deployNext = async (): Promise<void> => {
    for (const [index, file] of waiting) {
      const wrong = await deployTwice(readFileSync(file, 'utf8'), file, join(folder, String(index)), variables)
      if (wrong !== undefined) failed += 1
      console.log(wrong === undefined ? `deployed, then unchanged  ${file}` : `failed  ${file}: ${wrong}`)
    }
  }
  await Promise.all([deployNext(), deployNext()])
  console.log(`${files.length} deployed twice, ${files.length - failed} unchanged the second time, ${failed} not`)
  if (failed === 0) rmSync(folder, { recursive: true })
  else console.log(`What the runs wrote is in ${folder}`)
  return failed === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2))
