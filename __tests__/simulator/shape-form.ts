/** Requests of the Query protocols as forms, written from the SDK's schemas apart from the simulator's own reader. */
import type { Mistake } from './shape-requests.ts'
import { schemaOf } from './shape-schema.ts'

export type Dialect = 'query' | 'ec2'

interface Traits {
  readonly xmlName?: string
  readonly ec2QueryName?: string
  readonly xmlFlattened?: unknown
}

const traitsOf = (written: unknown): Traits =>
  Array.isArray(written) && typeof written[1] === 'object' && written[1] !== null ? (written[1] as Traits) : {}

interface Place {
  readonly dialect: Dialect
  readonly form: URLSearchParams
  readonly path: string
  /** The schema of what stands there. */
  readonly written: unknown
}

/** @param input the schema of the operation's input; members of a wrong kind are written as they are */
export function formOf(dialect: Dialect, input: unknown, value: unknown): URLSearchParams {
  const form = new URLSearchParams()
  write({ dialect, form, path: '', written: input }, value)
  return form
}

function write(place: Place, value: unknown): void {
  if (Array.isArray(value)) writeItems(place, value)
  else if (typeof value === 'object' && value !== null) writeMembers(place, value)
  else place.form.append(place.path, String(value))
}

function writeItems(place: Place, items: readonly unknown[]): void {
  const schema = schemaOf(place.written)
  const element = schema.kind === 'list' ? schema.element : undefined
  const isFlat = place.dialect === 'ec2' || traitsOf(place.written).xmlFlattened !== undefined
  const between = isFlat ? '' : `.${traitsOf(element).xmlName ?? 'member'}`
  for (const [index, item] of items.entries())
    write({ ...place, path: `${place.path}${between}.${index + 1}`, written: element }, item)
}

/** A structure without members travels as an empty value. */
function writeMembers(place: Place, value: object): void {
  const schema = schemaOf(place.written)
  if (Object.keys(value).length === 0 && place.path !== '') place.form.append(place.path, '')
  for (const [member, inner] of Object.entries(value)) {
    const written = schema.kind === 'structure' ? schema.members.find(([name]) => name === member)?.[1] : undefined
    const name = nameOf(place.dialect, member, traitsOf(written))
    write({ ...place, path: place.path === '' ? name : `${place.path}.${name}`, written }, inner)
  }
}

function nameOf(dialect: Dialect, member: string, { xmlName, ec2QueryName }: Traits): string {
  if (dialect === 'query') return xmlName ?? member
  if (ec2QueryName !== undefined) return ec2QueryName
  return xmlName === undefined ? member : `${xmlName.charAt(0).toUpperCase()}${xmlName.slice(1)}`
}

export interface FormTarget {
  readonly url: string
  readonly dialect: Dialect
  readonly action: string
  readonly version: string
  /** Schema of the operation's input. */
  readonly input: unknown
}

/** @returns the mistakes that were not refused, with HTTP 400, by that error in a message that names the member */
export async function notRefusedForms(
  { url, dialect, action, version, input }: FormTarget,
  mistakes: readonly Mistake[],
  type: string,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { path, input: value } of mistakes) {
    const form = formOf(dialect, input, value)
    form.set('Action', action)
    form.set('Version', version)
    const response = await fetch(url, { method: 'POST', body: form })
    const text = await response.text()
    const code = /<Code>(.*?)<\/Code>/.exec(text)?.[1]
    const message = /<Message>([\s\S]*?)<\/Message>/.exec(text)?.[1] ?? ''
    const member = path.split('.').at(-1) ?? path
    const names = message.toLowerCase().includes(member.toLowerCase())
    if (response.status !== 400 || code !== type || !names) wrong.push(`${path} (${form}): ${response.status} ${text}`)
  }
  return wrong
}
