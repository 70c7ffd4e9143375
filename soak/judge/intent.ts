/** What the inputs of a run ask for, worked out without the action; pure. */
import { absentSecretArn, canaries, currentRevision } from '../plan/account.ts'
import { canonical } from '../play/content.ts'
import type { Content, Played } from '../play/played.ts'

interface Definition {
  containerDefinitions: { environment?: object[]; secrets?: object[] }[]
  cpu?: string
  memory?: string
}

/** Why a revision is not what was asked for; undefined where it is. @param until when the deployment was seen last */
export function whyNotIntended(
  played: Played,
  taskDefinition: string,
  digests: Readonly<Record<string, string>>,
  until: number,
): string | undefined {
  const content = played.definitions[taskDefinition]
  if (content === undefined) return `${taskDefinition} does not exist`
  const bases = basesOf(played, until)
  if (!bases.some(({ rest }) => expected(rest, played.inputs) === content.rest)) {
    return `${taskDefinition} is not what was asked for`
  }
  return whyNotImage(played, content, digests, bases, until)
}

function whyNotImage(
  played: Played,
  { images }: Content,
  digests: Readonly<Record<string, string>>,
  bases: readonly Content[],
  until: number,
): string | undefined {
  const { image = '' } = played.inputs
  const tag = /:(\w+)$/.exec(image)?.[1]
  if (tag === undefined) {
    return bases.some((base) => base.images.web === images.web) ? undefined : `the image became ${images.web}`
  }
  const named = /@(sha256:[0-9a-f]{64})$/.exec(images.web ?? '')?.[1]
  if (named === undefined && images.web !== image) return `the image is ${images.web}`
  const digest = named ?? digests.web
  const meant = played.tags.filter(({ at }) => at <= until).flatMap((one) => one.digests[tag] ?? [])
  return digest === undefined || meant.includes(digest) ? undefined : `${digest} was never the digest of ${tag}`
}

/** What the run may have started from: the revision that was named, or any that ran while it looked. */
function basesOf(played: Played, until: number): readonly Content[] {
  const named = played.inputs['task-definition']
  const find = (revision: string): readonly Content[] =>
    Object.entries(played.definitions).flatMap(([arn, content]) => (arn.endsWith(`/${revision}`) ? [content] : []))
  if (named !== undefined && named !== '') return find('web:1')
  const seen = played.moments
    .filter(({ at }) => at <= until)
    .flatMap(({ deployments }) => deployments.map(({ taskDefinition }) => played.definitions[taskDefinition]))
  return [...find(currentRevision), ...seen.flatMap((content) => content ?? [])]
}

function expected(base: string, inputs: Readonly<Record<string, string>>): string {
  const wanted = JSON.parse(base) as Definition
  const [container] = wanted.containerDefinitions
  if (container === undefined) return base
  if (inputs['environment-variables']) put(container, 'environment', { name: 'STEP', value: canaries.newEnvironment })
  if (inputs.secrets) put(container, 'secrets', { name: 'EXTRA', valueFrom: absentSecretArn })
  if (inputs.cpu) wanted.cpu = inputs.cpu
  if (inputs.memory) wanted.memory = inputs.memory
  if (inputs['task-definition']?.endsWith('.json')) wanted.memory = '1024'
  return canonical(wanted)
}

function put(
  container: Definition['containerDefinitions'][number],
  list: 'environment' | 'secrets',
  entry: { readonly name: string; readonly value?: string; readonly valueFrom?: string },
): void {
  const others = (container[list] ?? []).filter((one) => (one as { name?: string }).name !== entry.name)
  container[list] = [...others, entry]
}
