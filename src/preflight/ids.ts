/** Ids of the checks: what `preflight-ignore` lists. A test holds them and the table of checks together. */
export const checkIds = [
  'image-platform',
  'scan-findings',
  'secret-absent',
  'role-absent',
  'role-trust',
  'fargate-size',
  'fargate-settings',
  'load-balancer-container',
  'cannot-progress',
  'no-circuit-breaker',
  'deployment-under-way',
  'health-check-tool',
  'secret-in-environment',
  'latest-tag',
  'no-log-configuration',
  'placeholder',
  'open-to-internet',
  'closed-to-all',
  'one-subnet',
  'no-load-balancer',
  'count-is-scaled',
  'execution-role-rights',
  'pass-role',
  'caller-rights',
] as const

export type CheckId = (typeof checkIds)[number]
