/** Writes an answer as XML, as the SDK's schema names things. */
import { kindOf, memberSchema, type SchemaTraits, traitsOf } from './schema.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
}

export const escapeXml = (text: string): string => text.replace(/[&<>"\r]/g, (character) => escapes[character] ?? '')

export const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

/**
 * @param schema of a structure
 * @param value its members; times as epoch seconds
 * @returns its members as elements, without an element around them
 */
export function xmlMembers(schema: unknown, value: object): string {
  const kind = kindOf(schema)
  if (kind.kind !== 'structure') return ''
  const members = value as Readonly<Record<string, unknown>>
  return kind.members
    .map((name, index) => {
      const member = members[name]
      return member === undefined || member === null ? '' : xmlMember(name, kind.schemas[index], member)
    })
    .join('')
}

function xmlMember(name: string, schema: unknown, value: unknown): string {
  const traits = traitsOf(schema)
  return xmlValue(traits.xmlName ?? name, schema, traits, value)
}

function xmlValue(name: string, schema: unknown, traits: SchemaTraits, value: unknown): string {
  const kind = kindOf(schema)
  switch (kind.kind) {
    case 'structure':
      return element(name, xmlMembers(schema, value as object))
    case 'list': {
      const inner = memberSchema(kind.member)
      const isFlat = traits.xmlFlattened !== undefined
      const itemName = isFlat ? name : (inner.traits.xmlName ?? 'member')
      const items = (value as unknown[]).map((item) => xmlValue(itemName, inner.schema, inner.traits, item)).join('')
      return isFlat ? items : element(name, items)
    }
    case 'map': {
      const entries = Object.entries(value as object).map(([key, item]) =>
        element('entry', element('key', escapeXml(key)) + xmlValue('value', kind.member, {}, item)),
      )
      return element(name, entries.join(''))
    }
    case 'timestamp':
      return element(name, new Date(Number(value) * 1000).toISOString())
    default:
      return element(name, escapeXml(String(value)))
  }
}
