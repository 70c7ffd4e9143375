import type { Service } from '@aws-sdk/client-ecs'
import { describeFailure, isNamed } from '../aws/failure.ts'
import { unsupported } from '../preflight/supported.ts'
import type { Checked } from '../problem.ts'
import type { Ports } from './ports.ts'

/** Reads the service; a missing or unsupported one is a problem, in words that say what to do. Throws what else AWS throws. */
export async function readService(ports: Ports, cluster: string, name: string): Promise<Checked<Service>> {
  const found = await findService(ports, cluster, name)
  const problems = found.ok ? unsupported(found.value) : []
  return problems.length === 0 ? found : { ok: false, problems }
}

/** Reads the service, however it is deployed; a missing one is a problem. Throws what else AWS throws. */
export async function findService(ports: Ports, cluster: string, name: string): Promise<Checked<Service>> {
  const region = ports.region
  try {
    const service = await ports.ecs.describeService(cluster, name)
    if (service === undefined) {
      const message =
        `The cluster "${cluster}" in ${region} has no service "${name}". ` +
        `List its services with: aws ecs list-services --cluster ${cluster} --region ${region}`
      return { ok: false, problems: [{ input: 'service', message }] }
    }
    return { ok: true, value: service }
  } catch (error) {
    if (isNamed(error, 'ClusterNotFoundException')) {
      const message =
        `There is no cluster "${cluster}" in ${region}. ` +
        `Check cluster and aws-region, or list the clusters with: aws ecs list-clusters --region ${region}`
      return { ok: false, problems: [{ input: 'cluster', message }] }
    }
    if (isNamed(error, 'InvalidParameterException')) {
      const message = `ECS does not accept the cluster "${cluster}" or the service "${name}": ${describeFailure(error)}`
      return { ok: false, problems: [{ input: 'service', message }] }
    }
    throw error
  }
}
