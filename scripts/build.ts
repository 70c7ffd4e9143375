/** Builds dist/: one bundle, its lazily loaded chunks, and a launcher for each stage of each action. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stages = [
  ['deploy', 'main'],
  ['deploy', 'post'],
] as const

/** Builds into `folder`, which is emptied first: ncc leaves old chunks lying about. */
export function build(folder: string): void {
  rmSync('lib', { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
  node(
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    'lib/index.js',
    '-o',
    folder,
    '-C',
    '--license',
    'licenses.txt',
    '-q',
  )
  for (const [action, stage] of stages) {
    const launcher = `import { run } from './index.js'\nawait run('${action}', '${stage}')\n`
    writeFileSync(join(folder, `${action}-${stage}.js`), launcher)
  }
}

function node(...words: string[]): void {
  execFileSync(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] })
}

if (import.meta.filename === process.argv[1]) build('dist')
