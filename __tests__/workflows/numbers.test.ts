/**
 * Arithmetic of bash evaluates values as expressions: of `a[$(command)0]` it runs the command. So in the scripts of workflows and templates no
 * value from outside gets into `(( ))`, `$(( ))` or `[[ -gt ]]` unless it was matched by a pattern of digits before.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { jobsOf, own, reusable, templates } from './files.ts'
import { runScript, type Texts } from './runner.ts'

const scriptsOf = (files: typeof own) =>
  jobsOf(files).flatMap(([name, job]) =>
    (job.steps ?? []).flatMap(({ run, env }, index) =>
      run === undefined ? [] : [{ place: `${name}, step ${index + 1}`, script: run, env: env ?? {} }],
    ),
  )

/** What stands in arithmetic: where it begins, and its text. */
function arithmeticIn(script: string): readonly { readonly at: number; readonly text: string }[] {
  const found: { at: number; text: string }[] = []
  for (const { index } of script.matchAll(/\(\(/g)) {
    let depth = 0
    let end = index
    do {
      if (script[end] === '(') depth += 1
      if (script[end] === ')') depth -= 1
      end += 1
    } while (depth > 0 && end < script.length)
    found.push({ at: index, text: script.slice(index, end) })
  }
  for (const { index, 0: text } of script.matchAll(
    /\[\[? [^\n]*? -(?:eq|ne|lt|le|gt|ge) [^\n]*? \]|\blet [^\n]+|\b(?:declare|local|typeset) -\w*i[^\n]*/g,
  ))
    found.push({ at: index, text })
  return found
}

/** Names in arithmetic whose values come from outside: from the environment, or out of a program, without a look at them before. */
function unchecked(script: string, env: Readonly<Record<string, unknown>>): readonly string[] {
  const functions = new Set([...script.matchAll(/^ *(\w+)\(\) /gm)].map(([, name = '']) => name))
  // What counts, or calculates by itself.
  const counting = /^grep -c|(?:^|\| )wc -l|^awk -v .*'BEGIN \{/
  // Whole, and of nothing but digits.
  const isChecked = (name: string, before: number) =>
    new RegExp(`"\\$\\{?${name}\\}?" =~ \\^[\\[\\]\\d(){},|+*-]+\\$ `).test(script.slice(0, before))
  const isFromOutside = (name: string, before: number): boolean => {
    if (isChecked(name, before)) return false
    if (Object.hasOwn(env, name)) return true
    const assignments = script.matchAll(new RegExp(`(?:^|[\\s;({])${name}="?(\\$\\(\\(|\\$\\(|\\$\\{?)([^\\n]*)`, 'g'))
    return [...assignments].some(({ index, 1: kind, 2: rest = '' }) => {
      const word = rest.match(/^\w+/)?.[0] ?? ''
      if (kind === '$(') return !functions.has(word) && !counting.test(rest)
      return kind !== '$((' && word !== name && isFromOutside(word, index)
    })
  }
  return arithmeticIn(script).flatMap(({ at, text }) => {
    // How many there are of something is a number.
    const names = new Set(text.replaceAll(/\$\{#[^}]*\}/g, '').match(/[A-Za-z_]\w*/g))
    return [...names].filter((name) => isFromOutside(name, at))
  })
}

describe('the search finds', () => {
  test.each<[string, string, readonly string[]]>([
    ['a value of the environment', 'end=$((SECONDS + LIMIT * 60))', ['LIMIT']],
    ['one with a dollar sign', 'if (($LIMIT > 3)); then :; fi', ['LIMIT']],
    ['a comparison', 'if [[ "$LIMIT" -gt 3 ]]; then :; fi', ['LIMIT']],
    ['a declaration', 'declare -i x=LIMIT', ['LIMIT']],
    ['what a program has said', 'n=$(jq .n file)\nsum=$((sum + n))', ['n']],
    ['a copy', 'x="$LIMIT"\n((x > 1))', ['x']],
    ['nothing in a copy that was checked', '[[ "$LIMIT" =~ ^[0-9]+$ ]] && x=$LIMIT\n((x > 1))', []],
    ['nothing in what was counted', 'n=$(grep x file | wc -l)\n((n > 1))', []],
    ['a check that comes too late', '((LIMIT > 1))\n[[ "$LIMIT" =~ ^[0-9]+$ ]]', ['LIMIT']],
    ['a pattern that is open', '[[ "$LIMIT" =~ ^[0-9]+ ]]\n((LIMIT > 1))', ['LIMIT']],
    ['a pattern of more', '[[ "$LIMIT" =~ ^[0-9a-z]+$ ]]\n((LIMIT > 1))', ['LIMIT']],
    ['nothing where it was checked', '[[ "$LIMIT" =~ ^(0|[1-9][0-9]{0,3})$ ]] || exit 1\n((LIMIT > 1))', []],
    ['nothing in numbers of its own', 'found=0\nfound=$((found + 1))\nif ((${#a[@]} == 0)); then :; fi', []],
  ])('%s', (_name, script, names) => {
    expect(unchecked(script, { LIMIT: '${{ inputs.limit }}' })).toEqual(names)
  })
})

test.each(scriptsOf([...own, ...templates]).map(({ place, ...step }) => [place, step] as const))(
  '%s: what it counts with was looked at before',
  (_place, { script, env }) => {
    expect(unchecked(script, env)).toEqual([])
  },
)

describe('run with a value that is an expression with a command in it', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workflow-numbers-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const poison = 'a[$(touch "$RUNNER_TEMP/ran")0]'
  const findings = {
    imageScanStatus: { status: 'COMPLETE' },
    imageScanFindings: { findingSeverityCounts: { CRITICAL: poison, HIGH: poison } },
  }
  const programs = {
    aws: `cat <<'END'\n${JSON.stringify(findings)}\nEND`,
    docker: `cat <<'END'\n{}\nEND`,
    gh: `cat <<'END'\n${poison}\nEND`,
    curl: `cat <<'END'\n${poison}\nEND`,
    // What would be waited for has happened.
    sleep: 'exit 1',
  }
  const usual: Texts = { SEVERITY: 'HIGH', LIMIT: '1', BUILDS: '[]', REFERENCE: 'r.example/web', CACHE: 'off' }
  const ran = (script: string, env: Texts) => {
    runScript(folder, script, env, programs, folder)
    return existsSync(join(folder, 'ran'))
  }

  test('it shows', () => {
    expect(ran('echo $((X + 1))', { X: poison })).toBe(true)
  })

  const steps = scriptsOf([...reusable, ...templates]).filter(({ env }) => Object.keys(env).length > 0)
  test.each(steps.map(({ place, ...step }) => [place, step] as const))('%s: no script runs it', (_place, step) => {
    const clean = Object.fromEntries(Object.keys(step.env).map((key) => [key, usual[key] ?? '']))
    // A command of the caller is there to be run, and is quoted as it is.
    for (const key of Object.keys(step.env).filter(
      (name) => !/^(?:\w+_)?COMMAND$/.test(name) || name.startsWith('VERIFY'),
    ))
      expect([key, ran(step.script, { ...clean, [key]: poison })]).toEqual([key, false])
  })
})
