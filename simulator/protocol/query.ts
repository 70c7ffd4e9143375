/** AWS Query and EC2 Query: the operation and its parameters in a form body, the answer as XML. */
import { kindOf, memberSchema, type SchemaTraits, traitsOf } from './schema.ts'
import type { Wire } from './wire.ts'
import { element, escapeXml, xmlMembers } from './xml.ts'

/** A parameter name cut at its dots: `Filter.1.Value.2`. */
interface Parameters {
  value?: string
  readonly inner: Map<string, Parameters>
}

type Dialect = 'query' | 'ec2'

/** @param namespace of the answer, e.g. `https://sts.amazonaws.com/doc/2011-06-15/` */
export function queryWire(namespace: string): Wire {
  return {
    contentType: 'text/xml',
    read: (schema, body) => readForm('query', schema, body),
    answer: ({ operation, requestId }, schema, output) => {
      const metadata = element('ResponseMetadata', element('RequestId', requestId))
      const result = element(`${operation}Result`, xmlMembers(schema[5], output))
      return `<${operation}Response xmlns="${namespace}">${result}${metadata}</${operation}Response>`
    },
    refuse: ({ requestId }, { type, message, status }) => {
      const kind = element('Type', status >= 500 ? 'Receiver' : 'Sender')
      const error = element('Error', kind + element('Code', type) + element('Message', escapeXml(message)))
      const body = `<ErrorResponse xmlns="${namespace}">${error}${element('RequestId', requestId)}</ErrorResponse>`
      return { body, headers: {} }
    },
  }
}

/** @param namespace of the answer, with the API's version */
export function ec2Wire(namespace: string): Wire {
  return {
    contentType: 'text/xml;charset=UTF-8',
    read: (schema, body) => readForm('ec2', schema, body),
    answer: ({ operation, requestId }, schema, output) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<${operation}Response xmlns="${namespace}">${element('requestId', requestId)}${xmlMembers(schema[5], output)}</${operation}Response>`,
    refuse: ({ requestId }, { type, message }) => {
      const error = element('Error', element('Code', type) + element('Message', escapeXml(message)))
      const response = element('Response', element('Errors', error) + element('RequestID', requestId))
      return { body: `<?xml version="1.0" encoding="UTF-8"?>\n${response}`, headers: {} }
    },
  }
}

function readForm(dialect: Dialect, schema: readonly unknown[], body: string): unknown {
  const parameters: Parameters = { inner: new Map() }
  for (const [name, value] of new URLSearchParams(body)) {
    if (name !== 'Action' && name !== 'Version') put(parameters, name.split('.'), value)
  }
  return readStructure(dialect, schema[4], parameters)
}

function put(into: Parameters, path: readonly string[], value: string): void {
  const [first, ...rest] = path
  if (first === undefined) {
    into.value = value
    return
  }
  const next = into.inner.get(first) ?? { inner: new Map() }
  into.inner.set(first, next)
  put(next, rest, value)
}

/** Parameters that the schema lacks keep their names, so that the check of the input names them. */
function readStructure(dialect: Dialect, schema: unknown, parameters: Parameters): Record<string, unknown> {
  const kind = kindOf(schema)
  if (kind.kind !== 'structure') return {}
  const left = new Map(parameters.inner)
  const known = kind.members.flatMap((member, index) => {
    const name = parameterName(dialect, member, traitsOf(kind.schemas[index]))
    const found = left.get(name)
    left.delete(name)
    return found === undefined ? [] : [[member, readValue(dialect, kind.schemas[index], found)] as const]
  })
  return Object.fromEntries([...known, ...[...left].map(([name, { value }]) => [name, value ?? {}] as const)])
}

/** EC2 capitalises what it calls by another name in its answers (Smithy: aws.protocols#ec2Query). */
function parameterName(dialect: Dialect, member: string, { ec2QueryName, xmlName }: SchemaTraits): string {
  if (dialect === 'query') return xmlName ?? member
  return ec2QueryName ?? (xmlName === undefined ? member : xmlName.charAt(0).toUpperCase() + xmlName.slice(1))
}

function readValue(dialect: Dialect, schema: unknown, parameters: Parameters): unknown {
  const kind = kindOf(schema)
  const isNested = kind.kind === 'structure' || kind.kind === 'list'
  // What is of another kind than the schema says is kept as it came: the check of the input refuses it.
  if (isNested && parameters.value !== undefined && parameters.value !== '') return parameters.value
  if (!isNested && parameters.value === undefined) return Object.fromEntries(parameters.inner)
  switch (kind.kind) {
    case 'structure':
      return readStructure(dialect, schema, parameters)
    case 'list':
      return readList(dialect, kind.member, traitsOf(schema), parameters)
    case 'number':
      return numberOrText(parameters.value)
    case 'timestamp':
      return secondsOrText(parameters.value)
    case 'boolean':
      return parameters.value === 'true' ? true : parameters.value === 'false' ? false : parameters.value
    default:
      return parameters.value
  }
}

function secondsOrText(text = ''): unknown {
  const time = Date.parse(text)
  return Number.isNaN(time) ? text : time / 1000
}

function numberOrText(text: string | undefined): unknown {
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? text : Number(text)
}

/** `Names.member.1=…` (Query) or `Name.1=…` (EC2 and flattened lists); an empty list is `Names=`. */
function readList(dialect: Dialect, member: unknown, traits: SchemaTraits, parameters: Parameters): unknown {
  const inner = memberSchema(member)
  const isFlat = dialect === 'ec2' || traits.xmlFlattened !== undefined
  const items = isFlat ? parameters : (parameters.inner.get(inner.traits.xmlName ?? 'member') ?? { inner: new Map() })
  return [...items.inner]
    .toSorted(([left], [right]) => Number(left) - Number(right))
    .map(([, item]) => readValue(dialect, inner.schema, item))
}
