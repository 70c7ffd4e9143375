/** Token buckets of the ECS API: burst and refill per second, per group of operations (API request-throttling). */
import { ApiError } from './errors.ts'

interface Bucket {
  readonly operations: readonly string[]
  readonly burst: number
  readonly refill: number
}

const buckets: readonly Bucket[] = [
  {
    operations: ['CreateCluster', 'DeleteCluster', 'UpdateCluster', 'PutClusterCapacityProviders'],
    burst: 20,
    refill: 1,
  },
  { operations: ['DescribeClusters', 'ListClusters'], burst: 50, refill: 20 },
  { operations: ['RegisterTaskDefinition', 'DeregisterTaskDefinition'], burst: 20, refill: 1 },
  {
    operations: ['DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies'],
    burst: 50,
    refill: 20,
  },
  { operations: ['DeleteTaskDefinitions'], burst: 5, refill: 1 },
  { operations: ['TagResource', 'UntagResource'], burst: 20, refill: 10 },
  { operations: ['ListTagsForResource'], burst: 50, refill: 20 },
  { operations: ['RunTask', 'StartTask', 'StopTask', 'ExecuteCommand'], burst: 100, refill: 40 },
  { operations: ['DescribeTasks', 'ListTasks'], burst: 100, refill: 20 },
  { operations: ['CreateService', 'UpdateService', 'DeleteService'], burst: 50, refill: 5 },
  { operations: ['DescribeServices', 'ListServices'], burst: 100, refill: 20 },
  { operations: ['DescribeServiceDeployments', 'ListServiceDeployments'], burst: 50, refill: 20 },
  { operations: ['DescribeServiceRevisions'], burst: 50, refill: 20 },
  { operations: ['GetTaskProtection', 'UpdateTaskProtection'], burst: 200, refill: 80 },
  { operations: ['ListServicesByNamespace'], burst: 10, refill: 1 },
]

export interface RateLimits {
  /** Takes a token. @throws ApiError ThrottlingException if there is none; operations of no group are not limited */
  take(operation: string, now: number): void
}

export const throttled = (): ApiError => new ApiError('ThrottlingException', 'Rate exceeded')

export function createRateLimits(): RateLimits {
  const levels = new Map<Bucket, { tokens: number; at: number }>()
  return {
    take: (operation, now) => {
      const bucket = buckets.find(({ operations }) => operations.includes(operation))
      if (bucket === undefined) return
      const level = levels.get(bucket) ?? { tokens: bucket.burst, at: now }
      const tokens = Math.min(bucket.burst, level.tokens + ((now - level.at) / 1000) * bucket.refill)
      levels.set(bucket, { tokens: Math.max(0, tokens - 1), at: now })
      if (tokens < 1) {
        levels.set(bucket, { tokens, at: now })
        throw throttled()
      }
    },
  }
}
