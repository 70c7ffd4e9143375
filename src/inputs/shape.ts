import { LineCounter, parseDocument } from 'yaml'
import type { Checked } from '../problem.ts'
import { nearestName } from './nearest-name.ts'
import { bad, good } from './parsed.ts'

/** What a structured value must look like. */
export type Shape =
  | { readonly kind: 'text' | 'boolean' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'record'; readonly members: Readonly<Record<string, Shape>>; readonly required: readonly string[] }

/** Reads JSON or YAML (JSON is YAML); a problem names line and column, and nothing of the content. */
export function parseStructured(text: string): Checked<unknown> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const error = document.errors[0]
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    return bad(`It is neither JSON nor YAML: something is wrong at line ${line}, column ${col} (${error.code}).`)
  }
  try {
    return good(document.toJS())
  } catch {
    // Aliases are only followed here.
    return bad('It refers to a YAML anchor (*name) that is not there.')
  }
}

/** Reads JSON or YAML of a certain shape. */
export function parseShaped<T>(text: string, shape: Shape, place: string): Checked<T> {
  const parsed = parseStructured(text)
  return parsed.ok ? fitting(parsed.value, shape, place) : parsed
}

/** The value, if it fits; else every way in which it does not. */
export function fitting<T>(value: unknown, shape: Shape, place: string): Checked<T> {
  const wrong = misfits(value, shape, place)
  return wrong.length > 0 ? bad(...wrong) : good(value as T)
}

/** Every way in which a value does not fit; `place` is how the value is called in the messages. */
export function misfits(value: unknown, shape: Shape, place: string): readonly string[] {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' && value !== '' ? [] : [`${place} must be a text.`]
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${place} must be true or false, without quotes.`]
    case 'integer': {
      const fits = Number.isInteger(value) && (value as number) >= shape.least && (value as number) <= shape.most
      return fits ? [] : [`${place} must be a whole number from ${shape.least} to ${shape.most}, without quotes.`]
    }
    case 'choice':
      return shape.of.includes(value as string) ? [] : [`${place} must be one of ${shape.of.join(', ')}.`]
    case 'list':
      if (!Array.isArray(value)) return [`${place} must be a list.`]
      return value.flatMap((item, index) => misfits(item, shape.of, `${place}[${index}]`))
    case 'record':
      return recordMisfits(value, shape, place)
  }
}

function recordMisfits(value: unknown, shape: Shape & { kind: 'record' }, place: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${place} must have the members ${Object.keys(shape.members).join(', ')}.`]
  }
  const missing = shape.required.filter((name) => !(name in value)).map((name) => `${place}.${name} is missing.`)
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const expected = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined
    return expected === undefined
      ? [`${place} has no member ${name}.${suggestion(name, shape)}`]
      : misfits(member, expected, `${place}.${name}`)
  })
  return [...missing, ...wrong]
}

function suggestion(name: string, shape: Shape & { kind: 'record' }): string {
  const near = nearestName(name, Object.keys(shape.members))
  return near === undefined ? ` It may have ${Object.keys(shape.members).join(', ')}.` : ` Did you mean ${near}?`
}
