/** What is linted, and what becomes of findings; and what the templates come with. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { substituted } from '../../scripts/chain/scratch.ts'
import { notesOf } from '../../scripts/release-notes.ts'
import { isNewEnough } from '../../scripts/tools/install.ts'
import { judge } from '../../scripts/workflow-lint/accepted.ts'
import { local } from '../../scripts/workflow-lint/actionlint.ts'
import { collect } from '../../scripts/workflow-lint/collect.ts'
import { own, templates } from './files.ts'

describe('findings', () => {
  const finding = { tool: 'zizmor', rule: 'unpinned-uses', place: 'docs/a.md', line: 3, message: 'not pinned' }
  const entry = { tool: 'zizmor', rule: 'unpinned-uses', where: 'docs/**', why: 'An example.' }

  test('that nothing explains are told', () => {
    expect(judge([finding], [])).toMatchObject({ unexplained: [finding], explained: 0 })
    expect(judge([finding], [{ ...entry, where: 'README.md' }]).unexplained).toEqual([finding])
    expect(judge([finding], [{ ...entry, rule: 'artipacked' }]).unexplained).toEqual([finding])
    expect(judge([finding], [{ ...entry, says: 'something else' }]).unexplained).toEqual([finding])
  })

  test('that are explained pass', () => {
    expect(judge([finding, finding], [{ ...entry, says: 'pinned' }])).toEqual({
      unexplained: [],
      unused: [],
      explained: 2,
    })
  })

  test('an explanation that nothing needs is told, and one that does not say why is refused', () => {
    expect(judge([], [entry]).unused).toEqual([entry])
    expect(() => judge([], [{ ...entry, why: ' ' }])).toThrow('does not say why')
  })
})

describe('what is linted', () => {
  const sources = collect('.')

  test('is every workflow, every template, and every block of the pages', () => {
    const places = sources.map(({ place }) => place)
    expect(places).toEqual(expect.arrayContaining([...own, ...templates].map(({ place }) => place)))
    expect(places).toEqual(expect.arrayContaining(['README.md', 'docs/workflows.md', 'docs/rollback.md']))
  })

  test('keeps the lines of blocks that are a part of a workflow', () => {
    for (const { place, offset, text } of sources) {
      const page = readFileSync(place, 'utf8').split('\n')
      const lines = text.split('\n')
      const uses = lines.findLastIndex((line) => /\buses: /.test(line) && offset + lines.indexOf(line) >= 0)
      if (
        uses !== -1 &&
        place.endsWith('.md') &&
        page[uses + offset] !== undefined &&
        (lines[uses] ?? '').trim() !== '- uses: org/ecs-deploy@v1'
      )
        expect(page[uses + offset]?.trim()).toBe(lines[uses]?.trim())
    }
  })
})

test('actionlint sees our actions and workflows as those of the repository', () => {
  expect(local('- uses: $/deploy')).toBe('- uses: ./deploy')
  expect(local('uses: org/ecs-deploy/.github/workflows/a.yml@v1')).toBe('uses: ./.github/workflows/a.yml')
  expect(local('uses: org/ecs-deploy@v1')).toBe('uses: ./deploy')
  expect(local('uses: other/ecs-deploy@v1')).toBe('uses: other/ecs-deploy@v1')
})

test('every substitution of the chain still fits something', () => {
  const all = own.map(({ text }) => text).join('\n')
  const changed = substituted(all, '127.0.0.1:5000')
  expect(all).toMatch(/uses: \$\//)
  expect(changed).not.toMatch(/uses: \$\/|deployment: false|image: \$\{\{ steps\.pushed|ghcr\.io\//)
  expect(changed).toContain('tags: 127.0.0.1:5000/${{ inputs.image }}')
  expect(all).toContain('image: ${{ steps.pushed.outputs.image }}')
  expect(changed.split('\n').length).toBe(all.split('\n').length - [...all.matchAll(/deployment: false/g)].length)
})

test.each([
  ['go version go1.26.8 linux/amd64', true],
  ['go version go1.25.0 darwin/arm64', true],
  ['go version go1.19 linux/amd64', false],
  ['', false],
])('Go: "%s" is new enough: %s', (told, enough) => {
  expect(isNewEnough(told)).toBe(enough)
})

test('the notes of a release are what the changelog says about it', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- a\n\n## [1.2.3] - 2026-01-01\n\n- b\n\n## 1.2.2\n\n## v1.2\n\n- d\n'
  expect(notesOf(changelog, '1.2.3')).toBe('- b')
  expect(notesOf(changelog, '1.2.2')).toBeUndefined()
  expect(notesOf(changelog, '1.2')).toBe('- d')
  expect(notesOf(changelog, '1x2.3')).toBeUndefined()
})

describe.each(templates.map((file) => [file.place, file] as const))('%s', (place, { text }) => {
  test('has its properties and its icon', () => {
    const properties = JSON.parse(readFileSync(place.replace(/\.yml$/, '.properties.json'), 'utf8')) as Record<
      string,
      string
    >
    expect(properties.name).toMatch(/\S/)
    expect(properties.description).toMatch(/\S/)
    expect(existsSync(`workflows-templates/${properties.iconName}.svg`)).toBe(true)
  })

  test('says what it is, and where to edit it', () => {
    expect(text).toMatch(/^# /)
    expect(text).toMatch(/marked with EDIT/)
    expect([...text.matchAll(/# EDIT/g)].length).toBeGreaterThanOrEqual(3)
  })
})
