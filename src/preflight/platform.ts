import type { Service } from '@aws-sdk/client-ecs'
import type { Problem } from '../problem.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'

/** An image that an input names, with the platforms that its registry tells: `os/architecture[/variant]` each. */
type LookedUpImage = { readonly image: string; readonly input: string; readonly platforms?: readonly string[] }

/** `os/architecture` as registries name it; what a definition leaves out is linux and x86 (SDK text of RuntimePlatform). */
export function platformOf({ runtimePlatform }: Pick<TaskDefinition, 'runtimePlatform'>): string {
  const os = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux'
  return `${os}/${runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`
}

/**
 * Images of which no variant fits the platform of the task: every pull would fail ("image Manifest does not contain descriptor
 * matching platform", observed). Pure. Only where the platform is certain: on Fargate, or where the definition names it.
 */
export function platformProblems(
  images: readonly LookedUpImage[],
  definition: Pick<TaskDefinition, 'runtimePlatform'>,
  service: Pick<Service, 'launchType' | 'capacityProviderStrategy'>,
): readonly Problem[] {
  if (definition.runtimePlatform?.cpuArchitecture === undefined && !isOnFargate(service)) return []
  const platform = platformOf(definition)
  return images.flatMap(({ image, input, platforms = [] }) => {
    if (platforms.length === 0 || platforms.some((one) => one === platform || one.startsWith(`${platform}/`))) return []
    const message =
      `The image ${image} is built for ${platforms.join(', ')}, and the task runs on ${platform}, so that no task could start. ` +
      `Build it for that platform (docker buildx build --platform ${platform} …), or set runtimePlatform.cpuArchitecture in the ` +
      'task definition to what the image is built for (X86_64 or ARM64).'
    return [{ input, message }]
  })
}

function isOnFargate({
  launchType,
  capacityProviderStrategy,
}: Pick<Service, 'launchType' | 'capacityProviderStrategy'>) {
  const providers = (capacityProviderStrategy ?? []).map(({ capacityProvider }) => capacityProvider ?? '')
  return launchType === 'FARGATE' || providers.some((name) => /^FARGATE(_SPOT)?$/.test(name))
}
