/** Choosing resources by id and by filter, as every Describe operation of EC2 does. */
import type { Filter } from '@aws-sdk/client-ec2'
import { ApiError } from '../../protocol/errors.ts'

/** The filters that one kind of resource knows: the values that each reads from it. */
export type Filters<T> = Readonly<Record<string, (item: T) => readonly string[]>>

interface Kind {
  /** `subnet`: as in the error's text. */
  readonly noun: string
  /** `InvalidSubnetID`: the error's type up to the dot. */
  readonly type: string
  readonly idPattern: RegExp
}

/**
 * @throws ApiError `<type>.NotFound` or `<type>.Malformed` for an id, InvalidParameterValue for a filter that is not
 *   known: the simulator knows some of EC2's
 */
export function choose<T>(
  kind: Kind,
  all: readonly T[],
  idOf: (item: T) => string,
  ids: readonly string[] | undefined,
  filters: readonly Filter[] | undefined,
  known: Filters<T>,
): readonly T[] {
  for (const id of ids ?? []) {
    if (!kind.idPattern.test(id)) throw new ApiError(`${kind.type}.Malformed`, `Invalid id: "${id}"`)
    if (!all.some((item) => idOf(item) === id)) {
      throw new ApiError(`${kind.type}.NotFound`, `The ${kind.noun} ID '${id}' does not exist`)
    }
  }
  const wanted = ids === undefined || ids.length === 0 ? all : all.filter((item) => ids.includes(idOf(item)))
  return wanted.filter((item) => (filters ?? []).every((filter) => passes(filter, item, known)))
}

function passes<T>({ Name = '', Values = [] }: Filter, item: T, known: Filters<T>): boolean {
  const read = known[Name]
  if (read === undefined) throw new ApiError('InvalidParameterValue', `The filter '${Name}' is invalid`)
  return read(item).some((value) => Values.includes(value))
}
