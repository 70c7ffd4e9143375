import type { Ports } from '../deployment/ports.ts'
import type { VersionBefore } from '../report.ts'
import { imagesThere } from './check-images.ts'
import { candidatesOf } from './choose.ts'
import type { Reading } from './read-past.ts'

const mostCandidates = 10

/** The newest versions that completed and could be named, each with what helps to choose. */
export async function listCandidates(
  { past, versions, definitions }: Reading,
  ports: Pick<Ports, 'ecr'>,
): Promise<readonly VersionBefore[]> {
  const found = candidatesOf(past).filter(({ deployment }) => definitions.has(deployment.taskDefinitionArn ?? ''))
  return Promise.all(
    found.slice(0, mostCandidates).flatMap(({ deployment, left }) => {
      const version = versions.get(deployment.deploymentId)
      if (version === undefined) return []
      const { commit, finishedAt } = deployment
      return [
        imagesThere(version, ports).then((there) => ({
          version,
          ...(commit === undefined ? {} : { commit }),
          ...(finishedAt === undefined ? {} : { completedAt: finishedAt }),
          ...(there === undefined ? {} : { imagesThere: there }),
          left,
        })),
      ]
    }),
  )
}
