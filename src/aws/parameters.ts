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
})
const parameter = structure('ParameterMetadata', { Name: simple.string })
const describedParameters = structure('DescribeParametersResult', {
  Parameters: listOf('ParameterMetadataList', parameter),
})

/** Whether there is a parameter of this name. @throws what Parameter Store throws */
export async function parameterExists(call: Call, name: string): Promise<boolean> {
  const byName = { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [name] }] }
  const { Parameters = [] } = await call<Answer>('DescribeParameters', describeParameters, describedParameters, byName)
  return Parameters.length > 0
}

type Answer = { readonly Parameters?: readonly unknown[] }
