const credentials = 'put a step with aws-actions/configure-aws-credentials before this one.'

/** What other actions call the place that they act on, and the caller, and what to write here instead: the same for each of ours. */
export const placeNames: ReadonlyMap<string, string> = new Map([
  ['cluster-name', 'use cluster.'],
  ['ecs-cluster', 'use cluster.'],
  ['service-name', 'use service.'],
  ['ecs-service', 'use service.'],
  ['region', 'use aws-region.'],
  ['aws-default-region', 'use aws-region.'],
  ['aws-access-key-id', credentials],
  ['aws-secret-access-key', credentials],
  ['aws-session-token', credentials],
  ['aws-profile', credentials],
  ['role-to-assume', credentials],
  ['assume-role', credentials],
])
