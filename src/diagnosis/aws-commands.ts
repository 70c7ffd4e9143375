/** A word that a POSIX shell takes literally. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** An AWS CLI command: words are quoted, `--region` comes last. */
export function awsCommand(region: string, ...words: readonly string[]): string {
  return ['aws', ...words, '--region', region].map(shellWord).join(' ')
}

/** An image in a private ECR repository. */
export type EcrImage = {
  readonly registryId: string
  readonly region: string
  readonly repository: string
  readonly tag?: string
  readonly digest?: string
}

// Hosts of every partition, FIPS and dual-stack: the pattern of AWS's own credential helper
// (awslabs/amazon-ecr-credential-helper, ecr-login/api/client.go).
const ecrReference =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+\/([a-z0-9._/-]+)(?::([\w.-]+))?(?:@(sha256:[0-9a-f]+))?$/

/** The parts of a private ECR reference; undefined for any other registry. */
export function ecrImage(reference: string): EcrImage | undefined {
  const match = ecrReference.exec(reference)
  const [, registryId, region, repository, tag, digest] = match ?? []
  if (registryId === undefined || region === undefined || repository === undefined) return undefined
  return { registryId, region, repository, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) }
}

/** Asks ECR whether the image exists. */
export function describeImageCommand(image: EcrImage): string {
  const id = image.digest ? `imageDigest=${image.digest}` : `imageTag=${image.tag ?? 'latest'}`
  return awsCommand(
    image.region,
    ...['ecr', 'describe-images', '--registry-id', image.registryId],
    ...['--repository-name', image.repository, '--image-ids', id],
  )
}

/** Builds an image for a platform and pushes it under the name it had; a digest cannot be pushed to, a tag can. */
export function buildCommand(reference: string | undefined, platform: string): string {
  const [name = 'IMAGE', digest] = reference?.split('@') ?? []
  const hasTag = /:[^/]+$/.test(name)
  const tag = digest !== undefined && !hasTag ? `${name}:TAG` : name
  return ['docker', 'buildx', 'build', '--platform', platform, '--tag', tag, '--push', '.'].map(shellWord).join(' ')
}

/** Shows which platforms an image is built for; works with every registry that docker is logged in to. */
export function inspectImageCommand(reference: string): string {
  return `docker buildx imagetools inspect ${shellWord(reference)}`
}

/** Shows the log lines that one container of one task wrote. */
export function tailLogCommand(log: {
  readonly group: string
  readonly stream: string
  readonly region: string
}): string {
  return awsCommand(log.region, 'logs', 'tail', log.group, '--log-stream-names', log.stream, '--since', '2h')
}

/** What the service commands about a service need. */
export type ServicePlace = { readonly cluster: string; readonly service: string; readonly region: string }

/** Shows subnets, security groups and assignPublicIp of the service. */
export function networkCommand(place: ServicePlace): string {
  return describeServiceCommand(place, 'services[0].networkConfiguration')
}

/** Shows the newest events of the service. */
export function eventsCommand(place: ServicePlace): string {
  return describeServiceCommand(place, 'services[0].events[:20].[createdAt,message]')
}

/** Shows what the load balancer thinks of the tasks; the target group is for the reader to fill in. */
export function targetHealthCommand(place: ServicePlace): string {
  return awsCommand(place.region, 'elbv2', 'describe-target-health', '--target-group-arn', 'TARGET_GROUP_ARN')
}

/** Shows one part of the service. */
export function describeServiceCommand(place: ServicePlace, query: string): string {
  return awsCommand(
    place.region,
    ...['ecs', 'describe-services', '--cluster', place.cluster, '--services', place.service, '--query', query],
  )
}
