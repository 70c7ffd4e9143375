import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { schemaComplaints } from '../../scripts/check-task-definitions.ts'

const script = fileURLToPath(new URL('../../scripts/check-task-definitions.ts', import.meta.url))
const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('says of every file whether it renders, or where and why not', () => {
  mkdirSync(join(folder, 'inner'))
  const files = {
    'a.json':
      '{"containerDefinitions": [{"name": "{{name}}", "portMappings": [{"containerPort": ${PORT}}], "command": [ {{words}} ]}]}',
    'b.json': '{\n  "famly": "f",\n  "containerDefinitions": [{"name": "app", "cpu": "x"}]\n}',
    'inner/c.yaml': 'family: f\ncontainerDefinitions:\n  - name: app\n    image: a:<tag>\n',
    'd.txt': 'not looked at',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  expect(execFileSync(node, [script, folder], { encoding: 'utf8' }).split('\n')).toStrictEqual([
    `ok  ${folder}/a.json  (1 notices)`,
    `refused  ${folder}/b.json:2:3: Unknown member "famly" in a task definition; did you mean "family"? (+1 more)`,
    `ok  ${folder}/inner/c.yaml`,
    '3 files, 2 render, 1 refused',
    '',
  ])
})

test('fills in variables as a deployment does', () => {
  writeFileSync(join(folder, 'a.json'), '{"containerDefinitions": [{"name": "${NAME}", "user": "${USER}"}]}')
  const output = execFileSync(node, [script, folder, '--variables', 'NAME=app'], { encoding: 'utf8' })
  expect(output).toContain(`refused  ${folder}/a.json:1:56: The placeholder \${USER} has no value.`)
})

test.each([
  [[]],
  [['no-such-folder']],
  [['--wrong', '.']],
  [['.', 'src']],
  [['src', '--variables']],
  [['src', '--variables', 'NAME']],
])('%j is not understood', (args) => {
  const { status, stderr } = spawnSync(node, [script, ...args], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('Usage: npm run check:task-definitions -- FOLDER')
})

test("the SDK's schema finds what must not be sent", () => {
  const request = {
    status: 'ACTIVE',
    containerDefinitions: [
      { portMappings: [{ containerPort: '80' }], command: 'x', dockerLabels: { a: 1 }, secrets: [{}] },
    ],
  }
  expect(schemaComplaints(request)).toStrictEqual([
    'request.family: the schema requires it',
    'request.status: the schema does not know it',
    'request.containerDefinitions[0].portMappings[0].containerPort: the schema wants a number',
    'request.containerDefinitions[0].command: the schema wants a list',
    'request.containerDefinitions[0].dockerLabels.a: the schema wants a string',
    'request.containerDefinitions[0].secrets[0].name: the schema requires it',
    'request.containerDefinitions[0].secrets[0].valueFrom: the schema requires it',
  ])
})
