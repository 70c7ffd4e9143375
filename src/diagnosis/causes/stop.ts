import type { Cause } from '../cause.ts'

/**
 * Who stopped a task, told by its stop code alone: with UserInitiated the text is whatever the caller wrote,
 * so these come before every pattern on texts. Codes: SDK enum TaskStopCode.
 */
export const stopCauses: readonly Cause[] = [
  {
    id: 'stopped-by-user',
    name: 'Task stopped by somebody',
    weight: 'circumstance',
    patterns: [{ stopCodes: ['UserInitiated'] }],
    example: 'stop code UserInitiated; the reason is what the caller of StopTask wrote',
    title: () => 'Somebody stopped a task by hand or by script',
    explanation: 'StopTask was called for a task of this deployment. ECS starts another in its place.',
    advice: () => ['CloudTrail knows who called StopTask. If it was not on purpose, deploy again.'],
    heals: 'maybe',
  },
  {
    id: 'spot-interruption',
    name: 'Spot interruption',
    weight: 'circumstance',
    patterns: [
      { stopCodes: ['SpotInterruption', 'TerminationNotice'] },
      { text: /spot task was interrupted/i, place: 'task' },
    ],
    example: 'Your Spot Task was interrupted.',
    title: () => 'AWS took back Spot capacity',
    explanation: 'Spot tasks may be stopped with two minutes’ notice. ECS starts another when there is capacity.',
    advice: () => ['Give FARGATE a base in the capacity provider strategy, so that some tasks never run on Spot.'],
    heals: 'maybe',
  },
  {
    id: 'infrastructure',
    name: 'Fault at AWS',
    weight: 'circumstance',
    patterns: [
      { stopCodes: ['InfrastructureHealth'] },
      { text: /reason: internal error|InternalError|host ec2 .*terminat|infrastructure (?:failure|health|issue)/i },
    ],
    example: 'was unable to place a task. Reason: Internal error.',
    title: () => 'A fault at AWS stopped a task or kept it from starting',
    explanation:
      'The machine under the task failed or was retired, or ECS had an internal error. ECS starts another task.',
    advice: () => ['Deploy again. If it comes back, look at the AWS Health Dashboard.'],
    heals: 'maybe',
  },
]
