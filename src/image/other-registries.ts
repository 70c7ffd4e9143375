import { dockerLogins } from './docker-logins.ts'
import { dockerImageTools } from './image-tools.ts'
import type { ImageToolsPort } from './ports.ts'

/** Images in registries other than private ECR, as this machine can look them up. The rest is loaded where docker is missing. */
export function otherRegistries(env: NodeJS.ProcessEnv): ImageToolsPort {
  const itself = {
    inspect: async (image: string) => (await import('./registry.ts')).registryImages(dockerLogins(env)).inspect(image),
  }
  return withDockerOrWithout(dockerImageTools(), itself)
}

/** With docker, which knows every kind of login; where there is none, by asking the registry itself. A notice names both reasons. */
export function withDockerOrWithout(docker: ImageToolsPort, itself: ImageToolsPort): ImageToolsPort {
  return {
    async inspect(reference) {
      const answer = await docker.inspect(reference)
      if (answer.kind !== 'not-looked' || answer.missing !== 'docker') return answer
      const told = await itself.inspect(reference)
      if (told.kind !== 'not-looked') return told
      return { kind: 'not-looked', reason: `${answer.reason}, and ${told.reason}` }
    },
  }
}
