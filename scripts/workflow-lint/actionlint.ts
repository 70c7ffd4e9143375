/**
 * actionlint, in a scratch copy in which `$/path`, which it does not know, and `org/ecs-deploy/path@v1` are `./path`, so that it compares
 * what is given to our actions and workflows with what they take. Lines and columns stay nearly what they were.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { goTool } from '../tools/install.ts'
import { run } from '../tools/run.ts'
import type { Linter } from './collect.ts'

type Told = { readonly message: string; readonly filepath: string; readonly line: number; readonly kind: string }

export const actionlint: Linter = async (sources, folder, root) => {
  const copy = join(folder, 'actionlint')
  const workflows = join(copy, '.github/workflows')
  mkdirSync(workflows, { recursive: true })
  // Where a project begins.
  mkdirSync(join(copy, '.git'))
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
  for (const { name } of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    if (existsSync(join(root, name, 'action.yml')))
      cpSync(join(root, name, 'action.yml'), join(copy, name, 'action.yml'))
  const files = sources.map(({ place, text }, index) => {
    // Reusable workflows keep their names, so that those who call them find them.
    const name = place.startsWith('.github/workflows/') ? basename(place) : `shown-${index}.yml`
    writeFileSync(join(workflows, name), local(text))
    return join('.github/workflows', name)
  })
  const words = ['-format', '{{json .}}', '-shellcheck=', '-pyflakes=', ...files]
  const { code, output } = await run(await goTool('actionlint'), words, { cwd: copy })
  if (code !== 0 && code !== 1) throw new Error(`actionlint ended with ${code}:\n${output}`)
  return (JSON.parse(output) as readonly Told[]).map(({ message, filepath, line, kind }) => {
    const source = sources[files.indexOf(filepath)]
    if (source === undefined) throw new Error(`actionlint tells of ${filepath}, which it was not given`)
    return { tool: 'actionlint', rule: kind, place: source.place, line: line + source.offset, message }
  })
}

/** The action of the root stands in deploy/, too. */
export function local(text: string): string {
  return text
    .replaceAll(/\buses: \$\//g, 'uses: ./')
    .replaceAll(/\buses: org\/ecs-deploy\/([\w./-]+)@v1/g, 'uses: ./$1')
    .replaceAll(/\buses: org\/ecs-deploy@v1/g, 'uses: ./deploy')
}
