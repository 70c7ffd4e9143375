import { isAbsolute, resolve } from 'node:path'
import { isDigest, isRepository, isTag } from '../image/reference.ts'
import { isRunningImage } from '../image/running-image.ts'
import { parseWholeReference } from '../image/whole-reference.ts'
import type { DeployInputs, TaskDefinitionSource, WantedImage } from './deploy-inputs.ts'
import type { InputReader, Parser } from './input-reader.ts'
import { parseList, parsePairs } from './lines.ts'
import { variableNames } from './overrides.ts'
import { bad, good } from './parsed.ts'
import { parseChoice } from './scalars.ts'
import { withoutAbsent } from './without-absent.ts'

/** What the inputs need to know about files: whether there is one (a folder is none) at an absolute path. */
export type Files = { exists(path: string): boolean }

type Version = Pick<
  DeployInputs,
  'images' | 'containerName' | 'taskDefinition' | 'ecrImage' | 'pinDigest' | 'allowUnknownMembers' | 'variables'
>

type VersionInputReader = InputReader<
  | 'container-name'
  | 'task-definition'
  | 'image'
  | 'images'
  | 'ecr-repository'
  | 'image-digest'
  | 'image-tag'
  | 'pin-digest'
  | 'allow-unknown-members'
  | 'variables'
>

/** Reads which version is to be deployed, and refuses combinations that contradict each other. */
export function readVersion(reader: VersionInputReader, env: NodeJS.ProcessEnv, files: Files): Version {
  const containerName = reader.take('container-name', parseContainerName)
  const taskDefinition = readTaskDefinition(reader, env, files)
  const images = readImages(reader, containerName)
  const ecrImage = readEcrImage(reader)
  return withoutAbsent<Version>({
    images,
    containerName,
    taskDefinition,
    ecrImage,
    pinDigest: reader.take('pin-digest', parseChoice(['true', 'false', 'required'])) ?? 'true',
    allowUnknownMembers: reader.takeLines('allow-unknown-members', parseList) ?? [],
    variables: readVariables(reader, taskDefinition),
  })
}

// API reference, ContainerDefinition.name.
const containerPattern = /^[A-Za-z0-9_-]{1,255}$/

export const parseContainerName: Parser<string> = (text) => {
  if (containerPattern.test(text)) return good(text)
  if (text.includes(','))
    return bad('It takes one container. For several containers use images, with one container=image per line.')
  return bad(`"${text}" is not the name of a container: up to 255 letters, digits, "_" and "-".`)
}

function readImages(reader: VersionInputReader, containerName: string | undefined): readonly WantedImage[] {
  const image = reader.take('image', parseImage)
  const images = reader.takeLines('images', parseImages) ?? []
  const named =
    image !== undefined ? 'image' : reader.text('ecr-repository') !== undefined ? 'ecr-repository' : undefined
  if (named !== undefined && images.some(({ container }) => container === containerName)) {
    reader.refuse('images', `It names an image for the container ${containerName}, and so does ${named}. Leave one.`)
  }
  const single: WantedImage[] =
    image === undefined ? [] : [withoutAbsent<WantedImage>({ container: containerName, image, input: 'image' })]
  return [...single, ...images]
}

const parseImage: Parser<string> = (text) => {
  if (isRunningImage(text)) return good(text)
  const parsed = parseWholeReference(text)
  return parsed.ok ? good(text) : parsed
}

const parseImages: Parser<readonly WantedImage[]> = (text) => {
  const pairs = parsePairs({ name: containerPattern, nameIs: 'the name of a container' })(text)
  if (!pairs.ok) return pairs
  const images = pairs.value.map(({ name, value }) => ({
    container: name,
    image: value.trim(),
    input: 'images' as const,
  }))
  const problems = images.flatMap(({ container, image }) => {
    const parsed = parseImage(image)
    return parsed.ok ? [] : parsed.problems.map(({ message }) => ({ message: `Container ${container}: ${message}` }))
  })
  return problems.length > 0 ? { ok: false, problems } : good(images)
}

function readTaskDefinition(
  reader: VersionInputReader,
  env: NodeJS.ProcessEnv,
  files: Files,
): TaskDefinitionSource | undefined {
  const text = reader.text('task-definition')
  if (text === undefined) return undefined
  // On a runner the workspace is the working directory; a local run may set it to another one.
  const resolved = isAbsolute(text) ? text : resolve(env.GITHUB_WORKSPACE || '.', text)
  if (files.exists(resolved)) return { kind: 'file', path: resolved === resolve(text) ? text : resolved }
  const arn = /^arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}(?::\d+)?$/
  if (arn.test(text) || /^[\w-]{1,255}(?::[1-9]\d*)?$/.test(text)) return { kind: 'reference', reference: text }
  const looksLikePath = /[/\\]|\.(?:jsonc?|ya?ml)$/i.test(text) && !text.startsWith('arn:')
  reader.refuse(
    'task-definition',
    looksLikePath
      ? `There is no file ${resolved}. Check the path, and that a checkout step runs before this one.`
      : `"${text}" is neither an existing file nor a family, family:revision or the ARN of a task definition.`,
  )
  return undefined
}

function readEcrImage(reader: VersionInputReader): DeployInputs['ecrImage'] {
  const repository = reader.take('ecr-repository', parseRepository)
  const digest = reader.take('image-digest', parseDigest)
  const tag = reader.take('image-tag', parseTag)
  if (reader.text('ecr-repository') === undefined) {
    for (const input of ['image-digest', 'image-tag'] as const) {
      if (reader.text(input) !== undefined)
        reader.refuse(
          input,
          'It needs ecr-repository, the name of the repository. Or use image with the whole reference.',
        )
    }
    return undefined
  }
  if (reader.text('image') !== undefined) reader.refuse('ecr-repository', 'image is given as well. Leave one.')
  if (reader.text('image-digest') === undefined && reader.text('image-tag') === undefined) {
    reader.refuse(
      'ecr-repository',
      'It needs image-digest or image-tag, which say which image of the repository to deploy.',
    )
  }
  return repository === undefined
    ? undefined
    : withoutAbsent<NonNullable<DeployInputs['ecrImage']>>({ repository, digest, tag })
}

const parseRepository: Parser<string> = (text) => {
  if (isRepository(text)) return good(text)
  return bad(
    `"${text}" is not the name of a repository, e.g. my-app or team/my-app. For a whole reference with registry use image.`,
  )
}

const parseDigest: Parser<string> = (text) =>
  isDigest(text) ? good(text) : bad(`"${text}" is not a digest: sha256: and 64 hexadecimal digits.`)

const parseTag: Parser<string> = (text) => (isTag(text) ? good(text) : bad(`"${text}" is not a tag.`))

function readVariables(
  reader: VersionInputReader,
  source: TaskDefinitionSource | undefined,
): DeployInputs['variables'] {
  const pairs = reader.takeLines('variables', parsePairs(variableNames))
  if (
    reader.lines('variables') !== undefined &&
    (source?.kind === 'reference' || reader.text('task-definition') === undefined)
  ) {
    reader.refuse('variables', 'They replace placeholders in a file, so task-definition must be the path of one.')
  }
  return pairs === undefined ? undefined : new Map(pairs.map(({ name, value }) => [name, value]))
}
