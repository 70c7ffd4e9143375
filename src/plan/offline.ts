import type { Service } from '@aws-sdk/client-ecs'
import { placesIn } from '../deployment/finding-places.ts'
import type { GivenDeployment } from '../deployment/given-deployment.ts'
import { placeImages } from '../deployment/images.ts'
import type { Source } from '../deployment/load-source.ts'
import { isRunningImage } from '../image/running-image.ts'
import type { PlanInputs } from '../inputs/plan-inputs.ts'
import { findings } from '../preflight/find.ts'
import type { Finding } from '../preflight/finding.ts'
import { type CheckId, checkIds } from '../preflight/ids.ts'
import { type Checked, ProblemsFound } from '../problem.ts'
import { renderTaskDefinition } from '../task-definition/render.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'

/** What was found without asking anybody, and what remains unknown. */
export type Offline = { readonly findings: readonly Finding[]; readonly notLookedAt: readonly string[] }

/** Checks that look at the task definition alone. */
const offlineChecks: readonly CheckId[] = [
  'fargate-size',
  'fargate-settings',
  'health-check-tool',
  'secret-in-environment',
  'latest-tag',
  'no-log-configuration',
  'root-user',
  'placeholder',
]

/**
 * All that a plan can tell without credentials: whether the task-definition file and the inputs fit together, and what preflight
 * finds in the definition itself; pure.
 *
 * @throws ProblemsFound where file and inputs do not fit together
 */
export function planOffline({ inputs, file }: GivenDeployment<PlanInputs>): Offline {
  if (file?.ok === false) throw new ProblemsFound(file.problems)
  const source = file?.value
  return {
    findings: source === undefined ? [] : findingsIn(source, inputs),
    notLookedAt: [
      'the service, and what runs in it: so there is no comparison, no drift and no cost',
      ...(source === undefined ? ['the task definition: it is not in a file'] : []),
      ...images(inputs),
      'secrets, parameters and roles: whether they exist',
      `checks that need AWS: ${checkIds.filter((id) => !offlineChecks.includes(id)).join(', ')}`,
    ],
  }
}

/** What runs is known to AWS alone; a container needs an image all the same, and this one has a digest. */
const unknownImage = `running@sha256:${'0'.repeat(64)}`

function images({ images: named, ecrImage }: PlanInputs): readonly string[] {
  const asked = named.filter(({ image }) => !isRunningImage(image))
  const all = [...asked.map(({ image }) => image), ...(ecrImage === undefined ? [] : [ecrImage.repository])]
  return all.length === 0 ? [] : [`images: whether they exist, their digests and platforms (${all.join(', ')})`]
}

function findingsIn(source: Source, inputs: PlanInputs): readonly Finding[] {
  const definition = { ...source.definition, family: source.definition.family ?? inputs.service }
  const given = inputs.images.map((one) => ({ ...one, written: one.image, notices: [] }))
  const named = given.filter(({ image }) => !isRunningImage(image))
  const kept = given.filter(({ image }) => isRunningImage(image)).map((one) => ({ ...one, image: unknownImage }))
  const { images: placed, target } = orThrow(placeImages(definition, [...named, ...kept], inputs))
  const rendered = orThrow(
    renderTaskDefinition(definition, {
      images: [...placed, ...ownImage(definition, inputs)],
      ...(target === undefined ? {} : { container: target }),
      overrides: inputs.overrides,
    }),
  )
  const { preflight, preflightIgnore } = inputs
  if (preflight === 'off') return []
  const fargate = rendered.definition.requiresCompatibilities?.includes('FARGATE') === true
  const service: Service = fargate ? { launchType: 'FARGATE' } : {}
  const facts = { service, definition: rendered.definition, settings: inputs.settings, images: named, lookedUp: {} }
  const ignored = checkIds.filter((id) => preflightIgnore.includes(id) || !offlineChecks.includes(id))
  return findings(facts, { preflight, preflightIgnore: ignored }, placesIn(source, rendered.definition, inputs))
}

/** The registry of `ecr-repository` is the caller's own, which nobody tells; a container needs an image all the same. */
function ownImage(definition: TaskDefinition, inputs: PlanInputs) {
  if (inputs.ecrImage === undefined) return []
  const { repository, tag, digest } = inputs.ecrImage
  const image = `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
  const own = { image, written: image, input: 'ecr-repository', notices: [] }
  return orThrow(placeImages(definition, [own], inputs)).images
}

function orThrow<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  throw new ProblemsFound(checked.problems)
}
