import { isRunningImage } from '../image/running-image.ts'
import type { Problem } from '../problem.ts'
import { parseCapacityProviderStrategy } from './capacity-provider-strategy.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { WantedImage } from './deploy-inputs.ts'
import { InputReader, type Parser } from './input-reader.ts'
import { parsePairs } from './lines.ts'
import { parseNetworkConfiguration } from './network-configuration.ts'
import { parseCpu, parseMemory, parseRole, variableNames } from './overrides.ts'
import { parseTaskCommand } from './pre-deploy.ts'
import type { FileInputs } from './read-deploy-inputs.ts'
import { runTaskForeignNames } from './run-task-foreign-names.ts'
import { type RunTaskInputReader, runTaskInputDefaults, runTaskInputNames } from './run-task-input-names.ts'
import type { RunTaskInputs, TaskLaunch, TaskOverrides } from './run-task-inputs.ts'
import { parseWait } from './safety.ts'
import { parseBoolean, parseChoice, parseForm, parseInteger } from './scalars.ts'
import { parsePlatformVersion } from './service-settings.ts'
import { parseTags } from './tags.ts'
import { parseService, readPlace } from './target.ts'
import { unknownInputs } from './unknown-inputs.ts'
import { type Files, readVersion } from './version.ts'
import { withoutAbsent } from './without-absent.ts'

/** The inputs; or the problems, and of the inputs those that say where the task-definition file is and how to read it. */
export type GivenTask =
  | { readonly ok: true; readonly value: RunTaskInputs }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly file: FileInputs }

/** One DescribeTasks tells about 100 tasks (API reference). */
const mostTasks = 100
/** SDK text of RunTaskRequest. */
const longestOverrides = 8_192

/**
 * Reads everything the run-task action was asked to do from the `INPUT_…` variables that the runner sets. An empty input is
 * an unset one. The result is frozen; otherwise every problem is returned at once, none of which shows the value of an
 * environment variable.
 */
export function readRunTaskInputs(env: NodeJS.ProcessEnv, files: Files): GivenTask {
  const reader: RunTaskInputReader = new InputReader(env, runTaskInputDefaults)
  const version = readVersion(reader, env, files)
  const inputs = withoutAbsent<RunTaskInputs>({
    ...readPlace(reader),
    service: reader.take('service', parseService),
    ...version,
    overrides: readOverrides(reader),
    launch: readLaunch(reader),
    count: reader.take('count', parseInteger(1, mostTasks)),
    tags: reader.takeLines('tags', parseTags) ?? [],
    defaultTags: reader.take('default-tags', parseBoolean),
    waitForMinutes: reader.take('wait-for-minutes', parseWait),
    dryRun: reader.take('dry-run', parseBoolean),
  })
  refuseNowhere(reader)
  refuseRunning(reader, version.images)
  const problems = [...reader.problems, ...unknownInputs(env, runTaskInputNames, runTaskForeignNames)]
  const value = deepFreeze(inputs)
  return problems.length > 0 ? { ok: false, problems: deepFreeze(problems), file: value } : { ok: true, value }
}

function readOverrides(reader: RunTaskInputReader): TaskOverrides {
  const overrides = withoutAbsent<TaskOverrides>({
    command: reader.take('command', parseTaskCommand),
    environment: (reader.takeLines('environment-variables', parsePairs(variableNames)) ?? []).map(
      ({ name, value }) => ({ name, value }),
    ),
    cpu: reader.take('cpu', inUnits(parseCpu)),
    memory: reader.take('memory', inUnits(parseMemory)),
    taskRoleArn: reader.take('task-role-arn', parseRole),
    executionRoleArn: reader.take('execution-role-arn', parseRole),
  })
  const { length } = JSON.stringify(overrides)
  if (length > longestOverrides) {
    reader.refuse(
      overrides.environment.length > 0 ? 'environment-variables' : 'command',
      `What is given to the task is about ${length} characters long, and ECS takes ${longestOverrides}. Write some of it in the task definition.`,
    )
  }
  return overrides
}

/** `0.5 vCPU` and `1 GB` are 512 and 1024. */
function inUnits(parse: Parser<string>): Parser<string> {
  return (text) => {
    const parsed = parse(text)
    if (!parsed.ok || /^\d+$/.test(text)) return parsed
    return { ok: true, value: String(Math.round(Number.parseFloat(text) * 1024)) }
  }
}

// API reference, RunTask: the name of a task group; `family:` and `service:` are those of ECS itself.
const parseGroup = parseForm(
  /^(?!service:)[\w:./-]{1,255}$/,
  'the name of a task group: up to 255 letters, digits and : . / _ -, and not "service:…", which is for the tasks of a service',
)

function readLaunch(reader: RunTaskInputReader): TaskLaunch {
  const launch = withoutAbsent<TaskLaunch>({
    networkConfiguration: reader.takeLines('network-configuration', parseNetworkConfiguration),
    launchType: reader.take('launch-type', parseChoice(['FARGATE', 'EC2', 'EXTERNAL'])),
    capacityProviderStrategy: reader.takeLines('capacity-provider-strategy', parseCapacityProviderStrategy),
    platformVersion: reader.take('platform-version', parsePlatformVersion),
    group: reader.take('group', parseGroup),
    enableExecuteCommand: reader.take('enable-execute-command', parseBoolean),
    propagateTags: reader.take('propagate-tags', parseChoice(['TASK_DEFINITION', 'NONE'])),
    enableEcsManagedTags: reader.take('enable-ecs-managed-tags', parseBoolean),
  })
  if (launch.launchType !== undefined && launch.capacityProviderStrategy !== undefined) {
    reader.refuse('launch-type', 'capacity-provider-strategy is given as well, and ECS takes one of them. Leave one.')
  }
  const providers = launch.capacityProviderStrategy
  if (providers !== undefined && providers.length > 0 && providers.every(({ weight = 0 }) => weight === 0)) {
    reader.refuse('capacity-provider-strategy', 'All weights are 0, and ECS refuses that. Give one of them at least 1.')
  }
  return launch
}

/** Without a service nothing says what to run. */
/** Nothing is replaced by a task, so there is nothing that could stay. */
function refuseRunning(reader: RunTaskInputReader, images: readonly WantedImage[]): void {
  for (const { input } of images.filter(({ image }) => isRunningImage(image))) {
    reader.refuse(
      input,
      '"running" is for deployments. Without an image the task has that of its task definition, which is that of the service unless you give another.',
    )
  }
}

function refuseNowhere(reader: RunTaskInputReader): void {
  if (reader.text('service') !== undefined || reader.text('task-definition') !== undefined) return
  reader.refuse(
    'service',
    'Give service (its task definition, network and launch settings are used), or task-definition with network-configuration. An output of an earlier step that is empty counts as missing.',
  )
}
