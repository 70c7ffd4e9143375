import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { copyWith } from '../../soak/defects/catch-defects.ts'
import { defects } from '../../soak/defects/defects.ts'

test.each(defects.map((defect) => [defect.name, defect] as const))('%s fits the action as it is', (_name, defect) => {
  const folder = mkdtempSync(join(tmpdir(), 'soak-defect-'))
  expect(copyWith(defect, folder)).toBe(folder)
  rmSync(folder, { recursive: true, force: true })
})

test('a defect that does not fit any more is an error that names its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soak-defect-'))
  const outdated = { name: 'outdated', edits: [{ file: 'problem.ts', find: 'no such text', replace: '' }] }
  expect(() => copyWith(outdated, folder)).toThrow('problem.ts')
  rmSync(folder, { recursive: true, force: true })
})
