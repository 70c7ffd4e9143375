/** zizmor: what is unsafe in workflows. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zizmor as installed } from '../tools/install.ts'
import type { Linter } from './collect.ts'

type Told = {
  readonly ident: string
  readonly desc: string
  readonly locations: readonly {
    readonly symbolic: {
      readonly annotation: string
      readonly kind: string
      readonly key: { readonly Local?: { readonly verbatim_path: string } }
    }
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } }
  }[]
}

export const zizmor: Linter = async (sources, folder) => {
  const workflows = join(folder, 'zizmor/.github/workflows')
  mkdirSync(workflows, { recursive: true })
  const files = sources.map(({ text }, index) => {
    const file = join(workflows, `source-${index}.yml`)
    writeFileSync(file, text)
    return file
  })
  const start = await installed()
  const words = [
    '--offline',
    '--quiet',
    '--no-progress',
    '--no-exit-codes',
    '--persona',
    'regular',
    '--format',
    'json',
    ...files,
  ]
  const { code, output } = await start(words)
  if (code !== 0) throw new Error(`zizmor ended with ${code}:\n${output}`)
  return (JSON.parse(output) as readonly Told[]).map(({ ident, desc, locations }) => {
    const place = locations.find(({ symbolic }) => symbolic.kind === 'Primary') ?? locations[0]
    const source = sources[files.indexOf(place?.symbolic.key.Local?.verbatim_path ?? '')]
    if (source === undefined) throw new Error(`zizmor tells of a file that it was not given: ${JSON.stringify(place)}`)
    const line = (place?.concrete.location.start_point.row ?? 0) + 1 + source.offset
    return { tool: 'zizmor', rule: ident, place: source.place, line, message: `${desc}: ${place?.symbolic.annotation}` }
  })
}
