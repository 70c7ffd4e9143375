/** `/_simulator/…`: watch the account and change it from outside, with curl or from a test. */
import { taskShape } from '../ecs/shapes.ts'
import { stopTask } from '../ecs/tasks.ts'
import { happen, serviceMeant } from '../happen.ts'
import type { Happening, OtherDeployment } from '../happening.ts'
import { ApiError } from '../protocol/errors.ts'
import { emit, serviceEventText } from '../rollout/service-events.ts'
import type { Fault, ImageBehaviour, ImageScenario } from '../scenario.ts'
import type { Clock } from '../time/clock.ts'
import { clusterName } from '../world/arn.ts'
import { deleteImage, moveTag, push, storedImageNamed } from '../world/image-changes.ts'
import type { Repository, World } from '../world/world.ts'
import { type CallContext, catchUp } from './call.ts'

export interface Control {
  readonly context: CallContext
  readonly clock: Clock
  readonly recorded: readonly unknown[]
}

export interface ControlAnswer {
  readonly status: number
  readonly body: unknown
}

/** @param path `/_simulator/<what>` */
export function answerControl(control: Control, method: string, path: string, body: string): ControlAnswer {
  const what = path.slice('/_simulator/'.length).split('?')[0] ?? ''
  catchUp(control.context)
  try {
    if (method === 'GET') return look(control, what)
    return change(control, what, body === '' ? {} : (JSON.parse(body) as Record<string, unknown>))
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: { error: `${error.type}: ${error.message}` } }
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } }
  }
}

function look({ context, recorded }: Control, what: string): ControlAnswer {
  const { world } = context.engine
  const views: Readonly<Record<string, () => unknown>> = {
    requests: () => recorded,
    services: () => world.services,
    tasks: () => world.tasks.map((task) => ({ ...taskShape(world, task), hidden: task.hidden })),
    events: () =>
      world.services.map(({ name, cluster, events }) => ({ cluster, service: name, events: events.map(line) })),
    'task-definitions': () => [...world.taskDefinitions.values()].flat(),
    logs: () => world.logs,
    alarms: () => Object.fromEntries(world.alarms),
    neighbours: () => ({
      ...world.neighbours,
      changedRoles: Object.fromEntries(world.neighbours.changedRoles),
      logGroups: [...world.neighbours.logGroups.groups.values()],
      secretValues: Object.keys(world.neighbours.secretValues),
    }),
    faults: () => context.faults.list(),
    happened: () => world.happened,
    images: () => [...world.repositories.values(), ...world.otherRepositories.values()].map(imageList),
    time: () => ({ now: world.now, iso: new Date(world.now).toISOString() }),
  }
  if (what.startsWith('blobs/')) return blob(world, what.slice('blobs/'.length))
  const view = views[what]
  return view === undefined ? unknown(Object.keys(views), []) : { status: 200, body: view() }
}

const line = ({ createdAt, message }: { createdAt: number; message: string }): string =>
  `${new Date(createdAt).toISOString()} ${message}`

function imageList({ uri, tags, images }: Repository): object {
  return {
    repository: uri,
    tags: Object.fromEntries(tags),
    images: [...images.values()].map(({ digest, platforms, behaviour }) => ({ digest, platforms, behaviour })),
  }
}

function blob(world: World, path: string): ControlAnswer {
  const slash = path.lastIndexOf('/')
  const found = world.repositories.get(path.slice(0, slash))?.blobs.get(path.slice(slash + 1))
  return found === undefined ? { status: 404, body: { error: 'There is no such blob' } } : { status: 200, body: found }
}

type Changes = Readonly<Record<string, (body: Record<string, unknown>) => unknown>>

function change(control: Control, what: string, body: Record<string, unknown>): ControlAnswer {
  const { context } = control
  const { engine, faults } = context
  const { world } = engine
  const changes: Changes = {
    advance: ({ seconds }) => control.clock.advance(Number(seconds) * 1000),
    faults: (fault) => faults.add(fault as unknown as Fault),
    'clear-faults': () => faults.clear(),
    // { actions: ['ecs:UpdateService', 'logs:*'] }; an empty list gives all permissions back.
    deny: ({ actions }) => {
      context.deny.splice(0, context.deny.length, ...(actions as string[]))
    },
    // { image: 'nginx:1' or an ECR reference, to: a digest or another tag }
    'move-tag': ({ image, to }) => moveTag(world, String(image), String(to)),
    push: ({ repository, image }) => push(world, String(repository), image as ImageScenario),
    'delete-image': ({ image }) => deleteImage(world, String(image)),
    behaviour: ({ image, behaviour }) => {
      storedImageNamed(world, String(image)).behaviour = behaviour as ImageBehaviour
    },
    secrets: ({ secrets }) => {
      world.secrets = secrets === 'all' ? 'all' : (secrets as string[])
      world.deletedSecrets.length = 0
    },
    // Somebody else deploys: { service, cluster?, taskDefinition?, image? }, by default the present definition once more.
    supersede: (body) => happen(engine, supersession(body)),
    // One entry of a scenario's timeline, now: { scale: 3 }, { deleteService: true }, { role: { name, trust: [] } }, …
    happen: (happening) => happen(engine, happening),
    'stop-task': (input) => stopTask(engine, input as unknown as Parameters<typeof stopTask>[1]),
    'repeat-steady-state': ({ service }) => {
      emit(engine, serviceMeant(engine, String(service)), serviceEventText.steady)
    },
  }
  const apply = changes[what]
  return apply === undefined
    ? unknown([], Object.keys(changes))
    : { status: 200, body: { done: what, result: apply(body) } }
}

function supersession({ service, cluster, ...deploy }: Record<string, unknown>): Happening {
  const named = cluster === undefined ? String(service) : `${clusterName(String(cluster))}/${String(service)}`
  return { service: named, deploy: { forceNewDeployment: true, ...(deploy as OtherDeployment) } }
}

const unknown = (gets: readonly string[], posts: readonly string[]): ControlAnswer => ({
  status: 404,
  body: { error: 'There is no such thing here', ...(gets.length > 0 ? { GET: gets } : { POST: posts }) },
})
