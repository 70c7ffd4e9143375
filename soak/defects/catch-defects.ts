/** Puts mistakes into copies of the action, one at a time, and looks whether the judge catches each. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAction } from '../action.ts'
import { trySeed, warmUp } from '../run/result.ts'
import { playSeeds, type Range } from '../run/workers.ts'
import type { Defect, Edit } from './defect.ts'
import { defects } from './defects.ts'

const folder = join('.tmp', 'soak')

/** @param only part of the name of a defect; @returns the exit code: 1 if one was not caught */
export async function catchDefects(range: Range, workers: number, only = ''): Promise<number> {
  for (const defect of defects) rmSync(copyWith(defect, join(folder, 'fits')), { recursive: true, force: true })
  const sound = await loadAction('src')
  await warmUp(sound)
  let missed = 0
  for (const defect of defects.filter(({ name }) => name.includes(only))) {
    const source = copyWith(defect, join(folder, defect.name.replace(/\W+/g, '-')))
    const found: { caught?: string } = {}
    let played = 0
    await playSeeds(source, range, workers, 'no groups', async ({ seed, violations }) => {
      played += 1
      if (found.caught !== undefined || violations.length === 0) return found.caught === undefined
      // What the sound action does as well says nothing about the defect.
      const { violations: anyway } = await trySeed(seed, sound)
      const own = violations.find(({ check }) => !anyway.some((one) => one.check === check))
      if (own !== undefined) found.caught ??= `seed ${seed}, "${own.check}": ${own.why.split('\n')[0]}`
      return found.caught === undefined
    })
    if (found.caught === undefined) missed += 1
    console.log(
      `${defect.name}: ${found.caught === undefined ? 'NOT CAUGHT' : `caught by ${found.caught}`} (${played} runs)`,
    )
    rmSync(source, { recursive: true, force: true })
  }
  return missed > 0 ? 1 : 0
}

/** @throws Error if the text to replace does not stand there exactly once: the action has changed, and so must the defect */
export function copyWith({ name, edits }: Defect, target: string): string {
  rmSync(target, { recursive: true, force: true })
  cpSync('src', target, { recursive: true })
  for (const edit of edits) {
    const path = join(target, edit.file)
    writeFileSync(path, edited(readFileSync(path, 'utf8'), edit, name))
  }
  return target
}

function edited(text: string, { file, find, replace }: Edit, name: string): string {
  const count = text.split(find).length - 1
  if (count !== 1) throw new Error(`${name}: ${file} has the text to replace ${count} times:\n${find}`)
  return text.replace(find, () => replace)
}
