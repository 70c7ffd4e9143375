import type { DiagnosisContext } from '../../src/diagnosis/cause.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Diagnosis, Evidence, StoppedContainer, StoppedTask } from '../../src/diagnosis/evidence.ts'

export const appImage = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2'

export const context: DiagnosisContext = {
  cluster: 'prod',
  service: 'app',
  region: 'eu-west-1',
  wantedImages: [{ container: 'app', image: appImage }],
  hasLoadBalancer: true,
  containerHealthCheckOf: () => undefined,
}

export const nothing: Evidence = { deploymentId: 'ecs-svc/1', stoppedTasks: [], events: [], failedTasks: 0 }

export function taskId(number = 1): string {
  return number.toString(16).padStart(32, '0')
}

export function container(fields: Partial<StoppedContainer> = {}): StoppedContainer {
  return {
    name: 'app',
    essential: true,
    log: { group: '/ecs/app', stream: `app/app/${taskId()}`, region: 'eu-west-1' },
    ...fields,
  }
}

export function stopped(fields: Partial<StoppedTask> = {}): StoppedTask {
  return { id: taskId(), containers: [container()], ...fields }
}

/** A task whose essential container ended with this code. */
export function exited(exitCode: number, number = 1, fields: Partial<StoppedContainer> = {}): StoppedTask {
  return stopped({
    id: taskId(number),
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [container({ exitCode, ...fields })],
  })
}

/** A task that ended before its containers ran. */
export function failedToStart(reason: string, number = 1): StoppedTask {
  return stopped({ id: taskId(number), stopCode: 'TaskFailedToStart', stoppedReason: reason })
}

export function withTasks(...stoppedTasks: StoppedTask[]): Evidence {
  return { ...nothing, stoppedTasks }
}

export function withEvents(...messages: string[]): Evidence {
  const events = messages.map((message, index) => ({ id: String(index), at: new Date(index * 1000), message }))
  return { ...nothing, events }
}

export function firstCause(evidence: Evidence): Diagnosis {
  const [first] = diagnose(evidence, context)
  if (first === undefined) throw new Error('no diagnosis')
  return first
}
