/** A Region in its partition, as in the service's ARN. */
export type Place = { readonly partition: string; readonly region: string }

// Console hosts; each takes the Region as a prefix. Isolated partitions have no console that a runner's reader could
// open, and for unknown ones no link is better than a wrong one.
const consoleHosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
}

/** The partition that an ARN names, or that a Region belongs to by its prefix. */
export function partitionOf(arnOrRegion: string): string {
  const inArn = /^arn:([^:]+):/.exec(arnOrRegion)?.[1]
  if (inArn !== undefined) return inArn
  if (arnOrRegion.startsWith('cn-')) return 'aws-cn'
  if (arnOrRegion.startsWith('us-gov-')) return 'aws-us-gov'
  if (arnOrRegion.startsWith('eusc-')) return 'aws-eusc'
  return /^[a-z]+-iso[a-z]*-/.test(arnOrRegion) ? 'aws-iso' : 'aws'
}

/** The service's page; undefined in partitions without a known console. */
export function serviceLink(place: Place, cluster: string, service: string): string | undefined {
  return serviceTabLink(place, cluster, service, 'health')
}

/** What a service is made of, each on a tab of its page. */
export type ServiceTab = 'health' | 'deployments' | 'tasks' | 'logs' | 'events'

/** A tab of the service's page; undefined in partitions without a known console. */
export function serviceTabLink(place: Place, cluster: string, service: string, tab: ServiceTab): string | undefined {
  return page(place, `ecs/v2/clusters/${segment(cluster)}/services/${segment(service)}/${tab}`)
}

/** A task's page; the console shows stopped tasks for about an hour. */
export function taskLink(place: Place, cluster: string, taskId: string): string | undefined {
  return page(place, `ecs/v2/clusters/${segment(cluster)}/tasks/${segment(taskId)}/configuration`)
}

/** A revision's page, from `family:revision`. */
export function taskDefinitionLink(place: Place, taskDefinition: string): string | undefined {
  const [family, revision] = taskDefinition.split(':')
  if (!family || !revision) return undefined
  return page(place, `ecs/v2/task-definitions/${segment(family)}/${segment(revision)}/containers`)
}

/** A log stream in CloudWatch, in the Region of the log group. */
export function logLink(place: Place, group: string, stream: string): string | undefined {
  const host = hostOf(place)
  if (host === undefined) return undefined
  const path = `log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`
  return `https://${host}/cloudwatch/home?region=${place.region}#logsV2:${path}`
}

function page(place: Place, path: string): string | undefined {
  const host = hostOf(place)
  return host === undefined ? undefined : `https://${host}/${path}?region=${place.region}`
}

function hostOf(place: Place): string | undefined {
  const host = consoleHosts[place.partition]
  return host === undefined || !/^[a-z0-9-]+$/.test(place.region) ? undefined : `${place.region}.${host}`
}

/** Clusters and services may be given as ARNs; the console wants names. */
function segment(nameOrArn: string): string {
  return encodeURIComponent(nameOrArn.split('/').at(-1) ?? nameOrArn)
}

// The CloudWatch console encodes names in its fragment twice and then writes $ for %, so that / becomes $252F.
function twice(name: string): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$')
}
