/** Builds dist/: one bundle, its lazily loaded chunks, and a launcher for each stage of each action. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stages = [
  ['deploy', 'main'],
  ['deploy', 'post'],
  ['rollback', 'main'],
  ['plan', 'main'],
  ['run-task', 'main'],
  ['run-task', 'post'],
] as const

/** Builds into `folder`, which it replaces: ncc leaves old chunks lying about. A build that fails leaves it as it was. */
export function build(folder: string): void {
  // Beside the project's package.json: the nearest one decides that ncc writes an ES module.
  const fresh = mkdtempSync('.fresh-dist-')
  try {
    rmSync('lib', { recursive: true, force: true })
    node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
    node(
      'node_modules/@vercel/ncc/dist/ncc/cli.js',
      'build',
      'lib/index.js',
      '-o',
      fresh,
      '-C',
      '--license',
      'licenses.txt',
      '-q',
    )
    for (const [action, stage] of stages) {
      const launcher = `import { run } from './index.js'\nawait run('${action}', '${stage}')\n`
      writeFileSync(join(fresh, `${action}-${stage}.js`), launcher)
    }
    chmodSync(fresh, 0o755)
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function node(...words: string[]): void {
  execFileSync(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] })
}

if (import.meta.filename === process.argv[1]) build('dist')
