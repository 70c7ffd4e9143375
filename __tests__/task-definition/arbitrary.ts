import fc from 'fast-check'
import { type Shape, STRUCTURES } from '../../src/task-definition/shape.ts'
import type { TaskDefinition } from '../../src/task-definition/task-definition.ts'
import { keyOfUnordered } from '../../src/task-definition/unordered-lists.ts'

/** Texts that have a meaning to parsers, templates and shells, and any others. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '${NAME}',
      '$${NAME}',
      '{{x}}',
      '// no comment',
      '/* none */',
      '# none',
      '"',
      "'",
      '\\',
      '- a',
      'a: b',
      '<<',
      'null',
      'true',
      '0755',
      '1e3',
      '~',
      '!Ref x',
      '&a',
      '*a',
      '\t',
      '\r\n',
      '\uFEFF',
      '\uFDD0',
      '__proto__',
      'é\u2028',
    ),
  },
)

const anyName = fc.oneof(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/),
  fc.constantFrom('__proto__', 'constructor', 'toString', '<<', 'null', '1'),
)

const ALWAYS = new Set(['ContainerDefinition.name', 'KeyValuePair.name', 'Volume.name'])

function structure(name: string): fc.Arbitrary<Record<string, unknown>> {
  const { required, members } = STRUCTURES[name] ?? { required: [], members: {} }
  const always = [...required, ...Object.keys(members).filter((member) => ALWAYS.has(`${name}.${member}`))]
  const shapes = Object.entries(members).map(([member, shape]) => [member, memberValue(name, member, shape)] as const)
  return fc.record(Object.fromEntries(shapes), { requiredKeys: always, noNullPrototype: true })
}

function memberValue(owner: string, member: string, shape: Shape): fc.Arbitrary<unknown> {
  // "" is "unset" for settings of the task, and for a container's name.
  if (shape === 'string' && (owner === 'RegisterTaskDefinitionRequest' || ALWAYS.has(`${owner}.${member}`)))
    return anyName
  if (typeof shape === 'object' && 'list' in shape) {
    const key = keyOfUnordered(member)
    const minLength = member === 'containerDefinitions' ? 1 : 0
    return key
      ? fc.uniqueArray(anyValue(shape.list), { minLength, maxLength: 3, selector: key })
      : fc.array(anyValue(shape.list), { minLength, maxLength: 3 })
  }
  return anyValue(shape)
}

function anyValue(shape: Shape): fc.Arbitrary<unknown> {
  if (shape === 'string') return anyText
  if (shape === 'integer') return fc.oneof(fc.constantFrom(0, 30, 80), fc.integer({ min: -2, max: 70_000 }))
  if (shape === 'boolean') return fc.boolean()
  if ('oneOf' in shape) return fc.constantFrom(...shape.oneOf)
  if ('map' in shape) return fc.dictionary(anyName, anyText, { maxKeys: 3, noNullPrototype: true })
  return 'list' in shape ? fc.array(anyValue(shape.list), { maxLength: 3 }) : structure(shape.structure)
}

/** Any definition that the schema of the API allows, with containers of different names. */
export const anyDefinition = structure('RegisterTaskDefinitionRequest').map((value) => {
  const { tags, ...definition } = value
  return definition as TaskDefinition
})
