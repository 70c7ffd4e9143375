/**
 * One line without control characters, with straight apostrophes: ECS writes both `can't` and `can’t`
 * (DG task_cannot_pull_image), and Fargate and the EC2 agent differ in line breaks.
 */
export function plain(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

/** At most `limit` characters; what is cut is marked. */
export function shorten(text: string, limit = 300): string {
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}

/**
 * An event without its `(service NAME)` and `(deployment ID)` heads, so that a service called "alarm" is not taken
 * for an alarm. The API writes `(service NAME)`, the documentation `service (NAME)` or `service NAME`.
 */
export function eventBody(message: string): string {
  return plain(message)
    .replace(/^(?:\(service [^()]*\)|service \([^()]*\)|service \S+) ?/, '')
    .replace(/^\(deployment [^()]*\) /, '')
}

/** For comparing: the ids of tasks and the counts of retries differ between things that went wrong in the same way. */
export function withoutIds(text: string): string {
  return text.replace(/\b[0-9a-f]{32}\b/g, 'ID').replace(/retried \d+ time/g, 'retried N time')
}

/** The ids of the tasks that an event names. */
export function taskIdsIn(message: string): string[] {
  return [...message.matchAll(/\(task ([0-9a-f]{32})\)/g)].flatMap((match) => match[1] ?? [])
}

const imagePatterns = [
  /resolve ref(?:erence)? "?([^\s"]+?)"?:? /i,
  /resolve ref(?:erence)? "?([^\s"]+?)"?:?$/i,
  /manifest for (\S+) not found/i,
  /cannot pull '?([^\s']+)'? from/i,
  /access denied for (\S+?),/i,
]

/** The image that a pull error names, or undefined. */
export function imageIn(text: string): string | undefined {
  return firstMatch(text, imagePatterns)
}

/** The first ARN of a service in a text, e.g. `arnIn(text, 'secretsmanager')`, in any partition. */
export function arnIn(text: string, service: string): string | undefined {
  return firstMatch(text, [new RegExp(`(arn:aws[a-z0-9-]*:${service}:[^\\s'",)]+[^\\s'",).:])`)])
}

/** The name of the first SSM parameter that could not be read: ECS names it bare or as an ARN. */
export function parameterIn(text: string): string | undefined {
  return firstMatch(text, [/invalid (?:ssm )?parameters:? ([^\s,]+[^\s,.])/i]) ?? arnIn(text, 'ssm')
}

/** `linux/amd64` and the like, where the text says which platform the task needs. */
export function platformIn(text: string): string | undefined {
  return firstMatch(text, [/(?:platform|manifest for) '?"?([a-z]+\/[a-z0-9]+(?:\/v\d)?)/i])
}

/** An action such as `ecr:BatchGetImage` that IAM refused. */
export function deniedActionIn(text: string): string | undefined {
  return firstMatch(text, [/not authorized to perform:? ([a-z-]+:[A-Za-z]+)/i])
}

/** HTTP codes from `Health checks failed with these codes: [503]`, each once. */
export function healthCodesIn(text: string): string[] {
  return [...text.matchAll(/with these codes: \[([^\]]*)/g)].flatMap((match) =>
    (match[1] ?? '').split(',').map((code) => code.trim()),
  )
}

/** The port that the load balancer checks, from `(port 8080)`. */
export function portIn(text: string): string | undefined {
  return firstMatch(text, [/\(port (\d+)\)/])
}

/** A subnet id. */
export function subnetIn(text: string): string | undefined {
  return firstMatch(text, [/(subnet-[0-9a-f]+)/])
}

function firstMatch(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}
