import type { TaskDefinition } from '../task-definition/task-definition.ts'
import { containersOf } from './containers.ts'
import { type Facts, isOnFargate } from './facts.ts'
import type { Found } from './finding.ts'

/** `os/architecture` as registries name it; what a definition leaves out is linux and x86 (SDK text of RuntimePlatform). */
export function platformOf({ runtimePlatform }: Pick<TaskDefinition, 'runtimePlatform'>): string {
  const os = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux'
  return `${os}/${runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`
}

/** Whether a task is sure to run on `platformOf`: on Fargate, or where the definition names its platform. */
export function platformIsCertain(facts: Pick<Facts, 'definition' | 'service' | 'settings'>): boolean {
  return facts.definition.runtimePlatform?.cpuArchitecture !== undefined || isOnFargate(facts)
}

/**
 * Images of which no variant fits the platform of the task: every pull would fail ("image Manifest does not contain descriptor
 * matching platform", observed), or, for a single image, every start ("exec format error").
 */
export function unfitImages(facts: Pick<Facts, 'definition' | 'service' | 'settings' | 'images'>): readonly Found[] {
  if (!platformIsCertain(facts)) return []
  const platform = platformOf(facts.definition)
  return facts.images.flatMap(({ image, input, platforms = [] }): readonly Found[] => {
    if (platforms.length === 0 || platforms.some((one) => one === platform || one.startsWith(`${platform}/`))) return []
    const message =
      `The image ${image} is built for ${platforms.join(', ')}, and the task runs on ${platform}, so that no task could start. ` +
      `Build it for that platform (docker buildx build --platform ${platform} …), or set runtimePlatform.cpuArchitecture in the ` +
      'task definition to what the image is built for (X86_64 or ARM64).'
    const place = containersOf(facts.definition).find(({ container }) => container.image === image)
    return [
      {
        message,
        ...(input === undefined ? {} : { input }),
        ...(place === undefined ? {} : { path: [...place.path, 'image'] }),
      },
    ]
  })
}
