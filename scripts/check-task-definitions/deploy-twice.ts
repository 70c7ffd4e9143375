import { mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Scenario } from '../../simulator/scenario.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import type { TaskDefinition } from '../../src/task-definition/task-definition.ts'
import { writeDockerStandIn } from '../demo/docker-stand-in.ts'
import { type ActionEnd, runAction } from '../demo/run-action.ts'
import { imageForNone, type RenderedFile, renderFile } from './render-file.ts'
import { imagesThatExist, movedToSimulatedRegistry } from './simulated-registry.ts'

const service = 'check'

/**
 * Deploys a file twice with the built action to a simulated service that runs the same definition with other images.
 *
 * @param fileText of a file that renders
 * @param folder for what the runs write
 * @returns undefined where the first run deployed it and the second found nothing to do; else what went wrong, in one line
 */
export async function deployTwice(
  fileText: string,
  file: string,
  folder: string,
  variables?: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const values = variables && new Map([...variables].map(([name, value]) => [name, movedToSimulatedRegistry(value)]))
  const rendered = await renderFile(movedToSimulatedRegistry(fileText), file, values)
  if (!rendered.ok) return `does not render: ${rendered.problems.map(({ message }) => message).join(' ')}`
  let simulator: Simulator
  try {
    simulator = await startSimulator({ scenario: scenarioFor(rendered.value.definition), speed: 1000 })
  } catch (error) {
    return `ECS would not register it: ${error instanceof Error ? error.message : error}`
  }
  try {
    return await deployBoth(simulator, rendered.value, file, folder, values)
  } finally {
    await simulator.close()
  }
}

function scenarioFor(definition: TaskDefinition): Scenario {
  const containers = definition.containerDefinitions ?? []
  const earlier = containers.map((container, index) => ({ ...container, image: `before/image-${index}:1` }))
  const fargate = definition.requiresCompatibilities?.includes('FARGATE') === true
  const images = [...containers, ...earlier].map(({ image }) => image ?? '')
  return {
    services: [
      {
        name: service,
        launchType: fargate ? 'FARGATE' : 'EC2',
        taskDefinition: { ...definition, containerDefinitions: earlier },
      },
    ],
    secrets: 'all',
    ...imagesThatExist(images),
  }
}

async function deployBoth(
  simulator: Simulator,
  { text, withoutImage }: RenderedFile,
  file: string,
  folder: string,
  variables: ReadonlyMap<string, string> | undefined,
): Promise<string | undefined> {
  const workspace = join(folder, 'workspace')
  const programs = join(folder, 'programs')
  const name = `task-definition${extname(file)}`
  mkdirSync(workspace, { recursive: true })
  writeFileSync(join(workspace, name), text)
  writeDockerStandIn(programs, simulator)
  const run = (which: string): Promise<ActionEnd> =>
    runAction({
      stage: 'main',
      folder: join(folder, which),
      workspace,
      inputs: {
        service,
        'task-definition': name,
        images: withoutImage.map((container) => `${container}=${imageForNone}`).join('\n'),
        variables: [...(variables ?? [])]
          .map(([key, value]) => `${key}<<end-of-value\n${value}\nend-of-value`)
          .join('\n'),
        // Virtual minutes: on a busy machine the time of a simulator this fast runs away.
        'wait-for-minutes': '360',
      },
      path: [programs],
      time: simulator.time,
      env: {
        AWS_REGION: 'us-east-1',
        AWS_ENDPOINT_URL: simulator.url,
        AWS_ACCESS_KEY_ID: 'AKIASIMULATED',
        AWS_SECRET_ACCESS_KEY: 'simulated-secret-key',
      },
    })
  const first = await run('first')
  if (first.outputs.outcome !== 'deployed') return `first run: ${told(first)}`
  const before = simulator.requests().length
  const second = await run('second')
  const changes = simulator.requests().filter(({ mutating }, index) => mutating && index >= before)
  const wrongly = changes.map(({ operation }) => ` ${operation} was called.`).join('')
  return second.outputs.outcome === 'unchanged' && changes.length === 0
    ? undefined
    : `second run: ${told(second)}${wrongly}`
}

/** How a run ended, in one line. */
function told({ outputs, report, log }: ActionEnd): string {
  if (report === undefined) return `ended without a report: ${log.trim().split('\n').at(-1)}`
  const reasons = report.diagnoses.map(({ title, explanation }) => `${title}: ${explanation}`)
  const changes = report.changes.map(({ kind, path }) => `${kind}: ${path}.`)
  return [`${outputs.outcome}.`, report.headline, ...reasons, ...changes].join(' ').replaceAll(/\s+/g, ' ')
}
