/**
 * Ids of causes that pass by themselves, or that say nothing about the new version: a deployment is never given up because
 * of them. Who stopped a task from outside, what AWS took away or does not have at the moment, and what only delays.
 */
export const passingCauses: ReadonlySet<string> = new Set([
  'stopped-by-user',
  'spot-interruption',
  'infrastructure',
  'fargate-capacity',
  'quota',
  'agent-disconnected',
  'ec2-capacity',
  'deployment-configuration',
  'task-protection',
  'throttled',
  'pull-rate-limit',
  // Causes that are not in the table: what ECS says about a placement that nothing explains may pass.
  'placement-failed',
])
