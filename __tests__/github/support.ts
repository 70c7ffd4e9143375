import { writeLines } from '../../src/github/log-line.ts'
import { closingLines } from '../../src/github/log-report.ts'
import type { DeploymentReport, Version } from '../../src/report.ts'

const registry = '111122223333.dkr.ecr.eu-west-1.amazonaws.com'
export const startedAt = Date.UTC(2026, 10, 21, 9, 0, 0)

export function digest(character: string): string {
  return `sha256:${character.repeat(64)}`
}

export function version(revision: number, character: string): Version {
  return {
    taskDefinition: `app:${revision}`,
    taskDefinitionArn: `arn:aws:ecs:eu-west-1:111122223333:task-definition/app:${revision}`,
    images: [
      { container: 'app', image: `${registry}/app@${digest(character)}`, digest: digest(character) },
      { container: 'proxy', image: 'envoy:v1' },
    ],
  }
}

/** A deployment whose tasks crash; the previous version runs again. */
export const rolledBack: DeploymentReport = {
  action: 'deploy',
  outcome: 'rolled-back',
  headline: 'app:8 failed to start; app:7 runs again.',
  cluster: 'prod',
  service: 'app',
  region: 'eu-west-1',
  partition: 'aws',
  before: version(7, 'a'),
  wanted: version(8, 'b'),
  now: { version: version(7, 'a'), running: 2, desired: 2, seen: true },
  changed: true,
  publicIps: [],
  taskIps: [],
  deploymentId: 'ecs-svc/1234567890123456789',
  serviceDeploymentArn: 'arn:aws:ecs:eu-west-1:111122223333:service-deployment/prod/app/NCWGC2ZR-taawPAYrIaU5',
  diagnoses: [
    {
      cause: 'exit-1',
      title: 'Container "app" exits with code 1 (2 tasks)',
      explanation: 'The program ended by itself with an error.',
      advice: [
        "Read what the container wrote:\naws logs tail /ecs/app --log-stream-names 'app/app/1' --region eu-west-1",
        'Then fix it.',
      ],
      heals: 'maybe',
      facts: [`Task ${'1'.padStart(32, '0')}: Essential container in task exited; app: exit code 1`],
      count: 2,
    },
  ],
  changes: [
    { path: 'app: image', kind: 'changed', before: 'old', after: 'new' },
    { path: 'app: environment TOKEN', kind: 'added' },
  ],
  timeline: [
    { at: startedAt + 1000, text: 'Registered app:8' },
    { at: startedAt + 95_000, text: 'A task stopped' },
  ],
  events: [{ id: '1', at: new Date(startedAt + 20_000), message: '(service app) has started 1 tasks: (task 0123).' }],
  stoppedTasks: ['1', '2'].map((number) => ({
    id: number.padStart(32, '0'),
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    stoppedAt: new Date(startedAt + Number(number) * 1000),
    containers: [
      {
        name: 'app',
        exitCode: 1,
        essential: true,
        log: { group: '/ecs/app', stream: `app/app/${number.padStart(32, '0')}`, region: 'eu-west-1' },
        lastLines: ['Error: cannot connect', '```', '::error::no'],
      },
    ],
  })),
  tasks: [],
  findings: [],
  notices: ['Tagging was denied: allow ecs:TagResource.'],
  commands: [
    {
      why: 'Deploy the previous version again:',
      command: 'aws ecs update-service --cluster prod --service app --task-definition app:7',
    },
  ],
  startedAt,
  endedAt: startedAt + 185_000,
}

/** Without the given members, which exactOptionalPropertyTypes keeps from being `undefined`. */
export function without<K extends keyof DeploymentReport>(report: DeploymentReport, ...keys: K[]): DeploymentReport {
  return Object.fromEntries(Object.entries(report).filter(([key]) => !keys.includes(key as K))) as DeploymentReport
}

/** The last lines of the log, without colours; the title of a group as a line. */
export function closed(report: DeploymentReport): readonly string[] {
  const lines: string[] = []
  writeLines(closingLines(report), {
    info: (line) => lines.push(line),
    group: (title) => lines.push(title),
    endGroup: () => undefined,
  })
  return lines
}
