/** The corpus as evidence, so that the diagnosis sees each text where it would stand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Evidence, StoppedContainer } from '../../../src/diagnosis/evidence.ts'
import { container, nothing, stopped } from '../support.ts'

/** An entry; see README.md here for the members. */
export type Entry = {
  readonly id: string
  readonly place: 'task' | 'event' | 'deployment' | 'log' | 'target' | 'api'
  readonly where?: 'stoppedReason' | 'container'
  readonly text?: string
  readonly lines?: readonly string[]
  readonly stopCode?: string
  readonly exitCode?: number
  readonly stoppedReason?: string
  readonly reason?: string
  readonly name?: string
  readonly meaning: string
  readonly causes: readonly string[]
  readonly url: string
}

const files = ['tasks', 'events', 'logs', 'targets', 'api'] as const

/** What was gathered before the patterns were written. */
export function readCorpus(): readonly Entry[] {
  return files.flatMap(readFile)
}

/** What was gathered after that: the patterns were not written for it. */
export function readLater(): readonly Entry[] {
  return readFile('later')
}

function readFile(name: string): readonly Entry[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as readonly Entry[]
}

/** What a deployment would have seen of it; an error of the API is no evidence of a deployment. */
export function evidenceOf(entry: Entry): Evidence {
  const { place, text = '', reason = '' } = entry
  if (place === 'event') {
    return { ...nothing, events: [{ id: entry.id, at: new Date(0), message: text }] }
  }
  if (place === 'deployment') return { ...nothing, rolloutStateReason: text }
  if (place === 'target') {
    const health = {
      state: 'unhealthy',
      reason,
      description: text,
      target: '10.0.0.10',
      port: 8080,
      targetGroup: 'app',
    }
    return { ...nothing, targets: [health] }
  }
  return { ...nothing, stoppedTasks: [taskOf(entry)] }
}

function taskOf(entry: Entry): Evidence['stoppedTasks'][number] {
  const { place, where, text = '', lines, exitCode } = entry
  const own: Partial<StoppedContainer> = {
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(where === 'container' ? { reason: text } : {}),
    ...(lines === undefined ? {} : { lastLines: lines }),
  }
  const essential = 'Essential container in task exited'
  const stoppedReason = entry.stoppedReason ?? (place === 'log' || where === 'container' ? essential : text)
  return stopped({
    stopCode: entry.stopCode ?? 'EssentialContainerExited',
    stoppedReason,
    containers: [container(own)],
  })
}
