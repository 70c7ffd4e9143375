import type { WantedInputReader } from './deploy-input-names.ts'
import type { DeployInputs } from './deploy-inputs.ts'
import type { InputReader } from './input-reader.ts'
import { parseForm } from './scalars.ts'
import { withoutAbsent } from './without-absent.ts'

type Target = Pick<DeployInputs, 'cluster' | 'service' | 'region'>

// API reference, CreateCluster and CreateService: up to 255 letters, digits, "_" and "-"; both calls also take the ARN.
const parseCluster = parseForm(
  /^(?:[\w-]{1,255}|arn:[\w-]+:ecs:[\w-]+:\d{12}:cluster\/[\w-]{1,255})$/,
  'the name or the ARN of a cluster',
)
const servicePattern = /^(?:[\w-]{1,255}|arn:[\w-]+:ecs:[\w-]+:\d{12}:service\/[\w-]{1,255}(?:\/[\w-]{1,255})?)$/
export const parseService = parseForm(
  servicePattern,
  'the name or the ARN of one service; the cluster has an input of its own',
)
const parseRegion = parseForm(/^[a-z]{2,}(?:-[a-z]+)+-\d+$/, 'an AWS Region such as eu-west-1')

/** Reads where to deploy. */
export function readTarget(reader: WantedInputReader): Target {
  if (reader.text('service') === undefined) {
    reader.refuse(
      'service',
      'It is missing. Write the name of the ECS service to deploy. An output of an earlier step that is empty counts as missing.',
    )
  }
  return withoutAbsent<Target>({ ...readPlace(reader), service: reader.take('service', parseService) })
}

/** The inputs that say in which cluster and Region: the same in every action. */
export function readPlace(reader: InputReader<'cluster' | 'aws-region'>): {
  readonly cluster: string | undefined
  readonly region: string | undefined
} {
  return { cluster: reader.take('cluster', parseCluster), region: reader.take('aws-region', parseRegion) }
}

/** Whether a text can be the name or the ARN of a service. */
export function isService(text: string): boolean {
  return servicePattern.test(text)
}
