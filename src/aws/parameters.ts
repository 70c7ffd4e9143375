import { type Call, listOf, type ServiceModel, simple, structure } from './small-client.ts'

/** Parameter Store, of which only the names of parameters are asked. */
export const parameterStore: ServiceModel = {
  id: 'SSM',
  host: 'ssm',
  signingName: 'ssm',
  protocol: 'json-1.1',
  version: '2014-11-06',
  target: 'AmazonSSM',
}

const filter = structure('ParameterStringFilter', {
  Key: simple.string,
  Option: simple.string,
  Values: listOf('ParameterStringFilterValueList', simple.string),
})
const describeParameters = structure('DescribeParametersRequest', {
  ParameterFilters: listOf('ParameterStringFilterList', filter),
  MaxResults: simple.number,
  NextToken: simple.string,
})
const parameter = structure('ParameterMetadata', { Name: simple.string, KeyId: simple.string })
const describedParameters = structure('DescribeParametersResult', {
  Parameters: listOf('ParameterMetadataList', parameter),
  NextToken: simple.string,
})

/** Most values of a filter, and most entries of a page (API DescribeParameters). */
const most = 50

/** Whether there is a parameter of this name. @throws what Parameter Store throws */
export async function parameterExists(call: Call, name: string): Promise<boolean> {
  const byName = { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [name] }] }
  const { Parameters = [] } = await call<Answer>('DescribeParameters', describeParameters, describedParameters, byName)
  return Parameters.length > 0
}

/**
 * Those of the names that are parameters, each with the key that it is encrypted with, if it is. A page may be empty although
 * others follow. @throws what Parameter Store throws
 */
export async function existingParameters(
  call: Call,
  names: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const found = new Map<string, string | undefined>()
  for (let from = 0; from < names.length; from += most) {
    const byName = { Key: 'Name', Option: 'Equals', Values: names.slice(from, from + most) }
    let next: string | undefined
    do {
      const page: Answer = await call<Answer>('DescribeParameters', describeParameters, describedParameters, {
        ParameterFilters: [byName],
        MaxResults: most,
        ...(next === undefined ? {} : { NextToken: next }),
      })
      for (const { Name = '', KeyId } of page.Parameters ?? []) found.set(Name, KeyId)
      next = page.NextToken || undefined
    } while (next !== undefined)
  }
  return found
}

type Answer = {
  readonly Parameters?: readonly { readonly Name?: string; readonly KeyId?: string }[]
  readonly NextToken?: string
}
