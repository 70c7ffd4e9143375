import type { Failure } from '@aws-sdk/client-ecs'
import type { Diagnosis } from '../diagnosis/evidence.ts'

/** Why RunTask started no task, or fewer than it should. */
export type LaunchFailure = {
  readonly diagnosis: Diagnosis
  /** It may be otherwise in a while: asking again is right. */
  readonly passes: boolean
}

type Row = {
  readonly text: RegExp
  readonly cause: string
  readonly title: (reason: string) => string
  readonly explanation: string
  readonly advice: readonly string[]
  readonly passes: boolean
}

/** `failures[].reason` of RunTask. Texts: DG api_failures_messages; Fargate's from service events, its form here is not documented. */
const rows: readonly Row[] = [
  {
    text: /capacity is unavailable/i,
    cause: 'fargate-capacity',
    title: () => 'AWS has no Fargate capacity for the task at the moment',
    explanation: 'There is not enough capacity of this size in the availability zones of the subnets.',
    advice: [
      'Try again later, or give subnets in other availability zones.',
      'A smaller cpu and memory find room more often.',
    ],
    passes: true,
  },
  {
    text: /reached the limit on the number/i,
    cause: 'quota',
    title: () => 'A quota of the account is reached: tasks or vCPUs at the same time',
    explanation: 'The account may not run more in this Region.',
    advice: ['Stop tasks that are not needed, or ask for a higher quota of AWS Fargate in Service Quotas.'],
    passes: true,
  },
  {
    text: /is above your limit/i,
    cause: 'quota',
    title: () => 'The task is larger than the account may run',
    explanation: 'A quota of the account limits the size of one task.',
    advice: ['Give a smaller cpu or memory, or ask for a higher quota of AWS Fargate in Service Quotas.'],
    passes: false,
  },
  {
    text: /^RESOURCE:/,
    cause: 'ec2-capacity',
    title: (reason) =>
      `No container instance has room for the task (${reason.replace(/^RESOURCE:/, '').replace(/[^A-Z_]/g, '')})`,
    explanation:
      'No instance of the cluster has the CPU, memory, ports, network interfaces or GPUs free that the task needs.',
    advice: [
      'Add instances, or let a capacity provider with managed scaling do so.',
      'Or give the task a smaller cpu and memory.',
    ],
    passes: true,
  },
  {
    text: /^AGENT/,
    cause: 'agent-disconnected',
    title: () => 'The ECS agent of a container instance is not connected',
    explanation: 'ECS cannot start tasks on an instance whose agent does not answer.',
    advice: ['Restart the agent on the instances, or replace them.'],
    passes: true,
  },
  {
    text: /^(?:ATTRIBUTE|LOCATION)|placement constraint unsatisfied/i,
    cause: 'ec2-capacity',
    title: () => 'No container instance has what the task asks for',
    explanation:
      'The task needs an attribute (log driver, network mode, architecture, a placement constraint) or an availability zone that no instance of the cluster has.',
    advice: [
      'Compare requiresAttributes of the task definition with the attributes of the instances: aws ecs list-attributes.',
    ],
    passes: false,
  },
  {
    text: /NO ACTIVE INSTANCES|EMPTY CAPACITY PROVIDER|No Container Instances were found/i,
    cause: 'ec2-capacity',
    title: () => 'The cluster has no container instances',
    explanation: 'The task needs an instance to run on, and there is none.',
    advice: ['Add instances, or run the task on Fargate: launch-type: FARGATE.'],
    passes: false,
  },
  {
    text: /internal error/i,
    cause: 'infrastructure',
    title: () => 'ECS had an internal error',
    explanation: 'A fault at AWS kept the task from starting.',
    advice: ['Run the job again. If it comes back, look at the AWS Health Dashboard.'],
    passes: true,
  },
]

const other: Omit<Row, 'text'> = {
  cause: 'unknown',
  title: (reason) => `ECS started no task: ${reason}`,
  explanation: 'ECS gave a reason that this action does not know; it is listed below as it was.',
  advice: [],
  passes: false,
}

/** Explains what RunTask told in `failures`; the first that cannot pass counts before all that may; pure. */
export function explainFailures(failures: readonly Failure[]): LaunchFailure {
  const all = failures.map((failure) => ({ failure, row: rowOf(reasonOf(failure)) ?? other }))
  const worst = all.find(({ row }) => !row.passes) ?? all[0]
  const { row, failure } = worst ?? { row: other, failure: {} }
  const facts = [...new Set(failures.map((one) => [reasonOf(one), one.detail].filter(Boolean).join(': ')))]
  return { passes: row.passes, diagnosis: diagnosisOf(row, reasonOf(failure), facts, failures.length) }
}

/** ECS may tell the same with an exception (which of both, for Fargate, is not documented); undefined where it tells something else; pure. */
export function explainRefusal(message: string): LaunchFailure | undefined {
  const row = rowOf(message)
  return row && { passes: row.passes, diagnosis: diagnosisOf(row, message, [message], 1) }
}

function rowOf(reason: string): Row | undefined {
  return rows.find(({ text }) => text.test(reason))
}

function reasonOf({ reason }: Failure): string {
  return reason ?? 'no reason given'
}

function diagnosisOf(row: Omit<Row, 'text'>, reason: string, facts: readonly string[], count: number): Diagnosis {
  const { cause, title, explanation, advice, passes } = row
  return { cause, title: title(reason), explanation, advice, heals: passes ? 'maybe' : 'never', facts, count }
}
