/** Values that nobody may see, and where to look for them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Account, Ended } from './account.ts'

/** A value that is found whichever way it is printed; the place says where it came from. */
export const canary = (place: string): string => `canary-${place}-c4n4ry`
const found = /canary-[a-z-]+-c4n4ry/g

/** Credentials that are canaries, and debug logging switched on. */
export const canaryEnvironment = {
  RUNNER_DEBUG: '1',
  ACTIONS_STEP_DEBUG: 'true',
  AWS_SECRET_ACCESS_KEY: canary('secret-key'),
  AWS_SESSION_TOKEN: canary('session'),
}

/** Everything that a run wrote anywhere: log, debug log, outputs, state, summary, report. */
export function written(run: Ended): string {
  const files = readdirSync(run.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(run.folder, name))
    .filter((path) => statSync(path).isFile())
  expect(files.length).toBeGreaterThan(3)
  return [run.colouredLog, run.log, ...files.map((path) => readFileSync(path, 'utf8'))].join('\n')
}

export function canariesIn(text: string): readonly string[] {
  return [...(text.match(found) ?? [])]
}

export function expectNoCanary(run: Ended): void {
  expect(canariesIn(written(run))).toEqual([])
}

/** With what was sent elsewhere, e.g. to GitHub. */
export function expectNoCanaryIn(text: string): void {
  expect(canariesIn(text)).toEqual([])
}

/** Nobody asked for the value of a secret, a parameter or an object. */
export function expectNoValueRead({ simulator }: Account): void {
  const asked = simulator.requests().map(({ operation }) => operation)
  const reading = [
    'GetSecretValue',
    'BatchGetSecretValue',
    'GetParameter',
    'GetParameters',
    'GetParametersByPath',
    'GetObject',
  ]
  expect(asked.filter((operation) => reading.includes(operation))).toEqual([])
}
