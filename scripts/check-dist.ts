/** dist/ is what users run: it must be exactly what the sources build. Exits 1 and names the files that differ. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'

// Inside the project, because the nearest package.json decides what ncc writes.
const fresh = mkdtempSync('.fresh-dist-')
try {
  build(fresh)
  const names = [...new Set([...readdirSync('dist'), ...readdirSync(fresh)])].sort()
  const differing = names.filter((name) => read('dist', name) !== read(fresh, name))
  if (differing.length > 0) {
    console.error(`dist/ is not what the sources build: ${differing.join(', ')}. Run: npm run build`)
    process.exitCode = 1
  } else console.log(`dist/ equals a fresh build (${names.length} files)`)
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

function read(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}
