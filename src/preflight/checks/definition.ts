/** What is unwise in a task definition, as far as it tells by itself. */
import { parseImageReference } from '../../image/reference.ts'
import { containersOf } from '../containers.ts'
import type { Facts } from '../facts.ts'
import type { Found } from '../finding.ts'

export function unlikelyHealthChecks({ definition, images }: Facts): readonly Found[] {
  return containersOf(definition).flatMap(({ container, name, path }) => {
    const command = container.healthCheck?.command?.join(' ') ?? ''
    const written = images.find(({ image }) => image === container.image)?.written ?? ''
    const kind = kindOfImage(`${container.image} ${written}`)
    const tool = (['curl', 'wget'] as const).find((one) => new RegExp(`\\b${one}\\b`).test(command))
    if (kind === undefined || tool === undefined || !kind.lacks.includes(tool)) return []
    const message =
      `The health check of container "${name}" calls ${tool}, which is unlikely to be in the image: by its name it is ${kind.what}. ` +
      'Then the check fails for ever. Install it, or check with what is in the image.'
    return [{ path: [...path, 'healthCheck', 'command'], message }]
  })
}

type Tool = 'curl' | 'wget'

function kindOfImage(name: string): { readonly what: string; readonly lacks: readonly Tool[] } | undefined {
  if (/distroless|scratch|chiseled|chainguard/i.test(name))
    return { what: 'one without a system', lacks: ['curl', 'wget'] }
  // BusyBox brings wget along.
  if (/alpine/i.test(name)) return { what: 'made from Alpine', lacks: ['curl'] }
  if (/(?:^|[-:/])slim\b|-slim/i.test(name)) return { what: 'a slim one', lacks: ['curl', 'wget'] }
  return undefined
}

export function latestTags({ definition, images }: Facts): readonly Found[] {
  const named = images.filter(({ input, written }) => input !== undefined && isLatest(written))
  const unpinned = containersOf(definition).filter(
    ({ container: { image = '' } }) => isLatest(image) && !named.some((one) => one.image === image),
  )
  const why = 'Which version that is, only its digest tells. Tag images with the commit.'
  return [
    ...named.map(({ written, input = '' }) => ({ input, message: `The image ${written} has the tag latest. ${why}` })),
    ...unpinned.map(({ container, name, path }) => ({
      path: [...path, 'image'],
      message: `The image ${container.image} of container "${name}" has the tag latest. ${why}`,
    })),
  ]
}

function isLatest(image: string): boolean {
  const reference = parseImageReference(image)
  return reference.ok && reference.value.digest === undefined && (reference.value.tag ?? 'latest') === 'latest'
}

export function withoutLogs({ definition }: Facts): readonly Found[] {
  return containersOf(definition)
    .filter(({ container }) => container.essential !== false && container.firelensConfiguration === undefined)
    .filter(({ container }) => container.logConfiguration?.logDriver === undefined)
    .map(({ name, path }) => ({
      path,
      message: `Container "${name}" has no logConfiguration: what it writes is lost, also why it failed. Set one, for example with log-configuration-log-driver: awslogs.`,
    }))
}

/** `user` is `user`, `uid`, and either with `:group` or `:gid` (SDK text of ContainerDefinition); Windows has no such user. */
export function rootUsers({ definition }: Facts): readonly Found[] {
  return containersOf(definition)
    .filter(({ container: { user = '' } }) => /^(?:root|0+)(?::|$)/.test(user))
    .map(({ container: { user }, name, path }) => ({
      path: [...path, 'user'],
      message: `Container "${name}" runs as root (user "${user}"): who breaks into the program owns the container. Set a user that the image has, such as 1000:1000.`,
    }))
}
