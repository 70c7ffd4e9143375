import { memberText } from './json-text.ts'

/** Which item of a list is which: by its name where it has one. */
type KeyOf = (item: unknown) => string

const by =
  (member: string): KeyOf =>
  (item) =>
    memberText(item, member)

const byPort: KeyOf = (item) => {
  const port = memberText(item, 'containerPort') || memberText(item, 'containerPortRange')
  return `${port}/${memberText(item, 'protocol') || 'tcp'}`
}

const byItself: KeyOf = (item) => memberText({ item }, 'item')

/**
 * Lists of a task definition whose order means nothing, by member name. ECS itself stores `environment` in another order than it
 * was sent. All other lists keep their order: command, entryPoint, dependsOn, environmentFiles (the first file wins), dnsServers,
 * dnsSearchDomains, links, volumesFrom, dockerSecurityOptions, mountOptions.
 */
const UNORDERED: ReadonlyMap<string, KeyOf> = new Map([
  ['containerDefinitions', by('name')],
  ['environment', by('name')],
  ['secrets', by('name')],
  ['secretOptions', by('name')],
  ['properties', by('name')],
  ['volumes', by('name')],
  ['ulimits', by('name')],
  ['portMappings', byPort],
  ['mountPoints', by('containerPath')],
  ['tmpfs', by('containerPath')],
  ['devices', by('hostPath')],
  ['systemControls', by('namespace')],
  ['extraHosts', by('hostname')],
  ['resourceRequirements', by('type')],
  ['inferenceAccelerators', by('deviceName')],
  ['placementConstraints', by('expression')],
  ['requiresCompatibilities', byItself],
  ['add', byItself],
  ['drop', byItself],
  ['permissions', byItself],
  ['ignoredExitCodes', byItself],
])

/** How items of this list are told apart; undefined where the order of the list counts. */
export function keyOfUnordered(member: string): KeyOf | undefined {
  return UNORDERED.get(member)
}
