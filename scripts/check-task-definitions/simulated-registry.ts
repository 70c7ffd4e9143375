import type { OtherImageScenario, RepositoryScenario } from '../../simulator/scenario.ts'
import { parseReference } from '../../simulator/world/images.ts'

const host = '111122223333.dkr.ecr.us-east-1.amazonaws.com'
const anyPrivateEcr = /[\w-]+\.dkr[.-]ecr(?:-fips)?\.[\w-]+\.amazonaws\.com(?:\.cn)?/g
const anyDigest = /(?::[\w.-]+)?@sha256:([0-9a-f]{12})[0-9a-f]{52}/g

/**
 * The text as if all its private images were in the simulated account: every private ECR host becomes that account's, and
 * an image named by digest gets a tag instead, because nobody can push an image with a given digest.
 */
export function movedToSimulatedRegistry(text: string): string {
  return text.replace(anyPrivateEcr, host).replace(anyDigest, ':digest-$1')
}

// Whatever platform a definition asks for, the image has it: this is not about images.
const platforms = ['linux/amd64', 'linux/arm64', 'windows/amd64'] as const

export type Images = {
  readonly repositories: readonly RepositoryScenario[]
  readonly otherImages: readonly OtherImageScenario[]
}

/** Registries in which every one of these images exists. */
export function imagesThatExist(references: readonly string[]): Images {
  const wanted = [...new Set(references)].map((reference) => ({ reference, parsed: parseReference(reference) }))
  const isPrivate = ({ parsed }: (typeof wanted)[number]) => parsed.registry === host
  const byRepository = Map.groupBy(wanted.filter(isPrivate), ({ parsed }) => parsed.repository)
  return {
    repositories: [...byRepository].map(([name, images]) => ({
      name,
      images: images.map(({ parsed }) => ({ tag: parsed.tag ?? 'latest', platforms })),
    })),
    otherImages: wanted.filter((image) => !isPrivate(image)).map(({ reference }) => ({ reference, platforms })),
  }
}
