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
const parseService = parseForm(
  /^(?:[\w-]{1,255}|arn:[\w-]+:ecs:[\w-]+:\d{12}:service\/[\w-]{1,255}(?:\/[\w-]{1,255})?)$/,
  'the name or the ARN of one service; the cluster has an input of its own, and one step deploys one service',
)
const parseRegion = parseForm(/^[a-z]{2,}(?:-[a-z]+)+-\d+$/, 'an AWS Region such as eu-west-1')

/** Reads where to deploy. */
export function readTarget(reader: InputReader): Target {
  if (reader.text('service') === undefined) {
    reader.refuse(
      'service',
      'It is missing. Write the name of the ECS service to deploy. An output of an earlier step that is empty counts as missing.',
    )
  }
  return withoutAbsent<Target>({
    cluster: reader.take('cluster', parseCluster),
    service: reader.take('service', parseService),
    region: reader.take('aws-region', parseRegion),
  })
}
