/** What the AWS SDK says about a RegisterTaskDefinition request. */
import { isDeepStrictEqual } from 'node:util'
import * as ecs from '@aws-sdk/client-ecs'
import type { TaskDefinition } from '../../src/task-definition/task-definition.ts'

/** Sends the request through the SDK's own client up to where it would leave the machine, and compares what would be sent. */
export async function lostInTransit(request: TaskDefinition): Promise<string[]> {
  let body = ''
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }
  const client = new ecs.ECSClient({ region: 'eu-west-1', credentials })
  client.middlewareStack.add(
    () => async (args) => {
      body = new TextDecoder().decode((args.request as { body: Uint8Array }).body)
      return { output: { $metadata: {} }, response: {} }
    },
    { step: 'build', name: 'captureBody' },
  )
  await client.send(new ecs.RegisterTaskDefinitionCommand(request))
  return isDeepStrictEqual(JSON.parse(body), JSON.parse(JSON.stringify(request)))
    ? []
    : ['The AWS SDK would not send this definition as it was rendered.']
}

type Schema = number | readonly unknown[] | (() => Schema)

/** What the SDK's schema says about the request; written apart from src/task-definition, so that one can find the other wrong. */
export function schemaComplaints(request: unknown): string[] {
  return complaintsAbout(
    request,
    (ecs as unknown as Record<string, Schema>).RegisterTaskDefinitionRequest$ ?? 0,
    'request',
  )
}

// Schemas: 0 text, 1 number, 2 boolean, 64|x list of x, 128|x map of x; [1, …, item] list, [2, …, key, value] map,
// [3|4, …, names, schemas, required] structure or union; a function refers to a schema, [schema, traits] decorates one.
function complaintsAbout(value: unknown, schema: Schema, place: string): string[] {
  if (typeof schema === 'function') return complaintsAbout(value, schema(), place)
  if (typeof schema === 'number') {
    if (schema & 64) return complaintsAboutList(value, schema & ~64, place)
    if (schema & 128) return complaintsAboutMap(value, schema & ~128, place)
    const wanted = ['string', 'number', 'boolean'][schema]
    return typeof value === wanted ? [] : [`${place}: the schema wants a ${wanted}`]
  }
  const [kind, , , , first, second, required] = schema
  if (typeof kind !== 'number' || schema.length === 2) return complaintsAbout(value, kind as Schema, place)
  if (kind === 1) return complaintsAboutList(value, first as Schema, place)
  if (kind === 2) return complaintsAboutMap(value, second as Schema, place)
  return complaintsAboutStructure(value, first as string[], second as Schema[], Number(required ?? 0), place)
}

function complaintsAboutList(value: unknown, item: Schema, place: string): string[] {
  if (!Array.isArray(value)) return [`${place}: the schema wants a list`]
  return value.flatMap((element, index) => complaintsAbout(element, item, `${place}[${index}]`))
}

function complaintsAboutMap(value: unknown, item: Schema, place: string): string[] {
  if (!isRecord(value)) return [`${place}: the schema wants a map`]
  return Object.entries(value).flatMap(([key, member]) => complaintsAbout(member, item, `${place}.${key}`))
}

function complaintsAboutStructure(
  value: unknown,
  names: string[],
  schemas: Schema[],
  required: number,
  place: string,
): string[] {
  if (!isRecord(value)) return [`${place}: the schema wants a structure`]
  const missing = names.slice(0, required).filter((name) => value[name] === undefined)
  return [
    ...missing.map((name) => `${place}.${name}: the schema requires it`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const index = names.indexOf(name)
      return index === -1
        ? [`${place}.${name}: the schema does not know it`]
        : complaintsAbout(member, schemas[index] ?? 0, `${place}.${name}`)
    }),
  ]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
