import type { WantedInputs } from '../inputs/deploy-inputs.ts'
import type { Locate } from '../preflight/find.ts'
import type { Found } from '../preflight/finding.ts'
import type { Path, TaskDefinition } from '../task-definition/task-definition.ts'
import type { Source } from './load-source.ts'

/**
 * Where the user finds what a check found: in the task-definition file, if what is deployed says there what the file says; else
 * in the input that this run gave; pure.
 */
export function placesIn(source: Source | undefined, definition: TaskDefinition, inputs: WantedInputs): Locate {
  const given = givenInputs(inputs)
  return ({ path, input }: Found) => {
    const inFile = path === undefined ? undefined : filePlace(source, path)
    if (path !== undefined && inFile !== undefined && isSame(path, source?.definition, definition)) return inFile
    if (input !== undefined && given.has(input)) return { input }
    // A tag of the file that was pinned to its digest.
    return path?.at(-1) === 'image' && inFile !== undefined ? inFile : {}
  }
}

/** The nearest place that the file knows: what is left out in it has the place of what it is missing in. */
function filePlace({ file, locate }: Partial<Pick<Source, 'file' | 'locate'>> = {}, path: Path) {
  if (file === undefined || locate === undefined) return undefined
  for (let length = path.length; length > 0; length -= 1) {
    const place = locate(path.slice(0, length))
    if (place !== undefined) return { file, ...place }
  }
  return undefined
}

function isSame(path: Path, one: unknown, other: unknown): boolean {
  return JSON.stringify(valueAt(path, one)) === JSON.stringify(valueAt(path, other))
}

function valueAt(path: Path, value: unknown): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[part] : undefined,
    value,
  )
}

function givenInputs({ images, ecrImage, overrides, settings }: WantedInputs): ReadonlySet<string> {
  const given: Readonly<Record<string, unknown>> = {
    'environment-variables': overrides.environment,
    secrets: overrides.secrets,
    'log-configuration-log-driver': overrides.logDriver,
    cpu: overrides.cpu,
    memory: overrides.memory,
    'task-role-arn': overrides.taskRoleArn,
    'execution-role-arn': overrides.executionRoleArn,
    'desired-count': settings.desiredCount,
    'network-configuration': settings.networkConfiguration,
    'ecr-repository': ecrImage,
  }
  const names = Object.keys(given).filter((name) => given[name] !== undefined)
  return new Set([...names, ...images.map(({ input }) => input)])
}
