import type { DeployInputs, WantedInputs } from '../inputs/deploy-inputs.ts'
import type { GivenInputs } from '../inputs/read-deploy-inputs.ts'
import type { Checked, Problem } from '../problem.ts'
import { placeImages } from './images.ts'
import { loadFile, type Source } from './load-source.ts'
import type { Files } from './ports.ts'

/** The inputs, with the task-definition file where one was given; what is wrong with the file is told with what AWS says. */
export type GivenDeployment<Inputs extends WantedInputs = DeployInputs> = {
  readonly inputs: Inputs
  readonly file?: Checked<Source>
}

/**
 * Everything that can be known without AWS: the inputs, the task-definition file if there is one, and whether the containers
 * that the inputs name are in it. With inputs that are wrong nobody can ask AWS: then all of it is told together.
 *
 * @param given what `readDeployInputs` returned
 */
export async function checkOffline<Inputs extends WantedInputs>(
  given: GivenInputs<Inputs>,
  files: Files,
): Promise<Checked<GivenDeployment<Inputs>>> {
  const { taskDefinition, ...how } = given.ok ? given.value : given.file
  const loaded = taskDefinition?.kind === 'file' ? await loadFile(files, taskDefinition.path, how) : undefined
  if (!given.ok) {
    return { ok: false, problems: [...given.problems, ...(loaded?.ok === false ? loaded.problems : [])] }
  }
  const problems = loaded?.ok ? misplaced(given.value, loaded.value) : []
  const file = problems.length > 0 ? { ok: false as const, problems } : loaded
  return { ok: true, value: { inputs: given.value, ...(file === undefined ? {} : { file }) } }
}

/** Containers are the same before and after images are looked up. */
function misplaced(inputs: WantedInputs, { definition }: Source): readonly Problem[] {
  const own = inputs.ecrImage === undefined ? [] : [{ image: '', input: 'ecr-repository' }]
  const named = [...inputs.images, ...own].map((image) => ({ ...image, written: image.image, notices: [] }))
  const placed = placeImages(definition, named, inputs)
  return placed.ok ? [] : placed.problems
}
